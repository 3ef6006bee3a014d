package pdf

import (
	"cmp"
	"fmt"

	"github.com/vanban-go/vanban/docgen/internal/layout"
)

// link is an annotation that leads somewhere.
type link struct {
	page   int
	anchor *layout.Anchor
	target *layout.Bookmark // nil: a URL
}

// anchor takes down a link; annotations are written by the finisher.
func (p *painter) anchor(a *layout.Anchor) error {
	target, err := p.d.pages.Target(a)
	if err != nil {
		return err
	}
	if p.d.tree != nil {
		if a.Elem == nil || a.Elem.Role != "Link" {
			return fmt.Errorf("a link to %q has no element of role Link", a.URL+a.Target)
		}
		n, err := p.d.tree.find(a.Elem)
		if err != nil {
			return err
		}
		node := &p.d.tree.nodes[n]
		node.links = append(node.links, int32(len(p.d.links)))
	}
	p.d.links = append(p.d.links, link{p.page, a, target})
	return nil
}

// writeLink writes an annotation. Its key in the ParentTree is -1 in a file
// without tags.
func (d *document) writeLink(f *file, id int, l link, key int, pages []int) {
	height := d.pages.Pages[l.page].Height
	a := l.anchor
	f.begin(id).str("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect")
	f.corners(a.X, height-a.Y-a.Height, a.X+a.Width, height-a.Y)
	says := a.Alt
	if l.target != nil {
		f.str("/Dest")
		d.destination(f, l.target, pages)
		says = cmp.Or(says, l.target.Title)
	} else {
		f.str("/A<</S/URI/URI")
		f.buf = appendLiteral(f.buf, asciiURL(a.URL))
		f.str(">>")
		says = cmp.Or(says, a.URL)
	}
	f.str("/Contents").text(says)
	if key >= 0 {
		f.str("/StructParent ").num(key)
	}
	f.str(">>").end()
}

// destination writes the place of a bookmark.
func (d *document) destination(f *file, b *layout.Bookmark, pages []int) {
	f.str("[").num(pages[b.Page])
	f.str(" 0 R/XYZ 0 ").length(d.pages.Pages[b.Page].Height - b.Y).str(" null]")
}

// asciiURL writes what a URL may not hold as percent signs and digits.
func asciiURL(url string) []byte {
	b := make([]byte, 0, len(url))
	for _, c := range []byte(url) {
		if c <= ' ' || c >= 0x7f {
			b = append(b, '%', hex[c>>4], hex[c&15])
			continue
		}
		b = append(b, c)
	}
	return b
}
