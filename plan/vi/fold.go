package vi

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold returns a key under which spellings of the same text are equal: NFC,
// small letters, the tone placed in one style (Hoà = hòa), also where it was typed on a
// letter that belongs to the consonant (Qúy = quý, gìa = già), and Đ whatever letter was
// typed for it. Tones and letters are never folded: hoa, hòa and hóa have three keys. Not
// for printing.
func Fold(s string) string {
	s = NFC(VietnameseD(s))
	var room [64]rune
	letters, changed := room[:0], false
	for _, r := range s {
		low := lower(r)
		changed = changed || low != r || r == utf8.RuneError
		letters = append(letters, low)
	}
	placed := placeTones(letters)
	if off := offConsonants(letters); !changed && !placed && !off {
		return s
	}
	var key strings.Builder
	key.Grow(len(s))
	for _, r := range letters {
		key.WriteRune(r)
	}
	return key.String()
}

// offConsonants moves a tone from the u of qu and the i of gi to the vowel behind it. It
// reports whether it moved one.
func offConsonants(letters []rune) (moved bool) {
	for i := 1; i+1 < len(letters); i++ {
		if lead := letters[i-1]; lead != 'q' && lead != 'g' || i > 1 && isWordRune(letters[i-2]) {
			continue
		}
		base, mark := splitTone(letters[i])
		next, none := splitTone(letters[i+1])
		pair := letters[i-1] == 'q' && base == 'u' || letters[i-1] == 'g' && base == 'i'
		if pair && mark != level && none == level && isVowel(next) {
			letters[i], letters[i+1] = base, withTone(next, mark)
			moved = true
		}
	}
	return moved
}

// FoldName gives the key of a name of a person, body or place: [Fold], with
// spaces at the ends removed, runs of spaces (no-break ones too) made one, and quotes of every
// kind made straight.
// Equal keys do not mean the same person: compare the year of birth and the
// unit too.
func FoldName(s string) string {
	s = Fold(s)
	if strings.IndexByte(s, "‘"[0]) >= 0 || strings.IndexByte(s, "«"[0]) >= 0 { // as all quotes begin
		s = straightQuotes.Replace(s)
	}
	return oneSpaced(s)
}

// oneSpaced returns s without white space at its ends, and with one space for each run of it.
func oneSpaced(s string) string {
	last := byte(' ')
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' && last == ' ', c >= '\t' && c <= '\r', (c == 0xC2 || c >= 0xE1 && c <= 0xE3) && startsWithSpace(s[i:]):
			return strings.Join(strings.Fields(s), " ")
		default:
			last = c
		}
	}
	return strings.TrimSuffix(s, " ")
}

func startsWithSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

var straightQuotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‟", `"`, "«", `"`, "»", `"`, "‘", "'", "’", "'", "‚", "'")
