package fill

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
)

// Bounds of one part.
const (
	maxDepth = 500
	maxNodes = 1_000_000
)

// errXML says that a part is no XML as Word writes it.
var errXML = errors.New("broken XML")

// node is an element of a part, a piece of its text, or what stands in the place of some of
// them. It keeps its bytes: what nothing is done to is written as it was.
type node struct {
	name     string // "w:p" whatever prefix the part uses; "" of text, comments, instructions and ops
	src      string // all its bytes as they were
	head     string // start tag as it was; of an element without content all of it
	tail     string // end tag, empty for an element without content
	text     string // of character data, without escapes
	attrs    []attr
	kids     []*node
	up       *node
	op       op
	changed  bool // it is not written as src
	numbered bool // it has an id that no other may have
	parts    bool // a paragraph of nothing but sections
	joined   bool // a paragraph with the ends of others in it
	live     bool // it or something below it is not
}

type attr struct{ name, written, value string }

// op is what is done at a place when the template is filled.
type op interface{ run(x *exec, n *node) }

// prefixes are the names of the name spaces that count here, in either edition of the
// standard.
var prefixes = map[string]string{
	"http://www.w3.org/XML/1998/namespace":                                   "xml",
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":           "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                       "w",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":    "r",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":                "r",
	"http://schemas.openxmlformats.org/package/2006/relationships":           "rel",
	"http://schemas.openxmlformats.org/package/2006/content-types":           "ct",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":            "mc",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
	"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":             "wp",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                  "a",
	"http://purl.oclc.org/ooxml/drawingml/main":                              "a",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":               "pic",
	"http://purl.oclc.org/ooxml/drawingml/picture":                           "pic",
	"http://schemas.microsoft.com/office/word/2010/wordml":                   "w14",
	"http://schemas.microsoft.com/office/word/2012/wordml":                   "w15",
	"urn:schemas-microsoft-com:vml":                                          "v",
	"urn:schemas-microsoft-com:office:office":                                "o",
}

// binding is a prefix that an open element has given a name space.
type binding struct {
	prefix, name string
	depth        int
}

// parse reads a part. What it gives holds all bytes of it.
func parse(src string) (*node, error) {
	root := &node{src: src, head: ""}
	at, nodes := root, 0
	bound := []binding{{prefix: "xml", name: "xml"}}
	depth := 0
	dec := xml.NewDecoder(strings.NewReader(src))
	from := int(dec.InputOffset())
	if strings.HasPrefix(src, "\ufeff") {
		return nil, fmt.Errorf("%w: byte order mark", errXML) // the caller has cut it off
	}
	name := func(n xml.Name, element bool) string {
		if n.Space == "" && !element {
			return n.Local
		}
		for _, b := range slices.Backward(bound) {
			if b.prefix == n.Space {
				return b.name + ":" + n.Local
			}
		}
		return "?:" + n.Local
	}
	for {
		token, err := dec.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errXML, err)
		}
		to := int(dec.InputOffset())
		raw := src[from:to]
		if nodes++; nodes > maxNodes {
			return nil, fmt.Errorf("%w: more than %d elements", errXML, maxNodes)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return nil, fmt.Errorf("%w: more than %d levels", errXML, maxDepth)
			}
			for _, a := range t.Attr {
				switch {
				case a.Name.Space == "xmlns":
					bound = append(bound, binding{a.Name.Local, cmp.Or(prefixes[a.Value], "?"), depth})
				case a.Name.Space == "" && a.Name.Local == "xmlns":
					bound = append(bound, binding{"", cmp.Or(prefixes[a.Value], "?"), depth})
				}
			}
			n := &node{name: name(t.Name, true), src: src[from:], head: raw, up: at}
			for _, a := range t.Attr {
				if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
					n.attrs = append(n.attrs, attr{name(a.Name, false), strings.TrimPrefix(a.Name.Space+":"+a.Name.Local, ":"), a.Value})
				}
			}
			at.kids = append(at.kids, n)
			at = n
		case xml.EndElement:
			if at == root {
				return nil, fmt.Errorf("%w: end tag at byte %d", errXML, from)
			}
			if from != to && tagName(raw[1:]) != tagName(at.head) {
				return nil, fmt.Errorf("%w: end tag at byte %d", errXML, from)
			}
			at.tail = raw
			at.src = at.src[:to-(len(src)-len(at.src))]
			for len(bound) > 0 && bound[len(bound)-1].depth == depth { // the first is of depth 0
				bound = bound[:len(bound)-1]
			}
			depth--
			at = at.up
		case xml.CharData:
			at.kids = append(at.kids, &node{src: raw, text: string(t), up: at})
		case xml.Directive:
			return nil, fmt.Errorf("%w: document type", errXML)
		default: // a comment, the declaration
			at.kids = append(at.kids, &node{src: raw, up: at})
		}
		from = to
	}
	if at != root {
		return nil, fmt.Errorf("%w: ends early", errXML)
	}
	return root, nil
}

// tagName gives the name in a tag as it is written, prefix and all.
func tagName(tag string) string {
	tag = strings.TrimPrefix(strings.TrimLeft(tag, "<"), "/")
	if i := strings.IndexAny(tag, " \t\r\n/>"); i >= 0 {
		tag = tag[:i]
	}
	return tag
}

// prefix gives what the part writes before the names of the element's name space: "w:".
func (n *node) prefix() string {
	name := tagName(n.head)
	return name[:strings.IndexByte(name, ':')+1]
}

// attr gives the value of an attribute, "" for none.
func (n *node) attr(name string) string {
	v, _ := n.lookup(name)
	return v
}

func (n *node) lookup(name string) (string, bool) {
	for _, a := range n.own() {
		if a.name == name {
			return a.value, true
		}
	}
	return "", false
}

// own are the attributes, none of no element.
func (n *node) own() []attr {
	if n == nil {
		return nil
	}
	return n.attrs
}

// written gives the name of an attribute as the part writes it.
func (n *node) written(name string) string {
	for _, a := range n.attrs {
		if a.name == name {
			return a.written
		}
	}
	return name
}

// child gives the first child of that name, nil for none.
func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// walk calls f for n and all below it, from the top down and in order; below an element for
// which f is false it does not go.
func (n *node) walk(f func(*node) bool) {
	if n == nil || !f(n) {
		return
	}
	for _, k := range slices.Clone(n.kids) {
		k.walk(f)
	}
}

// all are the elements of a name, n and those below it, in order: as the tree stands when it comes to them.
func (n *node) all(name string) iter.Seq[*node] {
	return func(yield func(*node) bool) {
		more := true
		n.walk(func(k *node) bool {
			more = more && (k.name != name || yield(k))
			return more
		})
	}
}

// find gives the first of n and what is below it that is wanted, nil for none.
func (n *node) find(wanted func(*node) bool) (found *node) {
	n.walk(func(k *node) bool {
		if found == nil && wanted(k) {
			found = k
		}
		return found == nil
	})
	return found
}

// above gives the nearest element above n that has one of the names, nil for none.
func (n *node) above(names ...string) *node {
	for n = n.up; n != nil; n = n.up {
		if slices.Contains(names, n.name) {
			return n
		}
	}
	return nil
}

// index is the place of n among the children of its parent.
func (n *node) index() int { return slices.Index(n.up.kids, n) }

// replace puts other nodes in the place of n. One that is taken out already stays out.
func (n *node) replace(with ...*node) {
	if n.up == nil {
		return
	}
	if i := n.index(); i >= 0 {
		for _, w := range with {
			w.up = n.up
		}
		n.up.kids = slices.Replace(n.up.kids, i, i+1, with...)
		n.up.changed = true
	}
}

// open makes an element that may have none ready to hold others.
func (n *node) open() {
	n.changed = true
	n.head, n.tail = opened(n.head), cmp.Or(n.tail, "</"+tagName(n.head)+">")
}

// opened is the start tag of an element that holds something now.
func opened(head string) string {
	if bare, empty := strings.CutSuffix(head, "/>"); empty {
		return strings.TrimRight(bare, " \t\r\n") + ">"
	}
	return head
}

// wrap puts some children of n, from i to before j, below a node of their own that is written
// by an op.
func (n *node) wrap(i, j int, o op) {
	w := &node{op: o, up: n, kids: slices.Clone(n.kids[i:j]), changed: true}
	w.adopt()
	n.kids = slices.Replace(n.kids, i, j, w)
	n.changed = true
}

// clone copies an element with all below it.
func (n *node) clone(up *node) *node {
	c := *n
	c.up = up
	c.kids = make([]*node, len(n.kids))
	for i, k := range n.kids {
		c.kids[i] = k.clone(&c)
	}
	return &c
}

// settle finds what is written otherwise than it was.
func (n *node) settle() bool {
	n.live = n.changed || n.op != nil
	for _, k := range n.kids {
		if k.settle() {
			n.live = true
		}
	}
	return n.live
}

// setAttr gives a start tag another value for an attribute that it has, by the name that it
// is written with.
func setAttr(tag, name, value string) string {
	for _, quote := range []string{`"`, `'`} {
		for from := 0; ; {
			i := strings.Index(tag[from:], name+"="+quote)
			if i == -1 {
				break
			}
			i += from
			if c := tag[i-1]; c == ' ' || c == '\t' || c == '\n' || c == '\r' {
				at := i + len(name) + 2
				if end := strings.Index(tag[at:], quote); end >= 0 {
					return tag[:at] + value + tag[at+end:]
				}
			}
			from = i + 1
		}
	}
	return tag
}
