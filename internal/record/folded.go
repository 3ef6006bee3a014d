package record

import (
	"bytes"

	"gopkg.in/yaml.v3"
)

// IsFolded reports whether the text at path stands over several lines of the file that
// YAML joins to one: behind ">", or a plain or quoted text that goes on below.
func (s *Source) IsFolded(path string) bool {
	if s.src == nil {
		return false
	}
	_, n := s.find(path)
	switch {
	case n.Kind != yaml.ScalarNode || n.Style&yaml.LiteralStyle != 0:
		return false
	case n.Style&yaml.FoldedStyle != 0:
		return true
	}
	src, _ := s.textStart(n, nodePos(s.name, n, path))
	end := bytes.IndexAny(src, "\r\n")
	return end != -1 && end < len(n.Value)
}
