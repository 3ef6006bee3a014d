package layout

import (
	"errors"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/plan/diag"
)

// Options are the choices of line breaking. The zero value is usual.
type Options struct {
	// LeastSpace is how far a space of a justified line may shrink to take one
	// more word, in hundredths of its width. Zero is 100: not at all.
	LeastSpace int
}

// Pages breaks f into pages. Findings are about things that cannot be laid out as asked (a
// column narrower than its longest word, a frame too small for its text, a
// letter that no face has); an error is a node it does not know.
func Pages(f *doc.Flow, m font.Metrics, o Options) (*Result, diag.List, error) {
	return nil, nil, errors.New("layout: being built")
}
