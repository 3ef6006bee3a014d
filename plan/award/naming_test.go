package award

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan"
)

// TestNamed: what a text of a list names for certain has a code; nothing is guessed.
func TestNamed(t *testing.T) {
	commune := &plan.Season{Year: 2026, Issuer: plan.Issuer{Name: "Ủy ban nhân dân xã Cẩm Hòa"}}
	province := &plan.Season{Year: 2026, Issuer: plan.Issuer{Name: "Ủy ban nhân dân tỉnh Lam Sơn"}}
	school := &plan.Season{Year: 2026, Issuer: plan.Issuer{Name: "Trường Trung học phổ thông Lam Sơn"}}
	for _, tt := range []struct {
		text string
		of   *plan.Season
		code string // empty: unclear
		says string
	}{
		{"LDTT", commune, "LDTT", ""},
		{"ldtt", commune, "LDTT", ""},
		{"LĐTT", commune, "LDTT", ""},
		{"lđtt", commune, "LDTT", ""},
		{"Lao động tiên tiến", commune, "LDTT", ""},
		{"LAO ĐỘNG  TIÊN TIẾN", commune, "LDTT", ""},
		{"Danh hiệu “Lao động tiên tiến”", commune, "LDTT", ""},
		{"Lao động tiên tiến năm 2026", commune, "LDTT", ""},
		{"Lao động tiên tiến năm 2025", commune, "", "không rõ"},
		{"Chiến sĩ thi đua cơ sở", commune, "CSTDCS", ""},
		{"Chiến sỹ thi đua cơ sở", commune, "CSTDCS", ""},
		{"CSTĐCS", commune, "CSTDCS", ""},
		{"CSTĐ CS", commune, "CSTDCS", ""},
		{"CSTĐ cơ sở", commune, "CSTDCS", ""},
		{"CSTĐ cấp cơ sở", commune, "CSTDCS", ""},
		{"CSTĐ", commune, "", "; ghi mã hoặc đúng tên chính thức; Chủ tịch Ủy ban nhân dân cấp xã quyết định: LDTT (Lao động tiên tiến), CSTDCS (Chiến sĩ thi đua cơ sở)"},
		{"Tập thể lao động tiên tiến", commune, "TTLDTT", ""},
		{"Tập thể LĐTT", commune, "TTLDTT", ""},
		{"TTLĐTT", commune, "TTLDTT", ""},
		{"TTLĐXS", commune, "TTLDXS", ""},
		{"Gia đình văn hoá", commune, "GDVH", ""},
		{"Giấy khen", commune, "GKXA", ""},
		{"giấy khen", school, "GKDV", ""},
		{"Giấy khen", province, "", "có thể là GKXA (Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã), GKHUYEN (Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện), GKDV (Giấy khen của Thủ trưởng cơ quan, đơn vị, doanh nghiệp)"},
		{"Giấy khen của Chủ tịch UBND xã Cẩm Hòa", commune, "GKXA", ""},
		{"Giấy khen của Chủ tịch UBND xã", commune, "GKXA", ""},
		{"Tặng Giấy khen", commune, "GKXA", ""},
		{"Đề nghị tặng giấy khen của CT UBND xã", commune, "GKXA", ""},
		{"Công nhận danh hiệu “Lao động tiên tiến”", commune, "LDTT", ""},
		{"Giấy khen UBND xã", commune, "GKXA", ""},
		{"Giấy khen của UBND xã Cẩm Hòa", commune, "GKXA", ""},
		{"Giấy khen Đảng ủy xã", commune, "", "không rõ"},
		{"Giấy khen UBND", school, "", "không rõ"},
		{"Giấy khen của Trường", school, "GKDV", ""},
		{"Tặng", commune, "", "không rõ"},
		{"Giấy khen của Hiệu trưởng", school, "GKDV", ""},
		{"Giấy khen của Hiệu trưởng", commune, "", "không rõ"},
		{"Giấy khen của Chủ tịch Ủy ban nhân dân xã Cẩm Hò", commune, "", "không rõ"},
		{"Bằng khen", commune, "", "có thể là BKTINH"},
		{"Bằng khen", province, "BKTINH", ""},
		{"Bằng khen của Chủ tịch UBND tỉnh", commune, "BKTINH", ""},
		{"Bằng khen của Chủ tịch Ủy ban nhân dân thành phố", commune, "BKTINH", ""},
		{"BK TTg", commune, "BKTTG", ""},
		{"Huân chương Lao động hạng III", commune, "HCLD3", ""},
		{"HCLĐ hạng Ba", commune, "HCLD3", ""},
		{"Xã, phường, thị trấn tiêu biểu", commune, "XATB", ""},
		{"LDT", commune, "", `có phải "LDTT"?`},
		{"danh hiệu ", commune, "", "không rõ"},
		{"", commune, "", "không rõ"},
	} {
		a, other := law(t).Named(tt.text, tt.of)
		switch {
		case tt.code != "" && (a == nil || a.Code != tt.code || other != nil):
			t.Errorf("%q of %s: %v, %v, want %s", tt.text, tt.of.Issuer.Name, a, other, tt.code)
		case tt.code == "" && (a != nil || !strings.Contains("; "+other.Message+"; "+other.Fix, tt.says)):
			t.Errorf("%q of %s: %v, %v, want a finding with %q", tt.text, tt.of.Issuer.Name, a, other, tt.says)
		}
	}
}

// TestNamedInSeason: a season may name awards in words, also those of earlier years; the file stays as it is.
func TestNamedInSeason(t *testing.T) {
	s := sound()
	s.Nominees[0].Award = "Giấy khen"
	s.Nominees[0].Held = []plan.HeldAward{{Award: "LĐTT", Year: 2024}, {Award: "CSTDCS", Year: 2025}}
	out, found := check(s, nil, law(t))
	if found.HasErrors() {
		t.Fatal(found)
	}
	n := out.Results[0].Nominee
	if n.Award != "GKXA" || n.Held[0].Award != "LDTT" || s.Nominees[0].Award != "Giấy khen" || s.Nominees[0].Held[0].Award != "LĐTT" {
		t.Errorf("judged %s, %v; the file has %s, %v", n.Award, n.Held, s.Nominees[0].Award, s.Nominees[0].Held)
	}
}

// TestUnknownUpward: where a higher level is asked, the remedy names what higher levels decide on, and not what the own one does.
func TestUnknownUpward(t *testing.T) {
	s := &plan.Season{Issuer: plan.Issuer{Name: "Ủy ban nhân dân tỉnh Lam Sơn"}, Year: 2026, Nominees: []plan.Nominee{
		{Awardee: plan.Awardee{Kind: plan.Individual, Name: "A", Award: "lạ"}},
		{Awardee: plan.Awardee{Kind: plan.Individual, Name: "B", Award: "lạ"}, Forward: true},
		{Awardee: plan.Awardee{Kind: plan.Individual, Name: "C", Award: "lạ"}},
	}}
	c := law(t).coding(s)
	c.season()
	found := c.found
	if len(found) != 3 {
		t.Fatal(found)
	}
	for i, own := range []bool{true, false, true} {
		if fix := found[i].Fix; strings.Contains(fix, "BKTINH (") != own || strings.Contains(fix, "BKTTG (") == own {
			t.Errorf("%d: %s", i, fix)
		}
	}
}

// TestEnumerated: awards of one name are told apart by who decides on them, as far as that is known.
func TestEnumerated(t *testing.T) {
	a, b, c := &Award{Code: "A", Name: "Cờ"}, &Award{Code: "B", Name: "Cờ", Authorities: []authority{{Level: plan.ProvinceLevel}}}, &Award{Code: "C", Name: "Huy hiệu"}
	c.Authorities = b.Authorities
	if got := enumerated([]*Award{a, b, c}); got != "A (Cờ), B (Cờ của Chủ tịch Ủy ban nhân dân cấp tỉnh), C (Huy hiệu)" {
		t.Error(got)
	}
}
