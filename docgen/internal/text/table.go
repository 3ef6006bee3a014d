package text

import (
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
)

// Signs between the columns of a table, and those of a letterhead.
const (
	columnSign = " | "
	columnGap  = "  "
)

// grid is a table with the width of each column in letters.
type grid struct {
	src    *doc.Table
	width  []int
	sign   string // between columns
	covers []int  // row up to which a column is covered from above
}

// table writes a table. A Layout table shares the line as its columns share
// the paper; a data table has columns as wide as what they hold.
func (w *writer) table(t *doc.Table, at place) error {
	n := len(t.Columns)
	if n == 0 {
		return nil
	}
	g := &grid{src: t, width: make([]int, n), sign: columnSign, covers: make([]int, n)}
	if t.Layout || t.Border == 0 {
		g.sign = columnGap // a table without lines parts its columns by space
	}
	if t.Layout {
		g.share(at.letters)
	} else if err := w.measure(g, at.letters); err != nil {
		return err
	}
	apart := func() {
		if !at.cell {
			w.add("")
		}
	}
	apart()
	for i, r := range t.Rows {
		if err := w.row(g, i, r); err != nil {
			return err
		}
		if i+1 == t.Header {
			w.add(g.line())
		}
	}
	apart()
	return nil
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
// columns as wide as a cell over them needs, and then takes from the widest
// until the table stands in a line.
func (w *writer) measure(g *grid, letters int) error {
	const endless = 1 << 20
	for i := range g.width {
		g.width[i] = 1
	}
	covers := make([]int, len(g.width))
	for i, r := range g.src.Rows {
		for _, c := range cellsOf(r, i, covers) {
			lines, err := (&writer{}).cell(c.Cell, place{letters: endless, cell: true})
			if err != nil {
				return err
			}
			last := c.col + c.cols - 1
			before := g.across(c.col, last)
			for _, l := range lines {
				g.width[last] = max(g.width[last], utf8.RuneCountInString(strings.TrimSpace(l))-before)
			}
		}
	}
	letters -= len(g.sign) * (len(g.width) - 1)
	for sum(g.width) > letters {
		widest := 0
		for i, n := range g.width {
			if n > g.width[widest] {
				widest = i
			}
		}
		if g.width[widest] <= least {
			break
		}
		g.width[widest]--
	}
	return nil
}

// across is how many letters stand from one column up to another, the signs
// between them counted in.
func (g *grid) across(from, to int) int {
	return sum(g.width[from:to]) + len(g.sign)*(to-from)
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

// spread is a cell at its columns.
type spread struct {
	*doc.Cell
	col, cols int
}

// cellsOf gives the cells of a row at their columns; covers tells, column by
// column, up to which row a cell from above reaches. Cells that find no
// column are left to who checks the table.
func cellsOf(r *doc.Row, row int, covers []int) []spread {
	var cells []spread
	col := 0
	for _, c := range r.Cells {
		for col < len(covers) && covers[col] > row {
			col++
		}
		if col == len(covers) {
			break
		}
		cols := min(max(1, c.Columns), len(covers)-col)
		for i := col; i < col+cols; i++ {
			covers[i] = row + max(1, c.Rows)
		}
		cells = append(cells, spread{c, col, cols})
		col += cols
	}
	return cells
}

// row writes a row: its cells side by side, line by line.
func (w *writer) row(g *grid, i int, r *doc.Row) error {
	type column struct {
		lines []string
		width int
	}
	var columns []column
	col, height := 0, 1
	skip := func(to int) {
		for ; col < to; col++ {
			columns = append(columns, column{nil, g.width[col]})
		}
	}
	for _, c := range cellsOf(r, i, g.covers) {
		skip(c.col)
		width := g.across(c.col, c.col+c.cols-1) + g.width[c.col+c.cols-1]
		var paper doc.Length
		for _, l := range g.src.Columns[c.col : c.col+c.cols] {
			paper += l
		}
		lines, err := w.cell(c.Cell, place{letters: width, width: paper, cell: true})
		if err != nil {
			return err
		}
		columns = append(columns, column{lines, width})
		height = max(height, len(lines))
		col += c.cols
	}
	skip(len(g.width))
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
	return nil
}

// cell gives the lines of a cell, and keeps its footnotes.
func (w *writer) cell(c *doc.Cell, at place) ([]string, error) {
	inner := &writer{}
	if err := inner.blocks(c.Blocks, at); err != nil {
		return nil, err
	}
	w.notes = append(w.notes, inner.notes...)
	return inner.lines, nil
}
