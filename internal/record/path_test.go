package record

import "testing"

func TestCutStep(t *testing.T) {
	for _, tt := range []struct{ path, step, rest string }{
		{"", "", ""}, {"lines", "lines", ""}, {"lines[2].amount", "lines", "[2].amount"}, {"[2].amount", "[2]", ".amount"},
		{".amount", "amount", ""}, {"a.b", "a", ".b"}, {"a[0]", "a", "[0]"}, {"[0][1]", "[0]", "[1]"}, {"[0", "[0", ""}, {"..", ".", ""},
	} {
		if step, rest := cutStep(tt.path); step != tt.step || rest != tt.rest {
			t.Errorf("%q: %q and %q, want %q and %q", tt.path, step, rest, tt.step, tt.rest)
		}
	}
}
