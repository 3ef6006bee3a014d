package form

import (
	"strconv"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
)

// Widths are summed in whole units of the face and turned into lengths once.

// units is the width of s in a face.
func (f *former) units(s string, style font.Style) int {
	sum := 0
	for _, r := range s {
		w, ok := f.m.Advance(style, plain(r))
		if !ok {
			w = font.Em
		}
		sum += w
	}
	return sum
}

// plain gives the letter that is drawn for a no-break character.
func plain(r rune) rune {
	switch r {
	case doc.NoBreakSpace:
		return ' '
	case doc.NoBreakHyphen:
		return '-'
	}
	return r
}

func toLength(units int, size doc.Length) doc.Length {
	return (doc.Length(units)*size + font.Em/2) / font.Em
}

func toUnits(l, size doc.Length) int {
	if size <= 0 {
		return 0
	}
	return int(l * font.Em / size)
}

// lineWidth is the width of s on one line.
func (f *former) lineWidth(s string, face decree.Face) doc.Length {
	return toLength(f.units(s, font.StyleOf(face.Bold, face.Italic)), face.Size)
}

// inlinesWidth is the width of inlines on one line.
func (f *former) inlinesWidth(in []doc.Inline, face decree.Face) doc.Length {
	_, wide, _ := fill(f.split(in, face), 1<<30)
	return toLength(wide, face.Size)
}

// word is a piece of text that no line breaks, with the white space behind it.
type word struct {
	width, space int
	ends         bool // the line ends behind it
}

// split cuts inlines into words, at the places where layout breaks lines:
// behind a space or a hyphen. Widths are units of a face of the given size.
func (f *former) split(inlines []doc.Inline, face decree.Face) []word {
	s := splitter{f: f, words: f.words[:0], size: face.Size}
	s.inlines(inlines, font.StyleOf(face.Bold, face.Italic))
	s.flush(false)
	f.words = s.words
	return s.words
}

// noteMark is the size of a footnote's mark in hundredths of the text's, as
// layout draws it.
const noteMark = 58

type splitter struct {
	f     *former
	words []word
	size  doc.Length
	at    word
	open  bool // at holds something
}

func (s *splitter) flush(ends bool) {
	if s.open || ends {
		s.at.ends = ends
		s.words = append(s.words, s.at)
	}
	s.at, s.open = word{}, false
}

// inlines measures inlines in text of a face.
func (s *splitter) inlines(inlines []doc.Inline, around font.Style) {
	var room [8]font.Style
	open := append(room[:0], around) // faces of what the nodes around hold
	for _, in := range inlines {
		_ = doc.Inspect(in, func(n any) bool { // ready has refused what is no inline
			style := open[len(open)-1]
			switch n := n.(type) {
			case nil:
				open = open[:len(open)-1]
				return false
			case *doc.Text:
				s.text(n.S, style)
			case *doc.LineBreak:
				s.flush(true)
			case *doc.Blank:
				if n.Value != "" {
					s.text(n.Value, style)
				} else {
					s.at.width += toUnits(n.Width, s.size)
					s.open = true
				}
			case *doc.Note:
				s.at.width += s.f.units(strconv.Itoa(n.Number), style&^font.Italic) * noteMark / 100
				s.open = true
			case doc.Inline:
				open = append(open, font.Inside(n, style))
				return true
			}
			return false
		})
	}
}

func (s *splitter) text(text string, style font.Style) {
	for _, r := range text {
		w, ok := s.f.m.Advance(style, plain(r))
		if !ok {
			w = font.Em
		}
		switch {
		case r == ' ':
			s.at.space += w
			s.open = true
			continue
		case s.at.space > 0:
			s.flush(false)
		}
		s.at.width += w
		s.open = true
		if r == '-' || r == '–' || r == '—' {
			s.flush(false)
		}
	}
}

// fill breaks words greedily into lines of a width, and gives their number, the
// longest and the last.
func fill(words []word, width int) (lines, longest, last int) {
	at, space := 0, 0
	for i := range words {
		w := &words[i]
		if at > 0 && at+space+w.width > width {
			lines, longest = lines+1, max(longest, at)
			at, space = 0, 0
		}
		at, space = at+space+w.width, w.space
		if w.ends {
			lines, longest, last = lines+1, max(longest, at), at
			at, space = 0, 0
		}
	}
	if at > 0 {
		lines, longest, last = lines+1, max(longest, at), at
	}
	return lines, longest, last
}

// balanced tells how a centred text stands best.
type balanced struct {
	lines         int
	indent        doc.Length // on both sides, so that its lines are about equally long
	longest, last doc.Length // lines
}

// balance narrows a centred text until one more line would be needed.
func (f *former) balance(inlines []doc.Inline, face decree.Face, width doc.Length) balanced {
	words := f.split(inlines, face)
	room := toUnits(width, face.Size)
	lines, longest, last := fill(words, room)
	narrow := room
	if lines > 1 {
		least := 0
		for i := range words {
			least = max(least, words[i].width)
		}
		for least < narrow {
			mid := (least + narrow) / 2
			if n, wide, _ := fill(words, mid); n > lines || wide > mid {
				least = mid + 1
			} else {
				narrow = mid
			}
		}
		_, longest, last = fill(words, narrow)
	}
	b := balanced{lines: lines, longest: toLength(longest, face.Size), last: toLength(last, face.Size)}
	// A point of slack, since DOCX knows whole twips only.
	if slack := (width - toLength(narrow, face.Size) - 2*doc.Point) / 2; slack > 0 && lines > 1 {
		b.indent = slack / doc.Twip * doc.Twip
	}
	return b
}

// ruleLength is the length of the line below such a text: a share of the longest
// line, and where that is possible within the bounds for the last line too.
func (b balanced) ruleLength(t *decree.Title) doc.Length {
	l := t.Rule.Of(b.longest)
	low, high := t.RuleLeast.Of(max(b.longest, b.last)), t.RuleMost.Of(min(b.longest, b.last))
	if low < high {
		l = min(max(l, low), high)
	}
	return l
}
