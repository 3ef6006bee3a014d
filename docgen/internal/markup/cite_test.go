package markup

import "testing"

// TestSplitSymbol parts numbers from symbols, as the State and the Party write them.
func TestSplitSymbol(t *testing.T) {
	for s, want := range map[string][2]string{
		"KH-UBND": {"", "KH-UBND"}, "/KH-UBND": {"", "KH-UBND"}, "45/UBND-VP": {"45", "UBND-VP"}, "05-NQ/ĐU": {"05", "NQ/ĐU"},
		"Số 05-NQ/ĐU": {"05", "NQ/ĐU"},
		"NQ/ĐU":       {"", "NQ/ĐU"}, "C04-P6/ĐU": {"", "C04-P6/ĐU"}, "-NQ/ĐU": {"", "-NQ/ĐU"}, "05-/ĐU": {"", "05-/ĐU"}, "05-NQ": {"", "05-NQ"},
	} {
		if number, symbol := SplitSymbol(s, ""); number != want[0] || symbol != want[1] {
			t.Errorf("%s: %q and %q, want %q", s, number, symbol, want)
		}
	}
	for _, tt := range [][4]string{
		{"45/UBND-VP", "45", "45", "UBND-VP"}, {"5/UBND-VP", "05", "5", "UBND-VP"}, {"2026/HĐMB", "15", "", "2026/HĐMB"},
	} {
		if number, symbol := SplitSymbol(tt[0], tt[1]); number != tt[2] || symbol != tt[3] {
			t.Errorf("%s of %s: %q and %q", tt[0], tt[1], number, symbol)
		}
	}
	for _, tt := range [][3]string{
		{"15", "2026/HĐMB", "15/2026/HĐMB"}, {"Số: 15", "QĐ-UBND", "15/QĐ-UBND"}, {"12/QĐ-UBND", "QĐ-TTg", "12/QĐ-UBND"},
		{"05-NQ/ĐU", "QĐ-UBND", "05-NQ/ĐU"}, {"12/2026", "QĐ-UBND", "12/2026/QĐ-UBND"},
	} {
		if got, want := Cite(tt[0], tt[1], 2026, 3, 5), "số "+tt[2]+" ngày 05 tháng 3 năm 2026"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
