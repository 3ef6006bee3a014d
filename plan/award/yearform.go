package award

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// YearForm is a yearly statistical form "biểu thống kê": rows with their codes "mã số",
// as the ministry's forms number them.
// Source: Thông tư số 02/2023/TT-BNV.
type YearForm struct {
	Code    string // 0601.N/BNV-TĐKT
	Name    string
	Columns []string // behind the name and the code of a row
	Rows    []YearRow
}

// YearRow is a row of a form. An empty cell is a figure that the files do not
// give; it is not 0.
type YearRow struct {
	Name, Code string
	Cells      []string
}

// CSV gives the form for a spreadsheet: UTF-8 with a byte order mark, so that
// Excel reads its letters.
func (f *YearForm) CSV() []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	rows := [][]string{append([]string{f.Name, "Mã số"}, f.Columns...)}
	for _, r := range f.Rows {
		rows = append(rows, append([]string{r.Name, r.Code}, r.Cells...))
	}
	// Writing to memory cannot fail.
	_ = w.WriteAll(rows)
	return b.Bytes()
}

// MovementForm counts the movements of a report "số phong trào thi đua": in all
// and by the level that launched them, by scope, by length and by mode. A
// movement without both its days has no length: those rows then add up to less
// than the whole.
func MovementForm(r *plan.Report) *YearForm {
	f := &YearForm{
		Code: "0601.N/BNV-TĐKT", Name: "Số phong trào thi đua",
		Columns: []string{"Tổng số", "Trung ương phát động", "Bộ, tỉnh phát động", "Cơ quan, tổ chức, đơn vị phát động"},
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
		f.Rows = append(f.Rows, YearRow{name, code, numbers(total, central, province, total-central-province)})
	}
	scope := func(of ...string) func(*plan.Movement) bool {
		return func(m *plan.Movement) bool { return m.Scope == of[0] || len(of) > 1 && m.Scope == of[1] }
	}
	length := func(of movementLength) func(*plan.Movement) bool {
		return func(m *plan.Movement) bool { return lengthOf(m) == of }
	}
	row("01", "Tổng số", func(*plan.Movement) bool { return true })
	row("02", "Phạm vi toàn quốc", scope("nation"))
	row("03", "Phạm vi bộ, ngành, địa phương", scope("province"))
	row("04", "Phạm vi cụm, khối thi đua", scope("cluster"))
	row("05", "Phạm vi cơ quan, đơn vị", scope("unit", ""))
	row("06", "Thời gian dưới 1 năm", length(underOne))
	row("07", "Thời gian 1 năm", length(oneYear))
	row("08", "Thời gian từ trên 1 năm đến dưới 3 năm", length(underThree))
	row("09", "Thời gian từ 3 năm đến dưới 5 năm", length(underFive))
	row("10", "Thời gian từ 5 năm trở lên", length(fiveAndMore))
	row("11", "Thi đua theo chuyên đề", func(m *plan.Movement) bool { return m.Mode == "theme" })
	row("12", "Thi đua thường xuyên hằng năm", func(m *plan.Movement) bool { return m.Mode != "theme" })
	return f
}

// CheckMovements warns of movements of a report that have no length, and so are in
// none of its rows in [MovementForm].
func CheckMovements(r *plan.Report) diag.List {
	var found diag.List
	for i := range r.Sections {
		for j := range r.Sections[i].Movements {
			if m := &r.Sections[i].Movements[j]; lengthOf(m) == unknownLength {
				found.Add(&diag.Diagnostic{
					Path: fmt.Sprintf("sections[%d].movements[%d]", i, j), Level: diag.Warning, Rule: RuleReport, Found: m.Name,
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

// AwardForm counts the awards of a period by the rows of form 0603 "khen thưởng
// cấp bộ, tỉnh": by recipient and by occasion. Its columns are the awards that
// were given, of whatever level: for what a commune decides there is no form of
// the ministry's. The rows of leaders of ministries, provinces and departments,
// and of the wars of resistance, have no figures: the files do not tell.
func AwardForm(period *plan.Period, outcomes ...*Outcome) *YearForm {
	f := &YearForm{Code: "0603.N/BNV-TĐKT", Name: "Khen thưởng", Columns: []string{"Tổng số"}}
	at := make(map[string]int) // award to its cell
	var given []*Result
	var occasions []string
	for _, o := range outcomes {
		for i := range o.Results {
			r := &o.Results[i]
			if r.Status != Awarded || !within(period, o.dayOf(r)) {
				continue
			}
			given = append(given, r)
			occasions = append(occasions, occasionIn(o.Season, r.Nominee))
			if at[r.Award.Code] == 0 {
				f.Columns = append(f.Columns, r.Award.NameOn(o.Day))
				at[r.Award.Code] = len(f.Columns) - 1
			}
		}
	}
	row := func(code, name string, is func(a *plan.Awardee, occasion string) bool) {
		counts := make([]int, len(f.Columns))
		for i, r := range given {
			if is(&r.Nominee.Awardee, occasions[i]) {
				counts[0]++
				counts[at[r.Award.Code]]++
			}
		}
		f.Rows = append(f.Rows, YearRow{name, code, numbers(counts...)})
	}
	unknown := func(code, name string) {
		f.Rows = append(f.Rows, YearRow{name, code, make([]string, len(f.Columns))})
	}
	kind := func(k plan.Recipient) func(*plan.Awardee, string) bool {
		return func(a *plan.Awardee, _ string) bool { return a.Kind == k }
	}
	person := func(is func(a *plan.Awardee) bool) func(*plan.Awardee, string) bool {
		return func(a *plan.Awardee, _ string) bool { return a.Kind == plan.Individual && is(a) }
	}
	occasion := func(of ...string) func(*plan.Awardee, string) bool {
		return func(_ *plan.Awardee, o string) bool { return o == of[0] || len(of) > 1 && o == of[1] }
	}
	row("01", "Tổng số", func(*plan.Awardee, string) bool { return true })
	row("02", "Tập thể", kind(plan.Collective))
	row("03", "Trong đó: doanh nghiệp", func(a *plan.Awardee, _ string) bool { return a.Kind == plan.Collective && a.Enterprise })
	row("04", "Hộ gia đình", kind(plan.Household))
	row("05", "Cá nhân", kind(plan.Individual))
	unknown("06", "Lãnh đạo cấp bộ, cấp tỉnh trở lên")
	unknown("07", "Lãnh đạo cấp vụ, cấp sở")
	row("08", "Doanh nhân", person(func(a *plan.Awardee) bool { return a.Enterprise }))
	row("09", "Lãnh đạo khác từ phó phòng trở lên", person(func(a *plan.Awardee) bool { return a.Leader && !a.Enterprise }))
	row("10", "Người trực tiếp công tác, lao động, sản xuất", person(func(a *plan.Awardee) bool { return a.DirectWorker && !a.Leader && !a.Enterprise }))
	row("11", "Khen thưởng thường xuyên (công trạng)", occasion(Merit))
	row("12", "Khen thưởng phong trào, chuyên đề", occasion("theme", "movement"))
	row("13", "Khen thưởng đột xuất", occasion("sudden"))
	row("14", "Khen thưởng đối ngoại", occasion("diplomacy"))
	row("15", "Khen thưởng quá trình cống hiến", occasion("dedication"))
	row("16", "Khen thưởng niên hạn", occasion("seniority"))
	unknown("17", "Khen thưởng kháng chiến")
	return f
}

func numbers(list ...int) []string {
	texts := make([]string, len(list))
	for i, n := range list {
		texts[i] = strconv.Itoa(n)
	}
	return texts
}
