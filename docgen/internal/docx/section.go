package docx

import (
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// section writes the blocks of a section and its set-up.
func (s *story) section(sec *flow.Section, last bool) {
	set := s.pageSetup(sec)
	c := column{width: sec.Page.TextWidth(), frames: sec.Frames, ending: set}
	if last {
		// The last set-up stands behind all blocks, and Word wants a paragraph before it.
		c.ending = nil
	}
	s.blocks(sec.Blocks, c)
	if last {
		s.b = append(s.b, set...)
	}
}

// mostPaper is the longest side of a paper in Word.
const mostPaper = 31680 * doc.Twip

// pageSetup gives the sectPr of a section, its headers and footers being
// written as parts. Each section names all that it uses: what it left out it
// would take from the section before.
func (s *story) pageSetup(sec *flow.Section) []byte {
	p, n := sec.Page, sec.Numbers
	if max(p.Width, p.Height) > mostPaper {
		s.fail("paper of %.0f by %.0f mm: Word knows none above %.0f mm", p.Width.MM(), p.Height.MM(), mostPaper.MM())
	}
	var x xmlText
	x.open("w:sectPr")
	s.headers.shown = s.headers.shown || n.Shown
	if s.headers.shown { // of a section before, it would go on otherwise
		s.header(&x, "default", n.Font, n.Shown)
	}
	first := n.Shown && n.HideFirst || len(sec.Foot) > 0
	if first {
		// One that shows nothing is there all the same: a clerk may write into it.
		s.header(&x, "first", n.Font, n.Shown && !n.HideFirst)
	}
	footer := p.Bottom / 2
	if len(sec.Foot) > 0 || first && s.footers > 0 {
		x.empty("w:footerReference", "w:type", "first", "r:id", s.footer(sec.Foot, p.TextWidth()))
	}
	if len(sec.Foot) > 0 {
		footer = p.Bottom // the foot stands on the last lines of the text block: Word makes room for it
	}
	x.raw(`<w:type w:val="nextPage"/>`)
	if p.Width > p.Height {
		x.empty("w:pgSz", "w:w", twips(p.Width), "w:h", twips(p.Height), "w:orient", "landscape")
	} else {
		x.empty("w:pgSz", "w:w", twips(p.Width), "w:h", twips(p.Height))
	}
	header := p.Top / 2
	if n.Shown {
		header = n.Top
	}
	x.empty("w:pgMar", "w:top", twips(p.Top), "w:right", twips(p.Right), "w:bottom", twips(p.Bottom), "w:left", twips(p.Left),
		"w:header", twips(header), "w:footer", twips(footer), "w:gutter", "0")
	if n.Restart {
		x.empty("w:pgNumType", "w:start", "1")
	}
	x.empty("w:cols", "w:space", "720")
	if first {
		x.empty("w:titlePg")
	}
	x.close("w:sectPr")
	return x.b
}

// header adds to a sectPr a header with the number of the page, or an empty one.
// Sections that look alike share it.
func (s *story) header(x *xmlText, kind string, font flow.Font, shown bool) {
	key := headerKey{shown: shown}
	if shown {
		key.font = font
	}
	if s.headers.ids[key] == "" {
		s.newHeader(key, font)
	}
	x.empty("w:headerReference", "w:type", kind, "r:id", s.headers.ids[key])
}

// newHeader writes a header as a part.
func (s *story) newHeader(key headerKey, font flow.Font) {
	h := s.margin("w:hdr")
	f := &paraFormat{style: pageStyle, para: paraLook{align: doc.Center}, run: lookOf(font)}
	st := h.openParagraph(f)
	if key.shown {
		h.pageField(textLook{base: st.run, now: f.run})
	}
	h.close("w:p")
	if s.headers.ids == nil {
		s.headers.ids = make(map[headerKey]string)
	}
	s.headers.ids[key] = s.addMargin(h, "header"+itoa(len(s.headers.ids)+1)+".xml", "w:hdr", relHeader)
}

// headers are those written so far.
type headers struct {
	shown bool                 // some section shows a number
	ids   map[headerKey]string // of relationships
}

type headerKey struct {
	shown bool
	font  flow.Font
}

// footer gives the id of a footer that holds blocks, or of an empty one.
func (s *story) footer(blocks []flow.Block, width doc.Length) string {
	f := s.margin("w:ftr")
	f.blocks(blocks, column{width: width})
	s.footers++
	return s.addMargin(f, "footer"+itoa(s.footers)+".xml", "w:ftr", relFooter)
}

// margin starts a header or footer.
func (s *story) margin(root string) *story {
	m := &story{document: s.document, rels: new(relations), place: inMargin}
	m.raw(xmlHead)
	m.open(root, namespaces...)
	return m
}

func (s *story) addMargin(m *story, name, root, kind string) string {
	s.margins = append(s.margins, m.part("word/"+name, root)...)
	return s.document.rels.add(kind, name, false)
}
