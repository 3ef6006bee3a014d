package layout

import (
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/plan/diag"
)

// Coverage reports the letters of f that the faces lack, as [Pages] does,
// without breaking lines: for writers that leave lines to others. Word would put
// another family's letter in place of such a one, or a box. Blocks and inlines that
// it does not know are left to the writers.
func Coverage(f *doc.Flow, m font.Metrics) diag.List {
	c := &coverage{engine{m: m}}
	for _, s := range f.Sections {
		c.blocks(s.Blocks)
		c.blocks(s.Foot)
		for _, b := range s.Frames {
			c.blocks(b.Blocks)
		}
	}
	c.found.Sort()
	return c.found
}

// coverage is one run of Coverage.
type coverage struct{ engine }

func (c *coverage) blocks(list []doc.Block) {
	for _, b := range list {
		switch b := b.(type) {
		case *doc.Paragraph:
			c.inlines(b, b.Inlines, font.StyleOf(b.Font.Bold, b.Font.Italic))
		case *doc.Group:
			c.blocks(b.Blocks)
		case *doc.Frame:
			c.blocks(b.Blocks)
		case *doc.Table:
			for _, r := range b.Rows {
				for _, cell := range r.Cells {
					c.blocks(cell.Blocks)
				}
			}
		case *doc.Drawing:
			p := &doc.Paragraph{At: b.At}
			for _, s := range b.Shapes {
				if word, ok := s.(*doc.Caption); ok {
					c.text(p, word.S, font.StyleOf(word.Font.Bold, word.Font.Italic))
				}
			}
		}
	}
}

func (c *coverage) inlines(p *doc.Paragraph, list []doc.Inline, s font.Style) {
	for _, in := range list {
		switch in := in.(type) {
		case *doc.Text:
			c.text(p, in.S, s)
		case *doc.Strong:
			c.inlines(p, in.Inlines, s|font.Bold)
		case *doc.Emph:
			c.inlines(p, in.Inlines, s^font.Italic)
		case *doc.Upright:
			c.inlines(p, in.Inlines, font.Regular)
		case *doc.Label:
			c.inlines(p, in.Inlines, s)
		case *doc.Blank:
			c.text(p, in.Value, s)
		case *doc.Note:
			c.inlines(p, in.Inlines, font.Regular)
		case *doc.Link:
			c.inlines(p, in.Inlines, s)
		case *doc.Ref:
			c.inlines(p, in.Inlines, s)
		}
	}
}

func (c *coverage) text(p *doc.Paragraph, text string, s font.Style) {
	for _, r := range text {
		c.advance(p, s, r)
	}
}
