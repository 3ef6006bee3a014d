package font

import (
	"math"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Vietnamese is written in letters that are whole, and so are drawn right. Ê Đê,
// Bahnar, Jrai and others put marks on them that Unicode has no whole letters for,
// as in ê̆, ơ̆, m̂ and C̨̆: the mark is a character of its own behind the letter.
// A Stack says where it goes, by the boxes that the outlines fill: centred on the
// letter, above or below all that stands there. Without a letter it moves nothing.

// stackGap is the least room between a letter and a mark above or below it, in
// 1/2048 em: about what Liberation Serif leaves between E and its circumflex.
const stackGap = 100

// Classes of marks in the Unicode Character Database: where they go.
const (
	attachedBelow = 202 // cedilla, ogonek
	below         = 220
	above         = 230
)

// IsMark reports whether r is a mark that a Stack finds a place for.
func IsMark(r rune) bool { return r >= 0x300 && r <= 0x36f }

// Stack is a letter and the marks put on it so far. Its figures are in 1/2048 em.
type Stack struct {
	face   *Face
	drawn  bool // the letter has ink
	center int  // of its ink, from where the next letter begins
	height int  // at which its center is measured: slanted letters lean
	top    int
	bottom int
}

// Stack starts with a letter.
func (f *Face) Stack(letter rune) Stack {
	s := Stack{face: f}
	whole, ok := f.inkOf(letter)
	if !ok {
		return s
	}
	// The horn of ơ and ư counts neither for its middle nor for its top.
	plain, top := whole, whole[3]
	d := norm.NFD.PropertiesString(string(letter)).Decomposition()
	if r, n := utf8.DecodeRune(d); n > 0 {
		if ink, ok := f.inkOf(r); ok {
			plain = ink
			if !holds(d[n:], above) {
				top = ink[3]
			}
		}
	}
	advance, _ := f.Advance(letter)
	s.drawn, s.center, s.height = true, (plain[0]+plain[2])/2-advance, (plain[1]+plain[3])/2
	s.top, s.bottom = top, whole[1]
	return s
}

// holds reports whether marks hold one of a class.
func holds(marks []byte, class uint8) bool {
	for len(marks) > 0 {
		r, n := utf8.DecodeRune(marks)
		if classOf(r) == class {
			return true
		}
		marks = marks[n:]
	}
	return false
}

func classOf(mark rune) uint8 { return norm.NFD.PropertiesString(string(mark)).CCC() }

// Add puts a mark on the letter: dx and dy are how far it moves to the right and
// up from where it would be drawn behind the letter.
func (s *Stack) Add(mark rune) (dx, dy int) {
	if !s.drawn {
		return 0, 0
	}
	ink, ok := s.face.inkOf(mark)
	if !ok {
		return 0, 0
	}
	switch class := classOf(mark); class {
	case above:
		dy = max(0, s.top+stackGap-ink[1])
		s.top = ink[3] + dy
	case below:
		dy = min(0, s.bottom-stackGap-ink[3])
		s.bottom = ink[1] + dy
	case attachedBelow:
		if s.bottom < -stackGap { // a letter that reaches below the line
			dy = s.bottom
		}
		s.bottom = min(s.bottom, ink[1]+dy)
	default: // horns and strokes are drawn where they belong
		return 0, 0
	}
	lean := -math.Tan(s.face.italic * math.Pi / 180)
	return s.center - (ink[0]+ink[2])/2 + int(math.Round(lean*float64((ink[1]+ink[3])/2+dy-s.height))), dy
}

// inkOf gives the box that a letter fills, in 1/2048 em: left, bottom, right, top.
func (f *Face) inkOf(r rune) (box [4]int, ok bool) {
	slot := f.slot(r)
	if slot == 0 {
		return box, false
	}
	outline, err := f.outline(int(f.letters[slot].glyph))
	if err != nil || len(outline) == 0 {
		return box, false
	}
	for i := range box {
		box[i] = f.scale(int(i16(outline, 2+2*i)))
	}
	return box, true
}
