package pdf

import (
	"strconv"

	"github.com/vanban-go/vanban/docgen/internal/deflate"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/layout"
)

// typefaces is the font subsets of a document: for each style the main one,
// and the extra one for letters that a shared main one lacks. Nil: not used.
type typefaces [font.Styles]struct{ main, extra *font.Subset }

// chooseFonts reads all text and makes the subsets that draw it.
func chooseFonts(r *layout.Result, set *font.Set, shared bool) (t typefaces, err error) {
	use, err := r.Letters(set)
	if err != nil {
		return t, err
	}
	for style, u := range use {
		if u == nil {
			continue
		}
		if shared {
			if t[style].main, err = set.Face(font.Style(style)).Shared(); err != nil {
				return t, err
			}
			if t[style].extra, err = u.Subset(t[style].main); err != nil {
				return t, err
			}
			continue
		}
		if t[style].main, err = u.Subset(nil); err != nil {
			return t, err
		}
	}
	return t, nil
}

// Names of the fonts in the pages' resources, by style; extraNames are those
// of the letters that a shared subset lacks.
var (
	resourceNames = [font.Styles]string{"F0", "F1", "F2", "F3"}
	extraNames    = [font.Styles]string{"F4", "F5", "F6", "F7"}
)

// embedding is what a subset's font objects are written from.
type embedding struct {
	program []byte // compressed
	size    int    // of the program before
	unicode []byte // ToUnicode, compressed
	widths  string // W
}

// embed makes the parts of a subset of one document.
func embed(s *font.Subset) *embedding { return newEmbedding(s, deflate.Usual, deflate.Quick) }

// embedShared makes the parts of a shared subset, once.
func embedShared(s *font.Subset) *embedding {
	return s.Prepare(func(s *font.Subset) any { return newEmbedding(s, deflate.Best, deflate.Best) }).(*embedding)
}

func newEmbedding(s *font.Subset, program, unicode deflate.Effort) *embedding {
	return &embedding{
		program: deflate.AppendZlib(nil, s.Program, program),
		size:    len(s.Program),
		unicode: deflate.AppendZlib(nil, toUnicode(s), unicode),
		widths:  widths(s),
	}
}

// widths lists the advance of every letter in thousandths of the em, to a
// tenth: no line of text drifts by more than a twentieth of a point.
func widths(s *font.Subset) string {
	b := append(make([]byte, 0, 5*s.Len()+8), "[1["...)
	em := s.Face.UnitsPerEm()
	for n := 1; n <= s.Len(); n++ {
		if n > 1 {
			b = append(b, ' ')
		}
		_, w := s.Letter(n)
		b = appendTenths(b, w*10000, em)
	}
	return string(append(b, "]]"...))
}

// appendTenths appends n/d/10, rounded to a tenth.
func appendTenths(b []byte, n, d int) []byte {
	tenths := (2*n + d) / (2 * d)
	b = strconv.AppendInt(b, int64(tenths/10), 10)
	if rest := tenths % 10; rest != 0 {
		b = append(b, '.', '0'+byte(rest))
	}
	return b
}

// toUnicode maps every glyph of the subset to its one letter.
func toUnicode(s *font.Subset) []byte {
	const block = 100 // entries, the most that one bfchar block may hold
	b := append(make([]byte, 0, 400+16*s.Len()), "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"+
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"+
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"+
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"...)
	for n := 1; n <= s.Len(); n++ {
		if (n-1)%block == 0 {
			if n > 1 {
				b = append(b, "endbfchar\n"...)
			}
			b = strconv.AppendInt(b, int64(min(block, s.Len()-n+1)), 10)
			b = append(b, " beginbfchar\n"...)
		}
		r, _ := s.Letter(n)
		b = appendHex(b, []byte{byte(n >> 8), byte(n)})
		b = append(b, ' ')
		b = appendHex(b, utf16Bytes(r))
		b = append(b, '\n')
	}
	return append(b, "endbfchar\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}

func utf16Bytes(r rune) []byte {
	if r > 0xffff {
		r -= 0x10000
		high, low := 0xd800+r>>10, 0xdc00+r&0x3ff
		return []byte{byte(high >> 8), byte(high), byte(low >> 8), byte(low)}
	}
	return []byte{byte(r >> 8), byte(r)}
}

// fontObjects is the numbers of the objects of one font.
type fontObjects struct {
	name                                        string
	subset                                      *font.Subset
	parts                                       *embedding
	dict, descendant, descriptor, unicode, file int
}

// base is the name of the font: its tag stands for its letters.
func (o *fontObjects) base() string { return o.subset.Tag + "+" + o.subset.Face.Name() }

// writeFont writes what a font is called and looks like.
func (f *file) writeFont(o *fontObjects) {
	base := o.base()
	f.begin(o.dict)
	f.str("<</Type/Font/Subtype/Type0/BaseFont/")
	f.str(base)
	f.str("/Encoding/Identity-H/DescendantFonts[")
	f.ref(o.descendant)
	f.str("]/ToUnicode")
	f.ref(o.unicode)
	f.str(">>")
	f.end()

	d := o.subset.Face.Descriptor()
	f.begin(o.descriptor)
	f.str("<</Type/FontDescriptor/FontName/")
	f.str(base)
	f.str("/Flags ")
	f.num(d.Flags)
	f.str("/FontBBox[")
	for i, v := range d.Box {
		if i > 0 {
			f.str(" ")
		}
		f.num(v)
	}
	f.str("]/ItalicAngle ")
	f.decimal(d.ItalicAngle)
	f.str("/Ascent ")
	f.num(d.Ascent)
	f.str("/Descent ")
	f.num(d.Descent)
	f.str("/CapHeight ")
	f.num(d.CapHeight)
	f.str("/StemV ")
	f.num(d.StemV)
	f.str("/FontFile2")
	f.ref(o.file)
	f.str(">>")
	f.end()
}

// writeLetters writes what follows from a font's name: widths, letters and the TrueType file.
func (f *file) writeLetters(o *fontObjects) {
	f.begin(o.descendant)
	f.str("<</Type/Font/Subtype/CIDFontType2/BaseFont/")
	f.str(o.base())
	f.str("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor")
	f.ref(o.descriptor)
	f.str("/W")
	f.str(o.parts.widths)
	f.str(">>")
	f.end()

	f.stream(o.unicode, "/Filter/FlateDecode", o.parts.unicode)
	f.stream(o.file, "/Length1 "+strconv.Itoa(o.parts.size)+"/Filter/FlateDecode", o.parts.program)
}
