package draft

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan/vi"
)

// positions open the title of an office.
var positions = []string{
	"CHỦ TỊCH", "PHÓ", "GIÁM ĐỐC", "TỔNG GIÁM ĐỐC", "CỤC TRƯỞNG", "TỔNG CỤC TRƯỞNG", "TRƯỞNG", "CHÁNH", "HIỆU TRƯỞNG",
	"BÍ THƯ", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "THỦ TƯỚNG",
	"VIỆN TRƯỞNG", "CHI CỤC TRƯỞNG", "TRẠM TRƯỞNG", "KẾ TOÁN", "ỦY VIÊN", "THƯỜNG TRỰC", "THƯ KÝ", "CHỦ TỌA", "CHỦ TRÌ",
	"NGƯỜI", "ĐỘI TRƯỞNG", "TỔ TRƯỞNG", "XÃ ĐỘI", "CHỈ HUY",
	"CÔNG CHỨC", "CHUYÊN VIÊN", "TỔNG BIÊN TẬP", "CỤC PHÓ", "ĐẠI DIỆN", "QUYỀN", "THỦ TRƯỞNG", "CHỨC VỤ", "TRẠM PHÓ",
	"VỤ TRƯỞNG", "VỤ PHÓ", "HẠT TRƯỞNG", "ĐỒN TRƯỞNG", "HIỆU PHÓ", "CHI CỤC PHÓ", "VIỆN PHÓ", "TỔNG THANH TRA", "TỔNG THƯ KÝ",
	"TỔNG KIỂM TOÁN", "CHỦ NHIỆM", "TƯ LỆNH", "CHÍNH ỦY", "CHÍNH TRỊ VIÊN", "TRUNG ĐOÀN TRƯỞNG", "TIỂU ĐOÀN TRƯỞNG", "SƯ ĐOÀN TRƯỞNG",
	"ĐẠI ĐỘI TRƯỞNG", "PHỤ TRÁCH", "THẨM PHÁN", "CHẤP HÀNH VIÊN", "CÔNG CHỨNG VIÊN", "KIỂM SÁT VIÊN", "XÁC NHẬN CỦA",
	"THỦ QUỸ", "THỦ KHO", "BÊN GIAO", "BÊN NHẬN", "BÊN A", "BÊN B", "BÊN C", "BÊN ỦY QUYỀN", "BÊN ĐƯỢC ỦY QUYỀN", "BÊN MUA",
	"BÊN BÁN", "BÊN THUÊ", "BÊN CHO THUÊ", "ĐƠN VỊ THI CÔNG", "ĐƠN VỊ GIÁM SÁT", "ĐƠN VỊ TƯ VẤN", "ĐƠN VỊ THIẾT KẾ", "ĐƠN VỊ SỬ DỤNG",
	"CHỦ HỘ", "CHỦ CƠ SỞ", "CHỦ DOANH NGHIỆP", "CHỦ ĐẦU TƯ",
}

func opensPosition(s string) bool { return opensOne(s, positions) }

// helpers open the posts of those who write a paper or answer for it, and seldom sign it alone.
var helpers = []string{"NGƯỜI", "CHUYÊN VIÊN", "KẾ TOÁN", "CÔNG CHỨC", "ĐẠI DIỆN", "THƯ KÝ", "THỦ QUỸ", "PHỤ TRÁCH"}

// opensOne reports whether a text is one of some posts, or begins with it.
func opensOne(s string, posts []string) bool {
	s = strings.NewReplacer("UỶ", "ỦY", "TOẠ", "TỌA").Replace(vi.Upper(s))
	return slices.ContainsFunc(posts, func(p string) bool {
		return s == p || strings.HasPrefix(s, p+" ") ||
			strings.HasPrefix(s, p+",")
	})
}

// isAuthority reports whether a line is one above a signature: TM., KT. or an office in capitals.
func isAuthority(s string) bool {
	return phrase.IsUpper(s) && (capacityLine.MatchString(s) || opensPosition(s)) && !strings.HasSuffix(s, ":")
}

// post is the post in the lines above a signature: a line that opens another post, or the name of a
// body, is a name of its own, any other the rest of the one above.
func (r *reader) post(lines []string) string {
	var names []string
	for _, l := range lines {
		if n := len(names); n > 0 && !opensPosition(l) && !opensAgency(l) {
			names[n-1] += " " + l
		} else {
			names = append(names, l)
		}
	}
	for i := range names {
		names[i] = r.decase(names[i])
	}
	return strings.Join(names, " ")
}

// isAdvisory reports whether a post is one of a body that members of others make up: the post in their own stands below it,
// "TRƯỞNG BAN", "CHỦ TỊCH UBND XÃ".
func isAdvisory(post []string) bool {
	return len(post) == 1 && slices.Contains([]string{"TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "PHÓ BAN", "TỔ TRƯỞNG", "TỔ PHÓ", "PHÓ TỔ TRƯỞNG"},
		post[0])
}
