package award

import (
	"slices"
	"testing"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

func TestStatistics(t *testing.T) {
	s := sound()
	s.Nominees[0].Leader = true
	s.Nominees = append(s.Nominees, another(s.Nominees[0], "Nguyễn Thị Hòa", 1985))
	s.Nominees[3].Leader, s.Nominees[3].Occasion = false, "sudden"
	out, found := check(s, nil, law(t))
	if found.HasErrors() {
		t.Fatal(found)
	}
	d := lone()
	unsaid, _ := checkDecision(lone(), law(t))
	for i := range d.Awardees {
		d.Awardees[i].Rank = noRank
	}
	one, found := checkDecision(d, law(t))
	if found.HasErrors() {
		t.Fatal(found)
	}
	rows, paid := Statistics(law(t), &plan.Period{From: plan.Date{Year: 2026}}, out, one)
	if want := out.Counts().Total + one.Counts().Total; paid != want || want == 0 {
		t.Errorf("paid %s, want %s", paid, want)
	}
	if len(rows) != 2 || rows[0].Award != "CSTDCS" || rows[1].Award != "GKXA" {
		t.Fatalf("%+v", rows)
	}
	if r := rows[1]; r.Collectives != 1 || r.Individuals != 3 || r.Households != 1 || r.Leaders != 1 || r.Others != 2 ||
		len(r.Occasions) != 2 {
		t.Errorf("%+v", r)
	}
	if _, found := CheckCounts(nil, rows, "counts", law(t)); len(found) > 0 {
		t.Error(found)
	}
	rows, _ = Statistics(law(t), &plan.Period{From: plan.Date{Year: 2026}}, out, unsaid)
	if r := rows[1]; r.Individuals != 3 || r.Leaders != 0 || r.Others != 0 {
		t.Errorf("nobody said of one whether he leads: %+v", r)
	}
	if _, found := CheckCounts(nil, []plan.AwardCount{{Collectives: 1}}, "", law(t)); !found.HasErrors() {
		t.Error("a row that names no award passes for one")
	}
	if rows, paid := Statistics(law(t), &plan.Period{From: plan.Date{Year: 2025}}, out, one); len(rows) != 0 || paid != 0 {
		t.Errorf("nothing was decided in 2025: %+v, %s", rows, paid)
	}
}

// 17: counts by kind of awardee, by occasion and of leaders agree.
func TestCheckCounts(t *testing.T) {
	right := func() plan.AwardCount {
		return plan.AwardCount{Award: "GKXA", Collectives: 7, Individuals: 26, Households: 4, Leaders: 6, Others: 20,
			Occasions: []plan.OccasionCount{{Occasion: "merit", Count: 30}, {Occasion: "sudden", Count: 7}}}
	}
	if _, found := CheckCounts(nil, []plan.AwardCount{right()}, "counts", law(t)); len(found) > 0 {
		t.Error(found)
	}
	for name, bare := range map[string]func(*plan.AwardCount){ // what is not counted by is not held
		"no occasions": func(c *plan.AwardCount) { c.Occasions = nil },
		"no leaders":   func(c *plan.AwardCount) { c.Leaders, c.Others = 0, 0 },
	} {
		c := right()
		bare(&c)
		if _, found := CheckCounts(nil, []plan.AwardCount{c}, "counts", law(t)); len(found) > 0 {
			t.Errorf("%s: %v", name, found)
		}
	}
	for name, wrong := range map[string]func(*plan.AwardCount){
		"occasions": func(c *plan.AwardCount) { c.Occasions[1].Count++ },
		"leaders":   func(c *plan.AwardCount) { c.Leaders++ },
		"award":     func(c *plan.AwardCount) { c.Award = "XYZ" },
	} {
		c := right()
		wrong(&c)
		_, found := CheckCounts(nil, []plan.AwardCount{c}, "counts", law(t))
		if !slices.ContainsFunc(found, func(d *diag.Diagnostic) bool { return d.Pos.Path == "counts[0]."+name }) {
			t.Errorf("%s: %v", name, found)
		}
	}
	if _, found := CheckCounts(nil, []plan.AwardCount{right(), right()}, "counts", law(t)); len(found) != 1 {
		t.Errorf("two rows of one award: %v", found)
	}
}
