package pdf

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/layout"
)

// TestPath: an outline is drawn with the operators of PDF from the bottom of the page,
// filled or not.
func TestPath(t *testing.T) {
	s := newSheet(t)
	s.page.Width, s.page.Height = doc.Pt(300), doc.Pt(200)
	steps := []flow.Step{
		{X: doc.Pt(1), Y: doc.Pt(2)},
		{Curved: true, X1: doc.Pt(3), Y1: doc.Pt(4), X2: doc.Pt(5), Y2: doc.Pt(6), X: doc.Pt(7), Y: doc.Pt(8)},
		{X: doc.Pt(1), Y: doc.Pt(2)},
		{Move: true, Curved: true, X: doc.Pt(9), Y: doc.Pt(9)},
	}
	s.draw(&layout.Path{Path: &flow.Path{Steps: steps, Fill: true, Color: 0xff0000}, X: doc.Pt(10), Y: doc.Pt(20)})
	s.draw(&layout.Path{Path: &flow.Path{Steps: steps[:2], Thickness: doc.Pt(1.5)}})
	file := unpack(t, write(t, s.r, Options{}))
	for _, want := range []string{
		"11 178 m\n13 176 15 174 17 172 c\n11 178 l\n19 171 m\nf*", "1 198 m\n3 196 5 194 7 192 c\nS", "1.50 w", "1.000 0.000 0.000 rg",
	} {
		if !strings.Contains(file, want) {
			t.Errorf("no %q in %s", want, file)
		}
	}
}
