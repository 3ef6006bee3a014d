package award

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// unread gives the warning that a figure was used which nobody has read in a source, or
// of which nobody knows whether it holds on the day; nil where neither is so.
func (l *Law) unread(v *Validity, what string, day plan.Date) *diag.Diagnostic {
	note, message := v.Note, what+" lấy từ số liệu chưa đối chiếu với văn bản gốc"
	if v.Verified {
		from := v.Doubt
		if act := l.doubtful(v.Basis, day); act != nil {
			from, note = act.Doubt, act.Note
		}
		if from.IsZero() || day.Before(from) {
			return nil
		}
		message = fmt.Sprintf("%s: từ %s chưa chắc còn hiệu lực", what, from.Short())
	}
	if note != "" {
		message += " (" + note + ")"
	}
	return &diag.Diagnostic{
		Level: diag.Warning, Rule: RuleUnverified, Message: message,
		Fix: "đối chiếu trước khi ban hành", Source: v.Basis,
	}
}

// Unread gives the warnings about all of the law that nobody has read in a source, or that
// may not hold any more from some day on, in the order of the files.
func (l *Law) Unread() diag.List {
	l = zero.Or(l)
	var found diag.List
	ask := func(v *Validity, format string, args ...any) {
		day := v.Doubt
		if day.IsZero() {
			day = v.From
		}
		add(&found, l.unread(v, fmt.Sprintf(format, args...)+span(v), day))
	}
	for i := range l.Acts {
		ask(&l.Acts[i].Validity, "căn cứ %s", l.Acts[i].Symbol)
	}
	for i := range l.BaseSalaries {
		ask(&l.BaseSalaries[i].Validity, "mức lương cơ sở %s đồng", l.BaseSalaries[i].Amount)
	}
	for i := range l.Roundings {
		ask(&l.Roundings[i].Validity, "cách làm tròn tiền thưởng")
	}
	for i := range l.FundLimits {
		ask(&l.FundLimits[i].Validity, "mức trích quỹ %s%%", l.FundLimits[i].Percent)
	}
	for i := range l.Occasions {
		ask(&l.Occasions[i].Validity, "loại hình khen thưởng %s", l.Occasions[i].Name)
	}
	for i := range l.Principles {
		ask(&l.Principles[i].Validity, "nguyên tắc: %s", l.Principles[i].Text)
	}
	for i := range l.Dossiers {
		ask(&l.Dossiers[i].Validity, "thành phần hồ sơ %s", strings.Join(l.Dossiers[i].Awards, ", "))
	}
	for i := range l.VoteRules {
		ask(&l.VoteRules[i].Validity, "tỷ lệ biểu quyết %s", l.VoteRules[i].Threshold)
	}
	for i := range l.Deadlines {
		ask(&l.Deadlines[i].Validity, "thời hạn: %s", l.Deadlines[i].Text)
	}
	for i := range l.Awards {
		a := &l.Awards[i]
		for k := range a.Authorities {
			ask(&a.Authorities[k].Validity, "thẩm quyền quyết định %s (%s)", a.Name, a.Code)
		}
		for k := range a.Bonuses {
			ask(&a.Bonuses[k].Validity, "mức tiền thưởng của %s (%s) cho %s", a.Name, a.Code, a.Bonuses[k].Recipient.Term())
		}
		for k := range a.Standards {
			ask(&a.Standards[k].Validity, "tiêu chuẩn %s (%s)", a.Name, a.Code)
		}
	}
	return found
}

// doubtful gives the act that a basis names and of which nobody knows whether it is in
// force on a day.
func (l *Law) doubtful(basis string, day plan.Date) *Act {
	for i := range l.Acts {
		if a := &l.Acts[i]; !a.Doubt.IsZero() && !day.Before(a.Doubt) && strings.Contains(basis, a.Symbol) {
			return a
		}
	}
	return nil
}

// Find gives the award with a code.
func (l *Law) Find(code string) (*Award, bool) {
	l = zero.Or(l)
	for i := range l.Awards {
		if l.Awards[i].Code == code {
			return &l.Awards[i], true
		}
	}
	return nil, false
}

// last gives the last entry that holds on a day and fits. The last one wins: an
// overlay stands behind what it replaces.
func last[T any](entries []T, day plan.Date, validity func(*T) *Validity, fits func(*T) bool) *T {
	for i := len(entries) - 1; i >= 0; i-- {
		if e := &entries[i]; validity(e).Holds(day) && fits(e) {
			return e
		}
	}
	return nil
}

// SalaryOn gives the base salary of a day, nil where the law has none.
func (l *Law) SalaryOn(day plan.Date) *BaseSalary {
	l = zero.Or(l)
	return last(l.BaseSalaries, day, func(e *BaseSalary) *Validity { return &e.Validity }, func(*BaseSalary) bool { return true })
}

// RoundingOn gives the rounding of a day, nil where the law has none.
func (l *Law) RoundingOn(day plan.Date) *Rounding {
	l = zero.Or(l)
	return last(l.Roundings, day, func(e *Rounding) *Validity { return &e.Validity }, func(*Rounding) bool { return true })
}

// FundLimitOn gives the limit of the fund, nil where the law has none. An empty
// region is plain.
func (l *Law) FundLimitOn(level plan.Level, region plan.Region, day plan.Date) *FundLimit {
	l = zero.Or(l)
	region = cmp.Or(region, plan.Plain)
	return last(l.FundLimits, day, func(e *FundLimit) *Validity { return &e.Validity },
		func(e *FundLimit) bool { return e.Level == level && e.Region == region })
}

// OccasionOn gives a kind of occasion that exists on a day, nil if it does not.
// An empty id is merit.
func (l *Law) OccasionOn(id plan.Occasion, day plan.Date) *Occasion {
	l = zero.Or(l)
	id = cmp.Or(id, plan.Merit)
	return last(l.Occasions, day, func(e *Occasion) *Validity { return &e.Validity }, func(e *Occasion) bool { return e.ID == id })
}

// principle gives a principle by its id; an empty one where the law lacks it.
func (l *Law) principle(id string, day plan.Date) *Principle {
	p := last(l.Principles, day, func(e *Principle) *Validity { return &e.Validity }, func(e *Principle) bool { return e.ID == id })
	if p == nil {
		return &Principle{Validity: Validity{Verified: true}}
	}
	return p
}

// DossierOn gives what a dossier for an award consists of, nil where the law
// says nothing.
func (l *Law) DossierOn(a *Award, occasion plan.Occasion, day plan.Date) *Dossier {
	l, a = zero.Or(l), zero.Or(a)
	return last(l.Dossiers, day, func(e *Dossier) *Validity { return &e.Validity }, func(e *Dossier) bool {
		return (e.Class == "" || e.Class == a.Class) &&
			(len(e.Awards) == 0 || slices.Contains(e.Awards, a.Code)) &&
			(len(e.Occasions) == 0 || slices.Contains(e.Occasions, occasion))
	})
}

// VoteRuleOn gives how a vote on an award passes, nil where the law says nothing.
func (l *Law) VoteRuleOn(level plan.Level, code string, day plan.Date) *VoteRule {
	l = zero.Or(l)
	return last(l.VoteRules, day, func(e *VoteRule) *Validity { return &e.Validity }, func(e *VoteRule) bool {
		return e.Level == level && (len(e.Awards) == 0 || slices.Contains(e.Awards, code))
	})
}

// AuthorityOn gives the authority of a level to decide on the award on a day,
// nil where it has none.
func (a *Award) AuthorityOn(level plan.Level, day plan.Date) *Authority {
	a = zero.Or(a)
	return last(a.Authorities, day, func(e *Authority) *Validity { return &e.Validity }, func(e *Authority) bool { return e.Level == level })
}

// DecidersOn gives the levels that may decide on the award on a day.
func (a *Award) DecidersOn(day plan.Date) []plan.Level {
	a = zero.Or(a)
	var levels []plan.Level
	for i := range a.Authorities {
		if e := &a.Authorities[i]; e.Holds(day) && !slices.Contains(levels, e.Level) {
			levels = append(levels, e.Level)
		}
	}
	return levels
}

// BonusOn gives the bonus of a kind of awardee on a day, nil where the law has
// none.
func (a *Award) BonusOn(r plan.Recipient, day plan.Date) *Bonus {
	a = zero.Or(a)
	return last(a.Bonuses, day, func(e *Bonus) *Validity { return &e.Validity }, func(e *Bonus) bool { return e.Recipient == r })
}

// StandardOn gives the standard for a kind of awardee on a day, nil where the
// law has none: then a person judges.
func (a *Award) StandardOn(r plan.Recipient, day plan.Date) *Standard {
	a = zero.Or(a)
	return last(a.Standards, day, func(e *Standard) *Validity { return &e.Validity },
		func(e *Standard) bool { return e.Recipient == "" || e.Recipient == r })
}

// transition gives the transition that keeps a dossier, received on one day and
// decided on another, under the standards of before; nil if none lies between.
func (l *Law) transition(received, decided plan.Date) *Transition {
	for i := range l.Transitions {
		if t := &l.Transitions[i]; received.Before(t.At) && !decided.Before(t.At) {
			return t
		}
	}
	return nil
}
