package plan

import (
	"io/fs"
	"reflect"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan/diag"
)

// ReadNode reads the YAML of one file without decoding it, under the same limits
// as [Parse]: for programs that put values into a document before it is
// decoded, as package batch does. A nil node comes with findings.
func ReadNode(name string, src []byte) (*yaml.Node, diag.List) {
	clean, _, found := checkSource(name, src)
	if found.HasErrors() {
		return nil, found
	}
	root, found := readNode(name, clean)
	if root == nil {
		return nil, found
	}
	if found := checkTree(name, root); found.HasErrors() {
		return nil, found
	}
	return root, nil
}

// ParseNode is [Options.Parse] for a file that [ReadNode] read, or a tree made of
// one. Findings and places are those of the nodes. The tree is not changed, and
// stays in use as long as the File.
func (o *Options) ParseNode(name string, root *yaml.Node) (*File, diag.List) {
	f := &File{Name: name, root: root}
	found := o.decode(f)
	found.Sort()
	return f, found
}

// ProsePaths gives the paths of the prose fields of a value that are not empty:
// those whose text is read with marks. v is a pointer to a struct.
func ProsePaths(v any) []string {
	var out []string
	rv := reflect.ValueOf(v)
	if rv.Kind() == reflect.Pointer && !rv.IsNil() {
		prosePaths(rv.Elem(), "", &out)
	}
	return out
}

var proseType = reflect.TypeFor[Prose]()

func prosePaths(v reflect.Value, at string, out *[]string) {
	switch {
	case v.Type() == proseType:
		if v.Len() > 0 {
			*out = append(*out, at)
		}
	case v.Kind() == reflect.Pointer:
		if !v.IsNil() {
			prosePaths(v.Elem(), at, out)
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			prosePaths(v.Index(i), index(at, i), out)
		}
	case v.Kind() == reflect.Struct:
		for _, f := range recordOf(v.Type()).fields {
			prosePaths(v.FieldByIndex(f.index), join(at, f.key), out)
		}
	}
}

// SetOf gives the set of a file that was read by [ParseNode] and of the files that
// it names in fsys, as [Options.Load] would: findings are about those.
func (o *Options) SetOf(fsys fs.FS, f *File) (*Set, diag.List) {
	s := &Set{fsys: fsys, files: []*File{f}}
	var found diag.List
	for i := 0; i < len(s.files); i++ {
		found = append(found, o.follow(s, fsys, s.files[i])...)
	}
	found.Sort()
	return s, found
}
