package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/plan/diag"
)

// A source is a list that can be read any number of times, each time the same: a
// *sheet.List, or a folder.
type source interface {
	// Records calls f for every row, in order. The row is f's to keep. It ends with the
	// first error of f.
	Records(ctx context.Context, f func(*sheet.Row) error) error
}

// errStop ends a reading early without being an error.
var errStop = errors.New("stop")

// ErrList says that a file of the list cannot be read; a fs.PathError names it.
var ErrList = sheet.ErrList

// openSource opens the list of a job. What is wrong with the file is a finding
// at the file, a failure to read it an error.
func openSource(j *Job) (source, diag.List, error) {
	if j.List.Folder != "" {
		return openFolder(j.fsys, j.List.Folder)
	}
	wanted := make(map[string]bool, len(j.Columns))
	for _, c := range j.Columns {
		wanted[sheet.Key(c.Heading)] = true
	}
	known := func(text string) bool { return wanted[sheet.Key(text)] }
	list, found, err := sheet.Open(j.fsys, &j.List, known)
	if list == nil { // no typed nil into the interface
		return nil, found, err
	}
	return list, append(found, list.OneEach(known, nil)...), err
}

// fileColumn is the one column of a folder: the name of each file, without its ending.
const fileColumn = "file"

// folder is a list of YAML documents, one file each, in the order of their
// names. Its only column is fileColumn. What systems put there hidden, such as ._giay-moi.yaml, is none.
type folder struct {
	dir   string
	files []string
}

func openFolder(fsys fs.FS, dir string) (source, diag.List, error) {
	found, err := fs.ReadDir(fsys, path.Clean(dir))
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrList, err)
	}
	f := &folder{dir: path.Clean(dir)}
	for _, e := range found {
		if ext := path.Ext(e.Name()); !e.IsDir() && (ext == ".yaml" || ext == ".yml") && !strings.HasPrefix(e.Name(), ".") {
			f.files = append(f.files, e.Name())
		}
	}
	if len(f.files) == 0 {
		return nil, diag.List{{Pos: diag.Pos{File: dir}, Rule: sheet.RuleList, Message: "thư mục không có tệp .yaml nào"}}, nil
	}
	return f, nil, nil
}

// Records gives the names of the files.
func (f *folder) Records(ctx context.Context, row func(*sheet.Row) error) error {
	for i, name := range f.files {
		if err := ctx.Err(); err != nil {
			return err
		}
		stem := strings.TrimSuffix(name, path.Ext(name))
		if err := row(&sheet.Row{Number: i + 1, Cells: []sheet.Cell{{Kind: sheet.Text, Text: stem}}}); err != nil {
			return err
		}
	}
	return nil
}

// file gives the path of the file of a row, by its number.
func (f *folder) file(number int) string { return path.Join(f.dir, f.files[number-1]) }
