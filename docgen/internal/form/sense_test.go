package form

import (
	"strings"
	"testing"
)

// "~" is where no line of a title ends.
func TestGlueSense(t *testing.T) {
	for _, want := range []string{
		"Tập~thể, cá~nhân, hộ~gia~đình được~tặng Giấy~khen của~Chủ~tịch Ủy~ban~nhân~dân xã~Cẩm~Hòa",
		"Họp Hội~đồng Thi~đua - Khen~thưởng~xã xét, đề~nghị khen~thưởng năm 2026",
		"Về~việc sửa~đổi, bổ~sung Quyết~định số 12 về~tổ~chức bộ máy",
		"Họ~và~tên, tên tập~thể, chủ~hộ",
		"Phường~Hạc~Thành, tỉnh~Lam~Sơn và~thôn~7",
		"KẾ~HOẠCH TUYÊN~TRUYỀN CỦA~XÃ CẨM HÒA",
		"", " ", "của ", " của", "một",
	} {
		in := strings.ReplaceAll(want, "~", " ")
		if got := strings.ReplaceAll(glueSense(in), noBreakSpace, "~"); got != want {
			t.Errorf("%q\n got %q\nwant %q", in, got, want)
		}
	}
}
