package form

import (
	"os"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// TestOfficialTitles: of the titles of official documents that take several lines at least
// 97 in a hundred part no word of two syllables, as an outside segmenter sees words
// (.ci/words.sh).
func TestOfficialTitles(t *testing.T) {
	const least = 97
	src, err := os.ReadFile("testdata/official-titles.txt")
	if err != nil {
		t.Fatal(err)
	}
	f := &former{p: decree.Default(), m: metrics(t), mem: new(flow.Memory), scratch: new(scratch)}
	face := f.p.Title.Subject
	width := 160 * doc.Millimetre
	several, whole := 0, 0
	for line := range strings.Lines(string(src)) {
		number, marked, ok := strings.Cut(strings.TrimSpace(line), "|")
		if !ok {
			continue
		}
		in, b := f.centre(doc.T(strings.ReplaceAll(marked, "_", " ")), face, width)
		if b.lines < 2 {
			continue
		}
		several++
		if bad := partedWords(f, in, marked, face, width-2*b.indent); len(bad) > 0 {
			t.Logf("%s: %v", number, bad)
			continue
		}
		whole++
	}
	t.Logf("%d of %d titles part no word", whole, several)
	if several < 50 || whole*100 < least*several {
		t.Errorf("%d of %d titles part no word", whole, several)
	}
}
