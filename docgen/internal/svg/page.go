package svg

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // the two kinds of pictures that there are
	_ "image/png"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/layout"
)

// acts draws a page. Acts of one figure are one picture to who does not see it.
func (p *painter) acts(acts []layout.Act) {
	for len(acts) > 0 && p.err == nil {
		n := 1
		switch a := acts[0].(type) {
		case *layout.Text:
			p.enter(a.Elem)
			p.runs, n = appendLine(p.runs[:0], acts)
			p.line(p.runs)
		case *layout.Line:
			p.enter(a.Elem)
			p.raw("<line").length("x1", a.X1).length("y1", a.Y1).length("x2", a.X2).length("y2", a.Y2)
			p.color("stroke", a.Color).length("stroke-width", a.Thickness).raw("/>\n")
		case *layout.Rect:
			p.enter(a.Elem)
			p.raw("<rect").length("x", a.X).length("y", a.Y).length("width", a.Width).length("height", a.Height)
			p.ink(a.Fill, a.Color, a.Thickness)
			p.raw("/>\n")
		case *layout.Path:
			p.enter(a.Elem)
			p.path(a)
		case *layout.Image:
			p.enter(a.Elem)
			p.image(a)
		case *layout.Anchor:
			p.enter(a.Elem)
			p.area(a)
		default:
			p.fail(fmt.Errorf("unknown act %T", a))
		}
		acts = acts[n:]
	}
	p.enter(nil)
}

// path draws an outline, or what is inside an odd number of them.
func (p *painter) path(a *layout.Path) {
	p.raw(`<path d="`)
	point := func(x, y doc.Length) {
		p.b = (a.X + x).Round(doc.Point / 100).AppendPt(p.b)
		p.b = append(p.b, ' ')
		p.b = (a.Y + y).Round(doc.Point / 100).AppendPt(p.b)
	}
	for i := range a.Steps {
		s := &a.Steps[i]
		switch {
		case s.Move || i == 0:
			p.raw("M")
		case s.Curved:
			p.raw("C")
			point(s.X1, s.Y1)
			p.raw(" ")
			point(s.X2, s.Y2)
			p.raw(" ")
		default:
			p.raw("L")
		}
		point(s.X, s.Y)
	}
	p.raw(`"`)
	if a.Fill {
		p.raw(` fill-rule="evenodd"`)
	}
	p.ink(a.Fill, a.Color, a.Thickness)
	p.raw("/>\n")
}

// ink says how a shape is drawn: as an area, or as its outline.
func (p *painter) ink(fill bool, c doc.Color, thickness doc.Length) {
	if fill {
		p.color("fill", c)
		return
	}
	p.raw(` fill="none"`).color("stroke", c).length("stroke-width", thickness)
}

// figure is the role of elements that are seen, not read.
const figure = "Figure"

// enter opens the group of a figure and closes that of the one before.
func (p *painter) enter(e *layout.Element) {
	if e != nil && e.Role != figure {
		e = nil
	}
	if e == p.figure {
		return
	}
	if p.figure != nil {
		p.raw("</g>\n")
	}
	if p.figure = e; e != nil {
		p.raw(`<g role="img"`).attribute("aria-label", e.Alt).raw(">\n")
	}
}

// image draws a picture.
func (p *painter) image(a *layout.Image) {
	if a.Picture == nil {
		p.fail(errors.New("an image act has no picture"))
		return
	}
	_, kind, err := image.DecodeConfig(bytes.NewReader(a.Picture.Data))
	if err == nil && kind != "png" && kind != "jpeg" {
		err = fmt.Errorf("%s is neither PNG nor JPEG", kind)
	}
	if err != nil {
		p.fail(fmt.Errorf("picture %s: %w", a.Picture.Name, err))
	}
	p.raw("<image").length("x", a.X).length("y", a.Y).length("width", a.Width).length("height", a.Height)
	if a.Elem == nil {
		p.raw(` aria-hidden="true"`)
	}
	p.raw(` preserveAspectRatio="none" href="data:image/` + kind + `;base64,`)
	p.b = base64.StdEncoding.AppendEncode(p.b, a.Picture.Data)
	p.raw("\"/>\n")
}

// open writes the start tag of a link, without its end. A link to another page leads
// there where all pages are in one web page.
func (p *painter) open(a *layout.Anchor) {
	href := a.URL
	if href == "" {
		href = "#" + idOf(a.Target)
	} else if !isAddress(href) {
		p.fail(fmt.Errorf("a link leads to %q, which is no web or mail address", href))
	}
	p.raw("<a").attribute("href", href)
}

// isAddress reports whether a URL is one that may stand in a web page: others run programs.
func isAddress(url string) bool {
	return slices.ContainsFunc([]string{"https://", "http://", "mailto:"}, func(s string) bool { return strings.HasPrefix(url, s) })
}

// area draws a link that has no text of its own.
func (p *painter) area(a *layout.Anchor) {
	p.open(a)
	p.attribute("aria-label", a.Alt)
	p.raw("><rect").length("x", a.X).length("y", a.Y).length("width", a.Width).length("height", a.Height)
	p.raw(` fill="none" pointer-events="all"/></a>` + "\n")
}
