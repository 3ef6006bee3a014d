package form

import (
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/diag"
)

// The body "nội dung văn bản", ô 6.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6, điểm đ đến e.

// isItem tells whether a division is an item of a list: one without a title. A typed
// one that has no text either, "Chương I" or "Điều 5.", is a heading.
func isItem(d *doc.Division) bool {
	return len(d.Title) == 0 && (d.Typed == nil || len(d.Text) > 0)
}

// sameList tells whether p is one more item of the list that d opens.
func sameList(d *doc.Division, p doc.Part) bool {
	next, ok := p.(*doc.Division)
	if !ok || !isItem(next) || (next.Typed == nil) != (d.Typed == nil) {
		return false
	}
	if d.Typed != nil {
		return next.Typed.As == d.Typed.As
	}
	return next.Level == d.Level
}

// take gives the number of the next division.
func (f *former) take() number {
	n := f.numbers[f.next]
	f.next++
	return n
}

// counted lets Word number a paragraph where the office wants that.
func (f *former) counted(p *flow.Paragraph, d *doc.Division, n number) {
	p.ID = d.ID
	if n.list == nil {
		return
	}
	tight := d.Typed != nil && d.Typed.Glued || n.level.Look == doc.CenteredLook
	p.Number = &flow.Numbering{Levels: n.list, Mark: n.marker, Count: n.count, Tight: tight}
	p.ID = n.id
}

// list adds items that follow one another.
func (f *former) list(items []doc.Part) {
	at := items[0].Pos()
	list := f.mem.Group(&at, flow.RoleList, f.mem.Blocks(len(items)))
	f.put(list)
	f.inList++
	f.into(list, func() {
		for _, item := range items {
			f.item(item.(*doc.Division))
		}
	})
	f.inList--
}

// item adds a numbered piece without a title, such as a khoản, a điểm or
// an Điều whose text follows its number.
func (f *former) item(d *doc.Division) {
	if f.stopped() {
		return
	}
	n := f.take()
	g := f.mem.Group(&d.At, flow.RoleListItem, f.mem.Blocks(1))
	f.put(g)
	f.into(g, func() {
		in := f.ready(&d.At, d.Text, false)
		label := f.mem.Label(f.text(f.spaced(n.marker)))
		if n.level.BoldMarker || d.Typed != nil && d.Typed.Bold {
			label.Inlines = []doc.Inline{&doc.Strong{Inlines: label.Inlines}}
		}
		p := f.bodyParagraph(&d.At, levelStyle(n.level), f.p.Body.Text, f.behind(d, label, in))
		if n.level.Look == doc.CenteredLook {
			p.Align, p.FirstIndent, p.Font.Bold, p.KeepNext = doc.Center, 0, true, true
		}
		f.counted(p, d, n)
		f.body(p)
		p.KeepNext = p.KeepNext || len(d.Parts) > 0 && (len(d.Text) == 0 || announces(d.Text))
		f.parts(d.Parts)
	})
}

// spaced keeps a short text on one line: "Điều 3.", a name.
func (f *former) spaced(s string) string {
	g := f.gluer(s)
	for i := range len(s) {
		if s[i] == ' ' {
			g.replace(i, i+1, noBreakSpace)
		}
	}
	return g.String()
}

// heading adds a division with a title.
func (f *former) heading(d *doc.Division) {
	n := f.take()
	title := f.ready(&d.At, d.Title, n.level.Upper && d.Typed == nil)
	run := f.ready(&d.At, d.Text, false)
	marker := f.spaced(n.marker)
	runIn := f.behind(d, f.mem.Label(f.text(marker)), title)
	face := f.p.Body.Heading
	var p *flow.Paragraph
	switch {
	case n.level.Look == doc.CenteredLook:
		inlines := f.text(marker)
		if len(title) > 0 {
			inlines = append(append(inlines, &doc.LineBreak{}), title...)
		}
		p = f.centered(&d.At, levelStyle(n.level), face, inlines)
		b := f.balance(title, face, f.width())
		p.LeftIndent, p.RightIndent = b.indent, b.indent
	case n.level.Look == doc.ItemLook:
		p = f.bodyParagraph(&d.At, levelStyle(n.level), f.p.Body.Text, runIn)
	default:
		p = f.bodyParagraph(&d.At, levelStyle(n.level), face, runIn)
	}
	f.counted(p, d, n)
	if len(run) > 0 && n.level.Look != doc.CenteredLook {
		// The text runs on in the same paragraph.
		p.Inlines = append(f.emphasised(p.Inlines, p.Font), f.mem.Text(" "))
		p.Level, p.RunIn = n.depth, len(p.Inlines)
		p.Font = fontOf(f.p.Body.Text)
		p.Inlines = append(p.Inlines, run...)
		f.body(p)
		p.KeepNext = len(d.Parts) > 0 && announces(d.Text)
		f.parts(d.Parts)
		return
	}
	p.Role, p.Level = flow.RoleHeading, n.depth
	p.KeepNext = true
	f.body(p)
	if len(run) > 0 {
		f.body(f.bodyParagraph(&d.At, styleBody, f.p.Body.Text, run))
	}
	f.parts(d.Parts)
}

// behind is the number of a division with what follows it in the same paragraph.
func (f *former) behind(d *doc.Division, label *doc.Label, in []doc.Inline) []doc.Inline {
	out := append(f.mem.Inlines(len(in)+4), label)
	if len(in) > 0 && !(d.Typed != nil && d.Typed.Glued) {
		out = append(out, f.mem.Text(" "))
	}
	return append(out, in...)
}

// emphasised gives inlines the look of a font inside upright text.
func (f *former) emphasised(in []doc.Inline, font flow.Font) []doc.Inline {
	label, rest := in[:1:1], in[1:]
	if font.Bold {
		l := label[0].(*doc.Label)
		label = []doc.Inline{&doc.Label{Inlines: []doc.Inline{&doc.Strong{Inlines: l.Inlines}}}}
		rest = []doc.Inline{&doc.Strong{Inlines: rest}}
	}
	if font.Italic {
		rest = []doc.Inline{&doc.Emph{Inlines: rest}}
	}
	return append(label, rest...)
}

// announces tells whether a text ends in a colon: what follows belongs to it.
func announces(in []doc.Inline) bool { return strings.HasSuffix(lastText(in), ":") }

// body adds a paragraph of the body.
func (f *former) body(p *flow.Paragraph) {
	f.put(p)
	f.earlyEnd(p)
	f.last = p
}

// prose adds a paragraph without a number.
func (f *former) prose(p *doc.Prose) {
	in := f.ready(&p.At, f.dotted(p.Inlines), false)
	if p.Centered {
		f.body(f.centered(&p.At, styleBodyCenter, f.p.Body.Text, in))
		return
	}
	b := f.bodyParagraph(&p.At, styleBody, f.p.Body.Text, in)
	b.KeepNext = announces(p.Inlines)
	f.body(b)
}

// inParentheses puts parentheses around inlines that have none.
func (f *former) inParentheses(in []doc.Inline) []doc.Inline {
	if len(in) == 0 {
		return in
	}
	if t, ok := in[0].(*doc.Text); ok && strings.HasPrefix(t.S, "(") {
		return in
	}
	out := make([]doc.Inline, 0, len(in)+2)
	return append(append(append(out, f.mem.Text("(")), in...), f.mem.Text(")"))
}

// unit adds a line such as "Đơn vị tính: đồng".
func (f *former) unit(at *diag.Pos, in []doc.Inline) {
	p := f.line(at, styleUnit, f.p.Table.Unit, doc.Right, in...)
	p.Before, p.KeepNext = f.p.Body.Spacing, true
	f.put(p)
	f.last = nil
}

// end closes the text with "./.": behind its last paragraph, or on a line of its
// own behind a table.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục II, mẫu 1.1 đến 1.10.
func (f *former) end(e *doc.End) {
	f.setEnd(e)
	f.early, f.quoted = nil, 0
}

func (f *former) setEnd(e *doc.End) {
	mark := f.p.Body.End
	if mark == "" {
		return
	}
	if f.last == nil {
		p := f.bodyParagraph(&e.At, styleBody, f.p.Body.Text, f.text(mark))
		p.Align, p.FirstIndent = doc.Right, 0
		f.body(p)
		return
	}
	if s := lastText(f.last.Inlines); mark != slashed && strings.HasSuffix(s, mark) && !strings.HasSuffix(s, slashed) {
		return
	}
	f.last.Inlines = f.ended(f.last.At, f.last.Inlines, mark)
}

// shortParagraph is the number of letters of about seven lines.
const shortParagraph = 600

// inlineLength counts the letters of text.
func inlineLength(in []doc.Inline) int {
	letters := 0
	for _, n := range in {
		_ = doc.Inspect(n, func(n any) bool { // ready has refused what is no inline
			switch n := n.(type) {
			case *doc.Text:
				letters += utf8.RuneCountInString(n.S)
			case *doc.Note:
				return false
			}
			return true
		})
	}
	return letters
}

// keepLast keeps the last paragraph or row of the body with what follows.
func (f *former) keepLast() {
	if f.last != nil {
		// Word and LibreOffice part such a paragraph in different ways; a short
		// one goes with the foot as a whole.
		f.last.KeepNext = true
		f.last.KeepLines = inlineLength(f.last.Inlines) <= shortParagraph
		return
	}
	if n := len(*f.out); n > 0 {
		if t, ok := (*f.out)[n-1].(*flow.Table); ok {
			t.Rows[len(t.Rows)-1].KeepNext = true
		}
	}
}

// contact puts the addresses on the last lines of page 1, ô 13.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 4.
func (f *former) contact(c *doc.Contact) {
	f.first.Foot = append(f.first.Foot,
		&flow.Rule{At: &c.At, Thickness: f.p.Contact.Rule, Before: f.p.Body.Spacing, After: f.p.Head.RuleGap})
	for _, s := range c.Lines {
		f.first.Foot = append(f.first.Foot, f.line(&c.At, styleContact, f.p.Contact.Text, doc.Left, f.text(f.glue(s))...))
	}
}

// gapBefore is the distance above a block that follows the letterhead or title.
func (f *former) gapBefore() doc.Length { return max(f.p.Title.Gap, f.p.Body.Spacing) }
