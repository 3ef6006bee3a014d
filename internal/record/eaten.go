package record

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan/diag"
)

// YAML eats text that is written without care: a comma in brackets splits a sentence,
// " #" cuts the rest of a line off, a list item set in too deep is swallowed by the one
// above. All of it is good YAML; what was meant is told from the text.

// eaten finds text of a file for values of type t that YAML has eaten.
func (s *Source) eaten(t reflect.Type) diag.List {
	e := eater{s: s, at: make(trail, 0, usualPath)}
	e.node(s.root, t, nil)
	return e.found
}

type eater struct {
	s      *Source
	found  diag.List
	at     trail
	called map[*yaml.Node]bool // what aliases lead to; nil: nobody asked
}

func (e *eater) add(d diag.Diagnostic) {
	if d.Pos.Path == "" {
		d.Pos.Path = e.at.path()
	}
	e.found.Add(&d)
}

// node goes through a node that fills a value of type t, along with the field that has it.
func (e *eater) node(n *yaml.Node, t reflect.Type, f *Field) {
	t = base(t)
	defer e.at.back(len(e.at))
	switch n.Kind {
	case yaml.ScalarNode:
		t, f = e.short(t, f, func(r *record) *Field { return r.scalar })
		if t.Kind() == reflect.String && f.values == nil {
			e.sign(n)
			if n.Style == 0 {
				e.plain(n, f)
			}
		}
	case yaml.SequenceNode:
		t, f = e.short(t, f, func(r *record) *Field { return r.list })
		if t.Kind() != reflect.Slice {
			return
		}
		if n.Style&yaml.FlowStyle != 0 && isTexts(t.Elem(), f) {
			e.commas(n, f)
		}
		for i, c := range n.Content {
			up := e.at.index(i)
			if takesTexts(t.Elem()) && e.s.src != nil && e.isDashed(c) {
				e.lostSign(c, "-")
			}
			e.node(c, t.Elem(), f)
			e.at.back(up)
		}
	case yaml.MappingNode:
		if t.Kind() != reflect.Struct {
			return
		}
		r := recordOf(t)
		for i := 0; i < len(n.Content); i += 2 {
			if f := r.byKey[n.Content[i].Value]; f != nil {
				up := e.at.key(f.key)
				e.cut(n.Content[i], n.Content[i+1], f)
				e.node(n.Content[i+1], f.typ, f)
				e.at.back(up)
			}
		}
	}
}

// short goes down to what a short form of structs fills.
func (e *eater) short(t reflect.Type, f *Field, form func(*record) *Field) (reflect.Type, *Field) {
	for t.Kind() == reflect.Struct && form(recordOf(t)) != nil {
		f = form(recordOf(t))
		t = base(f.typ)
		e.at.key(f.key)
	}
	return t, f
}

// isTexts reports whether a list holds sentences: texts that are no words of the program,
// or pieces of a body.
func isTexts(elem reflect.Type, f *Field) bool {
	elem = base(elem)
	switch {
	case f.parted:
		return false
	case elem.Kind() == reflect.String:
		return f.values == nil
	case elem.Kind() != reflect.Struct:
		return false
	}
	short := recordOf(elem).scalar
	return short != nil && short.multiline
}

// commas finds a list in brackets of which an item goes on the sentence of the one before.
func (e *eater) commas(n *yaml.Node, f *Field) {
	if !slices.ContainsFunc(n.Content, func(c *yaml.Node) bool { return !isName(c.Value) }) {
		return // of columns, say
	}
	for i := 1; i < len(n.Content); i++ {
		a, b := n.Content[i-1], n.Content[i]
		r, _ := utf8.DecodeRuneInString(b.Value)
		if a.Kind != yaml.ScalarNode || b.Kind != yaml.ScalarNode || a.Style != 0 || b.Style != 0 ||
			!unicode.IsLower(r) && !isDecimal(a, b) {
			continue
		}
		e.add(diag.Diagnostic{
			Pos: nodePos(e.s.name, b, Index(e.at.path(), i)), Level: diag.Warning, Rule: RuleComma, Found: b.Value,
			Message: fmt.Sprintf("%s: dấu phẩy trong ngoặc vuông tách thành hai mục: %s và %s", f.label, Quote(a.Value), Quote(b.Value)),
			Fix:     "nếu là một câu thì viết mỗi mục một dòng, mở đầu bằng dấu gạch, hoặc đặt câu trong ngoặc kép",
		})
		return
	}
}

// isDecimal reports whether two items are a figure that its comma parted, "Đạt 1,5 triệu". Figures alone are a list of them, and
// days ("Ngày 01/3,02/3") and names ("Tổ 1,2A") no such figure.
func isDecimal(a, b *yaml.Node) bool {
	const figures = "0123456789"
	before, behind := strings.TrimRight(a.Value, figures), strings.TrimLeft(b.Value, figures)
	r, _ := utf8.DecodeRuneInString(behind)
	return before != a.Value && behind != b.Value && before+behind != "" &&
		!strings.HasSuffix(before, "/") && r != '/' && !unicode.IsLetter(r) &&
		a.Line == b.Line && b.Column == a.Column+utf8.RuneCountInString(a.Value)+1
}

// takesTexts reports whether a list may stand for a record, and is no row of cells.
func takesTexts(t reflect.Type) bool {
	if t = base(t); t.Kind() != reflect.Struct {
		return false
	}
	list := recordOf(t).list
	return list != nil && !list.parted
}

// isDashed reports whether an item is a list of one that begins behind its own dash: "- - Việc một" has a dash of its own.
func (e *eater) isDashed(n *yaml.Node) bool {
	if n.Kind != yaml.SequenceNode || n.Style&yaml.FlowStyle != 0 || len(n.Content) != 1 || n.Content[0].Kind != yaml.ScalarNode {
		return false
	}
	line := e.s.src[lineStart(e.s.ends, n.Line):e.s.ends[n.Line-1]]
	return bytes.HasPrefix(bytes.TrimLeft(line, " "), []byte("- -"))
}

// cut finds a value that is all cut off, "title: #1 việc": behind an empty key "# chưa có" is a comment, as people write them.
func (e *eater) cut(key, n *yaml.Node, f *Field) {
	if e.s.src == nil || n.Kind != yaml.ScalarNode || n.Value != "" || n.Style != 0 || key.Style != 0 ||
		base(f.typ).Kind() != reflect.String {
		return
	}
	src, pos := e.s.textStart(key, nodePos(e.s.name, key, ""))
	colon := []byte(key.Value + ":")
	if rest, ok := bytes.CutPrefix(src, colon); ok && !bytes.HasPrefix(rest, []byte(" # ")) {
		pos.Column += utf8.RuneCount(colon)
		pos.Path = e.at.path()
		e.comment(rest, pos)
	}
}

// sign finds "~", which is nothing to YAML, and a name behind "&" that nobody asks for: both
// are of the text then.
func (e *eater) sign(n *yaml.Node) {
	eaten := "~"
	switch {
	case n.Anchor != "":
		if eaten = "&" + n.Anchor; e.isCalled(n) {
			return
		}
	case n.Style != 0 || n.Value != eaten:
		return
	}
	e.lostSign(n, eaten)
}

// lostSign warns of a sign at the head of a text that YAML takes for its own.
func (e *eater) lostSign(n *yaml.Node, eaten string) {
	fix := "đặt cả giá trị trong ngoặc kép"
	if eaten == "-" {
		fix = "bỏ bớt một dấu gạch, hoặc " + fix
	}
	e.add(diag.Diagnostic{
		Pos: nodePos(e.s.name, n, ""), Level: diag.Warning, Rule: RuleSign, Found: eaten,
		Message: fmt.Sprintf("%s không được in: YAML hiểu dấu này theo cách riêng", Quote(eaten)), Fix: fix,
	})
}

// isCalled reports whether an alias of the file leads to a node.
func (e *eater) isCalled(n *yaml.Node) bool {
	if e.called == nil {
		e.called = make(map[*yaml.Node]bool)
		e.collect(e.s.root)
	}
	return e.called[n]
}

// collect notes what the aliases below a node lead to.
func (e *eater) collect(n *yaml.Node) {
	if n.Alias != nil {
		e.called[n.Alias] = true
	}
	for _, c := range n.Content {
		e.collect(c)
	}
}

// plain finds what a text without quotation marks has lost or swallowed.
func (e *eater) plain(n *yaml.Node, f *Field) {
	if e.s.src == nil || n.Value == "" {
		return
	}
	src, pos := e.s.textStart(n, nodePos(e.s.name, n, ""))
	if bytes.HasPrefix(src, []byte("! ")) {
		e.lostSign(n, "!")
		return
	}
	if rest, ok := bytes.CutPrefix(src, []byte(n.Value)); ok {
		pos.Column += utf8.RuneCountInString(n.Value)
		e.comment(rest, pos)
		return
	}
	e.swallowed(src, pos, n)
	if f.multiline {
		e.joined(src, pos, n)
	}
}

// joined finds sentences on lines of their own that YAML joins, as no sign says that they are lines.
func (e *eater) joined(src []byte, pos diag.Pos, n *yaml.Node) {
	left, above := inked(n.Value), ""
	for line := range bytes.Lines(src) {
		words := strings.TrimSpace(string(line))
		first, _ := utf8.DecodeRuneInString(words)
		if above != "" && strings.ContainsRune(".;:!?", rune(above[len(above)-1])) && unicode.IsUpper(first) {
			pos.Column = len(line) - len(bytes.TrimLeft(line, " ")) + 1
			e.add(diag.Diagnostic{
				Pos: pos, Level: diag.Warning, Rule: RuleJoined, Found: words,
				Message: fmt.Sprintf("dòng %s bị YAML nối vào dòng trên thành một đoạn", Quote(words)),
				Fix:     "viết dấu | ở đầu nội dung, các dòng ở dưới thụt vào hai dấu cách",
			})
			return
		}
		if left -= inked(words); left <= 0 {
			return
		}
		above, pos.Line = words, pos.Line+1
	}
}

// inked counts the letters of a text that are no white space.
func inked(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// isName reports whether a text is a name that programs give, not words.
func isName(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '-' || r == '.')
	}) < 0
}

// comment finds words behind one blank and "#": two blanks and more part a comment.
func (e *eater) comment(rest []byte, pos diag.Pos) {
	if !bytes.HasPrefix(rest, []byte(" #")) {
		return
	}
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	words := strings.TrimSpace(string(line))
	pos.Column++
	e.add(diag.Diagnostic{
		Pos: pos, Level: diag.Warning, Rule: RuleComment, Found: words,
		Message: fmt.Sprintf("%s không được in: dấu cách và dấu # mở đầu một lời chú thích của YAML", Quote(words)),
		Fix:     "đặt cả giá trị trong ngoặc kép; nếu là lời chú thích thì cách trước dấu # hai dấu cách",
	})
}

// swallowed finds a list item in the further lines of a text.
func (e *eater) swallowed(src []byte, pos diag.Pos, n *yaml.Node) {
	left := inked(n.Value)
	first := pos.Line
	for line := range bytes.Lines(src) {
		words := strings.TrimSpace(string(line))
		if pos.Line != first && strings.HasPrefix(words, "- ") {
			pos.Column = len(line) - len(bytes.TrimLeft(line, " ")) + 1
			e.add(diag.Diagnostic{
				Pos: pos, Rule: RuleSwallowed, Found: words,
				Message: fmt.Sprintf("thụt lề sai: mục %s bị nối vào mục ở trên", Quote(words)),
				Fix:     "cho dấu gạch thẳng hàng với các dấu gạch phía trên; nếu là một đoạn thì đặt trong ngoặc kép",
			})
			return
		}
		if left -= inked(words); left <= 0 {
			return
		}
		pos.Line++
	}
}
