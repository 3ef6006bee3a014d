package plan

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Schema gives the JSON Schema (2020-12) of a kind of file, with Vietnamese
// descriptions, for editors. It refuses unknown keys, wrong types, missing keys
// and unknown values; days that do not exist and references that lead nowhere
// only [Parse] refuses. An empty kind asks for all kinds in one; an unknown one
// is an error.
func Schema(kind string) ([]byte, error) { return (*Options)(nil).Schema(kind) }

// Schema is [Schema] with options.
func (o *Options) Schema(kind string) ([]byte, error) {
	s := schema{defs: make(map[string]object), names: make(map[reflect.Type]string)}
	out := object{{"$schema", "https://json-schema.org/draft/2020-12/schema"}}
	if kind == "" {
		out = append(out, member{"title", "vanban"})
		out = append(out, s.anyKind(o.kinds())...)
	} else {
		k, err := o.kind(kind)
		if err != nil {
			return nil, err
		}
		out = append(out, member{"title", k.title()})
		out = append(out, s.kind(k)...)
	}
	out = append(out, member{"$defs", s.definitions()})
	compact, err := out.MarshalJSON()
	if err != nil {
		return nil, fmt.Errorf("write schema of %s: %w", kind, err)
	}
	var b bytes.Buffer
	if err := json.Indent(&b, compact, "", "  "); err != nil {
		return nil, fmt.Errorf("write schema of %s: %w", kind, err)
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

// kind gives the schema of a file of kind k, of whatever type.
func (s *schema) kind(k Kind) object {
	if len(k.Types) == 0 {
		return s.file(k, "")
	}
	var any []object
	for _, t := range append([]string{""}, k.Types...) {
		any = append(any, s.file(k, t))
	}
	return object{{"anyOf", any}}
}

// anyKind gives the schema of a file of one of the kinds.
func (s *schema) anyKind(kinds []Kind) object {
	var ids []string
	var rules []object
	for _, k := range kinds {
		ids = append(ids, k.ID)
		rules = append(rules, object{
			{"if", object{{"properties", object{{"kind", object{{"const", k.ID}}}}}}},
			{"then", s.kind(k)},
		})
	}
	return object{
		{"type", "object"},
		{"properties", object{{"kind", object{{"enum", ids}}}}},
		{"required", []string{"kind"}},
		{"allOf", rules},
	}
}

// kind gives the kind of that id.
func (o *Options) kind(id string) (Kind, error) {
	for _, k := range o.kinds() {
		if k.ID == id {
			return k, nil
		}
	}
	return Kind{}, fmt.Errorf("unknown kind %q", id)
}

// title names the kind for people.
func (k Kind) title() string {
	if k.Name != "" {
		return k.Name
	}
	return k.ID
}

// object is a JSON object that keeps the order of its members.
type object []member

type member struct {
	key   string
	value any
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(m.key); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := enc.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// schema collects the definitions of the types that a kind uses.
type schema struct {
	defs  map[string]object
	names map[reflect.Type]string // of types in defs
	order []string
}

func (s *schema) definitions() object {
	slices.Sort(s.order)
	var out object
	for _, name := range s.order {
		out = append(out, member{name, s.defs[name]})
	}
	return out
}

// file is the schema of a file of a kind and type.
func (s *schema) file(k Kind, typ string) object {
	v := k.New(typ)
	rv := reflect.ValueOf(v).Elem()
	r := recordOf(rv.Type())
	if f := r.byKey["kind"]; f != nil && f.typ.Kind() == reflect.String {
		rv.FieldByIndex(f.index).SetString(k.ID) // Needs may ask for it
	}
	var needs []string
	if n, ok := v.(Needer); ok {
		needs = n.Needs()
	}
	fixed := map[string]object{
		"kind":    {{"const", k.ID}},
		"version": {{"enum", []any{CurrentVersion, fmt.Sprint(CurrentVersion)}}},
		"type":    {{"const", typ}},
	}
	if typ == GeneralType && k.impliesGeneral() {
		fixed["type"] = object{{"enum", []any{"", nil, typ}}}
	}
	if typ == "" {
		fixed["type"] = object{{"enum", []any{"", nil}}}
	}
	o := s.mapping(r, fixed, needs)
	if typ == GeneralType && k.impliesGeneral() {
		typ = ""
	}
	if typ != "" {
		for i := range o {
			if o[i].key == "required" {
				o[i].value = append(o[i].value.([]string), "type")
			}
		}
	}
	return o
}

// mapping is the schema of a mapping. fixed replaces what the tags say of some
// keys; needs are further keys as Needer gives them.
func (s *schema) mapping(r *record, fixed map[string]object, needs []string) object {
	var properties object
	required := []string{}
	for _, f := range r.fields {
		p, ok := fixed[f.key]
		if ok {
			p = append(object{{"description", f.description()}}, p...)
		} else {
			p = s.property(f, f.need || slices.Contains(needs, f.key))
		}
		properties = append(properties, member{f.key, p})
		if f.need || slices.Contains(needs, f.key) {
			required = append(required, f.key)
		}
	}
	out := object{
		{"type", "object"},
		{"properties", properties},
		{"required", required},
		{"additionalProperties", false},
	}
	var groups []object
	for _, g := range r.groups {
		var keys []string
		for _, f := range r.group(g) {
			keys = append(keys, f.key)
		}
		groups = append(groups, exactlyOne(keys))
	}
	for _, n := range needs {
		if keys := split(n); len(keys) > 1 {
			groups = append(groups, exactlyOne(keys))
		}
	}
	if len(groups) > 0 {
		out = append(out, member{"allOf", groups})
	}
	return out
}

func exactlyOne(keys []string) object {
	var any []object
	for _, k := range keys {
		any = append(any, object{{"required", []string{k}}})
	}
	return object{{"oneOf", any}}
}

func (f *field) description() string {
	if f.help == "" {
		return f.term
	}
	return f.term + ": " + f.help
}

// property is the schema of a key's value. A value that is not needed may be
// left empty.
func (s *schema) property(f *field, need bool) object {
	out := object{{"description", f.description()}}
	if f.sample != "" && shapeOf(base(f.typ)) == scalarShape {
		out = append(out, member{"examples", []string{strings.Trim(f.sample, `"`)}})
	}
	v := s.value(base(f.typ), f, need)
	if f.inline {
		v = object{{"anyOf", []object{v, {{"type", "object"}}}}}
	}
	if need {
		return append(out, v...)
	}
	return append(out, member{"anyOf", []object{v, {{"type", "null"}}}})
}

// textTypes are the types that a scalar of YAML can have in JSON: 012 and true
// are text to this library.
var textTypes = []string{"string", "number", "boolean"}

func (s *schema) value(t reflect.Type, f *field, need bool) object {
	switch shapeOf(t) {
	case scalarShape:
		return s.text(t, f, need)
	case boolShape:
		return object{{"type", "boolean"}}
	case intShape:
		return object{{"anyOf", []object{{{"type", "integer"}}, {{"type", "string"}, {"pattern", "^[+-]?[0-9]+$"}}}}}
	case listShape:
		out := object{{"type", "array"}, {"items", s.element(base(t.Elem()), f)}}
		if need {
			out = append(out, member{"minItems", 1})
		}
		return out
	case mappingShape:
		return s.record(t)
	}
	return object{}
}

// element is the schema of an element of a list.
func (s *schema) element(t reflect.Type, f *field) object {
	v := s.value(t, f, t.Kind() == reflect.String)
	if shapeOf(t) == mappingShape && allowsEmpty(recordOf(t)) {
		return object{{"anyOf", []object{v, {{"type", "null"}}}}}
	}
	return v
}

// allowsEmpty reports whether an element left empty is a value: nothing in it is needed.
func allowsEmpty(r *record) bool {
	for _, f := range r.fields {
		if f.need {
			return false
		}
	}
	return len(r.groups) == 0
}

func (s *schema) text(t reflect.Type, f *field, need bool) object {
	pattern := ""
	if own, ok := reflect.Zero(t).Interface().(scalarSchema); ok {
		pattern, _ = own.Schema()
	}
	if f.id {
		pattern = idPattern
	}
	switch {
	case f.values != nil:
		values := make([]any, 0, len(f.values)+1)
		for _, v := range f.values {
			values = append(values, v)
			if n, err := strconv.ParseFloat(v, 64); err == nil {
				values = append(values, n) // "1." without quotation marks is 1 to an editor
			}
		}
		if !need {
			values = append(values, "")
		}
		return object{{"enum", values}}
	case pattern != "" && !need:
		return object{{"type", textTypes}, {"pattern", "^$|" + pattern}}
	case pattern != "":
		return object{{"type", textTypes}, {"pattern", pattern}}
	case need:
		return object{{"type", textTypes}, {"minLength", 1}}
	}
	return object{{"type", textTypes}}
}

// idPattern is what isID takes.
const idPattern = "^[A-Za-z][A-Za-z0-9_.-]*$"

// name gives the name of a type's definition: its own, with its package in front
// where a type of another package has that name already.
func (s *schema) name(t reflect.Type) string {
	if name, ok := s.names[t]; ok {
		return name
	}
	name := t.Name()
	for _, taken := range s.names {
		if taken == name {
			name = path.Base(t.PkgPath()) + "." + name
			break
		}
	}
	s.names[t] = name
	return name
}

// record is the schema of a struct type: a reference to its definition.
func (s *schema) record(t reflect.Type) object {
	name := s.name(t)
	ref := object{{"$ref", "#/$defs/" + name}}
	if _, ok := s.defs[name]; ok {
		return ref
	}
	s.defs[name] = nil // a type may hold itself
	s.order = append(s.order, name)
	r := recordOf(t)
	forms := []object{}
	if r.scalar != nil {
		forms = append(forms, s.value(base(r.scalar.typ), r.scalar, r.scalar.need))
	}
	if r.list != nil {
		forms = append(forms, s.value(r.list.typ, r.list, false))
	}
	forms = append(forms, s.mapping(r, nil, nil))
	if len(forms) == 1 {
		s.defs[name] = forms[0]
	} else {
		s.defs[name] = object{{"anyOf", forms}}
	}
	return ref
}
