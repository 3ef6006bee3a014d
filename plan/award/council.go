package award

import (
	"fmt"
	"slices"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// rule returns how a vote on an award passes: by the council's own rules, else by
// the law's default, else by more than half of the members. It reports whether
// somebody has read the rule: a default is nobody's rule.
func (c *checker) rule(code string) (rule plan.VoteRule, read bool) {
	if c.s.Council != nil {
		own := c.s.Council.Rules
		for i := len(own) - 1; i >= 0; i-- {
			if len(own[i].Awards) == 0 || slices.Contains(own[i].Awards, code) {
				return own[i], true
			}
		}
	}
	if r := c.law.VoteRuleOn(c.level, code, c.out.Day); r != nil {
		w := c.law.unread(&r.validity, c.out.Day, func() string { return "tỷ lệ biểu quyết " + r.Threshold.String() })
		if w != nil {
			w.Fix = `ghi "rules" (quy định biểu quyết) theo quy chế của Hội đồng`
			c.once("", diag.List{w})
		}
		return r.VoteRule, w == nil
	}
	return plan.VoteRule{Threshold: plan.Fraction{Part: 1, Of: 2}, Strict: true}, false
}

// members returns the number of members of the council, 0 if it is not known.
func (c *checker) members() int {
	if c.s.Council == nil {
		return 0
	}
	return c.s.Council.Total()
}

// sessionOf returns the meeting that voted on a nominee: the season's, or that of an
// addition; nil if the file has none.
func (c *checker) sessionOf(n *plan.Nominee) *plan.Session {
	if n.Added != nil && n.Added.Session != nil {
		return n.Added.Session
	}
	return c.s.Session
}

// voters returns how many members can have voted in a meeting: those present, and
// absent ones who sent their opinion in writing.
func voters(s *plan.Session) int {
	if s == nil {
		return 0
	}
	return s.Present + s.Written
}

// vote counts the vote on a nominee.
func (c *checker) vote(r *Result) *Vote {
	v := r.Nominee.Votes
	rule, read := c.rule(r.Award.Code)
	out := &Vote{For: v.For, Total: v.Total(), Secret: rule.Secret, Default: !read}
	switch rule.Of {
	case "present":
		out.Base = voters(c.sessionOf(r.Nominee))
	case "ballots":
		out.Base = v.Total()
	default:
		out.Base = c.members()
	}
	if out.Base == 0 {
		out.Base = max(voters(c.sessionOf(r.Nominee)), v.Total())
	}
	tie := v.For == v.Against || 2*v.For == v.Total() // never passes, whatever the rule; no votes are one
	out.Passed = !tie && rule.Threshold.Reached(v.For, out.Base, rule.Strict)
	c.votesFit(r, v)
	return out
}

// votesFit compares the votes on a nominee with who could vote.
func (c *checker) votesFit(r *Result, v *plan.Votes) {
	source, s := c.law.principle("council", c.out.Day).Basis, c.sessionOf(r.Nominee)
	bad := func(message string) {
		c.add(at(r, "votes"), diag.Diagnostic{Rule: ruleVotes, Found: fmt.Sprint(v.Total()), Source: source,
			Message: r.Nominee.Name + ": " + message})
	}
	switch {
	case c.members() > 0 && v.Total() > c.members():
		bad(fmt.Sprintf("có %d phiếu, nhiều hơn %d thành viên Hội đồng", v.Total(), c.members()))
	case voters(s) > 0 && v.Total() > voters(s):
		bad(fmt.Sprintf("có %d phiếu, nhiều hơn %d người có mặt và gửi ý kiến bằng văn bản", v.Total(), voters(s)))
	}
	if s == nil || s.Ballots == nil {
		return
	}
	b := s.Ballots
	valid := b.Valid
	if v.Total() != b.Returned { // the written opinions stand beside the ballots
		valid += s.Written
	}
	switch {
	case v.Total() == b.Returned || v.Total() == b.Returned+s.Written:
		if n := v.For + v.Against + v.Abstain; b.Valid+b.Invalid > 0 && n > valid {
			bad(fmt.Sprintf("số phiếu đồng ý, không đồng ý và không biểu quyết là %d, nhiều hơn %d phiếu hợp lệ", n, valid))
		}
	default:
		bad(fmt.Sprintf("tổng số phiếu đồng ý, không đồng ý và khác là %d, số phiếu thu về là %d", v.Total(), b.Returned))
	}
}

// session judges the council's meetings, and asks for the vote on everybody.
func (c *checker) session() {
	voted := slices.ContainsFunc(c.s.Nominees, func(n plan.Nominee) bool { return n.Votes != nil && c.sessionOf(&n) == c.s.Session })
	switch {
	case c.s.Session != nil:
		c.meeting("session", c.s.Session)
	case voted:
		c.add("session", diag.Diagnostic{Rule: ruleCouncil, Message: `có kết quả biểu quyết nhưng thiếu "session" (họp Hội đồng)`})
	}
	for i := range c.out.Results {
		r := &c.out.Results[i]
		if s := c.sessionOf(r.Nominee); s != c.s.Session {
			c.meeting(at(r, "added.session"), s)
		}
		if (voted && c.s.Session != nil || r.Nominee.Added != nil) && r.Status == pending && r.Award != nil && r.Vote == nil &&
			c.needsVote(r) {
			c.add(at(r, "votes"), diag.Diagnostic{
				Rule: ruleVoteMissing, Message: fmt.Sprintf("%s chưa có kết quả biểu quyết", r.Nominee.Name),
				Fix: `ghi "votes" (kết quả biểu quyết), hoặc "deferred" (chưa xét) kèm lý do`,
			})
		}
	}
	if c.s.Session != nil {
		c.interest()
		c.secret()
		c.tellers()
	}
}

// tellers hints at ballots that nobody is named to have counted: nobody signs the minutes of the
// count then.
func (c *checker) tellers() {
	if s := c.s.Session; s.Ballots != nil && len(s.Tellers) == 0 {
		c.add("session.tellers", diag.Diagnostic{
			Level: diag.Info, Rule: ruleCouncil, Message: "biên bản kiểm phiếu chưa ghi ai kiểm phiếu, và không có người kiểm phiếu ký",
			Fix: `ghi "tellers" (ban kiểm phiếu), trưởng ban ghi đầu tiên`,
		})
	}
}

// secret warns where the law wants a secret ballot and none was counted: minutes
// then speak of a show of hands.
func (c *checker) secret() {
	if c.s.Session.Ballots != nil {
		return
	}
	for i := range c.out.Results {
		if r := &c.out.Results[i]; r.Vote != nil && r.Vote.Secret && c.sessionOf(r.Nominee) == c.s.Session {
			c.add("session", diag.Diagnostic{
				Level: diag.Warning, Rule: ruleVotes, Found: r.Award.Name,
				Message: fmt.Sprintf("%s phải bỏ phiếu kín mà không có số phiếu; biên bản ghi là biểu quyết", r.Award.Name),
				Fix:     `ghi "ballots" (kiểm phiếu)`,
			})
			return
		}
	}
}

// meeting judges a meeting as a whole: who was there, and the ballots.
func (c *checker) meeting(path string, s *plan.Session) {
	total := c.members()
	switch {
	case total == 0:
		c.add("council", diag.Diagnostic{
			Rule: ruleCouncil, Message: `thiếu "council" (Hội đồng Thi đua - Khen thưởng): không biết tổng số thành viên`,
			Fix: `ghi "size" (tổng số thành viên) hoặc liệt kê "members" (thành viên)`, Source: c.law.principle("council", c.out.Day).Basis,
		})
	case s.Present > total:
		c.add(path+".present", diag.Diagnostic{Rule: ruleVotes, Found: fmt.Sprint(s.Present),
			Message: fmt.Sprintf("có mặt %d, nhiều hơn %d thành viên Hội đồng", s.Present, total)})
	case s.Present+s.Written > total:
		c.add(path+".written", diag.Diagnostic{Rule: ruleVotes, Found: fmt.Sprint(s.Written),
			Message: fmt.Sprintf("có mặt %d và gửi ý kiến %d, nhiều hơn %d thành viên Hội đồng", s.Present, s.Written, total)})
	case len(s.Absent) > 0 && s.Present+len(s.Absent) != total:
		c.add(path+".absent", diag.Diagnostic{Rule: ruleVotes, Found: fmt.Sprint(len(s.Absent)),
			Message: fmt.Sprintf("có mặt %d và vắng %d không bằng %d thành viên Hội đồng", s.Present, len(s.Absent), total)})
	default:
		c.quorum(path, s, total)
		c.absent(path, s, total)
		c.hands(s)
	}
	if b := s.Ballots; b != nil && total > 0 && b.Issued > total {
		c.add(path+".ballots.issued", diag.Diagnostic{Rule: ruleVotes, Found: fmt.Sprint(b.Issued),
			Message: fmt.Sprintf("phát ra %d phiếu, nhiều hơn %d thành viên Hội đồng", b.Issued, total)})
	}
}

// absent asks who was not there, and why.
func (c *checker) absent(path string, s *plan.Session, total int) {
	if n := total - s.Present; s.Present > 0 && n > 0 && len(s.Absent) == 0 {
		c.add(path+".present", diag.Diagnostic{
			Level: diag.Warning, Rule: ruleAbsent, Found: fmt.Sprint(s.Present),
			Message: fmt.Sprintf("có mặt %d/%d thành viên Hội đồng, chưa ghi ai trong %d người vắng", s.Present, total, n),
		})
	}
	for i, a := range s.Absent {
		if a.Reason == "" {
			c.add(fmt.Sprintf("%s.absent[%d]", path, i), diag.Diagnostic{
				Level: diag.Warning, Rule: ruleAbsent, Found: a.Name, Message: a.Name + " vắng mặt, chưa ghi lý do",
			})
		}
	}
}

// quorum asks whether enough members were there for each award that a meeting
// voted on.
func (c *checker) quorum(path string, s *plan.Session, total int) {
	for i := range c.out.Results {
		r := &c.out.Results[i]
		if r.Vote == nil || c.sessionOf(r.Nominee) != s {
			continue
		}
		rule, _ := c.rule(r.Award.Code)
		if !rule.Quorum.IsZero() && !rule.Quorum.Reached(s.Present, total, false) {
			c.add(path+".present", diag.Diagnostic{
				Rule: ruleQuorum, Found: fmt.Sprint(s.Present), Expected: "từ " + rule.Quorum.String() + " trở lên",
				Message: fmt.Sprintf("có mặt %d/%d thành viên, không đủ %s để họp xét", s.Present, total, rule.Quorum),
			})
			return
		}
	}
}

// hands warns of votes by a show of hands that are fewer than who was there: who raises no hand abstains, and the minutes say
// so. A member who is nominated may leave out his own.
func (c *checker) hands(s *plan.Session) {
	if s.Ballots != nil || s.Present == 0 {
		return
	}
	members := c.memberNames()
	var short []*Result
	for i := range c.out.Results {
		r := &c.out.Results[i]
		if r.Vote == nil || c.sessionOf(r.Nominee) != s || r.Vote.Total >= voters(s) ||
			r.Vote.Total == voters(s)-1 && r.Nominee.Kind == plan.Individual && members[vi.FoldName(r.Nominee.Name)] {
			continue
		}
		short = append(short, r)
	}
	if len(short) == 0 {
		return
	}
	more := ""
	if n := len(short) - 1; n > 0 {
		more = fmt.Sprintf("; %02d đề nghị khác cũng vậy", n)
	}
	r := short[0]
	c.add(at(r, "votes"), diag.Diagnostic{
		Level: diag.Warning, Rule: ruleVotes, Found: fmt.Sprint(r.Vote.Total),
		Message: fmt.Sprintf("%s: có %d phiếu, ít hơn %d người có mặt và gửi ý kiến bằng văn bản%s", r.Nominee.Name, r.Vote.Total,
			voters(s), more),
		Fix: `kiểm lại số phiếu; ai không biểu quyết thì ghi ở "abstain"`,
	})
}

// memberNames are the folded names of the members of the council.
func (c *checker) memberNames() map[string]bool {
	members := make(map[string]bool)
	if c.s.Council != nil {
		for _, m := range c.s.Council.Members {
			members[vi.FoldName(m.Name)] = true
		}
	}
	return members
}

// interest flags members of the council who are nominated themselves.
func (c *checker) interest() {
	members := c.memberNames()
	for i := range c.out.Results {
		r := &c.out.Results[i]
		if r.Nominee.Kind == plan.Individual && members[vi.FoldName(r.Nominee.Name)] {
			c.add(at(r, "name"), diag.Diagnostic{
				Level: diag.Warning, Rule: ruleInterest, Found: r.Nominee.Name,
				Message: fmt.Sprintf("%s trùng tên thành viên Hội đồng: không nên tự biểu quyết cho mình", r.Nominee.Name),
			})
		}
	}
}

// herself flags whoever signs the decision on an award to herself, or its payment.
func (c *checker) herself() {
	signers := make(map[string]string)
	if d := c.s.Decision; d != nil && d.Signer != nil {
		signers[vi.FoldName(d.Signer.Name)] = "quyết định khen thưởng"
	}
	if p := c.s.Payment; p != nil {
		for i := range p.Signers {
			if name := vi.FoldName(p.Signers[i].Name); signers[name] == "" {
				signers[name] = "danh sách chi tiền thưởng"
			}
		}
	}
	delete(signers, "")
	for i := range c.out.Results {
		r := &c.out.Results[i]
		if what := signers[vi.FoldName(r.Nominee.Name)]; what != "" && r.Nominee.Kind == plan.Individual && r.given() {
			c.add(at(r, "name"), diag.Diagnostic{
				Level: diag.Warning, Rule: ruleInterest, Found: r.Nominee.Name,
				Message: fmt.Sprintf("%s trùng tên người ký %s: không tự khen thưởng, tự chi cho mình", r.Nominee.Name, what),
				Fix:     "để người khác ký theo quy định, hoặc đề nghị cấp trên khen thưởng",
			})
		}
	}
}
