package markup

import (
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan/vi"
)

// Cite cites another paper: "số 41/TTr-VHXH ngày 09 tháng 12 năm 2026", with blanks for
// what is not known yet. The symbol may be as [SplitSymbol] reads it.
func Cite(number, symbol string, year, month, day int) string {
	if typed, of := SplitSymbol(number, ""); typed != "" && strings.ContainsFunc(of, unicode.IsLetter) { // "12/QĐ-UBND"
		number, symbol = typed, of
	} else if rest, ok := phrase.CutWords(number, "Số"); ok {
		number = rest
	}
	_, symbol = SplitSymbol(symbol, number)
	part := func(figures, name string) string {
		if figures == "" {
			return "[](_" + name + ")"
		}
		return Inside(figures)
	}
	y, m, d := vi.DateFigures(year, month, day)
	join := "/"
	if strings.Contains(symbol, "/") && !isDigit(symbol[0]) { // of the Party: 05-QĐ/ĐU
		join = "-"
	}
	return "số " + part(vi.PaperNumber(number), "number") + join + Inside(symbol) +
		" ngày " + part(d, "day") + " tháng " + part(m, "month") + " năm " + part(y, "year")
}

// SplitSymbol parts what was typed as a symbol: "45/UBND-VP" has the number with it,
// "/UBND-VP" the stroke. "05-NQ/ĐU" of the Party has the number before a hyphen. Figures that
// are not the known number are of the symbol: 15 and "2026/HĐMB".
func SplitSymbol(s, known string) (number, symbol string) {
	if rest, ok := phrase.CutWords(s, "Số"); ok {
		s = rest
	}
	if rest, ok := strings.CutPrefix(s, "/"); ok {
		return "", rest
	}
	before, behind, ok := strings.Cut(s, "/")
	if ok && strings.Trim(before, "0123456789") == "" {
		if known != "" && vi.PaperNumber(known) != vi.PaperNumber(before) {
			return "", s
		}
		return before, strings.TrimPrefix(behind, "/")
	}
	if number, kind, of := strings.Cut(before, "-"); ok && of && number != "" && kind != "" && strings.Trim(number, "0123456789") == "" {
		return number, kind + "/" + behind
	}
	return "", s
}
