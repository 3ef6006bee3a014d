package docx

import (
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/docgen/internal/xmltext"
)

// textLook is how letters look at a place in a paragraph.
type textLook struct {
	base runLook // of the paragraph's style
	now  runLook
}

func (s *story) inlines(list []doc.Inline, l textLook) {
	for _, in := range list {
		s.inline(in, l)
	}
}

func (s *story) inline(in doc.Inline, l textLook) {
	switch in := in.(type) {
	case *doc.Text:
		s.textRun(in.S, l)
	case *doc.Strong:
		l.now.bold = true
		s.inlines(in.Inlines, l)
	case *doc.Emph:
		l.now.italic = !l.now.italic
		s.inlines(in.Inlines, l)
	case *doc.Upright:
		l.now.bold, l.now.italic = false, false
		s.inlines(in.Inlines, l)
	case *doc.Label:
		s.inlines(in.Inlines, l)
	case *doc.LineBreak:
		s.simpleRun(l, "w:br")
	case *doc.Tab:
		s.simpleRun(l, "w:tab")
	case *doc.Blank:
		s.blank(in, l)
	case *doc.Note:
		s.noteMark(in, l)
	case *doc.Link:
		s.hyperlink(in.Inlines, l, "r:id", s.rels.add(relHyperlink, in.URL, true))
	case *doc.Ref:
		switch {
		case in.ID == "":
			s.inlines(in.Inlines, l)
		case in.Number && s.numbers.ids[in.ID]:
			s.field(" REF "+s.marks.name(in.ID)+` \n \h `, l, func() { s.inlines(in.Inlines, l) })
		default:
			s.hyperlink(in.Inlines, l, "w:anchor", s.marks.name(in.ID))
		}
	case *doc.PageNumber:
		s.pageField(l)
	default:
		s.fail("unknown inline %T", in)
	}
}

// openRun starts a run and says how it looks.
func (s *story) openRun(l textLook) {
	s.open("w:r")
	if l.now != l.base {
		s.open("w:rPr")
		l.now.writeTo(&s.xmlText, l.base)
		s.close("w:rPr")
	}
}

func (s *story) simpleRun(l textLook, element string) {
	s.openRun(l)
	s.empty(element)
	s.close("w:r")
}

// textRun writes a run of text. What Word has elements for does not stand in w:t.
func (s *story) textRun(text string, l textLook) {
	if s.unspaced {
		text, s.unspaced = strings.TrimPrefix(text, " "), false
	}
	if text == "" {
		return
	}
	if !isPlain(text) { // what XML cannot hold is none, and is said where it stands
		if err := xmltext.Check(text); err != nil {
			s.fail("%w", err)
		}
		if text = s.loosened(text); text == "" {
			return
		}
	}
	if isPlain(text) {
		s.openRun(l)
		s.letters(text)
		s.close("w:r")
		return
	}
	if l.now.italic && s.mode() >= 15 {
		for text != "" { // LibreOffice makes an italic no-break space wider in this mode
			before, after, found := strings.Cut(text, string(doc.NoBreakSpace))
			s.textIn(before, l)
			if found {
				upright := l
				upright.now.italic = false
				s.textIn(string(doc.NoBreakSpace), upright)
			}
			text = after
		}
		return
	}
	s.textIn(text, l)
}

// isPlain reports whether a text has none of the letters that are anything else than a letter
// in w:t. They have first bytes of their own.
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c == 0xc2 || c == 0xe2 || c >= 0xf0 {
			return false
		}
	}
	return true
}

// textIn writes a run of text as it is, if there is any; the signs of forms are runs of their own.
func (s *story) textIn(text string, l textLook) {
	for text != "" {
		boxes := font.Drawn(first(text))
		end := strings.IndexFunc(text, func(r rune) bool { return font.Drawn(r) != boxes })
		if end < 0 {
			end = len(text)
		}
		l.now.boxes = boxes
		s.openRun(l)
		s.runText(text[:end])
		s.close("w:r")
		text = text[end:]
	}
}

func first(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

func (s *story) runText(text string) {
	for text != "" {
		i := strings.IndexFunc(text, func(r rune) bool { return r == doc.NoBreakHyphen || r == '\u00ad' || r == '\t' || r == '\n' })
		if i < 0 {
			i = len(text)
		}
		if i > 0 {
			s.letters(text[:i])
			text = text[i:]
			continue
		}
		r := first(text)
		s.empty(signs[r])
		text = text[utf8.RuneLen(r):]
	}
}

// signs are the letters for which Word has elements.
var signs = map[rune]string{'\t': "w:tab", '\n': "w:br", '\u00ad': "w:softHyphen", doc.NoBreakHyphen: "w:noBreakHyphen"}

// loosened puts ordinary spaces and hyphens where no line would end behind them, and leaves
// out breaks where no line ends: other readers drop Word's no-break hyphen, and a search
// for "Điều 2" finds no no-break space.
func (s *story) loosened(text string) string {
	var out []byte // text up to done; nil: all as it is
	done := 0
	for i := 0; i < len(text); i++ {
		if c := text[i]; c != 0xc2 && c != 0xe2 { // marks begin with these
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !lines.Marks(r) {
			continue
		}
		s.glued++
		if s.glue.Held(s.node, s.glued-1) {
			continue
		}
		out = append(out, text[done:i]...)
		if drawn := lines.Drawn(r); drawn >= 0 {
			out = utf8.AppendRune(out, drawn)
		}
		done = i + size
	}
	if done == 0 {
		return text
	}
	return string(append(out, text[done:]...))
}

// letters writes w:t; spaces at its ends count only when told so.
func (s *story) letters(text string) {
	if text[0] == ' ' || text[len(text)-1] == ' ' {
		s.element("w:t", text, "xml:space", "preserve")
	} else {
		s.element("w:t", text)
	}
}

// blank writes a place to be filled: no-break spaces, or dots, as wide as asked.
// Each is a quarter of an em in Times New Roman; letter spacing makes up the rest.
func (s *story) blank(b *doc.Blank, l textLook) {
	if b.Value != "" {
		s.textRun(b.Value, l)
	}
	if b.Value != "" || b.Width <= 0 {
		return
	}
	width := b.Width.Twips()
	em := max(l.now.halfPoints, 2) * 10 // twips
	n := max(width*4/em, 1)
	l.now.spacing = (width - n*em/4) / n
	sign := string(doc.NoBreakSpace)
	switch {
	case b.Leader != 0:
		sign = string(b.Leader)
	case s.mode() >= 15:
		l.now.italic = false // as in textRun
	}
	s.openRun(l)
	s.letters(strings.Repeat(sign, n))
	s.close("w:r")
}

// hyperlink writes text that leads somewhere. It looks like the text around it: the
// paper does not show links.
func (s *story) hyperlink(list []doc.Inline, l textLook, attr, target string) {
	s.open("w:hyperlink", attr, target, "w:history", "1")
	s.inlines(list, l)
	s.close("w:hyperlink")
}

// pageField writes the number of the page as a field.
func (s *story) pageField(l textLook) {
	s.field(" PAGE ", l, func() { s.textRun("1", l) })
}

// field writes what Word computes, with what it shows until then.
func (s *story) field(code string, l textLook, shown func()) {
	mark := func(kind string) {
		s.openRun(l)
		s.empty("w:fldChar", "w:fldCharType", kind)
		s.close("w:r")
	}
	mark("begin")
	s.openRun(l)
	s.element("w:instrText", code, "xml:space", "preserve")
	s.close("w:r")
	mark("separate")
	shown()
	mark("end")
}
