package layout

import (
	"sync"

	"github.com/vanban-go/vanban/docgen/internal/slab"
)

// memory is what a document is laid out in: used again for the next, once nobody looks at
// the pages any more.
type memory struct {
	out     []piece // column that is being lowered; see column
	runs    []run   // scratch of the paragraph that is being lowered, like the next two
	marks   []mark
	places  []Placement
	setting []seg

	pieces   slab.Of[piece]
	cells    slab.Of[cell]
	set      slab.Of[run]
	lines    slab.Of[line]
	segs     slab.Of[seg]
	texts    slab.Of[Text]
	strokes  slab.Of[Line]
	acts     slab.Of[Act]
	tights   slab.Of[tight]
	elements slab.Of[Element]
	kids     slab.Of[*Element]
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
	m.pieces.Reset()
	m.cells.Reset()
	m.set.Reset()
	m.lines.Reset()
	m.segs.Reset()
	m.texts.Reset()
	m.strokes.Reset()
	m.acts.Reset()
	m.tights.Reset()
	m.elements.Reset()
	m.kids.Reset()
	memories.Put(m)
}

// emptied is a slice to be filled anew: nil, if it is too long to be emptied each time.
func emptied[T any](s []T) []T {
	if cap(s) > slab.Last {
		return nil
	}
	clear(s[:cap(s)])
	return s[:0]
}
