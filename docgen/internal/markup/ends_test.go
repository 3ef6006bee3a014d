package markup

import "testing"

func TestEndOf(t *testing.T) {
	for _, tt := range []struct {
		s, rest string
		open    bool
	}{
		{"Luật Đất đai;", "Luật Đất đai", false},
		{"Luật Đất đai ,", "Luật Đất đai", false},
		{"Luật Đất đai.", "Luật Đất đai", false},
		{"Luật Đất đai", "Luật Đất đai", false},
		{"Hết./.", "Hết", false},
		{"Hết ./.", "Hết", false},
		{"Hết . / .", "Hết", false},
		{"Hết./", "Hết", false},
		{"Hết/.", "Hết", false},
		{"Hết/", "Hết", false},
		{"(hết)/", "(hết)", false},
		{"năm 2026/", "năm 2026/", false},
		{"Hết.;", "Hết.", false},
		{"Hết;;", "Hết;", false},
		{"a/.b/.", "a/.b", false},
		{"Xem https://xa.vn/tra-cuu?ma=", "Xem https://xa.vn/tra-cuu?ma=", true},
		{"Xem www.xa.vn/1", "Xem www.xa.vn/1", true},
		{"Xem www.xa.vn/tin-/", "Xem www.xa.vn/tin-/", true},
		{"Xem dichvucong.gov.vn/", "Xem dichvucong.gov.vn/", true},
		{"Xem xa.com/tin-tuc;", "Xem xa.com/tin-tuc", true},
		{"Xem xa.vn./.", "Xem xa.vn", false},
		{"Xem xa.vn", "Xem xa.vn", false},
		{"Xem .vn/", "Xem .vn", false},
		{"Xem xã.vn/", "Xem xã.vn", false},
		{"Xem a.b/", "Xem a.b", false},
		{"Xem vn/", "Xem vn", false},
		{"Ngày: ..../....", "Ngày: ..../....", true},
		{"Người lập: ......", "Người lập: ......", true},
		{"Người lập: ...…", "Người lập: ...…", true},
		{"Người lập: ____", "Người lập: ____", true},
		{"Người lập: ......;", "Người lập: ......", true},
		{"Người lập: ....../.", "Người lập: ....../.", true},
		{"hai chấm..", "hai chấm..", true},
		{"một _", "một _", false},
		{"xã, phường...", "xã, phường...", true},
		{"xã, v.v...", "xã, v.v...", true},
		{"xã, v.v.", "xã, v.v.", true},
		{"xã, v.v", "xã, v.v", true},
		{"xã (v.v.);", "xã (v.v.)", false},
		{"xã, V.V.;", "xã, V.V.", true},
		{"xã, vv.", "xã, vv.", true},
		{"xã vvx.", "xã vvx", false},
		{"tại https://xa.example.vn/", "tại https://xa.example.vn/", true},
		{"tại https://xa.example.vn", "tại https://xa.example.vn", true},
		{"tại https://xa.example.vn.", "tại https://xa.example.vn.", true},
		{"tại https://xa.example.vn;", "tại https://xa.example.vn", true},
		{"tại (https://xa.example.vn).", "tại (https://xa.example.vn)", false},
		{"tại www.xa.vn", "tại www.xa.vn", true},
		{"gửi a@xa.vn.", "gửi a@xa.vn", false},
		{"tại\u00a0https://xa.example.vn/", "tại\u00a0https://xa.example.vn/", true},
		{"xã,\u00a0v.v.", "xã,\u00a0v.v.", true},
		{"Trân trọng!", "Trân trọng!", true},
		{"Thế nào?", "Thế nào?", true},
		{"Nội dung:", "Nội dung:", true},
		{"Nội dung:./.", "Nội dung:./.", true},
		{"Nội dung:.", "Nội dung:.", true},
		{"(năm đồng chẵn./.)", "(năm đồng chẵn./.)", true},
		{"(năm đồng).", "(năm đồng)", false},
		{"./.", "", false},
		{"", "", false},
	} {
		if rest, open := EndOf(tt.s); rest != tt.rest || open != tt.open {
			t.Errorf("EndOf(%q) = %q, %v, want %q, %v", tt.s, rest, open, tt.rest, tt.open)
		}
	}
}
