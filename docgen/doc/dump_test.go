package doc

import (
	"io"
	"strings"
	"testing"
	"time"
)

func TestDump(t *testing.T) {
	d := &Document{
		Kind: "ke-hoach", Meta: Meta{Title: "Kế hoạch", Created: time.Date(2026, 1, 26, 0, 0, 0, 0, time.UTC)},
		Parts: []Part{
			&Title{Kind: "Kế hoạch", Subject: T("Tuyên truyền")},
			&Division{Level: 1, ID: "a", Title: []Inline{&Strong{T("Mục")}, &LineBreak{}, &Blank{Name: "day", Width: 8 * Point, Leader: '.'}}, Parts: []Part{
				&Prose{Look: NoteLook, Inlines: []Inline{&Ref{ID: "a", Inlines: T("Mục I")}, &Note{Number: 1, Inlines: T("x")}}},
			}},
			&DataTable{Columns: []Column{{Width: Millimetre}}, Rows: []DataRow{{Role: TotalRow, Cells: []DataCell{{Columns: 2, Lines: [][]Inline{T("một"), T("hai")}}}}}},
		},
	}
	var b strings.Builder
	if err := Dump(&b, d); err != nil {
		t.Fatal(err)
	}
	const want = `Document Meta.Title="Kế hoạch" Meta.Created=2026-01-26 00:00:00 +0000 UTC Kind="ke-hoach"
  Title Kind="Kế hoạch" Subject="Tuyên truyền"
  Division Level=1 ID="a" Title="**Mục** / {blank day 8 .}"
    Prose Inlines="{ref a Mục I}{note 1 x}" Look=note
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
	loop := &Group{}
	loop.Blocks = []Block{loop}
	part := &Division{}
	part.Parts = []Part{part}
	for name, err := range map[string]error{
		"nil":         Dump(io.Discard, nil),
		"part":        Dump(io.Discard, &Document{Parts: []Part{(*Prose)(nil)}}),
		"only":        Dump(io.Discard, &Document{Only: part}),
		"typed only":  Dump(io.Discard, &Document{Only: (*Annex)(nil)}),
		"flow":        DumpFlow(io.Discard, nil),
		"nil section": DumpFlow(io.Discard, &Flow{Sections: make([]*Section, 1)}),
		"loop":        DumpFlow(io.Discard, &Flow{Sections: []*Section{{Blocks: []Block{loop}}}}),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if err := Dump(io.Discard, &Document{}); err != nil {
		t.Error(err)
	}
}
