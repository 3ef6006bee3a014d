package font

import (
	"cmp"
	"fmt"
	"strings"
)

// Face is one parsed TrueType font. Nothing in it changes after parsing, so
// it is safe for concurrent use; it keeps the file's bytes and never writes to them.
type Face struct {
	names      names
	name       string // see Name
	style      Style
	serif      bool
	unitsPerEm int
	ascent     int // of the line, in units of the em; descent is positive
	descent    int
	capHeight  int
	weight     int
	italic     float64 // angle in degrees, negative leans right
	fixed      bool
	box        [4]int // xMin, yMin, xMax, yMax of all glyphs

	tables    tables
	longLoca  bool
	loca      []byte
	glyf      []byte
	hmtx      []byte
	metrics   int // entries of hmtx with an advance
	numGlyphs int

	letters []letter       // by slot; slot 0 is no letter
	pages   [256]*page     // slots of the letters up to U+FFFF
	beyond  map[rune]int32 // slots of the others

	shared shared
}

// letter is one character that a face can draw.
type letter struct {
	r     rune
	glyph uint16
	width int32 // in the font's own units
}

// page holds what 256 characters in a row need while lines are broken.
type page [256]struct {
	slot    int32 // 0: the face lacks it
	advance int32 // in 1/2048 em
}

// Parse reads a TrueType font. The bytes must not change afterwards.
// Errors wrap [ErrBroken], [ErrCollection], [ErrOutlines] or [ErrForbidden].
func Parse(data []byte) (*Face, error) {
	t, err := openTables(data)
	if err != nil {
		return nil, err
	}
	if t["glyf"] == nil && (t["CFF "] != nil || t["CFF2"] != nil) {
		return nil, ErrOutlines
	}
	f := &Face{tables: t, names: readNames(t), style: styleOf(t), serif: isSerif(t)}
	f.name = pdfName(f.names.postScript)
	for _, read := range []func() error{f.readHead, f.readLine, f.readOutlines, f.readStyle, f.readLetters} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// readHead reads the em, the box and the size of the font.
func (f *Face) readHead() error {
	head, err := f.tables.need("head", 54)
	if err != nil {
		return err
	}
	maxp, err := f.tables.need("maxp", 32)
	if err != nil {
		return err
	}
	f.unitsPerEm = int(u16(head, 18))
	if f.unitsPerEm < 16 || f.unitsPerEm > 16384 {
		return fmt.Errorf("%w: %d units per em", ErrBroken, f.unitsPerEm)
	}
	for i := range f.box {
		f.box[i] = int(i16(head, 36+2*i))
	}
	f.longLoca = u16(head, 50) != 0
	f.numGlyphs = int(u16(maxp, 4))
	if f.numGlyphs == 0 {
		return fmt.Errorf("%w: no glyphs", ErrBroken)
	}
	return nil
}

// readLine reads the heights of a line and the table of widths.
func (f *Face) readLine() error {
	hhea, err := f.tables.need("hhea", 36)
	if err != nil {
		return err
	}
	f.ascent, f.descent = int(i16(hhea, 4)), -int(i16(hhea, 6))
	f.metrics = int(u16(hhea, 34))
	if f.metrics == 0 || f.metrics > f.numGlyphs {
		return fmt.Errorf("%w: %d widths for %d glyphs", ErrBroken, f.metrics, f.numGlyphs)
	}
	f.hmtx, err = f.tables.need("hmtx", 2*(f.numGlyphs+f.metrics))
	return err
}

// readOutlines finds the outlines; they are read when a subset needs them.
func (f *Face) readOutlines() (err error) {
	size := 2
	if f.longLoca {
		size = 4
	}
	if f.loca, err = f.tables.need("loca", size*(f.numGlyphs+1)); err != nil {
		return err
	}
	f.glyf, err = f.tables.need("glyf", 1)
	return err
}

// readStyle reads what the font says about its look and about embedding.
func (f *Face) readStyle() error {
	if post := f.tables["post"]; len(post) >= 16 {
		f.italic = float64(int32(u32(post, 4))) / 65536
		f.fixed = u32(post, 12) != 0
	}
	f.weight, f.capHeight = 400, f.ascent*7/10
	os2 := f.tables["OS/2"]
	if len(os2) < 78 {
		return nil // an old font: nothing is forbidden
	}
	f.weight = int(u16(os2, 4))
	// Bits 0 to 3 say the least restrictive right; 2 alone is "restricted".
	// Bit 8 forbids subsets and bit 9 outlines: both mean that we cannot embed it.
	if rights := u16(os2, 8); rights&0xf == 2 || rights&0x300 != 0 {
		return fmt.Errorf("%w (fsType %#04x)", ErrForbidden, rights)
	}
	if u16(os2, 0) >= 2 && len(os2) >= 90 {
		f.capHeight = int(i16(os2, 88))
	}
	return nil
}

// styleOf reads which of the four faces of its family a font is.
func styleOf(t tables) Style {
	if os2 := t["OS/2"]; len(os2) >= 64 {
		selection := u16(os2, 62)
		return StyleOf(selection&0x20 != 0, selection&1 != 0)
	}
	if head := t["head"]; len(head) >= 46 {
		return StyleOf(head[45]&1 != 0, head[45]&2 != 0)
	}
	return Regular
}

// isSerif reports whether the font says that it is a text face with serifs, and
// not one for typewriting.
func isSerif(t tables) bool {
	os2 := t["OS/2"]
	if len(os2) < 42 {
		return false
	}
	const latinText, firstSerif, lastSerif, monospaced = 2, 2, 10, 9
	panose := os2[32:42]
	return panose[0] == latinText && panose[1] >= firstSerif && panose[1] <= lastSerif && panose[3] != monospaced
}

// readLetters makes the tables that Advance and subsets look letters up in.
func (f *Face) readLetters() error {
	list, err := readCmap(f.tables, f.numGlyphs)
	if err != nil {
		return err
	}
	list = f.withDrawn(list)
	f.letters = make([]letter, 1, 1+len(list))
	for _, m := range list {
		slot := int32(len(f.letters))
		width := f.width(int(m.glyph))
		f.letters = append(f.letters, letter{m.r, m.glyph, int32(width)})
		f.enter(m.r, slot)
	}
	// Both are drawn as what they look like, and read back as it.
	f.alias('\u00a0', ' ')
	f.alias('\u2011', '-')
	return nil
}

func (f *Face) enter(r rune, slot int32) {
	if r > 0xffff {
		if f.beyond == nil {
			f.beyond = make(map[rune]int32)
		}
		f.beyond[r] = slot
		return
	}
	p := f.pages[r>>8]
	if p == nil {
		p = new(page)
		f.pages[r>>8] = p
	}
	p[r&0xff].slot = slot
	p[r&0xff].advance = int32(f.scale(int(f.letters[slot].width)))
}

// alias makes r the same letter as drawn.
func (f *Face) alias(r, drawn rune) {
	if slot := f.slot(drawn); slot != 0 {
		f.enter(r, slot)
	}
}

// slot gives the place of r in f.letters, or 0 when the face lacks it.
func (f *Face) slot(r rune) int32 {
	if uint32(r) > 0xffff {
		return f.beyond[r]
	}
	if p := f.pages[r>>8]; p != nil {
		return p[r&0xff].slot
	}
	return 0
}

// Advance is the width of r in 1/2048 em; ok is false when the face lacks r.
func (f *Face) Advance(r rune) (width int, ok bool) {
	if uint32(r) > 0xffff {
		slot := f.beyond[r]
		return f.scale(int(f.letters[slot].width)), slot != 0
	}
	if p := f.pages[r>>8]; p != nil {
		c := &p[r&0xff]
		return int(c.advance), c.slot != 0
	}
	return 0, false
}

// Width is the width of a text in 1/2048 em; ok is false when the face lacks a letter of it.
func (f *Face) Width(text string) (width int, ok bool) {
	for _, r := range text {
		if uint32(r) > 0xffff || f.pages[r>>8] == nil {
			w, ok := f.Advance(r)
			if !ok {
				return 0, false
			}
			width += w
			continue
		}
		c := &f.pages[r>>8][r&0xff]
		if c.slot == 0 {
			return 0, false
		}
		width += int(c.advance)
	}
	return width, true
}

// width is the advance of a glyph in the font's own units.
func (f *Face) width(glyph int) int {
	if d := f.drawn(glyph); d != nil {
		return f.own(d.width)
	}
	return int(u16(f.hmtx, 4*min(glyph, f.metrics-1)))
}

// scale turns the font's own units into 1/2048 em, rounded to the nearest.
func (f *Face) scale(v int) int {
	if f.unitsPerEm == Em {
		return v
	}
	if v < 0 {
		return -f.scale(-v)
	}
	return (2*v*Em + f.unitsPerEm) / (2 * f.unitsPerEm)
}

// Name is the PostScript name, such as LiberationSerif-Bold, reduced to the
// characters that a PDF name may hold unescaped.
func (f *Face) Name() string { return f.name }

// pdfName reduces a PostScript name.
func pdfName(postScript string) string {
	name := strings.Map(func(r rune) rune {
		if r > ' ' && r < 0x7f && !strings.ContainsRune("()<>[]{}/%#+", r) {
			return r
		}
		return -1
	}, postScript)
	return cmp.Or(name, "Font")
}
