package record

import "reflect"

// Head is what every file begins with: which kind of file it is, in which version of
// the files' structure, and which type within the kind. A field that the struct of a
// file does not have is zero.
type Head struct {
	Kind    string
	Version int
	Type    string
}

// headFields returns the fields of a head. False: r is no struct of a file, which has
// at least kind and version.
func (r *record) headFields() (kind, version, typ *Field, ok bool) {
	kind, version, typ = r.byKey["kind"], r.byKey["version"], r.byKey["type"]
	if kind == nil || kind.typ.Kind() != reflect.String || version == nil || version.typ.Kind() != reflect.Int {
		return nil, nil, nil, false
	}
	if typ != nil && typ.typ.Kind() != reflect.String {
		typ = nil
	}
	return kind, version, typ, true
}

// HeadOf returns the head of a file's value, a pointer to a struct. False: the struct is
// none of a file, but of a part of one.
func HeadOf(value any) (Head, bool) {
	v, ok := structOf(value)
	if !ok {
		return Head{}, false
	}
	kind, version, typ, ok := recordOf(v.Type()).headFields()
	if !ok {
		return Head{}, false
	}
	h := Head{Kind: v.FieldByIndex(kind.index).String(), Version: int(v.FieldByIndex(version.index).Int())}
	if typ != nil {
		h.Type = v.FieldByIndex(typ.index).String()
	}
	return h, true
}

// WithHead returns a shallow copy of a file's value with another head.
func WithHead(value any, h Head) any {
	v, ok := structOf(value)
	if !ok {
		return value
	}
	kind, version, typ, ok := recordOf(v.Type()).headFields()
	if !ok {
		return value
	}
	own := reflect.New(v.Type())
	own.Elem().Set(v)
	own.Elem().FieldByIndex(kind.index).SetString(h.Kind)
	own.Elem().FieldByIndex(version.index).SetInt(int64(h.Version))
	if typ != nil {
		own.Elem().FieldByIndex(typ.index).SetString(h.Type)
	}
	return own.Interface()
}

// HasKey reports whether a file's value, a pointer to a struct, has a field of that key.
func HasKey(value any, key string) bool { return fieldOf(value, key).IsValid() }

// IsGiven reports whether a file's value, a pointer to a struct, says something under that key.
func IsGiven(value any, key string) bool {
	v := fieldOf(value, key)
	return v.IsValid() && isGiven(v)
}

// fieldOf is the field of that key; not valid: there is none.
func fieldOf(value any, key string) reflect.Value {
	v, ok := structOf(value)
	if !ok {
		return reflect.Value{}
	}
	f := recordOf(v.Type()).byKey[key]
	if f == nil {
		return reflect.Value{}
	}
	return v.FieldByIndex(f.index)
}
