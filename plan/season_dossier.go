package plan

import "github.com/vanban-go/vanban/plan/diag"

// Biography is who a person or household is, for the report on them "sơ lược lý
// lịch". What is left out is a dotted line to be filled in by hand.
type Biography struct {
	BirthDate Date   `yaml:"birth_date" vi:"ngày, tháng, năm sinh" help:"bỏ trống là năm sinh"`
	Sex       Sex    `yaml:"sex" vi:"giới tính"`
	HomeTown  string `yaml:"home_town" vi:"quê quán"`
	Residence string `yaml:"residence" vi:"trú quán" help:"bỏ trống là đơn vị, địa chỉ, với hộ gia đình"`
	// Offices are those of the Party and of unions, beside the post.
	Offices   string `yaml:"offices" vi:"chức vụ Đảng, đoàn thể" eg:"Bí thư Chi bộ"`
	Education string `yaml:"education" vi:"trình độ chuyên môn, nghiệp vụ" eg:"Đại học"`
	Titles    string `yaml:"titles" vi:"học hàm, học vị, danh hiệu, giải thưởng"`
	Duties    Prose  `yaml:"duties" vi:"quyền hạn, nhiệm vụ được giao"`
}

// Organisation is what a collective is, for the report on it "sơ lược đặc điểm,
// tình hình". What is left out is a dotted line to be filled in by hand.
type Organisation struct {
	Seat      string `yaml:"seat" vi:"trụ sở chính, địa chỉ"`
	Features  Prose  `yaml:"features" vi:"quá trình thành lập, cơ cấu tổ chức"`
	Functions Prose  `yaml:"functions" vi:"chức năng, nhiệm vụ"`
	Head      string `yaml:"head" vi:"người đứng đầu" help:"họ tên người ký báo cáo"`
}

// Validate refuses what is told of a person in the report of a collective, and the
// other way round.
func (n *Nominee) Validate(path string, found *diag.List) {
	n = orZero(n)
	if n.Biography != nil && n.Kind == Collective {
		addFinding(found, path, "biography", ruleConflict,
			`"biography" (sơ lược lý lịch) không dùng cho tập thể; ghi "organisation" (sơ lược đặc điểm, tình hình)`)
	}
	if n.Organisation != nil && n.Kind != Collective {
		addFinding(found, path, "organisation", ruleConflict,
			`"organisation" (sơ lược đặc điểm, tình hình) chỉ dùng cho tập thể; ghi "biography" (sơ lược lý lịch)`)
	}
}
