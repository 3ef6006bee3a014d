package form

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/vi"
)

// Titles and other centred lines end where a Vietnamese reader pauses: not inside
// a word of two syllables or a name, not behind a word that leads to the next one
// ("của", "về", "và"), and not before a unit's word that no name follows
// ("Hội đồng Thi đua - Khen thưởng xã").

// centre gives a centred text ready for its lines: one that needs several has
// what belongs together glued, and lines of about equal length.
func (f *former) centre(in []doc.Inline, face decree.Face, width doc.Length) ([]doc.Inline, balanced) {
	b := f.balance(in, face, width)
	if b.lines < 2 {
		return in, b
	}
	in = wholeSense(in)
	return in, f.balance(in, face, width)
}

// wholeSense glues what belongs together in a title, so that its lines end at a
// pause. What becomes too long for a line breaks there after all: layout ends a
// line at a no-break space when it must.
func wholeSense(in []doc.Inline) []doc.Inline {
	for i, n := range in {
		if t, ok := n.(*doc.Text); ok {
			if s := glueSense(t.S); s != t.S {
				in[i] = &doc.Text{S: s}
			}
		}
	}
	return in
}

func glueSense(s string) string {
	g := gluer{s: s}
	mixed := s != vi.Upper(s) // capitals say nothing where all letters are capitals
	for start := 0; start < len(s); {
		end := start + strings.IndexByte(s[start:], ' ')
		if end < start {
			break
		}
		if together(s[start:end], s[end+1:], start > 0, mixed) {
			g.replace(end, end+1, noBreakSpace)
		}
		start = end + 1
	}
	return g.String()
}

// together tells whether no line ends between a word of a title and the text
// behind it. Capitals say something inside a text of mixed letters only.
func together(word, rest string, inside, mixed bool) bool {
	next, behind, _ := strings.Cut(rest, " ")
	words := decree.LineWords()
	switch low := vi.Lower(word); {
	case word == "" || next == "":
		return false
	case isPair(word, next), words.Leading[low]:
		return true
	case !mixed || strings.HasSuffix(word, ","):
		return false
	case words.Place[low] && named(next):
		return true
	case words.Place[next]: // "Khen thưởng xã", but "nhân dân / xã Cẩm Hòa"
		return !named(behind)
	}
	return inside && capital(word) && capital(next) // a name: "Cẩm Hòa"
}

// named tells whether a name or number begins the text.
func named(s string) bool {
	return capital(s) || s != "" && s[0] >= '0' && s[0] <= '9'
}

// capital tells whether a text begins with a capital letter.
func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "“\"("))
	return unicode.IsUpper(r)
}
