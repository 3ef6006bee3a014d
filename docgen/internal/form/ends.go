package form

import (
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/plan/diag"
)

// semicolon and stop are the marks that the decree sets at the ends of a list's entries.
const (
	semicolon = ";"
	stop      = "."
)

// listMark is the mark of entry i of n.
func listMark(i, n int) string {
	if i == n-1 {
		return stop
	}
	return semicolon
}

// ended gives inlines that end in a mark: the writer's own is taken off. Behind a blank
// to be filled, "v.v.", a web address, "!", "?" and ":" no full stop is set, and a hint
// says so.
func (f *former) ended(at diag.Pos, in []doc.Inline, mark string) []doc.Inline {
	out, open := withoutEnd(in)
	if open && mark != semicolon {
		f.found.Add(&diag.Diagnostic{
			Pos: at, Level: diag.Info, Rule: ruleOpenEnd, Found: lastWord(in),
			Message: fmt.Sprintf("sau %q không ghi thêm dấu %q", lastWord(in), mark),
		})
		return out
	}
	if n := len(out); n > 0 {
		if t, ok := out[n-1].(*doc.Text); ok {
			out[n-1] = &doc.Text{S: t.S + mark}
			return out
		}
	}
	return append(out, &doc.Text{S: mark})
}

// withoutEnd gives inlines without the mark at their end, and whether no full stop may
// follow them.
func withoutEnd(in []doc.Inline) (out []doc.Inline, open bool) {
	out = make([]doc.Inline, len(in), len(in)+1)
	copy(out, in)
	if len(out) == 0 {
		return out, false
	}
	last := &out[len(out)-1]
	var inner []doc.Inline
	switch n := (*last).(type) {
	case *doc.Text:
		s, open := markup.EndOf(n.S)
		*last = &doc.Text{S: s}
		return out, open
	case *doc.Strong:
		inner, open = withoutEnd(n.Inlines)
		*last = &doc.Strong{Inlines: inner}
	case *doc.Emph:
		inner, open = withoutEnd(n.Inlines)
		*last = &doc.Emph{Inlines: inner}
	case *doc.Upright:
		inner, open = withoutEnd(n.Inlines)
		*last = &doc.Upright{Inlines: inner}
	case *doc.Blank:
		open = n.Leader != 0 && n.Value == ""
	case *doc.Link:
		_, open = markup.EndOf(lastText(n.Inlines))
	}
	return out, open
}

// lastWord is the last word of inlines, for messages.
func lastWord(in []doc.Inline) string {
	s := markup.LastWord(lastText(in))
	if s == "" {
		return "......"
	}
	return s
}
