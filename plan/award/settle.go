package award

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
)

// settle turns judgement, vote and the office's own words into a status.
func (c *checker) settle(r *Result) {
	n := r.Nominee
	if n.Votes != nil {
		r.Vote = c.vote(r)
	}
	switch {
	case r.Judgement.Verdict == deferred:
		r.Status, r.Reason = Postponed, r.Judgement.Reason
		if n.Votes != nil {
			c.add(at(r, "votes"), diag.Diagnostic{
				Rule: ruleBlocked, Source: r.Judgement.Source,
				Message: fmt.Sprintf("%s đang có việc chưa kết luận nên chưa xét, nhưng đã có kết quả biểu quyết: %s", n.Name,
					r.Judgement.Reason),
			})
		}
	case n.Deferred != "":
		r.Status, r.Reason = Postponed, n.Deferred
	case n.Refused != "":
		r.Status, r.Reason = refused, n.Refused
	case !c.qualified(r):
		r.Status = refused
	case r.Vote != nil && !r.Vote.Passed && !c.short(r):
		r.Status, r.Reason = refused, "không đủ số phiếu: "+r.Vote.String()
	case c.waits(r):
		r.Status = pending
	case n.Forward:
		r.Status = forwarded
	case n.Cancelled != nil || c.s.Decision != nil && c.s.Decision.Cancellation != nil:
		r.Status = Cancelled
	default:
		r.Status = Awarded
	}
	if r.Status != pending {
		r.Waiting = nil
	}
}

// short reports whether more voted for a nominee than against, and only a default that is
// nobody's rule was not reached.
func (c *checker) short(r *Result) bool {
	v := r.Nominee.Votes
	return r.Vote != nil && !r.Vote.Passed && r.Vote.Default && v.For > v.Against
}

// waits gathers why nothing can be decided about a nominee yet. Whom a vote cannot settle
// waits for a person, with a warning.
func (c *checker) waits(r *Result) bool {
	n, j := r.Nominee, &r.Judgement
	if len(j.Missing) > 0 && n.Confirmed == nil {
		for _, m := range j.Missing { // two conditions may lack the same
			if !slices.Contains(r.Waiting, m) {
				r.wait(m)
			}
		}
	}
	if c.short(r) {
		r.wait(fmt.Sprintf("%s, không quá số mặc định mà quy chế của Hội đồng chưa ghi (council.rules): ghi quy định biểu quyết, hoặc "+
			"refused", r.Vote))
	}
	if c.short(r) || len(j.Missing) > 0 && n.Confirmed == nil {
		c.add(at(r, "award"), diag.Diagnostic{
			Level: diag.Warning, Rule: ruleWaiting, Found: n.Award, Source: j.Source,
			Message: fmt.Sprintf("%s chờ xét %s: %s", n.Name, r.Award.Name, strings.Join(r.Waiting, "; ")),
			Fix:     `bổ sung số liệu, hoặc ghi "confirmed" (xác nhận của người xét)`,
		})
	}
	if r.Vote == nil && c.needsVote(r) {
		reason := "chưa có kết quả biểu quyết (votes)"
		if c.noCouncil() {
			reason += fmt.Sprintf("; %s quyết định mà không qua Hội đồng thì ghi xác nhận (confirmed)", c.who.Office)
		}
		r.wait(reason)
	}
	return len(r.Waiting) > 0
}

// needsVote reports whether the council must vote: not under the simple
// procedure, whose dossier has no minutes, nor where a Ban Thường vụ decides without a council and somebody confirms what it found.
func (c *checker) needsVote(r *Result) bool {
	if c.settled || c.noCouncil() && r.Nominee.Added == nil && r.Nominee.Confirmed != nil {
		return false
	}
	d := c.law.DossierOn(r.Award, c.occasionOf(r.Nominee), r.Day)
	if d == nil {
		return true
	}
	return slices.Contains(d.Papers, "minutes")
}

// noCouncil reports whether several decide together and the file knows no council that would vote before them.
func (c *checker) noCouncil() bool {
	return c.who.Collective && c.s.Council == nil && c.s.Session == nil
}

// qualified weighs the judgement with a person's confirmation. What a program
// cannot judge is settled by the council's vote.
func (c *checker) qualified(r *Result) bool {
	n, j := r.Nominee, &r.Judgement
	k := n.Confirmed
	if k != nil && (j.Verdict == notMet) == k.Met && j.Verdict != needsPerson {
		if k.Reason == "" {
			c.add(at(r, "confirmed"), diag.Diagnostic{
				Rule: ruleOverride, Source: j.Source,
				Message: fmt.Sprintf("kết luận về %s khác kết quả kiểm tra (%s: %s) mà không ghi lý do", n.Name, j.Verdict, j.Reason),
				Fix:     `ghi "reason" (lý do)`,
			})
		} else {
			c.add(at(r, "confirmed"), diag.Diagnostic{
				Level: diag.Warning, Rule: ruleOverride, Source: j.Source,
				Message: fmt.Sprintf("kết luận về %s khác kết quả kiểm tra (%s: %s), lý do: %s", n.Name, j.Verdict, j.Reason, k.Reason),
			})
		}
	}
	switch {
	case k != nil && k.Met:
		return true
	case k != nil:
		r.Reason = cmp.Or(k.Reason, k.By+" xác nhận không đạt")
		return false
	case j.Verdict != notMet:
		return true
	}
	r.Reason = j.Reason
	level, what := diag.Warning, "không đạt tiêu chuẩn %s: %s"
	if r.Vote != nil && r.Vote.Passed {
		level, what = diag.Error, "đã được Hội đồng thông qua nhưng không đạt tiêu chuẩn %s: %s"
	}
	c.add(at(r, "award"), diag.Diagnostic{
		Level: level, Rule: ruleStandard, Found: n.Award, Source: j.Source,
		Message: n.Name + " " + fmt.Sprintf(what, r.Award.Name, j.Reason),
		Fix:     `xem lại số liệu, hoặc ghi "confirmed" (xác nhận của người xét) kèm lý do`,
	})
	return false
}
