// Package examples_test renders every example, so that what the documentation
// shows is what the library does.
package examples_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/batch"
	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

var update = flag.Bool("update", false, "rewrite the expected texts beside the examples")

// TestExamples loads every paper below this folder, checks that nothing is found
// wrong with it, compares its text with the .txt file beside it, and makes PDF
// and DOCX of it, twice, with the same bytes.
func TestExamples(t *testing.T) {
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	var papers int
	err = filepath.WalkDir(".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(name) != ".yaml" {
			return err
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if _, err := os.Stat(strings.TrimSuffix(name, ".yaml") + ".docx"); err == nil {
			return nil // the data of a Word template, which the documents and scripts fill
		}
		if paper, err := holdsPaper(name, src); !paper || err != nil {
			return err
		}
		papers++
		t.Run(filepath.ToSlash(name), func(t *testing.T) { render(t, r, name) })
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if papers == 0 {
		t.Fatal("no examples found")
	}
}

// holdsPaper reports whether a file is a paper. Seasons, jobs and what else papers are
// made of are tested where they are used.
func holdsPaper(name string, src []byte) (bool, error) {
	kinds := append(award.Kinds(), decree.OfficeKind(), batch.Kind())
	f, found := (&plan.Options{Kinds: kinds}).Parse(name, src)
	if f.Kind.ID == "" {
		return false, fmt.Errorf("%s is of no known kind: %w", name, found.Err())
	}
	return f.Paper() != nil, nil
}

// TestUnknownKind: an example that nobody knows is not passed over.
func TestUnknownKind(t *testing.T) {
	for src, want := range map[string]string{
		"kind: ke-hoach\nversion: 1\n": "paper",
		"kind: season\nversion: 1\n":   "used",
		"kind: job\nversion: 1\n":      "used",
		"kind: ke-hoac\nversion: 1\n":  "unknown",
		"version: 1\n":                 "unknown",
		"kind: [":                      "unknown",
	} {
		got := "used"
		switch paper, err := holdsPaper("a.yaml", []byte(src)); {
		case err != nil:
			got = "unknown"
		case paper:
			got = "paper"
		}
		if got != want {
			t.Errorf("%q is %s, want %s", src, got, want)
		}
	}
}

func render(t *testing.T, r *docgen.Renderer, name string) {
	ctx := context.Background()
	read, _ := plan.Load(os.DirFS(filepath.Dir(name)), filepath.Base(name))
	set, err := season.Resolve(r, read, filepath.Base(name))
	if err != nil {
		t.Fatal(err)
	}
	d, err := r.Build(ctx, set, filepath.Base(name))
	if err != nil {
		t.Fatal(err)
	}
	var text, pdf, again, docx bytes.Buffer
	if _, err := r.Text(ctx, &text, d); err != nil {
		t.Fatal(err)
	}
	golden := strings.TrimSuffix(name, ".yaml") + ".txt"
	if *update {
		if err := os.WriteFile(golden, text.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no %s: run go test ./examples -update and read it", golden)
	} else if err != nil {
		t.Fatal(err)
	} else if !bytes.Equal(want, text.Bytes()) {
		t.Errorf("text differs from %s:\n%s", golden, text.Bytes())
	}
	res, err := r.PDF(ctx, &pdf, d)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range res.Findings {
		// Figures of law that nobody has verified are told wherever they are used, and so is
		// a rule pack whose text nobody has read.
		if d.Rule != "award.unverified" && d.Rule != ruleid.Provisional {
			t.Errorf("%v", d)
		}
	}
	if _, err := r.PDF(ctx, &again, d); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(pdf.Bytes(), again.Bytes()) {
		t.Error("two PDF files of the same document differ")
	}
	if _, err := r.DOCX(ctx, &docx, d); err != nil {
		t.Fatal(err)
	}
	readBack(t, docx.Bytes(), string(want))
}
