package pdf

import (
	"slices"
	"strings"
)

// numbering says how a list is numbered, by its first label, in the words of
// ISO 32000-1, table 347; empty for a list without labels.
func numbering(marker string) string {
	switch s := strings.TrimRight(marker, ".)"); {
	case marker == "":
		return ""
	case strings.Trim(s, "0123456789.") == "" && s != "":
		return "Decimal"
	case strings.Trim(s, "IVXLC") == "" && s != "":
		return "UpperRoman"
	case len([]rune(s)) == 1 && strings.ToUpper(s) != strings.ToLower(s):
		if s == strings.ToLower(s) {
			return "LowerAlpha"
		}
		return "UpperAlpha"
	case s == "○" || s == "◦" || s == "o":
		return "Circle"
	case s == "▪" || s == "■" || s == "□":
		return "Square"
	}
	return "Disc"
}

// write writes the structure tree and gives the number of its root. The
// pages are the numbers of the page objects, the links those of annotations.
func (t *tree) write(f *file, pages, links []int) (root int) {
	t.settle()
	root = f.reserve()
	base := f.reserveRun(len(t.nodes))
	for i := range t.nodes {
		f.begin(base + i)
		t.writeNode(f, i, root, base, pages, links)
		f.end()
	}
	parents := f.reserve()
	t.writeParents(f, parents, base, links)
	f.begin(root).str("<</Type/StructTreeRoot/K").ref(base)
	f.str("/ParentTree").ref(parents)
	f.str("/ParentTreeNextKey ").num(len(t.starts) + len(links))
	t.writeNames(f, base)
	f.str(">>").end()
	return root
}

func (t *tree) writeNode(f *file, i, root, base int, pages, links []int) {
	n := &t.nodes[i]
	f.str("<</S/").str(n.elem.Role)
	f.str("/P")
	if n.parent < 0 {
		f.ref(root)
	} else {
		f.ref(base + int(n.parent))
	}
	f.entry("/ID", n.elem.ID)
	f.entry("/Alt", n.elem.Alt)
	f.entry("/ActualText", n.elem.ActualText)
	t.writeAttributes(f, n)
	t.writeKids(f, n, base, pages, links)
	f.str(">>")
}

// writeKids writes what an element holds: its own content and its kids, each
// kid before the content that was painted after the kid's first.
func (t *tree) writeKids(f *file, n *node, base int, pages, links []int) {
	count := len(n.links)
	for kid := n.kid; kid != none && count < 2; kid = t.nodes[kid].next {
		count++
	}
	for it := n.item; it != none && count < 2; it = t.items[it].next {
		count++
	}
	if count == 0 {
		return
	}
	home := int32(none)
	if n.item != none {
		home = t.items[n.item].page
		f.str("/Pg").ref(pages[home])
	}
	f.str("/K")
	if count > 1 {
		f.str("[")
	} else {
		f.str(" ")
	}
	space := false
	gap := func() {
		if space {
			f.str(" ")
		}
		space = true
	}
	at := n.item
	own := func(before int32) {
		for at != none && (before < 0 || at < before) {
			gap()
			it := t.items[at]
			if it.page == home {
				f.num(int(it.mcid))
			} else {
				f.str("<</Type/MCR/Pg").ref(pages[it.page])
				f.str("/MCID ").num(int(it.mcid)).str(">>")
			}
			at = it.next
		}
	}
	for kid := n.kid; kid != none; kid = t.nodes[kid].next {
		if first := t.nodes[kid].first; first >= 0 {
			own(first)
		}
		gap()
		f.num(base + int(kid)).str(" 0 R")
	}
	own(-1)
	for _, l := range n.links {
		gap()
		f.str("<</Type/OBJR/Obj").ref(links[l]).str(">>")
	}
	if count > 1 {
		f.str("]")
	}
}

// writeAttributes writes what a table cell spans, how a list is numbered, where
// a figure stands.
func (t *tree) writeAttributes(f *file, n *node) {
	e := n.elem
	switch {
	case e.Role == "TH" || e.Role == "TD":
		if e.Scope == "" && e.ColSpan < 2 && e.RowSpan < 2 && len(e.Headers) == 0 {
			return
		}
		f.str("/A<</O/Table")
		if e.Scope != "" {
			f.str("/Scope").name(e.Scope)
		}
		if e.ColSpan > 1 {
			f.str("/ColSpan ").num(e.ColSpan)
		}
		if e.RowSpan > 1 {
			f.str("/RowSpan ").num(e.RowSpan)
		}
		if len(e.Headers) > 0 {
			f.str("/Headers[")
			for _, id := range e.Headers {
				f.text(id)
			}
			f.str("]")
		}
		f.str(">>")
	case e.Role == "L" && n.marker != "":
		f.str("/A<</O/List/ListNumbering/").str(numbering(n.marker)).str(">>")
	case e.Role == "Figure" && n.bounds.set:
		b := n.bounds
		f.str("/A<</O/Layout/Placement/Block/BBox").corners(b.left, b.height-b.bottom, b.right, b.height-b.top).str(">>")
	}
}

// writeParents writes the ParentTree: under a page's key the elements of its
// marked content, under a link's key its element.
func (t *tree) writeParents(f *file, id, base int, links []int) {
	f.begin(id).str("<</Nums[")
	for page := range t.starts {
		f.num(page).str("[")
		for i, it := range t.onPage(page) {
			if i > 0 {
				f.str(" ")
			}
			f.num(base + int(it.node)).str(" 0 R")
		}
		f.str("]")
	}
	owners := make([]int, len(links))
	for i := range t.nodes {
		for _, l := range t.nodes[i].links {
			owners[l] = base + i
		}
	}
	for i, owner := range owners {
		f.num(len(t.starts) + i).ref(owner).str(" ")
	}
	f.str("]>>").end()
}

// writeNames writes the IDTree, if any element has an ID.
func (t *tree) writeNames(f *file, base int) {
	type named struct {
		id   string
		node int
	}
	var list []named
	for i := range t.nodes {
		if id := t.nodes[i].elem.ID; id != "" {
			list = append(list, named{id, i})
		}
	}
	if len(list) == 0 {
		return
	}
	slices.SortStableFunc(list, func(a, b named) int { return strings.Compare(treeKey(a.id), treeKey(b.id)) })
	f.str("/IDTree<</Names[")
	for _, e := range list {
		f.text(e.id).ref(base + e.node).str(" ")
	}
	f.str("]>>")
}
