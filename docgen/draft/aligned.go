package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/internal/pattern"
)

// placed is a part of a line of plain text that blanks set apart, and the columns of letters that it fills.
type placed struct {
	text     string
	from, to int
}

// partsOf gives the parts of a line between gaps; a very long line has none.
func partsOf(raw string, gaps *pattern.Pattern) []placed {
	const long = 1000
	if len(raw) > long {
		return nil
	}
	var out []placed
	at := 0
	for _, g := range append(gaps.FindAllStringIndex(raw, -1), []int{len(raw), len(raw)}) {
		if text := tidy(raw[at:g[0]]); text != "" {
			out = append(out, placed{text, widthOf(raw[:at]), widthOf(raw[:g[0]])})
		}
		at = g[1]
	}
	return out
}

// widthOf is how far a text reaches where a tab goes on to the next eighth column.
func widthOf(s string) int {
	n := 0
	for i, piece := range strings.Split(s, "\t") {
		if i > 0 {
			n = n/8*8 + 8
		}
		n += utf8.RuneCountInString(piece)
	}
	return n
}

// nearest gives the column whose middle is nearest to that of a part.
func (p placed) nearest(columns []placed) int {
	best, least := 0, -1
	for i, c := range columns {
		away := c.from + c.to - p.from - p.to
		if away = max(away, -away); least < 0 || away < least {
			best, least = i, away
		}
	}
	return best
}

// wide are blanks that part the cells of a row set with blanks.
var wide = pattern.New(` *\t[ \t]*| {2,}`)

// aligned puts tabs between the cells of tables that a writer of plain text set with blanks: three rows or more,
// the first with all cells, three or more; those below have as many, or stand below them.
func aligned(lines []line) []line {
	var out []line
	for i := 0; i < len(lines); {
		rows, end := alignedRows(lines[i:])
		if len(rows) < 3 {
			if out != nil {
				out = append(out, lines[i])
			}
			i++
			continue
		}
		if out == nil {
			out = slices.Clone(lines[:i])
		}
		out = append(out, rows...)
		i += end
	}
	if out == nil {
		return lines
	}
	return out
}

// alignedRows gives the rows of a table that begins in the first line, with tabs, and the number of lines that they took.
func alignedRows(lines []line) (rows []line, end int) {
	columns := cellsOf(&lines[0])
	if len(columns) < 3 || !slices.ContainsFunc(columns, func(p placed) bool { return !isAuthority(p.text) }) {
		return nil, 0
	}
	n := len(columns)
	for end < len(lines) {
		l := &lines[end]
		if end > 0 && l.table == nil && isRule(tidy(l.text)) {
			end++ // drawn between rows
			continue
		}
		parts := cellsOf(l)
		if len(parts) != n && len(partsOf(l.raw(), gaps)) != len(parts) {
			break // words with two blanks between them
		}
		cells := inColumns(parts, columns)
		if cells == nil || isProse(parts) {
			break
		}
		row := *l
		row.lead = slices.IndexFunc(cells, func(s string) bool { return s != "" })
		row.tabs = n - 1 - row.lead
		row.text = strings.Join(cells[row.lead:], "\t")
		row.spans = []span{{s: strings.Repeat("\t", row.lead) + row.text}}
		rows, end = append(rows, row), end+1
	}
	return rows, end
}

// listSign is the sign of an item, which is no cell.
var listSign = pattern.New(`^(?:[-–+*•]|(?:[0-9]{1,2}|[IVX]+|[a-zđ])[.)])$`)

// isProse reports whether parts of a line are sentences, labels or an item that somebody typed with two blanks.
func isProse(parts []placed) bool {
	return listSign.MatchString(parts[0].text) || slices.ContainsFunc(parts[:len(parts)-1], func(p placed) bool {
		return strings.ContainsRune(".;:", rune(p.text[len(p.text)-1])) && !listSign.MatchString(p.text)
	})
}

// cellsOf gives the parts of a line that may be a row: none is a box to tick.
func cellsOf(l *line) []placed {
	if !l.plain || l.table != nil || len(l.spans) != 1 {
		return nil
	}
	parts := partsOf(l.raw(), wide)
	if slices.ContainsFunc(parts, func(p placed) bool {
		r, _ := utf8.DecodeRuneInString(p.text)
		return font.Drawn(r) || strings.ContainsRune("□■○●", r)
	}) {
		return nil
	}
	return parts
}

// inColumns gives the cells of a row, one for each column, which may grow; nil where its parts do not fit.
func inColumns(parts, columns []placed) []string {
	cells := make([]string, len(columns))
	if len(parts) < 2 {
		return nil
	}
	for i, p := range parts {
		at := i
		if len(parts) != len(columns) {
			at = slices.IndexFunc(columns, func(c placed) bool { return p.from < c.to && c.from < p.to })
			if at < 0 || cells[at] != "" || at+1 < len(columns) && p.to >= columns[at+1].from {
				return nil
			}
		}
		cells[at] = p.text
	}
	if len(parts) == len(columns) {
		for i, p := range parts {
			columns[i].from, columns[i].to = min(columns[i].from, p.from), max(columns[i].to, p.to)
		}
	}
	return cells
}
