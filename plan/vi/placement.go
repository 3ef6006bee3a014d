package vi

import "unicode"

// placeTones gives text in NFC with the tone mark of every syllable that ends in oa, oe or uy,
// the only ones in which usage differs, on the first vowel, as most official papers have it:
// hòa, khỏe, thủy for hoà, khoẻ, thuỷ. All else stays.
func placeTones(text string) string {
	text = NFC(text)
	letters, moved := []rune(text), false
	for i := 1; i < len(letters); i++ {
		if i+1 < len(letters) && isWordRune(letters[i+1]) {
			continue
		}
		first, none := splitTone(letters[i-1])
		second, mark := splitTone(letters[i])
		if none != level || mark == level || !isOpenPair(unicode.ToLower(first), unicode.ToLower(second)) {
			continue
		}
		if i > 1 && unicode.ToLower(letters[i-2]) == 'q' {
			continue // quý: the u belongs to the consonant
		}
		moved = true
		letters[i-1], letters[i] = withTone(first, mark), second
	}
	if !moved {
		return text
	}
	return string(letters)
}

func isOpenPair(first, second rune) bool {
	switch {
	case first == 'o':
		return second == 'a' || second == 'e'
	case first == 'u':
		return second == 'y'
	}
	return false
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }
