package draft

import (
	"slices"
	"strings"
)

// labelled makes lines of tables without lines that set words behind labels: "Thời gian:", "8 giờ". A table of
// the paper would draw a frame around each.
func labelled(lines []line) []line {
	if !slices.ContainsFunc(lines, func(l line) bool { return l.table != nil && l.table.Bare }) {
		return lines
	}
	var out []line
	for i := range lines {
		rows := labelRows(&lines[i])
		if rows == nil {
			rows = lines[i : i+1]
		}
		out = append(out, rows...)
	}
	return out
}

// labelRows gives a line for each row of such a table, nil for another.
func labelRows(l *line) []line {
	if l.table == nil || !l.table.Bare || len(l.pictures) > 0 {
		return nil
	}
	var rows []line
	for _, row := range l.table.Rows {
		if len(row.Cells) > 2 {
			return nil // columns of a table that has no lines
		}
		all := line{gap: l.gap && rows == nil, page: l.page && rows == nil, wide: l.wide}
		var below []line // several lines behind a label
		for k, c := range row.Cells {
			if c.Columns > 1 || c.Rows > 1 {
				return nil
			}
			var w wordLines
			w.blocks(c.Blocks)
			switch {
			case len(w.lines) == 0 && k > 0:
				continue
			case slices.ContainsFunc(w.lines, func(l line) bool { return l.table != nil }),
				k == 0 && (len(w.lines) != 1 || !strings.HasSuffix(w.lines[0].text, ":")):
				return nil
			case len(w.lines) > 1:
				below = w.lines
				continue
			}
			if k == 0 {
				all.at = w.lines[0].at
			} else {
				all.spans = append(all.spans, span{s: " "})
			}
			all.spans = append(all.spans, w.lines[0].spans...)
			all.pictures = append(all.pictures, w.lines[0].pictures...)
		}
		all.settle()
		rows = append(append(rows, all), below...)
	}
	return rows
}
