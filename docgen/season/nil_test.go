package season_test

import (
	"context"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/internal/nothing"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// TestNil calls every exported function and method with nil in place of all that can be
// nil, and with zero values: none panics.
func TestNil(t *testing.T) {
	nothing.Call(t, ".", []any{season.Heading, season.Headings, season.Judged, season.NoNominees, season.Number, season.Papers,
		season.Resolve, season.TakeIn, season.Years}, []any{
		season.Change{}, newRenderer(t), context.Background(), fstest.MapFS{}, new(season.List), "a", award.DecisionStage,
		plan.NewSet(&plan.File{Name: "a", Value: new(plan.Season)}), plan.NewSet(&plan.File{Name: "a", Value: (*plan.Season)(nil)}),
		plan.NewSet(&plan.File{Name: "a", Value: new(plan.AwardDecision)}), plan.NewSet(&plan.File{Name: "a",
			Value: (*plan.AwardDecision)(nil)}),
		plan.NewSet(&plan.File{Name: "a", Value: new(plan.Report)}), plan.NewSet(&plan.File{Name: "a", Value: (*plan.Copy)(nil)}),
	})
}
