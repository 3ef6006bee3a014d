package font

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"
	"testing"

	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
)

// The files of the embedded family, by style.
var liberation = [Styles][]byte{
	Regular:    liberationserifregular.TTF,
	Bold:       liberationserifbold.TTF,
	Italic:     liberationserifitalic.TTF,
	BoldItalic: liberationserifbolditalic.TTF,
}

// remake writes a font anew after a change of its tables.
func remake(t testing.TB, data []byte, change func(tables)) []byte {
	t.Helper()
	all, err := openTables(data)
	if err != nil {
		t.Fatal(err)
	}
	for tag, b := range all {
		all[tag] = slices.Clone(b)
	}
	clear(all["head"][8:12])
	change(all)
	var list []entry
	for _, tag := range slices.SortedFunc(maps.Keys(all), cmp.Compare[string]) {
		list = append(list, entry{tag, all[tag]})
	}
	return join(list)
}

// familyNamed gives the four files under another family name.
func familyNamed(t testing.TB, name string, serif bool) (files [Styles][]byte) {
	for style, data := range liberation {
		files[style] = remake(t, data, func(all tables) {
			all["name"] = nameTable(map[uint16]string{nameFamily: name, namePostScript: name})
			if !serif {
				all["OS/2"][33] = 11 // PANOSE: no serifs
			}
		})
	}
	return files
}

// cmapTable makes a character map of format 12 that gives the letters from
// first to last the glyphs from glyph on.
func cmapTable(groups ...[3]uint32) []byte {
	be := binary.BigEndian
	b := be.AppendUint16(nil, 0)
	b = be.AppendUint16(b, 1)
	b = be.AppendUint16(b, 3)
	b = be.AppendUint16(b, 10)
	b = be.AppendUint32(b, 12)
	b = be.AppendUint16(b, 12)
	b = be.AppendUint16(b, 0)
	b = be.AppendUint32(b, uint32(16+12*len(groups)))
	b = be.AppendUint32(b, 0)
	b = be.AppendUint32(b, uint32(len(groups)))
	for _, g := range groups {
		for _, v := range g {
			b = be.AppendUint32(b, v)
		}
	}
	return b
}

// smallFont is a font of few letters, composite ones among them, for fuzzing.
func smallFont(t testing.TB) []byte {
	f := embeddedSet(t).Face(Regular)
	u := f.NewUsage(nil)
	u.Add("abc àệ")
	s, err := u.Subset()
	if err != nil {
		t.Fatal(err)
	}
	return remake(t, s.Program, func(all tables) {
		all["cmap"] = cmapTable([3]uint32{'a', 'f', 1})
		all["name"] = nameTable(map[uint16]string{nameFamily: "Small"})
		all["OS/2"] = f.tables["OS/2"]
	})
}
