package award

import (
	"fmt"

	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// Pay is a bonus as computed: multiplier times base salary, rounded; a fixed sum has
// neither of the two, and no money has no amount either.
type Pay struct {
	Multiplier plan.Multiplier
	Base       plan.Money // "mức lương cơ sở" of the day of the decision
	Amount     plan.Money
}

// PayOn computes the bonus "tiền thưởng" of an award to a kind of awardee by the
// law of the day of the decision. An empty rounding is the law's. The findings
// name what is missing or was never read (an error, and no pay), and what may not
// hold any more.
func (l *Law) PayOn(a *Award, r plan.Recipient, day plan.Date, rounding plan.Rounding) (Pay, diag.List) {
	a = zero.Or(a)
	return l.payBy(a, a.BonusOn(r, day), r, day, rounding)
}

// payBy is [Law.PayOn] by a bonus that is the law's or the season's own; nil for none.
func (l *Law) payBy(a *Award, bonus *bonus, r plan.Recipient, day plan.Date, rounding plan.Rounding) (Pay, diag.List) {
	l = zero.Or(l)
	missing := func(format string, args ...any) (Pay, diag.List) {
		return Pay{}, diag.List{{
			Rule: ruleBonusMissing, Source: l.principle("bonus-stated", day).Basis, Message: fmt.Sprintf(format, args...),
			Fix: `ghi mức tiền (hoặc money: none) vào tệp quy định của tỉnh, hay vào "bonus" (tiền thưởng), kèm "basis" (căn cứ)`,
		}}
	}
	switch {
	case bonus == nil:
		return missing("không có mức tiền thưởng của %s (%s) cho %s vào %s", a.Name, a.Code, r.Term(), day.Short())
	case bonus.Money == "none":
		return Pay{}, nil
	case !bonus.Verified:
		note := ""
		if bonus.Note != "" {
			note = " (" + bonus.Note + ")"
		}
		return missing("mức tiền thưởng của %s (%s) cho %s vào %s chưa đối chiếu với văn bản gốc nên không dùng để chi%s", a.Name, a.Code,
			r.Term(), day.Short(), note)
	}
	var found diag.List
	add(&found, l.unread(&bonus.validity, day, func() string { return "mức tiền thưởng theo " + bonus.Basis }))
	if bonus.Amount != 0 {
		return Pay{Amount: bonus.Amount}, found
	}
	salary := l.SalaryOn(day)
	switch {
	case salary == nil:
		return missing("không có mức lương cơ sở của %s", day.Short())
	case !salary.Verified:
		return missing("mức lương cơ sở %s đồng của %s chưa đối chiếu với văn bản gốc nên không dùng để chi", salary.Amount, day.Short())
	}
	add(&found, l.unread(&salary.validity, day, func() string { return "mức lương cơ sở " + salary.Amount.String() + " đồng" }))
	unit := plan.Money(1)
	if rule := l.RoundingOn(day); rule != nil {
		unit = rule.Unit
		if rounding == "" {
			rounding = rule.Mode
			add(&found, l.unread(&rule.validity, day, func() string { return "cách làm tròn tiền thưởng" }))
		}
	}
	amount, err := salary.Amount.Times(bonus.Multiplier, rounding, unit)
	if err != nil {
		return Pay{}, diag.List{{Rule: ruleBonusMissing, Err: err,
			Message: fmt.Sprintf("không tính được tiền thưởng của %s: số quá lớn hoặc cách làm tròn lạ", a.Name)}}
	}
	return Pay{bonus.Multiplier, salary.Amount, amount}, found
}

// add adds a finding unless there is none.
func add(found *diag.List, d *diag.Diagnostic) {
	if d != nil {
		found.Add(d)
	}
}
