package house

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestWidth: no line of Go that is no test is wider than CONTRIBUTING.md allows, a tab as four.
func TestWidth(t *testing.T) {
	const widest = 140
	err := fs.WalkDir(os.DirFS(root(t)), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata"):
			return fs.SkipDir
		case filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		source, err := os.ReadFile(filepath.Join(root(t), name))
		if err != nil {
			return err
		}
		n := 0
		for line := range strings.Lines(string(source)) {
			n++
			line = strings.ReplaceAll(strings.TrimRight(line, "\n"), "\t", "    ")
			if width := utf8.RuneCountInString(line); width > widest {
				t.Errorf("%s:%d: %d columns", name, n, width)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
