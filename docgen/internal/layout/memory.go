package layout

import "sync"

// memory is what a document is laid out in: used again for the next, once nobody looks at
// the pages any more.
type memory struct {
	out     []piece // column that is being lowered; see column
	runs    []run   // scratch of the paragraph that is being lowered, like the next two
	marks   []mark
	places  []Placement
	setting []seg

	pieces   slab[piece]
	cells    slab[cell]
	set      slab[run]
	lines    slab[line]
	segs     slab[seg]
	texts    slab[Text]
	strokes  slab[Line]
	acts     slab[Act]
	tights   slab[tight]
	elements slab[Element]
	kids     slab[*Element]
}

var memories = sync.Pool{New: func() any { return new(memory) }}

// Release lets the next document be laid out where this one was. The pages and all that is
// in them may not be used any more.
func (r *Result) Release() {
	if m := r.memory; m != nil {
		m.places = r.Placements
		m.release()
	}
	*r = Result{}
}

// release empties the memory and keeps it for the next document.
func (m *memory) release() {
	m.out, m.runs, m.marks, m.setting, m.places = emptied(m.out), emptied(m.runs), emptied(m.marks), emptied(m.setting), emptied(m.places)
	m.pieces.reset()
	m.cells.reset()
	m.set.reset()
	m.lines.reset()
	m.segs.reset()
	m.texts.reset()
	m.strokes.reset()
	m.acts.reset()
	m.tights.reset()
	m.elements.reset()
	m.kids.reset()
	memories.Put(m)
}

// emptied is a slice to be filled anew: nil, if it is too long to be emptied each time.
func emptied[T any](s []T) []T {
	if cap(s) > lastSlab {
		return nil
	}
	clear(s[:cap(s)])
	return s[:0]
}
