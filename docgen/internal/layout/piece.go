package layout

import "github.com/vanban-go/vanban/docgen/doc"

// piece is the smallest thing that stands whole on a page: a line of text, a
// rule, a slot, a row of a table. A column (the text of a section, a cell, a
// footnote) is a list of pieces, from top to bottom.
type piece struct {
	before, height, after doc.Length
	glue                  glue
	newPage               bool // a page ends before it, by request
	box                   box
	notes                 []*note // whose marks stand in it
}

// glue says how a piece holds on to the next one.
type glue uint8

// Glues, from weakest to strongest. A stronger one is given up later, when
// what hangs together is taller than a page.
const (
	free  glue = iota // a page may end here
	kept              // keep with next, keep together
	bound             // lines of a paragraph: no single lines, KeepLines
	joint             // rows that share a cell, in a table within a cell: never given up
)

// box is what a piece draws; x and y are the left edge of its column and the
// top of the piece.
type box interface {
	draw(p *painter, x, y doc.Length)
}

// height is how tall the pieces of a column are together, the space above the
// first and below the last one counted in.
func height(pieces []piece) doc.Length {
	var h doc.Length
	for i := range pieces {
		h += pieces[i].before + pieces[i].height + pieces[i].after
	}
	return h
}

// notesOf gathers the footnotes of a column.
func notesOf(pieces []piece, into []*note) []*note {
	for i := range pieces {
		into = append(into, pieces[i].notes...)
	}
	return into
}

// hold makes each piece of a column but the last hold on to the next one at
// least as strongly as g.
func hold(pieces []piece, g glue) {
	for i := 0; i < len(pieces)-1; i++ {
		pieces[i].glue = max(pieces[i].glue, g)
	}
}

// chainEnd is where the chain that begins with piece i ends: the first place
// after it where a page may end when glue up to level is given up.
func chainEnd(pieces []piece, i int, level glue) int {
	j := i + 1
	for j < len(pieces) && pieces[j-1].glue > level && !pieces[j].newPage {
		j++
	}
	return j
}
