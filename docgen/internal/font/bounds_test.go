package font

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// words puts numbers of two bytes together.
func words(list ...uint16) (b []byte) {
	for _, v := range list {
		b = binary.BigEndian.AppendUint16(b, v)
	}
	return b
}

// twelve is a character map of format 12 without the head of its table.
func twelve(groups ...[3]uint32) []byte { return cmapTable(groups...)[12:] }

// to is what a segment adds to a letter for the number of its glyph.
func to(glyph int, letter rune) uint16 { return uint16(glyph - int(letter)) }

// four is a character map of format 4: of each segment its last and first letter, delta and offset, and what stands behind them.
func four(segments [][4]uint16, behind ...uint16) []byte {
	b := words(4, 0, 0, uint16(2*len(segments)), 0, 0, 0)
	for k := range 4 {
		for _, s := range segments {
			b = append(b, words(s[k])...)
		}
		if k == 0 {
			b = append(b, 0, 0)
		}
	}
	return append(b, words(behind...)...)
}

// TestCharacterMaps: which glyphs letters get, and which maps are refused.
func TestCharacterMaps(t *testing.T) {
	const glyphs = 10
	for name, tt := range map[string]struct {
		b    []byte
		want string
	}{
		"12, none":             {twelve(), ""},
		"12, cut head":         {twelve()[:15], "!cut off"},
		"12, some":             {twelve([3]uint32{'a', 'b', 1}, [3]uint32{'c', 'c', 9}), "a1 b2 c9 "},
		"12, cut":              {twelve([3]uint32{'a', 'b', 1})[:27], "!cut off"},
		"12, overlapping":      {twelve([3]uint32{'a', 'b', 1}, [3]uint32{'b', 'c', 3}), "!out of order"},
		"12, backwards":        {twelve([3]uint32{'b', 'a', 1}), "!out of order"},
		"12, last of all":      {twelve([3]uint32{0x10ffff, 0x10ffff, 1}), "\U0010ffff1 "},
		"12, beyond all":       {twelve([3]uint32{0x10ffff, 0x110000, 1}), "!out of order"},
		"12, too few glyphs":   {twelve([3]uint32{'a', 'd', 8}), "a8 b9 "},
		"12, no glyph":         {twelve([3]uint32{'a', 'b', 0}), "b1 "},
		"4, none":              {four(nil), ""},
		"4, cut head":          {four(nil)[:13], "!cut off"},
		"4, some":              {four([][4]uint16{{'b', 'a', to(1, 'a'), 0}, {'c', 'c', to(9, 'c'), 0}}), "a1 b2 c9 "},
		"4, cut":               {four([][4]uint16{{'b', 'a', to(1, 'a'), 0}})[:23], "!cut off"},
		"4, overlapping":       {four([][4]uint16{{'b', 'a', to(1, 'a'), 0}, {'c', 'b', to(1, 'b'), 0}}), "!out of order"},
		"4, backwards":         {four([][4]uint16{{'a', 'b', to(1, 'a'), 0}}), "!out of order"},
		"4, last of all":       {four([][4]uint16{{0xffff, 0xfffe, 3, 0}}), "\ufffe1 "},
		"4, too few glyphs":    {four([][4]uint16{{'d', 'a', to(8, 'a'), 0}}), "a8 b9 "},
		"4, no glyph":          {four([][4]uint16{{'b', 'a', to(0, 'a'), 0}}), "b1 "},
		"4, by a list":         {four([][4]uint16{{'c', 'a', 2, 2}}, 3, 0, 4), "a5 c6 "},
		"4, by a list too low": {four([][4]uint16{{'c', 'a', 2, 2}}, 3), "a5 "},
	} {
		read := readCmap4
		if strings.HasPrefix(name, "12") {
			read = readCmap12
		}
		list, err := read(tt.b, glyphs)
		got := ""
		for _, m := range list {
			got += fmt.Sprintf("%c%d ", m.r, m.glyph)
		}
		if err != nil {
			got = "!" + err.Error()
		}
		if says, bad := strings.CutPrefix(tt.want, "!"); bad && !strings.Contains(got, says) || !bad && got != tt.want || bad && !errors.Is(err, ErrBroken) {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// TestTableOfMaps: of the character maps of a font the one of all letters counts, then that of Windows' letters.
func TestTableOfMaps(t *testing.T) {
	const at = 4 + 2*8
	small, full := four([][4]uint16{{'a', 'a', to(1, 'a'), 0}}), twelve([3]uint32{'a', 'a', 2})
	table := func(platform, encoding uint16, first, second []byte) []byte {
		b := words(0, 2, platform, encoding, 0, at, 3, 5, 0, uint16(at+len(first)))
		return append(append(b, first...), second...)
	}
	for name, tt := range map[string]struct {
		b    []byte
		want uint16 // glyph of a; 0: refused
		says string
	}{
		"Windows": {table(3, 1, small, small), 1, ""}, "Windows, all": {table(3, 10, full, full), 2, ""}, "Unicode": {table(0, 3, small, small), 1, ""},
		"symbols": {table(3, 0, small, small), 0, "no Unicode"}, "Big5": {table(3, 4, small, small), 0, "no Unicode"},
		"Macintosh": {table(1, 0, small, small), 0, "no Unicode"}, "of no kind": {table(3, 1, words(6, 0), small), 0, "no Unicode"},
		"cut head":             {words(0, 2, 3, 1, 0, at, 3, 5, 0)[:19], 0, "is cut off"},
		"nothing behind":       {words(0, 1, 3, 1, 0, 12), 0, "lies beyond"},
		"its number alone":     {words(0, 1, 3, 1, 0, 12, 4), 0, "is cut off"},
		"half of its number":   {words(0, 1, 3, 1, 0, 13, 4), 0, "lies beyond"},
		"all before Windows'":  {append(words(0, 2, 3, 10, 0, uint16(at+len(small)), 3, 1, 0, at), append(small, full...)...), 2, ""},
		"all behind Windows'":  {append(words(0, 2, 3, 1, 0, at, 3, 10, 0, uint16(at+len(small))), append(small, full...)...), 2, ""},
		"Windows' and symbols": {append(words(0, 2, 3, 1, 0, at, 3, 0, 0, uint16(at+len(small))), append(small, full...)...), 1, ""},
	} {
		list, err := readCmap(tables{"cmap": tt.b}, 10)
		if tt.want == 0 {
			if err == nil || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("%s: %v, %v, want %q", name, list, err, tt.says)
			}
		} else if err != nil || len(list) != 1 || list[0].glyph != tt.want {
			t.Errorf("%s: %v, %v, want glyph %d", name, list, err, tt.want)
		}
	}
}

// TestHeadBounds: the em and the number of widths stay inside of what fonts may have.
func TestHeadBounds(t *testing.T) {
	for em, ok := range map[uint16]bool{15: false, 16: true, 2048: true, 16384: true, 16385: false} {
		head := make([]byte, 54)
		binary.BigEndian.PutUint16(head[18:], em)
		f := &Face{tables: tables{"head": head, "maxp": append(words(0, 0, 3), make([]byte, 26)...)}}
		if err := f.readHead(); (err == nil) != ok {
			t.Errorf("%d units per em: %v", em, err)
		}
	}
	for metrics, ok := range map[uint16]bool{0: false, 1: true, 2: true, 3: true, 4: false} {
		hhea := make([]byte, 36)
		binary.BigEndian.PutUint16(hhea[34:], metrics)
		f := &Face{tables: tables{"hhea": hhea, "hmtx": make([]byte, 20)}, numGlyphs: 3}
		if err := f.readLine(); (err == nil) != ok {
			t.Errorf("%d widths of 3 glyphs: %v", metrics, err)
		}
	}
	post := append(words(3, 0, 0xfff4, 0, 0, 0, 0, 1), 0)
	for size, want := range map[int]bool{15: false, 16: true, 17: true} {
		f := &Face{tables: tables{"post": post[:size]}}
		if err := f.readStyle(); err != nil || f.fixed != want || (f.italic == -12) != want {
			t.Errorf("%d bytes of the table \"post\": angle %g, fixed %t, %v", size, f.italic, f.fixed, err)
		}
	}
	head := make([]byte, 54)
	head[45] = 1
	for size, want := range map[int]Style{45: Regular, 46: Bold, 54: Bold} {
		if got := styleOf(tables{"head": head[:size]}); got != want {
			t.Errorf("%d bytes of the table \"head\": %s", size, got)
		}
	}
	f := &Face{unitsPerEm: 1000}
	for v, want := range map[int]int{0: 0, 1: 2, -1: -2, 1000: 2048, -500: -1024} {
		if got := f.scale(v); got != want {
			t.Errorf("%d units are %d, want %d", v, got, want)
		}
	}
}

// TestTablesBounds: the directory of a file has at most 256 tables, all inside of the file.
func TestTablesBounds(t *testing.T) {
	head := func(n uint16) []byte { return words(1, 0, n, 0, 0, 0) }
	for name, tt := range map[string]struct {
		data []byte
		says string
	}{
		"none": {head(0), ""}, "none, and more": {append(head(0), 1), ""}, "cut head": {head(0)[:11], "no TrueType signature"},
		"many": {head(maxTables), "directory is cut off"}, "too many": {head(maxTables + 1), "257 tables"},
		"cut":           {append(head(1), make([]byte, 15)...), "directory is cut off"},
		"of no bytes":   {append(head(1), append([]byte("abcd"), words(0, 0, 0, 28, 0, 0)...)...), ""},
		"to the end":    {append(head(1), append([]byte("abcd"), words(0, 0, 0, 26, 0, 2)...)...), ""},
		"beyond it":     {append(head(1), append([]byte("abcd"), words(0, 0, 0, 26, 0, 3)...)...), "beyond the file"},
		"without glyf":  {nil, "no table"},
		"CFF of old":    {nil, "no TrueType outlines"},
		"CFF of today":  {nil, "no TrueType outlines"},
		"CFF, and glyf": {nil, ""},
	} {
		var err error
		if tt.data != nil {
			_, err = openTables(tt.data)
		} else {
			_, err = Parse(remake(t, smallFont(t), func(all tables) {
				if name != "CFF, and glyf" {
					delete(all, "glyf")
				}
				switch name {
				case "CFF of old", "CFF, and glyf":
					all["CFF "] = []byte{1}
				case "CFF of today":
					all["CFF2"] = []byte{1}
				}
			}))
		}
		if (err == nil) != (tt.says == "") || err != nil && !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %v, want %q", name, err, tt.says)
		}
	}
}

// glyphsOf is a face of some outlines.
func glyphsOf(outlines ...[]byte) *Face {
	f := &Face{numGlyphs: len(outlines), longLoca: true, loca: make([]byte, 4), unitsPerEm: Em}
	for _, o := range outlines {
		f.glyf = append(f.glyf, o...)
		f.loca = binary.BigEndian.AppendUint32(f.loca, uint32(len(f.glyf)))
	}
	return f
}

// composite is an outline made of other glyphs.
func composite(parts ...uint16) []byte {
	b := words(0xffff, 0, 0, 0, 0)
	for i, p := range parts {
		flags := uint16(moreComponents)
		if i == len(parts)-1 {
			flags = 0
		}
		b = append(b, words(flags, p, 0)...)
	}
	return b
}

// TestPartsOfGlyphs: a glyph is made of others that there are, not too many and not too deeply.
func TestPartsOfGlyphs(t *testing.T) {
	simple := append(words(0, 0, 0, 0, 0), 0, 0)
	if isComposite(simple) || !isComposite(composite(0)) {
		t.Error("an outline of nothing is made of others")
	}
	for flags, size := range map[uint16]int{0: 6, argsAreWords: 8, haveScale: 8, haveTwoScales: 10, haveMatrix: 14, argsAreWords | haveMatrix: 16} {
		whole := append(words(0xffff, 0, 0, 0, 0, flags, 7), make([]byte, 12)...)[:10+size]
		list, err := components(whole)
		if err != nil || len(list) != 1 || list[0] != (component{10, 10 + size, 7}) {
			t.Errorf("flags %#x: %v, %v", flags, list, err)
		}
		for _, cut := range []int{13, len(whole) - 1} {
			if list, err := components(whole[:cut]); err == nil {
				t.Errorf("flags %#x, %d bytes of %d: %v", flags, cut, len(whole), list)
			}
		}
	}
	chain := func(n int) *Face { // each glyph is made of the next, the last of lines
		var all [][]byte
		for i := range n {
			all = append(all, composite(uint16(i+1)))
		}
		return glyphsOf(append(all, simple)...)
	}
	for name, tt := range map[string]struct {
		f      *Face
		budget int
		ok     bool
	}{
		"lines": {glyphsOf(simple), 1, true}, "no budget": {glyphsOf(simple), 0, false}, "no ink": {glyphsOf(nil), 1, true},
		"as deep as may be": {chain(maxDepth), 100, true}, "one deeper": {chain(maxDepth + 1), 100, false},
		"of itself": {glyphsOf(composite(0)), 100, false}, "of no glyph": {glyphsOf(composite(1)), 100, false},
		"of two": {glyphsOf(composite(1, 1), simple), 3, true}, "of two, budget for one": {glyphsOf(composite(1, 1), simple), 2, false},
		"of a broken one": {&Face{numGlyphs: 1, loca: words(0, 9)}, 100, false}, "cut off": {glyphsOf(composite(1)[:13]), 100, false},
	} {
		budget := tt.budget
		if err := tt.f.checkComposite(0, &budget, 0); (err == nil) != tt.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
	whole := append(words(1, 0, 0, 0, 0, 5, 3), 1, 2, 3, 9) // a contour, three bytes of instructions, a point
	if got, err := appendSimple(nil, whole); err != nil || string(got) != string(append(words(1, 0, 0, 0, 0, 5, 0), 9)) {
		t.Errorf("%v, %v", got, err)
	}
	for size, ok := range map[int]bool{13: false, 14: false, 16: false, 17: true} {
		if _, err := appendSimple(nil, whole[:size]); (err == nil) != ok {
			t.Errorf("%d bytes of a simple outline: %v", size, err)
		}
	}
	if got, err := appendSimple(nil, simple); err != nil || len(got) != len(simple) {
		t.Errorf("an outline without contours: %v, %v", got, err)
	}
	broken := &Face{loca: words(0, 9), letters: make([]letter, 2), numGlyphs: 1, unitsPerEm: Em, metrics: 1, hmtx: make([]byte, 4)}
	broken.enter('a', 1)
	if s := broken.Stack('a'); s.drawn {
		t.Error("a mark has a place on an outline that is broken")
	}
}

// TestNamesBounds: the last entry of a table of names may end with the table.
func TestNamesBounds(t *testing.T) {
	b := words(0, 1, 10, 1, 0, 'A'<<8|'B', nameFamily, 2, 0)
	if got := readName(tables{"name": b}, nameFamily); got != "AB" {
		t.Errorf("%q", got)
	}
	if got := readName(tables{"name": b[:len(b)-1]}, nameFamily); got != "" {
		t.Errorf("a table that is cut off: %q", got)
	}
	if got := decodeLatin([]byte("a\x7f\x80\xff")); got != "a\x7f??" {
		t.Errorf("%q", got)
	}
}
