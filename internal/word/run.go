package word

import (
	"strings"
)

// inline reads what may stand in a paragraph.
func (s *story) inline(n int32) {
	e := &s.nodes[n]
	switch e.space {
	case word:
	case math:
		s.formula(n)
		return
	default:
		return
	}
	switch e.name {
	case "r":
		s.run(n)
	case "dir", "bdo", "p": // a paragraph in a text that stands where none is thought of
		s.inlines(n)
	case "fldSimple":
		instr, _ := s.attr(n, "instr")
		s.namesOutside(instr)
		before := s.link
		if to := addressIn(instr); to != "" {
			s.link = to
		}
		s.inlines(n)
		s.link = before
	case "bookmarkStart", "bookmarkEnd":
		s.bookmark(n)
	case "hyperlink":
		before := s.link
		if rel, ok := s.relations[s.source.link(n, "id")]; ok {
			s.link = rel.Target
		}
		if anchor, ok := s.attr(n, "anchor"); ok && s.link == before {
			s.link = "#" + anchor
		}
		s.inlines(n)
		s.link = before
	case "subDoc":
		s.leave(Unread, "văn bản con: "+s.relations[s.source.link(n, "id")].Target)
	default:
		s.through(n, s.inlines)
	}
}

func (s *story) inlines(n int32) {
	for c := range s.children(n) {
		s.inline(c)
	}
}

// pen writes one run.
type pen struct {
	*story
	face   face
	run    Run
	alt    string // of the drawing that is being read
	width  Twips  // of it
	single string // the text while it is one piece
	text   []byte
}

func (s *story) run(n int32) {
	p := pen{story: s}
	own := s.readFace(s.child(n, "rPr"), &s.styles.theme)
	p.face = s.face(own.style, &own)
	p.run = Run{Link: s.link, Waits: s.waits}
	for c := range s.children(n) {
		p.piece(c)
	}
	p.flush()
}

// write adds text as it is printed.
func (p *pen) write(text string) {
	switch {
	case text == "" || p.silent():
	case p.face.isHidden():
		p.leave(Hidden, text)
	case p.single == "":
		p.single = text
	default:
		if p.text == nil {
			p.text = append(p.text, p.single...)
		}
		p.text = append(p.text, text...)
	}
	if k := len(p.story.fields); k > 0 && text != "" {
		p.story.fields[k-1].printed = true
	}
}

// flush puts what was written among the runs of the paragraph.
func (p *pen) flush() {
	p.run.Text = p.single
	if p.text != nil {
		p.run.Text = string(p.text)
	}
	if p.run.Text == "" && p.run.Picture == "" && p.run.Ruby == "" {
		return
	}
	if !p.referred() {
		p.run.Text = signs(p.face.letters(), p.run.Text)
		p.run.Face = p.face.public()
		p.cur.Runs = append(p.cur.Runs, p.run)
		p.story.fonts = append(p.story.fonts, p.face.letters())
	}
	p.run.Note, p.run.Picture, p.run.Alt, p.run.Ruby, p.single, p.text = nil, "", "", "", "", nil
}

// piece reads what stands in a run.
func (p *pen) piece(n int32) {
	e := &p.nodes[n]
	if e.space != word {
		if e.space == math {
			p.flush()
			p.formula(n)
		}
		return
	}
	switch e.name {
	case "t":
		p.write(p.source.text(n))
	case "delText":
		p.leave(Deleted, p.source.text(n))
	case "tab":
		p.write("\t")
	case "ptab":
		p.write("\t")
	case "br":
		switch kind, _ := p.attr(n, "type"); kind {
		case "page":
			p.write("\f")
		case "column":
			p.write("\v")
		default:
			p.write("\n")
		}
	case "cr":
		p.write("\n")
	case "noBreakHyphen":
		p.write("\u2011")
	case "softHyphen":
		p.write(softHyphen)
	case "sym":
		p.write(p.symbol(n))
	case "fldChar":
		p.fieldChar(n)
	case "instrText":
		p.instruct(p.source.text(n))
	case "footnoteReference", "endnoteReference":
		p.reference(n, e.name == "endnoteReference")
	case "footnoteRef", "endnoteRef":
		if p.note != nil {
			p.write(p.note.Label)
		}
	case "commentReference":
		p.comment(n)
	case "ruby":
		p.ruby(n)
	case "drawing", "pict", "object":
		p.flush()
		p.graphic(n)
	case "r", "ins", "sdt", "smartTag":
		p.flush()
		p.inline(n)
	case "del", "moveFrom":
		p.discard(n, Deleted)
	}
}

// symbol reads a w:sym.
func (p *pen) symbol(n int32) string {
	font, _ := p.attr(n, "font")
	code, _ := p.attr(n, "char")
	r, ok := reference("#x" + code)
	if !ok {
		return ""
	}
	if r < 0x100 && pictorialFont(font) != -1 {
		r += 0xf000
	}
	return string(sign(font, r))
}

// ruby reads a text with small letters above it.
func (p *pen) ruby(n int32) {
	p.flush()
	base, above := p.child(n, "rubyBase"), p.child(n, "rt")
	before := len(p.cur.Runs)
	if base != 0 {
		p.inlines(base)
	}
	if after := p.cur.Runs[before:]; above != 0 && len(after) > 0 {
		after[len(after)-1].Ruby = p.plain(above)
	} else if above != 0 {
		p.run.Ruby = p.plain(above)
		p.flush()
	}
}

// discard leaves the words below an element out.
func (s *story) discard(n int32, why Why) {
	if text := s.plain(n); text != "" {
		s.leave(why, text)
	}
}

// plain gives the words below an element, a blank between paragraphs.
func (s *story) plain(n int32) string {
	var b strings.Builder
	s.addPlain(&b, n)
	return strings.TrimSpace(b.String())
}

func (s *story) addPlain(b *strings.Builder, n int32) {
	for c := range s.children(n) {
		switch name := s.nodes[c].name; name {
		case "t", "delText":
			b.WriteString(s.source.text(c))
		case "tab", "br", "cr":
			b.WriteByte(' ')
		case "sym":
			p := pen{story: s}
			b.WriteString(p.symbol(c))
		case "pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr":
		default:
			if name == "p" && b.Len() > 0 {
				b.WriteByte(' ')
			}
			s.addPlain(b, c)
		}
	}
}
