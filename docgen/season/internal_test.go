package season

import "testing"

func TestHeadOf(t *testing.T) {
	for _, tt := range []struct{ position, unit, want string }{
		{"Trưởng phòng", "Phòng Văn hóa - Xã hội", "Trưởng phòng Văn hóa - Xã hội"},
		{"Chánh Văn phòng", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"},
		{"Giám đốc", "Trung tâm Phục vụ hành chính công", "Giám đốc Trung tâm Phục vụ hành chính công"},
		{"", "Phòng Kinh tế", "Phòng Kinh tế"},
		{"Chủ tịch", "Hội đồng Thi đua - Khen thưởng", "Hội đồng Thi đua - Khen thưởng"},
	} {
		if got := headOf(tt.position, tt.unit); got != tt.want {
			t.Errorf("%q of %q is %q, want %q", tt.position, tt.unit, got, tt.want)
		}
	}
}
