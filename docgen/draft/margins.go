package draft

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan"
)

var (
	pageLine    = pattern.New(`^(?i:trang|page)?[\s–-]*[0-9]+\s*(?:(?:/|of|trên)\s*[0-9]+)?[\s–-]*$`)
	contactLine = pattern.New(`(?i)(địa chỉ|điện thoại|đt|fax|e-?mail|thư điện tử|website|web|trang thông tin điện tử)\s*:\s*`)
)

// headInMargin takes the letterhead out of the header of a page, where some offices keep it.
func (r *reader) headInMargin() {
	const most = 10 // lines that a letterhead of the text begins in
	heads := func(l line) bool {
		return slices.ContainsFunc(r.itemsOf(&l), func(it item) bool { f := letters(it.text); return f == motto || f == partyMotto })
	}
	if r.doc == nil || slices.ContainsFunc(r.lines[:min(most, len(r.lines))], heads) {
		return
	}
	for _, m := range r.doc.Margins() {
		w := wordLines{doc: r.doc}
		w.blocks(m.Blocks)
		if !slices.ContainsFunc(w.lines, heads) {
			continue
		}
		w.lines = slices.DeleteFunc(w.lines, func(l line) bool { return l.table == nil && pageLine.MatchString(l.text) })
		for i := range w.lines {
			for _, it := range r.itemsOf(&w.lines[i]) {
				r.extra = append(r.extra, it.text)
			}
		}
		end := headEnd(r, w.lines)
		for i := end; i < len(w.lines); i++ {
			r.marginal(&w.lines[i])
		}
		r.lines, r.margin = append(w.lines[:end:end], r.lines...), m
		return
	}
}

// headEnd gives the line behind the last that only a letterhead has: what stands below it in the header of a page is none of it.
func headEnd(r *reader, lines []line) int {
	end := 0
	for i := range lines {
		above := i > 0 && end == i && lines[i-1].more
		if above || slices.ContainsFunc(r.itemsOf(&lines[i]), func(it item) bool {
			return opensHead(it.text) || subjectLine.MatchString(it.text)
		}) {
			end = i + 1
		}
	}
	return end
}

// marginal reads a line of a header or footer that has a place in the paper, and keeps another.
func (r *reader) marginal(l *line) {
	if !r.mark(&item{line: *l}) && !r.contact(l) {
		r.loose(l)
	}
}

// readMargins reads the headers and footers: the number of the page, which the program makes, the
// addresses at the foot of the first page, and what else people put there.
func (r *reader) readMargins() {
	if r.doc == nil {
		return
	}
	for _, m := range r.doc.Margins() {
		if m == r.margin {
			continue
		}
		w := wordLines{doc: r.doc}
		w.blocks(m.Blocks)
		for i := range w.lines {
			l := &w.lines[i]
			if l.table == nil && (pageLine.MatchString(l.text) || isRule(l.text)) {
				continue
			}
			lines := []line{*l}
			if l.table != nil {
				lines = nil
				for _, it := range r.tableItems(l.table) {
					lines = append(lines, it.line)
				}
			}
			for k := range lines {
				if pageLine.MatchString(lines[k].text) {
					continue
				}
				r.extra = append(r.extra, lines[k].text)
				if !r.mark(&item{line: lines[k]}) && !r.contact(&lines[k]) {
					r.body = append(r.body, lines[k])
					r.unplaced(&lines[k])
				}
			}
		}
	}
}

// contact reads a line of addresses.
func (r *reader) contact(l *line) bool {
	at := contactLine.FindAllStringSubmatchIndex(l.text, -1)
	if len(at) == 0 || at[0][0] > 0 {
		return false
	}
	c := r.foot.Contact
	if c == nil {
		c = new(plan.Contact)
	}
	type entry struct {
		to   *string
		text string
	}
	var entries []entry
	for i, m := range at {
		end := len(l.text)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		text := strings.Trim(l.text[m[1]:end], " ,;.\t")
		var to *string
		switch fold(l.text[m[2]:m[3]]) {
		case "địa chỉ":
			to = &c.Address
		case "điện thoại", "đt":
			to = &c.Telephone
		case "fax":
			to = &c.Fax
		case "email", "e-mail", "thư điện tử":
			to = &c.Email
		default:
			to = &c.Website
		}
		if *to != "" {
			return false
		}
		entries = append(entries, entry{to, text})
	}
	for i, e := range entries {
		*e.to = e.text
		r.own = append(r.own, l.text[at[i][2]:at[i][3]])
	}
	r.foot.Contact = c
	r.take("contact", "thông tin liên hệ", Sure, l, "")
	return true
}
