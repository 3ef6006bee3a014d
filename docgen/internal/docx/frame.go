package docx

import (
	"errors"

	"github.com/vanban-go/vanban/docgen/doc"
)

// frame writes a box at a fixed place of the page. One that holds a single
// picture or drawing becomes just that, under the text; any other is a text box.
func (s *story) frame(f *doc.Frame) error {
	if s.place != inBody {
		return errors.New("a frame cannot stand in a header, footer, frame or footnote")
	}
	if len(f.Blocks) == 0 && f.Border == 0 {
		return nil // a place for signing software only: there is nothing to see
	}
	at := anchor{x: f.X, y: f.Y, width: f.Width, height: f.Height, fromX: "page", fromY: "page"}
	if len(f.Blocks) == 1 && f.Border == 0 {
		switch b := f.Blocks[0].(type) {
		case *doc.Figure:
			return s.anchoredPicture(b.Picture, inFrame(at, f.VAlign, b.Align, b.Width, b.Height, b.Before))
		case *doc.Drawing:
			a := inFrame(at, f.VAlign, b.Align, b.Width, b.Height, b.Before)
			return s.drawing(b, &a)
		}
	}
	s.raw(`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>`)
	s.openAnchor(at, "")
	s.open("a:graphic")
	s.open("a:graphicData", "uri", nsWPS)
	s.raw(`<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>`)
	s.transform(0, 0, f.Width, f.Height)
	s.raw(`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>`)
	if f.Border > 0 {
		s.stroke(f.Border, f.Color)
	} else {
		s.raw(`<a:ln><a:noFill/></a:ln>`)
	}
	s.raw(`</wps:spPr><wps:txbx><w:txbxContent>`)
	s.place = inBox
	err := s.blocks(f.Blocks, column{width: f.Width, mustEnd: true})
	s.place = inBody
	if err != nil {
		return err
	}
	s.raw(`</w:txbxContent></wps:txbx>`)
	s.boxProperties(f.VAlign)
	s.raw(`</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`)
	return nil
}

// inFrame gives the place of a single thing inside a frame.
func inFrame(frame anchor, v doc.VAlign, align doc.Align, width, height, before doc.Length) anchor {
	at := frame
	at.width, at.height, at.behind = width, height, true
	switch align {
	case doc.Center:
		at.x += (frame.width - width) / 2
	case doc.Right:
		at.x += frame.width - width
	}
	switch v {
	case doc.Top:
		at.y += before
	case doc.Middle:
		at.y += (frame.height - height) / 2
	case doc.Bottom:
		at.y += frame.height - height
	}
	return at
}

// stroke writes the line around a box.
func (s *story) stroke(thickness doc.Length, c doc.Color) {
	s.open("a:ln", "w", emu(thickness))
	s.raw(`<a:solidFill>`)
	s.empty("a:srgbClr", "val", hex(c))
	s.raw(`</a:solidFill></a:ln>`)
}

// boxProperties writes the body of a text box without margins of its own.
func (s *story) boxProperties(v doc.VAlign) {
	at := "t"
	switch v {
	case doc.Middle:
		at = "ctr"
	case doc.Bottom:
		at = "b"
	}
	s.open("wps:bodyPr", "wrap", "square", "lIns", "0", "tIns", "0", "rIns", "0", "bIns", "0", "anchor", at)
	s.raw(`<a:noAutofit/></wps:bodyPr>`)
}
