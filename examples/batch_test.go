package examples_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/batch"
)

// TestBatchExamples does every batch job of the examples and proves what it
// made: no findings, and each file shows its row.
func TestBatchExamples(t *testing.T) {
	r, err := docgen.New(&docgen.Options{SharedFonts: true})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]int{"quyet-dinh.yaml": 1000, "giay-khen.yaml": 1000, "bao-cao.yaml": 41} {
		t.Run(name, func(t *testing.T) {
			j, found := batch.Load(os.DirFS("batch"), name)
			for _, d := range found {
				t.Errorf("%v", d)
			}
			if j == nil {
				t.FailNow()
			}
			res, err := batch.Run(context.Background(), j, t.TempDir(), &batch.Options{
				Renderer: r, Formats: []string{"pdf"}, Verify: true, Merge: "all.pdf",
				Found: func(f batch.Finding) { t.Errorf("%v", f) },
			})
			if err != nil {
				t.Fatal(err)
			}
			if res.Written != want || res.Bad != 0 || res.Unproved != 0 {
				t.Errorf("%+v, want %d written", res, want)
			}
		})
	}
}

// TestBatchWorkbooks makes the workbooks of the batch examples again: the
// generator writes the same bytes.
func TestBatchWorkbooks(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("go", "run", "./batch/generate", dir).CombinedOutput(); err != nil {
		t.Fatalf("generate: %v\n%s", err, out)
	}
	for _, name := range []string{"danh-sach.xlsx", "don-vi.xlsx"} {
		want, err := os.ReadFile(filepath.Join("batch", name))
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("%s differs from what the generator writes", name)
		}
	}
}
