package phrase_test

import (
	"testing"

	"github.com/vanban-go/vanban/internal/phrase"
)

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
