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

// Upward parts those whom a higher body is to award into the submissions that ask for them: awards of
// the Prime Minister, of the President and of others, and those of different occasions, are asked for
// in papers of their own. They stand in the order of their first nominees, but for those that were
// frozen, which keep their places. A place that nobody is in any more has an outcome without results.
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
	return whole.inPlaces(parts)
}

// inPlaces puts each part in the place of its submission: of the one that was frozen with the most of
// its awardees; or else the first that was not frozen, the first that is left, a new one.
func (o *Outcome) inPlaces(parts []*Outcome) []*Outcome {
	s := zero.Or(o.Season)
	kept := []*plan.Frozen{zero.Or(s.Upward).Frozen}
	for i := range s.UpwardMore {
		kept = append(kept, s.UpwardMore[i].Frozen)
	}
	places := make([]*Outcome, len(kept), len(kept)+len(parts))
	placed := make([]bool, len(parts))
	for _, p := range pairs(kept, parts) {
		if places[p.place] == nil && !placed[p.part] {
			places[p.place], placed[p.part] = parts[p.part], true
		}
	}
	for i, part := range parts {
		if placed[i] {
			continue
		}
		at := slices.IndexFunc(kept, func(f *plan.Frozen) bool { return f == nil })
		if at < 0 {
			at = slices.Index(places, nil)
		}
		if at < 0 {
			places = append(places, part)
			continue
		}
		places[at], kept[at] = part, &plan.Frozen{}
	}
	for len(places) > 0 && places[len(places)-1] == nil {
		places = places[:len(places)-1]
	}
	for i, part := range places {
		if part == nil {
			places[i] = o.Part(nil)
		}
	}
	return places
}

// pair is a submission that was frozen and a part that shares awardees with it.
type pair struct{ place, part, shared int }

// pairs returns what was frozen with the parts that it may be, the most alike first: alike are those
// with one name and award, and more so with one achievement.
func pairs(kept []*plan.Frozen, parts []*Outcome) []pair {
	type line struct {
		name, award, achievement string
		whole                    bool
	}
	lines := func(a *plan.FrozenAwardee) [2]line {
		name := vi.FoldName(a.Name)
		return [2]line{{name: name, award: a.Award}, {name, a.Award, a.Achievement, true}}
	}
	in := make(map[line][]int) // the parts with a line, each once
	for i, part := range parts {
		for j := range part.Results {
			said := frozenLine(UpwardStage, &part.Results[j])
			for _, l := range lines(&said) {
				if !slices.Contains(in[l], i) {
					in[l] = append(in[l], i)
				}
			}
		}
	}
	var all []pair
	for place, f := range kept {
		shared := make([]int, len(parts))
		for i := range zero.Or(f).Awardees {
			for _, l := range lines(&f.Awardees[i]) {
				for _, part := range in[l] {
					shared[part]++
				}
			}
		}
		for part, n := range shared {
			if n > 0 {
				all = append(all, pair{place, part, n})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pair) int { return cmp.Compare(b.shared, a.shared) })
	return all
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
	parts := c.out.Upward()
	some := func(o *Outcome) bool { return len(o.Results) > 0 }
	filled := 0
	for _, p := range parts {
		if some(p) {
			filled++
		}
	}
	for i := range len(c.s.UpwardMore) + 1 {
		if i < len(parts) && some(parts[i]) || filled == 0 && i == 0 {
			continue
		}
		c.add(upwardPath(i), diag.Diagnostic{
			Rule: ruleid.Nobody, Found: fmt.Sprint(i + 1), Expected: fmt.Sprint(filled),
			Message: fmt.Sprintf("không đề nghị nào thuộc tờ trình lên cấp trên thứ %d: các đề nghị trình bằng %s tờ trình", i+1,
				vi.Count(filled)),
			Fix: "bỏ mục này, hoặc xem lại forward, loại hình khen thưởng của các đề nghị",
		})
	}
}
