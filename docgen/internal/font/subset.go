package font

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"sync"
)

// Subset is a face cut down to some letters, as it is embedded in a file.
// Its glyphs are numbered from 1 in ascending order of the letters; glyph 0 is
// the one for missing letters, and what composite letters are made of follows
// behind. Nothing in it changes, so it is safe for concurrent use.
type Subset struct {
	Face    *Face
	Tag     string // six capitals that tell subsets of one face apart
	Program []byte // the TrueType file: outlines and widths, no hinting, no names

	letters []int32  // slots of the face, by glyph number less 1
	numbers []uint16 // glyph numbers by slot of the face
	quick   []uint16 // and by letter, of the first quickLetters: nil but for a shared subset

	prepared sync.Once
	value    any
}

// Len is the number of letters; their glyphs are 1 to Len.
func (s *Subset) Len() int { return len(s.letters) }

// Letter gives the letter of glyph n and its width in the units of the em.
func (s *Subset) Letter(n int) (r rune, width int) {
	l := s.Face.letters[s.letters[n-1]]
	return l.r, int(l.width)
}

// Number gives the glyph that draws r, or 0 when the subset lacks it. U+00A0
// and U+2011 are drawn as space and hyphen.
func (s *Subset) Number(r rune) uint16 {
	if uint(r) < uint(len(s.quick)) {
		return s.quick[r]
	}
	return s.numbers[s.Face.slot(r)]
}

// quicken makes Number quick.
func (s *Subset) quicken() {
	quick := make([]uint16, quickLetters)
	for r := range quick {
		quick[r] = s.Number(rune(r))
	}
	s.quick = quick
}

// Prepare gives what a writer makes of the subset, made once: make must give
// the same value whoever calls.
func (s *Subset) Prepare(make func(*Subset) any) any {
	s.prepared.Do(func() { s.value = make(s) })
	return s.value
}

// subset cuts the face down to the letters in the given slots, which ascend
// and are not 0. The bytes depend on nothing else.
func (f *Face) subset(slots []int32) (*Subset, error) {
	s := &Subset{Face: f, letters: slots, numbers: make([]uint16, len(f.letters))}
	hash := fnv.New64a()
	var b [4]byte
	for i, slot := range slots {
		s.numbers[slot] = uint16(i + 1)
		binary.BigEndian.PutUint32(b[:], uint32(f.letters[slot].r))
		hash.Write(b[:])
	}
	s.Tag = tag(hash.Sum64())
	var err error
	s.Program, err = f.cut(slots)
	if err != nil {
		return nil, fmt.Errorf("subset of %s: %w", f.Name(), err)
	}
	return s, nil
}

// tag writes a hash as six capitals.
func tag(sum uint64) string {
	var b [6]byte
	for i := range b {
		b[i] = 'A' + byte(sum%26)
		sum /= 26
	}
	return string(b[:])
}

// cutter collects the glyphs of a subset.
type cutter struct {
	face   *Face
	glyphs []int          // of the face, by new number
	parts  map[int]uint16 // new numbers of glyphs that only composites need
	glyf   []byte
	ends   []int // end of each outline in glyf
}

// cut writes the TrueType file of a subset.
func (f *Face) cut(slots []int32) ([]byte, error) {
	c := &cutter{face: f, glyphs: make([]int, 1, 2*len(slots)+1), parts: make(map[int]uint16)}
	for _, slot := range slots {
		c.glyphs = append(c.glyphs, int(f.letters[slot].glyph))
	}
	c.glyf = make([]byte, 0, 128*len(c.glyphs))
	c.ends = make([]int, 0, cap(c.glyphs))
	for i := 0; i < len(c.glyphs); i++ { // grows while composites are read
		if err := c.add(c.glyphs[i]); err != nil {
			return nil, err
		}
		if len(c.glyphs) > 0xffff {
			return nil, fmt.Errorf("%w: more than 65535 glyphs", ErrBroken)
		}
	}
	return c.file(), nil
}

// add appends the outline of one glyph and enlists what it is made of.
func (c *cutter) add(glyph int) error {
	outline, err := c.face.outline(glyph)
	if err != nil {
		return err
	}
	switch {
	case len(outline) == 0:
	case isComposite(outline):
		parts, err := components(outline)
		if err != nil {
			return err
		}
		budget := maxComponents
		if err := c.face.checkComposite(glyph, &budget, 0); err != nil {
			return err
		}
		c.glyf = appendComposite(c.glyf, outline, parts, c.number)
	default:
		if c.glyf, err = appendSimple(c.glyf, outline); err != nil {
			return err
		}
	}
	for len(c.glyf)%4 != 0 {
		c.glyf = append(c.glyf, 0)
	}
	c.ends = append(c.ends, len(c.glyf))
	return nil
}

// number gives the new number of a component, enlisting it when it is new.
func (c *cutter) number(glyph int) uint16 {
	if n, ok := c.parts[glyph]; ok {
		return n
	}
	n := uint16(len(c.glyphs))
	c.glyphs = append(c.glyphs, glyph)
	c.parts[glyph] = n
	return n
}

// file puts the tables together.
func (c *cutter) file() []byte {
	n := len(c.glyphs)
	head := append([]byte(nil), c.face.tables["head"][:54]...)
	hhea := append([]byte(nil), c.face.tables["hhea"][:36]...)
	maxp := append([]byte(nil), c.face.tables["maxp"][:32]...)
	put := binary.BigEndian.PutUint16
	put(hhea[34:], uint16(n))
	put(maxp[4:], uint16(n))
	clear(maxp[14:28]) // zones to instructions: there are none
	put(maxp[14:], 1)

	hmtx := make([]byte, 0, 4*n)
	for _, g := range c.glyphs {
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(c.face.width(g)))
		hmtx = binary.BigEndian.AppendUint16(hmtx, c.face.bearing(g))
	}
	loca := make([]byte, 0, 4*(n+1))
	long := len(c.glyf) > 2*0xffff
	put(head[50:], 0)
	if long {
		put(head[50:], 1)
	}
	place := func(at int) {
		if long {
			loca = binary.BigEndian.AppendUint32(loca, uint32(at))
		} else {
			loca = binary.BigEndian.AppendUint16(loca, uint16(at/2))
		}
	}
	place(0)
	for _, end := range c.ends {
		place(end)
	}
	binary.BigEndian.PutUint32(head[8:], 0) // the sum of the whole is taken with this at 0
	return join([]entry{{"glyf", c.glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}})
}

// bearing is the left side bearing of a glyph, as its two bytes stand in the file.
func (f *Face) bearing(glyph int) uint16 {
	if d := f.drawn(glyph); d != nil {
		return uint16(d.left(f))
	}
	if glyph < f.metrics {
		return u16(f.hmtx, 4*glyph+2)
	}
	return u16(f.hmtx, 4*f.metrics+2*(glyph-f.metrics))
}

// entry is a table on its way into a file.
type entry struct {
	tag  string
	data []byte
}

// join writes a TrueType file of tables in order of their tags, with sums
// right. There is a
// table "head", its adjustment 0.
func join(list []entry) []byte {
	size := 12 + 16*len(list)
	for _, e := range list {
		size += (len(e.data) + 3) &^ 3
	}
	file := make([]byte, 12+16*len(list), size)
	binary.BigEndian.PutUint32(file, 0x00010000)
	binary.BigEndian.PutUint16(file[4:], uint16(len(list)))
	power, log := halving(len(list))
	binary.BigEndian.PutUint16(file[6:], uint16(16*power))
	binary.BigEndian.PutUint16(file[8:], uint16(log))
	binary.BigEndian.PutUint16(file[10:], uint16(16*(len(list)-power)))
	adjustment := 0
	for i, e := range list {
		if e.tag == "head" {
			adjustment = len(file) + 8
		}
		d := file[12+16*i:]
		copy(d, e.tag)
		binary.BigEndian.PutUint32(d[8:], uint32(len(file)))
		binary.BigEndian.PutUint32(d[12:], uint32(len(e.data)))
		at := len(file)
		file = append(file, e.data...)
		for len(file)%4 != 0 {
			file = append(file, 0)
		}
		binary.BigEndian.PutUint32(d[4:], sum(file[at:]))
	}
	binary.BigEndian.PutUint32(file[adjustment:], 0xb1b0afba-sum(file))
	return file
}

// sum is the checksum of TrueType: words added up.
func sum(b []byte) uint32 {
	var total uint32
	for ; len(b) >= 4; b = b[4:] {
		total += binary.BigEndian.Uint32(b)
	}
	return total
}
