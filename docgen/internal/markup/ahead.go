package markup

import (
	"slices"
	"strings"
)

// isContents reports whether a line is one of a table of contents: dots lead to the number of a page.
func isContents(s string) bool {
	const most, least = 3, 10 // figures of a page, dots
	dots := strings.TrimRightFunc(s, func(r rune) bool { return !notDigit(r) })
	if n := len(s) - len(dots); n == 0 || n > most {
		return false
	}
	dots = strings.TrimRightFunc(dots, isBlank)
	return len(dots)-len(strings.TrimRight(dots, ".")) >= least
}

// countsRoman reports whether a line counts i), ii), iii), or i., ii.: that is no marker of official
// papers, and stays as it is typed, like the lines that follow it. "v)" is one behind "iv)" or before "vi)".
func (p *parser) countsRoman(l line) bool {
	const near = 20 // lines to the one before or behind it
	var before, behind string
	switch l.s[0] {
	case 'i':
		behind = "ii"
	case 'v':
		before, behind = "iv", "vi"
	case 'x':
		before, behind = "ix", "xi"
	default:
		return false
	}
	next := p.lineAfter(l.at)
	counts := func(lines []line, roman string) bool {
		return roman != "" && slices.ContainsFunc(lines, func(n line) bool { return strings.HasPrefix(n.s, roman+l.s[1:2]) })
	}
	own := max(next-1, 0)
	return counts(p.lines[max(own-near, 0):own], before) || counts(p.lines[next:min(next+near, len(p.lines))], behind)
}

// lineAfter gives the first line that begins behind a place of the text: words behind the sign of a heading stand in its line.
func (p *parser) lineAfter(at int) int {
	next, _ := slices.BinarySearchFunc(p.lines, at+1, func(l line, at int) int { return l.at - at })
	return next
}

// isQuestion reports whether a line is a question of a test, "Câu 1. Thủ đô nước ta là:".
func isQuestion(s string) bool {
	const word = "Câu "
	return strings.HasPrefix(s, word) && len(s) > len(word) && isDigit(s[len(word)])
}

// ordinal reports whether the line above waits for a Roman number: "khóa" / "XIII. Đến nay ...".
func (p *parser) ordinal(l line) bool {
	i := p.lineAfter(l.at) - 2
	return i >= 0 && needsRoman(p.lines[i].s, l.s)
}

// gluesRoman reports whether the text has a Roman number of two letters that no blank parts from its words, "II.Nội dung":
// that is no name, and so is none of one letter, "I.Tình hình".
func (p *parser) gluesRoman() bool {
	return asked(&p.glues, func() bool {
		return slices.ContainsFunc(p.lines, func(l line) bool {
			m, ok := readMarker(l.s)
			return ok && m.name && m.form == romanForm && !m.single
		})
	})
}

// answer is what is asked of a whole text once: 0 until then, 1 or -1.
type answer int8

// asked gives the answer to a question about a whole text.
func asked(a *answer, find func() bool) bool {
	if *a == 0 {
		if *a = -1; find() {
			*a = 1
		}
	}
	return *a > 0
}

// goesBelow reports whether a first number begins a list below the item in hand, though its form comes earlier:
// "a) Tập thể", "1. ...", "b) Cá nhân"; "1. Có cần camera không?", "A. Có", "2. ...". The list of that line goes on behind it.
func (p *parser) goesBelow(l line, m marker) bool {
	const ahead = 40 // lines until it goes on
	hand := len(p.open) - 1
	if hand < 0 || hand >= deepestOpen || !m.n.isFirst() {
		return false
	}
	next := p.lineAfter(l.at)
	if p.above != p.open[hand] && IsSentence(p.lines[next-2].s) && !p.asks { // "Gồm hai phần" may stand between, or a question
		return false
	}
	it := p.open[hand]
	if m.form < clauseForm && (m.form != capitalForm || it.form != romanForm && it.form != clauseForm) { // "II. Thành phần", "A. Bên giao"
		return false
	}
	if it.form.dashes() || it.form <= m.form {
		return false
	}
	if it.below == m.form { // as below the item before: the last question has none behind it
		return true
	}
	for _, n := range p.lines[next:min(next+ahead, len(p.lines))] {
		switch b, ok := readMarker(n.s); {
		case !ok:
		case b.form == it.form:
			return b.n.follows(it.n, it.form)
		case b.form < clauseForm && b.form != m.form:
			return false
		}
	}
	return false
}

// countsAbove reports whether the line above counts up to the number before a marker's: "Gồm: a) đơn; b) ảnh." above "c) ...";
// or "..." stands there for the items that a writer left out.
func (p *parser) countsAbove(l line, m marker) bool {
	i := p.lineAfter(l.at) - 2
	if i < 0 {
		return false
	}
	above := p.lines[i].s
	if isLeftOut(above) {
		return true
	}
	lead := " "
	if m.form < bracketForm {
		lead = "; " // "1. Một; 2. Hai;", but not "Điều 2. "
	}
	for v := m.n.value() - 1; v > 0; v-- {
		before := number{}
		before.push(v)
		if !m.n.follows(before, m.form) {
			return false
		}
		if strings.Contains(above, lead+strings.Replace(m.mark, numberOf(m), before.text(m.form), 1)+" ") {
			return true
		}
	}
	return false
}

// isLeftOut reports whether a line is the dots of items that a writer left out, and no blank to be filled.
func isLeftOut(s string) bool { return s != "" && strings.Trim(s, ".…") == "" && !HasBlank(s) }
