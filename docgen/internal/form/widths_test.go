package form

import (
	"strconv"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
)

// columnsOf gives the widths of a table's columns in millimetres.
func columnsOf(t *testing.T, columns []doc.Column, rows ...[]string) []float64 {
	t.Helper()
	table := &doc.DataTable{Columns: columns}
	for _, r := range rows {
		table.Rows = append(table.Rows, doc.DataRow{Cells: cellsOf(r...)})
	}
	f, found := apply(t, &doc.Document{Kind: "ke-hoach", Parts: []doc.Part{table}})
	if len(found) > 0 {
		t.Fatal(found.Error())
	}
	var mm []float64
	for _, w := range kindOf[*doc.Table](f)[0].Columns {
		mm = append(mm, w.MM())
	}
	return mm
}

func TestColumnWidths(t *testing.T) {
	long := "Vận động Nhân dân hiến đất làm đường giao thông nông thôn, đóng góp ngày công lao động và vật liệu"
	sum := func(w []float64) (s float64) {
		for _, v := range w {
			s += v
		}
		return s
	}
	// Given widths stay as they are.
	if w := columnsOf(t, []doc.Column{{Width: doc.MM(20)}, {Width: doc.MM(50)}}, []string{"a", "b"}); w[0] != 20 || w[1] != 50 {
		t.Errorf("given widths become %v", w)
	}
	// Shares take what is left over.
	if w := columnsOf(t, []doc.Column{{Width: doc.MM(40)}, {Share: 1}, {Share: 3}}, []string{"a", "b", "c"}); w[0] != 40 || w[1] != 30 || w[2] != 90 {
		t.Errorf("shares become %v", w)
	}
	// Columns by content fill the text, short ones stay short.
	w := columnsOf(t, make([]doc.Column, 3), []string{"STT", "Họ và tên", "Thành tích"}, []string{"1", "Nguyễn Thị Hoa", long})
	if s := sum(w); s < 159.99 || s > 160.01 {
		t.Errorf("columns %v are %.2f mm together", w, s)
	}
	if w[0] > w[1] || w[1] > w[2] || w[0] < 8 {
		t.Errorf("columns %v", w)
	}
	// A column by content beside a share takes what it needs.
	w = columnsOf(t, []doc.Column{{}, {Share: 1}}, []string{"1", long})
	if w[0] > 10 || sum(w) < 159.99 {
		t.Errorf("columns %v", w)
	}
}

// A table has no column below its longest word as long as there is room; then
// the widest columns give way, and none goes below three letters.
func TestTableStaysInside(t *testing.T) {
	form := func(columns []doc.Column, words ...string) (*doc.Table, diag.List) {
		table := &doc.DataTable{At: diag.Pos{File: "in.yaml", Line: 7, Column: 3}, Columns: columns, Rows: []doc.DataRow{{Cells: cellsOf(words...)}}}
		f, found := apply(t, &doc.Document{Kind: "ke-hoach", Parts: []doc.Part{table}})
		return kindOf[*doc.Table](f)[0], found
	}
	wide := func(table *doc.Table) (sum doc.Length) {
		for _, w := range table.Columns {
			sum += w
		}
		return sum
	}
	repeat := func(s string, n int) (words []string) {
		for range n {
			words = append(words, s)
		}
		return words
	}
	warned := func(found diag.List) bool {
		return len(found) == 1 && found[0].Rule == "form.table-narrow" && found[0].Level == diag.Warning && found[0].Pos.Line == 7
	}
	room := doc.MM(160)

	// Twelve columns of a word of 15 mm each: more than the words have room for.
	table, found := form(make([]doc.Column, 12), append(repeat("nghiêng", 11), "1")...)
	if !warned(found) || wide(table) > room || wide(table) < room-doc.Twip {
		t.Errorf("12 columns are %.2f mm wide, findings %v", wide(table).MM(), found)
	}
	for i, c := range table.Rows[0].Cells {
		if !c.BreakWords {
			t.Errorf("words of column %d must not break", i+1)
		}
	}
	if table.Columns[11] >= table.Columns[0] {
		t.Errorf("the column of a figure is %v wide, those of words %v", table.Columns[11], table.Columns[0])
	}
	// One word wider than the paper takes room from no short one.
	table, found = form(make([]doc.Column, 3), "Số", strings.Repeat("a", 100), "Nghiêng")
	if !warned(found) || wide(table) > room || table.Columns[1] < table.Columns[0] || table.Columns[2] < doc.MM(15) {
		t.Errorf("columns %v, findings %v", table.Columns, found)
	}
	// A share that does not hold its word gets more.
	table, found = form([]doc.Column{{Share: 1}, {Share: 99}}, "nghiêng", "a")
	if len(found) > 0 || wide(table) != room || table.Columns[0] < doc.MM(15) {
		t.Errorf("columns %v, findings %v", table.Columns, found)
	}
	// Words of columns in millimetres do not break.
	table, _ = form([]doc.Column{{Width: doc.MM(10)}, {}}, "nghiêng", "a")
	if cells := table.Rows[0].Cells; cells[0].BreakWords || !cells[1].BreakWords {
		t.Error("words break in a column of given width, or do not in another")
	}
	// What has no room even so is a finding at the table.
	for name, c := range map[string]struct {
		columns []doc.Column
		words   []string
	}{
		"many columns": {make([]doc.Column, 20), repeat("nghiêng", 20)},
		"given widths": {[]doc.Column{{Width: doc.MM(100)}, {Width: doc.MM(80)}}, []string{"a", "b"}},
		"no room left": {[]doc.Column{{Width: doc.MM(160)}, {Share: 1}}, []string{"a", "b"}},
	} {
		_, found := form(c.columns, c.words...)
		if len(found) != 1 || found[0].Rule != "form.table-too-wide" || found[0].Pos.Line != 7 || found[0].Level != diag.Error {
			t.Errorf("%s: findings %v", name, found)
		}
	}
}

// A table of 2,000 rows is formed in a small part of a second.
func BenchmarkTable2000(b *testing.B) {
	table := &doc.DataTable{Header: 1, Columns: make([]doc.Column, 6)}
	table.Rows = append(table.Rows, doc.DataRow{Cells: cellsOf("STT", "Họ và tên", "Đơn vị", "Hình thức", "Tiền thưởng", "Ghi chú")})
	for i := range 2000 {
		table.Rows = append(table.Rows, doc.DataRow{Cells: cellsOf(strconv.Itoa(i+1), "Nguyễn Thị Hoa", "Thôn Đồng Chùa", "Giấy khen", "760.000", "")})
	}
	d, p, m := &doc.Document{Kind: "bao-cao", Parts: []doc.Part{table}}, decree.Default(), metrics(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Apply(d, p, m); err != nil {
			b.Fatal(err)
		}
	}
}

// TestTableTogether: all rows but the last stand on the page of the next.
func TestTableTogether(t *testing.T) {
	for _, together := range []bool{false, true} {
		table := &doc.DataTable{Columns: make([]doc.Column, 1), Header: 1, Together: together}
		for range 3 {
			table.Rows = append(table.Rows, doc.DataRow{Cells: cellsOf("a")})
		}
		f, _ := apply(t, &doc.Document{Kind: "ke-hoach", Parts: []doc.Part{table}})
		rows := kindOf[*doc.Table](f)[0].Rows
		if !rows[0].KeepNext || rows[1].KeepNext != together || rows[2].KeepNext {
			t.Errorf("together %v: %v, %v, %v", together, rows[0].KeepNext, rows[1].KeepNext, rows[2].KeepNext)
		}
	}
}
