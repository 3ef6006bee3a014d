package layout

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/layout/flowcase"
)

// TestTextHasItsPlace sees that each run of text carries its paragraph, which knows its place.
// The words name the lines of the case.
func TestTextHasItsPlace(t *testing.T) {
	made, err := flowcase.Read([]byte(`page: {width: 160, height: 100, margin: 10}
numbers: {top: 2}
blocks:
- {p: "four {label four} **four** {link http://a four}{tab}{dots 10} {note 1 four} {page}", tabs: [{at: 120, leader: _}]}
- table:
  - [{p: six}, {blocks: [{p: six}]}]
  - [seven, seven]
  - ["eight{br}eight{br}eight{br}eight{br}eight{br}eight{br}eight", eight]
  columns: [60, 60]
  header: 1
- {drawing: [{caption: twelve, at: [0, 9]}], width: 100, height: 10}
foot:
- {p: fourteen}
`))
	if err != nil {
		t.Fatal(err)
	}
	lines := map[string]int{
		"four": 4, ".": 4, "_": 4, "\u00a0four": 4, "six": 6, "seven": 7, "eight": 8, "twelve": 11, "fourteen": 13,
	}
	r, _, err := Pages(t.Context(), made, halfEm{})
	if err != nil {
		t.Fatal(err)
	}
	seen, again := make(map[int]map[*flow.Paragraph]bool), 0
	for _, page := range r.Pages {
		for i, a := range page.Acts {
			text, ok := a.(*Text)
			switch {
			case !ok:
				continue
			case i == 0:
				if text.S != page.Label || text.Of != nil {
					t.Errorf("page %s opens with %q of %v", page.Label, text.S, text.Of)
				}
				continue
			case text.Of == nil || text.Of.At == nil:
				t.Errorf("%q has no place", text.S)
				continue
			case text.Elem == nil:
				again++
			}
			at := text.Of.At.Line
			if seen[at] == nil {
				seen[at] = make(map[*flow.Paragraph]bool)
			}
			seen[at][text.Of] = true
			word := strings.TrimRight(strings.TrimSpace(text.S), "._")
			if want, known := lines[word]; known && want != at {
				t.Errorf("%q is from line %d, not %d", text.S, at, want)
			}
		}
	}
	if len(seen[4]) != 2 {
		t.Errorf("%d paragraphs are from line 4, want one and that of its note", len(seen[4]))
	}
	if len(r.Pages) < 2 || again == 0 {
		t.Errorf("%d pages with %d texts repeated: the head of the table should be", len(r.Pages), again)
	}
	for word, line := range lines {
		if seen[line] == nil {
			t.Errorf("no text is from line %d, as %q should be", line, word)
		}
	}
}
