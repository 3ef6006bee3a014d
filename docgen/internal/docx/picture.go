package docx

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/vanban-go/vanban/docgen/doc"
)

// mediaStore holds the pictures of a file, each once.
type mediaStore struct {
	list  []*doc.Picture
	names []string // of their parts, as list
}

// name gives the part of a picture, below word/.
func (m *mediaStore) name(p *doc.Picture) (string, error) {
	if i := slices.Index(m.list, p); i >= 0 {
		return m.names[i], nil
	}
	ending := ""
	switch {
	case bytes.HasPrefix(p.Data, []byte("\x89PNG\r\n\x1a\n")):
		ending = ".png"
	case bytes.HasPrefix(p.Data, []byte("\xff\xd8\xff")):
		ending = ".jpeg"
	default:
		return "", fmt.Errorf("picture %q is neither PNG nor JPEG", p.Name)
	}
	m.list = append(m.list, p)
	m.names = append(m.names, "media/image"+itoa(len(m.list))+ending)
	return m.names[len(m.list)-1], nil
}

func (m *mediaStore) parts() []part {
	files := make([]part, len(m.list))
	for i, p := range m.list {
		files[i] = part{"word/" + m.names[i], p.Data}
	}
	return files
}

// inlinePicture writes a picture that stands in the line like a letter.
func (s *story) inlinePicture(p *doc.Picture, width, height doc.Length) error {
	s.raw(`<w:r><w:drawing>`)
	s.openInline(width, height, p.Alt)
	if err := s.picture(p, width, height); err != nil {
		return err
	}
	s.raw(`</wp:inline></w:drawing></w:r>`)
	return nil
}

// openInline starts a drawing in the line, up to its graphic.
func (s *story) openInline(width, height doc.Length, alt string) {
	s.raw(`<wp:inline distT="0" distB="0" distL="0" distR="0">`)
	s.empty("wp:extent", "cx", emu(width), "cy", emu(height))
	s.docProperties(alt)
	s.raw(`<wp:cNvGraphicFramePr/>`)
}

// docProperties names a drawing and says what it shows.
func (s *story) docProperties(alt string) {
	id := s.nextShape()
	if alt == "" {
		s.empty("wp:docPr", "id", id, "name", "Hình "+id)
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
	// Later ones lie over earlier ones.
	s.open("wp:anchor", "distT", "0", "distB", "0", "distL", "0", "distR", "0", "simplePos", "0",
		"relativeHeight", itoa(1024+s.shapes), "behindDoc", boolean(a.behind), "locked", "0", "layoutInCell", "1", "allowOverlap", "1")
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

func boolean(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

// anchoredPicture writes a picture at a fixed place.
func (s *story) anchoredPicture(p *doc.Picture, a anchor) error {
	s.raw(`<w:r><w:drawing>`)
	s.openAnchor(a, p.Alt)
	if err := s.picture(p, a.width, a.height); err != nil {
		return err
	}
	s.raw(`</wp:anchor></w:drawing></w:r>`)
	return nil
}

// picture writes the graphic of a picture.
func (s *story) picture(p *doc.Picture, width, height doc.Length) error {
	name, err := s.media.name(p)
	if err != nil {
		return err
	}
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
	return nil
}

// transform writes place and size of a shape.
func (s *story) transform(x, y, width, height doc.Length) {
	s.raw(`<a:xfrm>`)
	s.empty("a:off", "x", emu(x), "y", emu(y))
	s.empty("a:ext", "cx", emu(width), "cy", emu(height))
	s.raw(`</a:xfrm>`)
}
