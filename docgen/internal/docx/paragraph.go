package docx

import (
	"github.com/vanban-go/vanban/docgen/doc"
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
	if f.run != st.run {
		s.open("w:rPr")
		f.run.writeTo(&s.xmlText, st.run)
		s.close("w:rPr")
	}
	s.b = append(s.b, f.section...)
	s.close("w:pPr")
	return st
}

// paragraphText writes the runs of a paragraph, and the place that links to it lead to.
func (s *story) paragraphText(p *doc.Paragraph, st *style) error {
	if p.ID != "" {
		s.marks.last++
		id := itoa(s.marks.last)
		s.empty("w:bookmarkStart", "w:id", id, "w:name", s.marks.name(p.ID))
		defer s.empty("w:bookmarkEnd", "w:id", id)
	}
	s.node, s.glued = p, 0
	return s.inlines(p.Inlines, textLook{base: st.run, now: lookOf(p.Font)})
}
