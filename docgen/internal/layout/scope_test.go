package layout

import (
	"testing"

	"github.com/vanban-go/vanban/plan/diag"
)

// TestNoGlyphOffers: for a box to tick the finding offers one that is printed.
func TestNoGlyphOffers(t *testing.T) {
	for r, want := range map[rune]string{
		'☐': `thay bằng "□" hoặc "[ ]"`, '☑': `thay bằng "■" hoặc "[x]"`, '☒': `thay bằng "■" hoặc "[x]"`,
		'😂': "thay bằng chữ hoặc ký hiệu khác",
	} {
		if d := NoGlyph(diag.Pos{}, r); d.Fix != want {
			t.Errorf("%q: %s", r, d.Fix)
		}
	}
}
