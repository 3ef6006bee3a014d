package text

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// TestNarrow holds the widths of columns against the slow way: take a letter from the
// first of the widest columns until the table stands in a line, and leave each its longest
// word where all of them have room.
func TestNarrow(t *testing.T) {
	slow := func(width, word []int, letters int) []int {
		for sum(width) > letters {
			widest := -1
			for i, n := range width {
				if n > max(least, word[i]) && (widest < 0 || n > width[widest]) {
					widest = i
				}
			}
			if widest < 0 {
				break
			}
			width[widest]--
		}
		return width
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		width := make([]int, 1+rnd.IntN(6))
		word := make([]int, len(width))
		for i := range width {
			width[i] = 1 + rnd.IntN(60)
			word[i] = 1 + rnd.IntN(min(width[i], 20))
		}
		letters := rnd.IntN(100) - 3
		g := grid{width: slices.Clone(width), word: word}
		g.narrow(letters)
		want := slow(slices.Clone(width), word, letters)
		if sum(want) > letters {
			want = slow(slices.Clone(width), make([]int, len(width)), letters)
		}
		if !slices.Equal(g.width, want) {
			t.Fatalf("%v with words of %v in %d letters: %v, want %v", width, word, letters, g.width, want)
		}
	}
}

func cellOf(b ...flow.Block) *flow.Table {
	return &flow.Table{Border: doc.Point, Columns: []doc.Length{doc.MM(40), doc.MM(40)}, Rows: []*flow.Row{{Cells: []*flow.Cell{
		{Blocks: b}, {Blocks: []flow.Block{&flow.Paragraph{Inlines: doc.T("b")}}},
	}}}}
}

func flowOf(b ...flow.Block) *flow.Flow {
	return &flow.Flow{Sections: []*flow.Section{{Page: flow.PageSetup{Width: doc.MM(200)}, Blocks: b}}}
}

// TestNestedTables: a table in a cell is measured, not written, to know how wide the
// cell is: tables deep inside one another do not take for ever.
func TestNestedTables(t *testing.T) {
	inner := cellOf(
		&flow.Paragraph{Align: doc.Center, Inlines: doc.T("một hai")}, &flow.Rule{},
		&flow.Frame{Blocks: []flow.Block{&flow.Rule{}, &flow.Paragraph{Align: doc.Right, Inlines: doc.T("x")}}},
	)
	const want = "một hai | b | b\n------- |   |\n[-------] |   |\n[x]     |   |\n"
	if got := write(t, flowOf(cellOf(inner))); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	deep := inner
	for range 60 {
		deep = cellOf(deep)
	}
	if got := write(t, flowOf(deep)); !strings.Contains(got, "một") {
		t.Errorf("got\n%s", got)
	}
}

// TestMisfits: a table whose cells do not fit is an error, not a wrong table; one
// that lacks cells has empty places.
func TestMisfits(t *testing.T) {
	table := func(columns, rows int) *flow.Table {
		d := cellOf()
		d.Rows[0].Cells[0].Columns, d.Rows[0].Cells[0].Rows = columns, rows
		return d
	}
	none := cellOf()
	none.Columns = nil
	for name, tt := range map[string]struct {
		table *flow.Table
		want  string
	}{
		"too wide":   {table(2, 1), "row 1 does not fit"},
		"too deep":   {table(1, 2), "row 1 does not fit"},
		"no columns": {none, "row 1 does not fit"},
	} {
		for _, layout := range []bool{false, true} {
			tt.table.Layout = layout
			var b bytes.Buffer
			if err := Write(&b, flowOf(tt.table)); err == nil || !strings.Contains(err.Error(), tt.want) || b.Len() > 0 {
				t.Errorf("%s, layout %t: error %v, %q written", name, layout, err, b.String())
			}
		}
	}
	empty := &flow.Table{Rows: []*flow.Row{{}}}
	if got := write(t, flowOf(empty, cellOf(empty), &flow.Table{Columns: make([]doc.Length, 3)})); strings.Trim(got, " |b\n") != "" {
		t.Errorf("empty tables are %q", got)
	}
	short := cellOf(&flow.Paragraph{Inlines: doc.T("a")})
	short.Rows[0].Cells = short.Rows[0].Cells[:1]
	if got := write(t, flowOf(short)); got != "a |\n" {
		t.Errorf("a short row is %q", got)
	}
}

// TestTurnedPage: a page that is turned has room for more letters, and figures stay whole.
func TestTurnedPage(t *testing.T) {
	table := &flow.Table{Border: doc.Point, Header: 1}
	head, row := &flow.Row{}, &flow.Row{}
	for range 9 {
		table.Columns = append(table.Columns, doc.MM(20))
		head.Cells = append(head.Cells, &flow.Cell{Blocks: []flow.Block{&flow.Paragraph{Inlines: doc.T("Mức lương cơ sở")}}})
		row.Cells = append(row.Cells, &flow.Cell{Blocks: []flow.Block{&flow.Paragraph{Inlines: doc.T("2.530.000")}}})
	}
	table.Rows = []*flow.Row{head, row}
	for width, want := range map[doc.Length]int{doc.MM(210): 80, doc.MM(211): 120} {
		got := write(t, &flow.Flow{Sections: []*flow.Section{{Page: flow.PageSetup{Width: width}, Blocks: []flow.Block{table}}}})
		longest := 0
		for _, line := range strings.Split(got, "\n") {
			longest = max(longest, len([]rune(line)))
		}
		if longest > want || longest < want-20 || want == 120 && strings.Count(got, "2.530.000") != 9 {
			t.Errorf("%s: %d letters\n%s", width, longest, got)
		}
	}
}
