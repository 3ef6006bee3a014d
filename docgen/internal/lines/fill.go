package lines

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/font"
)

// Line is a line that is being filled: each word stands on it that fits, and a word that
// is wider than the line stands alone. The zero value is an empty one.
type Line struct {
	Width int // of its words and the white space between them
	space int // behind the last word
}

// With is how wide the line would be with one more word.
func (l *Line) With(w *Word) int { return l.Width + l.space + w.Width }

// Take puts a word onto the line, or begins the next line with it where there is no room.
func (l *Line) Take(w *Word, room int) (begins bool) {
	if begins = l.Width > 0 && l.With(w) > room; begins {
		*l = Line{}
	}
	l.Width, l.space = l.With(w), w.Space
	return begins
}

// Filled is what lines of words amount to.
type Filled struct{ Lines, Longest, Last int }

// Fill breaks words into lines of a width.
func Fill(words []Word, room int) (f Filled) {
	var l Line
	end := func() { f.Lines, f.Longest = f.Lines+1, max(f.Longest, l.Width) }
	for i := range words {
		w, before := &words[i], l
		if l.Take(w, room) {
			f.Lines, f.Longest = f.Lines+1, max(f.Longest, before.Width)
		}
		if w.Ends {
			end()
			f.Last, l = l.Width, Line{}
		}
	}
	if l.Width > 0 {
		end()
		f.Last = l.Width
	}
	return f
}

// Fold breaks words into the lines that hold them; a word that is wider stands alone.
func Fold(m font.Metrics, style font.Style, words []string, room int) (out []string) {
	space := Width(m, style, " ")
	var l Line
	start := 0
	for i, w := range words {
		if l.Take(&Word{Width: Width(m, style, w), Space: space}, room) {
			out = append(out, strings.Join(words[start:i], " "))
			start = i
		}
	}
	return append(out, strings.Join(words[start:], " "))
}
