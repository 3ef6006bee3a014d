package docx

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/parity"
)

// TestEdited adds a paragraph to a file, as a clerk does, and lets LibreOffice save it:
// letterhead, headings, page numbers and signature have to be where they were.
func TestEdited(t *testing.T) {
	needOffice(t)
	office, err := parity.NewOffice(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	in, out := t.TempDir(), t.TempDir()
	file := filepath.Join(in, "a.docx")
	if err := os.WriteFile(file, withParagraph(t, write(t, longFlow())), 0o666); err != nil {
		t.Fatal(err)
	}
	before := filepath.Join(in, "a.pdf")
	if err := office.Convert("pdf", in, file); err != nil {
		t.Fatal(err)
	}
	if err := office.Convert("docx", out, file); err != nil {
		t.Fatal(err)
	}
	saved := filepath.Join(out, "a.docx")
	if err := office.Convert("pdf", out, saved); err != nil {
		t.Fatal(err)
	}
	a, err := parity.Read(before)
	if err != nil {
		t.Fatal(err)
	}
	b, err := parity.Read(filepath.Join(out, "a.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	r := parity.Compare(a, b)
	if r.Pages[0] != r.Pages[1] || r.SameLines != r.Lines[0] || r.WorstX > 1 || r.WorstY > 1 {
		t.Errorf("saved: pages %d, lines %d of %d, words within %.2f mm, lines within %.2f mm\n%s",
			r.Pages, r.SameLines, r.Lines, r.WorstX, r.WorstY, strings.Join(r.Differences, "\n"))
	}
	text := b[0].String() + b[1].String()
	for _, want := range []string{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Thêm một đoạn.", "0. TIÊU ĐỀ", "\n2\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is gone", want)
		}
	}
	if last := b[len(b)-1].String(); !strings.Contains(last, "CHỦ TỊCH") || !strings.Contains(last, "Bùi Thị Huệ") {
		t.Errorf("no signature on the last page:\n%s", last)
	}
	data, err := os.ReadFile(saved)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range unpack(t, data) {
		if p.Name == mainPart && (!bytes.Contains(p.Content, []byte("w:titlePg")) || bytes.Count(p.Content, []byte("<w:tbl>")) != 2) {
			t.Error("the saved file has lost its first page or its tables")
		}
	}
}

// withParagraph puts a paragraph before the first heading of a file.
func withParagraph(t *testing.T, file []byte) []byte {
	t.Helper()
	parts := unpack(t, file)
	for i := range parts {
		if parts[i].Name == mainPart {
			heading := []byte(`<w:p><w:pPr><w:pStyle w:val="Muc"/>`)
			extra := []byte(`<w:p><w:pPr><w:pStyle w:val="NoiDung"/></w:pPr><w:r><w:t>Thêm một đoạn.</w:t></w:r></w:p>`)
			parts[i].Content = bytes.Replace(parts[i].Content, heading, append(extra, heading...), 1)
			if !bytes.Contains(parts[i].Content, extra) {
				t.Fatal("no heading found")
			}
		}
	}
	return packed(t, parts)
}

// packed is a file of these parts, deflated: LibreOffice reads no stored part whose
// length follows it.
func packed(t *testing.T, parts []part) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p.Name)
		if err == nil {
			_, err = w.Write(p.Content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// needOffice skips a test that has not got its programs; CI must have them.
func needOffice(t *testing.T) {
	t.Helper()
	missing := parity.Missing()
	switch {
	case missing == "":
	case os.Getenv("CI") != "":
		t.Fatalf("not installed: %s", missing)
	default:
		t.Skipf("not installed: %s", missing)
	}
}
