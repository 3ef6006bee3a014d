package form

import (
	"strconv"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
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
