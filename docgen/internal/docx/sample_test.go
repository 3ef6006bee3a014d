package docx

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
)

var a4 = doc.PageSetup{Width: doc.MM(210), Height: doc.MM(297), Top: doc.MM(20), Bottom: doc.MM(20), Left: doc.MM(30), Right: doc.MM(20)}

var numbers = doc.PageNumbers{Shown: true, HideFirst: true, Top: doc.MM(10), Font: doc.Font{Size: doc.Pt(14)}}

func regular(size float64) doc.Font { return doc.Font{Size: doc.Pt(size)} }
func bold(size float64) doc.Font    { return doc.Font{Size: doc.Pt(size), Bold: true} }
func italic(size float64) doc.Font  { return doc.Font{Size: doc.Pt(size), Italic: true} }

// line is a centred paragraph of a letterhead or foot.
func line(style doc.Style, f doc.Font, in ...doc.Inline) *doc.Paragraph {
	return &doc.Paragraph{Style: style, Font: f, Align: doc.Center, Pitch: pitch(f), Inlines: in}
}

func pitch(f doc.Font) doc.Length { return doc.Length((f.Size * 115 / 100).Twips()) * doc.Twip }

func words(s string) doc.Inline { return &doc.Text{S: s} }

// prose is a paragraph of body text.
func prose(in ...doc.Inline) *doc.Paragraph {
	f := regular(14)
	return &doc.Paragraph{Style: "Nội dung", Font: f, FirstIndent: doc.MM(12.7), After: doc.Pt(6), Pitch: pitch(f), Inlines: in}
}

func heading(level int, id, s string) *doc.Paragraph {
	p := prose(words(s))
	p.Style, p.Role, p.Level, p.Font, p.KeepNext, p.ID = "Mục", doc.RoleHeading, level, bold(14), true, id
	return p
}

func letterhead() *doc.Table {
	return &doc.Table{
		Layout: true, Role: doc.RolePart, Indent: doc.MM(-5), Columns: []doc.Length{doc.MM(65), doc.MM(105)},
		Rows: []*doc.Row{{Cells: []*doc.Cell{
			{Blocks: []doc.Block{
				line("Tên cơ quan", bold(13), words("ỦY BAN NHÂN DÂN")),
				line("Tên cơ quan", bold(13), words("XÃ CẨM NGỌC")),
				&doc.Rule{Length: doc.MM(20), Thickness: doc.Pt(0.5), Align: doc.Center, Before: doc.Pt(2), After: doc.Pt(6)},
				line("Số, ký hiệu", regular(13), words("Số: "), &doc.Blank{Name: "number", Width: doc.MM(15)}, words("/KH-UBND")),
			}},
			{Blocks: []doc.Block{
				line("Quốc hiệu", bold(13), words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
				line("Tiêu ngữ", bold(14), words("Độc lập - Tự do - Hạnh phúc")),
				&doc.Rule{Length: doc.MM(62), Thickness: doc.Pt(0.5), Align: doc.Center, Before: doc.Pt(2), After: doc.Pt(6)},
				line("Địa danh, thời gian", italic(14), words("Cẩm Ngọc, ngày "), &doc.Blank{Name: "day", Width: doc.MM(8)}, words(" tháng "), &doc.Blank{Name: "month", Width: doc.MM(8)}, words(" năm 2023")),
			}},
		}}},
	}
}

func foot() *doc.Table {
	left := doc.Font{Size: doc.Pt(11)}
	list := func(s string) *doc.Paragraph {
		return &doc.Paragraph{Style: "Nơi nhận", Font: left, Align: doc.Left, Pitch: pitch(left), Inlines: doc.T(s)}
	}
	return &doc.Table{
		Layout: true, Role: doc.RolePart, Columns: []doc.Length{doc.MM(80), doc.MM(80)}, Before: doc.Pt(6),
		Rows: []*doc.Row{{Whole: true, Cells: []*doc.Cell{
			{Blocks: []doc.Block{
				&doc.Paragraph{Style: "Nơi nhận, mở đầu", Font: doc.Font{Size: doc.Pt(12), Bold: true, Italic: true}, Align: doc.Left, Inlines: doc.T("Nơi nhận:")},
				list("- Như trên;"), list("- Lưu: VT."),
			}},
			{Blocks: []doc.Block{
				line("Chức vụ", bold(14), words("CHỦ TỊCH")),
				&doc.Slot{Name: "signature", Height: doc.MM(30), Width: doc.MM(50)},
				line("Họ tên", bold(14), words("Bùi Thị Huệ")),
			}},
		}}},
	}
}

// plan is one page, as an office would issue it.
func plan() *doc.Flow {
	blocks := []doc.Block{
		letterhead(),
		line("Tên loại", bold(14), words("KẾ HOẠCH")),
		line("Trích yếu", bold(14), words("Tuyên truyền gương điển hình tiên tiến, người tốt, việc tốt")),
		&doc.Rule{Length: doc.MM(50), Thickness: doc.Pt(0.5), Align: doc.Center, Before: doc.Pt(2), After: doc.Pt(12)},
		heading(1, "muc-dich", "I. MỤC ĐÍCH, YÊU CẦU"),
	}
	for range 4 {
		blocks = append(blocks, prose(words("Phát hiện, bồi dưỡng, tổng kết và nhân điển hình tiên tiến là một nội dung quan trọng "+
			"của công tác thi đua, khen thưởng; thực hiện theo "), &doc.Strong{Inlines: doc.T("Nghị\u00a0định số\u00a030/2020/NĐ\u2011CP")},
			words(" của Chính phủ, trên cơ sở kết quả các phong trào thi đua yêu nước trong giai đoạn 2021\u20112025.")))
	}
	last := prose(words("Trên đây là kế hoạch của Ủy ban nhân dân xã./."))
	last.KeepNext = true
	blocks = append(blocks, last, foot())
	return &doc.Flow{
		Meta:     doc.Meta{Title: "Kế hoạch tuyên truyền", Author: "Ủy ban nhân dân xã Cẩm Ngọc", Kind: "Kế hoạch", Symbol: "KH-UBND"},
		Sections: []*doc.Section{{Page: a4, Numbers: numbers, Blocks: blocks}},
	}
}

// dot is a small picture.
func dot(t testing.TB, name, alt string) *doc.Picture {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, 8, 8))
	for i := range m.Pix {
		m.Pix[i] = 0x80
	}
	m.Set(3, 3, color.Black)
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return &doc.Picture{Name: name, Data: b.Bytes(), Alt: alt}
}

// everything holds each block and inline once.
func everything(t testing.TB) *doc.Flow {
	cell := func(s string) *doc.Cell {
		return &doc.Cell{Blocks: []doc.Block{&doc.Paragraph{Style: "Ô bảng", Font: regular(13), Align: doc.Left, Inlines: doc.T(s)}}}
	}
	wide := cell("Tổng cộng")
	wide.Columns = 2
	tall := cell("Gộp hai hàng")
	tall.Rows, tall.VAlign = 2, doc.Middle
	head := []*doc.Cell{cell("STT"), cell("Họ và tên"), cell("Ghi chú")}
	for _, c := range head {
		c.Head, c.VAlign = doc.ColumnScope, doc.Middle
	}
	grid := &doc.Table{
		Columns: []doc.Length{doc.MM(15), doc.MM(85), doc.MM(60)}, Header: 1, Border: doc.Pt(0.5), Padding: doc.MM(1.9),
		Alt: "Danh sách", Before: doc.Pt(6), After: doc.Pt(6),
		Rows: []*doc.Row{
			{Cells: head, Whole: true},
			{Cells: []*doc.Cell{cell("1"), cell("Nguyễn Văn A"), tall}, KeepNext: true},
			{Cells: []*doc.Cell{cell("2"), cell("")}},
			{Cells: []*doc.Cell{wide, {}}, Whole: true, MinHeight: doc.MM(8)},
		},
	}
	seal := dot(t, "dau.png", "Dấu")
	tabs := prose(words("Họ và tên"), &doc.Tab{}, words("x"), &doc.Tab{}, words("Năm sinh"))
	tabs.Tabs = []doc.TabStop{{At: doc.MM(120), Align: doc.Right, Leader: '.'}, {At: doc.MM(160), Align: doc.Right}}
	item := prose(&doc.Label{Inlines: doc.T("-")}, words(" Một mục;"))
	stamp := &doc.Frame{Name: "stamp", X: doc.MM(120), Y: doc.MM(5), Width: doc.MM(80), Height: doc.MM(8), Border: doc.Pt(1), Color: 0xcc0000, VAlign: doc.Middle,
		Blocks: []doc.Block{line("Dấu chữ", regular(10), words("SAO Y; 15/12/2026"))}}
	background := &doc.Frame{X: 0, Y: 0, Width: doc.MM(20), Height: doc.MM(20), Blocks: []doc.Block{&doc.Figure{Picture: seal, Width: doc.MM(20), Height: doc.MM(20)}}}
	blocks := []doc.Block{
		letterhead(),
		heading(1, "dieu-1", "Điều 1. Phạm vi"),
		prose(words("Chữ <thường> & "), &doc.Strong{Inlines: doc.T("đậm ")}, &doc.Emph{Inlines: []doc.Inline{words("nghiêng "), &doc.Emph{Inlines: doc.T("đứng")}}},
			&doc.Upright{Inlines: doc.T(" thường")}, &doc.LineBreak{}, words("dòng hai, xem "), &doc.Ref{ID: "dieu-1", Inlines: doc.T("Điều\u00a01")},
			words(" và "), &doc.Link{URL: "https://chinhphu.vn/?a=1&b=2", Inlines: doc.T("chinhphu.vn")}, words("."), &doc.Note{Number: 1, Inlines: doc.T("Chú thích một.")}),
		prose(words("Ông (bà): "), &doc.Blank{Name: "name", Width: doc.MM(60), Leader: '.'}, words(" trang "), &doc.PageNumber{}, &doc.Note{Number: 7, Inlines: doc.T("Chú thích bảy.")}),
		tabs,
		&doc.Group{Role: doc.RoleList, KeepTogether: true, Blocks: []doc.Block{
			&doc.Group{Role: doc.RoleListItem, Blocks: []doc.Block{item}},
			&doc.Group{Role: doc.RoleListItem, Blocks: []doc.Block{item}},
		}},
		grid,
		&doc.Table{Columns: []doc.Length{doc.MM(50), doc.MM(50)}, Align: doc.Center, Border: doc.Pt(0.5), Padding: doc.MM(1.9), Rows: []*doc.Row{{Cells: []*doc.Cell{cell("a"), cell("b")}}}},
		&doc.Slot{Name: "signature", Height: doc.MM(30), Width: doc.MM(60), Pictures: []doc.Placed{{Picture: seal, X: doc.MM(-10), Y: doc.MM(2), Width: doc.MM(36), Height: doc.MM(36)}}},
		&doc.Figure{Picture: seal, Width: doc.MM(30), Height: doc.MM(30), Align: doc.Center, Before: doc.Pt(6), After: doc.Pt(6)},
		&doc.Drawing{Alt: "Biểu đồ", Width: doc.MM(60), Height: doc.MM(30), Align: doc.Center, Shapes: []doc.Shape{
			&doc.Rect{X: doc.MM(5), Y: doc.MM(5), Width: doc.MM(10), Height: doc.MM(20), Fill: true, Color: 0x336699},
			&doc.Rect{X: doc.MM(20), Y: doc.MM(10), Width: doc.MM(10), Height: doc.MM(15), Thickness: doc.Pt(1)},
			&doc.Line{X1: 0, Y1: doc.MM(25), X2: doc.MM(60), Y2: doc.MM(25), Thickness: doc.Pt(0.75)},
			&doc.Line{X1: 0, Y1: doc.MM(25), X2: doc.MM(60), Y2: doc.MM(2), Thickness: doc.Pt(0.75), Color: 0xcc0000},
			&doc.Caption{X: doc.MM(10), Y: doc.MM(29), Align: doc.Center, Font: regular(9), S: "2023"},
		}},
		&doc.Break{},
		prose(words("Trang hai.")),
		&doc.Break{},
		grid,
	}
	contact := &doc.Paragraph{Style: "Địa chỉ cơ quan", Font: regular(11), Align: doc.Center, Inlines: doc.T("Thôn 5, xã Cẩm Ngọc; điện thoại: 0237")}
	turned := doc.PageSetup{Width: a4.Height, Height: a4.Width, Top: doc.MM(30), Bottom: doc.MM(20), Left: doc.MM(20), Right: doc.MM(20)}
	again := numbers
	again.Restart = true
	return &doc.Flow{
		Meta: doc.Meta{Title: "Mọi thứ & <khác>", Subject: "Thử", Author: "UBND", Kind: "Kế hoạch", Number: "05", Symbol: "KH-UBND", Code: "05/KH-UBND", Signer: "Bùi Thị Huệ", Position: "Chủ tịch", Issued: "2023-03-15"},
		Sections: []*doc.Section{
			{Page: a4, Numbers: numbers, Blocks: blocks, Foot: []doc.Block{&doc.Rule{Thickness: doc.Pt(0.5), Before: doc.Pt(3), After: doc.Pt(3)}, contact}, Frames: []*doc.Frame{stamp, background}},
			{Page: turned, Numbers: again, Blocks: []doc.Block{line("Phụ lục", bold(14), words("PHỤ LỤC I")), grid}},
			{Page: a4, Blocks: []doc.Block{prose(words("Không có số trang."), &doc.Note{Number: 1, Inlines: doc.T("Lại một.")}), foot()}},
		},
	}
}
