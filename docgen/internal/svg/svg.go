// Package svg writes laid-out pages as SVG files, one a page, for screens: previews,
// editors, web pages.
//
//	files, err := svg.Write(pages, fonts, svg.Options{Title: "Kế hoạch"})
//
// A page looks as it does in PDF. Text is text: it can be selected, searched and heard,
// and each line says in data-path, data-line and data-column where in the YAML it comes
// from. A file stands alone: fonts and pictures are in it, and there is no script. All
// pages of a document carry the same fonts, under a name made of what they hold, so that
// pages that are put into one web page agree with each other and with those of others.
//
// The way through the package: [Write] makes the fonts (faces.go) and draws each page,
// act by act (page.go); acts of one line of text become one element (line.go).
//
// The same input gives the same bytes.
package svg

import (
	"cmp"
	"errors"
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/docgen/internal/xmltext"
)

// Options are what the files say of themselves. The zero value is usable.
type Options struct {
	Title    string // of the document; empty: "Văn bản"
	Language string // empty: vi
}

// Write gives the files of the pages, in order. A letter that its face lacks is a
// [*font.MissingGlyphError].
func Write(r *layout.Result, fonts *font.Set, o Options) ([][]byte, error) {
	if r == nil || len(r.Pages) == 0 {
		return nil, errors.New("write svg: there are no pages")
	}
	o = Options{Title: cmp.Or(o.Title, "Văn bản"), Language: cmp.Or(o.Language, "vi")}
	f, err := newFaces(r, fonts)
	if err != nil {
		return nil, fmt.Errorf("write svg: %w", err)
	}
	d := &document{pages: r, fonts: fonts, options: o, faces: f}
	if d.places, err = targets(r); err != nil {
		return nil, fmt.Errorf("write svg: %w", err)
	}
	files := make([][]byte, len(r.Pages))
	for i := range r.Pages {
		if files[i], err = d.page(i); err != nil {
			return nil, fmt.Errorf("write svg: page %d: %w", i+1, err)
		}
	}
	return files, nil
}

// document is what the pages share.
type document struct {
	pages   *layout.Result
	fonts   *font.Set
	options Options
	faces   faces
	places  []*layout.Bookmark // that links lead to
}

// targets gives the places that links lead to, in order of the outline.
func targets(r *layout.Result) ([]*layout.Bookmark, error) {
	wanted := make(map[*layout.Bookmark]bool)
	for i, page := range r.Pages {
		for _, act := range page.Acts {
			if a, ok := act.(*layout.Anchor); ok {
				b, err := r.Target(a)
				if err != nil {
					return nil, fmt.Errorf("page %d: %w", i+1, err)
				}
				wanted[b] = true
			}
		}
	}
	var list []*layout.Bookmark
	for _, b := range r.Outline {
		if wanted[b] {
			list = append(list, b)
		}
	}
	return list, nil
}

// page gives the file of page i.
func (d *document) page(i int) ([]byte, error) {
	page := d.pages.Pages[i]
	if page.Width <= 0 || page.Height <= 0 {
		return nil, fmt.Errorf("the paper is %s by %s", page.Width, page.Height)
	}
	p := &painter{d: d, b: make([]byte, 0, len(d.faces.rules)+128*len(page.Acts)+1024)}
	p.raw(`<svg xmlns="http://www.w3.org/2000/svg"`).attribute("lang", d.options.Language)
	p.attribute("xml:lang", d.options.Language)
	p.b = fmt.Appendf(p.b, ` width="%.7gmm" height="%.7gmm" viewBox="0 0 `, page.Width.MM(), page.Height.MM())
	p.b = page.Width.AppendPt(p.b)
	p.raw(" ")
	p.b = page.Height.AppendPt(p.b)
	p.raw("\">\n<title>")
	p.text(fmt.Sprintf("%s, trang %d/%d", d.options.Title, i+1, len(d.pages.Pages))).raw("</title>\n")
	if len(d.faces.rules) > 0 {
		p.raw("<style>")
		p.b = append(p.b, d.faces.rules...)
		p.raw("</style>\n")
	}
	p.raw(`<rect width="100%" height="100%" fill="#fff"/>` + "\n")
	for _, b := range d.places {
		if b.Page == i {
			p.place(b)
		}
	}
	p.raw(`<g font-family="` + d.faces.family + `" text-rendering="geometricPrecision">` + "\n")
	p.acts(page.Acts)
	p.raw("</g>\n</svg>\n")
	return p.b, p.err
}

// idOf is the name of a place that links lead to. What it begins with keeps it apart
// from the names of a web page that the page may be put into.
func idOf(target string) string { return "vanban-" + target }

// place writes the end of links: nothing that is seen, as high up as the place.
func (p *painter) place(b *layout.Bookmark) {
	p.raw("<rect").attribute("id", idOf(b.ID)).length("y", b.Y)
	p.raw(` width="1" height="1" fill="none"/>` + "\n")
}

// painter writes one page.
type painter struct {
	d   *document
	b   []byte
	err error // the first of what cannot be drawn, such as a text that XML cannot hold

	figure *layout.Element // picture whose group is open
	runs   []run           // of the line that is being written
}

// What writes gives the painter back, so that the attributes of an element stand in one line.

func (p *painter) raw(s string) *painter {
	p.b = append(p.b, s...)
	return p
}

// fail keeps the first error.
func (p *painter) fail(err error) {
	if p.err == nil {
		p.err = err
	}
}

// text writes escaped text.
func (p *painter) text(s string) *painter {
	p.fail(xmltext.Check(s))
	p.b = xmltext.Append(p.b, s)
	return p
}

// attribute writes an attribute with an escaped value.
func (p *painter) attribute(name, value string) *painter {
	return p.raw(" ").raw(name).raw(`="`).text(value).raw(`"`)
}

// length writes an attribute that is a length in points.
func (p *painter) length(name string, l doc.Length) *painter {
	p.raw(" ").raw(name).raw(`="`)
	p.b = l.AppendPt(p.b)
	return p.raw(`"`)
}

// color writes an attribute that is a colour.
func (p *painter) color(name string, c doc.Color) *painter {
	p.b = fmt.Appendf(p.b, ` %s="#%06x"`, name, uint32(c))
	return p
}
