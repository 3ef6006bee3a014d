package plan

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/folder"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Set is a number of files that may name each other. The zero value is empty.
type Set struct {
	files   []*File
	fsys    fs.FS     // where the files were read; nil for files made in Go
	refused diag.List // files that another one names, and that cannot be taken
}

// NewSet returns a set of files that were read, or made in Go, one by one.
func NewSet(files ...*File) *Set {
	return &Set{files: slices.DeleteFunc(slices.Clone(files), func(f *File) bool { return f == nil })}
}

// Files returns the files, the named ones first, in the order they were read; a nil set
// has none.
func (s *Set) Files() []*File { return orZero(s).files }

// File returns the file of that name, or nil; a nil set has none.
func (s *Set) File(name string) *File {
	for _, f := range s.Files() {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// ReadFile reads a file that f names, such as a picture of a signature. Names
// are relative to the folder of f and cannot lead out of the file system that
// the set was loaded from. A name typed in whole letters is also that of a file whose letters
// stand apart from their marks, as folders of other systems have them.
func (s *Set) ReadFile(f *File, name string) ([]byte, error) {
	if s == nil || f == nil || s.fsys == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	name = path.Join(path.Dir(f.Name), name)
	data, err := fs.ReadFile(s.fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		if again, ok := folder.Find(s.fsys, name); ok {
			return fs.ReadFile(s.fsys, again)
		}
	}
	return data, err
}

// named returns the file that a reference of f is about: that of the very name, or else of the same
// letters.
func (s *Set) named(f *File, ref string) *File {
	name := path.Join(path.Dir(f.Name), ref)
	if g := s.File(name); g != nil {
		return g
	}
	for _, g := range s.Files() {
		if vi.NFC(g.Name) == vi.NFC(name) {
			return g
		}
	}
	return nil
}

// Load reads files and, after them, the files that they name (the plan of an
// award season, say), once each. Names are paths in fsys; a name in a file is
// relative to that file's folder and cannot lead out of fsys. It finds every
// problem of all files, sorted by place; a file that cannot be read is a finding
// too, whose Err says why. The Set is never nil.
func Load(fsys fs.FS, names ...string) (*Set, diag.List) {
	return (*Options)(nil).Load(fsys, names...)
}

// Load is [Load] with options.
func (o *Options) Load(fsys fs.FS, names ...string) (*Set, diag.List) {
	s := &Set{fsys: fsys}
	var found diag.List
	for _, name := range names {
		if s.File(name) != nil {
			continue
		}
		f, list := o.read(fsys, name)
		s.files = append(s.files, f)
		found = append(found, list...)
	}
	for i := 0; i < len(s.files); i++ {
		found = append(found, o.follow(s, fsys, s.files[i])...)
	}
	found.Sort()
	return s, found
}

// read reads one file. What cannot be read is a File without a value.
func (o *Options) read(fsys fs.FS, name string) (*File, diag.List) {
	src, err := readAll(fsys, name)
	if err != nil {
		f := &File{Name: name, refused: diag.List{{
			Pos: diag.Pos{File: name}, Rule: ruleid.Reference, Err: fmt.Errorf("%w: %w", ErrBadReference, err),
			Message: "không đọc được tệp: " + diag.FileReason(err),
		}}}
		return f, o.check(f)
	}
	return o.Parse(name, src)
}

// readAll reads a file up to a little more than may be parsed.
func readAll(fsys fs.FS, name string) ([]byte, error) {
	if err := diag.CheckFile(fsys, name); err != nil {
		return nil, err
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, record.MaxBytes+4))
}

// follow reads the files that f names and are not in the set yet.
func (o *Options) follow(s *Set, fsys fs.FS, f *File) diag.List {
	var found diag.List
	before := len(s.refused)
	for _, ref := range record.References(f.value()) {
		name := path.Join(path.Dir(f.Name), ref.Name)
		target := s.File(name)
		if target == nil {
			if err := diag.CheckFile(fsys, name); err != nil {
				s.refused.Add(&diag.Diagnostic{
					Pos: f.Pos(ref.Path), Rule: ruleid.Reference, Found: ref.Name,
					Err:     fmt.Errorf("%w: %w", ErrBadReference, err),
					Message: fmt.Sprintf("%s dẫn đến %s: %s", ref.Field.Label(), record.Quote(ref.Name), diag.FileReason(err)),
				})
				continue
			}
			var list diag.List
			target, list = o.read(fsys, name)
			s.files = append(s.files, target)
			found = append(found, list...)
		}
		if target.Kind.ID != "" && !takes(ref.Field, target.Kind) {
			s.refused.Add(&diag.Diagnostic{
				Pos: f.Pos(ref.Path), Rule: ruleid.Reference, Err: ErrBadReference, Found: ref.Name,
				Message: fmt.Sprintf("%s dẫn đến %s là tệp loại %s, phải là: %s", ref.Field.Label(), record.Quote(ref.Name), target.Kind.ID,
					strings.ReplaceAll(strings.Join(ref.Field.Refs(), ", "), "*", "văn bản")),
			})
		}
	}
	return append(found, s.refused[before:].Clone()...)
}

// takes reports whether a field may name a file of a kind. A field for any
// paper takes none that is made of another.
func takes(f *record.Field, k Kind) bool {
	return slices.Contains(f.Refs(), k.ID) || slices.Contains(f.Refs(), "*") && k.IsPaper() && k.ID != "ban-sao" && k.ID != "phu-luc"
}

// Target returns the file that the field at a path of f names, such as the plan
// of a season; nil when it names none that was loaded.
func (s *Set) Target(f *File, at string) *File {
	for _, ref := range record.References(f.value()) {
		if ref.Path == at {
			return s.named(f, ref.Name)
		}
	}
	return nil
}

// Named returns the files of the set that f names, and those that these name, in the
// order in which they are named; f itself is none of them. A file that [File.Make] put in
// the place of another names what that one named too.
func (s *Set) Named(f *File) []*File {
	var out []*File
	seen := map[*File]bool{f: true}
	var follow func(f *File)
	follow = func(f *File) {
		if f != nil && f.origin != nil && f.origin.Name == f.Name {
			follow(f.origin)
		}
		for _, ref := range record.References(f.value()) {
			if g := s.named(f, ref.Name); g != nil && !seen[g] {
				seen[g] = true
				out = append(out, g)
				follow(g)
			}
		}
	}
	follow(f)
	return out
}

// SetOf returns the set of a file that was read by [Options.DecodeNode] and of the files
// that it names in fsys, as [Options.Load] would: findings are about those.
func (o *Options) SetOf(fsys fs.FS, f *File) (*Set, diag.List) {
	s := NewSet(f)
	s.fsys = fsys
	var found diag.List
	for i := 0; i < len(s.files); i++ {
		found = append(found, o.follow(s, fsys, s.files[i])...)
	}
	found.Sort()
	return s, found
}
