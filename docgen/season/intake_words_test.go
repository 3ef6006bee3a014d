package season_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/vanban-go/vanban/docgen/internal/sheet/sheetcase"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan"
)

// TestHeadingWords: headings of names, ratings and votes are known by their words, whoever's they are.
func TestHeadingWords(t *testing.T) {
	const name, rating, yes, no = "Họ và tên", "Xếp loại 2026", "Số phiếu đồng ý", "Số phiếu không đồng ý"
	for text, want := range map[string]string{
		"Họ tên cán bộ": name, "Họ và tên cán bộ, công chức, viên chức": name, "Họ và tên người được đề nghị khen thưởng": name,
		"Họ tên cán bộ được xét": name, "Họ và tên được tặng": name, "Họ và tên người đề nghị": "", "Họ và tên người xét": "", "Họ tên cán bộ tặng": "",
		"Họ và tên người khen thưởng": "", "Họ và tên đề nghị": "", "Họ và tên được": "", "Số phiếu của Hội đồng tán thành": yes,
		"Họ và tên cha": "", "Họ và tên người giới thiệu": "", "Sinh năm": "Năm sinh", "Năm sinh nữ": "Năm sinh", "Ngày, tháng, năm sinh Nam": "Năm sinh", "Nam": "", "Chức vụ nam": "",
		"Tên tổ chức đảng, đảng viên": severalKinds,
		"Xếp loại các năm 2026":       rating, "Kết quả xếp loại năm học 2025 - 2026": rating, "Xếp loại viên chức năm học 2025–2026": rating,
		"Mức độ hoàn thành nhiệm vụ 02 năm liền kề 2026": rating, "Đánh giá 2026": "", "Đánh giá, phân loại 2026": rating,
		"Xếp loại 2025 và 2026": "", "Xếp loại năm học 2024 - 2026": "", "Xếp loại đảng viên 2026": "", "Xếp loại 2026 của xã": "",
		"Xếp loại": "", "Năm học 2025 - 2026": "", "Đánh giá": "", "Hoàn thành nhiệm vụ 2026": "",
		"Số phiếu tán thành": yes, "Kết quả biểu quyết đồng ý": yes, "Số phiếu bầu nhất trí": yes, "Kết quả bỏ phiếu kín không tán thành": no,
		"Đồng ý": "", "Không đồng ý": "", "Số phiếu đồng ý vòng 2": "", "Số phiếu đồng ý/tổng số": "", "Tỷ lệ phiếu đồng ý": "", "Kết quả đồng ý": "",
		"Kết quả biểu quyết không biểu quyết": "Số phiếu trắng", "Kết quả kiểm phiếu phiếu trắng": "Số phiếu trắng",
		"Kết quả biểu quyết khác": "Số phiếu khác", "Biểu quyết không hợp lệ": "Số phiếu khác", "Kết quả biểu quyết": "", "Số phiếu": "",
	} {
		if got := season.Heading(text); got != want {
			t.Errorf("%q means %q, want %q", text, got, want)
		}
	}
}

// TestHeadingsBelow: what stands below a heading over several columns says more closely what it is, where nothing else of the second row
// is a heading too, and where no cells are merged.
func TestHeadingsBelow(t *testing.T) {
	const row = "1,Lò Thị Ón,Bản Áng,GKXA,"
	const first = "TT,Họ và tên,Đơn vị,Hình thức,"
	says := func(n *plan.Nominee) string { return fmt.Sprint(n.BirthYear, n.Votes, n.Ratings) }
	rated := func(years ...int) (all []plan.YearRating) {
		for _, y := range years {
			all = append(all, plan.YearRating{Year: y, Rating: "good"})
		}
		return all
	}
	for _, c := range []struct {
		over, below, row string
		merged           []string // ranges of the workbook, beside the list without any
		want             string
		lost             bool // rows or columns are passed over
	}{
		{"Năm sinh,", ",,,,Nam,Nữ", ",1980", []string{"E1:F1"}, fmt.Sprint(1980, (*plan.Votes)(nil), rated()), false},
		{"Kết quả biểu quyết,", ",,,,Đồng ý,Không đồng ý", "9,2", []string{"E1:F1"}, says(&plan.Nominee{Votes: &plan.Votes{For: 9, Against: 2}}), false},
		{"Xếp loại các năm,,", ",,,,2024,2025,2026", "HTTNV,HTTNV,HTTNV", []string{"E1:G1"}, says(&plan.Nominee{Ratings: rated(2024, 2025, 2026)}), false},
		{"Xếp loại 02 năm liền kề,", ",,,,Năm 2025,Năm 2026", "HTTNV,HTTNV", []string{"E1:F1"}, says(&plan.Nominee{Ratings: rated(2025, 2026)}), false},
		{"Xếp loại các năm trước,", ",,,,2024,2025", "HTTNV,HTTNV", []string{"E1:F1"}, says(&plan.Nominee{Ratings: rated(2024, 2025)}), false},
		{"Xếp loại các năm trước,", ",,,,2025,2026", "HTTNV,HTTNV", []string{"E1:F1"}, says(&plan.Nominee{Ratings: rated(2025)}), true},
	} {
		text := [][]string{strings.Split(first+c.over, ","), strings.Split(c.below, ","), strings.Split(row+c.row, ",")}
		var cells [][]any
		for _, line := range text {
			var all []any
			for _, s := range line {
				if all = append(all, s); s == "" {
					all[len(all)-1] = nil
				}
			}
			cells = append(cells, all)
		}
		book := func(merged []string) []byte {
			return sheetcase.Make(t, cells, func(f *excelize.File) {
				for _, m := range merged {
					from, to, _ := strings.Cut(m, ":")
					if err := f.MergeCell("Sheet1", from, to); err != nil {
						t.Fatal(err)
					}
				}
			})
		}
		for name, list := range map[string][]byte{
			"ds.csv":  []byte(first + c.over + "\n" + c.below + "\n" + row + c.row + "\n"),
			"ds.xlsx": book(nil), "merged.xlsx": book(c.merged), "down.xlsx": book(append(slices.Clone(c.merged), "A1:A2", "B1:B2", "C1:C2", "D1:D2")),
		} {
			in, found := take(t, seasonText, name, list)
			if in == nil || says(in.Changes[0].Nominee) != c.want || c.lost != (len(found) > 0) {
				t.Errorf("%s, %s: %v", c.over, name, found)
			}
		}
	}
	for _, list := range []string{ // the second row is a record, or has a word that nobody knows
		"TT,Họ và tên,Hình thức,Năm sinh,\n1,Lò Thị Ón,GKXA,Nam,Nữ\n", "Họ và tên,Hình thức,Năm sinh,\nLò Thị Ón,,,Nữ\n",
		"TT,Họ và tên,Hình thức,Kết quả biểu quyết,,\n,,,Đồng ý,Không đồng ý,Màu\n1,Lò Thị Ón,GKXA,9,2,x\n",
	} {
		in, found := take(t, seasonText, "ds.csv", []byte(list))
		if len(found) == 0 || in != nil && says(in.Changes[0].Nominee) != says(&plan.Nominee{}) {
			t.Errorf("%s: %v %v", list, in, found)
		}
	}
	// A word that nobody knows stands below a heading that is merged across it.
	in, found := take(t, seasonText, "ds.xlsx", sheetcase.Make(t, [][]any{{"TT", "Họ và tên", "Hình thức", "Kết quả biểu quyết"},
		{nil, nil, nil, "Đồng ý", "Không đồng ý", "Tỷ lệ"}, {1, "Lò Thị Ón", "GKXA", 9, 2, "81%"}}, func(f *excelize.File) {
		if err := f.MergeCell("Sheet1", "D1", "F1"); err != nil {
			t.Fatal(err)
		}
	}))
	if in == nil || says(in.Changes[0].Nominee) != says(&plan.Nominee{Votes: &plan.Votes{For: 9, Against: 2}}) || len(found) != 1 {
		t.Error(in, found)
	}
}

// TestVotesBelow: votes below a heading that says whose they are, of what year, or of which round, are read; shares of them, and those of
// several rounds, are not.
func TestVotesBelow(t *testing.T) {
	for _, c := range []struct {
		over []string
		want string
	}{
		{[]string{"Kết quả biểu quyết của Hội đồng"}, "read"}, {[]string{"Kết quả bỏ phiếu của Hội đồng TĐKT"}, "read"}, {[]string{"Số phiếu (11 thành viên)"}, "read"},
		{[]string{"Hội đồng biểu quyết"}, "read"}, {[]string{"Ý kiến biểu quyết"}, "read"}, {[]string{"Kết quả biểu quyết năm 2026"}, "read"},
		{[]string{"Kết quả bỏ phiếu vòng 2"}, "read"}, {[]string{"Kết quả bỏ phiếu vòng 2", "Khen các vòng"}, "read"},
		{[]string{"Kết quả biểu quyết của Hội đồng", "Vòng 2"}, "read"}, // the words of the other name no votes
		{[]string{"Kết quả bỏ phiếu vòng 1", "Kết quả bỏ phiếu vòng 2"}, "passed over"},
		{[]string{"Số phiếu lần 1", "Số phiếu lần 2"}, "passed over"}, {[]string{"Số phiếu đợt 1", "Số phiếu đợt 2"}, "passed over"},
		{[]string{"Tỉ lệ phiếu của Hội đồng"}, "passed over"}, {[]string{"Phần trăm phiếu của Hội đồng"}, "passed over"}, {[]string{"Tỷ lệ phiếu của Hội đồng"}, "passed over"}, {[]string{"Biểu quyết (%) của xã"}, "passed over"},
		{[]string{"Ý kiến của Hội đồng"}, "passed over"},
		{[]string{"Kết quả bỏ phiếu vòng 1", "Kết quả bỏ phiếu cuối"}, "twice"}, {[]string{"Kết quả biểu quyết", "Biểu quyết của Chi bộ"}, "twice"}, // nobody knows which of them count
	} {
		rows := [][]any{{"TT", "Họ và tên", "Hình thức"}, {nil, nil, nil}, {1, "Lò Văn Ón", "GKXA"}}
		merged := []string{"A1:A2", "B1:B2", "C1:C2"}
		for i, over := range c.over {
			below := []any{"Đồng ý", "Không đồng ý"}
			if strings.HasPrefix(over, "Khen") {
				below = []any{"Màu", "Cỡ"}
			}
			rows = [][]any{append(rows[0], over, nil), append(rows[1], below...), append(rows[2], 9-i, 2+i)}
			merged = append(merged, fmt.Sprintf("%c1:%c1", 'D'+2*i, 'E'+2*i))
		}
		in, found := take(t, seasonText, "ds.xlsx", sheetcase.Make(t, rows, func(f *excelize.File) {
			for _, m := range merged {
				from, to, _ := strings.Cut(m, ":")
				if err := f.MergeCell("Sheet1", from, to); err != nil {
					t.Fatal(err)
				}
			}
		}))
		got := fmt.Sprint(found)
		switch {
		case in == nil && strings.Contains(got, "trùng với cột"):
			got = "twice"
		case in != nil && in.Changes[0].Nominee.Votes == nil && strings.Contains(got, "bỏ qua cột này"):
			got = "passed over"
		case in != nil && fmt.Sprint(in.Changes[0].Nominee.Votes) == fmt.Sprint(&plan.Votes{For: 9, Against: 2}):
			got = "read"
		}
		if got != c.want {
			t.Errorf("%v: %s, want %s", c.over, got, c.want)
		}
	}
	// What is no number there is an error, and nothing that may be passed over.
	in, found := take(t, seasonText, "ds.csv", []byte("TT,Họ và tên,Hình thức,Kết quả biểu quyết,\n,,,Đồng ý,Không đồng ý\n1,Lò Văn Ón,GKXA,x,\n"))
	if in != nil || !strings.Contains(fmt.Sprint(found), "không phải một số") {
		t.Error(in, found)
	}
	in, found = take(t, seasonText, "ds.csv", []byte("TT,Họ và tên,Hình thức,Biểu quyết của Hội đồng,\n,,,Đồng ý,Không đồng ý\n1,Lò Văn Ón,GKXA,9,2\n"))
	if in == nil || in.Changes[0].Nominee.Votes == nil || in.Changes[0].Nominee.Votes.Against != 2 {
		t.Error(in, found)
	}
}

// TestRatingsOfYearsBefore: a rating of years that a heading does not name is none of the year that it names.
func TestRatingsOfYearsBefore(t *testing.T) {
	for heading, years := range map[string]int{
		"Xếp loại năm trước 2026": 0, "Xếp loại trước năm 2026": 0, "Kết quả xếp loại năm liền kề trước 2026": 0, "Xếp loại những năm gần nhất trước năm 2026": 0,
		"Xếp loại các năm trước 2025": 0, "Xếp loại 2 năm qua 2025": 0, "Xếp loại năm liền kề 2025": 0, "Xếp loại năm gần nhất 2025": 0, "Xếp loại hai năm 2025": 0, "Xếp loại ba năm 2025": 0, "Xếp loại những năm 2025": 0, "Kết quả xếp loại 3 năm 2023": 0, "Xếp loại các năm 2025": 0,
		"Xếp loại viên chức năm 2025": 1, "Xếp loại trong năm 2026": 1, "Kết quả xếp loại năm học 2025 - 2026": 1,
	} {
		in, found := take(t, seasonText, "ds.csv", []byte("TT,Họ và tên,Hình thức,"+heading+"\n1,Lò Văn Ón,GKXA,HTXS\n"))
		if in == nil || len(in.Changes[0].Nominee.Ratings) != years || (years == 0) != strings.Contains(fmt.Sprint(found), "bỏ qua cột này") {
			t.Errorf("%s: %v", heading, found)
		}
	}
	for list, years := range map[string]int{"Xếp loại,,\n,,,2024,Các năm trước 2025,2026\n": 2, "Xếp loại các năm qua,,\n,,,2024,2025,2026\n": 2} {
		in, found := take(t, seasonText, "ds.csv", []byte("TT,Họ và tên,Hình thức,"+list+"1,Lò Văn Ón,GKXA,HTT,HTT,HTT\n"))
		if in == nil || len(in.Changes[0].Nominee.Ratings) != years {
			t.Errorf("%s: %v", list, found)
		}
	}
}

// TestRatingsOverAwards: a form that is proposed may stand below a heading of ratings that goes too far.
func TestRatingsOverAwards(t *testing.T) {
	in, found := take(t, seasonText, "ds.csv", []byte("TT,Họ và tên,Xếp loại các năm trước,,\n,,2024,2025,Hình thức\n1,Lò Văn Ón,HTTNV,HTTNV,GKXA\n"))
	if in == nil || len(found) != 0 || len(in.Changes[0].Nominee.Ratings) != 2 || in.Changes[0].Nominee.Award != "GKXA" {
		t.Error(in, found)
	}
}

// TestVotesOfRounds: columns of votes that nobody knows say what is read.
func TestVotesOfRounds(t *testing.T) {
	const fix = "là số phiếu thì "
	for list, want := range map[string]int{
		"Số phiếu đồng ý vòng 1,Số phiếu đồng ý vòng 2\n1,Lò Văn Ón,GKXA,5,9\n": 2,
		"Kết quả biểu quyết,Tỷ lệ phiếu,Màu\n1,Lò Văn Ón,GKXA,9/11,81%,x\n":     1,
	} {
		_, found := take(t, seasonText, "ds.csv", []byte("TT,Họ và tên,Hình thức,"+list))
		if got := fmt.Sprint(found); strings.Count(got, fix) != want {
			t.Errorf("%s: %s", list, got)
		}
	}
	_, found := take(t, seasonText, "ds.xlsx", sheetcase.Make(t, [][]any{{"TT", "Họ và tên", "Hình thức", "Vòng 1", nil, "Vòng 2"},
		{nil, nil, nil, "Đồng ý", "Không đồng ý", "Đồng ý"}, {1, "Lò Văn Ón", "GKXA", 5, 6, 9}}, func(f *excelize.File) {
		for _, m := range [][2]string{{"A1", "A2"}, {"D1", "E1"}} {
			if err := f.MergeCell("Sheet1", m[0], m[1]); err != nil {
				t.Fatal(err)
			}
		}
	}))
	if got := fmt.Sprint(found); strings.Count(got, fix) != 3 {
		t.Error(got)
	}
	_, found = take(t, seasonText, "ds.csv", []byte("TT,Họ và tên,Hình thức,Số phiếu đồng ý\n1,Lò Văn Ón,GKXA,9/11\n2,Lò Văn Sửu,GKXA,chín\n"))
	if got := fmt.Sprint(found); strings.Count(got, "không phải một số phiếu; gõ riêng số phiếu") != 1 || strings.Count(got, "không phải một số;") != 1 {
		t.Error(got)
	}
}

// TestUnitColumns: a column below the word of a unit is that of the units where all its cells name one, and none other is there.
func TestUnitColumns(t *testing.T) {
	for _, c := range []struct {
		list, unit string
		passed     int
	}{
		{"Chi bộ\n1,Lò Văn Ón,GKXA,Chi bộ thôn 7\n2,Lò Văn Sửu,GKXA,Chi bộ 2\n", "Chi bộ thôn 7", 0},
		{"Tổ chuyên môn\n1,Lò Văn Ón,GKXA,Tổ 1\n", "Tổ 1", 0},
		{"\"Thôn, bản\"\n1,Lò Văn Ón,GKXA,bản Áng\n2,Lò Văn Sửu,GKXA,\n", "bản Áng", 0},
		{"Thôn\n1,Lò Văn Ón,GKXA,Kim\n", "", 1},
		{"Lớp\n1,Lò Văn Ón,GKXA,5A\n", "", 1},
		{"Thôn\n1,Lò Văn Ón,GKXA,Thôn Kim\n2,Lò Văn Sửu,GKXA,Bái Đền\n", "", 1},
		{"Thôn,Đơn vị\n1,Lò Văn Ón,GKXA,Thôn Kim,Trạm Y tế\n", "Trạm Y tế", 1},
		{"Thôn,\"Chức vụ, đơn vị\"\n1,Lò Văn Ón,GKXA,Thôn Kim,Trạm Y tế\n", "Trạm Y tế", 1},
		{"Chi bộ,Thôn\n1,Lò Văn Ón,GKXA,Chi bộ 2,Thôn Kim\n", "Chi bộ 2", 1},
		{"Màu\n1,Lò Văn Ón,GKXA,Thôn Kim\n", "", 1},
		{"Chi bộ\n1,Lò Văn Ón,GKXA,\n", "", 1},
	} {
		in, found := take(t, seasonText, "ds.csv", []byte("TT,Họ và tên,Hình thức,"+c.list))
		if in == nil || in.Changes[0].Nominee.Unit != c.unit || strings.Count(fmt.Sprint(found), "bỏ qua cột này") != c.passed {
			t.Errorf("%s: %v", c.list, found)
		}
	}
}

// TestKindsAsHeadings: the word of a kind is the heading of its names where no other column is.
func TestKindsAsHeadings(t *testing.T) {
	for _, c := range []struct{ list, want string }{
		{"TT,Cá nhân,Hình thức\n1,Lò Văn Ón,GKXA\n", "individual Lò Văn Ón "},
		{"TT,Tập thể,Hình thức\n1,Chi hội 3,GKXA\n", "collective Chi hội 3 "},
		{"TT,Tên thôn,Danh hiệu\n1,Thôn Kim,THONVH\n", "collective Thôn Kim "},
		{"TT,Tên cơ quan,Danh hiệu\n1,Trạm Y tế,GKXA\n", "collective Trạm Y tế "}, {"TT,\"Tên cơ quan, đơn vị\",Danh hiệu\n1,Trạm Y tế,GKXA\n", "collective Trạm Y tế "},
		{"TT,Tập thể,Cá nhân,Hình thức\n1,Chi hội 3,,GKXA\n2,,Lò Văn Ón,GKXA\n", "collective Chi hội 3 individual Lò Văn Ón "},
		{"TT,Họ và tên,Tập thể,Hình thức\n1,Lò Văn Ón,x,GKXA\n", "individual Lò Văn Ón "},
		{"TT,Tên sáng kiến,Hình thức\n1,Lò Văn Ón,GKXA\n", ""}, {"TT,Thôn,Hình thức\n1,Thôn Kim,GKXA\n", ""},
	} {
		in, found := take(t, seasonText, "ds.csv", []byte(c.list))
		got := ""
		if in != nil {
			for _, is := range in.Changes {
				got += fmt.Sprint(is.Nominee.Kind, " ", is.Nominee.Name, " ")
			}
		}
		if got != c.want {
			t.Errorf("%s: %s %v", c.list, got, found)
		}
	}
}

// TestBesideOwn: a column that is known by its words alone is passed over beside the usual one.
func TestBesideOwn(t *testing.T) {
	for _, c := range []struct {
		list, want string
		passed     int
	}{
		{"Họ và tên,Họ và tên giáo viên,Hình thức\n1,Lò Văn Ón,Lê Thị Á,GKXA\n", "Lò Văn Ón []", 1},
		{"Họ và tên giáo viên,Họ và tên học sinh,Hình thức\n1,Lê Thị Á,Lò Văn Ón,GKXA\n", "Lò Văn Ón []", 1},
		{"Họ và tên giáo viên,Tên tập thể,Hình thức\n1,Lò Văn Ón,,GKXA\n", "Lò Văn Ón []", 0},
		{"Họ và tên,Hình thức,Xếp loại 2026,Xếp loại viên chức năm 2026\n1,Lò Văn Ón,GKXA,HTT,HTXS\n", "Lò Văn Ón good", 1},
		{"Họ và tên,Hình thức,Xếp loại 2025,Xếp loại viên chức năm 2026\n1,Lò Văn Ón,GKXA,HTT,HTXS\n", "two", 0},
		{"Họ và tên,Họ và tên giáo viên,Hình thức\n1,Lò Văn Ón,,GKXA\n", "Lò Văn Ón []", 1},
		{"Tên tập thể,Họ và tên cán bộ,Hình thức\n1,Thôn Kim,Lò Văn Ón,GKXA\n", "Thôn Kim []", 1},
		{"Họ và tên cán bộ,Chủ hộ,Hình thức\n1,Lê Thị Á,Lò Văn Ón,GKXA\n", "Lò Văn Ón []", 1},
		{"Tên tập thể,Họ và tên người được khen thưởng,Hình thức\n1,Thôn Kim,,GKXA\n2,,Lò Văn Ón,GKXA\n", "Thôn Kim []", 0},
		{"Tên tập thể,Họ và tên người đề nghị,Hình thức\n1,Thôn Kim,Lò Văn Ón,GKXA\n", "Thôn Kim []", 1},
		{"Họ và tên,Hình thức,Phân loại cán bộ 2026\n1,Lò Văn Ón,GKXA,Loại A\n", "Lò Văn Ón []", 1},
		{"Họ và tên,Hình thức,Phân loại cán bộ 2026\n1,Lò Văn Ón,GKXA,HTT\n2,Lò Thị Á,GKXA,\n", "Lò Văn Ón good", 0},
		{"Họ và tên,Hình thức,Phân loại cán bộ 2026\n1,Lò Văn Ón,GKXA,\n", "Lò Văn Ón []", 0},
		{"Họ và tên,Hình thức,Đánh giá 2026,Xếp loại năm 2026\n1,Lò Văn Ón,GKXA,Nhiệt tình,HTT\n", "Lò Văn Ón good", 1},
		{"Họ và tên,Hình thức,Biểu quyết đồng ý\n1,Lò Văn Ón,GKXA,x\n", "Lò Văn Ón []", 1},
		{"Họ và tên,Hình thức,Biểu quyết đồng ý\n1,Lò Văn Ón,GKXA,9\n", "Lò Văn Ón [] 9", 0},
		{"Họ và tên,Hình thức,Số phiếu đồng ý,Số phiếu tán thành\n1,Lò Văn Ón,GKXA,9,9\n", "Lò Văn Ón [] 9", 1},
	} {
		in, found := take(t, seasonText, "ds.csv", []byte("TT,"+c.list))
		if in == nil {
			t.Errorf("%s: %v", c.list, found)
			continue
		}
		n := in.Changes[0].Nominee
		got := n.Name + " []"
		if len(n.Ratings) == 1 {
			got = n.Name + " " + string(n.Ratings[0].Rating)
		} else if len(n.Ratings) == 2 {
			got = "two"
		}
		if n.Votes != nil {
			got += fmt.Sprint(" ", n.Votes.For)
		}
		if got != c.want || strings.Count(fmt.Sprint(found), "bỏ qua cột này") != c.passed {
			t.Errorf("%s: %s %v", c.list, got, found)
		}
	}
}
