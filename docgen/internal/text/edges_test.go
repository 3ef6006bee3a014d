package text

import (
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// TestInlinesEdges: a note whose text stands at another mark, a link to nowhere, tabs with dots and without.
func TestInlinesEdges(t *testing.T) {
	dots := []flow.TabStop{{Leader: '.'}, {}}
	for _, tt := range []struct {
		p    *flow.Paragraph
		want string
	}{
		{&flow.Paragraph{Inlines: []doc.Inline{&doc.Text{S: "a"}, &doc.Note{Number: 1, Inlines: doc.T("b")}, &doc.Note{Number: 1}}}, "a[1][1]\n\n[1] b\n"},
		{&flow.Paragraph{Inlines: []doc.Inline{&doc.Link{Inlines: doc.T("trang")}}}, "trang\n"},
		{&flow.Paragraph{Tabs: dots, Inlines: []doc.Inline{&doc.Text{S: "a"}, &doc.Tab{}, &doc.Text{S: "b"}, &doc.Tab{}, &doc.Text{S: "c"}, &doc.Tab{},
			&doc.Text{S: "d"}}}, "a ...... b c d\n"},
	} {
		if got := write(t, &flow.Flow{Sections: []*flow.Section{{Blocks: []flow.Block{tt.p}}}}); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

// TestLengthsInLetters: rules and spaces before a text, in letters of a line.
func TestLengthsInLetters(t *testing.T) {
	line := place{letters: 10, width: 100}
	for _, tt := range []struct {
		length doc.Length
		at     place
		want   int
	}{
		{50, line, 5}, {99, line, 9}, {100, line, 10}, {101, line, 10}, {0, line, 10}, {-1, line, 10}, {1, line, 1},
		{-5, place{letters: 10, width: -9}, 10}, {5, place{letters: 10}, 10}, {50, place{letters: 10, width: 100, natural: true}, 1},
	} {
		if got := dashes(tt.length, tt.at); got != tt.want {
			t.Errorf("a rule of %d in %+v is %d dashes long, want %d", tt.length, tt.at, got, tt.want)
		}
	}
	for _, tt := range []struct {
		s     string
		align doc.Align
		want  string
	}{
		{"abcd", doc.Right, "      abcd"}, {"abcd", doc.Center, "   abcd"}, {"abcd", doc.Left, "abcd"}, {"", doc.Right, ""}, {"", doc.Center, ""},
		{"abcdefghij", doc.Right, "abcdefghij"}, {"abcdefghi", doc.Right, " abcdefghi"}, {"abcdefghijk", doc.Right, "abcdefghijk"},
	} {
		if got := line.aligned(tt.s, tt.align); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.s, got, tt.want)
		}
	}
	for _, tt := range []struct {
		columns []doc.Length
		want    []int
	}{{[]doc.Length{0, 0}, []int{1, 1}}, {[]doc.Length{30, 10}, []int{15, 5}}, {[]doc.Length{1000, 1}, []int{19, 1}}} {
		g := &grid{src: &flow.Table{Columns: tt.columns}, width: make([]int, len(tt.columns))}
		if g.share(20); g.width[0] != tt.want[0] || g.width[1] != tt.want[1] {
			t.Errorf("%v: %v, want %v", tt.columns, g.width, tt.want)
		}
	}
}
