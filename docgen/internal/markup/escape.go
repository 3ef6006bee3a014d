package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/plan/vi"
)

// Signs that have a meaning inside a line, in the eyes of [Escape].
const inlineSigns = `\*[{|<`

// Escape makes s plain text in the eyes of this package: what it gives, read
// by [Line] or [Body], is s again. Line ends and tabs become spaces. It may stand
// anywhere in a line: it never becomes a mark, a marker or a name.
func Escape(s string) string {
	head := mayOpen(s)
	if !head && !strings.ContainsAny(s, inlineSigns+"\n\r\t\v\u0085\u2028\u2029") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	if head && strings.IndexByte(inlineSigns, s[0]) < 0 {
		b.WriteByte('\\')
	}
	for _, r := range s {
		switch r {
		case '\n', '\r', '\t', '\v', '\u0085', '\u2028', '\u2029':
			b.WriteByte(' ')
			continue
		case '\\', '*', '[', '{', '|', '<':
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isPlain reports whether a text is printed as it stands wherever it is: one line without
// signs, blanks to be filled and white space at its ends, and without what could be a
// marker, at its head or behind a space, where YAML may have joined two lines.
func isPlain(s string) bool {
	if strings.ContainsAny(s, inlineSigns+"\n\r\t\v\u0085\u2028\u2029_…") || strings.Contains(s, "..") || vi.NFC(s) != s {
		return false
	}
	if isBlank(first(s)) || isBlank(lastOf(s)) || !isDigit(s[0]) && mayOpen(s) {
		return false
	}
	for i := 0; i < len(s); i++ {
		if (i == 0 || s[i-1] == ' ') && (s[i] == ' ' || i+1 < len(s) && mayMark(s[i], s[i+1])) {
			if _, ok := matchMarker(s[i:]); ok || s[i] == ' ' {
				return false
			}
		}
	}
	return true
}

// meansText reports whether a backslash before s is no letter but says that what
// follows is text: a sign, or what could be a marker.
func meansText(s string) bool {
	if s == "" {
		return false
	}
	if c := s[0]; c < 0x80 && c > ' ' && !isDigit(c) && !unicode.IsLetter(rune(c)) {
		return true
	}
	return mayOpen(s)
}

// mayOpen reports whether s, at the head of a line and with anything behind it, could
// be read as more than text.
func mayOpen(s string) bool {
	if s == "" {
		return false
	}
	c := s[0]
	switch {
	case isDigit(c):
		end := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
		return end > 0 && strings.IndexByte(".)/-", s[end]) >= 0
	case strings.IndexByte(`-+*#[(|!"`, c) >= 0:
		return true
	case c < 0x80 && !unicode.IsLetter(rune(c)):
		return false
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case isBullet(r) || r == '“':
		return true
	case !unicode.IsLetter(r):
		return false
	case len(s) > size && strings.IndexByte(".)/-", s[size]) >= 0:
		return true
	}
	if end := strings.IndexFunc(s, func(r rune) bool { return r != 'I' && r != 'V' && r != 'X' }); end > 0 && strings.IndexByte("./-", s[end]) >= 0 {
		return true
	}
	for _, w := range markerWords {
		if n := foldedPrefix(s, w.word); n > 0 && blanksAt(s, n) > 0 {
			return true
		}
	}
	for _, w := range closingWords {
		if foldedPrefix(s, w) > 0 {
			return true
		}
	}
	return false
}
