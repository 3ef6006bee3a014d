package docx

import (
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
)

// sliver is the height of paragraphs that Word needs where the flow has none:
// behind a table at the end of a cell, before one that starts a page. Word takes no
// exact line below 0.7 pt.
const sliver = 14 * doc.Twip

// column is the room that blocks stand in, and what holds for all of them.
type column struct {
	width               doc.Length
	keepNext, keepLines bool
	fill                *paraFormat // how an empty paragraph looks; nil: as small as can be
	ending              []byte      // sectPr for the last paragraph; nil for none
	frames              []*doc.Frame
	mustEnd             bool // the last block has to be a paragraph, as in a cell
}

// leaf is a block that is no group, with what its groups ask of it.
type leaf struct {
	block               doc.Block
	keepNext, keepLines bool
}

// flatten takes the groups away. A group that is not to be broken becomes a chain of
// blocks that stay with the next one.
func flatten(list []leaf, blocks []doc.Block, keepNext, keepLines bool) []leaf {
	for i, b := range blocks {
		next := keepNext || keepLines && i < len(blocks)-1
		g, ok := b.(*doc.Group)
		if !ok {
			list = append(list, leaf{b, next, keepLines})
			continue
		}
		lines := keepLines || g.KeepTogether
		list = flatten(list, g.Blocks, false, lines)
		if n := len(list); n > 0 && next {
			list[n-1].keepNext = true
		}
	}
	return list
}

// run is a list of blocks being written.
type run struct {
	*story
	column
	pending   doc.Length // distance owed by a table above
	pageBreak bool       // the next block starts a page
	table     bool       // the block above is a table
	spaced    bool       // the paragraph above keeps the distance that the table below asks for
	wrote     bool       // some paragraph or table is written
}

// blocks writes a list of blocks.
func (s *story) blocks(blocks []doc.Block, c column) error {
	leaves := flatten(nil, blocks, false, c.keepLines)
	r := &run{story: s, column: c}
	for i, l := range leaves {
		l.keepNext = l.keepNext || c.keepNext
		last := i == len(leaves)-1
		var extra doc.Length // distance that Word's tables cannot have
		if !last {
			if t, ok := leaves[i+1].block.(*doc.Table); ok {
				extra = t.Before
			}
		}
		if err := r.block(l, extra, last); err != nil {
			return err
		}
	}
	switch {
	case r.pageBreak, len(r.frames) > 0, r.ending != nil, r.table && r.mustEnd:
		return r.filler(sliver, false)
	case !r.wrote && r.mustEnd && r.fill != nil:
		return r.paragraph(r.fill, nil)
	case !r.wrote && r.mustEnd:
		return r.filler(sliver, false)
	}
	return nil
}

func (r *run) block(l leaf, extra doc.Length, last bool) error {
	switch b := l.block.(type) {
	case *doc.Paragraph:
		return r.closing(formatOf(b), l, extra, last, func(st *style) error {
			if err := r.paragraphText(b, st); err != nil {
				return fmt.Errorf("paragraph %s: %w", b.At, err)
			}
			return nil
		})
	case *doc.Table:
		return r.tableBlock(b, l)
	case *doc.Rule:
		return r.closing(r.rule(b), l, extra, last, nil)
	case *doc.Slot:
		return r.slot(b, l, extra, last)
	case *doc.Figure:
		f := figureFormat(b.Align, b.Before, b.After, b.KeepNext)
		return r.closing(f, l, extra, last, func(*style) error {
			return r.inlinePicture(b.Picture, b.Width, b.Height)
		})
	case *doc.Drawing:
		f := figureFormat(b.Align, b.Before, b.After, b.KeepNext)
		return r.closing(f, l, extra, last, func(*style) error { return r.drawing(b, nil) })
	case *doc.Break:
		r.pageBreak, r.pending = true, 0
		return nil
	case *doc.Frame:
		r.frames = append(r.frames[:len(r.frames):len(r.frames)], b)
		return nil
	}
	return fmt.Errorf("unknown block %T", l.block)
}

// closing writes a paragraph of the list: with what is owed from above and to
// the table below, and with the end of the section if it is the last.
func (r *run) closing(f *paraFormat, l leaf, extra doc.Length, last bool, content func(*style) error) error {
	f.keepNext, f.keepLines, f.after = l.keepNext, l.keepLines, max(extra.Twips(), 0)
	if last {
		f.section, r.ending = r.ending, nil
	}
	err := r.paragraph(f, content)
	r.spaced = extra > 0
	return err
}

// paragraph writes a paragraph with its share of what is pending.
func (r *run) paragraph(f *paraFormat, content func(*style) error) error {
	f.before, f.pageBreak = max(r.pending.Twips(), 0), r.pageBreak
	r.pending, r.pageBreak, r.table, r.spaced, r.wrote = 0, false, false, false, true
	st := r.openParagraph(f)
	frames := r.frames
	r.frames = nil
	for _, fr := range frames {
		if err := r.frame(fr); err != nil {
			return err
		}
	}
	if content != nil {
		if err := content(st); err != nil {
			return err
		}
	}
	r.close("w:p")
	return nil
}

// filler writes an empty paragraph of a height. It carries the section's end
// unless something follows.
func (r *run) filler(height doc.Length, follows bool) error {
	f := slotFormat(max(height, sliver))
	f.keepNext = follows
	if !follows {
		f.section, r.ending = r.ending, nil
	}
	r.pending = 0
	return r.paragraph(f, nil)
}

// tableBlock writes a table, with a paragraph before it where Word needs one:
// two tables without one would become one table.
func (r *run) tableBlock(t *doc.Table, l leaf) error {
	owed := r.pending
	if !r.spaced {
		owed += t.Before
	}
	if r.table || r.pageBreak || owed > 0 || len(r.frames) > 0 {
		if err := r.filler(owed, true); err != nil {
			return err
		}
	}
	if err := r.story.table(t, l); err != nil {
		return err
	}
	r.pending, r.table, r.spaced, r.wrote = t.After, true, false, true
	return nil
}

// rule gives a drawn line as the border below an empty paragraph, whose
// indents make its length: in place and length the same in Word, LibreOffice and WPS.
func (r *run) rule(b *doc.Rule) *paraFormat {
	// The paragraph needs a line above its border; it is taken from the distance.
	line := min(max(b.Before, 2*doc.Twip), 20*doc.Twip)
	f := &paraFormat{
		style: ruleStyle,
		para:  paraLook{before: max((b.Before - line).Twips(), 0), after: max(b.After.Twips(), 0), line: line.Twips(), align: doc.Left, border: b.Thickness},
		run:   runLook{halfPoints: 2},
	}
	if rest := (r.width - b.Length).Twips(); b.Length > 0 && rest != 0 {
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

// slotFormat is an empty paragraph of an exact height.
func slotFormat(height doc.Length) *paraFormat {
	const most = 31680 // twips; Word's longest line pitch
	return &paraFormat{
		style: slotStyle,
		para:  paraLook{line: min(max(height.Twips(), sliver.Twips()), most), align: doc.Left},
		run:   runLook{halfPoints: 2},
	}
}

// slot writes a height kept free; its pictures float over it.
func (r *run) slot(b *doc.Slot, l leaf, extra doc.Length, last bool) error {
	if b.Height <= 0 && len(b.Pictures) == 0 {
		return nil
	}
	width := b.Width
	if width == 0 {
		width = r.width
	}
	left := (r.width - width) / 2
	return r.closing(slotFormat(b.Height), l, extra, last, func(*style) error {
		for _, p := range b.Pictures {
			at := anchor{x: left + p.X, y: p.Y, width: p.Width, height: p.Height, fromX: "column", fromY: "paragraph"}
			if err := r.anchoredPicture(p.Picture, at); err != nil {
				return err
			}
		}
		return nil
	})
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
