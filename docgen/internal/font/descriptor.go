package font

// Descriptor is what a PDF says about a face besides its program. Lengths are
// in 1/1000 em.
type Descriptor struct {
	Flags       int // of ISO 32000-1, table 123
	Box         [4]int
	ItalicAngle float64
	Ascent      int
	Descent     int // negative
	CapHeight   int
	StemV       int // thickness of stems, estimated from the weight
}

// Flags of a Descriptor.
const (
	flagFixedPitch = 1 << 0
	flagSerif      = 1 << 1
	flagSymbolic   = 1 << 2 // glyphs are found by number, not through an encoding
	flagItalic     = 1 << 6
)

// Descriptor describes the face.
func (f *Face) Descriptor() Descriptor {
	d := Descriptor{
		Flags:       flagSymbolic,
		ItalicAngle: f.italic,
		Ascent:      f.thousandths(f.ascent),
		Descent:     -f.thousandths(f.descent),
		CapHeight:   f.thousandths(f.capHeight),
		StemV:       50 + f.weight*f.weight/(65*65),
	}
	for i, v := range f.box {
		d.Box[i] = f.thousandths(v)
	}
	if f.fixed {
		d.Flags |= flagFixedPitch
	}
	if f.serif {
		d.Flags |= flagSerif
	}
	if f.style&Italic != 0 {
		d.Flags |= flagItalic
	}
	return d
}

// UnitsPerEm is the number of the font's own units in an em.
func (f *Face) UnitsPerEm() int { return f.unitsPerEm }

func (f *Face) thousandths(v int) int {
	if v < 0 {
		return -f.thousandths(-v)
	}
	return (2000*v + f.unitsPerEm) / (2 * f.unitsPerEm)
}
