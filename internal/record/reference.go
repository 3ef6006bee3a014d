package record

import (
	"reflect"
	"slices"
)

// Reference is a field of a value that names a file.
type Reference struct {
	Field *Field
	Path  string // of the field
	Name  string // that it holds
}

// References returns the files that a value names, in the order of its fields. value is a
// pointer to a struct that does not hold itself; of anything else there are none.
func References(value any) []Reference {
	v, ok := structOf(value)
	if !ok || !refers(v.Type()) || !ends(v) {
		return nil
	}
	var out []Reference
	collect(v, "", &out)
	return out
}

func collect(v reflect.Value, at string, out *[]Reference) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			collect(v.Elem(), at, out)
		}
	case reflect.Slice:
		for i := range v.Len() {
			collect(v.Index(i), Index(at, i), out)
		}
	case reflect.Struct:
		for _, f := range recordOf(v.Type()).fields {
			fv := v.FieldByIndex(f.index)
			if f.refs == nil {
				if refers(fv.Type()) { // most values are texts and numbers, and need no path
					collect(fv, Join(at, f.key), out)
				}
				continue
			}
			each(fv, Join(at, f.key), func(s, p string) { *out = append(*out, Reference{f, p, s}) })
		}
	}
}

// refers reports whether a value of a type, or what it holds, can name a file at all.
func refers(t reflect.Type) bool {
	t = base(element(t))
	return t.Kind() == reflect.Struct && recordOf(t).refers()
}

// findRefs is refers for a struct inside of those in seen, which need no second look.
func findRefs(t reflect.Type, seen map[reflect.Type]bool) bool {
	if t.Kind() != reflect.Struct || seen[t] {
		return false
	}
	seen[t] = true
	return slices.ContainsFunc(recordOf(t).fields, func(f *Field) bool {
		return f.refs != nil || findRefs(base(element(f.typ)), seen)
	})
}

// each calls visit for the string v, or for the strings of the list v.
func each(v reflect.Value, at string, visit func(s, at string)) {
	switch {
	case v.Kind() == reflect.String && v.Len() > 0:
		visit(v.String(), at)
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			each(v.Index(i), Index(at, i), visit)
		}
	}
}

// EachOf calls f for each text of a type that is not empty, in the order of the fields, with
// its path, made when it is asked for, and the text itself, which f may change. value is a pointer to a struct; of
// anything else there are none.
func EachOf[T ~string](value any, f func(path func() string, text *T)) {
	if v, ok := structOf(value); ok && f != nil {
		at := make(trail, 0, usualPath)
		path := func() string { return at.path() }
		texts(v, &at, func(text *T) { f(path, text) })
	}
}

func texts[T ~string](v reflect.Value, at *trail, f func(text *T)) {
	switch {
	case v.Type() == reflect.TypeFor[T]():
		if v.Len() > 0 {
			f(v.Addr().Interface().(*T))
		}
	case v.Kind() == reflect.Pointer:
		if !v.IsNil() {
			texts(v.Elem(), at, f)
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			up := at.index(i)
			texts(v.Index(i), at, f)
			at.back(up)
		}
	case v.Kind() == reflect.Struct:
		for _, field := range recordOf(v.Type()).fields {
			if field.scalar && field.typ != reflect.TypeFor[T]() {
				continue
			}
			up := at.key(field.key)
			texts(v.FieldByIndex(field.index), at, f)
			at.back(up)
		}
	}
}
