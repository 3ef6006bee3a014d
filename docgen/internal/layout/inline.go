package layout

import (
	"fmt"
	"strconv"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// run is a stretch of a paragraph in one look and one element. Adjacent text
// that agrees in both is one run.
type run struct {
	kind runKind
	s    string
	look
	of    *flow.Paragraph
	elem  *Element
	link  *link
	blank *doc.Blank // blankRun, or a textRun that is its value
	note  *note      // whose mark it is
}

// runKind says what a run does on its line.
type runKind uint8

const (
	textRun   runKind = iota
	tabRun            // goes on to the next stop
	breakRun          // ends the line
	blankRun          // keeps a width free
	numberRun         // number of the page, known when the line is drawn
)

// look is how text is drawn.
type look struct {
	size  doc.Length
	rise  doc.Length // above the baseline
	color doc.Color
	style font.Style
}

// longRun is the length in bytes from which a run is not made longer: joining
// many small texts would take the square of their number.
const longRun = 4096

// link is where text leads to.
type link struct{ url, target, alt string }

// markRise is how high the mark of a footnote stands, in hundredths of the size of the
// text: what LibreOffice does with a superscript.
const markRise = 33

// blankHeard is what a screen reader says in place of a blank.
const blankHeard = "(để trống)"

// gatherer turns the inlines of a paragraph into runs, in e.runs.
type gatherer struct {
	e     *engine
	label *Element // of its Label; nil: the label is part of the text
	scope scope
	notes []*note
}

func lookOf(f flow.Font) look {
	return look{style: font.StyleOf(f.Bold, f.Italic), size: f.Size, color: f.Color}
}

// text appends s, joining it to the run before where nothing differs.
func (g *gatherer) text(s string, r run) {
	if s == "" {
		return
	}
	if n := len(g.e.runs); n > 0 {
		if last := &g.e.runs[n-1]; last.kind == textRun && last.look == r.look && last.elem == r.elem &&
			last.link == r.link && last.blank == nil && last.note == nil && r.blank == nil && r.note == nil &&
			len(last.s) < longRun {
			last.s += s
			return
		}
	}
	r.s = s
	g.e.runs = append(g.e.runs, r)
}

// inlines appends a list of inlines that are drawn like r.
func (g *gatherer) inlines(list []doc.Inline, r run) error {
	for _, in := range list {
		if err := g.inline(in, r); err != nil {
			return err
		}
	}
	return nil
}

func (g *gatherer) inline(in doc.Inline, r run) error {
	switch in := in.(type) {
	case *doc.Text:
		g.text(in.S, r)
	case *doc.Strong:
		r.style = font.Inside(in, r.style)
		return g.inlines(in.Inlines, r)
	case *doc.Emph:
		r.style = font.Inside(in, r.style)
		return g.inlines(in.Inlines, r)
	case *doc.Upright:
		r.style = font.Inside(in, r.style)
		return g.inlines(in.Inlines, r)
	case *doc.Label:
		if g.label != nil {
			r.elem = g.label
		}
		return g.inlines(in.Inlines, r)
	case *doc.LineBreak:
		r.kind = breakRun
		g.e.runs = append(g.e.runs, r)
	case *doc.Tab:
		r.kind = tabRun
		g.e.runs = append(g.e.runs, r)
	case *doc.Blank:
		r.blank = in
		if in.Value != "" {
			g.text(in.Value, r)
			return nil
		}
		if in.Leader != 0 {
			g.e.advance(g.scope.at, r.style, in.Leader)
		}
		r.kind = blankRun
		r.elem = g.e.tree.blank(r.elem)
		g.e.runs = append(g.e.runs, r)
	case *doc.Note:
		return g.note(in, r)
	case *doc.Link:
		return g.link(in.Inlines, &link{url: in.URL, alt: in.URL}, r)
	case *doc.Ref:
		if in.ID == "" {
			return g.inlines(in.Inlines, r)
		}
		return g.link(in.Inlines, &link{target: in.ID, alt: plain(in.Inlines)}, r)
	case *doc.PageNumber:
		r.kind = numberRun
		g.e.runs = append(g.e.runs, r)
	default:
		return fmt.Errorf("unknown inline %T", in)
	}
	return nil
}

func (g *gatherer) link(list []doc.Inline, l *link, r run) error {
	if l.url == "" && l.target == "" {
		return g.inlines(list, r)
	}
	r.link = l
	if r.elem != nil {
		r.elem = g.e.tree.add(r.elem, "Link")
		r.elem.Alt = l.alt
	}
	if l.target != "" {
		g.e.targets = append(g.e.targets, target{g.scope.at, l.target})
	}
	return g.inlines(list, r)
}

// note appends the mark of a footnote and keeps its text for later: a
// paragraph is lowered one at a time.
func (g *gatherer) note(in *doc.Note, r run) error {
	if g.scope.noNotes != "" {
		return fmt.Errorf("a footnote cannot stand in %s", g.scope.noNotes)
	}
	mark := r
	mark.style &^= font.Italic
	mark.rise = r.size * markRise / 100
	mark.size = r.size * lines.NoteMark / 100
	if r.elem != nil {
		mark.elem = g.e.tree.add(r.elem, "Reference")
	}
	if len(in.Inlines) > 0 { // else its text stands at another mark
		n := &note{src: in}
		mark.note = n
		g.notes = append(g.notes, n)
		if r.elem != nil {
			n.elem = g.e.tree.note(r.elem)
		}
	}
	g.text(strconv.Itoa(in.Number), mark)
	return nil
}
