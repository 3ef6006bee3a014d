package layout

import (
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// TestMarked: a text has letters that hold, or none, wherever they stand.
func TestMarked(t *testing.T) {
	for s, want := range map[string]bool{"": false, "a b-c": false, "\u00a0a": true, "a\u00a0": true, "\u2011": true,
		"a" + string(lines.Break): true} {
		if got := marked([]run{{kind: textRun, s: "x"}, {kind: textRun, s: s}}); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
	if marked([]run{{kind: tabRun, s: "\u00a0"}}) {
		t.Error("a tab holds")
	}
}
