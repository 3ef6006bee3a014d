package parity_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math/rand/v2"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
)

// report makes up a report of two to eight pages: sections, lists, tables, footnotes and a
// picture. The same seed gives the same report.
type report struct {
	r     *rand.Rand
	b     strings.Builder
	notes []string
}

func newReport(seed uint64) *report { return &report{r: rand.New(rand.NewPCG(seed, 30))} }

// Words of reports, as they are.
var (
	phrases = strings.Split("xây dựng nông thôn mới|phong trào thi đua yêu nước|cải cách thủ tục hành chính|Ủy ban nhân dân xã|"+
		"giải phóng mặt bằng|tuyên truyền, vận động|hộ nghèo, hộ cận nghèo|chuyển đổi số|vệ sinh môi trường|bảo đảm an ninh, trật tự|"+
		"các tổ chức chính trị - xã hội|đường giao thông nông thôn|trên địa bàn xã|nâng cao chất lượng|kịp thời, đúng quy định|"+
		"Trường Trung học cơ sở|dịch vụ công trực tuyến|kế hoạch đề ra|tiếp tục thực hiện|hoàn thành 12/15 chỉ tiêu|"+
		"đạt 98,5% kế hoạch|tăng 3,2% so với cùng kỳ|từ ngày 15 tháng 3 năm 2026|theo Nghị định số 30/2020/NĐ-CP|giai đoạn 2021-2025|"+
		"tại khoản 2 Điều 5|kinh phí 1.250.000 đồng|Quyết định số 45/QĐ-UBND|thôn Quang Trung 2|người có uy tín|rà soát, bổ sung|"+
		"phối hợp chặt chẽ|đối với|và|của|trong|được|các|những", "|")
	heads = strings.Split("Công tác chỉ đạo|Kết quả thực hiện|Phát triển kinh tế|Văn hóa - xã hội|Quốc phòng, an ninh|Tồn tại, hạn chế|"+
		"Nguyên nhân|Nhiệm vụ trọng tâm|Giải pháp|Đề xuất, kiến nghị", "|")
)

func (g *report) words(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = phrases[g.r.IntN(len(phrases))]
	}
	s := strings.Join(list, " ")
	return "Xã " + s
}

func (g *report) line(format string, args ...any) { fmt.Fprintf(&g.b, "  "+format+"\n", args...) }

// yaml is the file of the report.
func (g *report) yaml() string {
	if g.b.Len() > 0 {
		return g.b.String()
	}
	fmt.Fprintf(&g.b, `kind: bao-cao
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
number: "%d"
date: 2026-06-30
subject: %s
body: |
`, g.r.IntN(300)+1, "Tình hình thực hiện nhiệm vụ quý "+[]string{"I", "II", "III"}[g.r.IntN(3)])
	for range 3 + g.r.IntN(5) {
		g.line("# %s", heads[g.r.IntN(len(heads))])
		g.line("")
		for range 1 + g.r.IntN(4) {
			g.paragraph()
		}
	}
	for _, n := range g.notes {
		g.line("%s", n)
	}
	if g.r.IntN(2) == 0 {
		g.annex()
	}
	g.b.WriteString("signer: {capacity: [TM], on_behalf_of: Ủy ban nhân dân, position: Chủ tịch, name: Lê Văn Thắng}\n" +
		"distribution: {to: [Sở Nội vụ, Thường trực Đảng ủy xã, Các thôn], file_copy: [VT]}\n")
	return g.b.String()
}

// paragraph is a paragraph, list or table of the body.
func (g *report) paragraph() {
	switch g.r.IntN(8) {
	case 0:
		for range 2 + g.r.IntN(4) {
			g.line("- %s.", g.words(3+g.r.IntN(9)))
		}
	case 1:
		for i := range 2 + g.r.IntN(3) {
			g.line("%d. %s.", i+1, g.words(3+g.r.IntN(9)))
		}
	case 2:
		g.table()
	case 3:
		n := len(g.notes) + 1
		g.notes = append(g.notes, fmt.Sprintf("[^n%d]: %s.", n, g.words(2+g.r.IntN(12))))
		g.line("%s[^n%d], %s.", g.words(4+g.r.IntN(9)), n, g.words(3))
	default:
		g.line("%s.", g.words(4+g.r.IntN(22)))
	}
	g.line("")
}

// table is a table of bars, at times of rows with several lines.
func (g *report) table() {
	long := g.r.IntN(3) == 0
	g.line("| TT | Nội dung | Đơn vị thực hiện | Kết quả |")
	g.line("| :-: | --- | --- | --: |")
	for i := range 3 + g.r.IntN(20) {
		n := 1 + g.r.IntN(3)
		if long {
			n = 3 + g.r.IntN(12)
		}
		g.line("| %d | %s | Thôn %d | %d.%03d |", i+1, g.words(n), g.r.IntN(9)+1, g.r.IntN(90)+1, g.r.IntN(1000))
	}
}

// annex is a table on pages of its own, across at times.
func (g *report) annex() {
	fmt.Fprintf(&g.b, "annexes:\n- title: Số liệu chi tiết\n  landscape: %t\n  table:\n    columns:\n", g.r.IntN(2) == 0)
	g.b.WriteString("    - {title: Số TT, width: 14, align: center}\n    - {title: Nội dung, share: 3}\n    - {title: Ghi chú, share: 2}\n    rows:\n")
	for i := range 10 + g.r.IntN(50) {
		fmt.Fprintf(&g.b, "    - [\"%d\", \"%s\", \"%s\"]\n", i+1, g.words(2+g.r.IntN(6)), g.words(g.r.IntN(3)))
	}
}

// picture puts a picture behind a part of the body, in two of three reports.
func (g *report) picture(d *doc.Document) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 160+g.r.IntN(200), 90+g.r.IntN(150)))); err != nil {
		panic(err)
	}
	if g.r.IntN(3) == 0 {
		return
	}
	pic := &doc.Illustration{Picture: &doc.Picture{Name: "anh.png", Data: b.Bytes(), Alt: "Ảnh minh họa"},
		Caption: doc.T("Ảnh: một buổi ra quân")}
	var places []int
	for i, p := range d.Parts {
		switch p.(type) {
		case *doc.Prose, *doc.Division:
			places = append(places, i+1)
		}
	}
	at := places[g.r.IntN(len(places))]
	d.Parts = append(d.Parts[:at:at], append([]doc.Part{pic}, d.Parts[at:]...)...)
}
