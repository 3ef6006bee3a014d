package font

import "github.com/vanban-go/vanban/docgen/doc"

// Inside gives the face of what an inline holds, which stands in text of face s
// itself. A footnote's text stands apart from what is around its mark.
func Inside(in doc.Inline, s Style) Style {
	switch in.(type) {
	case *doc.Strong:
		return s | Bold
	case *doc.Emph:
		return s ^ Italic
	case *doc.Upright, *doc.Note:
		return Regular
	}
	return s
}
