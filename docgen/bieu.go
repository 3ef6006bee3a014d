package docgen

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
)

// form returns a list, slip or table that goes with papers: names of bodies, title, text,
// signatures.
func (c *Composer) form(p *plan.Form) *doc.Document {
	h := &p.Header
	d := &doc.Document{Standard: h.Standard, Kind: h.Kind, Scheme: c.scheme, Meta: c.meta(h, &p.Footer)}
	d.Meta.Title, d.Meta.Kind = strings.TrimSpace(p.Title+" "+h.Subject), p.Title
	if p.Landscape {
		d.Parts = append(d.Parts, &doc.PageStyle{At: c.At("landscape"), Landscape: true})
	}
	head := c.letterhead(h)
	head.Number = nil
	if p.NoDate {
		head.Place = nil
	}
	subject := c.subjectInlines(c.subject("subject", p.Title, h.Subject), h.SubjectLines, p.Title)
	d.Parts = append(d.Parts, head,
		&doc.Title{At: c.At("title"), Kind: p.Title, Subject: subject, Reference: c.Line("reference", p.Reference)})
	d.Parts = append(d.Parts, c.Body("body", p.Body, 0)...)
	d.Parts = append(d.Parts, c.Sections("sections", p.Sections, 1)...)
	if foot := c.signed(h, &p.Footer, nil); foot != nil {
		d.Parts = append(d.Parts, foot)
	}
	c.noLevel(d.Parts)
	return d
}
