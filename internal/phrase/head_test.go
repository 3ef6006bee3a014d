package phrase_test

import (
	"testing"

	"github.com/vanban-go/vanban/internal/phrase"
)

func TestCutWords(t *testing.T) {
	for _, tt := range []struct {
		text, words, rest string
		ok                bool
	}{
		{"V/v đăng ký", "V/v", "đăng ký", true},
		{"V/V: đăng ký", "V/v", "đăng ký", true},
		{"  về  việc : đăng ký", "Về việc", "đăng ký", true},
		{"KÍNH\u00a0GỬI:Sở", "Kính gửi", "Sở", true},
		{"KT.CHỦ TỊCH", "KT", "CHỦ TỊCH", true},
		{"K/T CHỦ TỊCH", "KT", "K/T CHỦ TỊCH", false},
		{"Số/", "Số", "", true},
		{"Lưu", "Lưu", "", true},
		{"Lưu-VT", "Lưu", "-VT", true},
		{"Lưuly", "Lưu", "Lưuly", false},
		{"Lưuly:", "Lưu", "Lưuly:", false},
		{"Hộ ông", "Hộ gia đình", "Hộ ông", false},
		{"Hộgia đình", "Hộ gia đình", "Hộgia đình", false},
		{"", "Lưu", "", false},
		{"Báo cáo viên giỏi", "Báo cáo", "Báo cáo viên giỏi", false},
		{"KẾ HOẠCH HÓA", "Kế hoạch", "KẾ HOẠCH HÓA", false},
		{"Kế hoạch hoá gia đình", "Kế hoạch", "Kế hoạch hoá gia đình", false},
		{"Kế hoạch nhỏ năm học", "Kế hoạch", "Kế hoạch nhỏ năm học", false},
		{"Báo cáo viện phí", "Báo cáo", "viện phí", true},
	} {
		if rest, ok := phrase.CutWords(tt.text, tt.words); rest != tt.rest || ok != tt.ok {
			t.Errorf("CutWords(%q, %q) = %q, %v", tt.text, tt.words, rest, ok)
		}
	}
}

// TestCutKept: "Lưu" before the places where a paper is kept, and longer words that begin with it.
func TestCutKept(t *testing.T) {
	for _, tt := range []struct {
		text, rest string
		ok         bool
	}{
		{"Lưu: VT", "VT", true}, {"Lưu VT, VP", "VT, VP", true}, {"lưu văn thư", "văn thư", true}, {"Lưu:", "", true},
		{"Lưu: trữ", "trữ", true}, {"Lưu", "", true},
		{"Lưu trữ lịch sử tỉnh", "Lưu trữ lịch sử tỉnh", false}, {"LƯU TRỮ TỈNH", "LƯU TRỮ TỈNH", false},
		{"Lưu trữ;", "Lưu trữ;", false}, {"Lưu học sinh", "Lưu học sinh", false}, {"VT", "VT", false},
	} {
		if rest, ok := phrase.CutKept(tt.text); rest != tt.rest || ok != tt.ok {
			t.Errorf("%q: %q, %v", tt.text, rest, ok)
		}
	}
}
