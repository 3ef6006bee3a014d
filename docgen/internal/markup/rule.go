package markup

import "github.com/vanban-go/vanban/plan/diag"

// Rule ids of the findings of this package.
const (
	RuleTypedMarker = "text.typed-marker"  // a number or dash typed where it is computed
	RuleNoLevel     = "text.no-level"      // a list or heading deeper than the scheme
	RuleSiblingList = "text.sibling-list"  // "+" not set one level deeper than "-"
	RuleLink        = "text.link"          // a link to no web or mail address
	RuleBlockInLine = "text.block-in-line" // several paragraphs where one line belongs
	RuleFootnote    = "text.footnote"      // a footnote nothing refers to, or no text for a mark
	RuleMisplaced   = "text.misplaced"     // a heading inside an item
	RuleTooMuch     = "text.too-much"      // more marks, or deeper ones, than any paper has
	RuleImage       = "text.image"         // a picture inside a line
	RuleName        = "text.name"          // a name for references that cannot be one
	RuleCells       = "text.cells"         // more cells in a row than columns
)

// Rules gives the rules of this package with what breaks each.
func Rules() []diag.Rule {
	return []diag.Rule{
		{ID: RuleTypedMarker, Title: "gõ tay số, chữ hoặc gạch ở chỗ chương trình tự đánh",
			Help: "bỏ dấu đã gõ; nếu đó là nội dung thì thêm dấu \\ trước dấu chấm, dấu gạch, như 1\\."},
		{ID: RuleNoLevel, Title: "cách đánh số không còn cấp nào cho mục này",
			Help: "bớt cấp, hoặc ghi scheme (cách đánh số) có thêm cấp"},
		{ID: RuleSiblingList, Title: "dấu + đứng ngang cấp với dấu gạch",
			Help: "thụt dấu + vào một cấp, dưới dấu gạch"},
		{ID: RuleLink, Title: "liên kết không phải địa chỉ trang thông tin hay thư điện tử",
			Help: "sửa địa chỉ, hoặc viết bằng lời"},
		{ID: RuleBlockInLine, Title: "nhiều đoạn ở chỗ chỉ có một dòng",
			Help: "viết trong một đoạn"},
		{ID: RuleFootnote, Title: "chú thích không có chỗ dẫn, hoặc dấu chú thích không có nội dung",
			Help: "sửa cho mỗi dấu chú thích một nội dung"},
		{ID: RuleName, Title: "tên để viện dẫn viết sai",
			Help: "viết tên bằng chữ cái không dấu, chữ số, dấu gạch, như {#pham-vi}"},
		{ID: RuleCells, Title: "hàng của bảng có nhiều ô hơn số cột",
			Help: "đếm lại số ô; dấu | trong nội dung viết là \\|"},
		{ID: RuleMisplaced, Title: "đề mục nằm trong một mục của danh sách",
			Help: "đưa đề mục ra ngoài danh sách"},
		{ID: RuleTooMuch, Title: "nhiều dấu hoặc nhiều cấp hơn một văn bản có thể có",
			Help: "bớt dấu, bớt cấp"},
		{ID: RuleImage, Title: "ảnh nằm giữa dòng chữ",
			Help: "đặt ảnh thành một đoạn riêng"},
	}
}
