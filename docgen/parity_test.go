package docgen_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/parity"
	"github.com/vanban-go/vanban/plan"
)

var (
	writeParity = flag.Bool("parity", false, "write docs/parity.md")
	keepParity  = flag.String("keep-parity", "", "folder that the files of the comparison are left in, to be looked at")
)

// The bounds of what TestParity accepts.
const (
	leastLines = 98 // per cent of lines with the same text
	farthest   = 1  // millimetres between the places of a word in both files
)

// TestParity makes PDF and DOCX of every example, lets LibreOffice make a PDF of
// the DOCX, and holds the two against each other: words, pages, lines, sizes, places. Word
// itself is not asked. With -parity it writes the figures into docs/parity.md.
func TestParity(t *testing.T) {
	switch missing := parity.Missing(); {
	case missing == "":
	case os.Getenv("CI") != "":
		t.Fatalf("not installed: %s", missing)
	default:
		t.Skipf("not installed: %s", missing)
	}
	office, err := parity.NewOffice(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	dir := *keepParity
	if dir == "" {
		dir = t.TempDir()
	}
	papers := examples(t)
	var files []string
	for _, p := range papers {
		file := func(ending string, write func(context.Context, io.Writer, *doc.Document) (*docgen.Result, error)) string {
			var b bytes.Buffer
			if _, err := write(context.Background(), &b, p.document); err != nil {
				t.Fatalf("%s: %v", p.name, err)
			}
			name := filepath.Join(dir, p.file+ending)
			if err := os.WriteFile(name, b.Bytes(), 0o666); err != nil {
				t.Fatal(err)
			}
			return name
		}
		file(".own.pdf", p.renderer.PDF)
		files = append(files, file(".docx", p.renderer.DOCX))
	}
	if err := office.Convert("pdf", dir, files...); err != nil {
		t.Fatal(err)
	}
	var rows strings.Builder
	for _, p := range papers {
		t.Run(p.name, func(t *testing.T) {
			r := reportOf(t, filepath.Join(dir, p.file))
			same := "yes"
			if !r.SameWords {
				same = "no"
			}
			fmt.Fprintf(&rows, "| %s | %d / %d | %s | %d / %d | %.1f %% | %d | %.2f | %.2f |\n", p.name, r.Pages[0], r.Pages[1], same,
				r.Lines[0], r.Lines[1], r.Share(), r.Sizes, r.WorstX, r.WorstY)
			if r.Pages[0] != r.Pages[1] || !r.SameWords || r.Share() < leastLines || r.Sizes > 0 || r.WorstX > farthest || r.WorstY > farthest {
				t.Errorf("pages %d, words %d, same %t, lines %d of %d, words within %.2f mm, lines within %.2f mm\n%s", r.Pages, r.Words, r.SameWords,
					r.SameLines, r.Lines, r.WorstX, r.WorstY, strings.Join(r.Differences, "\n"))
			}
		})
	}
	if *writeParity && !t.Failed() {
		writeParityPage(t, office, rows.String())
	}
}

func reportOf(t *testing.T, stem string) *parity.Report {
	t.Helper()
	own, err := parity.Read(stem + ".own.pdf")
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := parity.Read(stem + ".pdf")
	if err != nil {
		t.Fatal(err)
	}
	return parity.Compare(own, theirs)
}

// paper is an example, built.
type paper struct {
	name, file string
	renderer   *docgen.Renderer
	document   *doc.Document
}

// examples builds every paper below the folder of examples.
func examples(t *testing.T) []paper {
	t.Helper()
	const root = "../examples"
	names, err := filepath.Glob(root + "/*/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	var papers []paper
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if f, _ := plan.Parse(name, src); f.Paper() == nil {
			continue // a season, profile or list
		}
		set, found := plan.Load(os.DirFS(filepath.Dir(name)), filepath.Base(name))
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		d, _, err := docgen.Built(r.Build(context.Background(), set, filepath.Base(name)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		short, err := filepath.Rel(root, name)
		if err != nil {
			t.Fatal(err)
		}
		short = strings.TrimSuffix(filepath.ToSlash(short), ".yaml")
		papers = append(papers, paper{short, strings.ReplaceAll(short, "/", "-"), r, d})
	}
	return papers
}

// writeParityPage writes the page of figures.
func writeParityPage(t *testing.T, office *parity.Office, rows string) {
	t.Helper()
	version, err := office.Version()
	if err != nil {
		t.Fatal(err)
	}
	const head = `# How alike PDF and DOCX are

Every example is made as PDF and as DOCX. %s turns the DOCX into a PDF, with
Times New Roman standing for the very faces that the library embeds, and the two are
compared word by word. *Microsoft Word itself was not asked*: where it differs from
LibreOffice, this page does not know.

Written by ` + "`go test ./docgen -run TestParity -parity`" + `; the test fails below %d %% equal
lines, or when a word stands more than %d mm from its twin, save for what is explained below. In each pair the PDF of the library comes first.

| example | pages | same words | lines | equal lines | other sizes | words within, mm | lines within, mm |
| --- | --- | --- | --- | --- | --- | --- | --- |
%s
A line is equal when it stands on the same page with the same words; distances are those
of equal lines, over all their words.

## Where they are known to part

- A word longer than a line, such as a web address: the library breaks it at any letter, LibreOffice behind a
  "/". Behind a "-" in an address that has a "/" further on, the library breaks as Word does, LibreOffice does not.
- A paragraph of four lines and more that is kept with a table below it (the last one of a paper,
  before the signature): the library leaves its first lines on the page, as the standard says
  (ECMA-376 Part 1, 17.3.1.15), LibreOffice takes it to the next page whole.
- Footnotes that start again from 1 in a section: Word does so, LibreOffice counts on.
- A row of a table that may be broken over pages: LibreOffice knows no widows in cells, the library does unless told otherwise.
- A table on a page with footnotes: how much room LibreOffice leaves above them depends on
  what it tried before.
- One quarter of a millimetre: things below a frame of page 1 when the paper opens with a table, since Word needs a
  paragraph to hang the frame on.
`
	page := fmt.Sprintf(head, version, leastLines, farthest, rows)
	if err := os.WriteFile("../docs/parity.md", []byte(page), 0o666); err != nil {
		t.Fatal(err)
	}
}
