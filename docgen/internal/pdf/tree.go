package pdf

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/layout"
)

// roles are the standard structure types of ISO 32000-1, 14.8.4. A tree that
// uses another is refused: it would need a role map.
var roles = map[string]bool{
	"Document": true, "Part": true, "Art": true, "Sect": true, "Div": true, "BlockQuote": true,
	"Caption": true, "TOC": true, "TOCI": true, "Index": true, "NonStruct": true, "Private": true,
	"P": true, "H1": true, "H2": true, "H3": true, "H4": true, "H5": true, "H6": true,
	"L": true, "LI": true, "Lbl": true, "LBody": true,
	"Table": true, "TR": true, "TH": true, "TD": true, "THead": true, "TBody": true, "TFoot": true,
	"Span": true, "Quote": true, "Note": true, "Reference": true, "BibEntry": true, "Code": true,
	"Link": true, "Annot": true, "Figure": true, "Formula": true, "Form": true,
}

// maxTreeDepth bounds how deep the structure tree may be.
const maxTreeDepth = 200

// none stands for no node and no item.
const none = -1

// tree is the structure tree while pages are painted: which content belongs
// to which element.
type tree struct {
	nodes  []node // in the order of a walk; a node's kids follow it
	index  map[*layout.Element]int32
	last   *layout.Element // asked for last, and its node: acts come in runs
	lastN  int32
	items  []item  // marked content, in the order of painting
	starts []int32 // by page, where its items begin
}

// node is one element of the tree.
type node struct {
	elem      *layout.Element
	parent    int32   // none: the root
	kid, next int32   // its first kid, and its parent's next
	item, end int32   // first and last content of its own
	links     []int32 // its annotations, as indexes into document.links
	first     int32   // first content in it or its kids
	figure    int32   // the Figure it is or stands in
	bounds    bounds  // of a Figure: what is drawn in it, on the page of its first content
	marker    string  // of an L: its first label
}

// item is one piece of marked content.
type item struct {
	node, page, mcid int32
	next             int32 // of the same node
}

// bounds is a rectangle on a page, measured from its top left corner.
type bounds struct {
	set                      bool
	page                     int
	height                   doc.Length // of the page
	left, top, right, bottom doc.Length
}

// add widens b to a rectangle on a page. It stays on the page that it was first on.
func (b *bounds) add(r bounds) {
	switch {
	case !b.set:
		*b = r
		b.set = true
	case r.page == b.page:
		b.left, b.top = min(b.left, r.left), min(b.top, r.top)
		b.right, b.bottom = max(b.right, r.right), max(b.bottom, r.bottom)
	}
}

// fill takes in the structure tree of laid out pages. The tree's room is used again.
func (t *tree) fill(r *layout.Result) error {
	if r.Root == nil || r.Root.Role != "Document" {
		return fmt.Errorf("the structure tree does not start with a Document")
	}
	if t.index == nil {
		t.index = make(map[*layout.Element]int32)
	}
	_, err := t.enter(r.Root, none, 0)
	return err
}

// clear lets go of all that the tree was filled with.
func (t *tree) clear() {
	clear(t.nodes)
	clear(t.index)
	*t = tree{nodes: t.nodes[:0], index: t.index, items: t.items[:0], starts: t.starts[:0]}
}

// enter takes an element and its kids into the tree.
func (t *tree) enter(e *layout.Element, parent int32, depth int) (int32, error) {
	if !roles[e.Role] {
		return none, fmt.Errorf("%q is no standard structure type", e.Role)
	}
	if depth > maxTreeDepth {
		return none, fmt.Errorf("the structure tree is deeper than %d", maxTreeDepth)
	}
	if _, twice := t.index[e]; twice {
		return none, fmt.Errorf("an element %s stands twice in the structure tree", e.Role)
	}
	n := int32(len(t.nodes))
	figure := int32(none)
	if e.Role == "Figure" {
		figure = n
	} else if parent >= 0 {
		figure = t.nodes[parent].figure
	}
	t.index[e] = n
	t.nodes = append(t.nodes, node{elem: e, parent: parent, kid: none, next: none, item: none, end: none, first: none, figure: figure})
	before := int32(none)
	for _, kid := range e.Kids {
		k, err := t.enter(kid, n, depth+1)
		if err != nil {
			return none, err
		}
		if before == none {
			t.nodes[n].kid = k
		} else {
			t.nodes[before].next = k
		}
		before = k
	}
	return n, nil
}

// page begins the next page.
func (t *tree) page() { t.starts = append(t.starts, int32(len(t.items))) }

// onPage returns the marked content of a page, by its MCID.
func (t *tree) onPage(page int) []item {
	end := len(t.items)
	if page+1 < len(t.starts) {
		end = int(t.starts[page+1])
	}
	return t.items[t.starts[page]:end]
}

// find gives the node of an element.
func (t *tree) find(e *layout.Element) (int32, error) {
	if e == t.last {
		return t.lastN, nil
	}
	n, ok := t.index[e]
	if !ok {
		return 0, fmt.Errorf("an act belongs to an element %s that is not in the structure tree", e.Role)
	}
	t.last, t.lastN = e, n
	return n, nil
}

// mark gives the next piece of marked content of the page to a node, and says
// its MCID.
func (t *tree) mark(n int32) int32 {
	page := int32(len(t.starts) - 1)
	mcid := int32(len(t.items)) - t.starts[page]
	at := int32(len(t.items))
	t.items = append(t.items, item{n, page, mcid, none})
	if up := &t.nodes[n]; up.end == none {
		up.item, up.end = at, at
	} else {
		t.items[up.end].next, up.end = at, at
	}
	return mcid
}

// cover widens the bounds of the Figure that a node stands in, if any.
func (t *tree) cover(n int32, r bounds) {
	if figure := t.nodes[n].figure; figure >= 0 {
		t.nodes[figure].bounds.add(r)
	}
}

// label keeps the first label of a list, which says how it is numbered.
func (t *tree) label(n int32, s string) {
	if t.nodes[n].elem.Role != "Lbl" {
		return
	}
	if item := &t.nodes[t.nodes[n].parent]; item.elem.Role == "LI" { // neither is the root, which is a Document
		if l := &t.nodes[item.parent]; l.marker == "" {
			l.marker = strings.TrimSpace(s)
		}
	}
}

// settle finds where each element starts, once all is painted.
func (t *tree) settle() {
	for i := len(t.nodes) - 1; i >= 0; i-- { // kids come after their parents
		n := &t.nodes[i]
		n.first = n.item
		for kid := n.kid; kid != none; kid = t.nodes[kid].next {
			if first := t.nodes[kid].first; first >= 0 && (n.first < 0 || first < n.first) {
				n.first = first
			}
		}
	}
}
