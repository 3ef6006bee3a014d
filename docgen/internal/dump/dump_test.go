package dump

import (
	"io"
	"strings"
	"testing"
	"time"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

func TestDump(t *testing.T) {
	d := &doc.Document{
		Kind: "ke-hoach", Meta: doc.Meta{Title: "Kế hoạch", Created: time.Date(2026, 1, 26, 0, 0, 0, 0, time.UTC)},
		Parts: []doc.Part{
			&doc.Title{Kind: "Kế hoạch", Subject: doc.T("Tuyên truyền")},
			&doc.Division{Level: 1, ID: "a",
				Title: []doc.Inline{&doc.Strong{Inlines: doc.T("Mục")}, &doc.LineBreak{},
					&doc.Blank{Name: "day", Width: 8 * doc.Point, Leader: '.'}}, Parts: []doc.Part{
					&doc.Prose{Centered: true, Inlines: []doc.Inline{&doc.Ref{ID: "a", Inlines: doc.T("Mục I")},
						&doc.Note{Number: 1, Inlines: doc.T("x")}}},
				}},
			&doc.DataTable{Columns: []doc.Column{{Width: doc.Millimetre}},
				Rows: []doc.DataRow{{Role: doc.TotalRow,
					Cells: []doc.DataCell{{Columns: 2, Lines: [][]doc.Inline{doc.T("một"), doc.T("hai")}}}}}},
		},
	}
	var b strings.Builder
	if err := Document(&b, d); err != nil {
		t.Fatal(err)
	}
	const want = `Document Meta.Title="Kế hoạch" Meta.Created=2026-01-26 00:00:00 +0000 UTC Kind="ke-hoach"
  Title Kind="Kế hoạch" Subject="Tuyên truyền"
  Division Level=1 ID="a" Title="**Mục** / {blank day 8 .}"
    Prose Inlines="{ref a Mục I}{note 1 x}" Centered=true
  DataTable
    Column Width=2.83
    DataRow Role=total
      DataCell Columns=2 "một" "hai"
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// TestDumpOfUnsound: what cannot be walked is an error, not a panic.
func TestDumpOfUnsound(t *testing.T) {
	part := &doc.Division{}
	part.Parts = []doc.Part{part}
	for name, err := range map[string]error{
		"nil":         Document(io.Discard, nil),
		"part":        Document(io.Discard, &doc.Document{Parts: []doc.Part{(*doc.Prose)(nil)}}),
		"only":        Document(io.Discard, &doc.Document{Only: part}),
		"typed only":  Document(io.Discard, &doc.Document{Only: (*doc.Annex)(nil)}),
		"flow":        Flow(io.Discard, nil),
		"nil section": Flow(io.Discard, &flow.Flow{Sections: make([]*flow.Section, 1)}),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if err := Document(io.Discard, &doc.Document{}); err != nil {
		t.Error(err)
	}
}
