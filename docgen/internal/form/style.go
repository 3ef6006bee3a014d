package form

import (
	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
)

// Names of paragraph styles: what a paragraph is, in the decree's words.
const (
	styleNation       doc.Style = "Quốc hiệu"
	styleMotto        doc.Style = "Tiêu ngữ"
	styleSuperior     doc.Style = "Tên cơ quan chủ quản"
	styleAgency       doc.Style = "Tên cơ quan"
	styleNumber       doc.Style = "Số, ký hiệu"
	styleDate         doc.Style = "Địa danh, thời gian"
	styleKind         doc.Style = "Tên loại"
	styleSubject      doc.Style = "Trích yếu"
	styleSubjectOf    doc.Style = "Trích yếu công văn"
	styleDraft        doc.Style = "Dự thảo"
	styleReference    doc.Style = "Kèm theo"
	styleMark         doc.Style = "Dấu phân cách"
	styleAuthority    doc.Style = "Thẩm quyền ban hành"
	styleBase         doc.Style = "Căn cứ"
	styleOrder        doc.Style = "Lời lệnh"
	styleAddressee    doc.Style = "Kính gửi"
	styleBody         doc.Style = "Nội dung"
	styleBodyCenter   doc.Style = "Nội dung, canh giữa"
	styleBodyHead     doc.Style = "Đề mục không số"
	styleItem         doc.Style = "Gạch đầu dòng"
	styleCaption      doc.Style = "Tên bảng, hình"
	styleUnit         doc.Style = "Đơn vị tính"
	styleCell         doc.Style = "Ô bảng"
	styleCellHead     doc.Style = "Đầu bảng"
	styleSignMark     doc.Style = "Quyền hạn"
	stylePosition     doc.Style = "Chức vụ"
	styleSignNote     doc.Style = "Chỉ dẫn ký"
	styleName         doc.Style = "Họ tên"
	styleTo           doc.Style = "Nơi nhận"
	styleToEntry      doc.Style = "Nơi nhận, danh sách"
	styleConfirmation doc.Style = "Xác nhận"
	styleContact      doc.Style = "Địa chỉ liên hệ"
	styleStamp        doc.Style = "Dòng chữ ký số"
	styleCirculation  doc.Style = "Phạm vi lưu hành"
	styleAnnex        doc.Style = "Phụ lục"
	styleAnnexTitle   doc.Style = "Tên phụ lục"
	styleCopyForm     doc.Style = "Hình thức sao"
)

// levelStyles are the styles of named levels of a scheme.
var levelStyles = map[string]doc.Style{
	"phần": "Phần", "chương": "Chương", "mục": "Mục", "tiểu mục": "Tiểu mục",
	"điều": "Điều", "khoản": "Khoản", "điểm": "Điểm",
}

func levelStyle(l *doc.Level) doc.Style {
	if s, ok := levelStyles[l.Name]; ok {
		return s
	}
	return styleItem
}

// line is a paragraph of a component outside the body, at single spacing.
func line(at diag.Pos, style doc.Style, face decree.Face, align doc.Align, inlines ...doc.Inline) *doc.Paragraph {
	return &doc.Paragraph{
		At: at, Style: style, Font: face.Font(), Align: align,
		Pitch: decree.Pitch(face.Size), Inlines: inlines,
	}
}

// bodyParagraph is a paragraph of the body: justified, first line indented.
func (f *former) bodyParagraph(at diag.Pos, style doc.Style, face decree.Face, inlines []doc.Inline) *doc.Paragraph {
	return &doc.Paragraph{
		At: at, Style: style, Font: face.Font(), FirstIndent: f.p.Body.Indent,
		Before: f.p.Body.Spacing, Pitch: f.p.BodyPitch(face.Size), Inlines: inlines,
	}
}

// centered is a centred line of the body's run.
func (f *former) centered(at diag.Pos, style doc.Style, face decree.Face, inlines []doc.Inline) *doc.Paragraph {
	p := f.bodyParagraph(at, style, face, inlines)
	p.Align, p.FirstIndent = doc.Center, 0
	return p
}
