package text

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// Signs between the columns of a table, and those of a letterhead.
const (
	columnSign = " | "
	columnGap  = "  "
)

// grid is a table with the width of each column in letters.
type grid struct {
	src   *flow.Table
	width []int
	word  []int  // the longest word of each column, which no line parts
	sign  string // between columns
}

// table writes a table. A Layout table shares the line as its columns share
// the paper; a data table has columns as wide as what they hold.
func (w *writer) table(t *flow.Table, at place) {
	if len(t.Rows) == 0 {
		return
	}
	g := &grid{src: t, width: make([]int, len(t.Columns)), word: make([]int, len(t.Columns)), sign: columnSign}
	if t.Layout || t.Border == 0 {
		g.sign = columnGap // a table without lines parts its columns by space
	}
	switch {
	case at.natural:
		w.measure(g)
		w.add(strings.Repeat("-", g.across(0, len(g.width)-1)))
		return
	case t.Layout:
		g.share(at.letters)
	default:
		w.measure(g)
		g.narrow(at.letters - len(g.sign)*(len(g.width)-1))
	}
	apart := func() {
		if !at.cell {
			w.add("")
		}
	}
	apart()
	for i, places := range t.Grid() {
		w.row(g, i, places)
		if i+1 == t.Header {
			w.add(g.line())
		}
	}
	apart()
}

// share gives each column its share of the letters of a line.
func (g *grid) share(letters int) {
	var all doc.Length
	for _, c := range g.src.Columns {
		all += c
	}
	letters -= len(g.sign) * (len(g.width) - 1)
	for i, c := range g.src.Columns {
		g.width[i] = 1
		if all > 0 {
			g.width[i] = max(1, int(c*doc.Length(letters)/all))
		}
	}
}

// least is the width below which a column is not narrowed, in letters.
const least = 4

// measure makes each column as wide as its longest line, the last of several
// columns as wide as a cell over them needs.
func (w *writer) measure(g *grid) {
	for i := range g.width {
		g.width[i] = 1
	}
	for i, places := range g.src.Grid() {
		for _, p := range places {
			if p.Fault != "" {
				w.misfit(g.src, p)
				return
			}
			if p.Row != i || p.Cell < 0 {
				continue
			}
			unseen := &writer{fault: w.fault}
			lines := unseen.inside(g.src.Rows[i].Cells[p.Cell].Blocks, place{letters: math.MaxInt, cell: true, natural: true})
			last := p.Column + p.Columns - 1
			before := g.across(p.Column, last) - g.width[last]
			for _, l := range lines {
				g.width[last] = max(g.width[last], utf8.RuneCountInString(l)-before)
				if p.Columns > 1 {
					continue // a cell over several leaves its words room enough
				}
				for _, word := range strings.Fields(l) {
					g.word[last] = max(g.word[last], utf8.RuneCountInString(word))
				}
			}
		}
	}
}

// misfit is the fault of a table that no writer can show.
func (w *writer) misfit(t *flow.Table, p flow.Place) {
	w.fail("table %s: row %d does not fit: %s", t.At, p.Row+1, p.Fault)
}

// narrow takes from the widest columns, the first of them first, until the table
// stands in a line. A column keeps its longest word, such as a sum of money, where
// there is room for those of all.
func (g *grid) narrow(letters int) {
	if sum(g.width) <= letters {
		return
	}
	keep := g.word
	capped := func(most int) (all int) {
		for i, n := range g.width {
			all += min(n, max(most, keep[i]))
		}
		return all
	}
	if capped(least) > letters {
		keep = make([]int, len(g.width))
	}
	low, high := least, max(least, slices.Max(g.width))
	for low < high {
		if middle := (low + high + 1) / 2; capped(middle) <= letters {
			low = middle
		} else {
			high = middle - 1
		}
	}
	rest := letters - capped(low)
	for i, n := range slices.Backward(g.width) {
		if n <= max(low, keep[i]) {
			continue
		}
		g.width[i] = max(low, keep[i])
		if keep[i] > low {
			continue
		}
		if rest > 0 {
			g.width[i]++
			rest--
		}
	}
}

// across is how many letters stand from one column to another, the signs between
// them counted in.
func (g *grid) across(first, last int) int {
	if last < first {
		return 0
	}
	return sum(g.width[first:last+1]) + len(g.sign)*(last-first)
}

func sum(list []int) int {
	n := 0
	for _, v := range list {
		n += v
	}
	return n
}

// line parts the head of a table from its rows.
func (g *grid) line() string {
	parts := make([]string, len(g.width))
	for i, n := range g.width {
		parts[i] = strings.Repeat("-", n)
	}
	return strings.Join(parts, "-+-")
}

// row writes a row: its cells side by side, line by line.
func (w *writer) row(g *grid, i int, places []flow.Place) {
	type column struct {
		lines []string
		width int
	}
	var columns []column
	height := 1
	for _, p := range places {
		if p.Fault != "" {
			w.misfit(g.src, p)
			return
		}
		if p.Row != i || p.Cell < 0 {
			for k := range p.Columns {
				columns = append(columns, column{nil, g.width[p.Column+k]})
			}
			continue
		}
		width := g.across(p.Column, p.Column+p.Columns-1)
		var paper doc.Length
		for _, l := range g.src.Columns[p.Column : p.Column+p.Columns] {
			paper += l
		}
		lines := w.inside(g.src.Rows[i].Cells[p.Cell].Blocks, place{letters: width, width: paper, cell: true})
		columns = append(columns, column{lines, width})
		height = max(height, len(lines))
	}
	for n := range height {
		var b strings.Builder
		for k, c := range columns {
			if k > 0 {
				b.WriteString(g.sign)
			}
			l := ""
			if n < len(c.lines) {
				l = c.lines[n]
			}
			b.WriteString(l)
			b.WriteString(strings.Repeat(" ", max(0, c.width-utf8.RuneCountInString(l))))
		}
		w.add(b.String())
	}
}
