package vi

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Upper returns s in capitals "chữ in hoa", as names of bodies stand in a
// letterhead. The result is NFC.
func Upper(s string) string { return strings.ToUpper(NFC(s)) }

// Lower returns s in small letters "chữ in thường". The result is NFC.
func Lower(s string) string { return strings.ToLower(NFC(s)) }

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
