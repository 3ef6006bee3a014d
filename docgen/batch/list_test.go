package batch

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"
)

// cellSpec is a cell of a test workbook.
type cellSpec struct {
	value   any
	format  string
	formula string
}

// makeSheet writes a workbook of one sheet.
func makeSheet(t testing.TB, rows [][]any, change func(*excelize.File)) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	const sheet = "Sheet1"
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for y, row := range rows {
		for x, v := range row {
			at, err := excelize.CoordinatesToCellName(x+1, y+1)
			must(err)
			spec, ok := v.(cellSpec)
			if !ok {
				spec = cellSpec{value: v}
			}
			if spec.formula != "" {
				must(book.SetCellFormula(sheet, at, spec.formula))
			} else if spec.value != nil {
				must(book.SetCellValue(sheet, at, spec.value))
			}
			if spec.format != "" {
				style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &spec.format})
				must(err)
				must(book.SetCellStyle(sheet, at, at, style))
			}
		}
	}
	if change != nil {
		change(book)
	}
	var b bytes.Buffer
	must(book.Write(&b))
	return b.Bytes()
}

// readAll reads a list into "row: cell | cell", with a sign for what is no text.
func readAll(t *testing.T, l *List, src []byte) string {
	t.Helper()
	s, found, err := openSource(fstest.MapFS{l.File: {Data: src}}, l, t.TempDir())
	if err != nil || found != nil {
		t.Fatal(err, found)
	}
	var b strings.Builder
	err = s.rows(context.Background(), func(l line) error {
		fmt.Fprintf(&b, "%d:", l.number)
		for _, c := range l.cells {
			sign := map[cellKind]string{numberCell: "#" + c.raw + " ", boolCell: "?", errorCell: "!", unsavedCell: "=", mergedCell: "<>"}[c.kind]
			fmt.Fprintf(&b, " %s%s |", sign, c.text)
		}
		if l.hidden {
			b.WriteString(" hidden")
		}
		b.WriteString("\n")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWorkbook(t *testing.T) {
	rows := [][]any{
		{"DANH SÁCH"},
		nil,
		{"STT", "Họ và tên", "Sinh", "Tiền", "Tỷ lệ", "CCCD", "Ghi chú"},
		{1, " Nguyễn  Văn An", cellSpec{46082, "dd/mm/yyyy", ""}, cellSpec{1500000, "#,##0", ""}, cellSpec{0.155, "0.0%", ""}, cellSpec{1234567890, "000000000000", ""}, true},
		{2, "Trần Thị B\u0301e\u0301", cellSpec{46082, "mmm-yy", ""}, cellSpec{1500000, `#,##0\ "đ"`, ""}, 0.3, "001234567890", cellSpec{formula: "1+1"}},
		{3, "#N/A", "01/3/2026", "1.500.000", nil, 123456789012},
		nil,
		{5, "Ẩn"},
	}
	src := makeSheet(t, rows, func(f *excelize.File) {
		if err := f.SetRowVisible("Sheet1", 8, false); err != nil {
			t.Fatal(err)
		}
		if err := f.MergeCell("Sheet1", "A1", "G1"); err != nil {
			t.Fatal(err)
		}
	})
	const want = `1: <>DANH SÁCH | <>DANH SÁCH | <>DANH SÁCH | <>DANH SÁCH | <>DANH SÁCH | <>DANH SÁCH | <>DANH SÁCH |
3: STT | Họ và tên | Sinh | Tiền | Tỷ lệ | CCCD | Ghi chú |
4: #1 1 | Nguyễn Văn An | #46082 01/03/2026 | #1500000 1.500.000 | #0.155 15,5% | #1234567890 001234567890 | ?TRUE |
5: #2 2 | Trần Thị B́é | #46082 Mar-26 | #1500000 1.500.000 đ | #0.3 0,3 | 001234567890 | = |
6: #3 3 | !#N/A | 01/3/2026 | 1.500.000 |  | #123456789012 123456789012 |
8: #5 5 | Ẩn | hidden
`
	if got := readAll(t, &List{File: "a.xlsx"}, src); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := readAll(t, &List{File: "a.xlsx", Hidden: SkipHidden}, src); strings.Contains(got, "hidden") {
		t.Errorf("hidden row was read:\n%s", got)
	}
}

func TestMergedDown(t *testing.T) {
	src := makeSheet(t, [][]any{{"Đơn vị", "Tên"}, {"Thôn 1", "An"}, {nil, "Bé"}, {"Thôn 2", "Chi"}}, func(f *excelize.File) {
		if err := f.MergeCell("Sheet1", "A2", "A3"); err != nil {
			t.Fatal(err)
		}
	})
	const want = "1: Đơn vị | Tên |\n2: Thôn 1 | An |\n3: Thôn 1 | Bé |\n4: Thôn 2 | Chi |\n"
	if got := readAll(t, &List{File: "a.xlsx"}, src); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestCSV(t *testing.T) {
	const want = "1: Họ tên | Tiền |\n2: Nguyễn Văn An | 1.500.000 |\n3: a, \"b\" | c d |\n"
	text := "Họ tên;Tiền\r\nNguyễn Văn An;1.500.000\r\n\"a, \"\"b\"\"\";\"c\nd\"\r\n"
	for name, tt := range map[string]struct {
		l   List
		src string
	}{
		"utf-8":        {List{File: "a.csv"}, text},
		"with mark":    {List{File: "a.csv"}, "\ufeff" + text},
		"tabs":         {List{File: "a.csv"}, strings.ReplaceAll(text, ";", "\t")},
		"utf-16":       {List{File: "a.csv", Encoding: UTF16}, utf16LE(text)},
		"windows-1258": {List{File: "a.csv", Encoding: Windows1258}, windows1258(text)},
	} {
		if got := readAll(t, &tt.l, []byte(tt.src)); got != want {
			t.Errorf("%s: got\n%swant\n%s", name, got, want)
		}
	}
	for _, tt := range []struct{ src, want string }{
		{"H\xf2a\n", "a.csv:1:2: lỗi [batch.list]: tệp không viết bằng UTF-8; lưu lại bằng UTF-8, hoặc ghi bảng mã của tệp vào \"encoding\""},
	} {
		_, found, err := openSource(fstest.MapFS{"a.csv": {Data: []byte(tt.src)}}, &List{File: "a.csv"}, "")
		if err != nil || found.Error() != tt.want {
			t.Errorf("%q: %v, %v, want %s", tt.src, found, err, tt.want)
		}
	}
}

func utf16LE(s string) string {
	b := []byte{0xff, 0xfe}
	for _, r := range s {
		b = append(b, byte(r), byte(r>>8))
	}
	return string(b)
}

// windows1258 encodes as Windows does: ă â ê ô ơ ư đ and the tones apart.
func windows1258(s string) string {
	tones := map[rune]byte{'\u0300': 0xcc, '\u0309': 0xd2, '\u0303': 0xde, '\u0301': 0xec, '\u0323': 0xf2}
	letters := map[rune]byte{'ễ': 0xea, 'ề': 0xea, 'ọ': 'o'}
	marks := map[rune]rune{'ễ': '\u0303', 'ề': '\u0300', 'ọ': '\u0323'}
	var b []byte
	for _, r := range s {
		switch {
		case letters[r] != 0:
			b = append(b, letters[r], tones[marks[r]])
		case r == 'ê':
			b = append(b, 0xea)
		case r == 'ă':
			b = append(b, 0xe3)
		default:
			b = append(b, byte(r))
		}
	}
	return string(b)
}

func TestYAMLList(t *testing.T) {
	src := "- {Họ tên: Nguyễn Văn An, Số: 0912}\n- Số: 12\n  Họ tên:\n"
	const want = "1: Nguyễn Văn An | 0912 |\n2:  | 12 |\n"
	if got := readAll(t, &List{File: "a.yaml"}, []byte(src)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	for src, want := range map[string]string{
		"a: 1":       "danh sách YAML phải là một dãy",
		"- a":        "mỗi mục của danh sách",
		"- {a: [1]}": "giá trị của \"a\" phải là một dòng chữ",
		"- {":        "a.yaml:1:1: lỗi [plan.bad-yaml]: thiếu giá trị trong dấu ngoặc",
	} {
		_, found, err := openSource(fstest.MapFS{"a.yaml": {Data: []byte(src)}}, &List{File: "a.yaml"}, "")
		if err != nil || !strings.Contains(found.Error(), want) {
			t.Errorf("%q: %v, %v, want %s", src, found, err, want)
		}
	}
}

func TestHeading(t *testing.T) {
	src := []byte("DANH SÁCH;;\nSTT;họ VÀ  tên;Tiền\n1;An;2\n")
	s, _, err := openSource(fstest.MapFS{"a.csv": {Data: src}}, &List{File: "a.csv"}, "")
	if err != nil {
		t.Fatal(err)
	}
	h, found := s.heading([]string{"Họ và tên", "Tiền", "Lớp"})
	if found != nil || h.row != 2 || fmt.Sprint(h.columns) != "map[Họ và tên:1 Tiền:2]" {
		t.Errorf("heading = %+v, %v", h, found)
	}
}

// TestHeadingOfTwoLines: headings may stand in two lines, or where the job says.
func TestHeadingOfTwoLines(t *testing.T) {
	src := []byte("Họ và tên,Khen thưởng,\n,Hình thức,Tiền\nAn,Giấy khen,2\nHọ và tên,Tiền,x\n")
	for _, tt := range []struct {
		row  int
		want string
	}{
		{0, "2 map[Hình thức:1 Họ và tên:0 Tiền:2]"},
		{4, "4 map[Họ và tên:0 Tiền:1]"},
	} {
		s, _, err := openSource(fstest.MapFS{"a.csv": {Data: src}}, &List{File: "a.csv", Heading: tt.row}, "")
		if err != nil {
			t.Fatal(err)
		}
		h, found := s.heading([]string{"Họ và tên", "Hình thức", "Tiền"})
		if got := fmt.Sprint(h.row, " ", h.columns); found != nil || got != tt.want {
			t.Errorf("heading row %d: %s, %v, want %s", tt.row, got, found, tt.want)
		}
	}
}

// TestHiddenInGrid: a hidden row is a finding unless the list says what becomes of it.
func TestHiddenInGrid(t *testing.T) {
	src := makeSheet(t, [][]any{{"Họ và tên"}, {"An"}, {"Bình"}}, func(f *excelize.File) {
		if err := f.SetRowVisible("Sheet1", 3, false); err != nil {
			t.Fatal(err)
		}
	})
	for hidden, want := range map[HiddenRows]string{"": "2 rows, 1 findings", TakeHidden: "2 rows, 0 findings", SkipHidden: "1 rows, 0 findings"} {
		g, found, err := ReadGrid(context.Background(), fstest.MapFS{"a.xlsx": {Data: src}}, &List{File: "a.xlsx", Hidden: hidden}, t.TempDir(),
			func(heading string) bool { return heading == "Họ và tên" })
		if err != nil || g == nil {
			t.Fatal(err, found)
		}
		if got := fmt.Sprintf("%d rows, %d findings", len(g.Rows), len(found)); got != want {
			t.Errorf("hidden: %q: %s, want %s", hidden, got, want)
		}
	}
}
