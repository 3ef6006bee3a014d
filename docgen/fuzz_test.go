package docgen_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/internal/fuzzing"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

func TestMain(m *testing.M) { os.Exit(fuzzing.Run(m)) }

// FuzzRender: what can be read as a paper is rendered in every format or refused
// with findings; nothing panics, and what is refused leaves nothing behind.
func FuzzRender(f *testing.F) {
	names, _ := filepath.Glob("../examples/*/*.yaml")
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	for _, k := range plan.Kinds() {
		src, err := plan.Skeleton(k.ID)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	r, err := docgen.New(&docgen.Options{SharedFonts: true})
	if err != nil {
		f.Fatal(err)
	}
	ctx := context.Background()
	f.Fuzz(func(t *testing.T, src []byte) {
		file, found := plan.Parse("in.yaml", src)
		if found.HasErrors() || file.Paper() == nil {
			return
		}
		d, found, err := docgen.Settled(r, plan.NewSet(file), file.Name)
		if err != nil {
			t.Fatal(err)
		}
		if found.HasErrors() {
			return
		}
		for name, to := range map[string]writer{"PDF": r.PDF, "DOCX": r.DOCX, "text": r.Text} {
			var out bytes.Buffer
			_, err := to(ctx, &out, d)
			var list diag.List
			switch {
			case err == nil && out.Len() == 0:
				t.Errorf("%s: nothing was written", name)
			case err != nil && !errors.As(err, &list):
				t.Errorf("%s: %v", name, err)
			case err != nil && out.Len() > 0:
				t.Errorf("%s: %d bytes of a refused paper", name, out.Len())
			}
		}
	})
}
