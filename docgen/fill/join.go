package fill

import (
	"slices"
	"strings"
)

// markOp is the end of a paragraph within another, because a field goes on behind it. Its child
// is the paragraph without its text.
type markOp struct{}

// endAt is where in what is written a paragraph ends.
type endAt struct {
	at int
	p  *node
}

func isMark(n *node) bool {
	_, ok := n.op.(*markOp)
	return ok
}

func (*markOp) run(x *exec, n *node) { x.ends = append(x.ends, endAt{len(x.out), n.kids[0]}) }

// maxJoined bounds the paragraphs that one field goes over.
const maxJoined = 200

// join puts the paragraphs over which a merge field goes into the first of them, with their ends.
// Fields over tables and breaks of sections are left: Word takes them, but then what is joined
// is no text.
func join(p *node) {
	if p.up == nil || p.index() < 0 {
		return // it was put into another
	}
	depth, merges := 0, false
	depth = depthOf(p, depth, &merges)
	first := p.index()
	last := first
	for depth > 0 {
		if last++; last == len(p.up.kids) || last-first > maxJoined {
			return
		}
		switch k := p.up.kids[last]; {
		case k.name == "w:p" && p.up.kids[last-1].child("w:pPr").child("w:sectPr") == nil:
			depth = depthOf(k, depth, &merges)
		case !rangeMark(k) && (k.name != "" || k.op != nil):
			return
		}
	}
	if last == first || !merges {
		return
	}
	var kids []*node
	at := p // the paragraph whose text comes
	shape := shapeOf(p)
	for _, k := range p.up.kids[first : last+1] {
		inner := []*node{k}
		if k.name == "w:p" {
			if k != at {
				kids = append(kids, &node{op: &markOp{}, kids: []*node{shape}, changed: true})
				shape = shapeOf(k)
				at = k
			}
			inner = slices.DeleteFunc(slices.Clone(k.kids), func(n *node) bool { return n.name == "w:pPr" })
			k.kids = nil
		}
		kids = append(kids, inner...)
	}
	p.up.kids = slices.Delete(p.up.kids, first+1, last+1)
	p.head, p.tail, p.attrs, p.joined, p.changed = shape.head, shape.tail, shape.attrs, true, true
	p.kids = append(shape.kids, kids...)
	p.adopt()
}

// adopt makes a node the parent of its children and of the marks' ones below.
func (n *node) adopt() {
	for _, k := range n.kids {
		if k.up = n; isMark(k) {
			k.adopt()
		}
	}
}

// shapeOf is a paragraph without its text.
func shapeOf(p *node) *node {
	shape := &node{name: p.name, head: p.head, tail: p.tail, attrs: p.attrs}
	if properties := p.child("w:pPr"); properties != nil {
		shape.kids = []*node{properties}
	}
	shape.open()
	shape.adopt()
	return shape
}

// depthOf says how many fields are open behind a paragraph, and whether one of them is of a merge.
func depthOf(p *node, depth int, merges *bool) int {
	for _, a := range atomsOf(p) {
		switch a.kid.attr("w:fldCharType") {
		case "begin":
			depth++
		case "end":
			depth = max(depth-1, 0)
		}
		if a.kid.name != "w:instrText" {
			continue
		}
		for _, k := range a.kid.kids {
			text := strings.ToUpper(k.text)
			for c := range commands {
				*merges = *merges || c != "IF" && c != formulaField && strings.Contains(text, c)
			}
		}
	}
	return depth
}

// joined writes a paragraph that others end in.
func (x *exec) joined(n *node) {
	outer, start := x.ends, len(x.out)
	x.ends = nil
	for _, k := range n.kids {
		if k.name != "w:pPr" {
			x.node(k)
		}
	}
	text := slices.Clone(x.out[start:])
	x.out = x.out[:start]
	from := 0
	for _, e := range append(x.ends, endAt{len(text) + start, n}) {
		x.out = append(x.out, x.startOf(e.p)...)
		if properties := e.p.child("w:pPr"); properties != nil {
			x.node(properties)
		}
		x.out = append(x.out, text[from:e.at-start]...)
		x.out = append(x.out, n.tail...)
		from = e.at - start
	}
	x.ends = outer
	x.wrote(n)
}
