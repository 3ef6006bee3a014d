// Package phrase puts the phrases of papers together, and takes them apart: posts, words
// that a text begins with, signs of lists.
package phrase

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/plan/vi"
)

// JoinComma joins two texts with a comma; one that is empty takes none.
func JoinComma(a, b string) string {
	if a != "" && b != "" {
		return a + ", " + b
	}
	return a + b
}

// JoinPost joins a position and the name of a unit; words that both have stand once:
// "Thủ tướng" and "Chính phủ", "Chánh Văn phòng" and "Văn phòng Quốc hội".
func JoinPost(position, unit string) string {
	have, want := strings.Fields(position), strings.Fields(unit)
	for n := min(len(have), len(want)); n > 0; n-- {
		if slices.EqualFunc(have[len(have)-n:], want[:n], func(a, b string) bool { return vi.Fold(a) == vi.Fold(b) }) {
			return strings.Join(append(have, want[n:]...), " ")
		}
	}
	return position + " " + unit
}
