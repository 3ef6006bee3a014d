package examples_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/word"
)

// readBack holds the words that Word prints of a DOCX against those of the text format. Their
// order differs where text stands side by side.
func readBack(t *testing.T, docx []byte, text string) {
	t.Helper()
	d, found := word.Read("", bytes.NewReader(docx), int64(len(docx)))
	if len(found) > 0 {
		t.Fatalf("the Word file is read with findings: %v", found)
	}
	var printed strings.Builder
	word.Each(d.Body, func(p *word.Paragraph) {
		printed.WriteString(p.Text() + "\n")
		for _, r := range p.Runs {
			printed.WriteString(r.Alt + "\n") // the text format has it in the picture's place
		}
	})
	for _, n := range d.Notes {
		word.Each(n.Blocks, func(p *word.Paragraph) { printed.WriteString(p.Text() + "\n") })
	}
	for _, m := range d.Margins() {
		word.Each(m.Blocks, func(p *word.Paragraph) {
			if text := p.Text(); strings.Trim(text, "0123456789") != "" { // a number of pages is on the paper alone
				printed.WriteString(text + "\n")
			}
		})
	}
	got, want := words(printed.String()), words(text)
	var differs []string
	for w := range maps.Keys(got) {
		want[w] -= got[w]
	}
	for w, n := range want {
		if n != 0 {
			differs = append(differs, fmt.Sprintf("%s %+d", w, n))
		}
	}
	slices.Sort(differs)
	if len(differs) > 0 {
		t.Errorf("words of the text that Word does not print (+), or prints besides (-): %q", differs)
	}
}

// words counts the words of a text, without what is drawn with signs.
func words(s string) map[string]int {
	all := make(map[string]int)
	s = strings.NewReplacer("\u2011", "-", "\u00a0", " ", "\u200b", "").Replace(s)
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t\n\f\v-_|+=─│.…☐☒[]", r) }) {
		all[w]++
	}
	return all
}
