package draft

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
)

// pageFigure is the number of a page as a PDF file leaves it alone on a line: "2", "- 2 -", "Trang 2/5".
var pageFigure = pattern.New(`^(?i:trang|page)?[\s–-]*([0-9]{1,3})(?:\s*/\s*[0-9]{1,3})?[\s–-]*$`)

// pageNumber is a line that may be the number of a page.
type pageNumber struct {
	line, number int
	inside       bool // the sentence above goes on below
	sure         bool
}

// dropPages takes out the numbers of pages that plain text has between its lines, from line i on: one is sure where it is
// that of its page, or where the sentence above it, which ends at a page's width, goes on below it; it makes those sure that
// count on from it.
func (r *reader) dropPages(from int) {
	if r.doc != nil {
		return
	}
	all := r.pageNumbers(from)
	const apart = 8 // lines of a page
	counts := func(i int) bool { return all[i].number == all[i-1].number+1 && all[i].line-all[i-1].line >= apart }
	for i := 1; i < len(all); i++ {
		all[i].sure = all[i].sure || all[i-1].sure && counts(i)
	}
	for i := len(all) - 1; i > 0; i-- {
		all[i-1].sure = all[i-1].sure || all[i].sure && counts(i)
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
			number, _ := strconv.Atoi(m[1])
			ends := i+1 < len(r.lines) && r.lines[i+1].page
			all = append(all, pageNumber{line: i, number: number, sure: number == page && (l.page || ends)})
			places = append(places, len(texts))
		}
	}
	if all == nil {
		return nil
	}
	joins := markup.Joins(texts)
	for i, at := range places {
		if 0 < at && at < len(texts) && joins[at] {
			all[i].inside = true
			all[i].sure = all[i].sure || utf8.RuneCountInString(texts[at-1]) >= full
		}
	}
	return all
}
