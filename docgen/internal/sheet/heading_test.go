package sheet

import "testing"

// TestFind: columns by any text of their heading, whatever its case and blanks, each once.
func TestFind(t *testing.T) {
	h := &Heading{Columns: []Head{
		{Column: 0, Texts: []string{"Họ và tên"}}, {Column: 2, Texts: []string{"Khen thưởng", "Tiền"}}, {Column: 3,
			Texts: []string{"tiền", "TIỀN"}},
	}}
	for text, want := range map[string][]int{"họ  VÀ tên": {0}, "Tiền": {2, 3}, "khen thưởng": {2}, "Tiên": nil, "": nil} {
		found := h.Find(text)
		if len(found) != len(want) {
			t.Errorf("%q: %d columns, want %v", text, len(found), want)
			continue
		}
		for i, c := range found {
			if c.Column != want[i] {
				t.Errorf("%q: column %d, want %v", text, c.Column, want)
			}
		}
	}
}
