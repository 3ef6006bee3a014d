package fill

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// numOp is the number of the list that a paragraph names itself.
type numOp struct{ list string }

func (o *numOp) run(x *exec, n *node) {
	if id := x.numIDs[o.list]; id != 0 {
		x.out = append(x.out, setAttr(n.src, n.written("w:val"), fmt.Sprint(id))...)
		return
	}
	x.out = append(x.out, n.src...)
}

// listUse is a paragraph with the list that numbers it.
type listUse struct {
	list string
	id   *node // nil: the paragraph's style names the list
	p    *node
}

// usesOf finds the paragraphs with numbers below a node, and the first paragraph.
func (b *builder) usesOf(n *node) (all []listUse, first *node) {
	for p := range n.all("w:p") {
		if first == nil {
			first = p
		}
		id := p.child("w:pPr").child("w:numPr").child("w:numId")
		list := id.attr("w:val")
		if id == nil {
			list = b.styles.of(p).list
		}
		if list != "" && list != "0" {
			all = append(all, listUse{list, id, p})
		}
	}
	return all, first
}

// restarts finds the lists that number anew for each element of what is repeated: those that are
// used nowhere else, below words of the element's own. A list that the element begins with
// numbers the elements, and goes on.
func (b *builder) restarts(root, repeated *node) (lists []string) {
	everywhere, _ := b.usesOf(root)
	uses, first := b.usesOf(repeated)
	for _, u := range uses {
		same := func(o listUse) bool { return o.list == u.list }
		if slices.Contains(lists, u.list) || u.p == first || count(everywhere, same) != count(uses, same) {
			continue
		}
		if i := slices.IndexFunc(uses, same); uses[i].p == first {
			continue
		}
		lists = append(lists, u.list)
	}
	for _, u := range uses {
		switch {
		case !slices.Contains(lists, u.list):
		case u.id == nil:
			b.styles.number(u.p)
		default:
			u.id.op, u.id.changed = &numOp{u.list}, true
		}
	}
	return lists
}

func count[T any](list []T, f func(T) bool) (n int) {
	for _, e := range list {
		if f(e) {
			n++
		}
	}
	return n
}

// anew begins lists anew, until undo is called. The first time a list is used it is the
// template's.
func (x *exec) anew(lists []string) (undo func()) {
	if len(lists) == 0 || x.t.numbering == nil {
		return func() {}
	}
	before := make(map[string]int, len(lists))
	for _, id := range lists {
		before[id] = x.numIDs[id]
		if !x.used[id] {
			x.used[id] = true
			continue
		}
		x.nums = append(x.nums, id)
		x.numIDs[id] = x.t.numbering.last + len(x.nums)
	}
	return func() {
		maps.Copy(x.numIDs, before)
	}
}

// numbering is the part that says how lists number.
type numbering struct {
	part   string
	src    string
	at     int // where further lists are put in
	last   int // the highest number of a list
	w      string
	starts map[string][]level // by the number of a list
	kinds  map[string]string  // its abstract list
}

// level is a level of a list with its first number, its own definition if the list has one, and
// the style whose paragraphs take it.
type level struct{ number, start, own, style string }

// readNumbering reads the lists of a template.
func (t *Template) readNumbering(name string) error {
	p := t.part(name)
	tree, err := t.tree(p)
	root := tree.child("w:numbering")
	if root == nil {
		return err
	}
	src := tree.src
	n := &numbering{part: p.name, src: src, w: root.prefix(), starts: make(map[string][]level), kinds: make(map[string]string)}
	abstract, owners := make(map[string][]level), make(map[string]string)
	for _, k := range root.kids {
		if style := k.child("w:styleLink").attr("w:val"); style != "" {
			owners[style] = k.attr("w:abstractNumId")
		}
	}
	stands := make(map[string]string) // lists that are those of a style
	at := strings.Index(src, root.src) + len(root.head)
	for _, k := range root.kids {
		at += len(k.src)
		switch k.name {
		case "w:abstractNum":
			stands[k.attr("w:abstractNumId")] = owners[k.child("w:numStyleLink").attr("w:val")]
			for _, l := range k.kids {
				if l.name == "w:lvl" {
					abstract[k.attr("w:abstractNumId")] = append(abstract[k.attr("w:abstractNumId")],
						level{l.attr("w:ilvl"), cmp.Or(l.child("w:start").attr("w:val"), "0"), "", l.child("w:pStyle").attr("w:val")})
				}
			}
		case "w:num":
			id := k.attr("w:numId")
			n.at, n.last = at, max(n.last, number(id))
			n.kinds[id] = k.child("w:abstractNumId").attr("w:val")
			if owner := stands[n.kinds[id]]; owner != "" {
				n.kinds[id] = owner
			}
			levels := slices.Clone(abstract[n.kinds[id]])
			for _, o := range k.kids {
				i := slices.IndexFunc(levels, func(l level) bool { return l.number == o.attr("w:ilvl") })
				if o.name != "w:lvlOverride" || i < 0 {
					continue
				}
				if own := o.child("w:lvl"); own != nil {
					levels[i].own = own.src
				}
				if start := o.child("w:startOverride"); start != nil {
					levels[i].start = start.attr("w:val")
				}
			}
			n.starts[id] = levels
		}
	}
	if n.at != 0 {
		t.numbering = n
	}
	return nil
}

// with gives the part with further lists, each like one of its own from its first number on.
func (n *numbering) with(lists []string) []byte {
	var b strings.Builder
	b.WriteString(n.src[:n.at])
	for i, id := range lists {
		fmt.Fprintf(&b, `<%[1]snum %[1]snumId="%[2]d"><%[1]sabstractNumId %[1]sval="%[3]s"/>`, n.w, n.last+i+1, n.kinds[id])
		for _, l := range n.starts[id] {
			fmt.Fprintf(&b, `<%[1]slvlOverride %[1]silvl="%[2]s"><%[1]sstartOverride %[1]sval="%[3]s"/>%[4]s</%[1]slvlOverride>`, n.w,
				l.number, l.start, l.own)
		}
		fmt.Fprintf(&b, "</%snum>", n.w)
	}
	b.WriteString(n.src[n.at:])
	return []byte(b.String())
}

// levels gives the levels of a list by its number.
func (n *numbering) levels(list string) []level {
	if n == nil {
		return nil
	}
	return n.starts[list]
}
