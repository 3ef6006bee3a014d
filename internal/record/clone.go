package record

import "reflect"

// Clone returns a copy of a value that can be changed without it: structs, lists, maps and
// what pointers lead to are copied too.
func Clone(value any) any {
	if value == nil {
		return nil
	}
	return cloned(reflect.ValueOf(value)).Interface()
}

func cloned(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(cloned(v.Elem()))
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				out.Index(i).Set(cloned(v.Index(i)))
			}
		}
	case reflect.Map:
		if !v.IsNil() {
			out.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
			for at := v.MapRange(); at.Next(); {
				out.SetMapIndex(at.Key(), cloned(at.Value()))
			}
		}
	case reflect.Struct:
		out.Set(v) // fields that are not exported too
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				out.Field(i).Set(cloned(v.Field(i)))
			}
		}
	default:
		out.Set(v)
	}
	return out
}
