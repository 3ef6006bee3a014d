package docgen

import (
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
)

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
	parts := c.Body(field(path, "introduction"), f.introduction, level)
	parts = append(parts, block(level)...)
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
