package font

import (
	"encoding/binary"
	"errors"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// folderOf makes a folder of files named after nothing that they hold.
func folderOf(files ...[]byte) fstest.MapFS {
	fsys := fstest.MapFS{"readme.txt": {Data: []byte("no font")}, "sub.ttf/x": {Data: []byte("in a folder")}}
	for i, data := range files {
		fsys[string(rune('a'+i))+".TTF"] = &fstest.MapFile{Data: data}
	}
	return fsys
}

func TestLoad(t *testing.T) {
	times := familyNamed(t, preferred, true)
	other := familyNamed(t, "Book", true)
	sans := familyNamed(t, "Sans", false)
	for _, c := range []struct {
		name  string
		files [][]byte
		want  string
	}{
		{"one family", other[:], "Book"},
		{"Times New Roman before others", append(other[:], times[:]...), preferred},
		{"serifs before none", append(sans[:], other[:]...), "Book"},
		{"a whole family before part of one", append(other[:3:3], sans[:]...), "Sans"},
		{"a broken file of no account", append([][]byte{[]byte("ttcf....____")}, other[:]...), "Book"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := Load(folderOf(c.files...))
			if err != nil {
				t.Fatal(err)
			}
			if s.Family() != c.want {
				t.Errorf("family %q, want %q", s.Family(), c.want)
			}
			for style := range Styles {
				if s.Face(style).style != style {
					t.Errorf("the %s face is %s", style, s.Face(style).style)
				}
			}
		})
	}
}

func TestLoadRefuses(t *testing.T) {
	good := familyNamed(t, "Book", true)
	spoil := func(change func(all tables)) [][]byte {
		files := good
		files[Bold] = remake(t, files[Bold], change)
		return files[:]
	}
	rights := func(v uint16) [][]byte {
		return spoil(func(all tables) { binary.BigEndian.PutUint16(all["OS/2"][8:], v) })
	}
	otto := append([]byte("OTTO"), good[Bold][4:]...)
	for _, c := range []struct {
		name  string
		files [][]byte
		is    error
		says  string
	}{
		{"empty folder", nil, nil, "no family"},
		{"no italic face", good[:2], nil, "Book has no italic one"},
		{"two families", append(good[:], liberationFiles()...), nil, "Book, Liberation Serif"},
		{"collection", [][]byte{append([]byte("ttcf"), good[0][4:]...)}, ErrCollection, "a.TTF"},
		{"CFF", [][]byte{good[0], otto, good[2], good[3]}, ErrOutlines, "b.TTF"},
		{"CFF under a TrueType signature", spoil(func(all tables) { delete(all, "glyf"); all["CFF "] = []byte{1} }), ErrOutlines, "b.TTF"},
		{"not a font", [][]byte{[]byte("hello, this is text")}, ErrBroken, "a.TTF"},
		{"cut off", [][]byte{good[0][:1000]}, ErrBroken, "a.TTF"},
		{"restricted", rights(2), ErrForbidden, "b.TTF"},
		{"no subsets", rights(0x108), ErrForbidden, "0x0108"},
		{"bitmaps only", rights(0x200), ErrForbidden, "b.TTF"},
		{"ASCII only", spoil(func(all tables) { all["cmap"] = cmapTable([3]uint32{' ', '~', 3}) }), ErrVietnamese, "134 of them, such as "},
		{"no widths", spoil(func(all tables) { all["hmtx"] = all["hmtx"][:100] }), ErrBroken, `"hmtx"`},
		{"no glyph places", spoil(func(all tables) { delete(all, "loca") }), ErrBroken, `"loca"`},
		{"map out of order", spoil(func(all tables) { all["cmap"] = cmapTable([3]uint32{'b', 'c', 3}, [3]uint32{'a', 'a', 9}) }),
			ErrBroken, "out of order"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := Load(folderOf(c.files...))
			if err == nil {
				t.Fatalf("loaded %s", s.Family())
			}
			if c.is != nil && !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v; want %v that says %q", err, c.is, c.says)
			}
		})
	}
	for _, allowed := range []uint16{0, 4, 8, 0xa} { // installable, preview, editable; the freest counts
		if _, err := Load(folderOf(rights(allowed)...)); err != nil {
			t.Errorf("fsType %#x: %v", allowed, err)
		}
	}
}

func liberationFiles() [][]byte { return liberation[:] }

// TestNotice: NOTICE names the version of the fonts that are embedded.
func TestNotice(t *testing.T) {
	notice, err := os.ReadFile("../../../NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	s, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	if want := s.Family() + " " + strings.TrimPrefix(s.Version(), "Version ") + " "; !strings.Contains(string(notice), want) {
		t.Errorf("NOTICE does not name %s", want)
	}
}
