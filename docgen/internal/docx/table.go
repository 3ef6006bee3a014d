package docx

import (
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
)

// table writes a table of fixed widths.
func (s *story) table(t *doc.Table, l leaf) error {
	s.open("w:tbl")
	g := newGrid(t.Columns)
	s.tableProperties(t, g)
	s.open("w:tblGrid")
	for i := range t.Columns {
		s.empty("w:gridCol", "w:w", itoa(g.twips(i, 1)))
	}
	s.close("w:tblGrid")
	spans := make([]span, len(t.Columns))
	for i, row := range t.Rows {
		inner := column{keepLines: l.keepLines, mustEnd: true}
		inner.keepNext = row.KeepNext || l.keepNext || l.keepLines && i < len(t.Rows)-1
		if err := s.row(t, i, g, spans, inner); err != nil {
			return err
		}
	}
	s.close("w:tbl")
	return nil
}

// grid is where the columns of a table begin, and where the last one ends. Places are
// rounded, not widths: their errors would add up.
type grid []doc.Length

func newGrid(columns []doc.Length) grid {
	g := make(grid, len(columns)+1)
	for i, w := range columns {
		g[i+1] = g[i] + w
	}
	return g
}

// width is that of n columns from the given one.
func (g grid) width(from, n int) doc.Length { return g[from+n] - g[from] }

func (g grid) twips(from, n int) int { return g[from+n].Twips() - g[from].Twips() }

func (s *story) tableProperties(t *doc.Table, g grid) {
	s.open("w:tblPr")
	s.empty("w:tblW", "w:w", itoa(g.twips(0, len(t.Columns))), "w:type", "dxa")
	if t.Align == doc.Center || t.Align == doc.Right {
		s.empty("w:jc", "w:val", jc(t.Align))
	} else {
		// In compatibility mode 14 the indent is that of the text, not of the cell's edge.
		s.empty("w:tblInd", "w:w", twips(t.Indent+t.Padding), "w:type", "dxa")
	}
	if t.Border > 0 {
		s.open("w:tblBorders")
		for _, side := range []string{"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"} {
			s.empty(side, "w:val", "single", "w:sz", eighths(t.Border), "w:space", "0", "w:color", "000000")
		}
		s.close("w:tblBorders")
	}
	s.empty("w:tblLayout", "w:type", "fixed")
	s.open("w:tblCellMar")
	s.empty("w:left", "w:w", twips(t.Padding), "w:type", "dxa")
	s.empty("w:right", "w:w", twips(t.Padding), "w:type", "dxa")
	s.close("w:tblCellMar")
	if t.Header > 0 {
		s.empty("w:tblLook", "w:val", "0420", "w:firstRow", "1", "w:lastRow", "0", "w:firstColumn", "0", "w:lastColumn", "0", "w:noHBand", "0", "w:noVBand", "1")
	}
	if t.Alt != "" {
		s.empty("w:tblDescription", "w:val", t.Alt)
	}
	s.close("w:tblPr")
}

// span is what a cell of a row above still covers of a column.
type span struct {
	rows    int // still to come
	columns int // at the left end of the cell; zero in the columns that it covers
}

func (s *story) row(t *doc.Table, i int, g grid, spans []span, c column) error {
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
	cells := row.Cells
	for col := 0; col < len(spans); {
		if sp := spans[col]; sp.rows > 0 {
			spans[col].rows--
			for k := 1; k < sp.columns; k++ {
				spans[col+k].rows--
			}
			c.width = s.openCell(g, col, max(sp.columns, 1), true, nil) - 2*t.Padding
			if err := s.blocks(nil, c); err != nil {
				return err
			}
			s.close("w:tc")
			col += max(sp.columns, 1)
			continue
		}
		var cell *doc.Cell
		if len(cells) > 0 {
			cell, cells = cells[0], cells[1:]
		} else {
			cell = &doc.Cell{} // a row too short is filled up
		}
		columns := max(cell.Columns, 1)
		if columns > len(spans)-col {
			return fmt.Errorf("table %s: row %d is wider than the table", t.At, i+1)
		}
		if cell.Rows > 1 {
			for k := range columns {
				spans[col+k].rows = min(cell.Rows, len(t.Rows)-i) - 1
			}
			spans[col].columns = columns
		}
		c.width = s.openCell(g, col, columns, cell.Rows > 1, cell) - 2*t.Padding
		if err := s.blocks(cell.Blocks, c); err != nil {
			return err
		}
		s.close("w:tc")
		col += columns
	}
	if len(cells) > 0 {
		return fmt.Errorf("table %s: row %d has more cells than there are columns", t.At, i+1)
	}
	s.close("w:tr")
	return nil
}

// openCell starts a cell and gives its width. Without a cell it goes on with
// the one above.
func (s *story) openCell(g grid, col, columns int, merged bool, cell *doc.Cell) doc.Length {
	s.open("w:tc")
	s.open("w:tcPr")
	s.empty("w:tcW", "w:w", itoa(g.twips(col, columns)), "w:type", "dxa")
	if columns > 1 {
		s.empty("w:gridSpan", "w:val", itoa(columns))
	}
	switch {
	case merged && cell != nil:
		s.empty("w:vMerge", "w:val", "restart")
	case merged:
		s.empty("w:vMerge")
	}
	if cell != nil {
		switch cell.VAlign {
		case doc.Middle:
			s.empty("w:vAlign", "w:val", "center")
		case doc.Bottom:
			s.empty("w:vAlign", "w:val", "bottom")
		}
	}
	s.close("w:tcPr")
	return g.width(col, columns)
}

// rowFormat is how an empty cell of a row looks: as the first paragraph of the row
// does, so that a clerk can write into it; nil when there is none.
func rowFormat(row *doc.Row) *paraFormat {
	for _, cell := range row.Cells {
		for _, b := range cell.Blocks {
			if p, ok := b.(*doc.Paragraph); ok {
				return formatOf(p)
			}
		}
	}
	return nil
}
