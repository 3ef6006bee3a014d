package plan_test

import (
	"flag"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/internal/casefile"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

var update = flag.Bool("update", false, "rewrite the case files")

// TestCases reads testdata/*.txtar; testdata/README.md says how they are written.
func TestCases(t *testing.T) {
	casefile.Each(t, *update, func(t *testing.T, in *txtar.Archive) []txtar.File {
		var got []txtar.File
		for _, in := range in.Files {
			stem, ok := strings.CutSuffix(in.Name, ".yaml")
			if !ok {
				continue
			}
			got = append(got, in)
			f, findings := plan.Parse(in.Name, in.Data)
			checkPlaces(t, in.Data, findings)
			if len(findings) > 0 {
				got = append(got, txtar.File{Name: stem + ".errors", Data: []byte(findings.Error() + "\n")})
				continue
			}
			out, err := plan.Marshal(f.Value)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, txtar.File{Name: stem + ".marshal", Data: out})
		}
		return got
	})
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
