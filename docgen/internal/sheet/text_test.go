package sheet

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/vi"
)

// TestNewText: what a cell holds of a text from outside, and what is wrong with it.
func TestNewText(t *testing.T) {
	for _, tt := range []struct {
		in       string
		declared vi.Legacy
		want     string
		wrong    string
	}{
		{"An", "", "An", ""},
		{" An", "", "An", ""},
		{"An ", "", "An", ""},
		{"Lê\u202fAn", "", "Lê An", ""},
		{"Lê\u1680An", "", "Lê An", ""},
		{"a\x1fb", "", "a\x1fb", "có ký tự điều khiển U+001F"},
		{"a\x7fb", "", "a\x7fb", "có ký tự điều khiển U+007F"},
		{"a~b", "", "a~b", ""},
		{"a\u2029b", "", "a b", ""},
		{"a\u202ab", "", "a\u202ab", "có ký tự đổi chiều chữ U+202A"},
		{"a\u202eb", "", "a\u202eb", "có ký tự đổi chiều chữ U+202E"},
		{"a\u2065b", "", "a\u2065b", ""},
		{"a\u2066b", "", "a\u2066b", "có ký tự đổi chiều chữ U+2066"},
		{"a\u2069b", "", "a\u2069b", "có ký tự đổi chiều chữ U+2069"},
		{"a\u206ab", "", "a\u206ab", ""},
		{"Vaên", vi.VNI, "Văn", ""},
		{"Vaên ă", vi.VNI, "Vaên ă", ""},
		{"Vaên ơ", vi.VNI, "Vaên ơ", ""},
		{"Vaên ư", vi.VNI, "Vaên ư", ""},
		{"Vaên Ạ", vi.VNI, "Vaên Ạ", ""},
		{"Vaên ỿ", vi.VNI, "Vaên ỿ", ""},
		{"Vaên ẟ", vi.VNI, "Văn ẟ", ""},
		{"Vaên ἀ", vi.VNI, "Văn ἀ", ""},
	} {
		c := newText(tt.in, tt.declared)
		wrong := ""
		if c.Wrong != nil && !strings.Contains(c.Wrong.Text, "bảng mã") {
			wrong = c.Wrong.Text
		}
		if c.Text != tt.want || wrong != tt.wrong {
			t.Errorf("%q as %q: %q, %q, want %q, %q", tt.in, tt.declared, c.Text, wrong, tt.want, tt.wrong)
		}
	}
}

// TestLongTexts: a text as long as a cell can hold is taken, a longer one has its length said, and one beyond any cell is shortened.
func TestLongTexts(t *testing.T) {
	for _, tt := range []struct {
		letter string
		n      int
		shown  int // letters that are kept
		wrong  string
	}{
		{"a", maxCell, maxCell, ""},
		{"a", maxCell + 1, maxCell + 1, "dài 32.768 ký tự, nhiều hơn một ô giữ được"},
		{"đ", maxCell, maxCell, ""},
		{"đ", maxCell + 1, maxCell + 1, "dài 32.768 ký tự, nhiều hơn một ô giữ được"},
		{"\uffff", maxCell, maxCell, ""},
		{"😀", (maxCell - 1) / 2, (maxCell - 1) / 2, ""},
		{"😀", (maxCell + 1) / 2, (maxCell + 1) / 2, "dài 32.768 ký tự, nhiều hơn một ô giữ được"},
		{"đ", 2 * maxCell, 2 * maxCell, "dài 65.534 ký tự, nhiều hơn một ô giữ được"},
		{"đ", 2*maxCell + 1, 63, "dài 65.535 ký tự, nhiều hơn một ô giữ được"},
	} {
		c := newText(strings.Repeat(tt.letter, tt.n), "")
		wrong := ""
		if c.Wrong != nil {
			wrong = c.Wrong.Text
		}
		if n := utf8.RuneCountInString(c.Text); n != tt.shown || wrong != tt.wrong {
			t.Errorf("%d of %s: %d letters, %q, want %d, %q", tt.n, tt.letter, n, wrong, tt.shown, tt.wrong)
		}
	}
	for n, want := range map[int]string{60: strings.Repeat("đ", 60), 61: strings.Repeat("đ", 60) + "..."} {
		if got := Quote(strings.Repeat("đ", n)); got != `"`+want+`"` {
			t.Errorf("%d letters quoted: %s", n, got)
		}
	}
}

// TestCellErrors: what a spreadsheet shows where a formula failed or a column is too narrow.
func TestCellErrors(t *testing.T) {
	for s, want := range map[string]bool{"#N/A": true, "#SPILL!": true, "###": true, "#######": true, "##": false, "#": false, "###1": false,
		"#1": false, "N/A": false, "": false} {
		if got := isCellError(s); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}

// TestSwallows: a cell with as many separators as a row, each with letters right behind it, is made of several rows.
func TestSwallows(t *testing.T) {
	for _, tt := range []struct {
		text  string
		width int
		want  bool
	}{
		{"Thôn 1\nBé,6,Thôn 2", 3, true},
		{"Thôn 1\nBé,6", 3, false},
		{"Thôn 1\nBé,6,Thôn 2", 4, true},
		{"Thôn 1\nBé,6,Thôn 2", 5, false},
		{"thôn 1, xã A\nhuyện B, tỉnh C", 3, false},
		{"thôn 1,\nxã A,\nhuyện B", 3, false},
		{"thôn 1,\rxã A,\rhuyện B\n", 3, false},
		{"thôn 1;xã A;huyện B\n", 3, false},
	} {
		if got := swallows(tt.text, tt.width, ','); got != tt.want {
			t.Errorf("%q in a row of %d: %t", tt.text, tt.width, got)
		}
	}
}

// TestInvalidPlace: the line and column of the first byte that is no UTF-8.
func TestInvalidPlace(t *testing.T) {
	for src, want := range map[string][2]int{"\xf2": {1, 1}, "Tên\nH\xf2a": {2, 2}, "\ufffda\xf2\n\xf2": {1, 3}, "Tên\n\n\xf2": {3, 1}, "Họ\xe1\xba": {1, 3}} {
		if line, column := invalidPlace([]byte(src)); line != want[0] || column != want[1] {
			t.Errorf("%q: %d, %d, want %v", src, line, column, want)
		}
	}
}

// TestParts: the bytes of some rows, an empty one among them, one behind the other, however few are asked for.
func TestParts(t *testing.T) {
	for _, most := range []int{1, 3, 100} {
		var b bytes.Buffer
		p := &parts{src: []byte("Tên\nAn\nBé\nChi\n"), left: []Mark{{at: 5, end: 8}, {at: 8, end: 8}, {at: 12, end: 16}}}
		if _, err := io.CopyBuffer(&b, struct{ io.Reader }{p}, make([]byte, most)); err != nil || b.String() != "An\nChi\n" {
			t.Errorf("%d bytes at once: %q, %v", most, b.String(), err)
		}
	}
}

// TestNumberOf: days as a workbook counts them, with the one that never was.
func TestNumberOf(t *testing.T) {
	for day, want := range map[string][2]float64{
		"1900-01-01T00:00": {1, -1460}, "1900-02-28T00:00": {59, -1402}, "1900-02-28T12:00": {59.5, -1401.5}, "1900-03-01T00:00": {61, -1401},
		"1904-03-01T00:00": {1522, 60}, "1990-05-07T06:00": {33000.25, 31538.25},
	} {
		at, err := time.Parse("2006-01-02T15:04", day)
		if err != nil {
			t.Fatal(err)
		}
		if got := [2]float64{numberOf(at, false), numberOf(at, true)}; got != want {
			t.Errorf("%s: %v, want %v", day, got, want)
		}
	}
	for n, want := range map[int][2][3]int{
		0: {{1900, 1, 0}, {1904, 1, 1}}, 1: {{1900, 1, 1}, {1904, 1, 2}}, 59: {{1900, 2, 28}, {1904, 2, 29}}, 60: {{1900, 2, 29}, {1904, 3, 1}},
		61: {{1900, 3, 1}, {1904, 3, 2}},
	} {
		for i, old := range []bool{false, true} {
			if y, m, d := dayOf(n, old); [3]int{y, m, d} != want[i] {
				t.Errorf("day %d, from 1904 %t: %d-%d-%d, want %v", n, old, y, m, d, want[i])
			}
		}
	}
}

// TestFormat: values in each of the ways to print them; an error begins with "!".
func TestFormat(t *testing.T) {
	for _, tt := range []struct {
		name string
		v    Value
		want string
	}{
		{"slug", "Nguyễn Văn\nAn", "nguyen-van-an"}, {"upper", "Lê An", "LÊ AN"}, {"lower", "Lê An", "lê an"}, {"name", "LÊ\nAN", "Lê An"},
		{"first", "lê An", "Lê An"}, {"first", "", ""},
		{"iso", Date{2026, 3, 1}, "2026-03-01"}, {"iso", "", ""}, {"iso", "01/3/2026", "!iso nhận một cột kiểu date (ngày)"},
		{"count", []Record{{}, {}}, "02"}, {"count", Decimal{8, 0}, "08"}, {"count", Decimal{10, 0}, "10"}, {"count", Decimal{3_000_000_000, 0}, "3.000.000.000"},
		{"count", Decimal{-1, 0}, "-1"}, {"count", Decimal{85, 1}, "!count nhận các dòng hoặc một số nguyên"},
		{"count", "", ""}, {"count", "8", "!count nhận các dòng hoặc một số nguyên"},
		{"words", plan.Money(5), "Năm đồng"}, {"words", Decimal{12, 0}, "Mười hai"}, {"words", Decimal{125, 1}, "!words nhận tiền, ngày hoặc số nguyên"},
		{"words", 3, "Ba"}, {"words", "", ""}, {"words", "ba", "!words nhận tiền, ngày hoặc số nguyên"},
		{"words", Date{2026, 3, 1}, "ngày một tháng ba năm hai nghìn không trăm hai mươi sáu"},
		{"Slug", "An", `!không có định dạng "Slug"`},
	} {
		got, err := Format(tt.name, tt.v)
		if err != nil {
			got = "!" + err.Error()
		}
		if !strings.EqualFold(got, tt.want) {
			t.Errorf("%v as %s: %q, want %q", tt.v, tt.name, got, tt.want)
		}
	}
	if !slices.IsSorted(Formats()) || len(Formats()) != len(formats) {
		t.Error(Formats())
	}
}

// TestSum: numbers of any decimals, amounts and empty cells add up; words and days do not.
func TestSum(t *testing.T) {
	for _, tt := range []struct {
		column []Value
		want   string
	}{
		{[]Value{Decimal{15, 1}, Decimal{225, 2}, Decimal{3, 0}, ""}, "6,75"},
		{[]Value{Decimal{225, 2}, Decimal{15, 1}}, "3,75"},
		{[]Value{Decimal{15, 1}, Decimal{25, 1}}, "4"},
		{[]Value{plan.Money(1500), "", plan.Money(2000)}, "3.500"},
		{nil, "0"},
		{[]Value{Decimal{1, 0}, "hai"}, `!cột "Tiền" có chữ, không cộng được`},
		{[]Value{Date{2026, 3, 1}}, `!cột "Tiền" không phải số, không cộng được`},
	} {
		var rows []Record
		for _, v := range tt.column {
			rows = append(rows, Record{"Tiền": v})
		}
		v, err := Sum(rows, "Tiền")
		got := Shown(v)
		if err != nil {
			got = "!" + err.Error()
		}
		if got != tt.want {
			t.Errorf("%v: %s, want %s", tt.column, got, tt.want)
		}
	}
	if _, err := Sum([]Record{{"Tiền": ""}}, "Số"); err == nil || err.Error() != `không có cột "Số"` {
		t.Error(err)
	}
	for _, tt := range []struct {
		a, b Decimal
		want int
	}{{Decimal{15, 1}, Decimal{150, 2}, 0}, {Decimal{15, 1}, Decimal{2, 0}, -1}, {Decimal{2, 0}, Decimal{199, 2}, 1}, {Decimal{-2, 0}, Decimal{-15, 1}, -1}} {
		if got := tt.a.Compare(tt.b); got != tt.want {
			t.Errorf("%v and %v: %d", tt.a, tt.b, got)
		}
	}
}

// TestTagNames: names of tags with and without a name space, and figures to the last that counts.
func TestTagNames(t *testing.T) {
	for tag, want := range map[string]string{"row": "row", "row/": "row/", `row r="1"/`: "row/", "x:row": "row", "/x:row": "/row", "row\nr='1'": "row",
		":row": "row", " row": "", "/row": "/row", "mergeCell ref='A1'": "mergeCell", "/": "/"} {
		name, empty := tagName([]byte(tag))
		if empty {
			name += "/"
		}
		if name != want {
			t.Errorf("%q: %q, want %q", tag, name, want)
		}
	}
	for in, want := range map[string]int{"0": 0, "7": 7, "007": 7, "167772169": 167772169, "167772170": -1, "1a": -1, "/": -1, ":": -1, "-1": -1, "": -1} {
		n, ok := figure([]byte(in))
		if !ok {
			n = -1
		}
		if n != want {
			t.Errorf("figure %q: %d, want %d", in, n, want)
		}
	}
	if got, ok := attr([]byte("c\rr=\"A1\""), "r"); string(got) != "A1" || !ok {
		t.Errorf("behind a CR: %q", got)
	}
}

// TestLongElements: the text of an element is bounded, in one piece or in many.
func TestLongElements(t *testing.T) {
	half := "<t>" + strings.Repeat("a", maxElement/2) + "</t>"
	for _, tt := range []struct {
		src  string
		want int
	}{
		{half + half + "</si>", maxElement},
		{half + half + "<t>b</t></si>", -1},
		{"<t>" + strings.Repeat("a", maxElement-1) + "</t></si>", maxElement - 1},
		{"<t>" + strings.Repeat("a", maxElement+1) + "</t></si>", -1},
	} {
		text, _, err := newScanner(strings.NewReader(tt.src)).element("si", true)
		n := len(text)
		if err != nil {
			n = -1
		}
		if n != tt.want {
			t.Errorf("%d bytes: %d, %v, want %d", len(tt.src), n, err, tt.want)
		}
	}
	columns := strings.Repeat(`<col min="1" max="2" hidden="1"/>`, maxColumns+1)
	if l, err := newScanner(strings.NewReader(columns)).layout(); err != nil || len(l.hidden) != maxColumns {
		t.Errorf("%d hidden columns, %v", len(l.hidden), err)
	}
}

// TestQuotedRow: what stands in a row, to the sixth cell; cells that show nothing are left out.
func TestQuotedRow(t *testing.T) {
	r := &Row{Number: 3, Cells: []Cell{unseen(Text, "x"), TextCell("Họ"), TextCell("Tên")}}
	if got := r.quoted(); got != `; dòng 3 của tệp ghi "Họ", "Tên"` {
		t.Error(got)
	}
	if got := (&Row{Number: 3, Cells: []Cell{unseen(Text, "x")}}).quoted(); got != "" {
		t.Error(got)
	}
}
