package draft

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
)

// openSpots are the places where wide white space stands for what is not known yet, by the words before and behind it: a number before the
// symbol or the date of a paper, a day, a month and a year in a date. Elsewhere it is as often a slip, or sets columns apart.
var openSpots = [...]struct{ before, behind *pattern.Pattern }{
	{pattern.New(`(?:^|[^\pL-])(?i:số):?$`),
		pattern.New(`^(?:/(?:\d{4}/)?\p{Lu}{2}\pL*-\p{Lu}|-\p{Lu}{2}\pL*/\p{Lu})`)},
	{pattern.New(`(?:(?:^|[^\pL\s-]\s*)|` + namesOfPapers + ` )(?i:số):?$`), pattern.New(`^ngày(?: {3,}| *\t| *[\d.…])`)},
	{pattern.New(namesOfPapers + ` số$`), pattern.New(`^của `)},
	{pattern.New(`(?:^|[^\pL-])(?i:ngày)$`), pattern.New(`^(?i:tháng)(?:` + monthOrRoom + `(?i:năm)` + yearEnd + `| *\d{1,2}(?:\D|$))`)},
	{pattern.New(`(?:^|[^\pL-])ngày$`), pattern.New(`^tháng *(?:[.,;:)]|$)`)},
	{pattern.New(`(?:^|[^\pL-])(?i:ngày)` + monthOrRoom + `(?i:tháng)$`), pattern.New(`^(?i:năm)` + yearEnd)},
	{pattern.New(`(?:^|[^\pL-])(?i:tháng)$`), pattern.New(`^năm *\d`)},
	{pattern.New(`(?:^|[^\pL-])(?i:tháng)` + monthOrRoom + `(?i:năm)$`), pattern.New(`^(?:\p{Ll}|[.,;:…)])`)},
}

const (
	namesOfPapers = `(?i:quyết định|nghị quyết|nghị định|tờ trình|công văn|văn bản|thông báo|thông tư|báo cáo|kế hoạch|kết luận|` +
		`công điện|chỉ thị|hướng dẫn|biên bản|giấy mời)`

	monthOrRoom = `(?: {3,}| *\t[ \t]*| *\d{1,2} +| *[.…]+ *)` // a day or a month, or the room for one
	yearEnd     = `(?: *(?:\d|[.,;:…)]|$)| {3,}|\t)`
)

// room is a blank to be filled, as papers have it.
const room = "......"

// blanksOf gives where white space of a text stands for a number, a day or a month: "số    /TTr-UBND ngày    tháng    năm 2026".
func blanksOf(s string) (all [][2]int) {
	if !strings.Contains(s, "   ") && !strings.Contains(s, "\t") {
		return nil
	}
	for _, g := range gaps.FindAllStringIndex(s, -1) {
		if isOpenSpot(s[:g[0]], s[g[1]:]) {
			all = append(all, [2]int{g[0], g[1]})
		}
	}
	return all
}

// isOpenSpot reports whether white space between two texts is room for a number, a day, a month or a year.
func isOpenSpot(before, behind string) bool {
	const near = 64 // bytes of a date
	before, behind = before[max(0, len(before)-near):], behind[:min(near, len(behind))]
	for _, spot := range openSpots {
		if spot.before.MatchString(before) && spot.behind.MatchString(behind) {
			return true
		}
	}
	return false
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
	if behind := s[blank[1]:]; !strings.HasPrefix(behind, "/") && !strings.HasPrefix(behind, "-") {
		fill += " "
	}
	return fill
}
