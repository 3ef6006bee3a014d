package font

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// preferred is the family that the decree asks for: "phông chữ tiếng Việt
// Times New Roman, bộ mã ký tự Unicode".
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.2.
const preferred = "Times New Roman"

// maxFile is the largest font file that is read.
const maxFile = 64 << 20

// Load reads the regular, bold, italic and bold italic faces of one family
// from the .ttf files directly in fsys. What a file holds is read from the file,
// not from its name. When the folder has several whole families, Times New
// Roman is taken, else the only one with serifs; otherwise it is an error.
//
// A face of that family that is broken, a collection, without TrueType outlines,
// not to be embedded or without all Vietnamese letters is an error that names
// the file and wraps one of this package's errors.
func Load(fsys fs.FS) (*Set, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, fmt.Errorf("read font folder: %w", err)
	}
	var found folder
	for _, e := range entries {
		switch ext := strings.ToLower(path.Ext(e.Name())); ext {
		case ".ttf", ".ttc", ".otf":
			if !e.IsDir() {
				found.add(fsys, e.Name())
			}
		}
	}
	f, err := found.choose()
	if err != nil {
		return nil, found.explain(err)
	}
	if style := f.missing(); style != "" {
		return nil, found.explain(fmt.Errorf("%w: %s has no %s one in the folder", ErrNoFace, f.name, style))
	}
	return f.load(fsys)
}

// FileError is why a file of a font folder cannot be used; Err wraps one of this
// package's errors, or says why the file cannot be read.
type FileError struct {
	File string
	Err  error
}

func (e *FileError) Error() string { return e.File + ": " + e.Err.Error() }
func (e *FileError) Unwrap() error { return e.Err }

// folder is what a font folder holds, read as far as names and styles.
type folder struct {
	families []*family
	refused  []error // files that cannot be used, each with its name
}

// family is the files of one family name; of two files with one face the
// first counts.
type family struct {
	name  string
	serif bool
	files [Styles]string
}

func (d *folder) add(fsys fs.FS, file string) {
	t, err := peek(fsys, file)
	if err != nil {
		d.refused = append(d.refused, &FileError{file, err})
		return
	}
	name, style := readNames(t).family, styleOf(t)
	i := slices.IndexFunc(d.families, func(f *family) bool { return f.name == name })
	if i < 0 {
		i = len(d.families)
		d.families = append(d.families, &family{name: name, serif: isSerif(t)})
	}
	if f := d.families[i]; f.files[style] == "" {
		f.files[style] = file
	}
}

// peek reads the tables that say what a file holds, and no more where it can:
// a system's font folder has hundreds of megabytes.
func peek(fsys fs.FS, file string) (tables, error) {
	f, err := fsys.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	r, ok := f.(io.ReaderAt)
	size := info.Size()
	if !ok {
		data, err := io.ReadAll(io.LimitReader(f, maxFile))
		if err != nil {
			return nil, err
		}
		r, size = bytes.NewReader(data), int64(len(data))
	}
	return readTables(r, size, func(tag string, off, size int64) ([]byte, error) {
		if tag != "name" && tag != "OS/2" && tag != "head" || size > maxFile {
			return nil, nil
		}
		b := make([]byte, size)
		_, err := r.ReadAt(b, off)
		if errors.Is(err, io.EOF) {
			err = nil // at the very end of the file
		}
		return b, err
	})
}

// choose picks the family that Load gives.
func (d *folder) choose() (*family, error) {
	var whole []*family
	for _, f := range d.families {
		if f.name == preferred {
			return f, nil
		}
		if f.missing() == "" {
			whole = append(whole, f)
		}
	}
	if serifs := slices.DeleteFunc(slices.Clone(whole), func(f *family) bool { return !f.serif }); len(serifs) > 0 {
		whole = serifs
	}
	switch {
	case len(whole) == 1:
		return whole[0], nil
	case len(whole) > 0:
		names := make([]string, len(whole))
		for i, f := range whole {
			names[i] = f.name
		}
		slices.Sort(names)
		return nil, fmt.Errorf("%w: %s", ErrFamilies, strings.Join(names, ", "))
	case len(d.families) == 1:
		return d.families[0], nil // its missing face is the error
	}
	return nil, ErrNoFamily
}

// explain adds to err what was wrong with the first files that were not taken.
func (d *folder) explain(err error) error {
	const shown = 3
	return errors.Join(append([]error{err}, d.refused[:min(shown, len(d.refused))]...)...)
}

// missing names the first face that the family lacks.
func (f *family) missing() string {
	for style, file := range f.files {
		if file == "" {
			return Style(style).String()
		}
	}
	return ""
}

// load parses the family's four files, or says what is wrong with one of them.
func (f *family) load(fsys fs.FS) (*Set, error) {
	var faces [Styles]*Face
	for style, file := range f.files {
		face, err := loadFace(fsys, file)
		if err != nil {
			return nil, &FileError{file, err}
		}
		faces[style] = face
	}
	return newSet(faces), nil
}

func loadFace(fsys fs.FS, file string) (*Face, error) {
	info, err := fs.Stat(fsys, file)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxFile {
		return nil, fmt.Errorf("%w: larger than %d MiB", ErrBroken, maxFile>>20)
	}
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, err
	}
	face, err := Parse(data)
	if err != nil {
		return nil, err
	}
	return face, face.vietnamese()
}

// vietnamese checks that the face has every letter of Vietnamese.
func (f *Face) vietnamese() error {
	var lacking []rune
	for _, r := range vietnamese {
		if f.slot(r) == 0 {
			lacking = append(lacking, r)
		}
	}
	if len(lacking) == 0 {
		return nil
	}
	const shown = 8
	return fmt.Errorf("%w: %d of them, such as %s", ErrVietnamese, len(lacking), string(lacking[:min(shown, len(lacking))]))
}
