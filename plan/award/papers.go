package award

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// papers judges who signs and what the decision cites.
func (c *checker) papers() {
	for _, st := range []Stage{SubmissionStage, UpwardStage, DecisionStage} {
		c.found = append(c.found, c.out.uncited(st, func(number string) bool { return number != "" })...)
	}
	c.unknownHead()
	d, s := c.s.Decision, c.s.Submission
	if d != nil {
		c.signedAlone("decision.signer", d.Signer)
		c.found = append(c.found, c.law.CheckCitations(d.LegalBases, "decision.legal_bases", c.out.Day)...)
	}
	if up := c.s.Upward; up != nil && up.Unit == "" && c.who.Group == "people_committee" && up.Signer != nil &&
		len(up.Signer.Capacity) == 0 {
		c.add("upward.signer", diag.Diagnostic{
			Level: diag.Warning, Rule: ruleSigner, Found: up.Signer.Position, Source: "Điều 13 Nghị định 30/2020/NĐ-CP",
			Message: fmt.Sprintf("tờ trình là của %s, cơ quan làm việc theo chế độ tập thể, %q (người ký) phải ký thay mặt",
				c.s.Issuer.Name, "signer"),
			Fix: "ghi capacity: [TM], on_behalf_of: Ủy ban nhân dân; trình thay một đơn vị thì ghi unit",
		})
	}
	if s == nil {
		return
	}
	if s.Signer != nil {
		c.submitter(s, d)
	}
	day := s.Date
	if !day.IsFull() {
		day = c.out.Day
	}
	c.found = append(c.found, c.law.CheckCitations(s.LegalBases, "submission.legal_bases", day)...)
}

// unknownHead warns where nothing says who heads a body of no known kind.
func (c *checker) unknownHead() {
	d := zero.Or(c.s.Decider)
	if c.who.Kind != anyAgency || d.Office != "" || headWho(zero.Or(c.s.Decision).Signer, &body{Group: "agency"}) != "" {
		return
	}
	c.add("issuer.name", diag.Diagnostic{
		Level: diag.Warning, Rule: ruleSigner, Found: c.who.Body,
		Message: fmt.Sprintf("không rõ ai quyết định khen thưởng của %s: văn bản ghi %s", c.who.Body, c.who.Title()),
		Fix:     `ghi chức vụ người đứng đầu vào "decider": {office: ...}, hoặc để người ấy ký quyết định`,
	})
}

// signedAlone refuses a decision on awards, or one that mends it, that is signed for
// a collective: it is its head's own.
func (c *checker) signedAlone(path string, s *plan.Signer) {
	if s != nil && !c.who.Collective && slices.Contains(s.Capacity, plan.TM) {
		c.add(path+".capacity", diag.Diagnostic{
			Rule: ruleSigner, Found: string(plan.TM), Source: diag.RuleOf(ruleSigner).Source,
			Message: fmt.Sprintf("quyết định khen thưởng, hủy bỏ, sửa đổi, bổ sung khen thưởng là của %s, không ký thay mặt (TM.) tập "+
				"thể", c.who.Office),
			Fix: "bỏ TM; cấp phó ký thì ghi [KT]",
		})
	}
	if s != nil && c.who.Collective && s.OnBehalfOf != "" &&
		!strings.HasPrefix(vi.FoldName(s.OnBehalfOf)+" ", vi.FoldName(c.who.Office)+" ") {
		c.add(path+".on_behalf_of", diag.Diagnostic{
			Level: diag.Warning, Rule: ruleSigner, Found: s.OnBehalfOf, Expected: c.who.Office,
			Message: fmt.Sprintf("ký thay mặt %s, mà văn bản ghi người quyết định là %s", s.OnBehalfOf, c.who.Office),
			Fix:     `sửa on_behalf_of, hoặc ghi "decider": {office: ...} cho đúng`,
		})
	}
	if s != nil && c.who.Collective && len(s.Capacity) == 0 {
		c.add(path, diag.Diagnostic{
			Level: diag.Warning, Rule: ruleSigner, Found: s.Position,
			Message: fmt.Sprintf("%s quyết định theo tập thể, %q (người ký) phải ký thay mặt", c.who.Office, "signer"),
			Fix:     fmt.Sprintf("ghi capacity: [TM], on_behalf_of: %s", c.who.Office),
		})
	}
}

// submitter refuses a submission that its signer addresses to himself.
func (c *checker) submitter(s *plan.Submission, d *plan.Ruling) {
	name := vi.FoldName(s.Signer.Name)
	position, office := vi.FoldName(s.Signer.Position), vi.FoldName(c.who.Office)
	self := d != nil && d.Signer != nil && name != "" && name == vi.FoldName(d.Signer.Name)
	for _, to := range s.Addressees {
		to = vi.FoldName(to)
		self = self || to != "" && (to == position || position == office && strings.HasPrefix(to, office+" "))
	}
	if self || len(s.Addressees) == 0 && position == office {
		c.add("submission.signer", diag.Diagnostic{
			Rule: ruleSigner, Found: s.Signer.Name,
			Message: fmt.Sprintf("người ký tờ trình cũng là người nhận và quyết định: đơn vị soạn thảo trình, %s quyết định", c.who.Office),
			Fix:     "để Trưởng phòng hoặc người đứng đầu đơn vị trình ký",
		})
	}
}

// step is a dated step of the season.
type step struct {
	path, what string
	date       plan.Date
}

// steps returns the season's steps in the order in which they must follow.
func (c *checker) steps() []step {
	var all []step
	s := c.s
	if s.Plan != nil {
		all = append(all, step{"plan.date", "kế hoạch", s.Plan.Date})
	}
	all = append(all, step{"received", "nhận hồ sơ", s.Received})
	if s.Session != nil {
		all = append(all, step{"session.date", "họp Hội đồng", s.Session.Date})
	}
	if s.Submission != nil {
		all = append(all, step{"submission.date", "tờ trình", s.Submission.Date})
	}
	if s.Decision != nil {
		all = append(all, step{"decision.date", "quyết định", s.Decision.Date})
	}
	if s.Certificates != nil {
		all = append(all, step{"certificates.date", "giấy khen", s.Certificates.Date})
	}
	if s.Payment != nil {
		all = append(all, step{"payment.date", "chi tiền thưởng", s.Payment.Date})
	}
	return all
}

// dates asks whether the steps follow one another.
func (c *checker) dates() {
	var before step
	for _, now := range c.steps() {
		if now.date.IsZero() {
			continue
		}
		if !before.date.IsZero() && now.date.Last().Before(before.date) {
			c.add(now.path, diag.Diagnostic{
				Rule: ruleDates, Found: now.date.String(),
				Message: fmt.Sprintf("%s %s, sớm hơn %s %s", now.what, now.date.Short(), before.what, before.date.Short()),
			})
		}
		before = now
	}
	c.councilDate()
	if k, d := c.s.Certificates, c.s.Decision; k != nil && d != nil && k.Date.IsFull() && d.Date.IsFull() && k.Date != d.Date &&
		!k.Date.Before(d.Date) {
		c.add("certificates.date", diag.Diagnostic{
			Level: diag.Warning, Rule: ruleDates, Found: k.Date.String(), Expected: d.Date.String(),
			Message: "giấy khen mang ngày khác ngày quyết định",
		})
	}
	for i := range c.out.Results {
		r := &c.out.Results[i]
		s := c.sessionOf(r.Nominee)
		if got := r.Nominee.Received; got.IsFull() && s != nil && s.Date.IsFull() && s.Date.Before(got) {
			c.add(at(r, "received"), diag.Diagnostic{
				Rule: ruleDates, Found: got.String(),
				Message: fmt.Sprintf("nhận hồ sơ %s, sau khi họp Hội đồng %s", got.Short(), s.Date.Short()),
			})
		}
	}
}

// councilDate refuses a meeting of a council that did not exist yet.
func (c *checker) councilDate() {
	if c.s.Council == nil || c.s.Session == nil || !c.s.Session.Date.IsFull() {
		return
	}
	if made := c.s.Council.Decision.Date; made.IsFull() && c.s.Session.Date.Before(made) {
		c.add("session.date", diag.Diagnostic{
			Rule: ruleDates, Found: c.s.Session.Date.String(),
			Message: fmt.Sprintf("Hội đồng họp %s, trước khi được thành lập %s", c.s.Session.Date.Short(), made.Short()),
		})
	}
}

// deadlines compares the meeting with the days by which awards must be judged.
func (c *checker) deadlines() {
	if c.s.Session == nil || !c.s.Session.Date.IsFull() {
		return
	}
	day := c.s.Session.Date
	for i := range c.law.Deadlines {
		dl := &c.law.Deadlines[i]
		if dl.Month == 0 || !dl.Holds(day) || day.Before(plan.Date{Year: c.s.Year, Month: dl.Month, Day: dl.Day}) {
			continue
		}
		if slices.ContainsFunc(c.s.Nominees, func(n plan.Nominee) bool { return slices.Contains(dl.Awards, n.Award) }) {
			c.add("session.date", diag.Diagnostic{Level: diag.Warning, Rule: ruleDeadline, Found: day.String(), Source: dl.Basis,
				Message: "quá thời hạn: " + dl.Text})
		}
	}
}

// reorganised is the day on which the district level ended.
// Source: Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025.
var reorganised = plan.Date{Year: 2025, Month: 7, Day: 1}

// abolished looks for bodies of abolished levels among those who decide, carry
// out and receive.
func (c *checker) abolished() {
	if c.out.Day.Before(reorganised) {
		return
	}
	look := func(path, text string) {
		if word := abolishedLevel(text); word != "" {
			c.add(path, diag.Diagnostic{
				Rule: ruleAbolished, Found: text, Source: diag.RuleOf(ruleAbolished).Source,
				Message: fmt.Sprintf("%q nêu cấp %s, đã bỏ từ %s", text, word, reorganised.Short()),
			})
		}
		c.province(path, text)
	}
	look("issuer.name", c.s.Issuer.Name)
	submitted := func(path string, s *plan.Submission) {
		for i, to := range s.Addressees {
			look(fmt.Sprintf("%s.addressees[%d]", path, i), to)
		}
		lookAt(look, path, s.Distribution)
	}
	if s := c.s.Submission; s != nil {
		look("submission.unit", s.Unit)
		submitted("submission", s)
	}
	if s := c.s.Upward; s != nil {
		submitted("upward", s)
	}
	for i := range c.s.UpwardMore {
		submitted(upwardPath(i+1), &c.s.UpwardMore[i])
	}
	if d := c.s.Decision; d != nil {
		for i, by := range d.Executors {
			look(fmt.Sprintf("decision.executors[%d]", i), by)
		}
		lookAt(look, "decision", d.Distribution)
	}
	if c.s.Council != nil {
		look("council.name", c.s.Council.Name)
	}
}

// province warns of a province that is a city on the day.
func (c *checker) province(path, text string) {
	_, name, ok := strings.Cut(vi.FoldName(text), "tỉnh ")
	if !ok {
		return
	}
	name, _, _ = strings.Cut(name, " (") // (b/c)
	if since := c.law.cityOn(name, c.out.Day); since != nil {
		from := ""
		if !since.From.IsZero() {
			from = " từ " + since.From.Short()
		}
		c.add(path, diag.Diagnostic{
			Level: diag.Warning, Rule: ruleAbolished, Found: text, Source: since.Basis,
			Message: fmt.Sprintf("%q gọi %s là tỉnh, nay là thành phố%s", text, since.Name, from),
			Fix:     "ghi thành phố " + since.Name,
		})
	}
}

func lookAt(look func(path, text string), path string, d *plan.Distribution) {
	if d == nil {
		return
	}
	for i, to := range d.To {
		look(fmt.Sprintf("%s.distribution.to[%d]", path, i), string(to))
	}
}

// abolishedLevel returns the abolished level that a body's name has in it.
func abolishedLevel(text string) string {
	words := strings.FieldsFunc(vi.Fold(text), func(r rune) bool { return strings.ContainsRune(" ,;.()-/", r) })
	for i, w := range words {
		switch {
		case w == "huyện" || w == "quận":
			return w
		case w == "thị" && i+1 < len(words) && (words[i+1] == "trấn" || words[i+1] == "xã"):
			return "thị " + words[i+1]
		}
	}
	return ""
}
