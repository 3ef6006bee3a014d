package markup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/phrase"
)

// line is a line of a field that is not blank.
type line struct {
	at   int    // where its first letter stands in the text
	s    string // without white space at both ends, and without the backslash of more
	more bool   // ends in a backslash: its paragraph goes on in the next line
	sign bool   // see markSigns
	open bool   // a quotation begins with it that does not end, and a finding says so
}

// fewLines are no more than most fields have.
const fewLines = 2

// split cuts a text into its lines, which it appends.
func split(out []line, text string) []line {
	out = slices.Grow(out, strings.Count(text, "\n")+1)
	for at := 0; at < len(text); {
		end, next := lineEnd(text, at)
		s := strings.TrimRightFunc(text[at:end], isBlank)
		from := end - len(strings.TrimLeftFunc(text[at:end], isBlank))
		if s = strings.TrimLeftFunc(s, isBlank); s != "" {
			out = append(out, line{at: from, s: s})
		}
		at = next
	}
	for i := range out[:max(len(out)-1, 0)] {
		l := &out[i]
		bare := strings.TrimRight(l.s, `\`)
		if n := len(l.s) - len(bare); n%2 == 1 && len(l.s) > 1 {
			l.s, l.more = strings.TrimRightFunc(l.s[:len(l.s)-1], isBlank), true
		}
	}
	markSigns(out)
	return out
}

// lineEnd gives where the line that holds at ends, and where the next one begins.
// LF, CR LF, CR, VT, U+0085, U+2028 and U+2029 end a line.
func lineEnd(text string, at int) (end, next int) {
	for i := at; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n' || c == '\v':
			return i, i + 1
		case c == '\r':
			if strings.HasPrefix(text[i:], "\r\n") {
				return i, i + 2
			}
			return i, i + 1
		case c == 0xC2 && strings.HasPrefix(text[i:], "\u0085"):
			return i, i + 2
		case c == 0xE2 && isLineEnd(text[i:]):
			return i, i + 3
		}
	}
	return len(text), len(text)
}

// isBlank reports whether r is no part of a line at its ends: white space, and
// characters that are not seen.
func isBlank(r rune) bool {
	switch {
	case r == ' ':
		return true
	case r < 0x80:
		return r == '\t' || r == '\f'
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r == 0x2060, r == 0xfeff, r == 0xad:
		return true
	}
	return unicode.IsSpace(r)
}

// closingWords open what stands on its own: an annex, a form, a list.
var closingWords = [...]string{"PHỤ LỤC", "MẪU SỐ", "DANH SÁCH"}

// MayFollowEnd reports whether a line may stand behind the end of a text: it opens an annex, or the recipients of a paper that was
// pasted whole.
func MayFollowEnd(s string) bool { return closesAll(s) || foldedPrefix(s, "NƠI NHẬN") > 0 }

// OpensAnnex reports whether a line is "PHỤ LỤC", alone or with its number.
func OpensAnnex(s string) bool {
	w, _ := closingWord(s)
	return w == "PHỤ LỤC" && opensAnnex(s)
}

// closesAll reports whether a line opens an annex, a form or a list of its own: it
// stands alone, in capitals or with no more than a number.
func closesAll(s string) bool {
	w, _ := closingWord(s)
	return w != "" && (phrase.IsUpper(s) || opensAnnex(s))
}

// opensAnnex reports whether a line has a closing word alone, or with no more than a number: it is no title of another.
func opensAnnex(s string) bool {
	w, rest := closingWord(s)
	if rest == "" {
		return w == "PHỤ LỤC" || w != "" && phrase.IsUpper(s)
	}
	return w != "DANH SÁCH" && isNumberLike(rest)
}

// closingWord gives the closing word at the head of a line, and what stands behind it.
func closingWord(s string) (word, rest string) {
	for _, w := range closingWords {
		if n := foldedPrefix(s, w); n > 0 {
			if rest := strings.TrimLeftFunc(s[n:], isBlank); rest == "" || len(rest) < len(s)-n {
				return w, rest
			}
		}
	}
	return "", ""
}

// foldedPrefix gives how many bytes at the head of s are the word w, which is in
// capitals; s may have them in any case, and any blanks for one. Zero: it is another.
func foldedPrefix(s, w string) int {
	if s == "" || s[0] < 0x80 && s[0]&^0x20 != w[0] {
		return 0
	}
	at := 0
	for _, want := range w {
		if want == ' ' {
			rest := strings.TrimLeftFunc(s[at:], isBlank)
			if len(rest) == len(s)-at {
				return 0
			}
			at = len(s) - len(rest)
			continue
		}
		r, size := utf8.DecodeRuneInString(s[at:])
		if r = unicode.ToUpper(r); r == 'Ð' { // of Iceland, which looks the same
			r = 'Đ'
		}
		if r != want {
			return 0
		}
		at += size
	}
	return at
}

// isNumberLike reports whether a word is a number, as of an annex or form.
func isNumberLike(s string) bool {
	s = strings.TrimRight(s, ".:")
	for i := range len(s) {
		c := s[i]
		if !(isDigit(c) || c == 'I' || c == 'V' || c == 'X' || c == '/' || c == '-' || c == '.' || c >= 'A' && c <= 'D') {
			return false
		}
	}
	return s != ""
}

// isLower reports whether s begins with a small letter.
func isLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// first gives the first letter of s.
func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// lastOf gives the last letter of s.
func lastOf(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
