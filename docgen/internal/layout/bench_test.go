package layout

import (
	"fmt"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// words is a paragraph of Vietnamese of 383 letters, the measure of the
// benchmarks of the whole library.
const words = "Tuyên truyền, phổ biến sâu rộng các chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước về công tác thi đua, khen thưởng; nâng cao nhận thức của cán bộ, công chức và Nhân dân về vị trí, vai trò của các phong trào thi đua yêu nước; phát hiện, bồi dưỡng, nhân rộng gương điển hình tiên tiến, gương người tốt việc tốt trên địa bàn, góp phần hoàn thành nhiệm vụ chính trị năm nay."

// pagesFlow is an A4 paper of about n pages: a letterhead, paragraphs and headings.
func pagesFlow(n int) *flow.Flow {
	body := flow.Font{Size: 14 * doc.Point}
	bold := flow.Font{Size: 13 * doc.Point, Bold: true}
	centred := func(s string) []flow.Block {
		return []flow.Block{
			&flow.Paragraph{Font: bold, Align: doc.Center, Pitch: doc.Pt(15), Inlines: doc.T(s)},
			&flow.Rule{Length: doc.MM(30), Thickness: doc.Pt(0.5), Align: doc.Center, Before: doc.Pt(1)},
		}
	}
	s := &flow.Section{
		Page: flow.PageSetup{Width: doc.MM(210), Height: doc.MM(297), Top: doc.MM(20), Bottom: doc.MM(20), Left: doc.MM(30),
			Right: doc.MM(20)},
		Numbers: flow.PageNumbers{Shown: true, HideFirst: true, Top: doc.MM(10), Font: body},
		Blocks: []flow.Block{&flow.Table{
			Layout: true, Role: flow.RolePart, Columns: []doc.Length{doc.MM(65), doc.MM(95)},
			Rows: []*flow.Row{{Whole: true, Cells: []*flow.Cell{
				{Blocks: centred("ỦY BAN NHÂN DÂN XÃ CẨM NGỌC")}, {Blocks: centred("Độc lập - Tự do - Hạnh phúc")},
			}}},
		}},
	}
	for i := range 5 * n {
		if i%5 == 0 {
			s.Blocks = append(s.Blocks, &flow.Paragraph{
				Font: bold, Role: flow.RoleHeading, Level: 1, KeepNext: true, Pitch: doc.Pt(16.1), After: doc.Pt(6),
				FirstIndent: doc.MM(12.7), Inlines: doc.T(fmt.Sprintf("%d. Mục đích", i/5+1)),
			})
		}
		s.Blocks = append(s.Blocks, &flow.Paragraph{
			Font: body, Pitch: doc.Pt(16.1), After: doc.Pt(6), FirstIndent: doc.MM(12.7),
			Inlines: []doc.Inline{&doc.Text{S: words[:120]}, &doc.Strong{Inlines: doc.T(words[120:170])}, &doc.Text{S: words[170:]}},
		})
	}
	return &flow.Flow{Sections: []*flow.Section{s}}
}

func BenchmarkPages(b *testing.B) {
	for _, n := range []int{1, 6, 50, 500} {
		b.Run(fmt.Sprintf("%d", n), func(b *testing.B) {
			f := pagesFlow(n)
			b.ReportAllocs()
			for b.Loop() {
				r, _, err := Pages(b.Context(), f, halfEm{})
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(len(r.Pages)), "pages")
				r.Release() // as whoever writes them does
			}
		})
	}
}

// tableFlow is a table of n rows of five columns.
func tableFlow(n int) *flow.Flow {
	f := flow.Font{Size: 12 * doc.Point}
	t := &flow.Table{Header: 1, Border: doc.Pt(0.5), Padding: doc.MM(1)}
	for _, w := range []float64{12, 50, 40, 30, 28} {
		t.Columns = append(t.Columns, doc.MM(w))
	}
	for i := range n {
		r := &flow.Row{}
		for k := range t.Columns {
			s := words[:4+k*12]
			if k == 0 {
				s = fmt.Sprint(i + 1)
			}
			r.Cells = append(r.Cells, &flow.Cell{Blocks: []flow.Block{&flow.Paragraph{Font: f, Pitch: doc.Pt(14), Align: doc.Left,
				Inlines: doc.T(s)}}})
		}
		t.Rows = append(t.Rows, r)
	}
	return &flow.Flow{Sections: []*flow.Section{{
		Page: flow.PageSetup{Width: doc.MM(210), Height: doc.MM(297), Top: doc.MM(20), Bottom: doc.MM(20), Left: doc.MM(30),
			Right: doc.MM(20)},
		Blocks: []flow.Block{t},
	}}}
}

func BenchmarkTable(b *testing.B) {
	for _, n := range []int{200, 2000} {
		b.Run(fmt.Sprintf("%d", n), func(b *testing.B) {
			f := tableFlow(n)
			b.ReportAllocs()
			for b.Loop() {
				r, _, err := Pages(b.Context(), f, halfEm{})
				if err != nil {
					b.Fatal(err)
				}
				r.Release() // as whoever writes them does
			}
		})
	}
}
