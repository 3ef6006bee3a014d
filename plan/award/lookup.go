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
func (l *Law) unread(v *validity, day plan.Date, what func() string) *diag.Diagnostic {
	note, message := v.Note, " lấy từ số liệu chưa đối chiếu với văn bản gốc"
	if v.Verified {
		from := v.Doubt
		if act := l.doubtful(v.Basis, day); act != nil {
			from, note = act.Doubt, act.Note
		}
		if from.IsZero() || day.Before(from) {
			return nil
		}
		message = fmt.Sprintf(": từ %s chưa chắc còn hiệu lực", from.Short())
	}
	if note != "" {
		message += " (" + note + ")"
	}
	return &diag.Diagnostic{
		Level: diag.Warning, Rule: ruleUnverified, Message: what() + message,
		Fix: "đối chiếu trước khi ban hành", Source: v.Basis,
	}
}

// Unread returns the warnings about all of the law that nobody has read in a source, or that
// may not hold any more from some day on, in the order of the files.
func (l *Law) Unread() diag.List {
	l = zero.Or(l)
	var found diag.List
	unreadAll(l, &found, l.Acts, func(e *act) string { return "căn cứ " + e.Symbol })
	unreadAll(l, &found, l.BaseSalaries, func(e *baseSalary) string { return "mức lương cơ sở " + e.Amount.String() + " đồng" })
	unreadAll(l, &found, l.Roundings, func(*rounding) string { return "cách làm tròn tiền thưởng" })
	unreadAll(l, &found, l.FundLimits, func(e *fundLimit) string { return "mức trích quỹ " + e.Percent.String() + "%" })
	unreadAll(l, &found, l.Occasions, func(e *occasion) string { return "loại hình khen thưởng " + e.Name })
	unreadAll(l, &found, l.Principles, func(e *principle) string { return "nguyên tắc: " + e.Text })
	unreadAll(l, &found, l.Dossiers, func(e *dossier) string {
		return strings.TrimSpace("thành phần hồ sơ " + strings.Join(e.Awards, ", "))
	})
	unreadAll(l, &found, l.VoteRules, func(e *voteRule) string { return fmt.Sprintf("tỷ lệ biểu quyết %s", e.Threshold) })
	unreadAll(l, &found, l.Deadlines, func(e *deadline) string { return "thời hạn: " + e.Text })
	for i := range l.Awards {
		a := &l.Awards[i]
		named := a.Name + " (" + a.Code + ")"
		unreadAll(l, &found, a.Authorities, func(*authority) string { return "thẩm quyền quyết định " + named })
		unreadAll(l, &found, a.Bonuses, func(e *bonus) string { return "mức tiền thưởng của " + named + " cho " + e.Recipient.Term() })
		unreadAll(l, &found, a.Standards, func(*standard) string { return "tiêu chuẩn " + named })
	}
	unreadAll(l, &found, builtinForms(), func(*formSet) string { return yearFormsTerm })
	return found
}

// entry is an entry of the law, valid for a time.
type entry[T any] interface {
	*T
	Holds(day plan.Date) bool
	valid() *validity
}

// unreadAll adds what unread says of entries, each on the first day of its doubt or of all.
func unreadAll[T any, E entry[T]](l *Law, found *diag.List, entries []T, what func(E) string) {
	for i := range entries {
		e := E(&entries[i])
		v := e.valid()
		add(found, l.unread(v, cmp.Or(v.Doubt, v.From), func() string { return what(e) + span(v) }))
	}
}

// doubtful gives the act that a basis names and of which nobody knows whether it is in
// force on a day.
func (l *Law) doubtful(basis string, day plan.Date) *act {
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
func last[T any, E entry[T]](entries []T, day plan.Date, fits func(E) bool) E {
	for i := len(entries) - 1; i >= 0; i-- {
		if e := E(&entries[i]); e.Holds(day) && fits(e) {
			return e
		}
	}
	return nil
}

// SalaryOn returns the base salary of a day, nil where the law has none.
func (l *Law) SalaryOn(day plan.Date) *baseSalary {
	l = zero.Or(l)
	return last(l.BaseSalaries, day, func(*baseSalary) bool { return true })
}

// RoundingOn gives the rounding of a day, nil where the law has none.
func (l *Law) RoundingOn(day plan.Date) *rounding {
	l = zero.Or(l)
	return last(l.Roundings, day, func(*rounding) bool { return true })
}

// FundLimitOn gives the limit of the fund, nil where the law has none. An empty
// region is plain.
func (l *Law) FundLimitOn(level plan.Level, region plan.Region, day plan.Date) *fundLimit {
	l = zero.Or(l)
	region = cmp.Or(region, "plain")
	return last(l.FundLimits, day, func(e *fundLimit) bool { return e.Level == level && e.Region == region })
}

// OccasionOn returns a kind of occasion that exists on a day, nil if it does not.
// An empty id is merit.
func (l *Law) OccasionOn(id plan.Occasion, day plan.Date) *occasion {
	l = zero.Or(l)
	id = cmp.Or(id, plan.Merit)
	return last(l.Occasions, day, func(e *occasion) bool { return e.ID == id })
}

// principle gives a principle by its id; an empty one where the law lacks it.
func (l *Law) principle(id string, day plan.Date) *principle {
	p := last(l.Principles, day, func(e *principle) bool { return e.ID == id })
	if p == nil {
		return &principle{validity: validity{Verified: true}}
	}
	return p
}

// DossierOn returns what a dossier for an award consists of, nil where the law
// says nothing.
func (l *Law) DossierOn(a *Award, occasion plan.Occasion, day plan.Date) *dossier {
	l, a = zero.Or(l), zero.Or(a)
	return last(l.Dossiers, day, func(e *dossier) bool {
		return (e.Class == "" || e.Class == a.Class) &&
			(len(e.Awards) == 0 || slices.Contains(e.Awards, a.Code)) &&
			(len(e.Occasions) == 0 || slices.Contains(e.Occasions, occasion))
	})
}

// VoteRuleOn returns how a vote on an award passes, nil where the law says nothing.
func (l *Law) VoteRuleOn(level plan.Level, code string, day plan.Date) *voteRule {
	l = zero.Or(l)
	return last(l.VoteRules, day, func(e *voteRule) bool {
		return e.Level == level && (len(e.Awards) == 0 || slices.Contains(e.Awards, code))
	})
}

// AuthorityOn gives the authority of a level to decide on the award on a day,
// nil where it has none.
func (a *Award) AuthorityOn(level plan.Level, day plan.Date) *authority {
	a = zero.Or(a)
	return last(a.Authorities, day, func(e *authority) bool { return e.Level == level })
}

// DecidersOn returns the levels that may decide on the award on a day.
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
func (a *Award) BonusOn(r plan.Recipient, day plan.Date) *bonus {
	a = zero.Or(a)
	return last(a.Bonuses, day, func(e *bonus) bool { return e.Recipient == r })
}

// StandardOn gives the standard for a kind of awardee on a day, nil where the
// law has none: then a person judges.
func (a *Award) StandardOn(r plan.Recipient, day plan.Date) *standard {
	a = zero.Or(a)
	return last(a.Standards, day, func(e *standard) bool { return e.Recipient == "" || e.Recipient == r })
}

// transition returns the transition that keeps a dossier, received on one day and
// decided on another, under the standards of before; nil if none lies between.
func (l *Law) transition(received, decided plan.Date) *transition {
	for i := range l.Transitions {
		if t := &l.Transitions[i]; received.Before(t.At) && !decided.Before(t.At) {
			return t
		}
	}
	return nil
}

// OccasionName gives the name of a kind of occasion "loại hình khen thưởng"; the id where the
// law does not know it.
func (l *Law) OccasionName(id plan.Occasion) string {
	l = zero.Or(l)
	for i := range l.Occasions {
		if l.Occasions[i].ID == id {
			return l.Occasions[i].Name
		}
	}
	return string(id)
}
