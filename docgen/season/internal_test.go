package season

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
)

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

// TestListName: a person in a list has the year of birth; no line parts a name at its hyphens, "=" here.
func TestListName(t *testing.T) {
	for _, tt := range []struct {
		a    plan.Awardee
		want string
	}{
		{plan.Awardee{Kind: plan.Individual, Name: "Lê Văn An", BirthYear: 1960}, "Lê Văn An (1960)"},
		{plan.Awardee{Kind: plan.Individual, Honorific: "Ông", Name: "Lê Văn An"}, "Ông Lê Văn An"},
		{plan.Awardee{Kind: plan.Household, Name: "Lê Văn An", BirthYear: 1960}, "Hộ gia đình Lê Văn An"},
		{plan.Awardee{Kind: plan.Collective, Name: "Ê-ban"}, "Ê=ban"},
		{plan.Awardee{Kind: plan.Collective, Name: "Phòng Văn hóa - Xã hội"}, "Phòng Văn hóa - Xã hội"},
		{plan.Awardee{Kind: plan.Collective, Name: "Tổ A -B- C"}, "Tổ A -B- C"},
		{plan.Awardee{Kind: plan.Collective, Name: "-a-b-"}, "-a=b-"},
		{plan.Awardee{Kind: plan.Collective, Name: "a-b"}, "a=b"},
	} {
		if got := strings.ReplaceAll(listName(&tt.a), string(doc.NoBreakHyphen), "="); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.a, got, tt.want)
		}
	}
}
