package parity

import (
	"strings"
	"testing"
)

// page makes a page of words: each line is baseline, left edge, then words an inch wide.
func page(rows ...string) Page {
	var ws []word
	for i, row := range rows {
		x := 50.0
		for _, text := range strings.Fields(row) {
			ws = append(ws, word{x: x, end: x + 40, y: 100 + 20*float64(i), size: 14, text: text})
			x += 45
		}
	}
	return lines(ws)
}

func TestLines(t *testing.T) {
	ws := []word{
		{x: 300, end: 340, y: 100.4, size: 14, text: "phải"}, // another column
		{x: 50, end: 90, y: 100, size: 14, text: "trái"},
		{x: 95, end: 110, y: 100, size: 14, text: "đậ"}, // a word of two faces
		{x: 110.1, end: 118, y: 100, size: 14, text: "m"},
		{x: 50, end: 60, y: 120, size: 14, text: "Ông:"},
		{x: 62, end: 200, y: 120, size: 14, text: "........"},
		{x: 203, end: 230, y: 120, size: 14, text: "NĐ\u2011CP"},
	}
	if got, want := lines(ws).String(), "\ntrái đậm\nphải\nÔng: NĐ-CP\n"; got != want {
		t.Errorf("lines %q, want %q", got, want)
	}
}

func TestCompare(t *testing.T) {
	a := []Page{page("một hai ba", "bốn năm"), page("sáu")}
	moved := []Page{page("một hai ba", "bốn năm"), page("sáu")}
	moved[0][1].Y += 2 * millimetre
	moved[1][0].X[0] += millimetre
	moved[1][0].Size = 13
	parted := []Page{page("một hai ba", "bốn năm"), page("sáu")}
	l := parted[0][0]
	parted[0] = Page{{X: l.X[:2], Words: l.Words[:2], Y: l.Y, Size: l.Size},
		{X: l.X[2:], Words: l.Words[2:], Y: l.Y + level/2, Size: l.Size}, parted[0][1]}
	tests := []struct {
		name         string
		b            []Page
		words        bool
		same, sizes  int
		pages, lines int
	}{
		{"itself", a, true, 3, 0, 2, 3},
		{"a line on the next page", []Page{page("một hai ba"), page("bốn năm", "sáu")}, true, 2, 0, 2, 3},
		{"lines broken elsewhere", []Page{page("một hai", "ba bốn năm"), page("sáu")}, true, 1, 0, 2, 3},
		{"a word lost", []Page{page("một hai ba", "bốn"), page("sáu")}, false, 2, 0, 2, 3},
		{"a page lost", a[:1], false, 2, 0, 1, 2},
		{"a page more", append(append([]Page(nil), a...), page("bảy")), false, 3, 0, 3, 4},
		{"a line in two parts side by side", parted, true, 3, 0, 2, 3},
		{"a line in two parts, one below the other", []Page{page("một hai", "ba", "bốn năm"), page("sáu")}, true, 2, 0, 2, 4},
		{"moved", moved, true, 3, 1, 2, 3},
	}
	for _, tt := range tests {
		r := Compare(a, tt.b)
		if r.SameWords != tt.words || r.SameLines != tt.same || r.Sizes != tt.sizes || r.Pages != [2]int{2, tt.pages} ||
			r.Lines != [2]int{3, tt.lines} {
			t.Errorf("%s: %+v", tt.name, r)
		}
	}
	r := Compare(a, moved)
	if r.WorstX < 0.99 || r.WorstX > 1.01 || r.WorstY < 1.99 || r.WorstY > 2.01 {
		t.Errorf("moved by %.2f and %.2f mm", r.WorstX, r.WorstY)
	}
	if s := Compare(a, a[:1]).Share(); s < 66 || s > 67 {
		t.Errorf("share %.1f", s)
	}
}
