package draft

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/plan/diag"
)

// tabbed makes tables of rows that a writer pasted as lines, with tabs between their cells.
func (r *reader) tabbed(lines []line) []line {
	out := make([]line, 0, len(lines))
	for i := 0; i < len(lines); {
		n := i
		labels := i+1 < len(lines) && !isLabel(&lines[i]) && isLabel(&lines[i+1]) // of all rows below the head
		for n < len(lines) && lines[n].tabs > 1 && lines[n].tabs == lines[i].tabs || n > i && n < len(lines) &&
			lines[n].leads(lines[i].tabs) {
			if !isCells(&lines[n]) || n > i && !labels && isLabel(&lines[n]) {
				break
			}
			n++
		}
		if !isTable(lines[i:n]) {
			n = max(n, i+1)
			out = append(out, lines[i:n]...)
			i = n
			continue
		}
		t := &word.Table{}
		for k := i; k < n; k++ {
			t.Rows = append(t.Rows, rowOf(&lines[k], lines[i].tabs))
		}
		r.say(&lines[i], diag.Diagnostic{
			Level: diag.Info, Rule: ruleJoined, Found: lines[i].text,
			Message: fmt.Sprintf("%d dòng có dấu tab hay dấu cách giữa các ô đã ghi thành bảng", n-i), Fix: "xem lại bảng trong tệp YAML",
		})
		l := lines[i]
		l.table, l.spans, l.pictures = t, nil, nil
		for k := i; k < n; k++ {
			l.pictures = append(l.pictures, lines[k].pictures...)
		}
		out = append(out, l)
		i = n
	}
	return out
}

// wideBlank is white space inside a sentence that sets its words apart as a tab does: Tặng Giấy khen cho       cá nhân.
var wideBlank = pattern.New(`[\pL:,] {6,}[\p{Ll}.,;:)]`)

// looseTabs says once that tabs between words, and white space as wide, of lines that are no table, become one blank, and in which lines.
func (r *reader) looseTabs(lines []line) {
	var first *line
	what, unit := "", "đoạn"
	var others []string
	for i := range lines {
		l := &lines[i]
		if l.table != nil {
			continue
		}
		text := dotted(l).text
		words := tidy(strings.TrimPrefix(text, markup.TypedMarker(text)))
		wide := ""
		switch {
		case markup.TabsBlank(text):
		case strings.Contains(words, "\t"):
			wide = "dấu tab"
		case wideBlank.MatchString(words):
			wide = "dãy dấu cách"
		}
		switch {
		case wide == "":
		case first == nil:
			first, what = l, wide
			if l.plain {
				unit = "dòng"
			}
		default:
			others = append(others, strconv.Itoa(l.at))
		}
	}
	if first == nil {
		return
	}
	const most = 10 // lines that are named
	also := ""
	if n := len(others); n > 0 {
		also = ", cũng ở " + unit + " " + strings.Join(others[:min(n, most)], ", ")
		if n > most {
			also += fmt.Sprintf(" và %d %s khác", n-most, unit)
		}
	}
	r.say(first, diag.Diagnostic{
		Level: diag.Info, Rule: ruleForm, Found: first.text, Message: what + " giữa các chữ ghi thành một dấu cách" + also,
		Fix: "chỗ cần điền thì gõ dãy dấu chấm, muốn có cột thì viết thành bảng",
	})
}

// isTable reports whether rows with the same number of tabs are a table: three of them, or two
// below a column of numbers, of which one has three cells that hold words. A list whose items are set with tabs,
// as names and posts are, is none: its first item would be the head.
func isTable(rows []line) bool {
	if len(rows) < 2 || isMarked(rows[0].text) {
		return false
	}
	if len(rows) == 2 && !slices.Contains([]string{"tt", "stt", "số tt"}, fold(strings.SplitN(rows[0].text, "\t", 2)[0])) {
		return false
	}
	return slices.ContainsFunc(rows, func(l line) bool {
		return len(strings.FieldsFunc(l.text, func(r rune) bool { return r == '\t' })) > 2
	})
}

// isCells reports whether the tabs of a line part cells: none stands beside a blank to be filled.
func isCells(l *line) bool {
	return !markup.TabsBlank(l.text) && l.table == nil && !l.more && !opensHead(l.text)
}

// leads reports whether tabs at the head of a line stand for empty cells of a row of n tabs.
func (l *line) leads(n int) bool { return l.lead > 0 && l.tabs+l.lead == n }

// isLabel reports whether a line with tabs begins with a label, and is no row of the table above
// it: "Sáng:", "Chiều:". Sums are.
func isLabel(l *line) bool {
	head, _, ok := strings.Cut(l.text, "\t")
	if !ok {
		return false
	}
	label, ok := strings.CutSuffix(tidy(head), ":")
	return ok && !slices.Contains([]string{"tổng", "tổng cộng", "tổng số", "cộng"}, fold(tidy(label)))
}

// rowOf makes a row of the cells of a line, in a table whose rows have n tabs.
func rowOf(l *line, n int) *word.Row {
	row := &word.Row{}
	cur := &word.Paragraph{Number: l.at}
	flush := func() {
		row.Cells = append(row.Cells, &word.Cell{Column: len(row.Cells), Columns: 1, Rows: 1, Blocks: []word.Block{cur}})
		cur = &word.Paragraph{Number: l.at}
	}
	for range l.lead {
		if l.leads(n) {
			flush()
		}
	}
	head := true
	for _, s := range l.spans {
		if s.note != nil {
			cur.Runs = append(cur.Runs, word.Run{Note: s.note})
			continue
		}
		if head {
			s.s = strings.TrimLeft(s.s, " \t")
			head = s.s == ""
		}
		for i, piece := range strings.Split(s.s, "\t") {
			if i > 0 {
				flush()
			}
			if piece != "" {
				cur.Runs = append(cur.Runs, word.Run{Text: piece, Face: word.Face{Bold: s.bold, Italic: s.italic}})
			}
		}
	}
	flush()
	for len(row.Cells) <= n {
		flush()
	}
	return row
}
