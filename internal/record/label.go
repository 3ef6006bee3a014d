package record

import (
	"fmt"
	"reflect"
	"strings"
)

// Label names the field at path of a file's value as findings do, by its key and
// its Vietnamese term: "subject" (trích yếu nội dung). An element of a list has
// the list's. For a path that the value does not have it is the path in quotes.
// value is a pointer to a struct.
func Label(value any, path string) string {
	none := fmt.Sprintf("%q", path)
	v, ok := structOf(value)
	if !ok {
		return none
	}
	t := v.Type()
	var last *Field
	for rest := path; rest != ""; {
		var step string
		step, rest = cutStep(rest)
		if strings.HasPrefix(step, "[") {
			if t.Kind() != reflect.Slice {
				return none
			}
			t = base(t.Elem())
			continue
		}
		if t.Kind() != reflect.Struct {
			return none
		}
		if last = recordOf(t).byKey[step]; last == nil {
			return none
		}
		t = base(last.typ)
	}
	if last == nil {
		return none
	}
	return last.label
}
