package season_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestYearPapers: the five forms of the example's report and the table of the
// office's own awards, as text, and each of them as PDF and DOCX, on how many pages.
func TestYearPapers(t *testing.T) {
	set, found := (&plan.Options{Kinds: award.Kinds()}).Load(os.DirFS("../../examples/bao-cao-tong-ket-2026"), "bao-cao.yaml")
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	r := newRenderer(t)
	ctx := context.Background()
	papers, found, err := made(season.Years(ctx, r, set, "bao-cao.yaml", nil))
	if err != nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	if len(papers) != 12 {
		t.Errorf("%d papers", len(papers))
	}
	// A form of a few columns stands on one page with its signatures.
	pages := map[string]int{
		"bieu-0601-phong-trao": 1, "bieu-0602-khen-thuong-cap-nha-nuoc": 2, "bieu-0603-khen-thuong-cap-bo-tinh": 2,
		"bieu-0604-to-chuc": 1, "bieu-0605-cong-chuc": 1, "bieu-khen-thuong-cua-co-quan": 1,
	}
	for _, p := range papers {
		if p.Data != nil {
			same(t, filepath.Join("testdata", "thong-ke-2026", p.Name+p.Ext), p.Data)
			continue
		}
		for _, part := range p.Doc.Parts {
			if form, ok := part.(*doc.DataTable); ok && form.Alt != "" && (!form.Whole || !form.KeepNext) {
				t.Errorf("%s: the form parts from its signatures", p.Name)
			}
		}
		var text, other bytes.Buffer
		if _, err := r.Text(ctx, &text, p.Doc); err != nil {
			t.Fatal(err)
		}
		same(t, filepath.Join("testdata", "thong-ke-2026", p.Name+".txt"), text.Bytes())
		result, err := r.PDF(ctx, &other, p.Doc)
		if err != nil {
			t.Fatalf("%s: %v", p.Name, err)
		}
		if want := pages[p.Name]; result.Pages != want {
			t.Errorf("%s: %d pages, want %d", p.Name, result.Pages, want)
		}
		if _, err := r.DOCX(ctx, &other, p.Doc); err != nil {
			t.Errorf("%s: %v", p.Name, err)
		}
	}
	for kind, at := range map[string]string{"ke-hoach": "kind", "bao-cao": "type"} {
		general := &plan.General{Header: plan.Header{Kind: kind, Version: 1, Type: "general"}}
		set := plan.NewSet(&plan.File{Name: "a.yaml", Kind: plan.Kind{ID: kind}, Value: general})
		_, _, err := season.Years(ctx, r, set, "a.yaml", nil)
		var refused diag.List
		if !errors.As(err, &refused) || len(refused) != 1 || refused[0].Rule != "award.report" || refused[0].Pos.Path != at {
			t.Errorf("%s has no yearly forms: %v", kind, err)
		}
	}
}
