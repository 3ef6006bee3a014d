package font

import "fmt"

// Flags of a component of a composite glyph.
const (
	argsAreWords     = 0x0001
	haveScale        = 0x0008
	moreComponents   = 0x0020
	haveTwoScales    = 0x0040
	haveMatrix       = 0x0080
	haveInstructions = 0x0100
)

// Bounds of a composite glyph: how deep glyphs may be composed of others, and
// of how many in all.
const (
	maxDepth      = 8
	maxComponents = 1000
)

// outline gives the description of a glyph; empty for a glyph without ink.
func (f *Face) outline(glyph int) ([]byte, error) {
	if d := f.drawn(glyph); d != nil {
		return d.outline(f), nil
	}
	var from, to uint64
	if f.longLoca {
		from, to = uint64(u32(f.loca, 4*glyph)), uint64(u32(f.loca, 4*glyph+4))
	} else {
		from, to = 2*uint64(u16(f.loca, 2*glyph)), 2*uint64(u16(f.loca, 2*glyph+2))
	}
	if from > to || to > uint64(len(f.glyf)) {
		return nil, fmt.Errorf("%w: outline of glyph %d lies beyond its table", ErrBroken, glyph)
	}
	if to-from < 10 && to != from {
		return nil, fmt.Errorf("%w: outline of glyph %d is cut off", ErrBroken, glyph)
	}
	return f.glyf[from:to:to], nil
}

// isComposite reports whether an outline, not empty, is made of other glyphs.
func isComposite(outline []byte) bool { return i16(outline, 0) < 0 }

// component is one glyph of a composite.
type component struct {
	at    int // of its flags, in the outline
	end   int // behind it
	glyph int
}

// components reads what a composite glyph is made of.
func components(outline []byte) ([]component, error) {
	var list []component
	for at := 10; ; {
		if at+4 > len(outline) {
			return nil, fmt.Errorf("%w: composite glyph is cut off", ErrBroken)
		}
		flags := u16(outline, at)
		size := 6
		if flags&argsAreWords != 0 {
			size = 8
		}
		switch {
		case flags&haveScale != 0:
			size += 2
		case flags&haveTwoScales != 0:
			size += 4
		case flags&haveMatrix != 0:
			size += 8
		}
		if at+size > len(outline) {
			return nil, fmt.Errorf("%w: composite glyph is cut off", ErrBroken)
		}
		list = append(list, component{at, at + size, int(u16(outline, at+2))})
		at += size
		if flags&moreComponents == 0 {
			return list, nil
		}
	}
}

// checkComposite refuses a glyph that is composed of itself, too deeply, of too
// many parts, or of glyphs that are not there. It counts budget down.
func (f *Face) checkComposite(glyph int, budget *int, depth int) error {
	if *budget--; depth > maxDepth || *budget < 0 {
		return fmt.Errorf("%w: glyph %d is composed too deeply", ErrBroken, glyph)
	}
	if glyph >= f.numGlyphs {
		return fmt.Errorf("%w: component %d is no glyph", ErrBroken, glyph)
	}
	outline, err := f.outline(glyph)
	if err != nil || len(outline) == 0 || !isComposite(outline) {
		return err
	}
	parts, err := components(outline)
	if err != nil {
		return err
	}
	for _, p := range parts {
		if err := f.checkComposite(p.glyph, budget, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// appendSimple appends a simple outline without its hinting instructions.
func appendSimple(dst, outline []byte) ([]byte, error) {
	at := 10 + 2*int(u16(outline, 0))
	if at+2 > len(outline) {
		return nil, fmt.Errorf("%w: simple glyph is cut off", ErrBroken)
	}
	rest := at + 2 + int(u16(outline, at))
	if rest > len(outline) {
		return nil, fmt.Errorf("%w: simple glyph is cut off", ErrBroken)
	}
	dst = append(dst, outline[:at]...)
	dst = append(dst, 0, 0)
	return append(dst, outline[rest:]...), nil
}

// appendComposite appends a composite outline without its hinting instructions,
// its components renumbered.
func appendComposite(dst, outline []byte, parts []component, number func(glyph int) uint16) []byte {
	base := len(dst)
	dst = append(dst, outline[:parts[len(parts)-1].end]...)
	for _, c := range parts {
		flags := u16(outline, c.at) &^ haveInstructions
		n := number(c.glyph)
		copy(dst[base+c.at:], []byte{byte(flags >> 8), byte(flags), byte(n >> 8), byte(n)})
	}
	return dst
}
