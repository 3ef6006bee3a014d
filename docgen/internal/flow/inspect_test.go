package flow

import (
	"reflect"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
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

// fill puts something into every field that holds others, and notes the structs it made.
func fill(v reflect.Value, made map[any]bool, depth int) {
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[diag.Pos]() {
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i), made, depth)
			}
		}
	case reflect.Pointer:
		if v.Type().Elem().Kind() == reflect.Struct {
			v.Set(reflect.New(v.Type().Elem()))
			made[v.Interface()] = true
			fill(v.Elem(), made, depth+1)
		}
	case reflect.Slice:
		all := choices[v.Type().Elem()]
		switch {
		case depth > 9:
		case all == nil:
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			for i := range 2 {
				fill(v.Index(i), made, depth+1)
			}
		default:
			if depth > 2 { // one of each inside one of each inside ... would be millions
				all = all[:1]
			}
			v.Set(reflect.MakeSlice(v.Type(), len(all), len(all)))
			for i, n := range all {
				p := reflect.New(reflect.TypeOf(n).Elem())
				v.Index(i).Set(p)
				made[p.Interface()] = true
				fill(p.Elem(), made, depth+1)
			}
		}
	}
}

// TestInspectVisitsAll: whatever a struct of this package points to is visited, so that a
// field added later is not forgotten, and left again.
func TestInspectVisitsAll(t *testing.T) {
	root := new(Flow)
	want := map[any]bool{root: true}
	fill(reflect.ValueOf(root).Elem(), want, 0)
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
		t.Errorf("a %T is not visited", n)
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
