package phrase

import "testing"

// TestJoin: two texts with a comma, and a post with its unit, in which words of both stand once.
func TestJoin(t *testing.T) {
	for _, tt := range []struct{ a, b, comma, post string }{
		{"", "", "", " "}, {"a", "", "a", "a "}, {"", "b", "b", " b"}, {"a", "b", "a, b", "a b"},
		{"Thủ tướng", "Chính phủ", "Thủ tướng, Chính phủ", "Thủ tướng Chính phủ"},
		{"Chánh Văn phòng", "Văn phòng Quốc hội", "Chánh Văn phòng, Văn phòng Quốc hội", "Chánh Văn phòng Quốc hội"},
		{"Chánh văn phòng", "Văn phòng", "Chánh văn phòng, Văn phòng", "Chánh văn phòng"},
		{"Chủ  tịch", "Hội", "Chủ  tịch, Hội", "Chủ  tịch Hội"},
		{"Giám đốc", "Sở", "Giám đốc, Sở", "Giám đốc Sở"},
	} {
		if got := JoinComma(tt.a, tt.b); got != tt.comma {
			t.Errorf("%q and %q: %q, want %q", tt.a, tt.b, got, tt.comma)
		}
		if got := JoinPost(tt.a, tt.b); got != tt.post {
			t.Errorf("%q of %q: %q, want %q", tt.a, tt.b, got, tt.post)
		}
	}
	for s, want := range map[string]bool{"ĐƠN": true, "15/QĐ": true, "Đơn": false, "15": false, "": false} {
		if IsUpper(s) != want {
			t.Errorf("%q is all capitals: %v", s, !want)
		}
	}
}
