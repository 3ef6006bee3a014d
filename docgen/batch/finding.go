package batch

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
)

// Finding is a finding about a row of the list. Its Pos is the cell: the file,
// the number of the row as the file counts, the number of the column. A finding
// without Row is about the job or the list as a whole.
type Finding struct {
	*diag.Diagnostic
	Sheet  string // worksheet; empty: none, or the only one
	Row    int
	Column string // heading of the column; empty: the row as a whole
	Value  string // what the cell shows

	document bool // about the document, whatever the row: told once
}

// same reports whether two findings say the same about the same cell.
func (f Finding) same(g Finding) bool {
	return f.Pos == g.Pos && f.Rule == g.Rule && f.Message == g.Message
}

// errorTable writes errors.csv: one finding a line, for a spreadsheet.
type errorTable struct {
	w *csv.Writer
	n int
}

// newErrorTable writes the headings, behind the byte order mark that
// spreadsheets need to see UTF-8.
func newErrorTable(w io.Writer) (*errorTable, error) {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return nil, err
	}
	t := &errorTable{w: csv.NewWriter(w)}
	t.w.UseCRLF = true
	return t, t.w.Write([]string{"Tệp", "Trang tính", "Dòng", "Ô", "Cột", "Giá trị", "Mức", "Quy tắc", "Sai gì", "Sửa thế nào"})
}

func (t *errorTable) add(f Finding) error {
	t.n++
	place, number := "", ""
	if f.Row > 0 {
		number = strconv.Itoa(f.Row)
		if f.Column != "" {
			place = columnName(f.Pos.Column-1) + number
		}
	}
	return t.w.Write([]string{
		f.Pos.File, f.Sheet, number, place, inert(f.Column), inert(f.Value),
		f.Level.Term(), f.Rule, inert(f.Message), f.Fix,
	})
}

func (t *errorTable) close() error {
	t.w.Flush()
	return t.w.Error()
}

// inert keeps a spreadsheet from running text that came out of a cell as a
// formula.
func inert(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
