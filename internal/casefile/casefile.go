// Package casefile is for tests alone: it holds what the stages of a case give against
// its case file, a txtar archive with the input and the stages side by side.
//
//	casefile.Each(t, *update, func(t *testing.T, in *txtar.Archive) []txtar.File {
//		return []txtar.File{in.Files[0], {Name: "text", Data: textOf(in.Files[0].Data)}}
//	})
package casefile

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// Each runs a subtest for each testdata/*.txtar. f gives the files that the archive should
// have: the input as it is, and what comes of it. With update the archive is rewritten.
func Each(t *testing.T, update bool, f func(t *testing.T, in *txtar.Archive) []txtar.File) {
	t.Helper()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			in, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			Hold(t, update, name, &txtar.Archive{Comment: in.Comment, Files: f(t, in)})
		})
	}
}

// Hold fails the test where an archive differs from the case file of that name. With
// update it rewrites the file.
func Hold(t *testing.T, update bool, name string, got *txtar.Archive) {
	t.Helper()
	text := txtar.Format(got)
	if update {
		if err := os.WriteFile(name, text, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	want = bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n")) // a checkout on Windows
	if !bytes.Equal(text, want) {
		t.Errorf("%s differs; run with -update and read the difference. First:\n%s", name, firstDifference(string(text), string(want)))
	}
}

// firstDifference shows the first line that is not the same.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		if lineAt(g, i) != lineAt(w, i) {
			return "got  " + lineAt(g, i) + "\nwant " + lineAt(w, i)
		}
	}
	return "none by lines"
}

func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(end)"
}
