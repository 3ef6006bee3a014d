package batch

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
)

// row is one chosen row of the list.
type row struct {
	line   line
	values values
	found  []Finding
}

// mapper turns lines into rows: it knows where the job's columns stand in this list.
type mapper struct {
	job     *Job
	file    string
	sheet   string
	old     bool           // days count from 1904
	places  map[string]int // name of a column to its place
	heading map[string]string
	names   *expr
	room    int // the longest path of a file in the folder, in bytes
}

// newMapper finds the job's columns in the list.
func newMapper(j *Job, src source) (*mapper, *heading, diag.List) {
	m := &mapper{job: j, file: src.name(), sheet: j.List.Sheet, old: src.epoch1904(), places: make(map[string]int), heading: make(map[string]string)}
	wanted := make([]string, len(j.Columns))
	for i, c := range j.Columns {
		wanted[i] = c.Heading
	}
	h, found := src.heading(wanted)
	if found != nil {
		return nil, nil, found
	}
	for _, c := range j.Columns {
		place, ok := h.columns[c.Heading]
		if !ok {
			found.Add(&diag.Diagnostic{
				Pos: diag.Pos{File: m.file, Line: h.row, Column: 1}, Rule: RuleHeading, Found: c.Heading,
				Message: fmt.Sprintf("danh sách không có cột %q", c.Heading), Fix: "sửa tên cột trong danh sách, hoặc \"heading\" trong tác vụ",
			})
			continue
		}
		m.places[c.Name], m.heading[c.Name] = place, c.Heading
	}
	var err error
	if m.names, err = newExpr(j.Names, j.known(), namePart); err != nil {
		found.Add(&diag.Diagnostic{Pos: diag.Pos{File: j.file, Path: "names"}, Rule: RuleReference, Message: "mẫu tên tệp viết sai: " + mistake(err), Err: err})
	}
	return m, h, found
}

// chosen reports whether the filter takes a line. It looks at what a person
// sees, before any cell is checked: that is how lines of totals and headings
// inside a list are left out.
func (m *mapper) chosen(l line) bool {
	for _, f := range m.job.Filter {
		text := l.cell(m.places[f.Column]).text
		switch {
		case f.Filled && text == "",
			len(f.Is) > 0 && !slices.Contains(f.Is, text),
			slices.Contains(f.Not, text):
			return false
		}
	}
	return true
}

// read fills in the row's values and finds what is wrong with its cells. The
// values are there even when some are bad: a bad one is "".
func (m *mapper) read(r *row) {
	if r.line.hidden && m.job.List.Hidden == "" {
		m.find(r, "", &diag.Diagnostic{Rule: RuleHidden, Message: "dòng bị ẩn", Fix: "hiện dòng này, hoặc ghi \"hidden: take\" hay \"hidden: skip\" trong \"list\""})
	}
	r.values = make(values, len(m.job.Columns)+2)
	for i := range m.job.Columns {
		c := &m.job.Columns[i]
		v, d := m.value(c, r.line.cell(m.places[c.Name]))
		r.values[c.Name] = v
		if d != nil {
			m.find(r, c.Name, d)
		}
	}
	r.values["row"] = r.line.number
}

// value reads one cell.
func (m *mapper) value(c *Column, from cell) (value, *diag.Diagnostic) {
	v, err := c.Type.read(from, m.old)
	var bad *errCell
	switch {
	case errors.As(err, &bad):
		return "", &diag.Diagnostic{Rule: RuleCell, Message: bad.wrong, Fix: bad.fix}
	case err != nil:
		return "", &diag.Diagnostic{Rule: RuleCell, Message: err.Error()}
	case v == "" && !c.Optional:
		return "", &diag.Diagnostic{Rule: RuleMissing, Message: "ô để trống", Fix: "điền ô này, hoặc ghi \"optional: true\" cho cột"}
	case v != "" && len(c.Values) > 0 && !slices.Contains(c.Values, from.text):
		return "", &diag.Diagnostic{Rule: RuleValue, Message: fmt.Sprintf("%q không thuộc các giá trị được phép", from.text), Expected: strings.Join(c.Values, ", "), Fix: "dùng một trong: " + strings.Join(c.Values, ", ")}
	}
	return v, nil
}

// find adds a finding about a column of the row; no column: about the row.
func (m *mapper) find(r *row, column string, d *diag.Diagnostic) {
	f := Finding{Diagnostic: d, Sheet: m.sheet, Row: r.line.number}
	d.Pos = diag.Pos{File: m.file, Line: r.line.number, Column: 1}
	if place, ok := m.places[column]; ok {
		f.Column = m.heading[column]
		f.Value = r.line.cell(place).text
		d.Pos.Column = place + 1
		d.Pos.Path, d.Found = f.Column, f.Value
		shown := ""
		if f.Value != "" {
			shown = " ghi " + quoteShort(f.Value)
		}
		d.Message = fmt.Sprintf("cột %q%s: %s", f.Column, shown, d.Message)
	}
	r.found = append(r.found, f)
}

// quoteShort quotes a value, shortened for a message.
func quoteShort(s string) string {
	const longest = 60
	if r := []rune(s); len(r) > longest {
		s = string(r[:longest]) + "..."
	}
	return strconv.Quote(s)
}

// hasErrors reports whether some finding is an error.
func hasErrors(found []Finding) bool {
	return slices.ContainsFunc(found, func(f Finding) bool { return f.Level == diag.Error })
}
