package award

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

func find(t testing.TB, code string) *Award {
	t.Helper()
	a, ok := law(t).Find(code)
	if !ok {
		t.Fatalf("no award %s", code)
	}
	return a
}

// The bonus follows the day of the decision, not today's law.
func TestPayByDay(t *testing.T) {
	for _, tt := range []struct {
		code        string
		kind        plan.Recipient
		day         plan.Date
		up, nearest plan.Money
	}{
		{"GKXA", plan.Individual, day(2025, 6, 30), 360_000, 350_000},
		{"GKXA", plan.Individual, day(2025, 7, 1), 710_000, 700_000},
		{"GKXA", plan.Individual, day(2026, 6, 30), 710_000, 700_000},
		{"GKXA", plan.Individual, day(2026, 7, 1), 760_000, 760_000},
		{"GKXA", plan.Collective, day(2026, 12, 15), 1_520_000, 1_520_000},
		{"GKXA", plan.Household, day(2026, 12, 15), 1_140_000, 1_140_000},
		{"TTLDTT", plan.Collective, day(2026, 12, 15), 2_030_000, 2_020_000},
		{"CSTDCS", plan.Individual, day(2026, 12, 15), 2_530_000, 2_530_000},
		{"HCLD3", plan.Collective, day(2026, 12, 15), 22_770_000, 22_770_000},
	} {
		for mode, want := range map[plan.Rounding]plan.Money{"": tt.up, "up": tt.up, "nearest": tt.nearest} {
			pay, found := law(t).PayOn(find(t, tt.code), tt.kind, tt.day, mode)
			if pay.Amount != want || found.HasErrors() {
				t.Errorf("%s, %s, %s, %q: %s (%v), want %s", tt.code, tt.kind, tt.day, mode, pay.Amount, found, want)
			}
		}
	}
	if pay, found := law(t).PayOn(find(t, "GKXA"), plan.Household, day(2025, 6, 30), ""); pay.Amount != 0 || !found.HasErrors() {
		t.Errorf("a bonus that the law data lacks: %v, %v", pay, found)
	}
}

// Money that nobody has read is an error and pays nothing, of what may have ended there is a
// warning, what was read is used without a word.
func TestUnreadMoney(t *testing.T) {
	for _, tt := range []struct {
		code  string
		kind  plan.Recipient
		day   plan.Date
		level diag.Level
		pay   plan.Money
	}{
		{"GKXA", plan.Collective, day(2025, 6, 30), diag.Error, 0}, // Điều 58 of the decree of 2023 was not read
		{"GKXA", plan.Household, day(2025, 6, 30), diag.Error, 0},
		{"GDVH", plan.Household, day(2026, 12, 15), diag.Error, 0}, // Điều 50 has no figure
		{"BKQK", plan.Individual, day(2026, 12, 15), diag.Error, 0},
		{"GKXA", plan.Collective, day(2025, 7, 1), diag.Info, 1_410_000},
		{"GKXA", plan.Household, day(2026, 12, 15), diag.Info, 1_140_000},
		{"GKXA", plan.Household, day(2027, 2, 28), diag.Info, 1_140_000},
		{"GKXA", plan.Household, day(2027, 3, 1), diag.Warning, 1_140_000},
		{"AHLD", plan.Collective, day(2026, 12, 15), diag.Info, 78_430_000},
	} {
		pay, found := law(t).PayOn(find(t, tt.code), tt.kind, tt.day, "")
		if tt.level == diag.Info && len(found) > 0 || tt.level != diag.Info && (len(found) == 0 || found[0].Level != tt.level) ||
			pay.Amount != tt.pay {
			t.Errorf("%s, %s on %s: %s, %v", tt.code, tt.kind, tt.day, pay, found)
		}
	}
}

func TestMembersShare(t *testing.T) {
	conditions := []plan.Condition{{Members: &plan.MembersCondition{With: "LDTT", Percent: 70}}}
	for _, tt := range []struct {
		total, with int
		want        Verdict
		reason      string
	}{
		{10, 7, met, "7/10 thành viên đạt Lao động tiên tiến, đạt 70%"},
		{10, 6, notMet, "6/10 thành viên đạt Lao động tiên tiến, đạt 60%, phải từ 70% trở lên"},
		{13, 9, notMet, "9/13 thành viên đạt Lao động tiên tiến, đạt 69,23%, phải từ 70% trở lên"},
	} {
		n := &plan.Nominee{Awardee: plan.Awardee{Kind: plan.Collective},
			Members: &plan.Members{Total: tt.total, Awards: []plan.MemberAward{{Award: "LDTT", Count: tt.with}}}}
		if j := evaluate(n, conditions, 2026, "", law(t)); j.Verdict != tt.want || j.Reason != tt.reason {
			t.Errorf("%d of %d: %s, %q", tt.with, tt.total, j.Verdict, j.Reason)
		}
	}
	if j := evaluate(&plan.Nominee{Awardee: plan.Awardee{Kind: plan.Collective}}, conditions, 2026, "", law(t)); j.Verdict != needsPerson {
		t.Errorf("without figures: %s", j.Verdict)
	}
}

// TestAllOf: all are met, or one is not, or a person has to look.
func TestAllOf(t *testing.T) {
	part := map[byte]Judgement{
		'+': {Verdict: met, Reason: "+", Evidence: []string{"e"}},
		'-': {Verdict: notMet, Reason: "-"},
		'?': {Verdict: needsPerson, Reason: "?", Missing: []string{"m"}},
	}
	for _, tt := range []struct {
		parts   string
		want    Verdict
		reason  string
		missing int
	}{
		{"+", met, "+", 0}, {"++", met, "+; +", 0}, {"-", notMet, "-", 0}, {"+-", notMet, "-", 0}, {"-+", notMet, "-", 0},
		{"?", needsPerson, "?", 1}, {"+?", needsPerson, "?", 1}, {"?+?", needsPerson, "?; ?", 2}, {"?-", notMet, "-", 0},
		{"-?", notMet, "-", 0},
	} {
		var parts []Judgement
		for i := range tt.parts {
			parts = append(parts, part[tt.parts[i]])
		}
		j := allOf(parts)
		if j.Verdict != tt.want || j.Reason != tt.reason || len(j.Missing) != tt.missing ||
			len(j.Evidence) != strings.Count(tt.parts, "+") {
			t.Errorf("%s: %+v", tt.parts, j)
		}
	}
}

func TestConsecutiveTitles(t *testing.T) {
	conditions := []plan.Condition{{Held: &plan.HeldCondition{Award: "CSTDCS", Times: 3, Consecutive: true}}}
	for _, tt := range []struct {
		years []int
		want  Verdict
	}{
		{[]int{2023, 2024, 2026}, notMet}, {[]int{2024, 2025, 2026}, met}, {[]int{2023, 2024, 2025}, met},
		{[]int{2022, 2023, 2024}, notMet}, {[]int{2025, 2026, 2026}, notMet}, {nil, notMet}, {[]int{2025, 2026, 2027}, notMet},
	} {
		n := &plan.Nominee{Awardee: plan.Awardee{Kind: plan.Individual}}
		for _, y := range tt.years {
			n.Held = append(n.Held, plan.HeldAward{Award: "CSTDCS", Year: y})
		}
		if j := evaluate(n, conditions, 2026, "", law(t)); j.Verdict != tt.want {
			t.Errorf("%v: %s, %s", tt.years, j.Verdict, j.Reason)
		}
	}
}

// What the district decided until 30/6/2025 the commune decides from 01/7/2025 on.
func TestAuthority(t *testing.T) {
	for _, tt := range []struct {
		code string
		day  plan.Date
		want bool
	}{
		{"TTLDXS", day(2026, 12, 15), false}, {"CSTDT", day(2026, 12, 15), false}, {"BKTINH", day(2026, 12, 15), false},
		{"CSTDCS", day(2025, 6, 30), false}, {"CSTDCS", day(2025, 7, 1), true},
		{"TTLDTT", day(2025, 6, 30), false}, {"TTLDTT", day(2025, 7, 1), true},
		{"THONVH", day(2025, 6, 30), false}, {"THONVH", day(2025, 7, 1), true},
		{"LDTT", day(2025, 6, 30), true}, {"GKXA", day(2025, 6, 30), true}, {"GDVH", day(2025, 6, 30), true},
	} {
		if got := find(t, tt.code).AuthorityOn(plan.CommuneLevel, tt.day) != nil; got != tt.want {
			t.Errorf("%s on %s: %t", tt.code, tt.day, got)
		}
	}
	s := sound()
	s.Nominees[0].Award = "CSTDCS"
	s.Nominees[0].Ratings = []plan.YearRating{{Year: 2025, Rating: "excellent"}}
	s.Year, s.Decision.Date = 2025, day(2025, 6, 30)
	s.Submission.Date, s.Session.Date, s.Received, s.Plan.Date = day(2025, 6, 20), day(2025, 6, 10), day(2025, 6, 1), day(2025, 1, 26)
	if _, found := check(s, nil, law(t)); !slices.Contains(rules(found, diag.Error), ruleAuthority) {
		t.Errorf("a commune gave CSTĐCS on 30/6/2025: %v", found)
	}
	s.Decision.Date = day(2025, 7, 1)
	if _, found := check(s, nil, law(t)); slices.Contains(rules(found, diag.Error), ruleAuthority) {
		t.Errorf("a commune may give CSTĐCS on 01/7/2025: %v", found)
	}
}

// A dossier received before 01/10/2026 is judged by the standards of before, by
// the new ones where they are more favourable; the bonus by the decision's day.
func TestTransition(t *testing.T) {
	s := sound()
	s.Nominees = s.Nominees[:1]
	n := &s.Nominees[0]
	n.Award = "CSTDCS"
	n.Ratings = []plan.YearRating{{Year: 2026, Rating: "excellent"}} // enough before, not from 01/10/2026 on
	s.Received, s.Session.Date, s.Submission.Date, s.Decision.Date = day(2026, 9, 20), day(2026, 10, 5), day(2026, 10, 7), day(2026, 10, 10)
	out, found := check(s, nil, law(t))
	if r := out.Results[0]; found.HasErrors() || r.Judgement.Verdict != met || r.Pay.Base != 2_530_000 {
		t.Errorf("received before: %s, %s (%v)", r.Judgement.Verdict, r.Pay.Base, found)
	}
	s.Received = day(2026, 10, 1)
	out, _ = check(s, nil, law(t))
	if r := out.Results[0]; r.Judgement.Verdict != needsPerson || r.Status != pending || len(r.Waiting) != 1 {
		t.Errorf("received after: %s, %s, %q", r.Judgement.Verdict, r.Status, r.Waiting)
	}

	// The other way round, with rules that grew more favourable.
	own, found := Parse("tinh.yaml", []byte(`
kind: award-law
version: 1
awards:
  - code: GKXA
    name: Giấy khen
    class: form
    recipients: [individual, collective, household]
    certificate: commendation
    basis: Quy định của tỉnh
    standards:
      - {recipient: individual, to: 2026-09-30, verified: true, conditions: [{rating: {at_least: excellent}}]}
      - {recipient: individual, from: 2026-10-01, verified: true, conditions: [{rating: {at_least: good}}]}
`))
	if own == nil {
		t.Fatal(found)
	}
	n.Award, n.Ratings = "GKXA", []plan.YearRating{{Year: 2026, Rating: "good"}}
	s.Received = day(2026, 9, 20)
	out, _ = check(s, nil, law(t).Overlay(own))
	if r := out.Results[0]; r.Judgement.Verdict != met || r.Judgement.Source != "Điều 4 Luật số 06/2026/QH16" {
		t.Errorf("more favourable: %s, %s, %s", r.Judgement.Verdict, r.Judgement.Reason, r.Judgement.Source)
	}
	if st := find(t, "GKXA").StandardOn(plan.Individual, day(2026, 9, 20)); st.Conditions[0].Confirm == "" {
		t.Error("the overlay changed the law below it")
	}
}

func TestSuddenNeverFeedsMerit(t *testing.T) {
	conditions := find(t, "BKTTG").StandardOn(plan.Individual, day(2026, 12, 1)).Conditions[0].Any[0].All[:1] // holds BKTINH
	n := &plan.Nominee{Awardee: plan.Awardee{Kind: plan.Individual},
		Held: []plan.HeldAward{{Award: "BKTINH", Year: 2024, Occasion: "sudden"}}}
	if j := evaluate(n, conditions, 2026, plan.Merit, law(t)); j.Verdict != notMet {
		t.Errorf("for merit: %s", j.Verdict)
	}
	if j := evaluate(n, conditions, 2026, "movement", law(t)); j.Verdict != met {
		t.Errorf("for a movement: %s", j.Verdict)
	}
	n.Held[0].Occasion = ""
	if j := evaluate(n, conditions, 2026, plan.Merit, law(t)); j.Verdict != met {
		t.Errorf("given for merit: %s", j.Verdict)
	}
}

// A decision's list has 3 + 5 + 2, its first article says 3 + 5 + 1.
func TestTotals(t *testing.T) {
	s := sound()
	for kind, n := range map[plan.Recipient]int{plan.Collective: 2, plan.Individual: 4, plan.Household: 1} {
		for i := range n {
			extra := s.Nominees[slices.IndexFunc(s.Nominees, func(n plan.Nominee) bool { return n.Kind == kind })]
			extra.BirthYear, extra.Unit, extra.Achievement = 1970+i, "thôn "+string(rune('A'+i)), ""
			s.Nominees = append(s.Nominees, extra)
		}
	}
	s.Decision.Counts = &plan.Counts{Collectives: 3, Individuals: 5, Households: 1}
	out, found := check(s, nil, law(t))
	if c := out.Counts(); c.Collectives != 3 || c.Individuals != 5 || c.Households != 2 ||
		!slices.Contains(rules(found, diag.Error), ruleCounts) {
		t.Errorf("%+v, %v", c, found)
	}
}

func TestCitations(t *testing.T) {
	l := law(t)
	lines, _ := l.Citations(l.DeciderOf(sound()), []*Award{find(t, "GKXA"), find(t, "CSTDCS")}, day(2026, 12, 15))
	want := []string{
		"Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
		"Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022; Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 23 tháng 4 năm 2026",
		"Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng",
		"Nghị định số 129/2025/NĐ-CP ngày 11 tháng 6 năm 2025 của Chính phủ quy định về phân định thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực quản lý nhà nước của Bộ Nội vụ",
		"Thông tư số 15/2025/TT-BNV ngày 04 tháng 8 năm 2025 của Bộ trưởng Bộ Nội vụ quy định biện pháp để tổ chức, hướng dẫn thi hành Luật Thi đua, khen thưởng và Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng",
	}
	if !slices.Equal(lines, want) {
		t.Errorf("got %q", lines)
	}
	lines, _ = l.Citations(l.DeciderOf(sound()), []*Award{find(t, "GKXA")}, day(2025, 6, 20))
	if len(lines) != 4 || !slices.ContainsFunc(lines, func(s string) bool { return s[:len("Nghị định số 98")] == "Nghị định số 98" }) {
		t.Errorf("in June 2025: %q", lines)
	}
	// What the law gives passes its own check on every day of a change.
	for _, d := range []plan.Date{day(2024, 5, 1), day(2025, 6, 30), day(2025, 7, 1), day(2025, 8, 5), day(2026, 9, 30), day(2026, 10, 1),
		day(2027, 2, 28)} {
		lines, _ := l.Citations(l.DeciderOf(sound()), []*Award{find(t, "CSTDCS"), find(t, "GDVH")}, d)
		var bases []plan.LegalBasis
		for _, line := range lines {
			bases = append(bases, plan.LegalBasis{Text: plan.Prose("Căn cứ " + line)})
		}
		if found := l.CheckCitations(bases, "legal_bases", d); len(found) > 0 {
			t.Errorf("%s: %v", d, found)
		}
	}
}

func TestCheckCitations(t *testing.T) {
	l, on := law(t), day(2026, 12, 15)
	for text, rule := range map[plan.Prose]string{
		"Căn cứ Nghị định số 98/2023/NĐ-CP":                                            ruleLegalBasis,
		"Căn cứ Nghị định 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ":                 ruleLegalBasis,
		"Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003":                   ruleLegalBasis,
		"Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022":                           ruleAmendment,
		"Căn cứ Nghị định số 152/2025/NĐ-CP":                                           "",
		"Căn cứ Nghị định số 1152/2025/NĐ-CP":                                          "",
		"Theo đề nghị của Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 41/TTr-VHXH":   "",
		"Căn cứ Quyết định số 9/QĐ-UBND của xã về thi hành Nghị định số 98/2023/NĐ-CP": "",
	} {
		found := l.CheckCitations([]plan.LegalBasis{{Text: text}}, "legal_bases", on)
		if rule == "" && len(found) > 0 ||
			rule != "" && (len(found) != 1 || found[0].Rule != rule || found[0].Pos.Path != "legal_bases[0]") {
			t.Errorf("%q: %v", text, found)
		}
	}
}

// One name in several byte forms is one person, and printed as given.
func TestOneNameSeveralSpellings(t *testing.T) {
	for _, name := range []string{"Hoà", "HÒA", norm.NFD.String("Hòa"), " hòa "} {
		s := sound()
		s.Nominees[0].Name = "Nguyễn Thị Hòa"
		n := s.Nominees[0]
		n.Name = "Nguyễn Thị " + name
		s.Nominees = append(s.Nominees, n)
		out, found := check(s, nil, law(t))
		if !slices.Contains(rules(found, diag.Error), ruleDuplicate) {
			t.Errorf("%q: %v", name, found)
		}
		if out.Results[3].Nominee.Name != n.Name {
			t.Errorf("%q is not printed as given", name)
		}
	}
	for _, name := range []string{"Nguyễn Thị Hoa", "Nguyễn Thị Hóa"} {
		s := sound()
		s.Nominees[0].Name = "Nguyễn Thị Hòa"
		s.Nominees = append(s.Nominees, another(s.Nominees[0], name, s.Nominees[0].BirthYear))
		if _, found := check(s, nil, law(t)); slices.Contains(rules(found, diag.Error), ruleDuplicate) ||
			slices.Contains(rules(found, diag.Warning), ruleid.Namesake) {
			t.Errorf("%q is somebody else: %v", name, found)
		}
	}
}

func TestReady(t *testing.T) {
	ready := func(s *plan.Season, stage Stage) diag.List {
		out, _ := check(s, nil, law(t))
		return out.Ready(stage)
	}
	s := sound()
	if found := ready(s, UpwardStage); len(found) != 1 || found[0].Pos.Path != "upward" {
		t.Errorf("a submission to the level above that nobody gave: %v", found)
	}
	s.Upward = &plan.Submission{}
	if found := ready(s, UpwardStage); len(found) != 2 || found[0].Pos.Path != "upward.signer" || found[1].Pos.Path != "upward.addressees" {
		t.Errorf("a submission to the level above without addressees and signer: %v", found)
	}
	s.Upward = &plan.Submission{Addressees: []string{"Chủ tịch Ủy ban nhân dân tỉnh Lam Sơn"},
		Signer: &plan.Signer{Position: "Chủ tịch", Name: "Lê Văn Thắng"}}
	for _, stage := range Stages() {
		if found := ready(s, stage); len(found) > 0 {
			t.Errorf("%s: %v", stage, found)
		}
	}
	s.Decision.Number = ""
	if found := ready(s, CertificateStage); len(found) != 1 || !errors.Is(found, plan.ErrMissing) ||
		found[0].Pos.Path != "decision.number" {
		t.Errorf("a certificate without the decision's number: %v", found)
	}
	if found := ready(s, DecisionStage); len(found) > 0 {
		t.Errorf("the decision itself may leave its number blank: %v", found)
	}
	if found := ready(&plan.Season{}, MinutesStage); len(found) != 1 {
		t.Errorf("no session: %v", found)
	}
	if found := ready(s, "in-an"); !found.HasErrors() {
		t.Error("an unknown stage passes")
	}
}
