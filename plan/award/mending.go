package award

import (
	"fmt"

	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// mended is what a decision that mends another is judged by.
type mended struct {
	rule, verb string    // hủy bỏ, sửa đổi, bổ sung
	what       string    // whose award, or the decision
	since      plan.Date // of the decision that is mended
	source     string
}

// mending judges a decision that mends another: made by whoever made that one,
// not before it, with number and date, and signed by its head.
func (c *checker) mending(path string, m *plan.Mending, of mended) {
	c.signedAlone(path+".signer", m.Signer)
	if m.By != "" && m.By != c.level {
		c.add(path+".by", diag.Diagnostic{
			Rule: of.rule, Found: string(m.By), Expected: string(c.level), Source: of.source,
			Message: fmt.Sprintf("%s: %s phải do %s, người đã quyết định khen thưởng, không phải %s", of.what, of.verb, c.level.Term(),
				m.By.Term()),
		})
	}
	d := m.Decision
	if d.Number == "" || !d.Date.IsFull() {
		stage := AmendingStage
		if of.rule == ruleCancellation {
			stage = CancellationStage
		}
		c.add(path+".decision", diag.Diagnostic{
			Level: diag.Warning, Rule: of.rule, Source: of.source,
			Message: fmt.Sprintf("%s: chưa có số và ngày của quyết định %s", of.what, of.verb),
			Fix:     fmt.Sprintf("khi văn thư cấp, ghi bằng vanban award number --stage %s --number SỐ --date NGÀY", stage),
		})
	} else if d.Date.Before(of.since) {
		c.add(path+".decision.date", diag.Diagnostic{
			Rule: of.rule, Found: d.Date.String(), Source: of.source,
			Message: fmt.Sprintf("%s: quyết định %s %s, trước quyết định khen thưởng %s", of.what, of.verb, d.Date.Short(),
				of.since.Short()),
		})
	}
}

// signedOn gives the day of the signed decision, the law's day until it has one.
func (c *checker) signedOn() plan.Date {
	if d := c.s.Decision; d != nil && d.Date.IsFull() {
		return d.Date
	}
	return c.out.Day
}

// decidedOn gives the day of the decision that gives an award.
func (c *checker) decidedOn(r *Result) plan.Date {
	if r.Nominee.Added != nil {
		return r.Day
	}
	return c.signedOn()
}

// cancelled judges a decision that was cancelled as a whole.
func (c *checker) cancelled() {
	d := c.s.Decision
	if d == nil || d.Cancellation == nil {
		return
	}
	c.cancellation("decision.cancellation", d.Cancellation, c.signedOn(), c.out, "quyết định")
}

// cancellation judges how awards of a day were taken back, with the money that was paid and is
// to be recovered. Whether it was paid is asked for where neither a day nor a sum says so.
func (c *checker) cancellation(path string, k *plan.Cancellation, since plan.Date, of *Outcome, what string) {
	source := c.law.principle("cancellation", c.out.Day).Basis
	c.mending(path, &k.Mending, mended{ruleCancellation, "hủy bỏ", what, since, source})
	given, paid := of.bonuses(), of.payable()
	if k.Recover == 0 && paid == 0 && given > 0 && !zero.Or(c.s.Payment).Date.IsFull() {
		c.add(path+".recover", diag.Diagnostic{
			Level: diag.Warning, Rule: ruleCancellation, Source: source,
			Message: fmt.Sprintf("%s: chưa rõ tiền thưởng %s đồng đã chi hay chưa khi hủy bỏ", what, given),
			Fix: `đã chi thì ghi "recover" (số tiền phải thu hồi) bằng số đã chi; chưa chi thì ghi "payment" (chi tiền thưởng) ` +
				`với "date" (ngày chi) từ ngày hủy bỏ trở đi`,
		})
		return
	}
	if k.Recover == paid {
		return
	}
	d := diag.Diagnostic{
		Level: diag.Warning, Rule: ruleCancellation, Found: k.Recover.String(), Expected: paid.String(), Source: source,
		Message: fmt.Sprintf("%s: số tiền thu hồi là %s đồng, tiền thưởng đã tặng là %s đồng", what, k.Recover, paid),
		Fix:     `đã chi thì ghi "recover" (số tiền phải thu hồi) bằng số đã chi; chưa chi thì không ghi`,
	}
	if paid == 0 {
		d.Message = fmt.Sprintf("%s: số tiền thu hồi là %s đồng mà tiền thưởng chưa chi khi hủy bỏ", what, k.Recover)
		d.Fix = `bỏ "recover" (số tiền phải thu hồi), hoặc xem lại ngày chi`
	}
	c.add(path+".recover", d)
}

// Unpaid reports whether an award was taken back before its bonus was paid, so that nothing
// is paid for it and nothing recovered. Where no day says so, money to be recovered does: it
// was paid.
func (o *Outcome) Unpaid(r *Result) bool {
	k := o.Cancellation(r)
	if k == nil {
		return false
	}
	p, back := zero.Or(zero.Or(zero.Or(o).Season).Payment), k.Decision.Date
	if p.Date.IsFull() && back.IsFull() {
		return !p.Date.Before(back)
	}
	return k.Recover == 0 && p.Total == 0 && !p.Date.IsFull()
}

// bonuses returns the bonuses of all awards, those taken back or added too.
func (o *Outcome) bonuses() plan.Money {
	var sum plan.Money
	for i := range o.Results {
		sum += o.Results[i].Pay.Amount
	}
	return sum
}

// payable returns the bonuses of all awards but those that were taken back before they were paid.
func (o *Outcome) payable() plan.Money {
	var sum plan.Money
	for i := range o.Results {
		if r := &o.Results[i]; !o.Unpaid(r) {
			sum += r.Pay.Amount
		}
	}
	return sum
}

// amendment judges what a later decision corrects: it must change something, of an
// award that was given and is not taken back yet.
func (c *checker) amendment(r *Result) {
	n := r.Nominee
	if n.Amended == nil {
		return
	}
	bad := func(key, found, message string) {
		c.add(at(r, key), diag.Diagnostic{Rule: ruleAmending, Found: found, Message: n.Name + ": " + message})
	}
	switch {
	case n.Added != nil:
		bad("amended", "", `người được bổ sung mà còn "amended" (sửa đổi): sửa thẳng các khóa khi quyết định bổ sung chưa ký; ký rồi `+
			`thì hủy bỏ và bổ sung lại`)
		return
	case !r.given():
		bad("amended", "", "không được khen thưởng theo quyết định nên không có gì để sửa đổi ("+r.Status.String()+")")
		return
	}
	c.mending(at(r, "amended"), &n.Amended.Mending, mended{rule: ruleAmending, verb: "sửa đổi", what: n.Name, since: c.signedOn()})
	changes := n.Changes()
	if len(changes) == 0 {
		bad("amended", "", "sửa đổi mà không ghi giá trị mới nào")
	}
	for _, ch := range changes {
		if ch.From == ch.To {
			bad("amended."+ch.Key, ch.To, fmt.Sprintf(`%q sửa đổi thành đúng giá trị cũ`, ch.Key))
		}
	}
	c.beforeCancelled(r, "amended", &n.Amended.Mending)
}

// addition judges what a later decision adds: who is added must be fit to be
// awarded, by a vote taken before that day.
func (c *checker) addition(r *Result) {
	n := r.Nominee
	if n.Added == nil {
		return
	}
	c.mending(at(r, "added"), &n.Added.Mending, mended{rule: ruleAmending, verb: "bổ sung", what: n.Name, since: c.signedOn()})
	if !r.given() && r.Status != pending { // why it is pending, another finding says
		reason := ""
		if r.Reason != "" {
			reason = " (" + r.Reason + ")"
		}
		c.add(at(r, "added"), diag.Diagnostic{
			Rule: ruleAmending, Source: r.Judgement.Source,
			Message: fmt.Sprintf("%s: không bổ sung được, vì %s%s", n.Name, r.Status, reason),
		})
	}
	c.beforeCancelled(r, "added", &n.Added.Mending)
	s := n.Added.Session
	switch {
	case s == nil:
	case c.settled:
		c.add(at(r, "added.session"), diag.Diagnostic{
			Rule: ruleAmending, Message: `"session" (họp Hội đồng xét bổ sung) chỉ ghi trong đợt khen thưởng; quyết định không thuộc ` +
				`đợt nào thì việc xét coi là đã xong`,
		})
	case s.Date.IsFull() && n.Added.Decision.Date.IsFull() && r.Day.Before(s.Date):
		c.add(at(r, "added.session.date"), diag.Diagnostic{
			Rule: ruleDates, Found: s.Date.String(),
			Message: fmt.Sprintf("họp Hội đồng xét bổ sung %s, sau quyết định bổ sung %s", s.Date.Short(), r.Day.Short()),
		})
	}
}

// beforeCancelled refuses to amend or add an award after it was taken back.
func (c *checker) beforeCancelled(r *Result, key string, m *plan.Mending) {
	k := c.out.Cancellation(r)
	if k == nil || !k.Decision.Date.IsFull() || m.Decision.Date.IsFull() && !k.Decision.Date.Before(m.Decision.Date) {
		return
	}
	c.add(at(r, key+".decision"), diag.Diagnostic{
		Rule: ruleAmending, Found: m.Decision.Date.String(), Expected: "không sau " + k.Decision.Date.String(),
		Message: fmt.Sprintf("%s: khen thưởng đã bị hủy bỏ %s, không sửa đổi, bổ sung sau ngày đó", r.Nominee.Name,
			k.Decision.Date.Short()),
	})
}
