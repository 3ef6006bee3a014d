package font

import (
	"encoding/binary"
	"math/bits"
)

// Web gives the subset as a font file of its own, which browsers take: Program with
// the tables that a PDF does without. Letters find their glyphs through a character
// map; U+00A0 and U+2011 are not in it. The same subset always gives the same bytes.
func (s *Subset) Web() ([]byte, error) {
	t, err := openTables(s.Program)
	if err != nil {
		return nil, err
	}
	head := append([]byte(nil), t["head"]...)
	clear(head[8:12]) // join sets it
	glyf := t["glyf"]
	if len(glyf) == 0 {
		glyf = []byte{0} // nothing but spaces: browsers refuse an empty table
	}
	name := s.Tag + "+" + s.Face.Name()
	return join([]entry{
		{"OS/2", s.os2()},
		{"cmap", s.cmap()},
		{"glyf", glyf},
		{"head", head},
		{"hhea", t["hhea"]},
		{"hmtx", t["hmtx"]},
		{"loca", t["loca"]},
		{"maxp", t["maxp"]},
		{"name", nameTable(map[uint16]string{nameFamily: name, nameStyle: "Regular", nameFull: name, namePostScript: name})},
		{"post", s.Face.post()},
	}), nil
}

// os2 is the table of the font's look in its first version, whose fields all later
// ones share. An old font without one is described by what Face knows.
func (s *Subset) os2() []byte {
	const size = 78
	f, b := s.Face, make([]byte, size)
	put := func(at, v int) { binary.BigEndian.PutUint16(b[at:], uint16(v)) }
	if old := f.tables["OS/2"]; len(old) >= size {
		copy(b, old)
		put(0, 0)
	} else {
		put(4, f.weight)
		put(6, 5) // neither condensed nor expanded
		put(62, 0x40)
		put(68, f.ascent)
		put(70, -f.descent)
		put(74, f.ascent)
		put(76, f.descent)
	}
	first, _ := s.Letter(1)
	last, _ := s.Letter(s.Len())
	put(64, int(min(first, 0xffff)))
	put(66, int(min(last, 0xffff)))
	return b
}

// post is the table for printers in the version without names of glyphs.
func (f *Face) post() []byte {
	b := make([]byte, 32)
	copy(b[:16], f.tables["post"])
	binary.BigEndian.PutUint32(b, 0x00030000)
	return b
}

// span is letters in a row whose glyphs are in a row too.
type span struct {
	first, last rune
	glyph       int
}

// spans gives the letters of the subset as stretches, in ascending order.
func (s *Subset) spans() []span {
	var list []span
	for n := 1; n <= s.Len(); n++ {
		r, _ := s.Letter(n)
		if k := len(list) - 1; k >= 0 && list[k].last+1 == r {
			list[k].last = r
			continue
		}
		list = append(list, span{r, r, n})
	}
	return list
}

// cmap is the character map: format 4 for the letters up to U+FFFF, which every
// browser reads, and format 12 besides when there are others.
func (s *Subset) cmap() []byte {
	all := s.spans()
	basic := all
	for len(basic) > 0 && basic[len(basic)-1].last >= 0xffff {
		basic = basic[:len(basic)-1]
	}
	be := binary.BigEndian
	subtables := 1
	if len(basic) < len(all) {
		subtables = 2
	}
	four := cmap4(basic)
	b := be.AppendUint16(nil, 0)
	b = be.AppendUint16(b, uint16(subtables))
	b = be.AppendUint32(b, 3<<16|1) // Windows, the basic plane
	b = be.AppendUint32(b, uint32(4+8*subtables))
	if subtables == 2 {
		b = be.AppendUint32(b, 3<<16|10) // Windows, all of Unicode
		b = be.AppendUint32(b, uint32(4+8*subtables+len(four)))
	}
	b = append(b, four...)
	if subtables == 2 {
		b = append(b, cmap12(all)...)
	}
	return b
}

// cmap4 maps the letters of the basic plane. The last segment, of no letter, is asked for.
func cmap4(list []span) []byte {
	list = append(list[:len(list):len(list)], span{0xffff, 0xffff, 0x10000})
	n := len(list)
	power, log := halving(n)
	var b []byte
	put := func(v int) { b = binary.BigEndian.AppendUint16(b, uint16(v)) }
	for _, v := range []int{4, 16 + 8*n, 0, 2 * n, 2 * power, log, 2 * (n - power)} {
		put(v)
	}
	for _, s := range list {
		put(int(s.last))
	}
	put(0)
	for _, s := range list {
		put(int(s.first))
	}
	for _, s := range list {
		put(s.glyph - int(s.first))
	}
	for range list {
		put(0)
	}
	return b
}

// halving is what a table of n entries says for those who search it by halves: the
// largest power of two in n, and its logarithm.
func halving(n int) (power, log int) {
	log = bits.Len(uint(n)) - 1
	return 1 << log, log
}

// cmap12 maps letters of all planes.
func cmap12(list []span) []byte {
	be := binary.BigEndian
	b := be.AppendUint32(nil, 12<<16)
	for _, v := range []int{16 + 12*len(list), 0, len(list)} {
		b = be.AppendUint32(b, uint32(v))
	}
	for _, s := range list {
		b = be.AppendUint32(b, uint32(s.first))
		b = be.AppendUint32(b, uint32(s.last))
		b = be.AppendUint32(b, uint32(s.glyph))
	}
	return b
}
