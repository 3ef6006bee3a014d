package markup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// EndOf takes from a text the mark that its writer put at its end, for where the
// decree sets one: exactly one of ";", "," and ".", or "./." however it is typed. Signs
// that belong to the text stay: those of a blank to be filled, of "v.v.", of a web
// address, and "!", "?", ":". Open says that the text ends in one of these: no full
// stop follows.
func EndOf(s string) (rest string, open bool) {
	s = strings.TrimRightFunc(s, isBlank)
	if s == "" {
		return s, false
	}
	switch s[len(s)-1] {
	case ';', ',':
		s = strings.TrimRightFunc(s[:len(s)-1], isBlank)
		return s, endsOpen(s)
	case '.', '/':
		if endsOpen(s) {
			return s, true
		}
		rest = cutStop(s)
		if endsOpen(rest) {
			return s, true // "Nội dung:./.": as typed
		}
		return rest, false
	}
	return s, endsOpen(s)
}

// Stopless gives a text without the mark that it was typed with at its end: what it is
// put into goes on or has its own.
func Stopless(s string) string {
	rest, _ := EndOf(s)
	return rest
}

// Stopped gives a text that ends in a full stop, unless none may follow it.
func Stopped(s string) string {
	rest, open := EndOf(s)
	if open || strings.HasSuffix(rest, ".") { // "TP.;"
		return rest
	}
	return rest + "."
}

// cutStop takes "./.", "./", "/.", "." or a single "/" behind a letter from the end of
// a text.
func cutStop(s string) string {
	rest := s
	var signs []byte // from the end
	for len(signs) < 3 && rest != "" {
		c := rest[len(rest)-1]
		if c != '.' && c != '/' || len(signs) > 0 && c == signs[len(signs)-1] {
			break
		}
		signs = append(signs, c)
		rest = strings.TrimRightFunc(rest[:len(rest)-1], isBlank)
	}
	if string(signs) == "/" {
		if r := lastOf(rest); !unicode.IsLetter(r) && r != ')' {
			return s
		}
	}
	return rest
}

// endsOpen reports whether no full stop may stand behind a text.
func endsOpen(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	if r == '!' || r == '?' || r == ':' || r == '…' || endsInBlank(s) || strings.HasSuffix(s, "../.") || strings.HasSuffix(s, "./.)") {
		return true
	}
	word := LastWord(s)
	return isAndSoOn(word) || isAddress(word)
}

// LastWord gives the last word of a text, for messages.
func LastWord(s string) string {
	s = strings.TrimRightFunc(s, isBlank)
	return strings.TrimLeftFunc(s[max(strings.LastIndexFunc(s, isBlank), 0):], isBlank)
}

// isAndSoOn reports whether a word is "v.v.", in one of its spellings.
func isAndSoOn(word string) bool {
	word = strings.TrimLeftFunc(word, unicode.IsPunct)
	n := foldedPrefix(word, "V.V")
	if n == 0 {
		n = foldedPrefix(word, "VV")
	}
	return n > 0 && strings.Trim(word[n:], "./") == ""
}

// isAddress reports whether a word is the address of a web page, to its last sign.
func isAddress(word string) bool {
	if !strings.Contains(word, "://") && foldedPrefix(word, "WWW.") == 0 && !hasHost(word) {
		return false
	}
	r := lastOf(strings.TrimRight(word, "./"))
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_=&#%~+", r)
}

// hasHost reports whether a word is the name of a web site and a stroke: "dichvucong.gov.vn/".
func hasHost(word string) bool {
	host, _, ok := strings.Cut(word, "/")
	at := strings.LastIndexByte(host, '.')
	if !ok || at <= 0 || strings.IndexFunc(host, func(r rune) bool { return r > 'z' || r < '-' }) >= 0 {
		return false
	}
	switch host[at+1:] {
	case "vn", "com", "net", "org":
		return true
	}
	return false
}

// HasBlank reports whether a text holds a blank to be filled: a run of dots or strokes
// that is more than "v.v..." at its end.
func HasBlank(s string) bool {
	return slices.ContainsFunc([]string{"....", "……", "…..", "..…", "…/", "../", "___"},
		func(run string) bool { return strings.Contains(s, run) })
}
