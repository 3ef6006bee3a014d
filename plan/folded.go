package plan

import (
	"bytes"

	"gopkg.in/yaml.v3"
)

// IsFolded reports whether the text at path stands over several lines of the file that
// YAML joins to one: behind ">", or a plain or quoted text that goes on below.
func (f *File) IsFolded(path string) bool {
	if f == nil || f.root == nil || f.src == nil {
		return false
	}
	_, n := f.find(path)
	switch {
	case n.Kind != yaml.ScalarNode || n.Style&yaml.LiteralStyle != 0:
		return false
	case n.Style&yaml.FoldedStyle != 0:
		return true
	}
	src, _ := f.textStart(n, nodePos(f.Name, n, path))
	end := bytes.IndexAny(src, "\r\n")
	return end >= 0 && end < len(n.Value)
}
