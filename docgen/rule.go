package docgen

import (
	"slices"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/internal/form"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/plan/diag"
)

// Rule ids of the findings of this package. They are stable.
const (
	ruleLaw        = "award.law"
	ruleLongName   = "certificate.long-name"
	rulePreprinted = "certificate.preprinted"
	rulePicture    = "picture.unreadable"
	ruleNoBody     = "docgen.no-body"
	ruleOriginal   = "docgen.no-original"
	ruleEnclosure  = "docgen.no-enclosure"
	ruleStamp      = "docgen.stamp-incomplete"
	ruleDate       = "docgen.bad-date"
	ruleNoBlock    = "template.missing"
	ruleTemplate   = "template.error"
	ruleTextScheme = "text.scheme"
	ruleExecutes   = "text.executes"
	ruleOwnWord    = "text.own-word"
	ruleUnused     = "docgen.unused-key"
)

// Rules gives the rules of the findings that are made on the way from a typed paper
// to its pages: of this package, of the office profile, and of what lies below them.
// Those of the model are plan.Rules, of awards award.Rules, of the decree's figures
// the packs of package decree.
func Rules() []diag.Rule {
	return slices.Concat(ownRules(), decree.OfficeRules(), markup.Rules(), form.Rules(), layout.Rules())
}

// ownRules gives the rules of this package with what breaks each.
func ownRules() []diag.Rule {
	return []diag.Rule{
		{ID: ruleLaw, Title: "không đọc được dữ liệu pháp luật về khen thưởng",
			Help: "báo lỗi chương trình"},
		{ID: ruleLongName, Title: "tên quá dài, không in vừa một dòng của giấy khen",
			Help: "rút gọn tên, hoặc cho dòng tên rộng hơn (layout.spots)"},
		{ID: rulePreprinted, Title: "phôi in sẵn chữ không hợp với người được khen thưởng",
			Help: "dùng phôi khác cho người đó, hoặc in trên giấy trắng (bỏ overprint)"},
		{ID: rulePicture, Title: "không đọc được tệp ảnh",
			Help: "kiểm tra tên tệp ảnh, tính từ thư mục của tệp đang viết"},
		{ID: ruleNoBody, Title: "tên loại này chưa có cách soạn nội dung",
			Help: "dùng tên loại có trong lệnh vanban kinds"},
		{ID: ruleOriginal, Title: "bản sao không có văn bản gốc dùng được",
			Help: "kiểm tra original (tệp văn bản được sao)"},
		{ID: ruleEnclosure, Title: "phụ lục hoặc văn bản kèm theo không dùng được",
			Help: "kiểm tra tệp phụ lục, văn bản kèm theo"},
		{ID: ruleStamp, Title: "phụ lục điện tử thiếu số, ngày hoặc giờ ký của văn bản chính",
			Help: "bổ sung số, ngày, giờ ký vào văn bản chính"},
		{ID: ruleDate, Title: "ngày trong tài liệu dựng bằng chương trình không có thật",
			Help: "sửa ngày trước khi dựng"},
		{ID: ruleNoBlock, Title: "tệp mẫu câu thiếu một đoạn",
			Help: "chép lại đoạn đó từ mẫu có sẵn; xem docs/templates.md"},
		{ID: ruleTemplate, Title: "tệp mẫu câu viết sai, hoặc dùng trường không có",
			Help: "sửa theo dòng đã chỉ; các trường có ở docs/templates.md"},
		{ID: ruleTextScheme, Title: "cách đánh số (scheme) có cấp nối số mà cấp trên không có số",
			Help: "sửa scheme (cách đánh số)"},
		{ID: ruleExecutes, Title: "Như Điều N ở nơi nhận không phải điều giao trách nhiệm thi hành",
			Help: "bỏ dòng đó để chương trình tự ghi, hoặc viết Như [](#mã) với mã của điều"},
		{ID: ruleOwnWord, Title: "gõ chữ mà chương trình tự ghi, như V/v, Kính gửi, Lưu",
			Help: "không cần gõ chữ đó"},
		{ID: ruleUnused, Title: "khóa không in ở đâu trong tên loại này",
			Help: "bỏ khóa đó"},
	}
}
