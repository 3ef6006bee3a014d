package docx

import (
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
)

// drawing writes a drawing as a picture: in the line, or at a place when at is given.
func (s *story) drawing(d *flow.Drawing, at *anchor) {
	// The widths of Times New Roman, which those of the embedded family are.
	m, err := font.Embedded()
	var data []byte
	if err == nil {
		data, err = metafileOf(d, m)
	}
	if err != nil {
		s.fail("drawing: %w", err)
		return
	}
	name := s.media.add(data, ".emf")
	if at != nil {
		s.anchoredImage(name, d.Alt, *at)
	} else {
		s.inlineImage(name, d.Alt, d.Width, d.Height)
	}
}
