package batch

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/docgen/internal/tmpl"
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
	root  *yaml.Node
	texts map[*yaml.Node]*expr
	live  map[*yaml.Node]bool // nodes with a reference in or below them
}

// newMaster reads the references of a document.
func newMaster(file string, root *yaml.Node, known []string) (*master, diag.List) {
	t := &master{file: file, root: root, texts: make(map[*yaml.Node]*expr), live: make(map[*yaml.Node]bool)}
	var found diag.List
	t.read(root, known, &found)
	found.Sort()
	return t, found
}

// read visits n and reports whether something in it depends on rows.
func (t *master) read(n *yaml.Node, known []string, found *diag.List) bool {
	bad := func(message, fix string) { t.bad(n, found, message, fix) }
	live := isRepeated(n)
	switch n.Kind {
	case yaml.AliasNode:
		if t.read(n.Alias, known, found) {
			bad("bí danh (*) không dùng được cho nội dung lấy từ danh sách", "viết đủ nội dung thay cho bí danh")
		}
	case yaml.ScalarNode:
		if !hasReference(n.Value) {
			break
		}
		live = true
		e, err := newExpr(n.Value, known, plain)
		var unknown *errReference
		switch {
		case errors.As(err, &unknown):
			bad(fmt.Sprintf("không có cột %q trong \"columns\"", unknown.name), "các cột: "+strings.Join(known, ", "))
		case err != nil:
			bad("chỗ lấy từ danh sách viết sai: "+mistake(err), "viết {{.tên_cột}}")
		default:
			t.texts[n] = e
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if isUnquotedReference(n.Content[i]) {
				bad("{{...}} ở đầu giá trị phải đặt trong dấu ngoặc kép", "viết \"{{.tên_cột}}\"")
				return false
			}
		}
		fallthrough
	default:
		for _, c := range n.Content {
			if isRepeated(c) && n.Kind != yaml.SequenceNode {
				t.bad(c, found, "nhãn "+c.Tag+" chỉ dùng cho một mục của danh sách", "đặt nhãn sau gạch đầu dòng")
			}
			live = t.read(c, known, found) || live
		}
	}
	if live {
		t.live[n] = true
	}
	return live
}

func (t *master) bad(n *yaml.Node, found *diag.List, message, fix string) {
	found.Add(&diag.Diagnostic{
		Pos: diag.Pos{File: t.file, Line: n.Line, Column: n.Column}, Rule: RuleReference,
		Message: message, Found: n.Value, Fix: fix,
	})
}

// isUnquotedReference tells the mapping that YAML sees in {{.name}}.
func isUnquotedReference(key *yaml.Node) bool {
	return key.Kind == yaml.MappingNode && len(key.Content) == 2 && strings.HasPrefix(key.Content[0].Value, ".")
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
	file, _ := new(plan.Options).ParseNode(t.file, f.root)
	for _, p := range plan.ProsePaths(file.Value) {
		if o := f.origin(file.Pos(p)); o != nil && o.expr != nil {
			o.expr.use(escaped)
		}
	}
}

// sample is a group of one row with a value in every column.
func sample(j *Job) *group {
	r := &row{record: record{"row": 1, "number": "01"}}
	for _, c := range j.Columns {
		switch {
		case len(c.Values) > 0:
			r.record[c.Name] = c.Values[0]
		case c.Type == NumberType:
			r.record[c.Name] = Number{1, 0}
		case c.Type == MoneyType:
			r.record[c.Name] = plan.Money(1)
		case c.Type == DateType:
			r.record[c.Name] = Date{2026, 1, 1}
		default:
			r.record[c.Name] = "a"
		}
	}
	g := newGroup([]*row{r})
	g.inner = []*group{newGroup([]*row{r})}
	g.record["groups"] = []record{g.inner[0].record}
	return g
}

// group is what a document is filled from: one row, or the rows of a group. Its
// record holds a column only if all rows agree on it.
type group struct {
	record
	rows  []*row
	inner []*group // the groups of a summary
}

// newGroup puts rows together.
func newGroup(rows []*row) *group {
	g := &group{record: make(record, len(rows[0].record)+1), rows: rows}
	records := make([]record, len(rows))
	for i, r := range rows {
		records[i] = r.record
	}
	for name, v := range rows[0].record {
		if !slices.ContainsFunc(records, func(r record) bool { return r[name] != v }) {
			g.record[name] = v
		}
	}
	g.record["rows"] = records
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
	root    *yaml.Node
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
	f := &filled{}
	f.root = t.node(t.root, g, f)
	return f
}

func (t *master) node(n *yaml.Node, g *group, f *filled) *yaml.Node {
	if !t.live[n] {
		return n
	}
	c := *n
	if isRepeated(n) {
		c.Tag = plainTags[n.Kind]
		c.Style &^= yaml.TaggedStyle
	}
	if n.Kind == yaml.ScalarNode {
		t.text(n, &c, g, f)
		return &c
	}
	c.Content = make([]*yaml.Node, 0, len(n.Content))
	for _, child := range n.Content {
		switch child.Tag {
		case rowTag:
			for _, r := range g.rows {
				c.Content = append(c.Content, t.node(child, &group{record: r.record, rows: []*row{r}}, f))
			}
		case groupTag:
			for _, inner := range g.inner {
				c.Content = append(c.Content, t.node(child, inner, f))
			}
		default:
			c.Content = append(c.Content, t.node(child, g, f))
		}
	}
	return &c
}

func isRepeated(n *yaml.Node) bool { return n.Tag == rowTag || n.Tag == groupTag }

// plainTags are the tags of repeated items once the repetition is done.
var plainTags = map[yaml.Kind]string{yaml.ScalarNode: "!!str", yaml.MappingNode: "!!map", yaml.SequenceNode: "!!seq"}

// text fills one text of the template.
func (t *master) text(n, to *yaml.Node, g *group, f *filled) {
	e := t.texts[n]
	if e == nil { // a repeated item that refers to nothing
		return
	}
	to.Tag, to.Style, to.Value = "!!str", yaml.DoubleQuotedStyle, ""
	o := origin{columns: e.all, expr: e}
	if len(g.rows) == 1 {
		o.row = g.rows[0]
	}
	to.Line = f.add(o)
	at := diag.Pos{File: t.file, Line: to.Line, Column: n.Column}
	for _, name := range e.top {
		if _, agreed := g.record[name]; !agreed && len(g.rows) > 1 {
			f.found.Add(&diag.Diagnostic{
				Pos: at, Rule: RuleGroup,
				Message: fmt.Sprintf("các dòng của nhóm có giá trị khác nhau ở cột %q", name),
				Fix:     "sửa cho giống nhau, hoặc đưa cột vào mục có nhãn !row",
			})
			return
		}
	}
	s, err := e.text(g.record)
	if err != nil {
		f.found.Add(&diag.Diagnostic{Pos: at, Rule: RuleReference, Message: "chỗ lấy từ danh sách không tính được: " + mistake(err), Err: err})
		return
	}
	to.Value = s
}
