package award

import (
	"fmt"
	"slices"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// rule gives how a vote on an award passes: by the council's own rules, else by
// the law's default, else by more than half of the members.
func (c *checker) rule(code string) plan.VoteRule {
	if c.s.Council != nil {
		own := c.s.Council.Rules
		for i := len(own) - 1; i >= 0; i-- {
			if len(own[i].Awards) == 0 || slices.Contains(own[i].Awards, code) {
				return own[i]
			}
		}
	}
	if r := c.law.VoteRuleOn(c.level, code, c.out.Day); r != nil {
		if w := r.unverified("tỷ lệ biểu quyết " + r.Threshold.String() + " và tỷ lệ dự họp " + r.Quorum.String()); w != nil {
			w.Fix = `ghi "rules" (quy định biểu quyết) theo quy chế của Hội đồng`
			c.once("", diag.List{w})
		}
		return r.VoteRule
	}
	return plan.VoteRule{Threshold: plan.Fraction{Part: 1, Of: 2}, Strict: true}
}

// members gives the number of members of the council, 0 if it is not known.
func (c *checker) members() int {
	if c.s.Council == nil {
		return 0
	}
	return c.s.Council.Total()
}

// voters gives how many members can have voted: those present, and absent ones
// who sent their opinion in writing.
func (c *checker) voters() int {
	if c.s.Session == nil {
		return 0
	}
	return c.s.Session.Present + c.s.Session.Written
}

// vote counts the vote on a nominee.
func (c *checker) vote(r *Result) *Vote {
	v, rule := r.Nominee.Votes, c.rule(r.Award.Code)
	out := &Vote{For: v.For, Total: v.Total(), Secret: rule.Secret}
	switch rule.Of {
	case plan.OfPresent:
		out.Base = c.voters()
	case plan.OfBallots:
		out.Base = v.Total()
	default:
		out.Base = c.members()
	}
	if out.Base == 0 {
		out.Base = max(c.voters(), v.Total())
	}
	out.Passed = out.Base > 0 && rule.Threshold.Reached(v.For, out.Base, rule.Strict)
	c.votesFit(r, v)
	return out
}

// votesFit compares the votes on a nominee with who could vote.
func (c *checker) votesFit(r *Result, v *plan.Votes) {
	source := c.law.principle("council", c.out.Day).Basis
	bad := func(message string) {
		c.add(at(r, "votes"), diag.Diagnostic{Rule: RuleVotes, Found: fmt.Sprint(v.Total()), Source: source, Message: r.Nominee.Name + ": " + message})
	}
	switch {
	case c.members() > 0 && v.Total() > c.members():
		bad(fmt.Sprintf("có %d phiếu, nhiều hơn %d thành viên Hội đồng", v.Total(), c.members()))
	case c.voters() > 0 && v.Total() > c.voters():
		bad(fmt.Sprintf("có %d phiếu, nhiều hơn %d người có mặt và gửi ý kiến bằng văn bản", v.Total(), c.voters()))
	}
	if c.s.Session == nil || c.s.Session.Ballots == nil {
		return
	}
	b := c.s.Session.Ballots
	if v.Total() != b.Returned && v.Total() != b.Returned+c.s.Session.Written {
		bad(fmt.Sprintf("tổng số phiếu đồng ý, không đồng ý và khác là %d, số phiếu thu về là %d", v.Total(), b.Returned))
	}
}

// session judges the council's meeting as a whole.
func (c *checker) session() {
	s := c.s.Session
	voted := slices.ContainsFunc(c.s.Nominees, func(n plan.Nominee) bool { return n.Votes != nil })
	if s == nil {
		if voted {
			c.add("session", diag.Diagnostic{Rule: RuleCouncil, Message: `có kết quả biểu quyết nhưng thiếu "session" (họp Hội đồng)`})
		}
		return
	}
	total := c.members()
	switch {
	case total == 0:
		c.add("council", diag.Diagnostic{
			Rule: RuleCouncil, Message: `thiếu "council" (Hội đồng Thi đua - Khen thưởng): không biết tổng số thành viên`,
			Fix: `ghi "size" (tổng số thành viên) hoặc liệt kê "members" (thành viên)`, Source: c.law.principle("council", c.out.Day).Basis,
		})
	case s.Present > total:
		c.add("session.present", diag.Diagnostic{Rule: RuleVotes, Found: fmt.Sprint(s.Present), Message: fmt.Sprintf("có mặt %d, nhiều hơn %d thành viên Hội đồng", s.Present, total)})
	case s.Present+s.Written > total:
		c.add("session.written", diag.Diagnostic{Rule: RuleVotes, Found: fmt.Sprint(s.Written), Message: fmt.Sprintf("có mặt %d và gửi ý kiến %d, nhiều hơn %d thành viên Hội đồng", s.Present, s.Written, total)})
	case len(s.Absent) > 0 && s.Present+len(s.Absent) != total:
		c.add("session.absent", diag.Diagnostic{Rule: RuleVotes, Found: fmt.Sprint(len(s.Absent)), Message: fmt.Sprintf("có mặt %d và vắng %d không bằng %d thành viên Hội đồng", s.Present, len(s.Absent), total)})
	default:
		c.quorum(total)
	}
	if b := s.Ballots; b != nil && total > 0 && b.Issued > total {
		c.add("session.ballots.issued", diag.Diagnostic{Rule: RuleVotes, Found: fmt.Sprint(b.Issued), Message: fmt.Sprintf("phát ra %d phiếu, nhiều hơn %d thành viên Hội đồng", b.Issued, total)})
	}
	for i := range c.out.Results {
		r := &c.out.Results[i]
		if voted && r.Status == Pending && r.Award != nil && r.Vote == nil {
			c.add(at(r, "votes"), diag.Diagnostic{
				Rule: RuleVoteMissing, Message: fmt.Sprintf("%s chưa có kết quả biểu quyết", r.Nominee.Name),
				Fix: `ghi "votes" (kết quả biểu quyết), hoặc "deferred" (chưa xét) kèm lý do`,
			})
		}
	}
	c.interest()
}

// quorum asks whether enough members were there for each award voted on.
func (c *checker) quorum(total int) {
	for i := range c.out.Results {
		r := &c.out.Results[i]
		if r.Vote == nil {
			continue
		}
		rule := c.rule(r.Award.Code)
		if !rule.Quorum.IsZero() && !rule.Quorum.Reached(c.s.Session.Present, total, false) {
			c.add("session.present", diag.Diagnostic{
				Rule: RuleQuorum, Found: fmt.Sprint(c.s.Session.Present), Expected: "từ " + rule.Quorum.String() + " trở lên",
				Message: fmt.Sprintf("có mặt %d/%d thành viên, không đủ %s để họp xét", c.s.Session.Present, total, rule.Quorum),
			})
			return
		}
	}
}

// interest flags members of the council who are nominated themselves.
func (c *checker) interest() {
	if c.s.Council == nil {
		return
	}
	members := make(map[string]bool)
	for _, m := range c.s.Council.Members {
		members[vi.FoldName(m.Name)] = true
	}
	for i := range c.out.Results {
		r := &c.out.Results[i]
		if r.Nominee.Kind == plan.Individual && members[vi.FoldName(r.Nominee.Name)] {
			c.add(at(r, "name"), diag.Diagnostic{
				Level: diag.Warning, Rule: RuleInterest, Found: r.Nominee.Name,
				Message: fmt.Sprintf("%s trùng tên thành viên Hội đồng: không nên tự biểu quyết cho mình", r.Nominee.Name),
			})
		}
	}
}
