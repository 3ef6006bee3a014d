package season_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan"
)

// TestSeasonYAML: each paper of a season as YAML is read without an error and gives the
// same text, in a draft without numbers and days too.
func TestSeasonYAML(t *testing.T) {
	r := newRenderer(t)
	several, err := os.ReadFile("testdata/khen-thuong-several/dot.yaml")
	if err != nil {
		t.Fatal(err)
	}
	reports, err := os.ReadFile("testdata/khen-thuong-ho-so/dot.yaml")
	if err != nil {
		t.Fatal(err)
	}
	unnumbered := strings.Replace(string(several), "  number: \"470\"\n  date: 2026-11-05\n", "  date: 2026\n", 1)
	for name, src := range map[string]string{"several": string(several), "reports": string(reports), "unnumbered": unnumbered} {
		f, found := plan.Parse("dot.yaml", []byte(src))
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		stage := plan.NewSet(f)
		papers, found, err := made(season.Papers(context.Background(), r, stage, "dot.yaml", "",
			season.Options{Draft: name == "unnumbered"}))
		if err != nil || found.HasErrors() || len(papers) == 0 {
			t.Fatal(name, len(papers), err, found)
		}
		blanks := 0
		for _, p := range papers {
			if p.File != nil {
				blanks += strings.Count(sameAsYAML(t, r, p), "[](_number)")
			}
		}
		if (blanks > 0) != (name == "unnumbered") {
			t.Errorf("%s: %d blanks for numbers", name, blanks)
		}
	}
}

// sameAsYAML compares the text of a paper with that of the paper that its YAML gives, and
// gives the YAML.
func sameAsYAML(t *testing.T, r *docgen.Renderer, p season.Paper) string {
	t.Helper()
	ctx := context.Background()
	src, err := p.File.Marshal()
	if err != nil {
		t.Errorf("%s: %v", p.Name, err)
		return ""
	}
	f, found := r.Reading().Parse(p.Name+".yaml", src)
	d, more, err := build(r, plan.NewSet(f), f.Name)
	if found = append(found, more...); err != nil || found.HasErrors() {
		t.Errorf("%s: %v %v\n%s", p.Name, err, found, src)
		return ""
	}
	var was, is bytes.Buffer
	if _, err := r.Text(ctx, &was, p.Doc); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Text(ctx, &is, d); err != nil {
		t.Fatal(err)
	}
	if was.String() != is.String() {
		t.Errorf("%s: as YAML it is\n%s\nand was\n%s\nof\n%s", p.Name, is.String(), was.String(), src)
	}
	return string(src)
}
