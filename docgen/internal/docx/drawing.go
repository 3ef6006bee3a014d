package docx

import (
	"fmt"

	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
)

// drawing writes a drawing as a picture: in the line, or at a place when at is given.
func (s *story) drawing(d *flow.Drawing, at *anchor) {
	// The widths of Times New Roman, which those of the embedded family are.
	m, err := font.Embedded()
	if err != nil {
		return fmt.Errorf("drawing: %w", err)
	}
	data, err := metafileOf(d, m)
	if err != nil {
		return fmt.Errorf("drawing: %w", err)
	}
	name := s.media.add(data, ".emf")
	if at != nil {
		s.anchoredImage(name, d.Alt, *at)
	} else {
		s.inlineImage(name, d.Alt, d.Width, d.Height)
	}
	return nil
}
