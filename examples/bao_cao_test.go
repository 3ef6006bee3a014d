package examples_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestReportSources keeps the files that the report is computed from the same as
// those of the season's own example: a file may only name files of its folder.
func TestReportSources(t *testing.T) {
	for _, name := range []string{"dot-khen-thuong.yaml", "ke-hoach.yaml", "ke-hoach.txt"} {
		want, err := os.ReadFile(filepath.Join("khen-thuong-2026", name))
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("bao-cao-tong-ket-2026", name)
		if *update {
			if err := os.WriteFile(path, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not that of khen-thuong-2026 (%v): run go test ./examples -update", path, err)
		}
	}
}
