package record

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Locate returns a function for the places of bytes of the text at path, wherever the
// lines of the file were folded; an escaped character in a quoted text is the last that
// has a place. The text is gone through once, as far as is asked, so that asking for
// every paragraph of a long text takes time in proportion to its length. The function is
// not safe for concurrent use.
func (s *Source) Locate(path string) func(offset int) diag.Pos { return s.locator(path).pos }

// Start returns the place of the first byte of the text at path, as Locate would.
func (s *Source) Start(path string) diag.Pos {
	_, n := s.find(path)
	pos := nodePos(s.name, n, path)
	switch {
	case n.Kind != yaml.ScalarNode:
		return s.Pos(path)
	case s.src == nil:
		return pos
	}
	src, pos := s.textStart(n, pos)
	if r, size := utf8.DecodeRuneInString(n.Value); size > 0 && !unicode.IsSpace(r) && r != pastedBreak {
		_, pos = skipSpace(src, pos)
	}
	pos.Column -= s.mended.shift[pos.Line]
	return pos
}

// locator goes along a text and along its source in the file at once.
type locator struct {
	text string
	src  []byte // what opens with the text; nil: only start is known
	// stops are the states at about every stopEvery bytes of the text, in order,
	// as far as anybody asked; the first is at its start.
	stops []stop
	start [1]stop     // room for most
	whole bool        // the last stop is the end, or where text and source part
	shift map[int]int // see mending
}

// stop is how far text and source were gone through.
type stop struct {
	offset, read int // bytes of text, of src
	pos          diag.Pos
}

// stopEvery is what a single question goes through at most, beside white space.
const stopEvery = 256

func (s *Source) locator(path string) *locator {
	_, n := s.find(path)
	if n.Kind != yaml.ScalarNode {
		return &locator{stops: []stop{{pos: s.Pos(path)}}}
	}
	return s.locatorOf(n, path)
}

// locatorOf is locator for the text of a node, which stands at path.
func (s *Source) locatorOf(n *yaml.Node, path string) *locator {
	l := &locator{}
	l.stops = append(l.start[:0], stop{pos: nodePos(s.name, n, path)})
	if s.src == nil {
		return l
	}
	l.text, l.shift = textOf(n), s.mended.shift
	l.src, l.stops[0].pos = s.textStart(n, l.stops[0].pos)
	return l
}

// walk goes on from at to the letter at or behind offset. False: to the end of
// the text, or to where the source is written otherwise.
func (l *locator) walk(at stop, offset int) (stop, bool) {
	for at.offset < len(l.text) {
		if at.offset >= offset {
			return at, true
		}
		r, size := utf8.DecodeRuneInString(l.text[at.offset:])
		got, width := utf8.DecodeRune(l.src[at.read:])
		switch {
		case unicode.IsSpace(r): // white space of the file is skipped before each letter
		case got == r:
			at.read += width
			at.pos.Column++
		default:
			next := l.skipSpace(at)
			width, letters := written(l.src[next.read:], r)
			if width == 0 {
				next.offset = at.offset
				return next, false
			}
			at = next
			at.read += width
			at.pos.Column += letters
		}
		at.offset += size
	}
	return at, false
}

// written returns how many bytes and characters of src, at its head, are the letter r: one
// character, or a letter and its marks that come one after the other. Zero: it is another.
func written(src []byte, r rune) (bytes, letters int) {
	got, width := utf8.DecodeRune(src)
	if got == r {
		return width, 1
	}
	letters = 1
	for {
		mark, size := utf8.DecodeRune(src[width:])
		if !unicode.Is(unicode.Mn, mark) {
			break
		}
		width += size
		letters++
	}
	if letters == 1 || vi.NFC(string(src[:width])) != string(r) {
		return 0, 0
	}
	return width, letters
}

func (l *locator) skipSpace(at stop) stop {
	rest, pos := skipSpace(l.src[at.read:], at.pos)
	at.read, at.pos = len(l.src)-len(rest), pos
	return at
}

// pos returns the place of a byte of the text.
func (l *locator) pos(offset int) diag.Pos {
	pos := l.parsed(offset)
	pos.Column -= l.shift[pos.Line]
	return pos
}

// parsed is pos in the file as it was parsed.
func (l *locator) parsed(offset int) diag.Pos {
	offset = max(0, min(offset, len(l.text)))
	for !l.whole && l.stops[len(l.stops)-1].offset < offset {
		last := l.stops[len(l.stops)-1]
		at, more := l.walk(last, last.offset+stopEvery)
		l.stops, l.whole = append(l.stops, at), !more
	}
	i := sort.Search(len(l.stops), func(i int) bool { return l.stops[i].offset > offset })
	at := l.stops[max(i-1, 0)]
	at, _ = l.walk(at, offset)
	if at.offset != offset || offset == len(l.text) {
		return at.pos
	}
	if r, _ := utf8.DecodeRuneInString(l.text[offset:]); !unicode.IsSpace(r) {
		at = l.skipSpace(at)
	}
	return at.pos
}
