package sheet

import (
	"context"
	"fmt"
	"io/fs"
	"unicode"

	"github.com/vanban-go/vanban/plan/diag"
)

// Look opens a list of which nobody knows the columns yet and gives its first rows, so that
// a person may say what is what. Of several worksheets it takes the first that is not hidden
// when none is named. heading is the row of the options, which may stand behind those rows, or
// else the one that looks most like headings; nil: none does.
func Look(fsys fs.FS, o *Options, most int) (l *List, rows []*Row, heading *Row, found diag.List, err error) {
	l = &List{File: o.File, Sheet: o.Sheet, o: *o}
	found, err = l.open(fsys, isWord)
	if l.Sheet == "" && len(l.Sheets) > 0 {
		l.Sheet = l.Sheets[0]
		found, err = l.open(fsys, isWord)
	}
	if found != nil || err != nil {
		return l, nil, nil, found, err
	}
	last := 0
	err = l.read(context.Background(), l.source.rows, func(r *Row) error {
		if len(rows) >= most && r.Number > o.Heading {
			return errStop
		}
		if last = r.Number; last == o.Heading {
			heading = r
		}
		if len(rows) < most {
			rows = append(rows, r)
		}
		return nil
	})
	found = l.Broken(err)
	_, keys := l.source.(*entries) // whose fields have names
	switch {
	case found != nil:
	case last == 0:
		found = l.Empty()
	case keys:
		heading = nil
	case o.Heading == 0:
		heading = wordiest(rows)
	case heading == nil:
		found = l.noHeading(last)
	}
	return l, rows, heading, found, nil
}

// wordiest is the row that holds the most texts that may be headings.
func wordiest(rows []*Row) (heading *Row) {
	words := 0
	for _, r := range rows {
		if n := r.count(isWord); n > words && r.Number <= headingLines {
			heading, words = r, n
		}
	}
	return heading
}

// noHeading is the finding of a row of headings that is empty, or stands behind the last row of a list.
func (l *List) noHeading(last int) diag.List {
	message := fmt.Sprintf("dòng %d của danh sách trống, không phải dòng tên cột", l.o.Heading)
	if last < l.o.Heading {
		message = fmt.Sprintf("danh sách chỉ có đến dòng %d, không có dòng tên cột thứ %d", last, l.o.Heading)
	}
	return diag.List{{Pos: diag.Pos{File: l.File}, Rule: RuleHeading, Message: message, Fix: "chọn dòng ghi tên các cột"}}
}

// isWord reports whether a text may be a heading: it begins with a letter.
func isWord(s string) bool {
	for _, r := range s {
		return unicode.IsLetter(r)
	}
	return false
}
