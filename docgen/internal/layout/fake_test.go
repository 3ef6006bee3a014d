package layout

import "github.com/vanban-go/vanban/docgen/internal/font"

// halfEm is a made-up face: every letter is half an em wide, ascent and
// descent are 0.9 and 0.2 of the size. It lacks what lies beyond the basic plane.
type halfEm struct{}

func (halfEm) Advance(_ font.Style, r rune) (int, bool) {
	return font.Em / 2, r >= ' ' && r < 0x10000
}
func (m halfEm) Width(s font.Style, text string) (width int, ok bool) {
	for _, r := range text {
		w, ok := m.Advance(s, r)
		if !ok {
			return 0, false
		}
		width += w
	}
	return width, true
}

func (halfEm) Ascent() int  { return font.Em * 9 / 10 }
func (halfEm) Descent() int { return font.Em * 2 / 10 }
