package parity_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/parity"
)

// numbering is a renderer whose Word files number divisions themselves.
func numbering(t *testing.T) *docgen.Renderer {
	t.Helper()
	profile, found := decree.NewProfile(&decree.Office{Numbering: "auto"})
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	r, err := docgen.New(&docgen.Options{Profile: profile})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// saved puts the Word file of a document into a folder.
func saved(t *testing.T, r *docgen.Renderer, d *doc.Document, dir string) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := r.DOCX(t.Context(), &b, d); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "paper.docx")
	if err := os.WriteFile(name, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return name
}

// compared holds the PDF of a document against what LibreOffice makes of its Word file.
func compared(t *testing.T, office *parity.Office, r *docgen.Renderer, d *doc.Document, dir string) *parity.Report {
	t.Helper()
	file := saved(t, r, d, dir)
	var own bytes.Buffer
	if _, err := r.PDF(t.Context(), &own, d); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "paper.own.pdf"), own.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := office.Convert("pdf", dir, file); err != nil {
		t.Fatal(err)
	}
	return reportOf(t, filepath.Join(dir, "paper"))
}

// exampleOf gives an example by its name.
func exampleOf(t *testing.T, r *docgen.Renderer, name string) *doc.Document {
	t.Helper()
	for _, p := range examples(t, r) {
		if p.name == name {
			return p.document
		}
	}
	t.Fatalf("no example %s", name)
	return nil
}

// TestNumbering: the numbers that LibreOffice makes are those that the PDF shows, on the
// same lines, wherever it breaks lines as the PDF does.
func TestNumbering(t *testing.T) {
	office, r := needOffice(t), numbering(t)
	dir := t.TempDir()
	for _, name := range []string{"mau-1.1-nghi-quyet/nghi-quyet", "mau-1.3-quyet-dinh-ban-hanh/quyet-dinh", "ke-hoach-cam-ngoc/ke-hoach",
		"mau-2.1-phu-luc/bao-cao"} {
		if got := compared(t, office, r, exampleOf(t, r, name), dir); !got.SameWords || got.SameLines != got.Lines[0] ||
			got.SameLines != got.Lines[1] {
			t.Errorf("%s: lines %d of %d\n\t%s", name, got.SameLines, got.Lines, strings.Join(got.Differences, "\n\t"))
		}
	}
}

// TestRenumbering: an article that is put in and one that is taken out change the numbers of
// those behind it, and all that refers to them.
func TestRenumbering(t *testing.T) {
	office, r := needOffice(t), numbering(t)
	dir := t.TempDir()
	file := saved(t, r, exampleOf(t, r, "mau-1.3-quyet-dinh-ban-hanh/quyet-dinh"), dir)
	edited := filepath.Join(dir, "edited.docx")
	err := office.Edit(file, edited, `
Add(d, Found(d, "Ban hành kèm theo"), "Điều", "Một điều mới.")
Add(d, Found(d, "Phạm vi điều chỉnh"), "Điều", "Điều chen vào")
Remove(d, "Trách nhiệm thi hành")`)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := parity.Read(filepath.Join(dir, "edited.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, p := range pages {
		all.WriteString(p.String())
	}
	text := strings.Join(strings.Fields(all.String()), " ")
	for _, want := range []string{
		"Điều 1. Ban hành", "Điều 2. Một điều mới.", "Điều 3. Quyết định này có hiệu lực", "Điều 4. Chánh Văn phòng", "Như Điều 4;",
		"Điều 1. Phạm vi", "Điều 2. Điều chen vào", "Điều 3. Nguyên tắc", "Điều 4. Hình thức tiếp nhận",
		"tại điểm d khoản 1 Điều 4 đến", "theo Điều 4, Trung tâm",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "Trách nhiệm thi hành") {
		t.Error("an article was not taken out")
	}
}
