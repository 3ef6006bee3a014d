package layout

import (
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// blocks lowers blocks into pieces at the end of the column e.out.
func (e *engine) blocks(list []flow.Block, s scope) error {
	for _, b := range list {
		if e.cancelled() {
			return e.err
		}
		if err := e.block(b, s); err != nil {
			return err
		}
	}
	return nil
}

func (e *engine) block(b flow.Block, s scope) error {
	if _, ok := b.(*flow.Paragraph); !ok {
		e.tree.title = nil
	}
	switch b := b.(type) {
	case *flow.Paragraph:
		return e.paragraph(b, s)
	case *flow.Group:
		return e.group(b, s)
	case *flow.Table:
		return e.table(b, s)
	case *flow.Rule:
		e.out = append(e.out, piece{before: b.Before, height: b.Thickness, after: b.After, box: &rule{b, s.width}})
	case *flow.Break:
		e.out = append(e.out, piece{newPage: true})
	case *flow.Slot:
		return e.slot(b, s)
	case *flow.Figure:
		return e.figure(b, s)
	case *flow.Drawing:
		return e.drawing(b, s)
	case *flow.Frame:
		f, err := e.frame(b, s)
		if err != nil {
			return err
		}
		e.out = append(e.out, piece{box: f})
	default:
		return fmt.Errorf("unknown block %T", b)
	}
	return nil
}

// group lowers the blocks of a group below the element of its role.
func (e *engine) group(g *flow.Group, s scope) error {
	t := &e.tree
	switch g.Role {
	case flow.RoleArtifact:
		s.parent, s.item, s.list = nil, nil, false
	case flow.RoleList:
		s.parent, s.item, s.list = t.add(s.holder(t), "L"), nil, true
	case flow.RoleListItem:
		list := s.parent
		if !s.list {
			list = t.add(s.holder(t), "L")
		}
		s.parent = t.add(list, "LI")
		s.item, s.list = &item{li: s.parent}, false
	case flow.RoleQuote:
		s.parent, s.item, s.list = t.add(s.holder(t), "BlockQuote"), nil, false
	case flow.RolePart:
		s.parent, s.item, s.list = t.add(s.holder(t), "Part"), nil, false
	}
	start := len(e.out)
	if err := e.blocks(g.Blocks, s); err != nil {
		return err
	}
	if g.KeepTogether {
		hold(e.out[start:], kept)
	}
	return nil
}

// aligned is the left edge of a box of a width in a column.
func aligned(a doc.Align, column, width doc.Length) doc.Length {
	switch a {
	case doc.Center:
		return (column - width) / 2
	case doc.Right:
		return column - width
	}
	return 0
}

// rule is a drawn horizontal line.
type rule struct {
	src    *flow.Rule
	column doc.Length
}

func (r *rule) draw(p *painter, x, y doc.Length) {
	length := r.src.Length
	if length == 0 {
		length = r.column
	}
	x += aligned(r.src.Align, r.column, length)
	y += r.src.Thickness / 2
	p.stroke(x, y, x+length, y, r.src.Thickness)
}
