package season

import (
	"fmt"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// Resolve settles what a paper of a set says of awards and only their law can say: the
// articles and the list of a decision on awards, the statistics of a report, the line that
// a copy takes from a decision. It returns the set with that paper in the place of the one
// of that name, ready for [docgen.Renderer.Build], which has the findings of the judgement
// among its own. A set whose paper needs nothing of this is returned as it is.
//
// The error says that there is no such file, or that the law cannot be read.
func Resolve(r *docgen.Renderer, set *plan.Set, name string) (*plan.Set, error) {
	f := set.File(name)
	switch {
	case r == nil:
		return nil, fmt.Errorf("season: no renderer")
	case f == nil:
		return nil, fmt.Errorf("settle %s: no such file in the set", name)
	case f.Paper() == nil:
		return set, nil
	}
	s := &settler{r: r, reading: r.Reading(), set: set}
	own := *f
	own.Value = s.reading.Complete(f.Value)
	var err error
	switch p := own.Value.(type) {
	case *plan.AwardDecision:
		err = s.decision(&own)
	case *plan.Report:
		err = s.report(&own, p)
	case *plan.Copy:
		if p.Register > 0 {
			err = s.excerpt(&own, p)
		} else {
			err = s.original(&own)
		}
	case *plan.Enclosure:
		err = s.original(&own)
	}
	if err != nil {
		return nil, fmt.Errorf("settle %s: %w", name, err)
	}
	return s.set, nil
}

// settler settles the papers of a set.
type settler struct {
	r       *docgen.Renderer
	reading *plan.Options
	set     *plan.Set
}

// put puts a paper that was made of f in its place, unless the values of f are wrong. found
// is what the judgement found.
func (s *settler) put(f *plan.File, p plan.Paper, from map[string]string, found diag.List) {
	before := s.reading.Check(plan.NewSet(f), f)
	if before.HasErrors() {
		return // Build says so
	}
	made := f.Make(f.Name, p, from, nil)
	type place struct {
		pos  diag.Pos
		rule string
	}
	seen := make(map[place]bool) // in both
	for _, d := range s.reading.Check(plan.NewSet(made), made) {
		seen[place{d.Pos, d.Rule}] = true
	}
	for _, d := range before {
		if !seen[place{d.Pos, d.Rule}] {
			found.Add(d)
		}
	}
	s.set = s.set.With(f.Make(f.Name, p, from, found))
}

// decision settles a decision on awards alone.
func (s *settler) decision(f *plan.File) error {
	y, found, err := judge(s.r, s.set, f, nil)
	if err != nil {
		return err
	}
	made := y.decision()[0]
	if len(y.out.Results) > 0 && y.out.CountText() == "" {
		found.Add(&diag.Diagnostic{
			Pos: f.Pos("awardees"), Rule: ruleid.Nobody,
			Message: fmt.Sprintf("không ai trong %d trường hợp được khen thưởng", len(y.out.Results)),
		})
	}
	s.put(f, made.File.Paper(), made.from, append(found, *y.found...))
	return nil
}

// original settles the paper that another one shows.
func (s *settler) original(f *plan.File) error {
	target := s.set.Target(f, "original")
	if target == nil {
		return nil
	}
	if _, ok := target.Value.(*plan.AwardDecision); !ok {
		return nil
	}
	own := *target
	own.Value = s.reading.Complete(target.Value)
	return s.decision(&own)
}
