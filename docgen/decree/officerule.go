package decree

import "github.com/vanban-go/vanban/plan/diag"

// Rule ids of the findings of this package. They are stable.
const (
	RuleStandard    = "decree.unknown-standard"
	RuleProvisional = "decree.provisional"
	RuleUnknown     = "decree.unknown-rule"
	RuleFigure      = "decree.bad-figure"
	RuleScheme      = "decree.scheme"
)

// OfficeRules gives the rules of the findings about the choice of a pack and about an
// office's profile. The rules of the decree itself are those of [Packs].
func OfficeRules() []diag.Rule {
	return []diag.Rule{
		{ID: RuleStandard, Title: "không có bộ quy tắc thể thức mang tên này",
			Help: "xem các bộ quy tắc bằng lệnh vanban rules"},
		{ID: RuleProvisional, Title: "bộ quy tắc thể thức chưa được đối chiếu với văn bản gốc",
			Help: "đối chiếu trang in với văn bản gốc trước khi ban hành"},
		{ID: RuleUnknown, Title: "hồ sơ đơn vị nêu quy tắc không có",
			Help: "sửa mã quy tắc theo lệnh vanban rules"},
		{ID: RuleFigure, Title: "hồ sơ đơn vị đặt giá trị không hợp lệ hoặc ngoài giới hạn của quy định",
			Help: "sửa giá trị trong giới hạn; xem bằng lệnh vanban explain và mã quy tắc"},
		{ID: RuleScheme, Title: "cách đánh số trong hồ sơ đơn vị không dùng được",
			Help: "sửa các cấp đánh số theo docs/yaml.md"},
	}
}
