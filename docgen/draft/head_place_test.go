package draft

import "testing"

// TestPlaces: words before a date that can be the place of a paper, and those of a programme or sentence.
func TestPlaces(t *testing.T) {
	for _, tt := range []struct {
		s     string
		comma bool
		want  bool
	}{
		{"Cẩm Hòa", true, true}, {"Sáng Nhè", true, true}, {"Tối Lặng", true, true}, {"huyện đảo Lý Sơn", false, true},
		{"Sáng", true, false}, {"Sáng ngày", true, false}, {"Sáng Thứ Hai", true, false}, {"Thứ Hai", true, false},
		{"Chủ nhật", true, false}, {"Chiều nay", true, false},
	} {
		if got := isPlace(tt.s, tt.comma); got != tt.want {
			t.Errorf("%q: %v", tt.s, got)
		}
	}
}
