package vi

import "unicode"

// placement is where the tone mark stands "vị trí đặt dấu thanh" in a syllable
// that ends in oa, oe or uy, the only ones in which usage differs.
type placement uint8

// Placements. Both are correct; a document should keep to one.
const (
	noPlacement placement = iota // the question does not arise
	oldStyle                     // on the first vowel: hòa, khỏe, thủy; in most official papers
	newStyle                     // on the second: hoà, khoẻ, thuỷ
)

// placementOf says in which style the tone of a syllable is placed. Case and
// decomposed letters do not matter.
func placementOf(syllable string) placement {
	letters := []rune(NFC(syllable))
	if len(letters) < 2 {
		return noPlacement
	}
	return placementAt(letters, len(letters)-1)
}

// PlaceTones gives text with every tone mark in question moved to the given
// style; all else stays. It is meant for a house style that a user asked for,
// never for names of persons and places. With [NoPlacement] it gives the text
// in NFC.
func PlaceTones(text string, style placement) string {
	text = NFC(text)
	if style == noPlacement {
		return text
	}
	letters, moved := []rune(text), false
	for i := 1; i < len(letters); i++ {
		if i+1 < len(letters) && isWordRune(letters[i+1]) {
			continue
		}
		if p := placementAt(letters, i); p == noPlacement || p == style {
			continue
		}
		moved = true
		first, t1 := Split(letters[i-1])
		second, t2 := Split(letters[i])
		if style == oldStyle {
			letters[i-1], letters[i] = withTone(first, t2), second
		} else {
			letters[i-1], letters[i] = first, withTone(second, t1)
		}
	}
	if !moved {
		return text
	}
	return string(letters)
}

// placementAt judges the pair of letters that ends at i.
func placementAt(letters []rune, i int) placement {
	second, t2 := Split(letters[i])
	first, t1 := Split(letters[i-1])
	if !isOpenPair(unicode.ToLower(first), unicode.ToLower(second)) {
		return noPlacement
	}
	if i > 1 && unicode.ToLower(letters[i-2]) == 'q' {
		return noPlacement // quý: the u belongs to the consonant
	}
	switch {
	case t1 != level && t2 == level:
		return oldStyle
	case t1 == level && t2 != level:
		return newStyle
	}
	return noPlacement
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
