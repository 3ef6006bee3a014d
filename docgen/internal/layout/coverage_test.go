package layout

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/layout/flowcase"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestCoverage finds the letters that Pages finds: in each case file, and
// wherever a letter can stand.
func TestCoverage(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	flows := map[string]*doc.Flow{"everywhere": everywhere()}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if flows[name], err = flowcase.Read(txtar.Parse(src).Files[0].Data); err != nil {
			t.Fatal(err)
		}
	}
	seen := 0
	for name, f := range flows {
		_, all, err := Pages(f, halfEm{}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		want := slices.DeleteFunc(all, func(d *diag.Diagnostic) bool { return d.Rule != "font.missing-glyph" })
		if got := Coverage(f, halfEm{}); got.Error() != want.Error() {
			t.Errorf("%s: got\n%v\nwant\n%v", name, got, want)
		}
		seen += len(want)
	}
	if want := len(strange) + 2; seen < want {
		t.Errorf("%d letters seen, want %d at least", seen, want)
	}
}

// strange are letters that the made-up face lacks.
var strange = []rune("😀😁😂😃😄😅😆😇😈😉😊😋")

// everywhere is a flow with one strange letter in each place for text.
func everywhere() *doc.Flow {
	next := 0
	letter := func() []doc.Inline {
		next++
		return doc.T(string(strange[next-1]))
	}
	p := func(in ...doc.Inline) []doc.Block { return []doc.Block{&doc.Paragraph{Inlines: in}} }
	f := flowOf(
		&doc.Group{Blocks: p(&doc.Strong{Inlines: letter()}, &doc.Emph{Inlines: letter()}, &doc.Upright{Inlines: letter()})},
		&doc.Paragraph{Inlines: []doc.Inline{
			&doc.Label{Inlines: letter()}, &doc.Note{Number: 1, Inlines: letter()},
			&doc.Link{URL: "https://example.org", Inlines: letter()}, &doc.Ref{Inlines: letter()},
			&doc.Blank{Value: string(strange[10])},
		}},
		&doc.Table{Columns: []doc.Length{doc.MM(50)}, Rows: []*doc.Row{{Cells: []*doc.Cell{{Blocks: p(letter()...)}}}}},
		&doc.Drawing{Shapes: []doc.Shape{&doc.Caption{S: string(strange[11])}}},
	)
	f.Sections[0].Foot = p(letter()...)
	f.Sections[0].Frames = []*doc.Frame{{Width: doc.MM(50), Height: doc.MM(50), Blocks: p(letter()...)}}
	return f
}
