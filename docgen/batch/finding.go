package batch

import (
	"encoding/csv"
	"io"
	"strconv"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/internal/csvtext"
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

	once string // told once for all that have the same; empty: each time
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

// newErrorTable writes the headings.
func newErrorTable(w io.Writer) (*errorTable, error) {
	c, err := csvtext.NewWriter(w)
	if err != nil {
		return nil, err
	}
	t := &errorTable{w: c}
	return t, t.w.Write([]string{"Tệp", "Trang tính", "Dòng", "Ô", "Cột", "Giá trị", "Mức", "Quy tắc", "Sai gì", "Sửa thế nào"})
}

func (t *errorTable) add(f Finding) error {
	t.n++
	place, number := "", ""
	if f.Row > 0 {
		number = strconv.Itoa(f.Row)
		if f.Column != "" {
			place = sheet.Place("", f.Pos.Column-1, f.Row)
		}
	}
	return t.w.Write([]string{
		f.Pos.File, f.Sheet, number, place, csvtext.Inert(f.Column), csvtext.Inert(f.Value),
		f.Level.Term(), f.Rule, csvtext.Inert(f.Message), f.Fix,
	})
}

func (t *errorTable) close() error {
	t.w.Flush()
	return t.w.Error()
}
