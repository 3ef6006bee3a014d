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
	use, err := r.Letters(func(style font.Style) (_ *font.Usage, err error) {
		face := set.Face(style)
		if shared {
			t[style].main, err = face.Shared()
		}
		return face.NewUsage(t[style].main), err
	})
	if err != nil {
		return t, err
	}
	for style, u := range use {
		if u == nil {
			continue
		}
		own := &t[style].main
		if shared {
			own = &t[style].extra
		}
		if *own, err = u.Subset(); err != nil {
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
		b = appendTenthsOf(b, int64(w), int64(em))
	}
	return string(append(b, "]]"...))
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
	f.begin(o.dict).str("<</Type/Font/Subtype/Type0/BaseFont/").str(base)
	f.str("/Encoding/Identity-H/DescendantFonts[").ref(o.descendant)
	f.str("]/ToUnicode").ref(o.unicode).str(">>").end()

	d := o.subset.Face.Descriptor()
	f.begin(o.descriptor).str("<</Type/FontDescriptor/FontName/").str(base)
	f.str("/Flags ").num(d.Flags)
	f.str("/FontBBox[")
	for i, v := range d.Box {
		if i > 0 {
			f.str(" ")
		}
		f.num(v)
	}
	f.str("]/ItalicAngle ").decimal(d.ItalicAngle)
	f.str("/Ascent ").num(d.Ascent)
	f.str("/Descent ").num(d.Descent)
	f.str("/CapHeight ").num(d.CapHeight)
	f.str("/StemV ").num(d.StemV)
	f.str("/FontFile2").ref(o.file).str(">>").end()
}

// writeLetters writes what follows from a font's name: widths, letters and the TrueType file.
func (f *file) writeLetters(o *fontObjects) {
	f.begin(o.descendant).str("<</Type/Font/Subtype/CIDFontType2/BaseFont/").str(o.base())
	f.str("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity")
	f.str("/FontDescriptor").ref(o.descriptor)
	f.str("/W").str(o.parts.widths).str(">>").end()

	f.lastingStream(o.unicode, "/Filter/FlateDecode", o.parts.unicode)
	f.lastingStream(o.file, "/Length1 "+strconv.Itoa(o.parts.size)+"/Filter/FlateDecode", o.parts.program)
}
