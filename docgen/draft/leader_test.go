package draft

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/word"
)

// TestBlanks: what Word draws in the place of tabs and of underlined blanks is there to be filled.
func TestBlanks(t *testing.T) {
	dots := []word.Tab{{At: 4000, Kind: "left", Leader: "dot"}, {At: 9000, Kind: "right", Leader: "dot"}}
	for _, c := range []struct {
		text      string
		tabs      []word.Tab
		underline bool
		want      string
	}{
		{"Họ:\tTuổi:\t", dots, false, "Họ:" + strings.Repeat(".", 44) + "Tuổi:" + strings.Repeat(".", 54)},
		{"Họ:\t\nQuê:\t", dots, false, "Họ:" + strings.Repeat(".", 44) + "/Quê:" + strings.Repeat(".", 43)},
		{"Một\t5", []word.Tab{{At: 9000, Kind: "right", Leader: "dot"}}, false, "Một" + strings.Repeat(".", 96) + "5"},
		{"Họ:\t\tx", []word.Tab{{At: 4000, Leader: "underscore"}}, false, "Họ:" + strings.Repeat("_", 23) + "\tx"},
		{"Họ:\tx", []word.Tab{{At: 4000}}, false, "Họ:\tx"},
		{"Họ:\tx", []word.Tab{{At: 300, Leader: "dot"}, {At: 4000, Leader: "hyphen"}}, false, "Họ:" + strings.Repeat("-", 28) + "x"},
		{"a     b \tc  d", nil, true, "a___b________c  d"}, {"   ", nil, true, "___"}, {"a   b", nil, false, "a   b"},
	} {
		p := &word.Paragraph{Look: word.Look{Tabs: c.tabs}, Runs: []word.Run{{Text: c.text, Face: word.Face{Underline: c.underline}}}}
		got := ""
		for i, l := range paragraphLines(p) {
			if i > 0 {
				got += "/"
			}
			got += l.text
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
