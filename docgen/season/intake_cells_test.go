package season_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/vanban-go/vanban/docgen/internal/sheet/sheetcase"
	"github.com/vanban-go/vanban/plan"
)

// TestCells: what one cell of a list, beside the name, writes of a nominee, or has wrong.
func TestCells(t *testing.T) {
	for _, tt := range []struct{ heading, cell, want string }{
		{"Đối tượng", "hộ", "kind: household"},
		{"Đối tượng", "Gia đình", "kind: household"},
		{"Đối tượng", "Hộ gia đình", "kind: household"},
		{"Đối tượng", "tập thể", "kind: collective"},
		{"Đối tượng", "collective", "kind: collective"},
		{"Đối tượng", "hộ nghèo", "không phải đối tượng khen thưởng; ghi: cá nhân"},
		{"Tiền thưởng", "760.000", "award: LDTT bonus: amount: \"760000\""},
		{"Số tiền thưởng (đồng)", "760.000 đồng", "bonus: amount: \"760000\""},
		{"Số tiền", "0", "name: Lê Văn An award: LDTT"},
		{"Số tiền", "760", "bonus: amount: \"760\""},
		{"Số tiền", "0,3", "số tiền có phần lẻ"},
		{"Mức thưởng (đồng)", "760.000", "bonus: amount: \"760000\""},
		{"Mức thưởng", "0,3", "name: Lê Văn An award: LDTT"}, // a multiplier
		{"Cách xưng", "bà", "honorific: Bà"},
		{"Cấp bậc", "Đại úy QNCN", "honorific: Đại úy QNCN"},
		{"Cấp bậc", "Binh nhì", "honorific: Binh nhì"},
		{"Cấp bậc", "Chuyên viên", "không phải cấp bậc quân đội, công an"},
		{"Cách xưng", "Nghệ nhân", "honorific: Nghệ nhân"},
		{"Năm sinh", "1969", "birth_year: 1969"},
		{"Năm sinh", "2026", "birth_year: 2026"}, // the season's own year
		{"Năm sinh", "2027", "sau năm của đợt khen thưởng (2026)"},
		{"Năm sinh", "1850", "birth_year: 1850"},
		{"Năm sinh", "1849", "không phải một năm hợp lý"},
		{"Năm sinh", "69", "không phải một năm hợp lý"},
		{"Năm sinh", "22/5/1969", "birth_year: 1969"},
		{"Năm sinh", "01/01/1907", "birth_year: 1907"},
		{"Năm sinh", "5/1969", "birth_year: 1969"},
		{"Năm sinh", "00/00/1969", "birth_year: 1969"},
		{"Năm sinh", "00-12-1969", "birth_year: 1969"},
		{"Năm sinh", "13/1969", "không phải năm sinh"},
		{"Năm sinh", "31/02/1969", "không phải năm sinh"},
		{"Năm sinh", "5/1905", "số bị định dạng thành ngày"},
		{"Năm sinh", "5/2027", "sau năm của đợt khen thưởng (2026)"},
		{"Năm sinh", "31/12/1906", "số bị định dạng thành ngày"},
		{"Năm sinh", "mùa xuân", "không phải năm sinh"},
		{"Danh hiệu", "“Giấy khen”", "award: GKXA"},
		{"Danh hiệu", "gkxa", "award: GKXA"},
		{"Danh hiệu", "Xã, phường, thị trấn tiêu biểu", "award: XATB"}, // by its former name
		{"Danh hiệu", "xã, phường, đặc khu tiêu biểu", "award: XATB"},
		{"Danh hiệu", "Giấy", "không rõ danh hiệu"},
		{"Số phiếu đồng ý", "10000", "votes: for: 10000"},
		{"Số phiếu đồng ý", "10001", "không phải một số phiếu"},
		{"Số phiếu đồng ý", "0", "không có phiếu nào; chưa biểu quyết thì để trống"},
		{"Số phiếu đồng ý", "-1", "không phải một số phiếu"},
		{"Số phiếu đồng ý", "9/11", "không phải một số phiếu; gõ riêng số phiếu"},
		{"Số phiếu đồng ý", "chín", "không phải một số; gõ số bằng chữ số, ví dụ"},
		{"Số phiếu đồng ý", "9,5", "không phải một số phiếu"},
		{"Số phiếu không đồng ý", "2", "votes: against: 2"},
		{"Phiếu trắng", "3", "votes: abstain: 3"},
		{"Xếp loại 2025", "Hoàn thành tốt nhiệm vụ", "ratings: - year: 2025 rating: good"},
		{"Xếp loại 2025", "hoàn thành tốt", "ratings: - year: 2025 rating: good"},
		{"Xếp loại 2025", "Hoàn thành tốt NV", "ratings: - year: 2025 rating: good"},
		{"Xếp loại 2025", "Hoàn thành xuất sắc NV.", "ratings: - year: 2025 rating: excellent"},
		{"Xếp loại 2025", "Hoàn thành XS nhiệm vụ", "ratings: - year: 2025 rating: excellent"},
		{"Xếp loại 2025", "HT tốt NV", "ratings: - year: 2025 rating: good"},
		{"Xếp loại 2025", "Không HTNV", "ratings: - year: 2025 rating: not_completed"},
		{"Xếp loại 2025", "HTXS NV", "ratings: - year: 2025 rating: excellent"},
		{"Xếp loại 2025", "good", "ratings: - year: 2025 rating: good"},
		{"Xếp loại 2025", "khá", "không phải mức xếp loại; ghi: hoàn thành xuất sắc"},
		{"Danh hiệu đã có", "GKXA 2024", "held: - award: GKXA year: 2024"},
		{"Danh hiệu đã có", "Lao động tiên tiến năm 2024; GKXA (2023);", "held: - award: LDTT year: 2024 - award: GKXA year: 2023"},
		{"Danh hiệu đã có", "GKXA", "không có năm"},
		{"Danh hiệu đã có", "Giấy 2024", "không rõ danh hiệu"},
		{"Danh hiệu đã có 2023", "GKXA; LDTT", "held: - award: GKXA year: 2023 - award: LDTT year: 2023"},
	} {
		// The kind stands in the list where the row does not say it.
		heads, row := "Đối tượng,Họ và tên,Danh hiệu,", "cá nhân,Lê Văn An,LDTT,"
		switch tt.heading {
		case "Đối tượng":
			heads, row = "Họ và tên,Danh hiệu,", "Lê Văn An,LDTT,"
		case "Danh hiệu":
			heads, row = "Đối tượng,Họ và tên,", "cá nhân,Lê Văn An,"
		}
		r, found := take(t, seasonText, "ds.csv", []byte(heads+tt.heading+"\n"+row+"\""+tt.cell+"\"\n"))
		got := ""
		if r != nil && len(r.Changes) == 1 {
			text, err := plan.Marshal(r.Changes[0].Nominee)
			if err != nil {
				t.Fatal(err)
			}
			got = strings.Join(strings.Fields(string(text)), " ")
		} else if len(found) > 0 {
			got = found[0].Message + "; " + found[0].Fix
		}
		if !strings.Contains(got, tt.want) {
			t.Errorf("%s %q: %s, want %s", tt.heading, tt.cell, got, tt.want)
		}
	}
}

// TestTwoLevels: a heading over several columns is put together with theirs; where it parts what belongs into one, the remedy does not
// lose any of it.
func TestTwoLevels(t *testing.T) {
	sheetOf := func(cells map[string]string, merged ...string) []byte {
		return sheetcase.Make(t, nil, func(f *excelize.File) {
			for at, text := range cells {
				if err := f.SetCellStr("Sheet1", at, text); err != nil {
					t.Fatal(err)
				}
			}
			for _, m := range merged {
				from, to, _ := strings.Cut(m, ":")
				if err := f.MergeCell("Sheet1", from, to); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
	in, found := take(t, seasonText, "ds.xlsx", sheetOf(map[string]string{"A1": "Họ và tên", "B1": "Danh hiệu", "C1": "Kết quả biểu quyết",
		"C2": "Đồng ý", "D2": "Không đồng ý", "E1": "Kết quả xếp loại", "E2": "2025", "F2": "Năm 2026", "G1": "Sức khỏe", "G2": "2025",
		"A3": "Lò Văn Ón", "B3": "LĐTT", "C3": "12", "D3": "1", "E3": "HTT", "F3": "HTXS", "G3": "tốt"},
		"A1:A2", "B1:B2", "C1:D1", "E1:F1"))
	if in == nil || len(found) != 1 || !strings.Contains(found[0].Message, `không biết cột "2025"`) {
		t.Fatal(found)
	}
	if got := fmt.Sprintf("%+v %+v", *in.Changes[0].Nominee.Votes, in.Changes[0].Nominee.Ratings); !strings.Contains(got, "{For:12 Against:1 ") ||
		!strings.Contains(got, "{Year:2025 Rating:good") || !strings.Contains(got, "{Year:2026 Rating:excellent") {
		t.Error(got)
	}
	for want, book := range map[string][]byte{
		`tiêu đề "Họ và tên" trùm các cột A và B; dồn nội dung các cột ấy vào một cột`: sheetOf(
			map[string]string{"A1": "Họ và tên", "C1": "Danh hiệu", "A2": "Lò Văn", "B2": "Ón", "C2": "LĐTT"}, "A1:B1"),
		`tiêu đề "Danh hiệu đề nghị" trùm các cột B và C; gộp thành một cột, mỗi dòng ghi tên một danh hiệu`: sheetOf(
			map[string]string{"A1": "Họ và tên", "B1": "Danh hiệu đề nghị", "B2": "LĐTT", "C2": "CSTĐCS", "A3": "Lò Văn Ón", "B3": "x"}, "A1:A2", "B1:C1"),
		`cột "Danh hiệu" trùng với cột "Danh hiệu"; chỉ để lại cột đề nghị lần này (cột danh hiệu đã có thì đặt tên là "Danh hiệu đã có"); là bảng`: sheetOf(
			map[string]string{"A1": "Họ và tên", "B1": "Danh hiệu", "D1": "Danh hiệu", "A2": "Lò Văn Ón", "B2": "LĐTT", "D2": "LĐTT"}),
		`cột "Chức vụ" trùng với cột "Chức danh"; chỉ để lại một cột; là bảng thứ hai`: sheetOf(
			map[string]string{"A1": "Họ và tên", "B1": "Chức danh", "C1": "Chức vụ", "A2": "Lò Văn Ón", "B2": "x"}),
	} {
		if in, found := take(t, seasonText, "ds.xlsx", book); in != nil || !strings.Contains(fmt.Sprint(found), want) {
			t.Errorf("%v, want %s", found, want)
		}
	}
}

// TestRemarks: remarks that may change what is done with a nominee are told; others say nothing.
func TestRemarks(t *testing.T) {
	const head = "Họ và tên,Hình thức,Ghi chú\n"
	for remark, want := range map[string]string{
		"Rút": "không đề nghị nữa, mà vẫn đưa vào: dòng 2 (Rút); không đề nghị thì xóa dòng", "xin rút hồ sơ": "không đề nghị nữa",
		"Không đạt": "không đề nghị nữa", "Chưa đủ hồ sơ": "không đề nghị nữa", "Đang xét kỷ luật": "không đề nghị nữa",
		"Hội đồng không thống nhất": "không đề nghị nữa", "Đã mất tháng 5": "chưa rõ có truy tặng", "hy sinh khi làm nhiệm vụ": "chưa rõ có truy tặng",
		"bỏ": "không đề nghị nữa", "Không tặng": "không đề nghị nữa", "Đề nghị loại": "không đề nghị nữa", "Không": "không đề nghị nữa", "Loại: thiếu hồ sơ": "không đề nghị nữa",
		"Loại A; xin rút": "không đề nghị nữa", "Đang chấp hành kỷ luật": "không đề nghị nữa", "Không xét do bị kỷ luật": "không đề nghị nữa", "Hoãn đến đợt sau": "không đề nghị nữa",
		"Loại A": "", "Loại khá": "", "Loại xuất sắc": "", "Không bị kỷ luật": "", "không có kỷ luật": "", "Chấp hành tốt kỷ luật": "", "Cán bộ Ban kỷ luật": "",
		"Hoãn nghĩa vụ quân sự": "", "Thôi giữ chức Bí thư": "", "Chưa đạt chuẩn NTM": "", "Chồng đã mất": "", "Con liệt sĩ hy sinh năm 1972": "",
		"Con liệt sĩ; đã mất tháng 5": "chưa rõ có truy tặng", "Con nhận thay vì đã mất": "chưa rõ có truy tặng", "Truy tặng?": "chưa rõ có truy tặng",
		"Truy tặng Huân chương cho chồng năm 1972": "chưa rõ có truy tặng", "Truy tặng chồng": "chưa rõ có truy tặng", "Truy tặng con nhận thay": "",
		"Truy tặng, trao cho con": "", "Bỏ học": "", "Xóa tên khỏi danh sách": "không đề nghị nữa", "gạch": "không đề nghị nữa", "Bỏ, không xét": "không đề nghị nữa",
		"Truy tặng: chưa xét": "chưa rõ có truy tặng", "Không truy tặng": "chưa rõ có truy tặng", "Không thường trú": "",
		"Rút kinh nghiệm": "không đề nghị nữa", "Đảng viên": "", "Rútt": "", "Mất CCCD": "", "không thường trú": "", "Chi hội trưởng": "",
	} {
		in, found := take(t, seasonText, "ds.csv", []byte(head+"Lò Thị Á,GKXA,\""+remark+"\"\n"))
		if in == nil || (want == "") != (len(found) == 0) || len(found) > 1 || !strings.Contains(fmt.Sprint(found), want) {
			t.Errorf("%s: %v, want %s", remark, found, want)
		}
	}
	_, found := take(t, seasonText, "ds.csv", []byte(head+"Lò Thị Á,GKXA,Rút\nLò Thị É,GKXA,Hoãn\n"))
	if len(found) != 1 || !strings.Contains(found[0].Message, "dòng 2 (Rút), 3 (Hoãn)") {
		t.Error(found)
	}
}

// TestTitlesAndForms: titles and forms may have a column each, where a row has one of them.
func TestTitlesAndForms(t *testing.T) {
	for _, c := range []struct{ list, want string }{
		{"Họ và tên,Danh hiệu thi đua,Hình thức khen thưởng\nLò Thị Á,LĐTT,\nLò Thị É,,Giấy khen\n", "thêm Lò Thị Á (LDTT) thêm Lò Thị É (GKXA)"},
		{"Họ và tên,Hình thức khen,Danh hiệu\nLò Thị Á,,LĐTT\n", "thêm Lò Thị Á (LDTT)"},
		{"Họ và tên,Danh hiệu thi đua,Hình thức khen thưởng\nLò Thị Á,LĐTT,Giấy khen\n",
			`ô C2 (cột "Hình thức khen thưởng") ghi "Giấy khen": dòng này đã có danh hiệu, hình thức ở cột khác; mỗi dòng ghi một danh hiệu hoặc một hình thức`},
		{"Họ và tên,Danh hiệu thi đua,Đề nghị\nLò Thị Á,LĐTT,GKXA\n", `cột "Đề nghị" trùng với cột "Danh hiệu thi đua"`},
		{"Họ và tên,Hình thức,Đề nghị\nLò Thị Á,LĐTT,GKXA\n", `cột "Đề nghị" trùng với cột "Hình thức"`},
		{"Họ và tên,Danh hiệu,Hình thức,Đề nghị\nLò Thị Á,LĐTT,,GKXA\n", `cột "Đề nghị" trùng với cột "Danh hiệu"`},
		{"Họ và tên,Đề nghị,Danh hiệu\nLò Thị Á,LĐTT,GKXA\n", `cột "Danh hiệu" trùng với cột "Đề nghị"`},
		{"Họ và tên,Danh hiệu/Hình thức,Hình thức\nLò Thị Á,LĐTT,GKXA\n", `cột "Hình thức" trùng với cột "Danh hiệu/Hình thức"`},
		{"Họ và tên,Danh hiệu,Danh hiệu thi đua\nLò Thị Á,LĐTT,\n", `cột "Danh hiệu thi đua" trùng với cột "Danh hiệu"`},
	} {
		in, found := take(t, seasonText, "ds.csv", []byte(c.list))
		got := fmt.Sprint(found)
		if in != nil {
			got = strings.Trim(fmt.Sprint(in.Changes), "[]")
		}
		if !strings.Contains(got, c.want) {
			t.Errorf("%q: %s, want %s", c.list, got, c.want)
		}
	}
}

// TestYearsBeside: the years of women beside those of men, below no heading of their own, are not lost.
func TestYearsBeside(t *testing.T) {
	book := sheetcase.Make(t, [][]any{{"Họ và tên", "Năm sinh", nil, "Danh hiệu"}, {"Lò Văn Ón", 1970, nil, "GKXA"}, {"Lò Văn Ca", 1972, nil, "GKXA"},
		{"Lò Thị Á", nil, 1971, "GKXA"}}, nil)
	_, found := take(t, seasonText, "ds.xlsx", book)
	if len(found) != 1 || !strings.Contains(found[0].Error(), `ô Sheet1!B4 (cột "Năm sinh"): ô để trống mà ô bên phải, ở cột C không có tiêu đề, ghi "1971"`) {
		t.Error(found)
	}
}

// TestPosthumous: a list says that somebody is dead where the award stands, in a column, in a remark, or above a group.
func TestPosthumous(t *testing.T) {
	const head = "TT,Đối tượng,Họ và tên,Đơn vị,Hình thức,Truy tặng,Ghi chú\n"
	for rows, want := range map[string]string{
		"1,CN,Lò Văn Ón,x,Truy tặng Giấy khen,,\n":                            "GKXA true",
		"1,CN,Lò Văn Ón,x,Giấy khen (truy tặng),,\n":                          "GKXA true",
		"1,CN,Cố Đại úy Lò Văn Ón,x,Giấy khen,x,\n":                           "GKXA true",
		"1,CN,Lò Văn Ón,x,giấy khen - truy tặng,,\n":                          "GKXA true",
		"1,CN,Lò Văn Ón,x,Giấy khen,x,\n":                                     "GKXA true",
		"1,CN,Lò Văn Ón,x,Giấy khen,không,\n":                                 "GKXA false",
		"1,CN,Lò Văn Ón,x,Giấy khen,,Truy tặng\n":                             "GKXA true",
		"1,CN,Lò Văn Ón,x,Giấy khen,,\"truy tặng, con nhận thay\"\n":          "GKXA true",
		"1,CN,Lò Văn Ón,x,Giấy khen,,Đề nghị truy tặng năm 2025\n":            "GKXA false",
		"I. TRUY TẶNG GIẤY KHEN,,,,,,\n1,CN,Lò Văn Ón,x,,,\n":                 "GKXA true",
		"I. TRUY TẶNG GIẤY KHEN,,,,,,\n1,CN,Lò Văn Ón,x,LĐTT,,\n":             "tiêu đề ở dòng 2 là truy tặng hình thức khác",
		"1,CN,Lò Văn Ón,x,Giấy khen,,(Truy tặng)\n":                           "GKXA true",
		"1,CN,Lò Văn Ón,x,Giấy khen,,- Truy tặng\n":                           "GKXA true",
		"1,CN,Lò Văn Ón,x,Giấy khen,,Truy tặng: không\n":                      "GKXA false",
		"1,CN,Lò Văn Ón,x,Truy tặng Giấy khen,,Truy tặng: không\n":            "chỗ ghi truy tặng, chỗ ghi không truy tặng",
		"1,CN,Lò Văn Ón,x,Đề nghị truy tặng Giấy khen,,\n":                    "GKXA true",
		"1,CN,Lò Văn Ón,x,Giấy khen truy tặng,,\n":                            "GKXA true",
		"1,CN,Lò Văn Ón,x,Giấy khen (đề nghị truy tặng),,\n":                  "GKXA true",
		"1,CN,Lò Văn Ón,x,Giấy khen (không truy tặng),,\n":                    "không rõ danh hiệu",
		"I. TRUY TẶNG GIẤY KHEN,,,,,,\nII. GIẤY KHEN,,,,,,\n1,CN,Lò Á,x,,,\n": "GKXA false",
		"1,TT,Thôn 9,,Truy tặng Giấy khen,,\n":                                "(cột \"Hình thức\") ghi \"Truy tặng Giấy khen\": truy tặng chỉ dành cho cá nhân đã mất, đây là tập thể",
		"1,HGĐ,Lò Văn Ón,,Giấy khen,x,\n":                                     "(cột \"Truy tặng\") ghi \"x\": truy tặng chỉ dành cho cá nhân đã mất, đây là hộ gia đình",
		"1,CN,Lò Văn Ón,x,Giấy khen,?,\n":                                     "không rõ có truy tặng hay không; ghi x hoặc để trống",
		"1,CN,Lò Văn Ón,x,Truy tặng,,\n":                                      "không rõ danh hiệu, hình thức nào",
		"1,CN,Lò Văn Ón,x,LĐTT; Giấy khen,,\n":                                "ô ghi hơn một danh hiệu, hình thức; mỗi dòng ghi một danh hiệu",
		"1,CN,Lò Văn Ón,x,LĐTT và Giấy khen,,\n":                              "ô ghi hơn một danh hiệu, hình thức",
		"1,CN,Lò Văn Ón,x,LĐTT; Kỷ vật,,\n":                                   "không rõ danh hiệu, hình thức nào",
	} {
		in, found := take(t, seasonText, "ds.csv", []byte(head+rows))
		got := fmt.Sprint(found)
		if in != nil {
			got = fmt.Sprint(in.Changes[0].Nominee.Award, " ", in.Changes[0].Nominee.Posthumous)
			if said := strings.HasSuffix(in.Changes[0].String(), "(GKXA, truy tặng)"); said != in.Changes[0].Nominee.Posthumous {
				t.Errorf("%s: %s", rows, in.Changes[0])
			}
		}
		doubt := strings.Contains(rows, ",Đề nghị truy tặng năm") // in a remark
		if !strings.Contains(got, want) || doubt != strings.Contains(fmt.Sprint(found), "cảnh báo [batch.cell]: ô G2 (cột \"Ghi chú\")") {
			t.Errorf("%q: %s, want %s", rows, got, want)
		}
	}
	of := func(award string) []byte {
		return []byte("Họ và tên,Năm sinh,Đơn vị,Hình thức\nNguyễn Thị Hoa,1985,thôn Đồng Chùa," + award + "\n")
	}
	in, found := take(t, seasonText, "ds.csv", of("Truy tặng LĐTT"))
	if in == nil || len(in.Changes) != 1 || in.Changes[0].String() != `Nguyễn Thị Hoa: ghi "posthumous" (truy tặng)` {
		t.Fatal(found)
	}
	for _, award := range []string{"Truy tặng LĐTT", "LĐTT"} {
		if again, found := take(t, string(in.Source), "ds.csv", of(award)); again == nil || len(again.Changes) != 0 {
			t.Error(award, found, again)
		}
	}
}

// TestMissing: a name that cannot be read is no missing one.
func TestMissing(t *testing.T) {
	for row, want := range map[string]int{"#REF!,1980,LDTT": 1, ",1980,LDTT": 1, ",xuân,LDTT": 2, "#REF!,xuân,LDTT": 2} {
		_, found := take(t, seasonText, "ds.csv", []byte("Họ và tên,Năm sinh,Danh hiệu\n"+row+"\n"))
		if empty := strings.Count(found.Error(), "ô để trống"); len(found) != want || (empty == 1) != strings.HasPrefix(row, ",") {
			t.Errorf("%s: %v", row, found)
		}
	}
}

// TestVotesOnce: votes that cannot be read are told once, and are not told to be none.
func TestVotesOnce(t *testing.T) {
	_, found := take(t, seasonText, "ds.csv", []byte("Họ và tên,Danh hiệu,Số phiếu đồng ý,Số phiếu không đồng ý\nLê Văn An,GKXA,13 phiếu,0\n"))
	if len(found) != 1 || !strings.Contains(found.Error(), "không phải một số") {
		t.Error(found)
	}
}

// TestFilled: what a row changes in a nominee whom the season has, or what stands against it. The season has
// one row, of Lê Văn An of thôn 7 born in 1960, with the line of YAML behind it.
func TestFilled(t *testing.T) {
	const who = "cá nhân,Lê Văn An,1960,thôn 7,"
	for _, tt := range []struct{ has, heads, row, want string }{
		{"", "", who, ""},
		{"", "Chức vụ", who + "Trưởng thôn", `"role" (chức vụ)`},
		{"role: Trưởng thôn", "Chức vụ", who + "TRƯỞNG THÔN", ""},
		{"role: Trưởng thôn", "Chức vụ", who + "Phó thôn", `mục 1 của đợt khen thưởng ghi "role" (chức vụ) là "Trưởng thôn"`},
		{"votes: {for: 9}", "Số phiếu đồng ý", who + "9", ""},
		{"votes: {for: 9}", "Số phiếu đồng ý", who + "8",
			`ô E2 (cột "Số phiếu đồng ý") ghi "8": mục 1 của đợt khen thưởng ghi "votes" (kết quả biểu quyết) là "9 phiếu đồng ý"`},
		{"held: [{award: GKXA, year: 2024}]", "Danh hiệu đã có", who + "GKXA 2024", ""},
		{"held: [{award: GKXA, year: 2024}]", "Danh hiệu đã có", who + "GKXA 2023", `"held" (danh hiệu, hình thức đã được tặng) GKXA 2023`},
		{"held: [{award: GKXA, year: 2024}]", "Danh hiệu đã có", who + "LDTT 2024", `"held" (danh hiệu, hình thức đã được tặng) LDTT 2024`},
		{"ratings: [{year: 2025, rating: good}]", "Xếp loại 2025", who + "hoàn thành tốt", ""},
		{"ratings: [{year: 2025, rating: good}]", "Xếp loại 2025", who + "hoàn thành", "hoàn thành tốt nhiệm vụ"},
		{"ratings: [{year: 2025, rating: good}]", "Xếp loại 2024", who + "hoàn thành tốt", "(mức độ hoàn thành nhiệm vụ) 2024"},
		// Another year of birth or another place is another person, and so added; what is not said may be either.
		{"", "Danh hiệu", "cá nhân,Lê Văn An,1961,thôn 7,GKXA", "added"},
		{"", "Danh hiệu", "cá nhân,Lê Văn An,1960,thôn 8,GKXA", "added"},
		{"", "Danh hiệu", "cá nhân,Lê Văn An,,thôn 8,GKXA", "added"},
		{"", "Danh hiệu", "cá nhân,Lê Văn An,1961,,GKXA", "added"},
		{"", "Danh hiệu", "cá nhân,Lê Văn An,,thôn 7,GKXA", "cùng tên với mục 1 của đợt khen thưởng"},
		{"", "Danh hiệu", "cá nhân,Lê Văn An,1960,,GKXA", "cùng tên với mục 1 của đợt khen thưởng"},
		{"", "Danh hiệu", "hộ,Lê Văn An,1960,thôn 7,GKXA", "added"},
		{"", "Danh hiệu", who + "GKXA", "added"},                                                   // a second award of one person
		{"", "Danh hiệu", "cá nhân,Lê Văn Bé,,,GKXA\ncá nhân,Lê Văn Bé,1990,,GKXA", "added added"}, // two rows are two people
		{"", "Danh hiệu", who + "\n" + who, "trùng với dòng 2"},
		{"", "Chức vụ", "cá nhân,Lê Văn Bé,,,Trưởng thôn", "chưa có trong đợt khen thưởng, mà không ghi danh hiệu"},
	} {
		text := seasonText[:strings.Index(seasonText, "  # Tập thể")] +
			"  - kind: individual\n    name: Lê Văn An\n    birth_year: 1960\n    unit: thôn 7\n    award: LDTT\n"
		if tt.has != "" {
			text += "    " + tt.has + "\n"
		}
		r, found := take(t, text, "ds.csv", []byte("Đối tượng,Họ và tên,Năm sinh,Đơn vị,"+tt.heads+"\n"+tt.row+"\n"))
		var got []string
		if r != nil {
			for _, c := range r.Changes {
				if got = append(got, c.Keys...); c.Added {
					got = append(got, "added")
				}
			}
		} else {
			got = append(got, found.Error())
		}
		if all := strings.Join(got, " "); !strings.Contains(all, tt.want) || tt.want == "" && all != "" {
			t.Errorf("%s, %s %s: %q, want %q", tt.has, tt.heads, tt.row, all, tt.want)
		}
	}
}

// TestHeadingRows: of a heading of two rows the words that are known count, wherever they stand.
func TestHeadingRows(t *testing.T) {
	for name, list := range map[string]string{
		"below":     "STT,Họ và tên,Danh hiệu,Kết quả,\n,,,Số phiếu đồng ý,Số phiếu không đồng ý\n1,Lê Văn An,GKXA,9,1\n",
		"above":     "STT,Họ và tên,Danh hiệu,Số phiếu đồng ý,\n,,,trên 13,Số phiếu không đồng ý\n1,Lê Văn An,GKXA,9,1\n",
		"one alone": "STT,Họ và tên,Danh hiệu,Số phiếu đồng ý,Số phiếu không đồng ý\n1,Lê Văn An,GKXA,9,1\n",
	} {
		r, found := take(t, seasonText, "ds.csv", []byte(list))
		if r == nil || len(r.Changes) != 1 || len(found) > 0 {
			t.Errorf("%s: %v", name, found)
			continue
		}
		if v := r.Changes[0].Nominee.Votes; v == nil || v.For != 9 || v.Against != 1 {
			t.Errorf("%s: votes %+v", name, v)
		}
	}
}

// TestHonorificTyped: what is typed before a name is the honorific, as from a column of its own.
func TestHonorificTyped(t *testing.T) {
	for name, want := range map[string]string{
		"Bà Lê Thị Cúc":       "honorific: Bà name: Lê Thị Cúc award",
		"ông Nguyễn Văn An":   "honorific: Ông name: Nguyễn Văn An award",
		"Em Nguyễn Văn An":    "honorific: Em name: Nguyễn Văn An award",
		"Em Ích":              "name: Em Ích award",
		"Ông Ích Khiêm":       "name: Ông Ích Khiêm award",
		"Nguyễn Văn Đồng Chí": "name: Nguyễn Văn Đồng Chí award",
	} {
		r, found := take(t, seasonText, "ds.csv", []byte("Họ và tên,Danh hiệu\n"+name+",LDTT\n"))
		if r == nil || len(r.Changes) != 1 {
			t.Fatalf("%s: %v", name, found)
		}
		text, err := plan.Marshal(r.Changes[0].Nominee)
		if got := strings.Join(strings.Fields(string(text)), " "); err != nil || !strings.HasPrefix(got, "kind: individual "+want) {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// TestTwoInOne: post and unit in one column, years of birth of men and women in two.
func TestTwoInOne(t *testing.T) {
	for _, tt := range []struct {
		row  []any
		want string
	}{
		{[]any{"Lê Văn An", 1980, nil, "Trưởng thôn, thôn 7", "LDTT"}, "name: Lê Văn An birth_year: 1980 unit: Trưởng thôn, thôn 7 award"},
		{[]any{"Lê Thị Bé", nil, 1981, "thôn 7", "LDTT"}, "name: Lê Thị Bé birth_year: 1981 unit: thôn 7 award"},
		{[]any{"Lê Thị Bé", 1981, 1981, "thôn 7", "LDTT"}, "dòng này đã có năm sinh ở cột khác"},
		{[]any{"Trần E", nil, 1985, "Giáo viên, Trường Tiểu học", "LDTT"}, "không có gì mới"},
		// Whose unit ends the text, or whose post is the text, may be the same.
		{[]any{"Nguyễn Thị Hoa", nil, nil, "Trưởng thôn, thôn Đồng Chùa", "LDTT"}, "cùng tên với mục 3 của đợt khen thưởng"},
		{[]any{"Nguyễn Thị Hoa", nil, 1969, "Trưởng thôn - Thôn Đồng Chùa", "LDTT"}, "cùng tên với mục 2 của đợt khen thưởng"},
		{[]any{"Nguyễn Thị Hoa", nil, 1969, "Trưởng thôn, thôn 7", "LDTT"}, "birth_year: 1969 unit: Trưởng thôn, thôn 7"},
		{[]any{"Nguyễn Thị Hoa", nil, 1970, "Trưởng thôn, thôn Đồng Chùa", "LDTT"}, "name: Nguyễn Thị Hoa birth_year: 1970 unit"},
		{[]any{"Trần E", nil, nil, "Giáo viên, Trường Tiểu học", "LDTT"}, "cùng tên với mục 4 của đợt khen thưởng"},
		{[]any{"Trần E", nil, nil, "Giáo viên", "LDTT"}, "cùng tên với mục 4 của đợt khen thưởng"},
	} {
		with := strings.Replace(seasonText, "\n# Quỹ\n",
			"  - {kind: individual, name: Trần E, birth_year: 1985, role: Giáo viên, unit: Trường Tiểu học, award: LDTT}\n", 1)
		book := sheetcase.Make(t, [][]any{{"Họ và tên", "Năm sinh", nil, "Chức vụ, đơn vị công tác", "Danh hiệu"}, {nil, "Nam", "Nữ"}, tt.row},
			func(f *excelize.File) {
				for _, m := range [][2]string{{"A1", "A2"}, {"B1", "C1"}, {"D1", "D2"}, {"E1", "E2"}} {
					if err := f.MergeCell("Sheet1", m[0], m[1]); err != nil {
						t.Fatal(err)
					}
				}
			})
		r, found := take(t, with, "ds.xlsx", book)
		got := ""
		switch {
		case r != nil && len(r.Changes) == 1:
			text, err := plan.Marshal(r.Changes[0].Nominee)
			if err != nil {
				t.Fatal(err)
			}
			got = strings.Join(strings.Fields(string(text)), " ")
		case r != nil:
			got = "không có gì mới"
		default:
			got = found[0].Message
		}
		if !strings.Contains(got, tt.want) {
			t.Errorf("%v: %s, want %s", tt.row, got, tt.want)
		}
	}
}

// TestOwnColumns: the season's own columns are filled from the columns of a list that have their names.
func TestOwnColumns(t *testing.T) {
	with := strings.Replace(seasonText, "year: 2026\n", "year: 2026\ncolumns: [{name: Lớp}, {name: \"Phần thưởng, quà\"}]\n", 1)
	with = strings.Replace(with, "\n# Quỹ\n", "  - {kind: individual, name: Trần E, award: LDTT, cells: [8A]}\n", 1)
	const head = "Họ và tên,Danh hiệu,\"Phần thưởng, quà\",Lớp,Tổ\n"
	for row, want := range map[string]string{
		"Lê An,LDTT,10 quyển vở,8B,x": `name: Lê An award: LDTT cells: [8B, 10 quyển vở]`,
		"Lê An,LDTT,10 quyển vở,,":    `name: Lê An award: LDTT cells: ["", 10 quyển vở]`,
		"Lê An,LDTT,,8B,":             `name: Lê An award: LDTT cells: [8B]`,
		"Trần E,LDTT,bút,8a,":         `name: Trần E award: LDTT cells: [8A, bút]`,
		"Trần E,LDTT,,8B,":            `ô D2 (cột "Lớp") ghi "8B": mục 4 của đợt khen thưởng ghi "cells" (các cột riêng) là "8A"`,
	} {
		r, found := take(t, with, "ds.csv", []byte(head+row+"\n"))
		got := ""
		if r != nil && len(r.Changes) == 1 {
			text, err := plan.Marshal(r.Changes[0].Nominee)
			if err != nil {
				t.Fatal(err)
			}
			got = strings.Join(strings.Fields(string(text)), " ")
		}
		for _, d := range found {
			got += d.Message
		}
		if !strings.Contains(got, want) || !strings.Contains(got, `không biết cột "Tổ"`) {
			t.Errorf("%s: %s, want %s", row, got, want)
		}
	}
}

// TestPupils: of two pupils of one name and year the finding says how their classes part them.
func TestPupils(t *testing.T) {
	with := strings.Replace(seasonText, "year: 2026\n", "year: 2026\ncolumns: [{name: Lớp}]\n", 1)
	for other, fix := range map[string]string{"2B": `để phân biệt, như lớp ở cột "Đơn vị"`, "2A": "để phân biệt"} {
		_, found := take(t, with, "ds.csv", []byte("Họ và tên,Năm sinh,Danh hiệu,Lớp\nLò Á,2018,GKXA,2A\nLò Á,2018,GKXA,"+other+"\n"))
		if len(found) != 1 || !strings.HasSuffix(found[0].Fix, fix) {
			t.Errorf("%s: %v, want %s", other, found, fix)
		}
	}
}

// TestOwnColumnHides: a column of the season's own that has the name of a known one takes its cells, and says so.
func TestOwnColumnHides(t *testing.T) {
	for name, want := range map[string]string{
		"Chức vụ": `cột "Chức vụ" ghi vào cột riêng cùng tên ("columns"), không đọc như cột "Chức vụ" thường dùng`,
		"Địa chỉ": `không đọc như cột "Đơn vị/Địa chỉ" thường dùng`, "Xếp loại 2026": `không đọc như cột "Xếp loại 2026" thường dùng`,
		"Ghi chú": "", "Lớp": "",
	} {
		with := strings.Replace(seasonText, "year: 2026\n", "year: 2026\ncolumns: [{name: "+name+"}]\n", 1)
		r, found := take(t, with, "ds.csv", []byte("Họ và tên,Danh hiệu,"+name+"\nLê An,LDTT,x\n"))
		if r == nil || len(r.Changes) != 1 || len(r.Changes[0].Nominee.Cells) != 1 {
			t.Fatalf("%s: %v", name, found)
		}
		if got := found.Error(); !strings.Contains(got, want) || want == "" && len(found) > 0 {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// TestBonusOfList: a sum that the list states is compared with that of the file, and counts đồng.
func TestBonusOfList(t *testing.T) {
	with := strings.Replace(seasonText, "\n# Quỹ\n", "  - {kind: individual, name: Trần E, award: LDTT, bonus: {amount: 760000}}\n", 1)
	const head = "Họ và tên,Danh hiệu,Số tiền\n"
	for list, want := range map[string]string{
		head + "Trần E,LDTT,760.000\n":                                          "",
		head + "Trần E,LDTT,710.000\n":                                          `ô C2 (cột "Số tiền") ghi "710.000": mục 4 của đợt khen thưởng ghi "amount" (số tiền) là "760.000"`,
		"Đơn vị tính: nghìn đồng,,\n" + head + "Trần E,LDTT,760\n":              "danh sách ghi",
		"Họ và tên,Danh hiệu,Mức thưởng,Số tiền\nTrần E,LDTT,\"0,3\",760.000\n": "không biết cột \"Mức thưởng\": bỏ qua cột này",
	} {
		_, found := take(t, with, "ds.csv", []byte(list))
		got := ""
		for _, d := range found {
			got += d.Message + "; " + d.Fix
		}
		if !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%s: %s, want %s", list, got, want)
		}
	}
	for bonus, want := range map[string]string{
		"":                             `Trần E: ghi "bonus" (tiền thưởng đã ghi)`,
		", bonus: {multiplier: 0.3}":   `Trần E: ghi "amount" (số tiền của tiền thưởng đã ghi)`,
		", bonus: {basis: Quyết định}": `Trần E: ghi "amount" (số tiền của tiền thưởng đã ghi)`,
		", bonus: {money: none, basis: Quy chế}": `mục 4 của đợt khen thưởng ghi "money" (không có tiền thưởng) là "none"`,
	} {
		r, found := take(t, strings.Replace(with, ", bonus: {amount: 760000}", bonus, 1), "ds.csv", []byte(head+"Trần E,LDTT,760.000\n"))
		got := found.Error()
		if r != nil && len(r.Changes) == 1 {
			got = r.Changes[0].String()
			is := r.Changes[0].Nominee.Bonus
			if is == nil || is.Amount != 760_000 || (is.Multiplier != 0) != strings.Contains(bonus, "multiplier") {
				t.Errorf("%s: %+v", bonus, is)
			}
		}
		if !strings.Contains(got, want) {
			t.Errorf("%s: %s, want %s", bonus, got, want)
		}
	}
}

// TestAchievementLines: the lines of an achievement become one; where only their ends parted them, it is told.
func TestAchievementLines(t *testing.T) {
	for text, want := range map[string]string{
		"Làm tốt": "Làm tốt", "Làm tốt;\nHiến đất": "Làm tốt; Hiến đất", "Làm tốt việc\nxã hội": "Làm tốt việc xã hội", "- Làm tốt": "- Làm tốt",
		"Làm tốt\nHiến đất": "! Làm tốt Hiến đất", "Làm tốt\n- Hiến đất": "! Làm tốt - Hiến đất", "Làm tốt\n02 năm": "! Làm tốt 02 năm",
		"- Làm tốt\n- Hiến đất": "! Làm tốt; Hiến đất", "+ Làm tốt;\n+ Hiến đất.": "Làm tốt; Hiến đất.",
		"-5 độ vẫn trực\n-10 độ vẫn trực": "! -5 độ vẫn trực -10 độ vẫn trực", "+,5% năm trước;\n+.5% năm nay": "+,5% năm trước; +.5% năm nay",
		"- 5 ngày công\n- 10 ngày công": "! 5 ngày công; 10 ngày công", "•5 ngày;\n•10 ngày": "5 ngày; 10 ngày",
		"- Làm tốt;\n- Hiến đất\n- Góp công": "! Làm tốt; Hiến đất; Góp công", "- Làm tốt\n-\n- Hiến đất": "! Làm tốt; Hiến đất",
	} {
		in, found := take(t, seasonText, "ds.csv", []byte("TT,Họ và tên,Hình thức,Thành tích\n1,Lò Văn Ón,GKXA,\""+text+"\"\n"))
		if in == nil {
			t.Errorf("%q: %v", text, found)
			continue
		}
		got := in.Changes[0].Nominee.Achievement
		if strings.Contains(fmt.Sprint(found), "in liền một dòng: dòng ") {
			got = "! " + got
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for row, told := range map[string]bool{
		"\"Trưởng bản\nBí thư Chi bộ\",Bản Áng": true, "\"Trưởng bản,\nBí thư Chi bộ\",Bản Áng": false, "Trưởng bản,\"Bản Áng\nXã Tân\"": true,
		"Trưởng bản,\"Bản\nÁng\"": true, "Trưởng bản,\"bản Áng\nxã Tân\"": false,
	} {
		in, found := take(t, seasonText, "ds.csv", []byte("TT,Họ và tên,Hình thức,Chức vụ,Đơn vị\n1,Lò Văn Ón,GKXA,"+row+"\n"))
		if in == nil || told != strings.Contains(fmt.Sprint(found), "in liền một dòng: dòng ") {
			t.Errorf("%q: %v", row, found)
		}
	}
}

// TestPlacesInCapitals: posts and units in capitals are told, abbreviations are not.
func TestPlacesInCapitals(t *testing.T) {
	for place, told := range map[string]bool{
		"TRƯỞNG BẢN": true, "PHÒNG KẾ HOẠCH - TÀI CHÍNH": true, "BẢN ÁNG 2": true, "UBND XÃ": false, "UBND xã Tân": false, "THCS": false, "Tổ 3": false, "GIÁMĐỐCSỞ": false,
		"GIÁO VIÊN, THCS": true, "Y TẾ THÔN": true, "Trưởng BẢN": false,
	} {
		for _, column := range []string{"Chức vụ", "Đơn vị", "\"Chức vụ, đơn vị\""} {
			in, found := take(t, seasonText, "ds.csv", []byte("TT,Họ và tên,Hình thức,"+column+"\n1,Lò Văn Ón,GKXA,\""+place+"\"\n"))
			if in == nil || told != strings.Contains(fmt.Sprint(found), "viết toàn chữ hoa, văn bản in đúng như vậy: dòng 2") {
				t.Errorf("%s %q: %v", column, place, found)
			}
		}
	}
}
