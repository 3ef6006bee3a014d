package phrase_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/vanban-go/vanban/internal/phrase"
)

// TestStrayLetters: the look at bytes lets no letter pass that matters, and none of Vietnamese stops it.
func TestStrayLetters(t *testing.T) {
	const ours = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ –“”…"
	for r := rune(0); r <= unicode.MaxRune; r++ {
		closer := r >= 0x300 && r <= 0x52f || strings.ContainsRune(phrase.Marked, unicode.ToLower(r)) && r > 0x7f
		if may := phrase.MayStray("a" + string(r)); closer && !may {
			t.Errorf("%q passes", r)
		} else if may && strings.ContainsRune(ours, unicode.ToLower(r)) {
			t.Errorf("%q is looked at", r)
		}
	}
	for _, tt := range []string{"\xc3", "a\xc4", "\xe1"} {
		if phrase.MayStray(tt) {
			t.Errorf("%q is looked at", tt)
		}
	}
}

// TestStray: letters of another alphabet inside a Latin word and tones on consonants are found, those of other languages are not.
func TestStray(t *testing.T) {
	for _, tt := range []struct {
		text, word string
		letter     rune
		foreign    bool
	}{
		{"Lê Nguy\u0435n An", "Nguy\u0435n", 0x435, true},
		{"An \u039cai", "\u039cai", 0x39c, true},
		{"\u0418\u0432\u0430\u043d Dupont", "", 0, false},
		{"5 \u03bcg, \u03b1-thalassemia", "", 0, false},
		{"Nguyên\u0303 An", "Nguyêñ", 'ñ', false},
		{"NGUYÊÑ", "NGUYÊÑ", 'Ñ', false},
		{"D\u0301ung", "D\u0301ung", 'D', false},
		{"Peña, Gdańsk", "", 0, false},
		{"Tuâñ Tú", "Tuâñ", 'ñ', false},
		{"Y Kơñ, Rơñao, Tơñ, kôñ", "", 0, false},
		{"Ê\u0306 Đăm Gơ\u0306", "", 0, false},
		{"e\u0323\u0302 u\u031b\u0301", "", 0, false},
		{"Nguyễn Thị Hằng", "", 0, false},
	} {
		if word, letter, foreign := phrase.Stray(tt.text); word != tt.word || letter != tt.letter || foreign != tt.foreign {
			t.Errorf("%q: %q %q %v", tt.text, word, letter, foreign)
		}
	}
}
