package form

import (
	"math"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// lineWidth is the width of s on one line, in NFC as it is printed.
func (f *former) lineWidth(s string, face decree.Face) doc.Length {
	return lines.Length(lines.Width(f.m, styleOf(face), printed(s)), face.Size)
}

// inlinesWidth is the width of inlines on one line.
func (f *former) inlinesWidth(in []doc.Inline, face decree.Face) doc.Length {
	return lines.Length(lines.Fill(f.split(in, face), math.MaxInt).Longest, face.Size)
}

func styleOf(face decree.Face) font.Style { return font.StyleOf(face.Bold, face.Italic) }

// split cuts inlines into words, measured in letters of a face.
func (f *former) split(inlines []doc.Inline, face decree.Face) []lines.Word {
	f.words = lines.Words(f.words[:0], f.m, inlines, styleOf(face), face.Size)
	return f.words
}

// balanced tells how a centred text stands best.
type balanced struct {
	lines         int
	indent        doc.Length // on both sides, so that its lines are about equally long
	longest, last doc.Length // lines
}

// balance narrows a centred text until one more line would be needed.
func (f *former) balance(inlines []doc.Inline, face decree.Face, width doc.Length) balanced {
	return balance(f.split(inlines, face), face, width)
}

func balance(words []lines.Word, face decree.Face, width doc.Length) balanced {
	room := lines.Room(width, face.Size)
	set := lines.Fill(words, room)
	narrow := room
	if set.Lines > 1 {
		least := 0
		for i := range words {
			least = max(least, words[i].Width)
		}
		for least < narrow {
			mid := (least + narrow) / 2
			if lines.Fill(words, mid).Lines > set.Lines {
				least = mid + 1
			} else {
				narrow = mid
			}
		}
		set = lines.Fill(words, narrow)
	}
	b := balanced{lines: set.Lines, longest: lines.Length(set.Longest, face.Size), last: lines.Length(set.Last, face.Size)}
	// A point of slack, since DOCX knows whole twips only.
	slack := (width - lines.Length(narrow, face.Size) - 2*doc.Point) / 2
	b.indent = max(slack, 0) / doc.Twip * doc.Twip
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
