package docx

import (
	"cmp"
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// column is the room that blocks stand in, and what holds for all of them.
type column struct {
	width               doc.Length
	keepNext, keepLines bool
	fill                *paraFormat // how an empty paragraph looks; nil: as small as can be
	ending              []byte      // sectPr for the last paragraph; nil for none
	frames              []*flow.Frame
}

// leaf is a block that is no group, with what its groups ask of it.
type leaf struct {
	block               flow.Block
	keepNext, keepLines bool
	format              *paraFormat // of a block that is written as a paragraph; otherwise nil
	above               doc.Length  // distance above a table
}

// flatten takes the groups away. A group that is not to be broken becomes a chain of
// blocks that stay with the next one.
func flatten(list []leaf, blocks []flow.Block, keepLines bool) []leaf {
	for i, b := range blocks {
		next := keepLines && i < len(blocks)-1
		g, ok := b.(*flow.Group)
		if !ok {
			list = append(list, leaf{block: b, keepNext: next, keepLines: keepLines})
			continue
		}
		list = flatten(list, g.Blocks, keepLines || g.KeepTogether)
		if n := len(list); n > 0 && next {
			list[n-1].keepNext = true
		}
	}
	return list
}

// leaves gives the blocks of a column with their formats.
func (c column) leaves(blocks []flow.Block) []leaf {
	list := flatten(make([]leaf, 0, len(blocks)), blocks, c.keepLines)
	for i := range list {
		l := &list[i]
		l.keepNext = l.keepNext || c.keepNext
		switch b := l.block.(type) {
		case *flow.Paragraph:
			l.format = formatOf(b)
		case *flow.Rule:
			l.format = ruleFormat(b, c.width)
		case *flow.Slot:
			l.format = slotOf(b)
		case *flow.Figure:
			l.format = figureFormat(b.Align, b.Before, b.After, b.KeepNext)
		case *flow.Drawing:
			l.format = figureFormat(b.Align, b.Before, b.After, b.KeepNext)
		case *flow.Table:
			l.above = b.Before
		}
		if f := l.format; f != nil {
			f.keepNext, f.keepLines = l.keepNext, l.keepLines
		}
	}
	for i := 1; i < len(list); i++ {
		list[i-1].join(&list[i])
	}
	if n := len(list); n > 0 && list[n-1].format != nil {
		list[n-1].format.section = c.ending
	}
	return list
}

// join gives the distance above a block to the paragraph before it. Tables have none in
// Word. Where two distances meet they add up in the flow; in Word they do
// as long as a setting says so, which LibreOffice loses when it saves. In one
// place, they are safe.
func (l *leaf) join(next *leaf) {
	f := l.format
	switch {
	case f == nil:
	case next.above > 0:
		f.after += next.above.Twips()
		next.above = 0
	case next.format != nil && f.para.after > 0 && next.format.para.before > 0:
		f.after += next.format.para.before
		next.format.before -= next.format.para.before
	}
}

// run is a list of blocks being written.
type run struct {
	*story
	column
	owed      doc.Length // distance asked for by a table above
	pageBreak bool       // the next block starts a page
	table     bool       // the block above is a table
	wrote     bool       // some paragraph or table is written
}

// blocks writes a list of blocks.
func (s *story) blocks(blocks []flow.Block, c column) {
	r := &run{story: s, column: c}
	for _, l := range c.leaves(blocks) {
		if r.block(l); r.err != nil {
			return
		}
	}
	switch {
	case r.pageBreak, len(r.frames) > 0, r.ending != nil, r.table:
		r.filler(sliver, false)
	case !r.wrote && r.fill != nil:
		r.paragraph(r.fill, nil)
	case !r.wrote:
		r.filler(sliver, false)
	}
}

func (r *run) block(l leaf) {
	switch b := l.block.(type) {
	case *flow.Paragraph:
		if r.numbers.of[b].num > 0 {
			r.number(l.format, b)
		}
		r.paragraph(l.format, func(st *style) {
			good := r.err == nil
			if r.paragraphText(b, st); good && r.err != nil {
				r.err = fmt.Errorf("paragraph %s: %w", b.At, r.err)
			}
		})
	case *flow.Table:
		r.tableBlock(b, l)
	case *flow.Rule:
		r.paragraph(l.format, nil)
	case *flow.Slot:
		r.paragraph(l.format, func(*style) { r.placed(b) })
	case *flow.Figure:
		r.paragraph(l.format, func(*style) { r.inlinePicture(b.Picture, b.Width, b.Height) })
	case *flow.Drawing:
		r.paragraph(l.format, func(*style) { r.drawing(b, nil) })
	case *flow.Break:
		r.pageBreak, r.owed = true, 0
	case *flow.Frame:
		r.frames = append(r.frames[:len(r.frames):len(r.frames)], b)
	default:
		r.fail("unknown block %T", l.block)
	}
}

// paragraph writes a paragraph with its share of what is pending.
func (r *run) paragraph(f *paraFormat, content func(*style)) {
	f.before += max(r.owed.Twips(), 0)
	f.pageBreak = r.pageBreak
	r.owed, r.pageBreak, r.table, r.wrote = 0, false, false, true
	if f.section != nil {
		r.ending = nil
	}
	st := r.openParagraph(f)
	frames := r.frames
	r.frames = nil
	for _, fr := range frames {
		r.frame(fr)
	}
	if content != nil {
		content(st)
	}
	r.close("w:p")
}

// filler writes an empty paragraph of a height where Word needs one. It
// carries the section's end unless something follows.
func (r *run) filler(height doc.Length, follows bool) {
	f := slotFormat(max(height, sliver))
	f.keepNext = follows
	if !follows {
		f.section = r.ending
	}
	r.owed = 0
	r.paragraph(f, nil)
}

// tableBlock writes a table, with a paragraph before it where Word needs one:
// two tables without one would become one table.
func (r *run) tableBlock(t *flow.Table, l leaf) {
	above := l.above + r.owed
	if r.table || r.pageBreak || above > 0 || len(r.frames) > 0 {
		r.filler(above, true)
	}
	r.story.table(t, l)
	r.owed, r.table, r.wrote = t.After, true, true
}

// placed writes the pictures of a slot, which float over it.
func (r *run) placed(b *flow.Slot) {
	left := (r.width - cmp.Or(b.Width, r.width)) / 2
	for _, p := range b.Pictures {
		at := anchor{x: left + p.X, y: p.Y, width: p.Width, height: p.Height, fromX: "column", fromY: "paragraph"}
		r.anchoredPicture(p.Picture, at)
	}
}
