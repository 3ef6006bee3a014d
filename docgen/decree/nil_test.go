package decree_test

import (
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/internal/nothing"
	"github.com/vanban-go/vanban/plan"
)

// TestNil calls every exported function and method with nil in place of all that can be
// nil, and with zero values: none panics.
func TestNil(t *testing.T) {
	profile := decree.Default()
	nothing.Call(t, ".", []any{
		decree.Default, decree.DefaultOf, decree.FindPack, decree.LineWords, decree.Lookup, decree.NewProfile, decree.OfficeKind, decree.Packs,
		decree.ParseProfile, decree.ParseScheme, decree.Rules,
	}, []any{
		decree.Basis(""), decree.Clause{}, decree.Face{}, new(decree.Head), new(decree.Title), new(decree.Foot), new(decree.Mark), new(decree.Pack), new(decree.Profile), decree.Quantity{},
		new(decree.Rule), decree.Share(0), profile, profile.Pack, decree.Rules(decree.Standard)[0], new(plan.Plan), decree.Standard,
	})
}
