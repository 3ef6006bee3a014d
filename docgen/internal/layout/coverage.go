package layout

import (
	"context"
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/plan/diag"
)

// Coverage reports the letters of f that the faces lack, as [Pages] does,
// without breaking lines: for writers that leave lines to others. Word would put
// another family's letter in place of such a one, or a box. An error is a node
// that nobody knows, or that of ctx.
func Coverage(ctx context.Context, f *doc.Flow, m font.Metrics) (diag.List, error) {
	c := coverage{engine: engine{ctx: ctx, m: m}}
	if err := doc.Inspect(f, c.visit); err != nil {
		return nil, fmt.Errorf("coverage: %w", err)
	}
	c.found.Sort()
	return c.found, c.err
}

// coverage is one run of Coverage.
type coverage struct {
	engine
	at   diag.Pos     // of the text at hand
	open []font.Style // of what the nodes around hold
}

func (c *coverage) visit(n any) bool {
	if n == nil {
		c.open = c.open[:len(c.open)-1]
		return false
	}
	s := font.Regular
	if len(c.open) > 0 {
		s = c.open[len(c.open)-1]
	}
	switch n := n.(type) {
	case *doc.Paragraph:
		c.at = n.At
		s = font.StyleOf(n.Font.Bold, n.Font.Italic)
		c.leaders(n)
		if c.cancelled() {
			return false
		}
	case *doc.Drawing:
		c.at = n.At
	case *doc.Caption:
		c.text(n.S, font.StyleOf(n.Font.Bold, n.Font.Italic))
	case *doc.Text:
		c.text(n.S, s)
	case *doc.Blank:
		if n.Value == "" && n.Leader != 0 {
			c.covers(c.at, s, n.Leader)
		}
		c.text(n.Value, s)
	case doc.Inline:
		s = font.Inside(n, s)
	}
	c.open = append(c.open, s)
	return true
}

func (c *coverage) text(text string, s font.Style) {
	for _, r := range text {
		c.covers(c.at, s, drawn(r))
	}
}
