package plan_test

import (
	"slices"
	"testing"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
)

// TestPeriod: a span of days, or a school year from 01/9 to 31/8.
func TestPeriod(t *testing.T) {
	day := func(y, m, d int) plan.Date { return plan.Date{Year: y, Month: m, Day: d} }
	for _, tt := range []struct {
		p           plan.Period
		first, last plan.Date
		term, rule  string
	}{
		{plan.Period{From: plan.Date{Year: 2026}}, day(2026, 1, 1), day(2026, 12, 31), "năm 2026", ""},
		{plan.Period{From: day(2026, 1, 1), To: day(2026, 12, 31)}, day(2026, 1, 1), day(2026, 12, 31), "năm 2026", ""},
		{plan.Period{From: day(2026, 1, 2), To: day(2026, 12, 31)}, day(2026, 1, 2), day(2026, 12, 31), "", ""},
		{plan.Period{From: day(2026, 1, 1), To: day(2026, 12, 30)}, day(2026, 1, 1), day(2026, 12, 30), "", ""},
		{plan.Period{From: day(2026, 5, 2), To: day(2026, 5, 1)}, day(2026, 5, 2), day(2026, 5, 1), "", plan.RuleValue},
		{plan.Period{SchoolYear: "2025-2026"}, day(2025, 9, 1), day(2026, 8, 31), "năm học 2025 - 2026", ""},
		{plan.Period{SchoolYear: "2025 - 2026"}, day(2025, 9, 1), day(2026, 8, 31), "năm học 2025 - 2026", ""},
		{plan.Period{SchoolYear: "2025-2027"}, plan.Date{}, plan.Date{}, "", plan.RuleValue},
		{plan.Period{SchoolYear: "2025"}, plan.Date{}, plan.Date{}, "", plan.RuleValue},
		{plan.Period{SchoolYear: "25-26"}, day(25, 9, 1), day(26, 8, 31), "năm học 25 - 26", plan.RuleValue},
		{plan.Period{SchoolYear: "2025-2026", To: day(2026, 8, 31)}, day(2025, 9, 1), day(2026, 8, 31), "năm học 2025 - 2026",
			plan.RuleConflict},
	} {
		if tt.p.First() != tt.first || tt.p.Last() != tt.last || tt.p.Term() != tt.term {
			t.Errorf("%+v: %s to %s, %q", tt.p, tt.p.First(), tt.p.Last(), tt.p.Term())
		}
		s := &plan.Season{Kind: "season", Version: 1, Title: "A", Year: 2026, Issuer: plan.Issuer{Name: "B", Place: "C"}, Period: &tt.p,
			Nominees: []plan.Nominee{{Awardee: plan.Awardee{Kind: plan.Individual, Name: "C", Award: "LDTT"}}}}
		var rules []string
		for _, d := range plan.Validate(s) {
			rules = append(rules, d.Rule)
		}
		if tt.rule == "" && len(rules) > 0 || tt.rule != "" && !slices.Contains(rules, tt.rule) {
			t.Errorf("%+v: %v, want %q", tt.p, rules, tt.rule)
		}
	}
}

// TestConfirmed: whoever confirms says whether the standard is met. No is an answer.
func TestConfirmed(t *testing.T) {
	for text, want := range map[string]bool{
		"{by: Hội đồng}": false, "{met: , by: Hội đồng}": false, "{met: true, by: Hội đồng}": true, "{met: false, by: Hội đồng}": true,
	} {
		f, found := plan.Parse("a.yaml",
			[]byte("kind: season\nversion: 1\ntitle: A\nyear: 2026\nissuer: {name: B, place: C}\nnominees:\n  - {kind: individual, name: C, award: LDTT, confirmed: "+text+"}\n"))
		if found.HasErrors() == want ||
			!want && (len(found) != 1 || found[0].Rule != record.RuleMissing || found[0].Pos.Path != "nominees[0].confirmed.met") {
			t.Errorf("%s: %v", text, found)
		}
		if again, err := f.Marshal(); want && (err != nil || string(again) != string(f.Source())) {
			t.Errorf("%s: written as %s, %v", text, again, err)
		}
	}
	out, err := plan.Marshal(&plan.Confirmation{By: "A"})
	if err != nil || string(out) != "met: false\nby: A\n" {
		t.Errorf("%q, %v", out, err)
	}
}

// TestCells: no awardee has more cells than the list has columns.
func TestCells(t *testing.T) {
	for text, want := range map[string]bool{"[5A]": true, "[5A, 10 quyển vở]": true, "[5A, 10 quyển vở, A]": false} {
		_, found := plan.Parse("a.yaml",
			[]byte("kind: season\nversion: 1\ntitle: A\nyear: 2026\nissuer: {name: B, place: C}\ncolumns: [Lớp, Phần thưởng]\nnominees:\n  - {kind: individual, name: C, award: LDTT, cells: "+text+"}\n"))
		if found.HasErrors() == want {
			t.Errorf("%s: %v", text, found)
		}
	}
}
