package draft

import (
	"testing"

	"github.com/vanban-go/vanban/internal/word"
)

// TestStandIns: arrows are signs that fonts have, but bullets at the head of a line.
func TestStandIns(t *testing.T) {
	for _, c := range []struct {
		runs []string
		want string
	}{
		{[]string{"A 🡪 B ⇒ C"}, "A → B → C"}, {[]string{"➔"}, "→"}, {[]string{"➔", " "}, "→"}, {[]string{"➔ Việc một ➔"}, "➔ Việc một →"},
		{[]string{"➔", " Việc ⇒ một"}, "➔ Việc → một"}, {[]string{"✓", " Việc ✓"}, "✓ Việc ✓"}, {[]string{" ", "➔ đi", " ➔ về"}, "➔ đi → về"}, {[]string{"30℃"}, "30°C"},
		{[]string{"Có", "⇒"}, "Có→"}, {[]string{"thường → thường"}, "thường → thường"},
	} {
		p := &word.Paragraph{}
		for _, s := range c.runs {
			p.Runs = append(p.Runs, word.Run{Text: s})
		}
		lines := paragraphLines(p)
		spans := ""
		for _, s := range lines[0].spans {
			spans += s.s
		}
		if lines[0].text != c.want || tidy(spans) != c.want {
			t.Errorf("%q: %q, %q", c.runs, lines[0].text, spans)
		}
	}
}
