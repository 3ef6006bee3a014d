package docx

import (
	"slices"

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
	if l.bold != base.bold {
		x.empty("w:b", onOff(l.bold)...)
		x.empty("w:bCs", onOff(l.bold)...)
	}
	if l.italic != base.italic {
		x.empty("w:i", onOff(l.italic)...)
		x.empty("w:iCs", onOff(l.italic)...)
	}
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

// onOff is the attribute of a property that is on by being there.
func onOff(on bool) []string {
	if on {
		return nil
	}
	return []string{"w:val", "0"}
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
	if l.keepNext != base.keepNext {
		x.empty("w:keepNext", onOff(l.keepNext)...)
	}
	if l.keepLines != base.keepLines {
		x.empty("w:keepLines", onOff(l.keepLines)...)
	}
	if l.pageBreak != base.pageBreak {
		x.empty("w:pageBreakBefore", onOff(l.pageBreak)...)
	}
	if l.loose != base.loose {
		x.empty("w:widowControl", onOff(!l.loose)...)
	}
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
			x.empty("w:bottom", "w:val", "single", "w:sz", eighths(l.border), "w:space", "0", "w:color", "000000")
		}
		x.close("w:pBdr")
	}
	writeTabs(x, l.tabs, base.tabs)
	if l.before != base.before || l.after != base.after || l.line != base.line || l.exact != base.exact {
		x.tag("w:spacing", nil)
		if l.before != base.before {
			x.raw(` w:before="` + itoa(l.before) + `"`)
		}
		if l.after != base.after {
			x.raw(` w:after="` + itoa(l.after) + `"`)
		}
		switch {
		case l.line == base.line && l.exact == base.exact:
		case l.line == 0:
			x.raw(` w:line="240" w:lineRule="auto"`)
		case l.exact:
			x.raw(` w:line="` + itoa(l.line) + `" w:lineRule="exact"`)
		default: // larger type and pictures that are put in later have room
			x.raw(` w:line="` + itoa(l.line) + `" w:lineRule="atLeast"`)
		}
		x.raw("/>")
	}
	// A list has indents of its own, which stand above those of the style.
	listed := l.number != base.number
	if l.left != base.left || l.right != base.right || l.first != base.first || listed {
		x.tag("w:ind", nil)
		if l.left != base.left || listed {
			x.raw(` w:left="` + itoa(l.left) + `"`)
		}
		if l.right != base.right {
			x.raw(` w:right="` + itoa(l.right) + `"`)
		}
		switch {
		case l.first == base.first && !listed:
		case l.first < 0:
			x.raw(` w:hanging="` + itoa(-l.first) + `"`)
		default:
			x.raw(` w:firstLine="` + itoa(l.first) + `"`)
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

func jc(a doc.Align) string {
	switch a {
	case doc.Left:
		return "left"
	case doc.Center:
		return "center"
	case doc.Right:
		return "right"
	}
	return "both"
}

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
		kind := jc(t.Align)
		if t.Align == doc.Justify {
			kind = "left"
		}
		if t.Leader != 0 {
			x.empty("w:tab", "w:val", kind, "w:leader", leader(t.Leader), "w:pos", twips(t.At))
		} else {
			x.empty("w:tab", "w:val", kind, "w:pos", twips(t.At))
		}
	}
	x.close("w:tabs")
}

func leader(r rune) string {
	switch r {
	case '-':
		return "hyphen"
	case '_':
		return "underscore"
	case '·':
		return "middleDot"
	}
	return "dot"
}
