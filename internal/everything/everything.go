// Package everything is for tests alone: it fills values, so that a walk over them can be held
// against all that they hold.
package everything

import (
	"reflect"

	"github.com/vanban-go/vanban/plan/diag"
)

// Fill puts something into every field of the struct that root points to, and into those of the
// structs that it puts there. It returns pointers to all of them. A list of an interface gets one of
// each of its choices, which are pointers to structs, deep in the tree only the first; every other
// list two elements. Places stay as they are.
func Fill(root any, choices map[reflect.Type][]any) map[any]bool {
	f := &filler{choices: choices, made: map[any]bool{root: true}}
	f.fill(reflect.ValueOf(root).Elem(), 0)
	return f.made
}

const (
	deep    = 12 // lists further down stay empty
	crowded = 2  // one of each inside one of each inside ... would be millions
)

type filler struct {
	choices map[reflect.Type][]any
	made    map[any]bool
}

func (f *filler) fill(v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[diag.Pos]() {
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				f.fill(v.Field(i), depth)
			}
		}
	case reflect.Pointer:
		if v.Type().Elem().Kind() == reflect.Struct {
			f.put(v, v.Type(), depth)
		}
	case reflect.Slice:
		all := f.choices[v.Type().Elem()]
		switch {
		case depth > deep:
		case all == nil:
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			for i := range 2 {
				if e := v.Index(i); e.Kind() == reflect.Struct {
					f.made[e.Addr().Interface()] = true
				}
				f.fill(v.Index(i), depth+1)
			}
		default:
			if depth > crowded {
				all = all[:1]
			}
			v.Set(reflect.MakeSlice(v.Type(), len(all), len(all)))
			for i, n := range all {
				f.put(v.Index(i), reflect.TypeOf(n), depth)
			}
		}
	}
}

// put puts a new struct into a place that takes a pointer to one.
func (f *filler) put(place reflect.Value, pointer reflect.Type, depth int) {
	p := reflect.New(pointer.Elem())
	place.Set(p)
	f.made[p.Interface()] = true
	f.fill(p.Elem(), depth+1)
}
