package plan

import (
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Letter is a letter of a file's texts and its place.
type Letter struct {
	Rune rune
	Pos  diag.Pos
}

// Letters gives the letters of the file's values that are wanted, in the order of the
// file: for what no font has. Keys and comments are no values. A file made in Go, and
// a nil one, has none.
func (f *File) Letters(wanted func(rune) bool) []Letter {
	if f == nil || f.root == nil {
		return nil
	}
	var all []Letter
	f.letters(f.root, wanted, &all)
	return all
}

func (f *File) letters(n *yaml.Node, wanted func(rune) bool, all *[]Letter) {
	switch n.Kind {
	case yaml.ScalarNode:
		var l *locator
		if strings.ContainsRune(n.Value, pastedBreak) {
			n = &yaml.Node{Kind: n.Kind, Style: n.Style, Line: n.Line, Column: n.Column, Value: textOf(n)}
		}
		for i, r := range n.Value {
			if !wanted(r) {
				continue
			}
			if l == nil {
				l = f.locatorOf(n, pathAt(f.root, nodePos(f.Name, n, "")))
			}
			// Places are those of the text as it is printed, with composed letters.
			*all = append(*all, Letter{r, l.pos(len(vi.NFC(n.Value[:i])))})
		}
	case yaml.MappingNode:
		for i := 1; i < len(n.Content); i += 2 {
			f.letters(n.Content[i], wanted, all)
		}
	default: // an alias has its text elsewhere
		for _, c := range n.Content {
			f.letters(c, wanted, all)
		}
	}
}
