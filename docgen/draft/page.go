package draft

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
)

// pageFigure is the number of a page as a PDF file leaves it alone on a line: "2", "- 2 -", "Trang 2/5"; "2/9" is a day.
var pageFigure = pattern.New(`^(?:(?i:trang|page)\s+([0-9]{1,3})(?:\s*/\s*[0-9]{1,3})?|[\s–-]*([0-9]{1,3})[\s–-]*)$`)

// pageNumber is a line that may be the number of a page.
type pageNumber struct {
	line, number int
	inside       bool // the sentence above, which ends at a page's width, goes on below
	paged        bool // a page begins or ends there
	sure         bool
}

// dropPages takes out the numbers of pages that plain text has between its lines, from line i on: one is sure where it is
// that of its page, or where it counts on from another one, and both stand at the edge of a page or inside a sentence: a figure
// of the sentence may stand alone, too. Those are sure as well that count on from a sure one, at least half a page away.
func (r *reader) dropPages(from int) {
	if r.doc != nil {
		return
	}
	all := r.pageNumbers(from)
	counts := func(i, apart int) bool {
		return all[i].number == all[i-1].number+1 && all[i].line-all[i-1].line >= apart
	}
	const few, half = 8, 20 // lines of a page
	for i := 1; i < len(all); i++ {
		if a, b := &all[i-1], &all[i]; counts(i, few) && (a.inside || a.paged) && (b.inside || b.paged) {
			a.sure, b.sure = true, true
		}
	}
	for i := 1; i < len(all); i++ {
		all[i].sure = all[i].sure || all[i-1].sure && counts(i, half)
	}
	for i := len(all) - 1; i > 0; i-- {
		all[i-1].sure = all[i-1].sure || all[i].sure && counts(i, half)
	}
	for _, n := range all {
		if !n.sure {
			r.sayFigure(&n)
		}
	}
	all = slices.DeleteFunc(all, func(n pageNumber) bool { return !n.sure })
	if len(all) == 0 {
		return
	}
	var said []string
	first := r.lines[all[0].line]
	for _, n := range slices.Backward(all) {
		text := r.lines[n.line].text
		said = append(said, text)
		r.own = append(r.own, text)
		if n.line+1 < len(r.lines) {
			next := &r.lines[n.line+1]
			next.gap = !n.inside && (next.gap || r.lines[n.line].gap)
			next.page = !n.inside && (next.page || r.lines[n.line].page)
		}
		r.lines = slices.Delete(r.lines, n.line, n.line+1)
	}
	slices.Reverse(said)
	r.say(&first, diag.Diagnostic{
		Level: diag.Info, Rule: ruleForm, Found: first.text,
		Message: "số trang nằm giữa các dòng như khi chép từ PDF đã bỏ ra: " + strings.Join(said, "; "),
		Fix:     "nếu là chữ của văn bản thì ghi lại trong tệp YAML",
	})
}

// sayFigure warns of a line that may be the number of a page: one inside a sentence, or behind the end of one.
func (r *reader) sayFigure(n *pageNumber) {
	l := &r.lines[n.line]
	d := diag.Diagnostic{Level: diag.Warning, Rule: ruleForm, Found: l.text}
	switch {
	case n.inside:
		d.Message = fmt.Sprintf("câu bị ngắt quanh một dòng chỉ có số %s", l.text)
		d.Fix = "là số trang thì xóa; là chữ của câu thì nối ba dòng lại"
	case n.line > 0 && strings.ContainsAny(lastLetter(r.lines[n.line-1].text), ".;:"):
		d.Message = fmt.Sprintf("dòng chỉ có số %s in ra như một đoạn của nội dung", l.text)
		d.Fix = "là số trang thì xóa"
	default:
		return
	}
	r.say(l, d)
}

func lastLetter(s string) string { return s[max(0, len(s)-1):] }

// pageNumbers finds the lines from i on that may be numbers of pages: no two stand together, as cells of a table do.
func (r *reader) pageNumbers(from int) []pageNumber {
	const full = 40 // letters of a line that ends at a page's width
	var all []pageNumber
	var texts []string // of the lines that are none
	var places []int   // of the numbers among them
	page := 1
	for i := range r.lines {
		l := &r.lines[i]
		if l.page {
			page++
		}
		m := pageFigure.FindStringSubmatch(l.text)
		switch {
		case i < from:
		case m == nil:
			texts = append(texts, l.text)
		case i > from && pageFigure.MatchString(r.lines[i-1].text), i+1 < len(r.lines) && pageFigure.MatchString(r.lines[i+1].text):
			texts = append(texts, l.text)
		default:
			number, _ := strconv.Atoi(m[1] + m[2])
			paged := l.page || i+1 < len(r.lines) && r.lines[i+1].page
			all = append(all, pageNumber{line: i, number: number, paged: paged, sure: number == page && paged || m[1] != ""})
			places = append(places, len(texts))
		}
	}
	if all == nil {
		return nil
	}
	joins := markup.Joins(texts)
	for i, at := range places {
		all[i].inside = 0 < at && at < len(texts) && joins[at] && utf8.RuneCountInString(texts[at-1]) >= full
	}
	return all
}
