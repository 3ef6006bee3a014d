package diag

import (
	"strings"
	"testing"
)

func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"kind", "kind", 0}, {"", "kind", 4}, {"kind", "", 4},
		{"kind", "kinds", 1}, {"kind", "king", 1}, {"kiểu", "kiêu", 1},
		{"kind", "ikdn", 2}, {"ab", "ba", 1}, {"subject", "subjcet", 1}, {"name", "anme", 1}, {"kidn", "kind", 1},
		{"kitten", "sitting", 3},
		{strings.Repeat("a", 64), "b" + strings.Repeat("a", 63), 1},
		{strings.Repeat("a", 65), "b" + strings.Repeat("a", 64), 65}, // too long to look
		{"a", strings.Repeat("a", 65), 65}, {strings.Repeat("a", 65), "a", 65},
		{strings.Repeat("a", 64), "a", 63}, {"a", strings.Repeat("a", 64), 63},
	} {
		if got := distance(tt.a, tt.b); got != tt.want {
			t.Errorf("%q and %q: %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

// TestNearest: a third of the longer word may differ, and of two as near the first counts.
func TestNearest(t *testing.T) {
	for _, tt := range []struct{ word, list, want string }{
		{"subjekt", "number subject", "subject"}, {"SUBJECT", "subject", "subject"},
		{"abcxyz", "abcdez", "abcdez"}, {"abxxyz", "abcdez", ""},
		{"aab", "aac aad", "aac"}, {"aab", "xxx aad aac", "aad"}, {"x", "", ""},
	} {
		if got := Nearest(tt.word, strings.Fields(tt.list)); got != tt.want {
			t.Errorf("%q of %s: %q, want %q", tt.word, tt.list, got, tt.want)
		}
	}
}
