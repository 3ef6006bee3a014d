package form

import (
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestCellsHaveAPlace sees that what no field of the user's stands for, such as the
// number of a row, is at the place of the row, or else of the table.
func TestCellsHaveAPlace(t *testing.T) {
	cell := func(path string) doc.DataCell {
		return doc.DataCell{At: diag.At(path), Lines: [][]doc.Inline{doc.T("x")}}
	}
	f, _ := apply(t, &doc.Document{Parts: []doc.Part{&doc.DataTable{
		At: diag.At("table"), Columns: make([]doc.Column, 2),
		Rows: []doc.DataRow{
			{At: diag.At("row"), Cells: []doc.DataCell{cell("cell"), cell("")}},
			{Cells: []doc.DataCell{cell(""), cell("cell")}},
		},
	}}})
	var got []string
	for _, b := range flat(f.Sections[0]) {
		table, ok := b.(*flow.Table)
		if !ok {
			continue
		}
		for _, r := range table.Rows {
			for _, c := range r.Cells {
				if p := c.Blocks[0].(*flow.Paragraph).At; p != c.At {
					t.Errorf("the text of a cell is at %v, the cell at %v", p, c.At)
				}
				got = append(got, c.At.Path)
			}
		}
	}
	want := [4]string{"cell", "row", "table", "cell"}
	if len(got) != len(want) || [4]string(got) != want {
		t.Errorf("cells are at %q, want %q", got, want)
	}
}
