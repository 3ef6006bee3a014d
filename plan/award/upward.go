package award

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Upward parts those whom a higher body is to award into the submissions that ask for them, in the
// order of their first nominees: awards of the Prime Minister, of the President and of others, and
// those of different occasions, are asked for in papers of their own.
// Source: Luật Thi đua, khen thưởng, Điều 84; Nghị định 98/2023/NĐ-CP, Phụ lục I, Mẫu số 01, notes (lapsed).
func (o *Outcome) Upward() []*Outcome {
	whole := zero.Or(o).Forwarded()
	type kind struct {
		level    plan.Level
		occasion plan.Occasion
	}
	var kinds []kind
	of := make(map[kind][]*Result)
	for i := range whole.Lists {
		for _, r := range whole.Lists[i].Results {
			k := kind{occasion: whole.OccasionOf(r)}
			for _, level := range r.Award.DecidersOn(r.Day) {
				switch level {
				case plan.PresidentLevel:
					k.level = level
				case plan.PrimeMinisterLevel, plan.GovernmentLevel:
					k.level = plan.PrimeMinisterLevel
				}
			}
			if of[k] == nil {
				kinds = append(kinds, k)
			}
			of[k] = append(of[k], r)
		}
	}
	var parts []*Outcome
	for _, k := range kinds {
		parts = append(parts, whole.Part(of[k]))
	}
	return parts
}

// OccasionOf gives the occasion of an award: its own, or that of the season.
func (o *Outcome) OccasionOf(r *Result) plan.Occasion {
	return cmp.Or(zero.Or(zero.Or(r).Nominee).Occasion, zero.Or(zero.Or(o).Season).Occasion, plan.Merit)
}

// upwardPath is the path of a submission to the level above, counted from 0.
func upwardPath(n int) string {
	if n == 0 {
		return "upward"
	}
	return record.Index("upward_more", n-1)
}

// upward refuses a submission to the level above that nobody is in, once it is known who is.
func (c *checker) upward() {
	waits := func(r Result) bool { return r.Status == pending && r.Nominee.Forward }
	if len(c.s.UpwardMore) == 0 || slices.ContainsFunc(c.out.Results, waits) {
		return
	}
	parts := max(len(c.out.Upward()), 1)
	for i := parts; i <= len(c.s.UpwardMore); i++ {
		c.add(upwardPath(i), diag.Diagnostic{
			Rule: ruleid.Nobody, Found: fmt.Sprint(i + 1), Expected: fmt.Sprint(parts),
			Message: fmt.Sprintf("không đề nghị nào thuộc tờ trình lên cấp trên thứ %d: các đề nghị trình bằng %s tờ trình", i+1, vi.Count(parts)),
			Fix:     "bỏ mục này, hoặc xem lại forward, loại hình khen thưởng của các đề nghị",
		})
	}
}
