package docgen

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
	"text/template"
	"text/template/parse"

	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// wording is the templates of an office, parsed once. Safe for concurrent use.
type wording struct {
	t *template.Template
}

// marked is text whose marks are honoured when a template prints it: a prose
// field of the model. Everything else that a template prints is plain text.
type marked string

// maxWording bounds what one block may give, so that a template that loops ends.
const maxWording = 1 << 20

// Functions that templates may call beside those of text/template.
var wordingFuncs = template.FuncMap{
	"_escape": escapeValue,
	"count":   vi.Count,                                             // 8 -> "08"
	"words":   func(n int) string { return vi.Words(int64(n)) },     // 8 -> "tám"
	"number":  func(n int) string { return vi.FormatInt(int64(n)) }, // 1500 -> "1.500"
	"upper":   vi.Upper,                                             // CẨM HÒA
	"first":   vi.UpperFirst,                                        // "tám" -> "Tám"
}

// readWording parses the built-in templates and, over them, those of own. A
// file of own replaces the built-in file of the same name; own may be nil.
// Problems in a template are findings at its file and line.
func readWording(builtin, own fs.FS) (*wording, error) {
	sources := make(map[string]fs.FS)
	for _, fsys := range []fs.FS{builtin, own} {
		if fsys == nil {
			continue
		}
		names, err := fs.Glob(fsys, "*.tmpl")
		if err != nil {
			return nil, fmt.Errorf("list templates: %w", err)
		}
		for _, name := range names {
			sources[name] = fsys
		}
	}
	root := template.New("").Option("missingkey=error").Funcs(wordingFuncs)
	var found diag.List
	for name, fsys := range sources {
		src, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("read template: %w", err)
		}
		// A file's blocks are named "file/block", so that two kinds may both have an opening.
		t, err := template.New(name).Option("missingkey=error").Funcs(wordingFuncs).Parse(vi.NFC(string(src)))
		if err != nil {
			found.Add(templateFinding(name, err))
			continue
		}
		stem := strings.TrimSuffix(name, ".tmpl")
		for _, b := range t.Templates() {
			if b.Tree == nil || b.Name() == name {
				continue
			}
			escapeTree(b.Tree.Root)
			renameCalls(b.Tree.Root, stem)
			if _, err := root.AddParseTree(stem+"/"+b.Name(), b.Tree); err != nil {
				return nil, fmt.Errorf("add template %s: %w", name, err)
			}
		}
	}
	found.Sort()
	if err := found.Err(); err != nil {
		return nil, err
	}
	return &wording{root}, nil
}

// run gives the text of a block for a view, white space at its ends dropped.
func (w *wording) run(block string, view any) (string, *diag.Diagnostic) {
	t := w.t.Lookup(block)
	if t == nil {
		file, _, _ := strings.Cut(block, "/")
		return "", &diag.Diagnostic{Pos: diag.Pos{File: file + ".tmpl"}, Rule: "template.missing", Message: fmt.Sprintf("không có mẫu câu %q", block), Found: block}
	}
	var b capped
	if err := t.Execute(&b, view); err != nil {
		file, _, _ := strings.Cut(block, "/")
		return "", templateFinding(file+".tmpl", err)
	}
	return strings.TrimSpace(b.String()), nil
}

var errTooLong = errors.New("a template gives more than 1 MiB of text")

// capped is a buffer that refuses to grow past maxWording.
type capped struct{ bytes.Buffer }

func (c *capped) Write(p []byte) (int, error) {
	if c.Len()+len(p) > maxWording {
		return 0, errTooLong
	}
	return c.Buffer.Write(p)
}

var templatePlace = regexp.MustCompile(`^template: ([^:]+):(\d+)(?::(\d+))?: (.*)$`)

// templateFinding gives the error of text/template with the place it names.
func templateFinding(file string, err error) *diag.Diagnostic {
	d := &diag.Diagnostic{Pos: diag.Pos{File: file}, Rule: "template.error", Message: "mẫu câu viết sai: " + err.Error(), Err: err}
	if m := templatePlace.FindStringSubmatch(err.Error()); m != nil {
		line, _ := strconv.Atoi(m[2])
		col, _ := strconv.Atoi(m[3])
		d.Pos = diag.Pos{File: file, Line: line, Column: col + 1}
		d.Message = "mẫu câu viết sai: " + m[4]
	}
	return d
}

// escapeValue makes what a template prints plain text, unless it is marked.
func escapeValue(v any) string {
	if m, ok := v.(marked); ok {
		return string(m)
	}
	return markup.Escape(fmt.Sprint(v))
}

// escapeTree ends the pipeline of every action that prints with _escape, as
// html/template does: whoever writes a template cannot forget it.
func escapeTree(n parse.Node) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, c := range n.Nodes {
			escapeTree(c)
		}
	case *parse.ActionNode:
		if len(n.Pipe.Decl) > 0 {
			return
		}
		n.Pipe.Cmds = append(n.Pipe.Cmds, &parse.CommandNode{
			NodeType: parse.NodeCommand, Pos: n.Pos,
			Args: []parse.Node{parse.NewIdentifier("_escape").SetPos(n.Pos)},
		})
	case *parse.IfNode:
		escapeTree(n.List)
		escapeTree(n.ElseList)
	case *parse.RangeNode:
		escapeTree(n.List)
		escapeTree(n.ElseList)
	case *parse.WithNode:
		escapeTree(n.List)
		escapeTree(n.ElseList)
	}
}

// renameCalls makes {{template "x"}} mean the block x of the same file.
func renameCalls(n parse.Node, stem string) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, c := range n.Nodes {
			renameCalls(c, stem)
		}
	case *parse.TemplateNode:
		if !strings.Contains(n.Name, "/") {
			n.Name = stem + "/" + n.Name
		}
	case *parse.IfNode:
		renameCalls(n.List, stem)
		renameCalls(n.ElseList, stem)
	case *parse.RangeNode:
		renameCalls(n.List, stem)
		renameCalls(n.ElseList, stem)
	case *parse.WithNode:
		renameCalls(n.List, stem)
		renameCalls(n.ElseList, stem)
	}
}
