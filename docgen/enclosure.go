package docgen

import (
	"cmp"
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// enclosure returns an annex, or the paper issued with a decision, as a file of its
// own: the one part of the original, its blanks for number and date left empty,
// with the stamp line of ô 14.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 8, điểm b; Phụ lục III, mẫu 1.3, 2.2.
func (c *Composer) enclosure(e *plan.Enclosure) *doc.Document {
	inner, p := c.original(c.set.Target(c.file, "original"), e.Original, "tệp văn bản chính")
	if inner == nil {
		return &doc.Document{}
	}
	d := inner.compose(p)
	c.take(inner)
	h := *p.Head()
	stamp := c.enclosureStamp(e, &h, inner.code(&h))
	h.Number, h.Date = "", plan.Date{}
	c.showOnly(d, e, inner.reference(&h, p.Foot()), stamp)
	return d
}

// enclosureStamp returns the line of ô 14: number and symbol of the original, day
// and time of signing. Without the time the line is empty, its place kept.
func (c *Composer) enclosureStamp(e *plan.Enclosure, h *plan.Header, code string) *doc.Stamp {
	s := &doc.Stamp{At: c.At("time")}
	day := cmp.Or(e.Date, h.Date)
	if e.Time == "" {
		return s
	}
	if h.Number == "" || !day.IsFull() {
		c.Add("time", &diag.Diagnostic{
			Rule:    ruleStamp,
			Message: `có "time" (thời gian ký số) thì văn bản chính phải có số, và phải có ngày ký số`,
			Fix:     `ghi "number" (số) trong văn bản chính và "date" (ngày ký số), hoặc bỏ "time"`,
		})
		return s
	}
	s.Fields = []string{"Số: " + code, stampDay(day), e.Time}
	return s
}

// stampDay returns the day of signing as the stamp of a signature has it, with both zeros:
// "05/03/2026"; empty for a day that is not known in full.
func stampDay(d plan.Date) string {
	if !d.IsFull() {
		return ""
	}
	return fmt.Sprintf("%02d/%02d/%04d", d.Day, d.Month, d.Year)
}

// showOnly leaves of d the part that e names, with a reference line and stamp of
// its own. Where there is none, it is a finding.
func (c *Composer) showOnly(d *doc.Document, e *plan.Enclosure, reference []doc.Inline, stamp *doc.Stamp) {
	annexes := 0
	for _, p := range d.Parts {
		switch p := p.(type) {
		case *doc.Attachment:
			if e.Annex == 0 {
				d.Meta.Title = kindAndSubject(p)
				stampAttachment(p, reference, stamp)
				d.Only = p
			}
		case *doc.Annex:
			if annexes++; annexes == e.Annex {
				d.Meta.Title = plainText(p.Title)
				p.Reference, p.Stamp = reference, stamp
				d.Only = p
			}
		}
	}
	switch {
	case d.Only != nil:
	case e.Annex == 0:
		c.Add("original", &diag.Diagnostic{Rule: ruleEnclosure,
			Message: `văn bản chính không có "attachment" (văn bản ban hành kèm theo)`, Found: e.Original,
			Fix: `ghi "annex" (phụ lục thứ mấy)`})
	default:
		c.Add("annex", &diag.Diagnostic{Rule: ruleEnclosure,
			Message: fmt.Sprintf(`"annex" (phụ lục thứ mấy) là %d, văn bản chính có %d phụ lục`, e.Annex, annexes), Found: itoa(e.Annex)})
	}
}

// stampAttachment gives an attachment a reference line in its title and a stamp in its letterhead.
func stampAttachment(a *doc.Attachment, reference []doc.Inline, stamp *doc.Stamp) {
	for _, p := range a.Parts {
		switch p := p.(type) {
		case *doc.Letterhead:
			p.Stamp = stamp
		case *doc.Title:
			p.Reference = reference
		}
	}
}

func kindAndSubject(a *doc.Attachment) string {
	for _, p := range a.Parts {
		if t, ok := p.(*doc.Title); ok {
			return t.Kind + " " + plainText(t.Subject)
		}
	}
	return ""
}
