package word

import (
	"strings"

	"github.com/vanban-go/vanban/plan/vi"
)

// story reads one run of text: the body, a note, a header, a text box.
type story struct {
	*reader
	*source
	kind   storyKind
	counts *counters
	fields []*field
	// instructing counts the fields whose instruction is not over.
	instructing int
	marks       map[int32]fieldMark
	table       *style
	cur         *Paragraph
	shape       *shape // of cur, as summed up
	base        *style // of cur
	pending     *pending
	note        *Note // that is read
	section     int
	ended       bool // the last section of the body is settled
	link        string
	waits       bool // content of a control that nobody filled
	fonts       []string
}

// pending is a paragraph whose mark is not printed: it goes on in the next one.
type pending struct {
	p     *Paragraph
	fonts []string
	shape *shape
	base  *style
	own   shape
	keeps bool // a hidden mark behind text keeps its paragraph's formatting; else the next one's holds
}

func (r *reader) story(src *source, kind storyKind) *story {
	if r.counts[kind] == nil {
		r.counts[kind] = newCounters()
	}
	return &story{reader: r, source: src, kind: kind, counts: r.counts[kind]}
}

// read reads all blocks of an element.
func (s *story) read(n int32) []Block {
	if s.source.fields {
		s.marks = s.matchFields(n)
	}
	return s.blocks(n)
}

// blocks reads the paragraphs and tables below an element; what stays of a last paragraph
// without a mark is one of its own.
func (s *story) blocks(n int32) []Block {
	var list []Block
	s.each(n, &list)
	s.flush(&list)
	return list
}

func (s *story) each(n int32, list *[]Block) {
	for c := range s.children(n) {
		e := &s.nodes[c]
		switch {
		case e.space == math:
			s.loose(c, list)
		case e.space != word:
		default:
			s.blockElement(c, e.name, list)
		}
	}
}

func (s *story) blockElement(c int32, name string, list *[]Block) {
	switch name {
	case "p":
		s.paragraph(c, list)
	case "tbl":
		s.flush(list)
		if t := s.readTable(c); t != nil {
			*list = append(*list, t)
		}
	case "altChunk":
		s.leave(Unread, "phần chèn từ tệp khác (altChunk): "+s.relations[s.source.link(c, "id")].Target)
	case "sectPr":
		s.endSection(c)
		s.ended = true
	case "r", "hyperlink", "fldSimple", "dir", "bdo":
		s.loose(c, list)
	default:
		s.through(c, func(inner int32) { s.each(inner, list) })
	}
}

// through reads what stands in an element that only wraps it, unless it was deleted.
func (s *story) through(c int32, read func(content int32)) {
	switch s.nodes[c].name {
	case "sdt":
		s.control(c, read)
	case "customXml", "smartTag", "ins", "moveTo":
		read(c)
	case "del", "moveFrom":
		s.discard(c, Deleted)
	}
}

// loose reads a run that stands in no paragraph, as some programs write.
func (s *story) loose(c int32, list *[]Block) {
	s.begin(&shape{})
	s.inline(c)
	s.finish(list, &shape{})
}

// control reads a content control.
func (s *story) control(n int32, read func(content int32)) {
	before := s.waits
	if asks := s.child(s.child(n, "sdtPr"), "showingPlcHdr"); asks != 0 {
		s.waits = s.isOn(asks)
	}
	if content := s.child(n, "sdtContent"); content != 0 {
		read(content)
	}
	s.waits = before
}

// begin opens a paragraph, or goes on in one whose mark is not printed.
func (s *story) begin(own *shape) {
	sum, st := s.styles.paragraph(s.table, own, s.listShape)
	s.shape, s.base = &sum, st
	s.cur, s.fonts = &Paragraph{Section: s.section}, nil
	if s.pending != nil {
		s.cur, s.fonts = s.pending.p, s.pending.fonts
	}
}

func (s *story) listShape(id, depth measure, styled string) *shape {
	if num, at := s.lists.find(s.styles, id, depth, styled); num != nil {
		return &num.level(at).shape
	}
	return nil
}

func (s *story) paragraph(n int32, list *[]Block) {
	own := s.readShape(s.child(n, "pPr"), &s.styles.theme)
	s.begin(&own)
	for c := range s.children(n) {
		s.inline(c)
	}
	s.finish(list, &own)
	if own.section != 0 {
		s.flush(list)
		s.endSection(own.section)
	}
}

// finish closes a paragraph, unless its mark is not printed.
func (s *story) finish(list *[]Block, own *shape) {
	mark := s.face(own.mark.style, &own.mark)
	sum, st := s.shape, s.base
	used := own
	if w := s.pending; w != nil && w.keeps {
		sum, st, used = w.shape, w.base, &w.own
	}
	s.pending = nil
	if hidden := mark.isHidden(); hidden || own.mark.deleted {
		s.pending = &pending{p: s.cur, fonts: s.fonts, shape: sum, base: st, own: *used,
			keeps: hidden && !own.mark.deleted && printsText(s.cur)}
		s.cur = nil
		return
	}
	if own.drop {
		s.pending = &pending{p: s.cur, fonts: s.fonts, shape: sum, base: st, own: *used}
		s.cur = nil
		return
	}
	s.close(list, sum, st, used)
}

func printsText(p *Paragraph) bool { return len(p.Runs) > 0 || len(p.Boxes) > 0 }

// flush closes a paragraph that nothing follows. One of which nothing is printed is none.
func (s *story) flush(list *[]Block) {
	if w := s.pending; w != nil {
		s.pending = nil
		if printsText(w.p) {
			s.cur, s.fonts = w.p, w.fonts
			s.close(list, w.shape, w.base, &w.own)
		}
	}
}

// close settles a paragraph: its look, its number, the letters of its runs.
func (s *story) close(list *[]Block, sum *shape, st *style, own *shape) {
	p := s.cur
	s.reader.number++
	p.Number, p.Look = s.reader.number, sum.look()
	if st != nil {
		p.Style = st.name
	}
	if s.settle(p) {
		s.oldFonts = append(s.oldFonts, p)
	}
	s.setLabel(p, sum, st, own)
	*list = append(*list, p)
	s.cur, s.fonts = nil, nil
}

// setLabel counts a paragraph's list on.
func (s *story) setLabel(p *Paragraph, sum *shape, st *style, own *shape) {
	styled := own.style
	if own.list.set || own.level.set {
		styled = ""
	}
	num, at := s.lists.find(s.styles, sum.list, sum.level, styled)
	if num == nil {
		return
	}
	lvl := num.level(at)
	label := s.counts.next(sum.list.value, num, at)
	face := s.styles.base(s.table, st, "")
	face.over(&own.mark)
	face.over(&lvl.face)
	if face.isHidden() {
		return
	}
	label = signs(face.letters(), label)
	if f := oldFont(face.letters()); f != nil && !isModern(label) {
		label = f.decode(label)
	}
	if face.toggle[caps] == on {
		label = vi.Upper(label)
	}
	p.Label = vi.NFC(label)
	if label != "" {
		p.Suffix = lvl.suffix
	}
}

// face sums up a run's properties.
func (s *story) face(character string, own *face) face {
	f := s.styles.base(s.table, s.base, character)
	f.over(own)
	return f
}

// firstWords are how a finding names a paragraph.
func firstWords(p *Paragraph) string { return shortened(p.Text()) }

// shortened gives the first words of a text, for messages.
func shortened(s string) string {
	const most = 40
	text := strings.Join(strings.Fields(cut(s, 8*most)), " ")
	if short := cut(text, most); short != text {
		return short + "…"
	}
	return text
}

// cut gives the first runes of a text.
func cut(s string, most int) string {
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i]
		}
	}
	return s
}
