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
	record.EachOf(value, func(path string, text *Prose) {
		s := string(*text)
		if !strings.Contains(s, "năm") || path == "subject" {
			return
		}
		for _, y := range yearsIn(s) {
			if y.born {
				if h.Date.Year > 0 && (y.year > h.Date.Year || y.year < h.Date.Year-oldest) {
					hintYear(c, path, y.words, fmt.Sprintf("năm sinh %d không hợp lý với văn bản năm %d", y.year, h.Date.Year))
				}
				continue
			}
			if slices.Contains(own, y.year) {
				continue
			}
			if i := slices.IndexFunc(own, func(o int) bool { return o > 0 && sameFigures(o, y.year) }); i >= 0 {
				hintYear(c, path, y.words, fmt.Sprintf("năm %d ở đây, năm %d ở trích yếu hoặc ngày ban hành: có lẽ gõ nhầm", y.year,
					own[i]))
				continue
			}
			for _, o := range subject {
				if o.lead != "" && o.lead == y.lead && len(subject) == 1 {
					hintYear(c, path, y.words, fmt.Sprintf("trích yếu ghi %q, ở đây ghi %q", o.words, y.words))
				}
			}
		}
	})
}

func hintYear(c *record.Validation, path, found, message string) {
	c.Add(path, diag.Diagnostic{Level: diag.Info, Rule: ruleYears, Message: message, Found: found,
		Fix: "xem lại năm; nếu đúng thì để nguyên"})
}

// yearIn is a year in a text.
type yearIn struct {
	year  int
	words string // with those before it
	lead  string // four words before it, in small letters; empty when there are fewer
	born  bool   // behind "sinh năm"
}

// yearsIn returns the years of four figures behind the word for it.
func yearsIn(s string) []yearIn {
	const word = "năm"
	var list []yearIn
	for at := 0; ; {
		i := strings.Index(s[at:], word)
		if i < 0 {
			return list
		}
		from, behind := at+i, at+i+len(word)
		at = behind
		rest := strings.TrimLeft(s[behind:], " \u00a0:")
		if len(rest) == len(s)-behind || len(rest) < 4 || len(rest) > 4 && rest[4] >= '0' && rest[4] <= '9' {
			continue
		}
		year, err := strconv.Atoi(rest[:4])
		if err != nil || year < 1000 || year >= 3000 {
			continue
		}
		y := yearIn{year: year}
		before := strings.Fields(s[max(0, from-80):from]) // four words are shorter
		if n := len(before); n > 4 || n == 4 && from < 80 {
			before = before[n-4:]
			y.lead = strings.ToLower(strings.Join(before, " "))
		}
		y.born = len(before) > 0 && strings.EqualFold(before[len(before)-1], "sinh")
		y.words = strings.ToValidUTF8(strings.Join(append(before, word, rest[:4]), " "), "")
		list = append(list, y)
	}
}

// sameFigures reports whether two years have the same figures in another order.
func sameFigures(a, b int) bool {
	as, bs := []byte(strconv.Itoa(a)), []byte(strconv.Itoa(b))
	slices.Sort(as)
	slices.Sort(bs)
	return a != b && string(as) == string(bs)
}
