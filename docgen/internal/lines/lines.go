// Package lines measures text and says where its lines may end: the decisions that
// form, layout and the writers share, so that a width that one of them reckons with is the
// width that another draws.
//
//	words := lines.Words(nil, metrics, inlines, font.Bold, 14*doc.Point)
//	var l lines.Line
//	for i := range words {
//		if l.Take(&words[i], lines.Room(width, 14*doc.Point)) { ... a new line begins }
//	}
//
// Widths are summed in whole units of the face, without kerning, and turned into lengths
// once ([Advance], [Width], [Units]). [Ends] is the table of breaks, [Rule] what Word and
// LibreOffice do with a word that does not fit, [Line] the greedy filling.
//
// Layout fills its lines itself, with tabs, blanks and footnotes among the words, and asks the
// same functions: word by word, and letter by letter where one does not fit.
package lines

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
)

// Break is a place where a line may end inside a word: form puts it behind the '/' of
// units (đồng/người). It has no width, and no reader sees it.
const Break = '\u200b'

// Ends reports whether a line may end behind a letter. Behind a space it may, too, and
// behind '/' only where a [Break] follows. A no-break space or hyphen ends a line only
// where nothing else can.
func Ends(r rune) bool { return r == '-' || r >= Break && (r == Break || r == '–' || r == '—') }

// Holds reports whether a letter keeps words or the parts of one together.
func Holds(r rune) bool { return r == doc.NoBreakSpace || r == doc.NoBreakHyphen }

// Marks reports whether a letter only says where lines may end.
func Marks(r rune) bool { return Holds(r) || r == Break }

// HasMarks reports whether a text has such letters.
func HasMarks(text string) bool {
	return strings.Contains(text, string(doc.NoBreakSpace)) || strings.Contains(text, string(doc.NoBreakHyphen)) ||
		strings.Contains(text, string(Break))
}

// Drawn is the letter that is drawn for r; negative: none.
func Drawn(r rune) rune {
	switch r {
	case doc.NoBreakSpace:
		return ' '
	case doc.NoBreakHyphen:
		return '-'
	case Break:
		return -1
	}
	return r
}

// Plain is text as it is drawn and read, without letters that only say where lines may end.
func Plain(s string) string {
	if strings.IndexFunc(s, Marks) < 0 {
		return s // most text
	}
	return strings.Map(Drawn, s)
}
