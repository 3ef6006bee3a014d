package award

import (
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
)

// Cancelling is one decision that takes awards back "quyết định hủy bỏ": the whole
// decision of the season, or some awards of it.
type Cancelling struct {
	By      *plan.Cancellation
	Path    string // of the cancellation that it was made from
	Whole   bool
	Results []*Result
}

// Cancellings returns the decisions that take awards back, in the order of the
// register. Awards with one number and date of the cancelling decision stand in one
// decision.
func (o *Outcome) Cancellings() []*Cancelling {
	o = zero.Or(o)
	var all []*Cancelling
	of := make(map[plan.PaperRef]*Cancelling)
	for _, r := range o.Given() {
		r = zero.Or(r)
		k, path := o.Cancellation(r), o.Path(at(r, "cancelled"))
		whole := zero.Or(r.Nominee).Cancelled == nil
		if whole {
			path = o.Path("decision.cancellation")
		}
		if k == nil || r.Status != Cancelled {
			continue
		}
		c := of[k.Decision]
		if c == nil || c.Whole != whole {
			c = &Cancelling{By: k, Path: path, Whole: whole}
			of[k.Decision] = c
			all = append(all, c)
		}
		c.Results = append(c.Results, r)
	}
	return all
}

// Total returns the bonuses of the awards that are taken back.
func (c *Cancelling) Total() plan.Money {
	var sum plan.Money
	for _, r := range zero.Or(c).Results {
		sum += zero.Or(r).Pay.Amount
	}
	return sum
}
