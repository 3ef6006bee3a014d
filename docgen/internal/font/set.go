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
}

var _ Metrics = (*Set)(nil)

// Embedded gives Liberation Serif 2.x, whose widths are those of Times New
// Roman. It is parsed at the first call and shared by all.
func Embedded() (*Set, error) { return embedded() }

var embedded = sync.OnceValues(func() (*Set, error) {
	var s Set
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
		s.faces[style] = f
	}
	return &s, nil
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

// Ascent is the height of the regular face above the baseline, in 1/2048 em.
func (s *Set) Ascent() int { return s.faces[Regular].scale(s.faces[Regular].ascent) }

// Descent is the depth of the regular face below the baseline, in 1/2048 em.
func (s *Set) Descent() int { return s.faces[Regular].scale(s.faces[Regular].descent) }

// String names the style: regular, bold, italic or bold italic.
func (s Style) String() string {
	return [Styles]string{Regular: "regular", Bold: "bold", Italic: "italic", BoldItalic: "bold italic"}[s%Styles]
}
