package sheet

import (
	"context"
	"errors"
	"io/fs"

	"github.com/vanban-go/vanban/plan/diag"
)

// First opens a list for somebody who looks what it holds: its worksheets, and its first
// rows as they stand, at most so many. Where several worksheets could be meant it is the
// first of them.
func First(ctx context.Context, fsys fs.FS, o *Options, most int) (*List, []*Row, diag.List, error) {
	l := &List{File: o.File, Sheet: o.Sheet, o: *o}
	found, err := l.open(fsys, o, nil)
	if found != nil && err == nil && o.Sheet == "" && len(l.Sheets) > 1 {
		own := *o
		own.Sheet = l.Sheets[0]
		return First(ctx, fsys, &own, most)
	}
	if found != nil || err != nil {
		return nil, nil, found, err
	}
	var rows []*Row
	err = l.read(ctx, l.source.rows, func(r *Row) error {
		if len(rows) == most {
			return errStop
		}
		rows = append(rows, r)
		return nil
	})
	var broken *readError
	switch {
	case errors.As(err, &broken):
		return nil, nil, l.Broken(err), nil
	case err != nil && !errors.Is(err, errStop):
		return nil, nil, nil, err
	}
	return l, rows, nil, nil
}
