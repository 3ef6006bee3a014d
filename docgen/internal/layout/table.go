package layout

import (
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/diag"
)

// table is a table being laid out; its rows are pieces of the column it
// stands in.
type table struct {
	src     *flow.Table
	left    []doc.Length // left edges of the columns, and the right one of the last, from the left of the column
	header  []piece      // rows that are repeated on each page
	carried []cell       // cells whose rows go on in the next part
}

// row is a row, or a part of one that is broken over pages.
type row struct {
	t      *table
	src    *flow.Row
	index  int
	cells  []cell // that begin in it
	height doc.Length
	tail   bool // goes on from the page before
	more   bool // goes on on the next page
	last   bool // the grid's lower line stands in it
	closes bool // a cell over several rows ends in it
}

// cell is a cell, or what is left of it.
type cell struct {
	src       *flow.Cell
	col, cols int
	end       int  // row behind the last one it covers
	spans     bool // covers more than one row
	rest      bool // of a cell that began in an earlier part
	pieces    []piece
	height    doc.Length // of the pieces
}

// repeats reports whether the table's head stands above the row when it
// begins a page.
func (r *row) repeats() bool { return len(r.t.header) > 0 && r.index >= len(r.t.header) }

// draw hands the row to the part of its table that is being drawn.
func (r *row) draw(p *painter, x, y doc.Length) { p.row(r, x, y) }

// table lowers a table: cells first, then the heights of rows.
func (e *engine) table(src *flow.Table, s scope) error {
	if len(src.Rows) == 0 {
		return nil
	}
	t := &table{src: src, left: edges(src, s.width)}
	start := len(e.out)
	tags := e.tableTags(src, s)
	var spans []span
	for i, places := range src.Grid() {
		r := src.Rows[i]
		rw := &row{t: t, src: r, index: i, last: i == len(src.Rows)-1}
		if err := e.cellsOf(rw, places, tags.row(i), s); err != nil {
			return err
		}
		h := r.MinHeight
		for _, c := range rw.cells {
			if c.spans {
				spans = append(spans, span{i, c.end, c.height})
			} else {
				h = max(h, c.height)
			}
		}
		rw.height = h + src.Border
		if rw.last {
			rw.height += src.Border
		}
		pc := piece{height: rw.height, box: rw}
		if r.KeepNext {
			pc.glue = kept
		}
		for _, c := range rw.cells {
			pc.notes = notesOf(c.pieces, pc.notes)
		}
		e.out = append(e.out, pc)
	}
	tags.close()
	rows := e.out[start:]
	stretch(rows, spans, src.Border)
	if s.fitted {
		join(rows, spans)
	}
	rows[0].before = src.Before
	rows[len(rows)-1].after = src.After
	if n := src.Header; n > 0 && n < len(rows) {
		for i := range n {
			rows[i].glue = max(rows[i].glue, kept)
		}
		t.header = e.pieces.Clone(rows[:n])
		t.header[0].before = 0
	}
	return nil
}

// edges are the places of the lines between columns.
func edges(t *flow.Table, width doc.Length) []doc.Length {
	left := make([]doc.Length, len(t.Columns)+1)
	var all doc.Length
	for i, w := range t.Columns {
		all += w
		left[i+1] = all
	}
	x := t.Indent
	if t.Align == doc.Center || t.Align == doc.Right {
		x += aligned(t.Align, width, all)
	}
	for i := range left {
		left[i] += x
	}
	return left
}

// cellsOf lowers the cells of a row, each at its place.
func (e *engine) cellsOf(r *row, places []flow.Place, tags rowTags, s scope) error {
	t := r.t
	cells := make([]cell, 0, 8)
	for i := range places {
		p := &places[i]
		if p.Fault != "" && p.Row == r.index {
			e.misfit(r, p)
			continue
		}
		if p.Row != r.index || p.Cell < 0 {
			continue
		}
		c := r.src.Cells[p.Cell]
		cl := cell{src: c, col: p.Column, cols: p.Columns, end: p.Row + p.Rows, spans: p.Rows > 1}
		var err error
		cl.pieces, err = e.column(c.Blocks, scope{
			width:   t.left[p.Column+p.Columns] - t.left[p.Column] - 2*t.src.Padding,
			noNotes: s.noNotes,
			parent:  tags.cell(c, p.Column, p.Columns, p.Rows),
			fitted:  true,
			tight:   e.narrow(t.src, c),
		})
		if err != nil {
			return err
		}
		cl.height = height(cl.pieces)
		cells = append(cells, cl)
	}
	r.cells = e.cells.Clone(cells)
	return nil
}

// misfit reports a cell that does not fit its table, or a table of too many columns.
func (e *engine) misfit(r *row, p *flow.Place) {
	at := flow.Known(r.t.src.At)
	if p.Cell >= 0 {
		at = flow.Known(r.src.Cells[p.Cell].At, r.t.src.At)
	}
	e.found.Add(&diag.Diagnostic{
		Pos: at, Rule: ruleSpan,
		Message: fmt.Sprintf("ô ở hàng %d không vừa bảng %d cột, %d hàng", r.index+1, len(r.t.src.Columns), len(r.t.src.Rows)),
	})
}

// narrow is what a cell says to a word wider than it is.
func (e *engine) narrow(t *flow.Table, c *flow.Cell) *tight {
	if c.BreakWords {
		return nil
	}
	says := e.tights.One()
	*says = tight{at: flow.Where(c.At, t.At), rule: ruleColumn, message: "cột của bảng hẹp hơn từ %q",
		fix: "cho cột rộng hơn (width), hoặc bỏ width để cột tự giãn"}
	if t.Layout {
		says.style, says.message = true, "từ %[2]q của phần %[1]q dài hơn chỗ dành cho phần đó"
		says.fix = "rút ngắn, hoặc tách ra bằng dấu cách"
	}
	return says
}

// span is a cell over several rows, and the height it needs.
type span struct {
	first, end int
	height     doc.Length
}

// join keeps the rows of each span together, in a table within a cell: only
// the rows of the outer table know where a page ends.
func join(rows []piece, spans []span) {
	for _, s := range spans {
		for i := s.first; i < s.end-1; i++ {
			rows[i].glue = joint
		}
	}
}

// stretch makes the last row of each span tall enough for what the span
// holds. Spans come in the order of their first rows; those that end earlier
// are looked at first, so that later ones see the new heights.
func stretch(rows []piece, spans []span, border doc.Length) {
	sortSpans(spans)
	for _, s := range spans {
		have := -border
		for i := s.first; i < s.end; i++ {
			have += rows[i].height
		}
		r := rows[s.end-1].box.(*row)
		r.closes = true
		if r.last {
			have -= border
		}
		if lack := s.height - have; lack > 0 {
			rows[s.end-1].height += lack
			r.height += lack
		}
	}
}
