package award

import (
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

func containsText(text, part string) bool { return strings.Contains(text, part) }

// TestWaiting: who lacks what no vote can settle waits, with each reason, and so does whom
// only an unread rule would refuse. Nobody of them is refused.
func TestWaiting(t *testing.T) {
	rated := func(r plan.Rating) []plan.YearRating { return []plan.YearRating{{Year: 2026, Rating: r}} }
	initiative := []plan.Initiative{{Name: "Sổ tay số", Year: 2026, Scope: "province"}}
	held := []plan.HeldAward{{Award: "CSTDCS", Year: 2024}, {Award: "CSTDCS", Year: 2025}, {Award: "CSTDCS", Year: 2026}}
	said := saidBeside(check(sound(), nil, law(t)))
	own := []plan.VoteRule{{Threshold: plan.Fraction{Part: 1, Of: 2}, Strict: true}}
	for _, tt := range []struct {
		name    string
		is      func(s *plan.Season, n *plan.Nominee)
		status  Status
		waiting []string // parts of the reasons
	}{
		{"LĐTT without a rating", func(s *plan.Season, n *plan.Nominee) { n.Award = "LDTT" }, pending, []string{"(ratings)"}},
		{"LĐTT with the rating of another year", func(s *plan.Season, n *plan.Nominee) {
			n.Award, n.Ratings = "LDTT", []plan.YearRating{{Year: 2025, Rating: "good"}}
		}, pending, []string{"năm 2026 không có xếp loại"}},
		{"LĐTT confirmed", func(s *plan.Season, n *plan.Nominee) {
			n.Award, n.Confirmed = "LDTT", &plan.Confirmation{Met: true, By: "Hội đồng"}
		}, Awarded, nil},
		{"LĐTT denied", func(s *plan.Season, n *plan.Nominee) {
			n.Award, n.Confirmed = "LDTT", &plan.Confirmation{By: "Hội đồng", Reason: "chưa đủ thời gian công tác"}
		}, refused, nil},
		{"LĐTT rated and confirmed", func(s *plan.Season, n *plan.Nominee) {
			n.Award, n.Ratings, n.Confirmed = "LDTT", rated("good"), &plan.Confirmation{Met: true, By: "Hội đồng"}
		}, Awarded, nil},
		{"LĐTT rated and denied", func(s *plan.Season, n *plan.Nominee) {
			n.Award, n.Ratings, n.Confirmed = "LDTT", rated("good"), &plan.Confirmation{By: "Hội đồng", Reason: "xin rút"}
		}, refused, nil},
		{"LĐTT rated low and denied", func(s *plan.Season, n *plan.Nominee) {
			n.Award, n.Ratings, n.Confirmed = "LDTT", rated("completed"), &plan.Confirmation{By: "Hội đồng"}
		}, refused, nil},
		{"LĐTT rated, of a collective dissolved", func(s *plan.Season, n *plan.Nominee) {
			n.Award, n.Ratings, n.Dissolved = "LDTT", rated("good"), true
		}, refused, nil},
		{"LĐTT rated", func(s *plan.Season, n *plan.Nominee) { n.Award, n.Ratings = "LDTT", rated("good") }, Awarded, nil},
		{"LĐTT rated low", func(s *plan.Season, n *plan.Nominee) { n.Award, n.Ratings = "LDTT", rated("completed") }, refused, nil},
		{"TTLĐTT without anything", func(s *plan.Season, n *plan.Nominee) { n.Kind, n.Award = plan.Collective, "TTLDTT" }, pending,
			[]string{"(ratings)", "(members)", "(members.disciplined)"}},
		{"CSTĐCS from 01/10/2026 with excellent alone",
			func(s *plan.Season, n *plan.Nominee) { n.Award, n.Ratings = "CSTDCS", rated("excellent") }, pending,
			[]string{"Luật số 06/2026/QH16"}},
		{"CSTĐCS from 01/10/2026 with an initiative alone", func(s *plan.Season, n *plan.Nominee) {
			n.Award, n.Ratings, n.Initiatives = "CSTDCS", rated("good"), initiative
		}, pending, []string{"cần người xét"}},
		{"CSTĐCS from 01/10/2026 with both", func(s *plan.Season, n *plan.Nominee) {
			n.Award, n.Ratings, n.Initiatives = "CSTDCS", rated("excellent"), initiative
		}, Awarded, nil},
		{"CSTĐCS until 30/9/2026 with excellent alone", func(s *plan.Season, n *plan.Nominee) {
			n.Award, n.Ratings, n.Received = "CSTDCS", rated("excellent"), day(2026, 9, 30)
		}, Awarded, nil},
		{"CSTĐ tỉnh with an initiative of two years before", func(s *plan.Season, n *plan.Nominee) {
			n.Award, n.Forward, n.Held, n.Initiatives = "CSTDT", true, held, []plan.Initiative{{Name: "A", Year: 2024, Scope: "province"}}
		}, forwarded, nil},
		{"CSTĐ tỉnh with an initiative of three years before", func(s *plan.Season, n *plan.Nominee) {
			n.Award, n.Forward, n.Held, n.Initiatives = "CSTDT", true, held, []plan.Initiative{{Name: "A", Year: 2023, Scope: "province"}}
		}, refused, nil},
		{"no vote", func(s *plan.Season, n *plan.Nominee) { n.Votes = nil }, pending, []string{"(votes)"}},
		{"no vote and no rating", func(s *plan.Season, n *plan.Nominee) { n.Award, n.Votes = "LDTT", nil }, pending,
			[]string{"(ratings)", "(votes)"}},
		{"more for than against, below the default", func(s *plan.Season, n *plan.Nominee) {
			s.Council.Rules, n.Votes = nil, &plan.Votes{For: 6, Against: 3, Abstain: 3}
		}, pending, []string{"council.rules"}},
		{"more against than for", func(s *plan.Season, n *plan.Nominee) {
			s.Council.Rules, n.Votes = nil,
				&plan.Votes{For: 5, Against: 8}
		}, refused, nil},
		{"below the council's own rule", func(s *plan.Season, n *plan.Nominee) {
			s.Council.Rules, n.Votes = own, &plan.Votes{For: 6, Against: 3, Abstain: 3}
		}, refused, nil},
		{"no power", func(s *plan.Season, n *plan.Nominee) { n.Award = "BKTINH" }, pending, []string{"không có thẩm quyền"}},
		{"no such awardees", func(s *plan.Season, n *plan.Nominee) { n.Award = "GDVH" }, pending, []string{"không tặng cho cá nhân"}},
		{"before the data", func(s *plan.Season, n *plan.Nominee) { s.Decision.Date = day(2023, 12, 31) }, pending,
			[]string{"bắt đầu từ ngày 01/01/2024"}},
	} {
		s := sound()
		tt.is(s, &s.Nominees[0])
		out, found := check(s, nil, law(t))
		said.add(tt.name, out, found)
		r := out.Results[0]
		ok := r.Status == tt.status && len(r.Waiting) == len(tt.waiting)
		for i, part := range tt.waiting {
			ok = ok && containsText(r.Waiting[i], part)
		}
		if !ok {
			t.Errorf("%s: %s, waiting for %q, want %s, %q (%v)", tt.name, r.Status, r.Waiting, tt.status, tt.waiting, found)
		}
	}
	said.hold(t, "waiting")
}

// TestTies: a tie never passes, whatever the rule; abstentions count.
func TestTies(t *testing.T) {
	for _, tt := range []struct {
		of    string
		votes plan.Votes
		want  bool
	}{
		{"ballots", plan.Votes{For: 6, Against: 6}, false},
		{"ballots", plan.Votes{For: 6, Against: 5, Abstain: 1}, false},
		{"ballots", plan.Votes{For: 6, Against: 5}, true},
		{"present", plan.Votes{For: 6, Against: 6}, false},
		{"members", plan.Votes{For: 7, Against: 5}, true},
	} {
		s := sound()
		s.Council.Rules = []plan.VoteRule{{Threshold: plan.Fraction{Part: 1, Of: 2}, Of: tt.of}}
		s.Nominees[0].Votes = &tt.votes
		out, found := check(s, nil, law(t))
		if v := out.Results[0].Vote; v.Passed != tt.want || v.Total != tt.votes.Total() ||
			slices.Contains(rules(found, diag.Error), ruleVotes) {
			t.Errorf("%s, %+v: %+v, %v", tt.of, tt.votes, v, found)
		}
	}
}

// TestHerself: whoever signs the decision on an award to herself, or pays it, is flagged.
func TestHerself(t *testing.T) {
	signed := func(name string) func(*plan.Season) {
		return func(s *plan.Season) { s.Decision.Signer.Name = name }
	}
	said := saidBeside(check(sound(), nil, law(t)))
	for _, tt := range []struct {
		name string
		is   func(s *plan.Season)
		want int
	}{
		{"nobody", func(*plan.Season) {}, 0},
		{"the decision", signed("NGUYỄN THỊ HOA"), 1},
		{"another name", signed("Nguyễn Thị Hòa"), 0},
		{"no name yet", signed(""), 0},
		{"a household's head", signed("Lê Văn Sáu"), 0},
		{"the payment", func(s *plan.Season) { s.Payment = &plan.Payment{Signers: []plan.Signer{{Name: "Nguyễn Thị Hoa"}}} }, 1},
		{"not awarded", func(s *plan.Season) {
			signed("Nguyễn Thị Hoa")(s)
			s.Nominees[0].Refused = "rút"
		}, 0},
	} {
		s := sound()
		tt.is(s)
		out, found := check(s, nil, law(t))
		said.add(tt.name, out, found)
		n := 0
		for _, f := range found {
			if f.Rule == ruleInterest && f.Level == diag.Warning && f.Pos.Path == "nominees[0].name" {
				n++
			}
		}
		if n != tt.want {
			t.Errorf("%s: %v", tt.name, found)
		}
	}
	said.hold(t, "herself")
}

// TestBegins: a decision before the data begin is refused with that reason, once, and no other
// about powers.
func TestBegins(t *testing.T) {
	for on, want := range map[plan.Date]bool{day(2023, 12, 31): true, day(2024, 1, 1): false} {
		d := lone()
		d.Date = on
		_, found := checkDecision(d, law(t))
		if got := rules(found, diag.Error); slices.Contains(got, ruleBegins) != want || want && slices.Contains(got, ruleAuthority) {
			t.Errorf("%s: %v", on, found)
		}
	}
}

// TestYear: a decision of the first months says which year it is about.
func TestYear(t *testing.T) {
	for _, tt := range []struct {
		name string
		is   func(d *plan.AwardDecision)
		want bool
	}{
		{"of January", func(d *plan.AwardDecision) { d.Date = day(2027, 1, 10) }, true},
		{"of March", func(d *plan.AwardDecision) { d.Date = day(2027, 3, 31) }, true},
		{"of April", func(d *plan.AwardDecision) { d.Date = day(2027, 4, 1) }, false},
		{"with its year", func(d *plan.AwardDecision) { d.Date, d.Year = day(2027, 1, 10), 2026 }, false},
		{"with its period", func(d *plan.AwardDecision) {
			d.Date, d.Period = day(2027, 1, 10), &plan.Period{SchoolYear: "2026-2027"}
		}, false},
		{"on the spot", func(d *plan.AwardDecision) { d.Date, d.Occasion = day(2027, 1, 10), plan.Sudden }, false},
		{"without a day", func(d *plan.AwardDecision) { d.Date = plan.Date{Year: 2027, Month: 1} }, false},
	} {
		d := lone()
		d.Year, d.Occasion = 0, ""
		for i := range d.Awardees {
			d.Awardees[i].Period, d.Awardees[i].Occasion = nil, ""
		}
		tt.is(d)
		_, found := checkDecision(d, law(t))
		if got := slices.ContainsFunc(found,
			func(f *diag.Diagnostic) bool { return f.Rule == ruleYear && f.Pos.Path == "year" }); got != tt.want {
			t.Errorf("%s: %v", tt.name, found)
		}
	}
}

// TestMembersCompleted: a collective of which nobody says how many completed their tasks waits; one of which somebody does is judged.
func TestMembersCompleted(t *testing.T) {
	for completed, want := range map[int]string{
		0:  "chưa ghi số thành viên hoàn thành nhiệm vụ (members.completed)",
		11: "11/12 thành viên hoàn thành nhiệm vụ, đạt 91,67%, phải từ 100% trở lên",
	} {
		s := sound()
		s.Issuer.Name = "Ủy ban nhân dân tỉnh Lam Sơn"
		s.Nominees = []plan.Nominee{{
			Awardee: plan.Awardee{Kind: plan.Collective, Name: "Văn phòng", Award: "TTLDXS"},
			Members: &plan.Members{Total: 12, Completed: completed,
				Awards: []plan.MemberAward{{Award: "LDTT", Count: 12}, {Award: "CSTDCS", Count: 1}}},
			Ratings: []plan.YearRating{{Year: 2026, Rating: "excellent"}},
		}}
		out, _ := check(s, nil, law(t))
		if r := out.Results[0]; !slices.Contains(append(r.Waiting, r.Reason), want) {
			t.Errorf("%d completed: %v, %q", completed, r.Waiting, r.Reason)
		}
	}
}

// TestWaitingOnce: what two conditions lack is a reason once.
func TestWaitingOnce(t *testing.T) {
	s := sound()
	s.Issuer.Name = "Ủy ban nhân dân tỉnh Lam Sơn"
	s.Nominees = []plan.Nominee{{Awardee: plan.Awardee{Kind: plan.Collective, Name: "Thôn Đồng Chùa", Award: "TTLDXS"}}}
	out, _ := check(s, nil, law(t))
	seen := make(map[string]bool)
	for _, why := range out.Results[0].Waiting {
		if seen[why] {
			t.Errorf("twice: %s", why)
		}
		seen[why] = true
	}
	if !seen["chưa ghi số thành viên của tập thể (members)"] {
		t.Error(out.Results[0].Waiting)
	}
}
