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
		{"3.\t", dots[:1], false, "3. " + strings.Repeat(".", 46)}, {"-\t", dots[:1], false, "- " + strings.Repeat(".", 48)},
		{"Một\n a)\t", dots[:1], false, "Một/a) " + strings.Repeat(".", 44)}, {"3.\t\t", dots, false, "3. " + strings.Repeat(".", 108)},
		{"   ", nil, true, "___"}, {"\t", nil, true, "________"}, {"  ", nil, true, ""}, {"a   b", nil, false, "a   b"},
		{"Điều 1.   Phạm vi", nil, true, "Điều 1.   Phạm vi"}, {"XÃ LAM SƠN   ", nil, true, "XÃ LAM SƠN"}, // a title, a name
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

// TestApart: a blank stands before what is drawn behind a marker alone.
func TestApart(t *testing.T) {
	for head, want := range map[string]string{"3.": " ...", "- ": " ...", "": "...", "Tên:": "...", "3. Tên:": "...", "3": "..."} {
		if got := apart(head, "..."); got != want {
			t.Errorf("%q: %q", head, got)
		}
	}
}

// TestUnderlinedBetween: an underlined blank between or behind underlined words is one of a title or a name.
func TestUnderlinedBetween(t *testing.T) {
	line := func(runs ...string) string { // "_" before a text: underlined
		p := &word.Paragraph{}
		for _, r := range runs {
			text, ok := strings.CutPrefix(r, "_")
			p.Runs = append(p.Runs, word.Run{Text: text, Face: word.Face{Underline: ok}})
		}
		return paragraphLines(p)[0].text
	}
	for want, runs := range map[string][]string{
		"I.\tMỤC ĐÍCH":    {"_I.", "_\t", "_MỤC ĐÍCH"},
		"Lam Sơn":         {"_Lam Sơn", "_    "},
		"Tên: ________ x": {"Tên: ", "_\t", " x"},
		"Tên:____":        {"Tên:", "_        "},
		"3. ________":     {"3.", "_\t"},
	} {
		if got := line(runs...); got != want {
			t.Errorf("%q: %q, want %q", runs, got, want)
		}
	}
}
