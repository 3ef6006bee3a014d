package award

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Status is where a nominee stands.
type Status uint8

// Statuses. The zero value is Pending.
const (
	pending   Status = iota // "chờ xét": not voted on yet, or something about the proposal is wrong
	Awarded                 // "được khen thưởng"
	refused                 // "không khen thưởng"
	Postponed               // "chưa xét"
	forwarded               // "đề nghị cấp trên"
	Cancelled               // "đã hủy bỏ": the record stays
)

var statuses = map[Status]string{
	Awarded: "được khen thưởng", refused: "không khen thưởng", Postponed: "chưa xét", forwarded: "đề nghị cấp trên",
	Cancelled: "đã hủy bỏ",
}

// String returns the status in Vietnamese.
func (s Status) String() string { return cmp.Or(statuses[s], "chờ xét") }

// Outcome is what became of a season, or of a decision alone: one result for each
// nominee, in their order, and the sums. All papers are made from it.
type Outcome struct {
	Season  *plan.Season // of a decision alone: the season of which it is the last stage
	Day     plan.Date    // whose law gives money and authority: the decision's, or provisionally another
	Results []Result
	Lists   []List      // what the signed decision's list shows, by kind of awardee in the season's order, with what was cancelled later
	Total   plan.Money  // of all bonuses of the lists
	Amended []*Amending // the decisions that amend it, in the order of their dates; the undated one last
	// Citations are the legal bases of the decision, chosen by the law of Day;
	// each without "Căn cứ" and without its final mark.
	Citations []string
	// Decider is who decides, in the words of the papers.
	Decider Who
	// Unread are the warnings about law that was used and that nobody has read, one each; the
	// findings have one line for all of them.
	Unread diag.List

	criteria []plan.Criterion // that nominations may name

	alone bool // of a decision without a season
}

// Result is what became of one nominee.
type Result struct {
	Nominee   *plan.Nominee
	Index     int    // in the season's list, from 0
	Award     *Award // nil: no such award
	Status    Status
	Reason    string   // why it was refused or postponed
	Waiting   []string // why it is pending, each
	Judgement Judgement
	Vote      *Vote     // nil: no vote
	Day       plan.Date // whose law gives money and authority: of the decision that gives the award; zero: the outcome's
	Pay       Pay       // zero unless awarded or cancelled
	PaidWith  *Result   // the higher title of the same period whose bonus pays for this one too; nil for none
	Seq       int       // number in its section of the list, from 1; 0 unless awarded or cancelled
	Register  int       // number in the register "số vào sổ"; 0 unless awarded or cancelled
}

// dayOf gives the day of the decision that gives an award.
func (o *Outcome) dayOf(r *Result) plan.Date {
	if r.Day.IsZero() {
		return o.Day
	}
	return r.Day
}

// wait adds a reason why nothing can be decided yet.
func (r *Result) wait(reason string) { r.Waiting = append(r.Waiting, reason) }

// decided reports whether the decision that gives an award bears its number and date.
func (o *Outcome) decided(r *Result) bool {
	if added := zero.Or(r.Nominee).Added; added != nil {
		return added.Decision.Number != "" && added.Decision.Date.IsFull()
	}
	d := zero.Or(zero.Or(o.Season).Decision)
	return d.Number != "" && d.Date.IsFull()
}

// given reports whether the decision gives the award, cancelled later or not.
func (r *Result) given() bool { return r.Status == Awarded || r.Status == Cancelled }

// Cancellation returns how the award was taken back, alone or with its decision;
// nil unless it was.
func (o *Outcome) Cancellation(r *Result) *plan.Cancellation {
	o, r = zero.Or(o), zero.Or(r)
	if c := zero.Or(r.Nominee).Cancelled; c != nil {
		return c
	}
	return zero.Or(zero.Or(o.Season).Decision).Cancellation
}

// Vote is the count of a vote.
type Vote struct {
	For, Total int // votes in favour, and all votes
	Base       int // what the share is counted of
	Passed     bool
	Secret     bool
	Default    bool // no rule of the council's own was counted by, only a default
}

// String returns the vote as minutes say it: "12/13 phiếu, tỷ lệ 92,31%".
func (v *Vote) String() string {
	v = zero.Or(v)
	return fmt.Sprintf("%s/%s phiếu, tỷ lệ %s", vi.Count(v.For), vi.Count(v.Base), vi.Percent(int64(v.For), int64(v.Base)))
}

// List is a section of the decision's list: the awardees of one kind.
type List struct {
	Recipient plan.Recipient
	Results   []*Result
	Total     plan.Money
}

// Count returns how many awardees of a kind the decision has.
func (o *Outcome) Count(r plan.Recipient) int {
	o = zero.Or(o)
	for i := range o.Lists {
		if o.Lists[i].Recipient == r {
			return len(o.Lists[i].Results)
		}
	}
	return 0
}

// Persons returns how many individuals the decision awards, each once: who gets two awards
// stands in its list twice.
func (o *Outcome) Persons() int {
	o = zero.Or(o)
	seen := make(map[Identity]bool)
	for i := range o.Lists {
		for _, r := range o.Lists[i].Results {
			if r != nil && zero.Or(r.Nominee).Kind == plan.Individual {
				seen[IdentityOf(r.Nominee.AsAmended())] = true
			}
		}
	}
	return len(seen)
}

// Counts returns the numbers of awardees and the sum of their bonuses.
func (o *Outcome) Counts() plan.Counts {
	o = zero.Or(o)
	return plan.Counts{
		Collectives: o.Count(plan.Collective), Individuals: o.Count(plan.Individual),
		Households: o.Count(plan.Household), Total: o.Total,
	}
}

// Awards gives the awards that the decision gives, in the order of the nominees.
func (o *Outcome) Awards() []*Award {
	o = zero.Or(o)
	var all []*Award
	seen := make(map[string]bool)
	for i := range o.Results {
		r := &o.Results[i]
		if r.given() && r.Award != nil && !seen[r.Award.Code] {
			seen[r.Award.Code] = true
			all = append(all, r.Award)
		}
	}
	return all
}

// Given returns all awards that were given, also those cancelled later, in the order
// of the register: by the lists, and behind them what was added.
func (o *Outcome) Given() []*Result {
	o = zero.Or(o)
	var all []*Result
	for i := range o.Lists {
		all = append(all, o.Lists[i].Results...)
	}
	for _, a := range o.Amended {
		added := zero.Or(zero.Or(a).Added)
		for i := range added.Lists {
			all = append(all, added.Lists[i].Results...)
		}
	}
	return all
}

// Signed returns the outcome without those whom a later decision added: what the
// papers show that were signed before it. It is the same one where nobody was.
func (o *Outcome) Signed() *Outcome {
	o = zero.Or(o)
	if !slices.ContainsFunc(o.Results, func(r Result) bool { return zero.Or(r.Nominee).Added != nil }) {
		return o
	}
	signed := *o
	signed.Results = nil
	for i := range o.Results {
		if zero.Or(o.Results[i].Nominee).Added == nil {
			signed.Results = append(signed.Results, o.Results[i])
		}
	}
	return &signed
}

// Agreed returns the outcome as it stood before the decision: also with those whom the
// council passed and the decider refused. Minutes and submission show it.
func (o *Outcome) Agreed() *Outcome {
	refused := func(r *Result) bool {
		return r.Status == refused && r.Nominee.Refused != "" && r.Vote != nil && r.Vote.Passed && !r.Nominee.Forward && r.Award != nil
	}
	return o.asAwarded(refused, (*Result).given)
}

// Forwarded returns those whom the council wants a higher body to award, as if they
// were awarded.
func (o *Outcome) Forwarded() *Outcome {
	never := func(*Result) bool { return false }
	return o.asAwarded(func(r *Result) bool { return r.Status == forwarded && r.Award != nil }, never)
}

// Considered returns those who were voted on or are to be awarded, as if all were.
func (o *Outcome) Considered() *Outcome {
	return o.asAwarded(func(r *Result) bool { return r.Vote != nil && r.Award != nil }, (*Result).given)
}

// asAwarded returns an outcome whose sections hold the results that change, as if they
// were awarded, and those that stay. The other results are kept outside of the
// sections.
func (o *Outcome) asAwarded(change, stay func(*Result) bool) *Outcome {
	o = zero.Or(o)
	other := &Outcome{Season: o.Season, Day: o.Day, Citations: o.Citations, Decider: o.Decider, alone: o.alone}
	other.Results = slices.Clone(o.Results)
	var listed []*Result
	for i := range other.Results {
		switch r := &other.Results[i]; {
		case change(r):
			r.Status = Awarded
			listed = append(listed, r)
		case stay(r):
			listed = append(listed, r)
		}
	}
	other.sections(listed)
	return other
}

// Part returns some of the awards given as an outcome of their own, for their
// counts, names and sums: sections in the season's order, results in the order
// handed in. Their numbers in the lists stay.
func (o *Outcome) Part(results []*Result) *Outcome {
	o = zero.Or(o)
	part := &Outcome{Season: o.Season, Day: o.Day, Decider: o.Decider, alone: o.alone}
	part.sections(results)
	for _, r := range results {
		if r != nil {
			part.Results = append(part.Results, *r)
		}
	}
	return part
}

// byAward returns results with those of one award together, the awards in the order in which they come
// first, and those for the dead apart.
func byAward(results []*Result) []*Result {
	type group struct {
		code string
		dead bool
	}
	var order []group
	of := make(map[group][]*Result)
	for _, r := range results {
		n := zero.Or(r.Nominee)
		g := group{n.Award, n.Posthumous}
		if of[g] == nil {
			order = append(order, g)
		}
		of[g] = append(of[g], r)
	}
	sorted := results[:0:0]
	for _, g := range order {
		sorted = append(sorted, of[g]...)
	}
	return sorted
}

// sections parts results by kind of awardee, groups each part by award, and sums it up.
func (o *Outcome) sections(results []*Result) {
	s := zero.Or(o.Season)
	for _, kind := range s.Recipients() {
		l := List{Recipient: kind}
		for _, r := range results {
			if r != nil && zero.Or(r.Nominee).Kind == kind {
				l.Results = append(l.Results, r)
				l.Total += r.Pay.Amount
			}
		}
		if s.IsByAward() {
			l.Results = byAward(l.Results)
		}
		o.Total += l.Total
		o.Lists = append(o.Lists, l)
	}
}

// Path gives a path of the season as its file has it: a decision alone has the
// keys of its decision at the top, and awardees for nominees.
func (o *Outcome) Path(path string) string {
	o = zero.Or(o)
	if o.alone {
		return alonePath(path)
	}
	return path
}

// CountText returns the numbers of awardees in words of papers, in the season's
// order and without kinds that nobody is of: "08 tập thể, 10 cá nhân và 05 hộ
// gia đình".
func (o *Outcome) CountText() string { return o.CountOf(nil) }

// CountOf is [Outcome.CountText] of those who get one award; of all for nil.
func (o *Outcome) CountOf(a *Award) string {
	o = zero.Or(o)
	var parts []string
	for i := range o.Lists {
		n, who := 0, make(map[Identity]bool)
		for _, r := range o.Lists[i].Results {
			if a == nil || zero.Or(zero.Or(r).Award).Code == a.Code {
				n++
				who[IdentityOf(&zero.Or(zero.Or(r).Nominee).Awardee)] = true
			}
		}
		term := o.Lists[i].Recipient.Term()
		if len(who) < n {
			term = "lượt " + term // some are awarded more than once
		}
		if n > 0 {
			parts = append(parts, vi.Count(n)+" "+term)
		}
	}
	return vi.JoinAnd(parts)
}
