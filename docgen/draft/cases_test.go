package draft_test

import (
	"flag"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/internal/casefile"
)

var update = flag.Bool("update", false, "rewrite the case files")

// TestCases: each draft in plain text or as a Word file, the YAML that is made of it, what is said of
// it, and the parts that were recognised: "?" is not sure, "-" missing. Of a Word file a line is a paragraph, "=bc= text" a bold one in the middle; "| a // b
// | c |" is a row of a table whose first cell has two paragraphs, "#| a | b |" one with lines around its cells.
func TestCases(t *testing.T) {
	casefile.Each(t, *update, func(t *testing.T, in *txtar.Archive) []txtar.File {
		var out []txtar.File
		for _, f := range in.Files {
			name, src := strings.TrimSuffix(f.Name, ".txt"), f.Data
			draft := f.Name
			if word, ok := strings.CutSuffix(f.Name, ".word"); ok {
				name, draft, src = word, word+".docx", wordOf(string(f.Data))
			} else if name == f.Name {
				continue
			}
			d := read(t, draft, src)
			said := ""
			for _, d := range d.Findings {
				said += d.Error() + "\n"
			}
			parts := ""
			for _, p := range d.Parts {
				parts += fmt.Sprintf("%s%s (%s): %s", []string{"- ", "? ", ""}[p.Confidence], p.Key, p.Term, p.Place)
				for _, s := range []string{p.Text, p.Why} {
					if s != "" {
						parts += " | " + s
					}
				}
				parts += "\n"
			}
			out = append(out, f, txtar.File{Name: name + ".yaml", Data: d.YAML}, txtar.File{Name: name + ".said", Data: []byte(said)},
				txtar.File{Name: name + ".parts", Data: []byte(parts)})
		}
		return out
	})
}

var lookMark = regexp.MustCompile(`^=([bicrp]*)= ?`)

// wordOf makes a Word file of the notation.
func wordOf(notation string) []byte {
	m := &maker{}
	paragraph := func(s string) string {
		s = strings.NewReplacer("⏎", "\n", "⏏", "\f").Replace(s) // breaks within the paragraph
		mark := lookMark.FindStringSubmatch(s)
		if mark == nil {
			return m.p(s, "")
		}
		return m.p(s[len(mark[0]):], look(mark[1]))
	}
	var rows []string
	flush := func() {
		if rows != nil {
			m.add(table(rows...), m.p("", ""))
		}
		rows = nil
	}
	for line := range strings.Lines(notation) {
		line = strings.TrimSuffix(line, "\n")
		lines := ""
		if drawn, ok := strings.CutPrefix(line, "#"); ok && strings.HasPrefix(drawn, "| ") {
			line, lines = drawn, `<w:tcBorders><w:top w:val="single"/></w:tcBorders>`
		}
		inner, ok := strings.CutPrefix(line, "| ")
		if !ok {
			flush()
			m.add(paragraph(line))
			continue
		}
		var cells []string
		for _, c := range strings.Split(strings.TrimSuffix(inner, " |"), " | ") {
			var blocks []string
			for _, s := range strings.Split(strings.ReplaceAll(c, " // // ", " //  // "), " // ") {
				blocks = append(blocks, paragraph(s))
			}
			cells = append(cells, cell(lines, blocks...))
		}
		rows = append(rows, row(cells...))
	}
	flush()
	return m.file()
}
