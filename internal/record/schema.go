package record

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

// Kind is a kind of file, as schemas and skeletons name it.
type Kind struct {
	ID    string   // value of the key kind
	Title string   // for people
	Types []string // values of the key type beside the empty one
	// Implied is one of Types that a file need not say; empty: none.
	Implied string
	// New returns a pointer to an empty struct for a value of the key type, which is
	// empty or one of Types.
	New func(typ string) any
}

// Schema returns the JSON Schema (2020-12) of a kind of file, with Vietnamese
// descriptions, for editors. It refuses unknown keys, wrong types, missing keys,
// unknown values and numbers out of bounds; what a type's own text must look like beyond a
// pattern, and what keys say together, it cannot.
func Schema(k Kind) ([]byte, error) {
	if err := Fit(k.New("")); err != nil {
		return nil, fmt.Errorf("kind %s: %w", k.ID, err)
	}
	s := newSchema()
	return s.file(k.Title, s.kind(k))
}

// SchemaOf returns the schema of a file of one of several kinds.
func SchemaOf(title string, kinds []Kind) ([]byte, error) {
	s := newSchema()
	return s.file(title, s.anyKind(kinds))
}

func newSchema() *schema {
	return &schema{defs: make(map[string]object), names: make(map[reflect.Type]string)}
}

// file returns the text of a schema.
func (s *schema) file(title string, body object) ([]byte, error) {
	out := object{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title}}
	out = append(out, body...)
	out = append(out, member{"$defs", s.definitions()})
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(out); err != nil {
		return nil, fmt.Errorf("write schema of %s: %w", title, err)
	}
	return b.Bytes(), nil
}

// kind is the schema of a file of kind k, of whatever type.
func (s *schema) kind(k Kind) object {
	if len(k.Types) == 0 {
		return s.typed(k, "")
	}
	var any []object
	for _, t := range append([]string{""}, k.Types...) {
		any = append(any, s.typed(k, t))
	}
	return object{{"anyOf", any}}
}

// anyKind is the schema of a file of one of the kinds.
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

// typed is the schema of a file of a kind and type.
func (s *schema) typed(k Kind, typ string) object {
	v := WithHead(k.New(typ), Head{Kind: k.ID}) // Needs may ask for it
	rv, ok := structOf(v)
	if !ok {
		return object{}
	}
	r := recordOf(rv.Type())
	var needs []string
	if n, ok := v.(needer); ok {
		needs = n.Needs()
	}
	fixed := map[string]object{
		"kind":    {{"const", k.ID}},
		"version": {{"enum", []any{Version, fmt.Sprint(Version)}}},
		"type":    {{"const", typ}},
	}
	said := false // a file of this type has to say it
	switch typ {
	case "":
		fixed["type"] = object{{"enum", []any{"", nil}}}
	case k.Implied:
		fixed["type"] = object{{"enum", []any{"", nil, typ}}}
	default:
		said = true
	}
	o := s.mapping(r, fixed, needs)
	if i := slices.IndexFunc(o, func(m member) bool { return m.key == "required" }); said {
		o[i].value = append(o[i].value.([]string), "type")
	}
	return o
}

// mapping is the schema of a mapping. fixed replaces what the tags say of some
// keys; needs are further keys as a needer names them.
func (s *schema) mapping(r *record, fixed map[string]object, needs []string) object {
	var properties object
	required := []string{}
	filled := make(map[string]bool) // keys that are not left empty where they are needed
	for _, n := range needs {
		key, _, _ := needOf(n)
		filled[key] = true
	}
	for _, f := range r.fields {
		p, ok := fixed[f.key]
		if ok {
			p = append(object{{"description", f.description()}}, p...)
		} else {
			p = s.property(f, f.need || filled[f.key])
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
		groups = append(groups, exactlyOne(keysOf(r.group(g))))
	}
	for _, n := range needs {
		of, unless, value := needOf(n)
		keys := split(of)
		switch {
		case unless != "":
			said := object{{"properties", object{{unless, object{{"const", value}}}}}, {"required", []string{unless}}}
			groups = append(groups, object{{"anyOf", []object{{{"required", keys}}, said}}})
		case len(keys) > 1:
			groups = append(groups, exactlyOne(keys))
		}
	}
	if len(groups) > 0 {
		out = append(out, member{"allOf", groups})
	}
	return out
}

// orNull is the schema of a value that may be left empty.
func orNull(v object) object { return object{{"anyOf", []object{v, {{"type", "null"}}}}} }

func exactlyOne(keys []string) object {
	var any []object
	for _, k := range keys {
		any = append(any, object{{"required", []string{k}}})
	}
	return object{{"oneOf", any}}
}

func (f *Field) description() string {
	if f.help == "" {
		return f.term
	}
	return f.term + ": " + f.help
}

// property is the schema of a key's value. A value that is not needed may be
// left empty.
func (s *schema) property(f *Field, need bool) object {
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
	return append(out, orNull(v)...)
}

// textTypes are the types that a scalar of YAML can have in JSON: 012 and true
// are text to this library.
var textTypes = []string{"string", "number", "boolean"}

func (s *schema) value(t reflect.Type, f *Field, need bool) object {
	switch shapeOf(t) {
	case scalarShape:
		return s.text(t, f, need)
	case boolShape:
		return object{{"type", "boolean"}}
	case intShape:
		numbers := []object{{{"type", "integer"}}, {{"type", "string"}, {"pattern", "^[+-]?[0-9]+$"}}}
		if f.within != nil {
			numbers[0] = append(numbers[0], member{"minimum", f.within.least}, member{"maximum", f.within.most})
			if !need && (f.within.least > 0 || f.within.most < 0) {
				numbers = append(numbers, object{{"const", 0}}) // as good as none
			}
		}
		return object{{"anyOf", numbers}}
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
func (s *schema) element(t reflect.Type, f *Field) object {
	v := s.value(t, f, t.Kind() == reflect.String)
	if shapeOf(t) == mappingShape && allowsEmpty(recordOf(t)) {
		return orNull(v)
	}
	return v
}

// allowsEmpty reports whether an element left empty is a value: nothing in it is needed.
func allowsEmpty(r *record) bool {
	return len(r.groups) == 0 && !slices.ContainsFunc(r.fields, func(f *Field) bool { return f.need })
}

func (s *schema) text(t reflect.Type, f *Field, need bool) object {
	pattern := ""
	if own, ok := reflect.Zero(t).Interface().(scalarSchema); ok {
		pattern, _ = own.Schema()
	}
	if f.id {
		pattern = idPattern
	}
	typed := object{{"type", textTypes}}
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
		return append(typed, member{"pattern", "^$|" + pattern})
	case pattern != "":
		return append(typed, member{"pattern", pattern})
	case need:
		return append(typed, member{"minLength", 1}, member{"pattern", `\S`})
	}
	return typed
}

// idPattern is what isID takes.
const idPattern = "^[A-Za-z][A-Za-z0-9_.-]*$"

// name returns the name of a type's definition: its own, with its package in front
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
	if s.defs[name] = forms[0]; len(forms) > 1 {
		s.defs[name] = object{{"anyOf", forms}}
	}
	return ref
}
