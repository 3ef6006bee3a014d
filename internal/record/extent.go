package record

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// extents finds where in a source its nodes begin and end, which yaml.v3 does not say of
// ends. Offsets are bytes of the source. Whoever writes by them reads the result again.
type extents struct {
	*Source
	// The last place that was looked up: asking for places in order takes time in
	// proportion to the source, however long its lines are.
	line, column, at int
}

// offset returns where a line and column are, both from 1.
func (x *extents) offset(line, column int) int {
	if line != x.line || column < x.column {
		x.line, x.column, x.at = line, 1, lineStart(x.ends, line)
	}
	for x.column < column {
		_, size := utf8.DecodeRune(x.src[x.at:])
		x.at += size
		x.column++
	}
	return x.at
}

// is reports whether one of some characters stands at an offset, which may be behind the end.
func (x *extents) is(at int, characters string) bool {
	return at < len(x.src) && strings.IndexByte(characters, x.src[at]) >= 0
}

func (x *extents) start(n *yaml.Node) int { return x.offset(n.Line, n.Column) }

// isVoid reports whether nothing is written at all for a node.
func isVoid(n *yaml.Node) bool {
	return n.Tag == "!!null" && n.Value == "" && n.Style == 0 && n.Anchor == ""
}

func isFlow(n *yaml.Node) bool { return n.Style&yaml.FlowStyle != 0 }

// lineStart returns the offset of the line that holds an offset.
func (x *extents) lineStart(at int) int { return bytes.LastIndexAny(x.src[:at], "\r\n") + 1 }

// lineEnd returns the offset of the end of the line that holds an offset, before what ends it.
func (x *extents) lineEnd(at int) int {
	if i := bytes.IndexAny(x.src[at:], "\r\n"); i >= 0 {
		return at + i
	}
	return len(x.src)
}

// nextLine returns the offset of the line behind the one that ends at an offset.
func (x *extents) nextLine(end int) int {
	if x.is(end, "\r") && x.is(end+1, "\n") {
		end++
	}
	return min(end+1, len(x.src))
}

// withComments returns the end of the line that holds an offset, or of the last comment on the
// lines behind it that stands further to the right than indent: such comments belong to
// what stands before them, and a text in a block would take them for its own.
func (x *extents) withComments(at, indent int) int {
	end := x.lineEnd(at)
	for line := x.nextLine(end); line < len(x.src); line = x.nextLine(x.lineEnd(line)) {
		text := x.src[line:x.lineEnd(line)]
		body := bytes.TrimLeft(text, " ")
		switch {
		case len(body) == 0:
		case body[0] != '#' || len(text)-len(body) <= indent:
			return end
		default:
			end = x.lineEnd(line)
		}
	}
	return end
}

// previousEnd returns the end of the line before the one that holds an offset, which is
// not the first.
func (x *extents) previousEnd(at int) int {
	at = x.lineStart(at) - 1
	if at > 0 && x.src[at-1] == '\r' && x.src[at] == '\n' {
		at--
	}
	return at
}

// opensLine reports whether only spaces stand before an offset on its line.
func (x *extents) opensLine(at int) bool {
	return len(bytes.TrimLeft(x.src[x.lineStart(at):at], " ")) == 0
}

// next returns the offset of the first character at or behind an offset that is neither
// white space nor of a comment.
func (x *extents) next(at int) int {
	for at < len(x.src) {
		switch c := x.src[at]; {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			at++
		case c == '#':
			at = x.lineEnd(at)
		default:
			return at
		}
	}
	return at
}

// behindKey returns the offset behind the colon of a key.
func (x *extents) behindKey(key *yaml.Node) int {
	end := x.end(key)
	if at := x.next(end); x.is(at, ":") {
		return at + 1
	}
	return end // {key}
}

// pairEnd returns the end of a key with its value.
func (x *extents) pairEnd(key, value *yaml.Node) int {
	if isVoid(value) {
		return x.behindKey(key)
	}
	return x.end(value)
}

// content returns where a node's own text begins, behind an anchor and a tag.
func (x *extents) content(n *yaml.Node) int {
	at := x.start(n)
	for x.is(at, "&!") {
		end := at
		for end < len(x.src) && !x.is(end, " \t\r\n,[]{}") {
			end++
		}
		if n.Kind == yaml.ScalarNode && n.Value == "" && n.Style&^yaml.TaggedStyle == 0 {
			if !x.is(x.next(end), "&!") {
				return end // nothing is written behind them
			}
		}
		at = x.next(end)
	}
	return at
}

// end returns the offset behind a node.
func (x *extents) end(n *yaml.Node) int {
	at := x.content(n)
	switch n.Kind {
	case yaml.AliasNode:
		return min(at+1+len(n.Value), len(x.src))
	case yaml.SequenceNode, yaml.MappingNode:
		return x.collectionEnd(n, at)
	}
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		return x.quotedEnd(at, '"', '\\')
	case n.Style&yaml.SingleQuotedStyle != 0:
		return x.quotedEnd(at, '\'', '\'')
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return x.blockEnd(n, at)
	}
	return x.lettersEnd(n.Value, at)
}

func (x *extents) collectionEnd(n *yaml.Node, at int) int {
	end := at
	if last := len(n.Content) - 1; last >= 0 {
		switch {
		case n.Kind == yaml.MappingNode:
			end = x.pairEnd(n.Content[last-1], n.Content[last])
		case !isVoid(n.Content[last]):
			end = x.end(n.Content[last])
		case !isFlow(n):
			end = x.start(n.Content[last]) // right behind its dash
		}
	}
	if !isFlow(n) || !x.is(at, "[{") { // a pair in a list may stand without braces
		return end
	}
	if len(n.Content) == 0 {
		end++
	}
	for end = x.next(end); x.is(end, ",:?"); {
		end = x.next(end + 1)
	}
	return min(end+1, len(x.src))
}

// quotedEnd returns the end of a text in quotation marks. A mark behind escape is part of
// the text.
func (x *extents) quotedEnd(at int, mark, escape byte) int {
	for at++; at < len(x.src); at++ {
		switch c := x.src[at]; {
		case c == mark && (escape != mark || !x.is(at+1, string(mark))):
			return at + 1
		case c == escape:
			at++
		}
	}
	return len(x.src)
}

// blockEnd returns the end of the last line of a text behind | or >.
func (x *extents) blockEnd(n *yaml.Node, at int) int {
	head := x.lineEnd(at)
	sign, _, _ := strings.Cut(string(x.src[at:head]), "#")
	end := head
	if strings.Trim(n.Value, " \t\n") != "" {
		end = x.lineEnd(x.lettersEnd(n.Value, head))
	}
	if strings.Contains(sign, "+") { // empty lines at the end belong to it
		for {
			line := x.nextLine(end)
			next := x.lineEnd(line)
			if len(bytes.Trim(x.src[line:next], " ")) > 0 || line == len(x.src) {
				break
			}
			end = next
		}
	}
	return end
}

// lettersEnd goes along a text and its source, however its lines are folded.
func (x *extents) lettersEnd(text string, at int) int {
	end := at
	for i := range len(text) {
		if strings.IndexByte(" \t\n", text[i]) >= 0 {
			continue
		}
		for x.is(at, " \t\r\n") {
			at++
		}
		at = min(at+1, len(x.src))
		end = at
	}
	return end
}

// comments returns the comments between two offsets, in and between nodes that begin
// there, which are in the order of the source.
func (x *extents) comments(from, to int, nodes ...*yaml.Node) []string {
	var texts [][2]int
	for _, n := range nodes {
		texts = x.texts(n, texts)
	}
	var all []string
	for at := from; at < to; at++ {
		if len(texts) > 0 && at >= texts[0][0] {
			at = max(at, texts[0][1]-1)
			texts = texts[1:]
			continue
		}
		if x.src[at] == '#' {
			end := x.lineEnd(at)
			all = append(all, strings.TrimRight(string(x.src[at:end]), " \t"))
			at = end - 1
		}
	}
	return all
}

// texts adds where the texts in a node stand. The line of a sign | or >, on which a comment
// may stand, is no part of it.
func (x *extents) texts(n *yaml.Node, all [][2]int) [][2]int {
	switch {
	case n.Kind != yaml.ScalarNode: // an alias has its text elsewhere
		for _, c := range n.Content {
			all = x.texts(c, all)
		}
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		all = append(all, [2]int{x.lineEnd(x.content(n)), x.end(n)})
	default:
		all = append(all, [2]int{x.content(n), x.end(n)})
	}
	return all
}
