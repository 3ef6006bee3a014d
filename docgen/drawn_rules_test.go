package docgen

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"context"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/font"
)

// TestDrawnRules reads the lines "đường kẻ" of a first page out of the PDF and out of the Word file:
// that under the issuer and that under the subject a third to a half of the words above it, that
// under the motto as long as the motto, each in the middle of its words and at one place in both files.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 1, 2 and 5.
func TestDrawnRules(t *testing.T) {
	const plan = `kind: ke-hoach
version: 1
date: 2026-10-05
signer: {position: Chủ tịch, name: Lê Văn Thắng}
distribution: {to: [Như trên], file_copy: [VT]}
body: Nội dung.
`
	letter := strings.Replace(plan, "ke-hoach", "cong-van", 1) + "addressees: [Các thôn]\n"
	const short, long = "subject: Trực Tết\n", "subject: Tuyên truyền gương điển hình tiên tiến trong phong trào thi đua yêu nước, " +
		"giai đoạn 2023-2025 trên địa bàn xã Cẩm Ngọc\n"
	// words stand above a line: their size, whether the line is as long as they are, and their last line
	// where it is not the longest.
	type words struct {
		text  string
		size  float64
		whole bool
		last  string
		left  bool // light words at the left
	}
	motto := words{"Độc lập - Tự do - Hạnh phúc", 14, true, "", false}
	tests := []struct {
		what, src string
		above     []words // in the order of the lines, of a name the last line
	}{
		{"a short name, a short subject", plan + short + "issuer: {name: Sở Y tế, abbreviation: SYT, place: Hà Nội}\n",
			[]words{{text: "SỞ Y TẾ", size: 13}, motto, {text: "Trực Tết", size: 14}}},
		{"two lines, the second short", plan + short + "issuer: {name: Ủy ban nhân dân xã Vũ Oai, abbreviation: UBND, place: Vũ Oai}\n",
			[]words{{text: "XÃ VŨ OAI", size: 13}, motto, {text: "Trực Tết", size: 14}}},
		{"below a superior", plan + "subject: Nghỉ lễ Quốc khánh năm 2026 và trực cơ quan\n" +
			"issuer: {superior: Ủy ban nhân dân xã Cẩm Hòa, name: Phòng Văn hóa - Xã hội, abbreviation: VHXH, place: Cẩm Hòa}\n",
			[]words{{text: "PHÒNG VĂN HÓA - XÃ HỘI", size: 13}, motto, {text: "Nghỉ lễ Quốc khánh năm 2026 và trực cơ quan", size: 14}}},
		{"a long name, two lines of subject", plan + long + "issuer: {superior: Ủy ban nhân dân tỉnh Đồng Nai, " +
			"name: Ban Quản lý dự án đầu tư xây dựng công trình giao thông và nông nghiệp, abbreviation: BQLDA, place: Đồng Nai}\n",
			[]words{{text: "VÀ NÔNG NGHIỆP", size: 13}, motto,
				{text: "Tuyên truyền gương điển hình tiên tiến trong phong trào thi đua", size: 14,
					last: "yêu nước, giai đoạn 2023-2025 trên địa bàn xã Cẩm Ngọc"}}},
		{"lines by hand", plan + short + "issuer: {name: Trường Mầm non Hoa Sen, name_lines: [Trường Mầm non, Hoa Sen], " +
			"abbreviation: TMN, place: Huế}\n",
			[]words{{text: "HOA SEN", size: 13}, motto, {text: "Trực Tết", size: 14}}},
		{"a letter has none under its subject", letter + "subject: trực Tết\n" +
			"issuer: {name: Hội Nông dân xã Tân Phú, abbreviation: HND, place: Tân Phú}\n",
			[]words{{text: "XÃ TÂN PHÚ", size: 13}, motto}},
		{"of the Party", plan + short + "standard: hd05-2026\n" +
			"issuer: {name: Đảng ủy xã Cẩm Hòa, abbreviation: ĐU, place: Cẩm Hòa}\n",
			[]words{{text: "ĐẢNG CỘNG SẢN VIỆT NAM", size: 15, whole: true}, {text: "Nơi nhận:", size: 14, whole: true, left: true}}},
	}
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			d := build(t, r, tt.src)
			var page, word bytes.Buffer
			if _, err := r.PDF(context.Background(), &page, d); err != nil {
				t.Fatal(err)
			}
			if _, err := r.DOCX(context.Background(), &word, d); err != nil {
				t.Fatal(err)
			}
			drawn, written := strokes(t, page.Bytes()), borders(t, word.Bytes())
			if len(drawn) != len(tt.above) || len(written) != len(tt.above) {
				t.Fatalf("%d lines in the PDF, %d in the Word file, want %d", len(drawn), len(written), len(tt.above))
			}
			for i, above := range tt.above {
				s, w := drawn[i], written[i]
				if math.Abs(s.from-w.from) > 0.1 || math.Abs(s.to-w.to) > 0.1 {
					t.Errorf("line %d from %.2f to %.2f pt, in the Word file from %.2f to %.2f", i+1, s.from, s.to, w.from, w.to)
				}
				if !above.left && math.Abs(w.from+w.to-w.column[0]-w.column[1]) > 0.1 {
					t.Errorf("line %d from %.2f to %.2f pt is not in the middle of %.2f", i+1, w.from, w.to, w.column)
				}
				for _, text := range []string{above.text, above.last} {
					length, width := s.to-s.from, widthOf(t, text, above.size, !above.left)
					switch {
					case text == "":
					case above.whole && math.Abs(length-width) > 0.1, !above.whole && (length < width/3 || length > width/2):
						t.Errorf("line %d is %.2f pt long, %q above it %.2f", i+1, length, text, width)
					}
				}
			}
		})
	}
}

// stroke is a horizontal line in points from the left edge of the paper; in a Word file with the
// edges of the column that it stands in.
type stroke struct {
	from, to float64
	column   [2]float64
}

var (
	flated = regexp.MustCompile(`(?s)/FlateDecode[^>]*>>\s*stream\r?\n(.*?)\r?\nendstream`)
	lineTo = regexp.MustCompile(`([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S`)
)

// strokes are the lines of the first page of a PDF file that has any, in the order they are drawn.
func strokes(t *testing.T, file []byte) (list []stroke) {
	t.Helper()
	for _, m := range flated.FindAllSubmatch(file, -1) {
		z, err := zlib.NewReader(bytes.NewReader(m[1]))
		if err != nil {
			continue // no page
		}
		content, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lineTo.FindAllSubmatch(content, -1) {
			if !bytes.Equal(l[2], l[4]) {
				t.Errorf("a slanting line: %s", l[0])
			}
			list = append(list, stroke{from: number(t, string(l[1])), to: number(t, string(l[3]))})
		}
		if list != nil {
			return list
		}
	}
	return nil
}

var (
	wordParts = regexp.MustCompile(`<w:(?:tblInd|tcW|pgMar|pgSz)[^>]*>|</w:tr>|</w:tbl>|<w:tbl>|<w:p>(?:<w:pPr>.*?</w:pPr>)?`)
	ruleStyle = regexp.MustCompile(`w:styleId="DuongKe">.*?</w:style>`)
)

// borders are the lines of a Word file that stand for rules, in order: paragraphs with a border.
func borders(t *testing.T, file []byte) (list []stroke) {
	t.Helper()
	part := func(name string) string {
		z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(err)
		}
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	body, style := part("word/document.xml"), ruleStyle.FindString(part("word/styles.xml"))
	points := func(s, name string) float64 {
		_, s, ok := strings.Cut(s, " w:"+name+`="`)
		if !ok {
			return 0
		}
		s, _, _ = strings.Cut(s, `"`)
		return number(t, s) / 20
	}
	sheet := body[strings.Index(body, "<w:pgSz"):]
	margin := sheet[strings.Index(sheet, "<w:pgMar"):]
	left, right := points(margin, "left"), points(sheet, "w")-points(margin, "right")
	inTable, column := false, [2]float64{}
	for _, s := range wordParts.FindAllString(body, -1) {
		switch {
		case s == "<w:tbl>":
			inTable, column = true, [2]float64{left, left}
		case s == "</w:tbl>":
			inTable = false
		case s == "</w:tr>":
			column = [2]float64{left, left}
		case strings.HasPrefix(s, "<w:tblInd"):
			column = [2]float64{left + points(s, "w"), left + points(s, "w")}
		case strings.HasPrefix(s, "<w:tcW"):
			column = [2]float64{column[1], column[1] + points(s, "w")}
		case strings.Contains(s, `w:val="DuongKe"`):
			around := [2]float64{left, right}
			if inTable {
				around = column
			}
			indent := s
			if !strings.Contains(s, "<w:ind ") {
				indent = style
			}
			indent = indent[strings.Index(indent, "<w:ind "):]
			list = append(list, stroke{from: around[0] + points(indent, "left"), to: around[1] - points(indent, "right"), column: around})
		}
	}
	return list
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// widthOf is how wide words are in points.
func widthOf(t *testing.T, words string, size float64, bold bool) float64 {
	t.Helper()
	set, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, r := range words {
		w, ok := set.Advance(font.StyleOf(bold, false), r)
		if !ok {
			t.Fatalf("no letter %q", r)
		}
		sum += w
	}
	return float64(sum) / 2048 * size
}
