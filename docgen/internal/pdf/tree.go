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

// tree is the structure tree while pages are painted: which content belongs
// to which element.
type tree struct {
	nodes []node // in the order of a walk; a node's kids follow it
	index map[*layout.Element]int32
	last  *layout.Element // asked for last, and its node: acts come in runs
	lastN int32
	marks [][]int32 // node by page and MCID: the ParentTree
	seq   int32     // counts marked content through the document
}

// node is one element of the tree.
type node struct {
	elem   *layout.Element
	parent int32   // -1: the root
	kids   []int32 // nodes
	items  []item  // content of its own
	links  []int32 // its annotations, as indexes into document.links
	first  int32   // sequence number of the first content in it or its kids; -1: none
	figure int32   // the Figure it is or stands in; -1: none
	bounds bounds  // of a Figure: what is drawn in it, on the page of its first content
	marker string  // of an L: its first label
}

// item is one piece of marked content.
type item struct{ page, mcid, seq int32 }

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

func newTree(r *layout.Result) (*tree, error) {
	if r.Root == nil || r.Root.Role != "Document" {
		return nil, fmt.Errorf("the structure tree does not start with a Document")
	}
	t := &tree{index: make(map[*layout.Element]int32), lastN: -1, marks: make([][]int32, len(r.Pages))}
	return t, t.enter(r.Root, -1, 0)
}

// enter takes an element and its kids into the tree.
func (t *tree) enter(e *layout.Element, parent int32, depth int) error {
	if !roles[e.Role] {
		return fmt.Errorf("%q is no standard structure type", e.Role)
	}
	if depth > maxTreeDepth {
		return fmt.Errorf("the structure tree is deeper than %d", maxTreeDepth)
	}
	if _, twice := t.index[e]; twice {
		return fmt.Errorf("an element %s stands twice in the structure tree", e.Role)
	}
	n := int32(len(t.nodes))
	figure := int32(-1)
	if e.Role == "Figure" {
		figure = n
	} else if parent >= 0 {
		figure = t.nodes[parent].figure
	}
	t.index[e] = n
	t.nodes = append(t.nodes, node{elem: e, parent: parent, first: -1, figure: figure})
	if len(e.Kids) > 0 {
		kids := make([]int32, len(e.Kids))
		for i, kid := range e.Kids {
			kids[i] = int32(len(t.nodes))
			if err := t.enter(kid, n, depth+1); err != nil {
				return err
			}
		}
		t.nodes[n].kids = kids
	}
	return nil
}

// find gives the node of an element.
func (t *tree) find(e *layout.Element) (int32, error) {
	if e == t.last && t.lastN >= 0 {
		return t.lastN, nil
	}
	n, ok := t.index[e]
	if !ok {
		return 0, fmt.Errorf("an act belongs to an element %s that is not in the structure tree", e.Role)
	}
	t.last, t.lastN = e, n
	return n, nil
}

// mark gives the next piece of marked content of a page to a node, and says
// its MCID.
func (t *tree) mark(n int32, page int) int32 {
	mcid := int32(len(t.marks[page]))
	t.marks[page] = append(t.marks[page], n)
	t.nodes[n].items = append(t.nodes[n].items, item{int32(page), mcid, t.seq})
	t.seq++
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
	if up := t.nodes[n].parent; up >= 0 && t.nodes[up].elem.Role == "LI" {
		if l := t.nodes[up].parent; l >= 0 && t.nodes[l].marker == "" {
			t.nodes[l].marker = strings.TrimSpace(s)
		}
	}
}

// settle finds where each element starts, once all is painted.
func (t *tree) settle() {
	for i := len(t.nodes) - 1; i >= 0; i-- { // kids come after their parents
		n := &t.nodes[i]
		if len(n.items) > 0 {
			n.first = n.items[0].seq
		}
		for _, kid := range n.kids {
			if first := t.nodes[kid].first; first >= 0 && (n.first < 0 || first < n.first) {
				n.first = first
			}
		}
	}
}
