package form

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
)

// formedTable lowers one table of the body.
func formedTable(t *testing.T, table *doc.DataTable) (*flow.Table, []string) {
	t.Helper()
	fonts, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	made, found, err := Apply(t.Context(), &doc.Document{Parts: []doc.Part{table}}, decree.Default(), fonts)
	if err != nil {
		t.Fatal(err)
	}
	var fixes []string
	for _, d := range found {
		fixes = append(fixes, d.Fix)
	}
	for _, b := range made.Sections[0].Blocks {
		if table, ok := b.(*flow.Table); ok {
			return table, fixes
		}
	}
	t.Fatal("no table")
	return nil, nil
}

func cellOf(s string) doc.DataCell { return doc.DataCell{Lines: [][]doc.Inline{doc.T(s)}} }

// TestWholeRows: a row up to the profile's height stands whole on a page, a taller one may be
// broken, and so may all where the table says so.
func TestWholeRows(t *testing.T) {
	table := &doc.DataTable{Columns: []doc.Column{{Width: doc.MM(20)}, {Width: doc.MM(60)}}}
	for _, lines := range []int{1, 6, 12, 13, 40} { // of 13.8 pt and twice 2 pt: 12 are 59.9 mm
		cell := doc.DataCell{}
		for range lines {
			cell.Lines = append(cell.Lines, doc.T("chữ"))
		}
		table.Rows = append(table.Rows, doc.DataRow{Cells: []doc.DataCell{cellOf("1"), cell}})
	}
	got, _ := formedTable(t, table)
	for i, want := range []bool{true, true, true, false, false} {
		if got.Rows[i].Whole != want {
			t.Errorf("row %d is whole: %t, want %t", i+1, got.Rows[i].Whole, want)
		}
	}
	table.Broken = true
	got, _ = formedTable(t, table)
	for i, r := range got.Rows {
		if r.Whole {
			t.Errorf("row %d may not be broken", i+1)
		}
	}
	// Lines that are wrapped count, too.
	table = &doc.DataTable{Columns: []doc.Column{{Width: doc.MM(20)}}, Rows: []doc.DataRow{
		{Cells: []doc.DataCell{cellOf(strings.Repeat("từ ngữ dài ", 5))}},
		{Cells: []doc.DataCell{cellOf(strings.Repeat("từ ngữ dài ", 60))}},
	}}
	if got, _ = formedTable(t, table); !got.Rows[0].Whole || got.Rows[1].Whole {
		t.Errorf("whole: %t and %t, want the short one alone", got.Rows[0].Whole, got.Rows[1].Whole)
	}
}

// TestRoomier: what makes room in a table of many columns, without what has been done.
func TestRoomier(t *testing.T) {
	none := doc.MM(0.5)
	for _, c := range []struct {
		size, head doc.Length
		padding    *doc.Length
		want, not  string
	}{
		{0, 0, nil, "text_size: 10", ""},
		{0, 0, nil, "padding: 0,5", ""},
		{0, 0, nil, "landscape: true", ""},
		{doc.Pt(10), 0, nil, "padding: 0,5", "text_size"},
		{doc.Pt(10), doc.Pt(10), nil, "padding: 0,5", "text_size"},
		{doc.Pt(9), doc.Pt(12), nil, "text_size: 10", ""},
		{0, 0, &none, "text_size: 10", "padding"},
		{doc.Pt(10), 0, &none, "landscape", "text_size"},
	} {
		table := &doc.DataTable{Size: c.size, HeadSize: c.head, Padding: c.padding, Rows: []doc.DataRow{{}}}
		for range 12 {
			table.Columns = append(table.Columns, doc.Column{})
			table.Rows[0].Cells = append(table.Rows[0].Cells, cellOf("Nghiêngnghiêngnghiêng"))
		}
		_, fixes := formedTable(t, table)
		if len(fixes) != 1 || !strings.Contains(fixes[0], c.want) || c.not != "" && strings.Contains(fixes[0], c.not) {
			t.Errorf("size %v, padding %v: %q, want %q, not %q", c.size, c.padding, fixes, c.want, c.not)
		}
	}
}
