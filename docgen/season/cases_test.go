package season_test

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestMatters runs the matters that offices brought forward, one archive each: testdata/cases/README.md
// says what stands in one.
func TestMatters(t *testing.T) {
	names, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal(err, names)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			in, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			fsys := fstest.MapFS{}
			want := ""
			for _, f := range in.Files {
				if f.Name == "want" {
					want = string(f.Data)
				}
				fsys[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			said := matter(t, fsys, in.Files[0].Name)
			for _, line := range strings.Split(strings.TrimSpace(want), "\n") {
				of, text, ok := strings.Cut(line, ": ")
				bare := strings.TrimSuffix(of, "!")
				all, there := said[bare]
				switch {
				case !ok:
					t.Errorf("no sense in the line %q", line)
				case !there:
					t.Errorf("no %s, there are %v", bare, keys(said))
				case strings.Contains(all, text) != (bare == of):
					t.Errorf("%s:\n%s", line, all)
				}
			}
		})
	}
}

// matter gives what is said of a file of awards: its papers by name, each as text and as YAML in one line,
// its findings, and the judgement.
func matter(t *testing.T, fsys fstest.MapFS, name string) map[string]string {
	t.Helper()
	var names []string
	for n := range fsys {
		if strings.HasSuffix(n, ".yaml") {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	set, found := (&plan.Options{Kinds: award.Kinds()}).Load(fsys, names...)
	said := map[string]string{}
	if f := set.File(name); !found.HasErrors() {
		law, err := award.Default()
		if err != nil {
			t.Fatal(err)
		}
		out, all := award.CheckFile(set, f, law)
		found = append(append(found, all...), out.Unread...)
		judged, err := json.Marshal(season.Judged(out, nil))
		if err != nil {
			t.Fatal(err)
		}
		said["judged"] = string(judged)
		r := newRenderer(t)
		stages := []award.Stage{"", award.DossierStage}
		if f.Kind.ID != "season" {
			stages = stages[:1]
		}
		for _, stage := range stages {
			papers, more, err := made(season.Papers(context.Background(), r, set, name, stage, season.Options{}))
			if err != nil {
				t.Fatal(err)
			}
			found = append(found, more...)
			for _, p := range papers {
				text := string(p.Data)
				if p.Doc != nil {
					source, err := p.File.Marshal()
					if err != nil {
						t.Fatal(err)
					}
					text = textOf(t, r, p) + " " + string(source)
				}
				said[p.Name] = plain(text)
			}
		}
	}
	said["papers"] = strings.Join(keys(said), " ")
	said["findings"] = findings(found)
	return said
}

// plain is a text in one line, without marks and with plain spaces.
func plain(text string) string {
	text = strings.NewReplacer("**", "", string(doc.NoBreakSpace), " ", string(doc.NoBreakHyphen), "-").Replace(text)
	return strings.Join(strings.Fields(text), " ")
}

func findings(found diag.List) string {
	var lines []string
	for _, d := range found {
		lines = append(lines, fmt.Sprintf("%s %s %s: %s; %s", d.Level, d.Rule, d.Pos.Path, d.Message, d.Fix))
	}
	slices.Sort(lines)
	return strings.Join(slices.Compact(lines), "\n")
}

func keys(m map[string]string) []string {
	var all []string
	for k := range m {
		all = append(all, k)
	}
	slices.Sort(all)
	return all
}
