package form

import (
	"cmp"
	"strings"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// foot adds "nơi nhận" on the left and the signature on the right; several signers stand side
// by side, three in a row at most, "nơi nhận" below the left one.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7 đến 9; Phụ lục III, mẫu 1.9.
func (f *former) foot(p *doc.Foot) {
	f.keepLast()
	t := &flow.Table{At: &p.At, Layout: true, Role: flow.RolePart, Before: f.p.Foot.Gap}
	width := f.width()
	list := f.distribution(p.Distribution)
	switch len(p.Signers) {
	case 0:
		t.Columns = []doc.Length{width / 2, width - width/2}
		t.Rows = append(t.Rows, f.cells(list, nil))
	case 1:
		right := f.signColumn(&p.Signers[0])
		t.Columns = []doc.Length{width - right, right}
		t.Rows = append(t.Rows, f.cells(list, f.signer(&p.Signers[0], 0, 1, right).blocks))
	default:
		f.signers(t, p.Signers)
		if list != nil {
			list = append([]flow.Block{&flow.Slot{At: &p.At, Height: f.p.Foot.Gap}}, list...)
			t.Rows = append(t.Rows, f.leftCell(list, t.Rows[0].Cells[0].Columns, len(t.Columns)))
		}
	}
	if len(p.Confirmation) > 0 {
		t.Rows = append(t.Rows, f.leftCell(f.confirmation(p), 1, len(t.Columns)))
	}
	const fewRows = 3 // stand on one page; of more, the last two do
	for i, r := range t.Rows {
		r.Whole, r.KeepNext = true, i < len(t.Rows)-1 && (len(t.Rows) <= fewRows || i == len(t.Rows)-2)
	}
	f.put(t)
	f.last = nil
}

// cells is a row with these cells.
func (f *former) cells(blocks ...[]flow.Block) *flow.Row {
	r, all := f.mem.Row(len(blocks))
	for i, b := range blocks {
		all[i].Blocks = b
		r.Cells = append(r.Cells, &all[i])
	}
	return r
}

// leftCell is a row of n columns with something in the first of them only, or in as many as it covers.
func (f *former) leftCell(blocks []flow.Block, covers, n int) *flow.Row {
	all := make([][]flow.Block, n-max(covers, 1)+1)
	all[0] = blocks
	r := f.cells(all...)
	if covers > 1 {
		r.Cells[0].Columns = covers
	}
	return r
}

// mostAbreast is how many signers stand side by side.
const mostAbreast = 3

// abreast parts signers into rows of about equal length.
func abreast(signers []doc.Signer) [][]doc.Signer {
	rows := make([][]doc.Signer, (len(signers)+mostAbreast-1)/mostAbreast)
	for i := range rows {
		left := len(rows) - i
		n := (len(signers) + left - 1) / left
		rows[i], signers = signers[:n], signers[n:]
	}
	return rows
}

// signers adds signature blocks to a table without columns. Names of a row stand on one line.
func (f *former) signers(t *flow.Table, signers []doc.Signer) {
	rows := abreast(signers)
	columns := len(rows[0])
	if len(rows[len(rows)-1]) < columns {
		columns *= len(rows[len(rows)-1]) // of both
	}
	for range columns {
		t.Columns = append(t.Columns, f.width()/doc.Length(columns))
	}
	i := 0
	for k, row := range rows {
		covers := columns / len(row)
		width := t.Columns[0] * doc.Length(covers)
		made, most := make([]signBlock, len(row)), 0
		for j := range row {
			made[j] = f.signer(&row[j], i+j, len(signers), width)
			most = max(most, made[j].lines)
		}
		i += len(row)
		sides := make([][]flow.Block, len(row))
		for j, b := range made {
			b.slot.Height += doc.Length(most-b.lines) * f.p.Foot.Position.Pitch()
			if k > 0 {
				sides[j] = append(sides[j], &flow.Slot{At: &row[j].At, Height: f.p.Foot.Gap})
			}
			sides[j] = append(sides[j], b.blocks...)
		}
		r := f.cells(sides...)
		for _, c := range r.Cells {
			if covers > 1 {
				c.Columns = covers
			}
		}
		t.Rows = append(t.Rows, r)
	}
}

// signColumn is the width of the signature's column: as the profile says, wider
// where a line of the block asks for it.
func (f *former) signColumn(s *doc.Signer) doc.Length {
	ft := &f.p.Foot
	w := ft.Column.Of(f.width())
	for _, a := range s.Authority {
		w = max(w, f.lineWidth(vi.Upper(a), ft.Authority)+doc.Point)
	}
	w = max(w, f.lineWidth(vi.Upper(s.Position), ft.Position)+doc.Point)
	return min(w, ft.ColumnMost.Of(f.width()))
}

// post is a line of a signature block in capitals. Where it needs several, they end where a
// reader pauses: names are known by their capitals, and so before all letters are.
func (f *former) post(words string, face decree.Face, width doc.Length) ([]doc.Inline, balanced) {
	in := f.text(f.glue(upper(words, face)))
	if b := f.balance(in, face, width); b.lines < 2 {
		return in, b
	}
	in = f.eachText(f.wholeSense(f.text(f.glue(words))), func(s string) string { return upper(s, face) })
	return in, f.balance(in, face, width)
}

// signBlock is a signature block, ô 7a to 7c, with the seal's place, ô 8, which is the slot.
type signBlock struct {
	blocks []flow.Block
	slot   *flow.Slot
	lines  int // besides the name
}

// signer makes the block of the ith of several signers.
func (f *former) signer(s *doc.Signer, i, of int, width doc.Length) signBlock {
	ft := &f.p.Foot
	b := signBlock{slot: f.signature(s, i, of)}
	add := func(style flow.Style, face decree.Face, in []doc.Inline, set balanced) {
		p := f.line(&s.At, style, face, doc.Center, in...)
		p.LeftIndent, p.RightIndent, p.KeepNext = set.indent, set.indent, true
		b.blocks = append(b.blocks, p)
		b.lines += set.lines
	}
	post := func(style flow.Style, face decree.Face, words string) {
		if words != "" {
			in, set := f.post(words, face, width)
			add(style, face, in, set)
		}
	}
	for _, a := range s.Authority {
		post(styleSignMark, ft.Authority, f.authorityMark(a))
	}
	post(stylePosition, ft.Position, s.Position)
	if s.Note != "" {
		in := f.text(s.Note)
		add(styleSignNote, ft.Note, in, balanced{lines: f.balance(in, ft.Note, width).lines})
	}
	b.blocks = append(b.blocks, b.slot)
	post(stylePosition, ft.Position, s.Title)
	if s.Name == "" {
		b.blocks = append(b.blocks, &flow.Slot{At: &s.At, Height: ft.Name.Pitch()})
		return b
	}
	// A name is not parted while the column has room for it.
	add(styleName, ft.Name, f.text(f.spaced(s.Name)), balanced{})
	return b
}

func upper(s string, face decree.Face) string {
	if face.Upper {
		return vi.Upper(s)
	}
	return s
}

// authorityMark writes TM., KT., TL., TUQ., Q. as the rule pack wants them.
func (f *former) authorityMark(s string) string {
	for rule := range strings.FieldsSeq(f.p.Foot.MarkSigns) {
		from, to, _ := strings.Cut(rule, "=")
		if n := len(from); len(s) >= n && strings.EqualFold(s[:n], from) {
			return to + s[n:]
		}
	}
	return s
}

// confirmation is the confirmation of the host body at the foot of a giấy nghỉ phép.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục II, mẫu 1.10.
func (f *former) confirmation(p *doc.Foot) []flow.Block {
	in := f.ready(&p.At, p.Confirmation, false)
	head := f.line(&p.At, styleConfirmation, f.p.Foot.Note, doc.Center, in...)
	head.Before, head.KeepNext = f.p.Foot.Gap, true
	return []flow.Block{head, &flow.Slot{At: &p.At, Name: "confirmation", Height: f.p.Foot.Signature, Width: f.p.Foot.SignWidth}}
}

// distribution is "nơi nhận", ô 9b and 12.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9, điểm d; Mục III, khoản 3.
func (f *former) distribution(d *doc.Distribution) []flow.Block {
	if d == nil {
		return nil
	}
	ft := &f.p.Foot
	lead := f.line(&d.At, styleTo, ft.Lead, doc.Left, f.text(ft.LeadText)...)
	lead.KeepNext = true
	blocks := []flow.Block{lead}
	if ft.Lead.Underlined {
		blocks = append(blocks, &flow.Rule{At: &d.At, Length: f.lineWidth(ft.LeadText, ft.Lead), Thickness: f.p.Head.Thickness})
	}
	list := f.mem.Group(&d.At, flow.RoleList, nil)
	add := func(at *diag.Pos, in []doc.Inline) {
		p := f.line(at, styleToEntry, ft.List, doc.Left, f.dashed(in)...)
		p.KeepLines = true
		list.Blocks = append(list.Blocks, f.mem.Group(at, flow.RoleListItem, append(f.mem.Blocks(1), p)))
	}
	hasCopy := len(d.FileCopy) > 0
	for i, e := range d.To {
		in := f.ready(&e.At, e.Inlines, false)
		mark := listMark(i, len(d.To))
		if hasCopy {
			mark = semicolon
		}
		add(&e.At, f.ended(&e.At, in, mark))
	}
	if hasCopy {
		in := f.ready(&d.At, d.FileCopy, false)
		lead := ft.CopyLead + " "
		in = f.ended(&d.At, append(f.text(lead), in...), stop)
		if d.Drafter != "" {
			in = append(in, f.text(" "+d.Drafter)...)
		}
		add(&d.At, in)
	}
	if len(list.Blocks) > 0 {
		blocks = append(blocks, list)
	}
	return blocks
}

// dashed is an entry with its dash.
func (f *former) dashed(in []doc.Inline) []doc.Inline {
	return append(append(f.mem.Inlines(len(in)+2), f.mem.Label(f.text("-")), f.mem.Text(" ")), in...)
}

// addressees is "Kính gửi", ô 9a: one stands on the same line, several below,
// their dashes under the colon.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9, điểm d.
func (f *former) addressees(a *doc.Addressees) {
	ft := &f.p.Foot
	lead := strings.TrimRight(printed(cmp.Or(a.Lead, ft.LeadOf(f.kind))), ": ")
	face := ft.Addressee
	if len(a.Names) == 1 {
		hang := f.lineWidth(lead+": ", face)
		name := f.ready(&a.At, f.text(strings.TrimSpace(a.Names[0])), false)
		in := append(f.text(lead+":"+" "), name...)
		p := f.bodyParagraph(&a.At, styleAddressee, face, in)
		p.Before, p.FirstIndent = f.gapBefore(), 0
		if f.inlinesWidth(in, face) <= f.width() {
			p.Align = doc.Center
		} else {
			p.Align, p.LeftIndent, p.FirstIndent = doc.Left, f.p.Body.Indent+hang, -hang
		}
		p.After = f.p.Body.Spacing
		f.put(p)
		f.last = nil
		return
	}
	start, under := f.addresseePlaces(a, lead)
	p := f.line(&a.At, styleAddressee, face, doc.Left, f.text(lead+":")...)
	p.Pitch, p.LeftIndent, p.Before, p.KeepNext = f.p.BodyPitch(face.Size), start, f.gapBefore(), true
	f.put(p)
	list := f.mem.Group(&a.At, flow.RoleList, nil)
	dash := f.lineWidth("- ", face)
	for i, name := range a.Names {
		in := f.ready(&a.At, f.text(strings.TrimSpace(name)), false)
		p := f.line(&a.At, styleAddressee, face, doc.Left, f.dashed(f.ended(&a.At, in, listMark(i, len(a.Names))))...)
		p.Pitch, p.LeftIndent, p.FirstIndent = f.p.BodyPitch(face.Size), under+dash, -dash
		if i == len(a.Names)-1 {
			p.After = f.p.Body.Spacing
		}
		list.Blocks = append(list.Blocks, f.mem.Group(&a.At, flow.RoleListItem, append(f.mem.Blocks(1), p)))
	}
	f.put(list)
	f.last = nil
}

// addresseePlaces tells how far from the left the lead of several addressees and
// the dashes of their names stand. After "Kính gửi" the dashes stand below the
// colon, the whole as far left as the longest name asks for, but not beyond the
// first-line indent. Another lead, such as "Chủ tịch Ủy ban nhân dân xã điện", is
// longer: it stands in the middle, or as far left as the longest name asks for,
// and the dashes an indent right of its beginning.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9, điểm d; Phụ lục III, mẫu 1.6.
func (f *former) addresseePlaces(a *doc.Addressees, lead string) (start, dashes doc.Length) {
	face, least := f.p.Foot.Addressee, f.p.Body.Indent
	var longest doc.Length
	for _, name := range a.Names {
		longest = max(longest, f.lineWidth("- "+strings.TrimSpace(name)+";", face))
	}
	room := f.width() - longest - doc.Point
	if a.Lead != "" {
		start = max(min((f.width()-f.lineWidth(lead+":", face))/2, room-least), least)
		return start, start + least
	}
	colon := f.lineWidth(lead, face)
	start = min(f.p.Foot.AddresseeIndent, max(room-colon, least))
	return start, start + colon
}
