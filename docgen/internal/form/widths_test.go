package form

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/lines"
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
	for _, w := range kindOf[*flow.Table](f)[0].Columns {
		if w%doc.Twip != 0 {
			t.Errorf("a column of %d EMU is not of whole twips", w)
		}
		mm = append(mm, math.Round(w.MM()*20)/20)
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
	if w := columnsOf(t, []doc.Column{{Width: doc.MM(40)}, {Share: 1}, {Share: 3}}, []string{"a", "b", "c"}); w[0] != 40 || w[1] != 30 ||
		w[2] != 90 {
		t.Errorf("shares become %v", w)
	}
	// Columns by content fill the text, short ones stay short.
	w := columnsOf(t, make([]doc.Column, 3), []string{"STT", "Họ và tên", "Thành tích"}, []string{"1", "Nguyễn Thị Hoa", long})
	if s := sum(w); s < 159.9 || s > 160.1 {
		t.Errorf("columns %v are %.2f mm together", w, s)
	}
	if w[0] > w[1] || w[1] > w[2] || w[0] < 8 {
		t.Errorf("columns %v", w)
	}
	// A column by content beside a share takes what it needs.
	w = columnsOf(t, []doc.Column{{}, {Share: 1}}, []string{"1", long})
	if w[0] > 10 || sum(w) < 159.9 {
		t.Errorf("columns %v", w)
	}
}

// A table has no column below its longest word as long as there is room; then
// the widest columns give way, and none goes below three letters.
func TestTableStaysInside(t *testing.T) {
	form := func(columns []doc.Column, words ...string) (*flow.Table, diag.List) {
		table := &doc.DataTable{At: diag.Pos{File: "in.yaml", Line: 7, Column: 3}, Columns: columns,
			Rows: []doc.DataRow{{Cells: cellsOf(words...)}}}
		f, found := apply(t, &doc.Document{Kind: "ke-hoach", Parts: []doc.Part{table}})
		return kindOf[*flow.Table](f)[0], found
	}
	wide := func(table *flow.Table) (sum doc.Length) {
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
	room := wholeTwips(doc.MM(160))

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

// TestMissing: a word that nearly fills a line, or is nearly too long for it, asks for room.
func TestMissing(t *testing.T) {
	const near = 10
	for _, tt := range []struct {
		name  string
		words []lines.Word
		more  int
	}{
		{"fits well", []lines.Word{{Width: 90}}, 0},
		{"just fits", []lines.Word{{Width: 91}}, 1},
		{"fills", []lines.Word{{Width: 100}}, 10},
		{"just does not fit", []lines.Word{{Width: 40, Space: 5}, {Width: 64}}, 19},
		{"does not fit", []lines.Word{{Width: 40, Space: 5}, {Width: 65}}, 0},
		{"the second line", []lines.Word{{Width: 60, Space: 5}, {Width: 60, Space: 5}, {Width: 34}}, 9},
		{"behind a line's end", []lines.Word{{Width: 60, Space: 5, Ends: true}, {Width: 34}}, 0},
		{"a space at the end", []lines.Word{{Width: 60, Space: 35}, {Width: 60}}, 0},
		{"the most of all", []lines.Word{{Width: 95, Ends: true}, {Width: 98, Ends: true}, {Width: 92}}, 8},
	} {
		if got := missing(tt.words, 100, near); got != tt.more {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.more)
		}
	}
}

// TestClearColumns: no word of a table ends so near to a line's end that rounding decides,
// unless the widths are the user's.
func TestClearColumns(t *testing.T) {
	texts := strings.Fields("Vận động Nhân dân hiến đất làm đường giao thông nông thôn, đóng góp ngày công lao động và vật liệu xây dựng")
	near := func(columns []doc.Column, seed int) (n int) {
		table := &doc.DataTable{Columns: columns}
		for row := range 12 {
			at := (row*7 + seed*3) % len(texts)
			long := strings.Join(append(texts[at:len(texts):len(texts)], texts[:at]...), " ")
			table.Rows = append(table.Rows, doc.DataRow{Cells: cellsOf(strconv.Itoa(row), long[:len(long)/2], long)})
			if !utf8.ValidString(long[:len(long)/2]) {
				table.Rows[row].Cells[1] = cell(texts[at])
			}
		}
		m := metrics(t)
		out, _ := formedTable(t, table)
		for _, row := range out.Rows {
			for i, cell := range row.Cells {
				for _, b := range cell.Blocks {
					q := b.(*flow.Paragraph)
					words := lines.Words(nil, m, q.Inlines, font.StyleOf(q.Font.Bold, q.Font.Italic), q.Font.Size)
					if missing(words, lines.Room(out.Columns[i]-2*out.Padding, q.Font.Size), lines.Room(nearly, q.Font.Size)) > 0 {
						n++
					}
				}
			}
		}
		return n
	}
	given := 0
	for seed := range 40 {
		for _, columns := range [][]doc.Column{make([]doc.Column, 3), {{Width: doc.MM(15)}, {Share: 1}, {Share: 2}}} {
			if n := near(columns, seed); n > 0 {
				t.Errorf("table %d: %d words at the end of a line", seed, n)
			}
		}
		given += near([]doc.Column{{Width: doc.MM(15)}, {Width: doc.MM(40 + float64(seed)/10)},
			{Width: doc.MM(90 + float64(seed)/10)}}, seed)
	}
	if given == 0 {
		t.Error("no word of the tables ends near the end of a line anyway")
	}
}

// A table of 2,000 rows is formed in a small part of a second.
func BenchmarkTable2000(b *testing.B) {
	table := &doc.DataTable{Header: 1, Columns: make([]doc.Column, 6)}
	table.Rows = append(table.Rows, doc.DataRow{Cells: cellsOf("STT", "Họ và tên", "Đơn vị", "Hình thức", "Tiền thưởng", "Ghi chú")})
	for i := range 2000 {
		table.Rows = append(table.Rows,
			doc.DataRow{Cells: cellsOf(strconv.Itoa(i+1), "Nguyễn Thị Hoa", "Thôn Đồng Chùa", "Giấy khen", "760.000", "")})
	}
	d, p, m := &doc.Document{Kind: "bao-cao", Parts: []doc.Part{table}}, decree.Default(), metrics(b)
	b.ReportAllocs()
	for b.Loop() {
		f, _, err := Apply(b.Context(), d, p, m)
		if err != nil {
			b.Fatal(err)
		}
		f.Release() // as whoever writes it does
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
		rows := kindOf[*flow.Table](f)[0].Rows
		if !rows[0].KeepNext || rows[1].KeepNext != together || rows[2].KeepNext {
			t.Errorf("together %v: %v, %v, %v", together, rows[0].KeepNext, rows[1].KeepNext, rows[2].KeepNext)
		}
	}
}

// TestTableSpans: the first thing that does not fit in a table is a finding where it
// stands: at the cell, at the row, or at the table.
func TestTableSpans(t *testing.T) {
	at := func(line int) diag.Pos { return diag.Pos{File: "in.yaml", Line: line, Column: 1} }
	two := make([]doc.Column, 2)
	cell := doc.DataCell{}
	for name, tt := range map[string]struct {
		table doc.DataTable
		want  string // line and message; empty: all fits
	}{
		"fits": {doc.DataTable{Columns: two,
			Rows: []doc.DataRow{{Cells: []doc.DataCell{{Rows: 2}, cell}}, {Cells: []doc.DataCell{cell}}}}, ""},
		"no columns": {doc.DataTable{Rows: []doc.DataRow{{}}}, "1 bảng không có cột nào"},
		"nothing":    {doc.DataTable{}, "1 bảng không có cột nào"},
		"no rows":    {doc.DataTable{Columns: two}, ""},
		"at the cell": {doc.DataTable{Columns: two,
			Rows: []doc.DataRow{{At: at(2), Cells: []doc.DataCell{{At: at(3), Rows: 2}, cell}}}},
			"3 ô gộp dọc còn thiếu 1 hàng ở cuối bảng"},
		"at the row": {doc.DataTable{Columns: two,
			Rows: []doc.DataRow{{At: at(2), Cells: []doc.DataCell{{Columns: 3}, cell, cell}}}}, "2 hàng của bảng thừa ô: bảng có 2 cột"},
		"at the table": {doc.DataTable{Columns: two, Rows: []doc.DataRow{{Cells: []doc.DataCell{{Columns: -1}, cell, cell}}}},
			"1 số cột hoặc số hàng gộp của ô là số âm"},
		"cells lacking": {doc.DataTable{Columns: two, Rows: []doc.DataRow{{}}}, "1 hàng của bảng thiếu 2 ô: bảng có 2 cột"},
		"lacking a span": {doc.DataTable{Columns: make([]doc.Column, 3),
			Rows: []doc.DataRow{{Cells: []doc.DataCell{cell, {Rows: 2}, cell}}, {At: at(5)}}}, "5 hàng của bảng thiếu 2 ô: bảng có 3 cột"},
		"only the first": {doc.DataTable{Columns: two, Rows: []doc.DataRow{{At: at(4)}, {At: at(5)}}},
			"4 hàng của bảng thiếu 2 ô: bảng có 2 cột"},
		"huge": {doc.DataTable{Columns: two, Rows: []doc.DataRow{{Cells: []doc.DataCell{{Columns: math.MaxInt}, cell, cell}}}},
			"1 hàng của bảng thừa ô: bảng có 2 cột"},
		"too many to see": {doc.DataTable{Columns: make([]doc.Column, 1001), Rows: make([]doc.DataRow, 3)},
			"1 bảng có 1001 cột, nhiều nhất là 1000 cột"},
	} {
		tt.table.At = at(1)
		f, found := apply(t, &doc.Document{Kind: "ke-hoach", Parts: []doc.Part{&tt.table}})
		found = slices.DeleteFunc(found, func(d *diag.Diagnostic) bool { return d.Rule == "form.table-too-wide" })
		got := ""
		for _, d := range found {
			got += fmt.Sprint(d.Pos.Line, " ", d.Message)
			if d.Rule != "doc.table-spans" || d.Level != diag.Error {
				t.Errorf("%s: %v", name, d)
			}
		}
		if got != tt.want {
			t.Errorf("%s: found %q, want %q", name, got, tt.want)
		}
		if tables := kindOf[*flow.Table](f); len(tables) != min(len(tt.table.Rows)*len(tt.table.Columns), 1) {
			t.Errorf("%s: %d tables", name, len(tables))
		}
	}
}

// TestWiden: a cell over several columns whose words need more than these have widens the last of them that has no
// width of its own. Widths are in millimetres.
func TestWiden(t *testing.T) {
	for _, tt := range []struct {
		given       []float64 // widths of the columns, 0: none
		from, count int
		least, want string // of the columns: the longest word before and behind
	}{
		{[]float64{0, 0, 0}, 0, 2, "10 10 10", "10 50 10"},
		{[]float64{0, 0, 0}, 1, 2, "10 10 10", "10 10 50"},
		{[]float64{0, 20, 0}, 0, 2, "10 0 10", "40 0 10"}, // the first alone has none
		{[]float64{0, 20, 20}, 0, 3, "10 0 0", "20 0 0"},
		{[]float64{20, 20, 0}, 0, 2, "0 0 10", "0 0 10"}, // all have
		{[]float64{0, 0, 0}, 0, 2, "30 30 10", "30 30 10"},
		{[]float64{0, 0, 0}, 0, 2, "30 29 10", "30 30 10"},
	} {
		w := &widths{spans: []span{{tt.from, tt.count, doc.MM(60)}}, columns: make([]doc.Column, len(tt.given))}
		for i, field := range strings.Fields(tt.least) {
			mm, _ := strconv.ParseFloat(field, 64)
			w.columns[i].Width = doc.MM(tt.given[i])
			w.least, w.natural = append(w.least, doc.MM(mm)), append(w.natural, doc.MM(35))
		}
		w.widen()
		var got []string
		for i, l := range w.least {
			got = append(got, fmt.Sprint(l.MM()))
			if w.natural[i] != max(doc.MM(35), l) {
				t.Errorf("%v: column %d asks for %.0f mm", tt.given, i+1, w.natural[i].MM())
			}
		}
		if all := strings.Join(got, " "); all != tt.want {
			t.Errorf("%v, %d columns from %d: %s, want %s", tt.given, tt.count, tt.from, all, tt.want)
		}
	}
}

// TestNeeded: a table whose narrowest columns have no room says how wide it must be; less than a twip is rounding.
func TestNeeded(t *testing.T) {
	const room = 100 * doc.Millimetre
	for over, wide := range map[doc.Length]bool{0: false, 1: false, doc.Twip: false, doc.Twip + 1: true, doc.Millimetre: true} {
		w := &widths{columns: []doc.Column{{Width: 40 * doc.Millimetre}, {}}, floor: []doc.Length{0, 60*doc.Millimetre + over},
			least: make([]doc.Length, 2), natural: make([]doc.Length, 2)}
		_, needed := w.settle(room)
		if want := (room + over) * doc.Length(map[bool]int{true: 1}[wide]); needed != want {
			t.Errorf("%d EMU too wide: %d are needed, want %d", over, needed, want)
		}
	}
}
