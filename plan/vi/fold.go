package vi

import "strings"

// Fold returns a key under which spellings of the same text are equal: NFC,
// small letters, the tone placed in one style (Hoà = hòa), also where it was typed on a
// letter that belongs to the consonant (Qúy = quý, gìa = già), and Đ whatever letter was
// typed for it. Tones and letters are never folded: hoa, hòa and hóa have three keys. Not
// for printing.
func Fold(s string) string { return offConsonants(placeTones(Lower(VietnameseD(s)))) }

// offConsonants moves a tone from the u of qu and the i of gi to the vowel behind it.
func offConsonants(s string) string {
	if !strings.ContainsAny(s, "ùủũúụìỉĩíị") {
		return s
	}
	letters := []rune(s)
	for i := 1; i+1 < len(letters); i++ {
		base, mark := splitTone(letters[i])
		next, none := splitTone(letters[i+1])
		pair := letters[i-1] == 'q' && base == 'u' || letters[i-1] == 'g' && base == 'i'
		if pair && mark != level && none == level && isVowel(next) && (i < 2 || !isWordRune(letters[i-2])) {
			letters[i], letters[i+1] = base, withTone(next, mark)
		}
	}
	return string(letters)
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
	return strings.Join(strings.Fields(s), " ")
}

func isQuote(r rune) bool { return '‘' <= r && r <= '‟' || r == '«' || r == '»' }

var straightQuotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‟", `"`, "«", `"`, "»", `"`, "‘", "'", "’", "'", "‚", "'")
