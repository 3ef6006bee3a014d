package draft

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/plan/diag"
)

// Plain text that a program wrote for people to read has marks: "## II. NỘI DUNG", "**đậm**", "> lời dẫn", rows between bars.
var (
	hashed   = pattern.New(`^#{1,6}[ \t]+(\S.*?)[ \t]*#*$`)
	barRule  = pattern.New(`^\|?\s*:?-{2,}:?(?:\s*[|+]\s*:?-{2,}:?)*\s*\|?$`)
	starPair = pattern.New(`\*{3}` + inStars + `\*{3}|\*\*` + inStars + `\*\*|\B\*` + inStars + `\*\B|` +
		`\B\*\*[+-]?\d(?:[^*]*[^\s*])?\*\*\B|\B\*[+-]?\d[^*]*\pL(?:[^*]*[^\s*])?\*\B`)
	lineMark  = pattern.New(`^(?:>(?:[ \t]+|$)|\*[ \t]+)`)
	lineRule  = pattern.New(`^(?:-{3,}|\*{3})$`)
	lineBreak = pattern.New(`<br ?/?>`)
)

// inStars is what stands between stars that are marks: it begins with a letter or an opening sign before one, as "(*)" and
// "5 *6* 7" do not. A figure may begin it too where no letter or figure stands beside the stars: two of them, or words behind it.
const inStars = `[“"‘'(\[]?\pL(?:[^*]*[^\s*])?`

// markdownEnding is the end of the name of a text with marks.
const markdownEnding = ".md"

// marks reads the marks of a plain text whose name or headings show that it has them, and tables of bars in any.
func (r *reader) marks() {
	if r.doc != nil {
		return
	}
	heads := 0
	for i := range r.lines {
		if hashed.MatchString(r.lines[i].text) {
			heads++
		}
	}
	marked := heads > 1 || strings.HasSuffix(strings.ToLower(r.name), markdownEnding)
	if marked {
		r.say(&r.lines[0], diag.Diagnostic{
			Level: diag.Info, Rule: ruleForm,
			Message: "bản nháp viết bằng Markdown: các dấu #, **, > và | đã đọc thành chữ đậm và bảng",
			Fix:     "xem lại các chỗ ấy trong tệp YAML",
		})
	}
	out := make([]line, 0, len(r.lines))
	cells := 0
	for i := 0; i < len(r.lines); {
		n := barRows(r.lines[i:])
		for k := range n {
			cells += strings.Count(r.lines[i+k].text, "|")
		}
		if n > 0 && cells <= maxParagraphs { // beyond, rows stay text
			out = append(out, r.barTable(r.lines[i:i+n], marked))
			i += n
			continue
		}
		if l := r.lines[i]; !marked {
			out = append(out, l)
		} else if !lineRule.MatchString(l.text) {
			l.unmark()
			out = append(out, l)
		}
		i++
	}
	r.lines = out
}

// unmark makes of the marks of a line the look that they stand for.
func (l *line) unmark() {
	s, bold := l.text, false
	if m := hashed.FindStringSubmatch(s); m != nil {
		s, bold = m[1], true
	} else if mark := lineMark.FindString(s); mark != "" {
		s = s[len(mark):]
		if mark[0] == '*' {
			s = "- " + s
		}
	}
	if s == l.text && !strings.Contains(s, "*") {
		return
	}
	l.spans = starredSpans(s, bold)
	l.settle()
}

// starredSpans are the pieces of a text, bold and italic where stars stand around them.
func starredSpans(s string, bold bool) []span {
	var all []span
	add := func(s string, bold, italic bool) {
		if s != "" {
			all = append(all, span{s: s, bold: bold, italic: italic})
		}
	}
	at := 0
	for _, m := range starPair.FindAllStringIndex(s, -1) {
		add(s[at:m[0]], bold, false)
		inner := strings.Trim(s[m[0]:m[1]], "*")
		stars := strings.Index(s[m[0]:m[1]], inner)
		add(inner, bold || stars > 1, stars != 2)
		at = m[1]
	}
	add(s[at:], bold, false)
	return all
}

// isBars reports whether a line is a row of cells between bars.
func isBars(l *line) bool {
	return l.table == nil && len(l.text) > 1 && l.text[0] == '|' && strings.HasSuffix(l.text, "|") && strings.Count(l.text, "|") > 2
}

// isBarRule reports whether a line is the dashes below the head of a table of bars.
func isBarRule(s string) bool { return strings.ContainsAny(s, "|+") && barRule.MatchString(s) }

// barRows counts the rows of a table of bars that begins in the first line, 0 for none: a head with a line of dashes below it, or
// three rows with as many cells. Below dashes the rows may lack the bars at their ends.
func barRows(lines []line) int {
	bars := isBars(&lines[0])
	ruled := len(lines) > 2 && lines[0].table == nil && strings.Contains(lines[0].text, "|") && lines[1].table == nil &&
		isBarRule(lines[1].text)
	n, same := 0, true
	for n < len(lines) && (n == 0 || !lines[n].gap) && // a blank line ends a table
		(isBars(&lines[n]) || ruled && lines[n].table == nil && (n == 1 || !bars && strings.Contains(lines[n].text, "|"))) {
		same = same && strings.Count(lines[n].text, "|") == strings.Count(lines[0].text, "|")
		n++
	}
	if ruled && n > 2 || n > 2 && same {
		return n
	}
	return 0
}

// barTable makes a table of rows between bars. Stars and breaks in their cells are marks, if those of the text are.
func (r *reader) barTable(lines []line, marked bool) line {
	t, columns := &word.Table{}, 0
	for i := range lines {
		if isBarRule(lines[i].text) {
			continue
		}
		row := &word.Row{}
		inner := lines[i].text
		if strings.HasPrefix(lines[0].text, "|") { // else a bar there has an empty cell before it
			inner = strings.TrimPrefix(inner, "|")
		}
		if strings.HasSuffix(lines[0].text, "|") {
			inner = strings.TrimSuffix(inner, "|")
		}
		if marked {
			for range lineBreak.FindAllStringIndex(inner, -1) {
				r.own = append(r.own, "br")
			}
			inner = lineBreak.ReplaceAllString(inner, "\n")
		}
		if marked {
			inner = strings.ReplaceAll(inner, `\|`, escapedBar)
		}
		for s := range strings.SplitSeq(inner, "|") {
			row.Cells = append(row.Cells, barCell(&lines[i], tidy(strings.ReplaceAll(s, escapedBar, "|")), len(row.Cells), marked))
		}
		columns = max(columns, len(row.Cells))
		t.Rows = append(t.Rows, row)
	}
	for i, row := range t.Rows {
		for len(row.Cells) < columns {
			row.Cells = append(row.Cells, barCell(&lines[i], "", len(row.Cells), false))
		}
	}
	if !marked {
		r.say(&lines[0], diag.Diagnostic{
			Level: diag.Info, Rule: ruleJoined, Found: lines[0].text,
			Message: fmt.Sprintf("%d dòng có dấu | giữa các ô đã ghi thành bảng", len(lines)), Fix: "xem lại bảng trong tệp YAML",
		})
	}
	l := lines[0]
	l.table, l.spans, l.text = t, nil, ""
	return l
}

// escapedBar stands for a bar that is a sign of its cell while a row is parted: no text has it.
const escapedBar = "\x00"

func barCell(l *line, s string, column int, marked bool) *word.Cell {
	p := &word.Paragraph{Number: l.at}
	spans := []span{{s: s}}
	if marked {
		spans = starredSpans(s, false)
	}
	for _, s := range spans {
		p.Runs = append(p.Runs, word.Run{Text: s.s, Face: word.Face{Bold: s.bold, Italic: s.italic}})
	}
	return &word.Cell{Column: column, Columns: 1, Rows: 1, Blocks: []word.Block{p}}
}
