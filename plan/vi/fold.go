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
		low := unicode.ToLower(r)
		changed = changed || low != r || r == utf8.RuneError
		letters = append(letters, low)
	}
	placed := placeTones(letters)
	if off := offConsonants(letters); !changed && !placed && !off {
		return s
	}
	return string(letters)
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
	if strings.IndexFunc(s, isQuote) >= 0 {
		s = straightQuotes.Replace(s)
	}
	return oneSpaced(s)
}

// oneSpaced returns s without white space at its ends, and with one space for each run of it.
func oneSpaced(s string) string {
	last := ' '
	for _, r := range s {
		if unicode.IsSpace(r) && (r != ' ' || last == ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
		last = r
	}
	return strings.TrimSuffix(s, " ")
}

func isQuote(r rune) bool { return '‘' <= r && r <= '‟' || r == '«' || r == '»' }

var straightQuotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‟", `"`, "«", `"`, "»", `"`, "‘", "'", "’", "'", "‚", "'")
