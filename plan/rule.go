package plan

import "errors"

// Sentinels for [errors.Is]: the classes of findings that a caller may act on.
var (
	ErrUnknownKey   = errors.New("unknown key")
	ErrMissing      = errors.New("missing")
	ErrBadReference = errors.New("bad reference")
)

// Rule ids of the findings of this package. They are stable.
const (
	RuleSize      = "plan.too-large"
	RuleEncoding  = "plan.not-utf8"
	RuleCharacter = "plan.bad-character"
	RuleSyntax    = "plan.bad-yaml"
	RuleDocuments = "plan.several-documents"
	RuleDepth     = "plan.too-deep"
	RuleAlias     = "plan.alias"
	RuleEmpty     = "plan.empty-file"
	RuleKind      = "plan.unknown-kind"
	RuleType      = "plan.unknown-type"
	RuleVersion   = "plan.unknown-version"
	RuleKey       = "plan.unknown-key"
	RuleDoubled   = "plan.doubled-key"
	RuleShape     = "plan.wrong-shape"
	RuleMissing   = "plan.missing"
	RuleValue     = "plan.bad-value"
	RuleDate      = "plan.bad-date"
	RuleConflict  = "plan.conflict"
	RuleID        = "plan.doubled-id"
	RuleReference = "plan.bad-reference"
	RuleTable     = "plan.table"
	RuleBasis     = "plan.basis-not-in-force"

	RuleNoDistribution = "plan.no-distribution"
	RuleNoAbbreviation = "plan.no-abbreviation"
	RuleNoSignerName   = "plan.no-signer-name"
)

// Rule is a rule of the model: its id and what breaks it, in Vietnamese.
type Rule struct{ ID, Title string }

// Rules gives the rules of this package with what breaks each.
func Rules() []Rule {
	return []Rule{
		{RuleSize, "tệp quá lớn: hơn 16 MB, hoặc quá 250.000 dấu phẩy, hai chấm, gạch và dòng"},
		{RuleEncoding, "tệp không phải UTF-8"},
		{RuleCharacter, "ký tự điều khiển, ký tự ẩn hoặc ký tự riêng của một phông chữ"},
		{RuleSyntax, "YAML viết sai"},
		{RuleDocuments, "một tệp chứa nhiều văn bản (ngăn bằng ---)"},
		{RuleDepth, "các khóa lồng nhau quá 64 cấp"},
		{RuleAlias, "bí danh (*ten) tự dẫn đến chính nó hoặc mở ra quá 10.000 giá trị; khóa << không dùng được"},
		{RuleEmpty, "tệp trống"},
		{RuleKind, "tên loại (kind) không có"},
		{RuleType, "kiểu nội dung (type) không có trong tên loại này"},
		{RuleVersion, "phiên bản cấu trúc (version) chưa được hỗ trợ"},
		{RuleKey, "khóa không có"},
		{RuleDoubled, "một khóa viết hai lần"},
		{RuleShape, "giá trị không đúng dạng: một dòng chữ, một danh sách hay một nhóm khóa"},
		{RuleMissing, "thiếu phần bắt buộc"},
		{RuleValue, "giá trị không hợp lệ"},
		{RuleDate, "ngày viết sai hoặc không có thật"},
		{RuleConflict, "hai giá trị không đi cùng nhau"},
		{RuleID, "hai phần của văn bản trùng mã (id)"},
		{RuleReference, "dẫn đến tệp hoặc phần không có"},
		{RuleTable, "các ô không vừa số cột của bảng"},
		{RuleBasis, "căn cứ không có hiệu lực vào ngày của văn bản"},
		{RuleNoDistribution, "không có nơi nhận (cảnh báo)"},
		{RuleNoAbbreviation, "ký hiệu không có chữ viết tắt tên cơ quan (cảnh báo)"},
		{RuleNoSignerName, "người ký chưa có họ tên (gợi ý)"},
	}
}
