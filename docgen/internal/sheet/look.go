package sheet

import (
	"context"
	"io/fs"
	"unicode"

	"github.com/vanban-go/vanban/plan/diag"
)

// Look opens a list of which nobody knows the columns yet and gives its first rows, so that
// a person may say what is what. Of several worksheets it takes the first that is not hidden
// when none is named. heading is the row that looks most like headings; 0: none does.
func Look(fsys fs.FS, o *Options, most int) (l *List, rows []*Row, heading int, found diag.List, err error) {
	l = &List{File: o.File, Sheet: o.Sheet, o: *o}
	found, err = l.open(fsys, isWord)
	if l.Sheet == "" && len(l.Sheets) > 0 {
		l.Sheet = l.Sheets[0]
		found, err = l.open(fsys, isWord)
	}
	if found != nil || err != nil {
		return l, nil, 0, found, err
	}
	err = l.read(context.Background(), l.source.rows, func(r *Row) error {
		if len(rows) == most {
			return errStop
		}
		rows = append(rows, r)
		return nil
	})
	found = l.Broken(err)
	if _, keys := l.source.(*entries); keys {
		return l, rows, 0, found, nil // whose fields have names
	}
	words := 0
	for _, r := range rows {
		if n := r.count(isWord); n > words && r.Number <= headingLines {
			heading, words = r.Number, n
		}
	}
	return l, rows, heading, found, nil
}

// isWord reports whether a text may be a heading: it begins with a letter.
func isWord(s string) bool {
	for _, r := range s {
		return unicode.IsLetter(r)
	}
	return false
}
