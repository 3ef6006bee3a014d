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
