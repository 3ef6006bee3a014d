package docx

import (
	"encoding/binary"
	"fmt"
	"math"
	"unicode/utf16"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/docgen/internal/xmltext"
)

// metafile writes a drawing as an enhanced metafile (EMF), the vector picture
// that Word knows from its beginnings: lines stay lines and words stay words.
// Shapes of DrawingML would do as well, but LibreOffice 7.4 loses the words
// of a group that moves to another page.
//
// One unit is a hundredth of a millimetre, of the paper as of the device.
// Source: [MS-EMF].
type metafile struct {
	b       []byte
	records uint32
	m       font.Metrics
}

// Kinds of records.
const (
	emrHeader         = 1
	emrPolyBezierTo   = 5
	emrSetWindowExt   = 9
	emrSetWindowOrg   = 10
	emrSetViewportExt = 11
	emrSetViewportOrg = 12
	emrEOF            = 14
	emrSetMapMode     = 17
	emrSetBkMode      = 18
	emrSetTextAlign   = 22
	emrSetTextColor   = 24
	emrMoveTo         = 27
	emrSelect         = 37
	emrCreateBrush    = 39
	emrDelete         = 40
	emrRectangle      = 43
	emrLineTo         = 54
	emrBeginPath      = 59
	emrEndPath        = 60
	emrFillPath       = 62
	emrStrokePath     = 64
	emrCreateFont     = 82
	emrText           = 84
	emrCreatePen      = 95
)

// Objects: three numbers that are used again and again, and some that are always there.
const (
	penObject   = 1
	brushObject = 2
	fontObject  = 3
	objects     = 4

	noBrush    = 0x80000005
	whiteBrush = 0x80000000
	blackPen   = 0x80000007
	noPen      = 0x80000008
	systemFont = 0x8000000d
)

const headerSize = 108

// metafileOf gives the drawing as a file.
func metafileOf(d *flow.Drawing, m font.Metrics) ([]byte, error) {
	f := &metafile{b: make([]byte, headerSize, 2048), records: 1, m: m}
	width, height := units(d.Width), units(d.Height)
	const anisotropic, transparent, baseline = 8, 1, 24
	f.record(emrSetMapMode, anisotropic)
	f.record(emrSetWindowOrg, 0, 0)
	f.record(emrSetWindowExt, width, height)
	f.record(emrSetViewportOrg, 0, 0)
	f.record(emrSetViewportExt, width, height)
	f.record(emrSetBkMode, transparent)
	f.record(emrSetTextAlign, baseline)
	for _, s := range d.Shapes {
		if err := f.shape(s); err != nil {
			return nil, err
		}
	}
	f.record(emrEOF, 0, 16, 20)
	f.header(width, height)
	return f.b, nil
}

// units gives a length in hundredths of a millimetre.
func units(l doc.Length) uint32 {
	return uint32(int32(math.Round(float64(l) * 100 / float64(doc.Millimetre))))
}

// record adds a record of whole numbers.
func (f *metafile) record(kind uint32, values ...uint32) {
	f.open(kind, 8+4*len(values))
	f.put(values...)
}

func (f *metafile) open(kind uint32, size int) {
	f.records++
	f.put(kind, uint32(size))
}

// put adds numbers of four bytes.
func (f *metafile) put(values ...uint32) {
	for _, v := range values {
		f.b = binary.LittleEndian.AppendUint32(f.b, v)
	}
}

// letters adds units of UTF-16.
func (f *metafile) letters(units []uint16) {
	for _, u := range units {
		f.b = binary.LittleEndian.AppendUint16(f.b, u)
	}
}

// header fills in the first record, now that all others are there.
func (f *metafile) header(width, height uint32) {
	all := f.b
	f.b = all[:0]
	f.put(emrHeader, headerSize,
		0, 0, width, height, // bounds on the device,
		0, 0, width, height) // then on the paper
	f.b = append(f.b, " EMF"...)
	f.put(0x10000, uint32(len(all)), f.records,
		objects,
		0, 0, 0, // no description, no palette
		21000, 29700, // the device: as many units
		210, 297, // on as many millimetres
		0, 0, 0, // no pixel format, no OpenGL
		210000, 297000) // in micrometres
	f.b = all
}

func (f *metafile) shape(s flow.Shape) error {
	switch s := s.(type) {
	case *flow.Line:
		f.pen(s.Thickness, s.Color)
		f.record(emrMoveTo, units(s.X1), units(s.Y1))
		f.record(emrLineTo, units(s.X2), units(s.Y2))
		f.drop(blackPen, penObject)
	case *flow.Rect:
		f.rectangle(s)
	case *flow.Path:
		f.path(s)
	case *flow.Caption:
		if err := xmltext.Check(s.S); err != nil {
			return err
		}
		f.caption(s)
	default:
		return fmt.Errorf("unknown shape %T", s)
	}
	return nil
}

// drop puts an object that is always there in the place of one, and deletes that.
func (f *metafile) drop(stock, object uint32) {
	f.record(emrSelect, stock)
	f.record(emrDelete, object)
}

// pen takes a pen with flat ends and sharp corners.
func (f *metafile) pen(thickness doc.Length, c doc.Color) {
	const geometricFlatMiter = 0x10000 | 0x200 | 0x2000
	f.record(emrCreatePen, penObject, 0, 0, 0, 0, geometricFlatMiter, max(units(thickness), 1), 0, colorRef(c), 0, 0)
	f.record(emrSelect, penObject)
}

func (f *metafile) rectangle(r *flow.Rect) {
	if r.Fill {
		f.record(emrCreateBrush, brushObject, 0, colorRef(r.Color), 0)
		f.record(emrSelect, brushObject)
		f.record(emrSelect, noPen)
	} else {
		f.pen(r.Thickness, r.Color)
		f.record(emrSelect, noBrush)
	}
	f.record(emrRectangle, units(r.X), units(r.Y), units(r.X+r.Width), units(r.Y+r.Height))
	if r.Fill {
		f.drop(whiteBrush, brushObject)
		f.record(emrSelect, blackPen)
	} else {
		f.drop(blackPen, penObject)
		f.record(emrSelect, whiteBrush)
	}
}

// path writes an outline, or what is inside an odd number of them: how a new
// metafile fills paths.
func (f *metafile) path(p *flow.Path) {
	if len(p.Steps) == 0 {
		return
	}
	if p.Fill {
		f.record(emrCreateBrush, brushObject, 0, colorRef(p.Color), 0)
		f.record(emrSelect, brushObject)
	} else {
		f.pen(p.Thickness, p.Color)
	}
	f.record(emrBeginPath)
	for i := range p.Steps {
		s := &p.Steps[i]
		switch {
		case s.Move || i == 0:
			f.record(emrMoveTo, units(s.X), units(s.Y))
		case s.Curved:
			// Bounds are not said, as for words.
			f.record(emrPolyBezierTo, 0, 0, 0, 0, 3, units(s.X1), units(s.Y1), units(s.X2), units(s.Y2), units(s.X), units(s.Y))
		default:
			f.record(emrLineTo, units(s.X), units(s.Y))
		}
	}
	f.record(emrEndPath)
	if p.Fill {
		f.record(emrFillPath, 0, 0, 0, 0)
		f.drop(whiteBrush, brushObject)
	} else {
		f.record(emrStrokePath, 0, 0, 0, 0)
		f.drop(blackPen, penObject)
	}
}

// caption writes a word with the place of each letter.
func (f *metafile) caption(c *flow.Caption) {
	if c.S == "" {
		return
	}
	f.font(c.Font)
	f.record(emrSetTextColor, colorRef(c.Font.Color))
	style := font.StyleOf(c.Font.Bold, c.Font.Italic)
	var letters []uint16
	var steps []uint32 // from each letter to the next
	var end float64    // where the text ends, in units
	var last uint32
	for _, r := range c.S {
		w, _ := lines.Advance(f.m, style, r)
		end += float64(w) / font.Em * float64(c.Font.Size) * 100 / float64(doc.Millimetre)
		step := uint32(math.Round(end)) - last
		last += step
		pair := utf16.AppendRune(nil, r)
		letters = append(letters, pair...)
		steps = append(steps, step)
		if len(pair) == 2 {
			steps = append(steps, 0)
		}
	}
	x, y := units(c.X), units(c.Y)
	switch c.Align {
	case doc.Center:
		x -= last / 2
	case doc.Right:
		x -= last
	}
	const text = 76 // where the letters begin in the record
	places := text + (2*len(letters)+3)/4*4
	f.open(emrText, places+4*len(steps))
	one := math.Float32bits(1)
	f.put(0, 0, 0, 0, // bounds: not said
		1, one, one, x, y, uint32(len(letters)), text, 0, 0, 0, 0, 0, uint32(places))
	f.letters(letters)
	if len(letters)%2 == 1 {
		f.letters([]uint16{0})
	}
	f.put(steps...)
	f.drop(systemFont, fontObject)
}

// font takes Times New Roman in a size and style.
func (f *metafile) font(face flow.Font) {
	const logFont = 320 // bytes, with room for names that nobody reads
	f.open(emrCreateFont, 12+logFont)
	f.put(fontObject)
	start := len(f.b)
	weight := uint32(400)
	if face.Bold {
		weight = 700
	}
	f.put(-units(face.Size), 0, 0, 0, weight) // negative: size of the letters, not of the line
	var italic byte
	if face.Italic {
		italic = 1
	}
	const anyCharset, romanFamily = 1, 0x12
	f.b = append(f.b, italic, 0, 0, anyCharset, 0, 0, 0, romanFamily)
	f.letters(utf16.Encode([]rune("Times New Roman")))
	f.b = append(f.b, make([]byte, logFont-(len(f.b)-start))...)
	f.record(emrSelect, fontObject)
}

// colorRef gives a colour as Windows has it: blue, green, red.
func colorRef(c doc.Color) uint32 {
	return uint32(c>>16&0xff | c&0xff00 | c&0xff<<16)
}
