package font

import "fmt"

// maxMapped bounds how many letters a character map may hold: all of Unicode.
const maxMapped = 0x110000

// mapping is one entry of a character map.
type mapping struct {
	r     rune
	glyph uint16
}

// readCmap gives the Unicode letters that a font has, in ascending order. It
// takes a table of format 12 before one of format 4; a font with neither is
// refused.
func readCmap(t tables, glyphs int) ([]mapping, error) {
	b, err := t.need("cmap", 4)
	if err != nil {
		return nil, err
	}
	n := int(u16(b, 2))
	if len(b) < 4+8*n {
		return nil, fmt.Errorf("%w: table \"cmap\" is cut off", ErrBroken)
	}
	var full, basic []byte
	for i := range n {
		platform, encoding := u16(b, 4+8*i), u16(b, 6+8*i)
		off := uint64(u32(b, 8+8*i))
		if off+2 > uint64(len(b)) {
			return nil, fmt.Errorf("%w: character map %d lies beyond its table", ErrBroken, i)
		}
		unicode := platform == 0 || platform == 3 && (encoding == 1 || encoding == 10)
		if !unicode {
			continue
		}
		switch sub := b[off:]; u16(sub, 0) {
		case 12:
			full = sub
		case 4:
			basic = sub
		}
	}
	switch {
	case full != nil:
		return readCmap12(full, glyphs)
	case basic != nil:
		return readCmap4(basic, glyphs)
	}
	return nil, fmt.Errorf("%w: no Unicode character map (format 4 or 12)", ErrBroken)
}

func readCmap12(b []byte, glyphs int) ([]mapping, error) {
	if len(b) < 16 {
		return nil, fmt.Errorf("%w: character map is cut off", ErrBroken)
	}
	n := uint64(u32(b, 12))
	if 16+12*n > uint64(len(b)) {
		return nil, fmt.Errorf("%w: character map is cut off", ErrBroken)
	}
	var list []mapping
	next := uint32(0) // groups ascend and do not overlap, which bounds the work
	for i := range int(n) {
		group := b[16+12*i:]
		first, last, glyph := u32(group, 0), u32(group, 4), u32(group, 8)
		if first < next || last < first || last >= maxMapped {
			return nil, fmt.Errorf("%w: character map out of order", ErrBroken)
		}
		next = last + 1
		for c := first; c <= last; c++ {
			g := uint64(glyph) + uint64(c-first)
			if g >= uint64(glyphs) {
				break
			}
			if g != 0 {
				list = append(list, mapping{rune(c), uint16(g)})
			}
		}
	}
	return list, nil
}

func readCmap4(b []byte, glyphs int) ([]mapping, error) {
	if len(b) < 14 {
		return nil, fmt.Errorf("%w: character map is cut off", ErrBroken)
	}
	// The length field is not trusted: fonts with large maps overflow it.
	n := int(u16(b, 6)) / 2
	if len(b) < 16+8*n {
		return nil, fmt.Errorf("%w: character map is cut off", ErrBroken)
	}
	ends, starts := b[14:], b[16+2*n:]
	deltas, offsets := b[16+4*n:], b[16+6*n:]
	var list []mapping
	next := 0
	for i := range n {
		first, last := int(u16(starts, 2*i)), int(u16(ends, 2*i))
		if first < next || last < first {
			return nil, fmt.Errorf("%w: character map out of order", ErrBroken)
		}
		next = last + 1
		delta, off := u16(deltas, 2*i), int(u16(offsets, 2*i))
		for c := first; c <= last && c != 0xffff; c++ {
			g := uint16(c)
			if off != 0 {
				at := 2*i + off + 2*(c-first)
				if at+2 > len(offsets) {
					break
				}
				if g = u16(offsets, at); g == 0 {
					continue
				}
			}
			g += delta
			if g != 0 && int(g) < glyphs {
				list = append(list, mapping{rune(c), g})
			}
		}
	}
	return list, nil
}
