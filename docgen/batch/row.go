package batch

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// row is one chosen row of the list.
type row struct {
	line   *sheet.Row
	values values
	found  []Finding
}

// mapper turns rows of the list into rows of the job: it knows where the job's columns stand.
type mapper struct {
	job     *Job
	file    string
	list    *sheet.List    // nil: a folder
	places  map[string]int // name of a column to its place
	heading map[string]string
	spoilt  map[string]string // name of a column to the fault that all of it has
	names   *expr
	births  []string   // columns of days and years of birth
	printed []string   // columns that the papers show
	marks   []itemMark // of a shard: its items, once the survey knows them
	room    int        // the longest path of a file in the folder, in bytes
}

// newMapper finds the job's columns in the list.
func newMapper(j *Job, src source) (*mapper, diag.List) {
	m := &mapper{job: j, file: j.List.Folder, places: make(map[string]int), heading: make(map[string]string),
		spoilt: make(map[string]string)}
	var found diag.List
	list, ok := src.(*sheet.List)
	if ok {
		m.file, m.list = list.File, list
		found = m.findColumns()
	} else {
		m.places[fileColumn], m.heading[fileColumn] = 0, fileColumn
	}
	for _, c := range j.Columns {
		if birthHeading.MatchString(vi.Fold(c.Heading)) {
			m.births = append(m.births, c.Name)
		}
		if j.prints(&c) {
			m.printed = append(m.printed, c.Name)
		}
	}
	var err error
	if m.names, err = newExpr(j.Names, j.known(), namePart); err != nil {
		found.Add(&diag.Diagnostic{Pos: j.pos("names"), Rule: ruleReference,
			Message: "mẫu tên tệp viết sai: " + mistake(err), Err: err})
	}
	return m, found
}

// findColumns finds the columns by their headings. One that is there twice is a finding:
// which of them is meant nobody can know.
func (m *mapper) findColumns() (found diag.List) {
	h := &m.list.Heading
	var all []string
	for i := range h.Columns {
		all = append(all, h.Columns[i].Text())
	}
	for i := range m.job.Columns {
		c := &m.job.Columns[i]
		heads := h.Find(c.Heading)
		at := diag.Pos{File: m.file, Line: h.First, Column: 1}
		switch len(heads) {
		case 0:
			found.Add(&diag.Diagnostic{
				Pos: at, Rule: sheet.RuleHeading, Found: c.Heading,
				Message: fmt.Sprintf("danh sách không có cột %q; các cột có: %s", c.Heading, strings.Join(all, ", ")),
				Fix:     "sửa tên cột trong danh sách, hoặc \"heading\" trong tác vụ",
			})
			continue
		case 1:
		default:
			first, second := heads[0], heads[1]
			at.Line, at.Column = second.Row, second.Column+1
			found.Add(&diag.Diagnostic{
				Pos: at, Rule: sheet.RuleHeading, Found: c.Heading, Fix: "đặt cho mỗi cột một tên riêng",
				Message: fmt.Sprintf("tiêu đề cột %q có hai lần, hoặc gộp qua nhiều cột (%s và %s)", c.Heading,
					sheet.Place(m.list.Sheet, first.Column, first.Row), sheet.Place(m.list.Sheet, second.Column, second.Row)),
			})
			continue
		}
		m.places[c.Name], m.heading[c.Name] = heads[0].Column, c.Heading
		if d := m.list.HiddenColumn(heads[0]); d != nil {
			found.Add(d)
		}
		if d := m.list.Headless(heads[0]); d != nil {
			found.Add(d)
		}
		if c.Type == string(sheet.MoneyType) {
			if d := m.list.InThousands(heads[0]); d != nil {
				found.Add(d)
			}
		}
		if fault := m.list.Spoilt(heads[0].Column, sheet.Type(c.Type)); fault != "" {
			m.spoilt[c.Name] = fault
		}
	}
	return found
}

// chosen reports whether the filter takes a line. It looks at what a person
// sees, before any cell is checked: that is how lines of totals and headings
// inside a list are left out. Capitals, blanks and a stop at the end make no other value.
func (m *mapper) chosen(l *sheet.Row) bool {
	for _, f := range m.job.Filter {
		text := l.Cell(m.places[f.Column]).Text
		switch {
		case f.Filled && text == "",
			len(f.Is) > 0 && !says(f.Is, text),
			says(f.Not, text):
			return false
		}
	}
	return true
}

// says reports whether a text is one of the values of a filter.
func says(values []string, text string) bool {
	if len(values) == 0 || slices.Contains(values, text) {
		return len(values) > 0
	}
	bare := func(s string) string { return strings.TrimRight(sheet.Key(s), " .,;") }
	key := bare(text)
	return slices.ContainsFunc(values, func(v string) bool { return bare(v) == key })
}

// read fills in the row's values and finds what is wrong with its cells. The
// values are there even when some are bad: a bad one is "".
func (m *mapper) read(r *row) {
	if m.list != nil {
		if d := m.list.HiddenRow(r.line); d != nil {
			m.find(r, "", d)
		}
	}
	r.values = make(values, len(m.job.Columns)+2)
	empty := true
	for i := range m.job.Columns {
		c := &m.job.Columns[i]
		v, d := m.value(c, r.line.Cell(m.places[c.Name]))
		if m.list != nil {
			if bad := m.list.Displaced(r.line, m.places[c.Name]); bad != nil {
				d = &diag.Diagnostic{Rule: sheet.RuleCell, Message: bad.Text, Fix: bad.Fix}
			}
		}
		r.values[c.Name] = v
		empty = empty && d == nil && v == ""
		if d != nil {
			m.find(r, c.Name, d)
		} else if d := m.untyped(c, r.line.Cell(m.places[c.Name])); d != nil {
			m.find(r, c.Name, d)
			r.found[len(r.found)-1].once = c.Name + "\x00" + d.Fix
		}
	}
	if empty { // a second line of headings, a remark
		m.find(r, "", &diag.Diagnostic{Rule: ruleMissing, Message: "mọi cột được dùng đều trống",
			Fix: "điền dòng này, xóa nó, hoặc loại bằng \"filter\""})
	}
	r.values["row"] = r.line.Number
}

// untyped warns of a number or a day that goes into the paper as its cell shows it, and not as
// papers write it, since nobody stated the type of the column; and of a year of birth that is stated
// to be a number. A key is no text of the paper, and a field of a template has its own reading.
func (m *mapper) untyped(c *column, from sheet.Cell) *diag.Diagnostic {
	if !c.untyped && sheet.Type(c.Type) != sheet.NumberType || !slices.Contains(m.printed, c.Name) {
		return nil
	}
	if sheet.Type(c.Type) == sheet.NumberType && slices.Contains(m.births, c.Name) && sheet.IsYear(from) {
		return &diag.Diagnostic{Level: diag.Warning, Rule: sheet.RuleCell, Fix: `ghi "type: text" cho cột`,
			Message: `cột ghi "type: number" nên năm vào văn bản có dấu chấm, như 1.985; các ô dưới không nêu lại`}
	}
	if !c.untyped || m.job.template != nil || slices.Contains(m.job.Key, c.Name) {
		return nil
	}
	fix := ""
	switch sheet.Type(c.Type).Plainly(from) {
	case sheet.DateType:
		fix = `ghi "type: date" cho cột để có ngày/tháng/năm; đúng là muốn như ô hiện thì ghi "type: text"`
	case sheet.NumberType:
		fix = `số tiền thì ghi "type: money" cho cột, số khác thì "type: number", để có dấu chấm; mã, năm thì ghi "type: text"`
	default:
		return nil
	}
	return &diag.Diagnostic{Level: diag.Warning, Rule: sheet.RuleCell, Fix: fix,
		Message: `cột không ghi "type" (kiểu dữ liệu) nên vào văn bản đúng như ô hiện; các ô dưới không nêu lại`}
}

// value reads one cell. The cause of what a cell should not be is a *sheet.Wrong.
func (m *mapper) value(c *column, from sheet.Cell) (sheet.Value, *diag.Diagnostic) {
	v, err := sheet.Type(c.Type).Read(from, m.list != nil && m.list.Old)
	switch {
	case err != nil:
		var bad *sheet.Wrong
		if errors.As(err, &bad) {
			return "", &diag.Diagnostic{Rule: sheet.RuleCell, Message: bad.Text, Fix: bad.Fix, Err: bad}
		}
		return "", &diag.Diagnostic{Rule: sheet.RuleCell, Message: err.Error()}
	case v == "" && !c.Optional:
		return "", &diag.Diagnostic{Rule: ruleMissing, Message: "ô để trống", Fix: "điền ô này, hoặc ghi \"optional: true\" cho cột"}
	case v != "" && len(c.Values) > 0 && !slices.Contains(c.Values, from.Text):
		return "", &diag.Diagnostic{Rule: ruleValue, Message: fmt.Sprintf("%q không thuộc các giá trị được phép", from.Text),
			Expected: strings.Join(c.Values, ", "), Fix: "dùng một trong: " + strings.Join(c.Values, ", ")}
	}
	return v, nil
}

// find adds a finding about a column of the row.
func (m *mapper) find(r *row, column string, d *diag.Diagnostic) {
	r.found = append(r.found, m.finding(r.line, column, d))
}

// finding is one about a column of a line; no column: about the line. A fault that all of a column
// has is told once, at its first cell.
func (m *mapper) finding(l *sheet.Row, column string, d *diag.Diagnostic) Finding {
	f := Finding{Diagnostic: d, Row: l.Number}
	if m.list != nil {
		f.Sheet = m.list.Sheet
	}
	d.Pos = diag.Pos{File: m.file, Line: l.Number, Column: 1, Cell: sheet.RowPlace(f.Sheet, l.Number)}
	if place, ok := m.places[column]; ok {
		f.Column, f.Value = m.heading[column], l.Cell(place).Text
		d.Pos.Column, d.Pos.Path, d.Found = place+1, f.Column, f.Value
		d.Pos.Cell = sheet.Place(f.Sheet, place, l.Number)
		d.Message = sheet.AtCell(f.Sheet, place, l.Number, f.Column, f.Value, d.Message)
		var bad *sheet.Wrong
		if fault := m.spoilt[column]; fault != "" && errors.As(d.Err, &bad) && bad.Class == fault {
			f.once = column + "\x00" + fault
			d.Message += "; cả cột như vậy, các ô dưới không nêu lại"
		}
	}
	return f
}

// hasErrors reports whether some finding is an error.
func hasErrors(found []Finding) bool {
	return slices.ContainsFunc(found, func(f Finding) bool { return f.Level == diag.Error })
}
