package plan_test

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan"
)

// TestOneSigner: a paper that one person signs refuses two, at their place; one
// that parties or a meeting sign takes them.
func TestOneSigner(t *testing.T) {
	const head = `kind: %
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
subject: Về việc thử
decided_by: chairman
legal_bases: [Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025]
articles: [Nội dung.]
signers: [{position: Chủ tịch, name: A}, {position: Phó Chủ tịch, name: B}]
distribution: {file_copy: [VT]}
`
	refused := func(kind string) bool {
		_, found := plan.Parse("in.yaml", []byte(strings.Replace(head, "%", kind, 1)))
		for _, d := range found {
			if d.Pos.Path == "signers" && d.Rule == plan.RuleConflict && d.Pos.Line == 8 && d.Source != "" {
				return true
			}
		}
		return false
	}
	if !refused("quyet-dinh") {
		t.Error("a decision takes two signers")
	}
	for _, kind := range []string{"nghi-quyet", "hop-dong", "ke-hoach"} {
		if refused(kind) {
			t.Errorf("%s refuses two signers", kind)
		}
	}
}
