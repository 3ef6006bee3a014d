package plan

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// File is one file as read: a typed value, and the places of its keys. A nil File has
// neither.
type File struct {
	Name string // as given
	Kind Kind   // of the value; zero when the file names no known kind
	// Value is a pointer to the typed value, such as *[Plan]. Nil when the file
	// could not be read at all; what a finding of level Error concerns is zero.
	Value any

	source  *record.Source // nil: made in Go, or not read
	options Options        // that it was read with
	refused diag.List      // why there is no value

	origin *File             // of which the value was made; see [File.Make]
	from   map[string]string // by path of the value, the path there
	found  diag.List         // in the making
}

// Paper returns the value as a paper, or nil when it is none.
func (f *File) Paper() Paper {
	if p, ok := f.value().(Paper); ok && p.Head() != nil && p.Foot() != nil {
		return p
	}
	return nil
}

// value returns the value, or nil for a nil pointer too.
func (f *File) value() any {
	if f == nil {
		return nil
	}
	if v := reflect.ValueOf(f.Value); v.Kind() == reflect.Pointer && v.IsNil() {
		return nil
	}
	return f.Value
}

// Options are the choices of reading. Nil and the zero value are the usual choice.
type Options struct {
	Kinds []Kind // kinds of file that may be read; nil: Kinds() and Records()
	// Defaults fills what a file leaves out, before it is validated: the office
	// profile's issuer, say. It is given the file's value, a pointer. Nil: nothing.
	Defaults func(value any)
}

// Parse reads one file; name is only used in findings. It finds every problem
// of the file at once, sorted by place. The File is never nil.
func Parse(name string, src []byte) (*File, diag.List) { return (*Options)(nil).Parse(name, src) }

// Parse is [Parse] with options.
func (o *Options) Parse(name string, src []byte) (*File, diag.List) {
	f := o.file(name)
	f.source, f.refused = record.Read(name, src)
	switch {
	case f.source == nil:
		o.nameFields(src, f.refused)
	case !f.refused.HasErrors():
		f.decode()
	}
	return f, f.options.check(f)
}

// DecodeNode decodes a tree that was made of one that was read: package batch puts values
// into documents before they are decoded. What is wrong with the File [Options.Check]
// finds, with the places of the nodes. The tree stays in use as long as the File.
func (o *Options) DecodeNode(name string, root record.Node) *File {
	f := o.file(name)
	f.source = record.New(name, root)
	f.decode()
	return f
}

// Check finds all that is wrong with a file of a set, and with the files that it
// names: what reading refused, and what [Validate] finds in the file's value as it
// is now. It is the same for a value that was read and for one made in Go.
func (o *Options) Check(s *Set, f *File) diag.List {
	if f == nil {
		return nil
	}
	all := append([]*File{f}, s.Named(f)...)
	var found diag.List
	for _, g := range all {
		found = append(found, o.check(g)...)
	}
	if s != nil {
		for _, d := range s.refused.Clone() {
			if slices.ContainsFunc(all, func(g *File) bool { return g.Name == d.Pos.File }) {
				found.Add(d)
			}
		}
	}
	found.Sort()
	return found
}

// check is Check of one file alone.
func (o *Options) check(f *File) diag.List {
	switch {
	case f.Value == nil:
		return f.refused.Clone()
	case f.source != nil:
		return f.source.Check(f.Value, o.checkComponents)
	}
	found := o.Validate(f.Value)
	for _, d := range found {
		d.Pos = f.Pos(d.Pos.Path)
	}
	return append(f.found.Clone(), found...)
}

// builtIn are the kinds of files that have no options of their own; nobody writes into it.
var builtIn = sync.OnceValue(func() []Kind { return append(Kinds(), Records()...) })

func (o *Options) kinds() []Kind {
	if o == nil || o.Kinds == nil {
		return builtIn()
	}
	return o.Kinds
}

// file returns a file that is not read yet.
func (o *Options) file(name string) *File {
	f := &File{Name: name}
	if o != nil {
		f.options = *o
	}
	return f
}

// decode fills f.Value from its source.
func (f *File) decode() {
	if !f.source.Root().IsMapping() {
		f.refused = diag.List{{Pos: f.source.Root().Pos(f.Name), Rule: ruleShape,
			Message: "tệp phải gồm các khóa, mở đầu bằng kind (tên loại văn bản)", Fix: record.DraftFix}}
		return
	}
	value, finding := f.empty()
	if finding != nil {
		f.refused = diag.List{finding}
		return
	}
	if refused := f.source.Decode(value); value == nil {
		f.refused = refused // a kind that makes nothing
		return
	}
	f.Value = value
	if f.options.Defaults != nil {
		f.options.Defaults(value)
	}
}

// empty finds the kind of the file. It returns an empty value of that kind and the file's
// type, or the finding why there is none.
func (f *File) empty() (any, *diag.Diagnostic) {
	kinds := f.options.kinds()
	id, finding := f.source.Word("kind", "tên loại văn bản")
	if finding != nil {
		return nil, finding
	}
	k, err := kindOf(kinds, id)
	if err != nil {
		finding = unknownKind(kinds, id)
		finding.Pos = f.Pos("kind")
		return nil, finding
	}
	f.Kind = k
	typ := ""
	if f.source.Root().Value("type").IsNull() {
		typ = f.impliedType()
	} else {
		if typ, finding = f.source.Word("type", "kiểu nội dung"); finding != nil {
			return nil, finding
		}
	}
	if !k.hasType(typ) {
		finding = unknownType(k, typ)
		finding.Pos = f.Pos("type")
		return nil, finding
	}
	return k.New(typ), nil
}

// impliedType is the type of a file that says none.
func (f *File) impliedType() string {
	for _, key := range [...]string{"body", "articles", "sections"} {
		if f.source.Root().Value(key).Exists() {
			return f.Kind.implied()
		}
	}
	return ""
}

// unknownKind says that there is no kind of that id.
func unknownKind(kinds []Kind, id string) *diag.Diagnostic {
	ids := idsOf(kinds)
	d := &diag.Diagnostic{
		Pos: diag.At("kind"), Rule: RuleKind, Found: id,
		Message: fmt.Sprintf(`"kind" (tên loại văn bản) là %s, không có tên loại này`, record.Quote(id)),
	}
	d.Fix = "xem các tên loại bằng lệnh vanban kinds"
	if w := record.NearestWord(id, ids); w != "" {
		d.Expected, d.Fix = w, fmt.Sprintf("có phải %q?", w)
		if vi.Slug(id) == w { // Thông báo
			d.Edit = diag.Edit{Old: id, New: w}
		}
	}
	if len(kinds) == 1 {
		d.Message = fmt.Sprintf(`"kind" (loại tệp) là %s, phải là %q (%s)`, record.Quote(id), ids[0], kinds[0].Name)
		d.Expected, d.Fix = ids[0], "lấy tệp mẫu bằng lệnh vanban new "+ids[0]
	}
	return d
}

// unknownType says that a kind has no such type.
func unknownType(k Kind, typ string) *diag.Diagnostic {
	d := &diag.Diagnostic{
		Pos: diag.At("type"), Rule: ruleType, Found: typ,
		Message: fmt.Sprintf(`"type" (kiểu nội dung) là %s, tên loại %s không có kiểu này`, record.Quote(typ), k.ID),
	}
	if len(k.Types) > 0 {
		d.Fix = "bỏ trống, hoặc ghi một trong: " + strings.Join(k.Types, ", ")
	}
	return d
}

// nameFields adds to findings about characters of a file the field they stand
// in, where the file can be read with letters in their place.
func (o *Options) nameFields(src []byte, found diag.List) {
	if slices.ContainsFunc(found, func(d *diag.Diagnostic) bool { return d.Rule != ruleCharacter }) {
		return
	}
	f, _ := o.Parse("", record.Readable(src))
	if f.Value == nil {
		return
	}
	for _, d := range found {
		if path := f.source.PathAt(d.Pos); path != "" {
			d.Pos.Path, d.Message = path, record.Label(f.Value, path)+": "+d.Message
		}
	}
}
