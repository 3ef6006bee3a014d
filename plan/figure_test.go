package plan

import (
	"fmt"
	"slices"
	"testing"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestFigures: the figures of tables and charts stand within their bounds, both of which count,
// and the finding names key, term, figure and bounds.
func TestFigures(t *testing.T) {
	for _, tt := range []struct {
		key, term   string
		least, most int64
		of          func(n Number) any
	}{
		{"text_size", "cỡ chữ trong bảng (pt)", 8, 14, func(n Number) any { return &Table{TextSize: n} }},
		{"head_size", "cỡ chữ đầu bảng (pt)", 8, 14, func(n Number) any { return &Table{HeadSize: n} }},
		{"padding", "lề trái, phải trong ô (mm)", 0, 4, func(n Number) any { return &Table{Padding: n} }},
		{"row_height", "chiều cao dòng ít nhất (mm)", 0, 60,
			func(n Number) any { return &Table{RowHeight: n} }},
		{"mark", "vạch mốc", 0, 1_000_000_000_000, func(n Number) any { return &Chart{Mark: n} }},
		{"value", "giá trị", 0, 1_000_000_000_000, func(n Number) any { return &Bar{Value: n} }},
	} {
		for _, c := range []struct {
			figure string
			good   bool
		}{
			{"", true},
			{fmt.Sprint(tt.least), true},
			{fmt.Sprint(tt.most), true},
			{fmt.Sprint(tt.least - 1), false},
			{fmt.Sprint(tt.most + 1), false},
			{fmt.Sprintf("%d,01", tt.most), false},
		} {
			n := Number(c.figure)
			found := slices.DeleteFunc(record.Validate(tt.of(n), nil), func(d *diag.Diagnostic) bool { return d.Rule == ruleMissing })
			want := fmt.Sprintf("%q (%s) là %s, phải từ %d đến %d", tt.key, tt.term, n, tt.least, tt.most)
			switch {
			case c.good && len(found) > 0:
				t.Errorf("%s: %q is refused: %v", tt.key, c.figure, found)
			case !c.good && (len(found) != 1 || found[0].Message != want):
				t.Errorf("%s: %q: found %v, want %s", tt.key, c.figure, found, want)
			}
		}
	}
}
