package docgen

import (
	"errors"

	"github.com/vanban-go/vanban/docgen/doc"
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

// Made is Built for the papers of a season or a year.
func Made[P any](papers []P, warnings diag.List, err error) ([]P, diag.List, error) {
	var found diag.List
	if errors.As(err, &found) {
		return nil, found, nil
	}
	return papers, warnings, err
}

// PNGOf is pngOf for tests from outside.
var PNGOf = pngOf
