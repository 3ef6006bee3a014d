package markup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/phrase"
)

// What only the eye of a Vietnamese reader sees in text that was pasted as plain letters.

// wordSigns are the letters that the bullets of Word become where its symbol fonts are lost:
// Wingdings, Courier New and Symbol.
const wordSigns = "§Øüvqnluowà·"

// markSigns marks the lines that begin with the sign of a bullet, where two or more such lines
// are neighbours: one alone may be a word.
func markSigns(lines []line) {
	before := false
	for i := range lines {
		is := hasSign(lines[i].s)
		if is && before {
			lines[i-1].sign, lines[i].sign = true, true
		}
		before = is
	}
}

// hasSign reports whether a line begins with the sign of a bullet, and has words behind it.
func hasSign(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(wordSigns, r) && blanksAt(s, size) > 0
}

// needsFigure reports whether line a cannot end in its last word, and the figure at the head
// of b is what it waits for: "trước ngày" / "15/3/2026", "tối thiểu" / "30 m²".
func needsFigure(a, b string) bool {
	if b == "" || !isDigit(b[0]) || phrase.IsUpper(a) {
		return false
	}
	words := strings.Fields(a)
	if len(words) < 2 {
		return false
	}
	behind := strings.Fields(b)
	figure, next := strings.TrimRight(behind[0], ".,;"), ""
	if len(behind) > 1 {
		next = strings.TrimRight(behind[1], ".,;")
	}
	switch last := strings.ToLower(words[len(words)-1]); last {
	case "số":
		return strings.Contains(figure, "/")
	case "ngày":
		return strings.Contains(figure, "/") || next == "tháng"
	case "tháng":
		return strings.Contains(figure, "/") || next == "năm"
	case "năm":
		return len(figure) == 4 && strings.Trim(figure, "0123456789") == ""
	default:
		return (slices.Contains(openWords, last) || slices.Contains(openWords, strings.ToLower(words[len(words)-2])+" "+last)) &&
			(next != "" || strings.ContainsFunc(figure, unicode.IsLetter))
	}
}

// needsRoman reports whether line a ends in a word that waits for the Roman number at the head of b: "Ban Chấp hành Trung
// ương khóa" / "XIII. Đến nay ..."
func needsRoman(a, b string) bool {
	if b == "" || !strings.ContainsRune("IVX", rune(b[0])) || phrase.IsUpper(a) || phrase.IsUpper(b) {
		return false
	}
	words := strings.Fields(strings.ToLower(a))
	n := len(words)
	if n < 2 || !slices.Contains(ordinalWords, words[n-1]) && !slices.Contains(ordinalWords, words[n-2]+" "+words[n-1]) {
		return false
	}
	if m, ok := readMarker(a); ok && m.isCapital() {
		return false // "I. Bế giảng khóa", "II. Khai giảng khóa"
	}
	const sections = 8 // that a paper may have: what is more counts terms and centuries
	number, _, _ := strings.Cut(b, ".")
	m, ok := readMarker(b)
	return ok && m.isCapital() && romanNumber(number) > sections
}

// ordinalWords end no sentence: a Roman number stands behind them.
var ordinalWords = []string{"khóa", "khoá", "lần thứ", "thế kỷ"}

// openWords end no sentence, and a figure may stand behind them.
var openWords = []string{
	"tối thiểu", "tối đa", "ít nhất", "nhiều nhất", "không quá", "là", "từ", "đến", "khoảng", "và", "của", "với", "cho", "hoặc",
	"gồm", "các", "những", "mỗi",
}
