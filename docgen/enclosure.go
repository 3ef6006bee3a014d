package docgen

import (
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// enclosure gives an annex, or the paper issued with a decision, as a file of its
// own: the one part of the original, its blanks for number and date left empty,
// with the stamp line of ô 14.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 8, điểm b; Phụ lục III, mẫu 1.3, 2.2.
func (c *Composer) enclosure(e *plan.Enclosure) *doc.Document {
	target := c.set.Target(c.file, "original")
	if target == nil || target.Paper() == nil {
		c.Add("original", &diag.Diagnostic{Rule: "docgen.no-original", Message: `"original" (tệp văn bản chính) không phải là một văn bản`, Found: e.Original})
		return &doc.Document{}
	}
	inner, err := c.r.composer(c.set, target)
	if err != nil {
		c.Add("original", &diag.Diagnostic{Rule: "docgen.no-original", Message: fmt.Sprintf("không soạn được văn bản chính %q", e.Original), Err: err})
		return &doc.Document{}
	}
	p := target.Paper()
	d := inner.compose(p)
	c.found = append(c.found, inner.found...)
	h := *p.Head()
	stamp := c.enclosureStamp(e, &h, inner.symbol(&h))
	h.Number, h.Date = "", plan.Date{}
	part := c.enclosed(d, e, inner.reference(&h, p.Foot()), stamp)
	if part == nil {
		return d
	}
	d.Parts = []doc.Part{part}
	d.Attached = nil
	return d
}

// enclosureStamp gives the line of ô 14: number and symbol of the original, day
// and time of signing. Without the time the line is empty, its place kept.
func (c *Composer) enclosureStamp(e *plan.Enclosure, h *plan.Header, symbol string) *doc.Stamp {
	s := &doc.Stamp{At: c.At("time")}
	day := e.Date
	if day.IsZero() {
		day = h.Date
	}
	if e.Time == "" {
		return s
	}
	if h.Number == "" || !day.IsFull() {
		c.Add("time", &diag.Diagnostic{
			Rule:    "docgen.stamp-incomplete",
			Message: `có "time" (thời gian ký số) thì văn bản chính phải có số, và phải có ngày ký số`,
			Fix:     `ghi "number" (số) trong văn bản chính và "date" (ngày ký số), hoặc bỏ "time"`,
		})
		return s
	}
	s.Fields = []string{"Số: " + number(h.Number) + "/" + symbol, fmt.Sprintf("%02d/%02d/%04d", day.Day, day.Month, day.Year), e.Time}
	return s
}

// enclosed takes the part of d that e names, with its own reference line and
// stamp; nil, with a finding, where there is none.
func (c *Composer) enclosed(d *doc.Document, e *plan.Enclosure, reference []doc.Inline, stamp *doc.Stamp) doc.Part {
	var at, numbered int
	var part *doc.Annex
	for _, p := range d.Parts {
		switch p := p.(type) {
		case *doc.Attachment:
			if e.Annex == 0 {
				d.Meta.Title = kindAndSubject(p)
				return stamped(p, reference, stamp)
			}
		case *doc.Annex:
			if p.Numbered {
				numbered++
			}
			if at++; at == e.Annex {
				a := *p
				part = &a
				if a.Numbered {
					part.Label = p.Label + " " + vi.Roman(numbered)
				}
			}
		}
	}
	switch {
	case part != nil:
	case e.Annex == 0:
		c.Add("original", &diag.Diagnostic{Rule: "docgen.no-enclosure", Message: `văn bản chính không có "attachment" (văn bản ban hành kèm theo)`, Found: e.Original, Fix: `ghi "annex" (phụ lục thứ mấy)`})
		return nil
	default:
		c.Add("annex", &diag.Diagnostic{Rule: "docgen.no-enclosure", Message: fmt.Sprintf(`"annex" (phụ lục thứ mấy) là %d, văn bản chính có %d phụ lục`, e.Annex, at), Found: itoa(e.Annex)})
		return nil
	}
	if part.Numbered && numbered < 2 {
		part.Label = "Phụ lục" // the only one has no number
	}
	part.Numbered, part.Reference, part.Stamp = false, reference, stamp
	d.Meta.Title = plainText(part.Title)
	return part
}

// stamped gives an attachment with another reference line in its title and a
// stamp in its letterhead. The parts given are not changed.
func stamped(a *doc.Attachment, reference []doc.Inline, stamp *doc.Stamp) *doc.Attachment {
	out := *a
	out.Parts = make([]doc.Part, len(a.Parts))
	copy(out.Parts, a.Parts)
	for i, p := range out.Parts {
		switch p := p.(type) {
		case *doc.Letterhead:
			l := *p
			l.Stamp = stamp
			out.Parts[i] = &l
		case *doc.Title:
			t := *p
			t.Reference = reference
			out.Parts[i] = &t
		}
	}
	return &out
}

func kindAndSubject(a *doc.Attachment) string {
	for _, p := range a.Parts {
		if t, ok := p.(*doc.Title); ok {
			return t.Kind + " " + plainText(t.Subject)
		}
	}
	return ""
}
