package markup

import "github.com/vanban-go/vanban/plan/diag"

// Rule ids of the findings of this package. They are stable.
const (
	RuleTypedMarker = "text.typed-marker"  // a number or dash typed where it is computed
	RuleNoLevel     = "text.no-level"      // a heading deeper than the scheme
	RuleNumber      = "text.number"        // a typed number that is not the one expected
	RuleArticle     = "text.article"       // "Điều 5" without a full stop
	RuleGlued       = "text.glued"         // no white space behind a marker
	RuleOldForm     = "text.old-form"      // "I-", "1/"
	RuleBullet      = "text.bullet"        // a bullet that comes out as a dash
	RuleQuote       = "text.quote"         // a quotation that does not end
	RuleBroken      = "text.broken"        // a sentence broken by hand
	RuleWrapped     = "text.wrapped"       // all lines broken, as in text pasted from PDF
	RuleFolded      = "text.folded"        // marked lines joined by YAML
	RuleBreakTag    = "text.break-tag"     // <br>
	RuleLink        = "text.link"          // a link to no web or mail address
	RuleBlockInLine = "text.block-in-line" // several lines where one belongs
	RuleFootnote    = "text.footnote"      // a footnote nothing refers to, or no text for a mark
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
		{ID: RuleNumber, Title: "số thứ tự đã gõ không nối tiếp số trước",
			Help: "sửa lại số; nếu không phải số thứ tự thì thêm dấu \\ ở trước, như \\15."},
		{ID: RuleArticle, Title: "điều viết thiếu dấu chấm sau số",
			Help: "thêm dấu chấm, như Điều 5."},
		{ID: RuleGlued, Title: "thiếu dấu cách sau số thứ tự hoặc dấu đầu dòng",
			Help: "thêm dấu cách"},
		{ID: RuleOldForm, Title: "số thứ tự theo cách viết cũ, như I- hoặc 1/",
			Help: "viết I. và 1. như Nghị định 30/2020/NĐ-CP"},
		{ID: RuleBullet, Title: "dấu đầu dòng của Word in thành dấu gạch",
			Help: "gõ dấu gạch - ở đầu dòng"},
		{ID: RuleQuote, Title: "đoạn trích mở ngoặc kép mà không đóng",
			Help: "thêm dấu ngoặc kép đóng ở cuối đoạn trích"},
		{ID: RuleBroken, Title: "câu bị xuống dòng giữa chừng",
			Help: "nối hai dòng lại thành một"},
		{ID: RuleWrapped, Title: "nhiều câu bị xuống dòng giữa chừng, như chữ dán từ tệp PDF",
			Help: "nối các dòng của mỗi đoạn lại thành một dòng"},
		{ID: RuleFolded, Title: "các dòng có số thứ tự, gạch đầu dòng bị YAML nối thành một đoạn",
			Help: "mở đầu nội dung bằng dấu | thay cho dấu >"},
		{ID: RuleBreakTag, Title: "thẻ <br> không có nghĩa trong văn bản",
			Help: "viết mỗi đoạn trên một dòng, trong nội dung mở đầu bằng dấu |"},
		{ID: RuleLink, Title: "liên kết không phải địa chỉ trang thông tin hay thư điện tử",
			Help: "viết đủ https:// hoặc mailto: ở đầu địa chỉ"},
		{ID: RuleBlockInLine, Title: "nhiều dòng ở chỗ chỉ có một đoạn",
			Help: "viết trên một dòng, hoặc mở đầu bằng dấu > thay cho dấu |"},
		{ID: RuleFootnote, Title: "chú thích không có chỗ dẫn, hoặc dấu chú thích không có nội dung",
			Help: "sửa cho mỗi dấu chú thích một nội dung"},
		{ID: RuleName, Title: "tên để viện dẫn viết sai",
			Help: "viết tên bằng chữ cái không dấu, chữ số, dấu gạch, như {#pham-vi}"},
		{ID: RuleCells, Title: "hàng của bảng có nhiều ô hơn số cột",
			Help: "đếm lại số ô; dấu | trong nội dung viết là \\|"},
		{ID: RuleImage, Title: "ảnh nằm giữa dòng chữ",
			Help: "đặt ảnh thành một dòng riêng"},
	}
}
