package form

import (
	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/diag"
)

// Names of paragraph styles: what a paragraph is, in the decree's words.
const (
	styleNation       flow.Style = "Quốc hiệu"
	styleMotto        flow.Style = "Tiêu ngữ"
	styleSuperior     flow.Style = "Tên cơ quan chủ quản"
	styleAgency       flow.Style = "Tên cơ quan"
	styleNumber       flow.Style = "Số, ký hiệu"
	styleDate         flow.Style = "Địa danh, thời gian"
	styleKind         flow.Style = "Tên loại"
	styleSubject      flow.Style = "Trích yếu"
	styleSubjectOf    flow.Style = "Trích yếu công văn"
	styleDraft        flow.Style = "Dự thảo"
	styleReference    flow.Style = "Kèm theo"
	styleMark         flow.Style = "Dấu phân cách"
	styleAuthority    flow.Style = "Thẩm quyền ban hành"
	styleBase         flow.Style = "Căn cứ"
	styleOrder        flow.Style = "Lời lệnh"
	styleAddressee    flow.Style = "Kính gửi"
	styleBody         flow.Style = "Nội dung"
	styleBodyCenter   flow.Style = "Nội dung, canh giữa"
	styleItem         flow.Style = "Gạch đầu dòng"
	styleCaption      flow.Style = "Tên bảng, hình"
	styleUnit         flow.Style = "Đơn vị tính"
	styleCell         flow.Style = "Ô bảng"
	styleCellHead     flow.Style = "Đầu bảng"
	styleSignMark     flow.Style = "Quyền hạn"
	stylePosition     flow.Style = "Chức vụ"
	styleSignNote     flow.Style = "Chỉ dẫn ký"
	styleName         flow.Style = "Họ tên"
	styleTo           flow.Style = "Nơi nhận"
	styleToEntry      flow.Style = "Nơi nhận, danh sách"
	styleConfirmation flow.Style = "Xác nhận"
	styleContact      flow.Style = "Địa chỉ liên hệ"
	styleStamp        flow.Style = "Dòng chữ ký số"
	styleCirculation  flow.Style = "Phạm vi lưu hành"
	styleAnnex        flow.Style = "Phụ lục"
	styleAnnexTitle   flow.Style = "Tên phụ lục"
	styleCopyForm     flow.Style = "Hình thức sao"
)

// levelStyles are the styles of named levels of a scheme.
var levelStyles = map[string]flow.Style{
	"phần": "Phần", "chương": "Chương", "mục": "Mục", "tiểu mục": "Tiểu mục",
	"điều": "Điều", "khoản": "Khoản", "điểm": "Điểm",
}

func levelStyle(l *doc.Level) flow.Style {
	if s, ok := levelStyles[l.Name]; ok {
		return s
	}
	return styleItem
}

// line is a paragraph of a component outside the body, at single spacing.
func (f *former) line(at *diag.Pos, style flow.Style, face decree.Face, align doc.Align, inlines ...doc.Inline) *flow.Paragraph {
	p := f.mem.Paragraph()
	p.At, p.Style, p.Font, p.Align, p.Pitch, p.Inlines = at, style, fontOf(face), align, face.Pitch(), inlines
	return p
}

// bodyParagraph is a paragraph of the body: justified, first line indented.
func (f *former) bodyParagraph(at *diag.Pos, style flow.Style, face decree.Face, inlines []doc.Inline) *flow.Paragraph {
	p := f.mem.Paragraph()
	p.At, p.Style, p.Font, p.FirstIndent = at, style, fontOf(face), f.p.Body.Indent
	p.Before, p.Pitch, p.Inlines = f.p.Body.Spacing, f.p.BodyPitch(face.Size), inlines
	return p
}

// centered is a centred line of the body's run.
func (f *former) centered(at *diag.Pos, style flow.Style, face decree.Face, inlines []doc.Inline) *flow.Paragraph {
	p := f.bodyParagraph(at, style, face, inlines)
	p.Align, p.FirstIndent = doc.Center, 0
	return p
}

// fontOf gives a face as a black font.
func fontOf(f decree.Face) flow.Font { return flow.Font{Size: f.Size, Bold: f.Bold, Italic: f.Italic} }

// setup gives the paper with its margins, upright or turned.
func setup(p *decree.Profile, landscape bool) flow.PageSetup {
	s := flow.PageSetup{
		Width: p.Page.Width, Height: p.Page.Height,
		Top: p.Page.Top, Bottom: p.Page.Bottom, Left: p.Page.Left, Right: p.Page.Right,
	}
	if landscape {
		s.Width, s.Height = s.Height, s.Width
	}
	return s
}
