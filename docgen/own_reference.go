package docgen

import (
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/vi"
)

// The line that says with which paper something goes, typed where the program prints it.

// referenceWords are what may stand behind the kind of the paper in "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2026 của ...)";
// blanks may stand for figures.
var referenceWords = pattern.New(`^(?i:này)?\s*(?:(?i:(số))\s*:?\s*([\s\d.…_]*)(?:[/-]\s*((?:\d{4}\s*/\s*)?\p{Lu}[\p{L}\d&./-]*` +
	`(?:\s*[-/]\s*\p{Lu}[\p{L}\d&./-]*)*))?)?\s*,?\s*(?:(?i:ngày)([\s\d.…_]*)(?:[/-]|(?i:tháng))([\s\d.…_]*)(?:[/-]|(?i:năm))` +
	`([\s\d.…_]*))?(?:(?i:của)\s+(.+))?$`)

// referenceTo cuts a line "(Kèm theo Quyết định ...)" into its words; nil for any other, and for one that says more.
func referenceTo(kind, s string) []string {
	s, opens := strings.CutPrefix(s, "(")
	s, closes := strings.CutSuffix(s, ")")
	if !opens || !closes || strings.ContainsAny(s, "\r\n") {
		return nil
	}
	for _, w := range [...]string{"Ban hành kèm theo", "Kèm theo"} {
		if rest, ok := phrase.CutWords(s, w); ok {
			if rest, ok = phrase.CutWords(rest, kind); ok {
				return referenceWords.FindStringSubmatch(strings.ReplaceAll(rest, "\u00a0", " "))
			}
		}
	}
	return nil
}

// refers reports whether a line says nothing but that something goes with this paper, and names what it knows of the paper that the
// paper does not say. Another number, year or body is another paper, and without a number another day is, too.
func (c *Composer) refers(h *plan.Header, f *plan.Footer, s string) (more []string, ok bool) {
	m := referenceTo(c.kind.Name, s)
	if m == nil || m[7] != "" && !c.issues(h, f, m[7]) {
		return nil, false
	}
	number, symbol := vi.PaperNumber(filled(m[2])), m[3]
	if number+symbol != "" && (c.kind.Shape.NoNumber || h.NoNumber) || symbol != "" && !sameSymbol(symbol, c.symbol(h), h.Date.Year) {
		return nil, false
	}
	if known := c.number(h); number != "" && number != known {
		if known != "" {
			return nil, false
		}
		more = append(more, `số vào "number" (số)`)
	}
	day, month, year := figureOf(m[4], h.Date.Day), figureOf(m[5], h.Date.Month), figureOf(m[6], h.Date.Year)
	switch {
	case year == otherFigure, m[1] == "" && (month == otherFigure || day == otherFigure):
		return nil, false
	case year != knownFigure, month != knownFigure, day != knownFigure:
		more = append(more, `ngày vào "date" (ngày)`)
	}
	return more, true
}

// filled is what stands between blanks to be filled, "" where nothing does.
func filled(s string) string { return strings.Trim(s, " \t.…_") }

// What figures in a line say of a part of the paper's date: no more than it, what it does not say, or another.
const (
	knownFigure = iota
	newFigure
	otherFigure
)

func figureOf(typed string, known int) int {
	typed = strings.TrimLeft(filled(typed), "0")
	switch {
	case typed == "" || typed == strconv.Itoa(known):
		return knownFigure
	case known == 0:
		return newFigure
	}
	return otherFigure
}

// sameSymbol reports whether a symbol is the paper's own, without its last groups or with the year before it.
func sameSymbol(typed, own string, year int) bool {
	typed, own = joined(typed), joined(own)
	typed = strings.TrimPrefix(typed, strconv.Itoa(year)+"-")
	return typed == own || strings.HasPrefix(own, typed+"-")
}

// issues reports whether words name the body that issues the paper or who decides, in full or without what tells it from others of
// its kind: "UBND xã".
func (c *Composer) issues(h *plan.Header, f *plan.Footer, by string) bool {
	names := []string{h.Issuer.Name}
	if c.kind.Shape.Decides {
		names = append(names, c.decider(h, f))
	}
	by = vi.FoldName(fullNames.Replace(by)) + " "
	for _, name := range names {
		if strings.HasPrefix(vi.FoldName(fullNames.Replace(name))+" ", by) {
			return true
		}
	}
	return false
}

var fullNames = strings.NewReplacer("UBND", "Ủy ban nhân dân", "HĐND", "Hội đồng nhân dân")
