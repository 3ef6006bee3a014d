package record

import (
	"bytes"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Letters visits the letters of the file's values that are wanted, in the order of the
// file, each with its place, until visit returns false. Keys and comments are no values.
// wanted is asked once or more for each letter.
func (s *Source) Letters(wanted func(rune) bool, visit func(rune, diag.Pos) bool) {
	var usual unwanted
	s.letters(s.root, func(r rune) bool { return wanted(r) || usual.add(r) }, &usual, visit)
}

// unwanted is a set of letters that nobody asks for, of those that texts are mostly made of.
type unwanted [0x2000 / 64]uint64

// add takes a letter in. It reports false.
func (u *unwanted) add(r rune) bool {
	if i := uint(r) / 64; i < uint(len(u)) {
		u[i] |= 1 << (uint(r) % 64)
	}
	return false
}

func (u *unwanted) has(r rune) bool {
	i := uint(r) / 64
	return i < uint(len(u)) && u[i]&(1<<(uint(r)%64)) != 0
}

// letters reports whether to go on.
func (s *Source) letters(n *yaml.Node, wanted func(rune) bool, usual *unwanted, visit func(rune, diag.Pos) bool) bool {
	switch n.Kind {
	case yaml.ScalarNode:
		var l *locator
		if strings.ContainsRune(n.Value, pastedBreak) {
			n = &yaml.Node{Kind: n.Kind, Style: n.Style, Line: n.Line, Column: n.Column, Value: textOf(n)}
		}
		from, composed := 0, 0 // places are those of the text as it is printed, with composed letters
		for i, r := range n.Value {
			if usual.has(r) || !wanted(r) {
				continue
			}
			if l == nil {
				l = s.locatorOf(n, s.PathAt(nodePos(s.name, n, "")))
			}
			at := composed + len(vi.NFC(n.Value[from:i]))
			if standsAlone(r) {
				from, composed = i, at
			}
			if !visit(r, l.pos(at)) {
				return false
			}
		}
	case yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			if !s.letters(n.Content[i+1], wanted, usual, visit) {
				return false
			}
		}
	default: // an alias has its text elsewhere
		for _, c := range n.Content {
			if !s.letters(c, wanted, usual, visit) {
				return false
			}
		}
	}
	return true
}

// PathAt returns the path of the last line of text that begins at pos or before it;
// empty for none.
func (s *Source) PathAt(pos diag.Pos) string {
	last := ""
	var walk func(n *yaml.Node, path string)
	walk = func(n *yaml.Node, path string) {
		switch {
		case n.Line > pos.Line || n.Line == pos.Line && n.Column > pos.Column:
		case n.Kind == yaml.MappingNode:
			for i := 0; i < len(n.Content); i += 2 {
				walk(n.Content[i+1], Join(path, vi.NFC(n.Content[i].Value)))
			}
		case n.Kind == yaml.SequenceNode:
			for i, e := range n.Content {
				walk(e, Index(path, i))
			}
		case n.Kind == yaml.ScalarNode:
			last = path
		}
	}
	walk(s.root, "")
	return last
}

// Readable returns a file's text with a letter in place of each character that no file may
// hold: so that what else it says can be read, and names the fields of these.
func Readable(src []byte) []byte {
	return bytes.Map(func(r rune) rune {
		if r != '\t' && isBad(r) {
			return 'x'
		}
		return r
	}, bytes.TrimPrefix(src, []byte(byteOrderMark)))
}

// pointAtRunes moves findings about characters, which were made of whole texts, to
// where in the text they stand.
func (s *Source) pointAtRunes(found diag.List) {
	for _, d := range found {
		if d.Rule != RuleCharacter {
			continue
		}
		if _, n := s.find(d.Pos.Path); n.Kind == yaml.ScalarNode {
			d.Pos = s.Locate(d.Pos.Path)(strings.Index(textOf(n), d.Found))
		}
	}
}

// standsAlone reports whether a letter composes with none before it: it is no mark, and none of those that Korean syllables are
// composed of.
func standsAlone(r rune) bool { return !unicode.Is(unicode.M, r) && (r < 0x1100 || r > 0x11ff) }
