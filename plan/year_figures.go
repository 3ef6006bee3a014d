package plan

import "github.com/vanban-go/vanban/plan/diag"

// YearFigures is what the yearly statistical forms ask for and no season or
// decision has "số liệu cho biểu thống kê năm". What is left out stays an empty
// cell on the forms, not a zero.
// Source: Thông tư số 02/2023/TT-BNV.
type YearFigures struct {
	// Receiver is who the forms are sent to.
	Receiver string `yaml:"receiver" vi:"đơn vị nhận báo cáo" eg:"Sở Nội vụ tỉnh Lam Sơn"`
	Preparer string `yaml:"preparer" vi:"người lập biểu" eg:"Bùi Thị Thủy"`
	// Received are awards of higher levels that no season of the report's files
	// holds.
	Received []ReceivedAward `yaml:"received" vi:"khen thưởng của cấp trên"`
	Bodies   *AwardBodies    `yaml:"bodies" vi:"số tổ chức làm công tác thi đua, khen thưởng" help:"biểu 0604; của bộ, ngành, tỉnh"`
	Staff    []AwardOfficer  `yaml:"staff" vi:"công chức làm công tác thi đua, khen thưởng" help:"biểu 0605; mỗi người một dòng"`
}

// ReceivedAward is an award that a higher level gave "khen thưởng của cấp trên".
type ReceivedAward struct {
	Awardee
	Decision PaperRef `yaml:"decision" vi:"quyết định" need:"yes"`
	// Submitted says whose submission the award rests on. Empty: province.
	Submitted Level `yaml:"submitted" vi:"cấp trình" values:"ministry|province"`
}

// AwardBodies counts the bodies that do the work of awards "tổ chức làm công tác
// thi đua, khen thưởng", by their place.
type AwardBodies struct {
	Departments int `yaml:"departments" vi:"cấp vụ thuộc bộ, ban, ngành, đoàn thể Trung ương" within:"0..100000"`
	Sections    int `yaml:"sections" vi:"cấp phòng, ban, bộ phận thuộc vụ" within:"0..100000"`
	Boards      int `yaml:"boards" vi:"cấp ban thuộc Sở Nội vụ" within:"0..100000"`
	Divisions   int `yaml:"divisions" vi:"cấp phòng thuộc Sở Nội vụ" within:"0..100000"`
}

// AwardOfficer is one of those who do the work of awards "công chức làm công tác
// thi đua, khen thưởng".
type AwardOfficer struct {
	Name      string `yaml:"name" vi:"họ tên" help:"không in trên biểu"`
	BirthYear int    `yaml:"birth_year" vi:"năm sinh" need:"yes" eg:"1985" within:"year"`
	Sex       Sex    `yaml:"sex" vi:"giới tính" need:"yes" eg:"female"`
	Education string `yaml:"education" vi:"trình độ đào tạo" need:"yes" eg:"university"`
	// Since is the first year in this work.
	Since int `yaml:"since" vi:"năm bắt đầu làm công tác thi đua, khen thưởng" need:"yes" eg:"2019" within:"year"`
}

// Validate refuses work begun before birth.
func (o *AwardOfficer) Validate(path string, found *diag.List) {
	o = orZero(o)
	if o.Since != 0 && o.Since < o.BirthYear {
		addFinding(found, path, "since", ruleValue, `"since" (năm bắt đầu) sớm hơn "birth_year" (năm sinh)`)
	}
}
