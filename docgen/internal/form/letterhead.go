package form

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/diag"
)

// letterhead adds the head of page 1, ô 1 to 4 and 5b: a table of two columns
// whose rows keep number and date on one level.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 1 đến 5; Mục IV.
func (f *former) letterhead(l *doc.Letterhead) {
	c := f.columns(l, f.mottoWidth(l))
	t := &flow.Table{
		At: &l.At, Layout: true, ByColumn: true, Role: flow.RolePart, Indent: -c.hang,
		Columns: []doc.Length{c.left, f.width() + 2*c.hang - c.left},
	}
	t.Rows = append(t.Rows, f.cells(f.agencyBlocks(l, c), f.mottoBlocks(l)))

	var number, date []flow.Block
	if l.Number != nil {
		number = []flow.Block{f.numberLine(l.Number)}
	}
	if l.Place != nil {
		date = []flow.Block{f.dateLine(l.Place, t.Columns[1])}
	}
	if number != nil || date != nil {
		t.Rows = append(t.Rows, f.cells(number, date))
	}
	if below := f.belowNumber(l, c.left-f.p.Head.ColumnGap); below != nil {
		t.Rows = append(t.Rows, f.cells(below, nil))
	}
	for i, r := range t.Rows {
		r.Whole, r.KeepNext = true, i < len(t.Rows)-1
	}
	f.put(t)
	f.margin(l)
	if f.attached && len(c.agency) > 0 {
		f.attached = false
		f.sealPlaces(&l.At, (c.left-f.lineWidth(c.agency[0], f.p.Head.Agency))/2-c.hang)
	}
	f.last = nil
}

// mottoWidth is the width that the right column needs to keep Quốc hiệu and the
// date on one line each.
func (f *former) mottoWidth(l *doc.Letterhead) doc.Length {
	h := &f.p.Head
	w := f.width() / 2
	if !l.NoMotto {
		w = max(f.lineWidth(h.NationText, h.Nation), f.lineWidth(h.MottoText, h.Motto)) + h.ColumnGap
	}
	if l.Place != nil {
		face := h.Date
		face.Size = min(face.Size, h.DateLeast)
		w = max(w, f.inlinesWidth(f.dateInlines(l.Place), face)+h.ColumnGap)
	}
	return w
}

// columns are the widths of a letterhead, and the lines of the names in it.
type columns struct {
	left             doc.Length
	hang             doc.Length // over each margin
	superior, agency []string
}

// columns breaks the names of the bodies to fit beside Quốc hiệu, and lets the
// table hang over the margins on both sides where they would not fit.
func (f *former) columns(l *doc.Letterhead, right doc.Length) columns {
	h := &f.p.Head
	c := columns{left: f.width() - right}
	room := c.left - h.ColumnGap
	wide := f.breakNames(&c, l, room)
	if wide <= room && len(c.agency) <= mostLines {
		return c
	}
	wide = f.breakNames(&c, l, room+2*h.Hang)
	c.hang = max(min((wide-room+1)/2, h.Hang), 0)
	c.left += 2 * c.hang
	if wide > room+2*h.Hang || len(l.Issuer) == 1 && len(c.agency) > mostLines {
		f.found.Add(&diag.Diagnostic{
			Pos: l.At, Level: diag.Warning, Rule: ruleAgencyName,
			Found:   strings.Join(l.Issuer, " "),
			Message: "tên cơ quan (issuer.name) quá dài so với cột bên trái của phần đầu văn bản",
			Fix:     "tự chia dòng bằng name_lines (các dòng của tên cơ quan)",
		})
	}
	return c
}

// breakNames breaks both names to fit a width, and gives the widest line.
func (f *former) breakNames(c *columns, l *doc.Letterhead, room doc.Length) doc.Length {
	var superior, agency doc.Length
	c.superior, superior = f.nameLines(l.Superior, f.p.Head.Superior, room)
	c.agency, agency = f.nameLines(l.Issuer, f.p.Head.Agency, room)
	return max(superior, agency)
}

// agencyBlocks is ô 2: superior, issuer, line.
func (f *former) agencyBlocks(l *doc.Letterhead, c columns) []flow.Block {
	h := &f.p.Head
	var blocks []flow.Block
	if len(c.superior) > 0 {
		blocks = append(blocks, f.line(&l.At, styleSuperior, h.Superior, doc.Center, f.broken(c.superior)...))
	}
	if len(c.agency) == 0 {
		return blocks
	}
	blocks = append(blocks, f.line(&l.At, styleAgency, h.Agency, doc.Center, f.broken(c.agency)...))
	if h.AgencyMark != "" {
		p := f.line(&l.At, styleMark, h.Agency, doc.Center, f.text(h.AgencyMark)...)
		p.Role = flow.RoleArtifact
		return append(blocks, p)
	}
	last := f.lineWidth(c.agency[len(c.agency)-1], h.Agency)
	return append(blocks, f.headRule(&l.At, h.AgencyRule.Of(last)))
}

// mottoBlocks is ô 1: Quốc hiệu, Tiêu ngữ, and a line as long as the last of them.
func (f *former) mottoBlocks(l *doc.Letterhead) []flow.Block {
	if l.NoMotto {
		return nil
	}
	h := &f.p.Head
	words, face := h.NationText, h.Nation
	blocks := []flow.Block{f.line(&l.At, styleNation, face, doc.Center, f.text(f.glueAll(words))...)}
	if h.MottoText != "" {
		words, face = h.MottoText, h.Motto
		blocks = append(blocks, f.line(&l.At, styleMotto, face, doc.Center, f.text(f.glueAll(words))...))
	}
	return append(blocks, f.headRule(&l.At, f.lineWidth(words, face)))
}

// headRule is a line below text of the letterhead.
func (f *former) headRule(at *diag.Pos, length doc.Length) *flow.Rule {
	return &flow.Rule{At: at, Length: length, Thickness: f.p.Head.Thickness, Align: doc.Center, Before: f.p.Head.RuleGap}
}

// glueAll keeps a fixed text on one line whatever the width.
func (f *former) glueAll(s string) string {
	g := f.gluer(printed(s))
	for i := range len(g.s) {
		switch g.s[i] {
		case ' ':
			g.replace(i, i+1, noBreakSpace)
		case '-':
			g.replace(i, i+1, noBreakHyphen)
		}
	}
	return g.String()
}

// broken is text over several lines of one paragraph.
func (f *former) broken(lines []string) []doc.Inline {
	in := f.mem.Inlines(2 * len(lines))
	for i, s := range lines {
		if i > 0 {
			in = append(in, &doc.LineBreak{})
		}
		in = append(in, f.mem.Text(s))
	}
	return in
}

// numberLine is ô 3: "Số: 05/KH-UBND".
func (f *former) numberLine(n *doc.Number) *flow.Paragraph {
	h := &f.p.Head
	p := f.line(&n.At, styleNumber, h.Number, doc.Center,
		f.mem.Text(h.NumberLead+noBreakSpace),
		&doc.Blank{Name: "number", Width: h.NumberBlank, Value: n.Value},
		f.mem.Text(f.glueAll(h.NumberJoin+h.PrintedSymbol(n.Symbol))),
	)
	f.headLevel(p)
	return p
}

// headLevel puts number and date on one baseline, whatever their sizes.
func (f *former) headLevel(p *flow.Paragraph) {
	h := &f.p.Head
	p.Before = h.RowGap
	p.Pitch = max(h.Number.Pitch(), h.Date.Pitch())
}

// dateLine is ô 4: "Cẩm Hòa, ngày 05 tháng 01 năm 2026". A date that would not
// fit beside the number takes the smallest size that the decree allows.
func (f *former) dateLine(d *doc.PlaceDate, width doc.Length) *flow.Paragraph {
	h := &f.p.Head
	face := h.Date
	in := f.dateInlines(d)
	if f.inlinesWidth(in, face) > width {
		face.Size = min(face.Size, h.DateLeast)
	}
	p := f.line(&d.At, styleDate, face, doc.Center, in...)
	f.headLevel(p)
	return p
}

// dateInlines is the text of ô 4, its blanks at their widths, on one line.
func (f *former) dateInlines(d *doc.PlaceDate) []doc.Inline {
	in := f.p.Head.DateLine(d.Place+", ", "", d.Year, d.Month, d.Day)
	if d.Place == "" {
		in[0] = f.mem.Text("Ngày ")
	}
	for _, x := range in {
		if t, ok := x.(*doc.Text); ok {
			t.S = f.glueAll(t.S)
		}
	}
	return in
}

// belowNumber is what stands under the number: trích yếu of a công văn, the
// word Dự thảo, marks of secrecy and urgency. It keeps to a width, which leaves a gap to
// the column beside it.
func (f *former) belowNumber(l *doc.Letterhead, width doc.Length) []flow.Block {
	h := &f.p.Head
	var blocks []flow.Block
	if len(l.Subject) > 0 {
		in := f.ready(&l.At, l.Subject, false)
		if h.SubjectLead != "" {
			in = append(f.text(h.SubjectLead+noBreakSpace), in...)
		}
		in, b := f.centre(in, h.Subject, width)
		p := f.line(&l.At, styleSubjectOf, h.Subject, doc.Center, in...)
		p.Before = h.SubjectGap
		p.LeftIndent, p.RightIndent = b.indent+h.ColumnGap/2, b.indent+h.ColumnGap/2
		blocks = append(blocks, p)
	}
	if l.Draft != "" {
		p := f.line(&l.At, styleDraft, h.Draft, doc.Center, f.inParentheses(f.text(f.glue(l.Draft)))...)
		p.Before = h.SubjectGap
		blocks = append(blocks, p)
	}
	for _, mark := range f.rubberStamps(l) {
		blocks = append(blocks, mark)
	}
	return blocks
}
