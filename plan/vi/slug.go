package vi

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxSlug is the greatest length of a [Slug] in bytes. It leaves room for a
// number and an ending within the 255 bytes of a file name.
const maxSlug = 120

// Slug gives a name for a file or an anchor: small ASCII letters, digits and
// single hyphens between them. "Quyết định 128/QĐ-UBND" gives
// "quyet-dinh-128-qd-ubnd".
//
// The result is safe as a file name on Windows, macOS and Linux: a name that
// Windows reserves for a device (con, nul, com1) gets "x-" before it, and a
// long one is cut between words at 120 letters. Different texts can have one slug:
// whoever writes files sees to that. A text without any letter or digit of
// Latin script gives "".
func Slug(s string) string {
	var b strings.Builder
	b.Grow(min(len(s), maxSlug+1))
	gap := false
	for _, r := range Lower(s) {
		c := asciiLetter(r)
		switch {
		case c != 0:
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteByte(c)
		case !unicode.IsMark(r):
			gap = true
		}
		if b.Len() > maxSlug {
			return cutSlug(b.String())
		}
	}
	name := b.String()
	if IsDeviceName(name) {
		return "x-" + name
	}
	return name
}

// cutSlug shortens a slug at a hyphen, or in a word that is too long by itself.
func cutSlug(s string) string {
	if i := strings.LastIndexByte(s[:maxSlug+1], '-'); i != -1 {
		return s[:i]
	}
	return s[:maxSlug]
}

// asciiLetter returns the ASCII letter or digit under a small letter, 0 if there
// is none.
func asciiLetter(r rune) byte {
	switch base, _ := splitTone(r); base {
	case 'ă', 'â':
		return 'a'
	case 'ê':
		return 'e'
	case 'ô', 'ơ':
		return 'o'
	case 'ư':
		return 'u'
	case 'đ', 'ð': // ð looks like đ and is typed for it
		return 'd'
	default:
		r = base
	}
	if r >= 0x80 {
		r, _ = utf8.DecodeRuneInString(norm.NFKD.String(string(r)))
	}
	if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
		return byte(r)
	}
	return 0
}

// IsDeviceName reports whether Windows takes a name without its ending for a device: con,
// nul, com1. Capitals and spaces behind the name do not count.
func IsDeviceName(stem string) bool {
	switch s := strings.ToLower(strings.TrimRight(stem, " ")); s {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	default:
		if !strings.HasPrefix(s, "com") && !strings.HasPrefix(s, "lpt") {
			return false
		}
		switch s[3:] {
		case "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³":
			return true
		}
		return false
	}
}
