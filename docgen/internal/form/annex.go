package form

import (
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// annexKind names the numbering scheme of annexes.
const annexKind = "phu-luc"

// annexLabel is "Phụ lục II", or without a number where there is only one.
func (f *former) annexLabel(a *doc.Annex, n int) string {
	if !a.Numbered || f.annexes.numbered < 2 {
		return printed(a.Label)
	}
	return printed(a.Label) + noBreakSpace + vi.Roman(n)
}

// schemeOf numbers the divisions of a paper of some kind, unless it has a scheme of its own.
func (f *former) schemeOf(own doc.Scheme, kind string) doc.Scheme {
	if own != nil {
		return own
	}
	return f.p.Scheme(kind)
}

// annex adds a "phụ lục": pages of their own, numbered from 1.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1; Phụ lục III, mẫu 2.1 và 2.2.
func (f *former) annex(a *doc.Annex) {
	if a.Numbered {
		f.annexes.at++
	}
	saved := f.scheme
	f.scheme, f.within = f.schemeOf(a.Scheme, annexKind), a
	f.openPaper(a.Landscape)
	if a.Stamp != nil {
		f.stamp(a.Stamp)
	}
	f.annexHead(a)
	f.parts(a.Parts)
	f.scheme, f.within = saved, nil
}

func (f *former) annexHead(a *doc.Annex) {
	an := &f.p.Annex
	title, b := f.spread(&a.At, a.Title, an.Title)
	name := b // what the seal covers a part of
	label := f.annexLabel(a, f.annexes.at)
	var head *flow.Paragraph // what the outline shows
	switch {
	case label == "":
		head = f.titleLine(&a.At, styleAnnexTitle, an.Title, title, b)
	case len(title) == 0:
		b = balanced{longest: f.lineWidth(label, an.Label), last: f.lineWidth(label, an.Label)}
		name = b
		head = f.titleLine(&a.At, styleAnnex, an.Label, f.text(label), b)
	case fontOf(an.Label) == fontOf(an.Title):
		in := append([]doc.Inline{f.mem.Text(label), &doc.LineBreak{}}, title...)
		head = f.titleLine(&a.At, styleAnnexTitle, an.Title, in, b)
	default:
		f.put(f.titleLine(&a.At, styleAnnex, an.Label, f.text(label), balanced{}))
		head = f.titleLine(&a.At, styleAnnexTitle, an.Title, title, b)
	}
	head.Role, head.Level, head.ID = flow.RoleHeading, 1, a.ID
	f.put(head)
	if len(a.Note) > 0 {
		title, b = f.spread(&a.At, a.Note, an.Note)
		f.put(f.titleLine(&a.At, styleSubject, an.Note, title, b))
	}
	if len(a.Reference) > 0 {
		f.referenceLine(&a.At, an.Reference, a.Reference)
	}
	f.shortRule(&a.At, b)
	f.sealPlaces(&a.At, (f.width()-name.longest)/2)
	f.last = nil
}

// attachment adds a regulation or plan that is issued with a decision: pages of
// their own, with a letterhead and a title of its own among its parts.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục II, mẫu 1.3.
func (f *former) attachment(a *doc.Attachment) {
	saved := f.scheme
	f.scheme, f.within = f.schemeOf(a.Scheme, a.Kind), a
	f.openPaper(false)
	f.attached = true
	f.parts(a.Parts)
	f.scheme, f.within, f.attached = saved, nil, false
}

// sealPlaces names the places of the seals that paper annexes and attachments
// carry: "dấu treo" over the left end of the body's name or the annex's title,
// and "dấu giáp lai" at the middle of the right edge. Nothing is drawn.
// Source: Nghị định 30/2020/NĐ-CP, Điều 33.
func (f *former) sealPlaces(at *diag.Pos, left doc.Length) {
	d, page := f.p.Foot.Seal, f.section.Page
	f.section.Frames = append(f.section.Frames,
		&flow.Frame{
			At: at, Name: "hanging-seal", Width: d, Height: d,
			X: max(page.Left+left-d/2, 0), Y: max(page.Top+f.p.Annex.Title.Pitch()/2-d/2, 0),
		},
		&flow.Frame{At: at, Name: "edge-seal", X: page.Width - d/2, Y: (page.Height - d) / 2, Width: d / 2, Height: d},
	)
}

// copyBlock adds what makes a paper copy, below a line across the page.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II, Mục II; Phụ lục III, mẫu 3.1.
func (f *former) copyBlock(c *doc.CopyBlock) {
	f.put(&flow.Rule{At: &c.At, Thickness: f.p.Contact.Rule, Before: f.p.Foot.Gap, After: f.p.Head.RowGap})
	width := f.width()
	left := width - f.p.Foot.Column.Of(width)
	names, _ := f.nameLines(c.Issuer, f.p.Copy.Issuer, left)
	var issuer, number, date []flow.Block
	if len(names) > 0 {
		issuer = []flow.Block{
			f.line(&c.At, styleAgency, f.p.Copy.Issuer, doc.Center, f.broken(names)...),
			f.headRule(&c.At, f.p.Head.AgencyRule.Of(f.lineWidth(names[len(names)-1], f.p.Copy.Issuer))),
		}
	}
	form := f.line(&c.At, styleCopyForm, f.p.Copy.Form, doc.Center, f.text(upper(c.Form, f.p.Copy.Form))...)
	form.Pitch = max(form.Pitch, f.p.Copy.Issuer.Pitch())
	if c.Number != nil {
		number = []flow.Block{f.numberLine(c.Number)}
	}
	if c.Place != nil {
		date = []flow.Block{f.dateLine(c.Place, width-left)}
	}
	t := &flow.Table{At: &c.At, Layout: true, ByColumn: true, Role: flow.RolePart, Columns: []doc.Length{left, width - left}}
	t.Rows = []*flow.Row{f.cells(issuer, []flow.Block{form})}
	if number != nil || date != nil {
		t.Rows = append(t.Rows, f.cells(number, date))
	}
	for _, r := range t.Rows {
		r.Whole, r.KeepNext = true, true
	}
	f.put(t)
	f.last = nil
	if c.Foot != nil {
		f.keepLast()
		f.foot(c.Foot)
	}
}
