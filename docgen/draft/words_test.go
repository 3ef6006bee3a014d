package draft

import (
	"strings"
	"testing"
	"unicode"
)

// TestLower: every letter of a word in small letters, as the library has them, but for letters
// that have neither, which count as they are.
func TestLower(t *testing.T) {
	for r := rune(1); r < 0x3000; r++ {
		if s := "a" + string(r); lower(s) != strings.ToLower(s) && isWordly(r) && unicode.IsUpper(r) {
			t.Errorf("%U: got %q, want %q", r, lower(s), strings.ToLower(s))
		}
	}
	for in, want := range map[string]string{"Ủy": "ủy", "BAN": "ban", "nhân": "nhân", "": "", "ĐƠN": "đơn", "xÃ": "xã", "ẠẢ": "ạả"} {
		if got := lower(in); got != want {
			t.Errorf("%s: got %s", in, got)
		}
	}
}
