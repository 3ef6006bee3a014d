package font

import "testing"

// TestDrawn: signs of forms that a font lacks are drawn, as large as the em asks; one that it has is its own.
func TestDrawn(t *testing.T) {
	small, err := Parse(remake(t, smallFont(t), func(all tables) {
		all["cmap"] = cmapTable([3]uint32{'a', 'c', 1}, [3]uint32{'☑', '☑', 2})
		all["head"][18], all["head"][19] = 4, 0 // 1024 to the em
	}))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		face  *Face
		r     rune
		width int
		ink   [4]int
	}{
		{embeddedSet(t).Face(Regular), '☐', Em, [4]int{274, -100, 1774, 1400}},
		{embeddedSet(t).Face(BoldItalic), '🗹', Em, [4]int{274, -100, 1774, 1400}},
		{embeddedSet(t).Face(Regular), '❑', Em, [4]int{274, -220, 1894, 1400}},
		{embeddedSet(t).Face(Regular), '✗', 1530, [4]int{200, 50, 1330, 1180}},
		{small, '☐', Em, [4]int{274, -100, 1774, 1400}},
	} {
		width, _ := c.face.Advance(c.r)
		ink, ok := c.face.inkOf(c.r)
		if width != c.width || !ok || ink != c.ink {
			t.Errorf("%q: %d wide, ink %v, %t", c.r, width, ink, ok)
		}
		s := subsetOf(t, c.face, "a"+string(c.r))
		f, _ := webOf(t, s)
		sameLetters(t, s, f)
	}
	if small.glyph('☑') != 2 {
		t.Error("the font's own sign is not taken")
	}
	if !Drawn('☐') || !Drawn('◻') || Drawn('□') || Drawn('😀') {
		t.Error("other signs are drawn")
	}
	for glyphs, want := range map[int]int{0xffff - len(drawnSigns): 1, 0xffff - len(drawnSigns) + 1: 0} {
		if got := len((&Face{numGlyphs: glyphs}).withDrawn(nil)); (got > 0) != (want > 0) {
			t.Errorf("%d glyphs: %d signs", glyphs, got)
		}
	}
}
