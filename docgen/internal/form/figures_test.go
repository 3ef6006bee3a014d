package form

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/plan/diag"
)

// The tests of this file hold the flow against figures typed by hand from the
// decree: no figure comes from package decree.

// apply forms a document by the decree's defaults.
func apply(t *testing.T, d *doc.Document) (*flow.Flow, diag.List) {
	t.Helper()
	f, found, err := Apply(t.Context(), d, decree.Default(), metrics(t))
	if err != nil {
		t.Fatal(err)
	}
	return f, found
}

// flat gives every block of a section in reading order, frames last.
func flat(s *flow.Section) []flow.Block {
	var all []flow.Block
	var walk func(blocks []flow.Block)
	walk = func(blocks []flow.Block) {
		for _, b := range blocks {
			all = append(all, b)
			switch b := b.(type) {
			case *flow.Group:
				walk(b.Blocks)
			case *flow.Table:
				for _, r := range b.Rows {
					for _, c := range r.Cells {
						walk(c.Blocks)
					}
				}
			case *flow.Frame:
				walk(b.Blocks)
			}
		}
	}
	walk(s.Blocks)
	walk(s.Foot)
	for _, f := range s.Frames {
		walk([]flow.Block{f})
	}
	return all
}

func styled(f *flow.Flow, style flow.Style) []*flow.Paragraph {
	var out []*flow.Paragraph
	for _, s := range f.Sections {
		for _, b := range flat(s) {
			if p, ok := b.(*flow.Paragraph); ok && p.Style == style {
				out = append(out, p)
			}
		}
	}
	return out
}

func kindOf[T flow.Block](f *flow.Flow) []T {
	var out []T
	for _, s := range f.Sections {
		for _, b := range flat(s) {
			if x, ok := b.(T); ok {
				out = append(out, x)
			}
		}
	}
	return out
}

// look is the figures of a paragraph, sizes and distances in points.
type look struct {
	text          string
	size          float64
	bold, italic  bool
	align         doc.Align
	before, first float64
}

func lookOf(p *flow.Paragraph) look {
	return look{
		plainText(p.Inlines), p.Font.Size.Pt(), p.Font.Bold, p.Font.Italic, p.Align,
		math.Round(p.Before.Pt()*10) / 10, math.Round(p.FirstIndent.Pt()*10) / 10,
	}
}

// plainText is what is read of inlines.
func plainText(in []doc.Inline) string {
	var b strings.Builder
	var add func(in []doc.Inline)
	add = func(in []doc.Inline) {
		for _, n := range in {
			switch n := n.(type) {
			case *doc.Text:
				b.WriteString(lines.Plain(n.S))
			case *doc.Strong:
				add(n.Inlines)
			case *doc.Emph:
				add(n.Inlines)
			case *doc.Label:
				add(n.Inlines)
			case *doc.Ref:
				add(n.Inlines)
			case *doc.LineBreak:
				b.WriteByte('/')
			case *doc.Blank:
				if n.Value == "" {
					b.WriteByte('_')
				}
				b.WriteString(n.Value)
			}
		}
	}
	add(in)
	return b.String()
}

func expect(t *testing.T, f *flow.Flow, style flow.Style, want ...look) {
	t.Helper()
	got := styled(f, style)
	if len(got) != len(want) {
		t.Errorf("%q: %d paragraphs, want %d", style, len(got), len(want))
		return
	}
	for i, p := range got {
		if l := lookOf(p); l != want[i] {
			t.Errorf("%q:\n got %+v\nwant %+v", style, l, want[i])
		}
	}
}

func near(t *testing.T, what string, got doc.Length, mm float64) {
	t.Helper()
	if math.Abs(got.MM()-mm) > 0.01 {
		t.Errorf("%s is %.2f mm, want %.2f", what, got.MM(), mm)
	}
}

// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.
func TestPage(t *testing.T) {
	f, _ := apply(t, cases()["annexes"])
	for i, landscape := range []bool{false, true, false, false, true} {
		s := f.Sections[i]
		w, h := 210.0, 297.0
		if landscape {
			w, h = h, w
		}
		near(t, "width", s.Page.Width, w)
		near(t, "height", s.Page.Height, h)
		near(t, "top margin", s.Page.Top, 20)
		near(t, "bottom margin", s.Page.Bottom, 20)
		near(t, "left margin", s.Page.Left, 30)
		near(t, "right margin", s.Page.Right, 20)
		near(t, "page number", s.Numbers.Top, 10)
		own := i == 0 || i >= 3 // the paper and each annex count from 1 and hide it
		if !s.Numbers.Shown || s.Numbers.HideFirst != own || s.Numbers.Restart != own ||
			s.Numbers.Font != (flow.Font{Size: 14 * doc.Point}) {
			t.Errorf("section %d: numbers %+v", i, s.Numbers)
		}
	}
	if len(f.Sections) != 5 {
		t.Errorf("%d sections", len(f.Sections))
	}
	if n := len(kindOf[*flow.Break](f)); n != 0 {
		t.Errorf("%d breaks before sections, which open pages themselves", n)
	}
}

// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 1 to 5.
func TestHeadFigures(t *testing.T) {
	f, _ := apply(t, cases()["letter"])
	expect(t, f, "Quốc hiệu", look{text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size: 13, bold: true, align: doc.Center})
	expect(t, f, "Tiêu ngữ", look{text: "Độc lập - Tự do - Hạnh phúc", size: 14, bold: true, align: doc.Center})
	expect(t, f, "Tên cơ quan chủ quản", look{text: "UBND XÃ CẨM HÒA", size: 13, align: doc.Center})
	expect(t, f, "Tên cơ quan", look{text: "PHÒNG VĂN HÓA - XÃ HỘI", size: 13, bold: true, align: doc.Center})
	expect(t, f, "Số, ký hiệu", look{text: "Số: 05/VHXH", size: 13, align: doc.Center, before: 8})
	expect(t, f, "Địa danh, thời gian",
		look{text: "Cẩm Hòa, ngày _ tháng 3 năm 2026", size: 14, italic: true, align: doc.Center, before: 8})
	expect(t, f, "Trích yếu công văn",
		look{text: "V/v báo cáo kết quả phong trào thi đua yêu nước năm 2026", size: 12, align: doc.Center, before: 6})
	expect(t, f, "Dự thảo", look{text: "(Dự thảo)", size: 13, italic: true, align: doc.Center, before: 6})

	// Number and date stand on one level, whatever their sizes.
	number, date := styled(f, "Số, ký hiệu")[0], styled(f, "Địa danh, thời gian")[0]
	if number.Pitch != date.Pitch || number.Before != date.Before {
		t.Errorf("number %v %v, date %v %v", number.Before, number.Pitch, date.Before, date.Pitch)
	}
	for _, in := range date.Inlines {
		if b, ok := in.(*doc.Blank); ok && b.Name == "day" {
			near(t, "blank of the day", b.Width, 8)
		}
	}
	f, _ = apply(t, decision())
	for _, in := range styled(f, "Số, ký hiệu")[0].Inlines {
		if b, ok := in.(*doc.Blank); ok {
			near(t, "blank of the number", b.Width, 15)
		}
	}
}

// Days below 10 and months 1 and 2 take a zero, months 3 to 9 do not.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4, điểm b.
func TestDateLine(t *testing.T) {
	for _, w := range []struct {
		place            string
		year, month, day int
		text             string
		size             float64
	}{
		{"Cẩm Hòa", 2026, 1, 5, "Cẩm Hòa, ngày 05 tháng 01 năm 2026", 14},
		{"Cẩm Hòa", 2026, 2, 28, "Cẩm Hòa, ngày 28 tháng 02 năm 2026", 14},
		{"Cẩm Hòa", 2026, 3, 9, "Cẩm Hòa, ngày 09 tháng 3 năm 2026", 14},
		{"Cẩm Hòa", 2026, 10, 10, "Cẩm Hòa, ngày 10 tháng 10 năm 2026", 14},
		{"Cẩm Hòa", 2026, 12, 0, "Cẩm Hòa, ngày _ tháng 12 năm 2026", 14},
		{"Cẩm Hòa", 2026, 0, 0, "Cẩm Hòa, ngày _ tháng _ năm 2026", 14},
		{"Cẩm Hòa", 0, 0, 0, "Cẩm Hòa, ngày _ tháng _ năm _", 14},
		{"", 2026, 6, 1, "Ngày 01 tháng 6 năm 2026", 14},
		{"Thành phố Hồ Chí Minh", 2026, 12, 29, "Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026", 13},
	} {
		f, _ := apply(t, &doc.Document{Kind: "ke-hoach", Parts: []doc.Part{
			&doc.Letterhead{Issuer: []string{"Sở Nội vụ"}, Place: &doc.PlaceDate{Place: w.place, Year: w.year, Month: w.month, Day: w.day}},
		}})
		expect(t, f, "Địa danh, thời gian", look{text: w.text, size: w.size, italic: true, align: doc.Center, before: 8})
	}
}

// The line under the motto is as long as the motto, those under the issuer and
// the subject a third to a half of the text.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 1, 2 and 5.
func TestRulesOnThePage(t *testing.T) {
	m := metrics(t)
	units := func(s string) float64 { // of bold text
		sum := 0
		for _, r := range s {
			w, _ := m.Advance(1, r)
			sum += w
		}
		return float64(sum) / 2048
	}
	f, _ := apply(t, decision())
	rules := kindOf[*flow.Rule](f)
	if len(rules) != 4 { // issuer, motto, subject, annex
		t.Fatalf("%d rules", len(rules))
	}
	name, motto := 13*units("XÃ CẨM HÒA"), 14*units("Độc lập - Tự do - Hạnh phúc")
	if got := rules[0].Length.Pt() / name; got < 1.0/3 || got > 0.5 {
		t.Errorf("rule below the issuer is %.2f of the text", got)
	}
	if got := rules[1].Length.Pt() / motto; math.Abs(got-1) > 0.002 {
		t.Errorf("rule below the motto is %.3f of the text", got)
	}
	subject := 14 * units("Về việc tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã Cẩm Hòa")
	if got := rules[2].Length.Pt() / subject; got < 1.0/3 || got > 0.5 {
		t.Errorf("rule below the subject is %.2f of the text", got)
	}
	for _, r := range rules {
		if r.Align != doc.Center || r.Thickness.Pt() != 0.75 {
			t.Errorf("rule %+v", r)
		}
	}
}

// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 5; Phụ lục III, mẫu 1.2.
func TestTitleFigures(t *testing.T) {
	f, _ := apply(t, decision())
	expect(t, f, "Tên loại", look{text: "QUYẾT ĐỊNH", size: 14, bold: true, align: doc.Center, before: 12})
	if p := styled(f, "Trích yếu")[0]; lookOf(p) != (look{text: "Về việc tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã Cẩm Hòa",
		size: 14, bold: true, align: doc.Center}) {
		t.Errorf("subject %+v", lookOf(p))
	}
	expect(t, f, "Thẩm quyền ban hành",
		look{text: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ CẨM HÒA", size: 14, bold: true, align: doc.Center, before: 6})
	expect(t, f, "Lời lệnh", look{text: "QUYẾT ĐỊNH:", size: 14, bold: true, align: doc.Center, before: 12})
	base := look{size: 14, italic: true, before: 6, first: 36}
	first, second, third := base, base, base
	first.text = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"
	second.text = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"
	third.text = "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 41/TTr-VHXH ngày 09 tháng 12 năm 2026."
	expect(t, f, "Căn cứ", first, second, third)
	f, _ = apply(t, cases()["regulation"])
	expect(t, f, "Kèm theo", look{text: "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026)", size: 14, italic: true,
		align: doc.Center})
}

// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6.
func TestBodyFigures(t *testing.T) {
	f, _ := apply(t, decision())
	articles := styled(f, "Điều")
	if len(articles) != 3 {
		t.Fatalf("%d articles", len(articles))
	}
	last := articles[2]
	if got := lookOf(last); got != (look{
		text: "Điều 3. Chánh Văn phòng và các tập thể, cá nhân có tên tại Điều 1 và điểm a khoản 1 Điều 2 chịu trách nhiệm thi hành Quyết định này./.",
		size: 14, before: 6, first: 36,
	}) {
		t.Errorf("article %+v", got)
	}
	if got := last.Pitch.Twips(); got != 322 { // single: 1.15 of 14 pt
		t.Errorf("pitch is %d twips", got)
	}
	if !last.KeepNext {
		t.Error("the last paragraph is not kept with the signature")
	}
	if l, ok := last.Inlines[0].(*doc.Label); !ok || plainText(l.Inlines) != "Điều 3." {
		t.Error("the number is no label")
	} else if _, bold := l.Inlines[0].(*doc.Strong); !bold {
		t.Error("the number of an article is not bold")
	}
	expect(t, f, "Khoản", look{text: "1. Tập thể: 1.520.000 đồng/tập thể, trong đó:", size: 14, before: 6, first: 36},
		look{text: "2. Cá nhân: 760.000 đồng/người.", size: 14, before: 6, first: 36})
	expect(t, f, "Điểm", look{text: "a) Thôn;", size: 14, before: 6, first: 36},
		look{text: "b) Trường học.", size: 14, before: 6, first: 36})
	f, _ = apply(t, cases()["regulation"])
	expect(t, f, "Chương", look{text: "Chương I/QUY ĐỊNH CHUNG", size: 14, bold: true, align: doc.Center, before: 6},
		look{text: "Chương II/TỔ CHỨC THỰC HIỆN", size: 14, bold: true, align: doc.Center, before: 6})
	if got := lookOf(styled(f, "Điều")[3]); got != (look{text: "Điều 3. Thi hành", size: 14, bold: true, before: 6, first: 36}) {
		t.Errorf("article with a title %+v", got)
	}
}

// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7 to 9.
func TestFootFigures(t *testing.T) {
	f, _ := apply(t, decision())
	expect(t, f, "Quyền hạn", look{text: "KT. CHỦ TỊCH", size: 14, bold: true, align: doc.Center})
	expect(t, f, "Chức vụ", look{text: "PHÓ CHỦ TỊCH", size: 14, bold: true, align: doc.Center})
	expect(t, f, "Họ tên", look{text: "Phạm Thị Hòa", size: 14, bold: true, align: doc.Center})
	expect(t, f, "Nơi nhận", look{text: "Nơi nhận:", size: 12, bold: true, italic: true, align: doc.Left})
	entry := func(s string) look { return look{text: s, size: 11, align: doc.Left} }
	expect(t, f, "Nơi nhận, danh sách", entry("- Như Điều 3;"), entry("- Sở Nội vụ (b/c);"), entry("- Lưu: VT, VHXH."))
	slots := kindOf[*flow.Slot](f)
	if len(slots) != 1 || len(slots[0].Also) != 1 {
		t.Fatalf("slots %+v", slots)
	}
	sign, seal := slots[0], slots[0].Also[0]
	near(t, "height for the signature", sign.Height, 30)
	near(t, "seal", seal.Width, 36)
	near(t, "seal", seal.Height, 36)
	if over := float64(seal.X+seal.Width) / float64(sign.Width); math.Abs(over-1.0/3) > 0.01 {
		t.Errorf("the seal covers %.2f of the signature", over)
	}

	f, _ = apply(t, cases()["letter"])
	expect(t, f, "Nơi nhận, danh sách", entry("- Như trên;"), entry("- Lưu: VT. PL.(30)"))
	expect(t, f, "Kính gửi",
		look{text: "Kính gửi:", size: 14, align: doc.Left, before: 12},
		look{text: "- Sở Nội vụ tỉnh Lam Sơn;", size: 14, align: doc.Left, first: -8.2},
		look{text: "- Các phòng, ban, ngành, đoàn thể xã.", size: 14, align: doc.Left, first: -8.2})
	lead, one := styled(f, "Kính gửi")[0], styled(f, "Kính gửi")[1]
	near(t, "Kính gửi", lead.LeftIndent, 35)
	// The dash stands below the colon: where "Kính gửi" ends.
	m := metrics(t)
	colon := 0
	for _, r := range "Kính gửi" {
		w, _ := m.Advance(0, r)
		colon += w
	}
	if got, want := one.LeftIndent+one.FirstIndent, lead.LeftIndent+doc.Length(colon)*14*doc.Point/2048; math.Abs((got - want).Pt()) > 0.1 {
		t.Errorf("dash at %v, colon at %v", got, want)
	}
	f, _ = apply(t, cases()["leave"])
	expect(t, f, "Kính gửi", look{text: "Kính gửi: Trường Trung học cơ sở Cẩm Hòa", size: 14, align: doc.Center, before: 12})
}

// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 2 to 4.
func TestMarkFigures(t *testing.T) {
	f, _ := apply(t, cases()["letter"])
	boxes := kindOf[*flow.Drawing](f)
	if len(boxes) != 2 || boxes[0].Alt != "MẬT" || boxes[1].Alt != "HỎA TỐC" {
		t.Fatalf("boxes %+v", boxes)
	}
	near(t, "HỎA TỐC, width", boxes[1].Width, 30)
	near(t, "HỎA TỐC, height", boxes[1].Height, 8)
	frames := f.Sections[0].Frames
	if len(frames) != 1 || frames[0].Name != "circulation" || frames[0].Border == 0 ||
		frames[0].Y+frames[0].Height > f.Sections[0].Page.Top {
		t.Errorf("frames %+v", frames)
	}
	expect(t, f, "Phạm vi lưu hành", look{text: "LƯU HÀNH NỘI BỘ", size: 13, bold: true, align: doc.Center})
	expect(t, f, "Địa chỉ liên hệ", look{text: "Thôn Kim, xã Cẩm Hòa, tỉnh Lam Sơn", size: 11, align: doc.Left},
		look{text: "ĐT: 0237 3123 456", size: 11, align: doc.Left})
	if r, ok := f.Sections[0].Foot[0].(*flow.Rule); !ok || r.Length != 0 {
		t.Error("no rule over the whole width above the addresses")
	}
	for word, width := range map[string]float64{"Khẩn": 20, "Thượng khẩn": 40, "HOẢ TỐC": 30} {
		f, _ := apply(t, &doc.Document{Kind: "ke-hoach", Parts: []doc.Part{&doc.Letterhead{Issuer: []string{"Sở Nội vụ"}, Urgency: word}}})
		near(t, word, kindOf[*flow.Drawing](f)[0].Width, width)
		near(t, word, kindOf[*flow.Drawing](f)[0].Height, 8)
	}
	f, _ = apply(t, cases()["regulation"])
	expect(t, f, "Dòng chữ ký số", look{text: "Số: 12/QĐ-UBND; 05/01/2026; 09:30:05 +07:00", size: 10, align: doc.Right})
	stamp := f.Sections[1].Frames[0]
	near(t, "right edge of the stamp", stamp.X+stamp.Width, 210-20)
	if len(styled(f, "Số, ký hiệu")) != 1 {
		t.Error("the regulation has a number of its own")
	}
}

// TestAnnexNumbers: annexes are numbered when there are two to number; those without a number do not count.
func TestAnnexNumbers(t *testing.T) {
	for annexes, want := range map[string]string{
		"n": "Phụ lục", "nn": "Phụ lục I; Phụ lục II", "nx": "Phụ lục; Phụ lục", "xn": "Phụ lục; Phụ lục",
		"nxn": "Phụ lục I; Phụ lục; Phụ lục II",
	} {
		d := &doc.Document{Kind: "ke-hoach"}
		for _, a := range annexes {
			d.Parts = append(d.Parts, &doc.Annex{Numbered: a == 'n', Label: "Phụ lục", Parts: []doc.Part{prose("Một.")}})
		}
		f, _ := apply(t, d)
		var labels []string
		for _, p := range styled(f, "Phụ lục") {
			labels = append(labels, strings.ReplaceAll(plainText(p.Inlines), "\u00a0", " "))
		}
		if got := strings.Join(labels, "; "); got != want {
			t.Errorf("%s: %s, want %s", annexes, got, want)
		}
	}
}

// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1.
func TestAnnexFigures(t *testing.T) {
	f, _ := apply(t, cases()["annexes"])
	expect(t, f, "Tên phụ lục", look{text: "Phụ lục I/CHỈ TIÊU", size: 14, bold: true, align: doc.Center})
	expect(t, f, "Phụ lục", look{text: "Phụ lục II", size: 14, bold: true, align: doc.Center})
	if got := plainText(styled(f, "Nội dung")[0].Inlines); got != "Xem Phụ lục II." {
		t.Errorf("reference to an annex: %q", got)
	}
	f, _ = apply(t, decision())
	if got := lookOf(styled(f, "Kèm theo")[0]); got != (look{
		text: "(Kèm theo Quyết định số 512/QĐ-UBND ngày 15 tháng 12 năm 2026 của Chủ tịch Ủy ban nhân dân xã Cẩm Hòa)",
		size: 14, italic: true, align: doc.Center,
	}) {
		t.Errorf("reference line %+v", got)
	}
}

// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần II, Mục II.
func TestCopyFigures(t *testing.T) {
	f, _ := apply(t, cases()["copy"])
	expect(t, f, "Hình thức sao", look{text: "SAO Y", size: 14, bold: true, align: doc.Center})
	expect(t, f, "Tên cơ quan", look{text: "ỦY BAN NHÂN DÂN/XÃ CẨM HÒA", size: 13, bold: true, align: doc.Center})
	if r := kindOf[*flow.Rule](f)[0]; r.Length != 0 {
		t.Error("no rule over the whole width above the copy block")
	}
}

// TestCopyUnfinished: number and date of a copy stand in their row, whichever of them there is.
func TestCopyUnfinished(t *testing.T) {
	number, place := &doc.Number{Value: "03", Symbol: "SY-UBND"}, &doc.PlaceDate{Place: "Cẩm Hòa", Year: 2026, Month: 12, Day: 15}
	for _, tt := range []struct {
		number        *doc.Number
		place         *doc.PlaceDate
		rows          int
		numbers, days int
	}{
		{number, place, 2, 1, 1}, {number, nil, 2, 1, 0}, {nil, place, 2, 0, 1}, {nil, nil, 1, 0, 0},
	} {
		f, _ := apply(t, &doc.Document{Kind: "thong-bao", Parts: []doc.Part{
			&doc.CopyBlock{Form: "Sao y", Issuer: []string{"Ủy ban nhân dân xã Cẩm Hòa"}, Number: tt.number, Place: tt.place},
		}})
		rows := len(kindOf[*flow.Table](f)[0].Rows)
		numbers, days := len(styled(f, "Số, ký hiệu")), len(styled(f, "Địa danh, thời gian"))
		if rows != tt.rows || numbers != tt.numbers || days != tt.days {
			t.Errorf("number %t, date %t: %d rows, %d numbers, %d dates", tt.number != nil, tt.place != nil, rows, numbers, days)
		}
	}
}

func TestPartyPack(t *testing.T) {
	f, found := apply(t, cases()["party"])
	if len(found) != 1 || found[0].Rule != "decree.provisional" || found.HasErrors() {
		t.Errorf("findings: %s", found.Error())
	}
	near(t, "right margin", f.Sections[0].Page.Right, 15)
	expect(t, f, "Quốc hiệu", look{text: "ĐẢNG CỘNG SẢN VIỆT NAM", size: 15, bold: true, align: doc.Center})
	expect(t, f, "Tiêu ngữ")
	expect(t, f, "Số, ký hiệu", look{text: "Số 05-NQ/ĐU", size: 14, align: doc.Center, before: 8})
	expect(t, f, "Căn cứ", look{text: "- Căn cứ Điều lệ Đảng.", size: 14, before: 6, first: 28.3})
	expect(t, f, "Quyền hạn", look{text: "T/M BAN CHẤP HÀNH", size: 14, bold: true, align: doc.Center})
	expect(t, f, "Chức vụ", look{text: "BÍ THƯ", size: 14, align: doc.Center})
	expect(t, f, "Dấu phân cách", look{text: "*", size: 14, bold: true, align: doc.Center},
		look{text: "-----", size: 15, bold: true, align: doc.Center})
	if got := styled(f, "Nội dung")[0]; plainText(got.Inlines) != "Phấn đấu." || got.Pitch.Pt() != 18 {
		t.Errorf("body %q, pitch %v", plainText(got.Inlines), got.Pitch)
	}
}

// Filling number, date and signature moves nothing.
func TestFillingMovesNothing(t *testing.T) {
	empty, full := decision(), decision()
	foot := full.Parts[9].(*doc.Foot)
	foot.Signers[0].Signature, foot.Signers[0].Seal = pixel("ky.png"), pixel("dau.png")
	a, _ := apply(t, empty)
	b, _ := apply(t, full)
	sa, sb := kindOf[*flow.Slot](a)[0], kindOf[*flow.Slot](b)[0]
	if sa.Height != sb.Height || sa.Width != sb.Width || len(sb.Pictures) != 2 {
		t.Errorf("slots %+v and %+v", sa, sb)
	}
}

// A picture of a signature or seal is as large as its place allows, and stands in the middle of it.
func TestSignaturePictures(t *testing.T) {
	p := *decree.Default()
	p.Foot.SignWidth, p.Foot.Signature, p.Foot.Seal = doc.MM(60), doc.MM(30), doc.MM(40) // a third covered
	f := &former{p: &p, mem: new(flow.Memory), scratch: new(scratch)}
	for _, tt := range []struct {
		x, y      int // pixels
		signature [4]float64
		seal      [4]float64 // left, top, width, height in mm of the place of the signature
	}{
		{100, 100, [4]float64{15, 0, 30, 30}, [4]float64{-20.2, -5, 40, 40}},
		{200, 100, [4]float64{0, 0, 60, 30}, [4]float64{-20.2, 5, 40, 20}},
		{400, 100, [4]float64{0, 7.5, 60, 15}, [4]float64{-20.2, 10, 40, 10}},
		{100, 200, [4]float64{22.5, 0, 15, 30}, [4]float64{-10.2, -5, 20, 40}},
	} {
		slot := f.signature(&doc.Signer{Signature: sized(tt.x, tt.y), Seal: sized(tt.x, tt.y)}, 0, 1)
		for i, want := range [][4]float64{tt.signature, tt.seal} {
			is := slot.Pictures[i]
			if got := [4]float64{is.X.MM(), is.Y.MM(), is.Width.MM(), is.Height.MM()}; got != want {
				t.Errorf("%d by %d: picture %d at %v, want %v", tt.x, tt.y, i+1, got, want)
			}
		}
	}
}

// sized is a picture of a size in pixels.
func sized(x, y int) *doc.Picture {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, x, y))); err != nil {
		panic(err)
	}
	return &doc.Picture{Name: "anh.png", Data: b.Bytes()}
}
