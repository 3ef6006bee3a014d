package form

import (
	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
)

// widths settles the columns of a table: those in millimetres first, then
// those with shares, then by what the cells hold.
type widths struct {
	f       *former
	columns []doc.Column
	least   []doc.Length // longest word of a column, with the padding
	natural []doc.Length // longest line of a column, with the padding
	spans   []span
	auto    bool // some column goes by what it holds
}

// span is what a cell over several columns asks for.
type span struct {
	column, count int
	least         doc.Length
}

func newWidths(f *former, t *doc.DataTable) *widths {
	w := &widths{
		f: f, columns: t.Columns,
		least: make([]doc.Length, len(t.Columns)), natural: make([]doc.Length, len(t.Columns)),
	}
	for _, c := range t.Columns {
		w.auto = w.auto || c.Width == 0 && c.Share == 0
	}
	return w
}

// measure takes a line of a cell into account.
func (w *widths) measure(in []doc.Inline, face decree.Face, column, count int) {
	if !w.auto {
		return
	}
	words := w.f.split(in, face)
	longest, line, at := 0, 0, 0
	for i := range words {
		longest = max(longest, words[i].width)
		at += words[i].width
		line = max(line, at)
		if at += words[i].space; words[i].ends {
			at = 0
		}
	}
	// A twip more, since DOCX rounds.
	frame := 2*w.f.p.Table.Padding + doc.Twip
	least := toLength(longest, face.Size) + frame
	if count > 1 {
		w.spans = append(w.spans, span{column, count, least})
		return
	}
	w.least[column] = max(w.least[column], least)
	w.natural[column] = max(w.natural[column], toLength(line, face.Size)+frame)
}

// settle gives the widths of the columns; together they fill the room unless
// all are given.
func (w *widths) settle(room doc.Length) []doc.Length {
	out := make([]doc.Length, len(w.columns))
	left := room
	shares := 0
	for i, c := range w.columns {
		if c.Width > 0 {
			out[i] = c.Width
			left -= c.Width
		} else {
			shares += c.Share
		}
	}
	left = max(left, 0)
	if w.auto {
		w.widen()
		for i, c := range w.columns {
			if c.Width == 0 && c.Share > 0 { // what shares take is not known yet: their words count
				left -= w.least[i]
			}
		}
		used := w.byContent(out, max(left, 0), shares == 0)
		left -= used
		for i, c := range w.columns {
			if c.Width == 0 && c.Share > 0 {
				left += w.least[i]
			}
		}
	}
	w.byShare(out, max(left, 0), shares)
	return out
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

func (w *widths) byShare(out []doc.Length, room doc.Length, shares int) {
	given := doc.Length(0)
	last := -1
	for i, c := range w.columns {
		if c.Width == 0 && c.Share > 0 {
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
