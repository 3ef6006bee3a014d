package award

import (
	"fmt"
	"slices"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// settle turns judgement, vote and the office's own words into a status.
func (c *checker) settle(r *Result, sound bool) {
	n := r.Nominee
	needsVote := c.needsVote(r)
	if n.Votes != nil {
		r.Vote = c.vote(r)
	}
	switch {
	case r.Judgement.Verdict == Deferred:
		r.Status, r.Reason = Postponed, r.Judgement.Reason
		if n.Votes != nil {
			c.add(at(r, "votes"), diag.Diagnostic{
				Rule: RuleBlocked, Source: r.Judgement.Source,
				Message: fmt.Sprintf("%s đang có việc chưa kết luận nên chưa xét, nhưng đã có kết quả biểu quyết: %s", n.Name, r.Judgement.Reason),
			})
		}
	case n.Deferred != "":
		r.Status, r.Reason = Postponed, n.Deferred
	case n.Refused != "":
		r.Status, r.Reason = Refused, n.Refused
	case !c.qualified(r):
		r.Status = Refused
	case needsVote && r.Vote == nil:
		r.Status = Pending
	case r.Vote != nil && !r.Vote.Passed:
		r.Status, r.Reason = Refused, "không đủ số phiếu: "+r.Vote.String()
	case !sound:
		r.Status = Pending
	case n.Forward:
		r.Status = Forwarded
	case n.Cancelled != nil || c.s.Decision != nil && c.s.Decision.Cancellation != nil:
		r.Status = Cancelled
	default:
		r.Status = Awarded
	}
}

// needsVote reports whether the council must vote: not under the simple
// procedure, whose dossier has no minutes.
func (c *checker) needsVote(r *Result) bool {
	if c.settled {
		return false
	}
	d := c.law.DossierOn(r.Award, c.occasionOf(r.Nominee), r.Day)
	if d == nil {
		return true
	}
	return slices.Contains(d.Papers, plan.DossierMinutes)
}

// qualified weighs the judgement with a person's confirmation. What a program
// cannot judge is settled by the council's vote.
func (c *checker) qualified(r *Result) bool {
	n, j := r.Nominee, &r.Judgement
	k := n.Confirmed
	if k != nil && (j.Verdict == NotMet) == k.Met && j.Verdict != NeedsPerson {
		if k.Reason == "" {
			c.add(at(r, "confirmed"), diag.Diagnostic{
				Rule: RuleOverride, Source: j.Source,
				Message: fmt.Sprintf("kết luận về %s khác kết quả kiểm tra (%s: %s) mà không ghi lý do", n.Name, j.Verdict, j.Reason),
				Fix:     `ghi "reason" (lý do)`,
			})
		} else {
			c.add(at(r, "confirmed"), diag.Diagnostic{
				Level: diag.Warning, Rule: RuleOverride, Source: j.Source,
				Message: fmt.Sprintf("kết luận về %s khác kết quả kiểm tra (%s: %s), lý do: %s", n.Name, j.Verdict, j.Reason, k.Reason),
			})
		}
	}
	switch {
	case k != nil && k.Met:
		return true
	case k != nil:
		r.Reason = k.Reason
		if r.Reason == "" {
			r.Reason = k.By + " xác nhận không đạt"
		}
		return false
	case j.Verdict != NotMet:
		return true
	}
	r.Reason = j.Reason
	level, what := diag.Warning, "không đạt tiêu chuẩn %s: %s"
	if r.Vote != nil && r.Vote.Passed {
		level, what = diag.Error, "đã được Hội đồng thông qua nhưng không đạt tiêu chuẩn %s: %s"
	}
	c.add(at(r, "award"), diag.Diagnostic{
		Level: level, Rule: RuleStandard, Found: n.Award, Source: j.Source,
		Message: n.Name + " " + fmt.Sprintf(what, r.Award.Name, j.Reason),
		Fix:     `xem lại số liệu, hoặc ghi "confirmed" (xác nhận của người xét) kèm lý do`,
	})
	return false
}

// pay computes the bonus and compares it with one written down.
func (c *checker) pay(r *Result) {
	n, day := r.Nominee, r.Day
	pay, found := c.law.PayOn(r.Award, n.Kind, day, c.s.Rounding)
	c.once(at(r, "award"), found)
	r.Pay = pay
	b, rule := n.Bonus, r.Award.BonusOn(n.Kind, day)
	if b == nil || rule == nil {
		return
	}
	if b.Multiplier != 0 && b.Multiplier != pay.Multiplier && !(rule.Maximum && b.Multiplier < pay.Multiplier) {
		c.add(at(r, "bonus.multiplier"), diag.Diagnostic{
			Rule: RuleBonusDiffers, Found: b.Multiplier.String(), Expected: pay.Multiplier.String(), Source: rule.Basis,
			Message: fmt.Sprintf("hệ số đã ghi là %s, quy định %s là %s", b.Multiplier, day.Short(), pay.Multiplier),
		})
		return
	}
	if rule.Maximum && b.Multiplier != 0 {
		pay = c.reduced(r, b.Multiplier)
		r.Pay = pay
	}
	if b.Amount != 0 && b.Amount != pay.Amount {
		c.add(at(r, "bonus.amount"), diag.Diagnostic{
			Rule: RuleBonusDiffers, Found: b.Amount.String(), Expected: pay.Amount.String(), Source: rule.Basis,
			Message: fmt.Sprintf("tiền thưởng đã ghi là %s đồng, tính đúng là %s × %s = %s đồng", b.Amount, pay.Multiplier, pay.Base, pay.Amount),
		})
	}
}

// reduced computes the bonus by a multiplier below the greatest one.
func (c *checker) reduced(r *Result, x plan.Multiplier) Pay {
	a := *r.Award
	b := *a.BonusOn(r.Nominee.Kind, r.Day)
	b.Multiplier = x
	a.Bonuses = []Bonus{b}
	pay, _ := c.law.PayOn(&a, r.Nominee.Kind, r.Day, c.s.Rounding)
	return pay
}
