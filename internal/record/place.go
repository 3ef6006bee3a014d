package record

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan/diag"
)

// Pos returns the place of what stands at path, such as "signer.name" or
// "sections[1].goals": of a line of text the text itself, of a mapping or list
// the key that holds it. For a path that the file does not have it is the place
// of the nearest thing around it.
func (s *Source) Pos(path string) diag.Pos {
	at, n := s.find(path)
	if n.Kind == yaml.ScalarNode {
		at = n
	}
	return nodePos(s.name, at, path)
}

// KeyPos returns the place of the key at path, or of the nearest thing around it:
// where something is missing.
func (s *Source) KeyPos(path string) diag.Pos {
	at, _ := s.find(path)
	return nodePos(s.name, at, path)
}

// textStart returns the source behind what opens the text of n, a quotation mark
// or the line of a block's sign, and its place.
func (s *Source) textStart(n *yaml.Node, pos diag.Pos) ([]byte, diag.Pos) {
	ends := s.ends
	line := s.src[lineStart(ends, pos.Line):ends[pos.Line-1]]
	for range pos.Column - 1 {
		_, size := utf8.DecodeRune(line)
		line = line[size:]
	}
	src := s.src[ends[pos.Line-1]-len(line):]
	// An anchor or tag stands before the text, and belongs to the node.
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 && pos.Line < len(ends):
		pos.Line, pos.Column = pos.Line+1, 1
		src = s.src[ends[pos.Line-2]:]
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 && (src[0] == '"' || src[0] == '\''):
		pos.Column++
		src = src[1:]
	}
	return src, pos
}

// skipSpace goes on to the next character that is no white space, if there is one.
func skipSpace(src []byte, pos diag.Pos) ([]byte, diag.Pos) {
	at, here := src, pos
	for len(at) > 0 {
		switch {
		case at[0] == '\n' || at[0] == '\r' && !bytes.HasPrefix(at, []byte("\r\n")):
			here.Line, here.Column = here.Line+1, 1
		case at[0] == ' ' || at[0] == '\t':
			here.Column++
		case at[0] == '\r':
		case bytes.HasPrefix(at, []byte(string(pastedBreak))):
			here.Column++
			at = at[len(string(pastedBreak))-1:]
		default:
			r, size := utf8.DecodeRune(at)
			if !unicode.IsSpace(r) { // as a no-break space is
				return at, here
			}
			here.Column++
			at = at[size-1:]
		}
		at = at[1:]
	}
	return src, pos
}

// find walks to path. It returns the node that says where the thing stands (its
// key, or itself), and the thing itself.
func (s *Source) find(path string) (at, n *yaml.Node) {
	at, n = s.root, s.root
	for path != "" {
		var step string
		step, path = cutStep(path)
		n = target(n)
		if i, ok := elementOf(step); ok {
			if n.Kind != yaml.SequenceNode || i >= len(n.Content) {
				return at, n
			}
			n = n.Content[i]
			at = n
			continue
		}
		key, val := lookup(n, step)
		if key == nil {
			// A short form: the list or line stands for the mapping.
			if n.Kind == yaml.MappingNode {
				return at, n
			}
			continue
		}
		at, n = key, val
	}
	n = target(n)
	return at, n
}

// lookup finds a key in a mapping.
func lookup(n *yaml.Node, name string) (key, val *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		return nil, nil
	}
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return n.Content[i], n.Content[i+1]
		}
	}
	return nil, nil
}
