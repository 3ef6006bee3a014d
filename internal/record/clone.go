package record

import "reflect"

// Clone returns a copy of a value that can be changed without it: structs, lists, maps and
// what pointers lead to are copied too. What holds itself is given back as it is.
func Clone(value any) any {
	v := reflect.ValueOf(value)
	if value == nil || !copies(v) {
		return value
	}
	return cloned(v, func(text string) string { return text }).Interface()
}

// cloned copies a value that ends; text makes each of its texts.
func cloned(v reflect.Value, text func(string) string) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.String:
		out.SetString(text(v.String()))
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(cloned(v.Elem(), text))
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				out.Index(i).Set(cloned(v.Index(i), text))
			}
		}
	case reflect.Map:
		if !v.IsNil() {
			out.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
			for at := v.MapRange(); at.Next(); {
				out.SetMapIndex(at.Key(), cloned(at.Value(), text))
			}
		}
	case reflect.Struct:
		out.Set(v) // fields that are not exported too
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				out.Field(i).Set(cloned(v.Field(i), text))
			}
		}
	default:
		out.Set(v)
	}
	return out
}
