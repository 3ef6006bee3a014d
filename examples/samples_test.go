package examples_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSamples: each sample of Phụ lục III of the decree has an example, told of in
// docs/samples.md.
func TestSamples(t *testing.T) {
	page, err := os.ReadFile("../docs/samples.md")
	if err != nil {
		t.Fatal(err)
	}
	samples := "1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9 1.10 2.1 2.2 3.1 3.2"
	for s := range strings.FieldsSeq(samples) {
		dirs, err := filepath.Glob("mau-" + s + "-*")
		if err != nil {
			t.Fatal(err)
		}
		if len(dirs) != 1 {
			t.Errorf("sample %s has the examples %q, want one", s, dirs)
			continue
		}
		if !strings.Contains(string(page), "\n| "+s+" ") || !strings.Contains(string(page), "`"+dirs[0]+"`") {
			t.Errorf("docs/samples.md does not tell of sample %s in %s", s, dirs[0])
		}
	}
}
