package word

import "strings"

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
		case e.space == vml && e.name == "shape":
			p.alt, _ = p.attr(c, "alt")
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
	id := embedded
	if id == "" {
		id = linked
	}
	if rel, ok := p.relations[id]; ok && !p.silent() && !p.face.isHidden() {
		p.run.Picture, p.run.Alt = rel.Target, p.alt
		p.flush()
	}
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
	p.cur.Boxes = append(p.cur.Boxes, &Story{Part: p.source.name, Blocks: blocks})
}

// drawn reads the text of a drawing that knows no Word.
func (s *story) drawn(n int32) (list []Block) {
	for c := range s.children(n) {
		if s.nodes[c].name == "p" {
			s.begin(&shape{})
			p := pen{story: s, face: s.face("", &face{}), run: Run{Start: int(s.nodes[c].start), End: int(s.nodes[c].end)}}
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
