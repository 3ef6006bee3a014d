package form

import "github.com/vanban-go/vanban/plan/diag"

// Rule ids of the findings of this package. They are stable.
const (
	ruleTooDeep     = "doc.too-deep"
	ruleDuplicateID = "doc.duplicate-id"
	ruleReference   = "doc.unknown-reference"
	ruleUnnumbered  = "doc.unnumbered-reference"
	rulePicture     = "doc.bad-picture"
	ruleSpans       = "doc.table-spans"
	ruleAgencyName  = "form.agency-name-too-wide"
	ruleNarrow      = "form.table-narrow"
	ruleWide        = "form.table-too-wide"
	ruleTurn        = "form.turn-inside-item"
	ruleOpenEnd     = "text.open-end"
)

// Rules gives the rules of this package with what breaks each.
func Rules() []diag.Rule {
	return []diag.Rule{
		{ID: ruleTooDeep, Title: "văn bản có nhiều cấp hơn cách đánh số của tên loại",
			Help: "bớt cấp, hoặc ghi scheme (cách đánh số) có thêm cấp"},
		{ID: ruleDuplicateID, Title: "hai phần của văn bản trùng mã dẫn chiếu",
			Help: "đặt cho mỗi phần một mã riêng"},
		{ID: ruleReference, Title: "dẫn chiếu đến phần không có trong văn bản",
			Help: "sửa mã trong [](#mã), hoặc đặt {#mã} ở cuối phần được dẫn"},
		{ID: ruleUnnumbered, Title: "dẫn chiếu đến phần không có số",
			Help: "dẫn đến phần có đánh số, hoặc viết bằng lời"},
		{ID: rulePicture, Title: "tệp ảnh không phải PNG hay JPEG đọc được",
			Help: "lưu lại ảnh dạng PNG hoặc JPEG"},
		{ID: ruleSpans, Title: "các ô gộp của bảng không khớp số cột, số hàng",
			Help: "đếm lại số ô và các ô gộp của bảng"},
		{ID: ruleAgencyName, Title: "tên cơ quan quá dài cho cột của nó",
			Help: "tự chia dòng bằng name_lines (tên cơ quan chia dòng)"},
		{ID: ruleNarrow, Title: "bảng không đủ chỗ cho các từ dài nhất, có từ bị ngắt giữa chừng",
			Help: "bớt cột, hoặc đặt bảng trong phụ lục trang ngang (landscape)"},
		{ID: ruleWide, Title: "bảng rộng hơn khổ chữ",
			Help: "bớt cột, cho cột hẹp lại, hoặc đặt bảng trong phụ lục trang ngang (landscape)"},
		{ID: ruleTurn, Title: "không xoay được trang giấy ở giữa một khoản, điểm",
			Help: "đặt chỗ xoay trang giữa hai đề mục"},
		{ID: ruleOpenEnd, Title: "cuối đoạn không ghi thêm dấu chấm hoặc ./.",
			Help: "sau chỗ để trống, v.v., địa chỉ trang thông tin, dấu ! ? : thì không thêm dấu; muốn có dấu thì viết lại câu cuối"},
	}
}
