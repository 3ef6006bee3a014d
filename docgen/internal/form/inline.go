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
func (f *former) ready(at *diag.Pos, in []doc.Inline, upper bool) []doc.Inline {
	out := f.changed(in, func(i int) doc.Inline {
		n := f.inline(at, in[i], upper)
		if t, ok := n.(*doc.Text); ok && i+1 < len(in) && strings.HasSuffix(t.S, " ") {
			if _, blank := in[i+1].(*doc.Blank); blank { // stays with the word before it: "số ......", "ngày ..."
				return f.mem.Text(t.S[:len(t.S)-1] + noBreakSpace)
			}
		}
		return n
	})
	if f.err != nil {
		return nil // a piece of it may be none
	}
	return out
}

// changed gives inlines each of which is what change makes of it: the same ones where it
// makes nothing else of any. Appending to them makes a copy.
func (f *former) changed(in []doc.Inline, change func(i int) doc.Inline) []doc.Inline {
	out, own := in[:len(in):len(in)], false
	for i := range in {
		n := change(i)
		if n == in[i] {
			continue
		}
		if !own {
			out, own = append(f.mem.Inlines(len(in)), in...), true
		}
		out[i] = n
	}
	return out
}

func (f *former) inline(at *diag.Pos, n doc.Inline, upper bool) doc.Inline {
	switch n := n.(type) {
	case *doc.Text:
		s := n.S
		if upper {
			s = vi.Upper(s)
		}
		if s = f.glue(s); s == n.S {
			return n
		}
		return f.mem.Text(s)
	case *doc.Strong:
		return &doc.Strong{Inlines: f.ready(at, n.Inlines, upper)}
	case *doc.Emph:
		return &doc.Emph{Inlines: f.ready(at, n.Inlines, upper)}
	case *doc.Upright:
		return &doc.Upright{Inlines: f.ready(at, n.Inlines, upper)}
	case *doc.Label:
		return f.mem.Label(f.ready(at, n.Inlines, upper))
	case *doc.Link:
		return &doc.Link{URL: n.URL, Inlines: f.ready(at, n.Inlines, false)}
	case *doc.Note:
		return f.note(at, n)
	case *doc.Ref:
		return f.reference(at, n)
	case *doc.Blank:
		return f.blank(n)
	case *doc.LineBreak, *doc.Tab, *doc.PageNumber:
		return n
	}
	f.fail("unknown inline %T", n)
	return nil
}

// blank gives a blank of a paper's number or date its width, and a value in NFC.
func (f *former) blank(n *doc.Blank) *doc.Blank {
	value := printed(n.Value)
	if value == n.Value && (n.Width != 0 || value != "") {
		return n
	}
	b := *n
	b.Value = value
	if b.Width != 0 || value != "" {
		return &b
	}
	if n.Leader != 0 {
		b.Width = leastDots
	}
	switch _, part, _ := strings.Cut(n.Name, "."); part {
	case "number":
		b.Width = f.p.Head.NumberBlank
	case "year":
		b.Width = f.p.Head.YearBlank
	case "day", "month":
		b.Width = f.p.Head.DayBlank
	}
	return &b
}

// leastDots is how long dots are that have no room to the end of their line.
const leastDots = 20 * doc.Millimetre

// dotted gives the inlines of a body paragraph whose dots at the end, if it has any, go to
// the end of the line.
func (f *former) dotted(in []doc.Inline) []doc.Inline {
	last := len(in) - 1
	if last < 0 {
		return in
	}
	dots, ok := in[last].(*doc.Blank)
	if !ok || dots.Leader == 0 || dots.Width != 0 {
		return in
	}
	out := append([]doc.Inline(nil), in...)
	out[last] = f.mem.Text(".") // so that the space before it counts
	face := f.p.Body.Text
	used := f.inlinesWidth(out, face) - f.inlinesWidth(out[last:], face)
	room := f.width() - f.p.Body.Indent - used - 2*doc.Millimetre
	out[last] = &doc.Blank{Width: max(room, leastDots), Leader: dots.Leader}
	return out
}

// note numbers a footnote. Another mark of one that the section has keeps its number.
func (f *former) note(at *diag.Pos, n *doc.Note) doc.Inline {
	if number := f.noted[n]; number > 0 {
		return &doc.Note{Number: number}
	}
	if f.noted == nil {
		f.noted = make(map[*doc.Note]int)
	}
	number := len(f.noted) + 1
	f.noted[n] = number
	return &doc.Note{Number: number, Inlines: f.ready(at, n.Inlines, false)}
}

// reference fills in what a reference leads to.
func (f *former) reference(at *diag.Pos, r *doc.Ref) doc.Inline {
	to, known := f.refs[r.ID]
	if !known {
		to = new(target)
	}
	switch {
	case !known:
		f.found.Add(&diag.Diagnostic{
			Pos: *at, Rule: ruleReference, Found: r.ID,
			Message: fmt.Sprintf("viện dẫn %q không trỏ đến đâu: không có điều, khoản, điểm hay phụ lục nào mang tên này", r.ID),
			Fix:     fmt.Sprintf("đặt {#%s} ở cuối đề mục cần viện dẫn, hoặc sửa tên", r.ID),
		})
	case to.text() == "" && len(r.Inlines) == 0:
		f.found.Add(&diag.Diagnostic{
			Pos: *at, Rule: ruleUnnumbered, Found: r.ID,
			Message: fmt.Sprintf("viện dẫn %q trỏ đến mục không có số thứ tự", r.ID),
			Fix:     "viện dẫn đề mục có số ở cấp trên của nó",
		})
	}
	id := r.ID
	if f.only != nil && !f.shown[id] {
		id = "" // it stands in another file
	}
	if len(r.Inlines) > 0 {
		return &doc.Ref{ID: id, Inlines: f.ready(at, r.Inlines, false)}
	}
	if f.p.AutoNumbers && id != "" && len(to.pieces) > 0 {
		return &doc.Ref{Inlines: f.fields(*to)}
	}
	return &doc.Ref{ID: id, Inlines: doc.T(f.said(*to))}
}

// fields are a reference whose numbers Word keeps up to date.
func (f *former) fields(t target) []doc.Inline {
	var in []doc.Inline
	for i, p := range t.pieces {
		lead, shown := "", p.text()
		if i > 0 {
			lead = " "
		}
		if !p.marked {
			lead, shown = lead+p.word+noBreakSpace, p.number
		}
		if lead != "" {
			in = append(in, f.mem.Text(lead))
		}
		in = append(in, &doc.Ref{ID: p.id, Number: true, Inlines: doc.T(shown)})
	}
	if rest := strings.TrimPrefix(f.said(t), t.text()); rest != "" {
		in = append(in, f.mem.Text(rest))
	}
	return in
}

// said gives a reference as the paper at hand has to say it: with the name of the
// paper that it leads to where that is another one.
func (f *former) said(t target) string {
	text := t.text()
	switch {
	case text == "" || t.whole || t.in.part == f.within:
		return text
	case t.in.part != nil:
		return text + " " + t.in.name
	}
	if a, ok := f.within.(*doc.Attachment); ok {
		return text + " " + f.main + " ban hành " + titleKind(a.Parts) + " này"
	}
	return text + " " + f.main + " này"
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

// selector says of the sign before it that it is to be drawn as a picture, as telephones write "☑️".
const selector = "\ufe0f"

// printed is a text as it is drawn: in NFC, and without selectors.
func printed(s string) string {
	if s = vi.NFC(s); strings.IndexByte(s, selector[0]) < 0 { // nearly all
		return s
	}
	return strings.ReplaceAll(s, selector, "")
}

// text is one piece of plain text as inlines.
func (f *former) text(s string) []doc.Inline {
	return append(f.mem.Inlines(1), f.mem.Text(printed(s)))
}
