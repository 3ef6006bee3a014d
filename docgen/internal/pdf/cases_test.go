package pdf

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/docgen/internal/layout/flowcase"
)

// layoutCases lays out the cases of package layout with real fonts: all that
// layout can do, whatever is added to it.
func layoutCases(t *testing.T) map[string]*layout.Result {
	t.Helper()
	files, err := filepath.Glob("../layout/testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases of layout: %v", err)
	}
	cases := make(map[string]*layout.Result)
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if f.Name != "in.yaml" {
				continue
			}
			flow, err := flowcase.Read(f.Data)
			if err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			r, _, err := layout.Pages(t.Context(), flow, embedded(t))
			if err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			fillPictures(r)
			cases[strings.TrimSuffix(filepath.Base(file), ".txtar")] = r
		}
	}
	return cases
}

// fillPictures gives data to the pictures of a case, which have none.
func fillPictures(r *layout.Result) {
	for _, page := range r.Pages {
		for _, act := range page.Acts {
			if i, ok := act.(*layout.Image); ok && len(i.Picture.Data) == 0 {
				i.Picture.Data = sealPNG()
			}
		}
	}
}

func TestLayoutCases(t *testing.T) {
	for name, r := range layoutCases(t) {
		t.Run(name, func(t *testing.T) {
			for variant, o := range variants() {
				var out bytes.Buffer
				err := Write(&out, r, embedded(t), o)
				var missing *font.MissingGlyphError
				if errors.As(err, &missing) {
					return // the case is about them
				}
				if err != nil {
					t.Fatalf("%s: %v", variant, err)
				}
				tool(t, out.Bytes(), "qpdf", "--check", "FILE")
			}
		})
	}
}
