package record

import (
	"testing"
	"unicode"
)

// TestIsBadShortCut compares the quick answer for common letters with the tables of Unicode.
func TestIsBadShortCut(t *testing.T) {
	for r := rune(0); r < 0x2000; r++ {
		if slow := unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co) && r != '\n' && r != '\r'; isBad(r) != slow {
			t.Errorf("isBad(%U) = %v, want %v", r, isBad(r), slow)
		}
	}
}
