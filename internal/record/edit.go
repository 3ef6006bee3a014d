package record

import (
	"bytes"
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// maxPasses bounds how often a source is edited and read again: once, and once more for
// each level of short forms that had to become mappings.
const maxPasses = 2 * maxDepth

// Edit returns the file's text with what value says otherwise than the file written into
// it; value is a pointer to a struct of the type that was decoded. All else stays byte for
// byte: comments, order, quotation marks, ends of lines. New keys stand in the order of the
// fields, new elements where the list has them. A comment of what goes stays where it was,
// on a line of its own. fill puts in what the file leaves
// out, as it did when value was made; it may be nil.
//
// The result was read again: it reads as value, has all comments, and nothing is wrong with
// it that was not before. A part that several places share by an alias, and one that
// cannot be written back, is a [diag.List].
func (s *Source) Edit(value any, fill func(value any)) ([]byte, error) {
	want, ok := structOf(value)
	if !ok || s.src == nil {
		return nil, fmt.Errorf("edit %s: no struct, or no text", s.name)
	}
	if d := endless(want); d != nil {
		d.Pos = s.Pos(d.Pos.Path)
		return nil, diag.List{d}
	}
	path, read, wrong := "", s, -1
	for range maxPasses {
		has := reflect.New(want.Type())
		found := s.decode(has.Elem()).found
		if wrong < 0 {
			wrong = len(found)
		}
		if fill != nil {
			fill(has.Interface())
		}
		at, differ := difference(has.Elem(), want)
		if !differ {
			if len(found) > wrong || s.commentCount() < read.commentCount() {
				break
			}
			text := s.Bytes()
			if s.mark {
				text = append([]byte(byteOrderMark), text...)
			}
			return text, nil
		}
		path = at
		e := editor{extents: extents{Source: s}, eol: "\n"}
		for _, eol := range []string{"\r\n", "\r"} {
			if e.eol == "\n" && bytes.HasSuffix(s.src[:s.ends[0]], []byte(eol)) {
				e.eol = eol
			}
		}
		if s.root.Kind == yaml.MappingNode && len(s.root.Content) > 0 {
			e.mapping(s.root, has.Elem(), want, "", seat{})
		}
		if e.err != nil {
			return nil, e.err
		}
		text := e.bytes()
		if bytes.Equal(text, s.read) {
			break
		}
		next, found := Read(s.name, text)
		if found.HasErrors() {
			break
		}
		next.mark = s.mark
		s = next
	}
	return nil, read.unwritten(value, path)
}

// commentCount returns how many comments a source has.
func (s *Source) commentCount() int {
	x := extents{Source: s}
	return len(x.comments(0, len(s.src), s.root))
}

// unwritten says that what a value has at path did not get into the file.
func (s *Source) unwritten(value any, path string) error {
	return diag.List{{
		Pos: s.Pos(path), Rule: RuleShape, Message: Label(value, path) + " không ghi lại được vào tệp",
		Fix: "viết phần này mỗi khóa một dòng; giá trị chỉ gồm chữ và số",
	}}
}

// editor makes the edits of one pass over a source.
type editor struct {
	extents
	eol  string
	cuts []cut
	err  error
}

// cut is text that is put in place of a part of the source. Cuts do not overlap; those that
// begin at one place are made in the order in which they were found, additions first.
type cut struct {
	from, to int
	put      string
}

func (e *editor) cut(from, to int, put string) { e.cuts = append(e.cuts, cut{from, to, put}) }

func (e *editor) put(at int, text string) { e.cut(at, at, text) }

// bytes returns the source with all edits; nil when they contradict each other.
func (e *editor) bytes() []byte {
	slices.SortStableFunc(e.cuts, func(a, b cut) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(min(a.to-a.from, 1), min(b.to-b.from, 1)))
	})
	var out bytes.Buffer
	read := e.unmended()
	at := 0
	for _, c := range e.cuts {
		if c.from < at {
			return nil
		}
		out.Write(e.read[read(at):read(c.from)])
		out.WriteString(c.put)
		at = c.to
	}
	out.Write(e.read[read(at):])
	if last := len(e.cuts) - 1; last >= 0 && at == len(e.src) && strings.Contains(e.cuts[last].put, e.eol) {
		out.WriteString(e.eol) // of the last line, if there was none: a block needs it
	}
	return out.Bytes()
}

// seat is where a value stands: in a flow collection, or in a block behind a key or dash.
type seat struct {
	flow   bool
	key    bool // behind a key, not a dash
	indent int  // of the key or dash
	from   int  // offset behind its colon, or behind the dash
}

// refuse gives up a value that an alias shares with other places.
func (e *editor) refuse(n *yaml.Node, path string) {
	if e.err != nil {
		return
	}
	name := "&" + n.Anchor
	if n.Kind == yaml.AliasNode {
		name = "*" + n.Value
	}
	e.err = diag.List{{
		Pos: nodePos(e.name, n, path), Rule: RuleAlias, Found: name,
		Message: fmt.Sprintf("bí danh %s dùng chung một giá trị cho nhiều chỗ, không sửa riêng một chỗ được", name),
		Fix:     "viết thẳng giá trị, không dùng bí danh",
	}}
}

// goes refuses that a node goes to which aliases lead.
func (e *editor) goes(n *yaml.Node, path string) {
	if n.Anchor != "" {
		e.refuse(n, path)
	}
	if n.Kind != yaml.AliasNode {
		for _, c := range n.Content {
			e.goes(c, path)
		}
	}
}

// value writes what became of a value that stands in n.
func (e *editor) value(n *yaml.Node, has, want reflect.Value, f *Field, path string, at seat) {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		e.refuse(n, path)
		return
	}
	given := want
	if want.Kind() == reflect.Pointer {
		if want.IsNil() || has.IsNil() {
			e.replace(n, given, path, at)
			return
		}
		has, want = has.Elem(), want.Elem()
	}
	switch shapeOf(want.Type()) {
	case listShape:
		if n.Kind == yaml.SequenceNode && len(n.Content) == has.Len() && has.Len() > 0 && want.Len() > 0 {
			e.list(n, has, want, f, path)
			return
		}
	case mappingShape:
		if n.Kind == yaml.MappingNode && len(n.Content) > 0 {
			e.mapping(n, has, want, path, at)
			return
		}
		if e.short(n, has, want, path, at) {
			return
		}
	}
	e.replace(n, given, path, at)
}

// short writes what became of a struct that has a short form. False: n is none, or has
// nothing that stays.
func (e *editor) short(n *yaml.Node, has, want reflect.Value, path string, at seat) bool {
	r := recordOf(want.Type())
	f := r.scalar
	if n.Kind == yaml.SequenceNode {
		f = r.list
	}
	if f == nil || isNull(n) || n.Kind == yaml.MappingNode || !isGiven(want.FieldByIndex(f.index)) {
		return false
	}
	if only := r.filled(want); len(only) == 1 {
		e.value(n, has.FieldByIndex(f.index), want.FieldByIndex(f.index), f, Join(path, f.key), at)
		return true
	}
	e.goes(n, path)
	e.expand(n, r, f, want, at) // what changed in the field itself is left to the next pass
	return true
}

// mapping writes what became of a struct, key by key.
func (e *editor) mapping(n *yaml.Node, has, want reflect.Value, path string, at seat) {
	r := recordOf(want.Type())
	c := e.container(n)
	byKey := make(map[string]int, len(c.entries)) // index of the entry
	for i := range c.entries {
		if key := n.Content[2*i]; key.Kind == yaml.ScalarNode {
			if _, twice := byKey[vi.NFC(key.Value)]; !twice {
				byKey[vi.NFC(key.Value)] = i
			}
		}
	}
	behind := -1 // the entry of the last field that has one and keeps it
	for _, f := range r.fields {
		i, there := byKey[f.key]
		was, is := has.FieldByIndex(f.index), want.FieldByIndex(f.index)
		switch changed := !same(was, is); {
		case there && changed && !isGiven(is):
			c.entries[i].drop = true
			e.goes(n.Content[2*i+1], Join(path, f.key))
			continue
		case there && changed:
			c.entries[i].edit = func(at seat) { e.value(n.Content[2*i+1], was, is, f, Join(path, f.key), at) }
		case changed && isGiven(is):
			c.add(behind, e.pair(f, is, c.flow))
		}
		if there {
			behind = i
		}
	}
	if c.isLeft() {
		e.splice(c)
		return
	}
	e.replace(n, want, path, at)
}

// list writes what became of a list, element by element.
func (e *editor) list(n *yaml.Node, has, want reflect.Value, f *Field, path string) {
	c := e.container(n)
	behind := -1 // the last element that stays
	for _, s := range align(has, want) {
		switch {
		case s.to < 0:
			c.entries[s.from].drop = true
			e.goes(n.Content[s.from], Index(path, s.from))
			continue
		case s.from < 0:
			c.add(behind, e.item(want.Index(s.to), c.flow, e.likeOthers(n, behind)))
			continue
		case !same(has.Index(s.from), want.Index(s.to)):
			c.entries[s.from].edit = func(at seat) {
				e.value(n.Content[s.from], has.Index(s.from), want.Index(s.to), f, Index(path, s.from), at)
			}
		}
		behind = s.from
	}
	e.splice(c) // of two lists that have elements some always stay
}

// likeOthers reports whether a new element of a list is written in braces, as the one that
// it stands behind is.
func (e *editor) likeOthers(n *yaml.Node, behind int) bool {
	other := n.Content[max(behind, 0)]
	return other.Kind == yaml.MappingNode && isFlow(other)
}
