package batch

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan/diag"
)

// Grid is a list read as it stands "bảng": its headings and the cells below them,
// for whoever knows columns by their headings instead of by a job.
type Grid struct {
	File  string
	Heads []GridHead
	Rows  []GridRow
}

// GridHead is a column heading "tiêu đề cột".
type GridHead struct {
	Text   string
	Pos    diag.Pos // its cell: line is the row, column the column
	column int
}

// GridRow is one row of a list that is not empty.
type GridRow struct {
	line      line
	file      string
	epoch1904 bool
}

// maxGridRows bounds a list that is read whole.
const maxGridRows = 20_000

// ReadGrid reads the list of l, a file of fsys. The headings stand in the line of
// the first thirty that has most cells for which known is true. Large worksheets are unpacked
// into tempDir. What is wrong with the list is a finding, a failure to read it an
// error; without errors among the findings the grid is not nil. A nil fsys has no files, and a
// nil known knows no heading.
func ReadGrid(ctx context.Context, fsys fs.FS, l *List, tempDir string, known func(heading string) bool) (*Grid, diag.List, error) {
	switch {
	case ctx == nil:
		return nil, nil, errors.New("read grid: no context")
	case fsys == nil:
		fsys = embed.FS{}
	}
	l = zero.Or(l)
	src, found, err := openSource(fsys, l, tempDir)
	if err != nil || found != nil {
		return nil, found, err
	}
	g := &Grid{File: src.name()}
	var lines []line
	err = src.rows(ctx, func(one line) error {
		if len(lines) > maxGridRows {
			return errStop
		}
		lines = append(lines, one)
		return nil
	})
	switch {
	case ctx.Err() != nil:
		return nil, nil, ctx.Err()
	case len(lines) > maxGridRows:
		return nil, listFinding(g.File, fmt.Sprintf("danh sách có hơn %d dòng", maxGridRows), "chia danh sách"), nil
	case err != nil:
		return nil, csvFinding(g.File, err), nil
	}
	best, most := -1, 0
	for i, one := range lines {
		if one.number > headingLines {
			break
		}
		if n := one.count(known); n > most {
			best, most = i, n
		}
	}
	if best < 0 {
		return nil, listFinding(g.File, fmt.Sprintf("không thấy tiêu đề cột trong %d dòng đầu", headingLines), ""), nil
	}
	for i, c := range lines[best].cells {
		if c.kind != blankCell {
			g.Heads = append(g.Heads, GridHead{Text: c.text, Pos: diag.Pos{File: g.File, Line: lines[best].number, Column: i + 1}, column: i})
		}
	}
	for _, one := range lines[best+1:] {
		if one.count(known) == most {
			continue // the heading again: merged over two lines, or repeated on a page
		}
		if one.hidden && l.Hidden == "" {
			found.Add(&diag.Diagnostic{Pos: diag.Pos{File: g.File, Line: one.number, Column: 1}, Rule: RuleHidden, Message: fmt.Sprintf("dòng %d bị ẩn", one.number), Fix: "hiện dòng này, hoặc xóa đi"})
		}
		g.Rows = append(g.Rows, GridRow{line: one, file: g.File, epoch1904: src.epoch1904()})
	}
	return g, found, nil
}

// count gives how many cells of a line hold a text that is known.
func (l line) count(known func(string) bool) int {
	n := 0
	for _, c := range l.cells {
		if c.kind != blankCell && known != nil && known(c.text) {
			n++
		}
	}
	return n
}

// Pos gives the place of a row's cell below a heading.
func (r *GridRow) Pos(h GridHead) diag.Pos {
	r = zero.Or(r)
	return diag.Pos{File: r.file, Line: r.line.number, Column: h.column + 1}
}

// Read gives the value of the cell below a heading as a type: a string, [Number],
// [plan.Money] or [Date]; "" for an empty cell. shown is what a person sees in it.
// A cell that is not of the type is a finding that names it as spreadsheets do.
func (r *GridRow) Read(h GridHead, t Type) (v any, shown string, wrong *diag.Diagnostic) {
	r = zero.Or(r)
	c := r.line.cell(h.column)
	v, err := t.read(c, r.epoch1904)
	if err == nil {
		return v, c.text, nil
	}
	fix := ""
	if bad, ok := err.(*errCell); ok {
		fix = bad.fix
	}
	return "", c.text, r.Finding(h, RuleCell, err.Error(), fix)
}

// Finding gives a finding about the cell below a heading.
func (r *GridRow) Finding(h GridHead, rule, message, fix string) *diag.Diagnostic {
	r = zero.Or(r)
	shown := r.line.cell(h.column).text
	said := ""
	if shown != "" {
		said = " ghi " + quoteShort(shown)
	}
	at := r.Pos(h)
	at.Path = h.Text
	return &diag.Diagnostic{
		Pos: at, Rule: rule, Found: shown, Fix: fix,
		Message: fmt.Sprintf("ô %s%d (cột %q)%s: %s", columnName(h.column), r.line.number, h.Text, said, message),
	}
}
