package draft

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// block is a piece of a body: text, or a table with spans and widths.
type block struct {
	text  string
	table *plan.Table
	rows  []string // of the text
	lines []*line  // that they come from
}

// blocks makes the blocks of a body. tables: the kind takes tables of their own; else all are
// drawn with bars.
func (r *reader) blocks(lines []line, tables bool) []block {
	var all []block
	text := func() *block {
		if n := len(all); n == 0 || all[n-1].table != nil {
			all = append(all, block{})
		}
		return &all[len(all)-1]
	}
	show := func(l *line) {
		for _, row := range r.pictureRows(l) {
			b := text()
			b.rows = append(b.rows, row)
			b.lines = append(b.lines, &line{at: l.at, text: l.text})
		}
	}
	lines = labelled(r.tabbed(aligned(lines)))
	r.looseTabs(lines)
	for i := range lines {
		l := &lines[i]
		if i > 0 {
			show(&lines[i-1])
		}
		switch {
		case l.table == nil && (isDrawn(l) || endLine.MatchString(l.text)):
		case l.table == nil:
			b := text()
			s := r.rich(l)
			if l.more && i+1 < len(lines) && lines[i+1].table == nil && l.goesOn(&lines[i+1]) {
				s += `\`
			}
			b.rows = append(b.rows, s)
			b.lines = append(b.lines, l)
		case len(l.table.Rows) == 0:
		default:
			if bars, ok := r.bars(l.table, !tables); ok {
				r.sayBars(l)
				b := text()
				for _, row := range bars {
					b.rows = append(b.rows, row)
					b.lines = append(b.lines, l)
				}
				continue
			}
			all = append(all, block{table: r.table(l.table), lines: []*line{l}})
		}
	}
	if n := len(lines); n > 0 {
		show(&lines[n-1])
	}
	for i := range all {
		if all[i].table == nil {
			all[i].text = strings.Join(append(all[i].rows, ""), "\n")
			r.embolden(&all[i])
			all[i].text = r.withNotes(all[i].text)
		}
	}
	return all
}

// goesOn reports whether the next line of a paragraph belongs to its text: none does that has a marker, or that stands
// behind a marked line that is a heading or has ended.
func (l *line) goesOn(next *line) bool {
	switch {
	case divisionLine.MatchString(l.text) || isMarked(next.text):
		return false
	case !isMarked(l.text):
		return true
	case phrase.IsUpper(l.text):
		return phrase.IsUpper(next.text)
	}
	return !markup.IsSentence(l.text)
}

// isDrawn reports whether a line of a Word file is drawn, and no words of its text: strokes that are not in the
// middle are a blank to be filled.
func isDrawn(l *line) bool {
	return isRule(l.text) && !l.plain && (l.center || !strings.Contains(l.text, "__"))
}

var (
	// divisionLine is a Chương alone on its line: the next one is its title.
	divisionLine = pattern.New(`^(?i:phần|chương|mục|tiểu mục)\s+(?i:[IVXLC]+|[0-9]+|[A-Z]|thứ \p{L}+)[.:]?$`)
	// endLine is the mark at the end of a paper, which the program writes.
	endLine = pattern.New(`^[./]{1,3}$`)
)

// offsets are places that say at which byte something stands, as a line from 1.
type offsets struct{}

func (offsets) PosIn(_ string, n int) diag.Pos { return diag.Pos{Line: n + 1} }

func (o offsets) Locate(path string) func(int) diag.Pos {
	return func(n int) diag.Pos { return o.PosIn(path, n) }
}

func (offsets) Joined(string, func([]byte) bool) []int { return nil }

// embolden puts marks around lines in bold that the grammar does not make bold by itself.
func (r *reader) embolden(b *block) {
	bold := false
	for _, l := range b.lines {
		bold = bold || l.bold
	}
	if !bold {
		return
	}
	rows := b.rows
	heading := make(map[int]bool) // lines that the grammar makes bold, by the offset at which they begin
	prose := make(map[int]bool)
	parts, _ := markup.Body(markup.Source{Text: b.text, Places: offsets{}}, markup.Options{Upright: r.kind.ID == "thong-bao" ||
		r.kind.ID == "cong-dien"})
	for _, p := range parts {
		_ = doc.Inspect(p, func(n any) bool {
			switch n := n.(type) {
			case *doc.Division:
				if len(n.Title) > 0 && len(n.Text) == 0 {
					heading[n.At.Line-1] = true
				} else {
					prose[n.At.Line-1] = true
				}
			case *doc.Prose:
				prose[n.At.Line-1] = true
			}
			return true
		})
	}
	at, next := 0, 0
	for i, l := range b.lines {
		above := at
		at, next = next, next+len(rows[i])+1
		if i > 0 && strings.HasSuffix(rows[i-1], `\`) && b.lines[i-1].more { // one paragraph
			heading[at], prose[at] = heading[above], prose[above]
		}
		if !l.bold || l.table != nil || heading[at] || !prose[at] {
			continue
		}
		row, more := strings.CutSuffix(rows[i], `\`)
		if more && strings.HasSuffix(row, `\`) {
			continue
		}
		if s := "**" + row + "**"; reads(s, l.text) {
			rows[i] = s
			if more {
				rows[i] += `\`
			}
		}
	}
	b.text = strings.Join(append(rows, ""), "\n")
}

// bars draws a table with bars: one without spans, of one paragraph a cell, with a head. force:
// whatever it is, as good as bars can.
func (r *reader) bars(t *word.Table, force bool) ([]string, bool) {
	columns := width(t)
	if (columns < 2 || r.isHeadless(t)) && !force {
		return nil, false
	}
	rows := make([][]string, len(t.Rows))
	aligns := make([]string, columns)
	whole := func(r *word.Row) bool { return len(r.Cells) == columns }
	aligned := 1 + slices.IndexFunc(t.Rows[1:], whole) // the row that shows how, behind the titles of groups
	for i, row := range t.Rows {
		rows[i] = make([]string, columns)
		filled := 0
		for _, c := range row.Cells {
			lines := r.cellLines(c.Blocks)
			if !force && (c.Columns > 1 || c.Rows > 1 || len(lines) > 1) {
				return nil, false
			}
			filled++
			for k := range lines {
				if rows[i][c.Column] != "" {
					rows[i][c.Column] += " "
				}
				s := r.rich(&lines[k])
				if i > 0 && lines[k].bold && reads("**"+s+"**", lines[k].text) {
					s = "**" + s + "**"
				}
				if i > 0 && i == aligned {
					aligns[c.Column] = barAlign(c)
				}
				if !strings.Contains(s, `\|`) {
					s = strings.ReplaceAll(s, "|", `\|`)
				}
				rows[i][c.Column] += s
			}
		}
		if !force && filled != columns {
			return nil, false
		}
	}
	out := make([]string, 0, len(rows)+1)
	for i, row := range rows {
		out = append(out, "| "+strings.Join(row, " | ")+" |")
		if i == 0 {
			for k := range aligns {
				if aligns[k] == "" {
					aligns[k] = "---"
				}
			}
			out = append(out, "| "+strings.Join(aligns, " | ")+" |")
		}
	}
	return out, true
}

// saySigned says of signatures outside of those of the paper, as below a list, that the paper draws a frame around them.
func (r *reader) saySigned(lines []line) {
	for i := range lines {
		l := &lines[i]
		if l.table == nil || !r.isSignatures(l.table) {
			continue
		}
		r.say(l, diag.Diagnostic{
			Level: diag.Warning, Rule: ruleForm, Found: l.text,
			Message: "phần ký nằm ngoài phần ký của văn bản (dưới danh sách, trong nội dung): văn bản in thành bảng có khung",
			Fix:     "danh sách có phần ký riêng thì tách thành văn bản riêng (kind: bieu); không thì xóa bảng ấy trong tệp YAML",
		})
	}
}

// takesPart reports whether a table of posts and names in line i of the body is one of those who take part in a meeting: it
// stands below words that lead to it, or one of them signs the paper.
func (r *reader) takesPart(i int) bool {
	if i > 0 && r.body[i-1].table == nil && !strings.HasSuffix(r.body[i-1].text, ".") {
		return true
	}
	return slices.ContainsFunc(r.tableItems(r.body[i].table), func(it item) bool {
		return slices.ContainsFunc(r.foot.Signers, func(s plan.Signer) bool { return s.Name == it.text })
	})
}

// sayBars says of a table that is drawn with bars for want of another way what they cannot show.
func (r *reader) sayBars(l *line) {
	if r.losesBars(l.table) {
		r.say(l, diag.Diagnostic{
			Level: diag.Warning, Rule: ruleForm, Found: l.text,
			Message: "bảng ghi bằng dấu |: ô gộp thành ô thường, các dòng trong một ô nối thành một",
			Fix:     "muốn giữ ô gộp và các dòng thì ghi bảng ấy vào table của một điều (articles) hoặc của phụ lục",
		})
	}
}

// losesBars reports whether a table has what bars cannot show: merged cells, and several lines in a cell.
func (r *reader) losesBars(t *word.Table) bool {
	return slices.ContainsFunc(t.Rows, func(row *word.Row) bool {
		return slices.ContainsFunc(row.Cells, func(c *word.Cell) bool {
			return c.Columns > 1 || c.Rows > 1 || len(r.cellLines(c.Blocks)) > 1
		})
	})
}

func barAlign(c *word.Cell) string {
	switch alignOf(c) {
	case plan.AlignCenter:
		return ":-:"
	case plan.AlignRight:
		return "--:"
	}
	return "---"
}

// alignOf is how the first paragraph of a cell stands in it.
func alignOf(c *word.Cell) plan.Align {
	align := plan.Align("")
	done := false
	word.Each(c.Blocks, func(p *word.Paragraph) {
		if done || tidy(p.Text()) == "" {
			return
		}
		done = true
		switch p.Look.Align {
		case word.Center:
			align = plan.AlignCenter
		case word.End:
			align = plan.AlignRight
		case word.Justify:
			align = plan.AlignJustify
		}
	})
	return align
}

func width(t *word.Table) int {
	columns := 0
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			columns = max(columns, c.Column+c.Columns)
		}
	}
	return columns
}

// table makes a table with its spans and widths.
func (r *reader) table(t *word.Table) *plan.Table {
	columns := width(t)
	head := headRows(t)
	if r.isHeadless(t) {
		head = 0
	}
	out := &plan.Table{Columns: make([]plan.Column, columns)}
	total := word.Twips(0)
	for _, w := range t.Columns {
		total += w
	}
	for i := range out.Columns {
		if len(t.Columns) == columns && total > 0 {
			out.Columns[i].Share = max(1, int(t.Columns[i]*100/total))
		}
	}
	rows := r.tableRows(t, columns, head)
	if head == 1 && !hasSpan(rows[0]) {
		for i, c := range rows[0].Cells {
			out.Columns[i].Title = strings.NewReplacer("\\\n", " ", "\n", " ").Replace(string(c.Text))
		}
		if len(rows) > 1 && !hasSpan(rows[1]) {
			for i, c := range rows[1].Cells {
				out.Columns[i].Align = c.Align
			}
		}
	} else {
		out.Head = rows[:head]
	}
	out.Rows = rows[head:]
	return out
}

func hasSpan(r plan.Row) bool {
	for _, c := range r.Cells {
		if c.Columns+c.Rows != 0 {
			return true
		}
	}
	return false
}

// isHeadless reports whether the first row of a table is one of its entries, as programmes by hours have it: it is neither
// bold nor comes again on each page, and words stand behind a figure, or a label in the first of two columns. Signatures have none.
func (r *reader) isHeadless(t *word.Table) bool {
	if r.isSignatures(t) {
		return true
	}
	if len(t.Rows) == 0 || t.Rows[0].Header || len(t.Rows[0].Cells) < 2 {
		return false
	}
	var texts []string
	for _, c := range t.Rows[0].Cells {
		lines := r.cellLines(c.Blocks)
		if c.Rows > 1 || slices.ContainsFunc(lines, func(l line) bool { return l.bold }) {
			return false
		}
		text := ""
		if len(lines) > 0 {
			text = lines[0].text
		}
		texts = append(texts, text)
	}
	figure := func(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }
	return strings.HasSuffix(texts[0], ":") && len(texts) == 2 || figure(texts[0]) &&
		slices.ContainsFunc(texts[1:], func(s string) bool { return s != "" && !figure(s) })
}

// headRows says how many rows are the head of a table: those that come again on each page, else
// the first, with the rows that its cells reach down to.
func headRows(t *word.Table) int {
	n := 0
	for n < len(t.Rows) && t.Rows[n].Header {
		n++
	}
	if n == 0 {
		n = 1
	}
	for i := 0; i < n; i++ {
		for _, c := range t.Rows[i].Cells {
			n = min(max(n, i+c.Rows), len(t.Rows))
		}
	}
	return n
}

// tableRows makes the rows of a table, each place of the grid filled once. The first ones are its
// head, which is bold by itself.
func (r *reader) tableRows(t *word.Table, columns, head int) []plan.Row {
	rows := make([]plan.Row, len(t.Rows))
	over := make([]int, columns) // rows covered from above
	for i, row := range t.Rows {
		at := 0
		fill := func(to int) {
			for ; at < to; at++ {
				if over[at] == 0 {
					rows[i].Cells = append(rows[i].Cells, plan.Cell{})
				}
			}
		}
		for _, c := range row.Cells {
			if c.Column < at {
				continue
			}
			fill(c.Column)
			cell := plan.Cell{Text: r.cellText(c, i >= head), Align: alignOf(c)}
			across := max(1, min(c.Columns, columns-c.Column))
			down := max(1, min(c.Rows, len(t.Rows)-i))
			if across > 1 {
				cell.Columns = across
			}
			if down > 1 {
				cell.Rows = down
			}
			for k := range across {
				over[c.Column+k] = down
			}
			rows[i].Cells = append(rows[i].Cells, cell)
			at = c.Column + across
		}
		fill(columns)
		for k := range over {
			over[k] = max(0, over[k]-1)
		}
	}
	return rows
}

func (r *reader) cellText(c *word.Cell, bold bool) plan.Prose {
	lines := r.cellLines(c.Blocks)
	var all []string
	for i := range lines {
		s := r.rich(&lines[i])
		if bold && lines[i].bold && reads("**"+s+"**", lines[i].text) {
			s = "**" + s + "**"
		}
		if lines[i].more {
			s += `\`
		}
		all = append(all, s)
	}
	return plan.Prose(strings.TrimSuffix(r.withNotes(strings.Join(all, "\n")), "\n"))
}
