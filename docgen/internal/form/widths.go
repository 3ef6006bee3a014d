package form

import (
	"math"
	"slices"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// widths settles the columns of a table: those in millimetres first, then
// those with shares, then by what the cells hold. A table never stands wider
// than the text: where there is no room for the longest words, the widest columns
// go below them, and their words break.
type widths struct {
	f       *former
	columns []doc.Column
	floor   []doc.Length // narrowest width of a column without one of its own
	least   []doc.Length // longest word of a column, with the padding
	natural []doc.Length // longest line of a column, with the padding
	spans   []span
	texts   []cellText // in order of reading
	open    bool       // some column has no width of its own
	narrow  bool       // settle found no room for the longest words
	padding doc.Length
}

// cellText is a line of a cell.
type cellText struct {
	paragraph          *flow.Paragraph
	lines, longest     int  // where there is room for it
	row, column, count int  // where the cell stands
	first              bool // of its cell
}

// span is what a cell over several columns asks for.
type span struct {
	column, count int
	least         doc.Length
}

// floorLetters is how many letters stand side by side in the narrowest column.
const floorLetters = "nnn"

func newWidths(f *former, t *doc.DataTable) *widths {
	n, texts := len(t.Columns), 0
	for i := range t.Rows {
		texts += textsIn(&t.Rows[i])
	}
	w := &widths{f: f, columns: t.Columns, padding: f.padding(t), texts: make([]cellText, 0, texts),
		floor: make([]doc.Length, n), least: make([]doc.Length, n), natural: make([]doc.Length, n)}
	for i, c := range t.Columns {
		frame := w.frame()
		w.floor[i], w.least[i], w.natural[i] = frame, frame, frame
		w.open = w.open || c.Width == 0
	}
	return w
}

// frame is what a column takes besides its text; some twips more than the padding, since its
// edges are rounded, and LibreOffice rounds them and the widths of letters once more.
func (w *widths) frame() doc.Length { return 2*w.padding + 3*doc.Twip }

// measure takes a line of a cell into account.
func (w *widths) measure(p *flow.Paragraph, face decree.Face, at flow.Place, first bool) {
	words := w.f.split(p.Inlines, face)
	free := lines.Fill(words, math.MaxInt)
	w.texts = append(w.texts, cellText{p, free.Lines, free.Longest, at.Row, at.Column, at.Columns, first})
	if !w.open {
		return
	}
	longest := 0
	for i := range words {
		longest = max(longest, words[i].Width)
	}
	least := lines.Length(longest, face.Size) + w.frame()
	if at.Columns > 1 {
		w.spans = append(w.spans, span{at.Column, at.Columns, least})
		return
	}
	column := at.Column
	w.floor[column] = max(w.floor[column], min(least, w.f.lineWidth(floorLetters, face)+w.frame()))
	w.least[column] = max(w.least[column], least)
	w.natural[column] = max(w.natural[column], lines.Length(free.Longest, face.Size)+w.frame())
}

// words are those of a line of a cell.
func (w *widths) words(l *cellText) []lines.Word {
	p := l.paragraph
	return w.f.split(p.Inlines, decree.Face{Size: p.Font.Size, Style: decree.Style{Bold: p.Font.Bold, Italic: p.Font.Italic}})
}

// room is what a line of a cell has in its columns, in units of its letters.
func (w *widths) room(columns []doc.Length, l *cellText) int {
	width := -2 * w.padding
	for _, c := range columns[l.column : l.column+l.count] {
		width += c
	}
	return lines.Room(width, l.paragraph.Font.Size)
}

// settle gives the widths of the columns, which fill the room unless all are
// given; and how wide the table must be when that is more than the room.
func (w *widths) settle(room doc.Length) (out []doc.Length, needed doc.Length) {
	out = make([]doc.Length, len(w.columns))
	var given, floor, least, shared doc.Length
	shares := 0
	w.widen()
	for i, c := range w.columns {
		if c.Width > 0 {
			out[i] = c.Width
			given += c.Width
			continue
		}
		floor += w.floor[i]
		least += w.least[i]
		if c.Share > 0 {
			shares += c.Share
			shared += w.least[i]
		}
	}
	left := room - given
	switch {
	case floor > left:
		for i, c := range w.columns {
			if c.Width == 0 {
				out[i] = w.floor[i]
			}
		}
		if needed = given + floor; needed <= room+doc.Twip {
			needed = 0
		}
	case least > left:
		w.narrow = true
		w.squeeze(out, left)
	default:
		// What shares take is not known yet: their words count.
		used := w.byContent(out, left-shared, shares == 0)
		w.byShare(out, left-used, shares)
	}
	roundEdges(out)
	return out, needed
}

// roundEdges brings the edges of columns to whole twips, which DOCX measures in: a word that just
// fits in one file then fits in the other. Edges are rounded, not widths: their errors would add up.
func roundEdges(columns []doc.Length) {
	var exact, last doc.Length
	for i, w := range columns {
		exact += w
		edge := wholeTwips(exact)
		columns[i], last = edge-last, edge
	}
}

func wholeTwips(l doc.Length) doc.Length { return doc.Length(l.Twips()) * doc.Twip }

// nearly is how close to a line's end no word should end: as far as Word, LibreOffice and the
// library may differ in rounding widths.
const nearly = 2 * doc.Twip

// clear widens columns by some twips where a word just fits a line or just does not, at the cost
// of the widest: all writers then break its lines alike. A column that has given may ask in turn.
func (w *widths) clear(columns []doc.Length) {
	for range 3 {
		asked := make([]doc.Length, len(columns))
		for i := range w.texts {
			l := &w.texts[i]
			size := l.paragraph.Font.Size
			room, near := w.room(columns, l), lines.Room(nearly, size)
			if room-l.longest >= near {
				continue // as most
			}
			if c := w.widest(columns, l.column, l.column+l.count, -1); c >= 0 {
				asked[c] = max(asked[c], lines.Length(missing(w.words(l), room, near), size))
			}
		}
		settled := true
		for i, more := range asked {
			if from := w.widest(columns, 0, len(asked), i); more > 0 && from >= 0 {
				more = (more + doc.Twip - 1) / doc.Twip * doc.Twip
				columns[i] += more
				columns[from] -= more
				settled = false
			}
		}
		if settled {
			return
		}
	}
}

// widest is the widest column without a width of its own from first up to last, other than one; -1 for none.
func (w *widths) widest(columns []doc.Length, first, last, other int) int {
	at := -1
	for i := first; i < last; i++ {
		if w.columns[i].Width == 0 && i != other && (at < 0 || columns[i] > columns[at]) {
			at = i
		}
	}
	return at
}

// missing is how much wider lines of a width must be so that no word ends near the end of one.
func missing(words []lines.Word, width, near int) (more int) {
	var l lines.Line
	for i := range words {
		w := &words[i]
		if left := width - l.With(w); -near < left && left < near {
			more = max(more, near-left)
		}
		if l.Take(w, width); w.Ends {
			l = lines.Line{}
		}
	}
	return more
}

// breaks tells whether words of a cell may break: the columns that it covers do
// not all have the width that the user gave them.
func (w *widths) breaks(column, count int) bool {
	return slices.ContainsFunc(w.columns[column:column+count], func(c doc.Column) bool { return c.Width == 0 })
}

// squeeze gives the columns without a width what their longest words ask for,
// but cuts the widest ones to one width, so that few words break.
func (w *widths) squeeze(out []doc.Length, room doc.Length) {
	low, high := doc.Length(0), room
	sum := func(most doc.Length) (all doc.Length) {
		for i, c := range w.columns {
			if c.Width == 0 {
				all += max(w.floor[i], min(w.least[i], most))
			}
		}
		return all
	}
	for low < high {
		if mid := (low + high + 1) / 2; sum(mid) <= room {
			low = mid
		} else {
			high = mid - 1
		}
	}
	for i, c := range w.columns {
		if c.Width == 0 {
			out[i] = max(w.floor[i], min(w.least[i], low))
		}
	}
}

// widen makes room for the words of cells over several columns.
func (w *widths) widen() {
	for _, s := range w.spans {
		var sum doc.Length
		last := -1
		for i := s.column; i < s.column+s.count; i++ {
			if c := w.columns[i]; c.Width > 0 {
				sum += c.Width
			} else {
				sum += w.least[i]
				last = i
			}
		}
		if last >= 0 && sum < s.least {
			w.least[last] += s.least - sum
			w.natural[last] = max(w.natural[last], w.least[last])
		}
	}
}

// byContent gives each column without width and share what its longest line
// asks for; where that is too much, at least its longest word and a part of the
// rest as its lines are long. What is left over is shared out when fill is set.
func (w *widths) byContent(out []doc.Length, room doc.Length, fill bool) doc.Length {
	var least, natural doc.Length
	last := -1
	for i, c := range w.columns {
		if c.Width == 0 && c.Share == 0 {
			least += w.least[i]
			natural += w.natural[i]
			last = i
		}
	}
	if last < 0 {
		return 0
	}
	var used doc.Length
	for i, c := range w.columns {
		if c.Width != 0 || c.Share != 0 {
			continue
		}
		switch {
		case natural <= room && !fill:
			out[i] = w.natural[i]
		case natural <= room:
			out[i] = w.natural[i]
			if natural > 0 {
				out[i] += scale(room-natural, w.natural[i], natural)
			}
		case natural > least:
			out[i] = w.least[i] + scale(max(room-least, 0), w.natural[i]-w.least[i], natural-least)
		default:
			out[i] = w.least[i]
		}
		used += out[i]
	}
	if fill && used < room {
		out[last] += room - used
		used = room
	}
	return used
}

// byShare parts the room as the columns' shares say; one whose longest word needs
// more than its share gets that, and the others part the rest.
func (w *widths) byShare(out []doc.Length, room doc.Length, shares int) {
	for again := true; again; {
		again = false
		for i, c := range w.columns {
			if c.Width == 0 && c.Share > 0 && out[i] == 0 && w.least[i] > room*doc.Length(c.Share)/doc.Length(shares) {
				out[i] = w.least[i]
				room, shares, again = room-out[i], shares-c.Share, true
			}
		}
	}
	given, last := doc.Length(0), -1
	for i, c := range w.columns {
		if c.Width == 0 && c.Share > 0 && out[i] == 0 {
			out[i] = room * doc.Length(c.Share) / doc.Length(shares)
			given += out[i]
			last = i
		}
	}
	if last >= 0 {
		out[last] += room - given
	}
}

// scale is l*part/whole without overflow for any lengths on paper.
func scale(l, part, whole doc.Length) doc.Length {
	return doc.Length(float64(l) * (float64(part) / float64(whole)))
}
