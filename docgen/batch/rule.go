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
		{RuleJob, "tác vụ hàng loạt có các khóa trái nhau",
			"giữ một trong các khóa trái nhau"},
		{RuleList, "danh sách không đọc được",
			"mở tệp bằng Excel kiểm tra, lưu lại dạng .xlsx hoặc CSV UTF-8"},
		{RuleHeading, "danh sách thiếu cột, hoặc có hai cột cùng tên",
			"sửa tên cột trong danh sách hoặc trong tác vụ cho khớp"},
		{RuleReference, "chỗ lấy nội dung từ cột viết sai",
			"viết chỗ lấy nội dung theo tên cột, dạng {{.TenCot}} như trong docs/batch.md"},
		{RuleCell, "ô không đúng kiểu dữ liệu của cột",
			"sửa ô đã chỉ cho đúng kiểu dữ liệu"},
		{RuleMissing, "ô bắt buộc bị để trống",
			"điền ô còn trống, hoặc cho phép để trống trong tác vụ"},
		{RuleValue, "giá trị không thuộc các giá trị được phép",
			"sửa ô, hoặc bổ sung giá trị được phép vào tác vụ"},
		{RuleDouble, "giá trị trùng với dòng trước",
			"bỏ hoặc sửa một trong hai dòng"},
		{RuleHidden, "danh sách có dòng ẩn mà tác vụ không nói cách xử lý",
			"hiện các dòng ẩn trong Excel, hoặc ghi trong tác vụ cách xử lý dòng ẩn"},
		{RuleName, "tên tệp không dùng được hoặc trùng với dòng trước",
			"đổi cách đặt tên tệp để mỗi dòng một tên"},
		{RuleNumber, "số văn bản sai hoặc vượt dải số đã giữ",
			"xem lại dải số đã giữ"},
		{RuleGroup, "các dòng cùng nhóm có giá trị khác nhau",
			"sửa cho các dòng cùng nhóm có cùng giá trị"},
		{RuleLeftover, "thư mục còn tệp của lần chạy trước mà lần này không ghi lại",
			"xóa tệp cũ, hoặc chọn thư mục khác"},
		{RuleProof, "tệp đã ghi không có nội dung của dòng, hoặc giống hệt tệp khác",
			"chạy lại; nếu vẫn vậy thì báo lỗi chương trình kèm tệp vào"},
	}
}
