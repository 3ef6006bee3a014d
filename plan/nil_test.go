package plan_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// nilCalls call each exported function with nothing, as package.Function.
var nilCalls = map[string]func(){
	"plan.DateOf": func() { plan.DateOf(time.Time{}) },
	"plan.Kinds":  func() { plan.Kinds() },
	"plan.Label":  func() { plan.Label(nil, "a"); plan.Label((*plan.Plan)(nil), "subject") },
	"plan.Load": func() {
		plan.Load(nil)
		plan.Load(nil, "")
		plan.Load(nil, "a.yaml")
	},
	"plan.Marshal":         func() { _, _ = plan.Marshal(nil); _, _ = plan.Marshal((*plan.Plan)(nil)) },
	"plan.NewSet":          func() { plan.NewSet().File("a"); plan.NewSet(nil, nil).File("a"); plan.NewSet(nil).Named(nil) },
	"plan.Parse":           func() { plan.Parse("", nil) },
	"plan.ParseMoney":      func() { _, _ = plan.ParseMoney("") },
	"plan.ParseMultiplier": func() { _, _ = plan.ParseMultiplier("") },
	"plan.ProsePaths":      func() { plan.ProsePaths(nil); plan.ProsePaths((*plan.Plan)(nil)) },
	"plan.Records":         func() { plan.Records() },
	"plan.Schema":          func() { _, _ = plan.Schema("") },
	"plan.Skeleton":        func() { _, _ = plan.Skeleton("") },
	"plan.Validate":        func() { plan.Validate(nil); plan.Validate((*plan.Plan)(nil)); plan.Validate(new(plan.Plan)) },
	"diag.At":              func() { _ = diag.At("") },
	"diag.CheckFile":       func() { _ = diag.CheckFile(nil, ""); _ = diag.CheckFile(nil, "a") },
	"diag.Distance":        func() { diag.Distance("", "") },
	"diag.FileReason":      func() { diag.FileReason(nil) },
	"diag.RuleOf":          func() { diag.RuleOf("") },
	"diag.Rules":           func() { diag.Rules() },
	"diag.IsNear":          func() { diag.IsNear("", "", 0) },
	"diag.Nearest":         func() { diag.Nearest("", nil) },
}

// nilTypes are the types that have exported methods on pointers, beside those of the kinds.
var nilTypes = []any{
	(*plan.Amendment)(nil), (*plan.Attachment)(nil), (*plan.AwardBodies)(nil), (*plan.AwardCount)(nil), (*plan.AwardOfficer)(nil),
	(*plan.Awardee)(nil), (*plan.Ballots)(nil), (*plan.Cell)(nil), (*plan.CertificateLayout)(nil), (*plan.CertificateSpot)(nil), (*plan.Certificates)(nil), (*plan.Column)(nil),
	(*plan.Council)(nil), (*plan.Criteria)(nil), (*plan.CriteriaGroup)(nil), (*plan.Criterion)(nil), (*plan.Date)(nil), (*plan.Deadline)(nil), (*plan.Distribution)(nil),
	(*plan.File)(nil), (*plan.Footer)(nil), (*plan.Fraction)(nil), (*plan.Fund)(nil), (*plan.FundReport)(nil), (*plan.Header)(nil),
	(*plan.HeldCondition)(nil), (*plan.Indicator)(nil), (*plan.InitiativeCondition)(nil), (*plan.Item)(nil),
	(*plan.Members)(nil), (*plan.MembersCondition)(nil), (*plan.Money)(nil), (*plan.Movement)(nil), (*plan.Multiplier)(nil),
	(*plan.Nominee)(nil), (*plan.Number)(nil), (*plan.Options)(nil), (*plan.Period)(nil), (*plan.Person)(nil), (*plan.PlanSection)(nil), (*plan.Quota)(nil),
	(*plan.RatingCondition)(nil), (*plan.ReportSection)(nil), (*plan.Scope)(nil), (*plan.Session)(nil), (*plan.Set)(nil),
	(*plan.Signer)(nil), (*plan.StatedBonus)(nil), (*plan.Table)(nil), (*plan.Votes)(nil),
	(*diag.Diagnostic)(nil), (*diag.List)(nil),
}

// TestNil calls every exported function and method of plan and diag with nil in place of
// all that can be nil: none panics.
func TestNil(t *testing.T) {
	types := make(map[string]reflect.Type)
	all := nilTypes
	for _, k := range allKinds() {
		for _, typ := range append([]string{""}, k.Types...) {
			all = append(all, k.New(typ))
		}
	}
	for _, v := range all {
		types[strings.TrimPrefix(reflect.TypeOf(v).String(), "*")] = reflect.TypeOf(v)
	}
	called := 0
	for pkg, dir := range map[string]string{"plan": ".", "diag": "diag"} {
		names, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range file.Decls {
				f, ok := d.(*ast.FuncDecl)
				if !ok || !f.Name.IsExported() {
					continue
				}
				called++
				if f.Recv == nil {
					call, ok := nilCalls[pkg+"."+f.Name.Name]
					if !ok {
						t.Errorf("%s.%s is in no table", pkg, f.Name.Name)
						continue
					}
					noPanic(t, pkg+"."+f.Name.Name, call)
					continue
				}
				star, ok := f.Recv.List[0].Type.(*ast.StarExpr)
				if !ok {
					continue // a value is never nil; its zero is called below
				}
				typ := types[pkg+"."+star.X.(*ast.Ident).Name]
				if typ == nil {
					t.Errorf("%s.%s has methods, and is in no table", pkg, star.X.(*ast.Ident).Name)
					continue
				}
				callMethod(t, reflect.Zero(typ), f.Name.Name)
				callMethod(t, reflect.New(typ.Elem()), f.Name.Name)
			}
		}
	}
	if called < 150 {
		t.Errorf("only %d functions", called)
	}
	for _, v := range []any{plan.Kind{}, plan.Date{}, plan.Deadline{}, plan.Fraction{}, plan.Money(0), plan.Multiplier(0), plan.Number(""), plan.Prose(""), plan.Rating(""), plan.Measure(""), plan.Scale(""), plan.Recipient(""), diag.Pos{}, diag.Level(0), diag.List(nil), diag.List{nil}} {
		for i := range reflect.TypeOf(v).NumMethod() {
			callMethod(t, reflect.ValueOf(v), reflect.TypeOf(v).Method(i).Name)
		}
	}
}

// callMethod calls a method with the zero values of all that it takes, and with pointers
// to such values.
func callMethod(t *testing.T, v reflect.Value, name string) {
	t.Helper()
	m := v.MethodByName(name)
	for _, filled := range []bool{false, true} {
		var args []reflect.Value
		for i := range m.Type().NumIn() {
			switch in := m.Type().In(i); {
			case i == m.Type().NumIn()-1 && m.Type().IsVariadic():
			case filled && in.Kind() == reflect.Pointer:
				args = append(args, reflect.New(in.Elem()))
			default:
				args = append(args, reflect.Zero(in))
			}
		}
		noPanic(t, v.Type().String()+"."+name, func() { m.Call(args) })
	}
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
			o.ParseNode("f.yaml", record.Node{})
		})
	}
	if f := (&plan.File{Value: (*plan.Plan)(nil)}); f.Paper() != nil {
		t.Error("a nil pointer is a paper")
	}
}
