package layout

import (
	"cmp"
	"slices"

	"github.com/vanban-go/vanban/docgen/doc"
)

func sortSpans(spans []span) {
	slices.SortStableFunc(spans, func(a, b span) int { return cmp.Compare(a.end, b.end) })
}

// splitRow breaks a row so that its head is at most room high. Each cell that
// holds something must have something in the head. Glue up to level is given
// up. What a cell over several rows holds is shared out when the parts are
// drawn; a row that closes one may be broken although its own cells fit.
func (e *engine) splitRow(pc *piece, room doc.Length, level glue) (head, tail piece, ok bool) {
	r := pc.box.(*row)
	border := r.t.src.Border
	room -= 2 * border // above and below the part
	taken := make([]int, len(r.cells))
	for i, c := range r.cells {
		if c.spans {
			continue
		}
		n := fitting(c.pieces, room, level, true)
		if n == 0 && len(c.pieces) > 0 {
			return piece{}, piece{}, false
		}
		taken[i] = n
		ok = ok || n < len(c.pieces)
	}
	if ok = ok || r.closes; !ok {
		return piece{}, piece{}, false
	}
	up, down := *r, *r
	up.more, up.last = true, false
	down.tail = true
	up.cells, down.cells = slices.Clone(r.cells), nil
	var upper, lower doc.Length
	for i := range up.cells {
		c := &up.cells[i]
		if c.spans {
			continue
		}
		rest := *c
		c.pieces, rest.pieces = c.pieces[:taken[i]], opening(c.pieces[taken[i]:])
		c.height, rest.height = height(c.pieces), height(rest.pieces)
		upper, lower = max(upper, c.height), max(lower, rest.height)
		down.cells = append(down.cells, rest)
	}
	if r.closes || upper > room { // by the space below the last pieces, which falls away
		upper = room
	}
	up.height, down.height = upper+border, lower+border
	if down.last {
		down.height += border
	}
	head = piece{before: pc.before, height: up.height, box: &up, notes: cellNotes(up.cells)}
	tail = piece{height: down.height, after: pc.after, glue: pc.glue, box: &down, notes: cellNotes(down.cells)}
	return head, tail, true
}

// opening is the rest of a column that goes on at the top of a page, where
// the space above it falls away.
func opening(pieces []piece) []piece {
	if len(pieces) == 0 || pieces[0].before == 0 {
		return pieces
	}
	pieces = slices.Clone(pieces)
	pieces[0].before = 0
	return pieces
}

func cellNotes(cells []cell) []*note {
	var notes []*note
	for _, c := range cells {
		notes = notesOf(c.pieces, notes)
	}
	return notes
}

// fitting is how many pieces of a column stand in a room when glue up to
// level is given up. With whole, the space below the last one has to stand there too.
func fitting(pieces []piece, room doc.Length, level glue, whole bool) int {
	var h doc.Length
	for i := 0; i < len(pieces); {
		j := chainEnd(pieces, i, level)
		h += height(pieces[i:j])
		need := h
		if j < len(pieces) || !whole {
			need -= pieces[j-1].after
		}
		if need > room+slack {
			return i
		}
		i = j
	}
	return len(pieces)
}
