package layout

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// painter appends acts to a page.
type painter struct {
	e        *engine
	page     *Page
	number   int  // of the page, as printed
	artifact bool // what is drawn is a repetition: without elements, links and names
	part     part // of the table that is being drawn
}

// text appends a run of text of the block at a place.
func (p *painter) text(x, base doc.Length, l look, space doc.Length, s string, elem *Element, of *flow.Paragraph) {
	if s == "" {
		return
	}
	if p.artifact {
		elem = nil
	}
	t := p.e.texts.One()
	*t = Text{X: x, Y: base, Style: l.style, Size: l.size, Color: l.color, Space: space, S: s, Elem: elem, Of: of}
	p.page.Acts = append(p.page.Acts, t)
}

// stroke appends a line that is an artifact.
func (p *painter) stroke(x1, y1, x2, y2, thickness doc.Length) {
	l := p.e.strokes.One()
	*l = Line{X1: x1, Y1: y1, X2: x2, Y2: y2, Thickness: thickness}
	p.page.Acts = append(p.page.Acts, l)
}

// blank draws a width to be filled: leaders as many as it holds, from the
// right so that blanks below one another agree; or one space, so that a screen
// reader finds something to say.
func (p *painter) blank(x, base doc.Length, sg *seg, leader rune) {
	l := sg.run.look
	if leader == 0 {
		p.text(x, base, l, 0, " ", sg.run.elem, sg.run.of)
		return
	}
	w, _ := lines.Advance(p.e.m, l.style, leader)
	one := lines.Units(w) * lines.Units(l.size)
	if one <= 0 {
		return
	}
	n := int(lines.UnitsOf(sg.width) / one)
	x += sg.width - (one * lines.Units(n)).Length()
	p.text(x, base, l, 0, strings.Repeat(string(leader), n), sg.run.elem, sg.run.of)
}

// anchor appends a place that leads somewhere.
func (p *painter) anchor(x, y, width, height doc.Length, l *link, elem *Element) {
	if p.artifact || elem == nil { // nobody hears it
		return
	}
	p.page.Acts = append(p.page.Acts, &Anchor{
		X: x, Y: y, Width: width, Height: height,
		URL: l.url, Target: l.target, Alt: l.alt, Elem: elem,
	})
}

// image appends a picture. One without alternative text is an ornament.
func (p *painter) image(x, y, width, height doc.Length, pic *doc.Picture, elem *Element) {
	if p.artifact {
		elem = nil
	}
	p.page.Acts = append(p.page.Acts, &Image{X: x, Y: y, Width: width, Height: height, Picture: pic, Elem: elem})
}

// named notes a named place.
func (p *painter) named(name string, x, y, width, height doc.Length) {
	if p.artifact || name == "" {
		return
	}
	p.e.res.Placements = append(p.e.res.Placements, Placement{
		Name: name, Page: len(p.e.res.Pages), X: x, Y: y, Width: width, Height: height,
	})
}

// reached notes where a bookmark stands.
func (p *painter) reached(b *Bookmark, y doc.Length) {
	if !p.artifact {
		b.Page, b.Y = len(p.e.res.Pages)-1, y
	}
}

// column draws a column from y on, and gives where it ends.
func (p *painter) column(pieces []piece, x, y doc.Length) doc.Length {
	outer := p.part
	p.part = part{}
	for i := range pieces {
		y += pieces[i].before
		p.piece(&pieces[i], x, y)
		y += pieces[i].height + pieces[i].after
	}
	p.endPart()
	p.part = outer
	return y
}

// piece draws one piece. Rows of a table wait until its part on this page, or
// in this cell, is complete.
func (p *painter) piece(pc *piece, x, y doc.Length) {
	if _, ok := pc.box.(*row); !ok {
		p.endPart()
	}
	if pc.box != nil {
		pc.box.draw(p, x, y)
	}
}
