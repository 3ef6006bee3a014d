package docgen

import (
	"context"
	"errors"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// Built tells apart what Build returns, for tests: the document, all findings, and
// a failure that is none.
func Built(d *doc.Document, err error) (*doc.Document, diag.List, error) {
	var found diag.List
	switch {
	case errors.As(err, &found):
		return nil, found, nil
	case err != nil:
		return nil, nil, err
	}
	return d, d.Findings, nil
}

// Resolve is that of package season, which tests of this package cannot import.
var Resolve func(r *Renderer, set *plan.Set, name string) (*plan.Set, error)

// Settled builds a paper whose awards are settled first, as those do that do not know
// what it is.
func Settled(r *Renderer, set *plan.Set, name string) (*doc.Document, diag.List, error) {
	set, err := Resolve(r, set, name)
	if err != nil {
		return nil, nil, err
	}
	return Built(r.Build(context.Background(), set, name))
}

// PNGOf is pngOf for tests from outside.
var PNGOf = pngOf
