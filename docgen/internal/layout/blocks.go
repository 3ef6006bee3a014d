package layout

import (
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
)

// blocks lowers blocks into pieces at the end of the column e.out.
func (e *engine) blocks(list []doc.Block, s scope) error {
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

func (e *engine) block(b doc.Block, s scope) error {
	if _, ok := b.(*doc.Paragraph); !ok {
		e.tree.title = nil
	}
	switch b := b.(type) {
	case *doc.Paragraph:
		return e.paragraph(b, s)
	case *doc.Group:
		return e.group(b, s)
	case *doc.Table:
		return e.table(b, s)
	case *doc.Rule:
		e.out = append(e.out, piece{before: b.Before, height: b.Thickness, after: b.After, box: &rule{b, s.width}})
	case *doc.Break:
		e.out = append(e.out, piece{newPage: true})
	case *doc.Slot:
		return e.slot(b, s)
	case *doc.Figure:
		return e.figure(b, s)
	case *doc.Drawing:
		return e.drawing(b, s)
	case *doc.Frame:
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
func (e *engine) group(g *doc.Group, s scope) error {
	t := &e.tree
	switch g.Role {
	case doc.RoleArtifact:
		s.parent, s.item, s.list = nil, nil, false
	case doc.RoleList:
		s.parent, s.item, s.list = t.add(s.holder(t), "L"), nil, true
	case doc.RoleListItem:
		list := s.parent
		if !s.list {
			list = t.add(s.holder(t), "L")
		}
		s.parent = t.add(list, "LI")
		s.item, s.list = &item{li: s.parent}, false
	case doc.RoleQuote:
		s.parent, s.item, s.list = t.add(s.holder(t), "BlockQuote"), nil, false
	case doc.RolePart:
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
	src    *doc.Rule
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
