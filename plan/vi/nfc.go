package vi

import "golang.org/x/text/unicode/norm"

// NFC returns s in Unicode normalization form C, in which every Vietnamese
// letter is one character. Office keyboards and converted files also produce
// decomposed letters ("ế" as ê and a combining mark), which look the same and
// compare unequal.
//
// A string already in that form is returned as it is, without allocation.
// Bytes that are no UTF-8 are kept.
func NFC(s string) string {
	if isPlainNFC(s) {
		return s
	}
	return norm.NFC.String(s)
}

// isPlainNFC reports whether s holds only characters that never change under
// NFC: below U+0300, U+1E80 to U+1EFF (the toned letters), and U+2002 to
// U+203F (dashes, quotation marks, the ellipsis). False only means that the
// full test is needed.
func isPlainNFC(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0xCC: // ASCII, U+0080 to U+02FF, and the later bytes of other letters
		case c == 0xE1 && i+2 < len(s) && s[i+1]&^1 == 0xBA && s[i+2] < 0xC0:
			i += 2
		case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] >= 0x82:
		default:
			return false
		}
	}
	return true
}
