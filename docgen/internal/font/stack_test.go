package font

import (
	"math"
	"testing"
)

// Every mark stands centred on its letter, and clear of what is there already.
func TestStack(t *testing.T) {
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	const (
		up       = '\u0306' // breve
		hat      = '\u0302'
		dot      = '\u0323' // below
		ogonek   = '\u0328'
		cedilla  = '\u0327'
		overhead = "ê̆ ô̆ ơ̆ ư̆ Ê̆ Ô̆ Ơ̆ Ư̆ m̂ n̂ C̆ đ̆ b̆ ẹ̆ ế̆ x́"
	)
	for style := Regular; style < Styles; style++ {
		f := set.Face(style)
		box := func(r rune) [4]int {
			ink, ok := f.inkOf(r)
			if !ok {
				t.Fatalf("%s: no ink for %c", style, r)
			}
			return ink
		}
		// place puts marks on a letter and gives the boxes where they are drawn, from
		// where the letter begins.
		place := func(letter rune, marks ...rune) (boxes [][4]int) {
			s := f.Stack(letter)
			advance, _ := f.Advance(letter)
			for _, m := range marks {
				dx, dy := s.Add(m)
				ink := box(m)
				boxes = append(boxes, [4]int{ink[0] + advance + dx, ink[1] + dy, ink[2] + advance + dx, ink[3] + dy})
			}
			return boxes
		}
		letters := []rune(overhead)
		for i := 0; i+1 < len(letters); i += 3 {
			letter, mark := letters[i], letters[i+1]
			b := place(letter, mark)[0]
			under := box(letter)
			top := under[3]
			if plain := map[rune]rune{'ơ': 'o', 'ư': 'u', 'Ơ': 'O', 'Ư': 'U', 'ế': 'e'}[letter]; plain != 0 {
				if under = box(plain); letter != 'ế' {
					top = under[3] // the horn is no mark above
				}
			}
			if b[1] < top+stackGap {
				t.Errorf("%s: the mark of %c%c begins at %d, %d above the letter", style, letter, mark, b[1], b[1]-top)
			}
			if off := (b[0]+b[2])/2 - (under[0]+under[2])/2; style&Italic == 0 && (off < -1 || off > 1) {
				t.Errorf("%s: the mark of %c%c is off by %d", style, letter, mark, off)
			} else if style&Italic != 0 && (off <= 0 || off > 500) {
				t.Errorf("%s: the mark of %c%c leans by %d", style, letter, mark, off)
			}
		}
		if b := place('m', hat, up); b[1][1] < b[0][3]+stackGap {
			t.Errorf("%s: the second mark begins at %d, the first one ends at %d", style, b[1][1], b[0][3])
		}
		if b := place('q', dot, dot); b[0][3] > box('q')[1]-stackGap || b[1][3] > b[0][1]-stackGap {
			t.Errorf("%s: marks below q at %v", style, b)
		}
		if b := place('C', ogonek, up); b[0][1] != box(ogonek)[1] || b[1][1] < box('C')[3]+stackGap {
			t.Errorf("%s: marks of C at %v", style, b)
		}
		if b := place('q', cedilla, dot); b[0][3] >= 0 || b[1][3] > b[0][1]-stackGap {
			t.Errorf("%s: cedilla and dot of q at %v", style, b)
		}
		// A mark that has room keeps its height.
		if s := f.Stack('m'); style == Regular {
			if _, dy := s.Add(hat); dy != 0 {
				t.Errorf("m̂ is raised by %d", dy)
			}
		}
		for _, c := range []struct{ letter, mark rune }{{'a', '\u031b'}, {'a', '\u0338'}, {' ', up}, {'\ue000', up}, {'a', '\u0361'}} {
			s := f.Stack(c.letter)
			if dx, dy := s.Add(c.mark); dx != 0 || dy != 0 {
				t.Errorf("%s: %c%c moves by %d, %d", style, c.letter, c.mark, dx, dy)
			}
		}
	}
	var none Stack
	if dx, dy := none.Add(up); dx != 0 || dy != 0 {
		t.Errorf("a mark on nothing moves by %d, %d", dx, dy)
	}
	if lean := math.Tan(-set.Face(Italic).italic * math.Pi / 180); lean < 0.1 {
		t.Errorf("italics lean by %g", lean)
	}
}

func TestIsMark(t *testing.T) {
	for r, want := range map[rune]bool{'a': false, '\u02ff': false, '\u0300': true, '\u036f': true, '\u0370': false, 'ế': false} {
		if got := IsMark(r); got != want {
			t.Errorf("IsMark(%U) = %v", r, got)
		}
	}
}
