package batch

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// item is one document to make: of a row, of a group of rows, or over all groups. A row
// that is no record is one too, which only has its finding.
type item struct {
	ordinal int // among all of the list, from 0
	serial  int // among the documents of the list, from 0: rows that are no records take no number
	row     int // number of its first row in the list
	group   *group
	own     group // of a single row, which is only
	only    [1]*row
	master  *master // nil: a file of a folder
	odd     *sheet.Odd
	summary bool
	mine    bool   // to be made by this run
	again   bool   // in the manifest already, without files, or with some that are lost
	lost    *entry // what the manifest says of files that are lost; else nil
	barred  bool   // it would replace a file that must not be lost

	key    string
	number string // of the document; empty: blank
	name   string // of its files, without ending
	found  []Finding
}

func (i *item) bad() bool { return hasErrors(i.found) }

// mark returns what is kept of an item so that it can be read again alone.
func (i *item) mark() itemMark {
	return itemMark{i.group.rows[0].line.Mark(), i.odd, i.ordinal, i.serial}
}

// itemMark is the place of an item in the list.
type itemMark struct {
	row             sheet.Mark
	odd             *sheet.Odd
	ordinal, serial int
}

// items emits every document of the list in order, or those that are marked. Single
// documents in the list's own order stream; otherwise all rows are needed first.
func (m *mapper) items(ctx context.Context, src source, emit func(*item) error) error {
	ordinal, serial := 0, 0
	next := func(i *item) error {
		i.ordinal, i.serial = ordinal, serial
		if ordinal++; i.odd == nil {
			serial++
		}
		return emit(i)
	}
	switch {
	case m.marks != nil:
		return m.marked(ctx, emit)
	case m.job.GroupBy == "" && len(m.job.Sort) == 0:
		return m.lines(ctx, src, func(l *sheet.Row) error { return next(m.single(&row{line: l})) })
	}
	rows, odd, err := m.all(ctx, src)
	if err != nil {
		return err
	}
	documents, summary := m.documents(rows)
	for _, r := range odd {
		documents = append(documents, m.single(r))
	}
	if len(m.job.Sort) == 0 {
		slices.SortFunc(documents, func(a, b *item) int { return a.row - b.row })
	}
	if summary != nil {
		summary.group.incomplete = len(odd) > 0
		documents = append(documents, summary)
	}
	for _, i := range documents {
		if err := next(i); err != nil {
			return err
		}
	}
	return nil
}

// broken gives the findings for a list that breaks off, nil for another error.
func (m *mapper) broken(err error) diag.List {
	var many *manyRowsError
	if errors.As(err, &many) {
		return diag.List{{
			Pos: diag.Pos{File: m.file, Line: many.row, Column: 1}, Rule: sheet.RuleList, Message: many.Error(),
			Fix: "chia danh sách, hoặc bỏ \"sort\" (thứ tự) và \"group_by\" (gộp dòng): không có hai khóa này thì danh sách dài bao " +
				"nhiêu cũng được",
		}}
	}
	if m.list == nil {
		return nil
	}
	return m.list.Broken(err)
}

// single is the document of one row.
func (m *mapper) single(r *row) *item {
	i := &item{row: r.line.Number, master: m.job.document, odd: r.line.Odd}
	i.only[0] = r
	i.own.rows = i.only[:]
	i.group = &i.own
	return i
}

// marked emits the items that a survey has marked.
func (m *mapper) marked(ctx context.Context, emit func(*item) error) error {
	places := make([]sheet.Mark, len(m.marks))
	for n := range m.marks {
		places[n] = m.marks[n].row
	}
	n := 0
	return m.list.RecordsAt(ctx, places, func(l *sheet.Row) error {
		mark := &m.marks[n]
		n++
		l.Odd = mark.odd
		i := m.single(&row{line: l})
		i.ordinal, i.serial = mark.ordinal, mark.serial
		return emit(i)
	})
}

// all returns all rows with their values, in the order of the job, and those that are no records.
func (m *mapper) all(ctx context.Context, src source) (rows, odd []*row, err error) {
	var kept held
	err = m.lines(ctx, src, func(l *sheet.Row) error {
		if err := kept.add(l); err != nil {
			return err
		}
		r := &row{line: l}
		if l.Odd != nil {
			odd = append(odd, r)
			return nil
		}
		m.read(r)
		rows = append(rows, r)
		return nil
	})
	m.sort(rows)
	return rows, odd, err
}

// documents returns the documents of all rows, in order, and the one over all groups.
func (m *mapper) documents(rows []*row) (items []*item, summary *item) {
	if m.job.GroupBy == "" {
		for _, r := range rows {
			items = append(items, m.single(r))
		}
		return items, nil
	}
	groups := make(map[string]*group)
	all := &group{rows: rows}
	for _, r := range rows {
		name := r.line.Cell(m.places[m.job.GroupBy]).Text
		g := groups[vi.FoldName(name)]
		if g == nil {
			g = &group{}
			groups[vi.FoldName(name)] = g
			all.inner = append(all.inner, g)
		} else if first := g.rows[0]; first.line.Cell(m.places[m.job.GroupBy]).Text != name {
			r.values[m.job.GroupBy] = first.values[m.job.GroupBy] // one fault is enough
			m.find(r, m.job.GroupBy, &diag.Diagnostic{
				Rule: ruleGroup, Message: fmt.Sprintf("viết khác dòng %d của cùng nhóm", first.line.Number),
				Fix: "viết tên nhóm giống nhau ở mọi dòng",
			})
		}
		g.rows = append(g.rows, r)
	}
	for _, g := range all.inner {
		items = append(items, &item{row: g.rows[0].line.Number, group: &group{rows: g.rows}, master: m.job.document})
	}
	if m.job.summary == nil || len(rows) == 0 {
		return items, nil
	}
	return items, &item{row: rows[0].line.Number, group: all, master: m.job.summary, summary: true}
}

// lines gives the rows below the heading that the filter takes. One whose cells do not stand
// below their headings cannot be asked, and is not left out.
func (m *mapper) lines(ctx context.Context, src source, f func(*sheet.Row) error) error {
	return src.Records(ctx, func(l *sheet.Row) error {
		if torn := l.Odd != nil && l.Odd.Torn; !torn && !m.chosen(l) {
			return nil
		}
		return f(l)
	})
}

// identify reads the rows of an item and gives it its key, number and name.
func (m *mapper) identify(i *item) {
	if i.odd != nil {
		i.key = strconv.Itoa(i.row)
		fix := i.odd.Fix
		if !i.odd.Torn {
			fix += ", hoặc loại bằng \"filter\""
		}
		m.findItem(i, "", m.list.AtRow(i.group.rows[0].line, &diag.Diagnostic{
			Rule: sheet.RuleRow, Message: i.odd.Text, Fix: fix,
		}))
		return
	}
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
	if i.summary && (i.group.incomplete || slices.ContainsFunc(i.group.rows, func(r *row) bool { return hasErrors(r.found) })) {
		m.findItem(i, "", &diag.Diagnostic{Rule: ruleGroup, Message: "không lập được văn bản tổng hợp khi có dòng lỗi",
			Fix: "sửa các dòng lỗi"})
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
		i.key = sheet.Plain(i.group.values[m.job.GroupBy])
	case len(m.job.Key) == 0:
		i.key = strconv.Itoa(i.row)
	default:
		parts := make([]string, len(m.job.Key))
		for k, name := range m.job.Key {
			parts[k] = sheet.Plain(i.group.values[name])
		}
		i.key = strings.Join(parts, " | ")
	}
}

// setNumber gives the document its number.
func (i *item) setNumber(m *mapper) {
	switch n := m.job.Numbers; n.From {
	case columnNumber:
		v, agreed := i.group.values[n.Column]
		if !agreed {
			m.findItem(i, n.Column, &diag.Diagnostic{Rule: ruleGroup, Message: "các dòng của nhóm có số khác nhau",
				Fix: "ghi một số cho cả nhóm"})
			return
		}
		i.number = sheet.Plain(v)
		if v, ok := v.(sheet.Decimal); ok { // a document number has no stop between thousands
			i.number = vi.PaperNumber(strconv.FormatInt(v.Units, 10))
			if v.Places > 0 || v.Units < 1 {
				m.findItem(i, n.Column, &diag.Diagnostic{Rule: ruleNumber, Message: "số văn bản phải là số nguyên từ 1", Fix: "sửa số"})
			}
		}
	case rangeNumber:
		v := n.First + i.serial
		if v > n.Last {
			m.findItem(i, "", &diag.Diagnostic{Rule: ruleNumber, Message: fmt.Sprintf("hết dải số từ %d đến %d", n.First, n.Last),
				Fix: "giữ thêm số, hoặc bớt dòng"})
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
		err = &sheet.Wrong{Text: fmt.Sprintf("đường dẫn của tệp dài hơn %d byte, không chương trình nào mở được", maxPath),
			Fix: "bỏ bớt cột khỏi \"names\", hoặc ghi vào thư mục gần gốc hơn"}
	}
	if err == nil {
		i.name = s
		return
	}
	d := &diag.Diagnostic{Rule: ruleName, Message: "mẫu tên tệp không tính được: " + mistake(err), Err: err}
	var bad *sheet.Wrong
	if errors.As(err, &bad) {
		d.Message, d.Fix = bad.Text, bad.Fix
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
	i.found = append(i.found, m.finding(i.group.rows[0].line, column, d))
}

// paper is the document of an item, decoded.
type paper struct {
	file   *plan.File
	filled *filled // nil: a file of a folder
}

// paper decodes the item's document and adds what is wrong with it to the item.
func (m *mapper) paper(i *item, src source, o *Options) (*paper, error) {
	if i.master == nil {
		name := src.(*folder).file(i.row)
		text, err := fs.ReadFile(m.job.fsys, name)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrList, err)
		}
		f, found := o.Reading.Parse(name, text)
		p := &paper{file: f}
		m.blame(i, p, found)
		return p, nil
	}
	p := &paper{filled: i.master.fill(i.group)}
	root := p.filled.root
	if i.number != "" && !o.Renderer.Kind(root.Value("kind").Text()).Shape.NoNumber {
		line := p.filled.add(origin{row: i.group.rows[0], columns: m.numberColumn()})
		root = root.WithValue("number", record.NewText(i.number, line, 1))
	}
	p.file = o.Reading.DecodeNode(i.master.file, root) // Build has what is wrong with it
	m.blame(i, p, p.filled.found)
	m.checkBirths(i, p)
	return p, nil
}

var birthHeading = pattern.New(`(?:^|\PL)(?:ngày|tháng|năm)(?:\PL.*)?\PLsinh(?:\PL|$)`)

// checkBirths finds days and years of birth that come after the paper.
func (m *mapper) checkBirths(i *item, p *paper) {
	on, ok := p.file.Value.(plan.Paper)
	if !ok || on.Head().Date.IsZero() {
		return
	}
	last := on.Head().Date.Last()
	for _, name := range m.births {
		for _, r := range i.group.rows {
			day, ok := r.values[name].(sheet.Date)
			if year, err := strconv.Atoi(sheet.Plain(r.values[name])); !ok && err == nil && year <= 9999 {
				day = sheet.Date{Year: year, Month: 1, Day: 1}
			}
			if last.Before(plan.Date(day)) {
				i.found = append(i.found, m.finding(r.line, name, &diag.Diagnostic{
					Rule: sheet.RuleCell, Message: fmt.Sprintf("sau ngày của văn bản (%s)", on.Head().Date),
					Fix: "kiểm tra lại ngày, năm sinh",
				}))
			}
		}
	}
}

func (m *mapper) numberColumn() []string {
	if m.job.Numbers.From != columnNumber {
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
			i.found = append(i.found, Finding{Diagnostic: d, Row: i.row, once: d.Error()})
			continue
		}
		line := i.group.rows[0].line
		if o.row != nil {
			line = o.row.line
		}
		told := *d
		if f := m.finding(line, m.culprit(o, line, d.Found), &told); !slices.ContainsFunc(i.found, f.same) {
			i.found = append(i.found, f)
		}
	}
}

// blameErr is blame of an error that is findings; another one is returned, with the row.
func (m *mapper) blameErr(i *item, p *paper, err error) error {
	found, failure := i.failed(err)
	m.blame(i, p, found)
	return failure
}

// failed takes the findings out of an error about the item; another one is returned, with the row.
func (i *item) failed(err error) (found diag.List, failure error) {
	if err == nil || errors.As(err, &found) {
		return found, nil
	}
	return nil, fmt.Errorf("row %d: %w", i.row, err)
}

// culprit gives the column that a finding about a text is about: the one that
// holds what was found, otherwise the first that the text refers to.
func (m *mapper) culprit(o *origin, l *sheet.Row, found string) string {
	first := ""
	for _, name := range o.columns {
		place, ok := m.places[name]
		if !ok {
			continue
		}
		if found != "" && strings.Contains(l.Cell(place).Text, found) {
			return name
		}
		first = cmp.Or(first, name)
	}
	return first
}
