package form

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
)

// memo keeps what the last few texts became that were set for a width: papers of one office share the
// names at their head, and those of one batch their title. It follows from what was asked and from
// nothing else. The zero value is ready to use.
type memo[V any] struct {
	known [mostKnown]struct {
		asked asked
		is    V
	}
	next int // is forgotten first
}

// asked is a text to be set for a width.
type asked struct {
	m     font.Metrics
	text  string
	face  decree.Face
	width doc.Length
}

// mostKnown is how many texts a memo keeps, and longKnown what is longer than any of them.
const mostKnown, longKnown = 8, 1024

// of is what a text became, or what set makes of it, which nobody writes into.
func (m *memo[V]) of(a asked, set func() V) V {
	for i := range m.known {
		if k := &m.known[i]; k.asked == a {
			return k.is
		}
	}
	is := set()
	if len(a.text) < longKnown {
		k := &m.known[m.next]
		m.next = (m.next + 1) % mostKnown
		a.text = strings.Clone(a.text) // of a whole file, maybe
		k.asked, k.is = a, is
	}
	return is
}
