package flow

import (
	"fmt"
	"reflect"

	"github.com/vanban-go/vanban/docgen/doc"
)

// Inspect is [doc.Inspect] for a flow, a list of blocks, or a node of either. Form makes
// flows of documents that are sound, so it looks for no more than nodes that are nil or of
// an unknown type.
func Inspect(root any, visit func(node any) bool) error {
	if v := reflect.ValueOf(root); root == nil || v.Kind() == reflect.Pointer && v.IsNil() {
		return fmt.Errorf("flow: a node is a nil %T", root)
	}
	if visit == nil {
		visit = func(any) bool { return true }
	}
	switch n := root.(type) {
	case []Block:
		return each(n, visit)
	case []doc.Inline:
		return doc.Inspect(n, visit)
	case doc.Inline, *doc.Picture:
		return doc.Inspect(n, visit)
	}
	if !visit(root) {
		return nil
	}
	if err := inside(root, visit); err != nil {
		return err
	}
	visit(nil)
	return nil
}

func each[T any](list []T, visit func(node any) bool) error {
	for _, n := range list {
		if err := Inspect(n, visit); err != nil {
			return err
		}
	}
	return nil
}

// inside visits what a node holds.
func inside(n any, visit func(node any) bool) error {
	switch n := n.(type) {
	case *Flow:
		return each(n.Sections, visit)
	case *Section:
		if err := each(n.Blocks, visit); err != nil {
			return err
		}
		if err := each(n.Foot, visit); err != nil {
			return err
		}
		return each(n.Frames, visit)
	case *Paragraph:
		if n.Number != nil {
			if err := Inspect(n.Number, visit); err != nil {
				return err
			}
		}
		return doc.Inspect(n.Inlines, visit)
	case *Group:
		return each(n.Blocks, visit)
	case *Table:
		return each(n.Rows, visit)
	case *Row:
		return each(n.Cells, visit)
	case *Cell:
		return each(n.Blocks, visit)
	case *Slot:
		for i := range n.Pictures {
			if err := doc.Inspect(n.Pictures[i].Picture, visit); err != nil {
				return err
			}
		}
		return nil
	case *Figure:
		return doc.Inspect(n.Picture, visit)
	case *Drawing:
		return each(n.Shapes, visit)
	case *Frame:
		return each(n.Blocks, visit)
	case *Rule, *Break, *Numbering, *Line, *Rect, *Path, *Caption:
		return nil
	}
	return fmt.Errorf("flow: unknown node %T", n)
}
