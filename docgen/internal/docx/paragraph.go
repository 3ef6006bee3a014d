package docx

import (
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// openParagraph writes the start of a paragraph up to its first run, and gives its style.
func (s *story) openParagraph(f *paraFormat) *style {
	st := s.styles.of(f.style, f.para, f.run)
	look := f.para
	look.keepNext = look.keepNext || f.keepNext
	look.keepLines = look.keepLines || f.keepLines
	look.pageBreak = f.pageBreak
	look.before += f.before
	look.after += f.after
	s.open("w:p")
	s.open("w:pPr")
	if st.id != "" {
		s.empty("w:pStyle", "w:val", st.id)
	}
	look.writeTo(&s.xmlText, &st.para)
	mark := f.run
	if look.number.num > 0 {
		mark = f.mark
	}
	if mark != st.run {
		s.open("w:rPr")
		mark.writeTo(&s.xmlText, st.run)
		s.close("w:rPr")
	}
	s.b = append(s.b, f.section...)
	s.close("w:pPr")
	return st
}

// paragraphText writes the runs of a paragraph, and the place that links to it lead to.
func (s *story) paragraphText(p *flow.Paragraph, st *style) {
	if p.ID != "" {
		s.marks.last++
		id := itoa(s.marks.last)
		s.empty("w:bookmarkStart", "w:id", id, "w:name", s.marks.name(p.ID))
		defer s.empty("w:bookmarkEnd", "w:id", id)
	}
	s.node, s.glued = p, 0
	in := p.Inlines
	if s.numbers.of[p].num > 0 {
		for _, r := range doc.PlainText(in[:1], "") {
			if lines.Marks(r) {
				s.glued++
			}
		}
		s.unspaced = !p.Number.Tight
		in = in[1:]
	}
	defer func() { s.unspaced = false }()
	s.inlines(in, textLook{base: st.run, now: lookOf(p.Font)})
}

// number lets Word number a paragraph that has a place in a list.
func (s *story) number(f *paraFormat, p *flow.Paragraph) {
	f.para.number = s.numbers.of[p]
	f.mark = f.run
	if l, ok := p.Inlines[0].(*doc.Label); ok && len(l.Inlines) > 0 {
		_, strong := l.Inlines[0].(*doc.Strong)
		f.mark.bold = f.mark.bold || strong
	}
}
