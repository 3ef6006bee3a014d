package record

import (
	_ "embed"
	"encoding"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// The struct tags of a type are its one table: decoder, validation, Marshal,
// Schema, Skeleton and messages all read it.
//
//	yaml:"subject"        the key; a field without this tag is not part of the file
//	vi:"trích yếu"        the official term
//	need:"yes"            must be given and not be empty; of a bool: a file must say which
//	help:"..."            a hint, in Vietnamese
//	eg:"..."              a sample value as YAML, for Skeleton
//	new:"yes"             Skeleton shows it filled in, though it is not needed
//	inline:"yes"          the file that is named may also be written in place of its name
//	new:"no"              Skeleton does not show it among the choices of a group
//	values:"a|b"          the only values allowed (of each element, in a list), where the type has no method Values
//	format:"id"           a name that references can lead to
//	one:"block"           of the fields with the same word, exactly one is given
//	short:"scalar"        a line of text in place of the mapping fills this field
//	short:"list"          a list in place of the mapping fills this field
//	blank:"yes"           may have nothing in it, as cells of a table may
//	parted:"yes"          a list of pieces of one line, which stands in brackets with good reason
//	within:"0..100"       the least and the most of a number, a whole one or a figure; "year": a year of our time
//	whole:"yes"           a date of which year, month and day are given
//	ref:"ke-hoach|season" names a file of one of these kinds; "*": of a paper that is no copy
//
// Embedded structs are part of the struct that embeds them. A tag that would make its line
// too long stands in tags.txt instead.

// Field is one key of a mapping.
type Field struct {
	key, term, help, sample string
	label                   string
	need, id, shown, hidden bool
	blank                   bool
	inline                  bool
	parted                  bool
	multiline               bool // a text that keeps its line ends
	whole                   bool
	within                  *bounds
	values                  []string
	group                   string
	refs                    []string
	index                   []int
	typ                     reflect.Type
	scalar                  bool // a text, a number, yes or no
}

// Label names the key and its term in messages: "subject" (trích yếu).
func (f *Field) Label() string { return f.label }

// keysOf are the keys of fields.
func keysOf(fields []*Field) []string {
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.key
	}
	return keys
}

// labelled names fields in a message.
func labelled(fields []*Field) string {
	labels := make([]string, len(fields))
	for i, f := range fields {
		labels[i] = f.label
	}
	return strings.Join(labels, ", ")
}

// Refs are the kinds of file that the field may name.
func (f *Field) Refs() []string { return f.refs }

// record is what the tags of one struct type say.
type record struct {
	typ          reflect.Type
	fields       []*Field
	byKey        map[string]*Field
	scalar, list *Field // filled by a short form; nil: there is none
	groups       []string
	members      map[string][]*Field // of groups
	embedded     []int               // fields of the type that are structs embedded in it
	refers       func() bool         // whether a value can name a file
	unfit        func() error        // why values are no part of a file; nil: they are
}

// records holds the records already read, by type. It only saves time: what it
// holds depends on the type alone.
var records sync.Map

func recordOf(t reflect.Type) *record {
	if r, ok := records.Load(t); ok {
		return r.(*record)
	}
	r := &record{typ: t, byKey: make(map[string]*Field)}
	r.read(t, nil)
	r.members = make(map[string][]*Field, len(r.groups))
	for _, f := range r.fields {
		if f.group != "" {
			r.members[f.group] = append(r.members[f.group], f)
		}
	}
	for i := range t.NumField() {
		if sf := t.Field(i); sf.Anonymous && sf.IsExported() && !isNoKey(sf) {
			r.embedded = append(r.embedded, i)
		}
	}
	r.unfit = sync.OnceValue(func() error { return unfit(t, make(map[reflect.Type]bool)) })
	r.refers = sync.OnceValue(func() bool { return findRefs(t, make(map[reflect.Type]bool)) })
	actual, _ := records.LoadOrStore(t, r)
	return actual.(*record)
}

// isNoKey reports whether a field says that it is no part of the file.
func isNoKey(sf reflect.StructField) bool { return sf.Tag.Get("yaml") == "-" }

func (r *record) read(t reflect.Type, index []int) {
	for i := range t.NumField() {
		sf := t.Field(i)
		at := append(append([]int(nil), index...), i)
		if isNoKey(sf) {
			continue
		}
		if sf.Anonymous {
			if sf.Type.Kind() == reflect.Struct {
				r.read(sf.Type, at)
			}
			continue
		}
		key, ok := sf.Tag.Lookup("yaml")
		if !ok {
			continue
		}
		f := &Field{
			key: key, term: tagOf(t, sf, "vi"), help: tagOf(t, sf, "help"), sample: tagOf(t, sf, "eg"),
			need: sf.Tag.Get("need") == "yes", id: sf.Tag.Get("format") == "id", inline: sf.Tag.Get("inline") == "yes",
			shown: sf.Tag.Get("new") == "yes", hidden: sf.Tag.Get("new") == "no",
			blank: sf.Tag.Get("blank") == "yes", parted: sf.Tag.Get("parted") == "yes",
			values: valuesOf(t, sf), refs: split(sf.Tag.Get("ref")),
			group: sf.Tag.Get("one"), index: at, typ: sf.Type, multiline: isMultiline(sf.Type),
			whole: sf.Tag.Get("whole") == "yes", within: boundsOf(sf.Tag.Get("within")),
		}
		k := sf.Type.Kind()
		f.scalar = k == reflect.String || k >= reflect.Bool && k <= reflect.Float64
		f.label = strconv.Quote(key)
		if f.term != "" {
			f.label += " (" + f.term + ")"
		}
		r.fields = append(r.fields, f)
		r.byKey[key] = f
		switch sf.Tag.Get("short") {
		case "scalar":
			r.scalar = f
		case "list":
			r.list = f
		}
		if f.group != "" && !slices.Contains(r.groups, f.group) {
			r.groups = append(r.groups, f.group)
		}
	}
}

//go:embed tags.txt
var tagsFile string

// longTags are the tags of tags.txt, by what stands before their text.
var longTags = sync.OnceValue(func() map[string]string {
	tags := make(map[string]string)
	for line := range strings.Lines(tagsFile) {
		field, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		name, text, _ := strings.Cut(rest, " ")
		tags[field+" "+name] = text
	}
	return tags
})

// tagOf returns a tag of a field of t.
func tagOf(t reflect.Type, sf reflect.StructField, name string) string {
	if text, ok := sf.Tag.Lookup(name); ok {
		return text
	}
	return longTags()[strings.TrimPrefix(t.PkgPath(), "github.com/vanban-go/vanban/")+"."+t.Name()+"."+sf.Name+" "+name]
}

// bounds are the least and the most of a number.
type bounds struct{ least, most int64 }

// years are the bounds of a year of our time.
var years = bounds{1850, 2200}

// IsYear reports whether a number is a year of our time.
func IsYear(n int) bool { return int64(n) >= years.least && int64(n) <= years.most }

// boundsOf reads a tag within; nil: there is none.
func boundsOf(tag string) *bounds {
	if tag == "year" {
		return &years
	}
	least, most, ok := strings.Cut(tag, "..")
	if !ok {
		return nil
	}
	var b bounds
	b.least, _ = strconv.ParseInt(least, 10, 64)
	b.most, _ = strconv.ParseInt(most, 10, 64)
	return &b
}

// valuesOf returns the only values that a field, or each element of a list, may have: those
// of its tag, else those that its type has a method for. None: any.
func valuesOf(t reflect.Type, sf reflect.StructField) []string {
	if tag := split(tagOf(t, sf, "values")); tag != nil {
		return tag
	}
	for _, t := range []reflect.Type{base(sf.Type), element(sf.Type)} {
		if t.Implements(enumeration) {
			return reflect.Zero(t).Interface().(enumerated).Values()
		}
	}
	return nil
}

// enumerated is a type that has a few values only.
type enumerated interface{ Values() []string }

var enumeration = reflect.TypeFor[enumerated]()

// element is the type of a list's elements, and any other type itself.
func element(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Slice {
		return t.Elem()
	}
	return t
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// group returns the fields of which exactly one is given.
func (r *record) group(name string) []*Field { return r.members[name] }

// shape is how a Go type looks in YAML.
type shape uint8

const (
	noShape     shape = iota // the type cannot be read from YAML
	scalarShape              // text, or a type that reads itself from text
	boolShape
	intShape
	listShape
	mappingShape
)

var textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()

// shapeOf returns the shape of t, which is not a pointer.
func shapeOf(t reflect.Type) shape {
	if reflect.PointerTo(t).Implements(textUnmarshaler) {
		return scalarShape
	}
	return shapes[t.Kind()]
}

var shapes = map[reflect.Kind]shape{
	reflect.String: scalarShape, reflect.Bool: boolShape, reflect.Int: intShape, reflect.Slice: listShape, reflect.Struct: mappingShape,
}

// base returns t without its pointer.
func base(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

// scalarSchema is a type that says what its text looks like: the pattern for a
// schema, and words for a message.
type scalarSchema interface {
	Schema() (pattern, expected string)
}

// multiline is a text whose line ends are kept. Any other text is one line.
type multiline interface{ Multiline() }

// isMultiline reports whether t, or what a list of type t holds, is such a text.
func isMultiline(t reflect.Type) bool {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t.Implements(reflect.TypeFor[multiline]())
}

// structOf returns the struct that a value points to. False: it points to none that a file can
// hold, and [Fit] says why.
func structOf(value any) (reflect.Value, bool) {
	v := reflect.ValueOf(value)
	if v.Kind() != reflect.Pointer || v.IsNil() || v.Elem().Kind() != reflect.Struct || recordOf(v.Elem().Type()).unfit() != nil {
		return reflect.Value{}, false
	}
	return v.Elem(), true
}

// Pointer returns a pointer to a copy of a struct; any other value as it is.
func Pointer(value any) any {
	v := reflect.ValueOf(value)
	if v.Kind() != reflect.Struct {
		return value
	}
	own := reflect.New(v.Type())
	own.Elem().Set(v)
	return own.Interface()
}

// answer reports whether the field is a yes or no that a file must give. A value made in
// Go has always one.
func (f *Field) answer() bool { return f.need && f.typ.Kind() == reflect.Bool }
