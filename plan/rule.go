package plan

import (
	"errors"

	"github.com/vanban-go/vanban/plan/diag"
)

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

// Rules gives the rules of this package with what breaks each.
func Rules() []diag.Rule {
	return []diag.Rule{
		{RuleSize, "tệp quá lớn: hơn 16 MB, hoặc quá 250.000 dấu phẩy, hai chấm, gạch và dòng",
			"chia văn bản thành nhiều tệp, hoặc đưa danh sách dài vào tệp CSV, Excel rồi dùng vanban batch"},
		{RuleEncoding, "tệp không phải UTF-8",
			"lưu lại tệp ở dạng UTF-8 (trong Notepad: Save As, Encoding: UTF-8)"},
		{RuleCharacter, "ký tự điều khiển, ký tự ẩn hoặc ký tự riêng của một phông chữ",
			"xóa ký tự ở chỗ đã chỉ rồi gõ lại; thường do chép từ trang web hoặc tệp PDF"},
		{RuleSyntax, "YAML viết sai",
			"xem lại dòng đã chỉ: thụt đầu dòng bằng dấu cách, sau dấu hai chấm có dấu cách, chữ có dấu hai chấm hoặc dấu thăng thì đặt trong ngoặc kép"},
		{RuleDocuments, "một tệp chứa nhiều văn bản (ngăn bằng ---)",
			"mỗi tệp một văn bản: tách phần sau dấu --- ra tệp khác"},
		{RuleDepth, "các khóa lồng nhau quá 64 cấp",
			"bớt số cấp lồng nhau"},
		{RuleAlias, "bí danh (*ten) tự dẫn đến chính nó hoặc mở ra quá 10.000 giá trị; khóa << không dùng được",
			"viết thẳng giá trị, không dùng bí danh"},
		{RuleEmpty, "tệp trống",
			"lấy tệp mẫu bằng lệnh vanban new"},
		{RuleKind, "tên loại (kind) không có",
			"xem các tên loại bằng lệnh vanban kinds"},
		{RuleType, "kiểu nội dung (type) không có trong tên loại này",
			"bỏ khóa type, hoặc ghi một kiểu có trong tên loại này"},
		{RuleVersion, "phiên bản cấu trúc (version) chưa được hỗ trợ",
			"ghi version: 1"},
		{RuleKey, "khóa không có",
			"sửa tên khóa theo gợi ý, hoặc xem tệp mẫu bằng lệnh vanban new"},
		{RuleDoubled, "một khóa viết hai lần",
			"bỏ một trong hai"},
		{RuleShape, "giá trị không đúng dạng: một dòng chữ, một danh sách hay một nhóm khóa",
			"viết giá trị đúng dạng như trong tệp mẫu của lệnh vanban new"},
		{RuleMissing, "thiếu phần bắt buộc",
			"bổ sung khóa còn thiếu"},
		{RuleValue, "giá trị không hợp lệ",
			"sửa giá trị theo thông báo"},
		{RuleDate, "ngày viết sai hoặc không có thật",
			"viết ngày dạng 2026-12-15; chưa biết ngày hoặc tháng thì viết 2026-12 hoặc 2026"},
		{RuleConflict, "hai giá trị không đi cùng nhau",
			"giữ một trong hai, hoặc bổ sung phần đi kèm"},
		{RuleID, "hai phần của văn bản trùng mã (id)",
			"đặt cho mỗi phần một mã riêng"},
		{RuleReference, "dẫn đến tệp hoặc phần không có",
			"kiểm tra tên tệp (tính từ thư mục của tệp đang viết) hoặc mã của phần được dẫn"},
		{RuleTable, "các ô không vừa số cột của bảng",
			"đếm lại số ô của dòng, kể cả các ô gộp"},
		{RuleBasis, "căn cứ không có hiệu lực vào ngày của văn bản",
			"thay bằng văn bản đang có hiệu lực vào ngày ban hành"},
		{RuleNoDistribution, "không có nơi nhận (cảnh báo)",
			"bổ sung nơi nhận, ít nhất là nơi lưu"},
		{RuleNoAbbreviation, "ký hiệu không có chữ viết tắt tên cơ quan (cảnh báo)",
			"bổ sung abbreviation (chữ viết tắt tên cơ quan) để ghép ký hiệu"},
		{RuleNoSignerName, "người ký chưa có họ tên (gợi ý)",
			"bổ sung họ tên người ký trước khi trình ký"},
	}
}
