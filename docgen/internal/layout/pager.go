package layout

import (
	"strconv"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/plan/diag"
)

// pager puts the pieces of one section onto pages.
type pager struct {
	e       *engine
	paint   painter
	section *flow.Section
	foot    []piece // on the last lines of the first page

	number int        // of the page
	pages  int        // of the section
	y      doc.Length // where the last piece ended
	after  doc.Length // distance that it asked for
	limit  doc.Length // bottom of the text, notes not counted
	empty  bool       // nothing of the text stands on the page
	auto   bool       // the page began because the one before was full

	notes       []piece // at the foot of the page
	notesHeight doc.Length
	carried     []piece // notes that go on at the foot of the next page
}

// usualActs is how many acts most pages have at most.
const usualActs = 64

// begin starts a page. It is automatic when the page before is full, and not
// when it was asked for.
func (g *pager) begin(auto bool) {
	set := &g.section.Page
	g.number++
	g.pages++
	page := &Page{Width: set.Width, Height: set.Height, Label: strconv.Itoa(g.number), Acts: g.e.acts.Room(usualActs)}
	if g.e.res.Pages = append(g.e.res.Pages, page); len(g.e.res.Pages) > g.e.most && g.e.err == nil {
		g.e.err = ErrPages
	}
	g.paint.page, g.paint.number = page, g.number
	g.y, g.after, g.limit = set.Top, 0, set.Height-set.Bottom
	if g.pages == 1 {
		g.limit -= height(g.foot)
	}
	g.empty, g.auto = true, auto
	g.notes, g.notesHeight = nil, 0
	if n := &g.section.Numbers; n.Shown && (g.pages > 1 || !n.HideFirst) {
		g.pageNumber(n)
	}
	g.resumeNotes()
}

// pageNumber draws the number of the page.
func (g *pager) pageNumber(n *flow.PageNumbers) {
	set, l := &g.section.Page, lookOf(n.Font)
	w := lines.Length(lines.Width(g.e.m, l.style, g.paint.page.Label), l.size)
	_, base := g.e.metrics(0, l.size)
	g.paint.text(set.Left+aligned(doc.Center, set.TextWidth(), w), n.Top+base, l, 0, g.paint.page.Label, nil, nil)
}

// end finishes the page.
func (g *pager) end() {
	set := &g.section.Page
	g.paint.endPart()
	g.paint.column(g.notes, set.Left, g.limit-g.notesHeight+noteHead)
	if g.notesHeight > 0 {
		g.separator()
	}
	if g.pages == 1 {
		g.paint.column(g.foot, set.Left, g.limit)
	}
}

// turn goes on to the next page.
func (g *pager) turn(auto bool) {
	g.end()
	g.begin(auto)
}

// place puts a column of pieces onto pages.
func (g *pager) place(pieces []piece) {
	level, until := free, 0
	for i := 0; i < len(pieces) && !g.e.cancelled(); {
		if i >= until {
			level = free
		}
		if pieces[i].newPage {
			if !g.empty {
				g.turn(false)
			}
			g.auto = false
			i++
			continue
		}
		j := chainEnd(pieces, i, level)
		chain := pieces[i:j]
		switch {
		case g.fits(chain, wholeNotes):
			g.put(chain)
			i = j
		case g.breakRow(chain, bound-1):
			i = j - 1
			g.turn(true)
		case !g.empty && g.fitsFresh(chain):
			g.turn(true)
		case g.fits(chain, shortNotes):
			g.put(chain)
			i = j
		case level < bound:
			// It is taller than a page: let go, and fill the page.
			level, until = level+1, j
		case !g.empty:
			g.turn(true)
		case g.breakRow(chain, bound):
			i = j - 1
			g.turn(true)
		default:
			if !g.fits(chain, noNotes) && !g.trim(&chain[0]) {
				g.tooTall(chain)
			}
			g.put(chain)
			i = j
		}
	}
	for len(g.carried) > 0 && !g.e.cancelled() {
		g.turn(true)
	}
}

// lead is the distance from where the last piece ended to the next one. At
// the top of a page that began because the one before was full, the space
// above a paragraph falls away, as in Word and LibreOffice.
func (g *pager) lead(pc *piece) doc.Length {
	switch {
	case !g.empty:
		return g.after + pc.before
	case g.auto:
		return 0
	}
	return pc.before
}

// tall is the height of a chain without what stands before and after it.
func (g *pager) tall(chain []piece) doc.Length {
	var h doc.Length
	for i := range chain {
		if i > 0 {
			h += chain[i-1].after + chain[i].before
		}
		h += g.paint.part.stretched(&chain[i])
	}
	return h
}

// repeated is the height of the table head that is repeated above a row that
// begins a page. A head that would fill more than half of it is not repeated.
func (g *pager) repeated(pc *piece) doc.Length {
	r, ok := pc.box.(*row)
	if !ok || !r.repeats() {
		return 0
	}
	if h := height(r.t.header); h <= g.room()/2 {
		return h
	}
	return 0
}

// room is the height of a page's text.
func (g *pager) room() doc.Length {
	set := &g.section.Page
	return set.Height - set.Bottom - set.Top
}

// fits reports whether a chain stands on the page.
func (g *pager) fits(chain []piece, notes func(*pager, []piece, bool) doc.Length) bool {
	need := g.lead(&chain[0]) + g.tall(chain) + lineBelow(chain) + notes(g, chain, g.notesHeight > 0)
	if g.empty {
		need += g.repeated(&chain[0])
	}
	return g.y+need <= g.limit-g.notesHeight+slack
}

// lineBelow is the line of the grid below a row that ends a page. On a page
// that goes on, the next row brings it.
func lineBelow(chain []piece) doc.Length {
	if r, ok := chain[len(chain)-1].box.(*row); ok && !r.last {
		return r.t.src.Border
	}
	return 0
}

// fitsFresh reports whether a chain stands on a page of its own.
func (g *pager) fitsFresh(chain []piece) bool {
	need := g.tall(chain) + lineBelow(chain) + wholeNotes(g, chain, false) + g.repeated(&chain[0])
	return need <= g.room()+slack
}

// put draws a chain at the place where the page has come to.
func (g *pager) put(chain []piece) {
	x := g.section.Page.Left
	for i := range chain {
		pc := &chain[i]
		lead := g.lead(pc)
		if g.empty && g.repeated(pc) > 0 {
			g.repeat(pc.box.(*row).t, x)
		}
		g.y += lead
		h := g.paint.part.stretched(pc)
		if r, ok := pc.box.(*row); ok {
			r.height = h
		}
		g.paint.piece(pc, x, g.y)
		g.y += h
		g.after = pc.after
		g.empty = false
	}
	g.takeNotes(chain)
}

// repeat draws the head of a table again, as an artifact.
func (g *pager) repeat(t *table, x doc.Length) {
	g.paint.artifact = true
	for i := range t.header {
		g.paint.piece(&t.header[i], x, g.y)
		g.y += t.header[i].height
	}
	g.paint.artifact = false
}

// breakRow breaks the row at the end of a chain over two pages, if it may be
// broken and what stands before it fits. The part that fits is put onto the
// page, the rest takes the row's place in the chain.
func (g *pager) breakRow(chain []piece, level glue) bool {
	n := len(chain) - 1
	pc := &chain[n]
	r, ok := pc.box.(*row)
	if !ok || r.src.Whole && level < bound || n > 0 && !g.fits(chain[:n], wholeNotes) {
		return false
	}
	room := g.limit - g.notesHeight - g.y
	if n > 0 {
		room -= g.lead(&chain[0]) + g.tall(chain[:n]) + wholeNotes(g, chain[:n], g.notesHeight > 0) + chain[n-1].after + pc.before
	} else {
		room -= g.lead(pc)
		if g.empty {
			room -= g.repeated(pc)
		}
	}
	// The notes of the row may all be in its head. When nothing is left
	// beside them, they go on at the foot of the next page.
	head, tail, ok := g.e.splitRow(pc, room-wholeNotes(g, chain[n:], g.notesHeight > 0), level)
	if !ok {
		head, tail, ok = g.e.splitRow(pc, room, level)
	}
	if !ok {
		return false
	}
	if n > 0 {
		g.put(chain[:n])
	}
	g.put([]piece{head})
	*pc = tail
	return true
}

// trim takes the space below the last lines of a row away, when it alone does
// not stand on a page.
func (g *pager) trim(pc *piece) bool {
	r, ok := pc.box.(*row)
	if !ok || r.closes {
		return false
	}
	room := g.limit - g.notesHeight - g.y - g.lead(pc) - g.repeated(pc) - lineBelow([]piece{*pc})
	for _, c := range r.cells {
		if !c.spans && fitting(c.pieces, room-r.t.src.Border, bound, false) < len(c.pieces) {
			return false
		}
	}
	pc.height = room
	return true
}

// tooTall reports what is taller than a page.
func (g *pager) tooTall(chain []piece) {
	d := &diag.Diagnostic{Rule: ruleTall, Message: "một phần của văn bản cao hơn trang giấy, không in trọn được"}
	switch b := chain[0].box.(type) {
	case *figure:
		d.Pos, d.Message = flow.Known(b.src.At), "hình cao hơn phần chữ của trang giấy"
	case *drawing:
		d.Pos, d.Message = flow.Known(b.src.At), "hình vẽ cao hơn phần chữ của trang giấy"
	case *slot:
		d.Pos, d.Message = flow.Known(b.src.At), "khoảng trống cao hơn phần chữ của trang giấy"
	case *row:
		d.Pos, d.Message = flow.Known(b.t.src.At), "hàng của bảng cao hơn trang giấy và không ngắt được"
	}
	g.e.found.Add(d)
}
