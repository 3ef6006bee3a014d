package season

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// report puts figures and tables in the place of what a report says of awards
// "kết quả khen thưởng": computed from the seasons and decisions that it names, or given
// by hand.
func (s *settler) report(f *plan.File, p *plan.Report) error {
	own := *p
	own.Sections = slices.Clone(p.Sections)
	from := map[string]string{"": ""}
	var found diag.List
	awarded := false
	for i := range own.Sections {
		section := &own.Sections[i]
		if section.Awards == nil {
			continue
		}
		law, err := award.Default()
		if err != nil {
			return err
		}
		at := record.Index("sections", i)
		awarded = true
		blocks, list, paid := s.statistics(f, record.Join(at, "awards"), p, section.Awards, law)
		found = append(found, list...)
		if len(section.Awards.From) > 0 && !list.HasErrors() {
			found = append(found, payments(f, p, paid)...)
		}
		section.Title, section.Awards, section.Sections = section.Heading(), nil, blocks
		from[record.Join(at, "sections")] = record.Join(at, "awards")
	}
	if awarded {
		s.put(f, &own, from, found)
	}
	return nil
}

// payments finds a fund that says that it paid something else for awards than what was
// decided in the seasons that the report counts.
func payments(f *plan.File, p *plan.Report, decided plan.Money) (found diag.List) {
	for i := range p.Sections {
		fund := p.Sections[i].Fund
		if fund == nil || len(fund.Awards) == 0 {
			continue
		}
		_, paid, _, _ := fund.Sums()
		if paid == decided {
			continue
		}
		found.Add(&diag.Diagnostic{
			Pos: f.Pos(record.Index("sections", i) + ".fund.awards"), Level: diag.Warning, Rule: ruleid.Payments,
			Found: paid.String(), Expected: decided.String(),
			Message: fmt.Sprintf("quỹ ghi chi khen thưởng %s đồng, tiền thưởng theo các quyết định được thống kê trong kỳ là %s đồng",
				paid, decided),
			Fix: diag.RuleOf(ruleid.Payments).Help,
		})
	}
	return found
}

// statistics gives the award statistics of a section: a table by award and kind of
// awardee, a sentence by occasion, a chart.
func (s *settler) statistics(
	f *plan.File, path string, p *plan.Report, a *plan.AwardReport, law *award.Law,
) ([]plan.Section, diag.List, plan.Money) {
	rows, whole := a.Counts, law
	var found diag.List
	var paid plan.Money
	var outcomes []*award.Outcome
	if len(a.From) > 0 {
		whole, outcomes, found = s.counted(f, record.Join(path, "from"), a, law)
		rows, paid = award.Statistics(whole, p.Period, outcomes...)
	}
	law = whole
	rows, wrong := award.CheckCounts(p, rows, record.Join(path, "counts"), law)
	found = append(found, award.Locate(f, wrong)...)
	day := p.Date.Last()
	if p.Period != nil {
		day = p.Period.Last()
	}
	giver := giverOf(p, outcomes, law)
	t := &plan.Table{
		Alt: "Số lượng khen thưởng theo danh hiệu, hình thức và đối tượng",
		Columns: []plan.Column{
			{Title: "TT", Width: 10, Align: plan.AlignCenter}, {Title: "Danh hiệu, hình thức", Share: 1},
			{Title: "Tổng số", Width: 18, Align: plan.AlignRight},
			{Title: "Tập thể", Width: 18, Align: plan.AlignRight}, {Title: "Cá nhân", Width: 18, Align: plan.AlignRight},
			{Title: "Trong đó lãnh đạo", Width: 22, Align: plan.AlignRight}, {Title: "Hộ gia đình", Width: 20, Align: plan.AlignRight},
		},
	}
	numbers := func(no, name string, r *plan.AwardCount) plan.Row {
		leaders := strconv.Itoa(r.Leaders)
		if r.Leaders+r.Others < r.Individuals {
			leaders = "" // nobody said
		}
		return textCells(no, name, strconv.Itoa(r.Total()), strconv.Itoa(r.Collectives), strconv.Itoa(r.Individuals), leaders,
			strconv.Itoa(r.Households))
	}
	for i := range rows {
		name := rows[i].Award
		if found, ok := law.Find(name); ok {
			name = found.FullName(day, giver)
		}
		t.Rows = append(t.Rows, numbers(strconv.Itoa(i+1), name, &rows[i]))
	}
	sum := totals(rows)
	total := numbers("", "Tổng cộng", &sum)
	total.Role = plan.TotalRow
	t.Rows = append(t.Rows, total)
	if !slices.ContainsFunc(rows, func(r plan.AwardCount) bool { return r.Leaders+r.Others > 0 }) { // nobody said who leads
		t.Columns = slices.Delete(t.Columns, leadersColumn, leadersColumn+1)
		for i := range t.Rows {
			t.Rows[i].Cells = slices.Delete(t.Rows[i].Cells, leadersColumn, leadersColumn+1)
		}
	}
	blocks := []plan.Section{{Table: t}}
	var by []string
	for _, o := range sum.Occasions {
		if kind := law.OccasionOn(o.Occasion, day); kind != nil {
			by = append(by, kind.Name+" "+vi.Count(o.Count))
		}
	}
	if len(by) > 0 {
		blocks = append(blocks, plan.Section{Body: escaped("Theo loại hình khen thưởng: " + strings.Join(by, "; ") + ".")})
	}
	if sum.Total() > 1 {
		bar := func(name string, n int) plan.Bar { return plan.Bar{Name: name, Value: plan.Number(strconv.Itoa(n))} }
		blocks = append(blocks, plan.Section{Chart: &plan.Chart{Caption: "Số được khen thưởng theo đối tượng", Bars: []plan.Bar{
			bar("Tập thể", sum.Collectives), bar("Cá nhân", sum.Individuals), bar("Hộ gia đình", sum.Households),
		}}})
	}
	return blocks, found, paid
}

// leadersColumn is that of leaders among the persons, in the table of a report's awards.
const leadersColumn = 5

// giverOf names who gives the awards that a report counts: who decided on them, or heads the body that reports. Empty where
// several decided.
func giverOf(p *plan.Report, outcomes []*award.Outcome, law *award.Law) string {
	if len(outcomes) == 0 {
		s := &plan.Season{Issuer: p.Issuer}
		if signers := p.AllSigners(); len(signers) > 0 {
			s.Decision = &plan.Ruling{Signer: &signers[len(signers)-1]}
		}
		return law.DeciderOf(s).Title()
	}
	giver := outcomes[0].Decider.Title()
	for _, o := range outcomes[1:] {
		if o.Decider.Title() != giver {
			return ""
		}
	}
	return giver
}

// totals adds up rows of award statistics; its award is empty.
func totals(rows []plan.AwardCount) plan.AwardCount {
	var t plan.AwardCount
	at := make(map[plan.Occasion]int)
	for _, row := range rows {
		t.Collectives += row.Collectives
		t.Individuals += row.Individuals
		t.Households += row.Households
		t.Leaders += row.Leaders
		t.Others += row.Others
		for _, o := range row.Occasions {
			i, ok := at[o.Occasion]
			if !ok {
				i = len(t.Occasions)
				at[o.Occasion] = i
				t.Occasions = append(t.Occasions, plan.OccasionCount{Occasion: o.Occasion})
			}
			t.Occasions[i].Count += o.Count
		}
	}
	return t
}

// counted judges the files whose awards a report counts. A file with errors of its own
// cannot be counted. whole is the law in whose words the report speaks of them: the own
// rules of its seasons laid over base.
func (s *settler) counted(
	f *plan.File, path string, a *plan.AwardReport, base *award.Law,
) (whole *award.Law, outcomes []*award.Outcome, found diag.List) {
	whole = base
	seen := make(map[*plan.File]bool)
	entered := make(map[entry]string)
	var counted []string // files of outcomes
	for i, name := range a.From {
		at := record.Index(path, i)
		of := s.set.Target(f, at)
		if of == nil {
			continue // the set says why
		}
		if own := s.set.Target(of, "law"); own != nil && !seen[own] {
			seen[own] = true
			whole = award.SeasonLaw(s.set, of, whole)
		}
		if slices.Index(a.From, name) < i {
			found.Add(twice(f.Pos(at), name, fmt.Sprintf(
				"tệp %q ghi hai lần, ai trong đó cũng được đếm hai lần", name)))
			continue
		}
		out, list := award.CheckFile(s.set, of, base)
		if list.HasErrors() {
			found.Add(&diag.Diagnostic{
				Pos: f.Pos(at), Rule: ruleid.Report, Found: name, Err: list.Err(),
				Message: fmt.Sprintf("không thống kê được từ tệp %q: tệp này không dùng được hoặc còn lỗi", name),
				Fix:     "chạy vanban award check với tệp đó",
			})
			continue
		}
		if other := sameDecision(outcomes, out); other >= 0 {
			found.Add(twice(f.Pos(at), name, fmt.Sprintf("tệp %q và tệp %q là của cùng một quyết định số %s, "+
				"ai trong đó cũng được đếm hai lần",
				counted[other], name, out.Season.Decision.Number)))
			continue
		}
		outcomes, counted = append(outcomes, out), append(counted, name)
		if d := enteredTwice(entered, out, name); d != nil {
			d.Pos = f.Pos(at)
			found.Add(d)
		}
	}
	return whole, outcomes, found
}

// twice is the finding of a file whose awards are counted already.
func twice(at diag.Pos, name, message string) *diag.Diagnostic {
	return &diag.Diagnostic{Pos: at, Rule: ruleid.Report, Found: name, Message: message, Fix: "bỏ một trong hai"}
}

// sameDecision is the place of an outcome that is of the same decision, by number, day and who decides; -1: there is none.
func sameDecision(outcomes []*award.Outcome, out *award.Outcome) int {
	of := func(o *award.Outcome) *plan.Ruling { return zero.Or(zero.Or(o.Season).Decision) }
	return slices.IndexFunc(outcomes, func(o *award.Outcome) bool {
		return of(out).Number != "" && of(o).Number == of(out).Number && of(o).Date == of(out).Date &&
			o.Decider.Title() == out.Decider.Title()
	})
}

// entry is a number in the register that a body keeps for a year.
type entry struct {
	by           string
	year, number int
}

// enteredTwice warns of numbers that an earlier file of the report has given in the same register, as two decisions do of which each
// counts from 1.
func enteredTwice(entered map[entry]string, out *award.Outcome, name string) *diag.Diagnostic {
	d := zero.Or(zero.Or(out.Season).Decision)
	if d.Number == "" {
		return nil
	}
	var twice []string
	first, next := "", 1
	for _, r := range out.Given() {
		e := entry{out.Decider.Title(), d.Date.Year, r.Register}
		if other, is := entered[e]; is {
			first, twice = other, append(twice, vi.Count(e.number))
		} else if e.number > 0 {
			entered[e] = name
		}
	}
	if twice == nil {
		return nil
	}
	for e := range entered {
		if e.by == out.Decider.Title() && e.year == d.Date.Year {
			next = max(next, e.number+1)
		}
	}
	const most = 10
	if len(twice) > most {
		twice = append(twice[:most], "...")
	}
	return &diag.Diagnostic{Level: diag.Warning, Rule: ruleid.Register, Found: name,
		Message: fmt.Sprintf("số vào sổ năm %d ghi hai lần, ở %s và %s: %s", d.Date.Year, first, name, strings.Join(twice, ", ")),
		Fix: fmt.Sprintf(`sổ đánh số nối tiếp thì ghi "first" (số vào sổ đầu tiên) của "certificates" từ %d rồi in lại giấy khen; `+
			`sổ riêng từng quyết định thì để nguyên`, next)}
}
