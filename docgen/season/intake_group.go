package season

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// group is what the title of a group says of the rows below it.
type group struct {
	class, sign string // how the title is numbered: roman, letter, digit or not (a unit, others), and its own sign
	kind        plan.Recipient
	award       string
	dead        bool           // the award is given to the dead
	only        plan.Recipient // the one kind that the award goes to
	unit        string         // of the persons below

	row   *sheet.Row
	title string
	has   tally // who stands below
	rows  bool  // some of them right below, and not below a further title
}

var (
	groupSign  = pattern.New(`^(?:([IVXLC]+)|([A-ZĐ])|(\d{1,2}))\s*[.)/:-]\s*`)
	groupVerbs = []string{"Danh sách", "Đề nghị", "Tặng", "Khen thưởng", "Các"}
	// groupCount is how many a title says that it has: ": 05", "(02 người)".
	groupCount = pattern.New(`(?i)\s*[:(–-]+\s*(?:` + countOf + `(?:\s*(?:[,;]|và)\s*` + countOf + `)*)?\s*\)?\s*[.;]?$`)
)

// countOf is how many there are of whom.
const countOf = `\d+\s*(?:người|cá nhân|tập thể|hộ|hộ gia đình|đơn vị|trường hợp|đề nghị|học sinh|em|đ/c|đồng chí|đảng viên|hội viên)?`

// begin takes the title of a group. A title that is numbered as one above it ends that one. It reports whether the row
// holds nothing but words of a kind of awardee, or of an award, or the unit of persons: any others may be a nominee.
func (t *taker) begin(row *sheet.Row) bool {
	if row.Odd.Title == "" || !t.mayTitle(row) {
		return false
	}
	g, words := group{row: row, title: row.Odd.Title, has: make(tally)}, row.Odd.Title
	if m := groupSign.FindStringSubmatch(words); m != nil {
		words = words[len(m[0]):]
		g.sign = cmp.Or(m[1], m[2], m[3])
		switch {
		case m[1] != "" && !t.follows(m[1]):
			g.class = "roman"
		case m[3] != "":
			g.class = "digit"
		default:
			g.class = "letter"
		}
	}
	of, says := t.saysOf(words)
	g.kind, g.award, g.dead = of.kind, of.award, of.dead
	if a, ok := t.law.Find(g.award); ok && len(a.Recipients) == 1 {
		g.only = a.Recipients[0]
	}
	bare := withoutCount(words)
	if !says && g.sign == "" {
		if row.Cells[0].Column == t.heads[t.nameAt()].at && (!t.awardsInRows() || !t.ofPersons() || !isPart(bare)) { // as names stand
			return false
		}
		g.class = "unit" // within the title of an award that has no number either
	}
	for i := range t.groups {
		if t.groups[i].class == g.class || says && t.groups[i].unit != "" && g.sign == "" && g.others() {
			t.ended(i)
			t.groups = t.groups[:i]
			break
		}
	}
	if !says && g.class != "digit" && t.ofPersons() {
		if g.unit = unitIn(bare); g.unit == "" && inCapitals(bare) {
			row.Odd = &sheet.Odd{Text: row.Odd.Text, Title: row.Odd.Title,
				Fix: "là đơn vị của các dòng dưới thì gõ bằng chữ thường, như Phòng Kế hoạch - Tài chính, hoặc ghi thành một cột; " +
					"không thì xóa dòng này khỏi danh sách"}
		}
	}
	if at := t.unclear(&g); at > 0 && (says || g.unit != "") {
		row.Odd = &sheet.Odd{Text: fmt.Sprintf("là tiêu đề của một nhóm, chưa rõ nhóm ở dòng %d đã hết hay chưa", at),
			Fix: "hết rồi thì đánh số hai tiêu đề cùng một cách (I, II); chưa hết thì xóa dòng này, ghi đối tượng, hình thức ở từng dòng"}
		return false
	}
	t.dead = t.dead || g.dead
	t.groups = append(t.groups, g)
	if g.unit != "" {
		t.empty()
		t.units = append(t.units, mentioned{row, g.unit})
		return true
	}
	return says
}

// awardsInRows reports whether each row has its award in a column, so that one without is no nominee.
func (t *taker) awardsInRows() bool {
	return slices.ContainsFunc(t.heads, func(h head) bool { return h.column == awardColumn }) &&
		!slices.ContainsFunc(t.groups, func(g group) bool { return g.award != "" })
}

// others reports whether a title is that of others than persons.
func (g *group) others() bool {
	kind := cmp.Or(g.kind, g.only)
	return kind != "" && kind != plan.Individual
}

// unclear gives the row of a title above of which nobody knows how far it goes: whether a unit is that of the rows below a further
// title, which numbers say of persons, and whether they are dead.
func (t *taker) unclear(g *group) int {
	for _, of := range t.groups {
		again := of.award != "" && g.award != "" || of.kind != "" && g.kind != ""
		if of.unit != "" && (g.unit != "" || g.sign == "" || of.sign == "" || g.others()) ||
			of.dead && !g.dead && (again || of.rows) {
			return of.row.Number
		}
	}
	return 0
}

// nameAt is which heading is that of names; -1 for none.
func (t *taker) nameAt() int {
	return slices.IndexFunc(t.heads, func(h head) bool { return h.column == nameColumn })
}

// mayTitle reports whether a row holds one text, with or without its number, where the list has numbers and names.
func (t *taker) mayTitle(row *sheet.Row) bool {
	name := t.nameAt()
	last := row.Cells[len(row.Cells)-1]
	if name < 0 || len(row.Cells) > 2 || len(row.Cells) == 2 && !isSign(row.Cells[0].Text) {
		return false
	}
	known := slices.ContainsFunc(t.heads, func(h head) bool {
		return h.at == last.Column && h.column != nameColumn && h.column != kindColumn
	})
	return !known && last.Column <= t.heads[name].at
}

// isSign reports whether a text is the number of a title and nothing else.
func isSign(s string) bool {
	s = strings.TrimRight(s, ".)/:- ") + ". "
	return groupSign.FindString(s) == s
}

// saysOf gives the kind of awardee and the award that a title names, and whether they are dead, if it has no other words. Several
// kinds are none.
func (t *taker) saysOf(title string) (of group, says bool) {
	words := title
	for cut := " "; cut != words; {
		cut = words
		words = strings.TrimSpace(groupCount.ReplaceAllString(words, ""))
		for _, verb := range groupVerbs {
			if rest, ok := phrase.CutWords(words, verb); ok && rest != "" {
				words = rest
			}
		}
		bare, dead := cutPosthumous(words)
		if words = bare; dead {
			of.dead = true
		}
	}
	if vi.FoldName(words) == "truy tặng" {
		return group{dead: true}, true
	}
	if a, _ := t.law.Named(words, t.season); a != nil {
		of.award = a.Code
		return of, true
	}
	rest, kinds := partyKinds.Replace(" "+vi.FoldName(strings.ReplaceAll(words, ",", " "))+" "), 0
	for _, value := range plan.Recipient("").Values() {
		r := plan.Recipient(value)
		if cut := strings.ReplaceAll(rest, " "+r.Term()+" ", "  "); cut != rest {
			of.kind, rest, kinds = r, cut, kinds+1
		}
	}
	switch {
	case kinds == 0:
		return group{}, false
	case kinds > 1:
		of.kind = ""
	}
	rest = strings.TrimSpace(strings.NewReplacer(" và ", " ", " cho ", " ", " đối với ", " ").Replace(rest))
	bare, dead := cutPosthumous(rest)
	of.dead = of.dead || dead
	if rest = bare; rest == "" {
		return of, true
	}
	if a, _ := t.law.Named(rest, t.season); a != nil {
		of.award = a.Code
		return of, true
	}
	return group{}, false
}

// partyKinds are the kinds of awardees as lists of the Party name them.
var partyKinds = strings.NewReplacer(" tổ chức đảng ", " tập thể ", " tổ chức cơ sở đảng ", " tập thể ", " đảng viên ", " cá nhân ")

// follows reports whether a sign such as C is the letter behind that of a title above, and no Roman figure.
func (t *taker) follows(sign string) bool {
	for _, g := range t.groups {
		if g.class == "letter" && len(sign) == 1 && sign[0] == g.sign[0]+1 {
			return true
		}
	}
	return false
}

// grouped puts in what the titles above a row say. What the row says itself must be the same kind; its award goes first. An award
// of one kind says the kind of the rows that take it.
func (d *reader) grouped() {
	n := &d.to.Nominee
	var g group
	for _, of := range d.groups {
		if g.kind = cmp.Or(of.kind, g.kind); of.award != "" {
			g.award, g.only = of.award, of.only
		}
		if of.dead {
			g.dead, g.row = true, of.row
		}
		g.unit = cmp.Or(of.unit, g.unit)
	}
	if d.filled && g.unit != "" {
		d.peopled = len(d.units)
		d.within(g.unit)
	}
	_, own := d.to.heads[awardColumn]
	if !own && g.kind == "" && d.mayBe(g.only) {
		g.kind = g.only
	}
	if h, said := d.to.heads[kindColumn]; said && g.kind != "" && n.Kind != "" && n.Kind != g.kind {
		d.bad(h, sheet.RuleValue, "khác tiêu đề của nhóm ở trên: "+g.kind.Term(), "sửa cột này, hoặc chuyển dòng sang đúng nhóm")
		return
	}
	n.Kind = cmp.Or(g.kind, n.Kind)
	if h, born := d.to.heads[birthColumn]; born && n.Kind == plan.Collective && g.kind != "" {
		d.bad(h, sheet.RuleValue, "nhóm ở trên là tập thể mà dòng có năm sinh", "chuyển dòng sang đúng nhóm, hoặc bỏ năm sinh")
	}
	if !own && d.filled {
		n.Award = g.award
	}
	d.buried(&g)
}

// mayBe reports whether a row may be of the kind that an award goes to: the heading of its name says no other. Bodies and households
// stand below Họ và tên too, but what stands below Tên tập thể is no person.
func (d *reader) mayBe(kind plan.Recipient) bool {
	_, said := d.to.heads[kindColumn]
	n := &d.to.Nominee
	return said || n.Kind == "" || n.Kind == plan.Individual && (kind == plan.Household || phrase.IsCollective(n.Name))
}

// mentioned is a row that a warning about several names, with some words of it.
type mentioned struct {
	row   *sheet.Row
	words string
}

// which names rows, the first of many.
func which(rows []mentioned) string {
	const most = 20
	var all []string
	for _, r := range rows[:min(len(rows), most)] {
		all = append(all, fmt.Sprintf("%d (%s)", r.row.Number, r.words))
	}
	if len(rows) > most {
		all = append(all, "...")
	}
	return strings.Join(all, ", ")
}

// passOver says which rows were no nominees, in one warning.
func (t *taker) passOver() {
	if len(t.aside) == 0 {
		return
	}
	d := t.list.AtRow(t.aside[0].row, &diag.Diagnostic{Level: diag.Warning, Rule: sheet.RuleRow})
	d.Message = fmt.Sprintf("bỏ qua %02d dòng không phải một đề nghị: dòng %s", len(t.aside), which(t.aside))
	d.Fix = "xem lại, có dòng là một đề nghị thì ghi số thứ tự và đủ các ô"
	t.found.Add(d)
}

// smallNames says which names of persons have a word in small letters, as the name of a body has, in one warning.
func (t *taker) smallNames() {
	if len(t.small) == 0 {
		return
	}
	d := t.list.AtRow(t.small[0].row, &diag.Diagnostic{Level: diag.Warning, Rule: sheet.RuleCell})
	d.Message = "họ tên của cá nhân có chữ viết thường, văn bản in đúng như vậy: dòng " + which(t.small)
	d.Fix = `viết hoa chữ đầu; cấp bậc, học vị thì để ở cột "Ông/Bà", chức vụ ở cột "Chức vụ"; tập thể, hộ gia đình thì ghi cột "Đối tượng"`
	t.found.Add(d)
}

// asTyped says which cells go into papers as they were typed, and why that may be wrong, in one warning.
func (t *taker) asTyped(cells []mentioned, what, fix string) {
	if len(cells) == 0 {
		return
	}
	t.found.Add(t.list.AtRow(cells[0].row, &diag.Diagnostic{Level: diag.Warning, Rule: sheet.RuleCell, Fix: fix,
		Message: what + ": dòng " + which(cells)}))
}
