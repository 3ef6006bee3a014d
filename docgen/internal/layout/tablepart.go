package layout

import (
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/diag"
)

// part is the part of a table that stands on one page, or in one cell. It is
// drawn when its last row is known, since cells over several rows and the
// lines of the grid depend on it.
type part struct {
	t    *table
	x    doc.Length // left edge of the column
	rows []placedRow
}

// placedRow is a row at its place.
type placedRow struct {
	*row
	y      doc.Length
	height doc.Length
	again  bool // a repeated head: an artifact
}

// row takes a row into the part.
func (p *painter) row(r *row, x, y doc.Length) {
	if p.part.t != r.t {
		p.endPart()
		p.part.t, p.part.x = r.t, x
	}
	p.part.rows = append(p.part.rows, placedRow{r, y, r.height, p.artifact})
}

// bottom is where the part ends.
func (pt *part) bottom() doc.Length {
	last := &pt.rows[len(pt.rows)-1]
	return last.y + last.height
}

// ends reports whether a cell that covers rows up to end is complete in the part.
func (pt *part) ends(end int) bool {
	last := &pt.rows[len(pt.rows)-1]
	return end <= last.index || end == last.index+1 && !last.more
}

// stretched is the height of a piece; of a row that ends cells cut by the
// end of a page, the height that holds what is left of them.
func (pt *part) stretched(pc *piece) doc.Length {
	r, ok := pc.box.(*row)
	if !ok || r.more || len(r.t.carried) == 0 {
		return pc.height
	}
	var above doc.Length
	if pt.t == r.t {
		for i := range pt.rows {
			if !pt.rows[i].again {
				above += pt.rows[i].height
			}
		}
	}
	h := pc.height
	for _, c := range r.t.carried {
		if c.end == r.index+1 {
			h = max(h, c.height+r.t.src.Border-above)
		}
	}
	return h
}

// endPart draws the part.
func (p *painter) endPart() {
	pt := p.part
	if pt.t == nil {
		return
	}
	p.part = part{}
	outer := p.artifact
	begun := pt.t.carried
	pt.t.carried = nil
	if pt.t.src.Border > 0 {
		p.grid(&pt, begun)
	}
	if len(begun) > 0 {
		first := 0
		for first < len(pt.rows)-1 && pt.rows[first].again {
			first++
		}
		for _, c := range begun {
			p.cell(&pt, first, c)
		}
	}
	passes := 1
	if byColumn(pt.t.src) {
		passes = len(pt.t.src.Columns)
	}
	for pass := range passes {
		for i := range pt.rows {
			p.artifact = outer || pt.rows[i].again
			for _, c := range pt.rows[i].cells {
				if passes == 1 || c.col == pass {
					p.cell(&pt, i, c)
				}
			}
		}
	}
	p.artifact = outer
}

// cell draws a cell that begins in row i of the part. What a cell over
// several rows holds beyond the part is carried on.
func (p *painter) cell(pt *part, i int, c cell) {
	t := pt.t
	top := pt.rows[i].y
	bottom := top + pt.rows[i].height
	for k := i + 1; k < len(pt.rows) && pt.rows[k].index < c.end && pt.rows[k].again == pt.rows[i].again; k++ {
		bottom = pt.rows[k].y + pt.rows[k].height
	}
	border := t.src.Border
	room := bottom - top - border
	if last := &pt.rows[len(pt.rows)-1]; last.last && bottom == pt.bottom() {
		room -= border
	}
	if c.spans && !pt.rows[i].again && !pt.ends(c.end) {
		n := p.share(&c, room)
		rest := c
		rest.rest = true
		rest.pieces = opening(c.pieces[n:])
		rest.height = height(rest.pieces)
		t.carried = append(t.carried, rest)
		c.pieces = c.pieces[:n]
		c.height = height(c.pieces)
	}
	y := top + border
	if r := &pt.rows[i]; !r.tail && !r.more {
		y += raised(c.src.VAlign, room, c.height)
	}
	p.column(c.pieces, pt.x+t.left[c.col]+t.src.Padding, y)
}

// share is how many pieces of a cell stand in a room that is not the last of
// it. The rest of a cell takes at least one, so that each page brings it on.
func (p *painter) share(c *cell, room doc.Length) int {
	n := fitting(c.pieces, room, bound-1, false)
	if n > 0 || !c.rest || len(c.pieces) == 0 {
		return n
	}
	if n = fitting(c.pieces, room, bound, false); n == 0 {
		n = 1
		p.e.found.Add(&diag.Diagnostic{
			Pos: flow.Known(c.src.At), Rule: ruleTall, Message: "nội dung của ô cao hơn trang giấy, không in trọn được",
		})
	}
	return n
}

// grid draws the lines around the cells of a part. Neighbours share a line;
// lines that go on are one stroke.
func (p *painter) grid(pt *part, begun []cell) {
	var (
		t      = pt.t
		half   = t.src.Border / 2
		n      = len(t.src.Columns)
		covers = make([]int, n)          // row up to which a column is covered
		hidden = make([]int, n+1)        // row up to which an edge lies inside a cell
		from   = make([]doc.Length, n+1) // where the stroke on an edge begins
	)
	const none = -1
	for i := range from {
		from[i] = none
	}
	cover := func(c *cell) {
		for k := c.col; k < c.col+c.cols; k++ {
			covers[k] = c.end
			if k > c.col {
				hidden[k] = c.end
			}
		}
	}
	x := func(edge int) doc.Length { return pt.x + t.left[edge] }
	horizontal := func(a, b int, y doc.Length) {
		p.stroke(x(a)-half, y, x(b)+half, y, t.src.Border)
	}
	for i := range pt.rows {
		r := &pt.rows[i]
		y := r.y + half
		whole := i == 0
		if !r.again && (i == 0 || pt.rows[i-1].again) {
			for k := range begun {
				cover(&begun[k])
			}
			whole = true
		}
		open := none // column where a line above the row begins
		for c := range n {
			line := whole || covers[c] <= r.index
			switch {
			case line && open == none:
				open = c
			case !line && open != none:
				horizontal(open, c, y)
				open = none
			}
		}
		if open != none {
			horizontal(open, n, y)
		}
		for k := range r.cells {
			cover(&r.cells[k])
		}
		for edge := range from {
			switch shown := hidden[edge] <= r.index; {
			case shown && from[edge] == none:
				from[edge] = y
			case !shown && from[edge] != none:
				p.stroke(x(edge), from[edge], x(edge), y, t.src.Border)
				from[edge] = none
			}
		}
	}
	end := pt.bottom() + half
	if pt.rows[len(pt.rows)-1].last {
		end = pt.bottom() - half
	}
	horizontal(0, n, end)
	for edge := range from {
		if from[edge] != none {
			p.stroke(x(edge), from[edge], x(edge), end, t.src.Border)
		}
	}
}
