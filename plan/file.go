package plan

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan/diag"
)

// File is one file as read: a typed value, and the places of its keys.
type File struct {
	Name string // as given
	Kind Kind   // of the value; zero when the file names no known kind
	// Value is a pointer to the typed value, such as *[Plan]. Nil when the file
	// could not be read at all; what a finding of level Error concerns is zero.
	Value any

	root   *yaml.Node
	read   []byte // the file
	src    []byte // the same as it was parsed
	mended mending
	ends   []int // offsets behind the lines of src
}

// Paper gives the value as a paper, or nil when it is none.
func (f *File) Paper() Paper {
	p, _ := f.Value.(Paper)
	return p
}

// Options are the choices of reading. Nil and the zero value are the usual choice.
type Options struct {
	Kinds []Kind // kinds of file that may be read; nil: Kinds() and Records()
	// Defaults fills what a file leaves out, before it is validated: the office
	// profile's issuer, say. It is given the file's value, a pointer. Nil: nothing.
	Defaults func(value any)
}

// Parse reads one file; name is only used in findings. It gives every problem
// of the file at once, sorted by place. The File is never nil.
func Parse(name string, src []byte) (*File, diag.List) { return (*Options)(nil).Parse(name, src) }

// Parse is [Parse] with options.
func (o *Options) Parse(name string, src []byte) (*File, diag.List) {
	f := &File{Name: name}
	clean, mended, found := checkSource(name, src)
	if found.HasErrors() {
		o.nameFields(src, found)
		return f, found
	}
	root, found := readNode(name, clean)
	if root == nil {
		return f, found
	}
	f.src, f.ends, f.root, f.mended = clean, lineEnds(clean), root, mended
	f.read = bytes.TrimPrefix(src, []byte("\ufeff"))
	if found := checkTree(name, root); found.HasErrors() {
		return f, found
	}
	found = append(o.decode(f), mended.finding(name)...)
	found.Sort()
	return f, found
}

// decode fills f.Value from f.root and validates it.
func (o *Options) decode(f *File) diag.List {
	if f.root.Kind != yaml.MappingNode {
		return diag.List{{Pos: nodePos(f.Name, f.root, ""), Rule: RuleShape, Message: "tệp phải gồm các khóa, mở đầu bằng kind (tên loại văn bản)"}}
	}
	value, found := o.empty(f)
	if value == nil {
		return found
	}
	d := decoder{file: f.Name}
	d.mapping(f.root, pointed(value), "", "tệp")
	f.Value = value
	f.pointAtRunes(d.found)
	d.found = append(d.found, f.eaten(value)...)
	if o != nil && o.Defaults != nil {
		o.Defaults(value)
	}
	for _, v := range validate(value, d.bad) {
		if d.follows(v.Pos.Path) || d.full() {
			continue
		}
		if path := v.Pos.Path; v.Rule == RuleMissing {
			v.Pos = f.keyPos(path)
		} else {
			v.Pos = f.Pos(path)
		}
		d.found.Add(v)
	}
	return d.found
}

// empty gives an empty value of the file's kind and type, or the findings why
// there is none.
func (o *Options) empty(f *File) (any, diag.List) {
	kinds := o.kinds()
	id, finding := f.word("kind", "tên loại văn bản")
	if finding != nil {
		return nil, diag.List{finding}
	}
	ids := make([]string, len(kinds))
	for i, k := range kinds {
		ids[i] = k.ID
		if k.ID == id {
			f.Kind = k
		}
	}
	if f.Kind.New == nil {
		d := &diag.Diagnostic{Pos: f.Pos("kind"), Rule: RuleKind, Found: id, Message: fmt.Sprintf(`"kind" (tên loại văn bản) là %s, không có tên loại này`, quoteShort(id))}
		if w := nearestWord(id, ids); w != "" {
			d.Expected, d.Fix = w, fmt.Sprintf("có phải %q?", w)
		}
		if len(kinds) == 1 {
			d.Message = fmt.Sprintf(`"kind" (loại tệp) là %s, phải là %q (%s)`, quoteShort(id), ids[0], kinds[0].Name)
			d.Expected, d.Fix = ids[0], ""
		}
		return nil, diag.List{d}
	}
	if _, n := lookup(f.root, "type"); n == nil || isNull(n) {
		return f.Kind.New(f.impliedType()), nil
	}
	typ, finding := f.word("type", "kiểu nội dung")
	if finding != nil {
		return nil, diag.List{finding}
	}
	if typ != "" && !slices.Contains(f.Kind.Types, typ) {
		d := &diag.Diagnostic{Pos: f.Pos("type"), Rule: RuleType, Found: typ, Message: fmt.Sprintf(`"type" (kiểu nội dung) là %s, tên loại %s không có kiểu này`, quoteShort(typ), f.Kind.ID)}
		if len(f.Kind.Types) > 0 {
			d.Fix = "bỏ trống, hoặc ghi một trong: " + strings.Join(f.Kind.Types, ", ")
		}
		return nil, diag.List{d}
	}
	return f.Kind.New(typ), nil
}

// impliedType is the type of a file that does not say one.
func (f *File) impliedType() string {
	if f.Kind.impliesGeneral() {
		for _, key := range [...]string{"body", "articles", "sections"} {
			if k, _ := lookup(f.root, key); k != nil {
				return GeneralType
			}
		}
	}
	return ""
}

// word gives the text of a key at the top of the file.
func (f *File) word(key, term string) (string, *diag.Diagnostic) {
	_, n := lookup(f.root, key)
	if n != nil && n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	switch {
	case n == nil || isNull(n):
		return "", &diag.Diagnostic{Pos: f.keyPos(key), Rule: RuleMissing, Err: ErrMissing, Message: fmt.Sprintf("thiếu %q (%s)", key, term)}
	case n.Kind != yaml.ScalarNode:
		return "", &diag.Diagnostic{Pos: f.Pos(key), Rule: RuleShape, Message: fmt.Sprintf("%q (%s) phải là một từ", key, term)}
	}
	return textOf(n), nil
}

func (o *Options) kinds() []Kind {
	if o == nil || o.Kinds == nil {
		return append(Kinds(), Records()...)
	}
	return o.Kinds
}

// follows reports whether a finding at path only follows from one already made
// there or around it.
func (d *decoder) follows(path string) bool {
	for {
		if d.bad[path] {
			return true
		}
		if path == "" {
			return false
		}
		path = parent(path)
	}
}

// parent gives the path of what holds the thing at path.
func parent(path string) string {
	i := strings.LastIndexAny(path, ".[")
	return path[:max(i, 0)]
}
