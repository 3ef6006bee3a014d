package docgen

import (
	"strings"
	"testing"
)

// TestNumberInMeta: the properties of a file name its paper as it is printed, and
// hold no number of a paper that prints none.
func TestNumberInMeta(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	const head = `version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
date: 2026-03-15
signer: {position: Chủ tịch, name: Lê Văn Thắng}
`
	const paper = head + "subject: Về việc thử\ndistribution: {to: [Các thôn], file_copy: [VT]}\nbody: Nội dung.\n"
	for _, tt := range []struct{ name, src, want string }{
		{"numbered", "kind: thong-bao\nnumber: \"5\"\n" + paper, "05 TB-UBND 05/TB-UBND 05/TB-UBND"},
		{"own symbol", "kind: thong-bao\nnumber: \"105\"\nsymbol: TB-BCĐ\n" + paper, "105 TB-BCĐ 105/TB-BCĐ 105/TB-BCĐ"},
		{"not yet numbered", "kind: thong-bao\n" + paper, " TB-UBND  TB-UBND"},
		{"of the Party", "kind: thong-bao\nstandard: hd05-2026\nnumber: \"5\"\n" + paper, "05 TB/UBND 05-TB/UBND 05-TB/UBND"},
		{"without number", "kind: thu-cong\n" + head + "body: Nội dung.\n", "   "},
		{"certificate", "kind: giay-khen\nname: Đặng Xuân Minh\nrecipient: individual\nachievement: Đã có thành tích\n" + head, "   "},
	} {
		m := &build(t, r, tt.src).Meta
		if got := strings.Join([]string{m.Number, m.Symbol, m.Code, m.Keywords()}, " "); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
