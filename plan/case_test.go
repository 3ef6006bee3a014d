package plan_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

var update = flag.Bool("update", false, "rewrite the case files")

// TestCases reads testdata/*.txtar; testdata/README.md says how they are written.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no case files", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := &txtar.Archive{Comment: ar.Comment}
			for _, in := range ar.Files {
				stem, ok := strings.CutSuffix(in.Name, ".yaml")
				if !ok {
					continue
				}
				got.Files = append(got.Files, in)
				f, findings := plan.Parse(in.Name, in.Data)
				checkPlaces(t, in.Data, findings)
				if len(findings) > 0 {
					got.Files = append(got.Files, txtar.File{Name: stem + ".errors", Data: []byte(findings.Error() + "\n")})
					continue
				}
				out, err := plan.Marshal(f.Value)
				if err != nil {
					t.Fatal(err)
				}
				got.Files = append(got.Files, txtar.File{Name: stem + ".marshal", Data: out})
			}
			text := txtar.Format(got)
			if *update {
				if err := os.WriteFile(name, text, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := txtar.Format(ar); !bytes.Equal(text, want) {
				t.Errorf("%s differs; run with -update and read the difference. First:\n%s", name, firstDifference(text, want))
			}
		})
	}
}

func firstDifference(got, want []byte) string {
	g, w := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			return fmt.Sprintf("line %d\ngot  %s\nwant %s", i+1, g[i], strings.Join(w[min(i, len(w)):min(i+1, len(w))], ""))
		}
	}
	return "the file has more lines"
}

// checkPlaces fails the test when a finding points outside the file.
func checkPlaces(t *testing.T, src []byte, findings diag.List) {
	t.Helper()
	lines := strings.Split(strings.ReplaceAll(strings.ReplaceAll(string(src), "\r\n", "\n"), "\r", "\n"), "\n")
	for _, d := range findings {
		p := d.Pos
		switch {
		case !p.IsValid() && p.Column == 0:
		case p.Line > len(lines):
			t.Errorf("%v: the file has %d lines", d, len(lines))
		case p.Column < 1 || p.Column > len([]rune(strings.TrimPrefix(lines[p.Line-1], "\ufeff")))+1:
			t.Errorf("%v: line %d has %d characters", d, p.Line, len([]rune(lines[p.Line-1])))
		}
	}
}
