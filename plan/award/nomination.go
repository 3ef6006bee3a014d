package award

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// dossier asks whether the dossier that a nominee lists is complete. Who lists
// none is not asked.
func (c *checker) dossier(r *Result) {
	n := r.Nominee
	rule := c.law.DossierOn(r.Award, c.occasionOf(n), c.receivedOn(r))
	if len(n.Dossier) == 0 || rule == nil {
		return
	}
	excused := slices.ContainsFunc(n.Ratings, func(y plan.YearRating) bool {
		return rule.Excused != "" && y.Year == c.s.Year && y.Rating.Rank() >= rule.Excused.Rank()
	})
	var missing []string
	for _, id := range plan.DossierPaper("").Values() {
		if p := plan.DossierPaper(id); slices.Contains(rule.Papers, p) && !slices.Contains(n.Dossier, p) &&
			!(excused && p == "initiative") {
			missing = append(missing, p.Term())
		}
	}
	if len(missing) > 0 {
		level := diag.Error
		if !rule.Verified {
			level = diag.Warning
		}
		c.add(at(r, "dossier"), diag.Diagnostic{
			Level: level, Rule: ruleDossier, Found: listed(n.Dossier), Expected: listed(rule.Papers), Source: rule.Basis,
			Message: fmt.Sprintf("hồ sơ của %s thiếu %s", n.Name, strings.Join(missing, ", ")),
		})
	}
}

// period refuses achievements that lie after the decision, and warns of those
// for merit that lie wholly outside the season's year.
func (c *checker) period(r *Result) {
	n := r.Nominee
	if n.Period == nil {
		return
	}
	from, to := c.periodOf(n)
	switch first, end := c.seasonPeriod(); {
	case r.Day.Before(from):
		c.add(at(r, "period"), diag.Diagnostic{
			Rule: rulePeriod, Found: n.Period.From.String(),
			Message: fmt.Sprintf("thành tích của %s bắt đầu %s, sau quyết định %s", n.Name, from.Short(), r.Day.Short()),
		})
	case c.occasionOf(n) == plan.Merit && (to.Before(first) || end.Before(from)):
		c.add(at(r, "period"), diag.Diagnostic{
			Rule: rulePeriod, Found: n.Period.From.String(),
			Message: fmt.Sprintf("thời gian lập thành tích của %s không thuộc %s", n.Name, c.periodTerm()),
			Fix:     `sửa "period" (thời gian lập thành tích), hoặc ghi "year" (năm) của khen thưởng`,
		})
	}
}

// listed names the papers of a dossier by their values, as YAML has them.
func listed(papers []plan.DossierPaper) string {
	values := make([]string, len(papers))
	for i, p := range papers {
		values[i] = string(p)
	}
	return strings.Join(values, ", ")
}
