package draft

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
)

// cover leaves out the page before a letterhead that has the title of the paper, and no more than short lines: a cover.
// The paper has none; what it says stands below the letterhead again, and a warning has its words.
func (r *reader) cover() {
	const most, long = 20, 200 // lines of a cover, letters of one
	end := slices.IndexFunc(r.lines[:min(most+1, len(r.lines))], func(l line) bool { return l.page })
	if end < 2 {
		return
	}
	front, rest := r.lines[:end], r.lines[end:]
	title := r.firstTitle(front)
	if title == "" || r.firstTitle(rest[:min(most, len(rest))]) != title || !r.headAhead(rest) {
		return
	}
	var all []string
	for i := range front {
		l := &front[i]
		if l.table != nil || len(l.text) > long || isNumber(l.text) || isAuthority(l.text) ||
			strings.ContainsAny(l.text[len(l.text)-1:], ".;:,") {
			return
		}
		all = append(all, l.text)
	}
	r.own = append(r.own, all...)
	r.lines = rest
	said := strings.Join(all, " / ")
	r.say(&front[0], diag.Diagnostic{
		Level: diag.Warning, Rule: ruleUnplaced, Found: said,
		Message: "trang bìa không đưa vào văn bản: " + quote(said), Fix: "cần bìa thì in riêng từ bản nháp",
	})
}

// firstTitle gives the id of the kind that the first of some lines names that names one.
func (r *reader) firstTitle(lines []line) string {
	for i := range lines {
		if l := &lines[i]; l.table == nil && r.opensTitle(l.text) {
			if k := r.kindOf(l.text); k.ID != "" {
				return k.ID
			}
			k, _ := r.kindHead(l.text)
			return k.ID
		}
	}
	return ""
}

// headAhead reports whether lines begin with a letterhead: the motto, a number or a date is not far.
func (r *reader) headAhead(lines []line) bool {
	const near = 6
	for i := range lines[:min(near, len(lines))] {
		if slices.ContainsFunc(r.itemsOf(&lines[i]), func(it item) bool { return opensHead(it.text) }) {
			return true
		}
	}
	return false
}
