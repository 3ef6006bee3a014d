package record

import (
	"reflect"
	"slices"
	"strconv"

	"github.com/vanban-go/vanban/plan/vi"
)

// same reports whether two values of one type are the same to a file: an empty list is
// none, and a text is the same in whatever form of Unicode.
func same(a, b reflect.Value) bool {
	_, differ := difference(a, b)
	return !differ
}

// difference returns the path of the first difference between two values of one type, and
// whether there is one.
func difference(a, b reflect.Value) (path string, differ bool) {
	if a.Kind() == reflect.Pointer {
		if a.IsNil() || b.IsNil() {
			return "", a.IsNil() != b.IsNil()
		}
		a, b = a.Elem(), b.Elem()
	}
	switch shapeOf(a.Type()) {
	case listShape:
		if a.Len() != b.Len() {
			return "", true
		}
		for i := range a.Len() {
			if path, differ := difference(a.Index(i), b.Index(i)); differ {
				return below("["+strconv.Itoa(i)+"]", path), true
			}
		}
		return "", false
	case mappingShape:
		for _, f := range recordOf(a.Type()).fields {
			if path, differ := difference(a.FieldByIndex(f.index), b.FieldByIndex(f.index)); differ {
				return below(f.key, path), true
			}
		}
		return "", false
	}
	if a.Kind() == reflect.String {
		s, t := a.String(), b.String()
		return "", s != t && vi.NFC(s) != vi.NFC(t)
	}
	if a.Comparable() {
		return "", !a.Equal(b)
	}
	return "", !reflect.DeepEqual(a.Interface(), b.Interface())
}

// below returns the path of what stands at path below a key or an element.
func below(step, path string) string {
	if path != "" && path[0] == '[' {
		return step + path
	}
	return Join(step, path)
}

// isGiven reports whether Marshal writes a value.
func isGiven(v reflect.Value) bool {
	switch {
	case v.IsZero():
		return false
	case v.Kind() == reflect.Slice:
		return v.Len() > 0
	case v.Kind() == reflect.Struct && shapeOf(v.Type()) == mappingShape: // an empty list in it is nothing
		return slices.ContainsFunc(recordOf(v.Type()).fields, func(f *Field) bool { return isGiven(v.FieldByIndex(f.index)) })
	}
	return true
}

// likeness is how much two values of a type have in common: 0 for nothing, 1 for all of
// what either has.
func likeness(a, b reflect.Value) float64 {
	if a.Kind() == reflect.Pointer {
		if a.IsNil() || b.IsNil() {
			return 0
		}
		a, b = a.Elem(), b.Elem()
	}
	if shapeOf(a.Type()) != mappingShape {
		if same(a, b) {
			return 1
		}
		return 0
	}
	given, common := 0, 0
	for _, f := range recordOf(a.Type()).fields {
		fa, fb := a.FieldByIndex(f.index), b.FieldByIndex(f.index)
		if !isGiven(fa) && !isGiven(fb) {
			continue
		}
		given++
		if same(fa, fb) {
			common++
		}
	}
	if given == 0 {
		return 1
	}
	return float64(common) / float64(given)
}
