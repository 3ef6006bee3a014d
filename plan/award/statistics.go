package award

import (
	"fmt"
	"slices"

	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// Statistics counts the awards of several seasons and decisions for a report
// "thống kê khen thưởng": one row an award, in the law's order, and what they were paid. Only
// decisions that bear a number and a full date, and whose day lies in the period, count, those
// that add an award like those that give the others, and only awards that were not cancelled;
// a nil period takes all.
func Statistics(law *Law, period *plan.Period, outcomes ...*Outcome) (all []plan.AwardCount, paid plan.Money) {
	law = zero.Or(law)
	rows := make(map[string]*plan.AwardCount)
	for _, o := range outcomes {
		o = zero.Or(o)
		said := saidIn(o)
		for i := range o.Results {
			r := &o.Results[i]
			if r.Status != Awarded || !o.decided(r) || !within(period, o.dayOf(r)) {
				continue
			}
			row := rows[r.Award.Code]
			if row == nil {
				row = &plan.AwardCount{Award: r.Award.Code}
				rows[r.Award.Code] = row
			}
			count(row, &r.Nominee.Awardee, occasionIn(o.Season, r.Nominee), said)
			paid += r.Pay.Amount
		}
	}
	for i := range law.Awards {
		if row := rows[law.Awards[i].Code]; row != nil {
			if row.Leaders+row.Others < row.Individuals { // of some nobody said
				row.Leaders, row.Others = 0, 0
			}
			all = append(all, *row)
		}
	}
	return all, paid
}

func within(p *plan.Period, day plan.Date) bool {
	return p == nil || !day.Before(p.From) && !p.Last().Before(day)
}

func count(row *plan.AwardCount, a *plan.Awardee, occasion plan.Occasion, said saidPosts) {
	switch a.Kind {
	case plan.Collective:
		row.Collectives++
	case plan.Household:
		row.Households++
	case plan.Individual:
		row.Individuals++
		switch {
		case a.Leader:
			row.Leaders++
		case !slices.Contains(said.unsaid(a), "leader"):
			row.Others++
		}
	}
	for i := range row.Occasions {
		if row.Occasions[i].Occasion == occasion {
			row.Occasions[i].Count++
			return
		}
	}
	row.Occasions = append(row.Occasions, plan.OccasionCount{Occasion: occasion, Count: 1})
}

// CheckCounts judges award statistics of a report, computed or given by hand, at the path of
// their list: every award must exist, the counts by occasion and by kind of
// awardee must agree, and leaders with others must be the individuals. Parts
// that a row does not give are not asked for. The rows that it returns have codes
// where others name awards in words.
func CheckCounts(r *plan.Report, rows []plan.AwardCount, path string, law *Law) ([]plan.AwardCount, diag.List) {
	coding := law.coding(reporting(r))
	rows = coding.counts(path, rows)
	found := coding.found
	seen := make(map[string]bool)
	for i := range rows {
		row := &rows[i]
		at := fmt.Sprintf("%s[%d]", path, i)
		bad := func(key, message string, is, want int) {
			found.Add(&diag.Diagnostic{
				Pos: diag.At(at + "." + key), Rule: ruleid.Report, Found: fmt.Sprint(is), Expected: fmt.Sprint(want),
				Message: fmt.Sprintf("%s: %s (%d và %d)", row.Award, message, is, want),
			})
		}
		if seen[row.Award] {
			found.Add(&diag.Diagnostic{Pos: diag.At(at + ".award"), Rule: ruleid.Report, Found: row.Award,
				Message: fmt.Sprintf("%s có hai dòng", row.Award)})
		}
		seen[row.Award] = true
		sum := 0
		for _, o := range row.Occasions {
			sum += o.Count
		}
		if len(row.Occasions) > 0 && sum != row.Total() {
			bad("occasions", "cộng theo loại hình khác cộng theo đối tượng", sum, row.Total())
		}
		if people := row.Leaders + row.Others; people > 0 && people != row.Individuals {
			bad("leaders", "lãnh đạo cộng không lãnh đạo khác số cá nhân", people, row.Individuals)
		}
	}
	return rows, found
}
