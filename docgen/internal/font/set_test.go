package font

import (
	"testing"
	"unicode"

	"github.com/go-fonts/liberation/liberationserifregular"
)

func embeddedSet(t testing.TB) *Set {
	t.Helper()
	s, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEmbedded(t *testing.T) {
	s := embeddedSet(t)
	if s.Family() != "Liberation Serif" || s.Version() != "Version 2.1.4" {
		t.Errorf("got %s %s", s.Family(), s.Version())
	}
	// Times New Roman has the same ones (hhea).
	if s.Ascent() != 1825 || s.Descent() != 443 {
		t.Errorf("ascent %d, descent %d; want 1825, 443", s.Ascent(), s.Descent())
	}
	for style := range Styles {
		f := s.Face(style)
		if f.style != style || !f.serif {
			t.Errorf("%s face says style %s, serif %t", style, f.style, f.serif)
		}
		if err := f.vietnamese(); err != nil {
			t.Errorf("%s: %v", style, err)
		}
		for _, r := range Repertoire() {
			if _, ok := s.Advance(style, r); !ok {
				t.Errorf("%s lacks %q of the repertoire", style, r)
			}
		}
		if _, ok := s.Advance(style, '\U0001F600'); ok {
			t.Errorf("%s claims an emoji", style)
		}
	}
}

// The widths of Times New Roman that every paper depends on, in 1/2048 em.
func TestAdvance(t *testing.T) {
	s := embeddedSet(t)
	for _, c := range []struct {
		style Style
		r     rune
		want  int
	}{
		{Regular, ' ', 512}, {Bold, ' ', 512}, {Italic, ' ', 512},
		{Regular, 'a', 909}, {Regular, 'ệ', 909}, {Regular, 'Đ', 1479}, {Bold, 'M', 1933},
		{Regular, '0', 1024}, {Italic, '–', 1024},
		{Regular, '\u00a0', 512}, {Regular, '\u2011', 682}, {Regular, '-', 682},
	} {
		if got, ok := s.Advance(c.style, c.r); !ok || got != c.want {
			t.Errorf("%s %q is %d wide (%t), want %d", c.style, c.r, got, ok, c.want)
		}
	}
}

func TestVietnameseLetters(t *testing.T) {
	seen := make(map[rune]bool)
	for _, r := range vietnamese {
		if seen[r] {
			t.Errorf("%q stands twice", r)
		}
		seen[r] = true
	}
	for r := range seen {
		if !seen[unicode.ToUpper(r)] || !seen[unicode.ToLower(r)] {
			t.Errorf("%q lacks its other case", r)
		}
	}
	// Twelve vowels with six tones each, less the six plain ASCII ones, and đ; twice.
	if want := 2 * (12*6 - 6 + 1); len(seen) != want {
		t.Errorf("%d letters, want %d", len(seen), want)
	}
}

func BenchmarkAdvance(b *testing.B) {
	s := embeddedSet(b)
	text := "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015"
	sum := 0
	for b.Loop() {
		for _, r := range text {
			w, _ := s.Advance(Regular, r)
			sum += w
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := Parse(liberationserifregular.TTF); err != nil {
			b.Fatal(err)
		}
	}
}

// TestWidth: a text is as wide as its letters, or has one that the face lacks.
func TestWidth(t *testing.T) {
	s := embeddedSet(t)
	for style := range Styles {
		for _, text := range []string{"", "a", "Ủy ban nhân dân", "2026\u00a0\u2011 …", "a☐b", "漢", "a漢", "\U0001f600", "\u200b", "a\tb"} {
			want, all := 0, true
			for _, r := range text {
				w, ok := s.Advance(style, r)
				want, all = want+w, all && ok
			}
			if got, ok := s.Width(style, text); ok != all || ok && got != want {
				t.Errorf("%v: %q is %d wide, %t, want %d, %t", style, text, got, ok, want, all)
			}
		}
	}
}

// TestCovers: the quick answer is that of the four faces, on both sides of the letters that are known beforehand.
func TestCovers(t *testing.T) {
	s := embeddedSet(t)
	letters := []rune{-1, 0x2116, 0x2610, 0x4e00, 0xfb01, 0x1f600, unicode.MaxRune}
	for r := range rune(quickLetters + 0x100) {
		letters = append(letters, r)
	}
	for _, r := range letters {
		want := true
		for style := range Styles {
			_, ok := s.Advance(style, r)
			want = want && ok
		}
		if got := s.Covers(r); got != want {
			t.Errorf("%U: %v", r, got)
		}
	}
}
