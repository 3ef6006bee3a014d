package archive_test

import (
	"context"
	"errors"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/archive"
	"github.com/vanban-go/vanban/docgen/doc"
)

// TestNoPaper: a paper stands at a path inside of the archive, and is there.
func TestNoPaper(t *testing.T) {
	const paper = "kind: giay-moi\nversion: 1\n"
	for name, open := range map[string]bool{"nguon.yaml": true, "xa/nguon.yaml": true, "": false, "../nguon.yaml": false, "/nguon.yaml": false} {
		_, err := archive.Open([]doc.Attached{{Name: name, Relationship: "Source", Data: []byte(paper)}})
		if open != (err == nil) || !open && !errors.Is(err, archive.ErrNoPaper) {
			t.Errorf("%q: %v", name, err)
		}
	}
	a, err := archive.Open([]doc.Attached{{Name: "nguon.yaml", Relationship: "Source", Data: []byte(paper)}})
	if err != nil {
		t.Fatal(err)
	}
	a.Name = "khac.yaml"
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	if d, err := a.Build(context.Background(), r); err == nil {
		t.Errorf("a paper that is not there: %v", d)
	}
}
