package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
)

// A source is a list that can be read any number of times, from its first row
// to its last, each time the same.
type source interface {
	// name is the file, as the job spells it.
	name() string
	// rows calls f for every row that is not empty, in order. The row and its
	// cells are f's to keep. It ends with the first error of f.
	rows(ctx context.Context, f func(line) error) error
	// heading finds the columns: the place of each wanted heading, and the
	// number of the row that holds them.
	heading(wanted []string) (*heading, diag.List)
	// epoch1904 reports whether numbers count days from 1904.
	epoch1904() bool
}

// line is one row of a source.
type line struct {
	number int // as the file counts, from 1
	hidden bool
	cells  []cell // by column; columns behind the last are blank
}

// cell gives the cell of a column, from 0.
func (l line) cell(column int) cell {
	if column < 0 || column >= len(l.cells) {
		return cell{}
	}
	return l.cells[column]
}

// isEmpty reports whether nobody sees anything in the row.
func (l line) isEmpty() bool {
	for _, c := range l.cells {
		if c.kind != blankCell {
			return false
		}
	}
	return true
}

// heading is the row of a list that says what its columns are.
type heading struct {
	row     int            // 0: the list has no such row (YAML)
	columns map[string]int // place of each wanted heading, from 0; those not found are missing
}

// errStop ends a reading early without being an error.
var errStop = errors.New("stop")

// ErrList says that a file of the list cannot be read; a fs.PathError names it.
var ErrList = errors.New("read list")

// openSource opens the list of a job. What is wrong with the file is a finding
// at the file, a failure to read it an error.
func openSource(fsys fs.FS, l *List, tempDir string) (source, diag.List, error) {
	if l.Folder != "" {
		return openFolder(fsys, l.Folder)
	}
	src, err := fs.ReadFile(fsys, l.File)
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrList, err)
	}
	switch ext := strings.ToLower(path.Ext(l.File)); ext {
	case ".xlsx", ".xlsm":
		return openWorkbook(l, src, tempDir)
	case ".csv", ".tsv", ".txt":
		return openCSV(l, src)
	case ".yaml", ".yml":
		return openYAML(l, src)
	case ".xls":
		return nil, listFinding(l.File, "tệp .xls kiểu cũ chưa đọc được", "mở bằng chương trình bảng tính rồi lưu thành .xlsx"), nil
	default:
		return nil, listFinding(l.File, fmt.Sprintf("không biết đọc danh sách %q", ext), "dùng .xlsx, .csv hoặc .yaml"), nil
	}
}

// listFinding is a finding about the list as a whole.
func listFinding(file, message, fix string) diag.List {
	return diag.List{{Pos: diag.Pos{File: file}, Rule: RuleList, Message: message, Fix: fix}}
}

// unreadable is the finding for a list that breaks off while it is read.
func unreadable(file string, err error) diag.List {
	return diag.List{{
		Pos: diag.Pos{File: file}, Rule: RuleList, Err: err,
		Message: "danh sách đã hỏng, không đọc được hết", Fix: "mở bằng Excel rồi lưu lại",
	}}
}

// headingLines is how far down the heading of a list is looked for: above it
// stand a title, a line of the office, a date.
const headingLines = 30

// findHeading looks for the line that holds the most wanted headings: among the
// first ones, or only at row when that is not zero. Headings that it lacks may
// stand in the line below or above it: the heading then has two lines.
func findHeading(s source, row int, wanted []string) (*heading, diag.List) {
	lines, err := readHead(s, max(row, headingLines))
	if err != nil {
		return nil, unreadable(s.name(), err)
	}
	index := make(map[string]bool, len(wanted))
	for _, w := range wanted {
		index[headingKey(w)] = true
	}
	best, most := -1, 0
	for i, l := range lines {
		n := 0
		for _, c := range l.cells {
			if index[headingKey(c.text)] {
				n++
			}
		}
		if n > most && (row == 0 || l.number == row) {
			best, most = i, n
		}
	}
	if best < 0 {
		where := fmt.Sprintf("trong %d dòng đầu", headingLines)
		if row > 0 {
			where = fmt.Sprintf("ở dòng %d", row)
		}
		return nil, listFinding(s.name(), "không thấy tiêu đề cột "+where, "đặt tên cột đúng như trong \"columns\"")
	}
	h := &heading{row: lines[best].number, columns: make(map[string]int, len(wanted))}
	places := make(map[string]int)
	found := h.read(s.name(), lines[best], index, places)
	for _, near := range []int{best + 1, best - 1} {
		if len(places) == len(index) || near < 0 || near >= len(lines) {
			continue
		}
		before := len(places)
		found = append(found, h.read(s.name(), lines[near], index, places)...)
		if len(places) > before {
			h.row = max(h.row, lines[near].number)
		}
	}
	for _, w := range wanted {
		if i, ok := places[headingKey(w)]; ok {
			h.columns[w] = i
		}
	}
	return h, found
}

// read takes the wanted headings of a line. One that is there twice is a
// finding: which of the columns is meant nobody can know.
func (h *heading) read(file string, l line, index map[string]bool, places map[string]int) (found diag.List) {
	for i, c := range l.cells {
		key := headingKey(c.text)
		if !index[key] {
			continue
		}
		if first, twice := places[key]; twice {
			found.Add(&diag.Diagnostic{
				Pos: diag.Pos{File: file, Line: l.number, Column: i + 1}, Rule: RuleHeading, Found: c.text,
				Message: fmt.Sprintf("tiêu đề cột %q có hai lần, hoặc gộp qua nhiều cột (cột %s và %s)", c.text, columnName(first), columnName(i)),
				Fix:     "đặt cho mỗi cột một tên riêng",
			})
			continue
		}
		places[key] = i
	}
	return found
}

// headingKey is what makes two headings the same: letters whatever their case
// and form, single spaces.
func headingKey(s string) string { return strings.ToLower(tidy(s)) }

// columnName gives the letters of a column, from 0: A, B ... Z, AA.
func columnName(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}

// readHead gives the first lines of a source, hidden and empty ones too.
func readHead(s source, n int) ([]line, error) {
	var lines []line
	err := s.rows(context.Background(), func(l line) error {
		if l.number > n {
			return errStop
		}
		lines = append(lines, l)
		return nil
	})
	if err != nil && !errors.Is(err, errStop) && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return lines, nil
}
