package fill

import (
	"fmt"
	"strconv"
)

// copies marks what must not stand twice in a file, below all that is repeated.
func (b *builder) copies(root *node) {
	root.walk(func(n *node) bool {
		switch o := n.op.(type) {
		case *section:
			o.lists = b.restarts(root, n)
		case *rowGroup:
			o.lists = b.restarts(root, n)
		case *controlOp:
		default:
			return true
		}
		copyable(n)
		return true
	})
}

// copyable marks what must not stand twice below a node.
func copyable(n *node) {
	n.walk(func(n *node) bool {
		if _, ok := idOf(n); ok || rangeMark(n) || n.name == "w:footnoteReference" || n.name == "w:endnoteReference" {
			n.numbered, n.changed = true, true
		}
		return true
	})
}

// idOf gives the attribute of an element that no other element may have the same.
func idOf(n *node) (name string, ok bool) {
	switch n.name {
	case "wp:docPr":
		name = "id"
	case "w:id":
		if n.up != nil && n.up.name == "w:sdtPr" {
			name = "w:val"
		}
	case "w:p", "w:tr":
		name = paraID
	}
	if name == "" {
		return "", false
	}
	_, ok = n.lookup(name)
	return name, ok
}

// rangeMark reports whether an element marks a place that there is once: of a bookmark, a
// comment. Copies go without.
func rangeMark(n *node) bool {
	switch n.name {
	case "w:bookmarkStart", "w:bookmarkEnd", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:permStart", "w:permEnd":
		return true
	}
	return false
}

// skips reports whether a copy goes without an element. A note that two places refer to cannot
// be copied with one of them.
func (x *exec) skips(n *node) bool {
	if n.op == nil && (n.name == "w:footnoteReference" || n.name == "w:endnoteReference") {
		at := x.t.places[n.above("w:p")]
		x.add(at.finding(RuleRepeat, "phần lặp có chú thích của Word mà nơi khác cũng dẫn tới, không lặp được", "",
			"đưa chú thích ra ngoài phần lặp, hoặc viết thành chữ"))
	}
	return n.numbered && rangeMark(n)
}

// startOf gives the start tag of an element; that of a copy has an id of its own, the lowest that is free.
func (x *exec) startOf(n *node) string {
	name, ok := idOf(n)
	if !x.copying || !n.numbered || !ok {
		return n.head
	}
	kind := idKind(n)
	x.ids[kind]++
	for x.t.taken[kind][x.ids[kind]] {
		x.ids[kind]++
	}
	value := strconv.Itoa(x.ids[kind])
	if name == paraID {
		value = fmt.Sprintf("%08X", x.ids[kind])
	}
	return setAttr(n.head, n.written(name), value)
}

const paraID = "w14:paraId"

// idKind says among which elements an id is the only one.
func idKind(n *node) string {
	if n.name == "w:tr" {
		return "w:p"
	}
	return n.name
}

// taken finds the ids of a part, by their kind.
func taken(root *node, all map[string]map[int]bool) {
	root.walk(func(n *node) bool {
		name, ok := idOf(n)
		if !ok {
			return true
		}
		base := 10
		if name == paraID {
			base = 16
		}
		if v, err := strconv.ParseInt(n.attr(name), base, 64); err == nil {
			kind := idKind(n)
			if all[kind] == nil {
				all[kind] = make(map[int]bool)
			}
			all[kind][int(v)] = true
		}
		return true
	})
}
