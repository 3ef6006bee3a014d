package season_test

import (
	"fmt"
	"strings"
	"testing"
)

// saidOf gives what a list says of each nominee, in a line: name, role, unit and award, with † for the dead.
func saidOf(t *testing.T, list string) (nominees, found string) {
	t.Helper()
	in, all := take(t, seasonText, "ds.csv", []byte(list))
	if in != nil {
		for _, c := range in.Changes {
			n := c.Nominee
			parts := []string{n.Name}
			for _, s := range []string{n.Role, n.Unit, n.Award} {
				if s != "" {
					parts = append(parts, s)
				}
			}
			if n.Posthumous {
				parts = append(parts, "†")
			}
			nominees += strings.Join(parts, "/") + "; "
		}
	}
	return nominees, fmt.Sprint(all)
}

const titled = "TT,Họ và tên,Đơn vị,Hình thức\n"

// TestTitlesOfTheDead: a title that says truy tặng never loses it, and never gives it to whom it does not mean.
func TestTitlesOfTheDead(t *testing.T) {
	for _, c := range []struct{ name, list, want, found string }{
		{"the row has the title's award", titled + "II,TRUY TẶNG GIẤY KHEN,,\n1,Trần Văn Ba,x,Giấy khen\n", "Trần Văn Ba/x/GKXA/†; ", ""},
		{"the row has another award", titled + "II,TRUY TẶNG GIẤY KHEN,,\n1,Trần Văn Ba,x,LĐTT\n", "",
			`ô D3 (cột "Hình thức") ghi "LĐTT": tiêu đề ở dòng 2 là truy tặng hình thức khác; truy tặng thì ghi "Truy tặng" trước hình thức ở ô này`},
		{"that says truy tặng itself", titled + "II,TRUY TẶNG GIẤY KHEN,,\n1,Trần Văn Ba,x,Truy tặng LĐTT\n", "Trần Văn Ba/x/LDTT/†; ", ""},
		{"an award that nobody knows is told once", titled + "II,TRUY TẶNG GIẤY KHEN,,\n1,Trần Văn Ba,x,Giấy\n", "", "không rõ danh hiệu"},
		{"a kind", titled + "I,TRUY TẶNG CÁ NHÂN,,\n1,Trần Văn Ba,x,Giấy khen\n", "Trần Văn Ba/x/GKXA/†; ", ""},
		{"a kind and an award", titled + "I,CÁ NHÂN TRUY TẶNG GIẤY KHEN,,\n1,Trần Văn Ba,x,\n", "Trần Văn Ba/x/GKXA/†; ", ""},
		{"a kind before it", titled + "I,CÁ NHÂN TRUY TẶNG,,\n1,Trần Văn Ba,x,GKXA\n", "Trần Văn Ba/x/GKXA/†; ", ""},
		{"nothing else", titled + "I,TRUY TẶNG,,\n1,Trần Văn Ba,x,Giấy khen\n", "Trần Văn Ba/x/GKXA/†; ", ""},
		{"nothing else above an award", titled + "A,TRUY TẶNG: 01 người,,\nI,GIẤY KHEN,,\n1,Trần Văn Ba,x,\n", "Trần Văn Ba/x/GKXA/†; ", ""},
		{"what is to be done, and how many", titled + "I,ĐỀ NGHỊ TRUY TẶNG GIẤY KHEN: 01 người,,\n1,Trần Văn Ba,x,\n", "Trần Văn Ba/x/GKXA/†; ", ""},
		{"behind the award, and how many", titled + "I,GIẤY KHEN (TRUY TẶNG): 01,,\n1,Trần Văn Ba,x,\n", "Trần Văn Ba/x/GKXA/†; ", ""},
		{"with words that nobody knows", titled + "I,KHỐI ĐƯỢC TRUY TẶNG,,\n1,Trần Văn Ba,x,GKXA\n", "",
			`ghi x ở cột "Truy tặng" của từng dòng được truy tặng, rồi xóa tiêu đề nhóm có chữ ấy; xóa dòng này`},
		{"the dead, in other words", titled + "I,CÁ NHÂN ĐÃ MẤT,,\n1,Trần Văn Ba,x,GKXA\n", "", `ghi x ở cột "Truy tặng" của từng dòng`},
		{"another title that nobody knows behind it", titled + "I,TRUY TẶNG GIẤY KHEN,,\n1,Trần Văn Ba,x,\nII,KHỐI THÔN,,\n2,Lê Tư,x,GKXA\n", "",
			`dòng 4: là tiêu đề của một nhóm, không phải một bản ghi; ghi x ở cột "Truy tặng" của từng dòng`},
		{"ended by a title numbered alike", titled + "I,TRUY TẶNG GIẤY KHEN,,\n1,Trần Văn Ba,x,\nII,GIẤY KHEN,,\n2,Lê Tư,x,GKXA\n",
			"Trần Văn Ba/x/GKXA/†; Lê Tư/x/GKXA; ", ""},
		{"and by one that is not", titled + "I,TRUY TẶNG GIẤY KHEN,,\n1,Trần Văn Ba,x,\nGIẤY KHEN,,,\n2,Lê Tư,x,\n", "",
			"dòng 4: là tiêu đề của một nhóm, chưa rõ nhóm ở dòng 2 đã hết hay chưa; hết rồi thì đánh số hai tiêu đề cùng một cách"},
		{"the same of kinds", titled + "I,TRUY TẶNG CÁ NHÂN,,\n1,Trần Văn Ba,x,GKXA\nCÁ NHÂN,,,\n2,Lê Tư,x,GKXA\n", "", "chưa rõ nhóm ở dòng 2 đã hết"},
		{"an award behind rows that are dead", titled + "I,TRUY TẶNG,,\n1,Trần Văn Ba,x,GKXA\nGIẤY KHEN,,,\n2,Lê Tư,x,\n", "", "chưa rõ nhóm ở dòng 2 đã hết"},
		{"a hamlet behind them", titled + "I,TRUY TẶNG,,\n1,Trần Văn Ba,x,GKXA\nTHÔN KIM,,,\n2,Lê Tư,,GKXA\n", "", "chưa rõ nhóm ở dòng 2 đã hết"},
		{"a kind within", titled + "I. TRUY TẶNG GIẤY KHEN,,,\n1. CÁ NHÂN,,,\n1,Trần Văn Ba,x,\n", "Trần Văn Ba/x/GKXA/†; ", ""},
		{"an award within", titled + "I. TRUY TẶNG CÁ NHÂN,,,\n1. GIẤY KHEN,,,\n1,Trần Văn Ba,x,\n", "Trần Văn Ba/x/GKXA/†; ", ""},
		{"said twice", titled + "I. TRUY TẶNG GIẤY KHEN,,,\n1. TRUY TẶNG GIẤY KHEN,,,\n1,Trần Văn Ba,x,\n", "Trần Văn Ba/x/GKXA/†; ", ""},
		{"words that nobody knows behind rows", titled + "I. TRUY TẶNG GIẤY KHEN,,,\n1,Trần Văn Ba,x,\nKHỐI THÔN,,,\n2,Lê Tư,x,GKXA\n", "",
			`dòng 4: không có số thứ tự mà chỉ có một ô hoặc toàn số (tiêu đề nhóm, phần tiếp của dòng trên, dòng cộng), ` +
				`không phải một bản ghi; ghi x ở cột "Truy tặng" của từng dòng`},
		{"hamlets within", titled + "I,TRUY TẶNG GIẤY KHEN,,\nTHÔN KIM,,,\n1,Trần Văn Ba,,\nTHÔN BÙI,,,\n2,Lê Tư,,GKXA\nII,LĐTT,,\n3,Lê Sáu,x,\n",
			"Trần Văn Ba/thôn Kim/GKXA/†; Lê Tư/thôn Bùi/GKXA/†; Lê Sáu/x/LDTT; ", ""},
		{"of nobody", titled + "TRUY TẶNG,,,\nGIẤY KHEN,,,\n1,Trần Văn Ba,x,\n", "", "dòng 2: tiêu đề ghi truy tặng mà không có dòng nào ở dưới"},
		{"of nobody, with a number", titled + "I,TRUY TẶNG,,\nII,GIẤY KHEN,,\n1,Trần Văn Ba,x,\n", "Trần Văn Ba/x/GKXA; ",
			"cảnh báo [batch.row]: dòng 2: tiêu đề ghi truy tặng mà không có dòng nào ở dưới"},
		{"of nobody at the end", titled + "1,Trần Văn Ba,x,GKXA\nTRUY TẶNG,,,\n", "", "dòng 3: tiêu đề ghi truy tặng mà không có dòng nào ở dưới"},
		{"of a household", "TT,Đối tượng,Họ và tên,Hình thức\nI,TRUY TẶNG GIẤY KHEN,,\n1,hộ,Trần Văn Ba,\n", "",
			"ds.csv:2:1: lỗi [batch.row]: dòng 2: tiêu đề ghi truy tặng, chỉ dành cho cá nhân đã mất, mà dòng 3 ở dưới là hộ gia đình; bỏ chữ truy tặng ở tiêu đề"},
		{"a row that denies it", "TT,Họ và tên,Hình thức,Truy tặng\nI,TRUY TẶNG GIẤY KHEN,,\n1,Trần Văn Ba,,không\n", "", "chỗ ghi truy tặng, chỗ ghi không truy tặng"},
		{"a sum that counts the dead", titled + "1,Trần Văn Ba,x,GKXA\n\"Ấn định danh sách có 01 người, trong đó 01 người truy tặng./.\",,,\n",
			"Trần Văn Ba/x/GKXA; ", "dòng 3: ghi có truy tặng, mà không dòng nào là truy tặng"},
		{"a note that says nothing else", titled + "1,Trần Văn Ba,x,GKXA\n(Truy tặng),,,\n2,Lê Tư,x,GKXA\n",
			"Trần Văn Ba/x/GKXA; Lê Tư/x/GKXA; ", "dòng 3: ghi có truy tặng, mà không dòng nào là truy tặng"},
		{"a sum of both", titled + "1,Trần Văn Ba,x,GKXA\n,\"Tổng cộng: 01 người, truy tặng 01\",,\n",
			"Trần Văn Ba/x/GKXA; ", "dòng 3: ghi có truy tặng, mà không dòng nào là truy tặng"},
		{"the headings again", "TT,Họ và tên,Hình thức,Truy tặng\n1,Trần Văn Ba,GKXA,\nTT,Họ và tên,Hình thức,Truy tặng\n2,Lê Tư,GKXA,\n",
			"Trần Văn Ba/GKXA; Lê Tư/GKXA; ", ""},
		{"a title with an award beside it", titled + "II,TRUY TẶNG,,Giấy khen\n1,Trần Văn Ba,x,GKXA\n", "", "ghi \"TRUY TẶNG\": ghi là người đã mất"},
		{"and has one", titled + "1,Trần Văn Ba,x,Truy tặng GKXA\n\"Ấn định danh sách có 01 người, trong đó 01 người truy tặng./.\",,,\n",
			"Trần Văn Ba/x/GKXA/†; ", ""},
	} {
		got, found := saidOf(t, c.list)
		if got != c.want || !strings.Contains(found, c.found) || c.found == "" && strings.Contains(found, "truy tặng, mà") {
			t.Errorf("%s: %s\n%s", c.name, got, found)
		}
	}
}

// TestTitlesOfUnits: which titles are a unit, and how it is written. All others are an error.
func TestTitlesOfUnits(t *testing.T) {
	for title, unit := range map[string]string{
		"Thôn Kim": "thôn Kim", "Thôn Kim:": "thôn Kim", "Thôn Kim (152 hộ)": "thôn Kim", "Thôn Kim: 02 đ/c": "thôn Kim", "Thôn 7A": "thôn 7A", "THÔN 7A": "thôn 7A",
		"Thôn Phú Lộc 2": "thôn Phú Lộc 2", "Thôn Kim (01 người, 02 hộ)": "thôn Kim", "TỔ DÂN PHỐ SỐ 5": "tổ dân phố số 5", "Tổ dân phố số 5": "tổ dân phố số 5",
		"Tổ 02": "tổ 02", "THÔN KIM II": "thôn Kim II", "THÔN 7, XÃ CẨM HÒA": "thôn 7, xã Cẩm Hòa", "BUÔN EA H’LEO": "buôn Ea H’Leo",
		"Lớp 5A: 02 học sinh": "Lớp 5A", "LỚP 10A2": "Lớp 10A2", "Lớp 5/2": "Lớp 5/2", "CHI BỘ THÔN KIM": "Chi bộ thôn Kim", "Chi bộ Thôn 7": "Chi bộ thôn 7",
		"Lớp Lá 1": "Lớp Lá 1", "LỚP CHỒI 2": "Lớp Chồi 2", "Lớp Mầm A": "Lớp Mầm A", "Lớp B1": "Lớp B1", "Lớp Lá Chồi 1": "", "Lớp Lê An": "", "Lớp lá 1": "",
		"Lớp Đảng 1": "", "Lớp Trưởng A": "", "LỚP Giỏi 5": "", "LỚP Tốt A": "", "LỚP ĐIỂM 1": "", "LỚP MẦM 3": "Lớp Mầm 3", "LỚP LÁ B": "Lớp Lá B",
		"CHI BỘ SỐ 3B": "Chi bộ số 3B", "Chi bộ 3A": "Chi bộ 3A", "Chi bộ 3a": "", "Chi bộ 3": "Chi bộ 3", "CHI BỘ SỐ 03": "Chi bộ số 03", "Chi bộ 2026": "", "Chi bộ số": "",
		"Thôn Kim 02 người": "", "Thôn Kim 02": "", "Thôn Kim (Giấy khen)": "", "Thôn Kim - Trưởng thôn Lê Văn A": "", "THÔN KIM (TRƯỞNG THÔN: ÔNG LÊ VĂN A)": "",
		"Thôn Kim, Trưởng thôn Lê Văn A": "", "THÔN KIM TRƯỞNG THÔN LÊ VĂN": "", "THÔN KIM VÀ THÔN BÙI": "", "Thôn Kim và thôn Bùi": "", "Thôn kim": "", "THÔN KIỂU MẪU": "", "Bản Văn An": "", "THÔN KIM NGUYỄN VĂN ÓN": "",
		"Khối Đảng": "", "Khối chính quyền": "", "Cán bộ xã": "", "Nhân dân các thôn": "", "Lực lượng vũ trang": "", "Tổ Hợp Tác": "Tổ Hợp Tác", "Chi bộ Trường Tiểu học": "Chi bộ Trường Tiểu học",
		"Tập thể Trường Tiểu học Cẩm Hòa": "", "Khoa Nội": "Khoa Nội", "KHOA NỘI": "Khoa Nội", "KHOA NỘI 2": "Khoa Nội 2", "Phòng Kế hoạch - Tài chính: 03": "Phòng Kế hoạch - Tài chính",
		"Tổ Văn phòng": "Tổ Văn phòng", "TỔ VĂN PHÒNG": "", "TỔ 3": "tổ 3", "PHÂN XƯỞNG SỐ 2": "Phân xưởng số 2", "ĐỘI 4": "Đội 4", "KHOA NGOẠI TỔNG HỢP": "",
		"Khoa Dược và Vật tư": "Khoa Dược và Vật tư", "Phòng Tổ chức và Khoa Nội": "", "Khoa Nội - Khoa Nhi": "", "Phòng Tài vụ - Lê Văn An": "", "Khoa Nội (Giấy khen)": "",
		"Trưởng các khoa": "", "Khoa Nội gồm có": "", "Nhóm Toán": "", "Trường THCS Cẩm Hòa": "Trường THCS Cẩm Hòa", "Đội Thuế số 2": "Đội Thuế số 2",
		"KHOA KSNK": "", "KHOA YHCT": "", "KHOA CĐHA": "", "KHOA ICU": "", "Khoa KSNK": "Khoa KSNK", "KHOA NHI": "Khoa Nhi",
		"Bệnh viện 19-8": "Bệnh viện 19-8", "Trường THCS 19-5": "Trường THCS 19-5", "Nhà máy Z-131": "Nhà máy Z-131", "Công ty 28 -1": "Công ty 28 -1", "Công ty 28- 1": "Công ty 28- 1",
		"Bệnh viện 19-8: 01": "Bệnh viện 19-8", "Khoa Nội - 05": "Khoa Nội", "Khoa Nội-05 người": "Khoa Nội", "Khoa Nội (02)": "Khoa Nội",
		"Phòng chống dịch COVID-19": "", "Phòng Chống dịch": "", "Phòng cháy chữa cháy": "", "Doanh nghiệp": "", "Mặt trận và đoàn thể": "", "Mặt trận Tổ quốc xã": "Mặt trận Tổ quốc xã",
		"Tổ chức Đoàn thể": "", "Tổ Chức Đoàn": "", "Đội viên": "", "Đội ngũ cán bộ": "", "Đội Ngũ cán bộ": "", "Đội Viên giỏi": "", "Phòng Cháy chữa cháy": "", "Ban Chỉ huy": "", "Ban Công tác": "", "Ban Công tác Mặt trận": "Ban Công tác Mặt trận", "Khoa học công nghệ": "", "KHOA HỌC": "", "Khoa Học": "", "Viện trợ": "",
		"Công an": "", "Công an xã": "Công an xã", "Quân sự": "", "Trung tâm": "", "Trung tâm Y tế": "Trung tâm Y tế", "Công ty": "", "Câu lạc bộ": "", "Ban chỉ đạo": "", "Ban Chỉ đạo": "",
		"Ban Chỉ huy quân sự xã": "Ban Chỉ huy quân sự xã", "Văn phòng": "", "Trạm y tế": "Trạm y tế", "Khoa": "", "Sở Y tế": "Sở Y tế", "Thanh tra tỉnh": "Thanh tra tỉnh", "HTX Tân Tiến": "HTX Tân Tiến", "Đại đội 5": "Đại đội 5",
		"Câu lạc bộ Thơ": "Câu lạc bộ Thơ", "Bưu điện xã": "Bưu điện xã", "Chi hội Phụ nữ": "Chi hội Phụ nữ", "Công đoàn": "", "Đảng ủy": "", "Đảng ủy xã": "Đảng ủy xã", "Ủy ban nhân dân": "", "Hội Phụ nữ": "Hội Phụ nữ", "Phòng xét nghiệm": "",
		"Phòng Tài vụ, Khoa Nội": "", "Lớp học xóa mù chữ": "", "Các thôn": "", "Thôn Kim: 01 tập thể; 02 cá nhân": "thôn Kim",
	} {
		got, found := saidOf(t, titled+"I,\""+title+"\",,\n1,Lò Thị Á,,GKXA\n")
		if want := "Lò Thị Á/" + unit + "/GKXA; "; unit != "" && got != want || unit == "" && (got != "" || !strings.Contains(found, "lỗi [batch.row]: dòng 2: ")) {
			t.Errorf("%s: %s, want %s\n%s", title, got, unit, found)
		}
	}
	for title, told := range map[string]bool{"KHOA NGOẠI TỔNG HỢP": true, "I. PHÒNG KẾ HOẠCH - TÀI CHÍNH: 02": true, "KHOA KSNK": true, "KHOA HỌC": false, "HỘI NGHỊ": false, "DOANH NGHIỆP": false, "KHỐI ĐẢNG": false, "Khối Đảng": false} {
		if got, found := saidOf(t, titled+title+",,,\n1,Lò Thị Á,,GKXA\n"); got != "" || told != strings.Contains(found, "gõ bằng chữ thường") {
			t.Errorf("%s: %s", title, found)
		}
	}
	for _, c := range []struct{ name, list, want, found string }{
		{"households end it", titled + "THÔN KIM,,,\n1,Lê An,,GKXA\nTHÔN BÙI,,,\n2,Lê Ba,,GKXA\nHỘ GIA ĐÌNH,,,\n1,Lê Chín,,GKXA\n",
			"Lê An/thôn Kim/GKXA; Lê Ba/thôn Bùi/GKXA; Lê Chín/GKXA; ", ""},
		{"so do bodies, below a number too", titled + "I,THÔN KIM,,\n1,Lê An,,GKXA\nTẬP THỂ,,,\n1,Chi hội 3,,GKXA\n", "Lê An/thôn Kim/GKXA; Chi hội 3/GKXA; ", ""},
		{"an award may be of the hamlet, or not", titled + "THÔN KIM,,,\n1,Lê An,,GKXA\nLĐTT,,,\n2,Lê Ba,x,\n", "", "dòng 4: là tiêu đề của một nhóm, chưa rõ nhóm ở dòng 2 đã hết"},
		{"persons too", titled + "THÔN KIM,,,\n1,Lê An,,GKXA\nI. CÁ NHÂN,,,\n2,Lê Ba,x,GKXA\n", "", "chưa rõ nhóm ở dòng 2 đã hết"},
		{"a hamlet of a hamlet", titled + "A. Thôn Kim,,,\nI. Xóm 3,,,\n1,Lê An,,GKXA\n", "", "chưa rõ nhóm ở dòng 2 đã hết"},
		{"persons without a number", titled + "I. THÔN KIM,,,\n1,Lê An,,GKXA\nCÁ NHÂN,,,\n2,Lê Ba,x,GKXA\n", "", "chưa rõ nhóm ở dòng 2 đã hết"},
		{"bodies end no award", titled + "I. GIẤY KHEN,,,\n1,Lê An,x,\nTẬP THỂ,,,\n1,Chi hội 3,,\n", "Lê An/x/GKXA; Chi hội 3/GKXA; ", ""},
		{"numbers say so", titled + "I. THÔN KIM,,,\n1. CÁ NHÂN,,,\n1,Lê An,,GKXA\n", "Lê An/thôn Kim/GKXA; ", ""},
		{"but not of others", titled + "I. THÔN KIM,,,\n1,Lê An,,GKXA\n1. HỘ GIA ĐÌNH,,,\n1,Lê Chín,,GKXA\n", "", "chưa rõ nhóm ở dòng 2 đã hết"},
		{"rows of a number and a name", titled + "I,GIẤY KHEN,,\nThôn Kim,,,\n1,Lê An,,\n2,Lê Ba,,\n", "Lê An/thôn Kim/GKXA; Lê Ba/thôn Kim/GKXA; ", "dòng 3 (thôn Kim)"},
		{"and words that nobody knows", titled + "I,GIẤY KHEN,,\nKhối Đảng,,,\n1,Lê An,,\n2,Lê Ba,,\n", "", "dòng 3: là tiêu đề của một nhóm"},
	} {
		got, found := saidOf(t, c.list)
		if got != c.want || !strings.Contains(found, c.found) {
			t.Errorf("%s: %s\n%s", c.name, got, found)
		}
	}
}

// TestPostsWithin: what stands in a column of post and unit below a hamlet is the post where it names no unit.
func TestPostsWithin(t *testing.T) {
	for cell, want := range map[string]string{
		"Trưởng thôn": "Trưởng thôn/thôn Kim", "Bí thư Chi bộ": "Bí thư Chi bộ/thôn Kim", "Bí thư chi bộ": "Bí thư chi bộ/thôn Kim", "Tổ trưởng": "Tổ trưởng/thôn Kim",
		"Công an viên": "Công an viên/thôn Kim", "Chi hội trưởng": "Chi hội trưởng/thôn Kim", "Chi hội trưởng Phụ nữ": "Chi hội trưởng Phụ nữ/thôn Kim", "Tổ trưởng Tổ Hòa giải": "Tổ trưởng Tổ Hòa giải", "Nông dân": "Nông dân/thôn Kim", "Y tế thôn": "Y tế thôn/thôn Kim", "": "thôn Kim",
		"Thôn 7": "Thôn 7", "Trạm Y tế xã": "Trạm Y tế xã", "Giáo viên Trường THCS Cẩm Hòa": "Giáo viên Trường THCS Cẩm Hòa", "Trưởng thôn Bùi": "Trưởng thôn Bùi",
		"Phó Chủ tịch HĐND": "Phó Chủ tịch HĐND", "Giáo viên (về hưu)": "Giáo viên (về hưu)", "Trưởng khu 3": "Trưởng khu 3", "Chủ tịch Hội Nông dân": "Chủ tịch Hội Nông dân",
	} {
		got, found := saidOf(t, "TT,Họ và tên,Chức vụ và đơn vị công tác,Hình thức\nI,Thôn Kim,,\n1,Lê An,"+cell+",GKXA\n")
		if told := strings.Contains(found, "các dòng đã có đơn vị giữ nguyên"); got != "Lê An/"+want+"/GKXA; " || told != (want == cell) {
			t.Errorf("%s: %s, want %s\n%s", cell, got, want, found)
		}
	}
	for post, want := range map[string]string{"Trưởng thôn": "Trưởng thôn/thôn Kim", "Bí thư, Trưởng thôn": "Bí thư, Trưởng thôn/thôn Kim",
		"Trưởng thôn Kim": "Trưởng thôn Kim/thôn Kim", "Giáo viên Trường THCS Cẩm Hòa": "Giáo viên Trường THCS Cẩm Hòa"} {
		got, found := saidOf(t, "TT,Họ và tên,Chức vụ,Hình thức\nI,Thôn Kim,,\n1,Lê An,\""+post+"\",GKXA\n")
		if told := strings.Contains(found, "các dòng đã có đơn vị giữ nguyên"); got != "Lê An/"+want+"/GKXA; " || told != (want == post) {
			t.Errorf("post %s: %s, want %s\n%s", post, got, want, found)
		}
	}
}
