package font

import (
	"cmp"
	"errors"
	"fmt"
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
		switch ext := strings.ToLower(path.Ext(e.Name())); {
		case e.IsDir(), ext != ".ttf" && ext != ".ttc" && ext != ".otf":
		default:
			found.add(fsys, e)
		}
	}
	family, err := found.choose()
	if err != nil {
		return nil, err
	}
	return family.set()
}

// folder is what a font folder holds.
type folder struct {
	families []*family
	refused  []error // files that cannot be used, each with its name
}

// family is the files of one family name.
type family struct {
	name  string
	faces [Styles]*candidate
}

// candidate is a file of a family, known so far by its names only or in full.
type candidate struct {
	file string
	face *Face
	err  error // why the face cannot be used
}

func (d *folder) add(fsys fs.FS, e fs.DirEntry) {
	refuse := func(err error) { d.refused = append(d.refused, fmt.Errorf("%s: %w", e.Name(), err)) }
	if info, err := e.Info(); err != nil {
		refuse(err)
		return
	} else if info.Size() > maxFile {
		refuse(fmt.Errorf("%w: larger than %d MiB", ErrBroken, maxFile>>20))
		return
	}
	data, err := fs.ReadFile(fsys, e.Name())
	if err != nil {
		refuse(err)
		return
	}
	t, err := openTables(data)
	if err != nil {
		refuse(err)
		return
	}
	name := readNames(t).family
	if name == "" {
		refuse(fmt.Errorf("%w: no family name", ErrBroken))
		return
	}
	c := &candidate{file: e.Name()}
	if c.face, c.err = Parse(data); c.err == nil {
		c.err = c.face.vietnamese()
	}
	style := styleOf(t)
	f := d.family(name)
	if old := f.faces[style]; old == nil || old.err != nil && c.err == nil {
		f.faces[style] = c // of two files with one face the first good one counts
	}
}

func (d *folder) family(name string) *family {
	for _, f := range d.families {
		if f.name == name {
			return f
		}
	}
	f := &family{name: name}
	d.families = append(d.families, f)
	return f
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
	if serifs := slices.DeleteFunc(slices.Clone(whole), func(f *family) bool { return !f.serif() }); len(serifs) > 0 {
		whole = serifs
	}
	switch {
	case len(whole) == 1:
		return whole[0], nil
	case len(whole) > 1:
		slices.SortFunc(whole, func(a, b *family) int { return cmp.Compare(a.name, b.name) })
		names := make([]string, len(whole))
		for i, f := range whole {
			names[i] = f.name
		}
		return nil, fmt.Errorf("font folder has several families (%s) and none is %s", strings.Join(names, ", "), preferred)
	case len(d.families) == 1:
		return d.families[0], nil // its missing face is the error
	}
	const shown = 3
	reasons := []error{errors.New("font folder has no family with regular, bold, italic and bold italic faces in .ttf files")}
	return nil, errors.Join(append(reasons, d.refused[:min(shown, len(d.refused))]...)...)
}

// missing names the first face that the family lacks.
func (f *family) missing() string {
	for style, c := range f.faces {
		if c == nil {
			return Style(style).String()
		}
	}
	return ""
}

func (f *family) serif() bool { return f.faces[Regular].face != nil && f.faces[Regular].face.serif }

// set makes the Set, or says what is wrong with the family.
func (f *family) set() (*Set, error) {
	if style := f.missing(); style != "" {
		return nil, fmt.Errorf("font family %s has no %s face in the folder", f.name, style)
	}
	var s Set
	for style, c := range f.faces {
		if c.err != nil {
			return nil, fmt.Errorf("%s: %w", c.file, c.err)
		}
		s.faces[style] = c.face
	}
	return &s, nil
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
	list := string(lacking[:min(shown, len(lacking))])
	return fmt.Errorf("%w: %d of them, such as %s", ErrVietnamese, len(lacking), list)
}
