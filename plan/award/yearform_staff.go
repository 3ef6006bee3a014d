package award

import "github.com/vanban-go/vanban/plan"

// offices is whose figures forms 0604 and 0605 are.
const offices = " của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương"

// bodyForm counts the bodies that do the work of awards, form 0604. Without figures
// its cells stay empty: a commune has no such body of its own.
func bodyForm(b *plan.AwardBodies) *YearForm {
	f := &YearForm{
		Code: "0604.N/BNV-TĐKT", Slug: "0604-to-chuc", Title: "Số lượng tổ chức làm công tác thi đua, khen thưởng" + offices,
		Units: true, Columns: []yearColumn{{"", "Số lượng", "1"}},
	}
	row := func(code, name, unit string, of func(b *plan.AwardBodies) int) {
		if b == nil {
			f.unknown(code, name, unit)
			return
		}
		f.add(code, name, unit, of(b))
	}
	row("01", "Tổng số", "Tổ chức", func(b *plan.AwardBodies) int { return b.Departments + b.Sections + b.Boards + b.Divisions })
	f.heading("Chia theo cơ cấu tổ chức bộ máy")
	row("02", "Cấp vụ thuộc bộ, ban, ngành, đoàn thể Trung ương", "Vụ", func(b *plan.AwardBodies) int { return b.Departments })
	row("03", "Cấp phòng, ban hoặc bộ phận thuộc vụ", "Phòng", func(b *plan.AwardBodies) int { return b.Sections })
	row("04", "Cấp ban thuộc Sở Nội vụ", "Ban", func(b *plan.AwardBodies) int { return b.Boards })
	row("05", "Cấp phòng thuộc Sở Nội vụ", "Phòng", func(b *plan.AwardBodies) int { return b.Divisions })
	return f
}

// staffForm counts those who do the work of awards by age, training and years in
// this work at the end of the period, form 0605. Without anybody its cells stay
// empty.
func staffForm(staff []plan.AwardOfficer, period *plan.Period) *YearForm {
	f := &YearForm{
		Code: "0605.N/BNV-TĐKT", Slug: "0605-cong-chuc", Title: "Số lượng công chức làm công tác thi đua, khen thưởng" + offices,
		Columns: []yearColumn{{"Số lượng (người)", "Tổng số", "1"}, {"Số lượng (người)", "Trong đó: nữ", "2"}},
	}
	year := 0
	if period != nil {
		year = period.Last().Year
	}
	row := func(code, name string, is func(o *plan.AwardOfficer) bool) {
		if len(staff) == 0 || year == 0 {
			f.unknown(code, name, "")
			return
		}
		all, women := 0, 0
		for i := range staff {
			if o := &staff[i]; is(o) {
				all++
				if o.Sex == "female" {
					women++
				}
			}
		}
		f.add(code, name, "", all, women)
	}
	age := func(from, to int) func(o *plan.AwardOfficer) bool {
		return func(o *plan.AwardOfficer) bool { return from <= year-o.BirthYear && year-o.BirthYear <= to }
	}
	school := func(level string) func(o *plan.AwardOfficer) bool {
		return func(o *plan.AwardOfficer) bool { return o.Education == level }
	}
	years := func(from, below int) func(o *plan.AwardOfficer) bool {
		return func(o *plan.AwardOfficer) bool { return from <= year-o.Since && year-o.Since < below }
	}
	const ever = 1000
	row("01", "Tổng số", func(*plan.AwardOfficer) bool { return true })
	f.heading("1. Chia theo độ tuổi")
	row("02", "Từ 30 trở xuống", age(-ever, 30))
	row("03", "Từ 31 đến 40", age(31, 40))
	row("04", "Từ 41 đến 50", age(41, 50))
	row("05", "Từ 51 đến 55", age(51, 55))
	row("06", "Từ 56 đến 60", age(56, 60))
	row("07", "Trên 60 tuổi", age(61, ever))
	f.heading("2. Chia theo trình độ đào tạo")
	row("08", "Sơ cấp", school("elementary"))
	row("09", "Trung cấp", school("intermediate"))
	row("10", "Cao đẳng", school("college"))
	row("11", "Đại học", school("university"))
	row("12", "Trên đại học", school("postgraduate"))
	f.heading("3. Chia theo thâm niên công tác trong lĩnh vực thi đua, khen thưởng")
	row("13", "Dưới 5 năm", years(-ever, 5))
	row("14", "Từ 5 năm đến dưới 10 năm", years(5, 10))
	row("15", "Từ 10 năm trở lên", years(10, ever))
	return f
}
