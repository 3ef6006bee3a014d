package fill

import "testing"

// TestRawIndex: a place in the text of character data, and where it is written.
func TestRawIndex(t *testing.T) {
	for _, tt := range []struct {
		raw      string
		at, want int
	}{
		{"abc", 0, 0}, {"abc", 2, 2}, {"abc", 3, 3}, {"abc", 9, 3},
		{"a&amp;b", 1, 1}, {"a&amp;b", 2, 6}, {"a&amp;b", 3, 7}, {"a&b", 2, 1},
		{"a\r\nb", 2, 3}, {"a\rb", 2, 2}, {"ab\r", 3, 3}, {"a\nb", 2, 2}, {"\r\r\nb", 2, 3},
		{"<![CDATA[a&b]]>", 2, 11},
	} {
		if got := rawIndex(tt.raw, tt.at); got != tt.want {
			t.Errorf("%d of %q: %d, want %d", tt.at, tt.raw, got, tt.want)
		}
	}
}
