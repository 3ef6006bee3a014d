package fill

import (
	"path"
	"strings"

	"github.com/vanban-go/vanban/internal/ooxml"
)

// dropSource takes the data source of a mail merge out of the settings: Word would ask for it,
// and its path is nobody's business.
func (t *Template) dropSource(settings string) error {
	err := t.edit(settings, func(root *node) {
		if m := root.child("w:settings").child("w:mailMerge"); m != nil {
			m.replace()
		}
	})
	if err != nil {
		return err
	}
	return t.edit(ooxml.RelationsName(settings), func(root *node) {
		root.walk(func(n *node) bool {
			if kind := path.Base(n.attr("Type")); n.attr("TargetMode") == "External" && strings.HasPrefix(kind, "mailMerge") {
				n.replace()
			}
			return true
		})
	})
}

// edit changes a part that is not filled.
func (t *Template) edit(name string, f func(root *node)) error {
	p := t.part(name)
	if p == nil {
		return nil
	}
	tree, err := parse(ooxml.Text(string(p.src)))
	if err != nil {
		return t.packageError(&ooxml.Error{Why: ooxml.Broken, Part: p.name, Err: err})
	}
	f(tree)
	if tree.settle() {
		x := &exec{}
		x.node(tree)
		p.src = x.out
	}
	return nil
}

// asDocument makes a document of a template file (.dotx) in the list of types.
func (t *Template) asDocument() error {
	return t.edit("[Content_Types].xml", func(root *node) {
		root.walk(func(n *node) bool {
			const was, is = "wordprocessingml.template.main+xml", "wordprocessingml.document.main+xml"
			if kind := n.attr("ContentType"); strings.HasSuffix(kind, was) {
				n.head = strings.Replace(n.head, was, is, 1)
				n.changed = true
			}
			return true
		})
	})
}
