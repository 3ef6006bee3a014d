package svg

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// run is a run of text, and the link that it is.
type run struct {
	*layout.Text
	link *layout.Anchor
}

// appendLine appends the runs of one line that acts begin with, and says how many acts they
// are: each run on the line of the one before, and the link behind a run of its element.
func appendLine(line []run, acts []layout.Act) (_ []run, taken int) {
	for taken < len(acts) {
		t, ok := acts[taken].(*layout.Text)
		if !ok || len(line) > 0 && !continues(t, line[len(line)-1].Text) {
			break
		}
		r := run{Text: t}
		taken++
		if taken < len(acts) {
			if a, ok := acts[taken].(*layout.Anchor); ok && a.Elem == t.Elem {
				r.link = a
				taken++
			}
		}
		line = append(line, r)
	}
	return line, taken
}

// continues reports whether a run stands on the line of the one before: further on in
// the same block, and no higher or lower than the mark of a footnote. Words of a drawing
// stand each alone.
func continues(t, before *layout.Text) bool {
	rise := max(t.Y-before.Y, before.Y-t.Y)
	return t.Of != nil && t.Of == before.Of && t.Elem != nil && t.Elem.Role != figure &&
		t.X > before.X && 2*rise < max(t.Size, before.Size)
}

// line writes the runs of a line as one element.
func (p *painter) line(runs []run) {
	first := runs[0].Text
	simple := len(runs) == 1 && runs[0].link == nil && first.Space == 0 && heard(first) == ""
	p.raw(`<text xml:space="preserve"`) // browsers do not inherit it
	if simple {
		p.length("x", first.X)
	}
	p.length("y", first.Y)
	p.look(first, &layout.Text{})
	p.source(first.Of)
	if first.Elem == nil {
		p.raw(` aria-hidden="true"`)
	}
	p.raw(">")
	base := first.Y
	for _, r := range runs {
		if r.Size <= 0 {
			p.fail(fmt.Errorf("text %q has size %s", r.S, r.Size))
		}
		if simple {
			p.text(lines.Plain(r.S))
			break
		}
		if r.link != nil {
			p.open(r.link)
			p.raw(">")
		}
		p.words(r.Text, first, &base)
		if r.link != nil {
			p.raw("</a>")
		}
	}
	p.raw("</text>\n")
}

// words writes a run. Where its spaces are stretched, each word has a place of its own:
// not all viewers stretch spaces, and those that do stretch no-break ones too. What is as
// in the first run of the line, and the baseline when it is base, need not be said.
func (p *painter) words(t, first *layout.Text, base *doc.Length) {
	var width, spaces doc.Length // of what stands before the word, in 1/2048 of the size
	for rest := t.S; rest != ""; {
		word := rest
		if i := strings.IndexByte(rest, ' '); i >= 0 && t.Space != 0 {
			word = rest[:i+1]
		}
		rest = rest[len(word):]
		p.raw("<tspan").length("x", t.X+t.Size*width/font.Em+t.Space*spaces)
		if t.Y != *base {
			p.length("y", t.Y)
			*base = t.Y
		}
		p.look(t, first)
		if s := heard(t); s != "" {
			p.raw(` role="img"`).attribute("aria-label", s)
		}
		p.raw(">").text(lines.Plain(word)).raw("</tspan>")
		width += doc.Length(lines.Width(p.d.fonts, t.Style, word))
		spaces++
	}
}

// heard is what is heard in place of a run, such as a dotted line to be filled.
func heard(t *layout.Text) string {
	if t.Elem == nil {
		return ""
	}
	return t.Elem.ActualText
}

// look writes how a run looks, as far as it does not look like another.
func (p *painter) look(t, like *layout.Text) {
	if t.Size != like.Size {
		p.length("font-size", t.Size)
	}
	weight, slope := looks(t.Style)
	weightBefore, slopeBefore := looks(like.Style)
	if weight != weightBefore {
		p.attribute("font-weight", weight)
	}
	if slope != slopeBefore {
		p.attribute("font-style", slope)
	}
	if t.Color != like.Color {
		p.color("fill", t.Color)
	}
}

// source writes where a line comes from, as far as that is known.
func (p *painter) source(of *flow.Paragraph) {
	if of == nil {
		return
	}
	at := flow.Known(of.At)
	if at.Path != "" {
		p.attribute("data-path", at.Path)
	}
	if at.IsValid() {
		p.attribute("data-line", strconv.Itoa(at.Line))
		p.attribute("data-column", strconv.Itoa(at.Column))
	}
}
