package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
)

// oldest is how many years a person named on a paper is old at most.
const oldest = 120

// checkYears hints at years that are most likely slips: one with the figures of the
// subject's year or the paper's in another order, one that says otherwise than the subject
// behind the same words, and somebody born too late or too long ago.
func checkYears(c *record.Validation, h *Header, value any) {
	subject := yearsIn(h.Subject)
	own := []int{h.Date.Year}
	for _, y := range subject {
		own = append(own, y.year)
	}
	record.EachOf(value, func(path func() string, text *Prose) {
		for _, y := range yearsIn(string(*text)) {
			switch {
			case y.born():
				if h.Date.Year > 0 && (y.year > h.Date.Year || y.year < h.Date.Year-oldest) {
					hintYear(c, path(), y, fmt.Sprintf("năm sinh %d không hợp lý với văn bản năm %d", y.year, h.Date.Year))
				}
			case slices.Contains(own, y.year):
			case slices.ContainsFunc(own, y.isSlipOf):
				hintYear(c, path(), y, fmt.Sprintf("năm %d ở đây, năm %d ở trích yếu hoặc ngày ban hành: có lẽ gõ nhầm",
					y.year, own[slices.IndexFunc(own, y.isSlipOf)]))
			case len(subject) == 1 && y.isLedAs(subject[0]):
				hintYear(c, path(), y, fmt.Sprintf("trích yếu ghi %q, ở đây ghi %q", subject[0].words(), y.words()))
			}
		}
	})
}

func hintYear(c *record.Validation, path string, y yearIn, message string) {
	c.Add(path, diag.Diagnostic{Level: diag.Info, Rule: ruleYears, Message: message, Found: y.words(),
		Fix: "xem lại năm; nếu đúng thì để nguyên"})
}

const yearWord = "năm"

// yearIn is a year in a text.
type yearIn struct {
	year   int
	before string // the text before the word for year
}

// yearsIn returns the years of four figures behind the word for it.
func yearsIn(s string) []yearIn {
	var list []yearIn
	for at := 0; ; {
		i := strings.Index(s[at:], yearWord[1:]) // the letter before these is everywhere
		if i < 0 {
			return list
		}
		from := at + i - 1
		if at += i + len(yearWord) - 1; from < 0 || s[from] != yearWord[0] {
			continue
		}
		rest := strings.TrimLeft(s[at:], " \u00a0:")
		if len(rest) == len(s)-at || len(rest) < 4 || len(rest) > 4 && rest[4] >= '0' && rest[4] <= '9' {
			continue
		}
		if year, err := strconv.Atoi(rest[:4]); err == nil && year >= 1000 && year < 3000 {
			list = append(list, yearIn{year, s[:from]})
		}
	}
}

// last returns the last words before the year, four at most, and whether they are four whole
// ones.
func (y yearIn) last() (words []string, four bool) {
	const most = 80 // bytes: four words are shorter
	words = strings.Fields(y.before[max(0, len(y.before)-most):])
	if n := len(words); n > 4 || n == 4 && len(y.before) < most {
		return words[n-4:], true
	}
	return words, false
}

// isLedAs reports whether the same four words stand before two years.
func (y yearIn) isLedAs(other yearIn) bool {
	words, four := y.last()
	if !four {
		return false
	}
	others, four := other.last()
	return four && slices.EqualFunc(words, others, strings.EqualFold)
}

// notBorn are syllables that make another word with the one of birth: pupils, intake, hygiene.
var notBorn = []string{"dân", "hi", "học", "hồi", "hy", "khai", "môn", "phát", "sản", "tái", "thí", "tuyển", "vệ"}

// born reports whether the year stands behind "sinh năm".
func (y yearIn) born() bool {
	if word := strings.TrimRight(y.before, " \u00a0\n"); len(word) < 4 || !strings.EqualFold(word[len(word)-4:], "sinh") {
		return false // nearly always
	}
	words, _ := y.last()
	n := len(words)
	return n > 0 && strings.EqualFold(words[n-1], "sinh") && (n == 1 || !slices.Contains(notBorn, strings.ToLower(words[n-2])))
}

// words is the year with the words before it.
func (y yearIn) words() string {
	words, _ := y.last()
	return strings.ToValidUTF8(strings.Join(append(slices.Clip(words), yearWord, strconv.Itoa(y.year)), " "), "")
}

// isSlipOf reports whether the year was most likely meant to be another one.
func (y yearIn) isSlipOf(other int) bool { return sameFigures(other, y.year) }

// sameFigures reports whether two years have the same figures in another order.
func sameFigures(a, b int) bool {
	return a != b && figures(a) == figures(b)
}

// figures counts how often each figure stands in a number, in six bits each.
func figures(n int) (count uint64) {
	for ; n > 0; n /= 10 {
		count += 1 << (6 * (n % 10))
	}
	return count
}
