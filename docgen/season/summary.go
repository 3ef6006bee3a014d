package season

import (
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
)

// summary returns the table of achievements "tóm tắt thành tích, trích ngang" of all
// who are put before the council: not those whose case is deferred. It is a
// landscape table without number; the unit that submits signs it.
func (y *maker) summary() []Paper {
	p := &plan.Form{
		Header: plan.Header{Issuer: y.s.Issuer, Date: y.decidedOn(), Subject: y.said("summary-subject", "title", y.view())},
		Title:  "Tóm tắt thành tích", NoDate: true, Landscape: true,
	}
	from := map[string]string{"": "nominees", "issuer": "issuer", "subject": "title", "signer": "submission.signer"}
	if m := y.s.Submission; m != nil {
		if p.Signer = m.Signer; m.Unit != "" {
			p.Issuer = plan.Issuer{Name: m.Unit, Superior: y.superior(), Place: y.s.Issuer.Place}
			from["issuer.name"] = "submission.unit"
		}
	}
	t := y.summaryTable()
	p.Sections = []plan.Section{{Table: &t.Table}}
	t.in(from, "sections[0].table")
	return []Paper{y.paper(award.SummaryStage, "tom-tat-thanh-tich", p, from)}
}

func (y *maker) summaryColumns() []listColumn {
	left := func(title string, share int, text func(r *award.Result) string) listColumn {
		return usedColumn(title, share, "", text)
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

// put returns the nominees put before the council, by kind in the season's order.
func (y *maker) put(kind plan.Recipient) []*award.Result {
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
func (y *maker) nomineeKinds() string {
	var kinds []string
	for _, kind := range y.s.Recipients() {
		if len(y.put(kind)) > 0 {
			kinds = append(kinds, kind.Term())
		}
	}
	return vi.UpperFirst(strings.Join(kinds, ", "))
}

func (y *maker) summaryTable() *people {
	var all []*award.Result
	for _, kind := range y.s.Recipients() {
		all = append(all, y.put(kind)...)
	}
	t := y.people(used(y.summaryColumns(), all), "Tóm tắt thành tích")
	roman := 0
	for _, kind := range y.s.Recipients() {
		results := y.put(kind)
		if len(results) == 0 {
			continue
		}
		roman++
		t.group(roman, kind)
		for n, r := range results {
			t.add(n+1, r)
		}
	}
	return t
}

// ratings returns how well the tasks of the years were done: "2025: hoàn thành tốt
// nhiệm vụ".
func ratings(n *plan.Nominee) string {
	var parts []string
	for _, r := range n.Ratings {
		parts = append(parts, strconv.Itoa(r.Year)+": "+r.Rating.Term())
	}
	return strings.Join(parts, "; ")
}

// initiatives returns the recognised initiatives with the decision on each.
func initiatives(n *plan.Nominee) string {
	var parts []string
	for _, v := range n.Initiatives {
		parts = append(parts, v.Name+" ("+strconv.Itoa(v.Year)+decidedBy(v.Decision)+")")
	}
	return strings.Join(parts, "; ")
}

// held gives the awards that the nominee has.
func (y *maker) held(n *plan.Nominee) string {
	var parts []string
	for _, h := range n.Held {
		name := h.Award
		if a, ok := y.law.Find(h.Award); ok {
			name = a.NameOn(y.out.Day)
		}
		parts = append(parts, name+" ("+strconv.Itoa(h.Year)+decidedBy(h.Decision)+")")
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
