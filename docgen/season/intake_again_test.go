package season_test

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan/diag"
)

// TestTakeInAgain: a list that goes into a season again differs by what it says, not by kinds of
// quotes and of white space, and the votes of a difference are in words.
func TestTakeInAgain(t *testing.T) {
	const head = "kind: season\nversion: 1\ntitle: Đợt thử\nyear: 2026\nissuer: {name: Ủy ban nhân dân xã Cẩm Hòa, place: Cẩm Hòa}\nnominees:\n"
	const of = "Họ và tên;Đơn vị;Danh hiệu/Hình thức;"
	one := func(more string) string {
		return head + "  - {kind: individual, name: Lê Văn An, unit: 'Đội “Xung kích”', award: GKXA" + more + "}\n"
	}
	for _, tt := range []struct {
		name, src, heading, cell string
		says                     string // an error; empty for none
		has                      string // in the file that results
	}{
		{"curly quotes", one(", achievement: Có sáng kiến “Đọc sách”"), "Thành tích", `Có sáng  kiến ""Đọc sách""`, "", "“Đọc sách”"},
		{"another text", one(", achievement: Có sáng kiến “Đọc sách”"), "Thành tích", `Có sáng kiến ""Đọc báo""`,
			`ghi "achievement" (thành tích) là "Có sáng kiến “Đọc sách”"`, ""},
		{"votes", one(", votes: {for: 10, against: 1}"), "Số phiếu đồng ý;Số phiếu không đồng ý", `9";"2`,
			`là "10 phiếu đồng ý, 1 phiếu không đồng ý"`, ""},
		{"all votes", one(", votes: {abstain: 1, other: 2}"), "Số phiếu đồng ý", "9", `là "0 phiếu đồng ý, 1 phiếu trắng, 2 phiếu khác"`, ""},
		{"a leader", one(""), "Lãnh đạo/Trực tiếp", "Lãnh đạo", "", "leader: true"},
		{"a direct worker", one(", leader: true"), "Lãnh đạo/Trực tiếp", "trực tiếp", "", "direct_worker: true"},
		{"neither", one(""), "Lãnh đạo/Trực tiếp", "Không", "", "rank: none"},
		{"as before", one(", rank: none"), "Lãnh đạo/Trực tiếp", "Khác", "", "rank: none"},
		{"nobody's post", one(""), "Lãnh đạo/Trực tiếp", "Có", "không rõ có giữ chức vụ", ""},
		{"a leader who was none", one(", rank: none"), "Lãnh đạo/Trực tiếp", "Lãnh đạo", `là "none"`, ""},
		{"a direct worker, no leader", one(", rank: none"), "Lãnh đạo/Trực tiếp", "Trực tiếp", "", "direct_worker: true"},
		{"a leader of a rank", one(", rank: province"), "Lãnh đạo/Trực tiếp", "Lãnh đạo", "", "leader: true"},
		{"none who was a leader", one(", leader: true"), "Lãnh đạo/Trực tiếp", "Không", "lãnh đạo hoặc trực tiếp", ""},
		{"none who was a direct worker", one(", direct_worker: true"), "Lãnh đạo/Trực tiếp", "Không", "lãnh đạo hoặc trực tiếp", ""},
		{"none of a rank", one(", rank: province"), "Lãnh đạo/Trực tiếp", "Không", "lãnh đạo hoặc trực tiếp", ""},
	} {
		list := of + tt.heading + "\nLê Văn An;\"Đội \"\"Xung kích\"\"\";GKXA;\"" + tt.cell + "\"\n"
		in, found := take(t, tt.src, "ds.csv", []byte(list))
		switch {
		case tt.says == "" && (in == nil || !strings.Contains(string(in.Source), tt.has) || strings.Count(string(in.Source), "Lê Văn An") != 1):
			t.Errorf("%s: %v\n%v", tt.name, found, in)
		case tt.says != "" && (len(found) != 1 || found[0].Level != diag.Error || !strings.Contains(found[0].Message, tt.says)):
			t.Errorf("%s: %v", tt.name, found)
		}
	}
}
