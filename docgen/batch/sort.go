package batch

import (
	"cmp"
	"slices"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/vi"
)

// byGivenName is the order in which lists of persons stand.
const byGivenName = "given-name"

// sort puts rows into the order of the job. Rows that are equal in it keep the order of the list.
func (m *mapper) sort(rows []*row) {
	if len(m.job.Sort) == 0 {
		return
	}
	slices.SortStableFunc(rows, func(a, b *row) int {
		for i := range m.job.Sort {
			if n := m.job.Sort[i].compare(a, b); n != 0 {
				return n
			}
		}
		return 0
	})
}

// compare compares two rows in one column. Empty cells come last in any direction.
func (s *Sort) compare(a, b *row) int {
	v, w := a.values[s.Column], b.values[s.Column]
	if v == "" || w == "" {
		switch {
		case v == w:
			return 0
		case v == "":
			return 1
		}
		return -1
	}
	n := compareValues(v, w, s.By)
	if s.Descending {
		return -n
	}
	return n
}

// compareValues compares two values of one column.
func compareValues(v, w sheet.Value, by string) int {
	switch v := v.(type) {
	case plan.Money:
		if w, ok := w.(plan.Money); ok {
			return cmp.Compare(v, w)
		}
	case sheet.Decimal:
		if w, ok := w.(sheet.Decimal); ok {
			return v.Compare(w)
		}
	case sheet.Date:
		if w, ok := w.(sheet.Date); ok {
			return cmp.Or(cmp.Compare(v.Year, w.Year), cmp.Compare(v.Month, w.Month), cmp.Compare(v.Day, w.Day))
		}
	}
	if by == byGivenName {
		return vi.CompareNames(sheet.Plain(v), sheet.Plain(w))
	}
	return vi.Compare(sheet.Plain(v), sheet.Plain(w))
}
