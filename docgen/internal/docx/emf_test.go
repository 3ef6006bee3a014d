package docx

import (
	"encoding/binary"
	"testing"
	"unicode/utf16"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
)

// leafSteps are a curve and a straight line back.
var leafSteps = []flow.Step{
	{Move: true, X: doc.MM(1), Y: doc.MM(1)},
	{Curved: true, X1: doc.MM(1), Y1: doc.MM(2), X2: doc.MM(3), Y2: doc.MM(4), X: doc.MM(5), Y: doc.MM(5)},
	{X: doc.MM(1), Y: doc.MM(1)},
}

// TestMetafile walks over the records of a drawing and checks what readers rely on:
// sizes, counts, and objects that are made before they are used.
func TestMetafile(t *testing.T) {
	m, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	const word = "Tập thể 😀"
	d := &flow.Drawing{Width: doc.MM(60), Height: doc.MM(30), Shapes: []flow.Shape{
		&flow.Rect{X: doc.MM(5), Y: doc.MM(5), Width: doc.MM(10), Height: doc.MM(20), Fill: true, Color: 0x336699},
		&flow.Rect{Width: doc.MM(10), Height: doc.MM(15), Thickness: doc.Pt(1)},
		&flow.Line{Y1: doc.MM(25), X2: doc.MM(60), Y2: doc.MM(2), Color: 0xcc0000},
		&flow.Path{},
		&flow.Path{Thickness: doc.Pt(1), Steps: leafSteps},
		&flow.Path{Fill: true, Color: 0x00cc00, Steps: leafSteps},
		&flow.Caption{X: doc.MM(10), Y: doc.MM(29), Align: doc.Center, Font: italic(9), S: word},
		&flow.Caption{S: ""},
	}}
	b, err := metafileOf(d, m)
	if err != nil {
		t.Fatal(err)
	}
	u32 := func(at int) uint32 { return binary.LittleEndian.Uint32(b[at:]) }
	if u32(0) != emrHeader || string(b[40:44]) != " EMF" || int(u32(48)) != len(b) || u32(32) != 6000 || u32(36) != 3000 {
		t.Errorf("header % x", b[:headerSize])
	}
	made := make(map[uint32]bool)
	kinds := make(map[uint32]int)
	var text string
	var records, kind uint32
	for at := 0; at < len(b); {
		kind = u32(at)
		size := int(u32(at + 4))
		if size < 8 || size%4 != 0 || at+size > len(b) {
			t.Fatalf("record %d of kind %d at %d has size %d", records, kind, at, size)
		}
		records++
		kinds[kind]++
		if kind == emrPolyBezierTo && (size != 52 || u32(at+24) != 3 || u32(at+28) != 100 || u32(at+48) != 500) {
			t.Errorf("curve of %d bytes: %d points, the first at %d, the last to %d", size, u32(at+24), u32(at+28), u32(at+48))
		}
		switch kind {
		case emrCreatePen, emrCreateBrush, emrCreateFont:
			made[u32(at+8)] = true
		case emrSelect, emrDelete:
			if n := u32(at + 8); n < 1<<31 && (!made[n] || n >= objects) {
				t.Errorf("record %d uses object %d", records, n)
			}
			if kind == emrDelete {
				delete(made, u32(at+8))
			}
		case emrText:
			n, from := int(u32(at+44)), at+int(u32(at+48))
			letters := make([]uint16, n)
			for i := range letters {
				letters[i] = binary.LittleEndian.Uint16(b[from+2*i:])
			}
			text += string(utf16.Decode(letters))
			if steps := int(u32(at + 72)); steps+4*n != size {
				t.Errorf("%d letters, steps at %d, in a record of %d", n, steps, size)
			}
		}
		at += size
	}
	if kind != emrEOF || records != u32(52) || len(made) != 0 {
		t.Errorf("last record of kind %d, %d records of %d, objects left %v", kind, records, u32(52), made)
	}
	if kinds[emrBeginPath] != 2 || kinds[emrFillPath] != 1 || kinds[emrStrokePath] != 1 || kinds[emrPolyBezierTo] != 2 ||
		kinds[emrLineTo] != 3 {
		t.Errorf("records by kind: %v", kinds)
	}
	if text != word {
		t.Errorf("text %q, want %q", text, word)
	}
	if c := colorRef(0x336699); c != 0x996633 {
		t.Errorf("colour %06x", c)
	}
}
