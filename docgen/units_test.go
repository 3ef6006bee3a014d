package docgen_test

import (
	"fmt"
	"strings"
	"testing"
)

// unitPaper has text, and a column that is too narrow for "đồng/người".
const unitPaper = `kind: thong-bao
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
date: 2026-03-15
subject: Mức chi
signer: {position: Chủ tịch, name: Nguyễn Văn An}
distribution: {to: [Sở Nội vụ], file_copy: [VT]}
sections:
  - {title: Mức chi, body: %q}
  - title: Bảng
    table:
      columns: [Nội dung, {title: Mức, width: 22}]
      rows:
        - [Thưởng, %q]
`

// TestUnits: a line ends behind the stroke of units where it must, in a cell as in the text,
// and behind no other. No reader sees the mark; only the Word file has it, and only there.
func TestUnits(t *testing.T) {
	w := newWordTester(t)
	for _, tt := range []struct {
		name, text, cell string
		ends             []string // of lines in PDF and SVG
		word             string   // in the Word file, "+" for the mark; "": the column is too narrow
	}{
		{"cell", "Chi.", "5.000.000 đồng/người", []string{"đồng/"}, "đồng/+người"},
		{"cell with room", "Chi.", "lượt/năm", nil, "lượt/năm"},
		{"two strokes", "Chi.", "đồng/người/tháng", []string{"đồng/", "người/"}, "đồng/+người/+tháng"},
		{"number of a document", "Chi.", "QĐ/BTC/NSNN/TC", nil, ""},
		{"address", "Chi.", "x.vn/đồng/người", nil, ""},
		{"text", "Mức tiền thưởng kèm theo Giấy khen của mỗi cá nhân là 760.000 đồng/người.", "Một", []string{"đồng/"},
			"760.000 đồng/+người"},
		{"text with room", "Mức là 760.000 đồng/người.", "Một", nil, "760.000 đồng/người"},
	} {
		said, found := w.render(t, fmt.Sprintf(unitPaper, tt.text, tt.cell))
		if said == nil || tt.word == "" { // such a word would be torn
			if said != nil || found[0].Rule != "layout.column-too-narrow" {
				t.Errorf("%s: %v, %v", tt.name, found, said)
			}
			continue
		}
		for format, s := range said {
			if format != "docx" && strings.Contains(s, "\u200b") {
				t.Errorf("%s: the mark is in the %s", tt.name, format)
			}
		}
		if got := strings.ReplaceAll(strings.ReplaceAll(said["docx"], "\u200b", "+"), "\u00a0", " "); !strings.Contains(got, tt.word) {
			t.Errorf("%s: no %q in the Word file:\n%s", tt.name, tt.word, got)
		}
		for _, format := range []string{"pdf", "svg"} {
			for _, end := range tt.ends {
				if !strings.Contains(said[format], end+"\n") {
					t.Errorf("%s: no line of the %s ends in %q:\n%s", tt.name, format, end, said[format])
				}
			}
			if len(tt.ends) == 0 && strings.Contains(said[format], "/\n") {
				t.Errorf("%s: a line of the %s ends in a stroke:\n%s", tt.name, format, said[format])
			}
		}
	}
}
