package docx

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// table writes a table of fixed widths.
func (s *story) table(t *flow.Table, l leaf) {
	s.open("w:tbl")
	e := newEdges(t.Columns)
	s.tableProperties(t, e)
	s.open("w:tblGrid")
	for i := range t.Columns {
		s.empty("w:gridCol", "w:w", itoa(e.twips(i, 1)))
	}
	s.close("w:tblGrid")
	for i, places := range t.Grid() {
		inner := column{keepLines: l.keepLines}
		inner.keepNext = t.Rows[i].KeepNext || l.keepNext || l.keepLines && i < len(t.Rows)-1
		s.row(t, i, e, places, inner)
	}
	s.close("w:tbl")
}

// edges are where the columns of a table begin, and where the last one ends. Edges are
// rounded, not widths: their errors would add up.
type edges []doc.Length

func newEdges(columns []doc.Length) edges {
	e := make(edges, len(columns)+1)
	for i, w := range columns {
		e[i+1] = e[i] + w
	}
	return e
}

// width is that of n columns from the given one.
func (e edges) width(from, n int) doc.Length { return e[from+n] - e[from] }

func (e edges) twips(from, n int) int { return e[from+n].Twips() - e[from].Twips() }

func (s *story) tableProperties(t *flow.Table, e edges) {
	s.open("w:tblPr")
	s.empty("w:tblW", "w:w", itoa(e.twips(0, len(t.Columns))), "w:type", "dxa")
	if t.Align == doc.Center || t.Align == doc.Right {
		s.empty("w:jc", "w:val", jc(t.Align))
	} else {
		indent := t.Indent
		if s.mode() < 15 { // the indent is that of the text, not of the cell's edge
			indent += t.Padding
		}
		s.empty("w:tblInd", "w:w", twips(indent), "w:type", "dxa")
	}
	if t.Border > 0 {
		s.open("w:tblBorders")
		for _, side := range []string{"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"} {
			s.border(side, t.Border)
		}
		s.close("w:tblBorders")
	}
	s.empty("w:tblLayout", "w:type", "fixed")
	s.open("w:tblCellMar")
	s.empty("w:left", "w:w", twips(t.Padding), "w:type", "dxa")
	s.empty("w:right", "w:w", twips(t.Padding), "w:type", "dxa")
	s.close("w:tblCellMar")
	if t.Header > 0 {
		s.empty("w:tblLook", "w:val", "0420", "w:firstRow", "1", "w:lastRow", "0", "w:firstColumn", "0", "w:lastColumn", "0", "w:noHBand",
			"0", "w:noVBand", "1")
	}
	if alt := description(t); alt != "" {
		s.empty("w:tblDescription", "w:val", alt)
	}
	s.close("w:tblPr")
}

// description says what a table holds, for who does not see it: its own words, or the
// heads of its columns.
func description(t *flow.Table) string {
	if t.Alt != "" || t.Layout || t.Header == 0 {
		return t.Alt
	}
	var heads []string
	for _, c := range t.Rows[0].Cells {
		if s := plainText(c); s != "" {
			heads = append(heads, s)
		}
	}
	return "Bảng " + itoa(len(t.Columns)) + " cột: " + strings.Join(heads, ", ")
}

func (s *story) row(t *flow.Table, i int, e edges, places []flow.Place, c column) {
	row := t.Rows[i]
	s.open("w:tr")
	if row.Whole || c.keepLines || row.MinHeight > 0 || i < t.Header {
		s.open("w:trPr")
		if row.Whole || c.keepLines {
			s.empty("w:cantSplit")
		}
		if row.MinHeight > 0 {
			// Word counts the line above the row in.
			s.empty("w:trHeight", "w:val", twips(row.MinHeight+t.Border), "w:hRule", "atLeast")
		}
		if i < t.Header {
			s.empty("w:tblHeader")
		}
		s.close("w:trPr")
	}
	c.fill = rowFormat(row)
	for k := range places {
		p := &places[k]
		if p.Fault != "" {
			s.fail("table %s: row %d does not fit: %s", t.At, p.Row+1, p.Fault)
			return
		}
		if p.Cell < 0 { // a row too short is filled up
			for column := range p.Columns {
				s.cell(e, flow.Place{Cell: -1, Column: p.Column + column, Columns: 1, Rows: 1}, nil, t.Padding, c)
			}
			continue
		}
		var cell *flow.Cell
		if p.Row == i {
			cell = row.Cells[p.Cell]
		}
		s.cell(e, *p, cell, t.Padding, c)
	}
	s.close("w:tr")
}

// cell writes a cell; without one, it is empty, or goes on from a row above.
func (s *story) cell(e edges, p flow.Place, cell *flow.Cell, padding doc.Length, c column) {
	s.open("w:tc")
	s.open("w:tcPr")
	s.empty("w:tcW", "w:w", itoa(e.twips(p.Column, p.Columns)), "w:type", "dxa")
	if p.Columns > 1 {
		s.empty("w:gridSpan", "w:val", itoa(p.Columns))
	}
	switch {
	case p.Rows < 2:
	case cell != nil:
		s.empty("w:vMerge", "w:val", "restart")
	default:
		s.empty("w:vMerge")
	}
	var blocks []flow.Block
	if cell != nil {
		switch cell.VAlign {
		case flow.Middle:
			s.empty("w:vAlign", "w:val", "center")
		case flow.Bottom:
			s.empty("w:vAlign", "w:val", "bottom")
		}
		blocks = cell.Blocks
	}
	s.close("w:tcPr")
	c.width = e.width(p.Column, p.Columns) - 2*padding
	s.blocks(blocks, c)
	s.close("w:tc")
}

// rowFormat is how an empty cell of a row looks: as the first paragraph of the row
// does, so that a clerk can write into it; nil when there is none.
func rowFormat(row *flow.Row) *paraFormat {
	for _, cell := range row.Cells {
		for _, b := range cell.Blocks {
			if p, ok := b.(*flow.Paragraph); ok {
				return formatOf(p)
			}
		}
	}
	return nil
}
