package batch

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

// Rule is a rule of this package: its id and what breaks it, in Vietnamese.
type Rule struct{ ID, Title string }

// Rules gives the rules of this package.
func Rules() []Rule {
	return []Rule{
		{RuleJob, "tác vụ hàng loạt có các khóa trái nhau"},
		{RuleList, "danh sách không đọc được"},
		{RuleHeading, "danh sách thiếu cột, hoặc có hai cột cùng tên"},
		{RuleReference, "chỗ lấy nội dung từ cột viết sai"},
		{RuleCell, "ô không đúng kiểu dữ liệu của cột"},
		{RuleMissing, "ô bắt buộc bị để trống"},
		{RuleValue, "giá trị không thuộc các giá trị được phép"},
		{RuleDouble, "giá trị trùng với dòng trước"},
		{RuleHidden, "danh sách có dòng ẩn mà tác vụ không nói cách xử lý"},
		{RuleName, "tên tệp không dùng được hoặc trùng với dòng trước"},
		{RuleNumber, "số văn bản sai hoặc vượt dải số đã giữ"},
		{RuleGroup, "các dòng cùng nhóm có giá trị khác nhau"},
		{RuleLeftover, "thư mục còn tệp của lần chạy trước mà lần này không ghi lại"},
		{RuleProof, "tệp đã ghi không có nội dung của dòng, hoặc giống hệt tệp khác"},
	}
}
