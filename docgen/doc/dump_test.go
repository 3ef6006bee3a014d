package doc

import (
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
