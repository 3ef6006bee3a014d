package parity

import (
	"fmt"
	"math"
	"slices"
)

// Report says how two files agree. Distances are in millimetres.
type Report struct {
	Pages       [2]int
	Words       [2]int
	SameWords   bool // the same words in the same order, line by line or across lines
	Lines       [2]int
	SameLines   int     // lines of the first file that stand on the same page of the second, word for word
	Sizes       int     // of these, lines of another font size
	WorstX      float64 // farthest that a word of these lines stands from its twin, to the side
	WorstY      float64 // farthest that a line does, up or down
	Differences []string
}

// Share is the share of lines that are the same, in per cent.
func (r *Report) Share() float64 {
	if r.Lines[0] == 0 {
		return 100
	}
	return 100 * float64(r.SameLines) / float64(max(r.Lines[0], r.Lines[1]))
}

const millimetre = 72 / 25.4

// Compare holds two files against each other. It changes neither.
func Compare(a, b []Page) *Report {
	r := &Report{Pages: [2]int{len(a), len(b)}}
	var alone [2][]string // words of lines without a twin
	for i := range max(len(a), len(b)) {
		var pa, pb Page
		if i < len(a) {
			pa = a[i]
		}
		if i < len(b) {
			pb = b[i]
		}
		pa, pb = pa.joined(pb), pb.joined(pa)
		r.page(i+1, pa, pb, &alone)
	}
	r.SameWords = slices.Equal(alone[0], alone[1])
	if !r.SameWords {
		wa, wb := alone[0], alone[1]
		i := 0
		for i < min(len(wa), len(wb)) && wa[i] == wb[i] {
			i++
		}
		r.note("words differ: %q and %q", wa[i:min(i+5, len(wa))], wb[i:min(i+5, len(wb))])
	}
	return r
}

// joined is a page with two lines side by side made one where another page has them as one: what
// stands a hair more apart than words of one line may, in cells of a table, is no other line.
func (p Page) joined(other Page) Page {
	whole := make(map[string]bool, len(other))
	for _, l := range other {
		whole[l.String()] = true
	}
	var out Page
	for _, l := range p {
		if n := len(out); n > 0 && l.Y-out[n-1].Y < level && whole[out[n-1].String()+" "+l.String()] {
			left := out[n-1]
			out[n-1] = &Line{Y: left.Y, Size: left.Size, Words: slices.Concat(left.Words, l.Words), X: slices.Concat(left.X, l.X)}
			continue
		}
		out = append(out, l)
	}
	return out
}

// page pairs the lines of two pages: each with the nearest one that has the
// same words. The order on the page is no help where cells stand side by side.
func (r *Report) page(number int, a, b Page, alone *[2][]string) {
	r.Lines[0] += len(a)
	r.Lines[1] += len(b)
	for i, p := range []Page{a, b} {
		for _, l := range p {
			r.Words[i] += len(l.Words)
		}
	}
	taken := make([]bool, len(b))
	for _, l := range a {
		twin := -1
		for i, m := range b {
			if !taken[i] && slices.Equal(l.Words, m.Words) && (twin < 0 || l.distance(m) < l.distance(b[twin])) {
				twin = i
			}
		}
		if twin < 0 {
			alone[0] = append(alone[0], l.Words...)
			r.note("page %d: only the first has %.70q", number, l)
			continue
		}
		taken[twin] = true
		r.pair(number, l, b[twin])
	}
	for i, m := range b {
		if !taken[i] {
			alone[1] = append(alone[1], m.Words...)
			r.note("page %d: only the second has %.70q", number, m)
		}
	}
}

// distance is how far apart two lines begin, in points.
func (l *Line) distance(m *Line) float64 {
	if len(l.X) == 0 || len(m.X) == 0 {
		return 0
	}
	return math.Hypot(l.X[0]-m.X[0], l.Y-m.Y)
}

// pair measures two lines with the same words.
func (r *Report) pair(number int, l, m *Line) {
	r.SameLines++
	r.WorstY = max(r.WorstY, math.Abs(l.Y-m.Y)/millimetre)
	for k := range l.X {
		r.WorstX = max(r.WorstX, math.Abs(l.X[k]-m.X[k])/millimetre)
	}
	if math.Abs(l.Size-m.Size) > 0.1 {
		r.Sizes++
		r.note("page %d: %.70q, size %.1f and %.1f", number, l, l.Size, m.Size)
	}
}

func (r *Report) note(format string, args ...any) {
	r.Differences = append(r.Differences, fmt.Sprintf(format, args...))
}
