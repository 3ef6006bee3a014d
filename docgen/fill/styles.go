package fill

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// styles are the styles of paragraphs, as far as they number.
type styles struct {
	all       map[string]*style
	fallback  string
	numbering *numbering
}

// style is a style of paragraphs with the list that it names, itself or by its bases.
type style struct {
	base, list, level string
	indents           []attr // that go before those of the list
	resolved          bool
}

// readStyles reads the styles of a template.
func (t *Template) readStyles(name string) error {
	tree, err := t.tree(t.part(name))
	root := tree.child("w:styles")
	if root == nil {
		return err
	}
	t.styles.all = make(map[string]*style)
	for _, k := range root.kids {
		if k.name != "w:style" || k.attr("w:type") != "paragraph" {
			continue
		}
		id, properties := k.attr("w:styleId"), k.child("w:pPr")
		number := properties.child("w:numPr")
		s := &style{
			base: k.child("w:basedOn").attr("w:val"),
			list: number.child("w:numId").attr("w:val"), level: number.child("w:ilvl").attr("w:val"),
		}
		s.indents = properties.child("w:ind").own()
		t.styles.all[id] = s
		if d := k.attr("w:default"); d == "1" || d == "true" || d == "on" {
			t.styles.fallback = id
		}
	}
	return nil
}

// of gives the style of a paragraph; one that names no list for a paragraph without.
func (s *styles) of(p *node) *style {
	id := p.child("w:pPr").child("w:pStyle").attr("w:val")
	if s.all[id] == nil {
		id = s.fallback
	}
	return s.resolve(id)
}

// resolve takes over from the bases. A ring of bases ends where it closes.
func (s *styles) resolve(id string) *style {
	st := s.all[id]
	switch {
	case st == nil:
		return &style{}
	case st.resolved:
		return st
	}
	st.resolved = true
	base := s.resolve(st.base)
	switch {
	case st.list == "":
		st.list, st.indents = base.list, overIndents(base.indents, st.indents)
		st.level = cmp.Or(st.level, base.level)
	case st.level == "":
		st.level = "0"
	}
	for _, l := range s.numbering.levels(st.list) {
		if l.style == id {
			st.level = l.number
		}
	}
	return st
}

// overIndents are indents with others that go before them.
func overIndents(below, above []attr) []attr {
	all := slices.Clone(above)
	for _, a := range below {
		if !slices.ContainsFunc(above, func(b attr) bool { return side(a.name) == side(b.name) }) {
			all = append(all, a)
		}
	}
	return all
}

// side is what an indent says: the standard has two names for some.
func side(name string) string {
	switch name {
	case "w:start":
		return "w:left"
	case "w:end":
		return "w:right"
	case "w:hanging":
		return "w:firstLine"
	}
	return name
}

// number makes a paragraph that its style numbers ready to name a list itself, when it begins
// anew. The style's indents go before those of its list, but not before those of a list that
// the paragraph names: they are written beside it.
func (s *styles) number(p *node) {
	st := s.of(p)
	properties := p.child("w:pPr")
	w := p.prefix()
	if properties == nil {
		properties = &node{name: "w:pPr", head: "<" + w + "pPr/>", up: p}
		p.kids = slices.Insert(p.kids, 0, properties)
	}
	p.open()
	properties.open()
	level := st.level
	if l := properties.child("w:numPr").child("w:ilvl"); l != nil {
		level = l.attr("w:val")
	}
	level = cmp.Or(level, "0")
	put(properties, "w:numPr", beforeNumber,
		&listOp{st.list, fmt.Sprintf(`<%[1]snumPr><%[1]silvl %[1]sval="%[2]s"/><%[1]snumId %[1]sval="`, w, level), `"/></` + w + "numPr>"})
	if len(st.indents) == 0 {
		return
	}
	var b strings.Builder
	b.WriteString("<" + w + "ind")
	for _, a := range overIndents(st.indents, properties.child("w:ind").own()) {
		fmt.Fprintf(&b, ` %s%s="%s"`, w, strings.TrimPrefix(a.name, "w:"), escaped(a.value))
	}
	put(properties, "w:ind", beforeIndents, &listOp{list: st.list, before: b.String() + "/>"})
}

// listOp stands in the properties of a paragraph that its style numbers. Where the list begins
// anew it writes what the paragraph says itself then.
type listOp struct{ list, before, after string }

func (o *listOp) run(x *exec, n *node) {
	id := x.numIDs[o.list]
	switch {
	case id == 0:
		x.out = append(x.out, n.src...)
	case o.after == "":
		x.out = append(x.out, o.before...)
	default:
		x.out = append(x.out, o.before+fmt.Sprint(id)+o.after...)
	}
}

// What stands in the properties of a paragraph before its number, and from there to its indents.
var (
	beforeNumber  = []string{"w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl"}
	beforeIndents = append(slices.Clone(beforeNumber), "w:numPr", "w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs",
		"w:suppressAutoHyphens", "w:kinsoku",
		"w:wordWrap", "w:overflowPunct", "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid",
		"w:spacing")
)

// put has an op write a property: in its place, or behind those that go before it.
func put(properties *node, name string, before []string, o op) {
	if n := properties.child(name); n != nil {
		n.op, n.changed = o, true
		return
	}
	at := 0
	for i, k := range properties.kids {
		if slices.Contains(before, k.name) {
			at = i + 1
		}
	}
	n := &node{name: name, op: o, up: properties, changed: true}
	properties.kids = slices.Insert(properties.kids, at, n)
}
