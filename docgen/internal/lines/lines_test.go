package lines

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
)

// halfEm is a face of letters that are half an em wide, but 'W', which is one; it lacks 'Ω', and has no
// letter that only keeps words together.
type halfEm struct{}

func (halfEm) Advance(_ font.Style, r rune) (int, bool) {
	switch {
	case r == 'W':
		return font.Em, true
	case r < 0 || r == 'Ω' || Marks(r):
		return 0, false
	}
	return font.Em / 2, true
}

func (m halfEm) Width(s font.Style, text string) (width int, ok bool) {
	for _, r := range text {
		w, ok := m.Advance(s, r)
		if !ok {
			return 0, false
		}
		width += w
	}
	return width, true
}

// wideBreak is a face that has a letter for a break, as wide as any.
type wideBreak struct{ halfEm }

func (wideBreak) Width(_ font.Style, text string) (width int, ok bool) {
	return utf8.RuneCountInString(text) * font.Em / 2, true
}

func (halfEm) Ascent() int  { return 0 }
func (halfEm) Descent() int { return 0 }

// TestFaceOfLetters: each letter is drawn as what a reader sees.
func TestFaceOfLetters(t *testing.T) {
	for _, tt := range []struct {
		letter, drawn rune
		ends, holds   bool
	}{
		{'a', 'a', false, false},
		{'/', '/', false, false},
		{' ', ' ', false, false},
		{'-', '-', true, false},
		{'–', '–', true, false},
		{'—', '—', true, false},
		{doc.NoBreakSpace, ' ', false, true},
		{doc.NoBreakHyphen, '-', false, true},
		{Break, -1, true, false},
	} {
		if got := Drawn(tt.letter); got != tt.drawn || Ends(tt.letter) != tt.ends || Holds(tt.letter) != tt.holds {
			t.Errorf("%q: drawn %q, ends %v, holds %v", tt.letter, got, Ends(tt.letter), Holds(tt.letter))
		}
		if Marks(tt.letter) != (tt.drawn != tt.letter) {
			t.Errorf("%q: marks %v", tt.letter, Marks(tt.letter))
		}
	}
	for s, want := range map[string]string{
		"": "", "Điều 3": "Điều 3", "Điều\u00a03": "Điều 3", "\u00a0a": " a", "15/QĐ\u2011UBND": "15/QĐ-UBND",
		"số\u00a015/QĐ\u2011UBND": "số 15/QĐ-UBND",
		"đồng/\u200bngười":        "đồng/người",
	} {
		if got := Plain(s); got != want {
			t.Errorf("%q is drawn as %q, want %q", s, got, want)
		}
	}
}

// TestUnits: sums are exact, and rounded to the nearest once.
func TestUnits(t *testing.T) {
	for _, tt := range []struct {
		u    Units
		want doc.Length
	}{{0, 0}, {font.Em/2 - 1, 0}, {font.Em / 2, 1}, {font.Em, 1}, {-font.Em / 2, -1}, {1 - font.Em/2, 0}, {UnitsOf(7), 7}} {
		if got := tt.u.Length(); got != tt.want {
			t.Errorf("%d units are %d EMU, want %d", tt.u, got, tt.want)
		}
	}
	if got := Length(3*font.Em/2, 10); got != 15 {
		t.Errorf("one and a half em of 10 EMU are %d", got)
	}
	if Room(15, 10) != 3*font.Em/2 || Room(15, 0) != 0 || Room(15, -1) != 0 {
		t.Errorf("room: %d, %d, %d", Room(15, 10), Room(15, 0), Room(15, -1))
	}
	if got := Width(halfEm{}, font.Regular, "a\u00a0W\u2011Ω"); got != 7*font.Em/2 {
		t.Errorf("width %d", got)
	}
	if got := Width(wideBreak{}, font.Regular, "đồng/\u200bngười"); got != 10*font.Em/2 {
		t.Errorf("a text with a break is %d wide", got)
	}
	if _, ok := Advance(halfEm{}, font.Regular, 'Ω'); ok {
		t.Error("a letter that the face lacks has a width")
	}
	if w, ok := Advance(halfEm{}, font.Regular, Break); w != 0 || !ok {
		t.Errorf("a break is %d wide, %v", w, ok)
	}
	if _, ok := Advance(halfEm{}, font.Regular, -1); ok {
		t.Error("what is no letter has a width")
	}
}

// TestLetters: the letters of a word end where a line may, and a long word is parted between letters.
func TestLetters(t *testing.T) {
	for s, want := range map[string]int{
		"": 0, "ab": 2, "ủy ban": 4, " a": 0, "a-b": 1, "ab\u00a0c": 2, "Đ\u2011U": 2, "a/\u200bb": 2, "a–b": 1, "a—b": 1,
		strings.Repeat("a", 64): 64, strings.Repeat("a", 65): 64, strings.Repeat("ủ", 22): 63, "a" + strings.Repeat("ủ", 22): 64,
		strings.Repeat("\x80", 65): 0,
	} {
		if got := Letters(s); got != want {
			t.Errorf("%q: %d bytes, want %d", s, got, want)
		}
	}
}

// TestWords: words end behind spaces, hyphens and line breaks, and go on through what only looks otherwise.
func TestWords(t *testing.T) {
	one := font.Em / 2
	shown := func(words []Word) string {
		var s []string
		for _, w := range words {
			end := ""
			if w.Ends {
				end = "."
			}
			s = append(s, fmt.Sprintf("%d+%d%s", w.Width/one, w.Space/one, end))
		}
		return strings.Join(s, " ")
	}
	text := func(s string) doc.Inline { return &doc.Text{S: s} }
	for _, tt := range []struct {
		name string
		in   []doc.Inline
		want string
	}{
		{"nothing", nil, ""},
		{"two words", []doc.Inline{text("ab  cde")}, "2+2 3+0"},
		{"a space first", []doc.Inline{text(" ab")}, "0+1 2+0"},
		{"a space alone", []doc.Inline{text(" ")}, "0+1"},
		{"behind a hyphen", []doc.Inline{text("ab-cd-")}, "3+0 3+0"},
		{"never behind a stroke", []doc.Inline{text("ab/cd")}, "5+0"},
		{"but of units", []doc.Inline{text("ab/\u200bcd")}, "3+0 2+0"},
		{"held together", []doc.Inline{text("ab\u00a0c\u2011d e")}, "6+1 1+0"},
		{"a word over two", []doc.Inline{text("ab"), &doc.Strong{Inlines: []doc.Inline{text("cd e")}}}, "4+1 1+0"},
		{"a line break", []doc.Inline{text("ab "), &doc.LineBreak{}, &doc.LineBreak{}, text("c")}, "2+1. 0+0. 1+0"},
		{"blanks", []doc.Inline{&doc.Blank{Width: 15 * doc.Point}, &doc.Blank{Value: "a b"}}, "4+1 1+0"},
		{"a footnote", []doc.Inline{text("W"), &doc.Note{Number: 12, Inlines: []doc.Inline{text("not here")}}}, "3+0"},
		{"a letter that is not there", []doc.Inline{text("Ω")}, "2+0"},
	} {
		if got := shown(Words(nil, halfEm{}, tt.in, font.Regular, 10*doc.Point)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestFill: a line takes as many words as fit, and one at least.
func TestFill(t *testing.T) {
	for _, tt := range []struct {
		name  string
		words []Word
		room  int
		want  Filled
	}{
		{"nothing", nil, 10, Filled{}},
		{"just fits", []Word{{Width: 4, Space: 1}, {Width: 5, Space: 9}}, 10, Filled{1, 10, 10}},
		{"does not", []Word{{Width: 4, Space: 1}, {Width: 6}}, 10, Filled{2, 6, 6}},
		{"no space between", []Word{{Width: 4}, {Width: 6}}, 10, Filled{1, 10, 10}},
		{"wider than the line", []Word{{Width: 4, Space: 1}, {Width: 12, Space: 1}, {Width: 3}}, 10, Filled{3, 12, 3}},
		{"ended", []Word{{Width: 4, Space: 1, Ends: true}, {Ends: true}, {Width: 2}}, 10, Filled{3, 4, 2}},
		{"ended last", []Word{{Width: 2, Space: 1}, {Width: 4, Ends: true}}, 10, Filled{1, 7, 7}},
		{"a space first", []Word{{Space: 3}, {Width: 8}, {Width: 1}}, 10, Filled{2, 11, 1}},
		{"no end of room", []Word{{Width: 4, Space: 1}, {Width: 6}}, math.MaxInt, Filled{1, 11, 11}},
	} {
		if got := Fill(tt.words, tt.room); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

// TestFold: the same of words that are not marked.
func TestFold(t *testing.T) {
	const word, space = font.Em, font.Em / 2
	for _, tt := range []struct {
		words string
		room  int
		want  string
	}{
		{"AB AB AB AB AB", 3*word + 2*space, "AB AB AB/AB AB"},
		{"AB AB AB AB AB", 3*word + 2*space - 1, "AB AB/AB AB/AB"},
		{"AB AB", word, "AB/AB"},
		{"AB AB", 0, "AB/AB"},
		{"ABABABAB AB AB", 2*word + space, "ABABABAB/AB AB"},
		{"AB", word, "AB"},
		{"", word, ""},
	} {
		if got := strings.Join(Fold(halfEm{}, font.Regular, strings.Fields(tt.words), tt.room), "/"); got != tt.want {
			t.Errorf("%q in %d units: %q, want %q", tt.words, tt.room, got, tt.want)
		}
	}
}

// TestRule: what each preset takes, at its bounds.
func TestRule(t *testing.T) {
	for _, tt := range []struct {
		rule                       string
		over, spaces, under, fewer doc.Length
		last, want                 bool
	}{
		{"mode14", 1, 100, 100, 80, false, false},
		{"word15", 25, 100, 40, 80, false, true},
		{"word15", 26, 100, 99, 80, false, false},
		{"word15", 25, 100, 39, 80, false, false}, // the stretch without it is less than twice the shrink
		{"word15", 5, 100, 40, 80, true, true},
		{"word15", 6, 100, 40, 80, true, false},
		{"libreoffice", 25, 100, 0, 80, false, true},
		{"libreoffice", 26, 100, 0, 80, false, false},
		{"libreoffice", 25, 100, 0, 80, true, true},
	} {
		r, ok := RuleOf(tt.rule)
		if got := r.Takes(tt.over, tt.spaces, tt.under, tt.fewer, tt.last); !ok || got != tt.want {
			t.Errorf("%+v: %v", tt, got)
		}
	}
	r, _ := RuleOf("word15")
	if !r.Reaches(25, 100) || r.Reaches(26, 100) || new(Rule).Reaches(0, 100) || r.Shrunk(100) != 75 {
		t.Errorf("reaches %v, %v, %v; shrunk %d", r.Reaches(25, 100), r.Reaches(26, 100), new(Rule).Reaches(0, 100), r.Shrunk(100))
	}
	if _, ok := RuleOf("word16"); ok {
		t.Error("a rule that there is not")
	}
}
