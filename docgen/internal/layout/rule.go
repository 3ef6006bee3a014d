package layout

import "github.com/vanban-go/vanban/plan/diag"

// Rule ids of the findings of this package. They are stable.
const (
	ruleGlyph  = "font.missing-glyph"
	ruleColumn = "layout.column-too-narrow"
	ruleFrame  = "layout.frame-overflow"
	ruleSpan   = "layout.table-span"
	ruleTall   = "layout.too-tall"
	ruleTarget = "layout.unknown-target"
)

// Rules gives the rules of this package with what breaks each.
func Rules() []diag.Rule {
	return []diag.Rule{
		{ID: ruleGlyph, Title: "phông chữ không có ký tự này, nên không in được",
			Help: "thay ký tự, hoặc dùng phông có ký tự đó bằng --font-path"},
		{ID: ruleColumn, Title: "cột có bề rộng định sẵn hẹp hơn một từ của nó",
			Help: "cho cột rộng hơn (width), hoặc bỏ width để cột tự giãn"},
		{ID: ruleFrame, Title: "nội dung không vừa khung đặt sẵn",
			Help: "rút gọn nội dung, giảm cỡ chữ hoặc cho khung cao hơn"},
		{ID: ruleSpan, Title: "ô gộp của bảng vượt ra ngoài bảng",
			Help: "đếm lại các ô gộp"},
		{ID: ruleTall, Title: "phần không ngắt được cao hơn một trang",
			Help: "chia nhỏ phần đó, hoặc dùng ảnh thấp hơn"},
		{ID: ruleTarget, Title: "liên kết trong văn bản dẫn đến chỗ không có",
			Help: "sửa mã được dẫn"},
	}
}
