package decree

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
)

// The words that open a level of the decree: phần to điều.
// Source: Phụ lục I, Phần I, Mục II, khoản 6, điểm đ.
var wordLevels = [...]struct {
	word  string
	level doc.Level
}{
	{"Phần", doc.Level{Name: "phần", Numeral: doc.Roman, Continuous: true, Look: doc.CenteredLook, Upper: true}},
	{"Chương", doc.Level{Name: "chương", Numeral: doc.Roman, Continuous: true, Look: doc.CenteredLook, Upper: true}},
	{"Mục", doc.Level{Name: "mục", Numeral: doc.Arabic, Look: doc.CenteredLook, Upper: true}},
	{"Tiểu mục", doc.Level{Name: "tiểu mục", Numeral: doc.Arabic, Look: doc.CenteredLook, Upper: true}},
	{"Điều", doc.Level{Name: "điều", Numeral: doc.Arabic, Continuous: true, BoldMarker: true}},
}

// ParseScheme reads a numbering scheme from sample markers, the highest level first:
//
//	Chương I | Điều 1. | 1. | a) | - | +       a regulation
//	A. | I. | 1. | 1.1. | a) | - | +           a free scheme
//
// The sample shows the word, the kind of number (I, 1, a, A) and the signs around
// it. "1.1." numbers on from the level above. A marker without a number is
// printed as it is.
func ParseScheme(markers []string) (doc.Scheme, error) {
	if len(markers) == 0 {
		return nil, fmt.Errorf("a scheme needs a level")
	}
	s := make(doc.Scheme, len(markers))
	for i, m := range markers {
		l, err := parseLevel(strings.TrimSpace(m))
		if err != nil {
			return nil, err
		}
		if l.Chain && (i == 0 || s[i-1].Numeral == doc.NoNumeral) {
			return nil, fmt.Errorf("marker %q has no number above it", m)
		}
		s[i] = l
	}
	return s, nil
}

func parseLevel(m string) (doc.Level, error) {
	for _, w := range wordLevels {
		if rest, ok := strings.CutPrefix(m, w.word+" "); ok {
			l := w.level
			l.Prefix = w.word + " "
			number, suffix := cutNumber(rest)
			if kind := numerals[number]; kind != doc.NoNumeral {
				l.Numeral, l.Suffix = kind, suffix
				return l, nil
			}
			return l, fmt.Errorf("marker %q: no number after %q", m, w.word)
		}
	}
	if m == "" {
		return doc.Level{}, fmt.Errorf("empty marker")
	}
	prefix := ""
	if rest, ok := strings.CutPrefix(m, "("); ok {
		prefix, m = "(", rest
	}
	number, suffix := cutNumber(m)
	kind := numerals[number]
	if kind == doc.NoNumeral {
		if prefix != "" || len([]rune(m)) > 3 {
			return doc.Level{}, fmt.Errorf("marker %q is neither a number nor a sign", prefix+m)
		}
		return doc.Level{Prefix: m, Look: doc.ItemLook}, nil
	}
	l := doc.Level{Prefix: prefix, Numeral: kind, Suffix: suffix}
	if rest, ok := strings.CutPrefix(suffix, "."+number); ok && kind == doc.Arabic {
		for strings.HasPrefix(rest, "."+number) {
			rest = rest[len(number)+1:]
		}
		l.Chain, l.Suffix = true, rest
	}
	// The decree's names of the levels of a free scheme.
	// Source: Phụ lục I, Phần I, Mục V (phần, mục, khoản, điểm).
	switch kind {
	case doc.UpperLetter:
		l.Name, l.Upper = "phần", true
	case doc.Roman:
		l.Name, l.Upper = "mục", true
	case doc.Arabic:
		l.Name = "khoản"
	case doc.Letter:
		l.Name, l.Look = "điểm", doc.ItemLook
	}
	return l, nil
}

// cutNumber splits "I.", "1.1." or "a)" behind its first number.
func cutNumber(m string) (number, rest string) {
	end := len(m)
	for i, r := range m {
		if !(r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z') {
			end = i
			break
		}
	}
	return m[:end], m[end:]
}

// numerals are the kinds of numbers by the first of each.
var numerals = map[string]doc.Numeral{"I": doc.Roman, "1": doc.Arabic, "a": doc.Letter, "A": doc.UpperLetter}
