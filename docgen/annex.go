package docgen

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/vi"
)

// annex gives an annex "phụ lục" of the paper, with the line that says what it goes with.
func (c *Composer) annex(path string, h *plan.Header, f *plan.Footer, a *plan.Annex) *doc.Annex {
	out := &doc.Annex{
		At: c.At(path), ID: a.ID, Numbered: true, Label: "Phụ lục", Landscape: a.Landscape,
		Title: title(c.annexTitle(field(path, "title"), a)), Note: c.annexNote(field(path, "note"), h, f, a.Note),
		Reference: c.reference(h, f),
	}
	switch a.Label {
	case "":
	case plan.NoLabel:
		out.Label, out.Numbered = "", false
	default:
		out.Label, out.Numbered = a.Label, false
	}
	kind := annexKind
	if len(a.Articles) > 0 {
		kind = regulationKind
	}
	out.Scheme = c.schemeOf(field(path, "scheme"), kind, a.Scheme)
	out.Parts = c.inside(out.Scheme, Shape{}, func(c *Composer) []doc.Part {
		parts := append(c.Body(field(path, "body"), a.Body, 0), c.articles(field(path, "articles"), a.Articles)...)
		if a.Table != nil {
			parts = append(parts, c.Table(field(path, "table"), a.Table))
		}
		return append(parts, c.Sections(field(path, "sections"), a.Sections, 1)...)
	})
	c.ownAnnex(h, f, a, out.Parts)
	if !isForm(a, out.Parts) {
		out.Parts = append(out.Parts, &doc.End{})
	}
	return out
}

// Kinds whose numbering an annex has: its own, or that of a regulation where it
// consists of articles.
const (
	annexKind      = "phu-luc"
	regulationKind = "quy-che"
)

// inside lets a part of the paper that has a numbering of its own be made.
func (c *Composer) inside(scheme doc.Scheme, shape Shape, fill func(inner *Composer) []doc.Part) []doc.Part {
	inner := *c
	inner.found, inner.scheme, inner.kind.Shape.Upright = nil, scheme, shape.Upright
	parts := fill(&inner)
	inner.noLevel(parts)
	c.found = append(c.found, inner.found...)
	return parts
}

// isForm reports whether an annex is a form to be filled in: a sample by its name, by two blanks or
// more, or by a row of a table that is empty behind its number. No mark ends its text.
func isForm(a *plan.Annex, parts []doc.Part) bool {
	for _, name := range [...]string{a.Label, a.Title} {
		if strings.HasPrefix(vi.Lower(name), "mẫu ") {
			return true
		}
	}
	return blanks(parts) >= 2
}

// blanks counts the paragraphs that hold a blank to be filled.
func blanks(parts []doc.Part) int {
	n := 0
	count := func(in []doc.Inline) {
		if markup.HasBlank(plainText(in)) {
			n++
		}
	}
	for _, p := range parts {
		switch p := p.(type) {
		case *doc.Prose:
			count(p.Inlines)
		case *doc.Division:
			count(p.Text)
			n += blanks(p.Parts)
		case *doc.DataTable:
			if slices.ContainsFunc(p.Rows[p.Header:], isEmptyRow) {
				n += 2
			}
		}
	}
	return n
}

// isEmptyRow reports whether a row of three cells or more has words in the first at most.
func isEmptyRow(row doc.DataRow) bool {
	return len(row.Cells) > 2 && !slices.ContainsFunc(row.Cells[1:], func(c doc.DataCell) bool { return len(c.Lines) > 0 })
}

// reference returns the line "(Kèm theo Quyết định số ... ngày ... của ...)",
// with blanks for what is not known yet.
func (c *Composer) reference(h *plan.Header, f *plan.Footer) []doc.Inline {
	by := h.Issuer.Name
	if c.kind.Shape.Decides {
		by = vi.UpperFirst(c.decider(h, f))
	}
	in, lead := doc.T("(Kèm theo "+c.kind.Name+" "), ""
	if !c.kind.Shape.NoNumber && !h.NoNumber {
		in = append(doc.T("(Kèm theo "+c.kind.Name+" số "),
			&doc.Blank{Name: "reference.number", Value: c.number(h), Width: c.profile.Head.NumberBlank})
		lead = c.behindNumber(h) + " "
	}
	in = append(in, c.profile.Head.DateLine(lead, "reference.", h.Date.Year, h.Date.Month, h.Date.Day)...)
	return append(in, &doc.Text{S: " của " + by + ")"})
}
