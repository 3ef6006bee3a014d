package plan

import (
	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan/diag"
)

// ReadNode reads the YAML of one file without decoding it, under the same limits
// as [Parse]: for programs that put values into a document before it is
// decoded, as package batch does. A nil node comes with findings.
func ReadNode(name string, src []byte) (*yaml.Node, diag.List) {
	clean, found := checkSource(name, src)
	if found.HasErrors() {
		return nil, found
	}
	root, found := readNode(name, clean)
	if root == nil {
		return nil, found
	}
	if found := checkTree(name, root); found.HasErrors() {
		return nil, found
	}
	return root, nil
}

// ParseNode is [Options.Parse] for a file that [ReadNode] read, or a tree made of
// one. Findings and places are those of the nodes. The tree is not changed, and
// stays in use as long as the File.
func (o *Options) ParseNode(name string, root *yaml.Node) (*File, diag.List) {
	f := &File{Name: name, root: root}
	found := o.decode(f)
	found.Sort()
	return f, found
}
