package flow

import (
	"reflect"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/everything"
	"github.com/vanban-go/vanban/plan/diag"
)

// The types of the closed sets.
var choices = map[reflect.Type][]any{
	reflect.TypeFor[Block](): {
		&Paragraph{}, &Group{}, &Table{}, &Rule{}, &Break{}, &Slot{}, &Figure{}, &Drawing{}, &Frame{},
	},
	reflect.TypeFor[Shape]():      {&Line{}, &Rect{}, &Path{}, &Caption{}},
	reflect.TypeFor[doc.Inline](): {&doc.Text{}, &doc.Strong{}, &doc.Blank{}},
}

// TestInspectVisitsAll: whatever a struct of this package points to is visited, so that a
// field added later is not forgotten, and left again.
func TestInspectVisitsAll(t *testing.T) {
	root := new(Flow)
	want := everything.Fill(root, choices)
	if len(want) < 100 {
		t.Fatalf("%d nodes were made", len(want))
	}
	open := 0
	err := Inspect(root, func(n any) bool {
		if n == nil {
			open--
			return false
		}
		open++
		delete(want, n)
		return true
	})
	if err != nil || open != 0 {
		t.Errorf("%v; %d nodes were entered and not left", err, open)
	}
	for n := range want {
		switch n.(type) {
		case *TabStop, *Placed, *Area, *doc.Level, *diag.Pos: // of their owners
		default:
			t.Errorf("a %T is not visited", n)
		}
	}
}

// outside is a block that another package made by holding one of this.
type outside struct{ *Paragraph }

func TestInspectErrors(t *testing.T) {
	for want, root := range map[string]any{
		"a nil <nil>":               nil,
		"a nil *flow.Flow":          (*Flow)(nil),
		"a nil *flow.Row":           []Block{&Table{Rows: []*Row{nil}}},
		"a nil *flow.Cell":          &Row{Cells: []*Cell{nil}},
		"a nil *doc.Picture":        &Figure{},
		"nil *doc.Picture":          &Slot{Pictures: make([]Placed, 1)},
		"a nil *flow.Line":          &Drawing{Shapes: []Shape{(*Line)(nil)}},
		"a nil *flow.Group":         &Section{Foot: []Block{(*Group)(nil)}},
		"a nil *flow.Frame":         &Section{Frames: []*Frame{nil}},
		"a nil *flow.Section":       &Flow{Sections: []*Section{nil}},
		"[0] is nil":                &Paragraph{Inlines: []doc.Inline{nil}},
		"unknown node flow.outside": []Block{&Group{Blocks: []Block{outside{}}}},
		"unknown node int":          7,
	} {
		if err := Inspect(root, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}
