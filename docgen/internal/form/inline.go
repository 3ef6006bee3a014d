package form

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// ready makes inlines ready for the flow: words glued, references filled in, notes
// numbered; in capitals where upper is set. What needs no change is shared with
// the document, which is not changed itself.
func (f *former) ready(at diag.Pos, in []doc.Inline, upper bool) ([]doc.Inline, error) {
	out := make([]doc.Inline, len(in))
	for i, n := range in {
		var err error
		if out[i], err = f.inline(at, n, upper); err != nil {
			return nil, err
		}
		// A blank stays with the word before it: "số ......", "ngày ...".
		if _, blank := n.(*doc.Blank); blank && i > 0 {
			if t, ok := out[i-1].(*doc.Text); ok && strings.HasSuffix(t.S, " ") {
				out[i-1] = &doc.Text{S: t.S[:len(t.S)-1] + noBreakSpace}
			}
		}
	}
	return out, nil
}

func (f *former) inline(at diag.Pos, n doc.Inline, upper bool) (doc.Inline, error) {
	switch n := n.(type) {
	case *doc.Text:
		s := n.S
		if upper {
			s = vi.Upper(s)
		}
		if s = glue(s); s == n.S {
			return n, nil
		}
		return &doc.Text{S: s}, nil
	case *doc.Strong:
		in, err := f.ready(at, n.Inlines, upper)
		return &doc.Strong{Inlines: in}, err
	case *doc.Emph:
		in, err := f.ready(at, n.Inlines, upper)
		return &doc.Emph{Inlines: in}, err
	case *doc.Upright:
		in, err := f.ready(at, n.Inlines, upper)
		return &doc.Upright{Inlines: in}, err
	case *doc.Label:
		in, err := f.ready(at, n.Inlines, upper)
		return &doc.Label{Inlines: in}, err
	case *doc.Link:
		in, err := f.ready(at, n.Inlines, false)
		return &doc.Link{URL: n.URL, Inlines: in}, err
	case *doc.Note:
		f.notes++
		number := f.notes
		in, err := f.ready(at, n.Inlines, false)
		return &doc.Note{Number: number, Inlines: in}, err
	case *doc.Ref:
		return f.reference(at, n)
	case *doc.Blank, *doc.LineBreak, *doc.Tab, *doc.PageNumber:
		return n, nil
	}
	return nil, fmt.Errorf("unknown inline %T", n)
}

// reference fills in what a reference leads to.
func (f *former) reference(at diag.Pos, r *doc.Ref) (doc.Inline, error) {
	target, known := f.refs[r.ID]
	switch {
	case !known:
		f.found.Add(&diag.Diagnostic{
			Pos: at, Rule: ruleReference, Found: r.ID,
			Message: fmt.Sprintf("viện dẫn %q không trỏ đến đâu: không có điều, khoản, điểm hay phụ lục nào mang tên này", r.ID),
			Fix:     fmt.Sprintf("đặt {#%s} ở cuối đề mục cần viện dẫn, hoặc sửa tên", r.ID),
		})
	case target.text == "" && len(r.Inlines) == 0:
		f.found.Add(&diag.Diagnostic{
			Pos: at, Rule: ruleUnnumbered, Found: r.ID,
			Message: fmt.Sprintf("viện dẫn %q trỏ đến mục không có số thứ tự", r.ID),
			Fix:     "viện dẫn đề mục có số ở cấp trên của nó",
		})
	}
	id := r.ID
	if f.only != nil && !f.shown[id] {
		id = "" // it stands in another file
	}
	if len(r.Inlines) > 0 {
		in, err := f.ready(at, r.Inlines, false)
		return &doc.Ref{ID: id, Inlines: in}, err
	}
	return &doc.Ref{ID: id, Inlines: doc.T(f.said(target))}, nil
}

// said gives a reference as the paper at hand has to say it: with the name of the
// paper that it leads to where that is another one.
func (f *former) said(t target) string {
	switch {
	case t.text == "" || t.whole || t.in.part == f.within:
		return t.text
	case t.in.part != nil:
		return t.text + " " + t.in.name
	}
	if a, ok := f.within.(*doc.Attachment); ok {
		return t.text + " " + f.main + " ban hành " + titleKind(a.Parts) + " này"
	}
	return t.text + " " + f.main + " này"
}

// lastText gives the last text of inlines, "" when they end in something else.
func lastText(in []doc.Inline) string {
	if len(in) == 0 {
		return ""
	}
	switch n := in[len(in)-1].(type) {
	case *doc.Text:
		return n.S
	case *doc.Strong:
		return lastText(n.Inlines)
	case *doc.Emph:
		return lastText(n.Inlines)
	case *doc.Upright:
		return lastText(n.Inlines)
	case *doc.Ref:
		return lastText(n.Inlines)
	case *doc.Link:
		return lastText(n.Inlines)
	}
	return ""
}

// closed gives inlines that end with mark, in place of signs like it that stand
// there already.
func closed(in []doc.Inline, mark, like string) []doc.Inline {
	out := make([]doc.Inline, len(in), len(in)+1)
	copy(out, in)
	if n := len(out); n > 0 {
		if t, ok := out[n-1].(*doc.Text); ok {
			out[n-1] = &doc.Text{S: strings.TrimRight(t.S, like) + mark}
			return out
		}
		out[n-1] = trimmed(out[n-1], like)
	}
	return append(out, &doc.Text{S: mark})
}

// trimmed gives an inline without such signs at the end of its text.
func trimmed(n doc.Inline, like string) doc.Inline {
	inside := func(in []doc.Inline) []doc.Inline {
		if len(in) == 0 {
			return in
		}
		out := make([]doc.Inline, len(in))
		copy(out, in)
		out[len(out)-1] = trimmed(out[len(out)-1], like)
		return out
	}
	switch n := n.(type) {
	case *doc.Text:
		return &doc.Text{S: strings.TrimRight(n.S, like)}
	case *doc.Strong:
		return &doc.Strong{Inlines: inside(n.Inlines)}
	case *doc.Emph:
		return &doc.Emph{Inlines: inside(n.Inlines)}
	case *doc.Upright:
		return &doc.Upright{Inlines: inside(n.Inlines)}
	}
	return n
}

// text is one piece of plain text as inlines.
func text(s string) []doc.Inline { return []doc.Inline{&doc.Text{S: s}} }
