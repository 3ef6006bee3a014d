package draft

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
)

// toBeFilled finds wide white space where a number, or a day and a month, are not known yet: before the symbol of a paper, and in a whole
// date. Less of it is as often a slip, or sets columns apart.
var toBeFilled = pattern.New(`(?:^|[^\pL-])(?i:số):?(?:( {3,}| *\t[ \t]*)/\p{Lu}{2}\pL*-\p{Lu})|` +
	`(?:^|[^\pL-])(?i:ngày)( {3,}| *\t[ \t]*)(?i:tháng)( {3,}| *\t[ \t]*)(?i:năm)(?: *(?:\d|[.,;:…)]|$)| {3,}|\t)`)

// room is a blank to be filled, as papers have it.
const room = "......"

// blanksOf gives where white space of a text stands for a number, a day or a month: "số    /TTr-UBND ngày    tháng    năm 2026".
func blanksOf(s string) (all [][2]int) {
	if !strings.Contains(s, "   ") && !strings.Contains(s, "\t") {
		return nil
	}
	for _, m := range toBeFilled.FindAllStringSubmatchIndex(s, -1) {
		for ; len(m) > 2; m = m[2:] {
			if m[2] >= 0 {
				all = append(all, [2]int{m[2], m[3]})
			}
		}
	}
	return all
}

// sayDotted says once of each line that blanks of it are dots.
func (r *reader) sayDotted(l *line) {
	key := fmt.Sprint(l.at, " ", l.text)
	if r.dots[key] {
		return
	}
	if r.dots == nil {
		r.dots = make(map[string]bool)
	}
	r.dots[key] = true
	r.say(l, diag.Diagnostic{
		Level: diag.Info, Rule: ruleForm, Found: l.text,
		Message: "khoảng trắng để điền số, ngày, tháng ghi thành dãy dấu chấm",
	})
}

// filled gives a text of a line that has no marks, a subject or whom the paper is sent to, with dots for its blanks. l may be nil.
func (r *reader) filled(l *line, what, s string) string {
	out := withDots(s)
	if out != s {
		r.say(l, diag.Diagnostic{
			Level: diag.Info, Rule: ruleForm, Found: s, Message: what + ": khoảng trắng để điền số, ngày, tháng ghi thành dãy dấu chấm",
		})
	}
	return out
}

// withDots is a text with dots for its blanks.
func withDots(s string) string {
	all := blanksOf(s)
	for i := range all {
		blank := all[len(all)-1-i]
		s = s[:blank[0]] + around(s, blank) + s[blank[1]:]
	}
	return s
}

// dotted is a line whose blanks to be filled are dots; the same line where it has none.
func dotted(l *line) *line {
	if blanksOf(l.text) == nil {
		return l
	}
	raw := l.raw()
	all := blanksOf(raw)
	if all == nil {
		return l
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
	fill := " " + room
	if !strings.HasPrefix(s[blank[1]:], "/") {
		fill += " "
	}
	return fill
}
