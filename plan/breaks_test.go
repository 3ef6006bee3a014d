package plan

import (
	"fmt"
	"strings"
	"testing"
)

// TestPasted: what is mended is said once, tabs and bullets of Word are good in prose, and
// elsewhere they are refused at their place.
func TestPasted(t *testing.T) {
	const src = `kind: thong-bao
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
date: 2026-03-15
subject: Nghỉ lễ
signer: {position: Chủ tịch, name: Nguyễn Văn An}
distribution: {to: [Sở Nội vụ], file_copy: [VT]}
body: |
`
	for _, tt := range []struct{ src, want string }{
		{src + "  Một\tHai\n  \uf0b7 Ba\n", ""},
		{src + "  Một\v\uf0b7 Hai\n", "gợi ý 9:1 plan.pasted-breaks"},
		{src + "  Một \uf0b7 Hai\n", "lỗi 9:7 plan.bad-character"},
		{src + "  Một \ue00b Hai\v\n", "lỗi 9:7 plan.bad-character lỗi 9:12 plan.bad-character"},
		{src + "\tMột \u200b Hai\n", "lỗi 9:6 plan.bad-character"},
		{strings.Replace(src, "Nghỉ", "\uf0b7 Nghỉ", 1) + "  Một\n", "lỗi 5:10 plan.bad-character"},
		{strings.Replace(src, "Nghỉ lễ", "|\n  Nghỉ\vlễ", 1) + "  Một\n", "lỗi 5:10 plan.bad-value gợi ý 6:1 plan.pasted-breaks"},
	} {
		_, found := Parse("a.yaml", []byte(tt.src))
		var got []string
		for _, d := range found {
			got = append(got, fmt.Sprintf("%s %d:%d %s", d.Level.Term(), d.Pos.Line, d.Pos.Column, d.Rule))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%q gives %v, want %s", tt.src[len(src)-10:], found, tt.want)
		}
	}
	p := Plan{Body: "Một\v\uf0b7 Hai\r\u2028Ba\tBốn"}
	for _, d := range Validate(&p) {
		if d.Rule == ruleCharacter {
			t.Errorf("made in Go: %v", d)
		}
	}
}
