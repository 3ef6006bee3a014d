package draft_test

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/internal/casefile"
)

// TestTurns: short drafts that differ in one thing, each with what is read of it below "=>": the YAML but
// for its first lines and what a short draft leaves out, and what is said. A name with .txt or .md is plain text,
// any other a Word file in the notation of TestCases, where "⏎" breaks a line within its paragraph, "⏏" a page.
func TestTurns(t *testing.T) {
	for _, file := range []string{"head", "title", "body", "foot", "annex", "marks"} {
		t.Run(file, func(t *testing.T) {
			path := "testdata/turns/" + file + ".txtar"
			in, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			out := &txtar.Archive{Comment: in.Comment}
			for _, f := range in.Files {
				src, _, _ := strings.Cut(string(f.Data), "=>\n")
				name, draft := f.Name, []byte(src)
				if !strings.HasSuffix(name, ".txt") && !strings.HasSuffix(name, ".md") {
					name, draft = name+".docx", wordOf(src)
				}
				d := read(t, name, draft)
				got := src + "=>\n"
				for l := range strings.Lines(string(d.YAML)) {
					if !strings.HasPrefix(l, "# Nhập từ") && l != "version: 1\n" && !strings.HasSuffix(l, ": không thấy trong bản nháp\n") {
						got += l
					}
				}
				for _, f := range d.Findings {
					if f.Rule != "draft.missing" && f.Rule != "draft.part" {
						got += "! " + f.Message + "\n"
					}
				}
				out.Files = append(out.Files, txtar.File{Name: f.Name, Data: []byte(got)})
			}
			casefile.Hold(t, *update, path, out)
		})
	}
}
