package markup

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
)

// isTable reports whether a table drawn with bars begins in line i: a line of dashes
// stands below it that has as many columns.
func (p *parser) isTable(i int) bool {
	return i+1 < len(p.lines) && strings.IndexByte(p.lines[i].s, '|') >= 0 && !p.lines[i].more &&
		isDashes(p.lines[i+1].s) && len(cellsOf(p.lines[i].s)) == len(cellsOf(p.lines[i+1].s))
}

// isDashes reports whether a line is the one below the head of a table: "|:-:|---|".
func isDashes(s string) bool {
	if strings.IndexByte(s, '|') < 0 || strings.Trim(s, "|:- \t") != "" {
		return false
	}
	for _, c := range cellsOf(s) {
		if !strings.Contains(c.s, "-") || strings.Trim(c.s, ":") != strings.ReplaceAll(c.s, ":", "") {
			return false
		}
	}
	return true
}

// cellsOf cuts a row into its cells, each with its place in the row.
func cellsOf(row string) []line {
	var out []line
	at := 0
	if strings.HasPrefix(row, "|") {
		at = 1
	}
	for at < len(row) {
		end := at
		for end < len(row) && row[end] != '|' {
			if row[end] == '\\' {
				end++
			}
			end++
		}
		end = min(end, len(row))
		cell := strings.TrimRightFunc(row[at:end], isBlank)
		s := strings.TrimLeftFunc(cell, isBlank)
		out = append(out, line{at: at + len(cell) - len(s), s: s})
		at = end + 1
	}
	return out
}

// isRow reports whether line i is a row of a table whose head begins with a bar or not.
func (p *parser) isRow(i int, bar bool) bool {
	if i >= len(p.lines) || i+1 < len(p.lines) && p.isTable(i) {
		return false
	}
	if bar {
		return p.lines[i].s[0] == '|'
	}
	return len(cellsOf(p.lines[i].s)) > 1
}

// table reads the table that begins in line i, and gives the line behind it.
func (p *parser) table(i int) int {
	t := &doc.DataTable{At: p.src.At(p.lines[i].at), Header: 1}
	for _, c := range cellsOf(p.lines[i+1].s) {
		column := doc.Column{Align: doc.Left}
		if strings.HasSuffix(c.s, ":") {
			column.Align = doc.Right
			if strings.HasPrefix(c.s, ":") {
				column.Align = doc.Center
			}
		}
		t.Columns = append(t.Columns, column)
	}
	p.row(t, i)
	next := p.tableEnd(i)
	for k := i + 2; k < next; k++ {
		p.row(t, k)
	}
	p.put(t)
	p.behind(nil, "")
	return next
}

// tableEnd gives the line behind the table that begins in line i.
func (p *parser) tableEnd(i int) int {
	bar := p.lines[i].s[0] == '|'
	for i += 2; p.isRow(i, bar); i++ {
	}
	return i
}

// row adds a row to a table.
func (p *parser) row(t *doc.DataTable, i int) {
	l := p.lines[i]
	cells := cellsOf(l.s)
	if len(cells) > len(t.Columns) {
		p.add(l.at, diag.Error, RuleCells, fmt.Sprintf("hàng của bảng có %d ô, bảng có %d cột", len(cells), len(t.Columns)), l.s)
		cells = cells[:len(t.Columns)]
	}
	row := doc.DataRow{At: p.src.At(l.at), Cells: make([]doc.DataCell, len(t.Columns))}
	for k := range row.Cells {
		row.Cells[k].At = row.At
		if k >= len(cells) {
			continue
		}
		at := l.at + cells[k].at
		row.Cells[k].At = p.src.At(at)
		if in := p.inlines(cells[k].s, at); len(in) > 0 {
			row.Cells[k].Lines = [][]doc.Inline{in}
		}
	}
	t.Rows = append(t.Rows, row)
}

// picture reads "![alt](name)" or "![alt](name){80 mm}", alone on its line. Without a width
// that is zero.
func picture(s string) (name, alt string, width doc.Length, ok bool) {
	rest, ok := strings.CutPrefix(s, "![")
	if !ok {
		return "", "", 0, false
	}
	alt, rest, ok = strings.Cut(rest, "](")
	if !ok || strings.IndexByte(alt, ']') >= 0 {
		return "", "", 0, false
	}
	name, behind, ok := strings.Cut(rest, ")")
	if !ok || name == "" || strings.IndexByte(name, '(') >= 0 {
		return "", "", 0, false
	}
	if behind != "" {
		width = pictureWidth(behind)
	}
	return name, alt, width, behind == "" || width > 0
}

// pictureWidth reads "{80 mm}"; zero for anything else.
func pictureWidth(s string) doc.Length {
	inner, opened := strings.CutPrefix(s, "{")
	inner, closed := strings.CutSuffix(inner, "}")
	number, unit := strings.CutSuffix(inner, "mm")
	number = strings.TrimFunc(number, isBlank)
	n, _ := strconv.Atoi(number)
	if !opened || !closed || !unit || len(number) > 3 {
		return 0
	}
	return doc.MM(float64(n))
}
