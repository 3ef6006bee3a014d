package flow

import (
	"fmt"
	"iter"
)

// mostColumns bounds a table. Word has 63 columns at most, a page room for fewer.
const mostColumns = 1000

// Place is where a cell stands in a row of its table, or a place that is empty.
type Place struct {
	Cell    int // index into the cells of the row where it begins; -1: no cell takes the place
	Row     int // where the cell begins: above the row at hand where it reaches down into it
	Column  int // the first that it takes
	Columns int // how many it takes; 0: it does not fit, and has no place
	Rows    int // how many it takes, from Row on; not beyond the last of the table
	// Fault says in Vietnamese what does not fit; empty: all does.
	Fault string
}

// Grid goes through the rows of a table and gives the places of each from left to
// right: its own cells, those from above, and what no cell takes, all of which
// together fill the columns. It is the only reckoning of spans: cells that lie over
// others or outside of the table have a Fault. Cells is how many cells a row has, span
// what one of them covers; zero is one. A list of places is valid until the next row.
func Grid(columns, rows int, cells func(row int) int, span func(row, cell int) (columns, rows int)) iter.Seq2[int, []Place] {
	return func(yield func(int, []Place) bool) {
		if columns > mostColumns {
			fault := []Place{{Cell: -1, Fault: fmt.Sprintf("bảng có %d cột, nhiều nhất là %d cột", columns, mostColumns)}}
			for i := 0; i < rows && yield(i, fault); i++ {
				fault = nil // is said once, and no cell has a place
			}
			return
		}
		var few [8]Place // for the tables of a letterhead and a foot, without an allocation
		room := few[:]
		if 2*columns > len(room) {
			room = make([]Place, 2*columns)
		}
		g := gridding{rows: rows, over: room[:columns], places: room[columns:]}
		for i := range rows {
			g.places = g.places[:0]
			column, next, own := 0, 0, cells(i)
			for column < columns || next < own {
				switch {
				case g.covered(i, column):
					g.places = append(g.places, g.over[column])
				case next < own:
					c, r := span(i, next)
					g.places = append(g.places, g.cell(Place{Cell: next, Row: i, Column: column, Columns: c, Rows: r}))
					next++
				default:
					g.places = append(g.places, Place{Cell: -1, Row: i, Column: column, Columns: g.free(i, column, columns-column),
						Rows: 1})
				}
				column += g.places[len(g.places)-1].Columns
			}
			if !yield(i, g.places) {
				return
			}
		}
	}
}

// gridding is one run of Grid.
type gridding struct {
	rows   int
	over   []Place // the last cell that begins in a column
	places []Place // of the row at hand
}

// covered reports whether a cell that begins in a column above reaches into a row.
func (g *gridding) covered(row, column int) bool {
	return column < len(g.over) && g.over[column].Row+g.over[column].Rows > row
}

// free is how many columns from one on, at most, no cell from above covers.
func (g *gridding) free(row, column, most int) int {
	n := 1
	for n < most && !g.covered(row, column+n) {
		n++
	}
	return n
}

// cell gives a cell its place, or says why it has none.
func (g *gridding) cell(p Place) Place {
	if p.Columns < 0 || p.Rows < 0 {
		return p.without("số cột hoặc số hàng gộp của ô là số âm")
	}
	p.Columns, p.Rows = max(p.Columns, 1), max(p.Rows, 1)
	switch left := len(g.over) - p.Column; {
	case p.Columns > left:
		return p.without(fmt.Sprintf("hàng của bảng thừa ô: bảng có %d cột", len(g.over)))
	case g.free(p.Row, p.Column, p.Columns) < p.Columns:
		return p.without("ô gộp ngang chồng lên ô gộp dọc ở hàng trên")
	}
	if left := g.rows - p.Row; p.Rows > left {
		p.Fault = fmt.Sprintf("ô gộp dọc còn thiếu %d hàng ở cuối bảng", p.Rows-left)
		p.Rows = left
	}
	g.over[p.Column] = p
	return p
}

// without is a cell that has no place.
func (p Place) without(fault string) Place {
	p.Columns, p.Rows, p.Fault = 0, 0, fault
	return p
}
