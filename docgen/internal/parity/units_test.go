package parity_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/parity"
	"github.com/vanban-go/vanban/plan"
)

// TestUnits: a line ends behind the stroke of units in LibreOffice where it does in the PDF, in cells
// that are too narrow for the word and in text, whose lines end at each letter around it.
func TestUnits(t *testing.T) {
	var text strings.Builder
	for n := range 24 {
		fmt.Fprintf(&text, "  Mức thưởng của cá nhân được tặng giấy khen%s là 760.000 đồng/người/năm, của tập thể là 1.520.000 đồng/tập thể.\n", " "+strings.Repeat("i", n+1))
	}
	src := `kind: thong-bao
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
date: 2026-03-15
subject: Mức chi
signer: {position: Chủ tịch, name: Nguyễn Văn An}
distribution: {to: [Sở Nội vụ], file_copy: [VT]}
sections:
  - title: Bảng
    table:
      columns: [Nội dung, {title: Mức, width: 22}, {title: "Kinh phí (đồng/người/tháng)", width: 25}]
      rows:
        - [Thưởng, 5.000.000 đồng/người, lượt/năm]
        - ["*Thưởng*", "*đồng/tập thể*", "**triệu đồng/đơn vị/quý**"]
  - title: Mức
    body: |
` + strings.ReplaceAll(text.String(), "  Mức", "      Mức")
	office := needOffice(t)
	for _, rule := range judged() {
		r := renderer(t, rule)
		f, found := plan.Parse("p.yaml", []byte(src))
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		got := compared(t, office, r, build(t, r, f.Name, plan.NewSet(f)), dir)
		if !got.SameWords || got.SameLines != got.Lines[0] || got.SameLines != got.Lines[1] {
			t.Errorf("%s: lines %d of %d\n\t%s", rule.Name, got.SameLines, got.Lines, strings.Join(got.Differences, "\n\t"))
		}
		pages, err := parity.Read(filepath.Join(dir, "paper.own.pdf"))
		if err != nil {
			t.Fatal(err)
		}
		ends := 0
		for _, page := range pages {
			ends += strings.Count(page.String(), "/\n")
		}
		if ends < 8 {
			t.Errorf("%s: only %d lines end behind a stroke", rule.Name, ends)
		}
	}
}
