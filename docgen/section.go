package docgen

import (
	"slices"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
)

// sectioned gives the body of a plan or report: opening, sections in the order wanted, and what
// has no section.
func sectioned[S any](c *Composer, opening plan.Prose, sections []S, section func(path string, s *S) []doc.Part,
	body plan.Prose, articles []plan.Article, closing plan.Prose) []doc.Part {
	parts := c.Body("opening", opening, 0)
	for i := range sections {
		parts = append(parts, section(index("sections", i), &sections[i])...)
	}
	return slices.Concat(parts, c.Body("body", body, 0), c.articles("articles", articles), c.Body("closing", closing, 0))
}

// sectionFrame is what the sections of plans and of reports have in common: all but
// their typed block.
type sectionFrame struct {
	id, heading  string
	introduction plan.Prose
	body         plan.Prose
	table        *plan.Table
	sections     []plan.Section
	closing      plan.Prose
}

// framed gives a section as a division of level 1, or its parts alone when it is
// free text without a title. block gives the typed block below that level.
func (c *Composer) framed(path string, f *sectionFrame, block func(level int) []doc.Part) []doc.Part {
	level := 1
	if f.heading == "" {
		level = 0
	}
	parts := append(c.Body(field(path, "introduction"), f.introduction, level), block(level)...)
	switch {
	case f.body != "":
		parts = append(parts, c.Body(field(path, "body"), f.body, level)...)
	case f.table != nil:
		parts = append(parts, c.Table(field(path, "table"), f.table))
	case len(f.sections) > 0:
		parts = append(parts, c.Sections(field(path, "sections"), f.sections, level+1)...)
	}
	parts = append(parts, c.Body(field(path, "closing"), f.closing, level)...)
	if level == 0 {
		return parts
	}
	return []doc.Part{&doc.Division{At: c.At(path), Level: 1, ID: f.id, Title: c.heading(path, "title", f.heading), Parts: parts}}
}
