package compare

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// TestFlowsEdges goes on from TestFlows.
func TestFlowsEdges(t *testing.T) {
	for _, c := range []struct{ name, was, now, want string }{
		{"two kinds of parts renumbered", "Điều 1. Một\n1. Bỏ đi\n2. Hai\nĐiều 3. Ba", "Điều 1. Một\n1. Hai\nĐiều 2. Ba",
			"khoản 1 Điều 1: bỏ “1. Bỏ đi”\nkhoản 1 Điều 1: cũ là khoản 2 Điều 1, nội dung giữ nguyên\n" +
				"Điều 2: cũ là Điều 3, nội dung giữ nguyên"},
		{"pairs do not cross", "1. p p p p\n2. q q q q", "2. x x x x\n1. p p p z",
			"mục 2: thêm “2. x x x x”\nmục 1: thay “p p” bằng “p z”\nmục 2: bỏ “2. q q q q”"},
		{"a sentence that begins like an annex", "Điều 1. Một\nPhụ lục I kèm theo", "Điều 1. Một\nPhụ lục I đi cùng",
			"Điều 1: thay “kèm theo” bằng “đi cùng”"},
		{"head and body are not alike", "Một hai ba", "Một hai bốn", "phần mở đầu: thay “hai ba” bằng “hai bốn”"},
	} {
		if got := strings.Join(said(t, c.was, c.now), "\n"); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
	styled := func(lines ...string) *flow.Flow { // Style: words
		s := &flow.Section{}
		for _, l := range lines {
			style, words, _ := strings.Cut(l, ": ")
			s.Blocks = append(s.Blocks, &flow.Paragraph{Style: flow.Style(style), Inlines: append(doc.T(words), &doc.Note{Number: 1})})
		}
		return &flow.Flow{Sections: []*flow.Section{s}}
	}
	changes, err := Flows(styled("Phụ lục: Phụ lục I", "Điều: Điều 1. Một"), styled("Phụ lục: Phụ lục I", "Điều: Điều 1. Hai"))
	if want := "Điều 1 Phụ lục I: thay “Một” bằng “Hai”"; err != nil || len(changes) != 1 || changes[0].Text() != want {
		t.Errorf("%v, %v", changes, err)
	}
	table := func(s string) *flow.Flow {
		cell := &flow.Cell{Blocks: []flow.Block{&flow.Paragraph{Style: "Ô bảng", Inlines: doc.T(s)}}}
		return &flow.Flow{Sections: []*flow.Section{{Blocks: []flow.Block{&flow.Table{Rows: []*flow.Row{{Cells: []*flow.Cell{cell}}}}}}}}
	}
	changes, err = Flows(table("Một"), table("Hai"))
	if want := "bảng: thay “Một” bằng “Hai”"; err != nil || len(changes) != 1 || changes[0].Text() != want {
		t.Errorf("%v, %v", changes, err)
	}
}

// TestEdits: a word or two that changed are said with the word before them, more stand alone.
func TestEdits(t *testing.T) {
	for _, tt := range []struct{ was, now, want string }{
		{"a b c d e f", "a x y d e f", "thay “b c” bằng “x y”"},
		{"a b c d e f", "a x d e f", "thay “a b c” bằng “a x”"},
		{"a b d e f", "a x y d e f", "thay “a b” bằng “a x y”"},
		{"a b c", "x b c", "thay “a” bằng “x”"},
		{"a b c", "a b x c", "thêm “x” vào sau “a b”"},
		{"a b c d", "a b c d", ""},
		{"a b", "a x", "thay “a b” bằng “a x”"},
	} {
		if got := strings.Join(editsOf(strings.Fields(tt.was), strings.Fields(tt.now)), "; "); got != tt.want {
			t.Errorf("%s, %s: %s, want %s", tt.was, tt.now, got, tt.want)
		}
	}
	for _, tt := range [][3]string{{"Điều 1", "Điều 2", "Điều 1 đến 2"}, {"khoản 1 Điều 3", "khoản 4 Điều 3", "khoản 1 đến 4 Điều 3"}, {"a", "b", "a đến b"}} {
		if got := through(tt[0], tt[1]); got != tt[2] {
			t.Errorf("%s, want %s", got, tt[2])
		}
	}
}

// TestPairing: what is most alike is paired, in order, and only what is of one kind.
func TestPairing(t *testing.T) {
	weights := func(rows ...[]int) func(i, j int) int { return func(i, j int) int { return rows[i][j] } }
	for name, tt := range map[string]struct {
		n, m int
		rows [][]int
		want []pair
	}{
		"the better one": {1, 2, [][]int{{1, 5}}, []pair{{0, 1}}}, "of two, one": {2, 1, [][]int{{1}, {5}}, []pair{{1, 0}}},
		"both": {2, 2, [][]int{{1, 0}, {0, 1}}, []pair{{0, 0}, {1, 1}}}, "crossed": {2, 2, [][]int{{0, 1}, {5, 0}}, []pair{{1, 0}}},
		"none": {1, 1, [][]int{{0}}, nil}, "nothing": {0, 1, nil, nil},
	} {
		if got := longest(tt.n, tt.m, weights(tt.rows...)); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
	unitsOf := func(n int) (all []unit) {
		for i := range n {
			all = append(all, unit{text: fmt.Sprint("dòng ", i), where: "x", body: true})
		}
		return all
	}
	for n, want := range map[int]int{49: 49, 50: 50, 51: 0} { // with 50: 2,500 pairs are held against each other
		if got := len(alike(unitsOf(n), unitsOf(50))); got != want {
			t.Errorf("%d and 50 lines: %d are alike, want %d", n, got, want)
		}
	}
	head, other, body := unit{where: "số", text: "a"}, unit{where: "trích yếu", text: "a"}, unit{where: "số", text: "a", body: true}
	for _, tt := range []struct {
		was, now unit
		want     int
	}{{head, head, 1}, {head, other, 0}, {head, body, 0}, {body, head, 0}, {body, body, 1}, {body, unit{where: "khác", text: "a", body: true}, 1}} {
		if got := len(alike([]unit{tt.was}, []unit{tt.now})); got != tt.want {
			t.Errorf("%+v and %+v: %d are alike, want %d", tt.was, tt.now, got, tt.want)
		}
	}
}
