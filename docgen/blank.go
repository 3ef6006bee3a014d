package docgen

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
)

// A blank inside a template's text is written with two private-use characters
// around its name. Files that hold such characters are refused, so that no data
// can be taken for one.
const (
	blankOpen  = "\ue000"
	blankClose = "\ue001"
)

// blankMark gives the text that becomes a blank of that name.
func blankMark(name string) string { return blankOpen + name + blankClose }

// escaped makes s plain text in the eyes of the reader of marks.
func escaped(s string) marked { return marked(markup.Escape(s)) }

// fillBlanks puts blanks in place of their marks in plain text.
func (c *Composer) fillBlanks(in []doc.Inline) []doc.Inline {
	var out []doc.Inline
	for i, x := range in {
		t, ok := x.(*doc.Text)
		if !ok || !strings.Contains(t.S, blankOpen) {
			if out != nil {
				out = append(out, x)
			}
			continue
		}
		if out == nil {
			out = append(out, in[:i]...)
		}
		rest := t.S
		for {
			before, after, found := strings.Cut(rest, blankOpen)
			if before != "" {
				out = append(out, &doc.Text{S: before})
			}
			if !found {
				break
			}
			var name string
			name, rest, _ = strings.Cut(after, blankClose)
			width := c.profile.Head.DayBlank
			switch name {
			case "number":
				width = c.profile.Head.NumberBlank
			case "year":
				width = c.profile.Head.YearBlank
			}
			out = append(out, &doc.Blank{Name: "reference." + name, Width: width})
		}
	}
	if out == nil {
		return in
	}
	return out
}
