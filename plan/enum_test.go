package plan_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan"
)

// TestEnumerations: every value has a term of its own, and what is no value is its own term.
func TestEnumerations(t *testing.T) {
	for name, e := range map[string]struct {
		values []string
		term   func(string) string
		first  string // value and term
		last   string
	}{
		"level": {plan.Level("").Values(), func(s string) string { return plan.Level(s).Term() },
			"commune Chủ tịch Ủy ban nhân dân cấp xã", "president Chủ tịch nước"},
		"recipient": {plan.Recipient("").Values(), func(s string) string { return plan.Recipient(s).Term() }, "individual cá nhân",
			"household hộ gia đình"},
		"rating": {plan.Rating("").Values(), func(s string) string { return plan.Rating(s).Term() },
			"not_completed không hoàn thành nhiệm vụ", "excellent hoàn thành xuất sắc nhiệm vụ"},
		"measure": {plan.Measure("").Values(), func(s string) string { return plan.Measure(s).Term() }, "reprimand khiển trách",
			"dismissal buộc thôi việc"},
		"scale": {plan.Scale("").Values(), func(s string) string { return plan.Scale(s).Term() }, "unit cấp cơ sở", "nation toàn quốc"},
		"dossier": {plan.DossierPaper("").Values(), func(s string) string { return plan.DossierPaper(s).Term() }, "submission tờ trình",
			"opinion ý kiến của cơ quan liên quan"},
		"sex": {plan.Sex("").Values(), func(s string) string { return plan.Sex(s).Term() }, "female nữ", "male nam"},
	} {
		if got := e.values[0] + " " + e.term(e.values[0]); got != e.first {
			t.Errorf("%s begins with %q, want %q", name, got, e.first)
		}
		if last := e.values[len(e.values)-1]; last+" "+e.term(last) != e.last {
			t.Errorf("%s ends with %q %q, want %q", name, last, e.term(last), e.last)
		}
		seen := make(map[string]bool)
		for _, v := range e.values {
			if said := e.term(v); said == v || said == "" || seen[said] {
				t.Errorf("%s: %s is called %q", name, v, said)
			}
			seen[e.term(v)] = true
		}
		if empty := map[string]string{"scale": "cấp cơ sở"}[name]; e.term("khác") != "khác" || e.term("") != empty {
			t.Errorf("%s: what is no value is called %q, and nothing %q", name, e.term("khác"), e.term(""))
		}
	}
	if plan.Rating("").Rank() != 0 || plan.NotCompleted.Rank() != 1 || plan.Excellent.Rank() != 4 || plan.Measure("").Rank() != 0 ||
		plan.Dismissal.Rank() != 5 || plan.Scale("khác").Rank() != 0 || plan.Scale("").Rank() != 1 || plan.NationScale.Rank() != 3 {
		t.Error("ranks")
	}
}

// TestEnumeratedFields: a field takes the values of its type, also in a list, unless its tag
// has fewer.
func TestEnumeratedFields(t *testing.T) {
	const head = "kind: season\nversion: 1\ntitle: A\nyear: 2026\nissuer: {name: B}\n"
	for src, want := range map[string]string{
		"order: [collective, khac]\nnominees: []\n":                          `"khac", chỉ nhận: individual, collective, household`,
		"rounding: khac\nnominees: []\n":                                     `"khac", chỉ nhận: up, nearest, none`,
		"level: president\nnominees: []\n":                                   `"president", chỉ nhận: commune, unit, district, province`,
		"nominees: [{kind: individual, name: C, award: D, dossier: [khac]}]": `"khac", chỉ nhận: submission, report, minutes, initiative, certificate, opinion`,
	} {
		_, found := plan.Parse("a.yaml", []byte(head+src))
		if !strings.Contains(found.Error(), want) {
			t.Errorf("%q: %s\nwant %s", src, found.Error(), want)
		}
	}
	if !slices.Contains(plan.Markers(nil).Values(), "Tiểu mục 1") {
		t.Error("a scheme cannot have tiểu mục")
	}
}
