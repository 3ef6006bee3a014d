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

// summaryColumn is a column of the table of achievements.
type summaryColumn struct {
	head  string
	share int
	text  func(r *award.Result) string
	// always tells the columns of every table from those that stand only where
	// somebody has an entry.
	always bool
}

func (y *seasonPapers) summaryColumns() []summaryColumn {
	return []summaryColumn{
		{"Họ và tên, tên tập thể, chủ hộ", 22, func(r *award.Result) string { return listName(&r.Nominee.Awardee) }, true},
		{"Chức vụ, đơn vị, địa chỉ", 20, func(r *award.Result) string { return roleAndUnit(&r.Nominee.Awardee) }, true},
		{"Tóm tắt thành tích", 36, func(r *award.Result) string { return r.Nominee.Achievement }, true},
		{"Mức hoàn thành nhiệm vụ các năm", 20, func(r *award.Result) string { return ratings(r.Nominee) }, false},
		{"Sáng kiến", 22, func(r *award.Result) string { return initiatives(r.Nominee) }, false},
		{"Khen thưởng đã có", 20, func(r *award.Result) string { return y.held(r.Nominee) }, false},
		{"Danh hiệu, hình thức đề nghị", 20, func(r *award.Result) string { return r.Award.NameOn(y.out.Day) }, true},
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
	columns := y.usedColumns()
	t := &doc.DataTable{
		At: c.At(y.list()), Header: 1, Whole: true, Alt: "Tóm tắt thành tích",
		Columns: []doc.Column{{Width: doc.MM(12), Align: doc.Center}},
	}
	head := []string{"STT"}
	for _, col := range columns {
		t.Columns = append(t.Columns, doc.Column{Share: col.share, Align: doc.Left})
		head = append(head, col.head)
	}
	t.Rows = []doc.DataRow{textRow(doc.PlainRow, head...)}
	roman := 0
	for _, kind := range y.s.Recipients() {
		results := y.put(kind)
		if len(results) == 0 {
			continue
		}
		roman++
		t.Rows = append(t.Rows, doc.DataRow{Role: doc.GroupRow, Cells: []doc.DataCell{
			cell(vi.Roman(roman)), {Columns: len(columns), Lines: [][]doc.Inline{doc.T(vi.Upper(kind.Term()))}},
		}})
		for n, r := range results {
			texts := []string{itoa(n + 1)}
			for _, col := range columns {
				texts = append(texts, col.text(r))
			}
			row := textRow(doc.PlainRow, texts...)
			row.At = c.At(index(y.list(), r.Index))
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// usedColumns gives the columns of every table, and of the others those in which
// somebody has an entry.
func (y *seasonPapers) usedColumns() []summaryColumn {
	var used []summaryColumn
	for _, col := range y.summaryColumns() {
		filled := col.always
		for _, kind := range y.s.Recipients() {
			for _, r := range y.put(kind) {
				filled = filled || col.text(r) != ""
			}
		}
		if filled {
			used = append(used, col)
		}
	}
	return used
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
	switch {
	case d.Number == "":
		return ""
	case d.Symbol == "":
		return ", số " + number(d.Number)
	}
	return ", số " + number(d.Number) + "/" + d.Symbol
}
