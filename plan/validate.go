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
	c.kind(v, rv.Elem())
	c.validate(v, rv.Elem())
	c.found.Sort()
	return c.found
}

// validate is Validate of a value whose kind is known to be its own. bad are the
// paths that were given, though not in a way that can be read.
func validate(v any, bad map[string]bool) diag.List {
	c := validation{bad: bad}
	c.validate(v, reflect.ValueOf(v).Elem())
	c.found.Sort()
	return c.found
}

func (c *validation) validate(v any, rv reflect.Value) {
	c.record(rv, "")
	c.version(rv)
	if n, ok := v.(Needer); ok {
		c.needs(n.Needs(), rv)
	}
	c.components(v)
}

// kind refuses a type of this package whose kind is that of another. What is
// read from a file has the type of its kind; a kind of other software is its own affair.
func (c *validation) kind(v any, rv reflect.Value) {
	r := recordOf(rv.Type())
	text := func(key string) string {
		if f := r.byKey[key]; f != nil && f.typ.Kind() == reflect.String {
			return rv.FieldByIndex(f.index).String()
		}
		return ""
	}
	id, typ := text("kind"), text("type")
	kinds := append(Kinds(), Records()...)
	i := slices.IndexFunc(kinds, func(k Kind) bool { return k.ID == id })
	if i < 0 || rv.Type().PkgPath() != reflect.TypeFor[Kind]().PkgPath() {
		return
	}
	if typ != "" && !slices.Contains(kinds[i].Types, typ) {
		c.add("type", diag.Diagnostic{Rule: RuleType, Found: typ, Message: fmt.Sprintf(`"type" (kiểu nội dung) là %s, tên loại %s không có kiểu này`, quoteShort(typ), id)})
		return
	}
	if typ == "" && kinds[i].impliesGeneral() && reflect.TypeOf(v) == reflect.TypeFor[*General]() {
		return
	}
	if want := reflect.TypeOf(kinds[i].New(typ)); want != reflect.TypeOf(v) {
		c.add("kind", diag.Diagnostic{Rule: RuleKind, Found: id, Message: fmt.Sprintf(`"kind" (tên loại văn bản) là %s, có kiểu Go %v, không phải %T`, quoteShort(id), want, v)})
	}
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
	bad   map[string]bool   // paths of values that could not be read
}

func (c *validation) add(path string, f diag.Diagnostic) {
	f.Pos.Path = path
	c.found.Add(&f)
}

func (c *validation) version(v reflect.Value) {
	f := recordOf(v.Type()).byKey["version"]
	if f == nil || f.typ.Kind() != reflect.Int {
		return
	}
	if n := v.FieldByIndex(f.index).Int(); n != 0 && n != CurrentVersion {
		c.add("version", unknownVersion(f, n))
	}
}

func unknownVersion(f *field, n int64) diag.Diagnostic {
	return diag.Diagnostic{Rule: RuleVersion, Found: fmt.Sprint(n), Expected: fmt.Sprint(CurrentVersion),
		Message: fmt.Sprintf("%s là %d, bản chương trình này chỉ đọc phiên bản %d", f.label(), n, CurrentVersion)}
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
			if !isBlank(v.FieldByIndex(f.index)) {
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
	if isBlank(v) {
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
		before := len(c.found)
		c.record(v, path)
		if len(c.found) == before && isEmpty(v) && !f.blank && !c.badBelow(path) {
			c.add(path, diag.Diagnostic{Rule: RuleMissing, Err: ErrMissing, Message: fmt.Sprintf("%s không có nội dung", f.label()), Fix: "ghi nội dung, hoặc xóa phần này"})
		}
	case listShape:
		for i := range v.Len() {
			e := v.Index(i)
			if e.Kind() == reflect.String && isBlank(e) && !f.blank {
				c.add(index(path, i), diag.Diagnostic{Rule: RuleMissing, Err: ErrMissing, Message: fmt.Sprintf("%s có một mục trống", f.label())})
				continue
			}
			if e.Kind() == reflect.Pointer && e.IsNil() {
				continue
			}
			c.value(e, f, index(path, i))
		}
	case scalarShape:
		c.text(v, f, path)
		if f.values != nil && v.Kind() == reflect.String && !slices.Contains(f.values, v.String()) {
			c.add(path, unknownValue(f, v.String()))
		}
	}
}

// isBlank reports whether nothing is given: no value, an empty list, or a text
// of nothing but white space, no-break spaces among it.
func isBlank(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		return strings.TrimSpace(v.String()) == ""
	case reflect.Slice:
		return v.Len() == 0
	}
	return v.IsZero()
}

// isEmpty reports whether a struct holds nothing that is printed: its id alone
// is nothing.
func isEmpty(v reflect.Value) bool {
	for _, f := range recordOf(v.Type()).fields {
		fv := v.FieldByIndex(f.index)
		if f.id || isBlank(fv) {
			continue
		}
		if shapeOf(fv.Type()) != mappingShape || !isEmpty(fv) {
			return false
		}
	}
	return true
}

// badBelow reports whether something below path was given that could not be read.
func (c *validation) badBelow(path string) bool {
	for p := range c.bad {
		if rest, ok := strings.CutPrefix(p, path); ok && (rest == "" || rest[0] == '.' || rest[0] == '[') {
			return true
		}
	}
	return false
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
		if !isBlank(v.FieldByIndex(f.index)) || len(c.bad) > 0 && c.bad[join(path, f.key)] {
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
