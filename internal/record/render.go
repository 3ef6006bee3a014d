package record

import (
	"fmt"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"
)

// pair returns a key with its value as it is put into a mapping: in braces, or as lines of
// which the first begins with the key.
func (e *editor) pair(f *Field, v reflect.Value, flow bool) string {
	return e.write(pairNode(f.key, e.node(v, flow)), flow)
}

// item returns an element as it is put into a list: between commas, or as lines of which
// the first begins with a dash. In a list of lines it may be in braces itself.
func (e *editor) item(v reflect.Value, flow, braces bool) string {
	return e.write(listNode(e.node(v, flow || braces)), flow)
}

// rest returns what stands behind a key's colon or a dash: on its line, and below. A text
// is written as the old one was.
func (e *editor) rest(v reflect.Value, old *yaml.Node, at seat) (head, tail string) {
	n := e.node(v, false)
	setStyle(n, old.Style)
	if to := max(at.from, e.end(old)); e.withComments(to, at.indent) > e.lineEnd(to) {
		quoteBlocks(n)
	}
	mark, holder := "-", listNode(n)
	if at.key {
		mark, holder = "k:", pairNode("k", n)
	}
	text := strings.TrimPrefix(e.write(holder, false), mark)
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		return text[:i], e.lines(text[i:], at.indent)
	}
	return text, ""
}

// setStyle puts a text into the style of another, as far as it can be written so.
func setStyle(n *yaml.Node, old yaml.Style) {
	oneLine := !strings.Contains(strings.TrimSuffix(n.Value, "\n"), "\n")
	switch {
	case n.Kind != yaml.ScalarNode:
	case old&yaml.DoubleQuotedStyle != 0:
		n.Style = yaml.DoubleQuotedStyle
	case old&yaml.SingleQuotedStyle != 0 && !strings.Contains(n.Value, "\n"):
		n.Style = yaml.SingleQuotedStyle
	case old&yaml.LiteralStyle != 0 && isLiteral(n.Value):
		n.Style = yaml.LiteralStyle
	case old&yaml.FoldedStyle != 0 && oneLine && isLiteral(n.Value):
		n.Style = yaml.FoldedStyle
	}
}

func textNode(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s} }

func listNode(of ...*yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Content: of}
}

// pairNode is a mapping of one key.
func pairNode(key string, value *yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: []*yaml.Node{textNode(key), value}}
}

// node returns the node of a value.
func (e *editor) node(v reflect.Value, flow bool) *yaml.Node {
	n, err := encoder{plain: true}.value(v)
	if err != nil {
		if e.err == nil {
			e.err = fmt.Errorf("edit %s: %w", e.name, err)
		}
		return textNode("")
	}
	if flow {
		setFlow(n)
		quoteBlocks(n)
	}
	return n
}

// setFlow writes all of a node in one line.
func setFlow(n *yaml.Node) {
	if n.Kind != yaml.ScalarNode {
		n.Style |= yaml.FlowStyle
	}
	for _, c := range n.Content {
		setFlow(c)
	}
}

// quoteBlocks writes texts of several lines in quotation marks.
func quoteBlocks(n *yaml.Node) {
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		n.Style = yaml.DoubleQuotedStyle
	}
	for _, c := range n.Content {
		quoteBlocks(c)
	}
}

// write returns the text of a node that holds one pair or element, without the brackets of
// a flow collection and the last end of line.
func (e *editor) write(n *yaml.Node, flow bool) string {
	if flow {
		n.Style = yaml.FlowStyle
	}
	b, err := writeNode(n)
	if err != nil {
		e.err = fmt.Errorf("edit %s: %w", e.name, err)
		return ""
	}
	text := strings.TrimSuffix(string(b), "\n")
	if flow {
		text = text[1 : len(text)-1]
	}
	return text
}

// expand makes a mapping of the short form of a struct, which becomes the value of its
// field f: the text stays as it is, only its lines move to the right.
func (e *editor) expand(n *yaml.Node, r *record, f *Field, want reflect.Value, at seat) {
	from, to := e.start(n), e.end(n)
	var before, after []string
	side := &before
	for _, g := range r.filled(want) {
		if g == f {
			before = append(before, f.key+":")
			side = &after
			continue
		}
		*side = append(*side, e.pair(g, want.FieldByIndex(g.index), at.flow))
	}
	if at.flow {
		e.put(from, "{"+strings.Join(before, ", ")+" ")
		e.put(to, strings.Join(append([]string{""}, after...), ", ")+"}")
		return
	}
	ownLine := e.lineStart(from) != e.lineStart(at.from)
	block := n.Kind == yaml.SequenceNode && !isFlow(n)
	indent := n.Column - 1 // of the new keys
	if block && ownLine || at.key && !ownLine {
		indent = at.indent + 2
	}
	shift := indent - at.indent
	for i := range before {
		before[i] = e.lines(before[i], indent)
	}
	keys := strings.Join(before, e.newLine(indent))
	switch {
	case block && ownLine:
		line := e.lineStart(from)
		e.put(line, strings.Repeat(" ", indent)+keys+e.newLine(shift))
	case block:
		e.put(from, keys+e.newLine(indent+shift))
	case at.key && !ownLine:
		e.cut(at.from, from, e.newLine(indent)+keys+" ")
	default:
		e.put(from, keys+" ")
	}
	for line := e.lineEnd(from); line < to; line = e.lineEnd(line) {
		for line < len(e.src) && (e.src[line] == '\r' || e.src[line] == '\n') {
			line++
		}
		if line < to {
			e.put(line, strings.Repeat(" ", shift))
		}
	}
	for _, text := range after {
		e.put(e.withComments(to, indent), e.newLine(indent)+e.lines(text, indent))
	}
}
