package season

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
)

// listColumn is a column of a list of nominees or awardees "danh sách". The lines of its
// title are parted by "\n".
type listColumn struct {
	plan.Column
	text func(r *award.Result) string // of one of them
	// always tells the columns of every list from those that stand only where
	// somebody has an entry.
	always bool
	// heading is the title by what stands in the column; nil: the title as it is.
	heading func(all []*award.Result) string
	firm    bool // keeps three quarters of its usual share
}

// column is one that stands in every list. A share of 0 is as wide as what it holds.
func textColumn(title string, share int, align plan.Align, text func(r *award.Result) string) listColumn {
	return listColumn{Column: plan.Column{Title: title, Share: share, Align: align}, text: text, always: true}
}

// usedColumn is one that stands where somebody has an entry.
func usedColumn(title string, share int, align plan.Align, text func(r *award.Result) string) listColumn {
	return listColumn{Column: plan.Column{Title: title, Share: share, Align: align}, text: text}
}

// nameColumn and placeColumn begin every list, behind STT.
func (y *maker) nameColumn(share int) listColumn {
	c := textColumn("", share, "", func(r *award.Result) string { return listName(y.awardee(r)) })
	c.heading, c.firm = nameHeading, true
	return c
}

func (y *maker) placeColumn(share int) listColumn {
	c := usedColumn("", share, "", func(r *award.Result) string { return roleAndUnit(y.awardee(r)) })
	c.heading = y.placeHeading
	return c
}

// nameHeading is the title of a column of names, by the kinds of awardees in it.
func nameHeading(all []*award.Result) string {
	var words []string
	for _, k := range [...]struct {
		kind plan.Recipient
		word string
	}{{plan.Individual, "họ và tên"}, {plan.Collective, "tên tập thể"}, {plan.Household, "chủ hộ"}} {
		if slices.ContainsFunc(all, func(r *award.Result) bool { return r.Nominee.Kind == k.kind }) {
			words = append(words, k.word)
		}
	}
	return vi.UpperFirst(strings.Join(words, ", "))
}

// posts are what the post of a person begins with that stands before the unit in one text: Trưởng phòng, Phòng Tài vụ.
var posts = pattern.New(`^(?:nguyên |quyền )?(?:(?:phó|trưởng|chánh) \pL|(?:tổ trưởng|tổ phó|đội trưởng|đội phó|bí thư|chủ tịch|giám đốc|` +
	`tổng giám đốc|hiệu trưởng|chủ nhiệm|ủy viên|thư ký|kế toán|văn thư|thủ quỹ|chuyên viên|nhân viên|cán bộ|công chức|viên chức|` +
	`giáo viên|giảng viên|bác sĩ|y sĩ|dược sĩ|điều dưỡng|hộ sinh|kỹ thuật viên|kỹ sư|công nhân|lái xe|đảng viên|đoàn viên|hội viên|` +
	`công an viên)(?:[ ,]|$))`)

// postFirst reports whether the unit of a person has the post before it.
func postFirst(a *plan.Awardee) bool {
	return a.Role == "" && a.Kind == plan.Individual && posts.MatchString(vi.FoldName(a.Unit))
}

// placeHeading is the title of a column of posts, bodies and addresses, by what is there.
func (y *maker) placeHeading(all []*award.Result) string {
	var words []string
	for _, k := range [...]struct {
		word string
		has  func(a *plan.Awardee) bool
	}{
		{"chức vụ", func(a *plan.Awardee) bool { return a.Role != "" || postFirst(a) }},
		{"đơn vị", func(a *plan.Awardee) bool { return a.Unit != "" && a.Kind != plan.Household }},
		{"địa chỉ", func(a *plan.Awardee) bool { return a.Unit != "" && a.Kind == plan.Household }},
	} {
		if slices.ContainsFunc(all, func(r *award.Result) bool { return k.has(y.awardee(r)) }) {
			words = append(words, k.word)
		}
	}
	return vi.UpperFirst(strings.Join(words, ", "))
}

func (y *maker) achievementColumn(share int) listColumn {
	return usedColumn("Thành tích", share, "", func(r *award.Result) string { return y.awardee(r).Achievement })
}

// awardColumn names the award, and who gets it after death.
func (y *maker) awardColumn(share int) listColumn {
	return textColumn("Danh hiệu, hình thức", share, "", awardOf)
}

// awardOf names the award of one in lists and in the register.
func awardOf(r *award.Result) string {
	name := r.Award.NameOn(r.Day)
	if r.Nominee.Posthumous {
		return "Truy tặng " + name
	}
	return name
}

// varied reports whether a list must name the award of each: there are several, or
// some of them are given after death.
func (y *maker) varied() bool {
	dead := 0
	all := y.awarded()
	for _, r := range all {
		if r.Nominee.Posthumous {
			dead++
		}
	}
	return len(y.out.Awards()) > 1 || dead > 0 && dead < len(all)
}

// grouped reports whether the lists of a decision are grouped by award: there are several.
func (y *maker) grouped() bool { return y.s.IsByAward() && y.varied() }

// awardColumns are those of the list of a decision: with the multiplier and the
// sum of each, as inspectors ask for. Where the list is grouped by award none names it.
func (y *maker) awardColumns(grouped bool) []listColumn {
	columns := []listColumn{y.nameColumn(28), y.placeColumn(25)}
	if y.varied() && !grouped {
		columns = append(columns, y.awardColumn(20))
	}
	columns = append(columns, y.achievementColumn(30))
	columns = append(columns, y.ownColumns()...)
	return append(columns,
		usedColumn("Hệ số", 0, plan.AlignCenter, multiplier),
		usedColumn("Tiền thưởng\n(đồng)", 0, plan.AlignRight, bonus),
	)
}

// ownColumns are those that the office adds: lớp, phần thưởng.
func (y *maker) ownColumns() []listColumn {
	var columns []listColumn
	for i := range y.s.Columns {
		columns = append(columns, usedColumn(y.s.Columns[i].Name, 12, "", func(r *award.Result) string {
			if cells := y.awardee(r).Cells; i < len(cells) {
				return cells[i]
			}
			return ""
		}))
	}
	return columns
}

// multiplier is that of a bonus, empty for an award without one.
func multiplier(r *award.Result) string {
	if r.Pay.Multiplier == 0 {
		return ""
	}
	return r.Pay.Multiplier.String()
}

// base is the base salary that a multiplier is of, empty for any other bonus.
func base(r *award.Result) string {
	if r.Pay.Base == 0 {
		return ""
	}
	return r.Pay.Base.String()
}

// bonus is the sum that is paid, empty for an award without one.
func bonus(r *award.Result) string {
	if r.Pay.Amount == 0 && r.PaidWith == nil {
		return ""
	}
	return r.Pay.Amount.String()
}

// awarded returns all who stand in the lists of the decision, in their order.
func (y *maker) awarded() []*award.Result {
	var all []*award.Result
	for i := range y.out.Lists {
		all = append(all, y.out.Lists[i].Results...)
	}
	return all
}

// used leaves out the columns in which nobody has an entry, names the others by what is
// in them, and shares the width by what they hold.
func used(columns []listColumn, results []*award.Result) []listColumn {
	var out []listColumn
	var weights []float64
	usual, weight := 0, 0.0
	for _, col := range columns {
		filled := col.always
		if col.heading != nil {
			col.Title = col.heading(results)
		}
		held := area(col.Title)
		for _, r := range results {
			if text := col.text(r); text != "" {
				filled = true
				held += area(text)
			}
		}
		if !filled {
			continue
		}
		// The third root of the squares keeps the squares of the lines of all cells together lowest.
		w := math.Cbrt(held)
		if col.Share == 0 {
			w = 0
		}
		out, weights = append(out, col), append(weights, w)
		usual, weight = usual+col.Share, weight+w
	}
	for i := range out {
		if usualShare := float64(out[i].Share); weight > 0 {
			least := usualShare / 2
			if out[i].firm {
				least = usualShare * 3 / 4
			}
			out[i].Share = int(math.Round(min(max(weights[i]/weight*float64(usual), least), 2*usualShare)))
		}
	}
	return out
}

// area is how much room a text asks for: the square of its letters.
func area(text string) float64 {
	n := utf8.RuneCountInString(text)
	return float64(n * n)
}

// people is a table of a list, and where each of its rows comes from.
type people struct {
	plan.Table
	columns []listColumn
	rows    map[int]string // by row, the path of a nominee
	list    string         // the path of all nominees
}

// people gives a list with the head alone, STT first.
func (y *maker) people(columns []listColumn, alt string) *people {
	t := &people{Table: plan.Table{Alt: alt}, columns: columns, rows: make(map[int]string), list: y.list()}
	t.Columns = []plan.Column{{Title: "STT", Align: plan.AlignCenter}}
	head, tall := textCells("STT"), false
	for _, col := range columns {
		tall = tall || strings.Contains(col.Title, "\n")
		head.Cells = append(head.Cells, plan.Cell{Text: lines(col.Title)})
		col.Title = strings.ReplaceAll(col.Title, "\n", " ")
		t.Columns = append(t.Columns, col.Column)
	}
	if tall {
		t.Head = []plan.Row{head}
	}
	return t
}

// group heads the section of a kind of awardee: "II | CÁ NHÂN".
func (t *people) group(n int, kind plan.Recipient) {
	row := textCells(vi.Roman(n), vi.Upper(kind.Term()))
	row.Role, row.Cells[1].Columns = plan.GroupRow, len(t.Columns)-1
	t.Rows = append(t.Rows, row)
}

// award heads those of one award in a section: "a | Lao động tiên tiến".
func (t *people) award(n int, name string) {
	row := textCells(vi.Letter(n), name)
	row.Role, row.Cells[1].Columns = plan.GroupRow, len(t.Columns)-1
	t.Rows = append(t.Rows, row)
}

// add gives one of a list its row, with its number.
func (t *people) add(n int, r *award.Result) {
	row := textCells(strconv.Itoa(n))
	for _, col := range t.columns {
		row.Cells = append(row.Cells, plan.Cell{Text: lines(col.text(r))})
	}
	t.rows[len(t.Rows)] = record.Index(t.list, r.Index)
	t.Rows = append(t.Rows, row)
}

// sum adds a row of a sum: the word over all columns but the last.
func (t *people) sum(word string, sum plan.Money) {
	row := textCells(word, sum.String())
	row.Role, row.Cells[0].Columns = plan.TotalRow, len(t.Columns)-1
	t.Rows = append(t.Rows, row)
}

// in notes where the rows come from of the list that stands at a path.
func (t *people) in(from map[string]string, path string) {
	from[path] = t.list
	for i, of := range t.rows {
		from[record.Index(record.Join(path, "rows"), i)] = of
	}
}

// textCells returns a row of plain texts.
func textCells(texts ...string) plan.Row {
	row := plan.Row{Cells: make([]plan.Cell, len(texts))}
	for i, s := range texts {
		row.Cells[i].Text = lines(s)
	}
	return row
}

// lines makes a text of several lines plain in the eyes of the reader of marks.
func lines(s string) plan.Prose {
	parts := strings.Split(s, "\n")
	for i := range parts {
		parts[i] = string(escaped(parts[i]))
	}
	return plan.Prose(strings.Join(parts, "\n"))
}
