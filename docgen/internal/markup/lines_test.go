package markup

import (
	"strings"
	"testing"
)

// TestClosesAll: what opens an annex, a form or a list of its own.
func TestClosesAll(t *testing.T) {
	for s, want := range map[string]bool{
		"PHỤ LỤC": true, "Phụ lục": true, "phụ  lục": true, "PHỤ\u00a0LỤC I": true, "Phụ lục I": true, "Phụ lục 2:": true,
		"Phụ lục số":       false,
		"PHỤ LỤC DANH MỤC": true, "Phụ lục kèm theo": false, "PHỤ LỤCX": false, "Phụ lục12": false, "PHỤLỤC": false, "Phụ": false,
		"MẪU SỐ": true, "Mẫu số": false, "Mẫu số 01": true, "Mẫu số 01/TĐ": false, "MẪU SỐ 01/TĐ": true, "Mẫu số 2A.": true,
		"DANH SÁCH": true, "Danh sách": false, "Danh sách 1": false, "DANH SÁCH CÁC HỘ": true, "ÐANH SÁCH": false, "": false, "Họp": false,
	} {
		if closesAll(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

// TestIsNumberLike: numbers of annexes and forms.
func TestIsNumberLike(t *testing.T) {
	for s, want := range map[string]bool{
		"0": true, "9": true, "12": true, "IV": true, "X": true, "A": true, "D": true, "1/A": true, "1-2": true, "1.2": true, "1.": true,
		"1:": true,
		"E":  false, "@": false, "a": false, "I V": false, "1a": false, "": false, ".": false, ":": false, "W": false, "Y": false,
		"H": false, "J": false,
	} {
		if isNumberLike(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

// TestFoldedPrefix: how much of a line is a word, whatever its case and blanks.
func TestFoldedPrefix(t *testing.T) {
	for _, tt := range []struct {
		s, word string
		want    int
	}{
		{"Điều 1", "ĐIỀU", len("Điều")}, {"ÐIỀU", "ĐIỀU", len("ÐIỀU")}, {"điề", "ĐIỀU", 0}, {"", "ĐIỀU", 0}, {"Mục  1", "MỤC 1",
			len("Mục  1")},
		{"Mục1", "MỤC 1", 0}, {"Nục", "MỤC", 0}, {"mục", "MỤC", len("mục")}, {"Mực", "MỤC", 0}, {"-ục", "MỤC", 0}, {"Mục ", "MỤC ",
			len("Mục ")},
	} {
		if got := foldedPrefix(tt.s, tt.word); got != tt.want {
			t.Errorf("%q, %q: %d, want %d", tt.s, tt.word, got, tt.want)
		}
	}
}

// TestSaid: messages repeat a few words of a line, and no more of a long word.
func TestSaid(t *testing.T) {
	long := strings.Repeat("ệ", 61)
	for _, tt := range [][3]string{
		{"Một hai", "Một hai", "...hai"},
		{long, long[:60*3] + "...", "..." + long[3:]},
		{long[3:], long[3:], long[3:]},
		{"Một " + long, "Một...", "..." + long[3:]},
		{long + " hai", long[:60*3] + "...", "...hai"},
	} {
		if head, tail := head(tt[0]), tail(tt[0]); head != tt[1] || tail != tt[2] {
			t.Errorf("%s: %q, %q", tt[0], head, tail)
		}
	}
}
