package docgen

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
)

// generalBody gives the body of a paper without fields of its own.
func generalBody(c *Composer, g *plan.General) []doc.Part {
	return slices.Concat(c.Body("opening", g.Opening, 0), c.Body("body", g.Body, 0), c.articles("articles", g.Articles),
		c.Sections("sections", g.Sections, 1), c.Body("closing", g.Closing, 0))
}

// decisionBody gives the articles of a decision or resolution.
func decisionBody(c *Composer, d *plan.Decision) []doc.Part {
	body := c.Body("body", d.Body, 0)
	if order := c.kind.Shape.Order; order != "" && len(body) > 0 {
		// "QUYẾT ĐỊNH:" pasted with the articles stands above them already.
		if p, ok := body[0].(*doc.Prose); ok {
			if rest, ok := phrase.CutWords(plainText(p.Inlines), strings.TrimSuffix(order, ":")); ok && rest == "" {
				c.typedOwn("body", plainText(p.Inlines))
				body = body[1:]
			}
		}
	}
	return append(body, c.articles("articles", d.Articles)...)
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

// attachment returns the paper issued with a decision, on pages of its own: its
// letterhead without number and date, its title, its text.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.3.
func (c *Composer) attachment(h *plan.Header, f *plan.Footer, a *plan.Attachment) doc.Part {
	const path = "attachment"
	kind := c.r.Kind(a.KindID())
	scheme := c.schemeOf(field(path, "scheme"), a.KindID(), a.Scheme)
	head := c.letterhead(h)
	parts := []doc.Part{
		&doc.Letterhead{At: c.At(path), Superior: head.Superior, Issuer: head.Issuer},
		&doc.Title{
			At: c.At(field(path, "subject")), Kind: a.Name(),
			Subject: title(c.subject(field(path, "subject"), a.Name(), a.Subject)), Reference: c.reference(h, f),
		},
	}
	text := c.inside(scheme, kind.Shape, func(c *Composer) []doc.Part {
		return slices.Concat(c.Body(field(path, "body"), a.Body, 0), c.articles(field(path, "articles"), a.Articles),
			c.Sections(field(path, "sections"), a.Sections, 1))
	})
	c.ownAttachment(h, f, a, text)
	parts = append(append(parts, text...), &doc.End{})
	return &doc.Attachment{At: c.At(path), Kind: a.KindID(), Scheme: scheme, Parts: parts}
}

// articles returns a list of Điều with their khoản and điểm.
func (c *Composer) articles(path string, articles []plan.Article) []doc.Part {
	level := c.level("điều")
	return each(path, articles, func(at string, a *plan.Article) *doc.Division {
		d := &doc.Division{At: c.At(at), Level: level, ID: a.ID, Title: c.heading(at, "title", a.Title)}
		if a.Executes && d.ID == "" {
			d.ID = executes
		} else if a.Executes {
			c.executes = d.ID
		}
		d.Text, d.Parts = c.article(field(at, "text"), a.Text, level, a.Title == "")
		d.Parts = append(d.Parts, each(field(at, "clauses"), a.Clauses,
			func(at string, k *plan.Clause) *doc.Division { return c.clause(at, k, level+1) })...)
		if a.Table != nil {
			d.Parts = append(d.Parts, c.Table(field(at, "table"), a.Table))
		}
		return d
	})
}

func (c *Composer) clause(path string, k *plan.Clause, level int) *doc.Division {
	d := &doc.Division{At: c.At(path), Level: level, ID: k.ID, Title: c.heading(path, "title", k.Title)}
	d.Text, d.Parts = c.article(field(path, "text"), k.Text, level, k.Title == "")
	d.Parts = append(d.Parts, each(field(path, "points"), k.Points, func(at string, p *plan.Point) *doc.Division {
		point := &doc.Division{At: c.At(at), Level: level + 1, ID: p.ID}
		point.Text, point.Parts = c.lead(field(at, "text"), p.Text, level+1, true)
		return point
	})...)
	return d
}

// article reads the text of a điều or khoản. Without a title it stands right behind a
// computed number: it may consist of marked lines, but not begin with a number of its
// own level, nor be a single marked line.
func (c *Composer) article(path string, text plan.Prose, level int, bare bool) ([]doc.Inline, []doc.Part) {
	if !bare {
		return nil, c.Body(path, text, level)
	}
	alone := markup.IsOneLine(string(text))
	own := level <= len(c.scheme) && markup.OpensLike(string(text), &c.scheme[level-1])
	return c.lead(path, text, level, alone || own)
}

// level returns the level of that name in the paper's scheme, 1 where it has none.
func (c *Composer) level(name string) int {
	for i, l := range c.scheme {
		if l.Name == name {
			return i + 1
		}
	}
	return 1
}
