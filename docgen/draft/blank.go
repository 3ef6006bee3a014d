package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
)

// toBeDated finds white space of which some stands for what is not known yet, as before the registry gives a number.
var toBeDated = pattern.New(`[ \t]+`)

// room is a blank to be filled, as papers have it.
const room = "......"

// blanksOf gives where white space of a text stands for a number, a day or a month: "số    /TTr-UBND ngày    tháng    năm 2026". A single
// one does before a stroke with letters or figures behind it.
func blanksOf(s string) (all [][2]int) {
	if !strings.Contains(s, "  ") && !strings.Contains(s, "\t") && !strings.Contains(s, " /") {
		return nil
	}
	const near = 16 // bytes that hold the words beside a blank
	for _, at := range toBeDated.FindAllStringIndex(s, -1) {
		before, behind := fold(s[max(at[0]-near, 0):at[0]]), s[at[1]:min(at[1]+near, len(s))]
		wide := at[1]-at[0] > 1 || s[at[0]] == '\t'
		next, _ := utf8.DecodeRuneInString(strings.TrimPrefix(behind, "/"))
		stroke := strings.HasPrefix(behind, "/") && (wide || unicode.IsUpper(next) || unicode.IsDigit(next))
		ends := func(word string) bool { return before == word || strings.HasSuffix(before, " "+word) }
		begins := func(word string) bool { return wide && strings.HasPrefix(fold(behind), word) }
		if (ends("số") || ends("số:")) && (stroke || wide && strings.HasPrefix(behind, "-")) ||
			ends("ngày") && (stroke || begins("tháng")) || ends("tháng") && (stroke || begins("năm")) ||
			strings.HasSuffix(before, "/") && stroke {
			all = append(all, [2]int{at[0], at[1]})
		}
	}
	return all
}

// dotted is a line whose blanks to be filled are dots. It is said once.
func (r *reader) dotted(l *line) *line {
	if blanksOf(l.text) == nil {
		return l
	}
	raw := l.raw()
	all := blanksOf(raw)
	if !r.dots {
		r.dots = true
		r.say(l, diag.Diagnostic{
			Level: diag.Info, Rule: ruleForm, Found: l.text,
			Message: "khoảng trắng để điền số, ngày, tháng ghi thành dãy dấu chấm",
		})
	}
	out := *l
	out.spans = nil
	at := 0
	for _, s := range l.spans {
		end := at + len(s.s)
		var b strings.Builder
		for len(all) > 0 && all[0][0] < end {
			blank := all[0]
			if b.WriteString(raw[at:max(blank[0], at)]); at <= blank[0] {
				b.WriteString(around(raw, blank))
			}
			if at = min(blank[1], end); blank[1] > end {
				break // it goes on in the next
			}
			all = all[1:]
		}
		b.WriteString(raw[at:end])
		at = end
		s.s = b.String()
		out.spans = append(out.spans, s)
	}
	out.settle()
	return &out
}

// around gives the dots of a blank, with a space where a word stands beside them.
func around(s string, blank [2]int) string {
	fill := room
	if !strings.HasSuffix(s[:blank[0]], "/") {
		fill = " " + fill
	}
	if !strings.HasPrefix(s[blank[1]:], "/") && !strings.HasPrefix(s[blank[1]:], "-") {
		fill += " "
	}
	return fill
}
