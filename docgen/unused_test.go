package docgen_test

import (
	"context"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/plan"
)

// TestStartingFilesAreUsed: no starting file has a key that its paper prints nowhere.
func TestStartingFilesAreUsed(t *testing.T) {
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	built := 0
	for _, k := range plan.Kinds() {
		text, err := plan.Skeleton(k.ID)
		if err != nil {
			t.Fatal(err)
		}
		f, found := plan.Parse("a.yaml", text)
		if found.HasErrors() {
			continue // it names a file that is not there
		}
		d, err := r.Build(context.Background(), plan.NewSet(f), "a.yaml")
		if err != nil {
			continue
		}
		built++
		for _, d := range d.Findings {
			if d.Rule == "docgen.unused-key" {
				t.Errorf("%s: %v", k.ID, d)
			}
		}
	}
	if built < 25 {
		t.Errorf("only %d were built", built)
	}
}
