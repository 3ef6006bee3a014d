package parity_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan"
)

// paper is a document to be compared.
type paper struct {
	group, name string
	document    *doc.Document
}

// renderer is one that breaks lines by a rule.
func renderer(t *testing.T, rule lines.Rule) *docgen.Renderer {
	t.Helper()
	profile, found := decree.NewProfile(&decree.Office{LineBreaks: rule.Name})
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	r, err := docgen.New(&docgen.Options{Profile: profile})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// papers are all that is compared: the examples, the starting file of each kind, the papers
// of a season, made-up reports.
func papers(t *testing.T, r *docgen.Renderer) []paper {
	t.Helper()
	return append(append(append(examples(t, r), kinds(t, r)...), awards(t, r)...), reports(t, r)...)
}

// build builds the paper of a file; nil when it is none.
func build(t *testing.T, r *docgen.Renderer, name string, set *plan.Set) *doc.Document {
	t.Helper()
	set, err := season.Resolve(r, set, name)
	if err != nil {
		t.Fatal(err)
	}
	d, err := r.Build(context.Background(), set, name)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return d
}

const examplesFolder = "../../../examples"

func examples(t *testing.T, r *docgen.Renderer) (list []paper) {
	t.Helper()
	names, err := filepath.Glob(examplesFolder + "/*/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if f, _ := plan.Parse(name, src); f.Paper() == nil {
			continue // a season, profile or list
		}
		set, found := plan.Load(os.DirFS(filepath.Dir(name)), filepath.Base(name))
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		short := filepath.Base(filepath.Dir(name)) + "/" + strings.TrimSuffix(filepath.Base(name), ".yaml")
		list = append(list, paper{"examples", short, build(t, r, filepath.Base(name), set)})
	}
	return list
}

func kinds(t *testing.T, r *docgen.Renderer) (list []paper) {
	t.Helper()
	for _, k := range plan.Kinds() {
		src, err := plan.Skeleton(k.ID)
		if err != nil {
			t.Fatal(err)
		}
		f, found := plan.Parse(k.ID+".yaml", src)
		if found.HasErrors() || f.Paper() == nil {
			continue // it names other files
		}
		d, err := r.Build(context.Background(), plan.NewSet(f), f.Name)
		if err != nil {
			continue // so does it
		}
		list = append(list, paper{"kinds", k.ID, d})
	}
	if len(list) < 25 {
		t.Errorf("only %d kinds", len(list))
	}
	return list
}

// awards are the papers of the example's season, of its certificates every twelfth.
func awards(t *testing.T, r *docgen.Renderer) (list []paper) {
	t.Helper()
	const name = "dot-khen-thuong.yaml"
	set, found := plan.Load(os.DirFS(examplesFolder+"/khen-thuong-2026"), name)
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	all, _, err := season.Papers(context.Background(), r, set, name, "", season.Options{})
	if err != nil {
		t.Fatal(err)
	}
	certificates := 0
	for _, p := range all {
		if p.Stage == "giay-khen" {
			if certificates++; certificates%12 != 1 {
				continue
			}
		}
		if p.Doc != nil {
			list = append(list, paper{"season", p.Name, p.Doc})
		}
	}
	return list
}

// manyReports is how many reports are made up.
const manyReports = 40

func reports(t *testing.T, r *docgen.Renderer) (list []paper) {
	t.Helper()
	for i := range manyReports {
		g := newReport(uint64(i))
		name := fmt.Sprintf("report-%02d", i+1)
		f, found := plan.Parse(name+".yaml", []byte(g.yaml()))
		if err := found.Err(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, g.yaml())
		}
		d := build(t, r, f.Name, plan.NewSet(f))
		g.picture(d)
		list = append(list, paper{"reports", name, d})
	}
	return list
}
