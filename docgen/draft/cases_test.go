package draft_test

import (
	"flag"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/internal/casefile"
)

var update = flag.Bool("update", false, "rewrite the case files")

// TestCases: each draft in plain text, the YAML that is made of it, and what is said of it.
func TestCases(t *testing.T) {
	casefile.Each(t, *update, func(t *testing.T, in *txtar.Archive) []txtar.File {
		var out []txtar.File
		for _, f := range in.Files {
			name, ok := strings.CutSuffix(f.Name, ".txt")
			if !ok {
				continue
			}
			d := read(t, f.Name, f.Data)
			said := ""
			for _, d := range d.Findings {
				said += d.Error() + "\n"
			}
			out = append(out, f, txtar.File{Name: name + ".yaml", Data: d.YAML}, txtar.File{Name: name + ".said", Data: []byte(said)})
		}
		return out
	})
}
