package docgen_test

import (
	"flag"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/season"
)

var _ = flag.Bool("update", false, "rewrite the expected texts")

func init() { docgen.Resolve = season.Resolve }

func newRenderer(t *testing.T) *docgen.Renderer {
	t.Helper()
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
