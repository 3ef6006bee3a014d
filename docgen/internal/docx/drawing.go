package docx

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
)

// drawing writes a drawing as a group of shapes: in the line, or at a place when at is given.
func (s *story) drawing(d *doc.Drawing, at *anchor) error {
	if s.place == inBox {
		return errors.New("a drawing cannot stand in a frame beside text: Word nests no text boxes")
	}
	s.raw(`<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>`)
	if at != nil {
		s.openAnchor(*at, d.Alt)
	} else {
		s.openInline(d.Width, d.Height, d.Alt)
	}
	s.open("a:graphic")
	s.open("a:graphicData", "uri", nsWPG)
	s.raw(`<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>`)
	s.empty("a:ext", "cx", emu(d.Width), "cy", emu(d.Height))
	s.raw(`<a:chOff x="0" y="0"/>`)
	s.empty("a:chExt", "cx", emu(d.Width), "cy", emu(d.Height))
	s.raw(`</a:xfrm></wpg:grpSpPr>`)
	// LibreOffice stretches a group until its shapes fill it: one without ink does.
	s.openShape("Khung", false)
	s.transform(0, 0, d.Width, d.Height)
	s.raw(`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>`)
	for _, sh := range d.Shapes {
		if err := s.shape(sh, d.Width); err != nil {
			return err
		}
	}
	s.raw(`</wpg:wgp></a:graphicData></a:graphic>`)
	if at != nil {
		s.close("wp:anchor")
	} else {
		s.close("wp:inline")
	}
	s.raw(`</w:drawing></mc:Choice></mc:AlternateContent></w:r>`)
	return nil
}

func (s *story) shape(sh doc.Shape, width doc.Length) error {
	switch sh := sh.(type) {
	case *doc.Line:
		s.line(sh)
		return nil
	case *doc.Rect:
		s.openShape("Hình chữ nhật", false)
		s.transform(sh.X, sh.Y, sh.Width, sh.Height)
		s.raw(`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`)
		if sh.Fill {
			s.solid(sh.Color)
			s.raw(`<a:ln><a:noFill/></a:ln>`)
		} else {
			s.raw(`<a:noFill/>`)
			s.stroke(sh.Thickness, sh.Color)
		}
		s.raw(`</wps:spPr><wps:bodyPr/></wps:wsp>`)
		return nil
	case *doc.Caption:
		return s.caption(sh, width)
	}
	return fmt.Errorf("unknown shape %T", sh)
}

// openShape starts a shape of a group, up to its place.
func (s *story) openShape(name string, textBox bool) {
	id := s.nextShape()
	s.open("wps:wsp")
	s.empty("wps:cNvPr", "id", id, "name", name+" "+id)
	if textBox {
		s.raw(`<wps:cNvSpPr txBox="1"/><wps:spPr>`)
	} else {
		s.raw(`<wps:cNvSpPr/><wps:spPr>`)
	}
}

func (s *story) solid(c doc.Color) {
	s.raw(`<a:solidFill>`)
	s.empty("a:srgbClr", "val", hex(c))
	s.raw(`</a:solidFill>`)
}

func (s *story) stroke(thickness doc.Length, c doc.Color) {
	s.open("a:ln", "w", emu(thickness))
	s.solid(c)
	s.close("a:ln")
}

func (s *story) line(l *doc.Line) {
	s.openShape("Đường thẳng", false)
	// A line runs from the upper left of its box to the lower right unless flipped.
	x, y, w, h := l.X1, l.Y1, l.X2-l.X1, l.Y2-l.Y1
	var flip []string
	if w < 0 {
		x, w = l.X2, -w
		flip = append(flip, "flipH", "1")
	}
	if h < 0 {
		y, h = l.Y2, -h
		flip = append(flip, "flipV", "1")
	}
	s.open("a:xfrm", flip...)
	s.empty("a:off", "x", emu(x), "y", emu(y))
	s.empty("a:ext", "cx", emu(w), "cy", emu(h))
	s.raw(`</a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>`)
	s.stroke(l.Thickness, l.Color)
	s.raw(`</wps:spPr><wps:bodyPr/></wps:wsp>`)
}

// Heights of Times New Roman in thousandths of its size.
const ascent, lineHeight = 891, 1150

// caption writes a word of a drawing as a text box. The widths of letters are
// not known here: the box takes the room that the drawing has, and more only
// when the word is sure not to fit into it.
func (s *story) caption(c *doc.Caption, drawing doc.Length) error {
	if err := checkText(c.S); err != nil {
		return err
	}
	room := drawing - c.X
	switch c.Align {
	case doc.Center:
		room = 2 * min(c.X, drawing-c.X)
	case doc.Right:
		room = c.X
	}
	width := max(room, c.Font.Size*doc.Length(utf8.RuneCountInString(c.S))*6/10)
	x := c.X
	switch c.Align {
	case doc.Center:
		x -= width / 2
	case doc.Right:
		x -= width
	}
	s.openShape("Chữ", true)
	s.transform(x, c.Y-c.Font.Size*ascent/1000, width, c.Font.Size*lineHeight/1000)
	s.raw(`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>`)
	align := c.Align
	if align == doc.Justify {
		align = doc.Left
	}
	f := &paraFormat{para: paraLook{align: align}, run: lookOf(c.Font)}
	st := s.openParagraph(f)
	if err := s.textRun(strings.TrimSpace(c.S), textLook{base: st.run, now: f.run}); err != nil {
		return err
	}
	s.raw(`</w:p></w:txbxContent></wps:txbx>`)
	s.boxProperties(doc.Top)
	s.raw(`</wps:wsp>`)
	return nil
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
