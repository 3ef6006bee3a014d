package docgen

import (
	"slices"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
)

// generalBody gives the body of a paper without fields of its own.
func generalBody(c *Composer, g *plan.General) []doc.Part {
	parts := c.Body("opening", g.Opening, 0)
	parts = append(parts, c.Body("body", g.Body, 0)...)
	parts = append(parts, c.articles("articles", g.Articles)...)
	parts = append(parts, c.Sections("sections", g.Sections, 1)...)
	return append(parts, c.Body("closing", g.Closing, 0)...)
}

// decisionBody gives the articles of a decision or resolution.
func decisionBody(c *Composer, d *plan.Decision) []doc.Part {
	return append(c.Body("body", d.Body, 0), c.articles("articles", d.Articles)...)
}

// decisionFoot puts what is issued with a decision before its annexes.
func decisionFoot(c *Composer, p plan.Paper, before []doc.Part) []doc.Part {
	parts := c.Foot(p, before)
	d, ok := p.(*plan.Decision)
	if !ok || d.Attachment == nil {
		return parts
	}
	first := slices.IndexFunc(parts, func(p doc.Part) bool { _, ok := p.(*doc.Annex); return ok })
	if first < 0 {
		first = len(parts)
	}
	return slices.Insert(parts, first, c.attachment(&d.Header, &d.Footer, d.Attachment))
}

// attachment gives the paper issued with a decision, on pages of its own: its
// letterhead without number and date, its title, its text.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.3.
func (c *Composer) attachment(h *plan.Header, f *plan.Footer, a *plan.Attachment) doc.Part {
	const path = "attachment"
	inner := *c
	inner.found = nil
	inner.scheme = c.schemeOf(field(path, "scheme"), a.Kind, a.Scheme)
	head := c.letterhead(h)
	parts := []doc.Part{
		&doc.Letterhead{At: c.At(path), Superior: head.Superior, Issuer: head.Issuer},
		&doc.Title{At: c.At(field(path, "subject")), Kind: c.r.kind(a.Kind).Name, Subject: title(a.Subject), Reference: c.reference(h, f)},
	}
	parts = append(parts, inner.Body(field(path, "body"), a.Body, 0)...)
	parts = append(parts, inner.articles(field(path, "articles"), a.Articles)...)
	parts = append(parts, inner.Sections(field(path, "sections"), a.Sections, 1)...)
	parts = append(parts, &doc.End{})
	inner.noLevel(parts)
	c.found = append(c.found, inner.found...)
	return &doc.Attachment{At: c.At(path), Kind: a.Kind, Scheme: inner.scheme, Parts: parts}
}

// articles gives a list of Điều with their khoản and điểm.
func (c *Composer) articles(path string, articles []plan.Article) []doc.Part {
	level := c.level("điều")
	parts := make([]doc.Part, 0, len(articles))
	for i := range articles {
		a, at := &articles[i], index(path, i)
		d := &doc.Division{At: c.At(at), Level: level, ID: a.ID, Title: c.heading(field(at, "title"), a.Title)}
		if a.Executes && d.ID == "" {
			d.ID = executes
		}
		text := c.Body(field(at, "text"), a.Text, level)
		if a.Title == "" {
			c.unmarked(field(at, "text"), string(a.Text))
		}
		if p, ok := first(text).(*doc.Prose); ok && a.Title == "" {
			d.Text, text = p.Inlines, text[1:]
		}
		d.Parts = text
		for j := range a.Clauses {
			d.Parts = append(d.Parts, c.clause(index(field(at, "clauses"), j), &a.Clauses[j], level+1))
		}
		if a.Table != nil {
			d.Parts = append(d.Parts, c.Table(field(at, "table"), a.Table))
		}
		parts = append(parts, d)
	}
	return parts
}

func (c *Composer) clause(path string, k *plan.Clause, level int) *doc.Division {
	d := &doc.Division{At: c.At(path), Level: level, ID: k.ID, Title: c.heading(field(path, "title"), k.Title)}
	text := c.Body(field(path, "text"), k.Text, level)
	if k.Title == "" {
		c.unmarked(field(path, "text"), string(k.Text))
	}
	if p, ok := first(text).(*doc.Prose); ok && k.Title == "" {
		d.Text, text = p.Inlines, text[1:]
	}
	d.Parts = text
	for i := range k.Points {
		at := index(field(path, "points"), i)
		d.Parts = append(d.Parts, &doc.Division{
			At: c.At(at), Level: level + 1, ID: k.Points[i].ID, Text: c.lead(field(at, "text"), k.Points[i].Text),
		})
	}
	return d
}

func first(parts []doc.Part) doc.Part {
	if len(parts) == 0 {
		return nil
	}
	return parts[0]
}

// level gives the level of that name in the paper's scheme, 1 where it has none.
func (c *Composer) level(name string) int {
	for i, l := range c.scheme {
		if l.Name == name {
			return i + 1
		}
	}
	return 1
}
