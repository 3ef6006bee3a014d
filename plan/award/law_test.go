package award

import (
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// Every entry of the built-in law has what other code relies on.
func TestBuiltinLaw(t *testing.T) {
	l := law(t)
	if found := (&plan.Options{Kinds: Kinds()}).Validate(l); len(found) > 0 {
		t.Fatal(found)
	}
	codes := make(map[string]bool)
	for _, a := range l.Awards {
		if codes[a.Code] {
			t.Errorf("%s stands twice", a.Code)
		}
		codes[a.Code] = true
	}
	var check func(where string, cs []plan.Condition)
	check = func(where string, cs []plan.Condition) {
		for _, c := range cs {
			check(where, c.All)
			check(where, c.Any)
			for _, code := range []string{code(c.Held), with(c.Members), or(c.Rating)} {
				if code != "" && !codes[code] {
					t.Errorf("%s names %s, which is no award", where, code)
				}
			}
		}
	}
	for _, a := range l.Awards {
		// What the President gives is here for the yearly forms; not every sum was read.
		// Điều 50 has no figure for Gia đình văn hóa.
		if len(a.Authorities) == 0 || len(a.Bonuses) == 0 && a.Code != "GDVH" && a.Authorities[0].Level != plan.PresidentLevel {
			t.Errorf("%s has no authority or no bonus", a.Code)
		}
		for _, s := range a.Standards {
			dated(t, a.Code, &s.validity)
			check(a.Code, s.Conditions)
		}
		for _, b := range a.Bonuses {
			dated(t, a.Code, &b.validity)
			if !a.Goes(b.Recipient) {
				t.Errorf("%s pays %s, who cannot get it", a.Code, b.Recipient)
			}
		}
		for _, x := range a.Authorities {
			dated(t, a.Code, &x.validity)
		}
	}
	for _, s := range l.BaseSalaries {
		dated(t, s.Amount.String(), &s.validity)
	}
	for _, id := range []string{"one-award", "merit-only", "open-matter", "after-discipline", "dissolved", "payment", "bonus-stated",
		"cancellation", "council"} {
		if l.principle(id, day(2026, 12, 1)).Basis == "" {
			t.Errorf("no principle %s", id)
		}
	}
}

func dated(t *testing.T, what string, v *validity) {
	t.Helper()
	if !v.From.IsFull() || v.Basis == "" || !v.To.IsZero() && (!v.To.IsFull() || v.To.Before(v.From)) {
		t.Errorf("%s: %+v has no days or no clause", what, *v)
	}
}

func code(c *plan.HeldCondition) string {
	if c == nil {
		return ""
	}
	return c.Award
}

func with(c *plan.MembersCondition) string {
	if c == nil {
		return ""
	}
	return c.With
}

func or(c *plan.RatingCondition) string {
	if c == nil {
		return ""
	}
	return c.OrAward
}

// No day since the law of 2022 is without a figure, and none has two.
func TestNoGaps(t *testing.T) {
	l := law(t)
	unread := map[string]bool{"GDVH": true, "BKBO": true, "BKQK": true, "BKDHQG": true}
	for d := day(2024, 1, 1); d.Before(day(2027, 3, 1)); d = next(d) {
		if l.SalaryOn(d) == nil || l.RoundingOn(d) == nil {
			t.Fatalf("no salary or rounding on %s", d)
		}
		if n := holding(l.BaseSalaries, d, func(s *baseSalary) *validity { return &s.validity }); n != 1 {
			t.Fatalf("%d salaries on %s", n, d)
		}
		for i := range l.Awards {
			a := &l.Awards[i]
			for _, kind := range a.Recipients {
				if a.Code == "GKXA" && kind == plan.Household && d.Before(day(2025, 7, 1)) || a.Code == "GKHUYEN" || unread[a.Code] ||
					a.Authorities[0].Level == plan.PresidentLevel {
					continue
				}
				if a.BonusOn(kind, d) == nil {
					t.Fatalf("%s pays %s nothing on %s", a.Code, kind, d)
				}
			}
		}
	}
}

func next(d plan.Date) plan.Date {
	if last := (plan.Date{Year: d.Year, Month: d.Month}).Last(); d != last {
		return day(d.Year, d.Month, d.Day+1)
	}
	if d.Month == 12 {
		return day(d.Year+1, 1, 1)
	}
	return day(d.Year, d.Month+1, 1)
}

func holding[T any](entries []T, d plan.Date, validity func(*T) *validity) int {
	n := 0
	for i := range entries {
		if validity(&entries[i]).Holds(d) {
			n++
		}
	}
	return n
}

func TestFullName(t *testing.T) {
	decider := "Chủ tịch Ủy ban nhân dân xã Cẩm Hòa"
	for _, tt := range []struct {
		code string
		day  plan.Date
		want string
	}{
		{"GKXA", day(2026, 12, 1), "Giấy khen của Chủ tịch Ủy ban nhân dân xã Cẩm Hòa"},
		{"LDTT", day(2026, 12, 1), "“Lao động tiên tiến”"},
		{"XATB", day(2025, 6, 30), "“Xã, phường, thị trấn tiêu biểu”"},
		{"XATB", day(2025, 7, 1), "“Xã, phường, đặc khu tiêu biểu”"},
		{"BKTTG", day(2026, 12, 1), "Bằng khen của Thủ tướng Chính phủ"},
	} {
		if got := find(t, tt.code).FullName(tt.day, decider); got != tt.want {
			t.Errorf("%s on %s: %q", tt.code, tt.day, got)
		}
	}
}

func TestOverlay(t *testing.T) {
	own, found := Parse("tinh.yaml", []byte(`
kind: award-law
version: 1
as_of: 2026-11-30
vote_rules:
  - {level: commune, threshold: 70%, of: members, from: 2026-01-01, basis: Quy chế, verified: true}
awards:
  - {code: DHTT, name: Điển hình tiên tiến, class: title, recipients: [individual], certificate: certificate, basis: Quy định của tỉnh,
     authorities: [{level: commune, from: 2026-01-01, basis: Quy định của tỉnh, verified: true}],
     bonuses: [{recipient: individual, multiplier: 0.5, from: 2026-01-01, basis: Quy định của tỉnh, verified: true}]}
`))
	if own == nil || len(found) > 0 {
		t.Fatal(found)
	}
	l := law(t).Overlay(own)
	if r := l.VoteRuleOn(plan.CommuneLevel, "GKXA", day(2026, 12, 1)); r.Threshold != (plan.Fraction{Part: 70, Of: 100}) {
		t.Errorf("rule is %+v", r)
	}
	if r := l.VoteRuleOn(plan.CommuneLevel, "GKXA", day(2025, 12, 1)); r.Threshold != (plan.Fraction{Part: 1, Of: 2}) {
		t.Errorf("rule of before is %+v", r)
	}
	a, ok := l.Find("DHTT")
	if !ok {
		t.Fatal("the province's own title is missing")
	}
	if pay, _ := l.PayOn(a, plan.Individual, day(2026, 12, 1), ""); pay.Amount != 1_270_000 {
		t.Errorf("pay is %s", pay.Amount)
	}
	if _, ok := law(t).Find("DHTT"); ok || len(law(t).VoteRules) == len(l.VoteRules) {
		t.Error("the built-in law changed")
	}
}

// TestOccasions: the law names every occasion that a season can have, once.
func TestOccasions(t *testing.T) {
	var named []string
	for _, o := range law(t).Occasions {
		named = append(named, string(o.ID))
	}
	if want := plan.Occasion("").Values(); !slices.Equal(named, want) {
		t.Errorf("the law has %v, seasons have %v", named, want)
	}
}

func TestParseLawFindings(t *testing.T) {
	l, found := Parse("tinh.yaml", []byte("kind: award-law\nversion: 1\nawards:\n  - {code: X, nam: Y}\n"))
	if l != nil || !found.HasErrors() ||
		!slices.ContainsFunc(found, func(d *diag.Diagnostic) bool { return d.Rule == "plan.unknown-key" && d.Pos.Line == 4 }) {
		t.Errorf("%v", found)
	}
}

// TestUnknownCode: the code that was meant is named, and those that this level decides.
func TestUnknownCode(t *testing.T) {
	for code, want := range map[string]string{"GKX": "GKXA", "Huy hiệu của Hội": ""} {
		s := sound()
		s.Nominees[0].Award = code
		_, found := check(s, nil, law(t))
		i := slices.IndexFunc(found, func(d *diag.Diagnostic) bool { return d.Pos.Path == "nominees[0].award" })
		if i < 0 || found[i].Expected != want || strings.Contains(found[i].Fix, "có phải") != (want != "") ||
			!strings.Contains(found[i].Fix, "GKXA") || strings.Contains(found[i].Fix, "BKTTG") {
			t.Errorf("%s: %v", code, found)
		}
	}
	for _, d := range law(t).Unread() {
		if strings.Contains(d.Message, "  ") {
			t.Errorf("a name is missing: %s", d.Message)
		}
	}
}
