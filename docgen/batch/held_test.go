package batch

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
)

// TestHeld: both bounds, at their figures.
func TestHeld(t *testing.T) {
	var rows, texts held
	for n := range maxHeldRows {
		if err := rows.add(&sheet.Row{Number: n}); err != nil {
			t.Fatal(err)
		}
	}
	if rows.add(&sheet.Row{}) == nil {
		t.Error("a row too many is kept")
	}
	half := strings.Repeat("x", maxHeldBytes/4)
	row := &sheet.Row{Cells: []sheet.Cell{{Text: half}, {Lines: half}}}
	if err := texts.add(row); err != nil {
		t.Error(err)
	}
	if err := texts.add(row); err != nil {
		t.Error(err)
	}
	if texts.add(&sheet.Row{Cells: []sheet.Cell{{Text: "x"}}}) == nil {
		t.Error("a letter too many is kept")
	}
}

// TestTooLongToSort: a job that sorts or groups ends with a finding before it fills the memory; one
// that does neither takes the same list.
func TestTooLongToSort(t *testing.T) {
	const cell, rows = 32_000, maxHeldBytes/32_000 + 1
	list := rosterHead + strings.Repeat("An;"+strings.Repeat("x", cell)+";;;;x\n", rows)
	for _, keys := range []string{"sort: [{column: name}]\n", "group_by: name\n"} {
		job := strings.NewReplacer("key: [name]\n", keys, "{{slug .name}}", "x").Replace(rosterJob)
		res, found := runJob(t, files(job, list), t.TempDir(), Options{DryRun: true})
		if res.Written != 0 || res.Bad == 0 ||
			!strings.Contains(found, "danh-sach.csv:2098:1: lỗi [batch.list]: danh sách dài hơn 100.000 dòng hay 64 MB chữ") {
			t.Errorf("%s: %+v %.300s", keys, res, found)
		}
	}
}
