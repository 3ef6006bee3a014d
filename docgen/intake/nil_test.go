package intake_test

import (
	"context"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen/batch"
	"github.com/vanban-go/vanban/docgen/intake"
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
	nothing.Call(t, ".", []any{intake.Merge, intake.Read}, []any{
		intake.Change{}, law, new(plan.Season), &plan.File{Value: new(plan.Season)}, &plan.File{Value: (*plan.Season)(nil)},
		context.Background(), fstest.MapFS{"a.csv": {Data: []byte("Tên tập thể\nA\n")}}, &batch.List{File: "a.csv"}, []intake.Row{{Nominee: plan.Nominee{}}},
	})
}
