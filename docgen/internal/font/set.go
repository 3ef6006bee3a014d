package font

import (
	"fmt"
	"sync"

	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
)

// Set is a family of four parsed faces, prepared once and safe for concurrent use.
type Set struct {
	faces [Styles]*Face
	drawn [quickLetters / 64]uint64 // a bit for each of the first letters: all faces have it
}

// quickLetters are those of which Covers and a shared subset need not ask the faces: all that Vietnamese is written with.
const quickLetters = 0x2100

// newSet puts four faces together.
func newSet(faces [Styles]*Face) *Set {
	s := &Set{faces: faces}
	for r := range rune(quickLetters) {
		if s.inAll(r) {
			s.drawn[r/64] |= 1 << (r % 64)
		}
	}
	return s
}

var _ Metrics = (*Set)(nil)

// Embedded gives Liberation Serif 2.x, whose widths are those of Times New
// Roman. It is parsed at the first call and shared by all.
func Embedded() (*Set, error) { return embedded() }

var embedded = sync.OnceValues(func() (*Set, error) {
	var faces [Styles]*Face
	for style, data := range [Styles][]byte{
		Regular:    liberationserifregular.TTF,
		Bold:       liberationserifbold.TTF,
		Italic:     liberationserifitalic.TTF,
		BoldItalic: liberationserifbolditalic.TTF,
	} {
		f, err := Parse(data)
		if err != nil {
			return nil, fmt.Errorf("embedded %s face: %w", Style(style), err)
		}
		faces[style] = f
	}
	return newSet(faces), nil
})

// Face gives one of the four faces.
func (s *Set) Face(style Style) *Face { return s.faces[style%Styles] }

// Family is the name of the family, such as "Liberation Serif".
func (s *Set) Family() string { return s.faces[Regular].names.family }

// Version is what the regular face says about its version, such as "Version 2.1.0".
func (s *Set) Version() string { return s.faces[Regular].names.version }

// Advance is the width of r in 1/2048 em, without kerning; ok is false when
// the face lacks r. U+00A0 and U+2011 are as wide as space and hyphen.
func (s *Set) Advance(style Style, r rune) (width int, ok bool) {
	return s.faces[style%Styles].Advance(r)
}

// Width is the width of a text in 1/2048 em, without kerning; ok is false when the face lacks
// a letter of it.
func (s *Set) Width(style Style, text string) (width int, ok bool) {
	return s.faces[style%Styles].Width(text)
}

// Covers reports whether all faces have r.
func (s *Set) Covers(r rune) bool {
	if uint32(r) < quickLetters {
		return s.drawn[r/64]&(1<<(r%64)) != 0
	}
	return s.inAll(r)
}

func (s *Set) inAll(r rune) bool {
	for _, f := range s.faces {
		if f.slot(r) == 0 {
			return false
		}
	}
	return true
}

// Ascent is the height of the regular face above the baseline, in 1/2048 em.
func (s *Set) Ascent() int { return s.faces[Regular].scale(s.faces[Regular].ascent) }

// Descent is the depth of the regular face below the baseline, in 1/2048 em.
func (s *Set) Descent() int { return s.faces[Regular].scale(s.faces[Regular].descent) }

// String names the style: regular, bold, italic or bold italic.
func (s Style) String() string {
	return [Styles]string{Regular: "regular", Bold: "bold", Italic: "italic", BoldItalic: "bold italic"}[s%Styles]
}
