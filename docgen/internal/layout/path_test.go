package layout

import (
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// TestPathBounds: the rectangle holds the points that curves lean on, and only those of curves.
func TestPathBounds(t *testing.T) {
	a := &Path{X: 100, Y: 1000, Path: &flow.Path{Steps: []flow.Step{
		{Move: true, X: 5, Y: 6, X1: -90, Y2: 90},
		{Curved: true, X1: -3, Y1: 7, X2: 8, Y2: -4, X: 1, Y: 1},
		{X: 9, Y: 2, X1: 90, Y1: 90},
	}}}
	left, top, right, bottom := a.Bounds()
	if got, want := [4]doc.Length{left, top, right, bottom}, [4]doc.Length{97, 996, 109, 1007}; got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if l, tp, r, b := (&Path{Path: new(flow.Path)}).Bounds(); l != 0 || tp != 0 || r != 0 || b != 0 {
		t.Error("an empty path has bounds")
	}
}
