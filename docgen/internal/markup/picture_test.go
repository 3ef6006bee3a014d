package markup

import (
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestPictureWidth: a width behind a picture is its own.
func TestPictureWidth(t *testing.T) {
	for text, want := range map[string]doc.Length{
		"![a](b.png)":         0,
		"![a](b.png){80 mm}":  doc.MM(80),
		"![a](b.png){5mm}":    doc.MM(5),
		"![](b.png){ 160 mm}": doc.MM(160),
	} {
		got := doc.Length(-1)
		_, found := Body(Source{Text: text},
			Options{Picture: func(name, _ string, width doc.Length, _ diag.Pos) (doc.Part, *diag.Diagnostic) {
				if got = width; name != "b.png" {
					t.Errorf("%s: file %q", text, name)
				}
				return &doc.Illustration{Width: width}, nil
			}})
		if got != want || len(found) > 0 {
			t.Errorf("%s: width %v, want %v; %v", text, got, want, found)
		}
	}
}
