package award

import (
	"fmt"
	"slices"
	"testing"

	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// won is one award of a combination. What it pays is worked out below from the clauses,
// in hundredths, and not from the data.
type won struct {
	code        string
	title       bool
	hundredths  int64 // khoản 1 Điều 50, điểm e khoản 1 Điều 54
	year        int   // of the period
	achievement string
}

// due works out what one person gets by decision of a day.
//
// Điều 49: 2. hệ số nhân mức lương cơ sở, làm tròn lên hàng chục nghìn đồng; 5. nhiều danh
// hiệu của cùng một thời gian: mức cao nhất, khác thời gian: từng danh hiệu; 6. hình thức cho
// thành tích khác nhau: từng hình thức; 7. danh hiệu và hình thức: cả hai.
func due(awards []won, on plan.Date) int64 {
	salary := int64(2_340_000) // from 01/7/2024
	if on.Year > 2026 || on.Year == 2026 && on.Month >= 7 {
		salary = 2_530_000 // from 01/7/2026
	}
	rounded := func(hundredths int64) int64 {
		exact := hundredths * salary // in hundredths of a đồng
		const ten = 10_000 * 100
		return (exact + ten - 1) / ten * 10_000
	}
	var sum int64
	highest := make(map[int]int64)
	for _, a := range awards {
		if pay := rounded(a.hundredths); a.title {
			highest[a.year] = max(highest[a.year], pay)
		} else {
			sum += pay
		}
	}
	for _, pay := range highest {
		sum += pay
	}
	return sum
}

// TestSeveralAwards: all combinations of titles of one or two periods and of forms for one or
// two achievements, on all days around a change of law.
func TestSeveralAwards(t *testing.T) {
	all := []won{
		{"LDTT", true, 30, 0, "Hoàn thành tốt nhiệm vụ"},
		{"CSTDCS", true, 100, 0, "Có sáng kiến"},
		{"LDTT", true, 30, -1, "Hoàn thành tốt nhiệm vụ năm trước"},
		{"CSTDCS", true, 100, -1, "Có sáng kiến năm trước"},
		{"GKXA", false, 30, 0, "Hiến đất làm đường"},
		{"GKXA", false, 30, 0, "Cứu người bị đuối nước"},
	}
	days := []plan.Date{
		day(2025, 7, 1), day(2025, 7, 2), day(2026, 6, 30), day(2026, 7, 1), day(2026, 9, 30), day(2026, 10, 1), day(2027, 2,
			28), day(2027, 3, 1),
	}
	tried := 0
	for set := 1; set < 1<<len(all); set++ {
		for _, on := range days {
			d := &plan.AwardDecision{Year: on.Year, Awardees: nil}
			d.Issuer, d.Number, d.Date = plan.Issuer{Name: "Ủy ban nhân dân xã Cẩm Hòa"}, "1", on
			d.Signer = &plan.Signer{Position: "Chủ tịch", Name: "Lê Văn Thắng"}
			d.Occasion = "movement" // achievements of other years count
			var awards []won
			for i, a := range all {
				if set>>i&1 == 0 {
					continue
				}
				a.year += on.Year
				awards = append(awards, a)
				awardee := plan.Awardee{Kind: plan.Individual, Name: "Nguyễn Thị Hoa", BirthYear: 1985, Award: a.code,
					Achievement: a.achievement}
				if a.title {
					awardee.Period = &plan.Period{From: plan.Date{Year: a.year}}
				}
				d.Awardees = append(d.Awardees, awardee)
			}
			out, found := checkDecision(d, law(t))
			if found.HasErrors() || int64(out.Total) != due(awards, on) {
				t.Errorf("%+v on %s: %s, want %d (%v)", awards, on, out.Total, due(awards, on), found)
			}
			tried++
		}
	}
	if tried < 200 {
		t.Errorf("only %d combinations", tried)
	}
}

// A title whose bonus is in a higher one says so, and a sum of its own is refused.
func TestPaidWith(t *testing.T) {
	d := lone()
	d.Date = day(2026, 12, 15)
	d.Awardees = []plan.Awardee{
		{Kind: plan.Individual, Name: "Nguyễn Thị Hoa", Award: "LDTT", Bonus: &plan.StatedBonus{Amount: 760_000}},
		{Kind: plan.Individual, Name: "NGUYỄN THỊ HOA", Award: "CSTDCS"},
		{Kind: plan.Individual, Name: "Nguyễn Thị Hòa", Award: "LDTT"}, // somebody else
	}
	out, found := checkDecision(d, law(t))
	if r := out.Results; r[0].PaidWith != &r[1] || r[0].Pay.Amount != 0 || r[2].PaidWith != nil || out.Total != 2_530_000+760_000 ||
		out.Persons() != 2 {
		t.Errorf("%s đồng, %d persons, %+v", out.Total, out.Persons(), r[0])
	}
	if !slices.ContainsFunc(found, func(f *diag.Diagnostic) bool {
		return f.Rule == ruleBonusDiffers && f.Pos.Path == "awardees[0].bonus.amount" &&
			f.Source == "khoản 5 Điều 49 Nghị định số 152/2025/NĐ-CP"
	}) {
		t.Error(found)
	}
}

// TestOwnMoney: a figure that the law lacks comes from the season with its basis, or is none.
func TestOwnMoney(t *testing.T) {
	said := saidBeside(check(sound(), nil, law(t)))
	for _, tt := range []struct {
		name  string
		award string
		bonus *plan.StatedBonus
		pay   plan.Money
		rule  string
	}{
		{"nothing said", "GDVH", nil, 0, ruleBonusMissing},
		{"a sum without a basis", "GDVH", &plan.StatedBonus{Amount: 200_000}, 0, ruleBonusMissing},
		{"a basis without a sum", "GDVH", &plan.StatedBonus{Basis: "Nghị quyết"}, 0, ruleBonusMissing},
		{"a sum", "GDVH", &plan.StatedBonus{Amount: 200_000, Basis: "Nghị quyết"}, 200_000, ""},
		{"a multiplier", "GDVH", &plan.StatedBonus{Multiplier: 10, Basis: "Nghị quyết"}, 260_000, ""},
		{"a multiplier and its sum", "GDVH", &plan.StatedBonus{Multiplier: 10, Amount: 260_000, Basis: "Nghị quyết"}, 260_000, ""},
		{"a multiplier and another sum", "GDVH", &plan.StatedBonus{Multiplier: 10, Amount: 250_000, Basis: "Nghị quyết"}, 260_000,
			ruleBonusDiffers},
		{"none", "GDVH", &plan.StatedBonus{Money: "none"}, 0, ""},
		{"none against the law", "GKXA", &plan.StatedBonus{Money: "none"}, 1_140_000, ruleBonusDiffers},
		{"a sum against the law", "GKXA", &plan.StatedBonus{Amount: 200_000, Basis: "Nghị quyết"}, 1_140_000, ruleBonusDiffers},
	} {
		s := sound()
		s.Session.Date, s.Received = day(2026, 11, 24), day(2026, 11, 20)
		s.Nominees = s.Nominees[2:]
		s.Nominees[0].Award, s.Nominees[0].Bonus = tt.award, tt.bonus
		out, found := check(s, nil, law(t))
		said.add(tt.name, out, found)
		if got := rules(found, diag.Error); out.Total != tt.pay || tt.rule == "" && len(got) > 0 ||
			tt.rule != "" && !slices.Contains(got, tt.rule) {
			t.Errorf("%s: %s đồng, %v, want %s", tt.name, out.Total, found, tt.rule)
		}
	}
	said.hold(t, "ownmoney")
}

// TestFrozen: what bears a number does not change, but for what later decisions mend.
func TestFrozen(t *testing.T) {
	kept := func() *plan.Season {
		s := sound()
		out, _ := check(s, nil, law(t))
		s.Session.Frozen, s.Submission.Frozen = out.Freeze(MinutesStage, 0), out.Freeze(SubmissionStage, 0)
		s.Decision.Frozen = out.Freeze(DecisionStage, 0)
		return s
	}
	if out, _ := check(sound(), nil, law(t)); out.Freeze(CertificateStage, 0) != nil || out.Freeze(UpwardStage, 0) != nil ||
		out.Freeze(UpwardStage, -1) != nil || len(out.Freeze(DecisionStage, 0).Awardees) != 3 || out.Freeze(MinutesStage, 0).Total != 0 {
		t.Error("frozen otherwise")
	}
	said := saidBeside(check(kept(), nil, law(t)))
	all := []string{"session.frozen", "submission.frozen", "decision.frozen"}
	for _, tt := range []struct {
		name   string
		change func(s *plan.Season)
		paths  []string
		says   string
	}{
		{"nothing", func(*plan.Season) {}, nil, ""},
		{"letters", func(s *plan.Season) { s.Nominees[0].Name = "NGUYỄN THỊ HOA" }, nil, ""},
		{"six more", func(s *plan.Season) {
			for i := range 6 {
				s.Nominees = append(s.Nominees, another(s.Nominees[0], "Người "+fmt.Sprint(i), 1990))
			}
		}, all, "nay thêm 6 mục: Bà Người 0 (GKXA, 760.000 đồng), Bà Người 1 (GKXA, 760.000 đồng), Bà Người 2 (GKXA, 760.000 đồng) và 3 mục nữa; tổng số tiền khi cấp số là 3.420.000 đồng, nay là 7.980.000 đồng"},
		{"a name", func(s *plan.Season) { s.Nominees[0].Name = "Nguyễn Thị Hòa" }, all,
			"nay thêm Bà Nguyễn Thị Hòa (GKXA, 760.000 đồng); nay thiếu Bà Nguyễn Thị Hoa (GKXA, 760.000 đồng)"},
		{"refused by the decider", func(s *plan.Season) { s.Nominees[0].Refused = "rút" }, all[2:], "nay thiếu Bà Nguyễn Thị Hoa"},
		{"the day, and with it the money", func(s *plan.Season) {
			s.Decision.Date, s.Submission.Date, s.Session.Date, s.Received = day(2026, 6, 30), day(2026, 6, 20), day(2026, 6,
				10), day(2026, 6, 1)
		}, all, "nay là 3.180.000 đồng"},
		{"the day of the minutes", func(s *plan.Season) { s.Session.Date = day(2026, 12, 7) }, all[:1], ""},
		{"the day of the submission", func(s *plan.Season) { s.Submission.Date = day(2026, 12, 10) }, all[1:2], ""},
		{"the day of the decision", func(s *plan.Season) { s.Decision.Date = day(2026, 12, 16) }, all[2:],
			`ngày khi cấp số là "2026-12-15", nay là "2026-12-16"`},
		{"a day that was not kept", func(s *plan.Season) {
			s.Session.Frozen.Date, s.Session.Date = plan.Date{}, day(2026, 12, 7)
		}, nil, ""},
		{"a count by hand", func(s *plan.Season) { s.Decision.Frozen.Individuals = 2 }, all[2:], "số lượng đã chốt"},
		{"an achievement", func(s *plan.Season) { s.Nominees[0].Achievement = "Hiến đất" }, all[1:],
			`thành tích của Bà Nguyễn Thị Hoa khi cấp số là "Vận động`},
		{"a post", func(s *plan.Season) { s.Nominees[0].Role = "Trưởng thôn" }, all,
			`chức vụ của Bà Nguyễn Thị Hoa khi cấp số là không ghi, nay là "Trưởng thôn"`},
		{"a unit", func(s *plan.Season) { s.Nominees[0].Unit = "thôn 9" }, all, `nay là "thôn 9"`},
		{"a year of birth", func(s *plan.Season) { s.Nominees[0].BirthYear++ }, all, `năm sinh của Bà Nguyễn Thị Hoa khi cấp số là`},
		{"after death", func(s *plan.Season) { s.Nominees[0].Posthumous = true }, all,
			`truy tặng của Bà Nguyễn Thị Hoa khi cấp số là không ghi, nay là "có"`},
		{"own columns", func(s *plan.Season) { s.Nominees[0].Cells = []string{"6A"} }, all[2:], `các cột riêng của`},
		{"a vote", func(s *plan.Season) { s.Nominees[0].Votes.For--; s.Nominees[0].Votes.Against++ }, all[:1], ""},
		{"the common achievement", func(s *plan.Season) { s.Reason = "đã khác" }, all[1:], `thành tích chung khi cấp số là`},
		{"what no paper shows", func(s *plan.Season) { s.Nominees[0].Identity, s.Nominees[0].Account = "038085001234", "01" }, nil, ""},
		{"five posts", func(s *plan.Season) {
			for i := range s.Nominees {
				s.Nominees[i].Role, s.Nominees[i].Unit = "Người mới", "thôn mới"
			}
		}, all, "thay đổi nữa"},
		{"kept by names alone", func(s *plan.Season) {
			for _, f := range []*plan.Frozen{s.Session.Frozen, s.Submission.Frozen, s.Decision.Frozen} {
				f.Reason = ""
				for i, a := range f.Awardees {
					f.Awardees[i] = plan.FrozenAwardee{Name: a.Name, Award: a.Award, Amount: a.Amount}
				}
			}
			s.Nominees[0].Role, s.Reason = "", "đã khác"
		}, nil, ""},
		{"one of two namesakes", func(s *plan.Season) {
			twin := s.Decision.Frozen.Awardees[1]
			twin.BirthYear, twin.Unit = 1991, "thôn 2"
			s.Decision.Frozen.Awardees = append([]plan.FrozenAwardee{twin}, s.Decision.Frozen.Awardees...)
		}, all[2:], "nay thiếu Bà Nguyễn Thị Hoa"},
		{"amended later", func(s *plan.Season) {
			s.Nominees[0].Amended = &plan.Amendment{Mending: amendedBy("530", day(2026, 12, 22)), Name: "Nguyễn Thị Hòa"}
		}, nil, ""},
		{"added later", func(s *plan.Season) { s.Nominees = append(s.Nominees, forgotten()) }, nil, ""},
	} {
		s := kept()
		tt.change(s)
		out, found := check(s, nil, law(t))
		said.add(tt.name, out, found)
		var paths []string
		ok := tt.says == ""
		for _, f := range found {
			if f.Rule == ruleid.Frozen {
				paths = append(paths, f.Pos.Path)
				ok = ok || f.Pos.Path == "decision.frozen" && containsText(f.Message, tt.says) && containsText(f.Fix, "sua-doi")
			}
		}
		slices.Sort(paths)
		want := slices.Sorted(slices.Values(tt.paths))
		if !slices.Equal(paths, want) || !ok {
			t.Errorf("%s: at %v, want %v: %v", tt.name, paths, want, found)
		}
	}
	said.hold(t, "frozen")
}
