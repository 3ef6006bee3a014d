package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/layout"
)

func embedded(t testing.TB) *font.Set {
	t.Helper()
	s, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// write gives the bytes of a file.
func write(t testing.TB, r *layout.Result, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r, embedded(t), o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sheet lays out a document by hand, as layout does.
type sheet struct {
	fonts *font.Set
	r     *layout.Result
	page  *layout.Page
	y     doc.Length
}

const (
	left  = 30 * doc.Millimetre
	width = 165 * doc.Millimetre
	body  = 14 * doc.Point
)

func newSheet(t testing.TB) *sheet {
	s := &sheet{fonts: embedded(t), r: &layout.Result{Root: &layout.Element{Role: "Document"}}}
	s.newPage()
	return s
}

func (s *sheet) newPage() {
	s.page = &layout.Page{Width: doc.MM(210), Height: doc.MM(297), Label: strconv.Itoa(len(s.r.Pages) + 1)}
	s.r.Pages = append(s.r.Pages, s.page)
	s.y = doc.MM(25)
}

func (s *sheet) draw(a layout.Act) { s.page.Acts = append(s.page.Acts, a) }

// under makes an element below another, or below the root.
func (s *sheet) under(parent *layout.Element, role string) *layout.Element {
	if parent == nil {
		parent = s.r.Root
	}
	e := &layout.Element{Role: role}
	parent.Kids = append(parent.Kids, e)
	return e
}

func (s *sheet) measure(style font.Style, size doc.Length, text string) (w doc.Length) {
	for _, r := range text {
		n, _ := s.fonts.Advance(style, r)
		w += doc.Length(n)
	}
	return w * size / font.Em
}

// line draws one line at x and goes on to the next.
func (s *sheet) line(e *layout.Element, style font.Style, x doc.Length, text string) {
	s.draw(&layout.Text{X: x, Y: s.y, Style: style, Size: body, S: text, Elem: e})
	s.y += doc.Pt(20)
}

// paragraph draws justified lines of a paragraph.
func (s *sheet) paragraph(e *layout.Element, style font.Style, text string) {
	var line []string
	flush := func(last bool) {
		joined := strings.Join(line, " ")
		t := &layout.Text{X: left, Y: s.y, Style: style, Size: body, S: joined, Elem: e}
		if !last {
			t.S += " "
			t.Space = (width - s.measure(style, body, joined)) / doc.Length(max(1, len(line)-1))
		}
		s.draw(t)
		if s.y += doc.Pt(20); s.y > doc.MM(270) {
			s.newPage()
		}
		line = line[:0]
	}
	for word := range strings.FieldsSeq(text) {
		if len(line) > 0 && s.measure(style, body, strings.Join(append(line, word), " ")) > width {
			flush(false)
		}
		line = append(line, word)
	}
	flush(true)
	s.y += doc.Pt(6)
}

const prose = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2025; căn cứ Luật Thi đua, khen thưởng " +
	"ngày 15 tháng 6 năm 2022; Ủy ban nhân dân xã Cẩm Ngọc ban hành Kế hoạch tuyên truyền gương điển hình tiên tiến, " +
	"người tốt việc tốt trên địa bàn xã, với các nội dung cụ thể như sau: nâng cao nhận thức của cán bộ, đảng viên và " +
	"nhân dân về vị trí, ý nghĩa, tầm quan trọng của công tác thi đua, khen thưởng trong tình hình mới."

// specimen is a document with everything that layout can draw, on three pages.
func specimen(t testing.TB) *layout.Result {
	s := newSheet(t)
	title := s.under(nil, "H1")
	s.line(title, font.Bold, doc.MM(85), "KẾ HOẠCH")
	s.r.Outline = append(s.r.Outline, &layout.Bookmark{Title: "KẾ HOẠCH", Level: 1, Y: doc.MM(20)})
	s.draw(&layout.Line{X1: doc.MM(80), Y1: s.y, X2: doc.MM(120), Y2: s.y, Thickness: doc.Pt(0.75)})
	s.y += doc.Pt(24)

	heading := s.under(nil, "H2")
	s.r.Outline = append(s.r.Outline,
		&layout.Bookmark{Title: "I. MỤC ĐÍCH, YÊU CẦU", Level: 2, ID: "muc-dich", Y: s.y - doc.Pt(14)})
	s.line(heading, font.Bold, left, "I. MỤC ĐÍCH, YÊU CẦU")
	s.paragraph(s.under(nil, "P"), font.Regular, prose)
	s.paragraph(s.under(nil, "P"), font.Italic, prose)

	// Mixed faces, a blank and a note in one paragraph.
	p := s.under(nil, "P")
	s.draw(&layout.Text{X: left, Y: s.y, Style: font.Regular, Size: body, S: "Số: ", Elem: p})
	blank := s.under(p, "Span")
	blank.ActualText = "chỗ trống để điền số"
	s.draw(&layout.Text{X: doc.MM(40), Y: s.y, Style: font.Regular, Size: body, S: "......", Elem: blank})
	s.draw(&layout.Text{X: doc.MM(55), Y: s.y, Style: font.BoldItalic, Size: body, S: "/KH\u2011UBND, Điều\u00a03", Elem: p})
	mark := s.under(p, "Reference")
	s.draw(&layout.Text{X: doc.MM(110), Y: s.y - doc.Pt(5), Style: font.Regular, Size: doc.Pt(9), S: "1", Elem: mark})
	s.y += doc.Pt(26)

	list := s.under(nil, "L")
	for i, text := range []string{"Đảm bảo thiết thực, hiệu quả;", "Lan tỏa gương người tốt (việc tốt)."} {
		item := s.under(list, "LI")
		s.draw(&layout.Text{X: left, Y: s.y, Style: font.Regular, Size: body, S: string(rune('a'+i)) + ")", Elem: s.under(item, "Lbl")})
		s.line(s.under(item, "LBody"), font.Regular, left+doc.MM(8), text)
	}
	specimenTable(s)
	s.newPage()
	s.draw(&layout.Text{X: doc.MM(105), Y: doc.MM(15), Style: font.Regular, Size: doc.Pt(13), S: "2"})
	specimenPictures(s)
	specimenLinks(s)

	note := s.under(nil, "Note")
	note.ID = "note-1"
	s.line(note, font.Regular, left, "1 Theo \\ số liệu (năm 2025).")
	s.newPage()
	s.draw(&layout.Text{X: doc.MM(105), Y: doc.MM(15), Style: font.Regular, Size: doc.Pt(13), S: "3"})
	s.paragraph(s.under(nil, "P"), font.Regular, prose)
	return s.r
}

// specimenTable draws a table with a head of two rows, spans and an empty cell.
func specimenTable(s *sheet) {
	table := s.under(nil, "Table")
	rows := []struct {
		group string
		cells []layout.Element
		texts []string
	}{
		{"THead", []layout.Element{{Role: "TH", Scope: "Column", RowSpan: 2, ID: "stt"},
			{Role: "TH", Scope: "Column", ColSpan: 2, ID: "nd"}}, []string{"STT", "Nội dung"}},
		{"THead", []layout.Element{{Role: "TH", Scope: "Column", ID: "viec"}, {Role: "TH", Scope: "Column", ID: "tien"}},
			[]string{"Việc", "Tiền (đồng)"}},
		{"TBody", []layout.Element{{Role: "TD", Headers: []string{"stt"}}, {Role: "TD", Headers: []string{"nd", "viec"}},
			{Role: "TD", Headers: []string{"nd", "tien"}}}, []string{"1", "In ấn", "1.500.000"}},
		{"TBody", []layout.Element{{Role: "TD"}, {Role: "TD"}, {Role: "TD"}}, []string{"2", "Khen thưởng", ""}},
	}
	groups := map[string]*layout.Element{}
	for _, row := range rows {
		if groups[row.group] == nil {
			groups[row.group] = s.under(table, row.group)
		}
		tr := s.under(groups[row.group], "TR")
		x := left
		if len(row.cells) == 2 && row.texts[0] == "Việc" {
			x += doc.MM(50)
		}
		for i := range row.cells {
			cell := &row.cells[i]
			tr.Kids = append(tr.Kids, cell)
			s.draw(&layout.Rect{X: x, Y: s.y - doc.Pt(14), Width: doc.MM(50), Height: doc.Pt(20), Thickness: doc.Pt(0.5)})
			if row.texts[i] != "" {
				s.draw(&layout.Text{X: x + doc.MM(2), Y: s.y, Style: font.Regular, Size: doc.Pt(12), S: row.texts[i],
					Elem: s.under(cell, "P")})
			}
			x += doc.MM(50)
		}
		s.y += doc.Pt(20)
	}
	s.y += doc.Pt(20)
}

// specimenPictures draws a seal over a filled area, a photograph, and a drawing.
func specimenPictures(s *sheet) {
	seal := &doc.Picture{Name: "dau.png", Data: sealPNG(), Alt: "Dấu của Ủy ban nhân dân xã"}
	figure := s.under(nil, "Figure")
	figure.Alt = seal.Alt
	s.draw(&layout.Rect{X: left, Y: s.y, Width: doc.MM(20), Height: doc.MM(20), Fill: true, Color: 0xdddddd})
	s.draw(&layout.Image{X: left + doc.MM(5), Y: s.y + doc.MM(5), Width: doc.MM(30), Height: doc.MM(30), Picture: seal, Elem: figure})
	s.draw(&layout.Image{X: left + doc.MM(50), Y: s.y, Width: doc.MM(10), Height: doc.MM(10), Picture: seal}) // again, as an ornament
	photo := s.under(nil, "Figure")
	photo.Alt = "Ảnh lễ trao tặng"
	s.draw(&layout.Image{X: left + doc.MM(70), Y: s.y, Width: doc.MM(30), Height: doc.MM(20),
		Picture: &doc.Picture{Name: "anh.jpg", Data: photoJPEG()}, Elem: photo})
	s.y += doc.MM(45)
	chart := s.under(nil, "Figure")
	chart.Alt = "Biểu đồ: năm 2024 là 10, năm 2025 là 20"
	s.draw(&layout.Rect{X: left, Y: s.y, Width: doc.MM(10), Height: doc.MM(10), Fill: true, Color: 0xc00000, Elem: chart})
	s.draw(&layout.Line{X1: left, Y1: s.y + doc.MM(10), X2: left + doc.MM(60), Y2: s.y + doc.MM(10), Thickness: doc.Pt(1),
		Color: 0x0000ff, Elem: chart})
	s.draw(&layout.Text{X: left, Y: s.y + doc.MM(16), Style: font.Regular, Size: doc.Pt(11), Color: 0xc00000, S: "Năm 2024", Elem: chart})
	caption := s.under(chart, "Caption")
	s.y += doc.MM(22)
	s.line(caption, font.Italic, left, "Hình 1. Số gương điển hình")
	s.y += doc.MM(10)
}

// specimenLinks draws a link of two lines, and one within the document.
func specimenLinks(s *sheet) {
	p := s.under(nil, "P")
	s.draw(&layout.Text{X: left, Y: s.y, Style: font.Regular, Size: body, S: "Xem ", Elem: p})
	link := s.under(p, "Link")
	link.Alt = "Trang thông tin của xã"
	for i, text := range []string{"https://camngoc.gov.vn/", "gương-sáng"} {
		y := s.y + doc.Pt(20)*doc.Length(i)
		s.draw(&layout.Text{X: left + doc.MM(12), Y: y, Style: font.Regular, Size: body, S: text, Elem: link})
		s.draw(&layout.Anchor{X: left + doc.MM(12), Y: y - body, Width: doc.MM(60), Height: doc.Pt(18),
			URL: "https://camngoc.gov.vn/gương-sáng", Alt: link.Alt, Elem: link})
	}
	s.y += doc.Pt(40)
	s.draw(&layout.Text{X: left, Y: s.y, Style: font.Regular, Size: body, S: "và ", Elem: p})
	ref := s.under(p, "Link")
	s.draw(&layout.Text{X: left + doc.MM(12), Y: s.y, Style: font.Regular, Size: body, S: "mục I", Elem: ref})
	s.draw(&layout.Anchor{X: left + doc.MM(12), Y: s.y - body, Width: doc.MM(20), Height: doc.Pt(18), Target: "muc-dich", Elem: ref})
	s.y += doc.Pt(40)
}

// onePage is a page as most papers have it.
func onePage(t testing.TB) *layout.Result {
	s := newSheet(t)
	s.line(s.under(nil, "H1"), font.Bold, doc.MM(85), "QUYẾT ĐỊNH")
	for i := range 4 {
		s.paragraph(s.under(nil, "P"), [...]font.Style{font.Italic, font.Regular}[i%2], prose)
	}
	sign := s.under(nil, "Part")
	s.line(s.under(sign, "P"), font.Bold, doc.MM(120), "CHỦ TỊCH")
	s.line(s.under(sign, "P"), font.BoldItalic, left, "Nơi nhận:")
	return s.r
}

var usualMeta = doc.Meta{
	Title: "Kế hoạch Tuyên truyền gương điển hình <2025> & hơn nữa", Subject: "Tuyên truyền gương điển hình",
	Author: "Ủy ban nhân dân xã Cẩm Ngọc", Kind: "Kế hoạch", Number: "05", Symbol: "KH-UBND", Code: "05/KH-UBND", Issued: "2025-03-15",
	Created: time.Date(2025, 3, 15, 0, 0, 0, 0, time.FixedZone("", 7*3600)),
}

func usualOptions() Options {
	return Options{
		Meta: usualMeta, Producer: "vanban 0.1.0",
		Build: []Property{{"InputHash", "sha256:00ff"}, {"RulePack", "nd30-2020"}},
	}
}

func archiveOptions() Options {
	o := usualOptions()
	o.Flavour = A3A
	o.Attachments = []doc.Attached{
		{Name: "kế-hoạch.yaml", MIME: "application/yaml", Description: "Nguồn của văn bản", Relationship: "Source",
			Data: []byte("kind: ke-hoach\nversion: 1\n")},
		{Name: "metadata.xml", MIME: "text/xml", Relationship: "Data", Data: []byte("<hoSo/>")},
		{Name: "empty.txt", MIME: "text/plain", Relationship: "Supplement", Data: []byte{}},
	}
	return o
}

// sealPNG is a red ring on a clear ground.
func sealPNG() []byte {
	img := image.NewNRGBA(image.Rect(0, 0, 90, 90))
	for y := range 90 {
		for x := range 90 {
			d := (x-45)*(x-45) + (y-45)*(y-45)
			if d < 44*44 && d > 38*38 {
				img.SetNRGBA(x, y, color.NRGBA{R: 0xd0, A: 0xc0})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func photoJPEG() []byte {
	img := image.NewRGBA(image.Rect(0, 0, 60, 40))
	for y := range 40 {
		for x := range 60 {
			img.Set(x, y, color.RGBA{uint8(4 * x), uint8(6 * y), 0x80, 0xff})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// tool runs an outside program over a file with these bytes, whose name stands
// where the arguments say FILE. Without the program the test is skipped, in CI
// it fails.
func tool(t *testing.T, data []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed", name)
	}
	file := filepath.Join(t.TempDir(), "test.pdf")
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "FILE" {
			args[i] = file
		}
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}
