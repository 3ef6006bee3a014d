package word

import (
	"cmp"
	"strconv"
	"strings"
)

// graphic reads a drawing, a picture of VML or an object: its text boxes, the name of its
// picture, and what it holds that is not read.
func (p *pen) graphic(n int32) {
	for c := range p.children(n) {
		e := &p.nodes[c]
		switch {
		case e.name == "txbxContent" && e.space == word:
			p.box(func(s *story) []Block { return s.read(c) })
			continue
		case e.name == "txBody" && (e.space == drawing || e.space == other): // of a locked canvas
			p.box(func(s *story) []Block { return s.drawn(c) })
			continue
		case e.name == "docPr":
			p.alt, _ = p.attr(c, "descr")
		case e.name == "extent" && e.space == other: // of a drawing, before its name
			cx, _ := p.attr(c, "cx")
			p.width = emuWidth(cx)
		case e.space == vml && e.name == "shape":
			p.alt, _ = p.attr(c, "alt")
			style, _ := p.attr(c, "style")
			p.width = styleWidth(style)
		case e.space == drawing && e.name == "blip":
			p.picture(p.source.link(c, "embed"), p.source.link(c, "link"))
		case e.space == vml && e.name == "imagedata":
			p.picture(p.source.link(c, "id"), p.source.link(c, "href"))
		case e.space == vml && e.name == "textpath":
			if text, ok := p.attr(c, "string"); ok {
				p.box(func(s *story) []Block { return s.lines(text) })
			}
		case e.space == diagram && e.name == "relIds":
			p.leave(Unread, "sơ đồ SmartArt")
		case e.space == chart && e.name == "chart":
			p.leave(Unread, "biểu đồ")
		case e.space == office && e.name == "OLEObject":
			kind, _ := p.attr(c, "ProgID")
			p.leave(Unread, strings.TrimSpace("đối tượng nhúng "+kind))
		}
		p.graphic(c)
	}
}

// picture notes a picture in its place.
func (p *pen) picture(embedded, linked string) {
	if rel, ok := p.relations[cmp.Or(embedded, linked)]; ok && !p.silent() && !p.face.isHidden() {
		p.run.Picture, p.run.Alt, p.run.Width = rel.Target, p.alt, p.width
		p.flush()
	}
}

// widest bounds the width of a picture: no page is two metres wide.
const widest = 2 * 56_693

// emuWidth is a width in the unit of drawings; zero for what is none.
func emuWidth(s string) Twips {
	const twip = 635
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < twip || n > widest*twip {
		return 0
	}
	return Twips(n / twip)
}

// styleWidth is the width that the style of a shape states in points, inches, centimetres or
// millimetres; zero without one.
func styleWidth(style string) Twips {
	for entry := range strings.SplitSeq(style, ";") {
		value, ok := strings.CutPrefix(strings.TrimSpace(entry), "width:")
		if !ok {
			continue
		}
		for unit, twips := range map[string]float64{"pt": 20, "in": 1440, "cm": 567, "mm": 56.7} {
			number, ok := strings.CutSuffix(value, unit)
			n, err := strconv.ParseFloat(number, 64)
			if ok && err == nil && n*twips >= 1 && n*twips <= widest {
				return Twips(n * twips)
			}
		}
	}
	return 0
}

// box reads a text box, which stands apart from the text around it.
func (p *pen) box(read func(s *story) []Block) {
	s := p.reader.story(p.source, inBox)
	s.section = p.section
	blocks := read(s)
	if p.silent() || p.face.isHidden() {
		Each(blocks, func(b *Paragraph) { p.leave(Hidden, b.Text()) })
		return
	}
	p.cur.Boxes = append(p.cur.Boxes, &Story{Blocks: blocks})
}

// drawn reads the text of a drawing that knows no Word.
func (s *story) drawn(n int32) (list []Block) {
	for c := range s.children(n) {
		if s.nodes[c].name == "p" {
			s.begin(&shape{})
			p := pen{story: s, face: s.face("", &face{})}
			p.write(s.plain(c))
			p.flush()
			s.close(&list, s.shape, s.base, &shape{})
		}
	}
	return list
}

// lines makes paragraphs of a text.
func (s *story) lines(text string) (list []Block) {
	for line := range strings.Lines(text) {
		s.begin(&shape{})
		p := pen{story: s, face: s.face("", &face{})}
		p.write(strings.TrimRight(line, "\r\n"))
		p.flush()
		s.close(&list, s.shape, s.base, &shape{})
	}
	return list
}
