package layout

import (
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// TestOneLine: what is said to stand on one line stands there as it does when it is filled letter by letter.
func TestOneLine(t *testing.T) {
	set, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	text := func(s string) run { return run{kind: textRun, s: s, look: look{size: 14 * doc.Point}} }
	for _, tt := range []struct {
		says string
		runs []run
		one  bool
	}{
		{"some words", []run{text("Nguyễn Văn An, 1.500.000 đồng - xã")}, true},
		{"one letter", []run{text("x")}, true},
		{"two spaces", []run{text("hai  dấu cách")}, true},
		{"no text", []run{text("")}, false},
		{"a space before", []run{text(" a")}, false},
		{"a space behind", []run{text("a ")}, false},
		{"a no-break space", []run{text("Điều\u00a01")}, false},
		{"a dash", []run{text("2025 – 2026")}, false},
		{"a letter that the face lacks", []run{text("中")}, false},
		{"wider than the line", []run{text("Nguyễn Văn An, thôn Quang Trung, xã Cẩm Hòa, tỉnh Hà Tĩnh WWWWWWW")}, false},
		{"far wider", []run{text("Nguyễn Văn An, thôn Quang Trung 2, xã Cẩm Hòa, tỉnh Hà Tĩnh, năm 2026, năm 2027, năm 2028, năm 2029, năm 2030")}, false},
		{"two runs", []run{text("a"), text("b")}, false},
		{"a tab", []run{{kind: tabRun}}, false},
	} {
		breaker := func(runs []run) *breaker {
			b := &breaker{e: newEngine(t.Context(), set, lines.Rule{}), p: &flow.Paragraph{}, runs: runs, width: 130 * doc.Millimetre}
			b.open(true)
			return b
		}
		b := breaker(tt.runs)
		c, one := b.oneLine()
		if one != tt.one {
			t.Errorf("%s: %t", tt.says, one)
		}
		if !one {
			continue
		}
		filled := breaker(append(tt.runs, text(""))) // two runs
		want := filled.fill(place{})
		if c.width != want.width || c.spaces != want.spaces || c.ending != want.ending || c.last != want.last || c.marks != 1 ||
			b.grip != (grip{to: c.next}) || c.next != (place{1, 0}) {
			t.Errorf("%s: %+v, filled %+v", tt.says, c, want)
		}
	}
}
