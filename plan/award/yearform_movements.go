package award

import (
	"fmt"

	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// movementForm counts the movements of a report "số phong trào thi đua": in all
// and by the level that launched them, by scope, by length and by mode. A
// movement without both its days has no length: those rows then add up to less
// than the whole.
func movementForm(r *plan.Report) *YearForm {
	r = zero.Or(r)
	f := &YearForm{
		Code: "0601.N/BNV-TĐKT", Slug: "0601-phong-trao", Title: "Số phong trào thi đua", Unit: "Phong trào",
		Columns: []yearColumn{
			{"", "Tổng số", "1"}, {"Chia theo cấp phát động", "Trung ương", "2"}, {"Chia theo cấp phát động", "Bộ, tỉnh", "3"},
			{"Chia theo cấp phát động", "Cơ quan, tổ chức, đơn vị", "4"},
		},
	}
	var all []*plan.Movement
	for i := range r.Sections {
		for j := range r.Sections[i].Movements {
			all = append(all, &r.Sections[i].Movements[j])
		}
	}
	row := func(code, name string, is func(m *plan.Movement) bool) {
		var total, central, province int
		for _, m := range all {
			if !is(m) {
				continue
			}
			total++
			switch m.Launcher {
			case "central":
				central++
			case "province":
				province++
			}
		}
		f.add(code, name, "", total, central, province, total-central-province)
	}
	scope := func(of ...string) func(*plan.Movement) bool {
		return func(m *plan.Movement) bool { return m.Scope == of[0] || len(of) > 1 && m.Scope == of[1] }
	}
	length := func(of movementLength) func(*plan.Movement) bool {
		return func(m *plan.Movement) bool { return lengthOf(m) == of }
	}
	row("01", "Tổng số", func(*plan.Movement) bool { return true })
	f.heading("1. Chia theo phạm vi tổ chức")
	row("02", "Toàn quốc", scope("nation"))
	row("03", "Bộ, ban, ngành, đoàn thể, địa phương", scope("province"))
	row("04", "Cụm, khối thi đua", scope("cluster"))
	row("05", "Cơ quan, tổ chức, đơn vị", scope("unit", ""))
	f.heading("2. Chia theo thời gian")
	row("06", "Dưới 1 năm", length(underOne))
	row("07", "1 năm", length(oneYear))
	row("08", "Trên 1 năm đến dưới 3 năm", length(underThree))
	row("09", "Từ 3 năm đến dưới 5 năm", length(underFive))
	row("10", "Từ 5 năm trở lên", length(fiveAndMore))
	f.heading("3. Chia theo hình thức thi đua")
	row("11", "Thi đua theo chuyên đề", (*plan.Movement).IsOfTheme)
	row("12", "Thi đua thường xuyên hằng năm", func(m *plan.Movement) bool { return !m.IsOfTheme() })
	return f
}

// checkMovements warns of movements of a report that have no length, and so are in
// none of its rows in [MovementForm].
func checkMovements(r *plan.Report) diag.List {
	r = zero.Or(r)
	var found diag.List
	for i := range r.Sections {
		for j := range r.Sections[i].Movements {
			if m := &r.Sections[i].Movements[j]; lengthOf(m) == unknownLength {
				found.Add(&diag.Diagnostic{
					Pos: diag.At(fmt.Sprintf("sections[%d].movements[%d]", i, j)), Level: diag.Warning, Rule: ruleid.Report, Found: m.Name,
					Message: fmt.Sprintf(`%s: thiếu "from" (bắt đầu) hoặc "to" (kết thúc), không tính được thời gian (dòng 06 đến 10)`, m.Name),
				})
			}
		}
	}
	return found
}

// movementLength is a class of lengths of movements "thời gian".
type movementLength uint8

const (
	unknownLength movementLength = iota
	underOne
	oneYear
	underThree
	underFive
	fiveAndMore
)

// lengthOf gives how long a movement runs, both its days counted.
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
