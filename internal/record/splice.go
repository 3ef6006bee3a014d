package record

import (
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// container is a list or mapping whose entries are edited.
type container struct {
	flow    bool
	indent  int // of keys or dashes
	entries []entry
	first   []string // new entries before the first
}

// entry is a key with its value, or an element of a list with its dash.
type entry struct {
	from, to int
	nodes    []*yaml.Node
	seat     seat
	drop     bool
	edit     func(seat)
	behind   []string // new entries behind it
}

// container returns the entries of a list or mapping.
func (e *editor) container(n *yaml.Node) *container {
	c := &container{flow: isFlow(n)}
	if n.Kind == yaml.MappingNode {
		c.indent = n.Content[0].Column - 1
		for i := 0; i < len(n.Content); i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			c.entries = append(c.entries, entry{
				from: e.start(key), to: e.pairEnd(key, value), nodes: n.Content[i : i+2],
				seat: seat{c.flow, true, c.indent, e.behindKey(key)},
			})
		}
		return c
	}
	at := e.content(n)
	c.indent = len([]rune(string(e.src[e.lineStart(at):at])))
	if c.flow {
		c.indent++
	}
	for i, v := range n.Content {
		one := entry{nodes: n.Content[i : i+1]}
		if c.flow {
			one.from, one.to = e.start(v), e.end(v)
			one.seat = seat{flow: true, indent: c.indent, from: one.from}
		} else {
			one.from = e.next(at)
			one.seat = seat{indent: c.indent, from: one.from + 1}
			one.to = one.from + 1
			if !isVoid(v) {
				one.to = e.end(v)
			}
		}
		at = one.to
		c.entries = append(c.entries, one)
	}
	return c
}

// add puts a new entry behind one of the old ones that stays; behind -1 before all.
func (c *container) add(behind int, text string) {
	if behind < 0 {
		c.first = append(c.first, text)
		return
	}
	c.entries[behind].behind = append(c.entries[behind].behind, text)
}

// isLeft reports whether an entry stays.
func (c *container) isLeft() bool {
	return slices.ContainsFunc(c.entries, func(one entry) bool { return !one.drop })
}

// splice edits the entries of a container of which some stay.
func (e *editor) splice(c *container) {
	first := c.first
	for i := range c.entries {
		one := &c.entries[i]
		if one.drop {
			continue
		}
		e.before(c, i, first)
		first = nil
		if one.edit != nil {
			one.edit(one.seat)
		}
		e.behind(c, i, one.behind)
	}
	for i := 0; i < len(c.entries); i++ {
		if c.entries[i].drop {
			last := i
			for last+1 < len(c.entries) && c.entries[last+1].drop {
				last++
			}
			e.drop(c, i, last)
			i = last
		}
	}
}

// before puts new entries before the first that stays.
func (e *editor) before(c *container, i int, texts []string) {
	for _, text := range texts {
		if c.flow {
			e.put(c.entries[i].from, text+", ")
		} else {
			e.put(c.entries[i].from, e.lines(text, c.indent)+e.newLine(c.indent))
		}
	}
}

// behind puts new entries behind one that stays.
func (e *editor) behind(c *container, i int, texts []string) {
	for _, text := range texts {
		if c.flow {
			e.put(c.entries[i].to, ", "+text)
		} else {
			e.put(e.withComments(c.entries[i].to, c.indent), e.newLine(c.indent)+e.lines(text, c.indent))
		}
	}
}

// drop takes out entries from one to another, before and behind which one stays or none is.
func (e *editor) drop(c *container, from, to int) {
	first, last := c.entries[from], c.entries[to]
	var nodes []*yaml.Node
	for _, one := range c.entries[from : to+1] {
		nodes = append(nodes, one.nodes...)
	}
	switch {
	case to+1 < len(c.entries) && (c.flow || !e.opensLine(first.from)):
		// Up to the next one, which takes the place.
		next := c.entries[to+1].from
		put := ""
		for _, comment := range e.comments(first.from, next, nodes...) {
			put += comment + e.newLine(c.indent)
		}
		if c.flow && put != "" && e.src[first.from-1] != ' ' {
			put = " " + put
		}
		e.cut(first.from, next, put)
	case c.flow:
		before := c.entries[from-1].to
		put := ""
		for _, comment := range e.comments(before, last.to, nodes...) {
			put += " " + comment + e.newLine(c.indent)
		}
		e.cut(before, last.to, put)
	case e.lineStart(first.from) == 0: // no end of line stands before it
		end := e.withComments(last.to, c.indent)
		put := strings.TrimPrefix(e.ownLines(first.from, end, c.indent, nodes...), e.eol)
		if put == "" {
			end = e.nextLine(end)
		}
		e.cut(0, end, put)
	default:
		for _, one := range c.entries[from : to+1] {
			end := e.withComments(one.to, c.indent)
			e.cut(e.previousEnd(one.from), end, e.ownLines(one.from, end, c.indent, one.nodes...))
		}
	}
}

// ownLines returns the comments between two offsets as lines of their own, each behind an
// end of line.
func (e *editor) ownLines(from, to, indent int, nodes ...*yaml.Node) string {
	put := ""
	for _, comment := range e.comments(from, to, nodes...) {
		put += e.newLine(indent) + comment
	}
	return put
}

// newLine ends a line and indents the next.
func (e *editor) newLine(indent int) string { return e.eol + strings.Repeat(" ", indent) }

// lines returns a text of several lines with the file's line ends, all but the first
// indented.
func (e *editor) lines(text string, indent int) string {
	var b strings.Builder
	for i, line := range strings.Split(text, "\n") {
		switch {
		case i == 0:
		case line == "":
			b.WriteString(e.eol)
		default:
			b.WriteString(e.newLine(indent))
		}
		b.WriteString(line)
	}
	return b.String()
}

// replace writes a value anew in the place of a node.
func (e *editor) replace(n *yaml.Node, want reflect.Value, path string, at seat) {
	e.goes(n, path)
	from, to := e.start(n), e.end(n)
	if isVoid(n) {
		from, to = at.from, at.from
	}
	if at.flow {
		e.replaceFlow(n, want, from, to, at)
		return
	}
	head, tail := e.rest(want, n, at)
	switch {
	case e.lineStart(from) == e.lineStart(at.from):
		if from > at.from && head != "" && tail == "" {
			e.cut(from, to, head[1:]) // the space before it stays
		} else {
			e.cut(at.from, to, head)
		}
		e.put(e.lineEnd(to), tail+e.ownLines(from, to, at.indent, n))
	case head == "": // lines for lines
		e.cut(e.previousEnd(from), to, tail)
		e.put(e.lineEnd(to), e.ownLines(from, to, at.indent, n))
	default:
		e.put(at.from, head)
		end := e.lineEnd(at.from)
		if tail != "" || len(e.comments(at.from, to, n)) > 0 {
			to = e.lineEnd(to) // else the comment behind it stays behind head
		}
		e.cut(end, to, tail+e.ownLines(end, to, at.indent, n))
	}
}

// replaceFlow is replace within brackets.
func (e *editor) replaceFlow(n *yaml.Node, want reflect.Value, from, to int, at seat) {
	v := e.node(want, true)
	setStyle(v, n.Style)
	text := e.write(listNode(v), true)
	if isVoid(n) { // behind a key: a list in brackets has none
		if text = " " + text; e.src[from-1] != ':' {
			text = ":" + text
		}
	}
	for _, comment := range e.comments(from, to, n) {
		text += " " + comment + e.newLine(at.indent)
	}
	e.cut(from, to, text)
}
