package word

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Bounds of what is read of one file.
const (
	maxElements = 1_000_000 // and attributes
	maxDepth    = 500
)

// Failures of a part that is no XML as Word writes it.
var (
	errSyntax = errors.New("broken XML")
	errHuge   = errors.New("beyond the bounds of a document")
)

// node is an element, or a piece of text.
type node struct {
	space space
	// flag says of an element that its spaces count (xml:space), and of a Choice that its name
	// spaces are understood.
	flag        bool
	name        string // local name; of text the text
	first, next int32  // child and sibling, 0 for none
	attr, attrs int32  // in tree.attrs
}

type attr struct {
	space space
	colon int32 // in the name, while the prefix is in it
	name  string
	value string
}

// tree is a part as elements. Node 0 is none, node 1 the root.
type tree struct {
	src    string
	nodes  []node
	attrs  []attr
	fields bool // there is a complex field
}

// budget is what may still be spent on one file.
type budget struct {
	elements int
	bytes    int64
}

func newBudget() *budget { return &budget{elements: maxElements, bytes: maxBytes} }

type binding struct {
	prefix string
	space  space
	known  bool // a Choice that requires it is taken
}

// open is an element whose end is not yet read.
type open struct {
	node, last int32
	name       string // as written
	bindings   int
	keep       bool // xml:space="preserve"
}

type parser struct {
	*tree
	pos      int
	bindings []binding
	stack    []open
	budget   *budget
	prefix   string // last looked up
	space    space
	cached   bool
}

// parse reads a part. There are no entities but the five of XML: a document type is refused.
func parse(src string, b *budget) (*tree, error) {
	src = strings.TrimPrefix(src, "\ufeff")
	if !utf8.ValidString(src) {
		return nil, fmt.Errorf("%w: not UTF-8", errSyntax)
	}
	p := &parser{tree: &tree{src: src}, budget: b}
	p.nodes = make([]node, 1, 2+min(strings.Count(src, "<"), b.elements))
	p.attrs = make([]attr, 0, min(strings.Count(src, `"`)/2, b.elements))
	p.stack = append(p.stack, open{})
	for p.pos < len(src) {
		text, _, _ := strings.Cut(src[p.pos:], "<")
		if err := p.text(text, true); err != nil {
			return nil, err
		}
		if p.pos += len(text); p.pos < len(src) {
			if err := p.tag(); err != nil {
				return nil, err
			}
		}
	}
	if len(p.stack) != 1 || p.stack[0].last == 0 {
		return nil, fmt.Errorf("%w: ends early", errSyntax)
	}
	return p.tree, nil
}

// text adds character data. Blanks between elements are none.
func (p *parser) text(s string, escaped bool) error {
	if s == "" {
		return nil
	}
	blank := true
	for i := range len(s) {
		if c := s[i]; c > ' ' {
			blank = false
		} else if c < ' ' && c != '\n' && c != '\t' && c != '\r' {
			return fmt.Errorf("%w: control character", errSyntax)
		}
	}
	top := &p.stack[len(p.stack)-1]
	if top.node == 0 {
		if blank {
			return nil
		}
		return fmt.Errorf("%w: text outside", errSyntax)
	}
	if blank && p.nodes[top.node].name != "t" && p.nodes[top.node].name != "delText" {
		return nil
	}
	if escaped {
		var err error
		if s, err = unescape(s); err != nil {
			return err
		}
	}
	_, err := p.add(node{space: chars, name: s})
	return err
}

// add appends a child to the innermost open element.
func (p *parser) add(n node) (int32, error) {
	if p.budget.elements--; p.budget.elements < 0 {
		return 0, errHuge
	}
	at := int32(len(p.nodes))
	p.nodes = append(p.nodes, n)
	top := &p.stack[len(p.stack)-1]
	if top.last != 0 {
		p.nodes[top.last].next = at
	} else if top.node != 0 {
		p.nodes[top.node].first = at
	}
	top.last = at
	return at, nil
}

// tag reads what begins with '<'.
func (p *parser) tag() error {
	rest := p.src[p.pos:]
	switch {
	case strings.HasPrefix(rest, "<?"):
		return p.skip("?>")
	case strings.HasPrefix(rest, "<!--"):
		return p.skip("-->")
	case strings.HasPrefix(rest, "<![CDATA["):
		text, _, closed := strings.Cut(rest[len("<![CDATA["):], "]]>")
		if !closed {
			return fmt.Errorf("%w: open CDATA", errSyntax)
		}
		err := p.text(text, false)
		p.pos += len("<![CDATA[") + len(text) + len("]]>")
		return err
	case strings.HasPrefix(rest, "<!"):
		return fmt.Errorf("%w: document type", errSyntax)
	case strings.HasPrefix(rest, "</"):
		return p.close(rest)
	}
	return p.open()
}

func (p *parser) skip(end string) error {
	skipped, _, found := strings.Cut(p.src[p.pos:], end)
	if !found {
		return fmt.Errorf("%w: no %s", errSyntax, end)
	}
	p.pos += len(skipped) + len(end)
	return nil
}

func (p *parser) close(rest string) error {
	name, _, closed := strings.Cut(rest[len("</"):], ">")
	top := p.stack[len(p.stack)-1]
	if !closed || top.node == 0 || strings.TrimRight(name, " \t\r\n") != top.name {
		return fmt.Errorf("%w: end tag at byte %d", errSyntax, p.pos)
	}
	p.pos += len("</") + len(name) + len(">")
	p.pop()
	return nil
}

func (p *parser) pop() {
	top := p.stack[len(p.stack)-1]
	if len(p.bindings) != top.bindings {
		p.bindings, p.cached = p.bindings[:top.bindings], false
	}
	p.stack = p.stack[:len(p.stack)-1]
}

// open reads a start tag.
func (p *parser) open() error {
	bound := len(p.bindings)
	name, colon := p.word(p.pos + 1)
	if name == "" || len(p.stack) > maxDepth {
		return fmt.Errorf("%w: tag at byte %d", errSyntax, p.pos)
	}
	if len(p.stack) == 1 && p.stack[0].last != 0 {
		return fmt.Errorf("%w: two roots", errSyntax)
	}
	p.pos += 1 + len(name)
	first := len(p.attrs)
	keep := p.stack[len(p.stack)-1].keep
	for {
		p.blanks()
		if p.pos >= len(p.src) {
			return fmt.Errorf("%w: open tag", errSyntax)
		}
		if c := p.src[p.pos]; c == '>' || c == '/' {
			break
		}
		key, colon, value, err := p.pair()
		if err != nil {
			return err
		}
		switch {
		case key[0] == 'x' && key == "xmlns":
			p.bind("", value)
		case key[0] == 'x' && strings.HasPrefix(key, "xmlns:"):
			p.bind(key[len("xmlns:"):], value)
		case key[0] == 'x' && key == "xml:space":
			keep = value == "preserve"
		case colon > 0 && strings.HasPrefix(key[colon:], ":rsid"): // who typed it when; a third of all attributes
		default:
			if p.budget.elements--; p.budget.elements < 0 {
				return errHuge
			}
			p.attrs = append(p.attrs, attr{name: key, value: value, colon: int32(colon)})
		}
	}
	for i := first; i < len(p.attrs); i++ { // now that the element's own bindings are known
		if a := &p.attrs[i]; a.colon >= 0 {
			a.space, a.name = p.lookup(a.name[:a.colon]), a.name[a.colon+1:]
		}
	}
	n := node{attr: int32(first), attrs: int32(len(p.attrs) - first), flag: keep}
	if colon >= 0 {
		n.space, n.name = p.lookup(name[:colon]), name[colon+1:]
	} else {
		n.space, n.name = p.lookup(""), name
	}
	switch {
	case n.space == compat && n.name == "Choice":
		n.flag = p.understood(first)
	case n.name == "fldChar":
		p.fields = true
	}
	at, err := p.add(n)
	if err != nil {
		return err
	}
	p.stack = append(p.stack, open{node: at, name: name, bindings: bound, keep: keep})
	if p.src[p.pos] == '/' {
		if p.pos++; p.pos >= len(p.src) || p.src[p.pos] != '>' {
			return fmt.Errorf("%w: stroke in a tag", errSyntax)
		}
		p.pos++
		p.pop()
		return nil
	}
	p.pos++
	return nil
}

// ends are the bytes that end a name.
var ends = [256]bool{' ': true, '\t': true, '\n': true, '\r': true, '=': true, '>': true, '/': true, '<': true, '"': true, '\'': true,
	'&': true}

// word gives the name that stands at a place, and where its colon is, -1 for none.
func (p *parser) word(at int) (name string, colon int) {
	colon = -1
	i := at
	for ; i < len(p.src) && !ends[p.src[i]]; i++ {
		if p.src[i] == ':' && colon < 0 {
			colon = i - at
		}
	}
	return p.src[at:i], colon
}

func (p *parser) blanks() {
	for p.pos < len(p.src) {
		if c := p.src[p.pos]; c != ' ' && c != '\n' && c != '\t' && c != '\r' {
			return
		}
		p.pos++
	}
}

// pair reads an attribute.
func (p *parser) pair() (key string, colon int, value string, err error) {
	key, colon = p.word(p.pos)
	p.pos += len(key)
	p.blanks()
	if key == "" || p.pos >= len(p.src) || p.src[p.pos] != '=' {
		return "", 0, "", fmt.Errorf("%w: attribute at byte %d", errSyntax, p.pos)
	}
	p.pos++
	p.blanks()
	if p.pos >= len(p.src) || p.src[p.pos] != '"' && p.src[p.pos] != '\'' {
		return "", 0, "", fmt.Errorf("%w: attribute at byte %d", errSyntax, p.pos)
	}
	quote, escaped, i := p.src[p.pos], false, p.pos+1
	for ; i < len(p.src) && p.src[i] != quote; i++ {
		escaped = escaped || p.src[i] == '&' || p.src[i] == '\r'
	}
	if i == len(p.src) {
		return "", 0, "", fmt.Errorf("%w: open attribute", errSyntax)
	}
	value = p.src[p.pos+1 : i]
	p.pos = i + 1
	if escaped {
		value, err = unescape(value)
	}
	return key, colon, value, err
}

func (p *parser) bind(prefix, uri string) {
	p.bindings = append(p.bindings, binding{prefix, spaceOf(uri), isUnderstood(uri)})
	p.cached = false
}

func (p *parser) lookup(prefix string) space {
	if p.cached && p.prefix == prefix {
		return p.space
	}
	p.prefix, p.space, p.cached = prefix, other, true
	for i := len(p.bindings) - 1; i >= 0; i-- {
		if p.bindings[i].prefix == prefix {
			p.space = p.bindings[i].space
			break
		}
	}
	return p.space
}

// understood reports whether each name space that a Choice requires is one that Word knows.
func (p *parser) understood(first int) bool {
	for _, a := range p.attrs[first:] {
		if a.name != "Requires" {
			continue
		}
		for _, prefix := range strings.Fields(a.value) {
			known := false
			for _, b := range p.bindings {
				known = known || b.prefix == prefix && b.known
			}
			if !known {
				return false
			}
		}
	}
	return true
}

// unescape resolves the references of a text, and the line ends.
func unescape(s string) (string, error) {
	if !strings.ContainsAny(s, "&\r") {
		return s, nil
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	var b strings.Builder
	b.Grow(len(s))
	for {
		text, rest, found := strings.Cut(s, "&")
		b.WriteString(text)
		if !found {
			return b.String(), nil
		}
		name, after, _ := strings.Cut(rest, ";")
		r, ok := reference(name)
		if !ok || len(rest) == len(name) {
			return "", fmt.Errorf("%w: entity", errSyntax)
		}
		b.WriteRune(r)
		s = after
	}
}

// entities are those of XML.
var entities = map[string]rune{"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\''}

func reference(name string) (rune, bool) {
	if r, ok := entities[name]; ok {
		return r, true
	}
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		return 0, false
	}
	base := 10
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	r := rune(n)
	return r, err == nil && utf8.ValidRune(r) && (r >= ' ' || r == '\n' || r == '\t' || r == '\r')
}
