package word

import (
	"strings"
)

// space is a name space that the reader knows, in either edition of the standard.
type space uint8

const (
	other    space = iota
	chars          // a piece of text
	word           // w:
	relation       // r:
	compat         // mc:
	math           // m:
	drawing        // a:
	diagram        // dgm:
	chart          // c:
	vml            // v:
	office         // o:
	word14         // w14:
)

// spaceOf knows a name space by its name, transitional or strict.
func spaceOf(uri string) space {
	if rest, ok := strings.CutPrefix(uri, "http://schemas.openxmlformats.org/"); ok {
		return spaces[strings.Replace(rest, "/2006/", "/", 1)]
	}
	if rest, ok := strings.CutPrefix(uri, "http://purl.oclc.org/ooxml/"); ok {
		return spaces[rest]
	}
	switch uri {
	case "urn:schemas-microsoft-com:vml":
		return vml
	case "urn:schemas-microsoft-com:office:office":
		return office
	case "http://schemas.microsoft.com/office/word/2010/wordml":
		return word14
	}
	return other
}

var spaces = map[string]space{
	"wordprocessingml/main":        word,
	"officeDocument/relationships": relation,
	"markup-compatibility/2006":    compat,
	"officeDocument/math":          math,
	"drawingml/main":               drawing,
	"drawingml/diagram":            diagram,
	"drawingml/chart":              chart,
}

// isUnderstood reports whether Word takes a Choice that requires the name space.
func isUnderstood(uri string) bool {
	return spaceOf(uri) != other ||
		strings.HasPrefix(uri, "http://schemas.microsoft.com/office/word/20") ||
		strings.HasPrefix(uri, "http://schemas.microsoft.com/office/drawing/20") ||
		strings.HasPrefix(uri, "http://schemas.openxmlformats.org/drawingml/2006/") ||
		strings.HasPrefix(uri, "http://purl.oclc.org/ooxml/drawingml/")
}

// root is the element of all others, which each tree that was parsed has.
func (t *tree) root() int32 { return 1 }

// is reports whether a node is the element of WordprocessingML of that name.
func (t *tree) is(n int32, name string) bool {
	return t.nodes[n].space == word && t.nodes[n].name == name
}

// child gives the first child of WordprocessingML of that name, 0 for none. Of nothing there
// is no child.
func (t *tree) child(n int32, name string) int32 {
	if n == 0 {
		return 0
	}
	for c := range t.children(n) {
		if t.is(c, name) {
			return c
		}
	}
	return 0
}

// children are the elements below n, in order. Of an AlternateContent those of the first Choice
// that is understood stand in its place, else those of its Fallback.
func (t *tree) children(n int32) func(yield func(int32) bool) {
	return func(yield func(int32) bool) { t.each(n, yield) }
}

func (t *tree) each(n int32, yield func(int32) bool) bool {
	for c := t.nodes[n].first; c != 0; c = t.nodes[c].next {
		switch k := &t.nodes[c]; {
		case k.space == chars:
		case k.space == compat && k.name == "AlternateContent":
			if chosen := t.chosen(c); chosen != 0 && !t.each(chosen, yield) {
				return false
			}
		default:
			if !yield(c) {
				return false
			}
		}
	}
	return true
}

// chosen is the branch of an AlternateContent that Word takes.
func (t *tree) chosen(n int32) int32 {
	for c := t.nodes[n].first; c != 0; c = t.nodes[c].next {
		k := &t.nodes[c]
		if k.space == compat && (k.name == "Choice" && k.flag || k.name == "Fallback") {
			return c
		}
	}
	return 0
}

// attr gives an attribute of the element's own kind: w:val and val alike.
func (t *tree) attr(n int32, name string) (string, bool) {
	e := &t.nodes[n]
	for _, a := range t.attrs[e.attr : e.attr+e.attrs] {
		if a.name == name && (a.space == other || a.space == e.space) {
			return a.value, true
		}
	}
	return "", false
}

// value is the attribute that most elements have alone, empty for none.
func (t *tree) value(n int32) string {
	v, _ := t.attr(n, "val")
	return v
}

// link gives an attribute that names a relation.
func (t *tree) link(n int32, name string) string {
	e := &t.nodes[n]
	for _, a := range t.attrs[e.attr : e.attr+e.attrs] {
		if a.name == name && a.space == relation {
			return a.value
		}
	}
	return ""
}

// text is the character data of an element as Word reads it: blanks at its ends count only
// where the file says so.
func (t *tree) text(n int32) string {
	e := &t.nodes[n]
	s := ""
	if c := e.first; c != 0 && t.nodes[c].next == 0 && t.nodes[c].space == chars {
		s = t.nodes[c].name // nearly always
	} else {
		var b strings.Builder
		for ; c != 0; c = t.nodes[c].next {
			if t.nodes[c].space == chars {
				b.WriteString(t.nodes[c].name)
			}
		}
		s = b.String()
	}
	if !e.flag {
		s = strings.Trim(s, " \t\r\n")
	}
	return strings.ReplaceAll(s, "\n", " ")
}

// isOn reads a property that is on or off; the element alone is on.
func (t *tree) isOn(n int32) bool {
	v, ok := t.attr(n, "val")
	return !ok || v == "1" || v == "true" || v == "on"
}
