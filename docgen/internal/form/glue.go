package form

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
)

// Words before which a line does not end, when a number follows: "số 65/KH-UBND",
// "Điều 3", "ngày 10", "thôn 7". Small letters.
func leadsNumber(w string) bool {
	switch w {
	case "số", "số:", "điều", "khoản", "mục", "ngày", "tháng", "năm", "quý", "thứ",
		"mẫu", "bảng", "hình", "trang", "tờ", "tập", "lục", "phần", "chương", "khóa", "khoá",
		"quận", "phường", "thôn", "tổ", "xóm", "ấp", "lần", "bước", "đợt":
		return true
	}
	return false
}

// Words that a Roman number follows: "Chương XII", "khóa XVI", "lần thứ XXVIII".
func leadsRoman(w string) bool {
	switch w {
	case "chương", "phần", "mục", "lục", "khóa", "khoá", "thứ", "quý", "hạng", "kỳ":
		return true
	}
	return false
}

// Words that stay with the number before them: "1.500.000 đồng", "12 giờ".
func followsNumber(w string) bool {
	if i := strings.IndexByte(w, '/'); i > 0 { // "đồng/người"
		w = w[:i]
	}
	switch w {
	case "đồng", "nghìn", "triệu", "tỷ", "tỉ", "%", "‰", "m", "m²", "m2", "m³", "m3", "km", "km²",
		"km2", "cm", "mm", "ha", "kg", "tấn", "tạ", "lít", "giờ", "phút", "pt", "đ":
		return true
	}
	return false
}

// glue puts no-break characters between words that belong together, and into
// document numbers and spans of years ("65/KH-UBND", "2021-2025").
func glue(s string) string {
	g := gluer{s: s}
	var before, this token // the words before
	for at := 0; at <= len(s); {
		end := strings.IndexByte(s[at:], ' ')
		if end < 0 {
			end = len(s)
		} else {
			end += at
		}
		next := token{start: at, end: end}
		next.read(s[at:end])
		if at > 0 && this.end > this.start && end > at {
			if joins(before, this, next) {
				g.replace(at-1, at, noBreakSpace)
			}
			g.years(before, this, next)
		}
		if next.hyphen && (next.solid || this.word == "số") {
			g.hyphens(at, end)
		}
		before, this = this, next
		at = end + 1
	}
	return g.String()
}

const (
	noBreakSpace  = string(doc.NoBreakSpace)
	noBreakHyphen = string(doc.NoBreakHyphen)
)

type kind uint8

const (
	isWord   kind = iota
	isNumber      // starts with a digit
	isRoman
	isLetter // a single small letter, as in "điểm a"
	isDash
)

// token is a word with what matters of it.
type token struct {
	start, end int
	kind       kind
	hyphen     bool   // holds a hyphen
	solid      bool   // a document number or a span: no line ends inside
	year       bool   // four digits
	short      bool   // one or two digits
	capital    bool   // a word that begins with a capital letter
	word       string // small letters, without signs at its ends; only of words that may lead or follow
}

func (t *token) read(w string) {
	if w == "" {
		return
	}
	core := trimSigns(w)
	if core == "" {
		return
	}
	c := core[0]
	switch {
	case c >= '0' && c <= '9':
		t.kind = isNumber
		t.year = len(core) == 4 && digits(core)
		t.short = len(core) < 3 && digits(core)
		if i := strings.IndexByte(core, '-'); i >= 0 {
			t.hyphen = true
			t.solid = strings.IndexByte(core, '/') >= 0 || digits(core[:i]) && digits(core[i+1:])
		}
		return
	case core == "-":
		t.kind = isDash
		return
	case c >= 'A' && c <= 'Z' && onlyRoman(core):
		t.kind = isRoman
	case len(core) == 1 && c >= 'a' && c <= 'z' || core == "đ":
		t.kind = isLetter
	}
	t.hyphen = strings.IndexByte(core, '-') >= 0
	t.word = core
	if r, _ := utf8.DecodeRuneInString(core); unicode.IsUpper(r) {
		t.capital = t.kind == isWord
		if w, ok := lowered[core]; ok {
			t.word = w
		}
	}
}

// trimSigns takes signs off both ends of a word.
func trimSigns(w string) string {
	const signs = ".,;:()“”\"/"
	// Nearly all words have none: their first and last byte tell.
	first, last := w[0], w[len(w)-1]
	if first >= '0' && first != ':' && first != ';' && first != 0xE2 && last >= '0' && last < 0x80 && last != ':' && last != ';' {
		return w
	}
	return strings.Trim(w, signs)
}

// lowered gives words that glue knows, with a capital letter, as it knows them.
var lowered = map[string]string{
	"Số": "số", "Điều": "điều", "Điểm": "điểm", "Khoản": "khoản", "Mục": "mục", "Ngày": "ngày", "Tháng": "tháng", "Năm": "năm", "Quý": "quý", "Thứ": "thứ",
	"Mẫu": "mẫu", "Bảng": "bảng", "Hình": "hình", "Trang": "trang", "Tờ": "tờ", "Tập": "tập", "Lục": "lục", "Phần": "phần", "Chương": "chương", "Khóa": "khóa", "Khoá": "khóa",
	"Quận": "quận", "Phường": "phường", "Thôn": "thôn", "Tổ": "tổ", "Xóm": "xóm", "Ấp": "ấp", "Lần": "lần", "Bước": "bước", "Đợt": "đợt", "Hạng": "hạng", "Kỳ": "kỳ",
}

// joins tells whether no line ends between this word and the next.
func joins(before, this, next token) bool {
	switch next.kind {
	case isNumber:
		// "thôn Quang Trung 2": the number is the end of the name.
		return leadsNumber(this.word) || next.short && this.capital && (before.capital || leadsNumber(before.word))
	case isRoman:
		return leadsRoman(this.word)
	case isLetter:
		return this.word == "điểm"
	}
	if this.kind == isNumber {
		return followsNumber(next.word) || next.word == "tháng" && before.word == "ngày"
	}
	// "1,5 triệu đồng": the amount is one thing.
	return next.word == "đồng" && before.kind == isNumber && followsNumber(this.word)
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func onlyRoman(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case 'I', 'V', 'X', 'L', 'C':
		default:
			return false
		}
	}
	return true
}

// gluer copies a text, replacing pieces of it from left to right; the text
// itself is given back when there was nothing to replace.
type gluer struct {
	s    string
	b    []byte
	done int // bytes of s already in b
}

func (g *gluer) replace(start, end int, with string) {
	if start < g.done {
		return
	}
	if g.b == nil {
		g.b = make([]byte, 0, len(g.s)+16)
	}
	g.b = append(append(g.b, g.s[g.done:start]...), with...)
	g.done = end
}

// hyphens makes every hyphen of a word a no-break hyphen.
func (g *gluer) hyphens(start, end int) {
	for i := start; i < end; i++ {
		if g.s[i] == '-' {
			g.replace(i, i+1, noBreakHyphen)
		}
	}
}

// years glues "2023 - 2025" once its second year is seen.
func (g *gluer) years(before, this, next token) {
	if this.kind == isDash && before.year && next.year {
		g.replace(this.start-1, this.start, noBreakSpace)
		g.replace(this.start, this.end, noBreakHyphen)
		g.replace(next.start-1, next.start, noBreakSpace)
	}
}

func (g *gluer) String() string {
	if g.b == nil {
		return g.s
	}
	return string(append(g.b, g.s[g.done:]...))
}
