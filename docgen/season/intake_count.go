package season

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// tally counts nominees by their kinds; those of any under the empty one.
type tally map[plan.Recipient]int

// count counts the nominee of a row, for the whole list, since the last sum, and below each title.
func (t *taker) count(kind plan.Recipient) {
	of := []tally{t.all, t.since}
	for i, g := range t.groups {
		of = append(of, g.has)
		t.groups[i].rows = g.rows || i == len(t.groups)-1
	}
	for _, has := range of {
		if has[""]++; kind != "" {
			has[kind]++
		}
	}
}

// saidCount finds how many a title, a sum or a note says that there are. Four figures are a year.
var saidCount = pattern.New(`(?i)(?:^|[^\d.,/])(\d{1,3})\s+(?:\([\pL ]+\)\s+)?` +
	`(người|cá nhân|tập thể|hộ|đề nghị|trường hợp)(?:$|[ .,;:)/])`)

// titleCount finds how many the end of a title says: ": 05", "(02)".
var titleCount = pattern.New(`[:(]\s*(\d{1,3})\s*\)?[.:;]?\s*$`)

// ofAll finds words of who counts a whole list; others count some of it.
var ofAll = pattern.New(`cộng|tổng số|danh sách`)

// countedKinds are the kinds that the words of a count name; others count all.
var countedKinds = map[string]plan.Recipient{
	"người": plan.Individual, "cá nhân": plan.Individual, "tập thể": plan.Collective, "hộ": plan.Household,
}

// said is how many a text says that there are of a kind: where it first does, and all that it names.
type said struct {
	first, sum int
	persons    bool // người, who may be all
}

// ofThem finds where a text goes on to some of those whom it counted.
var ofThem = pattern.New(`(?i)trong đó|(?:^|[^\pL])gồm(?:[^\pL]|$)`)

// counts is what a text says of how many there are, by kinds.
func counts(text string, title bool) map[plan.Recipient]said {
	all := make(map[plan.Recipient]said)
	for _, at := range ofThem.FindAllStringIndex(text, -1) {
		if before := text[:at[0]]; saidCount.MatchString(before) {
			text = before
			break
		}
	}
	for _, m := range saidCount.FindAllStringSubmatch(text, -1) {
		n, _ := strconv.Atoi(m[1])
		kind := countedKinds[vi.Fold(m[2])]
		is, again := all[kind]
		if is.sum += n; !again {
			is.first, is.persons = n, vi.Fold(m[2]) == "người"
		}
		all[kind] = is
	}
	if m := titleCount.FindStringSubmatch(text); title && m != nil && len(all) == 0 {
		n, _ := strconv.Atoi(m[1])
		all[""] = said{first: n, sum: n}
	}
	return all
}

// ended compares what the titles from the i-th on say with who stands below them. One of the dead has somebody.
func (t *taker) ended(i int) {
	for _, g := range t.groups[i:] {
		if g.dead && g.has[""] == 0 {
			d := t.list.AtRow(g.row, &diag.Diagnostic{Rule: sheet.RuleRow, Message: "tiêu đề ghi truy tặng mà không có dòng nào ở dưới",
				Fix: `ghi x ở cột "Truy tặng" của từng dòng được truy tặng, rồi xóa tiêu đề này`})
			if g.sign != "" { // numbers say that the next title is none of it
				d.Level = diag.Warning
			}
			t.found.Add(d)
		}
		said := counts(g.title, true)
		if g.unit != "" { // how many live there
			delete(said, plan.Household)
		}
		t.compare(g.row, said, g.has)
	}
}

// summed compares what a sum or a note says with who stands above it: in the whole list, since the last sum, or below a title.
func (t *taker) summed(row *sheet.Row) {
	text := ""
	for i := range row.Cells {
		text += row.Cells[i].Text + " . "
	}
	said := counts(text, false)
	if len(said) == 0 || !ofAll.MatchString(vi.Fold(text)) {
		return
	}
	if strings.Contains(vi.FoldName(text), "truy tặng") {
		t.buriedOf = row
	}
	of := []tally{t.all, t.since}
	for _, g := range t.groups {
		of = append(of, g.has)
	}
	t.compare(row, said, of...)
	t.since = make(tally)
}

// compare warns of a count that is that of none.
func (t *taker) compare(row *sheet.Row, said map[plan.Recipient]said, of ...tally) {
	for _, kind := range []plan.Recipient{"", plan.Collective, plan.Individual, plan.Household} {
		is, says := said[kind]
		same := !says
		for _, has := range of {
			same = same || has[kind] == is.first || has[kind] == is.sum || is.persons && (has[""] == is.first || has[""] == is.sum)
		}
		if same {
			continue
		}
		what := "đề nghị"
		if kind != "" {
			what = kind.Term()
		}
		t.miscounted = append(t.miscounted, t.list.AtRow(row, &diag.Diagnostic{Level: diag.Warning, Rule: sheet.RuleRow,
			Message: fmt.Sprintf("ghi %s %s, danh sách có %s", vi.Count(is.first), what, vi.Count(of[0][kind])),
			Fix:     "kiểm tra có sót, thừa dòng nào không"}))
	}
}
