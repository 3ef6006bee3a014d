package docgen

import "github.com/vanban-go/vanban/plan/diag"

// Rules gives the rules of the findings that are made on the way from a typed paper
// to its pages: of this package, of the office profile, and of what lies below them.
// Those of the model are plan.Rules, of awards award.Rules, of the decree's figures
// the packs of package decree.
func Rules() []diag.Rule {
	return []diag.Rule{
		{"award.law", "không đọc được dữ liệu pháp luật về khen thưởng", "báo lỗi chương trình"},
		{"certificate.long-name", "tên quá dài, không in vừa một dòng của giấy khen", "rút gọn tên, hoặc cho dòng tên rộng hơn (layout.spots)"},

		{"decree.unknown-standard", "không có bộ quy tắc thể thức mang tên này", "xem các bộ quy tắc bằng lệnh vanban rules"},
		{"decree.provisional", "bộ quy tắc thể thức chưa được đối chiếu với văn bản gốc", "đối chiếu trang in với văn bản gốc trước khi ban hành"},
		{"decree.unknown-rule", "hồ sơ đơn vị nêu quy tắc không có", "sửa mã quy tắc theo lệnh vanban rules"},
		{"decree.bad-figure", "hồ sơ đơn vị đặt giá trị không hợp lệ hoặc ngoài giới hạn của quy định", "sửa giá trị trong giới hạn; xem bằng lệnh vanban explain và mã quy tắc"},
		{"decree.scheme", "cách đánh số trong hồ sơ đơn vị không dùng được", "sửa các cấp đánh số theo docs/yaml.md"},

		{"doc.bad-picture", "tệp ảnh không phải PNG hay JPEG đọc được", "lưu lại ảnh dạng PNG hoặc JPEG"},
		{"picture.unreadable", "không đọc được tệp ảnh", "kiểm tra tên tệp ảnh, tính từ thư mục của tệp đang viết"},
		{"doc.table-spans", "các ô gộp của bảng không khớp số cột, số hàng", "đếm lại số ô và các ô gộp của bảng"},
		{"doc.too-deep", "văn bản có nhiều cấp hơn cách đánh số của tên loại", "bớt cấp, hoặc ghi scheme (cách đánh số) có thêm cấp"},
		{"doc.duplicate-id", "hai phần của văn bản trùng mã dẫn chiếu", "đặt cho mỗi phần một mã riêng"},
		{"doc.unknown-reference", "dẫn chiếu đến phần không có trong văn bản", "sửa mã trong [](#mã), hoặc đặt {#mã} ở cuối phần được dẫn"},
		{"doc.unnumbered-reference", "dẫn chiếu đến phần không có số", "dẫn đến phần có đánh số, hoặc viết bằng lời"},

		{"docgen.no-body", "tên loại này chưa có cách soạn nội dung", "dùng tên loại có trong lệnh vanban kinds"},
		{"docgen.no-original", "bản sao không có văn bản gốc dùng được", "kiểm tra original (tệp văn bản được sao)"},
		{"docgen.no-enclosure", "phụ lục hoặc văn bản kèm theo không dùng được", "kiểm tra tệp phụ lục, văn bản kèm theo"},
		{"docgen.stamp-incomplete", "phụ lục điện tử thiếu số, ngày hoặc giờ ký của văn bản chính", "bổ sung số, ngày, giờ ký vào văn bản chính"},
		{"docgen.bad-date", "ngày trong tài liệu dựng bằng chương trình không có thật", "sửa ngày trước khi dựng"},

		{"font.missing-glyph", "phông chữ không có ký tự này, nên không in được", "thay ký tự, hoặc dùng phông có ký tự đó bằng --font-path"},

		{"form.agency-name-too-wide", "tên cơ quan quá dài cho cột của nó", "tự chia dòng bằng name_lines (tên cơ quan chia dòng)"},
		{"form.table-narrow", "bảng không đủ chỗ cho các từ dài nhất, có từ bị ngắt giữa chừng", "bớt cột, hoặc đặt bảng trong phụ lục trang ngang (landscape)"},
		{"form.table-too-wide", "bảng rộng hơn khổ chữ", "bớt cột, cho cột hẹp lại, hoặc đặt bảng trong phụ lục trang ngang (landscape)"},
		{"form.turn-inside-item", "không xoay được trang giấy ở giữa một khoản, điểm", "đặt chỗ xoay trang giữa hai đề mục"},

		{"layout.column-too-narrow", "cột có bề rộng định sẵn hẹp hơn một từ của nó", "cho cột rộng hơn (width), hoặc bỏ width để cột tự giãn"},
		{"layout.frame-overflow", "nội dung không vừa khung đặt sẵn", "rút gọn nội dung, giảm cỡ chữ hoặc cho khung cao hơn"},
		{"layout.table-span", "ô gộp của bảng vượt ra ngoài bảng", "đếm lại các ô gộp"},
		{"layout.too-tall", "phần không ngắt được cao hơn một trang", "chia nhỏ phần đó, hoặc dùng ảnh thấp hơn"},
		{"layout.unknown-target", "liên kết trong văn bản dẫn đến chỗ không có", "sửa mã được dẫn"},

		{"render.not-a-paper", "tệp này không phải văn bản để soạn bằng vanban render", "dùng lệnh nêu trong thông báo"},
		{"template.missing", "tệp mẫu câu thiếu một đoạn", "chép lại đoạn đó từ mẫu có sẵn; xem docs/templates.md"},
		{"template.error", "tệp mẫu câu viết sai, hoặc dùng trường không có", "sửa theo dòng đã chỉ; các trường có ở docs/templates.md"},

		{"text.typed-marker", "gõ tay số, chữ hoặc gạch ở chỗ chương trình tự đánh", "bỏ dấu đã gõ; nếu đó là nội dung thì thêm dấu \\ ở trước"},
		{"text.scheme", "cách đánh số (scheme) có cấp nối số mà cấp trên không có số", "sửa scheme (cách đánh số)"},
		{"text.no-level", "cách đánh số không còn cấp nào cho mục này", "bớt cấp, hoặc ghi scheme (cách đánh số) có thêm cấp"},
		{"text.sibling-list", "dấu + đứng ngang cấp với dấu gạch", "thụt dấu + vào một cấp, dưới dấu gạch"},
		{"text.link", "liên kết không phải địa chỉ trang thông tin hay thư điện tử", "sửa địa chỉ, hoặc viết bằng lời"},
		{"text.block-in-line", "nhiều đoạn ở chỗ chỉ có một dòng", "viết trong một đoạn"},
		{"text.footnote", "chú thích không có chỗ dẫn, hoặc dấu chú thích không có nội dung", "sửa cho mỗi dấu chú thích một nội dung"},
		{"text.misplaced", "đề mục nằm trong một mục của danh sách", "đưa đề mục ra ngoài danh sách"},
		{"text.too-much", "nhiều dấu hoặc nhiều cấp hơn một văn bản có thể có", "bớt dấu, bớt cấp"},
		{"text.image", "ảnh nằm giữa dòng chữ", "đặt ảnh thành một đoạn riêng"},
	}
}
