package docx

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

var a4 = flow.PageSetup{Width: doc.MM(210), Height: doc.MM(297), Top: doc.MM(20), Bottom: doc.MM(20), Left: doc.MM(30), Right: doc.MM(20)}

var numbers = flow.PageNumbers{Shown: true, HideFirst: true, Top: doc.MM(10), Font: flow.Font{Size: doc.Pt(14)}}

func regular(size float64) flow.Font { return flow.Font{Size: doc.Pt(size)} }
func bold(size float64) flow.Font    { return flow.Font{Size: doc.Pt(size), Bold: true} }
func italic(size float64) flow.Font  { return flow.Font{Size: doc.Pt(size), Italic: true} }

// line is a centred paragraph of a letterhead or foot.
func line(style flow.Style, f flow.Font, in ...doc.Inline) *flow.Paragraph {
	return &flow.Paragraph{Style: style, Font: f, Align: doc.Center, Pitch: pitch(f), Inlines: in}
}

func pitch(f flow.Font) doc.Length { return doc.Length((f.Size * 115 / 100).Twips()) * doc.Twip }

func words(s string) doc.Inline { return &doc.Text{S: s} }

// prose is a paragraph of body text.
func prose(in ...doc.Inline) *flow.Paragraph {
	f := regular(14)
	return &flow.Paragraph{Style: "Nội dung", Font: f, FirstIndent: doc.MM(12.7), After: doc.Pt(6), Pitch: pitch(f), Inlines: in}
}

func heading(level int, id, s string) *flow.Paragraph {
	p := prose(words(s))
	p.Style, p.Role, p.Level, p.Font, p.KeepNext, p.ID = "Mục", flow.RoleHeading, level, bold(14), true, id
	return p
}

func letterhead() *flow.Table {
	return &flow.Table{
		Layout: true, Role: flow.RolePart, Indent: doc.MM(-5), Columns: []doc.Length{doc.MM(65), doc.MM(105)},
		Rows: []*flow.Row{{Cells: []*flow.Cell{
			{Blocks: []flow.Block{
				line("Tên cơ quan", bold(13), words("ỦY BAN NHÂN DÂN")),
				line("Tên cơ quan", bold(13), words("XÃ CẨM NGỌC")),
				&flow.Rule{Length: doc.MM(20), Thickness: doc.Pt(0.5), Align: doc.Center, Before: doc.Pt(2), After: doc.Pt(6)},
				line("Số, ký hiệu", regular(13), words("Số: "), &doc.Blank{Name: "number", Width: doc.MM(15)}, words("/KH-UBND")),
			}},
			{Blocks: []flow.Block{
				line("Quốc hiệu", bold(13), words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
				line("Tiêu ngữ", bold(14), words("Độc lập - Tự do - Hạnh phúc")),
				&flow.Rule{Length: doc.MM(62), Thickness: doc.Pt(0.5), Align: doc.Center, Before: doc.Pt(2), After: doc.Pt(6)},
				line("Địa danh, thời gian", italic(14), words("Cẩm Ngọc, ngày "), &doc.Blank{Name: "day", Width: doc.MM(8)},
					words(" tháng "), &doc.Blank{Name: "month", Width: doc.MM(8)}, words(" năm 2023")),
			}},
		}}},
	}
}

func foot() *flow.Table {
	left := flow.Font{Size: doc.Pt(11)}
	list := func(s string) *flow.Paragraph {
		return &flow.Paragraph{Style: "Nơi nhận", Font: left, Align: doc.Left, Pitch: pitch(left), Inlines: doc.T(s)}
	}
	return &flow.Table{
		Layout: true, Role: flow.RolePart, Columns: []doc.Length{doc.MM(80), doc.MM(80)}, Before: doc.Pt(6),
		Rows: []*flow.Row{{Whole: true, Cells: []*flow.Cell{
			{Blocks: []flow.Block{
				&flow.Paragraph{Style: "Nơi nhận, mở đầu", Font: flow.Font{Size: doc.Pt(12), Bold: true, Italic: true}, Align: doc.Left,
					Inlines: doc.T("Nơi nhận:")},
				list("- Như trên;"), list("- Lưu: VT."),
			}},
			{Blocks: []flow.Block{
				line("Chức vụ", bold(14), words("CHỦ TỊCH")),
				&flow.Slot{Name: "signature", Height: doc.MM(30), Width: doc.MM(50)},
				line("Họ tên", bold(14), words("Bùi Thị Huệ")),
			}},
		}}},
	}
}

// plan is one page, as an office would issue it.
func plan() *flow.Flow {
	blocks := []flow.Block{
		letterhead(),
		line("Tên loại", bold(14), words("KẾ HOẠCH")),
		line("Trích yếu", bold(14), words("Tuyên truyền gương điển hình tiên tiến, người tốt, việc tốt")),
		&flow.Rule{Length: doc.MM(50), Thickness: doc.Pt(0.5), Align: doc.Center, Before: doc.Pt(2), After: doc.Pt(12)},
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
	return &flow.Flow{
		Meta:     doc.Meta{Title: "Kế hoạch tuyên truyền", Author: "Ủy ban nhân dân xã Cẩm Ngọc", Kind: "Kế hoạch", Symbol: "KH-UBND"},
		Sections: []*flow.Section{{Page: a4, Numbers: numbers, Blocks: blocks}},
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
func everything(t testing.TB) *flow.Flow {
	cell := func(s string) *flow.Cell {
		return &flow.Cell{Blocks: []flow.Block{&flow.Paragraph{Style: "Ô bảng", Font: regular(13), Align: doc.Left, Inlines: doc.T(s)}}}
	}
	wide := cell("Tổng cộng")
	wide.Columns = 2
	tall := cell("Gộp hai hàng")
	tall.Rows, tall.VAlign = 2, flow.Middle
	head := []*flow.Cell{cell("STT"), cell("Họ và tên"), cell("Ghi chú")}
	for _, c := range head {
		c.Head, c.VAlign = flow.ColumnScope, flow.Middle
	}
	grid := &flow.Table{
		Columns: []doc.Length{doc.MM(15), doc.MM(85), doc.MM(60)}, Header: 1, Border: doc.Pt(0.5), Padding: doc.MM(1.9),
		Alt: "Danh sách", Before: doc.Pt(6), After: doc.Pt(6),
		Rows: []*flow.Row{
			{Cells: head, Whole: true},
			{Cells: []*flow.Cell{cell("1"), cell("Nguyễn Văn A"), tall}, KeepNext: true},
			{Cells: []*flow.Cell{cell("2"), cell("")}},
			{Cells: []*flow.Cell{wide, {}}, Whole: true, MinHeight: doc.MM(8)},
		},
	}
	seal := dot(t, "dau.png", "Dấu")
	tabs := prose(words("Họ và tên"), &doc.Tab{}, words("x"), &doc.Tab{}, words("Năm sinh"))
	tabs.Tabs = []flow.TabStop{{At: doc.MM(120), Align: doc.Right, Leader: '.'}, {At: doc.MM(160), Align: doc.Right}}
	item := prose(&doc.Label{Inlines: doc.T("-")}, words(" Một mục;"))
	stamp := &flow.Frame{Name: "stamp", X: doc.MM(120), Y: doc.MM(5), Width: doc.MM(80), Height: doc.MM(8), Border: doc.Pt(1),
		Color: 0xcc0000, VAlign: flow.Middle,
		Blocks: []flow.Block{line("Dấu chữ", regular(10), words("SAO Y; 15/12/2026"))}}
	background := &flow.Frame{X: 0, Y: 0, Width: doc.MM(20), Height: doc.MM(20),
		Blocks: []flow.Block{&flow.Figure{Picture: seal, Width: doc.MM(20), Height: doc.MM(20)}}}
	blocks := []flow.Block{
		letterhead(),
		heading(1, "dieu-1", "Điều 1. Phạm vi"),
		prose(words("Chữ <thường> & "), &doc.Strong{Inlines: doc.T("đậm ")},
			&doc.Emph{Inlines: []doc.Inline{words("nghiêng "), &doc.Emph{Inlines: doc.T("đứng")}}},
			&doc.Upright{Inlines: doc.T(" thường")}, &doc.LineBreak{}, words("dòng hai, xem "), &doc.Ref{ID: "dieu-1",
				Inlines: doc.T("Điều\u00a01")},
			words(" và "), &doc.Link{URL: "https://chinhphu.vn/?a=1&b=2", Inlines: doc.T("chinhphu.vn")}, words("."), &doc.Note{Number: 1,
				Inlines: doc.T("Chú thích một.")}),
		prose(words("Ông (bà): "), &doc.Blank{Name: "name", Width: doc.MM(60), Leader: '.'}, words(" trang "), &doc.PageNumber{},
			&doc.Note{Number: 7, Inlines: doc.T("Chú thích bảy.")}),
		tabs,
		&flow.Group{Role: flow.RoleList, KeepTogether: true, Blocks: []flow.Block{
			&flow.Group{Role: flow.RoleListItem, Blocks: []flow.Block{item}},
			&flow.Group{Role: flow.RoleListItem, Blocks: []flow.Block{item}},
		}},
		grid,
		&flow.Table{Columns: []doc.Length{doc.MM(50), doc.MM(50)}, Align: doc.Center, Border: doc.Pt(0.5), Padding: doc.MM(1.9),
			Rows: []*flow.Row{{Cells: []*flow.Cell{cell("a"), cell("b")}}}},
		&flow.Slot{Name: "signature", Height: doc.MM(30), Width: doc.MM(60),
			Pictures: []flow.Placed{{Picture: seal, X: doc.MM(-10), Y: doc.MM(2), Width: doc.MM(36), Height: doc.MM(36)}}},
		&flow.Figure{Picture: seal, Width: doc.MM(30), Height: doc.MM(30), Align: doc.Center, Before: doc.Pt(6), After: doc.Pt(6)},
		&flow.Drawing{Alt: "Biểu đồ", Width: doc.MM(60), Height: doc.MM(30), Align: doc.Center, Shapes: []flow.Shape{
			&flow.Rect{X: doc.MM(5), Y: doc.MM(5), Width: doc.MM(10), Height: doc.MM(20), Fill: true, Color: 0x336699},
			&flow.Rect{X: doc.MM(20), Y: doc.MM(10), Width: doc.MM(10), Height: doc.MM(15), Thickness: doc.Pt(1)},
			&flow.Line{X1: 0, Y1: doc.MM(25), X2: doc.MM(60), Y2: doc.MM(25), Thickness: doc.Pt(0.75)},
			&flow.Line{X1: 0, Y1: doc.MM(25), X2: doc.MM(60), Y2: doc.MM(2), Thickness: doc.Pt(0.75), Color: 0xcc0000},
			&flow.Caption{X: doc.MM(10), Y: doc.MM(29), Align: doc.Center, Font: regular(9), S: "2023"},
		}},
		&flow.Break{},
		prose(words("Trang hai.")),
		&flow.Break{},
		grid,
	}
	contact := &flow.Paragraph{Style: "Địa chỉ cơ quan", Font: regular(11), Align: doc.Center,
		Inlines: doc.T("Thôn 5, xã Cẩm Ngọc; điện thoại: 0237")}
	turned := flow.PageSetup{Width: a4.Height, Height: a4.Width, Top: doc.MM(30), Bottom: doc.MM(20), Left: doc.MM(20), Right: doc.MM(20)}
	again := numbers
	again.Restart = true
	return &flow.Flow{
		Meta: doc.Meta{Title: "Mọi thứ & <khác>", Subject: "Thử", Author: "UBND", Kind: "Kế hoạch", Number: "05", Symbol: "KH-UBND",
			Code: "05/KH-UBND", Signer: "Bùi Thị Huệ", Position: "Chủ tịch", Issued: "2023-03-15"},
		Sections: []*flow.Section{
			{Page: a4, Numbers: numbers, Blocks: blocks,
				Foot:   []flow.Block{&flow.Rule{Thickness: doc.Pt(0.5), Before: doc.Pt(3), After: doc.Pt(3)}, contact},
				Frames: []*flow.Frame{stamp, background}},
			{Page: turned, Numbers: again, Blocks: []flow.Block{line("Phụ lục", bold(14), words("PHỤ LỤC I")), grid}},
			{Page: a4, Blocks: []flow.Block{prose(words("Không có số trang."), &doc.Note{Number: 1, Inlines: doc.T("Lại một.")}), foot()}},
		},
	}
}
