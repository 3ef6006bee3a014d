package record

import (
	"bytes"
	"strings"

	"gopkg.in/yaml.v3"
)

// Joined returns where in the text at path lines of the file begin that YAML joins to the
// line above: behind ">", or in a plain or quoted text that goes on below. They are bytes
// of the text, in order. If no such line opens with what is wanted there are none.
func (s *Source) Joined(path string, wanted func(line []byte) bool) []int {
	if s.src == nil {
		return nil
	}
	_, n := s.find(path)
	if n.Kind != yaml.ScalarNode || n.Style&yaml.LiteralStyle != 0 {
		return nil
	}
	src, _ := s.textStart(n, nodePos(s.name, n, path))
	if !goesOn(src, n, wanted) {
		return nil
	}
	return s.locatorOf(n, path).joined()
}

// goesOn reports whether a line below the first of a text of several lines may open with what is wanted.
func goesOn(src []byte, n *yaml.Node, wanted func(line []byte) bool) bool {
	if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
		end := bytes.IndexAny(src, "\r\n")
		return end != -1 && end < len(n.Value) // how long it is written is not known
	}
	src = bytes.TrimLeft(src, " \t\r\n")
	for left := len(n.Value); ; {
		end := bytes.IndexAny(src, "\r\n")
		if end == -1 || end >= left {
			return false
		}
		left -= len(bytes.TrimRight(src[:end], " \t")) + 1
		src = bytes.TrimLeft(src[end:], " \t\r\n")
		if left > 0 && wanted(src) {
			return true
		}
	}
}

// joined returns the letters behind a blank that open a line of the file.
func (l *locator) joined() (starts []int) {
	at := l.stops[0] // its place is not kept
	for {
		end := strings.IndexAny(l.text[at.offset:], " \n")
		if end == -1 {
			return starts
		}
		word := l.text[at.offset : at.offset+end+1]
		if next := at.read + len(word); next < len(l.src) && l.src[next] > ' ' && string(l.src[at.read:next]) == word {
			at.read, at.offset = next, at.offset+len(word)
			continue
		}
		var more bool
		if at, more = l.walk(at, at.offset+len(word)); !more {
			return starts
		}
		next := l.skipSpace(at)
		if word[end] == ' ' && bytes.ContainsAny(l.src[at.read:next.read], "\r\n") {
			rest := l.text[at.offset:] // with the blanks that end the line above, which YAML keeps behind ">"
			starts = append(starts, len(l.text)-len(strings.TrimLeft(rest, " ")))
		}
		at = next
	}
}
