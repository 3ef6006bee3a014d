package record

import (
	"testing"

	"github.com/vanban-go/vanban/plan/vi"
)

// TestBadRunes: characters that no paper holds, each once; texts of several lines may have line ends
// of other systems, tabs and, at the heads of lines, bullets of Word.
func TestBadRunes(t *testing.T) {
	for _, tt := range []struct{ text, line, lines string }{
		{"Tiếng Việt – “ổn”…\n", "", ""}, {"a\tb", "\t", ""}, {"a\r\nb", "\r", ""}, {"a\u2028b\u0085c", "\u2028\u0085", ""},
		{"\uf0b7 Một", "\uf0b7", ""}, {"  \u00a0\uf0b7 Một", "\uf0b7", ""}, {"\t\uf0b7", "\t\uf0b7", ""}, {"a\n\uf0b7 b", "\uf0b7",
			""}, {"a\v \uf0b7 b", "\v\uf0b7", ""},
		{"a\uf0b7 b", "\uf0b7", "\uf0b7"}, {"a \uf0b7", "\uf0b7", "\uf0b7"}, {"\x00a\x00\x01", "\x00\x01", "\x00\x01"}, {"\u200b\u202e",
			"\u200b\u202e", "\u200b\u202e"},
		{"a\ufffe", "\ufffe", "\ufffe"}, {"\ue123", "\ue123", "\ue123"}, {"", "", ""},
	} {
		if got := string(badRunes(tt.text, false)); got != tt.line {
			t.Errorf("%q as a line: %q, want %q", tt.text, got, tt.line)
		}
		if got := string(badRunes(tt.text, true)); got != tt.lines {
			t.Errorf("%q as lines: %q, want %q", tt.text, got, tt.lines)
		}
	}
}

// TestIsPlain: the quick answer for nearly every text, at the bounds of its blocks.
func TestIsPlain(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, " ~\n": true, "\x1f": false, "\x7f": false, "\t": false, "\r": false, "\u00bf": false, "\u00c0": true, "\u02ff": true,
		"\u0300": false,
		"\u1dff": false, "\u1e00": true, "\u1eff": true, "\u1f00": false, "\u2000": false, "\u200f": false, "\u2010": true, "\u2027": true,
		"\u2028": false, "\u2080": false,
		"a\u2013b \u1ea1\u00e0 c": true, "\u2110": false, "\xe2": false, "\xe2\x80": false, "\xe1": false, "\xe1\xba": false,
		"\xc3": false, "\xc3a": false, "\xcb\xc3\x80": false, "\xe1\xc3\x80": false, "\xe1\xbaa": false, "\xe1a\x80": false,
	} {
		if isPlain(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
	for r := range rune(0x3000) {
		if text := "a" + string(r); isPlain(text) && vi.NFC(text) != text {
			t.Errorf("%U is no letter of NFC", r)
		}
	}
}
