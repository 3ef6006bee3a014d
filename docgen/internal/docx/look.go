package docx

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// runLook is how letters look: the rPr of a run or style.
type runLook struct {
	halfPoints   int // size; zero is left to what stands above
	bold, italic bool
	color        doc.Color
	spacing      int  // added to the width of each letter, in twips
	boxes        bool // signs of forms: in the face that Word itself takes for them
}

func lookOf(f flow.Font) runLook {
	n := int((f.Size*2 + doc.Point/2) / doc.Point)
	return runLook{halfPoints: n, bold: f.Bold, italic: f.Italic, color: f.Color}
}

// writeTo adds what differs from base, in the order that the schema asks for.
func (l runLook) writeTo(x *xmlText, base runLook) {
	if l.boxes {
		const face = "MS Gothic"
		x.empty("w:rFonts", "w:ascii", face, "w:eastAsia", face, "w:hAnsi", face, "w:hint", "eastAsia")
	}
	x.toggle("w:b", l.bold, base.bold)
	x.toggle("w:bCs", l.bold, base.bold)
	x.toggle("w:i", l.italic, base.italic)
	x.toggle("w:iCs", l.italic, base.italic)
	if l.color != base.color {
		x.empty("w:color", "w:val", hex(l.color))
	}
	if l.spacing != base.spacing {
		x.empty("w:spacing", "w:val", itoa(l.spacing))
	}
	if l.halfPoints != base.halfPoints && l.halfPoints != 0 {
		x.empty("w:sz", "w:val", itoa(l.halfPoints))
		x.empty("w:szCs", "w:val", itoa(l.halfPoints))
	}
}

// toggle adds a property that is on by being there, where it differs from base.
func (x *xmlText) toggle(name string, on, base bool) {
	switch {
	case on == base:
	case on:
		x.empty(name)
	default:
		x.empty(name, "w:val", "0")
	}
}

// paraLook is how a paragraph stands: the pPr of a paragraph or style, in
// twips. The zero value is Word's own paragraph: left, single, no distances.
type paraLook struct {
	keepNext, keepLines, pageBreak, loose bool
	exact                                 bool           // line is just so high, whatever stands on it
	border                                doc.Length     // thickness of a line below; zero draws none
	tabs                                  []flow.TabStop // by place, without doubles
	before, after, line                   int            // line zero: the face's own pitch
	left, right, first                    int            // first negative: hanging
	align                                 doc.Align      // doc.Left is the base, not Justify
	outline                               int            // level in the navigation pane, from 1; zero is text
	heading                               bool           // is a heading and nothing else
	number                                numbered       // by Word itself, unless num is 0
}

func lookOfParagraph(p *flow.Paragraph) paraLook {
	l := paraLook{
		keepNext: p.KeepNext, keepLines: p.KeepLines, loose: p.Loose,
		before: max(p.Before.Twips(), 0), after: max(p.After.Twips(), 0), line: p.Pitch.Twips(),
		left: p.LeftIndent.Twips(), right: p.RightIndent.Twips(), first: p.FirstIndent.Twips(),
		align: p.Align, outline: outlineLevel(p), heading: p.Role == flow.RoleHeading,
	}
	if len(p.Tabs) > 0 {
		l.tabs = slices.Clone(p.Tabs)
		slices.SortStableFunc(l.tabs, func(a, b flow.TabStop) int { return a.At.Twips() - b.At.Twips() })
		l.tabs = slices.CompactFunc(l.tabs, func(a, b flow.TabStop) bool { return a.At.Twips() == b.At.Twips() })
	}
	return l
}

// outlineLevel is the level of a paragraph in the navigation pane, or 0: of a heading, also
// one that text follows, as in an article; of the title. Deeper headings than
// flow.RoleHeading knows are ordinary paragraphs.
func outlineLevel(p *flow.Paragraph) int {
	switch {
	case p.Role == flow.RoleTitle:
		return 1
	case p.Role != flow.RoleHeading && p.RunIn == 0, p.Level < 1, p.Level > 6:
		return 0
	}
	return p.Level
}

// writeTo adds what differs from base, in the order that the schema asks for.
func (l *paraLook) writeTo(x *xmlText, base *paraLook) {
	x.toggle("w:keepNext", l.keepNext, base.keepNext)
	x.toggle("w:keepLines", l.keepLines, base.keepLines)
	x.toggle("w:pageBreakBefore", l.pageBreak, base.pageBreak)
	x.toggle("w:widowControl", !l.loose, !base.loose)
	if l.number != base.number {
		x.open("w:numPr")
		x.empty("w:ilvl", "w:val", itoa(l.number.level))
		x.empty("w:numId", "w:val", itoa(l.number.num))
		x.close("w:numPr")
	}
	if l.border != base.border {
		x.open("w:pBdr")
		if l.border == 0 {
			x.empty("w:bottom", "w:val", "nil")
		} else {
			x.border("w:bottom", l.border)
		}
		x.close("w:pBdr")
	}
	writeTabs(x, l.tabs, base.tabs)
	if l.before != base.before || l.after != base.after || l.line != base.line || l.exact != base.exact {
		x.tag("w:spacing", nil)
		x.figure("w:before", l.before, l.before != base.before)
		x.figure("w:after", l.after, l.after != base.after)
		switch {
		case l.line == base.line && l.exact == base.exact:
		case l.line == 0:
			x.raw(` w:line="240" w:lineRule="auto"`)
		case l.exact:
			x.figure("w:line", l.line, true)
			x.raw(` w:lineRule="exact"`)
		default: // larger type and pictures that are put in later have room
			x.figure("w:line", l.line, true)
			x.raw(` w:lineRule="atLeast"`)
		}
		x.raw("/>")
	}
	// A list has indents of its own, which stand above those of the style.
	listed := l.number != base.number
	if l.left != base.left || l.right != base.right || l.first != base.first || listed {
		x.tag("w:ind", nil)
		x.figure("w:left", l.left, l.left != base.left || listed)
		x.figure("w:right", l.right, l.right != base.right)
		if own := l.first != base.first || listed; l.first < 0 {
			x.figure("w:hanging", -l.first, own)
		} else {
			x.figure("w:firstLine", l.first, own)
		}
		x.raw("/>")
	}
	if l.align != base.align {
		x.empty("w:jc", "w:val", jc(l.align))
	}
	switch {
	case l.outline == base.outline:
	case l.outline == 0:
		x.empty("w:outlineLvl", "w:val", "9")
	default:
		x.empty("w:outlineLvl", "w:val", itoa(l.outline-1))
	}
}

// border writes a line along a side of a paragraph or table.
func (x *xmlText) border(side string, thickness doc.Length) {
	x.empty(side, "w:val", "single", "w:sz", eighths(thickness), "w:space", "0", "w:color", "000000")
}

// figure adds an attribute to a tag that is open, where it is wanted.
func (x *xmlText) figure(name string, n int, wanted bool) {
	if wanted {
		x.b = append(append(append(x.b, ' '), name...), `="`...)
		x.b = append(strconv.AppendInt(x.b, int64(n), 10), '"')
	}
}

// Word's names of alignments and of what leads to a tab stop, where they are not the usual ones.
var (
	aligns  = map[doc.Align]string{doc.Left: "left", doc.Center: "center", doc.Right: "right"}
	leaders = map[rune]string{'-': "hyphen", '_': "underscore", '·': "middleDot"}
)

func jc(a doc.Align) string { return cmp.Or(aligns[a], "both") }

// writeTabs adds the stops, and takes away those of base that do not hold.
func writeTabs(x *xmlText, tabs, base []flow.TabStop) {
	if slices.Equal(tabs, base) {
		return
	}
	x.open("w:tabs")
	for len(tabs) > 0 || len(base) > 0 {
		switch {
		case len(tabs) == 0 || len(base) > 0 && base[0].At.Twips() < tabs[0].At.Twips():
			x.empty("w:tab", "w:val", "clear", "w:pos", twips(base[0].At))
			base = base[1:]
			continue
		case len(base) > 0 && base[0].At.Twips() == tabs[0].At.Twips():
			base = base[1:]
		}
		t := tabs[0]
		tabs = tabs[1:]
		kind := cmp.Or(aligns[t.Align], "left")
		if t.Leader != 0 {
			x.empty("w:tab", "w:val", kind, "w:leader", cmp.Or(leaders[t.Leader], "dot"), "w:pos", twips(t.At))
		} else {
			x.empty("w:tab", "w:val", kind, "w:pos", twips(t.At))
		}
	}
	x.close("w:tabs")
}
