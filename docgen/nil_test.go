package docgen_test

import (
	"bytes"
	"context"
	"io"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/nothing"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// TestNil calls every exported function and method with nil in place of all that can be
// nil, and with zero values: none panics.
func TestNil(t *testing.T) {
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	nothing.Call(t, ".", []any{
		docgen.EmbeddedFonts, docgen.Extract, docgen.FormatOf, docgen.Formats, docgen.Kinds, docgen.LoadFonts, docgen.New,
		docgen.RenderFile,
	}, []any{
		new(docgen.Composer), new(docgen.FontError), new(docgen.Fonts), new(docgen.Renderer), r, context.Background(), io.Discard,
		docgen.Formats()[0], bytes.NewReader([]byte("%PDF-1.7")), "a", plan.NewSet(&plan.File{Name: "a", Value: new(plan.Plan)}),
		plan.NewSet(&plan.File{Name: "a", Value: (*plan.Plan)(nil)}), plan.NewSet(&plan.File{Name: "a", Value: new(plan.Season)}),
		&docgen.Options{Profile: new(decree.Profile)}, &docgen.Options{Fonts: new(docgen.Fonts)}, &docgen.Options{Kinds: []docgen.Kind{{}}},
		new(doc.Document), award.DecisionStage,
	})
}
