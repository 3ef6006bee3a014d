package markup

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
)

// printed is a marker as it stands on the page: as typed, a bullet as the paper's dash.
func (p *parser) printed(m marker) string {
	if !m.bullet {
		return m.mark
	}
	if m.form == plusForm {
		return "+"
	}
	return "-"
}

// numberOf gives the number of a marker as it was typed, for references.
func numberOf(m marker) string {
	s := m.mark
	if m.form.always() || m.form == articleForm {
		word := formSamples[m.form]
		s = s[strings.LastIndexByte(word, ' ')+1:]
	}
	return strings.Trim(s, "().:/-–— ")
}

// schemeLevel gives the level of the scheme that a typed form stands on or behind, 0
// where it has nothing to do with the levels of the text.
func (p *parser) schemeLevel(it *item) int {
	level := 0
	for i, f := range p.forms() {
		if f != noForm && f <= it.form {
			level = i + 1
		}
		if f == it.form {
			break
		}
	}
	if level <= p.o.Level {
		return 0
	}
	return level
}

// countTyped lets numbers that are made go on from a typed one.
func (p *parser) countTyped(it *item) {
	level := it.d.Level
	if level == 0 {
		return
	}
	p.openCounts()
	if p.forms()[level-1] == it.form {
		p.made[level-1] = it.n.value()
	}
	p.resetCounts(level)
}

func (p *parser) openCounts() {
	if p.made == nil {
		p.made = make([]int, len(p.o.Scheme))
	}
}

// resetCounts lets the levels below one begin anew.
func (p *parser) resetCounts(level int) {
	for i := level; i < len(p.made); i++ {
		if !p.o.Scheme[i].Continuous {
			p.made[i] = 0
		}
	}
}

// checkNumber warns where the number of a marker is not the one expected. before is
// the item beside which it stands, nil when it begins a list.
func (p *parser) checkNumber(l line, m marker, it *item, before *item) {
	if m.form.dashes() {
		return
	}
	var expected string
	switch {
	case before == nil && m.n.follows(p.went[m.form], m.form):
		return
	case m.form == chainForm || m.form == deepForm:
		expected = p.expectedChain(m, it, before)
	case m.n.isFirst(), p.countsAbove(l, m):
		return
	case m.form == articleForm && p.last.size > 0:
		if m.n.follows(p.last, m.form) {
			return
		}
		expected = p.last.next(m.form)
	case before != nil:
		expected = before.n.next(m.form)
	case p.cell:
		return // the numbers of a table may stand in its cells
	default:
		expected = p.went[m.form].next(m.form)
	}
	if expected == "" {
		return
	}
	found := numberOf(m)
	expected = likeTyped(expected, found, m.form)
	p.add(l.at, diag.Warning, RuleNumber,
		fmt.Sprintf("%q không nối tiếp số trước, đáng lẽ là %q; số vẫn in như đã gõ", found, expected), found).
		Expected = expected
}

// countAbove keeps the last typed number of each form above the text. One of a form ends those of
// the forms below it.
func (p *parser) countAbove(parts []doc.Part) {
	for _, part := range parts {
		d, ok := part.(*doc.Division)
		if !ok {
			continue
		}
		if d.Typed != nil {
			if m, ok := readMarker(d.Typed.Mark + " X"); ok && !m.form.dashes() {
				if m.single { // a letter or a Roman number
					m.form, m.n = formOf(&d.Typed.As), number{}
					m.n.push(d.Typed.Count)
				}
				p.went[m.form] = m.n
				clear(p.went[m.form+1:])
			}
		}
		p.countAbove(d.Parts)
	}
}

// expectedChain gives the number that "2.3." should have had, "" where it is right.
func (p *parser) expectedChain(m marker, it *item, before *item) string {
	var head number
	for a := it.parent; a != nil; a = a.parent {
		if (a.form == clauseForm || a.form == chainForm || a.form == deepForm) && a.n.size < m.n.size {
			head = a.n
			break
		}
	}
	if head.size == m.n.size-1 { // "2.3." below "2."
		first := head
		first.push(0)
		switch {
		case m.n.sameHead(first) && m.n.isFirst():
			return ""
		case before != nil && before.n.sameHead(first):
			return before.n.next(m.form)
		}
		return first.next(m.form)
	}
	switch {
	case m.n.isFirst(), p.cell && before == nil:
		return ""
	case before != nil:
		return before.n.next(m.form)
	}
	first := m.n
	first.parts[first.size-1] = 0
	return first.next(m.form)
}
