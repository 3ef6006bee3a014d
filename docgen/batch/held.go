package batch

import (
	"fmt"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/plan/vi"
)

// What a job that sorts or groups keeps in memory at most.
const (
	maxHeldRows  = 100_000
	maxHeldBytes = 64 << 20 // of the texts of cells
)

// held counts the rows that are kept.
type held struct{ rows, bytes int }

// add counts a row. The error is a *manyRowsError.
func (h *held) add(l *sheet.Row) error {
	h.rows++
	for i := range l.Cells {
		h.bytes += len(l.Cells[i].Text) + len(l.Cells[i].Lines)
	}
	if h.rows > maxHeldRows || h.bytes > maxHeldBytes {
		return &manyRowsError{l.Number}
	}
	return nil
}

// manyRowsError is a list too long to be sorted or grouped, from a row on.
type manyRowsError struct{ row int }

func (e *manyRowsError) Error() string {
	return fmt.Sprintf("danh sách dài hơn %s dòng hay %s MB chữ, không xếp thứ tự hay gộp dòng được vì phải giữ tất cả trong bộ nhớ",
		vi.FormatInt(maxHeldRows), vi.FormatInt(maxHeldBytes>>20))
}
