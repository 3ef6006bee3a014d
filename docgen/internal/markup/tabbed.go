package markup

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan/diag"
)

// tabbed finds tables that were pasted as text, each once: rows one below the other with
// the same number of tabs between their cells. Two are enough where a row has three cells;
// two things side by side may have been set apart by hand. One row of three cells alone is
// no table, but its tabs come out as blanks, and so do those between two who sign.
func (p *parser) tabbed() {
	for i := 0; i < len(p.lines); {
		tabs, wide := p.tabs(i)
		n := i + 1
		for n < len(p.lines) && tabs > 0 {
			next, more := p.tabs(n)
			if next != tabs {
				break
			}
			wide = wide || more
			n++
		}
		if p.tabBlanks(i, n) {
			i = n
			continue
		}
		if n-i > 2 || n-i == 2 && wide {
			p.add(p.lines[i].at, diag.Warning, RuleTabs,
				fmt.Sprintf("%d dòng liền nhau có dấu tab giữa các ô, như bảng dán từ Excel hoặc Word; các ô in cách nhau một dấu cách, "+
					"không thành bảng", n-i), "").
				Fix = "viết mỗi hàng là | ô | ô |, dưới hàng đầu thêm một hàng |---|---|"
		} else if wide || tabs > 0 && sideBySide(p.lines[i].s) {
			p.add(p.lines[i].at, diag.Info, RuleTabs, "các dấu tab trong dòng in thành một dấu cách", "").
				Fix = "muốn có cột thì viết thành bảng: | ô | ô |, dưới hàng đầu một hàng |---|---|"
		}
		i = n
	}
}

// sideBySide reports whether the cells of a line are words in capitals, as of two who sign: "ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B".
func sideBySide(s string) bool {
	if !phrase.IsUpper(s) {
		return false
	}
	for cell := range strings.SplitSeq(s, "\t") {
		if cell = strings.TrimFunc(cell, isBlank); cell != "" && strings.IndexFunc(cell, isBlank) < 0 {
			return false
		}
	}
	return true
}

// tabBlanks finds the blanks to be filled that a writer made with tabs, where each of the lines from
// i to n has one, and reports whether it did.
func (p *parser) tabBlanks(i, n int) bool {
	for k := i; k < n; k++ {
		if p.tabBlank(k) == "" {
			return false
		}
	}
	label := p.tabBlank(i)
	p.add(p.lines[i].at, diag.Warning, RuleTabs,
		fmt.Sprintf("dấu tab sau %q không thành chỗ trống để điền, chỉ in một dấu cách", label), label).
		Fix = "gõ dãy dấu chấm (........) vào chỗ cần điền"
	return true
}

// tabBlank gives the label of the first blank that tabs make in line i: behind a colon stand several,
// or one at the end of the line or before a further label.
func (p *parser) tabBlank(i int) string {
	l := p.lines[i]
	end, _ := lineEnd(p.src.Text, l.at)
	cells := strings.Split(p.src.Text[l.at:end], "\t")
	for k := 0; k+1 < len(cells); k++ {
		label, next := strings.TrimFunc(cells[k], isBlank), strings.TrimFunc(cells[k+1], isBlank)
		if strings.HasSuffix(label, ":") && (next == "" || strings.HasSuffix(next, ":")) {
			return label
		}
	}
	return ""
}

// barred finds rows of bars that are no table for want of the line of dashes below the first,
// each list of them once.
func (p *parser) barred() {
	for i := 0; i < len(p.lines); {
		if p.isTable(i) {
			i = p.tableEnd(i)
			continue
		}
		n := i
		for n < len(p.lines) && !p.isTable(n) && isRow(p.lines[n].s) {
			n++
		}
		if n-i > 1 {
			p.add(p.lines[i].at, diag.Warning, RuleTabs,
				fmt.Sprintf("%d dòng liền nhau viết như hàng của bảng mà không thành bảng; dấu | in nguyên văn", n-i), "").
				Fix = "dưới hàng đầu thêm một hàng |---|---|, số ô như hàng đầu"
		}
		i = max(n, i+1)
	}
}

// isRow reports whether a line looks like a row of a table: "|x| > 3" is a formula.
func isRow(s string) bool {
	return strings.HasPrefix(s, "|") && strings.Count(s, "|") > 1 && (strings.HasSuffix(s, "|") || strings.HasPrefix(s, "| "))
}

// TabsBlank reports whether a tab of a text stands beside a blank to be filled, of dots or strokes.
func TabsBlank(s string) bool {
	for cell := range strings.SplitSeq(s, "\t") {
		if cell = strings.TrimFunc(cell, isBlank); endsInBlank(cell) || beginsBlank(cell) {
			return true
		}
	}
	return false
}

// numberLine begins with the number of a paper: "Số: 12", "Số 12/KH-UBND". "Số TT" heads a column.
var numberLine = pattern.New(`^(?i:số)\s*(?::[^\t]*[\d/]|\d+\s*/)`)

// tabs counts the tabs of line i that part cells, also those before empty cells at its end,
// and reports whether they stand at two places or more. A line has none in which one stands
// beside a blank to be filled, behind a marker alone, or behind a label, "Họ tên:", and so has
// the line of number and date.
func (p *parser) tabs(i int) (n int, wide bool) {
	l := p.lines[i]
	cells := strings.FieldsFunc(l.s, func(r rune) bool { return r == '\t' })
	if len(cells) < 2 || numberLine.MatchString(l.s) || strings.HasSuffix(strings.TrimFunc(cells[0], isBlank), ":") {
		return 0, false
	}
	if len(cells) == 2 {
		if m, ok := readMarker(l.s); ok && len(cells[0]) < m.words {
			return 0, false
		}
	}
	if TabsBlank(l.s) {
		return 0, false
	}
	behind := l.at + len(l.s)
	end, _ := lineEnd(p.src.Text, behind)
	return strings.Count(p.src.Text[l.at:end], "\t"), len(cells) > 2
}
