package layout

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/diag"
)

// frame is a box at a fixed place of a page.
type frame struct {
	src    *flow.Frame
	pieces []piece
	height doc.Length
}

func (e *engine) frame(f *flow.Frame, s scope) (*frame, error) {
	if f.Role == flow.RoleArtifact {
		s.parent = nil
	}
	inner := scope{
		noNotes: "a frame",
		width:   f.Width,
		parent:  s.holder(&e.tree),
		fitted:  true,
		tight:   &tight{at: f.At, rule: ruleFrame, message: "từ %q rộng hơn khung " + strings.ReplaceAll(frameName(f), "%", "%%")},
	}
	if f.Role == flow.RolePart {
		inner.parent = e.tree.add(inner.parent, "Part")
	}
	pieces, err := e.column(f.Blocks, inner)
	if err != nil {
		return nil, err
	}
	b := &frame{src: f, pieces: pieces, height: height(pieces)}
	if b.height > f.Height+slack {
		e.found.Add(&diag.Diagnostic{
			Pos:  flow.Known(f.At),
			Rule: ruleFrame,
			Message: fmt.Sprintf("nội dung cao %.1f mm không vừa khung %s cao %.1f mm",
				b.height.MM(), frameName(f), f.Height.MM()),
			Found: f.Name,
		})
	}
	return b, nil
}

// frameName is the name of a frame in messages.
func frameName(f *flow.Frame) string {
	if f.Name != "" {
		return fmt.Sprintf("%q", f.Name)
	}
	return fmt.Sprintf("(%.0f × %.0f mm)", f.Width.MM(), f.Height.MM())
}

func (f *frame) draw(p *painter, _, _ doc.Length) {
	b := f.src
	if b.Border > 0 {
		p.page.Acts = append(p.page.Acts, &Rect{
			X: b.X, Y: b.Y, Width: b.Width, Height: b.Height, Thickness: b.Border, Color: b.Color,
		})
	}
	p.named(b.Name, b.X, b.Y, b.Width, b.Height)
	p.column(f.pieces, b.X, b.Y+raised(b.VAlign, b.Height, f.height))
}

// raised is how far the top of a column stands below that of its box.
func raised(v flow.VAlign, box, column doc.Length) doc.Length {
	switch v {
	case flow.Middle:
		return max(0, (box-column)/2)
	case flow.Bottom:
		return max(0, box-column)
	}
	return 0
}
