package fill

import (
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
)

// TestNumberPicture: numbers by the pictures of Word.
func TestNumberPicture(t *testing.T) {
	for _, c := range []struct {
		units   int64
		places  int
		pattern string
		want    string
	}{
		{1500000, 0, "#,##0", "1.500.000"},
		{1500000, 0, "#.##0 'đồng'", "1.500.000 đồng"},
		{1500000, 0, "'thưởng 0' #.##0 'xu; x'", "thưởng 0 1.500.000 xu; x"},
		{-2500, 0, "#.##0", "-2.500"},
		{-2500, 0, "#.##0;(#.##0)", "(2.500)"},
		{2500, 0, "#.##0;(#.##0)", "2.500"},
		{0, 0, "#.##0;(#.##0)", "0"},
		{0, 0, "#.##0;(#.##0);'không'", "không"},
		{-1, 0, "#.##0;(#.##0);'không'", "(1)"},
		{12345, 1, "#.##0,00", "1.234,50"},
		{5, 0, "'chữ'", "chữ"},
	} {
		if got := numberPicture(sheet.Decimal{Units: c.units, Places: c.places}, c.pattern); got != c.want {
			t.Errorf("%d by %s: got %s, want %s", c.units, c.pattern, got, c.want)
		}
	}
}
