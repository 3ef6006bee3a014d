package draft

import (
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
)

// JoinLines puts together the lines of a text that was broken at the width of a page, as a
// PDF file gives it, and counts the breaks taken out. What it is not sure of it leaves: the
// result is for somebody to read.
func JoinLines(text string) (joined string, breaks int) { return markup.Join(text) }

// JoinFile does so in those texts of a file of which most lines were broken, those of the
// warning text.wrapped, and counts the breaks taken out of all of them. It changes the
// file's value; [plan.File.Marshal] writes it.
func JoinFile(f *plan.File) (breaks int) {
	if f == nil || !record.Ends(f.Value) {
		return 0
	}
	record.EachOf(f.Value, func(_ func() string, text *plan.Prose) {
		if markup.Wrapped(string(*text)) {
			joined, n := markup.Join(string(*text))
			*text = plan.Prose(joined)
			breaks += n
		}
	})
	return breaks
}
