package award

import (
	"fmt"
	"slices"

	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// lists sets up the sections of the decision's list and sums them up. An award
// that was cancelled later stays in the list, and in its sum: the decision was
// signed with it. One that was added later is not in it.
func (c *checker) lists() {
	var signed []*Result
	for i := range c.out.Results {
		if r := &c.out.Results[i]; r.given() && r.Nominee.Added == nil {
			signed = append(signed, r)
		}
	}
	c.out.sections(signed)
	c.out.enumerate()
	c.out.Citations = c.citations(c.out.Signed().Awards(), c.out.Day)
}

// enumerate numbers the results in their sections.
func (o *Outcome) enumerate() {
	for _, l := range o.Lists {
		for i, r := range l.Results {
			r.Seq = i + 1
		}
	}
}

func (c *checker) citations(awards []*Award, day plan.Date) []string {
	lines, found := c.law.Citations(c.who, awards, day)
	c.once("", found)
	return lines
}

// quotas compares the numbers of awardees with the bounds that the season sets.
func (c *checker) quotas() {
	count := func(code string, kind plan.Recipient) int {
		n := 0
		for i := range c.out.Results {
			r := &c.out.Results[i]
			if r.given() && r.Award.Code == code && (kind == "" || r.Nominee.Kind == kind) {
				n++
			}
		}
		return n
	}
	for i, q := range c.s.Quotas {
		n, most, what := count(q.Award, q.Recipient), q.Most, fmt.Sprintf("nhiều nhất %d", q.Most)
		if q.Of != "" {
			of := count(q.Of, q.Recipient)
			most = of * q.Percent / 100
			what = fmt.Sprintf("nhiều nhất %d%% của %d được tặng %s, tức %d", q.Percent, of, q.Of, most)
		}
		if n > most {
			c.add(fmt.Sprintf("quotas[%d]", i), diag.Diagnostic{
				Rule: ruleQuota, Found: fmt.Sprint(n), Expected: fmt.Sprint(most), Source: q.Basis,
				Message: fmt.Sprintf("%s có %d được tặng, %s", q.Award, n, what),
			})
		}
	}
}

// register numbers the awards in the register, in the order of the lists, those
// added later last. A number that a nominee already has stays its own; the others
// take the next free one.
func (c *checker) register() {
	next := 1
	if k := c.s.Certificates; k != nil && k.First > 0 {
		next = k.First
	}
	first := next
	taken := make(map[int]*Result)
	for i := range c.out.Results {
		r := &c.out.Results[i]
		n := r.Nominee.Register
		if n == 0 || !r.given() {
			continue
		}
		if other := taken[n]; other != nil {
			c.add(at(r, "register"), diag.Diagnostic{
				Rule: ruleid.Register, Found: fmt.Sprint(n), Message: fmt.Sprintf("số vào sổ %d đã dùng cho mục %d (%s)", n,
					other.Index+1, other.Nominee.Name),
			})
			continue
		}
		taken[n], r.Register = r, n
	}
	for _, r := range c.out.Given() {
		if r.Register > 0 || r.Nominee.Register > 0 {
			continue
		}
		for taken[next] != nil {
			next++
		}
		taken[next], r.Register = r, next
	}
	c.gaps(taken, first)
}

// gaps warns where the numbers skip one.
func (c *checker) gaps(taken map[int]*Result, first int) {
	numbers := make([]int, 0, len(taken))
	for n := range taken {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	for i, n := range numbers {
		want := first
		if i > 0 {
			want = numbers[i-1] + 1
		}
		if n > want {
			c.add(at(taken[n], "register"), diag.Diagnostic{
				Level: diag.Warning, Rule: ruleid.Register, Found: fmt.Sprint(n), Expected: fmt.Sprint(want),
				Message: fmt.Sprintf("số vào sổ nhảy từ %d đến %d", want-1, n),
			})
		}
	}
}

// counts compares what papers say with what the season gives.
func (c *checker) counts() {
	awarded := c.out.Counts()
	if s := c.s.Session; s != nil && s.Passed != nil {
		var passed plan.Counts
		for i := range c.out.Results {
			if r := &c.out.Results[i]; r.Vote != nil && r.Vote.Passed && r.Nominee.Added == nil {
				passed = plus(passed, r.Nominee.Kind)
			}
		}
		c.agree("session.passed", "biên bản ghi %s %s đủ số phiếu, kết quả biểu quyết có %s", s.Passed, passed)
	}
	if s := c.s.Submission; s != nil && s.Counts != nil {
		proposed := c.out.Agreed().Counts()
		proposed.Total = awarded.Total // whom the decider refused gets nothing
		c.agree("submission.counts", "tờ trình ghi %s %s, danh sách có %s", s.Counts, proposed)
	}
	if d := c.s.Decision; d != nil && d.Counts != nil {
		c.agree("decision.counts", "quyết định ghi %s %s, danh sách có %s", d.Counts, awarded)
	}
	due := c.out.Signed().payable()
	if p := c.s.Payment; p != nil && p.Total != 0 && p.Total != due {
		c.add("payment.total", diag.Diagnostic{
			Rule: ruleCounts, Found: p.Total.String(), Expected: due.String(),
			Message: fmt.Sprintf("tổng số tiền đã chi là %s đồng, tiền thưởng theo quyết định là %s đồng", p.Total, due),
		})
	}
}

func plus(n plan.Counts, kind plan.Recipient) plan.Counts {
	switch kind {
	case plan.Collective:
		n.Collectives++
	case plan.Individual:
		n.Individuals++
	case plan.Household:
		n.Households++
	}
	return n
}

// agree compares counts; message takes what is said, of what, and what is.
func (c *checker) agree(path, message string, said *plan.Counts, is plan.Counts) {
	for _, n := range []struct {
		key, what string
		said, is  int
	}{
		{"collectives", "tập thể", said.Collectives, is.Collectives},
		{"individuals", "cá nhân", said.Individuals, is.Individuals},
		{"households", "hộ gia đình", said.Households, is.Households},
	} {
		if n.said != n.is {
			c.add(path+"."+n.key, diag.Diagnostic{
				Rule: ruleCounts, Found: fmt.Sprint(n.said), Expected: fmt.Sprint(n.is),
				Message: fmt.Sprintf(message, vi.Count(n.said), n.what, vi.Count(n.is)),
			})
		}
	}
	if said.Total != 0 && said.Total != is.Total {
		c.add(path+".total", diag.Diagnostic{
			Rule: ruleCounts, Found: said.Total.String(), Expected: is.Total.String(),
			Message: fmt.Sprintf("tổng số tiền thưởng ghi là %s đồng, cộng danh sách là %s đồng", said.Total, is.Total),
		})
	}
}

// fund asks whether the fund can pay, and was not filled beyond its limit.
func (c *checker) fund() {
	f := c.s.Fund
	if f == nil {
		return
	}
	total := c.out.payable()
	if have := f.Available(); total > have {
		c.add("fund", diag.Diagnostic{
			Rule: ruleFundShort, Found: have.String(), Expected: total.String(), Source: c.law.principle("payment", c.out.Day).Basis,
			Message: fmt.Sprintf("quỹ còn %s đồng, tổng tiền thưởng là %s đồng", have, total),
		})
	}
	limit := c.law.FundLimitOn(c.level, c.s.Region, c.out.Day)
	if limit == nil || f.Recurrent == 0 || f.Granted == 0 {
		return
	}
	most, err := f.Recurrent.Times(limit.Percent, "none", 1)
	if most /= 100; err == nil && f.Granted > most { // a percentage
		c.add("fund.granted", diag.Diagnostic{
			Rule: ruleFundLimit, Found: f.Granted.String(), Expected: most.String(), Source: limit.Basis,
			Message: fmt.Sprintf("quỹ trích %s đồng, quá %s%% dự toán chi thường xuyên (%s đồng)", f.Granted, limit.Percent, most),
		})
	}
}
