package form

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/diag"
)

// title adds "tên loại và trích yếu", ô 5a, with the short line below.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 5, điểm b.
func (f *former) title(t *doc.Title) {
	tf := &f.p.Title
	in, b := f.spread(&t.At, f.text(t.Kind), tf.Kind)
	p := f.titleLine(&t.At, styleKind, tf.Kind, in, b)
	p.Before, p.Role = f.gapBefore(), flow.RoleTitle
	f.put(p)
	if len(t.Subject) > 0 {
		in, b = f.spread(&t.At, t.Subject, tf.Subject)
		p = f.titleLine(&t.At, styleSubject, tf.Subject, in, b)
		p.Role = flow.RoleTitle
		f.put(p)
	}
	if len(t.Reference) > 0 {
		f.referenceLine(&t.At, tf.Reference, t.Reference)
	}
	f.shortRule(&t.At, b)
	f.last = nil
}

// titleLine is a centred paragraph of a title block, balanced over its lines.
func (f *former) titleLine(at *diag.Pos, style flow.Style, face decree.Face, in []doc.Inline, b balanced) *flow.Paragraph {
	p := f.line(at, style, face, doc.Center, in...)
	p.LeftIndent, p.RightIndent = b.indent, b.indent
	p.KeepNext, p.KeepLines = true, true
	return p
}

// referenceLine adds "(Kèm theo Quyết định số ...)".
func (f *former) referenceLine(at *diag.Pos, face decree.Face, reference []doc.Inline) {
	in := f.ready(at, reference, face.Upper)
	in, b := f.centre(f.wholeDates(f.inParentheses(in)), face, f.width())
	f.put(f.titleLine(at, styleReference, face, in, b))
}

// wholeDates keeps on one line each blank with the words beside it: "số 12/QĐ-UBND"
// and "ngày 05 tháng 01 năm 2026", whether filled or not.
func (f *former) wholeDates(in []doc.Inline) []doc.Inline {
	isBlank := func(i int) bool {
		if i < 0 || i >= len(in) {
			return false
		}
		_, ok := in[i].(*doc.Blank)
		return ok
	}
	out := append(f.mem.Inlines(len(in)), in...)
	for i, n := range in {
		t, ok := n.(*doc.Text)
		if !ok || !isBlank(i-1) && !isBlank(i+1) {
			continue
		}
		s := t.S
		if isBlank(i+1) && strings.HasSuffix(s, " ") {
			s = s[:len(s)-1] + noBreakSpace
		}
		if isBlank(i-1) && isBlank(i+1) && strings.HasPrefix(s, " ") {
			s = noBreakSpace + s[1:]
		}
		out[i] = f.mem.Text(s)
	}
	return out
}

// shortRule adds the line below a title, or the sign that stands for it.
func (f *former) shortRule(at *diag.Pos, b balanced) {
	after := max(f.p.Title.Gap-f.p.Body.Spacing, 0)
	if mark := f.p.Title.Mark; mark != "" {
		p := f.line(at, styleMark, f.p.Title.Subject, doc.Center, f.text(mark)...)
		p.After, p.Role, p.KeepNext = after, flow.RoleArtifact, true
		f.put(p)
		return
	}
	f.put(&flow.Rule{
		At: at, Length: b.ruleLength(&f.p.Title), Thickness: f.p.Head.Thickness, Align: doc.Center,
		Before: f.p.Head.RuleGap, After: after,
	})
}

// authority adds "thẩm quyền ban hành" of a resolution or decision.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục II, mẫu 1.1 và 1.2.
func (f *former) authority(a *doc.Authority) {
	face := f.p.Title.Authority
	in, b := f.spread(&a.At, f.text(a.Name), face)
	p := f.centered(&a.At, styleAuthority, face, in)
	p.LeftIndent, p.RightIndent = b.indent, b.indent
	p.After, p.KeepNext = f.p.Body.Spacing, true
	f.put(p)
	f.last = nil
}

// preamble adds "căn cứ ban hành": each ends with ";", the last with ".".
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6, điểm a.
func (f *former) preamble(p *doc.Preamble) {
	face := f.p.Title.Base
	for i, base := range p.Bases {
		in := f.ready(&base.At, base.Inlines, false)
		in = f.ended(&base.At, in, listMark(i, len(p.Bases)))
		if lead := f.p.Title.BaseLead; lead != "" {
			in = append(f.text(lead+noBreakSpace), in...)
		}
		f.body(f.bodyParagraph(&base.At, styleBase, face, in))
	}
}

// order adds the line "QUYẾT ĐỊNH:" or "QUYẾT NGHỊ:".
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục II, mẫu 1.1 và 1.2.
func (f *former) order(o *doc.Order) {
	face := f.p.Title.Order
	in, b := f.spread(&o.At, f.text(strings.TrimRight(o.S, ": ")+":"), face)
	p := f.centered(&o.At, styleOrder, face, in)
	p.LeftIndent, p.RightIndent = b.indent, b.indent
	p.Before, p.KeepNext = f.gapBefore(), true
	p.After = max(f.p.Title.Gap-f.p.Body.Spacing, 0)
	f.put(p)
	f.last = nil
}
