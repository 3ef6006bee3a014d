package plan

import (
	"github.com/vanban-go/vanban/internal/ruleid"

	"testing"

	"github.com/vanban-go/vanban/plan/diag"
)

// TestCheckNumber: a number stands alone; "Số" before it is told apart from a symbol behind it.
func TestCheckNumber(t *testing.T) {
	for _, tt := range []struct{ number, rule, expected string }{
		{"", "", ""}, {"5", "", ""}, {"05a", "", ""}, {"12-2", "", ""},
		{"Số 5", ruleid.OwnWord, ""}, {"Số: 05a", ruleid.OwnWord, ""},
		{"5/QĐ-UBND", ruleValue, "5"}, {"Số 5/QĐ-UBND", ruleValue, ""}, {"Số", ruleValue, ""}, {"năm", ruleValue, ""}, {"5 6",
			ruleValue, ""},
	} {
		var found diag.List
		checkNumber(&found, "", tt.number)
		rule, expected := "", ""
		if len(found) > 0 {
			rule, expected = found[0].Rule, found[0].Expected
		}
		if len(found) > 1 || rule != tt.rule || expected != tt.expected {
			t.Errorf("%q: %v", tt.number, found)
		}
	}
}
