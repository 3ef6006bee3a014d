package draft

import (
	"slices"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/internal/word"
)

// words counts the words of a text. A word is letters and figures that stand together, or a sign
// that means something by itself, such as a ticked box; dashes, dots and marks at ends of
// sentences are none.
type words map[string]int

// add counts the words of a text n times.
func (w words) add(s string, n int) {
	from := -1
	for i, r := range s {
		switch {
		case isWordly(r):
			if from < 0 {
				from = i
			}
			continue
		case from >= 0:
			w[lower(s[from:i])] += n
			from = -1
		}
		if hasStandIn(r) {
			w.add(standIns[r], n)
		} else if r >= 0x80 && (unicode.Is(unicode.So, r) || unicode.Is(unicode.Sc, r) || r == '≥' || r == '≤' || r == '×') ||
			r == '%' || r == '$' {
			w[string(r)] += n
		}
	}
	if from >= 0 {
		w[lower(s[from:])] += n
	}
}

// powers are figures: a draft may have raised ones.
var powers = strings.NewReplacer("²", "2", "³", "3")

// small is a word in small letters, with powers as figures.
func small(s string) string {
	s = strings.ToLower(s)
	if strings.ContainsRune(s, '²') || strings.ContainsRune(s, '³') {
		return powers.Replace(s)
	}
	return s
}

// lower is a word in small letters. Most are: they are looked through, not copied.
func lower(s string) string {
	for _, r := range s {
		switch {
		case r < 0x80:
			if 'A' <= r && r <= 'Z' {
				return small(s)
			}
		case 0x1ea0 <= r && r < 0x1f00:
			if r&1 == 0 { // the letters of Vietnamese stand there in pairs
				return small(s)
			}
		case r == '²' || r == '³':
			return small(s)
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			return small(s)
		}
	}
	return s
}

// isWordly reports whether a word may hold a letter.
func isWordly(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '²' || r == '³'
}

// isOrnament reports whether a word is drawn: people set "---o0o---" below a letterhead.
func isOrnament(s string) bool { return s == "o0o" || s == "ooo" }

// differ gives a word whose count is not zero, and by how much, empty for none.
func (w words) differ() (string, int) {
	var all []string
	for s, n := range w {
		if n != 0 && !isOrnament(s) {
			all = append(all, s)
		}
	}
	if all == nil {
		return "", 0
	}
	first := slices.Min(all)
	return first, w[first]
}

// printed gives each piece of text that Word prints in the body, its tables and boxes, and in
// its notes. The numbers of notes are none: the paper makes them.
func printed(d *word.Document, f func(string)) {
	paragraph := func(p *word.Paragraph) {
		if p.Label != "" {
			f(label(p))
		}
		var b strings.Builder
		for i := range p.Runs {
			r := &p.Runs[i]
			if r.Note != nil {
				b.WriteByte(' ')
				continue
			}
			b.WriteString(raisedText(p, i))
			if r.Ruby != "" {
				b.WriteString(" (" + r.Ruby + ")")
			}
		}
		f(clean(b.String()))
	}
	word.Each(d.Body, paragraph)
	for _, n := range d.Notes {
		first := true // no line of it was seen
		word.Each(n.Blocks, func(p *word.Paragraph) {
			if lines := paragraphLines(p); first && lines != nil {
				first = false
				if n.Label != "" && strings.HasPrefix(lines[0].spans[0].s, n.Label) {
					f(strings.TrimPrefix(tidy(clean(p.Text())), n.Label))
					return
				}
			}
			paragraph(p)
		})
	}
}
