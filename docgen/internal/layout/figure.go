package layout

import (
	"errors"
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// pictureElement adds the element of a picture; one without alternative text
// is an ornament.
func (e *engine) pictureElement(s scope, alt string) *Element {
	if alt == "" || s.parent == nil {
		return nil
	}
	elem := e.tree.add(s.holder(&e.tree), "Figure")
	elem.Alt = alt
	return elem
}

var errNoPicture = errors.New("a figure or slot without its picture")

func keptIf(keep bool) glue {
	if keep {
		return kept
	}
	return free
}

// slot is a height kept free.
type slot struct {
	src   *flow.Slot
	width doc.Length // of the column
	elems []*Element // of its pictures
}

func (e *engine) slot(b *flow.Slot, s scope) error {
	sl := &slot{src: b, width: s.width}
	for _, pic := range b.Pictures {
		if pic.Picture == nil {
			return errNoPicture
		}
		sl.elems = append(sl.elems, e.pictureElement(s, pic.Picture.Alt))
	}
	e.out = append(e.out, piece{height: b.Height, box: sl})
	return nil
}

func (sl *slot) draw(p *painter, x, y doc.Length) {
	b := sl.src
	width := b.Width
	if width == 0 {
		width = sl.width
	}
	x += aligned(doc.Center, sl.width, width)
	p.named(b.Name, x, y, width, b.Height)
	for _, a := range b.Also {
		p.named(a.Name, x+a.X, y+a.Y, a.Width, a.Height)
	}
	for i, pic := range b.Pictures {
		p.image(x+pic.X, y+pic.Y, pic.Width, pic.Height, pic.Picture, sl.elems[i])
	}
}

// figure is a picture that takes its own place.
type figure struct {
	src   *flow.Figure
	width doc.Length // of the column
	elem  *Element
}

func (e *engine) figure(b *flow.Figure, s scope) error {
	if b.Picture == nil {
		return errNoPicture
	}
	e.out = append(e.out, piece{
		before: b.Before, height: b.Height, after: b.After, glue: keptIf(b.KeepNext),
		box: &figure{b, s.width, e.pictureElement(s, b.Picture.Alt)},
	})
	return nil
}

func (f *figure) draw(p *painter, x, y doc.Length) {
	b := f.src
	p.image(x+aligned(b.Align, f.width, b.Width), y, b.Width, b.Height, b.Picture, f.elem)
}

// drawing is a small picture made of lines, rectangles, curves and words.
type drawing struct {
	src   *flow.Drawing
	width doc.Length // of the column
	elem  *Element
	words []lines.Units   // widths of its captions, by shape
	of    *flow.Paragraph // whose text they are
}

func (e *engine) drawing(b *flow.Drawing, s scope) error {
	d := &drawing{src: b, width: s.width, elem: e.pictureElement(s, b.Alt), words: make([]lines.Units, len(b.Shapes)),
		of: &flow.Paragraph{At: b.At}}
	for i, sh := range b.Shapes {
		switch sh := sh.(type) {
		case *flow.Line, *flow.Rect, *flow.Path:
		case *flow.Caption:
			d.words[i] = e.textWidth(d.of, lookOf(sh.Font), sh.S)
		default:
			return fmt.Errorf("unknown shape %T", sh)
		}
	}
	e.out = append(e.out, piece{before: b.Before, height: b.Height, after: b.After, glue: keptIf(b.KeepNext), box: d})
	return nil
}

func (d *drawing) draw(p *painter, x, y doc.Length) {
	x += aligned(d.src.Align, d.width, d.src.Width)
	elem := d.elem
	if p.artifact {
		elem = nil
	}
	for i, sh := range d.src.Shapes {
		switch sh := sh.(type) {
		case *flow.Line:
			p.page.Acts = append(p.page.Acts, &Line{
				X1: x + sh.X1, Y1: y + sh.Y1, X2: x + sh.X2, Y2: y + sh.Y2,
				Thickness: sh.Thickness, Color: sh.Color, Elem: elem,
			})
		case *flow.Rect:
			p.page.Acts = append(p.page.Acts, &Rect{
				X: x + sh.X, Y: y + sh.Y, Width: sh.Width, Height: sh.Height,
				Thickness: sh.Thickness, Fill: sh.Fill, Color: sh.Color, Elem: elem,
			})
		case *flow.Path:
			p.page.Acts = append(p.page.Acts, &Path{X: x, Y: y, Path: sh, Elem: elem})
		case *flow.Caption:
			left := x + sh.X
			switch sh.Align {
			case doc.Center:
				left -= d.words[i].Length() / 2
			case doc.Right:
				left -= d.words[i].Length()
			}
			p.text(left, y+sh.Y, lookOf(sh.Font), 0, sh.S, elem, d.of)
		}
	}
}
