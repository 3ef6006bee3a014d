package lines

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
)

// Units are widths of letters times their size: EMU times [font.Em]. Sums are whole
// numbers and so exact; each place on the paper is rounded once.
type Units int64

// UnitsOf is a length in units.
func UnitsOf(l doc.Length) Units { return Units(l) * font.Em }

// Length rounds to the nearest EMU.
func (u Units) Length() doc.Length {
	if u < 0 {
		return -(-u).Length()
	}
	return doc.Length((u + font.Em/2) / font.Em)
}

// Length is how long a width is in letters of a size.
func Length(width int, size doc.Length) doc.Length { return (Units(width) * Units(size)).Length() }

// Room is the width that a length has room for in letters of a size.
func Room(l, size doc.Length) int {
	if size <= 0 {
		return 0
	}
	return int(l * font.Em / size)
}

// Advance is the width of a letter as it is drawn; ok is false when the face lacks it.
func Advance(m font.Metrics, style font.Style, r rune) (width int, ok bool) {
	if r == Break {
		return 0, true
	}
	return m.Advance(style, Drawn(r))
}

// Width is the width of a text on one line. A letter that the face lacks counts as an em.
func Width(m font.Metrics, style font.Style, s string) int {
	if strings.Contains(s, string(Break)) { // a face may have it, and draw something
		return letterByLetter(m, style, s)
	}
	return letters(m, style, s)
}

// letters is the width of a text without a Break.
func letters(m font.Metrics, style font.Style, s string) int {
	if w, ok := m.Width(style, s); ok {
		return w
	}
	return letterByLetter(m, style, s)
}

func letterByLetter(m font.Metrics, style font.Style, s string) int {
	sum := 0
	for _, r := range s {
		sum += certain(m, style, r)
	}
	return sum
}

// endsWord has the bytes that are no letter's first: a no-break space begins with C2; dashes, a
// no-break hyphen and a Break with E2.
var endsWord = [256]bool{' ': true, '-': true, 0xC2: true, 0xE2: true}

// Letters is how many bytes at the head of a text are letters of a word: no line may end behind
// any of them. A word without end is taken piece by piece.
func Letters(s string) int {
	const most = 64 // few words are longer
	n := min(len(s), most)
	for i := range n {
		if endsWord[s[i]] {
			return i
		}
	}
	for n > 0 && n < len(s) && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

func certain(m font.Metrics, style font.Style, r rune) int {
	w, ok := Advance(m, style, r)
	if !ok {
		return font.Em
	}
	return w
}

// NoteMark is the size of a footnote's mark in hundredths of the size of the text: what
// LibreOffice does with a superscript.
const NoteMark = 58

// Word is a piece of text that no line breaks, with the white space behind it.
type Word struct {
	Width, Space int
	Ends         bool // the line ends behind it
}

// Words appends the words of inlines in letters of a size to words. A tab and a page
// number have no width here.
func Words(words []Word, m font.Metrics, inlines []doc.Inline, style font.Style, size doc.Length) []Word {
	s := splitter{m: m, words: words, size: size}
	s.inlines(inlines, style)
	s.flush(false)
	return s.words
}

type splitter struct {
	m     font.Metrics
	words []Word
	size  doc.Length
	at    Word
	open  bool // at holds something
}

func (s *splitter) flush(ends bool) {
	if s.open || ends {
		s.at.Ends = ends
		s.words = append(s.words, s.at)
	}
	s.at, s.open = Word{}, false
}

// inlines measures inlines in text of a face.
func (s *splitter) inlines(inlines []doc.Inline, around font.Style) {
	var room [8]font.Style
	open := append(room[:0], around) // faces of what the nodes around hold
	for _, in := range inlines {
		if t, ok := in.(*doc.Text); ok && t != nil { // most are nothing else
			s.text(t.S, around)
			continue
		}
		_ = doc.Inspect(in, func(n any) bool { // inlines of other packages are refused before
			style := open[len(open)-1]
			switch n := n.(type) {
			case nil:
				open = open[:len(open)-1]
				return false
			case *doc.Text:
				s.text(n.S, style)
			case *doc.LineBreak:
				s.flush(true)
			case *doc.Blank:
				if n.Value != "" {
					s.text(n.Value, style)
				} else {
					s.at.Width += Room(n.Width, s.size)
					s.open = true
				}
			case *doc.Note:
				s.at.Width += Width(s.m, style&^font.Italic, strconv.Itoa(n.Number)) * NoteMark / 100
				s.open = true
			case doc.Inline:
				open = append(open, font.Inside(n, style))
				return true
			}
			return false
		})
	}
}

func (s *splitter) text(text string, style font.Style) {
	for text != "" {
		n := Letters(text)
		ends, width := false, letters
		if n == 0 {
			width = Width
			var r rune
			r, n = utf8.DecodeRuneInString(text)
			if r == ' ' {
				s.at.Space += certain(s.m, style, r)
				s.open, text = true, text[n:]
				continue
			}
			ends = Ends(r)
		}
		if s.at.Space > 0 {
			s.flush(false)
		}
		s.at.Width += width(s.m, style, text[:n])
		s.open, text = true, text[n:]
		if ends {
			s.flush(false)
		}
	}
}
