package record

import (
	"fmt"
	"reflect"

	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Limits of a value, which may hold itself when it was made in Go. What a file holds keeps far
// within them.
const (
	maxNested  = 4 * maxDepth // a level of a file is a pointer, a list and a struct at most
	maxRecords = 1 << 21
)

// survey is what a walk over a value finds out about all of it.
type survey struct {
	copied bool // what a file does not hold is gone over too, as copying does

	records    int  // met so far
	decomposed bool // a text is not NFC
}

// over goes over a value that stands at a depth. False: it is deeper or larger than any file,
// and a walk over it might not end.
func (s *survey) over(v reflect.Value, depth int) bool {
	if depth > maxNested {
		return false
	}
	switch v.Kind() {
	case reflect.String:
		text := v.String()
		s.decomposed = s.decomposed || vi.NFC(text) != text
	case reflect.Pointer:
		return v.IsNil() || s.over(v.Elem(), depth+1)
	case reflect.Slice:
		for i := range v.Len() {
			if !s.over(v.Index(i), depth+1) {
				return false
			}
		}
	case reflect.Map:
		for at := v.MapRange(); at.Next(); {
			if !s.over(at.Value(), depth+1) {
				return false
			}
		}
	case reflect.Struct:
		return s.fields(v, depth+1)
	}
	return true
}

// fields goes over the keys of a struct; over all of one that has none, such as a date with
// words.
func (s *survey) fields(v reflect.Value, depth int) bool {
	if s.records++; s.records > maxRecords {
		return false
	}
	if keys := recordOf(v.Type()).fields; len(keys) > 0 && !s.copied {
		for _, f := range keys {
			if f.scalar && f.typ.Kind() != reflect.String { // neither text nor more of the value
				continue
			}
			if !s.over(v.FieldByIndex(f.index), depth) {
				return false
			}
		}
		return true
	}
	for i := range v.NumField() {
		if f := v.Field(i); f.CanInterface() && !s.over(f, depth) {
			return false
		}
	}
	return true
}

// Ends reports whether walks over the keys of a value come to an end: it does not hold itself.
func Ends(value any) bool { return ends(reflect.ValueOf(value)) }

func ends(v reflect.Value) bool { return new(survey).over(v, 0) }

// endless is the finding about a struct over which walks do not end; nil for all others.
func endless(v reflect.Value) *diag.Diagnostic {
	var s survey
	for _, f := range recordOf(v.Type()).fields {
		if !s.over(v.FieldByIndex(f.index), 1) {
			return &diag.Diagnostic{Pos: diag.At(f.key), Rule: RuleDepth,
				Message: fmt.Sprintf("%s chứa chính nó, lồng nhau quá %d cấp hoặc quá lớn", f.label, maxDepth)}
		}
	}
	return nil
}

// Composed returns a value with its texts in NFC, as those of a file that was read: the value
// itself where they are, else a copy.
func Composed(value any) any {
	v := reflect.ValueOf(value)
	if s := (survey{}); !s.over(v, 0) || !s.decomposed || !copies(v) {
		return value
	}
	return cloned(v, vi.NFC).Interface()
}

// copies reports whether copying a value comes to an end.
func copies(v reflect.Value) bool {
	s := survey{copied: true}
	return s.over(v, 0)
}
