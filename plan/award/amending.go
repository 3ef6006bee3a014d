package award

import (
	"reflect"
	"slices"

	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// Amending is one decision that amends the decision on awards "quyết định sửa đổi,
// bổ sung": the awardees whose line it corrects, and those whom it adds.
type Amending struct {
	plan.Mending           // number and date of all; signer and proposal where somebody gives them
	Path         string    // of the first awardee's amendment or addition
	Day          plan.Date // whose law gives its bases, and the money of what it adds: its own, or provisionally the amended decision's
	Changed      []*Result // in the order of the lists
	Added        *Outcome  // sections and sums of those added; no results for none
	After        *Outcome  // the awards that hold with it: signed, added until then, and not cancelled yet
	Citations    []string  // its legal bases, as [Outcome.Citations]
}

// AmendingOf returns the decision that adds an award; nil unless one does.
func (o *Outcome) AmendingOf(r *Result) *Amending {
	o, r = zero.Or(o), zero.Or(r)
	added := zero.Or(r.Nominee).Added
	if added == nil {
		return nil
	}
	for _, a := range o.Amended {
		if zero.Or(a).Decision == added.Decision {
			return a
		}
	}
	return nil
}

// amendings gathers the decisions that amend the season's, and numbers what each
// adds.
func (c *checker) amendings() {
	added := make(map[*Amending][]*Result)
	known := make(map[plan.PaperRef]*Amending)
	of := func(path string, m *plan.Mending) *Amending {
		a := known[m.Decision]
		if a == nil {
			a = &Amending{Mending: plan.Mending{Decision: m.Decision}, Path: path, Day: c.out.Day}
			if m.Decision.Date.IsFull() {
				a.Day = m.Decision.Date
			}
			known[m.Decision] = a
			c.out.Amended = append(c.out.Amended, a)
		}
		c.agreed(a, path, m)
		return a
	}
	for _, l := range c.out.Lists {
		for _, r := range l.Results {
			if m := r.Nominee.Amended; m != nil {
				a := of(at(r, "amended"), &m.Mending)
				a.Changed = append(a.Changed, r)
			}
		}
	}
	for i := range c.out.Results {
		if r := &c.out.Results[i]; r.given() && r.Nominee.Added != nil {
			a := of(at(r, "added"), &r.Nominee.Added.Mending)
			added[a] = append(added[a], r)
		}
	}
	slices.SortStableFunc(c.out.Amended, func(a, b *Amending) int {
		if x, y := a.Decision.Date.IsFull(), b.Decision.Date.IsFull(); x != y {
			if x {
				return -1
			}
			return 1
		}
		return a.Day.Compare(b.Day)
	})
	var until []*Result
	for _, l := range c.out.Lists {
		until = append(until, l.Results...)
	}
	for _, a := range c.out.Amended {
		a.Added = c.out.Part(added[a])
		a.Added.enumerate()
		until = append(until, added[a]...)
		a.After = c.out.Part(c.holding(until, a))
		concerned := a.Added
		if len(added[a]) == 0 {
			concerned = c.out.Part(a.Changed)
		}
		a.Citations = c.citations(concerned.Awards(), a.Day)
	}
}

// agreed takes over signer and proposal of a decision, which are one for all whom
// it concerns.
func (c *checker) agreed(a *Amending, path string, m *plan.Mending) {
	if m.Signer != nil {
		if a.Signer != nil && !reflect.DeepEqual(a.Signer, m.Signer) {
			c.add(path+".signer", diag.Diagnostic{
				Rule: ruleAmending, Found: m.Signer.Name, Expected: a.Signer.Name,
				Message: `một quyết định sửa đổi, bổ sung có hai "signer" (người ký) khác nhau`,
			})
		}
		a.Signer = m.Signer
	}
	if m.Proposal != "" {
		if a.Proposal != "" && a.Proposal != m.Proposal {
			c.add(path+".proposal", diag.Diagnostic{
				Rule: ruleAmending, Found: m.Proposal, Expected: a.Proposal,
				Message: `một quyết định sửa đổi, bổ sung có hai "proposal" (đề nghị của) khác nhau`,
			})
		}
		a.Proposal = m.Proposal
	}
}

// holding returns those of the awards that were not taken back before a decision.
func (c *checker) holding(awards []*Result, a *Amending) []*Result {
	var hold []*Result
	for _, r := range awards {
		if k := c.out.Cancellation(r); k == nil || !k.Decision.Precedes(a.Decision) {
			hold = append(hold, r)
		}
	}
	return hold
}
