package docx

import (
	"bytes"

	"github.com/vanban-go/vanban/docgen/doc"
)

// mediaStore holds the pictures of a file, each once.
type mediaStore struct {
	files    []part
	pictures map[*doc.Picture]string
}

// add takes a picture in and gives the name of its part, below word/.
func (m *mediaStore) add(data []byte, ending string) string {
	name := "media/image" + itoa(len(m.files)+1) + ending
	m.files = append(m.files, part{Name: "word/" + name, Content: data})
	return name
}

// picture gives the part of a picture, below word/; empty for what is none.
func (d *document) picture(p *doc.Picture) string {
	m := &d.media
	if name, ok := m.pictures[p]; ok {
		return name
	}
	if m.pictures == nil {
		m.pictures = make(map[*doc.Picture]string)
	}
	ending := ""
	switch {
	case bytes.HasPrefix(p.Data, []byte("\x89PNG\r\n\x1a\n")):
		ending = ".png"
	case bytes.HasPrefix(p.Data, []byte("\xff\xd8\xff")):
		ending = ".jpeg"
	default:
		d.fail("picture %q is neither PNG nor JPEG", p.Name)
		return ""
	}
	m.pictures[p] = m.add(p.Data, ending)
	return m.pictures[p]
}

// inlinePicture writes a picture that stands in the line like a letter.
func (s *story) inlinePicture(p *doc.Picture, width, height doc.Length) {
	if name := s.picture(p); name != "" {
		s.inlineImage(name, p.Alt, width, height)
	}
}

// anchoredPicture writes a picture at a fixed place.
func (s *story) anchoredPicture(p *doc.Picture, a anchor) {
	if name := s.picture(p); name != "" {
		s.anchoredImage(name, p.Alt, a)
	}
}

// inlineImage writes an image that stands in the line.
func (s *story) inlineImage(name, alt string, width, height doc.Length) {
	s.raw(`<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">`)
	s.empty("wp:extent", "cx", emu(width), "cy", emu(height))
	s.docProperties(alt)
	s.raw(`<wp:cNvGraphicFramePr/>`)
	s.graphic(name, width, height)
	s.raw(`</wp:inline></w:drawing></w:r>`)
}

// anchoredImage writes an image at a fixed place.
func (s *story) anchoredImage(name, alt string, a anchor) {
	s.raw(`<w:r><w:drawing>`)
	s.openAnchor(a, alt)
	s.graphic(name, a.width, a.height)
	s.raw(`</wp:anchor></w:drawing></w:r>`)
}

// docProperties names a drawing and says what it shows.
func (s *story) docProperties(alt string) {
	id := s.nextShape()
	if alt == "" { // an ornament, and said to be one: what has no description is a fault otherwise
		s.open("wp:docPr", "id", id, "name", "Hình "+id)
		s.raw(`<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">` +
			`<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>`)
		s.close("wp:docPr")
	} else {
		s.empty("wp:docPr", "id", id, "name", "Hình "+id, "descr", alt)
	}
}

// anchor is a fixed place for a drawing.
type anchor struct {
	x, y, width, height doc.Length
	fromX, fromY        string // what x and y are measured from, in Word's words
	behind              bool   // under the text
}

// openAnchor starts a drawing at a fixed place that moves no text, up to its graphic.
func (s *story) openAnchor(a anchor, alt string) {
	behind := "0"
	if a.behind {
		behind = "1"
	}
	// Later ones lie over earlier ones.
	s.open("wp:anchor", "distT", "0", "distB", "0", "distL", "0", "distR", "0", "simplePos", "0",
		"relativeHeight", itoa(1024+s.shapes), "behindDoc", behind, "locked", "0", "layoutInCell", "1", "allowOverlap", "1")
	s.raw(`<wp:simplePos x="0" y="0"/>`)
	s.open("wp:positionH", "relativeFrom", a.fromX)
	s.element("wp:posOffset", emu(a.x))
	s.close("wp:positionH")
	s.open("wp:positionV", "relativeFrom", a.fromY)
	s.element("wp:posOffset", emu(a.y))
	s.close("wp:positionV")
	s.empty("wp:extent", "cx", emu(a.width), "cy", emu(a.height))
	s.raw(`<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>`)
	s.docProperties(alt)
	s.raw(`<wp:cNvGraphicFramePr/>`)
}

// graphic writes the graphic of an image.
func (s *story) graphic(name string, width, height doc.Length) {
	s.open("a:graphic")
	s.open("a:graphicData", "uri", nsPic)
	s.open("pic:pic")
	s.open("pic:nvPicPr")
	s.empty("pic:cNvPr", "id", "0", "name", name[len("media/"):])
	s.raw(`<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>`)
	s.empty("a:blip", "r:embed", s.rels.add(relImage, name, false))
	s.raw(`<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>`)
	s.transform(0, 0, width, height)
	s.raw(`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`)
}

// transform writes place and size of a shape.
func (s *story) transform(x, y, width, height doc.Length) {
	s.raw(`<a:xfrm>`)
	s.empty("a:off", "x", emu(x), "y", emu(y))
	s.empty("a:ext", "cx", emu(width), "cy", emu(height))
	s.raw(`</a:xfrm>`)
}
