package form

import (
	"cmp"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/plan/diag"
)

// table adds a table of the body with its caption and unit line.
func (f *former) table(t *doc.DataTable) {
	switch {
	case len(t.Columns) == 0:
		f.spans(&t.At, "bảng không có cột nào")
		return
	case len(t.Rows) == 0:
		return
	}
	f.caption(&t.At, t.Caption)
	if len(t.Unit) > 0 {
		f.unit(&t.At, f.ready(&t.At, t.Unit, false))
	}
	tf := &f.p.Table
	out := &flow.Table{
		At: &t.At, Alt: printed(t.Alt), Align: doc.Center, Header: min(max(t.Header, 0), len(t.Rows)),
		Border: tf.Border, Padding: f.padding(t), Before: f.p.Body.Spacing, Rows: make([]*flow.Row, len(t.Rows)),
	}
	if t.Borderless {
		out.Border = 0
	}
	w := newWidths(f, t)
	fits := true
	for i, places := range dataGrid(t) {
		if f.stopped() {
			return
		}
		fits = fits && f.fits(t, i, places)
		row := f.tableRow(t, i, places, w)
		if out.Rows[i] = row; i >= out.Header {
			row.MinHeight = t.RowHeight
		}
	}
	f.keepRows(t, out)
	out.Rows[len(out.Rows)-1].KeepNext = t.KeepNext
	var needed doc.Length
	out.Columns, needed = w.settle(f.width())
	switch {
	case needed > 0:
		f.found.Add(f.tooWide(t, needed))
	case w.narrow:
		f.found.Add(&diag.Diagnostic{
			Pos: t.At, Level: diag.Warning, Rule: ruleNarrow,
			Message: fmt.Sprintf("bảng %d cột không đủ chỗ cho các từ dài nhất, có từ bị ngắt giữa chừng", len(t.Columns)),
			Fix:     f.roomier(t),
		})
	default:
		w.clear(out.Columns)
	}
	if !t.Whole && !t.Broken {
		f.wholeRows(out, w)
	}
	f.put(out)
	f.last = nil
}

// padding is what stands free on both sides of the text in a cell, in whole twips as the columns.
func (f *former) padding(t *doc.DataTable) doc.Length {
	if t.Padding != nil {
		return wholeTwips(*t.Padding)
	}
	return wholeTwips(f.p.Table.Padding)
}

// Smallest letters and paddings that are advised for a table of many columns.
const (
	smallText    = 10 * doc.Point
	smallPadding = doc.Millimetre / 2
)

// roomier says what makes room in a table, without what has been done already.
func (f *former) roomier(t *doc.DataTable) string {
	page := f.section.Page
	var advice []string
	if cmp.Or(t.Size, f.p.Table.Text.Size) > smallText || cmp.Or(t.HeadSize, t.Size, f.p.Table.Head.Size) > smallText {
		advice = append(advice, "cho chữ nhỏ lại (text_size: 10)")
	}
	if f.padding(t) > smallPadding {
		advice = append(advice, "bớt lề trong ô (padding: 0,5)")
	}
	if page.Width < page.Height {
		advice = append(advice, "đặt bảng trong phụ lục trang ngang (landscape: true)")
	}
	if len(advice) == 0 {
		return "bớt cột, hoặc tách thành hai bảng"
	}
	return strings.Join(advice, ", ") + ", hoặc bớt cột"
}

// wholeRows keeps rows from being broken over pages that are not taller than the profile
// lets them leave free at the foot of one. Their heights are reckoned from the lines of their
// cells, as writers without pages need them too.
func (f *former) wholeRows(t *flow.Table, w *widths) {
	tall := make([]doc.Length, len(t.Rows))
	var h doc.Length // of the cell so far
	for i := range w.texts {
		l := &w.texts[i]
		if l.first {
			h = 0
		}
		n := l.lines
		if room := w.room(t.Columns, l); l.longest > room {
			n = lines.Fill(w.words(l), room).Lines
		}
		h += doc.Length(n)*l.paragraph.Pitch + l.paragraph.Before + l.paragraph.After
		tall[l.row] = max(tall[l.row], h)
	}
	for i, row := range t.Rows {
		row.Whole = row.Whole || tall[i] <= f.p.Table.Whole
	}
}

// keepRows keeps a group row with its first row, and a total with the row above:
// it never stands alone on a page. So does a row of column numbers in the head.
func (f *former) keepRows(t *doc.DataTable, out *flow.Table) {
	for i := range t.Rows {
		switch t.Rows[i].Role {
		case doc.GroupRow:
			out.Rows[i].KeepNext = i < len(t.Rows)-1
		case doc.TotalRow:
			if i > out.Header {
				out.Rows[i-1].KeepNext = true
			}
		}
		if i < out.Header || t.Together && i < len(t.Rows)-1 {
			out.Rows[i].KeepNext = true
		}
	}
}

// tableRow makes a row of the cells that have a place in it, and measures them.
func (f *former) tableRow(t *doc.DataTable, i int, places []flow.Place, w *widths) *flow.Row {
	r := &t.Rows[i]
	head := i < t.Header
	out, cells := f.mem.Row(len(r.Cells))
	out.Whole = head || t.Whole || r.Role != doc.PlainRow
	texts := textsIn(r)
	blocks, paragraphs := f.mem.Blocks(texts)[:texts], f.mem.Paragraphs(texts)
	for _, p := range places {
		if p.Row != i || p.Cell < 0 || p.Columns == 0 {
			continue
		}
		c := &r.Cells[p.Cell]
		face := f.p.Table.Text
		align := t.Columns[p.Column].Align
		style := styleCell
		switch {
		case head || r.Role == doc.NumbersRow:
			face, align, style = f.p.Table.Head, doc.Center, styleCellHead
			if r.Role == doc.NumbersRow {
				face.Bold, face.Italic = false, true
			}
		case r.Role == doc.GroupRow || r.Role == doc.TotalRow:
			face.Bold = true
		}
		if c.Align != nil {
			align = *c.Align
		}
		if size := t.Size; head && t.HeadSize > 0 {
			face.Size = t.HeadSize
		} else if size > 0 {
			face.Size = size
		}
		cell := &cells[p.Cell]
		cell.At = flow.Where(&c.At, &r.At, &t.At) // what no field holds stands in the part that asks for it
		cell.Columns, cell.Rows, cell.VAlign = c.Columns, c.Rows, flow.Middle
		if t.Borderless { // no lines to stand between: texts side by side begin together
			cell.VAlign = flow.Top
		}
		cell.BreakWords = w.breaks(p.Column, p.Columns)
		if head {
			cell.Head = flow.ColumnScope
		}
		if align == doc.Justify {
			align = doc.Left // a narrow column has no even spaces to give
		}
		n := len(c.Lines)
		cell.Blocks = blocks[:n:n]
		for k, l := range c.Lines {
			q := &paragraphs[k]
			q.At, q.Style, q.Font, q.Align, q.Pitch, q.Loose = cell.At, style, fontOf(face), align, face.Pitch(), true
			q.Inlines = f.ready(&c.At, l, false)
			if k == 0 {
				q.Before = f.p.Table.Gap
			}
			if k == n-1 {
				q.After = f.p.Table.Gap
			}
			cell.Blocks[k] = q
			w.measure(q, face, p, k == 0)
		}
		blocks, paragraphs = blocks[n:], paragraphs[n:]
		out.Cells = append(out.Cells, cell)
	}
	return out
}

// textsIn is how many lines the cells of a row have.
func textsIn(r *doc.DataRow) (n int) {
	for i := range r.Cells {
		n += len(r.Cells[i].Lines)
	}
	return n
}

// fits reports whether the cells of a row fill it; what does not is a finding.
func (f *former) fits(t *doc.DataTable, i int, places []flow.Place) bool {
	r := &t.Rows[i]
	at, missing := flow.Where(&r.At, &t.At), 0
	for _, p := range places {
		switch {
		case p.Fault != "":
			if p.Cell >= 0 {
				at = flow.Where(&r.Cells[p.Cell].At, at)
			}
			f.spans(at, p.Fault)
			return false
		case p.Cell < 0:
			missing += p.Columns
		}
	}
	if missing > 0 {
		f.spans(at, fmt.Sprintf("hàng của bảng thiếu %d ô: bảng có %d cột", missing, len(t.Columns)))
	}
	return missing == 0
}

func (f *former) spans(at *diag.Pos, message string) {
	f.found.Add(&diag.Diagnostic{Pos: flow.Known(at), Rule: ruleSpans, Message: message, Fix: diag.RuleOf(ruleSpans).Help})
}

func (f *former) tooWide(t *doc.DataTable, needed doc.Length) *diag.Diagnostic {
	room := f.width()
	return &diag.Diagnostic{
		Pos: t.At, Rule: ruleWide,
		Message: fmt.Sprintf("bảng %d cột cần rộng ít nhất %s mm, giữa hai lề chỉ có %s mm", len(t.Columns),
			millimetres(needed, doc.Millimetre-1), millimetres(room, 0)),
		Fix: f.roomier(t),
	}
}

// millimetres gives a length in whole millimetres, after adding more to it.
func millimetres(l, more doc.Length) string { return strconv.Itoa(int((l + more) / doc.Millimetre)) }

// caption adds the name of a table or picture.
func (f *former) caption(at *diag.Pos, caption []doc.Inline) {
	if len(caption) == 0 {
		return
	}
	p := f.captionLine(at, caption)
	p.KeepNext = true
	f.put(p)
}

func (f *former) captionLine(at *diag.Pos, caption []doc.Inline) *flow.Paragraph {
	face := f.p.Table.Caption
	in, b := f.spread(at, caption, face)
	p := f.line(at, styleCaption, face, doc.Center, in...)
	p.LeftIndent, p.RightIndent, p.Before, p.Role = b.indent, b.indent, f.p.Body.Spacing, flow.RoleCaption
	return p
}

// dataGrid gives the places of the cells of each row.
func dataGrid(t *doc.DataTable) iter.Seq2[int, []flow.Place] {
	return flow.Grid(len(t.Columns), len(t.Rows), func(i int) int { return len(t.Rows[i].Cells) }, func(i, k int) (int, int) {
		c := &t.Rows[i].Cells[k]
		return c.Columns, c.Rows
	})
}
