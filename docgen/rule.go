package docgen

import "github.com/vanban-go/vanban/plan/diag"

// Rules gives the rules of the findings that are made on the way from a typed paper
// to its pages: of this package, of the office profile, and of what lies below them.
// Those of the model are plan.Rules, of awards award.Rules, of the decree's figures
// the packs of package decree.
func Rules() []diag.Rule {
	return []diag.Rule{
		{ID: "award.law", Title: "không đọc được dữ liệu pháp luật về khen thưởng",
			Help: "báo lỗi chương trình"},
		{ID: "certificate.long-name", Title: "tên quá dài, không in vừa một dòng của giấy khen",
			Help: "rút gọn tên, hoặc cho dòng tên rộng hơn (layout.spots)"},

		{ID: "decree.unknown-standard", Title: "không có bộ quy tắc thể thức mang tên này",
			Help: "xem các bộ quy tắc bằng lệnh vanban rules"},
		{ID: "decree.provisional", Title: "bộ quy tắc thể thức chưa được đối chiếu với văn bản gốc",
			Help: "đối chiếu trang in với văn bản gốc trước khi ban hành"},
		{ID: "decree.unknown-rule", Title: "hồ sơ đơn vị nêu quy tắc không có",
			Help: "sửa mã quy tắc theo lệnh vanban rules"},
		{ID: "decree.bad-figure", Title: "hồ sơ đơn vị đặt giá trị không hợp lệ hoặc ngoài giới hạn của quy định",
			Help: "sửa giá trị trong giới hạn; xem bằng lệnh vanban explain và mã quy tắc"},
		{ID: "decree.scheme", Title: "cách đánh số trong hồ sơ đơn vị không dùng được",
			Help: "sửa các cấp đánh số theo docs/yaml.md"},

		{ID: "doc.bad-picture", Title: "tệp ảnh không phải PNG hay JPEG đọc được",
			Help: "lưu lại ảnh dạng PNG hoặc JPEG"},
		{ID: "picture.unreadable", Title: "không đọc được tệp ảnh",
			Help: "kiểm tra tên tệp ảnh, tính từ thư mục của tệp đang viết"},
		{ID: "doc.table-spans", Title: "các ô gộp của bảng không khớp số cột, số hàng",
			Help: "đếm lại số ô và các ô gộp của bảng"},
		{ID: "doc.too-deep", Title: "văn bản có nhiều cấp hơn cách đánh số của tên loại",
			Help: "bớt cấp, hoặc ghi scheme (cách đánh số) có thêm cấp"},
		{ID: "doc.duplicate-id", Title: "hai phần của văn bản trùng mã dẫn chiếu",
			Help: "đặt cho mỗi phần một mã riêng"},
		{ID: "doc.unknown-reference", Title: "dẫn chiếu đến phần không có trong văn bản",
			Help: "sửa mã trong [](#mã), hoặc đặt {#mã} ở cuối phần được dẫn"},
		{ID: "doc.unnumbered-reference", Title: "dẫn chiếu đến phần không có số",
			Help: "dẫn đến phần có đánh số, hoặc viết bằng lời"},

		{ID: "docgen.no-body", Title: "tên loại này chưa có cách soạn nội dung",
			Help: "dùng tên loại có trong lệnh vanban kinds"},
		{ID: "docgen.no-original", Title: "bản sao không có văn bản gốc dùng được",
			Help: "kiểm tra original (tệp văn bản được sao)"},
		{ID: "docgen.no-enclosure", Title: "phụ lục hoặc văn bản kèm theo không dùng được",
			Help: "kiểm tra tệp phụ lục, văn bản kèm theo"},
		{ID: "docgen.stamp-incomplete", Title: "phụ lục điện tử thiếu số, ngày hoặc giờ ký của văn bản chính",
			Help: "bổ sung số, ngày, giờ ký vào văn bản chính"},
		{ID: "docgen.bad-date", Title: "ngày trong tài liệu dựng bằng chương trình không có thật",
			Help: "sửa ngày trước khi dựng"},

		{ID: "font.missing-glyph", Title: "phông chữ không có ký tự này, nên không in được",
			Help: "thay ký tự, hoặc dùng phông có ký tự đó bằng --font-path"},

		{ID: "form.agency-name-too-wide", Title: "tên cơ quan quá dài cho cột của nó",
			Help: "tự chia dòng bằng name_lines (tên cơ quan chia dòng)"},
		{ID: "form.table-narrow", Title: "bảng không đủ chỗ cho các từ dài nhất, có từ bị ngắt giữa chừng",
			Help: "bớt cột, hoặc đặt bảng trong phụ lục trang ngang (landscape)"},
		{ID: "form.table-too-wide", Title: "bảng rộng hơn khổ chữ",
			Help: "bớt cột, cho cột hẹp lại, hoặc đặt bảng trong phụ lục trang ngang (landscape)"},
		{ID: "form.turn-inside-item", Title: "không xoay được trang giấy ở giữa một khoản, điểm",
			Help: "đặt chỗ xoay trang giữa hai đề mục"},

		{ID: "layout.column-too-narrow", Title: "cột có bề rộng định sẵn hẹp hơn một từ của nó",
			Help: "cho cột rộng hơn (width), hoặc bỏ width để cột tự giãn"},
		{ID: "layout.frame-overflow", Title: "nội dung không vừa khung đặt sẵn",
			Help: "rút gọn nội dung, giảm cỡ chữ hoặc cho khung cao hơn"},
		{ID: "layout.table-span", Title: "ô gộp của bảng vượt ra ngoài bảng",
			Help: "đếm lại các ô gộp"},
		{ID: "layout.too-tall", Title: "phần không ngắt được cao hơn một trang",
			Help: "chia nhỏ phần đó, hoặc dùng ảnh thấp hơn"},
		{ID: "layout.unknown-target", Title: "liên kết trong văn bản dẫn đến chỗ không có",
			Help: "sửa mã được dẫn"},

		{ID: "render.not-a-paper", Title: "tệp này không phải văn bản để soạn bằng vanban render",
			Help: "dùng lệnh nêu trong thông báo"},
		{ID: "template.missing", Title: "tệp mẫu câu thiếu một đoạn",
			Help: "chép lại đoạn đó từ mẫu có sẵn; xem docs/templates.md"},
		{ID: "template.error", Title: "tệp mẫu câu viết sai, hoặc dùng trường không có",
			Help: "sửa theo dòng đã chỉ; các trường có ở docs/templates.md"},

		{ID: "text.typed-marker", Title: "gõ tay số, chữ hoặc gạch ở chỗ chương trình tự đánh",
			Help: "bỏ dấu đã gõ; nếu đó là nội dung thì thêm dấu \\ trước dấu chấm, dấu gạch, như 1\\."},
		{ID: "text.scheme", Title: "cách đánh số (scheme) có cấp nối số mà cấp trên không có số",
			Help: "sửa scheme (cách đánh số)"},
		{ID: "text.no-level", Title: "cách đánh số không còn cấp nào cho mục này",
			Help: "bớt cấp, hoặc ghi scheme (cách đánh số) có thêm cấp"},
		{ID: "text.sibling-list", Title: "dấu + đứng ngang cấp với dấu gạch",
			Help: "thụt dấu + vào một cấp, dưới dấu gạch"},
		{ID: "text.link", Title: "liên kết không phải địa chỉ trang thông tin hay thư điện tử",
			Help: "sửa địa chỉ, hoặc viết bằng lời"},
		{ID: "text.block-in-line", Title: "nhiều đoạn ở chỗ chỉ có một dòng",
			Help: "viết trong một đoạn"},
		{ID: "text.footnote", Title: "chú thích không có chỗ dẫn, hoặc dấu chú thích không có nội dung",
			Help: "sửa cho mỗi dấu chú thích một nội dung"},
		{ID: "text.misplaced", Title: "đề mục nằm trong một mục của danh sách",
			Help: "đưa đề mục ra ngoài danh sách"},
		{ID: "text.too-much", Title: "nhiều dấu hoặc nhiều cấp hơn một văn bản có thể có",
			Help: "bớt dấu, bớt cấp"},
		{ID: "text.image", Title: "ảnh nằm giữa dòng chữ",
			Help: "đặt ảnh thành một đoạn riêng"},
	}
}
