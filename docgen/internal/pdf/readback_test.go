package pdf

import (
	"os"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/internal/fuzzing"
)

func TestPageTexts(t *testing.T) {
	for variant, o := range variants() {
		r := specimen(t)
		texts, err := PageTexts(write(t, r, o))
		if err != nil {
			t.Fatalf("%s: %v", variant, err)
		}
		if len(texts) != len(r.Pages) {
			t.Fatalf("%s: %d pages, want %d", variant, len(texts), len(r.Pages))
		}
		for i, page := range r.Pages {
			got := strings.ReplaceAll(texts[i], "\n", "")
			for _, act := range page.Acts {
				a, ok := act.(*layout.Text)
				if !ok {
					continue
				}
				want := strings.NewReplacer("\u00a0", " ", "\u2011", "-").Replace(a.S)
				if !strings.Contains(got, want) {
					t.Errorf("%s: page %d lacks %q", variant, i+1, want)
				}
			}
		}
	}
}

func TestMain(m *testing.M) { os.Exit(fuzzing.Run(m)) }

func FuzzPageTexts(f *testing.F) {
	f.Add(write(f, onePage(f), usualOptions()))
	f.Fuzz(func(_ *testing.T, data []byte) { _, _ = PageTexts(data) })
}
