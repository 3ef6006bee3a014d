package draft

import (
	"strings"
	"unicode/utf8"

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

// fill puts the leaders that Word draws in the place of tabs: dots, or strokes.
func (m *ruler) fill(r *word.Run, text string) string {
	if m == nil {
		return text
	}
	var b strings.Builder
	for {
		before, behind, tab := strings.Cut(text, "\t")
		b.WriteString(before)
		if i := strings.LastIndexFunc(before, isBreak); i >= 0 {
			m.at, before = m.p.Look.Left, before[i+1:]
		}
		m.at += word.Twips(utf8.RuneCountInString(before)) * letter(r.Face.HalfPoints)
		if !tab {
			return b.String()
		}
		text = behind
		from := m.at
		if leader := m.stop(); leader != "" {
			b.WriteString(drawn(leader, (m.at-from)/letter(r.Face.HalfPoints)))
		} else {
			b.WriteByte('\t')
		}
	}
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

// underlined puts strokes in the place of tabs and of three blanks or more that are underlined: people
// make a blank to be filled of them.
func underlined(s string) string {
	const few, tab = 3, 8
	if !strings.Contains(s, "\t") && !strings.Contains(s, "   ") {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		words := strings.TrimLeft(s, " \t")
		blank := s[:len(s)-len(words)]
		if tabs := strings.Count(blank, "\t"); tabs > 0 || len(blank) >= few {
			blank = strings.Repeat("_", max(tabs*tab+(len(blank)-tabs)/2, few))
		}
		b.WriteString(blank)
		next := strings.IndexAny(words, " \t")
		if next < 0 {
			next = len(words)
		}
		b.WriteString(words[:next])
		s = words[next:]
	}
	return b.String()
}
