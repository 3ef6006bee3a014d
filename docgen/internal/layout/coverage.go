package layout

import (
	"context"
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/plan/diag"
)

// Coverage reports the letters of f that the faces lack, as [Pages] does,
// without breaking lines: for writers that leave lines to others. Word would put
// another family's letter in place of such a one, or a box. An error is a node
// that nobody knows, or that of ctx.
func Coverage(ctx context.Context, f *flow.Flow, m font.Metrics) (diag.List, error) {
	e := engine{ctx: ctx, m: m}
	var room [32]font.Style
	open := room[:0] // faces of what the nodes around hold
	var at *diag.Pos // of the text at hand
	if err := flow.Inspect(f, func(n any) bool {
		s := font.Regular
		if len(open) > 0 {
			s = open[len(open)-1]
		}
		switch n := n.(type) {
		case nil:
			open = open[:len(open)-1]
			return false
		case *doc.Text:
			e.coversAll(at, s, n.S)
		case *flow.Paragraph:
			at, s = n.At, font.StyleOf(n.Font.Bold, n.Font.Italic)
			e.leaders(n)
			if e.cancelled() {
				return false
			}
		case *flow.Drawing:
			at = n.At
		case *flow.Caption:
			e.coversAll(at, font.StyleOf(n.Font.Bold, n.Font.Italic), n.S)
		case *doc.Blank:
			if n.Value == "" && n.Leader != 0 {
				e.advance(at, s, n.Leader)
			}
			e.coversAll(at, s, n.Value)
		case doc.Inline:
			s = font.Inside(n, s)
		}
		open = append(open, s)
		return true
	}); err != nil {
		return nil, fmt.Errorf("coverage: %w", err)
	}
	e.found.Sort()
	return e.found, e.err
}

// coversAll sees that the face has the letters of a text.
func (e *engine) coversAll(at *diag.Pos, s font.Style, text string) {
	if _, ok := e.m.Width(s, text); ok {
		return
	}
	for _, r := range text {
		e.advance(at, s, r)
	}
}
