package form

import (
	"context"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/impatient"
)

// TestCancel: a document is given up at any part, item or row.
func TestCancel(t *testing.T) {
	const n = 1000
	var prose, items, headed, rows doc.Document
	table := &doc.DataTable{Columns: make([]doc.Column, 1)}
	for range n {
		prose.Parts = append(prose.Parts, &doc.Prose{Inlines: doc.T("a")})
		items.Parts = append(items.Parts, &doc.Division{Level: 1, Text: doc.T("a")})
		headed.Parts = append(headed.Parts, &doc.Division{Level: 1, Title: doc.T("a")})
		table.Rows = append(table.Rows, doc.DataRow{Cells: cellsOf("a")})
	}
	rows.Parts = []doc.Part{&doc.Annex{Parts: []doc.Part{table}}}
	for name, d := range map[string]*doc.Document{"prose": &prose, "items": &items, "headings": &headed, "rows": &rows} {
		d.Kind = "ke-hoach"
		whole := impatient.New(t.Context(), impatient.Never)
		if _, _, err := Apply(whole, d, decree.Default(), metrics(t)); err != nil || whole.Asked < n {
			t.Errorf("%s: error %v, asked %d times", name, err, whole.Asked)
		}
		for _, patience := range []int{0, 1, n / 2, n - 1} {
			c := impatient.New(t.Context(), patience)
			f, found, err := Apply(c, d, decree.Default(), metrics(t))
			if err != context.Canceled || f != nil || found != nil || c.Asked != patience+1 {
				t.Errorf("%s, cancelled after %d: error %v, asked %d times", name, patience, err, c.Asked)
			}
		}
	}
}
