package season_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/vanban-go/vanban/docgen/internal/sheet/sheetcase"
)

// TestHeadingsOver: a heading over several columns says what the ones below it are of. Awards below one of the past, or below one that does
// not say, are none that are proposed.
func TestHeadingsOver(t *testing.T) {
	const past = `nằm dưới tiêu đề "%s": không rõ là đề nghị lần này hay đã được tặng`
	for _, c := range []struct{ name, over, heads, row, want string }{
		{"what is proposed", "TT,Họ và tên,Đề nghị khen thưởng,", ",,Danh hiệu,Hình thức", "1,Lò Văn Ón,,GKXA", "GKXA"},
		{"in other words", "TT,Họ và tên,Thôn đề nghị,", ",,Danh hiệu,Hình thức", "1,Lò Văn Ón,LĐTT,", "LDTT"},
		{"of a year", "TT,Họ và tên,Đề nghị năm 2026,", ",,Danh hiệu,Hình thức", "1,Lò Văn Ón,LĐTT,", "LDTT"},
		{"awards alone", "TT,Họ và tên,Khen thưởng,", ",,Danh hiệu,Hình thức", "1,Lò Văn Ón,LĐTT,", "LDTT"},
		{"those of years before", "TT,Họ và tên,Khen thưởng các năm qua,,Thành tích", ",,Danh hiệu,Hình thức,", "1,Lò Văn Ón,LĐTT,,x",
			fmt.Sprintf(past, "Khen thưởng các năm qua")},
		{"in the second column", "TT,Họ và tên,Khen thưởng năm 2025,,Thành tích", ",,Số,Hình thức,", "1,Lò Văn Ón,5,GKXA,x",
			fmt.Sprintf(past, "Khen thưởng năm 2025")},
		{"proposed once", "TT,Họ và tên,Đã đề nghị,,Thành tích", ",,Số,Hình thức,", "1,Lò Văn Ón,5,GKXA,x", fmt.Sprintf(past, "Đã đề nghị")},
		{"proposed before", "TT,Họ và tên,Đề nghị năm trước,,Thành tích", ",,Số,Hình thức,", "1,Lò Văn Ón,5,GKXA,x", fmt.Sprintf(past, "Đề nghị năm trước")},
		{"held, in the second column", "TT,Họ và tên,Khen thưởng đã có,,Thành tích", ",,Số,Hình thức,", "1,Lò Văn Ón,5,GKXA,x",
			fmt.Sprintf(past, "Khen thưởng đã có")},
		{"proposed for the year", "TT,Họ và tên,Khen thưởng năm 2026,", ",,Danh hiệu,Hình thức", "1,Lò Văn Ón,,GKXA", "GKXA"},
		{"of years that end with it", "TT,Họ và tên,Khen thưởng 2025-2026,", ",,Danh hiệu,Hình thức", "1,Lò Văn Ón,,GKXA", "GKXA"},
		{"what was judged", "TT,Họ và tên,Kết quả bình xét,", ",,Danh hiệu,Hình thức", "1,Lò Văn Ón,,GKXA", "GKXA"},
		{"what was judged already", "TT,Họ và tên,Thôn đã xét,", ",,Danh hiệu,Hình thức", "1,Lò Văn Ón,,GKXA", "GKXA"},
		{"who judges", "TT,Họ và tên,Thôn xét,", ",,Danh hiệu,Hình thức", "1,Lò Văn Ón,,GKXA", "GKXA"},
		{"who gives", "TT,Họ và tên,Cấp xã khen,", ",,Danh hiệu,Hình thức", "1,Lò Văn Ón,,GKXA", "GKXA"},
		{"a council", "TT,Họ và tên,Hội đồng thi đua,", ",,Danh hiệu,Hình thức", "1,Lò Văn Ón,LĐTT,", "LDTT"},
		{"what was aimed at", "TT,Họ và tên,Đăng ký thi đua,", ",,Danh hiệu,Hình thức", "1,Lò Văn Ón,LĐTT,", "LDTT"},
		{"before a day", "TT,Họ và tên,Đề nghị trước ngày 30/11,", ",,Danh hiệu,Hình thức", "1,Lò Văn Ón,LĐTT,", "LDTT"},
		{"of a unit that was", "TT,Họ và tên,Xã cũ khen,", ",,Danh hiệu,Hình thức", "1,Lò Văn Ón,LĐTT,", "LDTT"},
		{"in the year that ends", "TT,Họ và tên,Thành tích năm qua,", ",,Danh hiệu,Hình thức", "1,Lò Văn Ón,LĐTT,", "LDTT"},
		{"proposed for a year before", "TT,Họ và tên,Đề nghị khen thưởng năm 2025,", ",,Danh hiệu,Hình thức", "1,Lò Văn Ón,LĐTT,", "LDTT"},
		{"judged on a day", "TT,Họ và tên,Họp xét ngày 15/12/2025,", ",,Danh hiệu,Hình thức", "1,Lò Văn Ón,LĐTT,", "LDTT"},
		{"of years before", "TT,Họ và tên,Danh hiệu những năm gần đây,,Thành tích", ",,Danh hiệu,Số,", "1,Lò Văn Ón,LĐTT,5,x",
			fmt.Sprintf(past, "Danh hiệu những năm gần đây")},
		{"of the last year", "TT,Họ và tên,Khen năm ngoái,,Thành tích", ",,Danh hiệu,Số,", "1,Lò Văn Ón,LĐTT,5,x", fmt.Sprintf(past, "Khen năm ngoái")},
		{"of the last round", "TT,Họ và tên,Khen đợt trước,,Thành tích", ",,Danh hiệu,Số,", "1,Lò Văn Ón,LĐTT,5,x", fmt.Sprintf(past, "Khen đợt trước")},
		{"given already", "TT,Họ và tên,Đã được khen,,Thành tích", ",,Danh hiệu,Số,", "1,Lò Văn Ón,LĐTT,5,x", fmt.Sprintf(past, "Đã được khen")},
		{"reached already", "TT,Họ và tên,Thành tích đã đạt,,Thành tích", ",,Danh hiệu,Số,", "1,Lò Văn Ón,LĐTT,5,x",
			fmt.Sprintf(past, "Thành tích đã đạt")},
		{"before", "TT,Họ và tên,Khen trước đây,,Thành tích", ",,Danh hiệu,Số,", "1,Lò Văn Ón,LĐTT,5,x", fmt.Sprintf(past, "Khen trước đây")},
		{"votes beside", "TT,Họ và tên,Kết quả biểu quyết,,", ",,Đồng ý,Không đồng ý,Hình thức", "1,Lò Văn Ón,5,0,GKXA", "GKXA"},
		{"ratings beside", "TT,Họ và tên,Xếp loại,,", ",,2025,2026,Hình thức", "1,Lò Văn Ón,HTTNV,HTTNV,GKXA", "GKXA"},
		{"who it is", "TT,Thông tin cá nhân,,,", ",Họ và tên,Chức vụ,Đơn vị,Danh hiệu", "1,Lò Văn Ón,Trưởng bản,Bản Áng,GKXA", "GKXA Trưởng bản Bản Áng"},
		{"those of years beside", "TT,Họ và tên,Khen thưởng đã có,,", ",,2024,2025,Hình thức", "1,Lò Văn Ón,LĐTT,,GKXA", "GKXA"},
		{"held", "TT,Họ và tên,Khen thưởng đã có,,Thành tích", ",,Danh hiệu,Số CCCD,", "1,Lò Văn Ón,GKXA,5,x",
			`một cột có hai tiêu đề "Khen thưởng đã có" và "Danh hiệu"`},
		{"of something else", "TT,Họ và tên,Năm sinh,,,Thành tích", ",,Nam,Nữ,Hình thức,", "1,Lò Văn Ón,1980,,GKXA,x", "GKXA"},
		{"a column between", "TT,Họ và tên,Khen cũ,,,Thành tích", ",,Số,,Hình thức,", "1,Lò Văn Ón,5,,GKXA,x", "GKXA"},
		{"posts and units", "TT,Họ và tên,\"Chức vụ, đơn vị\",,Hình thức", ",,Chức vụ,Đơn vị,", "1,Lò Văn Ón,Trưởng bản,Bản Áng,GKXA", "GKXA Trưởng bản Bản Áng"},
		{"no part of both", "TT,Họ và tên,\"Chức vụ, đơn vị\",,Hình thức", ",,Năm sinh,Số CCCD,", "1,Lò Văn Ón,1980,,GKXA", `một cột có hai tiêu đề "Chức vụ, đơn vị"`},
		{"a column of one row between", "TT,Họ và tên,Khen cũ,Chức vụ,,Thành tích", ",,Số,,Hình thức,", "1,Lò Văn Ón,5,,GKXA,x", "GKXA"},
		{"another column", "TT,Họ và tên,Chức vụ,,Hình thức", ",,Địa chỉ,Số CCCD,", "1,Lò Văn Ón,Bản Áng,1,GKXA", `một cột có hai tiêu đề "Chức vụ" và "Địa chỉ"`},
		{"a post over a column of both", "TT,Họ và tên,Chức vụ,,Hình thức", ",,\"Chức vụ, đơn vị\",Số CCCD,", "1,Lò Văn Ón,x,1,GKXA", `một cột có hai tiêu đề "Chức vụ"`},
		{"another kind", "TT,Hộ gia đình,,Hình thức", ",Họ và tên,Địa chỉ,", "1,Lò Văn Ón,Bản Áng,GKXA", `một cột có hai tiêu đề "Hộ gia đình" và "Họ và tên"`},
		{"several kinds", "TT,\"Họ tên, tên tập thể, chủ hộ\",,Hình thức", ",Họ và tên,Số CCCD,", "1,Lò Văn Ón,,GKXA", "GKXA"},
		{"a title of the list", "Đề nghị khen thưởng,,,", "TT,Họ và tên,Số,Hình thức", "1,Lò Văn Ón,1,GKXA", "GKXA"},
		{"names at the left edge", "Họ và tên,,,", ",Năm sinh,Đơn vị,Danh hiệu", "Lò Văn Ón,1980,Bản Áng,GKXA", "GKXA  Bản Áng"},
		{"numbers at the left edge", "TT,,,", ",Họ và tên,Hình thức,Năm sinh", "1,Lò Văn Ón,GKXA,1980", "GKXA"},
		{"not at its head", ",,Đề nghị khen thưởng,", "TT,Họ và tên,Chức vụ,Hình thức", "1,Lò Văn Ón,x,GKXA", `một cột có hai tiêu đề "Đề nghị khen thưởng" và "Chức vụ"`},
		{"of two columns", "Đề nghị,", "Họ và tên,Hình thức", "Lò Văn Ón,GKXA", `một cột có hai tiêu đề "Đề nghị" và "Họ và tên"`},
		{"words of awards", "TT,Họ và tên,Danh hiệu thi đua đề nghị xét tặng,Số", "", "1,Lò Văn Ón,GKXA,1", "GKXA"},
		{"words of no award alone", "TT,Họ và tên,Thi đua khen thưởng,Số", "", "1,Lò Văn Ón,GKXA,1", `không biết cột "Thi đua khen thưởng"`},
		{"words beside those of awards", "TT,Họ và tên,Danh hiệu đạt,Số", "", "1,Lò Văn Ón,GKXA,1", `không biết cột "Danh hiệu đạt"`},
	} {
		lines := []string{c.over, c.heads, c.row}
		if c.heads == "" {
			lines = []string{c.over, c.row}
		}
		in, found := take(t, seasonText, "ds.csv", []byte(strings.Join(lines, "\n")+"\n"))
		got := fmt.Sprint(found)
		if in != nil {
			n := in.Changes[0].Nominee
			got = strings.TrimSpace(n.Award + " " + n.Role + " " + n.Unit)
		}
		if in != nil && got != c.want || in == nil && !strings.Contains(got, c.want) {
			t.Errorf("%s: %s", c.name, got)
		}
	}
	if _, found := take(t, seasonText, "ds.csv", []byte("TT,Họ và tên,Hình thức,Liên hệ,\nsố,,,Máy,Địa chỉ\n1,Lò Văn Ón,GKXA,5,x\n")); len(found) != 1 {
		t.Error(found) // words that nobody knows below a heading
	}
	book := func(over string, to string) []byte {
		return sheetcase.Make(t, [][]any{{"TT", "Họ và tên", over}, {nil, nil, "Số", "Hình thức"}, {1, "Lò Văn Ón", 1, "GKXA"}}, func(f *excelize.File) {
			for _, m := range [][2]string{{"A1", "A2"}, {"B1", "B2"}, {"C1", to}} {
				if err := f.MergeCell("Sheet1", m[0], m[1]); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
	if in, found := take(t, seasonText, "ds.xlsx", book("Khen cũ", "D1")); in != nil || !strings.Contains(fmt.Sprint(found), fmt.Sprintf(past, "Khen cũ")) {
		t.Error(found)
	}
	if in, found := take(t, seasonText, "ds.xlsx", book("Xếp loại các năm trước", "D1")); in == nil {
		t.Error(found)
	}
	if in, found := take(t, seasonText, "ds.xlsx", book("Xếp loại, hình thức các năm trước", "D1")); in != nil {
		t.Error(found)
	}
	if in, found := take(t, seasonText, "ds.xlsx", book("Khen cũ", "C1")); in == nil { // a workbook says how far a heading goes
		t.Error(found)
	}
}

// TestAwardsAsHeadings: awards that are ticked in a column each are told how to be written.
func TestAwardsAsHeadings(t *testing.T) {
	_, found := take(t, seasonText, "ds.csv", []byte("TT,Họ và tên,LĐTT,Giấy khen,Màu\n1,Lò Văn Ón,x,,đỏ\n"))
	got := fmt.Sprint(found)
	if strings.Count(got, "gộp các cột như vậy thành một cột") != 2 || strings.Count(got, "các cột nhận được: ") != 1 {
		t.Error(got)
	}
}

// TestBesideAwards: a column that sounds as if it proposed an award is passed over beside that of the awards, with a warning.
func TestBesideAwards(t *testing.T) {
	const passed, twice = `không biết cột "%s": bỏ qua cột này`, `cột "%s" trùng với cột`
	for _, c := range []struct{ list, want string }{
		{"Danh hiệu,Nội dung đề nghị\n1,Lò Văn Ón,LĐTT,Khen thưởng đột xuất\n", fmt.Sprintf(passed, "Nội dung đề nghị")},
		{"Danh hiệu,Đề nghị xét\n1,Lò Văn Ón,LĐTT,x\n", fmt.Sprintf(passed, "Đề nghị xét")},
		{"Đề nghị xét,Danh hiệu\n1,Lò Văn Ón,x,LĐTT\n", fmt.Sprintf(passed, "Đề nghị xét")},
		{"Hình thức khen thưởng,Đề nghị khen\n1,Lò Văn Ón,LĐTT,x\n", fmt.Sprintf(passed, "Đề nghị khen")},
		{"Đề nghị xét,Đề nghị khen\n1,Lò Văn Ón,LĐTT,x\n", fmt.Sprintf(passed, "Đề nghị khen")},
		{"Danh hiệu,Đề nghị xét\n1,Lò Văn Ón,LĐTT,\n2,Lò Văn Ca,LĐTT,GKXA\n", fmt.Sprintf(twice, "Đề nghị xét")},
		{"Danh hiệu,Đề nghị xét\n1,Lò Văn Ón,,LĐTT\n2,Lò Văn Ca,LĐTT,\n", fmt.Sprintf(passed, "Đề nghị xét")},
		{"Đề nghị,Danh hiệu xét\n1,Lò Văn Ón,LĐTT,x\n", fmt.Sprintf(passed, "Danh hiệu xét")},
		{"Danh hiệu,Danh hiệu đề nghị xét\n1,Lò Văn Ón,LĐTT,x\n", fmt.Sprintf(passed, "Danh hiệu đề nghị xét")},
		{"Danh hiệu đề nghị xét\n1,Lò Văn Ón,LĐTT\n", ""},
		{"Danh hiệu,Hình thức đề nghị xét\n1,Lò Văn Ón,LĐTT,\n2,Lò Văn Ca,,GKXA\n", ""},
		{"Danh hiệu,Đề nghị\n1,Lò Văn Ón,LĐTT,x\n", fmt.Sprintf(twice, "Đề nghị")},
	} {
		_, found := take(t, seasonText, "ds.csv", []byte("TT,Họ và tên,"+c.list))
		got := fmt.Sprint(found)
		if (c.want == "") != (len(found) == 0) || !strings.Contains(got, c.want) {
			t.Errorf("%s: %s", c.list, got)
		}
	}
}

// TestNoAwards: a list without awards is told so once, and one that leaves out some in each row.
func TestNoAwards(t *testing.T) {
	for list, want := range map[string]int{
		"TT,Họ và tên,Đạt\n1,Lò Văn Ón,GKXA\n2,Lò Văn Ca,GKXA\n":                                 1,
		"TT,Họ và tên,Hình thức\n1,Lò Văn Ón,\n2,Lò Văn Ca,\n":                                   1,
		"TT,Họ và tên,Hình thức\n1,Lò Văn Ón,\n2,Lò Văn Ca,\n3,Lò Thị Á,GKXA\n":                  2,
		"TT,Họ và tên,Hình thức\n1,Lò Văn Ón,\nI. GIẤY KHEN,,\n1,Lò Thị Á,\n2,Lò Thị Bốn,GKXA\n": 1,
	} {
		in, found := take(t, seasonText, "ds.csv", []byte(list))
		if n := strings.Count(fmt.Sprint(found), "mà không ghi danh hiệu, hình thức"); in != nil || n != want {
			t.Errorf("%s: %d %v", list, n, found)
		}
	}
}
