package vi

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Legacy is a way in which Vietnamese letters were stored before Unicode, or were spoilt
// on the way "bảng mã cũ". The empty value is text as it should be.
type Legacy string

// Legacies. In VNI a letter with a mark is two characters, in TCVN3 (ABC, the fonts whose
// names begin with .Vn) one; both show as Western letters without their font. Twice is
// UTF-8 that was once read as a Western code page.
const (
	VNI   Legacy = "vni"         // Nguyeãn Vaên An
	TCVN3 Legacy = "tcvn3"       // NguyÔn V¨n An
	Twice Legacy = "utf-8-twice" // Nguyá»…n VÄƒn An
)

// LegacyOf says in which old way a text is stored. It answers only where the words of the
// text are no Vietnamese as they stand and are Vietnamese in that way: a short word may
// be both, and then counts as it stands.
func LegacyOf(s string) Legacy {
	some := false
	for _, r := range s {
		some = some || isWestern(r)
		if r >= 0x1ea0 && r <= 0x1eff || r == 'ă' || r == 'đ' || r == 'ư' || r == 'ơ' || r == 'Đ' {
			return "" // which no Western code page has: the usual case
		}
	}
	if !some {
		return ""
	}
	if isTwice(s) {
		return Twice
	}
	best, most := Legacy(""), 0
	for _, l := range [...]Legacy{VNI, TCVN3} {
		if n := l.fits(s); n > most {
			best, most = l, n
		}
	}
	return best
}

// Decode returns text that is stored in the old way as Unicode, in NFC. What is none of its
// letters stays; so does a text whose bytes do not come out as UTF-8. TCVN3 has no capitals
// with tones: its fonts whose names end in H draw small letters as capitals, which only
// the font knows.
func (l Legacy) Decode(s string) string {
	switch l {
	case VNI:
		return NFC(fromVNI(s))
	case TCVN3:
		return NFC(strings.Map(fromTCVN3, s))
	case Twice:
		if b, ok := westernBytes(s); ok && utf8.Valid(b) {
			return NFC(string(b))
		}
	}
	return s
}

// isWestern reports whether a rune is one that old encodings put in place of others.
func isWestern(r rune) bool { return 0x80 <= r && r <= 0xff || r == 0x3bc }

// fits says how many more words of a text speak for the old way than against it; 0: the
// text holds letters that the way does not have.
func (l Legacy) fits(s string) int {
	n := 0
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool {
		return r < 0x80 && !isLatin(r) || r == 0xa0 || unicode.IsPunct(r) && r > 0xff
	}) {
		switch {
		case strings.ContainsFunc(word, func(r rune) bool { return r > 0xff && r != 0x3bc }):
			return 0
		case isSyllable(word) || len(word) == 1:
		case strings.ContainsFunc(word, isWestern) && isSyllable(l.Decode(word)):
			n++
		default:
			n--
		}
	}
	return n
}

func isLatin(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

// isTwice reports whether a text is UTF-8 that was read as a Western code page. Part of
// it may be lost: four pairs that no language writes are enough.
func isTwice(s string) bool {
	if b, ok := westernBytes(s); ok && utf8.Valid(b) {
		return true
	}
	return slices.ContainsFunc([]string{"á»", "áº", "Ä‘", "Æ°"}, func(pair string) bool { return strings.Contains(s, pair) })
}

// western are the letters of Windows-1252 from 0x80 to 0x9f.
var western = []rune("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ")

// westernBytes returns the bytes that were read as a text of Windows-1252, or of
// Windows-1258, which has Ă in the place of Ã.
func westernBytes(s string) ([]byte, bool) {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		i := slices.Index(western, r)
		switch {
		case r <= 0xff:
			b = append(b, byte(r))
		case r == 'Ă':
			b = append(b, 0xc3)
		case i >= 0:
			b = append(b, 0x80+byte(i))
		default:
			return nil, false
		}
	}
	return b, true
}

// tcvn3 are the letters of TCVN 5712:1993, VN3, from 0xa1; a blank is none.
var tcvn3 = []rune("ĂÂÊÔƠƯĐăâêôơưđ" + "      " + "àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ")

func fromTCVN3(r rune) rune {
	if r == 0x3bc { // a small mu is what some programs make of the micro sign
		r = 0xb5
	}
	if i := int(r) - 0xa1; i >= 0 && i < len(tcvn3) && tcvn3[i] != ' ' {
		return tcvn3[i]
	}
	return r
}

// Marks of VNI, each row in the order of the tones from Level; the first of tones is
// never met.
var vniMarks = []struct {
	bases string // letters that the marks stand behind
	marks string
	gives string // rune for rune of marks
}{
	{"aeo", "âàåãáä", "^"}, {"a", "êèúüéë", "("},
	{"aeouyôö", " øûõùï", ""},
}

// vniPairs and vniSingles are the letters of VNI.
var vniPairs, vniSingles = vniTables()

func vniTables() (pairs map[[2]rune]rune, singles map[rune]rune) {
	pairs, singles = make(map[[2]rune]rune), make(map[rune]rune)
	both := func(r rune) [2]rune { return [2]rune{r, unicode.ToUpper(r)} }
	hats := map[rune]rune{'a': 'â', 'e': 'ê', 'o': 'ô'}
	for _, row := range vniMarks {
		for _, base := range row.bases {
			vowel := base
			switch {
			case row.gives == "^":
				vowel = hats[base]
			case row.gives == "(":
				vowel = 'ă'
			case base == 'ô':
				vowel = 'ơ'
			case base == 'ö':
				vowel = 'ư'
			}
			for t, mark := range []rune(row.marks) {
				if mark == ' ' {
					continue
				}
				letter := both(withTone(vowel, tone(t)))
				for i, b := range both(base) {
					for _, m := range both(mark) {
						pairs[[2]rune{b, m}] = letter[i]
					}
				}
			}
		}
	}
	from, to := []rune("ñæóòîôö"), []rune("đỉĩịỵơư")
	for i, r := range from {
		for k, b := range both(r) {
			singles[b] = both(to[i])[k]
		}
	}
	return pairs, singles
}

func fromVNI(s string) string {
	letters := []rune(s)
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(letters); i++ {
		if i+1 < len(letters) {
			if r, ok := vniPairs[[2]rune{letters[i], letters[i+1]}]; ok {
				b.WriteRune(r)
				i++
				continue
			}
		}
		if r, ok := vniSingles[letters[i]]; ok {
			b.WriteRune(r)
			continue
		}
		b.WriteRune(letters[i])
	}
	return b.String()
}

// HasLostLetters reports whether letters of a text were lost and stand as question marks,
// as programs write what their code page does not have: "Nguy?n V?n An". A question is none.
func HasLostLetters(s string) bool {
	if !strings.Contains(s, "?") {
		return false
	}
	words := strings.Fields(s)
	for i, word := range words {
		at := strings.IndexByte(word, '?')
		if at < 0 || strings.ContainsAny(word, "/=&") { // an address
			continue
		}
		before, behind := word[:at], strings.TrimLeft(word[at:], "?")
		if r, _ := utf8.DecodeRuneInString(behind); unicode.IsLetter(r) {
			return true // inside a word, or at its head
		}
		r, _ := utf8.DecodeLastRuneInString(before)
		if unicode.IsLetter(r) && behind == "" && i+1 < len(words) && !isSyllable(before) && len(before) <= 4 {
			return true // H? An
		}
	}
	return false
}
