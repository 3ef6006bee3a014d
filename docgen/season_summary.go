package docgen

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
)

// summary gives the table of achievements "tóm tắt thành tích, trích ngang" of all
// who are put before the council: not those whose case is deferred. It is a
// landscape table without number; the unit that submits signs it.
func (y *seasonPapers) summary() []SeasonPaper {
	c := y.composer("to-trinh")
	unit, superior := y.s.Issuer, ""
	if m := y.s.Submission; m != nil && m.Unit != "" {
		unit, superior = plan.Issuer{Name: m.Unit}, y.superior()
	}
	d := &doc.Document{Kind: "to-trinh", Meta: doc.Meta{Title: "Tóm tắt thành tích " + y.s.Title, Author: unit.Name, Kind: "Tóm tắt thành tích", Created: y.created()}}
	head := &doc.Letterhead{At: c.At("issuer"), Issuer: c.issuerLines(&unit)}
	if superior != "" {
		head.Superior = []string{superior}
	}
	d.Parts = []doc.Part{
		&doc.PageStyle{At: c.At("nominees"), Landscape: true}, head,
		&doc.Title{At: c.At("title"), Kind: "Tóm tắt thành tích", Subject: title(plainText(c.Wording("khen-thuong/summary-subject", "title", y.view())))},
		y.summaryTable(c),
	}
	if m := y.s.Submission; m != nil && m.Signer != nil {
		d.Parts = append(d.Parts, &doc.Foot{At: c.At("submission"), Signers: []doc.Signer{c.signer("submission.signer", m.Signer)}})
		d.Meta.Signer, d.Meta.Position = m.Signer.Name, m.Signer.Position
	}
	y.found = append(y.found, c.found...)
	return []SeasonPaper{{Stage: award.SummaryStage, Name: "tom-tat-thanh-tich", Doc: d}}
}

func (y *seasonPapers) summaryColumns() []listColumn {
	left := func(head string, share int, text func(r *award.Result) string) listColumn {
		return listColumn{head, doc.Column{Share: share, Align: doc.Left}, text, false}
	}
	return []listColumn{
		y.nameColumn(22), y.placeColumn(20),
		left("Tóm tắt thành tích", 36, func(r *award.Result) string { return r.Nominee.Achievement }),
		left("Mức hoàn thành nhiệm vụ các năm", 20, func(r *award.Result) string { return ratings(r.Nominee) }),
		left("Sáng kiến", 22, func(r *award.Result) string { return initiatives(r.Nominee) }),
		left("Khen thưởng đã có", 20, func(r *award.Result) string { return y.held(r.Nominee) }),
		y.awardColumn(20),
	}
}

// put gives the nominees put before the council, by kind in the season's order.
func (y *seasonPapers) put(kind plan.Recipient) []*award.Result {
	var all []*award.Result
	for i := range y.out.Results {
		r := &y.out.Results[i]
		if r.Nominee.Kind == kind && r.Award != nil && r.Status != award.Postponed {
			all = append(all, r)
		}
	}
	return all
}

// nomineeKinds names the kinds of those put before the council: Tập thể, cá nhân.
func (y *seasonPapers) nomineeKinds() string {
	var kinds []string
	for _, kind := range y.s.Recipients() {
		if len(y.put(kind)) > 0 {
			kinds = append(kinds, kind.Term())
		}
	}
	return vi.UpperFirst(strings.Join(kinds, ", "))
}

func (y *seasonPapers) summaryTable(c *Composer) doc.Part {
	var all []*award.Result
	for _, kind := range y.s.Recipients() {
		all = append(all, y.put(kind)...)
	}
	columns := used(y.summaryColumns(), all)
	t, width := y.peopleTable(c, columns, "Tóm tắt thành tích")
	roman := 0
	for _, kind := range y.s.Recipients() {
		results := y.put(kind)
		if len(results) == 0 {
			continue
		}
		roman++
		t.Rows = append(t.Rows, groupRow(roman, kind, width))
		for n, r := range results {
			t.Rows = append(t.Rows, y.personRow(c, n+1, r, columns))
		}
	}
	return t
}

// ratings gives how well the tasks of the years were done: "2025: hoàn thành tốt
// nhiệm vụ".
func ratings(n *plan.Nominee) string {
	var parts []string
	for _, r := range n.Ratings {
		parts = append(parts, itoa(r.Year)+": "+r.Rating.Term())
	}
	return strings.Join(parts, "; ")
}

// initiatives gives the recognised initiatives with the decision on each.
func initiatives(n *plan.Nominee) string {
	var parts []string
	for _, v := range n.Initiatives {
		parts = append(parts, v.Name+" ("+itoa(v.Year)+decidedBy(v.Decision)+")")
	}
	return strings.Join(parts, "; ")
}

// held gives the awards that the nominee has.
func (y *seasonPapers) held(n *plan.Nominee) string {
	var parts []string
	for _, h := range n.Held {
		name := h.Award
		if a, ok := y.law.Find(h.Award); ok {
			name = a.NameOn(y.out.Day)
		}
		parts = append(parts, name+" ("+itoa(h.Year)+decidedBy(h.Decision)+")")
	}
	return strings.Join(parts, "; ")
}

// decidedBy gives the decision behind a year: ", số 12/QĐ-UBND"; nothing without a number.
func decidedBy(d plan.PaperRef) string {
	if d.Number == "" {
		return ""
	}
	return ", số " + d.Mark()
}
