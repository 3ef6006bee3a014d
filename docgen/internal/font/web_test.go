package font

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"
)

func webOf(t *testing.T, s *Subset) (*Face, []byte) {
	t.Helper()
	web, err := s.Web()
	if err != nil {
		t.Fatal(err)
	}
	if got := sum(web); got != 0xb1b0afba {
		t.Errorf("checksum of the file is %#x", got)
	}
	f, err := Parse(web)
	if err != nil {
		t.Fatal(err)
	}
	// What the sanitizer of browsers asks for.
	for _, tag := range []string{"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"} {
		if f.tables[tag] == nil {
			t.Errorf("the file has no table %q", tag)
		}
	}
	return f, web
}

// sameLetters sees that a web font draws the letters of its subset and no others.
func sameLetters(t *testing.T, s *Subset, web *Face) {
	t.Helper()
	held := slices.DeleteFunc(slices.Clone(web.letters[1:]), func(l letter) bool { return int(l.glyph) >= web.numGlyphs })
	if len(held) != s.Len() {
		t.Errorf("the file has %d letters of %d", len(held), s.Len())
	}
	for n := 1; n <= s.Len(); n++ {
		r, _ := s.Letter(n)
		if web.glyph(r) != n {
			t.Errorf("%q is glyph %d, not %d", r, web.glyph(r), n)
			continue
		}
		want, _ := s.Face.Advance(r)
		if got, _ := web.Advance(r); got != want {
			t.Errorf("%q is %d wide, not %d", r, got, want)
		}
		sameOutline(t, s.Face, s.Face.glyph(r), web, n)
	}
}

func TestWeb(t *testing.T) {
	for style := range Styles {
		s := subsetOf(t, embeddedSet(t).Face(style), sample+"\u00a0\u2011")
		f, web := webOf(t, s)
		sameLetters(t, s, f)
		if want := s.Tag + "+" + s.Face.Name(); f.names.family != want || f.Name() != s.Tag+s.Face.Name() {
			t.Errorf("the file is called %q, %q; want %q", f.names.family, f.names.postScript, want)
		}
		if f.style != style || f.weight != s.Face.weight || f.italic != s.Face.italic || f.serif != s.Face.serif {
			t.Errorf("the %s face says %s, weight %d, angle %g, serifs %t", style, f.style, f.weight, f.italic, f.serif)
		}
		if first, last := u16(f.tables["OS/2"], 64), u16(f.tables["OS/2"], 66); first != ' ' || last != 'ự' {
			t.Errorf("letters from %U to %U", first, last)
		}
		if again, err := s.Web(); err != nil || !bytes.Equal(again, web) {
			t.Errorf("made again it differs, %v", err)
		}
	}
}

// TestWebOfFurtherFonts takes letters from beyond U+FFFF, alone and beside others, and
// a font too old to have a table OS/2.
func TestWebOfFurtherFonts(t *testing.T) {
	old := remake(t, smallFont(t), func(all tables) {
		all["cmap"] = cmapTable([3]uint32{'a', 'c', 1}, [3]uint32{'x', 'x', 4}, [3]uint32{0xfffe, 0x10001, 1},
			[3]uint32{0x1f600, 0x1f601, 2})
		delete(all, "OS/2")
	})
	face, err := Parse(old)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text string
		maps uint16
	}{
		{"abcx", 1},
		{"abcx😀😁", 2},
		{"😁", 2},
		{"a\ufffe\U00010000", 2},
		{"a\ufffe\uffff", 2},
	} {
		s := subsetOf(t, face, c.text)
		f, _ := webOf(t, s)
		sameLetters(t, s, f)
		if got := u16(f.tables["cmap"], 2); got != c.maps {
			t.Errorf("%q: %d character maps, want %d", c.text, got, c.maps)
		}
		if f.weight != 400 || f.style != Regular || f.ascent != face.ascent {
			t.Errorf("%q: weight %d, style %s, ascent %d", c.text, f.weight, f.style, f.ascent)
		}
		// A browser that knows format 4 alone finds the letters of the basic plane.
		first, last := rune(u16(f.tables["OS/2"], 64)), rune(u16(f.tables["OS/2"], 66))
		if all := []rune(c.text); first != min(slices.Min(all), 0xffff) || last != min(slices.Max(all), 0xffff) {
			t.Errorf("%q: letters from %U to %U", c.text, first, last)
		}
		letters, err := readCmap4(f.tables["cmap"][4+8*c.maps:], f.numGlyphs)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range letters {
			if int(m.glyph) != f.glyph(m.r) {
				t.Errorf("%q: format 4 says glyph %d of %q, format 12 %d", c.text, m.glyph, m.r, f.glyph(m.r))
			}
		}
		if bytes.IndexByte([]byte(c.text), 'a') == 0 && (len(letters) == 0 || letters[0].r != 'a') {
			t.Errorf("%q: format 4 has %v", c.text, letters)
		}
	}
	web, _ := webOf(t, subsetOf(t, face, "a"))
	if os2 := web.tables["OS/2"]; int(i16(os2, 68)) != face.ascent || int(i16(os2, 70)) != -face.descent {
		t.Errorf("ascent %d, descent %d; want %d, %d", i16(os2, 68), i16(os2, 70), face.ascent, -face.descent)
	}
	// The first version of the table, as short as it may be, is kept.
	short, err := Parse(remake(t, smallFont(t), func(all tables) {
		all["OS/2"] = all["OS/2"][:78]
		binary.BigEndian.PutUint16(all["OS/2"][4:], 650)
	}))
	if err != nil {
		t.Fatal(err)
	}
	if web, _ := webOf(t, subsetOf(t, short, "a")); web.weight != 650 || !web.serif {
		t.Errorf("weight %d, serifs %t; want 650, true", web.weight, web.serif)
	}
}
