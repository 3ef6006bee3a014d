package draft

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/word"
)

// TestParagraphLines: a line break parts lines, wherever in a run it stands.
func TestParagraphLines(t *testing.T) {
	for in, want := range map[string]string{
		"a|b": "ab", "a|\nb": "a/b", "a\n|b": "a/b", "a|\n|b": "a/b", "\na": "a", "a\n": "a", "a\n\nb": "a/b", "a\fb\vc": "a/b/c", "a|\n\n|b\n": "a/b", "": "",
	} {
		p := &word.Paragraph{}
		for _, s := range strings.Split(in, "|") {
			p.Runs = append(p.Runs, word.Run{Text: s})
		}
		var got []string
		lines := paragraphLines(p)
		for i, l := range lines {
			got = append(got, l.text)
			if l.more != (i+1 < len(lines)) {
				t.Errorf("%q: line %d of %d goes on: %v", in, i, len(lines), l.more)
			}
		}
		if s := strings.Join(got, "/"); s != want {
			t.Errorf("%q: got %s, want %s", in, s, want)
		}
	}
}
