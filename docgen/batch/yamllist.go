package batch

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
)

// entries is a list in a YAML file: a sequence of mappings whose keys are the
// column headings.
type entries struct {
	file string
	keys map[string]int // heading, as compared, to column
	list []line
}

// openYAML reads a YAML list, under the limits of [record.Read] since the whole of it
// is kept: a longer one belongs into a workbook or a CSV file, which are streamed.
// Scalars keep their text: 0912 stays 0912.
func openYAML(l *List, src []byte) (source, diag.List, error) {
	read, found := record.Read(l.File, src)
	if found.HasErrors() {
		return nil, found, nil
	}
	if !read.Root().IsList() {
		return nil, listFinding(l.File, "danh sách YAML phải là một dãy các mục \"- Tên cột: giá trị\"", ""), nil
	}
	e := &entries{file: l.File, keys: make(map[string]int)}
	bad := func(n record.Node, message string) {
		found.Add(&diag.Diagnostic{Pos: n.Pos(l.File), Rule: RuleList, Message: message})
	}
	for item := range read.Root().Children() {
		if !item.IsMapping() {
			bad(item, "mỗi mục của danh sách phải là các cặp \"Tên cột: giá trị\"")
			continue
		}
		row := line{number: item.Pos(l.File).Line}
		for key, v := range item.Pairs() {
			if !v.IsText() {
				bad(v, fmt.Sprintf("giá trị của %q phải là một dòng chữ", key.Text()))
				continue
			}
			column, known := e.keys[headingKey(key.Text())]
			if !known {
				column = len(e.keys)
				e.keys[headingKey(key.Text())] = column
			}
			for len(row.cells) <= column {
				row.cells = append(row.cells, cell{})
			}
			if row.cells[column].kind != blankCell {
				bad(key, fmt.Sprintf("%q có hai lần trong một mục", key.Text()))
			}
			if !v.IsNull() {
				row.cells[column] = newText(v.Text())
			}
		}
		e.list = append(e.list, row)
	}
	if found != nil {
		return nil, found, nil
	}
	return e, nil, nil
}

func (e *entries) name() string    { return e.file }
func (e *entries) epoch1904() bool { return false }

func (e *entries) heading(wanted []string) (*heading, diag.List) {
	h := &heading{columns: make(map[string]int, len(wanted))}
	for _, w := range wanted {
		if i, ok := e.keys[headingKey(w)]; ok {
			h.columns[w] = i
		}
	}
	return h, nil
}

func (e *entries) rows(ctx context.Context, f func(line) error) error {
	for _, l := range e.list {
		if err := ctx.Err(); err != nil {
			return err
		}
		if l.isEmpty() {
			continue
		}
		l.cells = slices.Clone(l.cells)
		if err := f(l); err != nil {
			return err
		}
	}
	return nil
}

// fileColumn is the one column of a folder: the name of each file, without its ending.
const fileColumn = "file"

// folder is a list of YAML documents, one file each, in the order of their
// names. Its only column is fileColumn.
type folder struct {
	dir   string
	files []string
}

func openFolder(fsys fs.FS, dir string) (source, diag.List, error) {
	found, err := fs.ReadDir(fsys, path.Clean(dir))
	if err != nil {
		return nil, nil, fmt.Errorf("read list: %w", err)
	}
	f := &folder{dir: path.Clean(dir)}
	for _, e := range found {
		if ext := path.Ext(e.Name()); !e.IsDir() && (ext == ".yaml" || ext == ".yml") {
			f.files = append(f.files, e.Name())
		}
	}
	if len(f.files) == 0 {
		return nil, listFinding(dir, "thư mục không có tệp .yaml nào", ""), nil
	}
	return f, nil, nil
}

func (f *folder) name() string    { return f.dir }
func (f *folder) epoch1904() bool { return false }

func (f *folder) heading([]string) (*heading, diag.List) {
	return &heading{columns: map[string]int{fileColumn: 0}}, nil
}

func (f *folder) rows(ctx context.Context, row func(line) error) error {
	for i, name := range f.files {
		if err := ctx.Err(); err != nil {
			return err
		}
		stem := strings.TrimSuffix(name, path.Ext(name))
		if err := row(line{number: i + 1, cells: []cell{{kind: textCell, text: stem}}}); err != nil {
			return err
		}
	}
	return nil
}

// file gives the path of the file of a row, by its number.
func (f *folder) file(number int) string { return path.Join(f.dir, f.files[number-1]) }
