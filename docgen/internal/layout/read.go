package layout

import (
	"errors"
	"fmt"

	"github.com/vanban-go/vanban/docgen/internal/font"
)

// Letters collects the letters that the text uses of each face, for the subsets that
// draw it; nil for a face that is not used. start begins a face at its first letter. Letters that a face lacks are a
// [*font.MissingGlyphError]; Pages has reported them with their places.
func (r *Result) Letters(start func(font.Style) (*font.Usage, error)) (use [font.Styles]*font.Usage, err error) {
	for _, page := range r.Pages {
		for _, act := range page.Acts {
			text, ok := act.(*Text)
			if !ok || text.S == "" {
				continue
			}
			style := text.Style % font.Styles
			if use[style] == nil {
				if use[style], err = start(style); err != nil {
					return use, err
				}
			}
			use[style].Add(text.S)
		}
	}
	var lacking []error
	for style, u := range use {
		if u != nil && len(u.Missing()) > 0 {
			lacking = append(lacking, &font.MissingGlyphError{Style: font.Style(style), Runes: u.Missing()})
		}
	}
	return use, errors.Join(lacking...)
}

// Target gives the place that a link leads to, or nil when that is a URL. A link that
// leads to both or to a place that there is not is an error.
func (r *Result) Target(a *Anchor) (*Bookmark, error) {
	if a.URL != "" {
		if a.Target != "" {
			return nil, fmt.Errorf("a link leads to both %q and %q", a.URL, a.Target)
		}
		return nil, nil
	}
	for _, b := range r.Outline {
		if b.ID != "" && b.ID == a.Target {
			return b, nil
		}
	}
	return nil, fmt.Errorf("a link leads to %q, which is nowhere", a.Target)
}
