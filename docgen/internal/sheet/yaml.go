package sheet

import (
	"context"
	"fmt"
	"slices"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// entries is a list in a YAML file: a sequence of mappings whose keys are the
// column headings.
type entries struct {
	list []*Row
}

// maxEntries bounds the texts of a YAML list, aliases counted each time they stand.
const maxEntries = 16 << 20

// openYAML reads a YAML list, under the limits of [record.Read] since the whole of it
// is kept: a longer one belongs into a workbook or a CSV file, which are streamed.
// Scalars keep their text: 0912 stays 0912.
func openYAML(l *List, o *Options, src []byte) (source, diag.List) {
	read, found := record.Read(l.File, src)
	if found.HasErrors() {
		return nil, found
	}
	if !read.Root().IsList() {
		return nil, listFinding(l.File, "danh sách YAML phải là một dãy các mục \"- Tên cột: giá trị\"", "")
	}
	e := &entries{}
	columns := make(map[string]int) // by the keys of headings
	bad := func(n record.Node, message string) {
		found.Add(&diag.Diagnostic{Pos: n.Pos(l.File), Rule: RuleList, Message: message})
	}
	size := 0
	for item := range read.Root().Children() {
		if !item.IsMapping() {
			bad(item, "mỗi mục của danh sách phải là các cặp \"Tên cột: giá trị\"")
			continue
		}
		row := &Row{Number: item.Pos(l.File).Line}
		for key, v := range item.Pairs() {
			if a := v.Alias(); a.Exists() {
				v = a
			}
			if !v.IsText() {
				bad(v, fmt.Sprintf("giá trị của %q phải là một dòng chữ", key.Text()))
				continue
			}
			if size += len(v.Text()); size > maxEntries {
				return nil, listFinding(l.File, fmt.Sprintf("chữ của danh sách dài hơn %s, kể cả các bí danh", megabytes(maxEntries)),
					"chia danh sách, hoặc dùng .xlsx, .csv")
			}
			column, known := columns[Key(key.Text())]
			if !known {
				column = len(columns)
				columns[Key(key.Text())] = column
				l.Heading.Columns = append(l.Heading.Columns,
					Head{Column: column, Texts: []string{vi.NFC(key.Text())}, Row: key.Pos(l.File).Line})
			}
			if c := newText(v.Text(), o.legacy()); !v.IsNull() && c.Kind != Blank {
				c.Column = column
				row.Cells = append(row.Cells, c)
			}
		}
		slices.SortFunc(row.Cells, func(a, b Cell) int { return a.Column - b.Column })
		for i := range row.Cells[min(len(row.Cells), 1):] {
			if row.Cells[i].Column == row.Cells[i+1].Column {
				bad(item, fmt.Sprintf("%q có hai lần trong một mục", l.Heading.Columns[row.Cells[i].Column].Texts[0]))
			}
		}
		e.list = append(e.list, row)
	}
	if found != nil {
		return nil, found
	}
	return e, nil
}

func (e *entries) hiddenColumn(int) bool { return false }

func (e *entries) rows(ctx context.Context, f func(*Row) error) error {
	for _, r := range e.list {
		if err := ctx.Err(); err != nil {
			return err
		}
		if len(r.Cells) == 0 {
			continue
		}
		row := *r
		if err := f(&row); err != nil {
			return err
		}
	}
	return nil
}
