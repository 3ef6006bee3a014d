package markup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/decree"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
)

// Wrapped reports whether the lines of a text were broken by the program it was copied
// from, such as a reader of PDF files: what [RuleWrapped] finds.
func Wrapped(text string) bool { return wrapped(split(nil, text)) > 0 }

// Join puts together the lines of a text that are parts of one sentence, broken at the
// width of a page, and counts the breaks that it took out.
func Join(text string) (string, int) {
	lines := split(nil, text)
	full := fullLine(lines)
	var b strings.Builder
	joined, at := 0, 0
	for i, l := range lines {
		if i > 0 {
			a := lines[i-1]
			apart := strings.Count(text[a.at+len(a.s):l.at], "\n") > 1 // a blank line ends what does not begin small
			if !a.more && joinsLine(a, l, full) && (isLower(l.s) || !apart) {
				b.WriteString(Between(a.s, l.s))
				joined++
			} else {
				b.WriteString(text[at:l.at])
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

// Joins says of each line whether it goes on the sentence of the line above, in a text whose
// lines were broken at the width of a page, as those pasted from PDF. In any other text none
// does. The lines have no white space at their ends.
//
// A line without a marker goes on the one above when that has no mark at its end, and it either
// begins small, or with the figure that the one above waits for, or the one above is not all in
// capitals and its first word had no room there.
func Joins(texts []string) []bool {
	joins := make([]bool, len(texts))
	lines := make([]line, len(texts))
	for i, s := range texts {
		lines[i].s = s
	}
	markSigns(lines)
	if wrapped(lines) == 0 {
		return joins
	}
	full := fullLine(lines)
	for i := 1; i < len(lines); i++ {
		joins[i] = joinsLine(lines[i-1], lines[i], full)
	}
	return joins
}

// Between is what stands between a line and the one that goes on it: a blank, but nothing
// behind the stroke of units ("đồng/người", where our own lines end) and of "và/hoặc".
func Between(line, next string) string {
	before := strings.TrimSpace(line[max(strings.LastIndexFunc(line, unicode.IsSpace), 0):])
	behind := strings.TrimLeftFunc(next, func(r rune) bool { return !unicode.IsSpace(r) })
	after := strings.TrimSuffix(next, behind)
	word := strings.TrimFunc(before+after, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	if len(before) > 1 && strings.HasSuffix(before, "/") && (strings.HasPrefix(word, "và/") || decree.LineWords().Units(word)) {
		return ""
	}
	return " "
}

// joinsLine reports whether line b goes on the sentence of a, where a line of a page has
// letters up to full.
func joinsLine(a, b line, full int) bool {
	const least = 32 // below that the lines are no page's
	word, _, _ := strings.Cut(b.s, " ")
	return goesOn(a.s, b) && (mayJoin(a.s, b.s) ||
		!phrase.IsUpper(a.s) && !closesAll(b.s) && full >= least && utf8.RuneCountInString(a.s)+1+utf8.RuneCountInString(word) > full)
}

// certain reports whether b, which may go on the sentence of a, does.
func certain(a, b string) bool {
	return beginsSmall(b) && !(namesPerson(a) && namesPerson(b)) || needsFigure(a, b) || needsRoman(a, b)
}

// mayJoin is certain in a text whose lines were all broken: whatever begins small goes on there.
func mayJoin(a, b string) bool { return isLower(b) || certain(a, b) }

// namesPerson reports whether a line begins with how a person is addressed and a name: "ông Lê Tám". Several of them are a list.
func namesPerson(s string) bool {
	for _, w := range [...]string{"đồng chí", "đ/c", "ông", "bà", "anh", "chị", "em", "cháu", "hộ ông", "hộ bà", "hộ"} {
		if rest, ok := strings.CutPrefix(s, w+" "); ok {
			last := s[strings.LastIndexByte(s, ' ')+1:] // "và", "cho": the sentence goes on
			return unicode.IsUpper(first(rest)) && (unicode.IsUpper(first(last)) || strings.ContainsRune(",;.", lastOf(s)))
		}
	}
	return false
}

// beginsSmall reports whether a line begins with a word in small letters. Addresses, names of files and names such as iPhone
// and pH are none: they begin small wherever they stand.
func beginsSmall(s string) bool {
	if !isLower(s) {
		return false
	}
	word := s[:strings.IndexFunc(s+" ", isBlank)]
	if strings.ContainsAny(word, "@_") || strings.ContainsFunc(word, unicode.IsUpper) {
		return false
	}
	dot := strings.IndexByte(word, '.')
	named := dot > 0 && dot+1 < len(word) && strings.IndexFunc(word, func(r rune) bool { return r > '~' }) < 0
	return !named || isAndSoOn(word)
}

// fullLine returns how long a line is that had no room for another word: a little less
// than what nine of ten lines do not pass.
func fullLine(lines []line) int {
	const margin = 8
	if len(lines) == 0 {
		return 0
	}
	lengths := make([]int, len(lines))
	for i, l := range lines {
		lengths[i] = utf8.RuneCountInString(l.s)
	}
	slices.Sort(lengths)
	return lengths[len(lengths)*9/10] - margin
}

// goesOn reports whether line b may go on the sentence of a: a has no mark at its end, b no
// marker, and neither is a row of a table, or the number of a page.
func goesOn(a string, b line) bool {
	if a == "" || b.s == "" || b.sign || isPage(a) || isPage(b.s) && !needsFigure(a, b.s) || strings.ContainsRune(endMarks, lastOf(a)) ||
		strings.ContainsAny(b.s[:1], "|#!") || a[0] == '|' || strings.HasSuffix(a, "|") {
		return false
	}
	return !goesMarked(a, b.s)
}

// isPage reports whether a line is a figure alone, as a PDF file leaves the number of a page between two lines.
func isPage(s string) bool { return len(s) <= 3 && strings.IndexFunc(s, notDigit) < 0 }

// goesMarked reports whether a line behind another begins with a marker. "vi." is one behind "v."; else it
// ends a sentence: "phạm / vi."; so does a Roman number that the line above waits for.
func goesMarked(a, b string) bool {
	if needsRoman(a, b) {
		return false
	}
	return isMarked(b) || strings.HasPrefix(a, "v. ") && strings.HasPrefix(b, "vi. ") ||
		strings.HasPrefix(a, "x. ") && strings.HasPrefix(b, "xi. ")
}

// ownNumber is a number at the head of a line that is no marker of official papers: "ii)", "a.1)", "b2.", "a, Một", "a - Một".
// "vi." and "xi." end a sentence as well.
var ownNumber = pattern.New(`^(?:(?:[ivx]{2,}\)|(?:[iv]?ii+|i[vx]|xi[ivx]+)\.|[a-zđ]\.?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)])\s|` +
	`[a-zđ](?:,|:| [-–])\s\p{Lu})`)

// isMarked reports whether a line begins with a marker, or with a number of another form.
func isMarked(s string) bool {
	_, ok := readMarker(s)
	return ok || isLower(s) && ownNumber.MatchString(s)
}

// wrapped counts the lines that go on the one above for certain; zero
// when they are too few for a text whose lines were all broken.
func wrapped(lines []line) int {
	const fewest, share = 3, 10 // lines, and one in how many
	n := 0
	for i := 1; i < len(lines); i++ {
		if a, b := lines[i-1], lines[i]; !a.more && mayJoin(a.s, b.s) && goesOn(a.s, b) {
			n++
		}
	}
	if n < fewest || n*share < len(lines) {
		return 0
	}
	return n
}
