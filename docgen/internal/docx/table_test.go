package docx

import (
	"regexp"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// tableOf is a table of cells given as columns and rows that they cover.
func tableOf(columns int, rows ...[][2]int) *flow.Table {
	t := &flow.Table{Columns: make([]doc.Length, columns)}
	for i := range t.Columns {
		t.Columns[i] = doc.MM(20)
	}
	for _, cells := range rows {
		row := &flow.Row{}
		for _, c := range cells {
			row.Cells = append(row.Cells, &flow.Cell{Columns: c[0], Rows: c[1]})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// TestTableGrid: each place of a row is a cell in Word, also those that no cell takes
// and those that a cell above takes.
func TestTableGrid(t *testing.T) {
	one := [2]int{}
	for name, tt := range map[string]struct {
		table *flow.Table
		want  string // a letter a cell: c for an ordinary one, r where rows are merged from, m where they go on, with the columns
	}{
		"plain":           {tableOf(2, [][2]int{one, one}), "cc/"},
		"columns":         {tableOf(3, [][2]int{{2, 1}, one}), "c2c/"},
		"rows":            {tableOf(2, [][2]int{{1, 2}, one}, [][2]int{one}), "rc/mc/"},
		"both":            {tableOf(3, [][2]int{one, {2, 2}}, [][2]int{one}), "cr2/cm2/"},
		"a short row":     {tableOf(3, [][2]int{one}, nil), "ccc/ccc/"},
		"short and spans": {tableOf(3, [][2]int{one, {1, 2}, one}, nil), "crc/cmc/"},
	} {
		d := newDocument(new(flow.Flow), nil)
		x := d.body([]*flow.Section{{Blocks: []flow.Block{tt.table}}}, nil)
		if d.err != nil {
			t.Fatal(d.err)
		}
		var got strings.Builder
		for row := range strings.SplitSeq(string(x), "</w:tr>") {
			for cell := range strings.SplitSeq(row, "</w:tc>") {
				switch {
				case !strings.Contains(cell, "<w:tc>"):
					continue
				case strings.Contains(cell, `<w:vMerge w:val="restart"/>`):
					got.WriteByte('r')
				case strings.Contains(cell, "<w:vMerge/>"):
					got.WriteByte('m')
				default:
					got.WriteByte('c')
				}
				if m := regexp.MustCompile(`<w:gridSpan w:val="(\d+)"/>`).FindStringSubmatch(cell); m != nil {
					got.WriteString(m[1])
				}
			}
			if strings.Contains(row, "<w:tr>") {
				got.WriteByte('/')
			}
		}
		if got.String() != tt.want {
			t.Errorf("%s: got %s, want %s", name, got.String(), tt.want)
		}
	}
	for name, table := range map[string]*flow.Table{
		"too many": tableOf(1, [][2]int{one, one}),
		"too wide": tableOf(2, [][2]int{one, {2, 1}}),
		"over":     tableOf(2, [][2]int{one, {1, 2}}, [][2]int{{2, 1}}),
		"too deep": tableOf(1, [][2]int{{1, 2}}),
	} {
		d := newDocument(new(flow.Flow), nil)
		if d.body([]*flow.Section{{Blocks: []flow.Block{table}}}, nil); d.err == nil ||
			!strings.Contains(d.err.Error(), "does not fit") {
			t.Errorf("%s: error %v", name, d.err)
		}
	}
}

// TestSpans: cells over columns, over rows, and over both at once. Word wants a cell
// in each row that a cell covers, as wide as that one.
func TestSpans(t *testing.T) {
	cell := func(s string, columns, rows int) *flow.Cell {
		return &flow.Cell{Columns: columns, Rows: rows, Blocks: []flow.Block{prose(words(s))}}
	}
	row := func(cells ...*flow.Cell) *flow.Row { return &flow.Row{Cells: cells} }
	for _, tt := range []struct {
		name string
		rows []*flow.Row
		want string // a row a line: text, columns, "v" where a merged cell begins, "^" where it goes on
	}{
		{"both at the left", []*flow.Row{row(cell("a", 2, 2), cell("b", 1, 1)), row(cell("c", 1, 1)),
			row(cell("d", 1, 1), cell("e", 1, 1), cell("f", 1, 1))},
			"a2v b1/2^ c1/d1 e1 f1"},
		{"both at the right", []*flow.Row{row(cell("a", 1, 1), cell("b", 2, 3)), row(cell("c", 1, 1)), row(cell("d", 1, 1))},
			"a1 b2v/c1 2^/d1 2^"},
		{"one behind the other", []*flow.Row{row(cell("a", 1, 2), cell("b", 1, 1), cell("c", 1, 1)), row(cell("d", 2, 2)),
			row(cell("e", 1, 1))},
			"a1v b1 c1/1^ d2v/e1 2^"},
		{"a short row", []*flow.Row{row(cell("a", 2, 1))}, "a2 1"},
	} {
		table := &flow.Table{Columns: []doc.Length{doc.MM(20), doc.MM(30), doc.MM(50)}, Rows: tt.rows}
		file := write(t, &flow.Flow{Sections: []*flow.Section{{Page: a4, Blocks: []flow.Block{table, prose()}}}})
		var got []string
		for _, part := range unpack(t, file) {
			if part.Name != mainPart {
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
	table := &flow.Table{Columns: []doc.Length{doc.MM(50)}}
	for _, s := range []string{"1", "2", "3"} {
		table.Rows = append(table.Rows, &flow.Row{Cells: []*flow.Cell{{Blocks: []flow.Block{prose(words(s))}}}})
	}
	for _, tt := range []struct {
		name   string
		blocks []flow.Block
		want   string // texts of the paragraphs that stay with the next one
	}{
		{"paragraphs", []flow.Block{prose(words("a")), prose(words("b"))}, "a"},
		{"a table at the end", []flow.Block{prose(words("a")), table}, "a 1 2"},
		{"a table before", []flow.Block{table, prose(words("a"))}, "1 2 3"},
	} {
		group := &flow.Group{KeepTogether: true, Blocks: tt.blocks}
		file := write(t, &flow.Flow{Sections: []*flow.Section{{Page: a4, Blocks: []flow.Block{group, prose(words("behind"))}}}})
		var got []string
		for _, part := range unpack(t, file) {
			if part.Name != mainPart {
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
