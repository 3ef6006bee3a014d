package pdf

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// painter turns the acts of all pages into content streams.
type painter struct {
	d      *document
	canvas *canvas
	buf    []byte // operators
	sent   int    // how much of them the canvas has got

	page   int
	height doc.Length

	// The marked content that is open, if any.
	marked bool
	elem   *layout.Element // nil: an artifact
	node   int32           // of elem

	inText   bool
	x, y     doc.Length // start of the text line, in whole hundredths of a point
	font     string
	size     doc.Length
	fill     doc.Color
	stroke   doc.Color
	thick    doc.Length
	strokeOK bool // stroke and thick are what the canvas has
}

// paint draws all pages and gives them as the canvas wrote them.
func (d *document) paint(f *file) ([]drawnPage, error) {
	p := &painter{d: d, canvas: &f.canvas, buf: f.packed[:0]}
	for i, page := range d.pages.Pages {
		if page.Width <= 0 || page.Height <= 0 {
			return nil, fmt.Errorf("page %d is %s by %s", i+1, page.Width, page.Height)
		}
		p.canvas.addPage(page.Width.Pt(), page.Height.Pt())
		p.page, p.height = i, page.Height
		if d.tree != nil {
			d.tree.page()
		}
		p.font, p.size = "", 0
		for _, act := range page.Acts {
			if err := p.act(act); err != nil {
				return nil, fmt.Errorf("page %d: %w", i+1, err)
			}
		}
		p.closeMark()
		p.flush()
	}
	f.packed = p.buf // nothing is compressed while pages are painted
	pages, err := p.canvas.finish(&f.drawn, d.options.Shelf)
	if err != nil {
		return nil, err
	}
	if len(pages) != len(d.pages.Pages) {
		return nil, fmt.Errorf("read drawn pages: %d of %d", len(pages), len(d.pages.Pages))
	}
	return pages, nil
}

func (p *painter) act(a layout.Act) error {
	switch a := a.(type) {
	case *layout.Text:
		return p.text(a)
	case *layout.Line:
		if err := p.shape(a.Elem, min(a.X1, a.X2), min(a.Y1, a.Y2), max(a.X1, a.X2), max(a.Y1, a.Y2)); err != nil {
			return err
		}
		p.strokeWith(a.Color, a.Thickness)
		p.canvas.line(a.X1.Pt(), a.Y1.Pt(), a.X2.Pt(), a.Y2.Pt())
	case *layout.Rect:
		if err := p.shape(a.Elem, a.X, a.Y, a.X+a.Width, a.Y+a.Height); err != nil {
			return err
		}
		if a.Fill {
			p.fillWith(a.Color)
		} else {
			p.strokeWith(a.Color, a.Thickness)
		}
		p.canvas.rect(a.X.Pt(), a.Y.Pt(), a.Width.Pt(), a.Height.Pt(), a.Fill)
	case *layout.Path:
		left, top, right, bottom := a.Bounds()
		if err := p.shape(a.Elem, left, top, right, bottom); err != nil {
			return err
		}
		p.path(a)
	case *layout.Image:
		return p.image(a)
	case *layout.Anchor:
		return p.anchor(a)
	default:
		return fmt.Errorf("unknown act %T", a)
	}
	return nil
}

// path draws an outline, or what is inside an odd number of them.
func (p *painter) path(a *layout.Path) {
	if a.Fill {
		p.fillWith(a.Color)
	} else {
		p.strokeWith(a.Color, a.Thickness)
	}
	b := p.buf
	point := func(x, y doc.Length) {
		b = (a.X + x).Round(doc.Point / 100).AppendPt(b)
		b = append(b, ' ')
		b = (p.height - a.Y - y).Round(doc.Point / 100).AppendPt(b)
		b = append(b, ' ')
	}
	for i := range a.Steps {
		s := &a.Steps[i]
		if s.Curved && !s.Move {
			point(s.X1, s.Y1)
			point(s.X2, s.Y2)
		}
		point(s.X, s.Y)
		switch {
		case s.Move || i == 0:
			b = append(b, "m\n"...)
		case s.Curved:
			b = append(b, "c\n"...)
		default:
			b = append(b, "l\n"...)
		}
	}
	if a.Fill {
		b = append(b, "f*\n"...)
	} else {
		b = append(b, "S\n"...)
	}
	p.buf = b
}

// shape makes ready to draw a line or area, and to hand over to the canvas.
func (p *painter) shape(e *layout.Element, left, top, right, bottom doc.Length) error {
	if err := p.mark(e); err != nil {
		return err
	}
	p.cover(left, top, right, bottom)
	p.closeText()
	p.flush()
	return nil
}

// mark opens marked content of an element, or of an artifact, unless it is open.
func (p *painter) mark(e *layout.Element) error {
	if p.d.tree == nil || p.marked && p.elem == e {
		return nil
	}
	p.closeMark()
	p.marked, p.elem = true, e
	if e == nil {
		p.buf = append(p.buf, "/Artifact BMC\n"...)
		return nil
	}
	var err error
	if p.node, err = p.d.tree.find(e); err != nil {
		return err
	}
	p.buf = append(p.buf, '/')
	p.buf = append(p.buf, e.Role...)
	p.buf = append(p.buf, "<</MCID "...)
	p.buf = strconv.AppendInt(p.buf, int64(p.d.tree.mark(p.node)), 10)
	p.buf = append(p.buf, ">>BDC\n"...)
	return nil
}

func (p *painter) closeMark() {
	p.closeText()
	if p.marked {
		p.buf = append(p.buf, "EMC\n"...)
		p.marked, p.elem = false, nil
	}
}

// cover says where something of the open element is drawn.
func (p *painter) cover(left, top, right, bottom doc.Length) {
	if p.d.tree != nil && p.elem != nil {
		p.d.tree.cover(p.node, bounds{page: p.page, height: p.height, left: left, top: top, right: right, bottom: bottom})
	}
}

func (p *painter) closeText() {
	if p.inText {
		p.buf = append(p.buf, "ET\n"...)
		p.inText = false
	}
}

// flush hands the operators over, so that the canvas can draw behind them.
func (p *painter) flush() {
	if p.sent < len(p.buf) {
		p.canvas.write(p.buf[p.sent:])
		p.sent = len(p.buf)
	}
}

func (p *painter) fillWith(c doc.Color) {
	if c != p.fill {
		p.flush()
		p.canvas.fillWith(c)
		p.fill = c
	}
}

func (p *painter) strokeWith(c doc.Color, thickness doc.Length) {
	if !p.strokeOK || c != p.stroke || thickness != p.thick {
		p.flush()
		p.canvas.strokeWith(c, thickness.Pt())
		p.stroke, p.thick, p.strokeOK = c, thickness, true
	}
}

// text draws a run of letters.
func (p *painter) text(t *layout.Text) error {
	if t.S == "" {
		return nil
	}
	if t.Size <= 0 {
		return fmt.Errorf("text %q has size %s", t.S, t.Size)
	}
	if err := p.mark(t.Elem); err != nil {
		return err
	}
	p.fillWith(t.Color)
	x, y := t.X.Round(doc.Point/100), (p.height - t.Y).Round(doc.Point/100)
	if !p.inText {
		p.buf = append(p.buf, "BT\n"...)
		p.inText, p.x, p.y = true, 0, 0
	}
	style := t.Style % font.Styles
	p.setFont(style, false, t.Size)
	p.buf = (x - p.x).AppendPt(p.buf)
	p.buf = append(p.buf, ' ')
	p.buf = (y - p.y).AppendPt(p.buf)
	p.buf = append(p.buf, " Td"...)
	p.x, p.y = x, y
	p.letters(t, style)
	if p.d.tree != nil && t.Elem != nil {
		p.d.tree.label(p.node, t.S)
		if p.d.tree.nodes[p.node].figure >= 0 {
			width, em := p.d.width(t), t.Size/font.Em
			p.cover(t.X, t.Y-em*doc.Length(p.d.fonts.Ascent()), t.X+width, t.Y+em*doc.Length(p.d.fonts.Descent()))
		}
	}
	return nil
}

// setFont sets the font and its size unless they are set.
func (p *painter) setFont(style font.Style, extra bool, size doc.Length) {
	name := resourceNames[style]
	if extra {
		name = extraNames[style]
	}
	if name == p.font && size == p.size {
		return
	}
	p.font, p.size = name, size
	p.buf = append(p.buf, '/')
	p.buf = append(p.buf, name...)
	p.buf = append(p.buf, ' ')
	p.buf = size.AppendPt(p.buf)
	p.buf = append(p.buf, " Tf\n"...)
}

// letters shows the letters of a run. Spaces are stretched by an adjustment
// behind them; a letter that only the extra font has is shown between two
// changes of the font; a mark is shifted to its letter and raised to its height.
func (p *painter) letters(t *layout.Text, style font.Style) {
	types := &p.d.types[style]
	var stretch [12]byte // TJ takes away thousandths of the size
	adjust := stretch[:0]
	if t.Space != 0 {
		adjust = appendTenthsOf(adjust, -int64(t.Space), int64(t.Size))
	}
	b := append(p.buf, "[("...)
	extra, spaced := false, false
	var stack font.Stack
	var letter rune // that marks stand on, until the stack has them
	for _, r := range t.S {
		if spaced {
			b = append(b, ')')
			b = append(b, adjust...)
			b = append(b, '(')
		}
		spaced = r == ' ' && len(adjust) > 0
		n := types.main.Number(r)
		if other := n == 0; other != extra {
			extra = other
			p.buf = append(b, ")]TJ\n"...)
			p.setFont(style, extra, t.Size)
			b = append(p.buf, "[("...)
		}
		if extra {
			n = types.extra.Number(r)
		}
		if !font.IsMark(r) {
			letter = r
			b = appendUnit(b, n)
			continue
		}
		if letter != 0 {
			stack, letter = p.d.fonts.Face(style).Stack(letter), 0
		}
		dx, dy := stack.Add(r)
		b = appendMark(b, n, dx, t.Size*doc.Length(dy)/font.Em)
	}
	p.buf = append(b, ")]TJ\n"...)
}

// appendMark appends a glyph in a string of a TJ that is moved to the right by dx,
// in 1/2048 em, and raised. What follows stands where it would without it.
func appendMark(b []byte, n uint16, dx int, rise doc.Length) []byte {
	if dx != 0 {
		b = append(b, ')')
		b = appendTenthsOf(b, -int64(dx), font.Em)
		b = append(b, '(')
	}
	if rise != 0 {
		b = append(b, ")]TJ "...)
		b = rise.AppendPt(b)
		b = append(b, " Ts[("...)
	}
	b = appendUnit(b, n)
	if rise != 0 {
		b = append(b, ")]TJ 0 Ts[("...)
	}
	if dx != 0 {
		b = append(b, ')')
		b = appendTenthsOf(b, int64(dx), font.Em)
		b = append(b, '(')
	}
	return b
}

// appendTenthsOf appends 1000*n/d, rounded to a tenth.
func appendTenthsOf(b []byte, n, d int64) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	tenths := (2*10000*n + d) / (2 * d)
	b = strconv.AppendInt(b, tenths/10, 10)
	if rest := tenths % 10; rest != 0 {
		b = append(b, '.', '0'+byte(rest))
	}
	return b
}

// width measures a run as it is drawn.
func (d *document) width(t *layout.Text) doc.Length {
	spaces := doc.Length(strings.Count(t.S, " "))
	return spaces*t.Space + t.Size*doc.Length(lines.Width(d.fonts, t.Style, t.S))/font.Em
}

// image draws a picture.
func (p *painter) image(a *layout.Image) error {
	n, err := p.d.pictures.add(a.Picture, p.d.options.Shelf)
	if err != nil {
		return err
	}
	if err := p.shape(a.Elem, a.X, a.Y, a.X+a.Width, a.Y+a.Height); err != nil {
		return err
	}
	b := append(p.buf, "q "...)
	b = a.Width.AppendPt(b)
	b = append(b, " 0 0 "...)
	b = a.Height.AppendPt(b)
	b = append(b, ' ')
	b = a.X.AppendPt(b)
	b = append(b, ' ')
	b = (p.height - a.Y - a.Height).AppendPt(b)
	b = append(b, " cm /I"...)
	b = strconv.AppendInt(b, int64(n), 10)
	p.buf = append(b, " Do Q\n"...)
	return nil
}
