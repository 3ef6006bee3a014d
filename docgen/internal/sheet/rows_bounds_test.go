package sheet_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/docgen/internal/sheet/sheetcase"
)

// padded makes a text of n bytes, with o in the place of its star.
func padded(text string, n int) string {
	return strings.Replace(text, "*", strings.Repeat("o", n-len(text)+1), 1)
}

// TestRowKinds: rows that are records, or none, by one cell or one letter. The first row below the headings is always a record.
func TestRowKinds(t *testing.T) {
	const head = "Mã,Họ và tên,Năm sinh,Chức vụ,Đơn vị,Tiền\na,An,1980,Phó,Thôn 1,5\n"
	const record = ""
	for _, tt := range []struct{ rows, want string }{
		// Below what may be a signature: rows of many cells that are no records do not make it a title.
		{",Cán bộ xã,,,,\nb,Bé,1981,Phó,Thôn 2,6\n", "tiêu đề của một nhóm"},
		{",Cán bộ xã,,,,\nb,Bé,1981,Phó,,\n", "tiêu đề của một nhóm"},
		{",Cán bộ xã,,,,\n,Tổng cộng,1,2,3,4\n", "phần ký"},
		{",Cán bộ xã,,,,\n,I. KHỐI XÃ,1,2,3,4\n", "phần ký"},
		{",Cán bộ xã,,,,\n,Người lập biểu,,Lê A,Trần B,Chủ tịch\n", "phần ký"},
		{",Cán bộ xã,,,,\nSTT,Tên đơn vị,Số lượng,Ghi chú,,\n", "phần ký"},
		{",Cán bộ xã,,,,\nb,Bé,1981,Phó,Thôn 2,6,7\n", "phần ký"},
		{",Cán bộ xã,,,,\nMã,Họ và tên,Năm sinh,Chức vụ,Đơn vị,Tiền\n", "phần ký"},

		{"STT,Số lượng," + padded("*", 60) + ",,,\n", "tiêu đề của một bảng khác"},
		{"STT,Số lượng," + padded("*", 61) + ",,,\n", record},
		{"STT,Số lượng,lần 2,,,\n", record},
		{"STT,Số lượng,,,,\n", record},
		{"STT,Bé,Số lượng,Tư,,\n", record},

		{",Tổng cộng (),,,,\n", "dòng cộng"},
		{"b," + padded("Tổng cộng (*)", 120) + ",,,,\n", "dòng cộng"},
		{"b," + padded("Tổng cộng (*)", 121) + ",,,,\n", record},
		{padded("Cộng *", 60) + ",,,,,\n", "dòng cộng"},
		{padded("Cộng *", 61) + ",,,,,\n", record},
		{padded("Cộng: 02 người *", 240) + ",,,,,\n", "dòng cộng"},
		{padded("Cộng: 02 người *", 241) + ",,,,,\n", record},
		{padded("Cộng: 02 ngườio *", 61) + ",,,,,\n", record},
		{"b," + padded("Cộng: 02 người *", 61) + ",,,,\n", record},
		{"b,Cộng o,,,,\n", record},
		{",Tổng I+II,,,,\n", "dòng cộng"},
		{"1,An,1980,Cộng 2,,\n", record},
		{"Tổng công ty A,,,,,\n", record},
		{"Tổng hợp viên,,,,,\n", record},

		{"," + padded("(Ký *", 160) + ",,,,\n", "phần ký"},
		{"," + padded("(Ký *", 161) + ",,,,\n", record},
		{",Người lập biểu,,Người nhận quà,,\n", "phần ký"},
		{",Người nhận quà,,Người lập biểu,,\n", "phần ký"},
		{",Người lập biểu,5x,,,\n", record},
		{"1,Người lập biểu,An,,,\n", record},
		{"b,Người lập biểu,An,Bé,Tư,\n", record},
		{",\"Cẩm Hòa, ngày 05 tháng 01 năm 2026\",x,,,\n", record},

		{"," + padded("Đại diện *", 120) + ",,,,\n", "phần ký"},
		{"," + padded("Đại diện *", 121) + ",,,,\n", record},
		{",Kế toán,Thủ quỹ,Chủ tài khoản,,\n", "phần ký"},
		{",Kế toán,Thủ quỹ,Chủ tài khoản,Chủ tịch,\n", "phần ký"},
		{"Duyệt,Kế toán,Thủ quỹ,Chủ tài khoản,Chủ tịch,\n", "phần ký"},
		{"Duyệt,Kế toán,Thủ quỹ,Chủ tài khoản,Thủ kho,Chủ tịch\n", record},
		{",Duyệt,,,,\n", "phần ký"},
		{",Phê duyệt của lãnh đạo,,,,\n", "phần ký"},
		{",Người nhận tiền,Người chi tiền,,,\n", "phần ký"},

		{"(x*),,,,,\n", "lời ghi chú"},
		{"(x*,,,,,\n", record},
		{"x*),,,,,\n", record},
		{"A,Tập thể,,,,\n", "tiêu đề của một nhóm"},
		{"A,Tập thể,5,,,\n", record},
		{"A,Tập thể,x,,,\n", record},
	} {
		got := show(t, sheet.Options{File: "a.csv"}, []byte(head+tt.rows), "Họ và tên", "Tiền")
		_, got, _ = strings.Cut(got, "\n3:")
		got, _, _ = strings.Cut(got, "\n")
		if said := strings.HasPrefix(got, " ! "); said != (tt.want != record) || !strings.Contains(got, tt.want) {
			t.Errorf("%.200q:%.200s, want %q", tt.rows, got, tt.want)
		}
	}
	const numbered = "chỉ đánh số các cột"
	for rows, want := range map[string]bool{"1,2,3,4\n": true, "1,2,3,\n": false, "A,B,1,2\n": true, "(1),(2),,\n": true, "(1),,,\n": false,
		"(1),(2),x,\n": false, "B,C,1,2\n": false, "1,B,2,3\n": false} {
		got := show(t, sheet.Options{File: "a.csv"}, []byte("Mã,Họ và tên,Đơn vị,Tiền\n"+rows), "Họ và tên", "Tiền")
		if strings.Contains(got, numbered) != want {
			t.Errorf("%q:\n%s", rows, got)
		}
	}
	if got := show(t, sheet.Options{File: "a.csv"}, []byte("Họ và tên,Số\n1,2\n"), "Họ và tên"); strings.Contains(got, numbered) {
		t.Errorf("two columns:\n%s", got)
	}
	src := sheetcase.Make(t, [][]any{{nil, "Họ và tên", "Tiền"}, {"I", "KHỐI THÔN"}, {"II", "KHỐI XÃ", 5}}, nil)
	if got := show(t, sheet.Options{File: "a.xlsx"}, src, "Họ và tên", "Tiền"); got != "B=Họ và tên C=Tiền \n2: I | KHỐI THÔN |  |\n3: II | KHỐI XÃ | #5 5 |\n" {
		t.Errorf("a title where no heading stands:\n%s", got)
	}
}

// TestPosts: the lines of signatures, in small letters and in capitals.
func TestPosts(t *testing.T) {
	for post := range strings.SplitSeq("Xác nhận của xã|TM. Ủy ban nhân dân|KT. Chủ tịch|TL. Chủ tịch|TUQ. Chủ tịch|Q. Chủ tịch|Thủ trưởng|Kế toán|"+
		"Thủ quỹ|Thủ kho|Phó Hiệu trưởng|Hiệu trưởng|Giám đốc|Chủ tịch xã|Chủ tài khoản|Tổng Giám đốc|Bí thư|Trưởng thôn|Đại diện hộ|Cán bộ xã|"+
		"Công chức xã|Lãnh đạo phòng|Duyệt|Phê duyệt|Xét duyệt|Người nhận tiền|Người duyệt:", "|") {
		for _, text := range []string{post, strings.ToUpper(post)} {
			src := "Mã,Họ và tên,Năm sinh,Đơn vị,Tiền\na,An,1980,Thôn 1,5\n," + text + ",,,\n"
			if got := show(t, sheet.Options{File: "a.csv"}, []byte(src), "Họ và tên", "Tiền"); !strings.Contains(got, "3: ! là phần ký") {
				t.Errorf("%s:\n%s", text, got)
			}
		}
	}
}

// TestFewColumns: those who sign a list of few columns fill all of a row.
func TestFewColumns(t *testing.T) {
	for rows, want := range map[string]string{
		"An,5\nKế toán,Thủ quỹ\nTrần Văn D,Lê E\n": "3: ! là phần ký của danh sách, không phải một bản ghi\n" +
			"4: ! đứng dưới phần ký của danh sách, không phải một bản ghi\n",
		"Duyệt,Kế toán\nTrần Văn D,Lê E\n":                                         "2: Duyệt | Kế toán |\n3: Trần Văn D | Lê E |\n", // the first row is a record
		"Kế toán,Giám đốc\nThủ quỹ,Kế toán trưởng\nThủ kho,Giám đốc\nAn,Thủ quỹ\n": "5: An | Thủ quỹ |\n",                            // posts and who they answer to
		"An,5\nKế toán,\nKế toán,6\n":                                              "3: Kế toán |  |\n4: Kế toán | 6 |\n",
	} {
		got := show(t, sheet.Options{File: "a.csv"}, []byte("Họ và tên,Tiền\n"+rows), "Họ và tên", "Tiền")
		if !strings.HasSuffix(got, want) {
			t.Errorf("%q: got\n%swant\n%s", rows, got, want)
		}
	}
}

// TestPostAlone: a post alone is a signature where every record has three cells.
func TestPostAlone(t *testing.T) {
	got := show(t, sheet.Options{File: "a.csv"}, []byte("Họ và tên,Đơn vị,Tiền\nAn,T1,5\n,Hiệu trưởng,\n"), "Họ và tên", "Tiền")
	if !strings.Contains(got, "3: ! là phần ký") {
		t.Error(got)
	}
	got = show(t, sheet.Options{File: "a.csv"}, []byte("Họ và tên,Đơn vị,Tiền\nKế toán,Giám đốc,Duyệt\n,Hiệu trưởng,\n"), "Họ và tên", "Tiền")
	if !strings.Contains(got, "3: ! là phần ký") {
		t.Errorf("below a record of posts: %s", got)
	}
}

// TestAside: below a list, rows that hold no record for certain are told from those that may hold one.
func TestAside(t *testing.T) {
	const head = "STT,Họ và tên,Năm sinh,Đơn vị,Tiền\n1,An,1980,Thôn 1,5\n2,Bé,1981,Thôn 1,6\n"
	for rows, want := range map[string]string{
		"Ghi chú: có 02 người,,,,\n":                                 "Ghi chú: có 02 người",
		",\"Cẩm Hòa, ngày 5 tháng 1 năm 2026\",,,\n":                 "Cẩm Hòa, ngày 5 tháng 1 năm 2026",
		",Người lập,,Hiệu trưởng,\n,Lê C,,Trần D,\n":                 "Người lập Lê C",
		",Kế toán,,Hiệu trưởng,\n,Lê C,,Trần D,\n":                   "Kế toán Lê C",
		",Hiệu trưởng,,,\n,Trần D,,,\n":                              "- Trần D", // a post alone may be a nominee
		",Người lập,,Hiệu trưởng,\n,Lê C,1990,Trần D,5\n":            "Người lập -",
		",Người lập,,Hiệu trưởng,\n,Lê C,1990,Trần D,\n":             "Người lập Lê C",
		",Lê C,Người tổng hợp,Thôn 1,x\n":                            "-", // somebody's post
		"Người lập,,,Hiệu trưởng,\nLê C,,,Trần D,\n":                 "Người lập Lê C",
		",Người lập,,Hiệu trưởng,\n3,Lê C,,,\n":                      "Người lập -",
		",Người lập,,,\n" + ",Ấn định danh sách có 02 người./.,,,\n": "Người lập Ấn định danh sách có 02 người./.",
		"Tổng cộng,,,,11\nTổng cộng,,,x,11\n":                        " -",
		"STT,Họ và tên,Năm sinh,Đơn vị,Tiền\n":                       "",
	} {
		l, found, err := sheet.Open(fstest.MapFS{"a.csv": {Data: []byte(head + rows)}}, &sheet.Options{File: "a.csv"},
			func(text string) bool { return text == "Họ và tên" })
		if err != nil || found != nil {
			t.Fatal(err, found)
		}
		var got []string
		err = l.Records(context.Background(), func(r *sheet.Row) error {
			switch {
			case r.Odd != nil && r.Odd.Aside:
				got = append(got, r.Odd.Title)
			case r.Odd != nil:
				got = append(got, "-")
			}
			return nil
		})
		if said := strings.Join(got, " "); err != nil || said != want {
			t.Errorf("%q: %q, want %q", rows, said, want)
		}
	}
}

// TestHeadless: a column that goes on in another one without a heading.
func TestHeadless(t *testing.T) {
	const last = "cột C ghi \"An\" mà không có tiêu đề"
	for _, tt := range []struct {
		rows [][]any
		want string
	}{
		{[][]any{{"STT", "Họ và tên", nil, "Tiền"}, {1, "Lê Văn", "An", 5}, {2, "Lê Thị", "Ba", 6}},
			"ô Sheet1!C2: cột C ghi \"An\" mà không có tiêu đề, nằm ngay sau cột \"Họ và tên\"; ghi tiêu đề cho cột C; " +
				"nếu nội dung của cột \"Họ và tên\" nằm ở hai cột thì gộp vào một"},
		{[][]any{{"STT", "Họ và tên"}, {1, "Lê Văn", "An"}, {2, "Lê Thị", "Ba"}, {3, "Lê Tư"}}, last},
		{[][]any{{"STT", "Họ và tên"}, {1, "Lê Tư"}, {2, "Lê Văn", "An"}}, ""}, // a remark beside some
		{[][]any{{"STT", "Họ và tên"}, {1, nil, "x"}, {2, nil, "x"}, {3, "Lê Văn An"}}, ""},
		{[][]any{{"STT", "Họ và tên", nil, "Tiền"}, {1, "Lê Văn An", nil, 5}}, ""},
		{[][]any{{"STT", "Họ và tên", nil, "Tiền"}}, ""},
	} {
		got := show(t, sheet.Options{File: "a.xlsx"}, sheetcase.Make(t, tt.rows, nil), "Họ và tên")
		if !strings.Contains(got, tt.want) || tt.want == "" && strings.Contains(got, "không có tiêu đề") {
			t.Errorf("%v: got\n%swant\n%s", tt.rows, got, tt.want)
		}
	}
	merged := sheetcase.Make(t, [][]any{{"STT", "Họ và tên", nil, "Tiền"}, {1, "Lê Văn An", nil, 5}}, func(f *excelize.File) {
		if err := f.MergeCell("Sheet1", "B2", "C2"); err != nil {
			t.Fatal(err)
		}
	})
	if got := show(t, sheet.Options{File: "a.xlsx"}, merged, "Họ và tên"); strings.Contains(got, "không có tiêu đề") {
		t.Errorf("cells merged across:\n%s", got)
	}
}

// TestDisplaced: a cell is not just empty where its value stands in the next column, without a heading but among others.
func TestDisplaced(t *testing.T) {
	rows := [][]any{{"STT", "Năm sinh", nil, "Tiền"}, {1, 1970, nil, 5}, {2, nil, 1971, 6}, {3, nil, nil, 7}, {4, 1970, "x", 8}, {5, nil, nil, nil, "x"}, {6, nil, "x", 9}, {7, nil, 5, 9}}
	src := sheetcase.Make(t, rows, nil)
	l, found, err := sheet.Open(fstest.MapFS{"a.xlsx": {Data: src}}, &sheet.Options{File: "a.xlsx"}, func(s string) bool { return s == "Năm sinh" })
	if err != nil || l == nil {
		t.Fatal(found, err)
	}
	got := ""
	if err := l.Records(context.Background(), func(r *sheet.Row) error {
		for column := range 4 {
			if bad := l.Displaced(r, column); bad != nil {
				got += fmt.Sprintf("%d %s: %s; %s\n", r.Number, sheet.ColumnName(column), bad.Text, bad.Fix)
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	const want = "3 B: ô để trống mà ô bên phải, ở cột C không có tiêu đề, ghi \"1971\"; ghi tiêu đề cho cột C, hoặc chuyển giá trị sang cột B\n" +
		"8 B: ô để trống mà ô bên phải, ở cột C không có tiêu đề, ghi \"5\"; ghi tiêu đề cho cột C, hoặc chuyển giá trị sang cột B\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestHeadingPlaces: where headings are found, and over how many rows.
func TestHeadingPlaces(t *testing.T) {
	above := func(n int) string { return strings.Repeat("x,y\n", n) }
	for _, tt := range []struct {
		name    string
		heading int
		src     string
		want    string
	}{
		{"in the last row that is looked at", 0, above(29) + "Họ và tên,Tiền\nAn,5\n", "A=Họ và tên B=Tiền \n31: An | 5 |\n"},
		{"one row below", 0, above(30) + "Họ và tên,Tiền\nAn,5\n", "không thấy tiêu đề cột trong 30 dòng đầu"},
		{"one row below, and said", 31, above(30) + "Họ và tên,Tiền\nAn,5\n", "A=Họ và tên B=Tiền \n32: An | 5 |\n"},
		{"far below, and said", 400, above(399) + "Họ và tên,Tiền\nAn,5\n", "A=Họ và tên B=Tiền \n401: An | 5 |\n"},
		{"said to be another row", 2, "Họ và tên,Tiền\nAn,5\n", "không thấy tiêu đề cột ở dòng 2 (cột được tách bằng dấu phẩy)"},
		{"two rows alike", 0, "Tiền,x\nTiền,y\nAn,5\n", "A=Tiền B=x \n2: Tiền | y |\n3: An | 5 |\n"},
		{"a known heading in the row above", 0, "Họ và tên,\n,Tiền\nAn,5\n", "A=Họ và tên B=Tiền \n3: An | 5 |\n"},
		{"a known heading in the row above, this one said", 2, ",Họ và tên\nTiền,x\n5,An\n", "A=Tiền B=x \n3: 5 | An |\n"},
		{"the same heading twice below itself", 0, "Họ và tên,Tiền,Khen\nHỌ VÀ TÊN,,Ngày sinh\nAn,5,x\n",
			"A=Họ và tên / HỌ VÀ TÊN B=Tiền C=Khen / Ngày sinh \n3: An | 5 | x |\n"},
	} {
		got := show(t, sheet.Options{File: "a.csv", Heading: tt.heading}, []byte(tt.src), "Họ và tên", "Tiền", "Ngày sinh")
		if !strings.Contains(got, tt.want) {
			t.Errorf("%s: got\n%swant\n%s", tt.name, got, tt.want)
		}
	}
	src := sheetcase.Make(t, [][]any{{"Họ và tên", "Khen", "Tiền"}, {nil, "Hình thức", "TIỀN"}, {"An", "Giấy khen", 5}}, func(f *excelize.File) {
		if err := f.MergeCell("Sheet1", "A1", "A2"); err != nil {
			t.Fatal(err)
		}
	})
	const want = "A=Họ và tên B=Khen / Hình thức C=Tiền / TIỀN \n3: An | Giấy khen | #5 5 |\n"
	if got := show(t, sheet.Options{File: "a.xlsx"}, src, "Họ và tên", "Tiền"); got != want {
		t.Errorf("a heading over two rows: got\n%swant\n%s", got, want)
	}
	hidden := sheetcase.Make(t, [][]any{{cell{Value: "x", Format: ";;;"}, "Họ"}, {"An", 1}}, nil)
	if got := show(t, sheet.Options{File: "a.xlsx"}, hidden, "Tên"); !strings.HasSuffix(got, "; dòng 1 của tệp ghi \"Họ\"\n") {
		t.Error(got)
	}
	// The rows below are read no further than they are needed: what is broken there is found later.
	l, found, err := sheet.Open(fstest.MapFS{"a.csv": {Data: []byte(above(299) + "Tên,Tiền\n" + strings.Repeat("An,5\n", 300) + "\"An\n")}},
		&sheet.Options{File: "a.csv", Heading: 300}, func(s string) bool { return s == "Tên" })
	if err != nil || found != nil || len(l.Sample) != 200 {
		t.Errorf("a heading in row 300: %v, %v", found, err)
	}
}

// TestGuessedSeparator: the sign that makes most rows equally wide, in the first rows of a long file.
func TestGuessedSeparator(t *testing.T) {
	const sampled = 16 << 10
	long := func(first, last string, size int) string {
		return first + strings.Repeat("\n", size-len(first)-len(last)) + last
	}
	for _, tt := range []struct{ src, want string }{
		{long("x;y\n", "p,q", sampled), "dấu phẩy"},
		{long("x;y\n", "p,q", sampled+1), "dấu chấm phẩy"},
		{"\nx;" + strings.Repeat("y", sampled), "dấu chấm phẩy"},
		{"x,y\na;b\n", "dấu phẩy"},
		{"x,y\na;b\nc;d\n", "dấu chấm phẩy"},
		{"x,y,z\na,b\nc;d\ne;f\n", "dấu chấm phẩy"},
		{"x|y\n", `dấu "|"`},
		{"x\ty\n", "dấu tab"},
		{"x\n", "dấu phẩy"},
	} {
		if got := show(t, sheet.Options{File: "a.csv"}, []byte(tt.src), "Tên"); !strings.Contains(got, "(cột được tách bằng "+tt.want+")") {
			t.Errorf("%.20q, %d bytes: %.200s, want %s", tt.src, len(tt.src), got, tt.want)
		}
	}
}

// TestMarkedRows: some rows of a text file are read again alone, with the numbers that they had.
func TestMarkedRows(t *testing.T) {
	open := func(o sheet.Options, src []byte) *sheet.List {
		l, found, err := sheet.Open(fstest.MapFS{o.File: {Data: src}}, &o, func(s string) bool { return s == "Tên" })
		if err != nil || found != nil {
			t.Fatal(found, err)
		}
		return l
	}
	src := []byte("Tên,Đơn vị\nAn,Thôn 1\n\n\"Bé\",\"Thôn\n2\"\nChi,Thôn 3\n")
	l := open(sheet.Options{File: "a.csv"}, src)
	var marks []sheet.Mark
	if err := l.Records(context.Background(), func(r *sheet.Row) error { marks = append(marks, r.Mark()); return nil }); err != nil {
		t.Fatal(err)
	}
	got := ""
	tell := func(r *sheet.Row) error {
		got += fmt.Sprintf("%d: %s, %s\n", r.Number, r.Cell(0).Text, r.Cell(1).Text)
		return nil
	}
	if err := l.RecordsAt(context.Background(), marks[1:], tell); err != nil || got != "4: Bé, Thôn 2\n6: Chi, Thôn 3\n" {
		t.Errorf("%s, %v", got, err)
	}
	done, cancel := context.WithCancel(context.Background())
	cancel()
	for name, err := range map[string]error{"marked": l.RecordsAt(done, marks, tell), "all": l.Records(done, tell)} {
		if !errors.Is(err, context.Canceled) || l.Broken(err) != nil {
			t.Errorf("%s rows when told to stop: %v", name, err)
		}
	}
	if err := l.RecordsAt(context.Background(), marks, func(*sheet.Row) error { return io.ErrUnexpectedEOF }); !errors.Is(err, io.ErrUnexpectedEOF) || l.Broken(err) != nil {
		t.Errorf("an error of who takes the rows: %v", err)
	}
	book := sheetcase.Make(t, [][]any{{"Tên"}, {"An"}}, nil)
	for want, l := range map[bool][]*sheet.List{true: {l}, false: {open(sheet.Options{File: "a.csv", Ditto: sheet.FillDitto}, src),
		open(sheet.Options{File: "a.xlsx"}, book), open(sheet.Options{File: "a.yaml"}, []byte("- Tên: An\n"))}} {
		for _, l := range l {
			if l.CanMark() != want {
				t.Errorf("%s: rows can be marked is %t", l.File, !want)
			}
		}
	}
}

// sized is a folder whose files claim a size.
type sized struct {
	fstest.MapFS
	size int64
}

type sizedInfo struct {
	fs.FileInfo
	size int64
}

func (i sizedInfo) Size() int64 { return i.size }

func (s sized) Stat(name string) (fs.FileInfo, error) {
	info, err := s.MapFS.Stat(name)
	return sizedInfo{info, s.size}, err
}

// TestFiles: a list that is not there is an error, one beyond a gigabyte is refused unread.
func TestFiles(t *testing.T) {
	known := func(s string) bool { return s == "Tên" }
	_, found, err := sheet.Open(fstest.MapFS{}, &sheet.Options{File: "a.csv"}, known)
	if !errors.Is(err, sheet.ErrList) || !errors.Is(err, fs.ErrNotExist) || found != nil {
		t.Errorf("%v, %v", found, err)
	}
	if _, _, _, found, err := sheet.Look(fstest.MapFS{}, &sheet.Options{File: "a.csv"}, 5); !errors.Is(err, sheet.ErrList) || found != nil {
		t.Errorf("%v, %v", found, err)
	}
	files := fstest.MapFS{"a.csv": {Data: []byte("Tên\nAn\n")}}
	if l, found, err := sheet.Open(sized{files, 1 << 30}, &sheet.Options{File: "a.csv"}, known); l == nil {
		t.Error(found, err)
	}
	if _, found, err = sheet.Open(sized{files, 1<<30 + 1}, &sheet.Options{File: "a.csv"}, known); err != nil || !strings.Contains(found.Error(),
		"danh sách dài 1.025 MB, nhiều hơn 1.024 MB; chia danh sách") {
		t.Error(found, err)
	}
}

// TestLook: the first rows of a list whose columns nobody knows yet.
func TestLook(t *testing.T) {
	two := func(hide ...string) []byte {
		return sheetcase.Make(t, [][]any{{"Một"}}, func(f *excelize.File) {
			for _, name := range []string{"Hai", "Ba"} {
				if _, err := f.NewSheet(name); err != nil {
					t.Fatal(err)
				}
				if err := f.SetCellValue(name, "A1", name); err != nil {
					t.Fatal(err)
				}
			}
			f.SetActiveSheet(2)
			for _, name := range hide {
				if err := f.SetSheetVisible(name, false); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
	for _, tt := range []struct {
		name, file, sheet, src string
		want                   string // the sheet, the row of headings, the rows
		heading                int
	}{
		{"a table", "a.csv", "", "DANH SÁCH\nHọ,Tên\n1,An\n2,Bé\n3,Chi\n", " 2: DANH SÁCH/Họ/1/2", 0},
		{"two rows of as many words", "a.csv", "", "Họ,Tên\nAn,Bé\n", " 1: Họ/An", 0},
		{"no words", "a.csv", "", "1,2\n", " 0: 1", 0},
		{"words in the last row for headings", "a.csv", "", strings.Repeat("\n", 29) + "Họ\n1\n", " 30: Họ/1", 0},
		{"words below it", "a.csv", "", strings.Repeat("\n", 30) + "Họ\n1\n", " 0: Họ/1", 0},
		{"empty", "a.csv", "", "", "danh sách không có dòng nào", 0},
		{"empty YAML", "a.yaml", "", "[]\n", "danh sách không có dòng nào", 0},
		{"a row that is named", "a.csv", "", "DANH SÁCH\nHọ,Tên\n1,An\n", " 1: DANH SÁCH/Họ/1", 1},
		{"the last row", "a.csv", "", "a\nb\nc\nd\ne\n9\n", " 6: a/b/c/d", 6},
		{"behind the last row", "a.csv", "", "a\nb\n", "chỉ có đến dòng 2, không có dòng tên cột thứ 3", 3},
		{"an empty row", "a.csv", "", "a\n\nb\n", "dòng 2 của danh sách trống", 2},
		{"a row of YAML", "a.yaml", "", "- {Họ: An}\n", " 0: An", 1},
		{"YAML", "a.yaml", "", "- {Họ: An}\n", " 0: An", 0},
		{"no table", "a.doc", "", "x", `không biết đọc danh sách ".doc"`, 0},
		{"broken", "a.csv", "", "Họ\n\"An\n", "dấu ngoặc kép trong tệp CSV không khép đúng", 0},
		{"three sheets", "a.xlsx", "", string(two()), "Sheet1 1: Một", 0},
		{"the first is hidden", "a.xlsx", "", string(two("Sheet1")), "Hai 1: Hai", 0},
		{"one is not hidden", "a.xlsx", "", string(two("Sheet1", "Hai")), "Ba 1: Ba", 0},
		{"a sheet by name", "a.xlsx", "Hai", string(two()), "Hai 1: Hai", 0},
		{"a hidden one by name", "a.xlsx", "Hai", string(two("Hai")), "Hai 1: Hai", 0},
		{"no such sheet", "a.xlsx", "Tư", string(two()), `không có trang tính "Tư"`, 0},
		{"no workbook", "a.xlsx", "", "Họ", "đây là tệp không rõ loại", 0},
	} {
		l, rows, heading, found, err := sheet.Look(fstest.MapFS{tt.file: {Data: []byte(tt.src)}}, &sheet.Options{
			File: tt.file, Sheet: tt.sheet, Heading: tt.heading}, 4)
		if err != nil {
			t.Fatal(err)
		}
		var first []string
		for _, r := range rows {
			first = append(first, r.Cells[0].Text)
		}
		number := 0
		if heading != nil {
			number = heading.Number
		}
		got := fmt.Sprintf("%s %d: %s", l.Sheet, number, strings.Join(first, "/"))
		if found != nil {
			got = found.Error()
		}
		if found != nil && !strings.Contains(got, tt.want) || found == nil && got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestYAMLTexts: the texts of a YAML list are bounded together, aliases counted each time they stand.
func TestYAMLTexts(t *testing.T) {
	const bound = 16 << 20
	for spare, want := range map[int]bool{0: false, 1: true} {
		src := "- {Tên: &a \"" + strings.Repeat("x", bound/2) + "\"}\n- {Tên: *a}\n- {Tên: \"" + strings.Repeat("y", spare) + "\"}\n"
		got := show(t, sheet.Options{File: "a.yaml"}, []byte(src), "Tên")
		if strings.Contains(got, "chữ của danh sách dài hơn 16 MB, kể cả các bí danh") != want {
			t.Errorf("%d over: %.200s", spare, got)
		}
	}
}
