package docgen

import "testing"

// TestSpotsApart: no line of a certificate stands in the way of another, with an
// emblem and without, and all of them inside the frame.
func TestSpotsApart(t *testing.T) {
	for _, emblem := range []string{"", "quoc-huy.png"} {
		var placed []spot
		for _, s := range spots {
			if s.line == "emblem" && emblem == "" {
				continue
			}
			s = s.under(emblem)
			if s.x < 15 || s.y < 15 || s.x+s.w > sheetWidth-15 || s.y+s.h > sheetHeight-15 {
				t.Errorf("emblem %q: %s stands outside the frame", emblem, s.line)
			}
			for _, o := range placed {
				// A signature is written over the room of the position and the name.
				if s.line == "signature" || o.line == "signature" {
					continue
				}
				const touch = 2.0 // mm: lines of text do not fill their boxes
				if s.x < o.x+o.w && o.x < s.x+s.w && s.y+touch < o.y+o.h && o.y+touch < s.y+s.h {
					t.Errorf("emblem %q: %s stands in the way of %s", emblem, s.line, o.line)
				}
			}
			placed = append(placed, s)
		}
	}
}
