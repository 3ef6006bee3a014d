package docgen_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/casefile"
)

// TestCompare reads testdata/compare/*.txtar: a paper before, the same after, and what is
// said of the two.
func TestCompare(t *testing.T) {
	names, err := filepath.Glob("testdata/compare/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			in, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var both [2]*doc.Document
			for i, f := range in.Files[:2] {
				set, _ := r.Reading().Load(fstest.MapFS{f.Name: {Data: f.Data}}, f.Name)
				if both[i], err = r.Build(ctx, set, f.Name); err != nil {
					t.Fatal(err)
				}
			}
			changes, err := r.Compare(ctx, both[0], both[1])
			if err != nil {
				t.Fatal(err)
			}
			var said bytes.Buffer
			for _, c := range changes {
				fmt.Fprintln(&said, c.Text)
			}
			out := &txtar.Archive{Comment: in.Comment, Files: append(in.Files[:2:2], txtar.File{Name: "changes", Data: said.Bytes()})}
			casefile.Hold(t, flag.Lookup("update").Value.String() == "true", name, out)
			if same, err := r.Compare(ctx, both[0], both[0]); err != nil || len(same) > 0 {
				t.Errorf("a paper and itself: %v, %v", same, err)
			}
		})
	}
}
