package award

import (
	"fmt"
	"slices"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// pay computes the bonus and compares it with one written down.
func (c *checker) pay(r *Result) {
	n, day := r.Nominee, r.Day
	rule := r.Award.BonusOn(n.Kind, day)
	if own := ownBonus(n); own != nil && (rule == nil || !rule.Verified || c.who.unread != "") {
		rule = own
	}
	pay, found := c.law.payBy(r.Award, rule, n.Kind, day, c.s.Rounding)
	c.once(at(r, "award"), found)
	r.Pay = pay
	b := n.Bonus
	if b == nil || rule == nil || found.HasErrors() {
		return
	}
	fix := diag.RuleOf(ruleBonusDiffers).Help
	differs := func(key, found, expected, message string) {
		c.add(at(r, "bonus."+key), diag.Diagnostic{Rule: ruleBonusDiffers, Found: found, Expected: expected, Source: rule.Basis,
			Message: message, Fix: fix})
	}
	switch {
	case b.IsNone() && pay.Amount != 0:
		fix = `bỏ "bonus" (tiền thưởng); khen không kèm tiền, như của học sinh, thì dùng hình thức riêng (money: none) trong tệp quy ` +
			`định riêng (kind: award-law)`
		differs("money", b.Money, pay.Amount.String(),
			fmt.Sprintf("đã ghi không có tiền thưởng, quy định %s là %s đồng", day.Short(), pay.Amount))
		return
	case b.Multiplier != 0 && b.Multiplier != pay.Multiplier && !(rule.Maximum && b.Multiplier < pay.Multiplier):
		differs("multiplier", b.Multiplier.String(), pay.Multiplier.String(),
			fmt.Sprintf("hệ số đã ghi là %s, quy định %s là %s", b.Multiplier, day.Short(), pay.Multiplier))
		return
	case b.Multiplier != 0 && rule.Maximum:
		less := *rule
		less.Multiplier = b.Multiplier
		pay, _ = c.law.payBy(r.Award, &less, n.Kind, day, c.s.Rounding)
		r.Pay = pay
	}
	if b.Amount != 0 && b.Amount != pay.Amount {
		differs("amount", b.Amount.String(), pay.Amount.String(),
			fmt.Sprintf("tiền thưởng đã ghi là %s đồng, tính đúng là %s", b.Amount, pay))
	}
}

// String returns the bonus with how it came about.
func (p Pay) String() string {
	if p.Multiplier == 0 {
		return p.Amount.String() + " đồng"
	}
	return fmt.Sprintf("%s × %s = %s đồng", p.Multiplier, p.Base, p.Amount)
}

// ownBonus gives the bonus that a nominee's file states with its basis, or as none; nil for
// one that is only there to be compared.
func ownBonus(n *plan.Nominee) *bonus {
	b := n.Bonus
	if b == nil || !b.IsNone() && (b.Basis == "" || b.Multiplier == 0 && b.Amount == 0) {
		return nil
	}
	own := &bonus{Recipient: n.Kind, Multiplier: b.Multiplier, Amount: b.Amount, Money: b.Money}
	own.Basis, own.Verified = b.Basis, true
	if own.Multiplier != 0 {
		own.Amount = 0 // the sum is for comparing
	}
	return own
}

// titlesOfOnePeriod leaves of several titles that one decision gives to one awardee for one
// period only the highest bonus. Titles of other periods, and forms, each pay.
// Source: Nghị định 152/2025/NĐ-CP, Điều 49, các khoản 5, 6 và 7.
func (c *checker) titlesOfOnePeriod() {
	type key struct {
		who      Identity
		from, to plan.Date
		added    bool
		by       plan.PaperRef
	}
	titles := make(map[key][]*Result)
	var order []key
	for i := range c.out.Results {
		r := &c.out.Results[i]
		if !r.given() || !r.Award.IsTitle() {
			continue
		}
		k := key{who: IdentityOf(&r.Nominee.Awardee), added: r.Nominee.Added != nil}
		k.from, k.to = c.periodOf(r.Nominee)
		if k.added {
			k.by = r.Nominee.Added.Decision
		}
		if len(titles[k]) == 0 {
			order = append(order, k)
		}
		titles[k] = append(titles[k], r)
	}
	for _, k := range order {
		highest := slices.MaxFunc(titles[k], func(a, b *Result) int { return int(a.Pay.Amount - b.Pay.Amount) })
		for _, r := range titles[k] {
			if r != highest {
				c.paidWith(r, highest)
			}
		}
	}
}

// paidWith says that a title's bonus is in that of a higher one.
func (c *checker) paidWith(r, highest *Result) {
	if b := r.Nominee.Bonus; b != nil && b.Amount != 0 {
		c.add(at(r, "bonus.amount"), diag.Diagnostic{
			Rule: ruleBonusDiffers, Found: b.Amount.String(), Expected: "0", Source: c.law.principle("highest-title", r.Day).Basis,
			Message: fmt.Sprintf("%s được tặng %s của cùng thời gian (mục %d): chỉ thưởng mức cao nhất, không thưởng riêng %s",
				r.Nominee.Name, highest.Award.Name, highest.Index+1, r.Award.Name),
			Fix: "bỏ số tiền này; danh hiệu của thời gian khác thì ghi \"period\" (thời gian lập thành tích)",
		})
	}
	r.PaidWith, r.Pay = highest, Pay{}
}
