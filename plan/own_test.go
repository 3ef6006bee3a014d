package plan

import "testing"

// TestAwardeeNames: what is typed before the name of an awardee is taken as the word that papers print there.
func TestAwardeeNames(t *testing.T) {
	for _, tt := range []struct {
		kind                  Recipient
		honorific, name       string
		full, bare, addressed string
	}{
		{Individual, "", "bà Lê Cúc", "Bà Lê Cúc", "Lê Cúc", "Bà"},
		{Individual, "Bà", "Bà Lê Cúc", "Bà Lê Cúc", "Lê Cúc", "Bà"},
		{Individual, "", "Em Lê Cúc", "Em Lê Cúc", "Lê Cúc", "Em"},
		{Individual, "", "Ông Ích Khiêm", "Ông Ích Khiêm", "Ông Ích Khiêm", ""},
		{Individual, "", "Ông Giàng Páo", "Ông Giàng Páo", "Giàng Páo", "Ông"},
		{Individual, "", "ÔNG LÒ A NGỮ", "ÔNG LÒ A NGỮ", "LÒ A NGỮ", "ÔNG"},
		{Individual, "", "Ông Đèo Văn Ơn", "Ông Đèo Văn Ơn", "Đèo Văn Ơn", "Ông"},
		{Individual, "", "Ông Y Moan Êban", "Ông Y Moan Êban", "Y Moan Êban", "Ông"},
		{Individual, "", "Ông Thị Kim Liên", "Ông Thị Kim Liên", "Ông Thị Kim Liên", ""},
		{Individual, "", "Ông Phương Thảo Vy", "Ông Phương Thảo Vy", "Ông Phương Thảo Vy", ""},
		{Individual, "", "ÔNG DIỆU THU TRANG", "ÔNG DIỆU THU TRANG", "ÔNG DIỆU THU TRANG", ""},
		{Individual, "", "Ông Nhật Minh Anh", "Ông Nhật Minh Anh", "Ông Nhật Minh Anh", ""},
		{Individual, "", "Ông Thị Văn Anh", "Ông Thị Văn Anh", "Ông Thị Văn Anh", ""},
		{Individual, "", "ÔNG ĐÈO VĂN ƠN", "ÔNG ĐÈO VĂN ƠN", "ĐÈO VĂN ƠN", "ÔNG"},
		{Individual, "", "Ông Đèo Văn", "Ông Đèo Văn", "Ông Đèo Văn", ""},
		{Individual, "", "Ông Đèo Ơn", "Ông Đèo Ơn", "Ông Đèo Ơn", ""},
		{Individual, "", "Anh Đèo Văn Ơn", "Anh Đèo Văn Ơn", "Anh Đèo Văn Ơn", ""},
		{Individual, "", "Anh Vi Văn Ơn", "Anh Vi Văn Ơn", "Vi Văn Ơn", "Anh"},
		{Individual, "", "Cụ Ích Khiêm", "Cụ Ích Khiêm", "Cụ Ích Khiêm", ""},
		{Individual, "Ông", "Ông Ích Khiêm", "Ông Ích Khiêm", "Ích Khiêm", "Ông"},
		{Individual, "", "Lê Cúc", "Lê Cúc", "Lê Cúc", ""},
		{Collective, "", "Bà Lê Cúc", "Bà Lê Cúc", "Bà Lê Cúc", ""},
		{Household, "", "Hộ ông Lê Chín", "Hộ ông Lê Chín", "Lê Chín", "Ông"},
		{Household, "Ông", "Hộ ông Lê Chín", "Hộ gia đình ông Lê Chín", "Lê Chín", "Ông"},
		{Household, "", "Ông Lê Chín", "Hộ gia đình ông Lê Chín", "Lê Chín", "Ông"},
		{Household, "", "Lê Chín", "Hộ gia đình Lê Chín", "Lê Chín", ""},
	} {
		a := &Awardee{Kind: tt.kind, Honorific: tt.honorific, Name: tt.name}
		if a.FullName() != tt.full || a.BareName() != tt.bare || a.Address() != tt.addressed {
			t.Errorf("%s %q %q: %q, %q, %q", tt.kind, tt.honorific, tt.name, a.FullName(), a.BareName(), a.Address())
		}
	}
}
