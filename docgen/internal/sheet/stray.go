package sheet

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/plan/vi"
)

// alike are the letters of Greek that look like Latin ones; all of Cyrillic counts as such.
const alike = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"

// marked are consonants with a mark that the Vietnamese tones have too.
const marked = "ñńǹṇṅḿṃćśź"

// vowelsOfOurs are Vietnamese vowels, by which a word is known as a Vietnamese one.
const vowelsOfOurs = "âăêôơư"

// isStray tells the letters that ask for a closer look.
func isStray(r rune) bool {
	if r < 0xd1 || 0x1ea0 <= r && r <= 0x1ef9 { // most are ours
		return false
	}
	return 0x300 <= r && r <= 0x52f || strings.ContainsRune(marked, unicode.ToLower(r))
}

// strayLetter finds letters of another alphabet inside a Latin word, and tone marks on consonants, as slips of the keyboard leave
// them: Nguyêñ. Marks of other languages, as in Ba Na, are none.
func strayLetter(s string) *Wrong {
	for _, word := range strings.FieldsFunc(vi.NFC(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) }) {
		latin, ours, other, mark := false, false, rune(0), rune(0)
		last := ' '
		for _, r := range word {
			switch {
			case unicode.Is(unicode.Cyrillic, r), strings.ContainsRune(alike, r):
				other = r
			case strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", r) && !strings.ContainsRune("aeiouyâăêôơư", unicode.ToLower(last)):
				mark = last
			case strings.ContainsRune(marked, unicode.ToLower(r)) && ours:
				mark = r
			case unicode.Is(unicode.Latin, r):
				latin = true
				ours = ours || strings.ContainsRune(vowelsOfOurs, unicode.ToLower(r))
			}
			last = r
		}
		if other != 0 && latin {
			return &Wrong{"chữ lạ", fmt.Sprintf("chữ %q (U+%04X) trong %q là của bảng chữ cái khác, trông như chữ La-tinh", string(other),
				other, word), typeAgain}
		}
		if mark != 0 {
			return &Wrong{"dấu lạc", fmt.Sprintf("dấu thanh trong %q đặt ở chữ %q", word, string(mark)), typeAgain}
		}
	}
	return nil
}
