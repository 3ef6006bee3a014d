package font

import (
	"encoding/binary"
	"testing"
)

// TestName: a name of a font in a PDF keeps the characters that need no escape there.
func TestName(t *testing.T) {
	for in, want := range map[string]string{
		"Serif-Bold": "Serif-Bold", "A B": "AB", "!~": "!~", "A\x7fB": "AB",
		"a(b)<c>[d]{e}/f%g#h+i": "abcdefghi", "Chữ": "Ch", "": "Font", " ": "Font",
	} {
		if got := pdfName(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// nameOf is a name table of one name with the given head: platform, encoding, language, id.
type nameOf struct {
	platform, encoding, language, id uint16
	text                             string // of two bytes a letter, or of one on platform 1
}

func namesTable(all []nameOf) []byte {
	b := binary.BigEndian.AppendUint16(nil, 0)
	b = binary.BigEndian.AppendUint16(b, uint16(len(all)))
	b = binary.BigEndian.AppendUint16(b, uint16(6+12*len(all)))
	var heap []byte
	for _, n := range all {
		at := len(heap)
		for _, c := range []byte(n.text) {
			if n.platform != 1 {
				heap = append(heap, 0)
			}
			heap = append(heap, c)
		}
		for _, v := range []uint16{n.platform, n.encoding, n.language, n.id, uint16(len(heap) - at), uint16(at)} {
			b = binary.BigEndian.AppendUint16(b, v)
		}
	}
	return append(b, heap...)
}

// TestReadName: of several names of a family the English one of Windows counts, then another of Windows or Unicode,
// then that of Macintosh; what a broken table does not hold is no name.
func TestReadName(t *testing.T) {
	english, french := nameOf{3, 1, 0x409, nameFamily, "Book"}, nameOf{3, 1, 0x40c, nameFamily, "Livre"}
	mac, uni := nameOf{1, 0, 0, nameFamily, "Mac\xa5"}, nameOf{0, 3, 0, nameFamily, "Uni"}
	other := nameOf{3, 1, 0x409, namePostScript, "Other"}
	for _, tt := range []struct {
		all  []nameOf
		cut  int // bytes that the end of the table lacks
		want string
	}{
		{[]nameOf{english}, 0, "Book"},
		{[]nameOf{mac, french, english, uni}, 0, "Book"},
		{[]nameOf{english, french, mac}, 0, "Book"},
		{[]nameOf{mac, french}, 0, "Livre"},
		{[]nameOf{french, uni}, 0, "Livre"}, // the first of equals
		{[]nameOf{uni, french}, 0, "Uni"},
		{[]nameOf{uni, mac}, 0, "Uni"},
		{[]nameOf{mac}, 0, "Mac?"},
		{[]nameOf{{1, 1, 0, nameFamily, "Mac"}}, 0, ""}, // no Roman letters
		{[]nameOf{{3, 0, 0x409, nameFamily, "Symbol"}}, 0, "Symbol"},
		{[]nameOf{{3, 10, 0x409, nameFamily, "Full"}}, 0, "Full"},
		{[]nameOf{{3, 2, 0x409, nameFamily, "Big5"}}, 0, ""},
		{[]nameOf{{2, 1, 0x409, nameFamily, "ISO"}}, 0, ""},
		{[]nameOf{other}, 0, ""},
		{[]nameOf{other, english}, 0, "Book"},
		{[]nameOf{{3, 1, 0x409, nameFamily, " Book "}}, 0, "Book"},
		{[]nameOf{english}, 1, ""},            // its letters are cut off
		{[]nameOf{english, other}, 1, "Book"}, // those of another
		{[]nameOf{english}, 8 + 1, ""},        // its entry is
		{nil, 0, ""},
		{nil, 1, ""},
	} {
		b := namesTable(tt.all)
		if got := readName(tables{"name": b[:len(b)-tt.cut]}, nameFamily); got != tt.want {
			t.Errorf("%v less %d: %q, want %q", tt.all, tt.cut, got, tt.want)
		}
	}
}

// TestStyleBounds: what a font says of its look is read where its table is long enough, and not beyond.
func TestStyleBounds(t *testing.T) {
	whole := make([]byte, 96)
	binary.BigEndian.PutUint16(whole, 2) // the version
	binary.BigEndian.PutUint16(whole[4:], 700)
	copy(whole[32:], []byte{2, 2, 0, 8}) // PANOSE
	whole[63] = 0x21                     // bold and italic
	binary.BigEndian.PutUint16(whole[88:], 1409)
	old := append([]byte{0, 1}, whole[2:]...)
	head := make([]byte, 54)
	head[45] = 2
	for _, tt := range []struct {
		os2               []byte
		weight, capHeight int
		style             Style
		serif             bool
	}{
		{whole, 700, 1409, BoldItalic, true},
		{whole[:90], 700, 1409, BoldItalic, true},
		{whole[:89], 700, 700, BoldItalic, true}, // 7/10 of the ascent
		{old, 700, 700, BoldItalic, true},
		{whole[:78], 700, 700, BoldItalic, true},
		{whole[:77], 400, 700, BoldItalic, true},
		{whole[:64], 400, 700, BoldItalic, true},
		{whole[:63], 400, 700, Italic, true}, // from the table "head"
		{whole[:42], 400, 700, Italic, true},
		{whole[:41], 400, 700, Italic, false},
	} {
		f := &Face{ascent: 1000, tables: tables{"OS/2": tt.os2, "head": head}}
		if err := f.readStyle(); err != nil {
			t.Fatal(err)
		}
		style, serif := styleOf(f.tables), isSerif(f.tables)
		if f.weight != tt.weight || f.capHeight != tt.capHeight || style != tt.style || serif != tt.serif {
			t.Errorf("%d bytes: weight %d, capitals of %d, style %d, serifs %t", len(tt.os2), f.weight, f.capHeight, style, serif)
		}
	}
	for panose, serif := range map[[4]byte]bool{
		{2, 2, 0, 8}: true, {2, 10, 0, 8}: true, {2, 1, 0, 8}: false, {2, 11, 0, 8}: false, {3, 5, 0, 8}: false, {2, 5, 0, 9}: false,
	} {
		os2 := make([]byte, 42)
		copy(os2[32:], panose[:])
		if isSerif(tables{"OS/2": os2}) != serif {
			t.Errorf("PANOSE %v: serifs %t", panose, !serif)
		}
	}
	if styleOf(tables{}) != Regular || styleOf(tables{"head": head[:45]}) != Regular {
		t.Error("a font that says nothing is not regular")
	}
}

// TestFewerWidths: in a font whose last glyphs share one width, each of them has a bearing of its own.
func TestFewerWidths(t *testing.T) {
	// Three glyphs: widths 500 and 600, the last also for the third; bearings 10, 20 and 30.
	f := &Face{numGlyphs: 3, metrics: 2, hmtx: []byte{1, 0xf4, 0, 10, 2, 0x58, 0, 20, 0, 30}}
	for glyph, want := range [][2]int{{500, 10}, {600, 20}, {600, 30}} {
		if got := [2]int{f.width(glyph), int(f.bearing(glyph))}; got != want {
			t.Errorf("glyph %d: %v, want %v", glyph, got, want)
		}
	}
}

// TestOutlineBounds: an outline lies inside its table and has a head of ten bytes, or there is none.
func TestOutlineBounds(t *testing.T) {
	for _, tt := range []struct {
		from, to uint16 // in pairs of bytes
		want     int    // -1: broken
	}{{0, 10, 20}, {0, 5, 10}, {0, 4, -1}, {3, 3, 0}, {5, 10, 10}, {6, 11, -1}, {10, 10, 0}, {11, 11, -1}, {6, 5, -1}} {
		short := binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(nil, tt.from), tt.to)
		long := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, 2*uint32(tt.from)), 2*uint32(tt.to))
		for _, f := range []*Face{{numGlyphs: 1, loca: short}, {numGlyphs: 1, loca: long, longLoca: true}} {
			f.glyf = make([]byte, 20)
			got, err := f.outline(0)
			if (err != nil) != (tt.want < 0) || err == nil && len(got) != tt.want {
				t.Errorf("from %d to %d: %d bytes, %v, want %d", tt.from, tt.to, len(got), err, tt.want)
			}
		}
	}
}
