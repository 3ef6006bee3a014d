package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
)

// TestExtractNames: a PDF of someone else may name its files as it likes; none is written
// outside of the folder, nor into one below it.
func TestExtractNames(t *testing.T) {
	r, err := docgen.New(&docgen.Options{Flavour: docgen.A3A})
	if err != nil {
		t.Fatal(err)
	}
	var pdf bytes.Buffer
	d := &doc.Document{
		Kind: "thong-bao", Parts: []doc.Part{&doc.Prose{Inlines: doc.T("Nội dung.")}},
		Attached: []doc.Attached{{Name: "abcdef.txt", MIME: "text/plain", Relationship: "Data", Data: []byte("x")}},
	}
	if _, err := r.PDF(context.Background(), &pdf, d); err != nil {
		t.Fatal(err)
	}
	for name, ok := range map[string]bool{"abcdef.txt": true, "../def.txt": false, "/bcdef.txt": false, "abc/ef.txt": false} {
		dir := t.TempDir()
		file := filepath.Join(dir, "a.pdf")
		if err := os.WriteFile(file, bytes.ReplaceAll(pdf.Bytes(), []byte("(abcdef.txt)"), []byte("("+name+")")), 0o644); err != nil {
			t.Fatal(err)
		}
		err := extract(&console{out: io.Discard, err: io.Discard}, file, filepath.Join(dir, "out"))
		if ok != (err == nil) || !ok && !strings.Contains(err.Error(), "tên không dùng được") {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(filepath.Join(dir, "out")); !ok && err == nil {
			t.Errorf("%s: a folder was made", name)
		}
	}
}
