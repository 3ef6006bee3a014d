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
		if n := ordinary(s, i); n > 0 {
			i += n
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

// ordinary is how many bytes at i are letters that XML can hold, as their first bytes say;
// 0: the letter has to be looked at.
func ordinary[T string | []byte](s T, i int) int {
	const high, high2, high3 = 0x80 * ones, 0x60 * ones, 0x40 * ones
	if i+8 <= len(s) {
		w := uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
			uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
		if w&high == 0 && (w&high2|w&high2<<1)&high3 == high3 {
			return 8 // all of ASCII, from the space
		}
	}
	switch c := s[i]; {
	case c >= ' ' && c < utf8.RuneSelf:
		return 1
	case c >= 0xc2 && c < 0xe0 && i+1 < len(s) && follows(s[i+1]):
		return 2
	case c > 0xe0 && c < 0xed && i+2 < len(s) && follows(s[i+1]) && follows(s[i+2]):
		return 3
	}
	return 0
}

const ones = 0x0101010101010101

// follows reports whether a byte stands inside a letter of UTF-8.
func follows(c byte) bool { return c&0xc0 == 0x80 }

// around gives the text around a place, for a message.
func around[T string | []byte](s T, i int) string { return string(s[max(0, i-40):min(len(s), i+40)]) }
