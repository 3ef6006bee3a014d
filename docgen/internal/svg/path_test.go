package svg

import (
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/layout"
)

// TestPath: an outline is a path of SVG, filled or not.
func TestPath(t *testing.T) {
	steps := []flow.Step{
		{X: doc.Pt(1), Y: doc.Pt(2)},
		{Curved: true, X1: doc.Pt(3), Y1: doc.Pt(4), X2: doc.Pt(5), Y2: doc.Pt(6), X: doc.Pt(7), Y: doc.Pt(8)},
		{X: doc.Pt(1), Y: doc.Pt(2)},
		{Move: true, Curved: true, X: doc.Pt(9), Y: doc.Pt(9)},
	}
	for want, a := range map[string]*layout.Path{
		`<path d="M11 22C13 24 15 26 17 28L11 22M19 29" fill-rule="evenodd" fill="#ff0000"/>` + "\n": {
			Path: &flow.Path{Steps: steps, Fill: true, Color: 0xff0000}, X: doc.Pt(10), Y: doc.Pt(20),
		},
		`<path d="M1 2L7 8" fill="none" stroke="#000000" stroke-width="1.5"/>` + "\n": {
			Path: &flow.Path{Steps: []flow.Step{steps[0], {X: doc.Pt(7), Y: doc.Pt(8)}}, Thickness: doc.Pt(1.5)},
		},
	} {
		p := new(painter)
		p.path(a)
		if got := string(p.b); got != want {
			t.Errorf("got  %swant %s", got, want)
		}
	}
}
