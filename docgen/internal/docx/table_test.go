package docx

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
)

// TestSpans: cells over columns, over rows, and over both at once. Word wants a cell
// in each row that a cell covers, as wide as that one.
func TestSpans(t *testing.T) {
	cell := func(s string, columns, rows int) *doc.Cell {
		return &doc.Cell{Columns: columns, Rows: rows, Blocks: []doc.Block{prose(words(s))}}
	}
	row := func(cells ...*doc.Cell) *doc.Row { return &doc.Row{Cells: cells} }
	for _, tt := range []struct {
		name string
		rows []*doc.Row
		want string // a row a line: text, columns, "v" where a merged cell begins, "^" where it goes on
	}{
		{"both at the left", []*doc.Row{row(cell("a", 2, 2), cell("b", 1, 1)), row(cell("c", 1, 1)), row(cell("d", 1, 1), cell("e", 1, 1), cell("f", 1, 1))},
			"a2v b1/2^ c1/d1 e1 f1"},
		{"both at the right", []*doc.Row{row(cell("a", 1, 1), cell("b", 2, 3)), row(cell("c", 1, 1)), row(cell("d", 1, 1))},
			"a1 b2v/c1 2^/d1 2^"},
		{"one behind the other", []*doc.Row{row(cell("a", 1, 2), cell("b", 1, 1), cell("c", 1, 1)), row(cell("d", 2, 2)), row(cell("e", 1, 1))},
			"a1v b1 c1/1^ d2v/e1 2^"},
		{"more rows than there are", []*doc.Row{row(cell("a", 2, 9), cell("b", 1, 1)), row(cell("c", 1, 1))},
			"a2v b1/2^ c1"},
		{"a short row", []*doc.Row{row(cell("a", 2, 1))}, "a2 1"},
	} {
		table := &doc.Table{Columns: []doc.Length{doc.MM(20), doc.MM(30), doc.MM(50)}, Rows: tt.rows}
		file := write(t, &doc.Flow{Sections: []*doc.Section{{Page: a4, Blocks: []doc.Block{table, prose()}}}})
		var got []string
		for _, part := range unpack(t, file) {
			if part.name != mainPart {
				continue
			}
			parse(t, part).walk(func(n *node) {
				if n.XMLName.Local == "tr" {
					got = append(got, spansOf(n))
				}
			})
		}
		if g := strings.Join(got, "/"); g != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, g, tt.want)
		}
	}
}

// spansOf gives the cells of a row in short.
func spansOf(row *node) string {
	var cells []string
	for i := range row.Nodes {
		text, columns, merged := "", "1", ""
		row.Nodes[i].walk(func(n *node) {
			switch n.XMLName.Local {
			case "t":
				text += n.Text
			case "gridSpan":
				columns = n.attr("val")
			case "vMerge":
				if merged = "^"; n.attr("val") == "restart" {
					merged = "v"
				}
			}
		})
		cells = append(cells, text+columns+merged)
	}
	return strings.Join(cells, " ")
}

// TestLastOfAGroup: what is kept together stays with the next one, but for the last of it.
func TestLastOfAGroup(t *testing.T) {
	table := &doc.Table{Columns: []doc.Length{doc.MM(50)}}
	for _, s := range []string{"1", "2", "3"} {
		table.Rows = append(table.Rows, &doc.Row{Cells: []*doc.Cell{{Blocks: []doc.Block{prose(words(s))}}}})
	}
	for _, tt := range []struct {
		name   string
		blocks []doc.Block
		want   string // texts of the paragraphs that stay with the next one
	}{
		{"paragraphs", []doc.Block{prose(words("a")), prose(words("b"))}, "a"},
		{"a table at the end", []doc.Block{prose(words("a")), table}, "a 1 2"},
		{"a table before", []doc.Block{table, prose(words("a"))}, "1 2 3"},
	} {
		group := &doc.Group{KeepTogether: true, Blocks: tt.blocks}
		file := write(t, &doc.Flow{Sections: []*doc.Section{{Page: a4, Blocks: []doc.Block{group, prose(words("behind"))}}}})
		var got []string
		for _, part := range unpack(t, file) {
			if part.name != mainPart {
				continue
			}
			parse(t, part).walk(func(n *node) {
				if n.XMLName.Local != "p" {
					return
				}
				text, kept := "", false
				n.walk(func(n *node) {
					text += map[bool]string{true: n.Text}[n.XMLName.Local == "t"]
					kept = kept || n.XMLName.Local == "keepNext"
				})
				if kept {
					got = append(got, text)
				}
			})
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%s: %q stay with the next one, want %q", tt.name, g, tt.want)
		}
	}
}
