package layout

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/layout/flowcase"
)

// flowOf is a flow of one section with the given blocks.
func flowOf(blocks ...doc.Block) *doc.Flow {
	page := doc.PageSetup{Width: doc.MM(210), Height: doc.MM(297), Top: doc.MM(20), Bottom: doc.MM(20), Left: doc.MM(30), Right: doc.MM(20)}
	return &doc.Flow{Sections: []*doc.Section{{Page: page, Blocks: blocks}}}
}

func dump(t *testing.T, f *doc.Flow) string {
	t.Helper()
	r, _, err := Pages(t.Context(), f, halfEm{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Dump(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestRefused names what cannot be laid out at all.
func TestRefused(t *testing.T) {
	note := &doc.Note{Number: 1, Inlines: doc.T("x")}
	noted := &doc.Paragraph{Inlines: []doc.Inline{note}}
	for _, c := range []struct {
		want string
		flow *doc.Flow
	}{
		{"unknown block <nil>", flowOf(nil)},
		{"unknown inline <nil>", flowOf(&doc.Paragraph{Inlines: []doc.Inline{nil}})},
		{"unknown shape <nil>", flowOf(&doc.Drawing{Shapes: []doc.Shape{nil}})},
		{"without its picture", flowOf(&doc.Figure{})},
		{"without its picture", flowOf(&doc.Slot{Pictures: []doc.Placed{{}}})},
		{"footnote cannot stand in a frame", flowOf(&doc.Frame{Blocks: []doc.Block{noted}})},
		{"footnote cannot stand in a footnote", flowOf(&doc.Paragraph{Inlines: []doc.Inline{&doc.Note{Inlines: []doc.Inline{note}}}})},
		{"foot of a page", &doc.Flow{Sections: []*doc.Section{{Foot: []doc.Block{noted}}}}},
	} {
		if _, _, err := Pages(t.Context(), c.flow, halfEm{}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %q", err, c.want)
		}
	}
}

// TestRepeatable lays every case out at once in several goroutines: each
// gives the same, and none changes the flow.
func TestRepeatable(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		in := txtar.Parse(src).Files[0].Data
		flow, err := flowcase.Read(in)
		if err != nil {
			t.Fatal(err)
		}
		want := dump(t, flow)
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				if got := dump(t, flow); got != want {
					t.Errorf("%s: laid out again, got:\n%s\nwant:\n%s", name, got, want)
				}
			})
		}
		wg.Wait()
		again, err := flowcase.Read(in)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(flow, again) {
			t.Errorf("%s: layout has changed the flow", name)
		}
	}
}

// TestEmptyPages sees that a section without blocks has a page, and that a
// page is not broken twice.
func TestEmptyPages(t *testing.T) {
	p := &doc.Paragraph{Font: doc.Font{Size: 10 * doc.Point}, Inlines: doc.T("x")}
	for _, c := range []struct {
		want int
		flow *doc.Flow
	}{
		{0, &doc.Flow{}},
		{1, flowOf()},
		{1, flowOf(&doc.Break{}, p)},
		{2, flowOf(p, &doc.Break{}, &doc.Break{}, p)},
	} {
		r, _, err := Pages(t.Context(), c.flow, halfEm{})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Pages) != c.want {
			t.Errorf("%d pages, want %d", len(r.Pages), c.want)
		}
	}
}

// TestFillingMovesNothing fills blanks, signature and seal of a paper and sees that
// every other act stays where it is.
func TestFillingMovesNothing(t *testing.T) {
	font := doc.Font{Size: 14 * doc.Point}
	paper := func(filled bool) *doc.Flow {
		slot := &doc.Slot{Name: "signature", Height: doc.MM(30), Width: doc.MM(50)}
		if filled {
			slot.Pictures = []doc.Placed{{Picture: &doc.Picture{Name: "s.png"}, Width: doc.MM(50), Height: doc.MM(30)}}
		}
		line := func(s string) *doc.Paragraph { return &doc.Paragraph{Font: font, Inlines: doc.T(s)} }
		return flowOf(line("above"), slot, line("below"))
	}
	var images int
	var blank, filled []Act
	for i, acts := range []*[]Act{&blank, &filled} {
		r, _, err := Pages(t.Context(), paper(i == 1), halfEm{})
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range r.Pages[0].Acts {
			if _, ok := a.(*Image); ok {
				images++
				continue
			}
			*acts = append(*acts, a)
		}
	}
	if images != 1 || !reflect.DeepEqual(blank, filled) {
		t.Errorf("%d pictures; blank %v, filled %v", images, blank, filled)
	}
}
