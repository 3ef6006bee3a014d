package draft

import "testing"

// TestEscape: a stroke is put before a mark only where it would be read as one.
func TestEscape(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Nội dung", "Nội dung"}, {"a  b\tc", "a b c"},
		{"5 < 6", "5 < 6"}, {"2*3*4", "2*3*4"}, {"Số [12]/QĐ", "Số [12]/QĐ"}, {"a {b} c", "a {b} c"}, {`C:\tep\x`, `C:\tep\x`},
		{"a *b* c", `a \*b\* c`}, {"[a](b)", `\[a](b)`}, {"# a", `\# a`}, {`a\`, `a\\`},
	} {
		if got := escape(tt.text); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.text, got, tt.want)
		}
	}
}
