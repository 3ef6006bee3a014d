package award

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
)

// yearColumnID names the column of the yearly forms that counts an award.
type yearColumnID string

// Columns of form 0602 (awards of the State), then of form 0603 (awards of
// ministries and provinces).
const (
	medalColumn          yearColumnID = "medal" // huân chương, huy chương
	hoChiMinhPrizeColumn yearColumnID = "ho_chi_minh_prize"
	statePrizeColumn     yearColumnID = "state_prize"
	stateHonourColumn    yearColumnID = "state_honour" // danh hiệu vinh dự nhà nước
	governmentFlagColumn yearColumnID = "government_flag"
	pmCommendationColumn yearColumnID = "prime_minister_commendation"
	nationalFighter      yearColumnID = "national_fighter" // Chiến sĩ thi đua toàn quốc

	commendationColumn yearColumnID = "commendation" // bằng khen
	fighterColumn      yearColumnID = "fighter"      // chiến sĩ thi đua cấp bộ, cấp tỉnh
	flagColumn         yearColumnID = "flag"         // cờ thi đua
	badgeColumn        yearColumnID = "badge"        // huy hiệu, kỷ niệm chương
)

// yearLevel is whose award it is: the forms part them.
type yearLevel uint8

const (
	ownLevel      yearLevel = iota // of the office, commune or unit
	provinceLevel                  // of a ministry or province
	stateLevel
)

// levelOf gives whose award it is on a day, by who decides on it.
func levelOf(a *Award, day plan.Date) yearLevel {
	level := ownLevel
	for _, l := range a.DecidersOn(day) {
		switch l {
		case plan.PresidentLevel, plan.GovernmentLevel, plan.PrimeMinisterLevel:
			return stateLevel
		case plan.MinistryLevel, plan.ProvinceLevel:
			level = provinceLevel
		}
	}
	return level
}

// yearAward is an award that was given in the year.
type yearAward struct {
	*plan.Awardee
	award    *Award
	occasion plan.Occasion
	level    yearLevel
	name     string // of the award on its day
	ministry bool   // a ministry submitted it, not a province
}

// yearAwards gathers the awards given in a period: decided in the seasons and
// decisions, granted by higher levels to those whom a season forwarded, and those
// that the report itself tells of. What was cancelled does not count.
func yearAwards(period *plan.Period, figures *plan.YearFigures, law *Law, outcomes []*Outcome) []yearAward {
	var all []yearAward
	for _, o := range outcomes {
		o = zero.Or(o)
		for i := range o.Results {
			r := &o.Results[i]
			day := o.dayOf(r)
			switch {
			case r.Status == Awarded && o.decided(r):
			case r.Status == forwarded && r.Nominee.Granted != nil:
				day = r.Nominee.Granted.Date
			default:
				continue
			}
			if within(period, day) {
				all = append(all, yearAward{&r.Nominee.Awardee, r.Award, occasionIn(o.Season, r.Nominee), levelOf(r.Award, day), r.Award.NameOn(day), false})
			}
		}
	}
	for i := range figures.Received {
		r := &figures.Received[i]
		a, known := law.Find(r.Award)
		if day := r.Decision.Date; known && within(period, day) {
			occasion := cmp.Or(r.Occasion, plan.Merit)
			all = append(all, yearAward{&r.Awardee, a, occasion, levelOf(a, day), a.NameOn(day), r.Submitted == plan.MinistryLevel})
		}
	}
	return all
}

// column is a column of a form of awards with what it counts.
type column struct {
	yearColumn
	counts func(a *yearAward) bool
}

// tally fills a form of awards: a row counts who belongs to it, in each column.
type tally struct {
	*YearForm
	given   []yearAward
	columns []column
}

func newTally(f *YearForm, level yearLevel, given []yearAward, columns []column) *tally {
	t := &tally{YearForm: f, columns: columns}
	for i := range given {
		if given[i].level == level {
			t.given = append(t.given, given[i])
		}
	}
	for i := range columns {
		f.Columns = append(f.Columns, columns[i].yearColumn)
	}
	return t
}

func (t *tally) row(code, name, unit string, is func(a *yearAward) bool) {
	counts := make([]int, len(t.columns))
	for i := range t.given {
		a := &t.given[i]
		if !is(a) {
			continue
		}
		for k := range t.columns {
			if t.columns[k].counts(a) {
				counts[k]++
			}
		}
	}
	t.add(code, name, unit, counts...)
}

func everyAward(*yearAward) bool { return true }

// recipients adds the rows by kind of awardee; codes are those of the eight rows.
func (t *tally) recipients(codes ...string) {
	person := func(is func(a *yearAward) bool) func(a *yearAward) bool {
		return func(a *yearAward) bool { return a.Kind == plan.Individual && is(a) }
	}
	kind := func(k plan.Recipient) func(a *yearAward) bool {
		return func(a *yearAward) bool { return a.Kind == k }
	}
	t.row(codes[0], "Tập thể", "Tập thể", kind(plan.Collective))
	t.row(codes[1], "Trong đó: doanh nghiệp", "Doanh nghiệp", func(a *yearAward) bool { return a.Kind == plan.Collective && a.Enterprise })
	t.row(codes[2], "Hộ gia đình", "Hộ", kind(plan.Household))
	t.row(codes[3], "Cá nhân", "Người", kind(plan.Individual))
	t.row(codes[4], "Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên", "Người", person(func(a *yearAward) bool { return a.Rank == "province" }))
	t.row(codes[5], "Lãnh đạo cấp vụ, sở, ngành và tương đương", "Người", person(func(a *yearAward) bool { return a.Rank == "department" }))
	t.row(codes[6], "Doanh nhân", "Người", person(func(a *yearAward) bool { return a.Rank == "" && a.Enterprise }))
	t.row(codes[7], "Các cấp lãnh đạo khác từ phó phòng trở lên", "Người", person(func(a *yearAward) bool { return a.Rank == "" && !a.Enterprise && a.Leader }))
	t.row(codes[8], "Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu", "Người", person(func(a *yearAward) bool { return a.Rank == "" && !a.Enterprise && !a.Leader && a.DirectWorker }))
}

// occasions adds the rows by way of commendation.
func (t *tally) occasions(codes ...string) {
	on := func(of ...plan.Occasion) func(a *yearAward) bool {
		return func(a *yearAward) bool { return slices.Contains(of, a.occasion) }
	}
	t.row(codes[0], "Thường xuyên (công trạng)", "", on(plan.Merit))
	t.row(codes[1], "Chuyên đề, phong trào thi đua", "", on("theme", "movement"))
	t.row(codes[2], "Đột xuất", "", on(plan.Sudden))
	t.row(codes[3], "Đối ngoại", "", on("diplomacy"))
	t.row(codes[4], "Cống hiến", "", on("dedication"))
	t.row(codes[5], "Niên hạn", "", on("seniority"))
	t.unknown(codes[6], "Kháng chiến", "") // no file tells of it
}

// stateForm counts the awards of the State, form 0602. A household stands in the
// columns of collectives.
func stateForm(given []yearAward) *YearForm {
	in := func(ids ...yearColumnID) func(a *yearAward) bool {
		return func(a *yearAward) bool { return slices.Contains(ids, a.award.Column) }
	}
	pair := func(group, number string, is func(a *yearAward) bool) []column {
		return []column{
			{yearColumn{group, "Tập thể", number}, func(a *yearAward) bool { return is(a) && a.Kind != plan.Individual }},
			{yearColumn{group, "Cá nhân", number}, func(a *yearAward) bool { return is(a) && a.Kind == plan.Individual }},
		}
	}
	columns := slices.Concat(
		[]column{{yearColumn{"", "Tổng số", "1"}, everyAward}},
		pair("Huân chương, huy chương", "2", in(medalColumn)),
		[]column{
			{yearColumn{"", "Giải thưởng Hồ Chí Minh", "3"}, in(hoChiMinhPrizeColumn)},
			{yearColumn{"", "Giải thưởng Nhà nước", "4"}, in(statePrizeColumn)},
		},
		pair("Danh hiệu vinh dự nhà nước", "5", in(stateHonourColumn)),
		[]column{{yearColumn{"", "Cờ thi đua của Chính phủ", "6"}, in(governmentFlagColumn)}},
		pair("Bằng khen của Thủ tướng Chính phủ", "7", in(pmCommendationColumn)),
		[]column{{yearColumn{"", "Chiến sĩ thi đua toàn quốc", "8"}, in(nationalFighter)}},
		pair("Hình thức khác", "9", in("")),
	)
	t := newTally(&YearForm{Code: "0602.N/BNV-TĐKT", Slug: "0602-khen-thuong-cap-nha-nuoc", Title: "Số lượng khen thưởng cấp Nhà nước", Units: true}, stateLevel, given, columns)
	t.row("01", "Tổng số", "", everyAward)
	t.heading("1. Chia theo đơn vị ban hành tờ trình Thủ tướng Chính phủ về khen thưởng")
	t.row("02", "Bộ, ban, ngành, đoàn thể Trung ương", "Bộ, ngành", func(a *yearAward) bool { return a.ministry })
	t.row("03", "Tỉnh, thành phố trực thuộc Trung ương", "Tỉnh, TP", func(a *yearAward) bool { return !a.ministry })
	t.heading("2. Chia theo đối tượng khen thưởng")
	t.recipients("06", "07", "08", "09", "10", "11", "12", "13", "14")
	t.heading("3. Chia theo phương thức khen thưởng")
	t.occasions("15", "16", "17", "18", "19", "20", "21")
	return t.YearForm
}

// provinceForm counts the awards of ministries and provinces, form 0603. Those for
// which the form has no column stand in one of their own, where there are any.
func provinceForm(given []yearAward) *YearForm {
	in := func(id yearColumnID) func(a *yearAward) bool {
		return func(a *yearAward) bool { return a.award.Column == id }
	}
	const group = "Chia ra"
	columns := []column{
		{yearColumn{"", "Tổng số", "1"}, everyAward},
		{yearColumn{group, "Bằng khen", "2"}, in(commendationColumn)},
		{yearColumn{group, "Chiến sĩ thi đua cấp bộ, cấp tỉnh", "3"}, in(fighterColumn)},
		{yearColumn{group, "Cờ thi đua", "4"}, in(flagColumn)},
		{yearColumn{group, "Huy hiệu, kỷ niệm chương", "5"}, in(badgeColumn)},
	}
	if slices.ContainsFunc(given, func(a yearAward) bool { return a.level == provinceLevel && a.award.Column == "" }) {
		columns = append(columns, column{yearColumn{group, "Khác (ngoài biểu)", ""}, in("")})
	}
	t := newTally(&YearForm{
		Code: "0603.N/BNV-TĐKT", Slug: "0603-khen-thuong-cap-bo-tinh", Units: true,
		Title: "Số lượng khen thưởng cấp bộ, ban, ngành, đoàn thể Trung ương và tỉnh, thành phố trực thuộc Trung ương",
	}, provinceLevel, given, columns)
	t.rows0603()
	return t.YearForm
}

func (t *tally) rows0603() {
	t.row("01", "Tổng số", "", everyAward)
	t.heading("1. Chia theo đối tượng khen thưởng")
	t.recipients("02", "03", "04", "05", "06", "07", "08", "09", "10")
	t.heading("2. Chia theo phương thức khen thưởng")
	t.occasions("11", "12", "13", "14", "15", "16", "17")
}

// ownForm counts what the office itself decided by the rows of form 0603. Its
// columns are the awards that were given: the ministry has no form for them.
func ownForm(given []yearAward) *YearForm {
	columns := []column{{yearColumn{"", "Tổng số", "1"}, everyAward}}
	seen := make(map[string]bool)
	for i := range given {
		a := &given[i]
		if a.level != ownLevel || seen[a.award.Code] {
			continue
		}
		code := a.award.Code
		seen[code] = true
		columns = append(columns, column{yearColumn{"Chia ra", a.name, strconv.Itoa(len(columns) + 1)}, func(a *yearAward) bool { return a.award.Code == code }})
	}
	t := newTally(&YearForm{Slug: "khen-thuong-cua-co-quan", Title: "Số lượng khen thưởng do cơ quan, đơn vị quyết định", Units: true}, ownLevel, given, columns)
	t.rows0603()
	return t.YearForm
}
