package docx

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/carrier"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// document is what the parts of one file share while they are written.
type document struct {
	meta    doc.Meta
	lines   lines.Rule
	glue    *layout.Glue
	node    any // whose text is written
	glued   int // letters of its text so far that mark where lines may end
	styles  styleSheet
	numbers numbering
	media   mediaStore
	notes   *story // footnotes.xml; nil while there is none
	noteIDs int    // last footnote id
	// Some section numbers its footnotes from 1 again. It is said only then: LibreOffice
	// does not know numbering by section.
	noteRestart bool
	margins     []part // headers and footers
	headers     headers
	footers     int // how many
	rels        *relations
	marks       bookmarks
	shapes      int   // last id of a picture or shape
	err         error // the first thing that a Word file cannot hold: what is written behind it nobody sees
}

// fail notes what a Word file cannot hold.
func (d *document) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf(format, args...)
	}
}

func newDocument(f *flow.Flow, glue *layout.Glue) *document {
	m := f.Meta
	m.Language = cmp.Or(m.Language, "vi-VN")
	d := &document{meta: m, lines: f.Lines, glue: glue, rels: new(relations)}
	d.rels.add(relStyles, "styles.xml", false)
	d.rels.add(relSettings, "settings.xml", false)
	return d
}

// place says what kind of text a story is: some things may stand in some only.
type place uint8

const (
	inBody place = iota
	inMargin
	inNote
	inBox
)

// story is a text of its own with its own links: the body, a header or
// footer, or the footnotes.
type story struct {
	*document
	xmlText
	rels  *relations
	place place
	// The number that Word gives the next footnote, and how many stood in sections before.
	note, earlier int
	unspaced      bool // the space that its next text begins with is left out
	boxed         bool // it has a text box in the older language, and the type of such boxes
}

func (s *story) nextShape() string {
	s.shapes++
	return itoa(s.shapes)
}

// body writes document.xml, into room if it fits.
func (d *document) body(sections []*flow.Section, room []byte) []byte {
	s := &story{document: d, rels: d.rels, xmlText: xmlText{room[:0]}}
	s.raw(xmlHead)
	s.open("w:document", namespaces...)
	s.open("w:body")
	for i, sec := range sections {
		s.note, s.earlier = 1, d.noteIDs
		s.section(sec, i == len(sections)-1)
	}
	s.close("w:body")
	s.close("w:document")
	return s.b
}

// relation is a link from one part of the file to another or to the world.
type relation struct {
	kind, target string
	external     bool
}

// relations are the links of one part, named rId1, rId2 ...
type relations struct{ list []relation }

// add gives the id of a link, an old one if there is one.
func (r *relations) add(kind, target string, external bool) string {
	rel := relation{kind, target, external}
	i := slices.Index(r.list, rel)
	if i < 0 {
		i = len(r.list)
		r.list = append(r.list, rel)
	}
	return "rId" + itoa(i+1)
}

func (r *relations) xml() []byte {
	return xmlPart("Relationships", []string{"xmlns", nsPackageRels}, func(x *xmlText) {
		for i, rel := range r.list {
			attrs := []string{"Id", "rId" + itoa(i+1), "Type", rel.kind, "Target", rel.target}
			if rel.external {
				attrs = append(attrs, "TargetMode", "External")
			}
			x.empty("Relationship", attrs...)
		}
	})
}

// bookmarks gives the places that links lead to names that Word accepts: a
// letter first, then letters, digits and underscores, 40 at most.
type bookmarks struct {
	names map[string]string // by flow.Paragraph.ID
	taken map[string]bool
	last  int // last bookmark id
}

func (m *bookmarks) name(id string) string {
	if n, ok := m.names[id]; ok {
		return n
	}
	if m.names == nil {
		m.names, m.taken = make(map[string]string), make(map[string]bool)
	}
	stem := "muc_" + plainWord(id)
	stem = stem[:min(len(stem), 32)]
	name := stem
	for n := 2; m.taken[name]; n++ {
		name = stem + "_" + itoa(n)
	}
	m.names[id], m.taken[name] = name, true
	return name
}

// mainPart is the name of the text.
const mainPart = "word/document.xml"

// part is one file inside a .docx.
type part = carrier.Part
