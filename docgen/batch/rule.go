package batch

import "github.com/vanban-go/vanban/plan/diag"

// Rule ids of the findings of this package. They are stable.
const (
	RuleJob       = "batch.job"       // the job contradicts itself
	RuleList      = "batch.list"      // the list cannot be read
	RuleHeading   = "batch.heading"   // a column is missing from the list, or there twice
	RuleReference = "batch.reference" // a text refers to a column wrongly
	RuleCell      = "batch.cell"      // a cell does not hold what its column should
	RuleMissing   = "batch.missing"   // an empty cell where one may not be
	RuleValue     = "batch.value"     // a value that the job does not allow
	RuleDouble    = "batch.double"    // a key, number or unique value that an earlier row has
	RuleHidden    = "batch.hidden"    // a hidden row, and the job does not say what becomes of it
	RuleName      = "batch.name"      // a file name that cannot be, or that an earlier row has
	RuleNumber    = "batch.number"    // a document number that is wrong or left over
	RuleGroup     = "batch.group"     // rows of one group that do not agree
	RuleLeftover  = "batch.leftover"  // a file of an earlier run that this one does not replace
	RuleProof     = "batch.proof"     // a written file that does not show its row
)

// Rules gives the rules of this package.
func Rules() []diag.Rule {
	return []diag.Rule{
		{ID: RuleJob, Title: "tác vụ hàng loạt có các khóa trái nhau",
			Help: "giữ một trong các khóa trái nhau"},
		{ID: RuleList, Title: "danh sách không đọc được",
			Help: "mở tệp bằng Excel kiểm tra, lưu lại dạng .xlsx hoặc CSV UTF-8"},
		{ID: RuleHeading, Title: "danh sách thiếu cột, hoặc có hai cột cùng tên",
			Help: "sửa tên cột trong danh sách hoặc trong tác vụ cho khớp"},
		{ID: RuleReference, Title: "chỗ lấy nội dung từ cột viết sai",
			Help: "viết chỗ lấy nội dung theo tên cột, dạng {{.TenCot}} như trong docs/batch.md"},
		{ID: RuleCell, Title: "ô không đúng kiểu dữ liệu của cột",
			Help: "sửa ô đã chỉ cho đúng kiểu dữ liệu"},
		{ID: RuleMissing, Title: "ô bắt buộc bị để trống",
			Help: "điền ô còn trống, hoặc cho phép để trống trong tác vụ"},
		{ID: RuleValue, Title: "giá trị không thuộc các giá trị được phép",
			Help: "sửa ô, hoặc bổ sung giá trị được phép vào tác vụ"},
		{ID: RuleDouble, Title: "giá trị trùng với dòng trước",
			Help: "bỏ hoặc sửa một trong hai dòng"},
		{ID: RuleHidden, Title: "danh sách có dòng ẩn mà tác vụ không nói cách xử lý",
			Help: "hiện các dòng ẩn trong Excel, hoặc ghi trong tác vụ cách xử lý dòng ẩn"},
		{ID: RuleName, Title: "tên tệp không dùng được hoặc trùng với dòng trước",
			Help: "đổi cách đặt tên tệp để mỗi dòng một tên"},
		{ID: RuleNumber, Title: "số văn bản sai hoặc vượt dải số đã giữ",
			Help: "xem lại dải số đã giữ"},
		{ID: RuleGroup, Title: "các dòng cùng nhóm có giá trị khác nhau",
			Help: "sửa cho các dòng cùng nhóm có cùng giá trị"},
		{ID: RuleLeftover, Title: "thư mục còn tệp của lần chạy trước mà lần này không ghi lại",
			Help: "xóa tệp cũ, hoặc chọn thư mục khác"},
		{ID: RuleProof, Title: "tệp đã ghi không có nội dung của dòng, hoặc giống hệt tệp khác",
			Help: "chạy lại; nếu vẫn vậy thì báo lỗi chương trình kèm tệp vào"},
	}
}
