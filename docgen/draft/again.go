package draft

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan/diag"
)

// headBehind reads a letterhead behind the signature, from line i on, and gives the line behind what it read. The one of the
// paper itself above the title of a list is not printed again. One with a number or a date of its own and no motto is that
// of a copy, which has no place in the paper; another one above a motto has none either.
func (r *reader) headBehind(i int) int {
	if i == len(r.lines) || !opensAgency(r.lines[i].text) {
		return i
	}
	if end := r.headAgain(i); end > i {
		for k := i; k < end; k++ {
			for _, it := range r.itemsOf(&r.lines[k]) {
				r.own = append(r.own, it.text)
			}
		}
		r.sayAgain(&r.lines[i])
		return end
	}
	if r.lines[i].table != nil {
		return i
	}
	end := i
	copied := false
	for ; end < len(r.lines) && r.lines[end].table == nil && !opensAnnex(&r.lines[end]); end++ {
		s := r.lines[end].text
		if isMotto(s) {
			break
		}
		if copied = isNumber(s) || isDate(s); copied || !phrase.IsUpper(s) {
			break
		}
	}
	if !copied && (end == len(r.lines) || !isMotto(r.lines[end].text)) {
		return i // a title that begins with the name of a body
	}
	for copied && end < len(r.lines) && !opensAnnex(&r.lines[end]) {
		end++
	}
	for k := i; k < end; k++ {
		r.loose(&r.lines[k])
	}
	return end
}

// headAgain gives the line behind a letterhead in line i that is the one of the paper, the title of a list or an annex, and
// i for none.
func (r *reader) headAgain(i int) int {
	name, numbered := "", false
	end := i
	for ; end < len(r.lines); end++ {
		items := r.itemsOf(&r.lines[end])
		if slices.ContainsFunc(items, func(it item) bool { return !r.isHeadAgain(it) }) {
			break
		}
		for _, it := range items {
			numbered = numbered || isNumber(it.text) || isDate(it.text)
			if !isMotto(it.text) && !isRule(it.text) && !isNumber(it.text) && !isDate(it.text) {
				name += agencyLetters(it.text)
			}
		}
	}
	issuer := r.head.Issuer
	whole := name == agencyLetters(issuer.Name) || name == agencyLetters(issuer.Superior+issuer.Name)
	if !whole || end == len(r.lines) || !r.opensList(end) && !opensAnnex(&r.lines[end]) || opensHead(r.lines[end].text) ||
		opensAgency(r.lines[end].text) || numbered && (r.isPaper(end) || r.findRecipients(end) >= 0) && !r.isIssuedWith(end) {
		return i
	}
	return end
}

// isIssuedWith reports whether a line close below the title in line i says that what it names is issued with the paper.
func (r *reader) isIssuedWith(i int) bool {
	const most = 4 // lines of a title
	return slices.ContainsFunc(r.lines[i:min(i+most, len(r.lines))], func(l line) bool {
		return l.table == nil && attached.MatchString(l.text)
	})
}

// isHeadAgain reports whether a line of an attachment is one of the letterhead above the decision, its number and date too.
func (r *reader) isHeadAgain(it item) bool {
	return isMotto(it.text) || isRule(it.text) || r.isNumberAgain(it.text) || r.isDateAgain(it.text) ||
		phrase.IsUpper(it.text) && strings.Contains(agencyLetters(r.head.Issuer.Superior+r.head.Issuer.Name), agencyLetters(it.text))
}

// isNumberAgain reports whether a text is the number of the paper. A blank for one may be that of another.
func (r *reader) isNumberAgain(s string) bool {
	m := numberLine.FindStringSubmatch(s)
	return m != nil && r.head.Number != "" && m[2] == r.head.Number && inSymbol.ReplaceAllString(m[4], "$1") == r.symbol
}

// isDateAgain reports whether a text is the date of the paper, whole.
func (r *reader) isDateAgain(s string) bool {
	const figures = "0123456789"
	m := dateOf(s)
	return m != nil && strings.ContainsAny(m[2], figures) && strings.ContainsAny(m[3], figures) && r.refers(s[len(m[1]):]) &&
		strings.Contains(letters(r.head.Issuer.Place+" "+r.head.Issuer.Superior+" "+r.head.Issuer.Name), letters(m[1]))
}

// agencyLetters are the letters of the name of a body, whether it is written out or not.
func agencyLetters(s string) string {
	return strings.NewReplacer("ubnd", "ủybannhândân", "hđnd", "hộiđồngnhândân").Replace(letters(s))
}

// labelBeside gives which of the items of a line is the label of an annex that stands beside the letterhead of the paper again or the
// name of a body, in a table without lines or parted by tabs; -1 for none. The title of the annex may stand there too, but not in a list of
// such.
func (r *reader) labelBeside(i int, items []item) int {
	l := &r.lines[i]
	if l.table == nil && len(items) == 1 || l.table != nil && !l.table.Bare {
		return -1
	}
	label := slices.IndexFunc(items, isAnnexLabel)
	if label < 0 || slices.ContainsFunc(items, func(it item) bool {
		return items[label].text != it.text && !r.isHeadAgain(it) && !attached.MatchString(it.text) &&
			!phrase.IsUpper(it.text)
	}) {
		return -1
	}
	if slices.ContainsFunc(items[label+1:], isAnnexLabel) || r.isListed(i) {
		return -1
	}
	return label
}

// isAnnexLabel reports whether an item of a line is the label of an annex or a form.
func isAnnexLabel(it item) bool {
	return annexLine.MatchString(tidy(it.text)) || formLine.MatchString(tidy(it.text))
}

// isListed reports whether the line above or below line i has the label of an annex beside others too, or the one above is the title of a
// list.
func (r *reader) isListed(i int) bool {
	for _, k := range []int{i - 1, i + 1} {
		if k < 0 || k == len(r.lines) || r.lines[k].table != nil {
			continue
		}
		if slices.ContainsFunc(r.itemsOf(&r.lines[k]), isAnnexLabel) {
			return true
		}
	}
	if i == 0 {
		return false
	}
	_, list := phrase.CutWords(r.lines[i-1].text, "Danh mục")
	return list
}

// labelAlone reports whether line i behind the foot is the label of an annex or a form at the right of the page, or in bold or plain text
// above a title or below a blank line.
func (r *reader) labelAlone(i int) bool {
	l := &r.lines[i]
	if s := tidy(l.text); !annexLine.MatchString(s) && !formLine.MatchString(s) {
		return false
	}
	return l.right || (l.plain || l.bold) && (l.gap || i+1 < len(r.lines) && r.isAnnexTitle(i+1))
}

// openBeside makes the label of an annex that stands beside others in line i the line of its own that it is.
func (r *reader) openBeside(i int) {
	items := r.itemsOf(&r.lines[i])
	label := r.labelBeside(i, items)
	if label < 0 {
		return
	}
	opened := items[label].line
	opened.page, opened.gap = true, r.lines[i].gap
	form := formLine.MatchString(tidy(opened.text)) // has a head of its own
	lines, said := []line{opened}, false
	for k, it := range items {
		switch {
		case k == label:
		case !form && r.isHeadAgain(it):
			r.own = append(r.own, it.text)
			if !said {
				r.sayAgain(&it.line)
			}
			said = true
		default:
			lines = append(lines, it.line)
			if !form && opensAgency(it.text) && it.side != items[label].side {
				r.sayOther(&it.line, tidy(opened.text))
			}
		}
	}
	r.lines = slices.Replace(r.lines, i, i+1, lines...)
}

// sayOther warns of the name of another body beside the label of an annex.
func (r *reader) sayOther(l *line, label string) {
	r.say(l, diag.Diagnostic{
		Level: diag.Warning, Rule: ruleForm, Found: l.text,
		Message: "tên cơ quan cạnh " + quote(label) + " không phải cơ quan ban hành văn bản; văn bản in liền với tên phụ lục",
		Fix:     "xóa trong title của phụ lục; phụ lục của cơ quan khác thì tách thành văn bản riêng",
	})
}

// sayAgain hints that an annex has the letterhead of the paper again.
func (r *reader) sayAgain(l *line) {
	r.say(l, diag.Diagnostic{
		Level: diag.Info, Rule: ruleForm, Found: l.text,
		Message: "phụ lục nhắc lại phần đầu của văn bản; văn bản không in lại phần ấy",
	})
}
