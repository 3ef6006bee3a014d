package markup

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
)

// item is a marked line, or a heading whose number is made.
type item struct {
	d      *doc.Division
	form   form
	n      number
	parent *item
	level  int // of the scheme, of a heading whose number is made; 0: typed
	words  []doc.Inline
	said   string // its words as typed, without a name
	bold   boldness
	quoted bool // a quotation of several lines begins with its words
	answer bool // one of several to choose from: "A. Có", "B. Không"
	below  form // of the last list below it, or below the one before it; 0 for none
}

// rank orders forms; a longer chain of numbers stands below a shorter one.
func rank(f form, n number) int {
	r := int(f) * (maxParts + 1)
	if f == deepForm {
		r += int(n.size)
	}
	return r
}

func (it *item) rank() int { return rank(it.form, it.n) }

// marked reads a line with a marker, and the lines that belong to it.
func (p *parser) marked(i int, m marker) int {
	l := p.lines[i]
	s, at := l.s[m.words:], l.at+m.words
	if p.cell {
		return p.markedCell(i, m)
	}
	it := p.place(l, m)
	end := i
	if s != "" {
		end = p.quotation(i, s, at)
	}
	if end == i && s != "" && !l.more {
		s = p.takeName(it.d, s, at)
	}
	next := i + 1
	if s != "" {
		it.said = strings.TrimRight(s, "*")
		if m.bold != notBold {
			it.words, it.bold, next = p.boldWords(i, m, s, at)
		} else {
			it.words, next = p.words(i, s, at)
			it.bold = boldnessOf(it.words)
		}
	} else if m.form.always() {
		it.words, next = p.titleLines(next)
	}
	if it.bold >= boldToSign {
		p.bold[m.form] = true
	}
	it.quoted = end > i
	p.behind(it, p.lines[next-1].s)
	if end > i {
		return p.quoted(next, end)
	}
	return next
}

// markedCell reads a marked line of a cell: its marker is text.
func (p *parser) markedCell(i int, m marker) int {
	l := p.lines[i]
	p.place(l, m)
	in, next := p.paragraph(i)
	if m.bullet {
		in, next = p.words(i, l.s[m.words:], l.at+m.words)
		in = append(doc.T(p.printed(m)+" "), in...)
	}
	p.prose(l.at, in)
	p.behind(p.open[len(p.open)-1], p.lines[next-1].s)
	return next
}

// deepestOpen bounds how many items stand below each other: no paper comes near.
const deepestOpen = 30

// place puts a marked line into the tree. The item it gives is open.
//
// It goes (1) beside the deepest open item of its form whose number comes just before;
// (2) else, with a first number whose form is open, below the item in hand that the
// line above announces with a colon; (3) else beside the open item of its form; (4)
// else, for a low form, below the item in hand where that is announced though its form
// comes later; (5) else below the deepest item whose form comes earlier.
func (p *parser) place(l line, m marker) *item {
	it := &item{form: m.form, n: m.n}
	sibling := p.sibling(m)
	deepest := p.deepest(m.form)
	if deepest != nil && m.form == deepForm && deepest.n.size < m.n.size {
		deepest = nil // "1.1.1.1." stands below "1.1.1."
	}
	hand := len(p.open) - 1
	keep := 0 // how many open items it stands in
	switch {
	case sibling >= 0:
		keep = sibling
	case deepest != nil && m.n.isFirst() && p.colon && p.above == p.open[hand] && hand < deepestOpen:
		keep = hand + 1
		deepest = nil
	case p.goesBelow(l, m):
		keep = hand + 1
		deepest = nil
	case deepest != nil:
		keep = p.indexOf(deepest)
	case m.form.low() && p.colon && hand >= 0 && hand < deepestOpen && p.open[hand].rank() > it.rank():
		keep = hand + 1
	default:
		for keep = hand + 1; keep > 0 && p.open[keep-1].rank() >= it.rank(); keep-- {
		}
	}
	if sibling >= 0 {
		it.below = p.open[sibling].below
	}
	if keep > 0 {
		it.parent = p.open[keep-1]
		it.parent.below = it.form
	}
	it.answer = m.form == capitalForm && (m.n.isFirst() && p.asks || sibling >= 0 && p.open[sibling].answer ||
		it.parent != nil && it.parent.form >= clauseForm)
	if sibling < 0 {
		p.checkNumber(l, m, it, deepest)
	}
	clear(p.went[m.form+1:])
	if m.form == articleForm {
		p.last = m.n
	}
	p.hint(l, m)
	it.d = &doc.Division{
		At: p.src.At(l.at), Level: p.schemeLevel(it),
		Typed: &doc.Typed{Mark: p.printed(m), Count: m.n.value(), As: formLevels[m.form], Glued: m.glued && !m.bullet},
	}
	if !m.form.dashes() {
		it.d.Typed.Number = numberOf(m)
	}
	p.countTyped(it)
	p.push(it, keep)
	return it
}

// push hangs an item below the first keep of the open ones, and opens it.
func (p *parser) push(it *item, keep int) {
	p.open = p.open[:keep]
	if !p.cell {
		p.put(it.d)
		p.items = append(p.items, it)
	}
	p.open = append(p.open, it)
}

// sibling gives the index of the deepest open item that a marker follows, -1 without one.
func (p *parser) sibling(m marker) int {
	for i := len(p.open) - 1; i >= 0; i-- {
		it := p.open[i]
		if it.form == m.form && (m.form.dashes() || m.n.follows(it.n, m.form)) {
			return i
		}
	}
	return -1
}

func (p *parser) indexOf(it *item) int {
	for i := range p.open {
		if p.open[i] == it {
			return i
		}
	}
	return -1
}
