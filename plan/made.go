package plan

import (
	"strings"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
)

// Make returns a file of a value that is made of those of f, such as a paper of an award
// season. Its places are those of f: from says by its path of what in f a part of the
// value is made, and so all below that part; the longest path counts, and without any the
// place is the top of f. found is what was found in the making: findings with paths of f or
// with places, which [Options.Check] returns with its own.
//
// Under the name of f it stands for f itself: its text is that of f.
func (f *File) Make(name string, value any, from map[string]string, found diag.List) *File {
	f = orZero(f)
	made := &File{Name: name, Value: value, options: f.options, origin: f, from: from, found: found}
	if p := made.Paper(); p != nil {
		made.Kind, _ = kindOf(f.options.kinds(), p.Head().Kind)
	}
	return made
}

// Making returns what was found when the value was made of those of another file by
// [File.Make]; made is false for a file that was read, or made of nothing.
func (f *File) Making() (found diag.List, made bool) {
	if f == nil || f.origin == nil {
		return nil, false
	}
	return f.found.Clone(), true
}

// place returns the path in the file of which f was made of what stands at path.
func (f *File) place(path string) string {
	at, rest := path, ""
	for {
		if of, ok := f.from[at]; ok {
			if strings.HasPrefix(rest, "[") {
				return of + rest
			}
			return join(of, rest)
		}
		if at == "" {
			return ""
		}
		at = at[:max(strings.LastIndexAny(at, ".["), 0)]
		rest = strings.TrimPrefix(path[len(at):], ".")
	}
}

// With returns the set with a file in the place of that of its name, or added to it.
func (s *Set) With(f *File) *Set {
	s = orZero(s)
	other := &Set{fsys: s.fsys, refused: s.refused}
	put := false
	for _, g := range s.files {
		if f != nil && g.Name == f.Name {
			g, put = f, true
		}
		other.files = append(other.files, g)
	}
	if !put && f != nil {
		other.files = append(other.files, f)
	}
	return other
}

// Clone returns the file with a value that can be changed without that of f: [File.Marshal]
// then returns the text with what was changed.
func (f *File) Clone() *File {
	if f == nil {
		return nil
	}
	own := *f
	own.Value = record.Clone(f.Value)
	return &own
}
