package layout

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/docgen/internal/layout/flowcase"
)

var update = flag.Bool("update", false, "rewrite the expected parts of the case files")

// TestCases reads testdata/*.txtar; testdata/README.md says how they are written.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			src := ar.Files[0].Data
			flow, err := flowcase.Read(src)
			if err != nil {
				t.Fatal(err)
			}
			var o Options
			if bytes.Contains(ar.Comment, []byte("least space 75")) {
				o.LeastSpace = 75
			}
			r, found, err := Pages(flow, halfEm{}, o)
			if err != nil {
				t.Fatal(err)
			}
			var pages bytes.Buffer
			if err := Dump(&pages, r); err != nil {
				t.Fatal(err)
			}
			got := []txtar.File{ar.Files[0], {Name: "pages", Data: pages.Bytes()}}
			if len(found) > 0 {
				got = append(got, txtar.File{Name: "errors", Data: []byte(found.Error() + "\n")})
			}
			out := txtar.Format(&txtar.Archive{Comment: ar.Comment, Files: got})
			if *update {
				if err := os.WriteFile(name, out, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := txtar.Format(ar); !bytes.Equal(out, want) {
				t.Errorf("got:\n%s\nwant:\n%s", out, want)
			}
		})
	}
}
