package vi

import "unicode"

// placeTones puts the tone mark of every syllable in oa, oe or uy, the only ones in which usage
// differs, on the first vowel, as most official papers have it: hòa, khỏe, thủy for hoà, khoẻ,
// thuỷ. The letters are small ones in NFC. It reports whether it moved one.
func placeTones(letters []rune) (moved bool) {
	for i := 1; i < len(letters); i++ {
		if letters[i] < 0x80 || i+1 < len(letters) && isWordRune(letters[i+1]) {
			continue
		}
		first, none := splitTone(letters[i-1])
		second, mark := splitTone(letters[i])
		if none != level || mark == level || !isOpenPair(first, second) {
			continue
		}
		if i > 1 && letters[i-2] == 'q' {
			continue // quý: the u belongs to the consonant
		}
		letters[i-1], letters[i] = withTone(first, mark), second
		moved = true
	}
	return moved
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
