package plan

import (
	"bytes"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// nameFields adds to findings about characters of a file the field they stand
// in, where the file can be read with letters in their place.
func (o *Options) nameFields(src []byte, found diag.List) {
	for _, d := range found {
		if d.Rule != RuleCharacter {
			return
		}
	}
	good := bytes.Map(func(r rune) rune {
		if r != '\t' && isBad(r) {
			return 'x'
		}
		return r
	}, bytes.TrimPrefix(src, []byte("\ufeff")))
	f, _ := o.Parse("", good)
	if f.root == nil || f.Value == nil {
		return
	}
	for _, d := range found {
		if path := pathAt(f.root, d.Pos); path != "" {
			d.Pos.Path, d.Message = path, Label(f.Value, path)+": "+d.Message
		}
	}
}

// pathAt gives the path of the last line of text that begins at pos or before it.
func pathAt(root *yaml.Node, pos diag.Pos) string {
	last := ""
	var walk func(n *yaml.Node, path string, depth int)
	walk = func(n *yaml.Node, path string, depth int) {
		switch {
		case depth > maxDepth || n.Line > pos.Line || n.Line == pos.Line && n.Column > pos.Column:
		case n.Kind == yaml.MappingNode:
			for i := 0; i+1 < len(n.Content); i += 2 {
				walk(n.Content[i+1], join(path, vi.NFC(n.Content[i].Value)), depth+1)
			}
		case n.Kind == yaml.SequenceNode:
			for i, e := range n.Content {
				walk(e, index(path, i), depth+1)
			}
		case n.Kind == yaml.ScalarNode:
			last = path
		}
	}
	walk(root, "", 0)
	return last
}

// pointAtRunes moves findings about characters, which were made of whole texts, to
// where in the text they stand.
func (f *File) pointAtRunes(found diag.List) {
	for _, d := range found {
		if d.Rule != RuleCharacter {
			continue
		}
		if _, n := f.find(d.Pos.Path); n.Kind == yaml.ScalarNode {
			d.Pos = f.PosIn(d.Pos.Path, strings.Index(textOf(n), d.Found))
		}
	}
}
