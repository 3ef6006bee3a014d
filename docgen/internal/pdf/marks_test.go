package pdf

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
)

// A mark is moved to its letter, and what follows stands where it would without it.
func TestAppendMark(t *testing.T) {
	tests := []struct {
		dx   int
		rise doc.Length
		want string
	}{
		{0, 0, "ab"},
		{-1024, 0, ")500(ab)-500("},
		{0, 2 * doc.Point, ")]TJ 2 Ts[(ab)]TJ 0 Ts[("},
		{512, -doc.Point, ")-250()]TJ -1 Ts[(ab)]TJ 0 Ts[()250("},
	}
	for _, tt := range tests {
		if got := string(appendMark(nil, 'a'<<8|'b', tt.dx, tt.rise)); got != tt.want {
			t.Errorf("%d, %s: %s, want %s", tt.dx, tt.rise, got, tt.want)
		}
	}
}

// Letters with marks come back as they were, from one font and from two.
func TestMarksComeBack(t *testing.T) {
	s := newSheet(t)
	const text = "Ông Y Krê̆ Niê, Mdrê̆t, bà H'Ô̆ Mlô, ơ̆ ư̆ m̂ C̨̆ q̣."
	p := s.under(nil, "P")
	s.line(p, font.Regular, left, text)
	s.line(p, font.Regular, left, "\u0306 đầu dòng")
	for name, o := range variants() {
		data := write(t, s.r, o)
		texts, err := PageTexts(data)
		if err != nil || !strings.Contains(texts[0], text) {
			t.Errorf("%s: %q, %v", name, texts, err)
		}
		if got := tool(t, data, "pdftotext", "FILE", "-"); !strings.Contains(got, text) {
			t.Errorf("%s: pdftotext reads %q", name, got)
		}
	}
}
