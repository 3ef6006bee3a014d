// Package xmltext writes text into XML, for the formats that are made of it.
package xmltext

import (
	"fmt"
	"unicode/utf8"
)

// Append appends s to b, escaped for text and for values in double quotes. What XML
// cannot hold stays as it is: see [Check].
func Append(b []byte, s string) []byte {
	from := 0
	for i := 0; i < len(s); i++ {
		var esc string
		switch s[i] {
		case '&':
			esc = "&amp;"
		case '<':
			esc = "&lt;"
		case '>':
			esc = "&gt;"
		case '"':
			esc = "&quot;"
		default:
			continue
		}
		b = append(b, s[from:i]...)
		b = append(b, esc...)
		from = i + 1
	}
	return append(b, s[from:]...)
}

// Check refuses what XML 1.0 cannot hold: other than UTF-8, and control characters
// but tab and line feed.
func Check[T string | []byte](s T) error {
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(string(s[i:min(len(s), i+utf8.UTFMax)]))
		switch {
		case r == utf8.RuneError && n == 1:
			return fmt.Errorf("text is not UTF-8: %q", around(s, i))
		case r < ' ' && r != '\t' && r != '\n', r == 0xfffe, r == 0xffff:
			return fmt.Errorf("character %U cannot stand in a document: %q", r, around(s, i))
		}
		i += n
	}
	return nil
}

// around gives the text around a place, for a message.
func around[T string | []byte](s T, i int) string { return string(s[max(0, i-40):min(len(s), i+40)]) }
