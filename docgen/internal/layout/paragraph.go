package layout

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// paragraph lowers a paragraph into its lines.
func (e *engine) paragraph(p *flow.Paragraph, s scope) error {
	s.at = p.At
	e.leaders(p)
	e.runs = e.runs[:0]
	g := gatherer{e: e, scope: s}
	r := run{look: lookOf(p.Font), of: p}
	head, text := runIn(p)
	var marks []*Bookmark
	if len(head) > 0 {
		h := r
		h.elem, r.elem, marks = e.runInElements(p, head, s)
		if err := g.inlines(head, h); err != nil {
			return err
		}
	} else {
		r.elem, g.label, marks = e.paragraphElement(p, s)
	}
	if err := g.inlines(text, r); err != nil {
		return err
	}
	start := len(e.out)
	e.setLines(p, s, p)
	lines := e.out[start:]
	lines[0].before = p.Before
	lines[len(lines)-1].after = p.After
	lines[0].box.(*line).marks = marks
	paragraphGlue(lines, p)
	for _, n := range g.notes {
		if err := e.noteText(n, s); err != nil {
			return err
		}
	}
	return nil
}

// paragraphGlue says which lines hold together: without Loose, at least two
// stand before and after the end of a page.
func paragraphGlue(lines []piece, p *flow.Paragraph) {
	n := len(lines)
	switch {
	case p.KeepLines:
		hold(lines, bound)
	case !p.Loose && n > 1:
		lines[0].glue = bound
		lines[n-2].glue = bound
	}
	if p.KeepNext {
		lines[n-1].glue = kept
	}
}

// setLines breaks e.runs into lines and appends them to the column. They are the text of
// a node of the flow, a paragraph or footnote.
func (e *engine) setLines(p *flow.Paragraph, s scope, node any) {
	if e.glueOnly && !marked(e.runs) {
		e.out = append(e.out, piece{box: e.lines.One()})
		return
	}
	b := breaker{e: e, p: p, runs: e.set.Clone(e.runs), width: s.width}
	if s.fitted {
		b.slack = lines.UnitsOf(slack)
	}
	var from place
	for opening := true; ; opening = false {
		b.open(opening)
		c := b.fill(from)
		if c.ending == torn {
			e.tooWide(s, &b, c.next)
		}
		ln := b.set(c)
		pc := piece{height: ln.height, box: ln}
		for i := range ln.segs {
			if n := ln.segs[i].run.note; n != nil && !n.marked {
				n.marked = true
				pc.notes = append(pc.notes, n)
			}
		}
		e.out = append(e.out, pc)
		from = c.next
		if c.ending == final || e.cancelled() {
			break
		}
	}
	if e.glue != nil {
		e.glue.add(node, &b)
	}
}

// wordShown is how many letters of a word a message shows at most.
const wordShown = 40

// word is the word around a place, for a message; of a long one the beginning.
func (b *breaker) word(at place) string {
	if at.run >= len(b.runs) || b.runs[at.run].kind != textRun {
		return ""
	}
	s := b.runs[at.run].s
	s = s[strings.LastIndexByte(s[:at.at], ' ')+1:]
	n := 0
	for i, r := range s {
		switch {
		case r == ' ':
			return lines.Plain(s[:i])
		case n == wordShown:
			return lines.Plain(s[:i]) + "…"
		}
		n++
	}
	return lines.Plain(s)
}
