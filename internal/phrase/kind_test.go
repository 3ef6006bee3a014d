package phrase_test

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/phrase"
)

// TestKinds: names of households and bodies are told from those of persons whose surname begins like one.
func TestKinds(t *testing.T) {
	const persons = "Nguyễn Văn Tổ|Ban Văn Hùng|Ban Công Lý|Đoàn Trường Giang|Đoàn Thanh Hà|Công Tằng Tôn Nữ Khánh Huyền|Chi Lan|Hội An|Văn Cao|" +
		"K'Brêu|Tổng Văn An|Trường Chinh|Hồ Thị Bản|Liên Thị Hoa|Đảng Văn Tú|Gia Thị Đình|Mặt Văn Trận|Bộ Văn Phận|" +
		"Buôn Krông Tuyết Nhung|Buôn Yă Duôn|Khoa|Hộ|Bản|Công An|Liên Đoàn|Phòng Thị Hoa|Tổ Văn An|Hộ Văn Bình|Quân Sự|Làng|khoa|Hội nữ|" +
		"Sở Văn An|Vũ Viện|Thành Đoàn|Sở Minh Đạt|Viện Quang Minh|Thanh Tra Lê|Liên Minh Anh|Học Viện An|Tỉnh Ủy Lê"
	const bodies = "Chi bộ Đồng Chùa|CHI HỘI PHỤ NỮ THÔN 1|Trường Mầm non Cẩm Hòa|Công an xã|Ban Chấp hành Đoàn xã|Tổ 7|Thôn Đồng Chùa|Phòng Kinh tế|" +
		"Tập thể lớp 8A|HTX Tân Tiến|Hội Người cao tuổi|Đoàn Thanh niên xã|Đảng bộ xã|Khu phố 3|Trạm Y tế|UBND xã Cẩm Hòa|Đại đội 5|" +
		"Phòng Văn hóa - Xã hội|Phòng Thị trường|Buôn Ea Tul|Công an|Hội Phụ nữ|Đoàn xã|Mặt trận|Quân sự xã|Làng Kim|Dòng họ Nguyễn Văn|" +
		"DNTN An Phát|Cty CP Kim|Cửa hàng Ba Tư|UBMTTQ xã|Phân hội 3|Nhà trường|Hội Cha mẹ học sinh|Dân quân thôn 7|" +
		"Sở Xây dựng|Cục Thuế|Vụ Tổ chức|Viện Kiểm sát|Học viện Quân y|Thanh tra tỉnh|Liên minh Hợp tác xã|Bộ Chỉ huy Quân sự tỉnh|Tỉnh đoàn Lam Sơn|Thành ủy X"
	const families = "Hộ ông Lê Chín|Gia đình bà Lê Dung|hộ gia đình Lê Chín|Vợ chồng ông Lê H"
	for kind, names := range map[string]string{"": persons, "body": bodies, "household": families} {
		for name := range strings.SplitSeq(names, "|") {
			if got := phrase.IsCollective(name); got != (kind == "body") {
				t.Errorf("%s: a collective: %v", name, got)
			}
			if got := phrase.IsHousehold(name); got != (kind == "household") {
				t.Errorf("%s: a household: %v", name, got)
			}
		}
	}
}
