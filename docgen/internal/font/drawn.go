package font

import (
	"encoding/binary"
	"slices"
	"strings"
)

// Forms have boxes to be ticked, and people paste ticks and crosses; fonts for text have none of
// them. A face draws those that it lacks by hand: straight lines, the same in every style.

// drawnSign is a shape for the signs that look like it. Its figures are in 1/2048 em. The box is as
// wide as in MS Gothic, whose boxes Word takes.
type drawnSign struct {
	signs    string
	width    int
	contours [][]int // x and y in turn; what is outside goes clockwise, a hole the other way round
}

var (
	boxEdge = []int{274, -100, 274, 1400, 1774, 1400, 1774, -100}
	boxHole = []int{384, 10, 1664, 10, 1664, 1290, 384, 1290}
	shadow  = []int{1774, 1290, 1894, 1290, 1894, -220, 394, -220, 394, -100, 1774, -100}
	boxTick = []int{470, 690, 580, 800, 880, 480, 1480, 1190, 1590, 1090, 880, 250}
	boxFall = []int{574, 1010, 664, 1100, 1474, 290, 1384, 200}
	boxRise = []int{574, 290, 1384, 1100, 1474, 1010, 664, 200}
	tick    = []int{130, 640, 250, 760, 570, 400, 1270, 1330, 1400, 1240, 570, 160}
	fatTick = []int{100, 620, 300, 820, 580, 500, 1240, 1380, 1450, 1220, 580, 80}
	fall    = []int{200, 1090, 290, 1180, 1330, 140, 1240, 50}
	rise    = []int{200, 140, 1240, 1180, 1330, 1090, 290, 50}
	fatFall = []int{150, 1040, 340, 1230, 1380, 190, 1190, 0}
	fatRise = []int{150, 190, 1190, 1230, 1380, 1040, 340, 0}
)

var drawnSigns = [...]drawnSign{
	{"☐◻⬜", Em, [][]int{boxEdge, boxHole}},
	{"☑🗹✅", Em, [][]int{boxEdge, boxHole, boxTick}},
	{"☒🗷❎", Em, [][]int{boxEdge, boxHole, boxFall, boxRise}},
	{"❏❑", Em, [][]int{boxEdge, boxHole, shadow}},
	{"◼⬛", Em, [][]int{boxEdge}},
	{"✓🗸", 1530, [][]int{tick}},
	{"✔", 1530, [][]int{fatTick}},
	{"✗✕", 1530, [][]int{fall, rise}},
	{"✘✖❌", 1530, [][]int{fatFall, fatRise}},
}

// Drawn reports whether r is a sign that faces draw by hand where they lack it.
func Drawn(r rune) bool {
	return r >= '◻' && slices.ContainsFunc(drawnSigns[:], func(d drawnSign) bool { return strings.ContainsRune(d.signs, r) })
}

// withDrawn adds the signs that the face lacks to its letters, which ascend. Their glyphs are
// numbered behind those of the font.
func (f *Face) withDrawn(list []mapping) []mapping {
	if f.numGlyphs+len(drawnSigns) > 0xffff {
		return list
	}
	list = slices.Grow(list, 2*len(drawnSigns))
	for i := range drawnSigns {
		for _, r := range drawnSigns[i].signs {
			at, has := slices.BinarySearchFunc(list, r, func(m mapping, r rune) int { return int(m.r - r) })
			if !has {
				list = slices.Insert(list, at, mapping{r, uint16(f.numGlyphs + i)})
			}
		}
	}
	return list
}

// drawn gives the sign that a glyph behind those of the font is; nil for a glyph of the font.
func (f *Face) drawn(glyph int) *drawnSign {
	if glyph < f.numGlyphs {
		return nil
	}
	return &drawnSigns[glyph-f.numGlyphs]
}

// own turns 1/2048 em into the font's own units.
func (f *Face) own(v int) int { return v * f.unitsPerEm / Em }

// left is where the ink of a sign begins, in the units of the font.
func (d *drawnSign) left(f *Face) int {
	x := d.width
	for _, c := range d.contours {
		for i := 0; i < len(c); i += 2 {
			x = min(x, c[i])
		}
	}
	return f.own(x)
}

// outline writes a sign as a simple glyph: points in a row, each on the line, as distances of two bytes.
func (d *drawnSign) outline(f *Face) []byte {
	var ends, flags, xs, ys []byte
	box := [4]int{d.left(f), f.box[3], 0, f.box[1]}
	put := func(b []byte, v int) []byte { return binary.BigEndian.AppendUint16(b, uint16(v)) }
	x, y := 0, 0
	for _, c := range d.contours {
		for i := 0; i < len(c); i += 2 {
			nx, ny := f.own(c[i]), f.own(c[i+1])
			xs, ys, flags = put(xs, nx-x), put(ys, ny-y), append(flags, 1)
			x, y = nx, ny
			box[1], box[2], box[3] = min(box[1], y), max(box[2], x), max(box[3], y)
		}
		ends = put(ends, len(flags)-1)
	}
	b := put(nil, len(d.contours))
	for _, v := range box {
		b = put(b, v)
	}
	b = append(append(b, ends...), 0, 0)
	return append(append(append(b, flags...), xs...), ys...)
}
