package font

import "testing"

func TestEmbedded(t *testing.T) {
	s, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Family(); got != "Liberation Serif" {
		t.Errorf("family %q", got)
	}
	t.Log(s.Version(), s.Ascent(), s.Descent())
	for style := range Styles {
		w, ok := s.Advance(style, 'ệ')
		t.Log(style, w, ok, len(s.faces[style].letters), s.faces[style].Name(), s.faces[style].style, s.faces[style].serif)
	}
}

func BenchmarkAdvance(b *testing.B) {
	s, _ := Embedded()
	text := []rune("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015")
	sum := 0
	for b.Loop() {
		for _, r := range text {
			w, _ := s.Advance(Regular, r)
			sum += w
		}
	}
}

func BenchmarkParse(b *testing.B) {
	s, _ := Embedded()
	for b.Loop() {
		Parse(s.faces[0].tables.data)
	}
}
