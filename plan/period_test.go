package plan_test

import (
	"testing"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestPeriods: a period may end in what it begins with, or be open; it may not end before.
func TestPeriods(t *testing.T) {
	day := plan.Date{Year: 2026, Month: 3, Day: 15}
	month, year := plan.Date{Year: 2026, Month: 3}, plan.Date{Year: 2026}
	for _, tt := range []struct {
		from, to plan.Date
		refused  bool
	}{
		{day, day, false}, {day, month, false}, {day, year, false}, {month, day, false}, {year, day, false},
		{day, plan.Date{}, false}, {plan.Date{}, year, false}, {plan.Date{}, plan.Date{}, false},
		{day, plan.Date{Year: 2026, Month: 3, Day: 14}, true}, {day, plan.Date{Year: 2026, Month: 2}, true}, {year, plan.Date{Year: 2025}, true},
	} {
		var found diag.List
		(&plan.Movement{From: tt.from, To: tt.to}).Validate("movements[0]", &found)
		if found.HasErrors() != tt.refused || tt.refused && found.Error() != `lỗi [plan.bad-value]: "to" (kết thúc) sớm hơn "from" (bắt đầu)` {
			t.Errorf("from %s to %s: %v", tt.from, tt.to, found)
		}
	}
}
