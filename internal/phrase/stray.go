package phrase

import (
	"slices"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/plan/vi"
)

// alike are the letters of Greek that look like Latin ones; all of Cyrillic counts as such.
const alike = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"

// marked are consonants with a mark that the Vietnamese tones have too.
const marked = "ñńǹṇṅḿṃćśź"

// mayStray reports whether a text has letters that ask for a closer look: marks of their own, Greek, Cyrillic, or marked ones of
// either case. It looks at bytes, since nearly all texts have none.
func mayStray(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		switch c, next := s[i], s[i+1]; {
		case c < 0xc3: // ASCII, and the later bytes of letters
		case c >= 0xcc && c <= 0xd4: // U+0300 to U+052F
			return true
		case c == 0xc3 && next&^0x20 == 0x91, // ñ
			c == 0xc4 && next&^1 == 0x86,                                          // ć
			c == 0xc5 && strings.IndexByte("\x83\x84\x9a\x9b\xb9\xba", next) >= 0, // ń ś ź
			c == 0xc7 && next&^1 == 0xb8,                                          // ǹ
			c == 0xe1 && (next == 0xb8 || next == 0xb9):                           // ḿ ṃ ṅ ṇ
			return true
		}
	}
	return false
}

// Stray finds the first word with a letter of another alphabet between Latin ones, or with a tone mark on a consonant, as slips of
// the keyboard leave them: Nguyêñ. Marks of other languages, as in Ba Na, are none. Without such a word it is empty.
func Stray(s string) (word string, letter rune, foreign bool) {
	if !mayStray(s) {
		return "", 0, false
	}
	for _, word := range strings.FieldsFunc(vi.NFC(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) }) {
		if letter, foreign := strayIn(word); letter != 0 {
			return word, letter, foreign
		}
	}
	return "", 0, false
}

// strayIn is Stray for one word.
func strayIn(word string) (letter rune, foreign bool) {
	latin, other, last := false, rune(0), ' '
	for i, r := range word {
		switch {
		case unicode.Is(unicode.Cyrillic, r), strings.ContainsRune(alike, r):
			other = r
		case strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", r) && !strings.ContainsRune("aeiouyâăêôơư", unicode.ToLower(last)):
			letter = last
		case strings.ContainsRune(marked, unicode.ToLower(r)) && endsInPair(word[:i]):
			letter = r
		case unicode.Is(unicode.Latin, r):
			latin = true
		}
		last = r
	}
	if other != 0 && latin {
		return other, true
	}
	return letter, false
}

// endsInPair reports whether letters end in two vowels of which Vietnamese alone has the second behind the first, and whose tone
// belongs there: Nguyêñ, Tuâñ, but not Kơñ of the Ba Na.
func endsInPair(s string) bool {
	s = vi.Lower(s)
	return slices.ContainsFunc([]string{"iê", "yê", "uâ", "uô", "ươ"}, func(pair string) bool { return strings.HasSuffix(s, pair) })
}
