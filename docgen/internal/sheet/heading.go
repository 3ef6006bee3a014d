package sheet

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Heading is what the columns of a list are.
type Heading struct {
	First, Last int // its rows; 0: the list has none (YAML)
	Columns     []Head
	width       int // of a CSV file: cells of its row
}

// Head is the heading of one column.
type Head struct {
	Column int      // from 0
	Texts  []string // from top to bottom, each once
	Row    int      // where the last of them stands
	Hidden bool
}

// Text gives the heading as one text.
func (h *Head) Text() string { return strings.Join(h.Texts, " / ") }

// headingLines is how far down the heading of a list is looked for: above it
// stand a title, a line of the office, a date.
const headingLines = 30

// Key is what makes two headings the same: letters whatever their case and form, the
// placement of tones, single spaces.
func Key(s string) string { return vi.FoldName(strings.ReplaceAll(tidy(vi.NFC(s)), "\n", " ")) }

// quoted says what stands in a row, for people who expected something else there.
func (r *Row) quoted() string {
	const most = 6
	var texts []string
	for i := range r.Cells {
		if t := tidy(r.Cells[i].Text); t != "" && len(texts) < most {
			texts = append(texts, fmt.Sprintf("%q", t))
		}
	}
	if len(texts) == 0 {
		return ""
	}
	return fmt.Sprintf("; dòng %d của tệp ghi %s", r.Number, strings.Join(texts, ", "))
}

// findHeading looks for the row that holds the most known headings: among the first ones,
// or only where the options say. Known headings that it lacks may stand in the row below
// or above it: the heading then has two rows, or more where cells are merged downwards.
func (l *List) findHeading(first []*Row, known func(string) bool) diag.List {
	best, most := -1, 0
	for i, r := range first {
		if l.o.Heading == 0 && r.Number > headingLines || l.o.Heading != 0 && r.Number != l.o.Heading {
			continue
		}
		if n := r.count(known); n > most {
			best, most = i, n
		}
	}
	if best < 0 {
		where := fmt.Sprintf("trong %d dòng đầu", headingLines)
		if l.o.Heading > 0 {
			where = fmt.Sprintf("ở dòng %d", l.o.Heading)
		}
		said := ""
		if t, ok := l.source.(*table); ok {
			said = " (cột được tách bằng " + signName(t.comma) + ")"
		}
		if len(first) == 0 {
			return listFinding(l.File, "danh sách không có dòng nào", "ghi dòng đầu là tên các cột, mỗi dòng sau là một mục")
		}
		return listFinding(l.File, "không thấy tiêu đề cột "+where+said, "đặt tên cột đúng như đã khai báo"+first[0].quoted())
	}
	from, to := best, best+1
	has := headTexts(first[best:to])
	adds := func(r *Row, may func(column int) bool) bool {
		for i := range r.Cells {
			if c := &r.Cells[i]; known(c.Text) && !has[Key(c.Text)] && may(c.Column) {
				return true
			}
		}
		return false
	}
	anywhere := func(int) bool { return true }
	// What stands below a known heading is a value, though it may read like another heading,
	// unless that heading is of several columns.
	belowNone := func(column int) bool {
		over := first[best].Cell(column)
		return !known(over.Text) || over.Kind == Merged
	}
	if from > 0 && !first[from-1].isTitle(first[best], known) && adds(first[from-1], anywhere) && l.o.Heading == 0 {
		from--
	}
	end := first[best].Number
	for _, o := range first[best].merged {
		if o.right == o.left {
			end = max(end, o.bottom) // a heading over cells merged downwards
		}
	}
	for to < len(first) && (first[to].Number <= end ||
		to == best+1 && (adds(first[to], belowNone) || first[to].refines(first[best], known))) {
		to++
	}
	l.Heading.First, l.Heading.Last = first[from].Number, max(first[to-1].Number, end)
	l.Heading.width = first[best].width
	l.readHeads(first[from:to])
	return nil
}

// finer finds what says more closely what a heading above is of, and does not number the columns: Nam, 2025.
var finer = pattern.New(`^(?:\pL|\d{4}$)`)

// refines reports whether a row says more closely what a heading over several columns above it is of: Đồng ý and Không đồng ý below Kết
// quả biểu quyết. A cell beside those that are known together with the heading has one merged across above it.
func (r *Row) refines(heading *Row, known func(string) bool) bool {
	some := false
	for i := range r.Cells {
		c := &r.Cells[i]
		over := heading.over(c.Column)
		joined := over.Text != "" && finer.MatchString(c.Text) && known(over.Text+" "+c.Text)
		if !joined && over.Kind != Merged {
			return false
		}
		some = some || joined && (over.Kind == Merged || over.Column != c.Column)
	}
	return some
}

// over gives the cell of a heading that a column stands below: one that has nothing in it has that of the next one to the left.
func (r *Row) over(column int) Cell {
	for at := column; at >= 0; at-- {
		if c := r.Cell(at); c.Kind != Blank {
			return c
		}
	}
	return Cell{}
}

// isTitle reports whether a row above a heading of some columns is that of the list, and no part of the heading: it holds one text, above a
// column that is known without it.
func (r *Row) isTitle(heading *Row, known func(string) bool) bool {
	const some = 3
	return len(r.Cells) == 1 && len(heading.Cells) >= some && r.Cells[0].Column == heading.Cells[0].Column && known(heading.Cells[0].Text)
}

// OneEach refuses a column that stands below two known headings, as where a row of them was
// broken in two, unless the lower one refines the upper. refines nil: none does.
func (l *List) OneEach(known func(string) bool, refines func(upper, lower string) bool) (found diag.List) {
	for i := range l.Heading.Columns {
		h := &l.Heading.Columns[i]
		first := ""
		for _, t := range h.Texts {
			switch {
			case !known(t) || Key(t) == Key(first) || first != "" && refines != nil && refines(first, t):
			case first == "":
				first = t
			default:
				found.Add(&diag.Diagnostic{
					Pos: l.at(h.Column, h.Row), Rule: RuleHeading, Found: t,
					Message: AtCell(l.Sheet, h.Column, h.Row, "", "", fmt.Sprintf("một cột có hai tiêu đề %q và %q", first, t)),
					Fix:     "để mỗi cột một tiêu đề, tất cả trên một dòng",
				})
			}
		}
	}
	return found
}

func headTexts(rows []*Row) map[string]bool {
	has := make(map[string]bool)
	for _, r := range rows {
		for i := range r.Cells {
			has[Key(r.Cells[i].Text)] = true
		}
	}
	return has
}

// maxHeads bounds the columns that have a heading.
const maxHeads = 2000

// readHeads takes the headings of some rows, column by column.
func (l *List) readHeads(rows []*Row) {
	byColumn := make(map[int]*Head)
	last := 0
	for _, r := range rows {
		for i := range r.Cells {
			last = max(last, r.Cells[i].Column)
		}
		for _, o := range r.merged {
			last = max(last, o.right-1)
		}
		for column := range min(last+1, maxHeads) {
			c := r.Cell(column)
			if c.Kind == Blank {
				continue
			}
			h := byColumn[column]
			if h == nil {
				h = &Head{Column: column, Hidden: l.source.hiddenColumn(column)}
				byColumn[column] = h
			}
			if n := len(h.Texts); n == 0 || h.Texts[n-1] != c.Text {
				h.Texts, h.Row = append(h.Texts, c.Text), r.Number
			}
		}
	}
	for column := range min(last+1, maxHeads) {
		if h := byColumn[column]; h != nil {
			l.Heading.Columns = append(l.Heading.Columns, *h)
		}
	}
}

// Find gives the columns that have a heading.
func (h *Heading) Find(text string) []*Head {
	var found []*Head
	key := Key(text)
	for i := range h.Columns {
		for _, t := range h.Columns[i].Texts {
			if Key(t) == key {
				found = append(found, &h.Columns[i])
				break
			}
		}
	}
	return found
}

// at gives the heading of a column, nil if it has none.
func (h *Heading) at(column int) *Head {
	for i := range h.Columns {
		if h.Columns[i].Column == column {
			return &h.Columns[i]
		}
	}
	return nil
}

// HiddenColumn gives the finding about a hidden column, nil when it may be taken.
func (l *List) HiddenColumn(h *Head) *diag.Diagnostic {
	if !h.Hidden || l.o.Hidden == TakeHidden {
		return nil
	}
	return &diag.Diagnostic{
		Pos: l.at(h.Column, h.Row), Rule: RuleHidden,
		Message: AtCell(l.Sheet, h.Column, h.Row, "", "", fmt.Sprintf("cột %q bị ẩn", h.Text())),
		Fix:     "hiện cột này, hoặc ghi \"hidden: take\" cho danh sách",
	}
}

// Headless gives the finding about a column that most records go on in to the right, though no heading stands there: the given
// names of a name in two columns. nil: there is none.
func (l *List) Headless(h *Head) *diag.Diagnostic {
	if l.Heading.at(h.Column+1) != nil {
		return nil
	}
	filled, on := 0, 0
	var first *Row
	for _, r := range l.Sample {
		if r.Cell(h.Column).Kind == Blank {
			continue
		}
		filled++
		if next := r.Cell(h.Column + 1).Kind; next != Blank && next != Merged {
			if on++; first == nil {
				first = r
			}
		}
	}
	if 2*on <= filled {
		return nil
	}
	column := ColumnName(h.Column + 1)
	return l.finding(h.Column+1, first.Number, RuleHeading,
		fmt.Sprintf("cột %s ghi %s mà không có tiêu đề, nằm ngay sau cột %q", column, Quote(first.Cell(h.Column+1).Text), h.Text()),
		fmt.Sprintf("ghi tiêu đề cho cột %s; nếu nội dung của cột %q nằm ở hai cột thì gộp vào một", column, h.Text()))
}

// isTick reports whether a text is one letter or sign, as people tick a row off in a column of their own.
func isTick(text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	return n == len(text) && !unicode.IsDigit(r)
}

// Displaced says why the empty cell of a record is not just empty: what belongs there stands in the next column, which has no
// heading though others follow it, as the years of women do beside those of men. nil: there is nothing.
func (l *List) Displaced(r *Row, column int) *Wrong {
	if r.Cell(column).Kind != Blank {
		return nil
	}
	next := r.Cell(column + 1)
	if next.Kind == Blank || next.Kind == Merged || isTick(next.Text) || l.Heading.at(column+1) != nil ||
		!slices.ContainsFunc(l.Heading.Columns, func(h Head) bool { return h.Column > column+1 }) {
		return nil
	}
	name := ColumnName(column + 1)
	return &Wrong{
		Text: fmt.Sprintf("ô để trống mà ô bên phải, ở cột %s không có tiêu đề, ghi %s", name, Quote(next.Text)),
		Fix:  fmt.Sprintf("ghi tiêu đề cho cột %s, hoặc chuyển giá trị sang cột %s", name, ColumnName(column)),
	}
}

// HiddenRow gives the finding about a hidden row, nil when it may be taken.
func (l *List) HiddenRow(r *Row) *diag.Diagnostic {
	if !r.Hidden || l.o.Hidden != "" {
		return nil
	}
	return l.AtRow(r, &diag.Diagnostic{Rule: RuleHidden, Message: "dòng bị ẩn",
		Fix: "hiện dòng này, hoặc ghi \"hidden: take\" hay \"hidden: skip\" cho danh sách"})
}
