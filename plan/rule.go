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
	RuleComma          = "plan.comma-splits"
	RuleComment        = "plan.comment-cuts"
	RuleSwallowed      = "plan.swallowed-item"
	RuleBreaks         = "plan.pasted-breaks"
	RuleOwnWord        = "plan.own-word"
)

// Rules gives the rules of this package with what breaks each.
func Rules() []diag.Rule {
	return []diag.Rule{
		{ID: RuleSize, Title: "tệp quá lớn: hơn 16 MB, hoặc quá 250.000 dấu phẩy, hai chấm, gạch và dòng",
			Help: "chia văn bản thành nhiều tệp, hoặc đưa danh sách dài vào tệp CSV, Excel rồi dùng vanban batch"},
		{ID: RuleEncoding, Title: "tệp không phải UTF-8",
			Help: "lưu lại tệp ở dạng UTF-8 (trong Notepad: Save As, Encoding: UTF-8)"},
		{ID: RuleCharacter, Title: "ký tự điều khiển, ký tự ẩn hoặc ký tự riêng của một phông chữ",
			Help: "xóa ký tự ở chỗ đã chỉ rồi gõ lại; thường do chép từ trang web hoặc tệp PDF"},
		{ID: RuleSyntax, Title: "YAML viết sai",
			Help: "xem lại dòng đã chỉ: thụt đầu dòng bằng dấu cách, sau dấu hai chấm có dấu cách, chữ có dấu hai chấm hoặc dấu thăng thì đặt trong ngoặc kép"},
		{ID: RuleDocuments, Title: "một tệp chứa nhiều văn bản (ngăn bằng ---)",
			Help: "mỗi tệp một văn bản: tách phần sau dấu --- ra tệp khác"},
		{ID: RuleDepth, Title: "các khóa lồng nhau quá 64 cấp",
			Help: "bớt số cấp lồng nhau"},
		{ID: RuleAlias, Title: "bí danh (*ten) tự dẫn đến chính nó hoặc mở ra quá 10.000 giá trị; khóa << không dùng được",
			Help: "viết thẳng giá trị, không dùng bí danh"},
		{ID: RuleEmpty, Title: "tệp trống",
			Help: "lấy tệp mẫu bằng lệnh vanban new"},
		{ID: RuleKind, Title: "tên loại (kind) không có",
			Help: "xem các tên loại bằng lệnh vanban kinds"},
		{ID: RuleType, Title: "kiểu nội dung (type) không có trong tên loại này",
			Help: "bỏ khóa type, hoặc ghi một kiểu có trong tên loại này"},
		{ID: RuleVersion, Title: "phiên bản cấu trúc (version) chưa được hỗ trợ",
			Help: "ghi version: 1"},
		{ID: RuleKey, Title: "khóa không có",
			Help: "sửa tên khóa theo gợi ý, hoặc xem tệp mẫu bằng lệnh vanban new"},
		{ID: RuleDoubled, Title: "một khóa viết hai lần",
			Help: "bỏ một trong hai"},
		{ID: RuleShape, Title: "giá trị không đúng dạng: một dòng chữ, một danh sách hay một nhóm khóa",
			Help: "viết giá trị đúng dạng như trong tệp mẫu của lệnh vanban new"},
		{ID: RuleMissing, Title: "thiếu phần bắt buộc",
			Help: "bổ sung khóa còn thiếu"},
		{ID: RuleValue, Title: "giá trị không hợp lệ",
			Help: "sửa giá trị theo thông báo"},
		{ID: RuleDate, Title: "ngày viết sai hoặc không có thật",
			Help: "viết ngày dạng 2026-12-15; chưa biết ngày hoặc tháng thì viết 2026-12 hoặc 2026"},
		{ID: RuleConflict, Title: "hai giá trị không đi cùng nhau",
			Help: "giữ một trong hai, hoặc bổ sung phần đi kèm"},
		{ID: RuleID, Title: "hai phần của văn bản trùng mã (id)",
			Help: "đặt cho mỗi phần một mã riêng"},
		{ID: RuleReference, Title: "dẫn đến tệp hoặc phần không có",
			Help: "kiểm tra tên tệp (tính từ thư mục của tệp đang viết) hoặc mã của phần được dẫn"},
		{ID: RuleTable, Title: "các ô không vừa số cột của bảng",
			Help: "đếm lại số ô của dòng, kể cả các ô gộp"},
		{ID: RuleBasis, Title: "căn cứ không có hiệu lực vào ngày của văn bản",
			Help: "thay bằng văn bản đang có hiệu lực vào ngày ban hành"},
		{ID: RuleNoDistribution, Title: "không có nơi nhận (cảnh báo)",
			Help: "bổ sung nơi nhận, ít nhất là nơi lưu"},
		{ID: RuleNoAbbreviation, Title: "ký hiệu không có chữ viết tắt tên cơ quan (cảnh báo)",
			Help: "bổ sung abbreviation (chữ viết tắt tên cơ quan) để ghép ký hiệu"},
		{ID: RuleNoSignerName, Title: "người ký chưa có họ tên (gợi ý)",
			Help: "bổ sung họ tên người ký trước khi trình ký"},
		{ID: RuleComma, Title: "một câu viết trong ngoặc vuông bị dấu phẩy tách thành hai mục (cảnh báo)",
			Help: "viết mỗi mục một dòng, mở đầu bằng dấu gạch, hoặc đặt câu trong ngoặc kép"},
		{ID: RuleComment, Title: "chữ sau một dấu cách và dấu # bị YAML bỏ (cảnh báo)",
			Help: "đặt cả giá trị trong ngoặc kép"},
		{ID: RuleSwallowed, Title: "một mục của danh sách thụt lề quá sâu, bị nối vào mục ở trên",
			Help: "cho dấu gạch thẳng hàng với các dấu gạch phía trên"},
		{ID: RuleBreaks, Title: "nội dung dán từ Word có ngắt dòng, dấu tab, thụt đầu dòng không theo YAML (gợi ý)",
			Help: "đã đọc như xuống dòng thường; mở bản in để xem lại"},
		{ID: RuleOwnWord, Title: "gõ chữ mà văn bản tự in, như Số, Lưu, KT., Ông (gợi ý)",
			Help: "không cần gõ chữ đó"},
	}
}
