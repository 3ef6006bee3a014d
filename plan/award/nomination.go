package award

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// dossierTerms names the papers of a dossier.
var dossierTerms = [...][2]string{
	{"submission", "tờ trình"},
	{"report", "báo cáo thành tích"},
	{"minutes", "biên bản bình xét"},
	{"initiative", "chứng nhận sáng kiến, đề tài"},
	{"certificate", "giấy xác nhận thành tích"},
	{"opinion", "ý kiến của cơ quan liên quan"},
}

// dossier asks whether the dossier that a nominee lists is complete. Who lists
// none is not asked.
func (c *checker) dossier(r *Result) {
	n := r.Nominee
	rule := c.law.DossierOn(r.Award, c.occasionOf(n), c.receivedOn(n))
	if len(n.Dossier) == 0 || rule == nil {
		return
	}
	var missing []string
	for _, t := range dossierTerms {
		if slices.Contains(rule.Papers, t[0]) && !slices.Contains(n.Dossier, t[0]) {
			missing = append(missing, t[1])
		}
	}
	if len(missing) > 0 {
		c.add(at(r, "dossier"), diag.Diagnostic{
			Rule: RuleDossier, Found: strings.Join(n.Dossier, ", "), Expected: strings.Join(rule.Papers, ", "), Source: rule.Basis,
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
	switch year := (plan.Date{Year: c.s.Year}); {
	case c.out.Day.Before(from):
		c.add(at(r, "period"), diag.Diagnostic{
			Rule: RulePeriod, Found: n.Period.From.String(),
			Message: fmt.Sprintf("thành tích của %s bắt đầu ngày %s, sau ngày quyết định %s", n.Name, short(from), short(c.out.Day)),
		})
	case c.occasionOf(n) == Merit && (to.Before(year.First()) || year.Last().Before(from)):
		c.add(at(r, "period"), diag.Diagnostic{
			Rule: RulePeriod, Found: n.Period.From.String(),
			Message: fmt.Sprintf("thời gian lập thành tích của %s không thuộc năm %d", n.Name, c.s.Year),
		})
	}
}

// cancelled judges a decision that was cancelled as a whole.
func (c *checker) cancelled() {
	d := c.s.Decision
	if d == nil || d.Cancellation == nil {
		return
	}
	var paid plan.Money
	for i := range c.out.Results {
		paid += c.out.Results[i].Pay.Amount
	}
	c.cancellation("decision.cancellation", d.Cancellation, paid, "quyết định")
}

// cancellation judges how an award was taken back: by whoever gave it, by a
// dated and numbered decision, with the money to be recovered.
func (c *checker) cancellation(path string, k *plan.Cancellation, paid plan.Money, what string) {
	source := c.law.principle("cancellation", c.out.Day).Basis
	c.signedAlone(path+".signer", k.Signer)
	if k.By != "" && Level(k.By) != c.level {
		c.add(path+".by", diag.Diagnostic{
			Rule: RuleCancellation, Found: k.By, Expected: string(c.level), Source: source,
			Message: fmt.Sprintf("%s: hủy bỏ phải do %s, người đã quyết định khen thưởng, không phải %s", what, c.level.Term(), Level(k.By).Term()),
		})
	}
	if k.Decision.Number == "" || !k.Decision.Date.IsFull() {
		c.add(path+".decision", diag.Diagnostic{
			Level: diag.Warning, Rule: RuleCancellation, Source: source, Message: fmt.Sprintf("%s: chưa có số và ngày của quyết định hủy bỏ", what),
		})
	} else if k.Decision.Date.Before(c.out.Day) {
		c.add(path+".decision.date", diag.Diagnostic{
			Rule: RuleCancellation, Found: k.Decision.Date.String(), Source: source,
			Message: fmt.Sprintf("%s: quyết định hủy bỏ ngày %s, trước quyết định khen thưởng ngày %s", what, short(k.Decision.Date), short(c.out.Day)),
		})
	}
	if k.Recover != paid {
		c.add(path+".recover", diag.Diagnostic{
			Level: diag.Warning, Rule: RuleCancellation, Found: k.Recover.String(), Expected: paid.String(), Source: source,
			Message: fmt.Sprintf("%s: số tiền thu hồi là %s đồng, tiền thưởng đã tặng là %s đồng", what, k.Recover, paid),
		})
	}
}
