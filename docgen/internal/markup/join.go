package markup

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Wrapped reports whether the lines of a text were broken by the program it was copied
// from, such as a reader of PDF files: what [RuleWrapped] finds.
func Wrapped(text string) bool {
	return wrapped(split(text)) >= 0
}

// Join puts together the lines of a text that are parts of one sentence, broken at the
// width of a page, and counts the breaks that it took out. Lines that begin with a marker,
// stand in capitals, are rows of a table or end a sentence stay as they are.
func Join(text string) (string, int) {
	lines := split(text)
	width := usualWidth(lines)
	var b strings.Builder
	joined, at := 0, 0
	for i, l := range lines {
		if i > 0 {
			a := lines[i-1]
			if between := text[a.at+len(a.s) : l.at]; a.more || !goesOn(a.s, l.s, width, strings.Count(between, "\n") > 1) {
				b.WriteString(text[at:l.at])
			} else {
				b.WriteByte(' ')
				joined++
			}
		} else {
			b.WriteString(text[:l.at])
		}
		b.WriteString(l.s)
		at = l.at + len(l.s)
	}
	b.WriteString(text[at:])
	return b.String(), joined
}

// Joins says of each line whether it goes on the sentence of the line above, as [Join] sees
// it, in a text whose lines were broken by a program; in any other text none does. The
// lines have no white space at their ends.
func Joins(texts []string) []bool {
	joins := make([]bool, len(texts))
	lines := make([]line, len(texts))
	for i, s := range texts {
		lines[i].s = s
	}
	if wrapped(lines) < 0 {
		return joins
	}
	width := usualWidth(lines)
	for i := 1; i < len(lines); i++ {
		joins[i] = texts[i-1] != "" && texts[i] != "" && goesOn(texts[i-1], texts[i], width, false)
	}
	return joins
}

// goesOn reports whether line b goes on the sentence of a. A blank line between them ends
// what does not begin small.
func goesOn(a, b string, width int, apart bool) bool {
	if strings.ContainsAny(b[:1], "|#!") || a[0] == '|' || strings.HasSuffix(a, "|") || strings.ContainsRune(endMarks, lastOf(a)) {
		return false
	}
	if _, ok := readMarker(b); ok {
		return false
	}
	if isLower(b) {
		return true
	}
	const least, room = 40, 8 // letters of a page's line; letters at its end that stay free
	if apart || width < least || isUpper(a) || closesAll(b) {
		return false
	}
	word, _, _ := strings.Cut(b, " ")
	return utf8.RuneCountInString(a)+1+utf8.RuneCountInString(word) > width-room
}

// usualWidth returns the length that nine of ten lines do not pass.
func usualWidth(lines []line) int {
	if len(lines) == 0 {
		return 0
	}
	lengths := make([]int, len(lines))
	for i, l := range lines {
		lengths[i] = utf8.RuneCountInString(l.s)
	}
	slices.Sort(lengths)
	return lengths[(9*len(lengths)+9)/10-1]
}
