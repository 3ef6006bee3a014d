package award

import (
	"cmp"
	"fmt"

	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// movements are the movements of a report "phong trào thi đua", by the level that launched
// them, scope, length and mode. One without both its days has no length.
func movements(r *plan.Report) []thing {
	var all []thing
	for i := range r.Sections {
		for j := range r.Sections[i].Movements {
			m := &r.Sections[i].Movements[j]
			mode := "regular"
			if m.IsOfTheme() {
				mode = "theme"
			}
			all = append(all, thing{map[string]string{
				"launcher": cmp.Or(m.Launcher, "unit"), "scope": cmp.Or(m.Scope, "unit"), "length": string(lengthOf(m)), "mode": mode,
			}, 1, nil})
		}
	}
	return all
}

// checkMovements warns of movements of a report that have no length, and so are in
// none of the rows by length.
func checkMovements(r *plan.Report) diag.List {
	r = zero.Or(r)
	var found diag.List
	for i := range r.Sections {
		for j := range r.Sections[i].Movements {
			if m := &r.Sections[i].Movements[j]; lengthOf(m) == unknownLength {
				found.Add(&diag.Diagnostic{
					Pos: diag.At(fmt.Sprintf("sections[%d].movements[%d]", i, j)), Level: diag.Warning, Rule: ruleid.Report, Found: m.Name,
					Message: fmt.Sprintf(`%s: thiếu "from" (bắt đầu) hoặc "to" (kết thúc), không tính được thời gian (dòng 06 đến 10)`,
						m.Name),
				})
			}
		}
	}
	return found
}

// movementLength is a class of lengths of movements "thời gian".
type movementLength string

const (
	unknownLength movementLength = ""
	underOne      movementLength = "under_one"
	oneYear       movementLength = "one"
	underThree    movementLength = "under_three"
	underFive     movementLength = "under_five"
	fiveAndMore   movementLength = "five"
)

// lengthOf returns how long a movement runs, both its days counted.
func lengthOf(m *plan.Movement) movementLength {
	if m.From.IsZero() || m.To.IsZero() {
		return unknownLength
	}
	end := dayAfter(m.To.Last())
	after := func(years int) int {
		day := m.From.First()
		day.Year += years
		if last := (plan.Date{Year: day.Year, Month: day.Month}).Last(); last.Before(day) {
			day = dayAfter(last) // from a 29 February
		}
		return end.Compare(day)
	}
	switch {
	case after(1) < 0:
		return underOne
	case after(1) == 0:
		return oneYear
	case after(3) < 0:
		return underThree
	case after(5) < 0:
		return underFive
	}
	return fiveAndMore
}

func dayAfter(d plan.Date) plan.Date {
	switch {
	case d != plan.Date{Year: d.Year, Month: d.Month}.Last():
		d.Day++
	case d.Month == 12:
		d = plan.Date{Year: d.Year + 1, Month: 1, Day: 1}
	default:
		d = plan.Date{Year: d.Year, Month: d.Month + 1, Day: 1}
	}
	return d
}
