package fill

import (
	"strconv"
	"strings"
)

// notes are the footnotes or the endnotes of a template. A note is written together with the
// place that refers to it, so that it sees the values of that place: it repeats with it, and
// goes away with it.
type notes struct {
	kind string           // "w:footnote"
	part string           // of the package
	all  map[string]*node // by id
	last int              // the highest id
}

// noteOp is a place that refers to a note.
type noteOp struct {
	notes *notes
	note  *node
}

// noteBody stands for a note in its part.
type noteBody struct{}

// readNotes makes the notes of a part ready to be copied.
func readNotes(part string, tree *node) (all []*notes) {
	for _, root := range tree.kids {
		if root.name != "w:footnotes" && root.name != "w:endnotes" {
			continue
		}
		s := &notes{kind: strings.TrimSuffix(root.name, "s"), part: part, all: make(map[string]*node)}
		for _, n := range root.kids {
			if id := n.attr("w:id"); n.name == s.kind {
				s.all[id] = n
				s.last = max(s.last, number(id))
				copyable(n)
			}
		}
		all = append(all, s)
	}
	return all
}

// link leads the places below a node to their notes. A note that two places refer to stays what
// it is.
func (s *notes) link(root *node) {
	places := make(map[string][]*node)
	for n := range root.all(s.kind + "Reference") {
		places[n.attr("w:id")] = append(places[n.attr("w:id")], n)
	}
	for id, at := range places {
		if note := s.all[id]; note != nil && len(at) == 1 {
			at[0].op, at[0].changed = &noteOp{s, note}, true
			note.op = &noteBody{}
			for n := note; n != nil; n = n.up {
				n.live = true
			}
		}
	}
}

func (*noteBody) run(x *exec, n *node) { x.out = append(x.out, x.notes[n]...) }

// run writes the reference, and its note for later. A copy has an id of its own.
func (o *noteOp) run(x *exec, n *node) {
	reference, head := n.src, o.note.head
	if x.notes[o.note] != nil {
		x.noteIDs[o.notes]++
		id := strconv.Itoa(o.notes.last + x.noteIDs[o.notes])
		reference, head = setAttr(reference, n.written("w:id"), id), setAttr(head, o.note.written("w:id"), id)
	}
	x.out = append(x.out, reference...)
	if x.noted > maxOutput {
		x.full = true
		return
	}
	out, part, last, rows := x.out, x.part, x.last, x.rows
	x.out, x.part = append(x.notes[o.note], head...), o.notes.part
	before := len(x.out)
	x.kids(o.note)
	x.out = append(x.out, o.note.tail...)
	x.noted += len(x.out) - before
	x.notes[o.note] = x.out
	x.out, x.part, x.last, x.rows = out, part, last, rows
}
