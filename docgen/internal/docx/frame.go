package docx

import (
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// frame writes a box at a fixed place of the page. One that holds a single
// picture or drawing becomes just that, under the text; any other is a text box.
func (s *story) frame(f *flow.Frame) {
	if s.place != inBody {
		s.fail("a frame cannot stand in a header, footer, frame or footnote")
		return
	}
	if len(f.Blocks) == 0 && f.Border == 0 {
		return // a place for signing software only: there is nothing to see
	}
	at := anchor{x: f.X, y: f.Y, width: f.Width, height: f.Height, fromX: "page", fromY: "page"}
	if len(f.Blocks) == 1 && f.Border == 0 {
		switch b := f.Blocks[0].(type) {
		case *flow.Figure:
			s.anchoredPicture(b.Picture, inFrame(at, f.VAlign, b.Align, b.Width, b.Height, b.Before))
			return
		case *flow.Drawing:
			a := inFrame(at, f.VAlign, b.Align, b.Width, b.Height, b.Before)
			s.drawing(b, &a)
			return
		}
	}
	s.raw(`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>`)
	id := itoa(s.shapes + 1)
	s.openAnchor(at, plainText(f))
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
	s.raw(`</wps:spPr><wps:txbx>`)
	from := len(s.b)
	s.raw(`<w:txbxContent>`)
	s.place = inBox
	s.blocks(f.Blocks, column{width: f.Width})
	s.place = inBody
	s.raw(`</w:txbxContent>`)
	content := slices.Clone(s.b[from:])
	s.raw(`</wps:txbx>`)
	s.boxProperties(f.VAlign)
	s.raw(`</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>`)
	s.vmlBox(f, id, content)
	s.raw(`</mc:Fallback></mc:AlternateContent></w:r>`)
}

// vmlBox writes a text box once more in the older language, as Word itself does: most other
// readers of Word files know no newer one.
func (s *story) vmlBox(f *flow.Frame, id string, content []byte) {
	style := "position:absolute;margin-left:" + points(f.X) + ";margin-top:" + points(f.Y) +
		";width:" + points(f.Width) + ";height:" + points(f.Height) + ";z-index:" + itoa(1024+s.shapes) +
		";mso-position-horizontal-relative:page;mso-position-vertical-relative:page;v-text-anchor:" + vmlAnchors[f.VAlign]
	attrs := []string{"id", "Khung" + id, "type", "#_x0000_t202", "style", style, "filled", "f"}
	if f.Border > 0 {
		attrs = append(attrs, "strokecolor", "#"+hex(f.Color), "strokeweight", points(f.Border))
	} else {
		attrs = append(attrs, "stroked", "f")
	}
	s.raw(`<w:pict>`)
	if !s.boxed { // a part has the type once
		s.boxed = true
		s.raw(`<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
			`<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`)
	}
	s.open("v:shape", attrs...)
	s.raw(`<v:textbox inset="0,0,0,0">`)
	s.b = append(s.b, content...)
	s.raw(`</v:textbox></v:shape></w:pict>`)
}

// How the text of a box stands in it, in the words of VML and of DrawingML.
var (
	vmlAnchors = [...]string{flow.Top: "top", flow.Middle: "middle", flow.Bottom: "bottom"}
	anchors    = [...]string{flow.Top: "t", flow.Middle: "ctr", flow.Bottom: "b"}
)

// points gives a length as VML measures it.
func points(l doc.Length) string { return strconv.FormatFloat(l.Pt(), 'f', 2, 64) + "pt" }

// plainText is what a block or cell says, for who does not see it.
func plainText(node any) string {
	var words []string
	_ = flow.Inspect(node, func(n any) bool { // blocks of an unknown kind are refused where they are written
		switch n := n.(type) {
		case *doc.Text:
			words = append(words, strings.Fields(lines.Plain(n.S))...)
		case *doc.Blank:
			words = append(words, strings.Fields(n.Value)...)
		}
		return true
	})
	return strings.Join(words, " ")
}

// inFrame gives the place of a single thing inside a frame.
func inFrame(frame anchor, v flow.VAlign, align doc.Align, width, height, before doc.Length) anchor {
	at := frame
	at.width, at.height, at.behind = width, height, true
	switch align {
	case doc.Center:
		at.x += (frame.width - width) / 2
	case doc.Right:
		at.x += frame.width - width
	}
	switch v {
	case flow.Top:
		at.y += before
	case flow.Middle:
		at.y += (frame.height - height) / 2
	case flow.Bottom:
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
func (s *story) boxProperties(v flow.VAlign) {
	s.open("wps:bodyPr", "wrap", "square", "lIns", "0", "tIns", "0", "rIns", "0", "bIns", "0", "anchor", anchors[v])
	s.raw(`<a:noAutofit/></wps:bodyPr>`)
}
