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
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/layout/flowcase"
)

// flowOf is a flow of one section with the given blocks.
func flowOf(blocks ...flow.Block) *flow.Flow {
	page := flow.PageSetup{Width: doc.MM(210), Height: doc.MM(297), Top: doc.MM(20), Bottom: doc.MM(20), Left: doc.MM(30),
		Right: doc.MM(20)}
	return &flow.Flow{Sections: []*flow.Section{{Page: page, Blocks: blocks}}}
}

func dump(t *testing.T, f *flow.Flow) string {
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
	noted := &flow.Paragraph{Inlines: []doc.Inline{note}}
	for _, c := range []struct {
		want string
		flow *flow.Flow
	}{
		{"unknown block <nil>", flowOf(nil)},
		{"unknown inline <nil>", flowOf(&flow.Paragraph{Inlines: []doc.Inline{nil}})},
		{"unknown shape <nil>", flowOf(&flow.Drawing{Shapes: []flow.Shape{nil}})},
		{"without its picture", flowOf(&flow.Figure{})},
		{"without its picture", flowOf(&flow.Slot{Pictures: []flow.Placed{{}}})},
		{"footnote cannot stand in a frame", flowOf(&flow.Frame{Blocks: []flow.Block{noted}})},
		{"footnote cannot stand in a footnote", flowOf(&flow.Paragraph{Inlines: []doc.Inline{&doc.Note{Inlines: []doc.Inline{note}}}})},
		{"foot of a page", &flow.Flow{Sections: []*flow.Section{{Foot: []flow.Block{noted}}}}},
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
	p := &flow.Paragraph{Font: flow.Font{Size: 10 * doc.Point}, Inlines: doc.T("x")}
	for _, c := range []struct {
		want int
		flow *flow.Flow
	}{
		{0, &flow.Flow{}},
		{1, flowOf()},
		{1, flowOf(&flow.Break{}, p)},
		{2, flowOf(p, &flow.Break{}, &flow.Break{}, p)},
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
	font := flow.Font{Size: 14 * doc.Point}
	paper := func(filled bool) *flow.Flow {
		slot := &flow.Slot{Name: "signature", Height: doc.MM(30), Width: doc.MM(50)}
		if filled {
			slot.Pictures = []flow.Placed{{Picture: &doc.Picture{Name: "s.png"}, Width: doc.MM(50), Height: doc.MM(30)}}
		}
		line := func(s string) *flow.Paragraph { return &flow.Paragraph{Font: font, Inlines: doc.T(s)} }
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
