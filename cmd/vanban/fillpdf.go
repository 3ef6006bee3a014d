package main

import (
	"bytes"
	"context"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/draft"
	"github.com/vanban-go/vanban/plan/diag"
)

// pdfOf makes the PDF of a filled template, if it is a paper of the decree.
func pdfOf(ctx context.Context, c *console, template string, filled []byte) ([]byte, diag.List, error) {
	created, err := c.created()
	if err != nil {
		return nil, nil, err
	}
	r, err := docgen.New(&docgen.Options{Created: created})
	if err != nil {
		return nil, nil, err
	}
	paper, d, err := draft.Paper(ctx, r, template, filled)
	if err != nil {
		found, err := findingsOf(err)
		return nil, found, err
	}
	var b bytes.Buffer
	res, err := r.PDF(ctx, &b, paper)
	if err != nil {
		found, err := findingsOf(err)
		return nil, d.Relate(found, false), err
	}
	return b.Bytes(), d.Relate(res.Findings, false), nil
}
