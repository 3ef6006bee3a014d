package layout

import (
	"strconv"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// note is a footnote: its lines, which stand at the foot of the page that
// holds its mark.
type note struct {
	src    *doc.Note
	elem   *Element
	marked bool // a line has taken it
	pieces []piece
}

// Footnotes are set in 11 pt below a short line, as Word and LibreOffice do. From the text to
// them stands at least a line of 14 pt, the ordinary style of the Word file: LibreOffice breaks
// pages so, whatever the height of the line that the file asks for.
const (
	noteSize      = 11 * doc.Point
	noteLine      = 50 * doc.Millimetre
	noteThickness = doc.Point / 2
	noteBelow     = 3 * doc.Point // from the line to the notes
	noteHead      = 14 * doc.Point * naturalPitch / 100
	noteAbove     = noteHead - noteThickness - noteBelow // from the text to the line, at least
)

// noteText lowers the text of a footnote.
func (e *engine) noteText(n *note, s scope) error {
	font := flow.Font{Size: noteSize}
	p := &flow.Paragraph{At: s.at, Font: font}
	e.runs = e.runs[:0]
	s = scope{width: e.noteWidth, parent: n.elem, at: s.at, noNotes: "a footnote"}
	g := gatherer{e: e, scope: s}
	mark := run{look: lookOf(font), of: p, elem: e.tree.add(n.elem, "Lbl")}
	mark.rise, mark.size = mark.size*markRise/100, mark.size*lines.NoteMark/100
	g.text(strconv.Itoa(n.src.Number), mark)
	r := run{look: lookOf(font), of: p, elem: n.elem}
	g.text(" ", r)
	if err := g.inlines(n.src.Inlines, r); err != nil {
		return err
	}
	start := len(e.out)
	e.setLines(p, s, n.src)
	paragraphGlue(e.out[start:], p)
	n.pieces = e.pieces.Clone(e.out[start:])
	e.out = e.out[:start]
	return nil
}

// wholeNotes is the room that the notes of a chain take at the foot of a page
// that has notes already, or has none.
func wholeNotes(g *pager, chain []piece, have bool) doc.Length {
	var h doc.Length
	for i := range chain {
		for _, n := range chain[i].notes {
			h += height(n.pieces)
		}
	}
	if h > 0 && !have {
		h += noteHead
	}
	return h
}

// shortNotes is the least room that they take: the first lines of the first
// one, when the rest goes on to the next page.
func shortNotes(g *pager, chain []piece, have bool) doc.Length {
	for i := range chain {
		for _, n := range chain[i].notes {
			if len(n.pieces) == 0 || len(g.carried) > 0 {
				continue
			}
			h := height(n.pieces[:chainEnd(n.pieces, 0, free)])
			if !have {
				h += noteHead
			}
			return h
		}
	}
	return 0
}

// noNotes leaves the notes of a chain to the next page.
func noNotes(*pager, []piece, bool) doc.Length { return 0 }

// takeNotes puts the notes of a chain at the foot of the page, and what does
// not fit there at that of the next one.
func (g *pager) takeNotes(chain []piece) {
	for i := range chain {
		for _, n := range chain[i].notes {
			if len(g.carried) > 0 {
				g.carried = append(g.carried, n.pieces...)
				continue
			}
			g.carried = g.footLines(n.pieces, g.limit-g.y, false)
		}
	}
}

// resumeNotes puts what is left of the notes at the foot of a new page. A
// quarter of the page stays for the text.
func (g *pager) resumeNotes() {
	g.carried = g.footLines(g.carried, (g.limit-g.y)*3/4, true)
}

// footLines puts as many lines at the foot of the page as its notes together
// have room for, at least one when it must, and gives the rest.
func (g *pager) footLines(lines []piece, room doc.Length, must bool) []piece {
	for i := 0; i < len(lines); {
		j := chainEnd(lines, i, free)
		h := height(lines[i:j])
		if len(g.notes) == 0 {
			h += noteHead
		}
		if g.notesHeight+h > room+slack && !(must && i == 0) {
			return lines[i:]
		}
		g.notes = append(g.notes, lines[i:j]...)
		g.notesHeight += h
		i = j
	}
	return nil
}

// separator draws the short line above the notes.
func (g *pager) separator() {
	x, y := g.section.Page.Left, g.limit-g.notesHeight+noteAbove+noteThickness/2
	g.paint.stroke(x, y, x+noteLine, y, noteThickness)
}
