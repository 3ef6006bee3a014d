package vi

import "unicode"

// tone is one of the six tones "thanh điệu". They are ordered as dictionaries
// order them.
type tone uint8

// The tones: ngang (unmarked, the zero value), huyền, hỏi, ngã, sắc, nặng.
const (
	level   tone = iota // ngang: a
	falling             // huyền: à
	dipping             // hỏi: ả
	broken              // ngã: ã
	rising              // sắc: á
	heavy               // nặng: ạ
)

// One row a vowel: without a tone, then in the order of the tones.
var vowelRows = [...]string{
	"aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
	"oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
}

// toned is a letter taken apart: its vowel without tone, and the tone.
type toned struct {
	vowel rune
	tone  tone
}

// Lower-case letters with their parts, and the way back.
var vowelParts, vowelForms = takeApart()

func takeApart() (parts map[rune]toned, forms map[toned]rune) {
	parts, forms = make(map[rune]toned, 72), make(map[toned]rune, 72)
	for _, row := range vowelRows {
		letters := []rune(row)
		for t, r := range letters {
			part := toned{letters[0], tone(t)}
			parts[r], forms[part] = part, r
		}
	}
	return parts, forms
}

// splitTone takes the tone off a letter: 'ấ' is 'â' with rising. Case is kept; a
// letter that carries no tone, or is no Vietnamese vowel, comes back as it is
// with level.
func splitTone(r rune) (rune, tone) {
	if r < 0x80 {
		return r, level
	}
	low := unicode.ToLower(r)
	part, ok := vowelParts[low]
	switch {
	case !ok:
		return r, level
	case low != r:
		return unicode.ToUpper(part.vowel), part.tone
	}
	return part.vowel, part.tone
}

// withTone puts a tone on a vowel, replacing the one it has. Case is kept; what
// is no Vietnamese vowel comes back as it is.
func withTone(r rune, t tone) rune {
	base, _ := splitTone(r)
	low := unicode.ToLower(base)
	form, ok := vowelForms[toned{low, t}]
	switch {
	case !ok:
		return r
	case low != base:
		return unicode.ToUpper(form)
	}
	return form
}

// isVowel reports whether a lower-case letter without tone is a vowel.
func isVowel(r rune) bool {
	switch r {
	case 'a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y':
		return true
	}
	return false
}

// isHatted reports whether a vowel carries a mark of its own, which draws the
// mark of the tone to it.
func isHatted(r rune) bool {
	switch r {
	case 'ă', 'â', 'ê', 'ô', 'ơ', 'ư':
		return true
	}
	return false
}
