package layout

import (
	"bytes"
	"flag"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/docgen/internal/layout/flowcase"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/internal/casefile"
)

var update = flag.Bool("update", false, "rewrite the expected parts of the case files")

// TestCases reads testdata/*.txtar; testdata/README.md says how they are written.
func TestCases(t *testing.T) {
	casefile.Each(t, *update, func(t *testing.T, in *txtar.Archive) []txtar.File {
		f, err := flowcase.Read(in.Files[0].Data)
		if err != nil {
			t.Fatal(err)
		}
		for _, rule := range lines.Rules() {
			if bytes.Contains(in.Comment, []byte("lines "+rule.Name)) {
				f.Lines = rule
			}
		}
		r, found, err := Pages(t.Context(), f, halfEm{})
		if err != nil {
			t.Fatal(err)
		}
		var pages bytes.Buffer
		if err := Dump(&pages, r); err != nil {
			t.Fatal(err)
		}
		got := []txtar.File{in.Files[0], {Name: "pages", Data: pages.Bytes()}}
		if len(found) > 0 {
			got = append(got, txtar.File{Name: "errors", Data: []byte(found.Error() + "\n")})
		}
		return got
	})
}
