package record

import (
	"iter"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan/diag"
)

// Node is a piece of a file's YAML before it is decoded: a text, a list, a mapping or an
// alias of one. Nodes are compared by ==, and never changed: what is to look otherwise is
// a copy. The zero Node is none.
type Node struct{ yaml *yaml.Node }

// Exists reports whether there is such a node at all.
func (n Node) Exists() bool { return n.yaml != nil }

func (n Node) is(k yaml.Kind) bool { return n.yaml != nil && n.yaml.Kind == k }

// IsText reports whether the node is a text; nothing at all is one too.
func (n Node) IsText() bool { return n.is(yaml.ScalarNode) }

// IsList reports whether the node is a list.
func (n Node) IsList() bool { return n.is(yaml.SequenceNode) }

// IsMapping reports whether the node is a mapping.
func (n Node) IsMapping() bool { return n.is(yaml.MappingNode) }

// IsNull reports whether the node is no value at all, or there is none.
func (n Node) IsNull() bool { return n.yaml == nil || isNull(n.yaml) }

// Text returns a node's text as it stands in the file, in whatever form of Unicode.
func (n Node) Text() string {
	if n.yaml == nil {
		return ""
	}
	return n.yaml.Value
}

// Tag returns the tag: !!str and the like, or one of the file's own.
func (n Node) Tag() string {
	if n.yaml == nil {
		return ""
	}
	return n.yaml.Tag
}

// Pos returns the place of the node in the file of that name; unknown for none.
func (n Node) Pos(file string) diag.Pos {
	if n.yaml == nil {
		return diag.Pos{File: file}
	}
	return nodePos(file, n.yaml, "")
}

// Alias returns the node that an alias leads to; of any other node there is none.
func (n Node) Alias() Node {
	if n.yaml == nil {
		return Node{}
	}
	return Node{n.yaml.Alias}
}

// Children are the elements of a list, or the keys of a mapping, each before its value.
func (n Node) Children() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		if n.yaml == nil {
			return
		}
		for _, c := range n.yaml.Content {
			if !yield(Node{c}) {
				return
			}
		}
	}
}

// Pairs are the keys of a mapping with their values.
func (n Node) Pairs() iter.Seq2[Node, Node] {
	return func(yield func(key, value Node) bool) {
		if !n.IsMapping() {
			return
		}
		for i := 0; i < len(n.yaml.Content); i += 2 {
			if !yield(Node{n.yaml.Content[i]}, Node{n.yaml.Content[i+1]}) {
				return
			}
		}
	}
}

// Value returns the value of a key of a mapping, if there is one.
func (n Node) Value(key string) Node {
	for k, v := range n.Pairs() {
		if k.yaml.Value == key {
			return v
		}
	}
	return Node{}
}

// NewText returns a text that stands at a line and column.
func NewText(text string, line, column int) Node {
	return Node{&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Style: yaml.DoubleQuotedStyle, Value: text, Line: line, Column: column}}
}

// WithValue returns a copy of a mapping with another value for a key, which is added
// when the mapping does not have it.
func (n Node) WithValue(key string, value Node) Node {
	if n.yaml == nil || value.yaml == nil {
		return n
	}
	c := *n.yaml
	c.Content = append(make([]*yaml.Node, 0, len(c.Content)+2), c.Content...)
	for i := 0; i < len(c.Content); i += 2 {
		if c.Content[i].Value == key {
			c.Content[i+1] = value.yaml
			return Node{&c}
		}
	}
	c.Content = append(c.Content, NewText(key, value.yaml.Line, value.yaml.Column).yaml, value.yaml)
	return Node{&c}
}

// WithChildren returns a copy of a list or mapping, for each of whose children stand those
// that f adds. The copy has no tag of the file's own.
func (n Node) WithChildren(f func(child Node, add func(Node))) Node {
	if n.yaml == nil {
		return n
	}
	c := *n.yaml
	c.Content = make([]*yaml.Node, 0, len(c.Content))
	add := func(child Node) { c.Content = append(c.Content, child.yaml) }
	for _, child := range n.yaml.Content {
		f(Node{child}, add)
	}
	return Node{&c}.Untagged()
}

// plainTags are the tags of nodes that have none of the file's own.
var plainTags = map[yaml.Kind]string{yaml.ScalarNode: "!!str", yaml.MappingNode: "!!map", yaml.SequenceNode: "!!seq"}

// Untagged returns the node, or a copy of it, without a tag of the file's own.
func (n Node) Untagged() Node {
	if n.yaml == nil || len(n.yaml.Tag) < 2 || n.yaml.Tag[:2] == "!!" {
		return n
	}
	c := *n.yaml
	c.Tag = plainTags[c.Kind]
	c.Style &^= yaml.TaggedStyle
	return Node{&c}
}
