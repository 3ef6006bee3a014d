package layout

import (
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// TestFits: what stands on a page, to the last EMU, and what would on a page of its own. A page has room for 80 pt, of
// which 30 are taken.
func TestFits(t *testing.T) {
	const pt = doc.Point
	n := &note{pieces: []piece{{height: 10 * pt}}}
	for _, tt := range []struct {
		chain       []piece
		empty, auto bool
		notes       doc.Length // of the page
		after       doc.Length // of what stands above
		fits, fresh bool
	}{
		{chain: []piece{{height: 50*pt + slack}}, fits: true, fresh: true},
		{chain: []piece{{height: 50*pt + slack + 1}}, fresh: true},
		{chain: []piece{{height: 80*pt + slack}}, fresh: true},
		{chain: []piece{{height: 80*pt + slack + 1}}},
		{chain: []piece{{height: 20 * pt}, {height: 30*pt + slack}}, fits: true, fresh: true},
		{chain: []piece{{height: 20 * pt, after: 4 * pt}, {before: 6 * pt, height: 20*pt + slack}}, fits: true, fresh: true},
		{chain: []piece{{height: 20 * pt, after: 4 * pt}, {before: 6 * pt, height: 20*pt + slack + 1}}, fresh: true},
		{chain: []piece{{before: 5 * pt, height: 40*pt + slack}}, after: 5 * pt, fits: true, fresh: true},
		{chain: []piece{{before: 5 * pt, height: 40*pt + slack + 1}}, after: 5 * pt, fresh: true},
		{chain: []piece{{before: 5 * pt, height: 50*pt + slack}}, empty: true, auto: true, after: 5 * pt, fits: true, fresh: true},
		{chain: []piece{{before: 5 * pt, height: 50*pt + slack}}, empty: true, after: 5 * pt, fresh: true},
		{chain: []piece{{height: 50*pt + slack, after: 90 * pt}}, fits: true, fresh: true}, // space below may hang over
		{chain: []piece{{height: 40*pt - noteHead + slack, notes: []*note{n}}}, fits: true, fresh: true},
		{chain: []piece{{height: 40*pt - noteHead + slack + 1, notes: []*note{n}}}, fresh: true},
		{chain: []piece{{height: 40*pt + slack, notes: []*note{n}}}, notes: 1, fresh: true},
		{chain: []piece{{height: 40*pt + slack - 1, notes: []*note{n}}}, notes: 1, fits: true, fresh: true}, // the line is there
		{chain: []piece{{height: 70*pt - noteHead + slack, notes: []*note{n}}}, fresh: true},
		{chain: []piece{{height: 70*pt - noteHead + slack + 1, notes: []*note{n}}}},
	} {
		page := flow.PageSetup{Width: 200 * pt, Height: 100 * pt, Left: 10 * pt, Right: 10 * pt, Top: 10 * pt, Bottom: 10 * pt}
		g := &pager{section: &flow.Section{Page: page}, y: 40 * pt, limit: 90 * pt,
			empty: tt.empty, auto: tt.auto, after: tt.after, notesHeight: tt.notes}
		if fits, fresh := g.fits(tt.chain, wholeNotes), g.fitsFresh(tt.chain); fits != tt.fits || fresh != tt.fresh {
			t.Errorf("%+v: %t, on a page of its own %t", tt.chain, fits, fresh)
		}
	}
}

// TestFootLines: as many lines of notes stand at the foot of a page as there is room for, to the last EMU, with the line
// above them; one at least where it must.
func TestFootLines(t *testing.T) {
	const pt = doc.Point
	for _, tt := range []struct {
		room  doc.Length
		notes int // that stand there before, of 10 pt
		must  bool
		want  int
	}{
		{noteHead + 30*pt - slack, 0, false, 3},
		{noteHead + 20*pt - slack, 0, false, 2},
		{noteHead + 20*pt - slack - 1, 0, false, 1},
		{noteHead + 10*pt - slack - 1, 0, false, 0},
		{noteHead + 10*pt - slack - 1, 0, true, 1},
		{0, 0, true, 1}, // and no more than one
		{noteHead + 30*pt - slack, 1, false, 2},
		{noteHead + 10*pt - slack, 1, false, 0},
		{noteHead + 10*pt - slack, 1, true, 1},
	} {
		lines := []piece{{height: 10 * pt}, {height: 10 * pt}, {height: 10 * pt}}
		g := &pager{}
		for range tt.notes {
			g.footLines(lines[:1], 100*pt, false)
		}
		rest := g.footLines(lines, tt.room, tt.must)
		height := noteHead*doc.Length(min(len(g.notes), 1)) + 10*pt*doc.Length(len(g.notes))
		if got := len(g.notes) - tt.notes; got != tt.want || len(rest) != 3-tt.want || g.notesHeight != height {
			t.Errorf("room for %.2f pt beside %d, must %t: %d lines of %.2f pt, want %d",
				tt.room.Pt(), tt.notes, tt.must, got, g.notesHeight.Pt(), tt.want)
		}
	}
}

// TestShortNotes: the least room for the notes of a chain is that of the first line of the first one; behind notes that
// go on from the page before there is none.
func TestShortNotes(t *testing.T) {
	const pt = doc.Point
	empty, one := &note{}, &note{pieces: []piece{{height: 10 * pt}, {height: 12 * pt}}}
	for _, tt := range []struct {
		notes   []*note
		carried int
		have    bool
		want    doc.Length
	}{
		{nil, 0, false, 0}, {[]*note{empty}, 0, false, 0},
		{[]*note{one}, 0, false, 10*pt + noteHead}, {[]*note{one}, 0, true, 10 * pt}, {[]*note{empty, one, one}, 0, true, 10 * pt},
		{[]*note{one}, 1, true, 0}, {[]*note{one}, 2, false, 0},
	} {
		g := &pager{carried: make([]piece, tt.carried)}
		if got := shortNotes(g, []piece{{}, {notes: tt.notes}}, tt.have); got != tt.want {
			t.Errorf("%d notes behind %d lines, %t: %.2f pt, want %.2f", len(tt.notes), tt.carried, tt.have, got.Pt(), tt.want.Pt())
		}
	}
}

// TestLineBelow: the line of the grid stands below a row that ends a page, unless it is the table's last, which has its own.
func TestLineBelow(t *testing.T) {
	grid := &table{src: &flow.Table{Border: doc.Point}}
	for _, tt := range []struct {
		chain []piece
		want  doc.Length
	}{
		{[]piece{{box: &row{t: grid}}}, doc.Point}, {[]piece{{box: &row{t: grid, last: true}}}, 0}, {[]piece{{}}, 0},
		{[]piece{{box: &row{t: grid}}, {}}, 0}, {[]piece{{}, {box: &row{t: grid}}}, doc.Point},
	} {
		if got := lineBelow(tt.chain); got != tt.want {
			t.Errorf("%+v: %v", tt.chain, got)
		}
	}
}
