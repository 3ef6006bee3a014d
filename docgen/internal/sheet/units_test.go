package sheet

import "testing"

// TestUnits: a heading, or a line above the headings, that counts thousands of đồng or more, and words that do not.
func TestUnits(t *testing.T) {
	for _, tt := range []struct {
		heading string
		want    bool
	}{
		{"Tiền thưởng (nghìn đồng)", true}, {"Tiền thưởng (1.000đ)", true}, {"Tiền thưởng (1000 VNĐ)", true}, {"Tiền thưởng (ngàn đồng)", true},
		{"Tiền thưởng (tr.đ)", true}, {"Tiền thưởng (trđ)", true}, {"Tiền thưởng (ngđ)", true}, {"Tiền thưởng (ng.đ)", true},
		{"Tiền thưởng (ngh.đ)", true}, {"Tiền thưởng (nghìn)", true}, {"Tiền thưởng (Triệu)", true}, {"Tiền thưởng (tr)", true},
		{"Tiền thưởng (K)", true}, {"Tiền thưởng (x1000)", true}, {"Tiền thưởng (x 1.000)", true}, {"Tiền thưởng (đồng x 1.000)", true},
		{"Tiền thưởng (x 1.000 đ)", true}, {"Tiền thưởng (VNĐ/1000)", true}, {"Tiền thưởng (ĐVT: triệu)", true}, {"Tiền thưởng (đơn vị tính: tr.đ)", true},
		{"Tiền thưởng (ĐVT 1.000 đ)", true}, {"Tiền thưởng [triệu]", true}, {"Tiền thưởng (triệu đồng/người)", true}, {"Tiền thưởng (tr.đ/người)", true},
		{"Tiền thưởng (1 000 000 đ)", true}, {"Tiền thưởng (trăm nghìn)", true}, {"Tiền thưởng, nghìn đồng", true}, {"Tiền thưởng - triệu", true},
		{"Tiền thưởng, ĐVT: nghìn", true}, {"Tiền thưởng triệu đồng", true}, {"Tiền thưởng tr.đ", true}, {"Tiền thưởng x1000", true}, {"Nghìn đồng", true},
		{"Tr.đ", true}, {"Tiền thưởng (tính bằng triệu đồng, đã trừ thuế)", true}, {"Tiền thưởng (đồng) (nghìn)", true}, {"Tiền thưởng (nghìn) (năm 2026)", true},

		{"Tiền thưởng", false}, {"Tiền thưởng (đồng)", false}, {"Tiền thưởng (đ)", false}, {"Tiền thưởng (VNĐ)", false},
		{"Tiền thưởng (ĐVT: đồng)", false}, {"Tiền thưởng trên 5 triệu đồng (đồng)", false}, {"Tiền thưởng trên 5 triệu đồng", false},
		{"Tiền thưởng trên năm triệu đồng (đồng)", false}, {"Tiền thưởng từ một triệu đồng", false}, {"Mức 500 nghìn đồng/người", false},
		{"Tiền thưởng (05 triệu đồng/người)", false}, {"Tiền (trang 3)", false}, {"Tiền ngân sách", false}, {"Tiền thưởng (người)", false},
		{"Tiền thưởng năm 2026", false}, {"Tiền (đ/ng)", false}, {"Số 1.000", false}, {"Tiền thưởng/người", false},
	} {
		if got := (&List{}).InThousands(&Head{Texts: []string{tt.heading}}) != nil; got != tt.want {
			t.Errorf("heading %q: %t", tt.heading, got)
		}
	}
	for line, want := range map[string]bool{
		"Đơn vị tính: nghìn đồng": true, "ĐVT: nghìn": true, "Đơn vị tính: triệu": true, "(ĐVT: triệu đồng)": true, "Đơn vị: 1000 đồng": true,
		"ĐVT: tr.đ": true, "(1.000 đồng)": true, "Đơn vị tính: 1.000đ.": true, "DANH SÁCH CHI TIỀN (ĐVT: nghìn)": true,
		"Danh sách chi tiền, đơn vị tính: triệu": true, "Đơn vị tính: người, triệu đồng": true, "Đơn vị tính (triệu)": true,

		"Đơn vị tính: đồng": false, "Đơn vị: Trường Tiểu học Cẩm Hòa": false, "Thưởng 02 triệu đồng mỗi người": false, "Đơn vị: Trạm Y tế": false,
		"Đơn vị: Đội thu 5 triệu đồng": false, "Cộng hòa": false, "Số đơn vị tính triệu": false,
	} {
		l := &List{Heading: Heading{First: 2}}
		l.readUnits([]*Row{{Number: 1, Cells: []Cell{TextCell(line)}}, {Number: 2, Cells: []Cell{TextCell("Tiền (triệu)")}}})
		if got := l.InThousands(&Head{Texts: []string{"Tiền thưởng"}}) != nil; got != want {
			t.Errorf("line %q: %t", line, got)
		}
		if l.InThousands(&Head{Texts: []string{"Tiền thưởng (đồng)"}}) != nil {
			t.Errorf("line %q over a heading in đồng", line)
		}
	}
}
