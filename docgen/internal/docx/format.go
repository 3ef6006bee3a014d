package docx

import (
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// paraFormat is all that is said of a paragraph beside its text.
type paraFormat struct {
	style flow.Style
	para  paraLook
	run   runLook
	// What its place asks for beyond its own look. A style made from the
	// paragraph knows nothing of it.
	keepNext, keepLines, pageBreak bool
	before, after                  int     // twips added to the distances
	mark                           runLook // of the paragraph's mark and of its number, if Word makes one
	section                        []byte  // sectPr of the section that ends here
}

// sliver is the height of paragraphs that Word needs where the flow has none:
// behind a table at the end of a cell, before one that starts a page. Word takes no
// exact line below 0.7 pt.
const sliver = 14 * doc.Twip

// formatOf gives the format of a paragraph of the flow.
func formatOf(p *flow.Paragraph) *paraFormat {
	return &paraFormat{style: p.Style, para: lookOfParagraph(p), run: lookOf(p.Font)}
}

// ruleFormat gives a drawn line as the border below an empty paragraph, whose
// indents make its length: in place and length the same in Word, LibreOffice and WPS.
func ruleFormat(b *flow.Rule, width doc.Length) *paraFormat {
	// The paragraph needs a line above its border; it is taken from the distance.
	line := min(max(b.Before, 2*doc.Twip), 20*doc.Twip)
	f := &paraFormat{
		style: ruleStyle,
		para: paraLook{before: max((b.Before - line).Twips(), 0), after: max(b.After.Twips(), 0), line: line.Twips(), exact: true,
			align: doc.Left, border: b.Thickness},
		run: runLook{halfPoints: 2},
	}
	if rest := (width - b.Length).Twips(); b.Length > 0 && rest != 0 {
		switch b.Align {
		case doc.Center:
			f.para.left, f.para.right = rest/2, rest-rest/2
		case doc.Right:
			f.para.left = rest
		default:
			f.para.right = rest
		}
	}
	return f
}

// slotOf is the paragraph of a slot. What is to be written into one that has a name, such
// as "(Đã ký)", is of the size of other text; the rest of the height stands below it.
func slotOf(b *flow.Slot) *paraFormat {
	line := int(normalRun.halfPoints) * 10 * 115 / 100 // twips, single
	rest := b.Height.Twips() - line
	if b.Name == "" || rest < 0 {
		return slotFormat(b.Height)
	}
	return &paraFormat{style: signStyle, para: paraLook{line: line, after: rest, align: doc.Center}, run: normalRun}
}

// slotFormat is an empty paragraph of an exact height.
func slotFormat(height doc.Length) *paraFormat {
	const most = 31680 // twips; Word's longest line pitch
	return &paraFormat{
		style: slotStyle,
		para:  paraLook{line: min(max(height.Twips(), sliver.Twips()), most), exact: true, align: doc.Left},
		run:   runLook{halfPoints: 2},
	}
}

// figureFormat is a paragraph around a picture: its line is as high as the
// picture, so it has no exact pitch.
func figureFormat(align doc.Align, before, after doc.Length, keepNext bool) *paraFormat {
	if align == doc.Justify {
		align = doc.Left
	}
	return &paraFormat{
		style: figureStyle,
		para:  paraLook{before: max(before.Twips(), 0), after: max(after.Twips(), 0), align: align, keepNext: keepNext},
		run:   runLook{halfPoints: 2},
	}
}
