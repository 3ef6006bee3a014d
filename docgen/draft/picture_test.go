package draft_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/draft"
)

// pixels are a picture in gray, of that width.
func pixels(width int) string {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, 4))); err != nil {
		panic(err)
	}
	return b.String()
}

// illustrated is a letter with pictures behind the paragraphs of its text.
func illustrated(pictures func(m *maker) []string) []byte {
	m := &maker{}
	for _, s := range []string{
		"ỦY BAN NHÂN DÂN", "XÃ TÂN MỸ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 15/UBND-VP",
		"Tân Mỹ, ngày 05 tháng 01 năm 2026", "V/v làm đường", "Kính gửi: Sở Xây dựng",
	} {
		m.add(m.p(s, "c"))
	}
	m.add(m.p("Đoạn một.", ""))
	for _, p := range pictures(m) {
		m.add("<w:p>" + p + "</w:p>")
	}
	m.add(m.p("Đoạn hai.", ""), m.p("TM. ỦY BAN NHÂN DÂN", "cb"), m.p("CHỦ TỊCH", "cb"), m.p("Lê Văn A", "cb"))
	return m.file()
}

func readPictures(t *testing.T, file []byte) *draft.Draft {
	t.Helper()
	d, err := (&draft.Options{Pictures: "thu"}).Read("thu.docx", bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestPictures: a picture of the text stands in the YAML, once for each place, and its file beside it
// once; what no paper can hold is named.
func TestPictures(t *testing.T) {
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 9, 9)), nil); err != nil {
		t.Fatal(err)
	}
	file := illustrated(func(m *maker) []string {
		return []string{m.picture(pixels(8), "Sơ đồ [tuyến] đường"), m.picture(photo.String(), ""), m.picture(pixels(8), "lần hai"),
			m.picture("GIF89a", "x"), m.picture(pixels(7)[:60], "cụt")}
	})
	d := readPictures(t, file)
	if len(d.Pictures) != 2 || string(d.Pictures[0].Data) != pixels(8) || !strings.HasSuffix(d.Pictures[0].Name, ".png") ||
		!strings.HasSuffix(d.Pictures[1].Name, ".jpg") {
		t.Fatalf("pictures %v", d.Pictures)
	}
	rows := fmt.Sprintf("Đoạn một.\n  ![Sơ đồ tuyến đường](%[1]s)\n  ![Ảnh](%[2]s)\n  ![lần hai](%[1]s)\n  Đoạn hai.", d.Pictures[0].Name,
		d.Pictures[1].Name)
	if !strings.Contains(string(d.YAML), rows) {
		t.Errorf("the YAML is\n%s\nwant %s", d.YAML, rows)
	}
	if said := d.Findings.Err(); len(d.Findings) != 1 || !strings.Contains(d.Findings[0].Message, "2 ảnh") || said != nil {
		t.Errorf("findings %v", d.Findings)
	}
	if plain := read(t, "thu.docx", file); len(plain.Pictures) > 0 || strings.Contains(string(plain.YAML), "![") ||
		!strings.Contains(plain.Findings[0].Message, "5 ảnh") {
		t.Errorf("pictures that nobody asked for: %v\n%s", plain.Findings, plain.YAML)
	}
}

// TestPictureWidth: a picture is as wide on the paper as in Word.
func TestPictureWidth(t *testing.T) {
	d := readPictures(t, illustrated(func(m *maker) []string {
		vml := `<w:r><w:pict><v:shape alt="Bản đồ" style="position:absolute;width:141.75pt;height:9pt"><v:imagedata r:id="p1"/></v:shape></w:pict></w:r>`
		return []string{m.sized(pixels(8), "Sơ đồ", 60), vml, m.sized(pixels(9), "Lớn", 5000)}
	}))
	if len(d.Pictures) != 2 {
		t.Fatalf("pictures %v", d.Pictures)
	}
	small, large := d.Pictures[0].Name, d.Pictures[1].Name
	for _, want := range []string{"![Sơ đồ](" + small + "){60 mm}\n", "![Bản đồ](" + small + "){50 mm}\n", "![Lớn](" + large + ")\n"} {
		if !strings.Contains(string(d.YAML), want) {
			t.Errorf("no %q in\n%s", want, d.YAML)
		}
	}
}

// TestPictureBounds: pictures are taken as far as the bounds go, the others named.
func TestPictureBounds(t *testing.T) {
	for n, want := range map[int]int{50: 50, 52: 50} {
		d := readPictures(t, illustrated(func(m *maker) (all []string) {
			for i := range n {
				all = append(all, m.picture(pixels(i+1), ""))
			}
			return all
		}))
		left := len(d.Findings) > 0 && strings.Contains(d.Findings[0].Message, fmt.Sprintf("%d ảnh", n-want))
		if len(d.Pictures) != want || left != (n > want) {
			t.Errorf("%d of %d pictures, %v", len(d.Pictures), n, d.Findings)
		}
	}
	large := illustrated(func(m *maker) []string { return []string{m.picture(pixels(3)+strings.Repeat("x", 8<<20), "")} })
	if d := readPictures(t, large); len(d.Pictures) > 0 || len(d.Findings) != 1 {
		t.Errorf("a picture of 8 MB was taken: %v", d.Findings)
	}
	full := illustrated(func(m *maker) (all []string) {
		for i := range 5 {
			file := pixels(i + 1)
			all = append(all, m.picture(file+strings.Repeat("x", 8<<20-len(file)), ""))
		}
		return all
	})
	if d := readPictures(t, full); len(d.Pictures) != 4 || len(d.Findings) != 1 {
		t.Errorf("%d pictures of 8 MB, %v", len(d.Pictures), d.Findings)
	}
	many := illustrated(func(m *maker) (all []string) {
		for i := range 6 {
			all = append(all, m.picture(pixels(i+1)+strings.Repeat("x", 6<<20), ""))
		}
		return all
	})
	if d := readPictures(t, many); len(d.Pictures) != 5 || len(d.Findings) != 1 {
		t.Errorf("%d pictures of 6 MB, %v", len(d.Pictures), d.Findings)
	}
}

// TestPaperPictures: a paper that is made in one go has its pictures.
func TestPaperPictures(t *testing.T) {
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	paper, _, err := draft.Paper(context.Background(), r, "thu.docx",
		illustrated(func(m *maker) []string { return []string{m.picture(pixels(300), "Sơ đồ")} }))
	if err != nil {
		t.Fatal(err)
	}
	var with, without bytes.Buffer
	if _, err := r.PDF(context.Background(), &with, paper); err != nil {
		t.Fatal(err)
	}
	paper, _, err = draft.Paper(context.Background(), r, "thu.docx", illustrated(func(*maker) []string { return nil }))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.PDF(context.Background(), &without, paper); err != nil || !strings.Contains(with.String(), "/Subtype/Image") ||
		strings.Contains(without.String(), "/Subtype/Image") {
		t.Errorf("%d and %d bytes, %v", with.Len(), without.Len(), err)
	}
}

// TestPictureBelowMergedTable: a picture below the table of an article has no place in a typed article.
func TestPictureBelowMergedTable(t *testing.T) {
	m := &maker{}
	m.add(m.p("QUYẾT ĐỊNH", "cb"), m.p("Về việc khen", "cb"), m.p("Điều 1. Danh sách:", ""),
		table(row(cell("", m.p("Tên", "")), cell("", m.p("Nơi", ""))), row(cell("", m.p("An", ""), m.p("Bình", "")), cell("", m.p("Xã", "")))),
		"<w:p>"+m.picture(pixels(8), "Bản đồ")+"</w:p>", m.p("Điều 2. Hết.", ""))
	if yaml := string(readPictures(t, m.file()).YAML); strings.Contains(yaml, "articles:") || strings.Index(yaml, "| An") > strings.Index(yaml, "![") {
		t.Errorf("the picture does not stand below the table:\n%s", yaml)
	}
}
