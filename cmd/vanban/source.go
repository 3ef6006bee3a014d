package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/draft"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/docgen/serve"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// source is a YAML file that the user named, with the folder it stands in:
// what it names itself is opened below that folder only.
type source struct {
	name string // as the user gave it
	base string // in fsys
	fsys *overlay
	root *os.Root
	read []string // files that the document was made of, once it is built

	draft   *imported // that the YAML was made of; nil for none
	content []byte    // of the file itself
}

// maxSource bounds what is read of a file. It is more than the library takes, so
// that it is the library that refuses a larger one, and says so.
const maxSource = 16<<20 + 4096

// read reads a file up to a limit, or standard input for "-".
func (c *console) read(name string, limit int64) ([]byte, error) {
	in := c.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	return io.ReadAll(io.LimitReader(in, limit))
}

// standing is a name as it stands on the disk: a Mac, and what was packed on one, has the marks of letters apart from
// them. A name that leads nowhere stays as it is.
func standing(name string) string {
	if _, err := os.Lstat(name); err == nil || name == "-" || !errors.Is(err, fs.ErrNotExist) {
		return name
	}
	folder := filepath.Dir(name)
	if folder != "." && folder != name {
		folder = standing(folder)
	}
	entries, _ := os.ReadDir(folder) // none of a folder that is not there
	for _, e := range entries {
		if vi.NFC(e.Name()) == vi.NFC(filepath.Base(name)) {
			return filepath.Join(folder, e.Name())
		}
	}
	return name
}

// unread says in Vietnamese why a file could not be read.
func unread(name string, err error) error {
	return fmt.Errorf("không đọc được %s: %w", name, reason(err))
}

// openSource reads a file, or standard input for "-".
func openSource(c *console, name string) (*source, error) {
	src, err := c.read(name, maxSource)
	if err != nil {
		if name == "-" {
			name = "đầu vào chuẩn"
		}
		if _, format := docgen.FormatOf(strings.ToLower(name)); format && errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("không có tệp %s; nhiều định dạng thì viết liền sau --to, thí dụ --to pdf,docx", name)
		}
		return nil, unread(name, err)
	}
	root, err := folderOf(name)
	if err != nil {
		return nil, err
	}
	base := filepath.Base(name)
	return &source{name: name, base: base, fsys: &overlay{FS: root.FS(), name: base, content: src}, root: root, content: src}, nil
}

// draftSource is the source of a draft that was imported.
func draftSource(name string, d *imported) (*source, error) {
	root, err := folderOf(name)
	if err != nil {
		return nil, err
	}
	src := d.YAML
	if d.blank {
		src = d.Blank
	}
	base := filepath.Base(beside(name, "yaml"))
	files := &overlay{FS: root.FS(), name: base, content: src, pictures: d.Pictures}
	return &source{name: name, base: base, fsys: files, root: root, draft: d}, nil
}

// folderOf opens the folder that a file stands in.
func folderOf(name string) (*os.Root, error) {
	folder := filepath.Dir(name)
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, fmt.Errorf("không đọc được thư mục %s: %w", folder, reason(err))
	}
	return root, nil
}

func (s *source) close() { s.root.Close() }

// opened are the files in its folder that were opened so far, or looked for.
func (s *source) opened() (names []string) {
	s.fsys.mutex.Lock()
	defer s.fsys.mutex.Unlock()
	for _, name := range s.fsys.opened {
		names = append(names, filepath.Join(filepath.Dir(s.name), filepath.FromSlash(name)))
	}
	return names
}

// build reads the file into a document. The error is a list when the file is at
// fault, with the name that the user gave it.
func (s *source) build(ctx context.Context, r *docgen.Renderer) (d *doc.Document, err error) {
	o := r.Reading()
	o.Kinds = serve.Files().Kinds
	set, _ := o.Load(s.fsys, s.base) // Build has all findings
	if s.draft != nil {
		s.read = append(s.read, s.name)
	}
	for _, f := range set.Files() {
		if s.draft != nil && f.Name == s.base {
			continue
		}
		if s.name != "-" || f.Name != s.base {
			s.read = append(s.read, filepath.Join(filepath.Dir(s.name), filepath.FromSlash(f.Name)))
		}
	}
	if set, err = season.Resolve(r, set, s.base); err != nil {
		return nil, err
	}
	d, err = r.Build(ctx, set, s.base)
	if list, failure := findingsOf(err); failure == nil && err != nil {
		for _, d := range list {
			if d.Rule == docgen.RuleNotPaper {
				d.Fix = commandFor[d.Found]
			}
		}
		err = s.named(list)
	}
	return d, err
}

// commandFor says what to do with a file of a kind that is no paper.
var commandFor = map[string]string{
	"job":       "dùng vanban batch",
	"season":    "dùng vanban award",
	"criteria":  `ghi vào "criteria" (tệp tiêu chuẩn) của đợt khen thưởng`,
	"award-law": `ghi vào "law" (tệp quy định của tỉnh) của đợt khen thưởng, hoặc dùng sau --law`,
	"profile":   "dùng sau --profile",
}

// leadElsewhere says in findings about a file of another kind than a command takes which command
// takes it.
func leadElsewhere(found diag.List) diag.List {
	for _, d := range found {
		if d.Rule != plan.RuleKind {
			continue
		}
		if fix := commandFor[d.Found]; fix != "" {
			d.Fix = fix
		} else if slices.ContainsFunc(plan.Kinds(), func(k plan.Kind) bool { return k.ID == d.Found }) {
			d.Fix = "đây là một văn bản: dùng vanban render"
		}
	}
	return found
}

// named gives findings with the name that the user gave the file; those of files
// that it names stand in its folder.
func (s *source) named(list diag.List) diag.List {
	if s.draft != nil {
		return s.draft.Relate(list, s.draft.blank)
	}
	list.Locate(func(file string) string {
		text, err := fs.ReadFile(s.fsys, file)
		if err != nil {
			return "" // it stands elsewhere, or was named before
		}
		return string(text)
	})
	for _, d := range list {
		switch {
		case d.Pos.File == s.base:
			d.Pos.File = s.name
		case isTemplate(d):
		case d.Pos.File != "" && s.name != "-" && d.Pos.File != s.name:
			d.Pos.File = below(filepath.Dir(s.name), d.Pos.File)
		}
	}
	return list
}

// below puts a folder before a name that does not have it yet.
func below(dir, name string) string {
	if dir == "." || strings.HasPrefix(name, dir+string(filepath.Separator)) {
		return name
	}
	return filepath.Join(dir, filepath.FromSlash(name))
}

// isTemplate tells findings about the office's own wording.
func isTemplate(d *diag.Diagnostic) bool { return strings.HasSuffix(d.Pos.File, ".tmpl") }

// overlay is a folder in which one file is held in memory: it may come from
// standard input or a pipe, and is read once.
type overlay struct {
	fs.FS
	name    string
	content []byte

	pictures []draft.Picture // of a draft, which lie nowhere yet

	mutex  sync.Mutex
	opened []string // what was opened, or looked for, beside it
}

func (o *overlay) Open(name string) (fs.File, error) {
	for _, p := range o.pictures {
		if p.Name == name {
			return inMemory(p.Data)
		}
	}
	if name != o.name {
		o.mutex.Lock()
		o.opened = append(o.opened, name)
		o.mutex.Unlock()
		return o.FS.Open(name)
	}
	return inMemory(o.content)
}

// inMemory is a file with that content, opened.
func inMemory(content []byte) (fs.File, error) {
	return fstest.MapFS{"-": {Data: content, Mode: 0o444}}.Open("-")
}
