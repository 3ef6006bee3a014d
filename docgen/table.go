package docgen

import (
	"slices"
	"strconv"
	"time"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// Table gives a table of the body.
func (c *Composer) Table(path string, t *plan.Table) *doc.DataTable {
	t = zero.Or(t)
	out := &doc.DataTable{
		At: c.At(path), Caption: title(t.Caption), Unit: title(t.Unit), Alt: t.Alt,
		Broken: t.BreakRows, Together: t.OnePage,
	}
	out.RowHeight = doc.MM(millimetres(t.RowHeight))
	out.Size, out.HeadSize = points(t.TextSize), points(t.HeadSize)
	if t.Padding != "" {
		padding := doc.MM(millimetres(t.Padding))
		out.Padding = &padding
	}
	for _, col := range t.Columns {
		out.Columns = append(out.Columns, doc.Column{Width: doc.MM(float64(col.Width)), Share: col.Share, Align: align(col.Align)})
	}
	if len(t.Head) > 0 {
		out.Rows = c.rows(field(path, "head"), t.Head)
	} else if slices.ContainsFunc(t.Columns, func(c plan.Column) bool { return c.Title != "" }) {
		row := doc.DataRow{At: out.At}
		for i, col := range t.Columns {
			row.Cells = append(row.Cells, doc.DataCell{At: c.At(index(field(path, "columns"), i)), Lines: [][]doc.Inline{title(col.Title)}})
		}
		out.Rows = []doc.DataRow{row}
	}
	out.Header = len(out.Rows)
	if t.Numbers {
		row := doc.DataRow{At: out.At, Role: doc.NumbersRow}
		for i := range t.Columns {
			row.Cells = append(row.Cells, doc.DataCell{Lines: [][]doc.Inline{doc.T(itoa(i + 1))}})
		}
		out.Rows = append(out.Rows, row)
		out.Header++
	}
	out.Rows = append(out.Rows, c.rows(field(path, "rows"), t.Rows)...)
	return out
}

func (c *Composer) rows(path string, rows []plan.Row) []doc.DataRow {
	out := make([]doc.DataRow, len(rows))
	for i := range rows {
		at := index(path, i)
		row := &out[i]
		row.At = c.At(at)
		switch rows[i].Role {
		case plan.GroupRow:
			row.Role = doc.GroupRow
		case plan.TotalRow:
			row.Role = doc.TotalRow
		}
		row.Cells = make([]doc.DataCell, len(rows[i].Cells))
		written := slices.ContainsFunc(rows[i].Cells, func(c plan.Cell) bool { return c.Text != "" })
		cells := field(at, "cells")
		for j := range rows[i].Cells {
			cell := &rows[i].Cells[j]
			where := index(cells, j)
			lines, plain := markup.PlainCell(string(cell.Text))
			if !plain {
				var found diag.List
				lines, found = markup.Cell(c.source(field(where, "text"), string(cell.Text)))
				c.note(field(where, "text"), found)
			}
			if !written { // to be written on: as tall as a line
				lines = [][]doc.Inline{doc.T(string(doc.NoBreakSpace))}
			}
			row.Cells[j] = doc.DataCell{At: c.At(where), Columns: cell.Columns, Rows: cell.Rows, Lines: lines}
			if cell.Align != "" {
				a := align(cell.Align)
				row.Cells[j].Align = &a
			}
		}
	}
	return out
}

// points is a size of letters, zero for none.
func points(n plan.Number) doc.Length { return doc.Pt(millimetres(n)) }

func align(a plan.Align) doc.Align {
	switch a {
	case plan.AlignCenter:
		return doc.Center
	case plan.AlignRight:
		return doc.Right
	case plan.AlignJustify:
		return doc.Justify
	}
	return doc.Left
}

func itoa(n int) string { return strconv.Itoa(n) }

// date returns a full date as midnight in Vietnam, for the properties of a file.
func date(d plan.Date) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, vietnam)
}

var vietnam = time.FixedZone("ICT", 7*60*60)
