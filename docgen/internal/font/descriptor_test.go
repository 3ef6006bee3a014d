package font

import "testing"

// TestThousandths: lengths of a font in thousandths of an em, rounded, below the line as above it.
func TestThousandths(t *testing.T) {
	f := &Face{unitsPerEm: 2048}
	for v, want := range map[int]int{0: 0, 1: 0, 2: 1, 2048: 1000, 1024: 500, 1025: 500, 1026: 501, -1: 0, -2: -1, -443: -216} {
		if got := f.thousandths(v); got != want {
			t.Errorf("%d: %d, want %d", v, got, want)
		}
	}
}
