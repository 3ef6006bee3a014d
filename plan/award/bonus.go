package award

import (
	"fmt"

	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// Pay is a bonus as computed: multiplier times base salary, rounded.
type Pay struct {
	Multiplier plan.Multiplier
	Base       plan.Money // "mức lương cơ sở" of the day of the decision
	Amount     plan.Money
}

// PayOn computes the bonus "tiền thưởng" of an award to a kind of awardee by the
// law of the day of the decision. An empty rounding is the law's. The findings
// name what is missing (an error, and no pay) and what is not verified.
func (l *Law) PayOn(a *Award, r plan.Recipient, day plan.Date, rounding plan.Rounding) (Pay, diag.List) {
	l, a = zero.Or(l), zero.Or(a)
	var found diag.List
	salary, rule, bonus := l.SalaryOn(day), l.RoundingOn(day), a.BonusOn(r, day)
	switch {
	case bonus == nil:
		found.Add(&diag.Diagnostic{
			Rule: RuleBonusMissing, Source: l.principle("bonus-stated", day).Basis,
			Message: fmt.Sprintf("không có mức tiền thưởng của %s (%s) cho %s vào %s", a.Name, a.Code, r.Term(), day.Short()),
			Fix:     "bổ sung vào tệp quy định của tỉnh, hoặc xem lại danh hiệu và ngày quyết định",
		})
		return Pay{}, found
	case salary == nil:
		found.Add(&diag.Diagnostic{Rule: RuleBonusMissing, Message: fmt.Sprintf("không có mức lương cơ sở của %s", day.Short())})
		return Pay{}, found
	}
	unit := plan.Money(1)
	if rule != nil {
		unit = rule.Unit
		if rounding == "" {
			rounding = rule.Mode
			add(&found, rule.unverified("cách làm tròn tiền thưởng"))
		}
	}
	add(&found, salary.unverified("mức lương cơ sở "+salary.Amount.String()+" đồng"))
	add(&found, bonus.unverified(fmt.Sprintf("hệ số %s của %s cho %s", bonus.Multiplier, a.Name, r.Term())))
	amount, err := salary.Amount.Times(bonus.Multiplier, rounding, unit)
	if err != nil {
		found.Add(&diag.Diagnostic{Rule: RuleBonusMissing, Err: err, Message: fmt.Sprintf("không tính được tiền thưởng của %s: số quá lớn hoặc cách làm tròn lạ", a.Name)})
		return Pay{}, found
	}
	return Pay{bonus.Multiplier, salary.Amount, amount}, found
}

// add adds a finding unless there is none.
func add(found *diag.List, d *diag.Diagnostic) {
	if d != nil {
		found.Add(d)
	}
}
