package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// item is one document to make: of a row, of a group of rows, or over all groups.
type item struct {
	ordinal int // among the documents of the whole list, from 0
	row     int // number of its first row in the list
	group   *group
	master  *master // nil: a file of a folder
	summary bool
	mine    bool // to be made by this run
	again   bool // in the manifest already, without files
	foreign bool // it would replace a file that no run has written

	key    string
	number string // of the document; empty: blank
	name   string // of its files, without ending
	found  []Finding
}

func (i *item) bad() bool { return hasErrors(i.found) }

// items emits every document of the list in order. A list of single documents
// streams; groups need all of it, and are emitted in the order of their first rows.
func (m *mapper) items(ctx context.Context, src source, h *heading, emit func(*item) error) error {
	ordinal := 0
	if m.job.GroupBy == "" {
		return m.lines(ctx, src, h, func(l line) error {
			ordinal++
			r := &row{line: l}
			return emit(&item{ordinal: ordinal - 1, row: l.number, group: &group{rows: []*row{r}}, master: m.job.document})
		})
	}
	var order []string
	groups := make(map[string][]*row)
	err := m.lines(ctx, src, h, func(l line) error {
		key := l.cell(m.places[m.job.GroupBy]).text
		if groups[key] == nil {
			order = append(order, key)
		}
		r := &row{line: l}
		m.read(r) // here, since the summary reads it too
		groups[key] = append(groups[key], r)
		return nil
	})
	if err != nil {
		return err
	}
	all := &group{}
	for _, key := range order {
		rows := groups[key]
		all.inner = append(all.inner, &group{rows: rows})
		all.rows = append(all.rows, rows...)
		if err := emit(&item{ordinal: ordinal, row: rows[0].line.number, group: &group{rows: rows}, master: m.job.document}); err != nil {
			return err
		}
		ordinal++
	}
	if m.job.summary == nil || len(all.rows) == 0 {
		return nil
	}
	return emit(&item{ordinal: ordinal, row: all.rows[0].line.number, group: all, master: m.job.summary, summary: true})
}

// lines gives the lines below the heading that the filter takes.
func (m *mapper) lines(ctx context.Context, src source, h *heading, f func(line) error) error {
	return src.rows(ctx, func(l line) error {
		if l.number <= h.row || !m.chosen(l) {
			return nil
		}
		return f(l)
	})
}

// identify reads the rows of an item and gives it its key, number and name.
func (m *mapper) identify(i *item) {
	for _, r := range i.group.rows {
		if r.values == nil {
			m.read(r)
		}
		if !i.summary {
			i.found = append(i.found, r.found...)
		}
	}
	i.group.join(i.summary)
	i.setKey(m)
	if !i.summary {
		i.setNumber(m)
		i.group.values["number"] = i.number
	}
	if i.summary && slices.ContainsFunc(i.group.rows, func(r *row) bool { return hasErrors(r.found) }) {
		m.findItem(i, "", &diag.Diagnostic{Rule: RuleGroup, Message: "không lập được văn bản tổng hợp khi có dòng lỗi", Fix: "sửa các dòng lỗi"})
		return
	}
	i.setName(m)
}

// join puts the records of the rows together.
func (g *group) join(summary bool) {
	for _, inner := range g.inner {
		inner.join(false)
	}
	joined := newGroup(g.rows)
	g.values = joined.values
	if !summary {
		return
	}
	records := make([]values, len(g.inner))
	for i, inner := range g.inner {
		records[i] = inner.values
	}
	g.values["groups"] = records
}

// setKey joins the key columns. Without any, the key is the number of the row,
// or the value that makes the group.
func (i *item) setKey(m *mapper) {
	switch {
	case i.summary:
		i.key = m.job.Summary.Name
	case len(m.job.Key) == 0 && m.job.GroupBy != "":
		i.key = fmt.Sprint(i.group.values[m.job.GroupBy])
	case len(m.job.Key) == 0:
		i.key = strconv.Itoa(i.row)
	default:
		parts := make([]string, len(m.job.Key))
		for k, name := range m.job.Key {
			parts[k] = fmt.Sprint(i.group.values[name])
		}
		i.key = strings.Join(parts, " | ")
	}
}

// setNumber gives the document its number.
func (i *item) setNumber(m *mapper) {
	switch n := m.job.Numbers; n.From {
	case ColumnNumber:
		v, agreed := i.group.values[n.Column]
		if !agreed {
			m.findItem(i, n.Column, &diag.Diagnostic{Rule: RuleGroup, Message: "các dòng của nhóm có số khác nhau", Fix: "ghi một số cho cả nhóm"})
			return
		}
		i.number = fmt.Sprint(v)
		if v, ok := v.(Number); ok { // a document number has no stop between thousands
			i.number = vi.PaperNumber(strconv.Itoa(int(v.Units)))
			if v.Places > 0 || v.Units < 1 {
				m.findItem(i, n.Column, &diag.Diagnostic{Rule: RuleNumber, Message: "số văn bản phải là số nguyên từ 1", Fix: "sửa số"})
			}
		}
	case RangeNumber:
		v := n.First + i.ordinal
		if v > n.Last {
			m.findItem(i, "", &diag.Diagnostic{Rule: RuleNumber, Message: fmt.Sprintf("hết dải số từ %d đến %d", n.First, n.Last), Fix: "giữ thêm số, hoặc bớt dòng"})
			return
		}
		i.number = vi.PaperNumber(strconv.Itoa(v))
	}
}

// setName gives the document's files their name.
func (i *item) setName(m *mapper) {
	if i.bad() {
		return
	}
	s, err := m.job.summaryName(), error(nil)
	if !i.summary {
		s, err = m.names.text(i.group.values)
	}
	if err == nil {
		s, err = cleanName(s)
	}
	if err == nil && len(s)+len(".docx") > m.room {
		err = &errCell{fmt.Sprintf("đường dẫn của tệp dài hơn %d byte, không chương trình nào mở được", maxPath), "bỏ bớt cột khỏi \"names\", hoặc ghi vào thư mục gần gốc hơn"}
	}
	if err == nil {
		i.name = s
		return
	}
	d := &diag.Diagnostic{Rule: RuleName, Message: "mẫu tên tệp không tính được: " + mistake(err), Err: err}
	var bad *errCell
	if errors.As(err, &bad) {
		d.Message, d.Fix = bad.wrong, bad.fix
	}
	column := ""
	if len(m.names.all) > 0 && !i.summary {
		column = m.names.all[0]
	}
	m.findItem(i, column, d)
}

func (j *Job) summaryName() string {
	if j.Summary == nil {
		return ""
	}
	return j.Summary.Name
}

// findItem adds a finding about a column in the item's first row.
func (m *mapper) findItem(i *item, column string, d *diag.Diagnostic) {
	r := &row{line: i.group.rows[0].line}
	m.find(r, column, d)
	i.found = append(i.found, r.found...)
}

// paper is the document of an item, decoded.
type paper struct {
	file   *plan.File
	filled *filled // nil: a file of a folder
}

// paper decodes the item's document and adds what is wrong with it to the item.
func (m *mapper) paper(i *item, src source, o *plan.Options) (*paper, error) {
	if i.master == nil {
		name := src.(*folder).file(i.row)
		text, err := fs.ReadFile(m.job.fsys, name)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrList, err)
		}
		f, found := o.Parse(name, text)
		p := &paper{file: f}
		m.blame(i, p, found)
		return p, nil
	}
	p := &paper{filled: i.master.fill(i.group)}
	root := p.filled.root
	if i.number != "" {
		line := p.filled.add(origin{row: i.group.rows[0], columns: m.numberColumn()})
		root = root.WithValue("number", record.NewText(i.number, line, 1))
	}
	var found diag.List
	p.file, found = o.ParseNode(i.master.file, root)
	m.blame(i, p, append(p.filled.found, found...))
	return p, nil
}

func (m *mapper) numberColumn() []string {
	if m.job.Numbers.From != ColumnNumber {
		return nil
	}
	return []string{m.job.Numbers.Column}
}

// blame adds findings about a document to its item, each with the cell that the
// text came from. A finding that no cell is to blame for keeps its place in the
// document.
func (m *mapper) blame(i *item, p *paper, found diag.List) {
	for _, d := range found {
		var o *origin
		if p.filled != nil {
			o = p.filled.origin(d.Pos)
		}
		if o == nil {
			i.found = append(i.found, Finding{Diagnostic: d, Row: i.row, document: true})
			continue
		}
		r := &row{line: i.group.rows[0].line}
		if o.row != nil {
			r.line = o.row.line
		}
		told := *d
		m.find(r, m.culprit(o, r.line, d.Found), &told)
		if !slices.ContainsFunc(i.found, r.found[0].same) {
			i.found = append(i.found, r.found...)
		}
	}
}

// culprit gives the column that a finding about a text is about: the one that
// holds what was found, otherwise the first that the text refers to.
func (m *mapper) culprit(o *origin, l line, found string) string {
	first := ""
	for _, name := range o.columns {
		place, ok := m.places[name]
		if !ok {
			continue
		}
		if found != "" && strings.Contains(l.cell(place).text, found) {
			return name
		}
		if first == "" {
			first = name
		}
	}
	return first
}
