package plan

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
)

// yearPattern finds a year behind its word, with up to four words before it.
var yearPattern = regexp.MustCompile(`(?:[\p{L}]+[ \x{a0}]+){0,4}năm[ \x{a0}]+([12][0-9]{3})\b`)

// bornPattern finds a year of birth.
var bornPattern = regexp.MustCompile(`(?i)sinh[ \x{a0}]+năm[ \x{a0}]*:?[ \x{a0}]*([12][0-9]{3})\b`)

// checkYears hints at years that are most likely slips: one with the figures of the
// subject's year or the paper's in another order, one that says otherwise than the subject
// behind the same words, and somebody born too late or too long ago.
func checkYears(c *record.Validation, h *Header, value any) {
	subject := yearsIn(h.Subject)
	own := []int{h.Date.Year}
	for _, y := range subject {
		own = append(own, y.year)
	}
	EachProse(value, func(path string, text *Prose) {
		s := string(*text)
		if !strings.Contains(s, "năm") || path == "subject" {
			return
		}
		for _, m := range bornPattern.FindAllStringSubmatch(s, -1) {
			if y, _ := strconv.Atoi(m[1]); h.Date.Year > 0 && (y > h.Date.Year || y < h.Date.Year-120) {
				hintYear(c, path, m[0], fmt.Sprintf("năm sinh %d không hợp lý với văn bản năm %d", y, h.Date.Year))
			}
		}
		for _, y := range yearsIn(s) {
			if slices.Contains(own, y.year) {
				continue
			}
			if i := slices.IndexFunc(own, func(o int) bool { return o > 0 && sameFigures(o, y.year) }); i >= 0 {
				hintYear(c, path, y.words, fmt.Sprintf("năm %d ở đây, năm %d ở trích yếu hoặc ngày ban hành: có lẽ gõ nhầm", y.year, own[i]))
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
	c.Add(path, diag.Diagnostic{Level: diag.Info, Rule: RuleYears, Message: message, Found: found, Fix: "xem lại năm; nếu đúng thì để nguyên"})
}

// yearIn is a year in a text.
type yearIn struct {
	year  int
	words string // with those before it
	lead  string // four words before it; empty when there are fewer
}

func yearsIn(s string) []yearIn {
	var list []yearIn
	for _, m := range yearPattern.FindAllStringSubmatch(s, -1) {
		y := yearIn{words: strings.Join(strings.Fields(m[0]), " ")}
		y.year, _ = strconv.Atoi(m[1])
		if words := strings.Fields(y.words); len(words) == 6 {
			y.lead = strings.ToLower(strings.Join(words[:4], " "))
		}
		list = append(list, y)
	}
	return list
}

// sameFigures reports whether two years have the same figures in another order.
func sameFigures(a, b int) bool {
	as, bs := []byte(strconv.Itoa(a)), []byte(strconv.Itoa(b))
	slices.Sort(as)
	slices.Sort(bs)
	return a != b && string(as) == string(bs)
}
