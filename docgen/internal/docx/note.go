package docx

import (
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// noteSize is the size of footnotes. The decree is silent on them; they are set as small as
// the smallest text that it knows, nơi nhận.
const noteSize = 11 * doc.Point

// noteMark writes the mark of a footnote and puts its text into footnotes.xml.
// Word numbers footnotes itself, anew in each section; a number that it
// would not give is written as a mark of its own.
func (s *story) noteMark(n *doc.Note, l textLook) {
	if s.place != inBody {
		s.fail("a footnote cannot stand in a header, footer, frame or footnote")
		return
	}
	if len(n.Inlines) == 0 { // its text stands at another mark
		s.open("w:r")
		s.noteLook(l)
		s.element("w:t", itoa(n.Number))
		s.close("w:r")
		return
	}
	if s.notes == nil {
		s.notes = newNotes(s.document)
	}
	custom := ""
	if n.Number != s.note {
		custom = itoa(n.Number)
	} else {
		s.note++
		s.noteRestart = s.noteRestart || s.earlier > 0
	}
	s.noteIDs++
	id := itoa(s.noteIDs)
	s.open("w:r")
	s.noteLook(l)
	if custom == "" {
		s.empty("w:footnoteReference", "w:id", id)
	} else {
		s.empty("w:footnoteReference", "w:customMarkFollows", "1", "w:id", id)
		s.element("w:t", custom)
	}
	s.close("w:r")
	node, glued := s.node, s.glued
	s.node, s.glued = n, 0
	s.notes.footnote(n.Inlines, id, custom)
	s.node, s.glued = node, glued
}

// noteLook writes how a mark stands: raised, in the style of its text.
func (s *story) noteLook(l textLook) {
	s.raw(`<w:rPr><w:rStyle w:val="FootnoteReference"/>`)
	upright := l.now
	upright.halfPoints = l.base.halfPoints
	upright.writeTo(&s.xmlText, l.base)
	s.close("w:rPr")
}

// newNotes starts footnotes.xml with the lines that part notes from the text.
func newNotes(d *document) *story {
	x := &story{document: d, rels: new(relations), place: inNote}
	x.raw(xmlHead)
	x.open("w:footnotes", namespaces...)
	// As high as the room that layout leaves for it.
	const line = `<w:p><w:pPr><w:spacing w:after="0" w:line="322" w:lineRule="exact"/></w:pPr><w:r>`
	x.raw(`<w:footnote w:type="separator" w:id="-1">` + line + `<w:separator/></w:r></w:p></w:footnote>`)
	x.raw(`<w:footnote w:type="continuationSeparator" w:id="0">` + line + `<w:continuationSeparator/></w:r></w:p></w:footnote>`)
	return x
}

func (s *story) footnote(list []doc.Inline, id, custom string) {
	f := &paraFormat{style: footnoteStyle, run: runLook{halfPoints: lookOf(flow.Font{Size: noteSize}).halfPoints}}
	s.open("w:footnote", "w:id", id)
	s.openParagraph(f)
	s.raw(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>`)
	if custom == "" {
		s.empty("w:footnoteRef")
	} else {
		s.element("w:t", custom)
	}
	s.raw(`</w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>`)
	s.inlines(list, textLook{base: f.run, now: f.run})
	s.close("w:p")
	s.close("w:footnote")
}
