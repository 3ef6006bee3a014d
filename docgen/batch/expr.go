package batch

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"text/template"
	"text/template/parse"

	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/docgen/internal/tmpl"
)

// expr is a text of the document or a pattern that refers to columns:
// "Khen thưởng {{.name}}". It is parsed once and used for every row; what
// columns give is put in as text and never read again as YAML or as a template.
type expr struct {
	t     *template.Template
	g     guard
	plain []segment // the same without a template, for the references that nearly all are
	top   []string  // columns it refers to outside {{range}}: in a group, all rows must agree on them
	all   []string  // all columns it refers to
}

// segment is a piece of a text: words, or a column in one of the ways of [sheet.Formats].
type segment struct{ words, column, format string }

// segments takes a template apart, if it has nothing but words, columns and their formats.
func segments(root *parse.ListNode) []segment {
	var list []segment
	for _, n := range root.Nodes {
		switch n := n.(type) {
		case *parse.TextNode:
			list = append(list, segment{words: string(n.Text)})
		case *parse.ActionNode:
			if len(n.Pipe.Decl) > 0 || len(n.Pipe.Cmds) != 1 {
				return nil
			}
			args := n.Pipe.Cmds[0].Args
			field, ok := args[len(args)-1].(*parse.FieldNode)
			if !ok || len(field.Ident) != 1 || len(args) > 2 {
				return nil
			}
			s := segment{column: field.Ident[0]}
			if len(args) == 2 {
				name, ok := args[0].(*parse.IdentifierNode)
				if !ok || !slices.Contains(sheet.Formats(), name.Ident) {
					return nil
				}
				s.format = name.Ident
			}
			list = append(list, s)
		default:
			return nil
		}
	}
	return list
}

// hasReference reports whether a text refers to columns.
func hasReference(s string) bool { return strings.Contains(s, "{{") }

// guard is a function that every printed value passes through.
type guard func(any) string

// Signs that stand around and between the lines of a value until it is known where it
// stands. No cell that is read has control characters.
const aroundLines, betweenLines = "\x02", "\x03"

// escaped prints a value so that marks of prose in it stay text. Its line ends wait for
// settleLines.
func escaped(v any) string {
	s := sheet.Shown(v)
	if !strings.Contains(s, "\n") {
		return markup.Value(s)
	}
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = markup.Value(l)
	}
	return aroundLines + strings.Join(lines, betweenLines) + aroundLines
}

// settleLines makes the lines of a value paragraphs where the value is all of its line, and
// joins them inside a sentence.
func settleLines(s string) string {
	if !strings.Contains(s, aroundLines) {
		return markup.Settle(s)
	}
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		between := " "
		if inside, ok := strings.CutPrefix(strings.TrimSpace(l), aroundLines); ok && strings.Index(inside, aroundLines) == len(inside)-1 {
			between = "\n"
		}
		lines[i] = strings.NewReplacer(aroundLines, "", betweenLines, between).Replace(l)
	}
	return markup.Settle(strings.Join(lines, "\n"))
}

// functions are what documents and name patterns may call beside the functions
// of text/template.
var functions = withFormats(template.FuncMap{"_guard": sheet.Plain, "sum": sheet.Sum})

func withFormats(m template.FuncMap) template.FuncMap {
	for _, name := range sheet.Formats() {
		m[name] = func(v any) (string, error) { return sheet.Format(name, v) }
	}
	return m
}

// values are a row as templates see it, by the names of their columns,
// and the reserved names.
type values = sheet.Record

// errReference is a reference to a column that the job does not have.
type errReference struct{ name string }

func (e *errReference) Error() string { return fmt.Sprintf("no column %q", e.name) }

// newExpr parses a text. Every value that it prints passes the guard. Names are
// the columns that may be referred to; another one is an *errReference.
func newExpr(text string, known []string, g guard) (*expr, error) {
	made := template.New("").Option("missingkey=error").Funcs(tmpl.Funcs()).Funcs(functions)
	t, err := made.Funcs(template.FuncMap{"_guard": (func(any) string)(g)}).Parse(text)
	if err != nil {
		return nil, err
	}
	e := &expr{t: t, g: g}
	if t.Tree == nil {
		return e, nil
	}
	e.plain = segments(t.Root)
	top, all := make(map[string]bool), make(map[string]bool)
	for _, block := range t.Templates() {
		tmpl.Guard(block.Tree.Root, "_guard")
		references(block.Tree.Root, block != t, top, all)
	}
	e.top, e.all = slices.Sorted(maps.Keys(top)), slices.Sorted(maps.Keys(all))
	for _, name := range e.all {
		if !slices.Contains(known, name) {
			return nil, &errReference{name}
		}
	}
	return e, nil
}

// use changes the guard. Not while the text is in use.
func (e *expr) use(g guard) {
	e.g = g
	e.t.Funcs(template.FuncMap{"_guard": (func(any) string)(g)})
}

var texts = sync.Pool{New: func() any { return new(tmpl.Buffer) }}

// text gives the text for a row.
func (e *expr) text(data values) (string, error) {
	b := texts.Get().(*tmpl.Buffer)
	defer texts.Put(b)
	b.Reset()
	if !e.put(b, data) {
		b.Reset() // the template says what is wrong
		if err := e.t.Execute(b, data); err != nil {
			return "", err
		}
	}
	return settleLines(b.String()), nil
}

// put writes the plain text for a row, if there is one and nothing is wrong.
func (e *expr) put(b *tmpl.Buffer, data values) bool {
	for _, s := range e.plain {
		words := s.words
		if s.column != "" {
			v, ok := data[s.column]
			if ok && s.format != "" {
				var err error
				v, err = sheet.Format(s.format, v)
				ok = err == nil
			}
			if !ok {
				return false
			}
			words = e.g(v)
		}
		if _, err := b.WriteString(words); err != nil {
			return false
		}
	}
	return e.plain != nil
}

// references collects the names behind a dot. Inside range and with the dot is
// something else, so that a name there is no demand on the whole group.
func references(n parse.Node, inner bool, top, all map[string]bool) {
	var body *parse.ListNode
	switch n := n.(type) {
	case *parse.FieldNode:
		all[n.Ident[0]] = true
		if !inner {
			top[n.Ident[0]] = true
		}
	case *parse.VariableNode: // $.column is the whole group's wherever it stands
		if n.Ident[0] == "$" && len(n.Ident) > 1 {
			all[n.Ident[1]], top[n.Ident[1]] = true, true
		}
	case *parse.RangeNode:
		body = n.List
	case *parse.WithNode:
		body = n.List
	}
	for _, c := range tmpl.Children(n) {
		references(c, inner || c == parse.Node(body), top, all)
	}
}
