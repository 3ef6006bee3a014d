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
	"github.com/vanban-go/vanban/docgen/archive"
	"github.com/vanban-go/vanban/docgen/doc"
)

// TestExtractNames: a PDF of someone else may name its files as it likes; none is written
// outside of the folder.
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
	for name, want := range map[string]string{"abcdef.txt": "abcdef.txt", "../def.txt": "def.txt", "/bcdef.txt": "bcdef.txt",
		"abc/ef.txt": "abc/ef.txt"} {
		dir := t.TempDir()
		file := filepath.Join(dir, "a.pdf")
		if err := os.WriteFile(file, bytes.ReplaceAll(pdf.Bytes(), []byte("(abcdef.txt)"), []byte("("+name+")")), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := extract(&console{out: io.Discard, err: io.Discard}, file, filepath.Join(dir, "out")); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(filepath.Join(dir, "out", want)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSafeName(t *testing.T) {
	for name, want := range map[string]string{
		"chữ ký.png":       "chữ ký.png",
		"mau-cau/a.tmpl":   "mau-cau/a.tmpl",
		"../../etc/passwd": "etc/passwd",
		"/etc/passwd":      "etc/passwd",
		"a//b/./c":         "a/b/c",
		`C:\Windows\a.exe`: "C__Windows_a.exe",
		"a\x1b[31m\n.txt":  "a_[31m_.txt",
		"fdp.\u202eexe":    "fdp._exe",
		"NUL.txt":          "_NUL.txt",
		"com1":             "_com1",
		"com0.txt":         "_com0.txt",
		"con1.txt":         "con1.txt",
		"company.txt":      "company.txt",
		"a. .":             "a",
		"..":               "tep",
		"":                 "tep",
		"hóa đơn?.xml":     "hóa đơn_.xml",
		"\xff.txt":         "_.txt",
	} {
		if got := safeName(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}

// TestExtractTwoNames: two files whose names a system takes for one are both written.
func TestExtractTwoNames(t *testing.T) {
	r, err := docgen.New(&docgen.Options{Flavour: docgen.A3A})
	if err != nil {
		t.Fatal(err)
	}
	d := &doc.Document{Kind: "thong-bao", Parts: []doc.Part{&doc.Prose{Inlines: doc.T("Nội dung.")}}}
	for _, name := range []string{"A.txt", "a.txt", "a?.txt", "a*.txt"} {
		d.Attached = append(d.Attached, doc.Attached{Name: name, MIME: "text/plain", Relationship: "Data", Data: []byte(name)})
	}
	var pdf bytes.Buffer
	if _, err := r.PDF(context.Background(), &pdf, d); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "a.pdf")
	if err := os.WriteFile(file, pdf.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := extract(&console{out: io.Discard, err: io.Discard}, file, ""); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"A.txt": "A.txt", "_a.txt": "a.txt", "a_.txt": "a?.txt", "_a_.txt": "a*.txt"} {
		if got, err := os.ReadFile(filepath.Join(dir, "a", name)); err != nil || string(got) != content {
			t.Errorf("%s holds %q, %v", name, got, err)
		}
	}
}

// TestDiffers: how a difference between a file and what its source gives now is said.
func TestDiffers(t *testing.T) {
	for _, tt := range []struct {
		d    archive.Difference
		want string
	}{
		{archive.Difference{Of: "Program"}, "chương trình: tệp không ghi là do vanban soạn"},
		{archive.Difference{Of: "Program", Was: "vanban 1", Now: "vanban 2"}, "chương trình: tệp do vanban 1 soạn, đang dùng vanban 2;"},
		{archive.Difference{Of: "Rules", Was: "a", Now: "b"}, "bộ quy tắc thể thức: trong tệp là a, soạn lại là b"},
		{archive.Difference{Of: "Font", Was: "a", Now: "b"}, "phông chữ: trong tệp là a, soạn lại là b;"},
		{archive.Difference{Of: "Input"}, "tệp nguồn: tệp mang theo không phải tệp đã soạn ra PDF này"},
		{archive.Difference{Of: "Page", Page: 2, Was: "a"}, `trang 2: trong tệp có "a", soạn lại không có`},
		{archive.Difference{Of: "Page", Page: 2, Now: "b"}, `trang 2: trong tệp không có "b" như bản soạn lại`},
		{archive.Difference{Of: "Page", Page: 2, Was: "a", Now: "b"}, `trang 2: trong tệp là "a", soạn lại là "b"`},
		{archive.Difference{Of: "Seal", Was: "a", Now: "b"}, `Seal: trong tệp là "a", soạn lại là "b"`},
		{archive.Difference{Of: "Seal", Now: "b"}, `Seal: trong tệp là "", soạn lại là "b"`},
	} {
		if got := differs(tt.d); !strings.HasPrefix(got, tt.want) {
			t.Errorf("%+v: %s, want %s", tt.d, got, tt.want)
		}
	}
}
