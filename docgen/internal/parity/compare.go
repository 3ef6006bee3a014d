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
	SameWords   bool // the same words in the same order
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
	wa, wb := allWords(a), allWords(b)
	r.Words = [2]int{len(wa), len(wb)}
	r.SameWords = slices.Equal(wa, wb)
	if !r.SameWords {
		i := 0
		for i < min(len(wa), len(wb)) && wa[i] == wb[i] {
			i++
		}
		r.note("word %d: %q and %q", i, wa[i:min(i+5, len(wa))], wb[i:min(i+5, len(wb))])
	}
	for i := range max(len(a), len(b)) {
		var pa, pb Page
		if i < len(a) {
			pa = a[i]
		}
		if i < len(b) {
			pb = b[i]
		}
		r.page(i+1, pa, pb)
	}
	return r
}

// page pairs the lines of two pages: each with the next one below that has
// the same words.
func (r *Report) page(number int, a, b Page) {
	r.Lines[0] += len(a)
	r.Lines[1] += len(b)
	next := 0
	for _, l := range a {
		i := slices.IndexFunc(b[next:], func(m *Line) bool { return slices.Equal(l.Words, m.Words) })
		if i < 0 {
			found := "nothing"
			if next < len(b) {
				found = fmt.Sprintf("%.60q", b[next])
			}
			r.note("page %d: %.60q, found %s", number, l, found)
			continue
		}
		m := b[next+i]
		next += i + 1
		r.SameLines++
		r.WorstY = max(r.WorstY, math.Abs(l.Y-m.Y)/millimetre)
		for k := range l.X {
			r.WorstX = max(r.WorstX, math.Abs(l.X[k]-m.X[k])/millimetre)
		}
		if math.Abs(l.Size-m.Size) > 0.1 {
			r.Sizes++
			r.note("page %d: %.60q, size %.1f and %.1f", number, l, l.Size, m.Size)
		}
	}
}

func (r *Report) note(format string, args ...any) {
	r.Differences = append(r.Differences, fmt.Sprintf(format, args...))
}

func allWords(pages []Page) []string {
	var words []string
	for _, p := range pages {
		for _, l := range p {
			words = append(words, l.Words...)
		}
	}
	return words
}
