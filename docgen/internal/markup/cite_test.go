package markup

import "testing"

// TestSplitSymbol parts numbers from symbols, as the State and the Party write them.
func TestSplitSymbol(t *testing.T) {
	for s, want := range map[string][2]string{
		"KH-UBND": {"", "KH-UBND"}, "/KH-UBND": {"", "KH-UBND"}, "45/UBND-VP": {"45", "UBND-VP"}, "05-NQ/ĐU": {"05", "NQ/ĐU"}, "Số 05-NQ/ĐU": {"05", "NQ/ĐU"},
		"NQ/ĐU": {"", "NQ/ĐU"}, "C04-P6/ĐU": {"", "C04-P6/ĐU"}, "-NQ/ĐU": {"", "-NQ/ĐU"}, "05-/ĐU": {"", "05-/ĐU"}, "05-NQ": {"", "05-NQ"},
	} {
		if number, symbol := SplitSymbol(s); number != want[0] || symbol != want[1] {
			t.Errorf("%s: %q and %q, want %q", s, number, symbol, want)
		}
	}
}
