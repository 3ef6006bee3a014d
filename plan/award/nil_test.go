package award_test

import (
	"testing"

	"github.com/vanban-go/vanban/internal/nothing"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// TestNil calls every exported function and method with nil in place of all that can be
// nil, and with zero values: none panics.
func TestNil(t *testing.T) {
	law, err := award.Default()
	if err != nil {
		t.Fatal(err)
	}
	code := law.Awards[0].Code
	season := &plan.Season{Nominees: []plan.Nominee{{Awardee: plan.Awardee{Award: code}}, {}}}
	outcome, _ := award.Check(season, nil, law)
	nothing.Call(t, ".", []any{
		award.Check, award.CheckCounts, award.CheckDecision, award.CheckFile, award.CheckMovements,
		award.Default, award.Evaluate, award.IdentityOf, award.Kinds, award.LawKind, award.Locate,
		award.Parse, award.SeasonCriteria, award.SeasonLaw, award.Stages, award.Statistics, award.YearForms,
	}, []any{
		new(award.Award), new(award.Cancelling), &award.Cancelling{Results: []*award.Result{nil}}, new(award.Law), new(award.Outcome),
		award.Status(0), award.Verdict(0),
		new(award.Vote), new(award.YearForm), award.Pay{}, award.Who{}, law, outcome,
		&award.Outcome{Results: make([]award.Result, 1), Lists: []award.List{{Results: []*award.Result{nil, {}}}},
			Amended: []*award.Amending{nil, {}}}, &plan.File{Value: season}, &plan.File{Value: (*plan.Season)(nil)},
		plan.NewSet(&plan.File{Name: "a", Value: season}), season, code,
	})
}
