package plan_test

import (
	"testing"

	"github.com/vanban-go/vanban/internal/nothing"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// nilTypes are the types that have exported methods on pointers, beside those of the kinds.
var nilTypes = []any{
	(*plan.Amendment)(nil), (*plan.Attachment)(nil), (*plan.AwardBodies)(nil), (*plan.AwardCount)(nil), (*plan.AwardOfficer)(nil),
	(*plan.Awardee)(nil), (*plan.Ballots)(nil), (*plan.Bar)(nil), (*plan.Cell)(nil), (*plan.Chart)(nil), (*plan.CertificateLayout)(nil), (*plan.CertificateSpot)(nil), (*plan.Certificates)(nil), (*plan.Clause)(nil), (*plan.Column)(nil),
	(*plan.Council)(nil), (*plan.Criteria)(nil), (*plan.CriteriaGroup)(nil), (*plan.Criterion)(nil), (*plan.Date)(nil), (*plan.DecidedBy)(nil), (*plan.Deadline)(nil), (*plan.Distribution)(nil),
	(*plan.File)(nil), (*plan.Footer)(nil), (*plan.Fraction)(nil), (*plan.Fund)(nil), (*plan.FundReport)(nil), (*plan.Header)(nil),
	(*plan.HeldCondition)(nil), (*plan.Indicator)(nil), (*plan.InitiativeCondition)(nil), (*plan.Item)(nil), (*plan.Listing)(nil),
	(*plan.Members)(nil), (*plan.Mending)(nil), (*plan.MembersCondition)(nil), (*plan.Money)(nil), (*plan.Movement)(nil), (*plan.Multiplier)(nil),
	(*plan.Nominee)(nil), (*plan.Number)(nil), (*plan.Options)(nil), (*plan.Period)(nil), (*plan.Person)(nil), (*plan.PlanSection)(nil), (*plan.Quota)(nil),
	(*plan.RatingCondition)(nil), (*plan.ReportSection)(nil), (*plan.Ruling)(nil), (*plan.Scope)(nil), (*plan.Session)(nil), (*plan.Set)(nil),
	(*plan.Signer)(nil), (*plan.StatedBonus)(nil), (*plan.Submission)(nil), (*plan.Table)(nil), (*plan.TargetResult)(nil), (*plan.Votes)(nil),
}

// TestNil calls all that plan and diag export with nothing in place of what can be nothing.
func TestNil(t *testing.T) {
	values := append(nilTypes, plan.Kind{}, plan.Rating(""), plan.Measure(""), plan.Scale(""), plan.Recipient(""), plan.Prose(""),
		new(plan.Capacity), new(plan.Markers), new(plan.Rounding), new(plan.PaperRef), new(plan.Level), new(plan.Occasion), new(plan.Region),
		new(plan.DossierPaper), new(plan.Sex), new(plan.Align))
	for _, k := range allKinds() {
		for _, typ := range append([]string{""}, k.Types...) {
			values = append(values, k.New(typ))
		}
	}
	nothing.Call(t, ".", []any{
		plan.DateOf, plan.Kinds, plan.Load, plan.Marshal, plan.NewSet, plan.Parse, plan.ParseMultiplier,
		plan.Records, plan.Schema, plan.Skeleton, plan.Validate,
	}, values)
	nothing.Call(t, "diag", []any{
		diag.At, diag.CheckFile, diag.FileReason, diag.Nearest, diag.RuleOf, diag.Rules,
	}, []any{diag.Pos{}, diag.Edit{}, diag.Level(0), diag.List{nil}, new(diag.Diagnostic)})
}

func noPanic(t *testing.T, name string, f func()) {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("%s: %v", name, r)
		}
	}()
	f()
}

// TestOddOptions: kinds that make nothing, or no struct, are as good as none.
func TestOddOptions(t *testing.T) {
	for name, make := range map[string]func(string) any{
		"no New": nil, "nil": func(string) any { return nil }, "a nil pointer": func(string) any { return (*plan.Plan)(nil) },
		"a struct": func(string) any { return plan.Plan{} }, "a number": func(string) any { return 1 },
	} {
		o := &plan.Options{Kinds: []plan.Kind{{ID: "la", Types: []string{"khac"}, New: make}}}
		noPanic(t, name, func() {
			if f, found := o.Parse("f.yaml", []byte("kind: la\nversion: 1\n")); !found.HasErrors() || f.Paper() != nil {
				t.Errorf("%s: %v", name, found)
			}
			if found := o.Validate(&plan.Plan{Header: plan.Header{Kind: "la", Version: 1}}); !found.HasErrors() {
				t.Errorf("%s: no findings", name)
			}
			if _, ok := o.KindOf(new(plan.Plan)); ok && name != "a nil pointer" {
				t.Errorf("%s: has a kind", name)
			}
			if _, err := o.Skeleton("la"); err == nil {
				t.Errorf("%s: a skeleton", name)
			}
			_, _ = o.Schema("")
			_, _ = o.Schema("la")
			_, _ = o.Marshal(new(plan.Plan))
			o.Check(nil, o.DecodeNode("f.yaml", record.Node{}))
		})
	}
	if f := (&plan.File{Value: (*plan.Plan)(nil)}); f.Paper() != nil {
		t.Error("a nil pointer is a paper")
	}
}
