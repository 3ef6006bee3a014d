package form

import (
	"cmp"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// foot adds "nơi nhận" on the left and the signature on the right; two or three
// signers stand side by side, "nơi nhận" below the left one.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7 đến 9; Phụ lục III, mẫu 1.9.
func (f *former) foot(p *doc.Foot) {
	f.keepLast()
	t := &flow.Table{At: p.At, Layout: true, Role: flow.RolePart, Before: f.p.Foot.Gap}
	width := f.width()
	list := f.distribution(p.Distribution)
	var sides [][]flow.Block
	columns := f.signColumns(p.Signers)
	rows := make([]int, len(p.Signers))
	for i := range p.Signers {
		rows[i] = f.signRows(&p.Signers[i], columns)
	}
	for i := range p.Signers {
		// Names of several signers stand on one line.
		pad := doc.Length(slices.Max(rows)-rows[i]) * f.p.Foot.Position.Pitch()
		sides = append(sides, f.signer(&p.Signers[i], i, len(p.Signers), columns, pad))
	}
	switch len(sides) {
	case 0:
		t.Columns = []doc.Length{width / 2, width - width/2}
		t.Rows = append(t.Rows, cells(list, nil))
	case 1:
		t.Columns = []doc.Length{width - columns, columns}
		t.Rows = append(t.Rows, cells(list, sides[0]))
	default:
		for range sides {
			t.Columns = append(t.Columns, columns)
		}
		t.Rows = append(t.Rows, cells(sides...))
		if list != nil {
			list = append([]flow.Block{&flow.Slot{At: p.At, Height: f.p.Foot.Gap}}, list...)
			t.Rows = append(t.Rows, leftCell(list, len(sides)))
		}
	}
	if len(p.Confirmation) > 0 {
		t.Rows = append(t.Rows, leftCell(f.confirmation(p), len(t.Columns)))
	}
	for i, r := range t.Rows {
		r.Whole, r.KeepNext = true, i < len(t.Rows)-1
	}
	f.put(t)
	f.last = nil
}

// cells is a row with these cells.
func cells(blocks ...[]flow.Block) *flow.Row {
	r := &flow.Row{Cells: make([]*flow.Cell, len(blocks))}
	all := make([]flow.Cell, len(blocks))
	for i, b := range blocks {
		all[i].Blocks = b
		r.Cells[i] = &all[i]
	}
	return r
}

// leftCell is a row of n cells with something in the first only.
func leftCell(blocks []flow.Block, n int) *flow.Row {
	all := make([][]flow.Block, n)
	all[0] = blocks
	return cells(all...)
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

// signColumns is how wide the column of each signature block is.
func (f *former) signColumns(signers []doc.Signer) doc.Length {
	if len(signers) == 1 {
		return f.signColumn(&signers[0])
	}
	return f.width() / doc.Length(max(len(signers), 1))
}

// post is a line of a signature block in capitals, with the ends of its lines where a reader pauses.
func (f *former) post(words string, face decree.Face, width doc.Length) ([]doc.Inline, balanced) {
	return f.centre(text(glue(upper(words, face))), face, width)
}

// signRows is how many lines a signature block has besides the name.
func (f *former) signRows(s *doc.Signer, width doc.Length) int {
	ft := &f.p.Foot
	n := 0
	count := func(words string, face decree.Face) {
		if words != "" {
			_, b := f.post(words, face, width)
			n += b.lines
		}
	}
	for _, a := range s.Authority {
		count(f.authorityMark(a), ft.Authority)
	}
	count(s.Position, ft.Position)
	count(s.Note, ft.Note)
	count(s.Title, ft.Position)
	return n
}

// signer is one signature block, ô 7a to 7c, with the seal's place, ô 8, which has
// pad more to sign in.
func (f *former) signer(s *doc.Signer, i, of int, width, pad doc.Length) []flow.Block {
	ft := &f.p.Foot
	var blocks []flow.Block
	add := func(style flow.Style, face decree.Face, words string) {
		if words != "" {
			blocks = append(blocks, line(s.At, style, face, doc.Center, text(words)...))
		}
	}
	post := func(style flow.Style, face decree.Face, words string) {
		if words != "" {
			in, b := f.post(words, face, width)
			p := line(s.At, style, face, doc.Center, in...)
			p.LeftIndent, p.RightIndent = b.indent, b.indent
			blocks = append(blocks, p)
		}
	}
	for _, a := range s.Authority {
		post(styleSignMark, ft.Authority, f.authorityMark(a))
	}
	post(stylePosition, ft.Position, s.Position)
	add(styleSignNote, ft.Note, s.Note)
	slot := f.signature(s, i, of)
	slot.Height += pad
	blocks = append(blocks, slot)
	post(stylePosition, ft.Position, s.Title)
	// A name is not parted while the column has room for it.
	if add(styleName, ft.Name, strings.ReplaceAll(s.Name, " ", noBreakSpace)); s.Name == "" {
		blocks = append(blocks, &flow.Slot{At: s.At, Height: ft.Name.Pitch()})
	}
	for _, b := range blocks {
		if p, ok := b.(*flow.Paragraph); ok {
			p.KeepNext = true
		}
	}
	return blocks
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
		if rest, ok := strings.CutPrefix(s, from); ok {
			return to + rest
		}
	}
	return s
}

// confirmation is the confirmation of the host body at the foot of a giấy nghỉ phép.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục II, mẫu 1.10.
func (f *former) confirmation(p *doc.Foot) []flow.Block {
	in := f.ready(p.At, p.Confirmation, false)
	head := line(p.At, styleConfirmation, f.p.Foot.Note, doc.Center, in...)
	head.Before, head.KeepNext = f.p.Foot.Gap, true
	return []flow.Block{head, &flow.Slot{At: p.At, Name: "confirmation", Height: f.p.Foot.Signature, Width: f.p.Foot.SignWidth}}
}

// distribution is "nơi nhận", ô 9b and 12.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9, điểm d; Mục III, khoản 3.
func (f *former) distribution(d *doc.Distribution) []flow.Block {
	if d == nil {
		return nil
	}
	ft := &f.p.Foot
	lead := line(d.At, styleTo, ft.Lead, doc.Left, text(ft.LeadText)...)
	lead.KeepNext = true
	blocks := []flow.Block{lead}
	if ft.Lead.Underlined {
		blocks = append(blocks, &flow.Rule{At: d.At, Length: f.lineWidth(ft.LeadText, ft.Lead), Thickness: f.p.Head.Thickness})
	}
	list := &flow.Group{At: d.At, Role: flow.RoleList}
	add := func(at diag.Pos, in []doc.Inline) {
		p := line(at, styleToEntry, ft.List, doc.Left, dashed(in)...)
		p.KeepLines = true
		list.Blocks = append(list.Blocks, &flow.Group{At: at, Role: flow.RoleListItem, Blocks: []flow.Block{p}})
	}
	hasCopy := len(d.FileCopy) > 0
	for i, e := range d.To {
		in := f.ready(e.At, e.Inlines, false)
		mark := listMark(i, len(d.To))
		if hasCopy {
			mark = semicolon
		}
		add(e.At, f.ended(e.At, in, mark))
	}
	if hasCopy {
		in := f.ready(d.At, d.FileCopy, false)
		lead := ft.CopyLead + " "
		in = f.ended(d.At, append(text(lead), in...), stop)
		if d.Drafter != "" {
			in = append(in, &doc.Text{S: " " + d.Drafter})
		}
		add(d.At, in)
	}
	if len(list.Blocks) > 0 {
		blocks = append(blocks, list)
	}
	return blocks
}

// dashed is an entry with its dash.
func dashed(in []doc.Inline) []doc.Inline {
	out := make([]doc.Inline, 0, len(in)+2)
	return append(append(out, &doc.Label{Inlines: text("-")}, &doc.Text{S: " "}), in...)
}

// addressees is "Kính gửi", ô 9a: one stands on the same line, several below,
// their dashes under the colon.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9, điểm d.
func (f *former) addressees(a *doc.Addressees) {
	ft := &f.p.Foot
	lead := strings.TrimRight(cmp.Or(a.Lead, ft.LeadOf(f.kind)), ": ")
	face := ft.Addressee
	if len(a.Names) == 1 {
		hang := f.lineWidth(lead+": ", face)
		name := f.ready(a.At, text(strings.TrimSpace(a.Names[0])), false)
		in := append(text(lead+":"+" "), name...)
		p := f.bodyParagraph(a.At, styleAddressee, face, in)
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
	p := line(a.At, styleAddressee, face, doc.Left, text(lead+":")...)
	p.Pitch, p.LeftIndent, p.Before, p.KeepNext = f.p.BodyPitch(face.Size), start, f.gapBefore(), true
	f.put(p)
	list := &flow.Group{At: a.At, Role: flow.RoleList}
	dash := f.lineWidth("- ", face)
	for i, name := range a.Names {
		in := f.ready(a.At, text(strings.TrimSpace(name)), false)
		p := line(a.At, styleAddressee, face, doc.Left, dashed(f.ended(a.At, in, listMark(i, len(a.Names))))...)
		p.Pitch, p.LeftIndent, p.FirstIndent = f.p.BodyPitch(face.Size), under+dash, -dash
		if i == len(a.Names)-1 {
			p.After = f.p.Body.Spacing
		}
		list.Blocks = append(list.Blocks, &flow.Group{At: a.At, Role: flow.RoleListItem, Blocks: []flow.Block{p}})
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
