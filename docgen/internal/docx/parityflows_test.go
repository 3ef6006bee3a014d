package docx

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// parityFlows are papers that ask something of page breaking each.
var parityFlows = []struct {
	name  string
	flow  func(testing.TB) *flow.Flow
	apart int // lines that LibreOffice puts onto another page without a reason that is known
}{
	{"plan", func(testing.TB) *flow.Flow { return plan() }, 0},
	{"long", func(testing.TB) *flow.Flow { return longFlow() }, 0},
	{"foot and landscape", func(testing.TB) *flow.Flow { return footFlow() }, 2},
	{"tables", func(testing.TB) *flow.Flow { return tableFlow() }, 0},
	{"rules and slots", func(testing.TB) *flow.Flow { return ruleFlow() }, 0},
	{"figures", figureFlow, 0},
	{"notes", func(testing.TB) *flow.Flow { return noteFlow() }, 0},
	{"keeps", func(testing.TB) *flow.Flow { return keepFlow() }, 0},
	{"last paragraph", func(testing.TB) *flow.Flow { return lastFlow() }, 0},
}

// paper is a flow of one section.
func paper(blocks ...flow.Block) *flow.Flow {
	return &flow.Flow{Sections: []*flow.Section{{Page: a4, Numbers: numbers, Blocks: blocks}}}
}

// filler is a text of n times three words, which no two neighbours share.
func filler(n int) doc.Inline { return words(strings.Repeat("từ ngữ khác ", n)) }

// longFlow has headings, mixed runs and no-break groups over eight pages.
func longFlow() *flow.Flow {
	page := plan().Sections[0].Blocks
	blocks := append([]flow.Block(nil), page[:5]...)
	for i := range 60 {
		if i%4 == 0 {
			h := heading(1, "", fmt.Sprintf("%d. TIÊU ĐỀ", i))
			h.Before = doc.Pt(12)
			blocks = append(blocks, h)
		}
		p := *page[5].(*flow.Paragraph)
		p.Inlines = append([]doc.Inline{words(strings.Repeat("từ ngữ ", i%9))}, p.Inlines...)
		blocks = append(blocks, &p)
	}
	return paper(append(blocks, page[len(page)-2:]...)...)
}

// footFlow has a contact line on its first page, and an annex across.
func footFlow() *flow.Flow {
	f := longFlow()
	annex := *f.Sections[0]
	annex.Page.Width, annex.Page.Height = a4.Height, a4.Width
	annex.Numbers.Restart = true
	annex.Blocks = append([]flow.Block{prose(words("Phụ lục."))}, annex.Blocks...)
	f.Sections[0].Foot = []flow.Block{
		&flow.Rule{Thickness: doc.Pt(0.5), Before: doc.Pt(3), After: doc.Pt(3)},
		line("Địa chỉ", regular(11), words("Thôn 5, xã Cẩm Ngọc; điện thoại: 0237")),
	}
	f.Sections = append(f.Sections, &annex)
	return f
}

// textCell is a cell that may leave single lines on a page: LibreOffice never
// looks at widows in cells.
func textCell(f flow.Font, s string) *flow.Cell {
	return &flow.Cell{Blocks: []flow.Block{&flow.Paragraph{Style: "Ô bảng", Font: f, Align: doc.Left, Pitch: pitch(f), Loose: true,
		Inlines: doc.T(s)}}}
}

// tableFlow has a table over five pages, every other row of which may be broken.
func tableFlow() *flow.Flow {
	t := &flow.Table{
		Columns: []doc.Length{doc.MM(15), doc.MM(85), doc.MM(60)}, Header: 1,
		Border: doc.Pt(0.5), Padding: doc.MM(1.9), Before: doc.Pt(6), After: doc.Pt(6),
	}
	for i := range 90 {
		t.Rows = append(t.Rows, &flow.Row{Whole: i%2 == 0, Cells: []*flow.Cell{
			textCell(regular(13), fmt.Sprint(i)),
			textCell(regular(13), "Nguyễn Văn A và những người khác trong xã, thôn, bản "+strings.Repeat("x ", i%31)),
			textCell(regular(13), "Ghi chú"),
		}})
	}
	return paper(prose(words("Đầu.")), t, prose(words("Cuối.")))
}

// ruleFlow has lines at all distances and of all thicknesses, then slots, then natural pitch.
func ruleFlow() *flow.Flow {
	var blocks []flow.Block
	for _, space := range []float64{0, 1, 2, 6} {
		for _, thick := range []float64{0.5, 0.75, 1.5} {
			blocks = append(blocks, line("Chữ", bold(14), words(fmt.Sprintf("kẻ %v %v", space, thick))),
				&flow.Rule{Length: doc.MM(50), Thickness: doc.Pt(thick), Align: doc.Center, Before: doc.Pt(space), After: doc.Pt(space)})
		}
	}
	for _, mm := range []float64{1, 5, 30} {
		blocks = append(blocks, line("Chữ", bold(14), words(fmt.Sprintf("trống %v", mm))), &flow.Slot{Height: doc.MM(mm)})
	}
	natural := prose(words("tự nhiên"))
	natural.Pitch = 0
	return paper(append(blocks, natural, natural, natural, natural)...)
}

// figureFlow has pictures and drawings between paragraphs, and tables at the tops of pages.
func figureFlow(t testing.TB) *flow.Flow {
	pic := dot(t, "a.png", "Chấm")
	single := func(s string) *flow.Cell { return textCell(italic(11), s) }
	middle, bottom := single("giữa"), single("dưới")
	middle.VAlign, bottom.VAlign = flow.Middle, flow.Bottom
	wide := single("cả hàng")
	wide.Columns = 2
	below := single("hạ thấp")
	below.Blocks = append([]flow.Block{&flow.Slot{Height: doc.MM(3)}}, below.Blocks...)
	grid := func(border float64, rows ...*flow.Row) *flow.Table {
		return &flow.Table{Columns: []doc.Length{doc.MM(50), doc.MM(50)}, Align: doc.Right, Border: doc.Pt(border), Padding: doc.MM(1.9),
			Before: doc.Pt(12), After: doc.Pt(12), Rows: rows}
	}
	return paper(
		prose(words("a")),
		&flow.Figure{Picture: pic, Width: doc.MM(30), Height: doc.MM(30), Align: doc.Center, Before: doc.Pt(6), After: doc.Pt(6)},
		prose(words("b")),
		&flow.Slot{Height: doc.MM(30), Pictures: []flow.Placed{{Picture: pic, X: doc.MM(10), Width: doc.MM(36), Height: doc.MM(36)}}},
		prose(words("c")),
		&flow.Drawing{Alt: "Biểu đồ", Width: doc.MM(60), Height: doc.MM(30), Align: doc.Center, Shapes: []flow.Shape{
			&flow.Line{X1: 0, Y1: doc.MM(25), X2: doc.MM(60), Y2: doc.MM(25), Thickness: doc.Pt(0.75)},
			&flow.Caption{X: doc.MM(10), Y: doc.MM(29), Align: doc.Center, Font: regular(9), S: "giữa"},
			&flow.Caption{X: 0, Y: doc.MM(9), Align: doc.Left, Font: regular(9), S: "trái"},
			&flow.Caption{X: doc.MM(40), Y: doc.MM(9), Align: doc.Right, Font: regular(11), S: "phải"},
			&flow.Caption{X: doc.MM(41), Y: doc.MM(18), Font: bold(13), S: "đậm"},
		}},
		prose(words("d")),
		grid(0.5, &flow.Row{Cells: []*flow.Cell{single("một"), below}}),
		prose(words("e")),
		&flow.Break{}, foot(), foot(), prose(words("f")), prose(words("g")),
		&flow.Break{}, grid(0.5, &flow.Row{MinHeight: doc.MM(20), Cells: []*flow.Cell{middle, bottom}},
			&flow.Row{Cells: []*flow.Cell{wide}}),
		prose(words("h")),
	)
}

// noteFlow has footnotes of all lengths, which move lines to the next page.
func noteFlow() *flow.Flow {
	var blocks []flow.Block
	for i := range 60 {
		p := prose(filler(i%23 + 3))
		if i%3 == 0 {
			p.Inlines = append(p.Inlines, &doc.Note{Number: i/3 + 1, Inlines: doc.T(strings.Repeat("Chú thích dài ", i%17+1))},
				words(" và sau đó còn nữa."))
		}
		blocks = append(blocks, p)
	}
	return paper(blocks...)
}

// keepFlow has paragraphs that hold together in all ways, hanging items and feet.
func keepFlow() *flow.Flow {
	var blocks []flow.Block
	for i := range 90 {
		p := prose(filler(i%19+3), words("https://chinhphu.vn/ hết."))
		switch i % 7 {
		case 1:
			p.KeepNext = true
		case 2:
			p.KeepLines = true
		case 3:
			p.LeftIndent, p.FirstIndent, p.Tabs = doc.MM(20), doc.MM(-7), []flow.TabStop{{At: doc.MM(20)}}
			p.Inlines = append([]doc.Inline{&doc.Label{Inlines: doc.T("a)")}, &doc.Tab{}}, p.Inlines...)
		case 4:
			p.Loose, p.Before = true, doc.Pt(9)
		case 5:
			p.Align, p.RightIndent = doc.Left, doc.MM(10)
		}
		if i%11 == 0 {
			h := heading(1, "", fmt.Sprintf("%d. TIÊU ĐỀ", i))
			h.Before = doc.Pt(12)
			blocks = append(blocks, h, heading(2, "", "a. Tiêu đề"))
		}
		if i%13 == 5 {
			blocks = append(blocks, &flow.Group{KeepTogether: true, Blocks: []flow.Block{p, p, p}})
			continue
		}
		blocks = append(blocks, p)
		if i%10 == 9 {
			blocks = append(blocks, foot())
		}
	}
	return paper(blocks...)
}

// lastFlow has last paragraphs that hold the foot, at all heights of the page. They
// have too few lines to be broken: LibreOffice takes a paragraph that is kept with
// a table to the next page as a whole, where Word and the library leave its first lines.
func lastFlow() *flow.Flow {
	var blocks []flow.Block
	for i := range 12 {
		for range 7 {
			blocks = append(blocks, prose(filler(27)))
		}
		for range i {
			blocks = append(blocks, prose(words("một dòng")))
		}
		last := prose(filler(13))
		last.KeepNext = true
		blocks = append(blocks, last, foot(), &flow.Break{})
	}
	return paper(append(blocks, prose(words("hết")))...)
}
