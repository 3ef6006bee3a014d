package vi

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Upper returns s in capitals "chữ in hoa", as names of bodies stand in a
// letterhead. The result is NFC.
func Upper(s string) string { return strings.Map(upper, NFC(s)) }

// Lower returns s in small letters "chữ in thường". The result is NFC.
func Lower(s string) string {
	if isLower(s) {
		return s
	}
	return strings.Map(lower, NFC(s))
}

// The letters with tones stand in pairs, the capital first.
const firstToned, lastToned = 'Ạ', 'ỹ'

// upper is unicode.ToUpper, which searches for the letters with tones.
func upper(r rune) rune {
	switch {
	case r >= firstToned && r <= lastToned:
		return r &^ 1
	case r < utf8.RuneSelf && (r < 'a' || r > 'z'):
		return r
	}
	return unicode.ToUpper(r)
}

func lower(r rune) rune {
	switch {
	case r >= firstToned && r <= lastToned:
		return r | 1
	case r < utf8.RuneSelf && (r < 'A' || r > 'Z'):
		return r
	}
	return unicode.ToLower(r)
}

// isLower reports whether s is NFC and all in small letters, as far as its bytes tell: most
// words are. False only means that each letter is to be looked at.
func isLower(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			if c >= 'A' && c <= 'Z' {
				return false
			}
		case i+1 == len(s):
			return false
		case c == 0xC3 && s[i+1] >= 0xA0 && s[i+1] <= 0xBF, // à to ÿ
			c == 0xC4 && (s[i+1] == 0x83 || s[i+1] == 0x91 || s[i+1] == 0xA9), // ă đ ĩ
			c == 0xC5 && s[i+1] == 0xA9,                                       // ũ
			c == 0xC6 && (s[i+1] == 0xA1 || s[i+1] == 0xB0):                   // ơ ư
			i++
		case c == 0xE1 && i+2 < len(s) && (s[i+1] == 0xBA && s[i+2] >= 0xA0 || s[i+1] == 0xBB) && s[i+2]&1 == 1 &&
			s[i+2] >= 0x80 && s[i+2] <= 0xBF: // ạ to ỹ
			i += 2
		default:
			return false
		}
	}
	return true
}

// UpperFirst returns s with its first letter a capital, as after a full stop or
// "Bằng chữ:". Opening quotation marks and brackets are passed over; a string
// that starts with a digit or anything else stays as it is. The result is NFC.
func UpperFirst(s string) string {
	s = NFC(s)
	for i, r := range s {
		switch {
		case unicode.IsLower(r):
			up := unicode.ToUpper(r)
			return s[:i] + string(up) + s[i+utf8.RuneLen(r):]
		case !strings.ContainsRune(`“"'‘«([`, r):
			return s
		}
	}
	return s
}
