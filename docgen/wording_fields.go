package docgen

import (
	"io/fs"
	"slices"
	"strings"
	"text/template/parse"

	"github.com/vanban-go/vanban/docgen/internal/tmpl"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/templates"
)

// seenBy returns the names of the fields that the blocks of a built-in file see, as the comment
// at its head says.
func seenBy(file string) []string {
	src, err := fs.ReadFile(templates.FS, file)
	if err != nil {
		return nil
	}
	head, _, _ := strings.Cut(string(src), "*/")
	_, list, _ := strings.Cut(head, "Trường:")
	var names []string
	for _, f := range strings.Fields(list) {
		names = append(names, strings.Trim(f, "."))
	}
	return names
}

// unknownFields finds the fields of an office's file that no block of the built-in one sees.
// Which of them a block sees where it stands shows when it is printed.
func unknownFields(own wordingFile) (found diag.List) {
	known := seenBy(own.name)
	told := make(map[string]bool)
	check := func(at parse.Pos, fields []string) {
		for _, f := range fields {
			line := 1 + strings.Count(own.src[:min(int(at), len(own.src))], "\n")
			d := misnamed(diag.Pos{File: own.name, Line: line, Column: 1}, "trường", f, known)
			if key := d.Pos.String() + f; !slices.Contains(known, f) && !told[key] {
				told[key] = true
				found.Add(d)
			}
		}
	}
	for _, b := range own.t.Templates() {
		if b.Tree == nil {
			continue
		}
		tmpl.Walk(b.Tree.Root, func(n parse.Node) {
			switch n := n.(type) {
			case *parse.FieldNode:
				check(n.Pos, n.Ident)
			case *parse.VariableNode:
				check(n.Pos, n.Ident[1:])
			case *parse.ChainNode:
				check(n.Pos, n.Field)
			}
		})
	}
	return found
}
