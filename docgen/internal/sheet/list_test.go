package sheet_test

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/docgen/internal/sheet/sheetcase"
)

type cell = sheetcase.Cell

// show reads a list: a line of headings, then "row: cell | cell", with a sign for what is
// no text; "!" and the reason for a row that is no record. Findings stand in their place.
func show(t testing.TB, o sheet.Options, src []byte, wanted ...string) string {
	t.Helper()
	keys := make([]string, len(wanted))
	for i, w := range wanted {
		keys[i] = sheet.Key(w)
	}
	known := func(text string) bool { return slices.Contains(keys, sheet.Key(text)) }
	l, found, err := sheet.Open(fstest.MapFS{o.File: {Data: src}}, &o, known)
	if err != nil {
		t.Fatal(err)
	}
	if l != nil {
		found = append(found, l.OneEach(known, nil)...)
	}
	if found != nil {
		return found.Error() + "\n"
	}
	var b strings.Builder
	last := 0
	for i := range l.Heading.Columns {
		h := &l.Heading.Columns[i]
		fmt.Fprintf(&b, "%s=%s ", sheet.ColumnName(h.Column), h.Text())
		if d := l.HiddenColumn(h); d != nil {
			fmt.Fprintf(&b, "(%s) ", d.Message)
		}
		if d := l.Headless(h); d != nil {
			fmt.Fprintf(&b, "(%s; %s) ", d.Message, d.Fix)
		}
		last = h.Column
	}
	b.WriteByte('\n')
	err = l.Records(context.Background(), func(r *sheet.Row) error {
		fmt.Fprintf(&b, "%d:", r.Number)
		if r.Odd != nil {
			fmt.Fprintf(&b, " ! %s\n", r.Odd.Text)
			return nil
		}
		for column := range last + 1 {
			c := r.Cell(column)
			sign := map[sheet.Kind]string{sheet.Number: "#" + c.Raw + " ", sheet.Bool: "?", sheet.Failed: "!", sheet.Unsaved: "=",
				sheet.Merged: "<>"}[c.Kind]
			if c.Traits&sheet.Struck != 0 {
				sign += "-"
			}
			if c.Wrong != nil {
				sign += "~"
			}
			fmt.Fprintf(&b, " %s%s |", sign, c.Text)
		}
		if d := l.HiddenRow(r); d != nil {
			fmt.Fprintf(&b, " (%s)", d.Message)
		}
		b.WriteString("\n")
		return nil
	})
	if err != nil {
		fmt.Fprintln(&b, l.Broken(err))
	}
	return b.String()
}

func TestWorkbook(t *testing.T) {
	rows := [][]any{
		{"DANH SÁCH"},
		nil,
		{"STT", "Họ và tên", "Sinh", "Tiền", "Tỷ lệ", "CCCD", "Ghi chú"},
		{1, " Nguyễn  Văn An", cell{Value: 46082, Format: "dd/mm/yyyy"}, cell{Value: 1500000, Format: "#,##0"},
			cell{Value: 0.155, Format: "0.0%"}, cell{Value: 1234567890, Format: "000000000000"}, true},
		{2, "Trần Thị Be\u0301", cell{Value: 46082, Format: "mmm-yy"}, cell{Value: 1500000, Format: `#,##0\ "đ"`}, 0.3,
			"001234567890", cell{Formula: "1+1"}},
		{3, "#N/A", "01/3/2026", "1.500.000", nil, int64(123456789012)},
		{4, cell{Value: "Lê An", Struck: true}, cell{Value: 33000, Format: "dd/mm/yyyy", Struck: true}},
		nil,
		{5, "Ẩn"},
	}
	src := sheetcase.Make(t, rows, func(f *excelize.File) {
		if err := f.SetRowVisible("Sheet1", 9, false); err != nil {
			t.Fatal(err)
		}
		if err := f.SetColVisible("Sheet1", "D", false); err != nil {
			t.Fatal(err)
		}
		if err := f.MergeCell("Sheet1", "A1", "G1"); err != nil {
			t.Fatal(err)
		}
	})
	const want = `A=STT B=Họ và tên C=Sinh D=Tiền (ô Sheet1!D3: cột "Tiền" bị ẩn) E=Tỷ lệ F=CCCD G=Ghi chú 
4: #1 1 | Nguyễn Văn An | #46082 01/03/2026 | #1500000 1.500.000 | #0.155 15,5% | #1234567890 001234567890 | ?TRUE |
5: #2 2 | Trần Thị Bé | #46082 Thg 3-26 | #1500000 1.500.000 đ | #0.3 0,3 | 001234567890 | = |
6: #3 3 | !#N/A | 01/3/2026 | 1.500.000 |  | #123456789012 123456789012 |  |
7: #4 4 | -Lê An | #33000 -07/05/1990 |  |  |  |  |
9: #5 5 | Ẩn |  |  |  |  |  | (dòng 9 của trang tính Sheet1: dòng bị ẩn)
`
	o := sheet.Options{File: "a.xlsx"}
	if got := show(t, o, src, "STT", "Họ và tên"); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	o.Hidden = sheet.SkipHidden
	if got := show(t, o, src, "Họ và tên"); strings.Contains(got, "9:") || !strings.Contains(got, "bị ẩn") {
		t.Errorf("skip:\n%s", got)
	}
	o.Hidden = sheet.TakeHidden
	if got := show(t, o, src, "Họ và tên"); !strings.Contains(got, "9:") || strings.Contains(got, "bị ẩn") {
		t.Errorf("take:\n%s", got)
	}
}

// TestMerged: a range merged downwards shows in every row of it; one across columns belongs
// to none of them. Headings merged downwards are one heading.
func TestMerged(t *testing.T) {
	src := sheetcase.Make(t, [][]any{{"Đơn vị", "Tên", "Số"}, nil, {"Thôn 1", "An", 1}, {nil, "Bé", 2}, {"Thôn 2", "Chi", 3}},
		func(f *excelize.File) {
			for _, r := range [][2]string{{"A1", "A2"}, {"B1", "B2"}, {"C1", "C2"}, {"A3", "A4"}, {"A5", "B5"}} {
				if err := f.MergeCell("Sheet1", r[0], r[1]); err != nil {
					t.Fatal(err)
				}
			}
		})
	const want = "A=Đơn vị B=Tên C=Số \n3: Thôn 1 | An | #1 1 |\n4: Thôn 1 | Bé | #2 2 |\n5: ! là tiêu đề của một nhóm, không phải một bản ghi\n"
	if got := show(t, sheet.Options{File: "a.xlsx"}, src, "Đơn vị", "Tên"); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestEncodings(t *testing.T) {
	const want = "A=Họ tên B=Tiền \n2: Nguyễn Văn An | 1.500.000 |\n3: a, \"b\" | c d |\n"
	text := "Họ tên;Tiền\r\nNguyễn Văn An;1.500.000\r\n\"a, \"\"b\"\"\";\"c\nd\"\r\n"
	for name, tt := range map[string]struct {
		encoding string
		src      string
	}{
		"utf-8":        {"", text},
		"with mark":    {"", "\ufeff" + text},
		"only CR":      {"", strings.NewReplacer("\r\n", "\r", "\n", "\r").Replace(text)},
		"tabs":         {"", strings.ReplaceAll(text, ";", "\t")},
		"utf-16":       {sheet.UTF16, utf16LE(text)},
		"its mark":     {"", utf16LE(text)},
		"mark, turned": {"", turned(utf16LE(text))},
		"mark, VNI":    {sheet.VNI, utf16LE("Hoï teân;Tieàn\r\nNguyeãn Vaên An;1.500.000\r\n\"a, \"\"b\"\"\";\"c\nd\"\r\n")},
		"windows-1258": {sheet.Windows1258, windows1258(text)},
		"VNI":          {sheet.VNI, "Hoï teân;Tieàn\r\nNguyeãn Vaên An;1.500.000\r\n\"a, \"\"b\"\"\";\"c\nd\"\r\n"},
		"VNI, bytes":   {sheet.VNI, "Ho\xef te\xe2n;Tie\xe0n\r\nNguye\xe3n Va\xean An;1.500.000\r\n\"a, \"\"b\"\"\";\"c\nd\"\r\n"},
		"TCVN3":        {sheet.TCVN3, "Hä tªn;TiÒn\r\nNguyÔn V¨n An;1.500.000\r\n\"a, \"\"b\"\"\";\"c\nd\"\r\n"},
		"twice":        {sheet.Twice, "Há»\u008d tÃªn;Tiá»\u0081n\r\nNguyá»…n VÄƒn An;1.500.000\r\n\"a, \"\"b\"\"\";\"c\nd\"\r\n"},
	} {
		if got := show(t, sheet.Options{File: "a.csv", Encoding: tt.encoding}, []byte(tt.src), "Họ tên", "Tiền"); got != want {
			t.Errorf("%s: got\n%swant\n%s", name, got, want)
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

// turned swaps the two bytes of each letter.
func turned(s string) string {
	b := []byte(s)
	for i := 0; i+1 < len(b); i += 2 {
		b[i], b[i+1] = b[i+1], b[i]
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

// TestRefusedLists: lists that cannot be read, and what is said of them.
func TestRefusedLists(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"a.csv", "Tên\nH\xf2a\n", `a.csv:2:2: lỗi [batch.list]: tệp không viết bằng UTF-8; lưu lại bằng UTF-8 (trong Excel: Save As, "CSV UTF-8"), hoặc ghi "encoding: windows-1258" cho danh sách nếu tệp viết bằng bảng mã ấy`},
		{"a.csv", "Ten\nNguye\xe3n Va\xean Tr\xf6\xf4\xf8ng\n",
			`mà gõ bằng bảng mã VNI; đúng ra là "Nguyễn Văn Trường"; chuyển sang Unicode, hoặc ghi "encoding: vni" cho danh sách`},
		{"a.csv", "\xff\xfeT\x00", `không thấy tiêu đề cột trong 30 dòng đầu`}, // its mark says what it is
		{"a.csv", "PK\x03\x04\xff", "tệp là .xlsx hay tệp nén"},
		{"a.csv", "Tên\n\"An\nBé\n", "a.csv:3:5: lỗi [batch.list]: dấu ngoặc kép trong tệp CSV không khép đúng"},
		{"a.csv", "Họ,Tuổi\nAn,5\n", `không thấy tiêu đề cột trong 30 dòng đầu (cột được tách bằng dấu phẩy); đặt tên cột đúng như đã khai báo; dòng 1 của tệp ghi "Họ", "Tuổi"`},
		{"a.csv", "1,2,3,4,5,6,7\n", `dòng 1 của tệp ghi "1", "2", "3", "4", "5", "6"`},
		{"a.csv", ",,\n", "danh sách không có dòng nào; ghi dòng đầu là tên các cột"},
		{"a.csv", "\n", "danh sách không có dòng nào; ghi dòng đầu là tên các cột"},
		{"a.csv", "Hoï vaø teân\nNguyeãn Vaên An\n",
			`danh sách gõ bằng bảng mã VNI; đúng ra là "Họ và tên"; chuyển sang Unicode, hoặc ghi "encoding: vni" cho danh sách`},
		{"a.csv", "Tên\nNguyeãn Vaên An\nHoà\nLeâ Thò Hoa\nCao Bá\nTraàn Vaên Bình\n",
			`a.csv:2:1: lỗi [batch.list]: ô A2: danh sách gõ bằng bảng mã VNI; đúng ra là "Nguyễn Văn An"`},
		{"a.csv", "Tên\nNguyÔn V¨n An\n", `ghi "encoding: tcvn3"`},
		{"a.csv", "Tên\nNguyá»…n VÄƒn An\n", `chữ hỏng vì UTF-8 đọc nhầm thành mã phương Tây; đúng ra là "Nguyễn Văn An"`},
		{"a.xls", "", "tệp .xls kiểu cũ chưa đọc được"},
		{"a.ods", "", "tệp .ods chưa đọc được"},
		{"a.pdf", "", `không biết đọc danh sách ".pdf"`},
		{"a.xlsx", "Tên", "đây là tệp không rõ loại, không phải tệp Excel .xlsx"},
		{"a.xlsx", "PKTên", "tệp không phải tệp Excel .xlsx, hoặc đã hỏng"},
		{"a.xlsx", "\xd0\xcf\x11\xe0W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00",
			"đây là tệp Excel kiểu cũ (.xls), không phải tệp Excel .xlsx"},
		{"a.xlsx", "\xd0\xcf\x11\xe0E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", "tệp có mật khẩu"},
		{"a.csv", "Ghi chú\nSTT,Tên\n", "dưới tiêu đề cột của danh sách không có dòng nào có nội dung; điền danh sách rồi lưu lại"},
		{"a.csv", "STT,Tên\n,\n\n", "dưới tiêu đề cột của danh sách không có dòng nào"},
		{"a.yaml", "[]", "danh sách không có dòng nào"},
		{"a.yaml", "- {}", "danh sách không có dòng nào"},
		{"a.yaml", "a: 1", "danh sách YAML phải là một dãy"},
		{"a.yaml", "- a", "mỗi mục của danh sách"},
		{"a.yaml", "- {a: [1]}", `giá trị của "a" phải là một dòng chữ`},
		{"a.yaml", "- {", "a.yaml:1:1: lỗi [plan.bad-yaml]: thiếu giá trị trong dấu ngoặc"},
		{"a.yaml", "- {Tên: An, tên: Bé}", `"Tên" có hai lần trong một mục`},
		{"a.yaml", "- Tên: &a " + strings.Repeat("a", 1<<20) + strings.Repeat("\n- Tên: *a", 20), "các bí danh mở ra quá 16 MB"},
	} {
		if got := show(t, sheet.Options{File: tt.name}, []byte(tt.src), "Tên", "Họ và tên"); !strings.Contains(got, tt.want) {
			t.Errorf("%s %.60q: %s, want %s", tt.name, tt.src, got, tt.want)
		}
	}
	for sign, ok := range map[string]bool{";": true, "|": true, "": true, "ab": false, "\"": false, "\n": false, "\r": false, "\xff": false,
		"\ufeff": false} {
		got := show(t, sheet.Options{File: "a.csv", Separator: sign}, []byte("Tên\nAn\n"), "Tên")
		if ok == strings.Contains(got, "phải là một ký tự") {
			t.Errorf("separator %q: %s", sign, got)
		}
	}
	for o, want := range map[sheet.Options]string{
		{Hidden: "show"}: `không nhận "show"; dùng take hoặc skip`, {Ditto: "copy"}: `không nhận "copy"; dùng fill`,
		{Hidden: sheet.TakeHidden, Ditto: sheet.FillDitto}: "An", {Hidden: sheet.SkipHidden}: "An",
	} {
		o.File = "a.csv"
		if got := show(t, o, []byte("Tên\nAn\n"), "Tên"); !strings.Contains(got, want) {
			t.Errorf("%+v: %s, want %s", o, got, want)
		}
	}
	if got := show(t, sheet.Options{File: "a.csv", Encoding: "ebcdic"}, nil); !strings.Contains(got, `không biết bảng mã "ebcdic"`) {
		t.Error(got)
	}
	got := show(t, sheet.Options{File: "a.csv", Encoding: sheet.UTF8}, []byte(utf16LE("Tên\nAn\n")), "Tên")
	if want := `tệp viết bằng UTF-16; ghi "encoding: utf-16" cho danh sách`; !strings.Contains(got, want) {
		t.Errorf("said to be UTF-8: %s, want %s", got, want)
	}
	if got = show(t, sheet.Options{File: "a.csv"}, []byte(utf16LE("Tên\nAn")+"\xe9"), "Tên"); !strings.Contains(got, "~An") {
		t.Errorf("half a letter: %s", got)
	}
	got = show(t, sheet.Options{File: "a.csv", Encoding: sheet.UTF16}, []byte("Tên"))
	if !strings.Contains(got, "tệp không viết bằng bảng mã utf-16") {
		t.Error(got)
	}
}

// TestRows: which rows of a list are records, and what is said of the others.
func TestRows(t *testing.T) {
	const head = "STT,Họ và tên,Đơn vị,Tiền\n"
	const an = "2: 1 | An | Thôn 1 | 5 |\n"
	const unnumbered = "không có số thứ tự mà chỉ có một ô hoặc toàn số (tiêu đề nhóm, phần tiếp của dòng trên, dòng cộng), không phải một bản ghi\n"
	heading := func(rows string) string { return "A=STT B=Họ và tên C=Đơn vị D=Tiền \n" + rows }
	for _, tt := range []struct{ name, src, want string }{
		{"a comma in a sum", "Họ và tên,Tiền thưởng\nNguyễn Văn An,1,500,000\n",
			"A=Họ và tên B=Tiền thưởng \n2: ! có 4 ô, dòng tiêu đề chỉ có 2\n"},
		{"a comma in a sum, blank headings", "Họ và tên,Tiền thưởng,,\nNguyễn Văn An,1,500,000\nBé,5,,\n",
			"A=Họ và tên B=Tiền thưởng \n2: ! không có tiêu đề cho ô C ghi \"500\"\n3: Bé | 5 |\n"},
		{"separators at the end", head + "1,An,Thôn 1,5,,,\n", heading(an)},
		{"cells left out", head + "1,An\n", heading("2: 1 | An |  |  |\n")},
		{"another separator in a row", "Họ và tên,Ngày sinh,Tiền\nAn;05/01/1990;1\nBé,1,2\n",
			"A=Họ và tên B=Ngày sinh C=Tiền \n2: ! tách bằng dấu chấm phẩy, dòng tiêu đề tách bằng dấu phẩy\n3: Bé | 1 | 2 |\n"},
		{"commas in cells of a list with semicolons", "Họ và tên;Địa chỉ\nAn;thôn 1, xã A, huyện B\nBé;thôn 2, xã A, huyện B\n",
			"A=Họ và tên B=Địa chỉ \n2: An | thôn 1, xã A, huyện B |\n3: Bé | thôn 2, xã A, huyện B |\n"},
		{"a stray quotation mark", "Họ và tên,Tiền,Đơn vị\nAn,5,\"Thôn 1\nBé,6,Thôn 2\nChi,7,Thôn 3\"\n",
			"A=Họ và tên B=Tiền C=Đơn vị \n2: ! có ô C gộp nhiều dòng của danh sách vì dấu ngoặc kép lạc\n"},
		{"an address of two lines", "Họ và tên,Tiền,Đơn vị\nAn,5,\"thôn 1, xã A\nhuyện B\"\n",
			"A=Họ và tên B=Tiền C=Đơn vị \n2: An | 5 | thôn 1, xã A huyện B |\n"},
		{"two columns, an address of two lines", "Họ và tên,Đơn vị\nAn,\"thôn 1\nxã A, huyện B\"\n",
			"A=Họ và tên B=Đơn vị \n2: An | thôn 1 xã A, huyện B |\n"},
		{"a heading broken in two", "Họ và tên,\nĐịa chỉ,Tiền\nAn,5\n",
			"a.csv:2:1: lỗi [batch.heading]: ô A2: một cột có hai tiêu đề \"Họ và tên\" và \"Địa chỉ\"; để mỗi cột một tiêu đề, tất cả trên một dòng\n"},
		{"bars", "Họ và tên|Tiền\nAn|5\n", "A=Họ và tên B=Tiền \n2: An | 5 |\n"},
		{"a title above", "DANH SÁCH; NĂM 2026\nHọ và tên,Tiền\nAn,5\n", "A=Họ và tên B=Tiền \n3: An | 5 |\n"},
		{"a title that reads like a heading", "Địa chỉ,,\nHọ và tên,Tiền,Địa chỉ\nAn,5,Thôn 1\n", "A=Họ và tên B=Tiền C=Địa chỉ \n3: An | 5 | Thôn 1 |\n"},
		{"a heading at the left edge", "Họ và tên,,\n,Tiền,Địa chỉ,Số\nAn,5,Thôn 1,2\n", "A=Họ và tên B=Tiền C=Địa chỉ D=Số \n3: An | 5 | Thôn 1 | 2 |\n"},
		{"one over words that nobody knows", "Họ và tên,,\nHọ,Tiền,Địa chỉ\nAn,5,Thôn 1\n", "A=Họ và tên / Họ B=Tiền C=Địa chỉ \n3: An | 5 | Thôn 1 |\n"},
		{"part of a heading", ",Địa chỉ,\nHọ và tên,Tiền,Số\nAn,5,1\n",
			"a.csv:2:2: lỗi [batch.heading]: ô B2: một cột có hai tiêu đề \"Địa chỉ\" và \"Tiền\"; để mỗi cột một tiêu đề, tất cả trên một dòng\n"},
		{"heading of two rows", "Họ và tên,Khen thưởng,\n,Hình thức,Tiền\nAn,Giấy khen,2\n",
			"A=Họ và tên B=Khen thưởng / Hình thức C=Tiền \n3: An | Giấy khen | 2 |\n"},
		{"a value like a heading", "Họ và tên,Tiền\nHình thức,5\nBé,6\n", "A=Họ và tên B=Tiền \n2: Hình thức | 5 |\n3: Bé | 6 |\n"},
		{"columns numbered", head + "(1),(2),(3),(4)=(2)x(3)\n1,An,Thôn 1,5\n",
			heading("2: ! chỉ đánh số các cột, không phải một bản ghi\n3" + an[1:])},
		{"columns numbered plainly", head + "1,2,3,4\n1,An,Thôn 1,5\n1,2,3,4\n",
			heading("2: ! chỉ đánh số các cột, không phải một bản ghi\n3" + an[1:] + "4: 1 | 2 | 3 | 4 |\n")},
		{"columns lettered", head + "A,B,1,2\n1,An,Thôn 1,5\n", heading("2: ! chỉ đánh số các cột, không phải một bản ghi\n3" + an[1:])},
		{"heading again", head + "1,An,Thôn 1,5\n" + head + "STT,họ VÀ tên,x,\n",
			heading(an + "3: ! lặp lại tiêu đề cột, không phải một bản ghi\n4: ! lặp lại tiêu đề cột, không phải một bản ghi\n")},
		{"another table", head + "1,An,Thôn 1,5\nSTT,Tên đơn vị,Tiền,Ghi chú\n1,Thôn 1,5,x\n" + head + "2,Bé,Thôn 1,5\n",
			heading(an + "3: ! là tiêu đề của một bảng khác, không phải một bản ghi\n4: ! đứng dưới tiêu đề của một bảng khác, không phải một bản ghi\n" +
				"5: ! lặp lại tiêu đề cột, không phải một bản ghi\n6: 2 | Bé | Thôn 1 | 5 |\n")},
		{"a second line of headings", head + ",Họ tên,Lớp,Ghi chú\n1,An,Thôn 1,5\n",
			heading("2: ! là tiêu đề của một bảng khác, không phải một bản ghi\n3" + an[1:])},
		{"words like headings", head + "1,An,Thôn 1,5\n,Lớp,Chủ hộ,\n,Lớp,Chủ hộ,5\n,Lớp,An,Bé\n",
			heading(an + "3:  | Lớp | Chủ hộ |  |\n4:  | Lớp | Chủ hộ | 5 |\n5:  | Lớp | An | Bé |\n")},
		{"one heading is no heading again", head + "1,Họ và tên,Thôn 1,5\n", heading("2: 1 | Họ và tên | Thôn 1 | 5 |\n")},
		{"sums", head + "1,An,Thôn 1,5\n,Tổng cộng,,5\nCộng: 2 người,,,5\n,Tổng số (I+II):,,5\n,TỔNG,,5\n,Tổng: 02 người,,\n2,Tổng công ty A,Thôn 1,5\n",
			heading(an + "3: ! là dòng cộng, không phải một bản ghi\n4: ! là dòng cộng, không phải một bản ghi\n5: ! là dòng cộng, không phải một bản ghi\n" +
				"6: ! là dòng cộng, không phải một bản ghi\n7: ! là dòng cộng, không phải một bản ghi\n8: 2 | Tổng công ty A | Thôn 1 | 5 |\n")},
		{"signature", head + "1,An,Thôn 1,5\n,Người lập biểu,,Chủ tịch\n,Trần Văn B,,Lê C\n" + head + "2,Bé,Thôn 1,5\n",
			heading(an + "3: ! là phần ký của danh sách, không phải một bản ghi\n4: ! đứng dưới phần ký của danh sách, không phải một bản ghi\n" +
				"5: ! lặp lại tiêu đề cột, không phải một bản ghi\n6: 2 | Bé | Thôn 1 | 5 |\n")},
		{"notes", head + "Ghi chú: có 1 người,,,\n,* Không tính hộ mới,,\n,(Danh sách gồm 01 người.),,\n,(*) Tạm tính,,\nẤn định danh sách có 01 người./.,,,\n" +
			",Danh sách này có 01 người,,\n,Số tiền bằng chữ: Năm đồng,,\n,Bằng chữ: Năm đồng,,\n,Đã kiểm tra./.,,\n",
			heading(func() (s string) {
				for i := range 9 {
					s += fmt.Sprintf("%d: ! là lời ghi chú của danh sách, không phải một bản ghi\n", i+2)
				}
				return s
			}())},
		{"no notes", head + "1,(An),,\n,Danh Sách An,,\n,Nguồn Văn An,,\n,Ghi Chúa,,\n,(An) Bé,,\n",
			heading("2: 1 | (An) |  |  |\n3:  | Danh Sách An |  |  |\n4:  | Nguồn Văn An |  |  |\n5:  | Ghi Chúa |  |  |\n6:  | (An) Bé |  |  |\n")},
		{"notes of a list of one column", "Họ và tên\nGhi chú\n", "A=Họ và tên \n2: Ghi chú |\n"},
		{"day of signing", head + ",,\"Cẩm Hòa, ngày 05 tháng 01 năm 2026\",\n",
			heading("2: ! là phần ký của danh sách, không phải một bản ghi\n")},
		{"a person who makes lists", head + "1,An,Người lập biểu,5\n,An,Người lập,x,\n",
			heading("2: 1 | An | Người lập biểu | 5 |\n3: ! là phần ký của danh sách, không phải một bản ghi\n")},
		{"posts below", head + "1,An,Thôn 1,5\n2,Bé,Thôn 2,6\n,Kế toán,,Thủ trưởng đơn vị\n,Trần Văn B,,Lê C\n",
			heading(an + "3: 2 | Bé | Thôn 2 | 6 |\n4: ! là phần ký của danh sách, không phải một bản ghi\n" +
				"5: ! đứng dưới phần ký của danh sách, không phải một bản ghi\n")},
		{"who confirms", head + "1,An,Thôn 1,5\nXÁC NHẬN CỦA UBND PHƯỜNG,,,\n",
			heading(an + "3: ! là phần ký của danh sách, không phải một bản ghi\n")},
		{"groups that are named like posts", head + "1,An,Thôn 1,5\n,Cán bộ xã,,\n,Công chức xã,,\n2,Bé,Thôn 2,6\n,Cán bộ thôn,,\n,Tư,,\n3,Ba,Thôn 2,6\n" +
			",Cán bộ kiểm tra,,\n,Lê C,,\n",
			heading(an + "3: ! là tiêu đề của một nhóm, không phải một bản ghi\n4: ! là tiêu đề của một nhóm, không phải một bản ghi\n" +
				"5: 2 | Bé | Thôn 2 | 6 |\n6: ! là tiêu đề của một nhóm, không phải một bản ghi\n7: ! " + unnumbered + "8: 3 | Ba | Thôn 2 | 6 |\n" +
				"9: ! là phần ký của danh sách, không phải một bản ghi\n10: ! đứng dưới phần ký của danh sách, không phải một bản ghi\n")},
		{"a group at the end", head + "1,An,Thôn 1,5\n,Công chức xã,,\n,Tổng cộng,,5\n,Lê C,,Trần D\n" + head + "1,An,Thôn 1,5\n",
			heading(an + "3: ! là phần ký của danh sách, không phải một bản ghi\n4: ! đứng dưới phần ký của danh sách, không phải một bản ghi\n" +
				"5: ! đứng dưới phần ký của danh sách, không phải một bản ghi\n6: ! lặp lại tiêu đề cột, không phải một bản ghi\n7" + an[1:])},
		{"posts that are awarded", head + "1,Kế toán,,\n1,An,Thôn 1,5\n,Bí thư Chi bộ,,\n,Thủ trưởng đơn vị,Thôn 1,\n",
			heading("2: 1 | Kế toán |  |  |\n3: 1 | An | Thôn 1 | 5 |\n4: ! " + unnumbered + "5:  | Thủ trưởng đơn vị | Thôn 1 |  |\n")},
		{"posts beside others", head + "1,An,Thôn 1,5\n,Kế toán,Thôn 1,6\n,Kế toán,,6\n,Ông Kế toán,,\n",
			heading(an + "3:  | Kế toán | Thôn 1 | 6 |\n4:  | Kế toán |  | 6 |\n5:  | Ông Kế toán |  |  |\n")},
		{"titles of groups", head + "I. KHỐI THÔN,,,\nI,KHỐI THÔN,,\nA,Tập thể,,5\n1,An,,\n,B. Cá nhân,,\n,An,,\n",
			heading("2: ! là tiêu đề của một nhóm, không phải một bản ghi\n3: ! là tiêu đề của một nhóm, không phải một bản ghi\n" +
				"4: ! là tiêu đề của một nhóm, không phải một bản ghi\n5: 1 | An |  |  |\n6: ! là tiêu đề của một nhóm, không phải một bản ghi\n7:  | An |  |  |\n")},
		{"rows without a number", head + ",Thôn 1:,,\n1,An,Thôn 1,5\n,con liệt sĩ,,\n2,Bé,Thôn 1,6\n,,,11\n,,2,11\nPhòng Kinh tế,,,\n" +
			"3,Chi,,\n,Dung,Thôn 1,\n4,,,\n", heading("2: ! " + unnumbered + "3: 1 | An | Thôn 1 | 5 |\n4: ! " + unnumbered +
			"5: 2 | Bé | Thôn 1 | 6 |\n6: ! " + unnumbered + "7: ! " + unnumbered + "8: ! " + unnumbered +
			"9: 3 | Chi |  |  |\n10:  | Dung | Thôn 1 |  |\n11: 4 |  |  |  |\n")},
		{"few rows have a number", head + "1,An,Thôn 1,5\n,Bé,Thôn 1,6\n,Chi,,\n", heading(an + "3:  | Bé | Thôn 1 | 6 |\n4:  | Chi |  |  |\n")},
		{"sums of parts", head + "1,An,Thôn 1,5\n,Tổng I+II,,5\n,Cộng (A + B),,5\n,Tổng 1,,5\n2,Tổng I A,Thôn 1,5\n",
			heading(an + "3: ! là dòng cộng, không phải một bản ghi\n4: ! là dòng cộng, không phải một bản ghi\n" +
				"5: ! là dòng cộng, không phải một bản ghi\n6: 2 | Tổng I A | Thôn 1 | 5 |\n")},
		{"columns numbered with a product", head + "1,2,3,4=2x3\n1,An,Thôn 1,5\n",
			heading("2: ! chỉ đánh số các cột, không phải một bản ghi\n3" + an[1:])},
		{"columns numbered with words", head + "1,2,3,4=An\n1,2,3,5=2x3\n",
			heading("2: 1 | 2 | 3 | 4=An |\n3: 1 | 2 | 3 | 5=2x3 |\n")},
		{"titles in a list of two columns", "Họ và tên,Tiền\nI. KHỐI THÔN,\nAn,5\nII. KHỐI XÃ,7\nIII,KHỐI\nIV. KHỐI XÃ,bảy\n,\n",
			"A=Họ và tên B=Tiền \n2: ! là tiêu đề của một nhóm, không phải một bản ghi\n3: An | 5 |\n" +
				"4: ! là tiêu đề của một nhóm, không phải một bản ghi\n5: III | KHỐI |\n6: IV. KHỐI XÃ | bảy |\n"},
		{"a list of one column", "Họ và tên\nA. Bé\nHọ và tên\n",
			"A=Họ và tên \n2: A. Bé |\n3: ! lặp lại tiêu đề cột, không phải một bản ghi\n"},
	} {
		got := show(t, sheet.Options{File: "a.csv"}, []byte(tt.src),
			"Họ và tên", "Tiền", "Tiền thưởng", "Hình thức", "Ngày sinh", "Địa chỉ")
		if got != tt.want {
			t.Errorf("%s: got\n%swant\n%s", tt.name, got, tt.want)
		}
	}
}

// TestDitto: signs for "as above" are filled in where the list says so.
func TestDitto(t *testing.T) {
	src := "Tên,Đơn vị\nAn,Thôn 1\nBé,-nt-\nTổng cộng,2\nChi,như trên\n\"\"\"\",\n"
	const want = "A=Tên B=Đơn vị \n2: An | Thôn 1 |\n3: Bé | Thôn 1 |\n4: ! là dòng cộng, không phải một bản ghi\n5: Chi | Thôn 1 |\n6: Chi |  |\n"
	if got := show(t, sheet.Options{File: "a.csv", Ditto: sheet.FillDitto}, []byte(src), "Tên"); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	first := "Tên,Đơn vị\nAn,-nt-\n"
	if got := show(t, sheet.Options{File: "a.csv", Ditto: sheet.FillDitto}, []byte(first), "Tên"); !strings.Contains(got, "| -nt- |") {
		t.Error(got)
	}
	merged := sheetcase.Make(t, [][]any{{"Tên", "Đơn vị"}, {"An", "Thôn 1"}, {"Bé", nil}, {"Chi", "nt"}}, func(f *excelize.File) {
		if err := f.MergeCell("Sheet1", "B2", "B3"); err != nil {
			t.Fatal(err)
		}
	})
	if got := show(t, sheet.Options{File: "a.xlsx", Ditto: sheet.FillDitto}, merged, "Tên"); !strings.Contains(got, "4: Chi | Thôn 1 |") {
		t.Error(got)
	}
}

// TestKnownOverKnown: a known heading over several columns has known ones below it.
func TestKnownOverKnown(t *testing.T) {
	src := sheetcase.Make(t, [][]any{{"Họ và tên", "Tiền", nil}, {nil, "Hình thức", "Số"}, {"An", "Giấy khen", 5}}, func(f *excelize.File) {
		if err := f.MergeCell("Sheet1", "B1", "C1"); err != nil {
			t.Fatal(err)
		}
	})
	if got := show(t, sheet.Options{File: "a.xlsx"}, src, "Họ và tên", "Tiền", "Hình thức"); !strings.Contains(got,
		`một cột có hai tiêu đề "Tiền" và "Hình thức"`) {
		t.Error(got)
	}
}

// TestHeadingRow: the headings stand where the list says.
func TestHeadingRow(t *testing.T) {
	src := []byte("Họ và tên,Khen thưởng,\nAn,Giấy khen,2\nHọ và tên,Tiền,x\nBé,5,\n")
	for row, want := range map[int]string{0: "A=Họ và tên B=Khen thưởng ", 3: "A=Họ và tên B=Tiền C=x \n4: Bé | 5 |",
		2: "không thấy tiêu đề cột ở dòng 2"} {
		if got := show(t, sheet.Options{File: "a.csv", Heading: row}, src, "Họ và tên"); !strings.Contains(got, want) {
			t.Errorf("row %d: %s, want %s", row, got, want)
		}
	}
}

func TestYAMLList(t *testing.T) {
	src := "- {Họ tên: Nguyễn Văn An, Số: 0912}\n- Số: 12\n  Họ tên:\n- {Họ tên: &a Bé}\n- {Số: 1, Họ tên: *a}\n"
	const want = "A=Họ tên B=Số \n1: Nguyễn Văn An | 0912 |\n2:  | 12 |\n4: Bé |  |\n5: Bé | 1 |\n"
	if got := show(t, sheet.Options{File: "a.yaml"}, []byte(src)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestFileName: a Mac stores letters and marks apart.
func TestFileName(t *testing.T) {
	stored := norm.NFD.String("Danh sách/khối thôn.csv")
	fsys := fstest.MapFS{stored: {Data: []byte("Tên\nAn\n")}}
	l, found, err := sheet.Open(fsys, &sheet.Options{File: "Danh sách/khối thôn.csv"}, func(s string) bool { return s == "Tên" })
	if err != nil || l == nil || len(l.Sample) != 1 {
		t.Error(found, err)
	}
	for name, want := range map[string]string{"Danh sách/khối thôn.csv": stored, stored: stored, "Danh sách/a.csv": "Danh sách/a.csv",
		"a/b.csv": "a/b.csv"} {
		if got := sheet.FileName(fsys, name); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}

// TestPlace: cells are named as Excel names them.
func TestPlace(t *testing.T) {
	for want, got := range map[string]string{
		"B7": sheet.Place("", 1, 7), "Sheet1!AA3": sheet.Place("Sheet1", 26, 3), "'Danh sách'!XFD1": sheet.Place("Danh sách", 16383, 1),
		"'2026'!A1": sheet.Place("2026", 0, 1), "'a''b'!A1": sheet.Place("a'b", 0, 1), "Đợt_1.2!A1": sheet.Place("Đợt_1.2", 0, 1),
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestSpoilt: a fault is of the column when all its cells have it, and there are some.
func TestSpoilt(t *testing.T) {
	read := func(column ...any) string {
		rows := [][]any{{"Ngày"}}
		for _, v := range column {
			rows = append(rows, []any{v})
		}
		l, found, err := sheet.Open(fstest.MapFS{"a.xlsx": {Data: sheetcase.Make(t, rows, nil)}}, &sheet.Options{File: "a.xlsx"},
			func(s string) bool { return s == "Ngày" })
		if err != nil || found != nil {
			t.Fatal(found, err)
		}
		return l.Spoilt(0, sheet.DateType)
	}
	month := cell{Value: 33000, Format: "mm/yyyy"}
	for want, got := range map[string]string{"thiếu ngày": read(month, month, month),
		"": read(month, month) + read(month, month, month, "01/02/2020") + read(month, month, 5)} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestUncalculated: a formula without its result is no empty cell, however the program that
// wrote it left the result out.
func TestUncalculated(t *testing.T) {
	row := func(cell string) string {
		return `<row r="2"><c r="A2" t="inlineStr"><is><t>An</t></is></c>` + cell + `</row>`
	}
	const head = `<row r="1"><c r="A1" t="inlineStr"><is><t>Tên</t></is></c><c r="B1" t="inlineStr"><is><t>Tiền</t></is></c></row>`
	for cell, want := range map[string]string{
		`<c r="B2"><f>1+1</f></c>`:                 "=",
		`<c r="B2"><f>1+1</f><v/></c>`:             "=",
		`<c r="B2"><f>1+1</f><v> </v></c>`:         "=",
		`<c r="B2"><f>1+1</f><v>2</v></c>`:         "#2 2",
		`<c r="B2" t="str"><f>""</f><v></v></c>`:   "",
		`<c r="B2" t="str"><f>A2</f><v>An</v></c>`: "An",
		`<c r="B2"><v/></c>`:                       "",
	} {
		src := book(t, map[string]func(io.Writer) error{"xl/s.xml": func(w io.Writer) error {
			_, err := io.WriteString(w, "<worksheet><sheetData>"+head+row(cell)+"</sheetData></worksheet>")
			return err
		}})
		if got := show(t, sheet.Options{File: "a.xlsx"}, src, "Tên", "Tiền"); !strings.HasSuffix(got, "2: An | "+want+" |\n") {
			t.Errorf("%s:\n%s", cell, got)
		}
	}
}

// TestHeldRows: a record below a title may leave cells out; far below a signature nothing makes it a title.
func TestHeldRows(t *testing.T) {
	const head = "STT,Họ và tên,Năm sinh,Chức vụ,Đơn vị,Tiền\n1,An,1980,Phó,Thôn 1,5\n,Cán bộ xã,,,,\n"
	for name, tt := range map[string]struct {
		src  string
		want string
	}{
		"without a year and a post": {"2,Bé,,,Thôn 2,6\n", "3: ! là tiêu đề của một nhóm, không phải một bản ghi\n4: 2 | Bé"},
		"with three cells":          {"2,Bé,,,,6\n", "3: ! là phần ký của danh sách, không phải một bản ghi\n4: ! đứng dưới"},
		"after 198 rows": {strings.Repeat(",x,y,,,\n", 198) + "2,Bé,1981,Phó,Thôn 2,6\n",
			"3: ! là tiêu đề của một nhóm, không phải một bản ghi\n4:  | x"},
		"after 200 rows": {strings.Repeat(",x,y,,,\n", 200) + "2,Bé,1981,Phó,Thôn 2,6\n",
			"3: ! là phần ký của danh sách, không phải một bản ghi\n4: ! đứng dưới"},
	} {
		if got := show(t, sheet.Options{File: "a.csv"}, []byte(head+tt.src), "Họ và tên", "Tiền"); !strings.Contains(got, tt.want) {
			t.Errorf("%s: %.300s", name, got)
		}
	}
}
