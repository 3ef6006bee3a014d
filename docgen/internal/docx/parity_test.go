package docx

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/docgen/internal/parity"
	"github.com/vanban-go/vanban/docgen/internal/pdf"
)

// TestParity holds the PDF of flows against the one that LibreOffice makes of
// their DOCX: the same pages, lines, places. Word itself is not asked.
func TestParity(t *testing.T) {
	needOffice(t)
	office, err := parity.NewOffice(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var files []string
	for _, tt := range parityFlows {
		name := filepath.Join(dir, strings.ReplaceAll(tt.name, " ", "-"))
		if err := os.WriteFile(name+".docx", write(t, tt.flow(t)), 0o666); err != nil {
			t.Fatal(err)
		}
		files = append(files, name+".docx")
		ownPDF(t, name+".own.pdf", tt.flow(t))
	}
	if err := office.Convert("pdf", dir, files...); err != nil {
		t.Fatal(err)
	}
	for _, tt := range parityFlows {
		t.Run(tt.name, func(t *testing.T) {
			own, err := parity.Read(filepath.Join(dir, strings.ReplaceAll(tt.name, " ", "-")+".own.pdf"))
			if err != nil {
				t.Fatal(err)
			}
			theirs, err := parity.Read(filepath.Join(dir, strings.ReplaceAll(tt.name, " ", "-")+".pdf"))
			if err != nil {
				t.Fatal(err)
			}
			r := parity.Compare(own, theirs)
			t.Logf("pages %d, lines %d of %d the same, words within %.2f mm, lines within %.2f mm", r.Pages, r.SameLines, r.Lines,
				r.WorstX, r.WorstY)
			if r.Pages[0] != r.Pages[1] || !r.SameWords && tt.apart == 0 || r.SameLines != r.Lines[0]-tt.apart ||
				r.Lines[0] != r.Lines[1] || r.Sizes > 0 || r.WorstX > 1 || r.WorstY > 0.4 && tt.apart == 0 {
				for _, d := range r.Differences {
					t.Error(d)
				}
				t.Fail()
			}
		})
	}
}

// ownPDF writes the library's PDF of a flow.
func ownPDF(t *testing.T, name string, f *flow.Flow) {
	t.Helper()
	fonts, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	pages, found, err := layout.Pages(t.Context(), f, fonts)
	if err != nil {
		t.Fatal(err)
	}
	if found.HasErrors() {
		t.Fatal(found)
	}
	w, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := pdf.Write(w, pages, fonts, pdf.Options{Meta: f.Meta}); err != nil {
		t.Fatal(err)
	}
}
