package markup

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
)

// farthest is how many lines a quotation may go on: whole chapters are quoted, but
// nothing sure was seen beyond 31.
const farthest = 40

// quotation gives the line that ends the quotation which begins at the head of s, in
// line i: i where none begins, or where it ends in the same line. One that does not
// end is none, with a warning.
func (p *parser) quotation(i int, s string, at int) int {
	open, ends := opensQuote, closesQuote
	switch {
	case opensQuote(s):
	case opensStraight(s):
		open, ends = opensStraight, closesStraight
	default:
		return i
	}
	for j := i + 1; j < len(p.lines) && j <= i+farthest; j++ {
		switch l := p.lines[j].s; {
		case ends(l):
			return j
		case open(l):
			p.unended(i, s, at, fmt.Sprintf("trước khi một đoạn trích khác mở ra: %q", head(l)))
			return i
		}
	}
	p.unended(i, s, at, fmt.Sprintf("trong %d dòng sau nó", farthest))
	return i
}

func (p *parser) unended(i int, s string, at int, where string) {
	p.lines[i].open = true
	p.add(at, diag.Warning, RuleQuote, fmt.Sprintf("ngoặc kép mở ở đầu dòng %q không đóng %s", head(s), where), head(s)).
		Fix = "thêm dấu ngoặc kép đóng ở cuối đoạn trích"
}

// openQuotes finds the quotation marks inside a line that none closes, there or within as many lines as a quotation may have.
func (p *parser) openQuotes() {
	open := -1 // line
	for i, l := range p.lines {
		n := balance(l.s)
		if open >= 0 && (n > 0 || i > open+farthest) {
			p.openQuote(p.lines[open])
			open = -1
		}
		switch {
		case n < 0:
			open = -1
		case n > 0 && !l.open && strings.Count(l.s, `"`)%2 == 0 && !strings.Contains(l.s, `\“`):
			open = i
		}
	}
	if open >= 0 {
		p.openQuote(p.lines[open])
	}
}

func (p *parser) openQuote(l line) {
	var open []int
	for i, r := range l.s {
		switch {
		case r == '“':
			open = append(open, i)
		case r == '”' && len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	at := open[0]
	said := head(l.s[at:])
	p.add(l.at+at, diag.Info, RuleQuote, fmt.Sprintf("ngoặc kép mở ở %q không đóng ở đó hay trong %d dòng sau nó", said, farthest), said).
		Fix = "thêm dấu ngoặc kép đóng"
}

// head gives the first words of a line, for messages.
func head(s string) string {
	n, end := 0, 0
	for i, r := range s {
		if isBlank(r) {
			end = i
		}
		n++
		switch {
		case n > mostSaid && end > 0:
			return s[:end] + "..."
		case n > 2*mostSaid: // a long word
			return s[:i] + "..."
		}
	}
	return s
}

// balance counts opening quotation marks less closing ones.
func balance(s string) int { return strings.Count(s, "“") - strings.Count(s, "”") }

// opensQuote reports whether a line begins a quotation. One that a straight sign ends, “Nhà sạch", is whole.
func opensQuote(s string) bool {
	return strings.HasPrefix(s, "“") && balance(s) > 0 && strings.Count(s, `"`)%2 == 0
}

func closesQuote(s string) bool { return balance(s) < 0 }

func opensStraight(s string) bool {
	return strings.HasPrefix(s, `"`) && strings.Count(s, `"`)%2 == 1
}

// closesStraight reports whether a line ends in a straight or closing quotation mark,
// with no more than the sign of a sentence behind it.
func closesStraight(s string) bool {
	for _, sign := range [...]string{"./.", ".", ";", ","} {
		if rest, ok := strings.CutSuffix(s, sign); ok {
			s = rest
			break
		}
	}
	return strings.HasSuffix(s, `"`) || strings.HasSuffix(s, "”")
}

// quoted adds the lines from i to end of a quotation: paragraphs, whatever their heads
// look like. It gives the line behind.
func (p *parser) quoted(i, end int) int {
	for i <= end {
		if isNoteText(p.lines[i].s) {
			i = p.skipNote(i)
			continue
		}
		at := p.lines[i].at
		var in []doc.Inline
		in, i = p.paragraph(i)
		p.prose(at, in)
	}
	p.behind(nil, p.lines[i-1].s)
	return i
}
