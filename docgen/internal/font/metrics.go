// Package font reads TrueType faces: widths, coverage, and subsets to embed.
package font

// Style picks one of the four faces of a family.
type Style uint8

// The four faces.
const (
	Regular Style = iota
	Bold
	Italic
	BoldItalic
	Styles // number of faces
)

// StyleOf gives the face for bold and italic.
func StyleOf(bold, italic bool) Style {
	s := Regular
	if bold {
		s |= Bold
	}
	if italic {
		s |= Italic
	}
	return s
}

// Metrics is what line breaking needs of a family of faces. All figures are in
// 1/2048 of the font size. Implementations are safe for concurrent use.
type Metrics interface {
	// Advance is the width of r, without kerning; ok is false when the face lacks r.
	Advance(s Style, r rune) (width int, ok bool)
	// Width is the width of a text, without kerning; ok is false when the face lacks a letter of it.
	Width(s Style, text string) (width int, ok bool)
	// Ascent and Descent are the heights above and below the baseline, both positive.
	Ascent() int
	Descent() int
}

// Em is the font size in the units of Metrics.
const Em = 2048
