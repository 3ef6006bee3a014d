package award

import (
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan"
)

func cells(t *testing.T, f *YearForm, code string) string {
	t.Helper()
	i := slices.IndexFunc(f.Rows, func(r YearRow) bool { return r.Code == code })
	if i < 0 {
		t.Fatalf("%s has no row %s", f.Code, code)
	}
	return strings.Join(f.Rows[i].Cells, " ")
}

// TestMovementForm counts by level, scope, length and mode.
func TestMovementForm(t *testing.T) {
	r := &plan.Report{Sections: []plan.ReportSection{
		{Movements: []plan.Movement{
			{Launcher: "central", Scope: "nation", From: plan.Date{Year: 2021}, To: plan.Date{Year: 2025}},
			{Launcher: "province", Scope: "province", Mode: "theme", From: day(2026, 2, 15), To: day(2026, 12, 31)},
		}},
		{Movements: []plan.Movement{
			{From: plan.Date{Year: 2026}, To: plan.Date{Year: 2026}},
			{Scope: "cluster", From: day(2024, 2, 29), To: day(2025, 2, 28)},
			{Scope: "unit", Mode: "regular", From: plan.Date{Year: 2026}},
			{From: plan.Date{Year: 2024}, To: plan.Date{Year: 2026}},
		}},
	}}
	f := MovementForm(r)
	for code, want := range map[string]string{
		"01": "6 1 1 4", "02": "1 1 0 0", "03": "1 0 1 0", "04": "1 0 0 1", "05": "3 0 0 3",
		"06": "1 0 1 0", "07": "2 0 0 2", "08": "0 0 0 0", "09": "1 0 0 1", "10": "1 1 0 0",
		"11": "1 0 1 0", "12": "5 1 0 4",
	} {
		if got := cells(t, f, code); got != want {
			t.Errorf("row %s is %s, want %s", code, got, want)
		}
	}
	if found := CheckMovements(r); len(found) != 1 || found[0].Path != "sections[1].movements[2]" || found.HasErrors() {
		t.Errorf("movements without length: %v", found)
	}
	if csv := string(f.CSV()); !strings.HasPrefix(csv, "\ufeffSố phong trào thi đua,Mã số,Tổng số,") || strings.Count(csv, "\r\n") != 13 {
		t.Errorf("CSV:\n%s", csv)
	}
}

// TestAwardForm counts by recipient and occasion; what the files do not tell stays
// empty, and what was cancelled, or lies outside the period, is not counted.
func TestAwardForm(t *testing.T) {
	award := &Award{Code: "GKXA", Name: "Giấy khen"}
	other := &Award{Code: "LDTT", Name: "Lao động tiên tiến"}
	result := func(a *Award, s Status, who plan.Awardee) Result {
		return Result{Award: a, Status: s, Nominee: &plan.Nominee{Awardee: who}}
	}
	o := &Outcome{Season: &plan.Season{}, Day: day(2026, 12, 15), Results: []Result{
		result(award, Awarded, plan.Awardee{Kind: plan.Collective, Enterprise: true}),
		result(award, Awarded, plan.Awardee{Kind: plan.Household}),
		result(award, Awarded, plan.Awardee{Kind: plan.Individual, Leader: true, Occasion: "sudden"}),
		result(other, Awarded, plan.Awardee{Kind: plan.Individual, DirectWorker: true}),
		result(award, Cancelled, plan.Awardee{Kind: plan.Individual}),
		result(award, Refused, plan.Awardee{Kind: plan.Individual}),
	}}
	before := &Outcome{Season: &plan.Season{}, Day: day(2025, 12, 15), Results: o.Results}
	f := AwardForm(&plan.Period{From: plan.Date{Year: 2026}}, o, before)
	if got := strings.Join(f.Columns, "|"); got != "Tổng số|Giấy khen|Lao động tiên tiến" {
		t.Errorf("columns %s", got)
	}
	for code, want := range map[string]string{
		"01": "4 3 1", "02": "1 1 0", "03": "1 1 0", "04": "1 1 0", "05": "2 1 1", "06": "  ", "08": "0 0 0",
		"09": "1 1 0", "10": "1 0 1", "11": "3 2 1", "12": "0 0 0", "13": "1 1 0", "17": "  ",
	} {
		if got := cells(t, f, code); got != want {
			t.Errorf("row %s is %q, want %q", code, got, want)
		}
	}
}
