package season_test

import (
	"strings"
	"testing"
)

// TestCounts: how many a title, a sum or a note says that there are is held against the rows.
func TestCounts(t *testing.T) {
	const heading = "TT,Họ và tên,Đơn vị,Danh hiệu\n"
	const one, two, body = "1,Lò Thị Á,x,GKXA\n", "1,Lò Thị Á,x,GKXA\n2,Lò Thị É,x,GKXA\n", "1,Chi hội 3,,GKXA\n"
	for _, c := range []struct{ name, list, want string }{
		{"a title that says one more", "I. GIẤY KHEN: 03,,,\n" + two, "dòng 2: ghi 03 đề nghị, danh sách có 02; kiểm tra có sót, thừa dòng nào không"},
		{"in brackets", "I. GIẤY KHEN (03),,,\n" + two, "dòng 2: ghi 03 đề nghị"},
		{"as many", "I. GIẤY KHEN: 02,,,\n" + two, ""},
		{"a year", "I. GIẤY KHEN (2026),,,\n" + two, ""},
		{"persons", "I. CÁ NHÂN (01 người),,,\n" + two, "dòng 2: ghi 01 cá nhân, danh sách có 02"},
		{"each title its own", "I. TẬP THỂ: 01,,,\n" + body + "II. CÁ NHÂN: 03,,,\n" + two, "dòng 4: ghi 03 đề nghị, danh sách có 02"},
		{"a title above others", "A. GIẤY KHEN: 03,,,\nI. TẬP THỂ: 01,,,\n" + body + "II. CÁ NHÂN: 02,,,\n" + two, ""},
		{"a title that ended", "A. GIẤY KHEN: 01,,,\n" + one + "B. LĐTT: 02,,,\n1,Lò Thị É,x,\n2,Lò Thị Ê,x,\n", ""},
		{"a sum", two + ",Tổng cộng: 03 người,,\n", "dòng 4: ghi 03 cá nhân, danh sách có 02"},
		{"a sum of all", two + ",Tổng cộng: 02 người,,\n", ""},
		{"a sum of a part", one + ",Cộng: 01 người,,\n1,Lò Thị É,x,GKXA\n2,Lò Thị Ê,x,GKXA\n,Cộng: 02 người,,\n,Tổng cộng: 03 người,,\n", ""},
		{"a note", two + "Ấn định danh sách có 12 người./.,,,\n", "dòng 4: ghi 12 cá nhân, danh sách có 02"},
		{"a note of two kinds", "I. TẬP THỂ,,,\n" + body + "II. CÁ NHÂN,,,\n" + two + "Danh sách này có 01 tập thể và 02 cá nhân./.,,,\n", ""},
		{"one of them wrong", "I. TẬP THỂ,,,\n" + body + "II. CÁ NHÂN,,,\n" + two + "Danh sách này có 02 tập thể và 02 cá nhân./.,,,\n",
			"dòng 7: ghi 02 tập thể, danh sách có 01"},
		{"a note about some", two + "(Trong đó 01 người đã được tặng),,,\n", ""},
		{"money", two + ",Tổng cộng: 1.520.000 đồng,,\n", ""},
		{"households", "I. HỘ GIA ĐÌNH: 02 hộ,,,\n1,Lò Thị Á,x,GKXA\n", "dòng 2: ghi 02 hộ gia đình, danh sách có 01"},
		{"some of them behind it", two + "\"(Danh sách gồm 02 người, trong đó 01 người là đảng viên)\",,,\n", ""},
		{"some of them behind it in a note", two + "\"Ấn định danh sách có 02 người, trong đó có 01 người hưu trí./.\",,,\n", ""},
		{"parts behind it", two + "\"Danh sách có 02 người được khen, gồm 01 nam và 1 người nữ\",,,\n", ""},
		{"wrong before the parts", two + "\"Danh sách có 03 người được khen, gồm 01 nam và 2 người nữ\",,,\n", "dòng 4: ghi 03 cá nhân, danh sách có 02"},
		{"gồm before the count", two + "Danh sách này gồm 03 người,,,\n", "dòng 4: ghi 03 cá nhân"},
		{"a kind in two parts", two + "\"Tổng cộng: Giấy khen 01 cá nhân, LĐTT 01 cá nhân\",,,\n", ""},
		{"wrong in two parts", two + "\"Tổng cộng: Giấy khen 01 cá nhân, LĐTT 03 cá nhân\",,,\n", "dòng 4: ghi 01 cá nhân"},
		{"who lives in a hamlet", "I. Thôn Kim (152 hộ),,,\n" + two, ""},
		{"households that are missing", two + "\"Tổng cộng: 02 cá nhân, 01 hộ\",,,\n", "dòng 4: ghi 01 hộ gia đình, danh sách có 00"},
		{"người are all", "I. CÁ NHÂN,,,\n" + one + "II. HỘ GIA ĐÌNH,,,\n1,Lò Văn Ón,x,GKXA\n,Tổng cộng: 02 người,,\n", ""},
		{"cá nhân are not", "I. CÁ NHÂN,,,\n" + one + "II. HỘ GIA ĐÌNH,,,\n1,Lò Văn Ón,x,GKXA\n,Tổng cộng: 02 cá nhân,,\n", "dòng 6: ghi 02 cá nhân, danh sách có 01"},
		{"parts in brackets", two + "\"Tổng cộng: 02 cá nhân (trong đó 02 cá nhân là người dân tộc thiểu số của xã)\",,,\n", ""},
		{"long names of awards", two + "\"Tổng cộng: Giấy khen 01 cá nhân, danh hiệu Chiến sĩ thi đua cơ sở 03 cá nhân\",,,\n", "dòng 4: ghi 01 cá nhân"},
		{"the list's sum", two + "\"Tổng cộng danh sách có 02 người, trong đó 01 người là đảng viên của xã\",,,\n", ""},
		{"người of two awards are all", "I. CÁ NHÂN,,,\n" + one + "II. HỘ GIA ĐÌNH,,,\n1,Lò Văn Ón,x,GKXA\n2,Lò Văn Ôn,x,GKXA\n3,Lò Văn Ơn,x,GKXA\n,\"Cộng: GK 02 người, LĐTT 02 người\",,\n", ""},
		{"in words too", two + "Ấn định danh sách có 03 (ba) người./.,,,\n", "dòng 4: ghi 03 cá nhân"},
		{"kinds in brackets", "I. TẬP THỂ,,,\n" + body + "II. CÁ NHÂN,,,\n" + two + "\"Tổng số: 03 đề nghị (01 tập thể, 02 cá nhân, không có hộ gia đình)\",,,\n", ""},
	} {
		in, found := take(t, seasonText, "ds.csv", []byte(heading+c.list))
		got := ""
		for _, d := range found {
			if strings.Contains(d.Message, ": ghi ") {
				got += d.Error() + "\n"
			}
		}
		if in == nil || (got == "") != (c.want == "") || !strings.Contains(got, c.want) || strings.Count(got, "\n") > 1 {
			t.Errorf("%s: %s, want %s (%v)", c.name, got, c.want, found)
		}
	}
	_, found := take(t, seasonText, "ds.csv", []byte(heading+"I. GIẤY KHEN: 03,,,\n1,Lò Thị Á,x,Giấy\n"))
	if strings.Contains(found.Error(), ": ghi 03") {
		t.Errorf("beside another fault: %v", found)
	}
}
