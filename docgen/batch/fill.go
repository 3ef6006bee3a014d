package batch

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/docgen/internal/tmpl"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// Tags that repeat an item of a YAML list: once for each row of the group, or,
// in a summary, once for each group.
const (
	rowTag   = "!row"
	groupTag = "!group"
)

// master is a document whose texts refer to columns: the YAML tree, read
// once, with the parsed texts beside it. It is never changed; every row gets a
// tree of its own that shares what has no reference.
type master struct {
	file  string
	root  record.Node
	texts map[record.Node]*expr
	live  map[record.Node]bool // nodes with a reference in or below them
}

// newMaster reads the references of a document.
func newMaster(file string, root record.Node, known []string) (*master, diag.List) {
	t := &master{file: file, root: root, texts: make(map[record.Node]*expr), live: make(map[record.Node]bool)}
	var found diag.List
	t.read(root, known, &found)
	found.Sort()
	return t, found
}

// read visits n and reports whether something in it depends on rows.
func (t *master) read(n record.Node, known []string, found *diag.List) bool {
	bad := func(message, fix string) { t.bad(n, found, message, fix) }
	live := isRepeated(n)
	switch {
	case n.Alias().Exists():
		if t.read(n.Alias(), known, found) {
			bad("bí danh (*) không dùng được cho nội dung lấy từ danh sách", "viết đủ nội dung thay cho bí danh")
		}
	case n.IsText():
		if !hasReference(n.Text()) {
			break
		}
		live = true
		e, err := newExpr(n.Text(), known, sheet.Plain)
		var unknown *errReference
		switch {
		case errors.As(err, &unknown):
			bad(fmt.Sprintf("không có cột %q trong \"columns\"", unknown.name), "các cột: "+strings.Join(known, ", "))
		case err != nil:
			bad("chỗ lấy từ danh sách viết sai: "+mistake(err), "viết {{.tên_cột}}")
		default:
			t.texts[n] = e
		}
	default:
		for key := range n.Pairs() {
			if isUnquotedReference(key) {
				bad("{{...}} ở đầu giá trị phải đặt trong dấu ngoặc kép", "viết \"{{.tên_cột}}\"")
				return false
			}
		}
		for c := range n.Children() {
			if isRepeated(c) && !n.IsList() {
				t.bad(c, found, "nhãn "+c.Tag()+" chỉ dùng cho một mục của danh sách", "đặt nhãn sau gạch đầu dòng")
			}
			live = t.read(c, known, found) || live
		}
	}
	if live {
		t.live[n] = true
	}
	return live
}

func (t *master) bad(n record.Node, found *diag.List, message, fix string) {
	found.Add(&diag.Diagnostic{
		Pos: n.Pos(t.file), Rule: ruleReference,
		Message: message, Found: n.Text(), Fix: fix,
	})
}

// isUnquotedReference tells the mapping that YAML sees in {{.name}}.
func isUnquotedReference(key record.Node) bool {
	for name := range key.Pairs() {
		if strings.HasPrefix(name.Text(), ".") {
			return true
		}
	}
	return false
}

// mistake says in Vietnamese what is wrong with a text that refers to columns.
func mistake(err error) string {
	_, _, message := tmpl.Mistake(err)
	return message
}

// escapeProse makes the texts of prose fields escape what columns give: marks in
// a cell are text. Which fields are prose the model says; a document filled
// with samples is asked for their places.
func (t *master) escapeProse(j *Job) {
	f := t.fill(sample(j))
	file := new(plan.Options).DecodeNode(t.file, f.root)
	record.EachOf(file.Value, func(path func() string, _ *plan.Prose) {
		if o := f.origin(file.Pos(path())); o != nil {
			o.expr.use(escaped)
		}
	})
}

// sample is a group of one row with a value in every column.
func sample(j *Job) *group {
	r := &row{values: values{"row": 1, "number": "01"}}
	for _, c := range j.Columns {
		switch {
		case len(c.Values) > 0:
			r.values[c.Name] = c.Values[0]
		case c.Type == string(sheet.NumberType):
			r.values[c.Name] = sheet.Decimal{Units: 1}
		case c.Type == string(sheet.MoneyType):
			r.values[c.Name] = plan.Money(1)
		case c.Type == string(sheet.DateType):
			r.values[c.Name] = sheet.Date{Year: 2026, Month: 1, Day: 1}
		default:
			r.values[c.Name] = "a"
		}
	}
	g := newGroup([]*row{r})
	g.inner = []*group{newGroup([]*row{r})}
	g.values["groups"] = []values{g.inner[0].values}
	return g
}

// group is what a document is filled from: one row, or the rows of a group. Its
// values holds a column only if all rows agree on it.
type group struct {
	values
	rows       []*row
	inner      []*group // the groups of a summary
	incomplete bool     // of a summary: the list has rows that are no records
}

// newGroup puts rows together.
func newGroup(rows []*row) *group {
	g := &group{values: make(values, len(rows[0].values)+1), rows: rows}
	records := make([]values, len(rows))
	for i, r := range rows {
		records[i] = r.values
	}
	for name, v := range rows[0].values {
		if !slices.ContainsFunc(records, func(r values) bool { return r[name] != v }) {
			g.values[name] = v
		}
	}
	g.values["rows"] = records
	return g
}

// A filled node takes a line number of its own from here on, so that a finding
// about it leads back to the row and the columns it came from. No file has so
// many lines.
const firstOrigin = 1 << 28

// origin says where a filled text came from.
type origin struct {
	row     *row // nil: a whole group
	columns []string
	expr    *expr // nil: the document's number
}

// filled is a document with the values of a row or group put in.
type filled struct {
	root    record.Node
	origins []origin // by line number, from firstOrigin
	found   diag.List
}

// origin gives the source of a place, nil if it is the template's own.
func (f *filled) origin(p diag.Pos) *origin {
	if i := p.Line - firstOrigin; i >= 0 && i < len(f.origins) {
		return &f.origins[i]
	}
	return nil
}

// add keeps an origin and gives the line number that leads to it.
func (f *filled) add(o origin) int {
	f.origins = append(f.origins, o)
	return firstOrigin + len(f.origins) - 1
}

// fill makes the document of a group.
func (t *master) fill(g *group) *filled {
	f := &filled{origins: make([]origin, 0, len(t.texts)+1)} // one more for the number
	f.root = t.node(t.root, g, f)
	return f
}

func (t *master) node(n record.Node, g *group, f *filled) record.Node {
	switch {
	case !t.live[n]:
		return n
	case n.IsText():
		return t.text(n, g, f)
	}
	return n.WithChildren(func(child record.Node, add func(record.Node)) {
		switch child.Tag() {
		case rowTag:
			for _, r := range g.rows {
				add(t.node(child, &group{values: r.values, rows: []*row{r}}, f))
			}
		case groupTag:
			for _, inner := range g.inner {
				add(t.node(child, inner, f))
			}
		default:
			add(t.node(child, g, f))
		}
	})
}

func isRepeated(n record.Node) bool { return n.Tag() == rowTag || n.Tag() == groupTag }

// text fills one text of the template.
func (t *master) text(n record.Node, g *group, f *filled) record.Node {
	e := t.texts[n]
	if e == nil { // a repeated item that refers to nothing
		return n.Untagged()
	}
	o := origin{columns: e.all, expr: e}
	if len(g.rows) == 1 {
		o.row = g.rows[0]
	}
	at := n.Pos(t.file)
	at.Line = f.add(o)
	blank := func() record.Node { return record.NewText("", at.Line, at.Column) }
	for _, name := range e.top {
		if _, agreed := g.values[name]; !agreed && len(g.rows) > 1 {
			f.found.Add(&diag.Diagnostic{
				Pos: at, Rule: ruleGroup,
				Message: fmt.Sprintf("các dòng của nhóm có giá trị khác nhau ở cột %q", name),
				Fix:     "sửa cho giống nhau, hoặc đưa cột vào mục có nhãn !row",
			})
			return blank()
		}
	}
	s, err := e.text(g.values)
	if err != nil {
		f.found.Add(&diag.Diagnostic{Pos: at, Rule: ruleReference, Message: "chỗ lấy từ danh sách không tính được: " + mistake(err),
			Err: err})
		return blank()
	}
	return record.NewText(s, at.Line, at.Column)
}
