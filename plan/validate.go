package plan

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
)

// CurrentVersion is the version of the files' structure that this release
// reads and writes. Files of version 1 stay readable in every later release.
const CurrentVersion = 1

// Validator is a value with rules that its tags cannot express. Validate adds
// findings whose Path is path, joined with a key where one is meant, and whose
// place is not known. It is called for every struct of a file, on a pointer.
type Validator interface {
	Validate(path string, found *diag.List)
}

// Validate gives everything that is wrong with a value: what its tags ask for
// and what its own rules say. It is the same for a value read from YAML and for
// one made in Go; here places are not known, only paths. v is a pointer to a
// struct, such as *[Plan].
func Validate(v any) diag.List {
	var c validation
	rv := reflect.ValueOf(v)
	if rv.Kind() != reflect.Pointer || rv.IsNil() || rv.Elem().Kind() != reflect.Struct {
		return diag.List{{Rule: RuleShape, Message: fmt.Sprintf("kiểu Go %T không phải một văn bản", v)}}
	}
	c.record(rv.Elem(), "")
	c.version(rv.Elem())
	if n, ok := v.(Needer); ok {
		c.needs(n.Needs(), rv.Elem())
	}
	c.found.Sort()
	return c.found
}

// Needer is the value of a file that needs keys beside those its tags mark,
// because kinds share their fields. Needs gives keys at the top of the file;
// "signer|signers" needs one of two.
type Needer interface {
	Needs() []string
}

type validation struct {
	found diag.List
	ids   map[string]string // id to the path of the first value that has it
}

func (c *validation) add(path string, f diag.Diagnostic) {
	f.Path = path
	c.found.Add(&f)
}

func (c *validation) version(v reflect.Value) {
	f := recordOf(v.Type()).byKey["version"]
	if f == nil || f.typ.Kind() != reflect.Int {
		return
	}
	if n := v.FieldByIndex(f.index).Int(); n != 0 && n != CurrentVersion {
		c.add("version", diag.Diagnostic{Rule: RuleVersion, Found: fmt.Sprint(n), Expected: fmt.Sprint(CurrentVersion),
			Message: fmt.Sprintf("%s là %d, bản chương trình này chỉ đọc phiên bản %d", f.label(), n, CurrentVersion)})
	}
}

// needs refuses a value without one of the keys that it says it needs.
func (c *validation) needs(keys []string, v reflect.Value) {
	r := recordOf(v.Type())
	for _, alternatives := range keys {
		var first *field
		given := false
		for _, key := range split(alternatives) {
			f := r.byKey[key]
			if f == nil {
				continue
			}
			if first == nil {
				first = f
			}
			if fv := v.FieldByIndex(f.index); !fv.IsZero() && (fv.Kind() != reflect.Slice || fv.Len() > 0) {
				given = true
			}
		}
		if !given && first != nil {
			c.missing(first.key, first)
		}
	}
}

func (c *validation) missing(path string, f *field) {
	c.add(path, diag.Diagnostic{Rule: RuleMissing, Err: ErrMissing, Message: "thiếu " + f.label(), Fix: f.help})
}

func (c *validation) record(v reflect.Value, path string) {
	r := recordOf(v.Type())
	for _, f := range r.fields {
		c.field(v.FieldByIndex(f.index), f, join(path, f.key))
	}
	for _, name := range r.groups {
		c.group(r.group(name), v, path)
	}
	c.own(v, path)
}

// own asks the value and the structs embedded in it for their own findings. One
// that a struct only inherits is asked twice; equal findings are dropped later.
func (c *validation) own(v reflect.Value, path string) {
	for i := range v.NumField() {
		if sf := v.Type().Field(i); sf.Anonymous && sf.Type.Kind() == reflect.Struct && sf.IsExported() {
			c.own(v.Field(i), path)
		}
	}
	if w, ok := v.Addr().Interface().(Validator); ok {
		w.Validate(path, &c.found)
	}
}

func (c *validation) field(v reflect.Value, f *field, path string) {
	if v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0 {
		if f.need {
			c.missing(path, f)
		}
		return
	}
	if f.id {
		c.id(v.String(), f, path)
	}
	c.value(v, f, path)
}

func (c *validation) value(v reflect.Value, f *field, path string) {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	switch shapeOf(v.Type()) {
	case mappingShape:
		c.record(v, path)
	case listShape:
		for i := range v.Len() {
			e := v.Index(i)
			if e.Kind() == reflect.String && e.Len() == 0 {
				c.add(index(path, i), diag.Diagnostic{Rule: RuleMissing, Err: ErrMissing, Message: fmt.Sprintf("%s có một mục trống", f.label())})
				continue
			}
			if e.Kind() == reflect.Pointer && e.IsNil() {
				continue
			}
			c.value(e, f, index(path, i))
		}
	case scalarShape:
		if f.values != nil && v.Kind() == reflect.String && !slices.Contains(f.values, v.String()) {
			c.add(path, unknownValue(f, v.String()))
		}
	}
}

func unknownValue(f *field, s string) diag.Diagnostic {
	d := diag.Diagnostic{Rule: RuleValue, Found: s, Expected: strings.Join(f.values, ", "),
		Message: fmt.Sprintf("%s là %s, chỉ nhận: %s", f.label(), quoteShort(s), strings.Join(f.values, ", "))}
	if w := nearestWord(s, f.values); w != "" {
		d.Expected, d.Fix = w, fmt.Sprintf("có phải %q?", w)
	}
	return d
}

// group refuses none or several of fields of which exactly one is given.
func (c *validation) group(fields []*field, v reflect.Value, path string) {
	var given []string
	for _, f := range fields {
		if !v.FieldByIndex(f.index).IsZero() {
			given = append(given, fmt.Sprintf("%q", f.key))
		}
	}
	if len(given) == 1 {
		return
	}
	labels := make([]string, len(fields))
	for i, f := range fields {
		labels[i] = f.label()
	}
	what := "phải có một trong: "
	rule, err := RuleMissing, ErrMissing
	if len(given) > 1 {
		what = strings.Join(given, ", ") + " không đi cùng nhau; chỉ ghi một trong: "
		rule, err = RuleConflict, nil
	}
	c.add(path, diag.Diagnostic{Rule: rule, Err: err, Message: what + strings.Join(labels, ", ")})
}

func (c *validation) id(id string, f *field, path string) {
	if !isID(id) {
		c.add(path, diag.Diagnostic{Rule: RuleValue, Found: id, Message: fmt.Sprintf("%s là %s, chỉ gồm chữ cái không dấu, chữ số, gạch và chấm, mở đầu bằng chữ", f.label(), quoteShort(id))})
		return
	}
	if c.ids == nil {
		c.ids = make(map[string]string)
	}
	if first, ok := c.ids[id]; ok {
		c.add(path, diag.Diagnostic{Rule: RuleID, Found: id, Message: fmt.Sprintf("%s %q đã dùng ở %s", f.label(), id, first)})
		return
	}
	c.ids[id] = path
}

// isID reports whether s is a name that references can lead to.
func isID(s string) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || !(r >= '0' && r <= '9' || r == '-' || r == '_' || r == '.')) {
			return false
		}
	}
	return s != ""
}
