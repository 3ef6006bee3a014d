package season_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

var update = flag.Bool("update", false, "rewrite the expected texts")

// TestSeasonPapers makes every paper of the example's season and compares their
// texts with those in testdata/khen-thuong-2026: all papers but the certificates,
// of which there is one of each kind of awardee.
func TestSeasonPapers(t *testing.T) {
	const folder = "../../examples/khen-thuong-2026"
	set, found := plan.Load(os.DirFS(folder), "dot-khen-thuong.yaml")
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	papers, found, err := made(season.Papers(ctx, r, set, "dot-khen-thuong.yaml", "", season.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		if d.Level == diag.Error {
			t.Errorf("%v", d)
		}
	}
	if len(papers) != 8+37 {
		t.Errorf("%d papers, want 8 and 37 certificates", len(papers))
	}
	certificates := 0
	for _, p := range papers {
		if p.Stage == "giay-khen" {
			if certificates++; certificates%12 != 1 {
				continue
			}
		}
		t.Run(p.Name, func(t *testing.T) {
			got, ext := p.Data, p.Ext
			if p.Doc != nil {
				var text, pdf, docx bytes.Buffer
				if _, err := r.Text(ctx, &text, p.Doc); err != nil {
					t.Fatal(err)
				}
				res, err := r.PDF(ctx, &pdf, p.Doc)
				if err != nil {
					t.Fatal(err)
				}
				if _, err := r.DOCX(ctx, &docx, p.Doc); err != nil {
					t.Fatal(err)
				}
				if dir := os.Getenv("VANBAN_KEEP"); dir != "" {
					os.WriteFile(filepath.Join(dir, p.Name+".pdf"), pdf.Bytes(), 0o644)
					os.WriteFile(filepath.Join(dir, p.Name+".docx"), docx.Bytes(), 0o644)
				}
				got, ext = fmt.Appendf(text.Bytes(), "-- %d trang --\n", res.Pages), ".txt"
			}
			golden := filepath.Join("testdata", "khen-thuong-2026", p.Name+ext)
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want, err := os.ReadFile(golden); err != nil {
				t.Error(err)
			} else if !bytes.Equal(want, got) {
				t.Errorf("differs from %s:\n%s", golden, got)
			}
		})
	}
}

// made tells apart what the makers of papers return: papers, all findings, and a failure that is none.
func made[P any](papers []P, warnings diag.List, err error) ([]P, diag.List, error) {
	var found diag.List
	if errors.As(err, &found) {
		return nil, found, nil
	}
	return papers, warnings, err
}

// build settles a paper and builds it: the document, all findings, and a failure that is none.
func build(r *docgen.Renderer, set *plan.Set, name string) (*doc.Document, diag.List, error) {
	set, err := season.Resolve(r, set, name)
	if err != nil {
		return nil, nil, err
	}
	d, err := r.Build(context.Background(), set, name)
	var found diag.List
	switch {
	case errors.As(err, &found):
		return nil, found, nil
	case err != nil:
		return nil, nil, err
	}
	return d, d.Findings, nil
}
