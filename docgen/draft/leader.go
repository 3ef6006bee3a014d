package draft

import (
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/word"
)

// ruler measures a line of a Word file roughly, to find which tab stop a tab leads to.
type ruler struct {
	p  *word.Paragraph
	at word.Twips
}

// newRuler begins a line of a paragraph; nil where no tab of it is drawn.
func newRuler(p *word.Paragraph) *ruler {
	for _, t := range p.Look.Tabs {
		if t.Leader != "" {
			return &ruler{p: p, at: p.Look.Left}
		}
	}
	return nil
}

// letter is how wide a letter is on average, in letters of a size in half points.
func letter(halfPoints int) word.Twips {
	const usual = 28 // of official papers
	if halfPoints == 0 {
		halfPoints = usual
	}
	return word.Twips(halfPoints) * 10 * 45 / 100
}

// fill puts the leaders that Word draws in the place of tabs: dots, or strokes. head is what stands before the run in its line.
func (m *ruler) fill(r *word.Run, text, head string) string {
	var b strings.Builder
	for {
		before, behind, tab := strings.Cut(text, "\t")
		b.WriteString(before)
		if i := strings.LastIndexFunc(before, isBreak); i >= 0 {
			m.at, before, head = m.p.Look.Left, before[i+1:], ""
		}
		head += before
		m.at += word.Twips(utf8.RuneCountInString(before)) * letter(r.Face.HalfPoints)
		if !tab {
			return b.String()
		}
		text = behind
		from := m.at
		if leader := m.stop(); leader != "" {
			b.WriteString(apart(head, drawn(leader, (m.at-from)/letter(r.Face.HalfPoints))))
		} else {
			b.WriteByte('\t')
		}
		head += "_"
	}
}

// apart sets a blank to be filled apart from a marker that stands alone before it: "3......" has none.
func apart(head, fill string) string {
	if head = tidy(head); head != "" && markup.TypedMarker(head+" a") == head {
		return " " + fill
	}
	return fill
}

// stop moves to the next tab stop and gives its leader. Behind the last one tabs stand at half inches.
func (m *ruler) stop() string {
	const usual = 720
	var next *word.Tab
	for i := range m.p.Look.Tabs {
		if t := &m.p.Look.Tabs[i]; t.At > m.at && (next == nil || t.At < next.At) {
			next = t
		}
	}
	if next == nil {
		m.at = (m.at/usual + 1) * usual
		return ""
	}
	m.at = next.At
	return next.Leader
}

// drawn is a leader as wide as some letters: a little shorter, that the line has room.
func drawn(leader string, wide word.Twips) string {
	const least, most = 3, 60
	n := int(min(max(wide, least), most))
	switch leader {
	case "underscore", "heavy":
		return strings.Repeat("_", n*8/10+1)
	case "hyphen":
		return strings.Repeat("-", n)
	}
	return strings.Repeat(".", n*8/5)
}

// isBlankToFill reports whether a run is an underlined blank that stands for something to be filled in: blanks
// alone, and not between or behind underlined words, as a title or a name has them.
func isBlankToFill(p *word.Paragraph, i int) bool {
	isWords := func(k int) bool {
		return k >= 0 && k < len(p.Runs) && p.Runs[k].Face.Underline && strings.TrimSpace(p.Runs[k].Text) != ""
	}
	return p.Runs[i].Face.Underline && strings.TrimSpace(p.Runs[i].Text) == "" && !isWords(i-1) && !isWords(i+1)
}

// underlined puts strokes in the place of tabs and of three blanks or more: people make a blank to be
// filled of them.
func underlined(s string) string {
	const few, tab = 3, 8
	tabs := strings.Count(s, "\t")
	if tabs == 0 && len(s) < few {
		return s
	}
	return strings.Repeat("_", max(tabs*tab+(len(s)-tabs)/2, few))
}
