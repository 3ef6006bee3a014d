package markup

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
)

// Options says where in a document the text of [Body] stands.
type Options struct {
	Scheme doc.Scheme
	// Level is the level of the division that the text stands in; 0 at the top.
	// There, a heading of depth n is level n. Deeper in, the shallowest heading
	// of the text is the level below.
	Level int
	// Picture gives the part for ![alt](name), which must stand alone in its
	// paragraph. Nil: pictures are a finding.
	Picture func(name, alt string, at diag.Pos) (doc.Part, *diag.Diagnostic)
}

// Body reads a field of headings, paragraphs, lists and tables.
func Body(src Source, o Options) ([]doc.Part, diag.List) {
	s := strings.TrimSpace(src.Text)
	if s == "" {
		return nil, nil
	}
	if plain(s) && !opensBlock(s) {
		r := reader{src: src}
		r.checkParagraph(strings.Index(src.Text, s), s)
		return []doc.Part{&doc.Prose{At: src.pos(0), Inlines: doc.T(s)}}, r.found
	}
	if d := src.tooMuch(); d != nil {
		return nil, diag.List{d}
	}
	r := reader{src: src, b: []byte(src.Text), o: o}
	root := blockParser.Parse(text.NewReader(r.b))
	r.lostNotes()
	r.readNotes(root)
	b := builder{r: &r, base: o.Level}
	if o.Level > 0 {
		b.base -= shallowest(root) - 1
	}
	b.blocks(root)
	return b.top, r.found
}

// shallowest gives the smallest depth of the headings of root, 1 without any.
func shallowest(root ast.Node) int {
	least := 0
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && (least == 0 || h.Level < least) {
			least = h.Level
		}
	}
	return max(least, 1)
}

// readNotes collects the texts of footnotes, which goldmark puts at the end.
func (r *reader) readNotes(root ast.Node) {
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		list, ok := n.(*extast.FootnoteList)
		if !ok {
			continue
		}
		r.notes = make(map[int][]doc.Inline, list.Count)
		for f := list.FirstChild(); f != nil; f = f.NextSibling() {
			note := f.(*extast.Footnote)
			r.lostInNote(note)
			var in []doc.Inline
			for p := note.FirstChild(); p != nil; p = p.NextSibling() {
				if len(in) > 0 {
					in = append(in, &doc.LineBreak{})
				}
				in = append(in, r.inlines(p)...)
			}
			r.notes[note.Index] = in
		}
	}
}

// builder hangs parts under the open headings.
type builder struct {
	r    *reader
	base int // level of a heading of depth 0
	top  []doc.Part
	open []*doc.Division // headings that what follows belongs to
}

func (b *builder) put(p doc.Part) {
	if n := len(b.open); n > 0 {
		b.open[n-1].Parts = append(b.open[n-1].Parts, p)
		return
	}
	b.top = append(b.top, p)
}

func (b *builder) level() int {
	if n := len(b.open); n > 0 {
		return b.open[n-1].Level
	}
	return b.r.o.Level
}

func (b *builder) blocks(root ast.Node) {
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			b.heading(n)
		case *ast.List:
			b.r.checkSibling(n)
			for _, d := range b.r.items(n, b.level()) {
				b.put(d)
			}
		case *extast.FootnoteList:
		default:
			for _, p := range b.r.block(n) {
				b.put(p)
			}
		}
	}
}

func (b *builder) heading(n *ast.Heading) {
	level := b.base + n.Level
	d := &doc.Division{At: b.r.src.pos(start(n)), Level: level, Title: b.r.inlines(n)}
	d.Title, d.ID = b.r.takeID(d.Title, start(n))
	if level > len(b.r.o.Scheme) {
		b.r.add(start(n), diag.Error, RuleNoLevel, fmt.Sprintf("đề mục sâu %d cấp, nhưng cách đánh số của văn bản này chỉ có %d cấp", level, len(b.r.o.Scheme)), "")
		d.Level = max(len(b.r.o.Scheme), 1)
	}
	b.r.checkMarker(n)
	for len(b.open) > 0 && b.open[len(b.open)-1].Level >= d.Level {
		b.open = b.open[:len(b.open)-1]
	}
	b.put(d)
	b.open = append(b.open, d)
}

// block reads a paragraph or table.
func (r *reader) block(n ast.Node) []doc.Part {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		if img, ok := n.FirstChild().(*ast.Image); ok && n.ChildCount() == 1 {
			return r.image(img)
		}
		if s := lineText(n, r.b); s != "" {
			r.checkParagraph(start(n), s)
		}
		in := r.inlines(n)
		if len(in) == 0 {
			return nil
		}
		return []doc.Part{&doc.Prose{At: r.src.pos(start(n)), Inlines: in}}
	case *extast.Table:
		return []doc.Part{r.table(n)}
	case *extast.FootnoteList:
		return nil
	}
	r.add(start(n), diag.Error, RuleMisplaced, "đề mục (#) phải đứng đầu dòng, không nằm trong một gạch đầu dòng", lineText(n, r.b))
	return nil
}

func (r *reader) image(n *ast.Image) []doc.Part {
	at := start(n.Parent())
	if r.o.Picture == nil {
		r.add(at, diag.Error, RuleImage, "chỗ này không đặt được ảnh", string(n.Destination))
		return nil
	}
	part, finding := r.o.Picture(string(n.Destination), r.textOf(n), r.src.pos(at))
	if finding != nil {
		r.found.Add(finding)
		return nil
	}
	return []doc.Part{part}
}

// items reads a list that stands in a division of level parent.
func (r *reader) items(list *ast.List, parent int) []*doc.Division {
	level := r.itemLevel(parent, list.IsOrdered())
	if level == 0 {
		what := "gạch đầu dòng"
		if list.IsOrdered() {
			what = "đánh số"
		}
		r.add(start(list), diag.Error, RuleNoLevel, "cách đánh số của văn bản này không còn cấp "+what+" nào sâu hơn", "")
		return nil
	}
	var out []*doc.Division
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		d := &doc.Division{At: r.src.pos(start(n)), Level: level}
		c := n.FirstChild()
		if p, ok := c.(*ast.Paragraph); ok {
			r.itemText(d, p)
			c = c.NextSibling()
		} else if p, ok := c.(*ast.TextBlock); ok {
			r.itemText(d, p)
			c = c.NextSibling()
		}
		for ; c != nil; c = c.NextSibling() {
			if l, ok := c.(*ast.List); ok {
				r.checkSibling(l)
				for _, sub := range r.items(l, level) {
					d.Parts = append(d.Parts, sub)
				}
				continue
			}
			d.Parts = append(d.Parts, r.block(c)...)
		}
		out = append(out, d)
	}
	return out
}

// itemText fills an item from its first paragraph. One that is bold as a
// whole is the item's title.
func (r *reader) itemText(d *doc.Division, p ast.Node) {
	r.checkMarker(p)
	in, id := r.takeID(r.inlines(p), start(p))
	d.ID = id
	if len(in) == 1 {
		if s, ok := in[0].(*doc.Strong); ok {
			d.Title = s.Inlines
			return
		}
	}
	d.Text = in
}

// itemLevel gives the level of the items of a list: the next one below parent
// that has a number, or has none. 0: there is none. Levels of Roman numbers and
// capital letters are for headings: a list passes over them while there is a
// level below.
func (r *reader) itemLevel(parent int, numbered bool) int {
	heading := 0
	for l := parent + 1; l <= len(r.o.Scheme); l++ {
		switch n := r.o.Scheme[l-1].Numeral; {
		case (n != doc.NoNumeral) != numbered:
		case n == doc.Roman || n == doc.UpperLetter:
			heading = max(heading, l)
		default:
			return l
		}
	}
	return heading
}

// checkSibling finds a dashed list right behind another: CommonMark opens a
// list beside the first where the writer meant one inside it.
func (r *reader) checkSibling(list *ast.List) {
	prev, ok := list.PreviousSibling().(*ast.List)
	if ok && !prev.IsOrdered() && !list.IsOrdered() {
		r.add(start(list), diag.Error, RuleSiblingList,
			fmt.Sprintf("dòng mở đầu bằng %q phải thụt vào hai dấu cách dưới dòng %q phía trên nó", string(list.Marker), string(prev.Marker)), string(list.Marker))
	}
}

// checkMarker finds a typed number at the head of a heading or item.
func (r *reader) checkMarker(n ast.Node) {
	s := lineText(n, r.b)
	if m := TypedMarker(s); m != "" {
		r.add(start(n), diag.Error, RuleTypedMarker, fmt.Sprintf("số thứ tự %q do chương trình đánh, không gõ vào", m), m)
	}
}

// checkParagraph finds a paragraph that looks like an item whose number was typed.
func (r *reader) checkParagraph(offset int, s string) {
	if m := TypedMarker(s); m != "" {
		r.add(offset, diag.Warning, RuleTypedMarker, fmt.Sprintf("%q trông như số thứ tự gõ tay; số thứ tự do chương trình đánh", m), m)
	}
}

// lineText gives the source of the first line of n.
func lineText(n ast.Node, b []byte) string {
	lines := n.Lines()
	if lines == nil || lines.Len() == 0 {
		return ""
	}
	seg := lines.At(0)
	return strings.TrimSpace(string(seg.Value(b)))
}

var idMark = regexp.MustCompile(`\s*\{#([A-Za-z][A-Za-z0-9_.-]*)\}\s*$`)

// anyMark matches what was meant for one.
var anyMark = regexp.MustCompile(`\{#([^{}]*)\}\s*$`)

// takeID takes {#id} from the end of a heading or item, which begins at that offset.
func (r *reader) takeID(in []doc.Inline, at int) ([]doc.Inline, string) {
	if len(in) == 0 {
		return in, ""
	}
	t, ok := in[len(in)-1].(*doc.Text)
	if !ok {
		return in, ""
	}
	m := idMark.FindStringSubmatchIndex(t.S)
	if m == nil {
		if bad := anyMark.FindStringSubmatch(t.S); bad != nil {
			r.add(at, diag.Error, RuleName, fmt.Sprintf("tên để viện dẫn %q chỉ gồm chữ cái không dấu, chữ số, dấu gạch và dấu chấm, bắt đầu bằng chữ cái", bad[1]), strings.TrimSpace(bad[0]))
		}
		return in, ""
	}
	id := t.S[m[2]:m[3]]
	t.S = t.S[:m[0]]
	if t.S == "" {
		in = in[:len(in)-1]
	}
	return in, id
}

func (r *reader) table(n *extast.Table) *doc.DataTable {
	t := &doc.DataTable{At: r.src.pos(start(n)), Columns: make([]doc.Column, len(n.Alignments))}
	for i, a := range n.Alignments {
		t.Columns[i].Align = map[extast.Alignment]doc.Align{
			extast.AlignRight: doc.Right, extast.AlignCenter: doc.Center,
		}[a]
		if t.Columns[i].Align == doc.Justify {
			t.Columns[i].Align = doc.Left
		}
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		r.lostCells(row, len(n.Alignments))
		dr := doc.DataRow{At: r.src.pos(start(row))}
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cell := doc.DataCell{At: r.src.pos(start(c))}
			if in := r.inlines(c); len(in) > 0 {
				cell.Lines = [][]doc.Inline{in}
			}
			dr.Cells = append(dr.Cells, cell)
		}
		if _, ok := row.(*extast.TableHeader); ok {
			t.Header++
		}
		t.Rows = append(t.Rows, dr)
	}
	return t
}
