package plan

import (
	"fmt"
	"testing"

	"github.com/vanban-go/vanban/plan/diag"
)

// TestFigures: the figures of tables and charts stand within their bounds, both of which count,
// and the finding names key, term, figure and bounds.
func TestFigures(t *testing.T) {
	for _, tt := range []struct {
		key, term   string
		least, most int64
		check       func(n Number, found *diag.List)
	}{
		{"text_size", "cỡ chữ trong bảng (pt)", 8, 14, func(n Number, found *diag.List) { (&Table{TextSize: n}).Validate("", found) }},
		{"head_size", "cỡ chữ đầu bảng (pt)", 8, 14, func(n Number, found *diag.List) { (&Table{HeadSize: n}).Validate("", found) }},
		{"padding", "lề trái, phải trong ô (mm)", 0, 4, func(n Number, found *diag.List) { (&Table{Padding: n}).Validate("", found) }},
		{"row_height", "chiều cao dòng ít nhất (mm)", 0, 60,
			func(n Number, found *diag.List) { (&Table{RowHeight: n}).Validate("", found) }},
		{"mark", "vạch mốc", 0, mostOfBar, func(n Number, found *diag.List) { (&Chart{Mark: n}).Validate("", found) }},
		{"value", "giá trị", 0, mostOfBar, func(n Number, found *diag.List) { (&Bar{Value: n}).Validate("", found) }},
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
			var found diag.List
			tt.check(n, &found)
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
