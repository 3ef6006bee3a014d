package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/plan/diag"
)

func TestBelow(t *testing.T) {
	for _, tt := range []struct{ dir, name, want string }{
		{".", "a.yaml", "a.yaml"}, {"nam", "a.yaml", "nam/a.yaml"}, {"nam", "nam/a.yaml", "nam/a.yaml"},
		{"nam", "nam-2026.yaml", "nam/nam-2026.yaml"}, {"nam", "x/a.yaml", "nam/x/a.yaml"}, {"nam/x", "nam/x/a.yaml", "nam/x/a.yaml"},
	} {
		if got, want := below(filepath.FromSlash(tt.dir), filepath.FromSlash(tt.name)), filepath.FromSlash(tt.want); got != want {
			t.Errorf("%s below %s: %s, want %s", tt.name, tt.dir, got, want)
		}
	}
}

// TestSourceRead: a paper is made of the file that was named, and of those that it names itself; of standard input
// there is no file.
func TestSourceRead(t *testing.T) {
	t.Chdir("../../examples/bao-cao-tong-ket-2026")
	src, err := os.ReadFile("bao-cao.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"bao-cao.yaml": "bao-cao.yaml dot-khen-thuong.yaml ke-hoach.yaml",
		filepath.Join("..", "bao-cao-tong-ket-2026", "bao-cao.yaml"): "../bao-cao-tong-ket-2026/bao-cao.yaml " +
			"../bao-cao-tong-ket-2026/dot-khen-thuong.yaml ../bao-cao-tong-ket-2026/ke-hoach.yaml",
		"-": "dot-khen-thuong.yaml ke-hoach.yaml",
	} {
		s, err := openSource(&console{in: bytes.NewReader(src)}, name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.build(t.Context(), r); err != nil {
			t.Fatal(err)
		}
		s.close()
		slices.Sort(s.read)
		if got := filepath.ToSlash(strings.Join(s.read, " ")); got != want {
			t.Errorf("%s is made of %s, want %s", name, got, want)
		}
	}
}

// TestNamed: findings have the names by which the user knows the files.
func TestNamed(t *testing.T) {
	for _, tt := range []struct{ name, base, file, want string }{
		{"nam/a.yaml", "a.yaml", "a.yaml", "nam/a.yaml"},
		{"nam/a.yaml", "a.yaml", "b.yaml", "nam/b.yaml"},
		{"nam/a.yaml", "a.yaml", "nam/a.yaml", "nam/a.yaml"},
		{"nam/a.yaml", "a.yaml", "", ""},
		{"nam/a.yaml", "a.yaml", "mau/a.tmpl", "mau/a.tmpl"}, // of the office's wording, which stands elsewhere
		{"a.yaml", "a.yaml", "b.yaml", "b.yaml"},
		{"-", "-", "-", "-"},
		{"-", "-", "b.yaml", "b.yaml"},
		{"nam/nam/a.yaml", "a.yaml", "nam/nam/a.yaml", "nam/nam/a.yaml"},
	} {
		s := &source{name: filepath.FromSlash(tt.name), base: tt.base, fsys: &overlay{FS: fstest.MapFS{}}}
		list := s.named(diag.List{{Pos: diag.Pos{File: filepath.FromSlash(tt.file)}, Rule: "plan.missing"}})
		if got := filepath.ToSlash(list[0].Pos.File); got != tt.want {
			t.Errorf("%s in %s: %s, want %s", tt.file, tt.name, got, tt.want)
		}
	}
}
