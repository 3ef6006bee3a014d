package award

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// amendedBy names the decision that amends the sound season's.
func amendedBy(number string, date plan.Date) plan.Mending {
	return plan.Mending{Decision: plan.PaperRef{Number: number, Date: date}}
}

// forgotten gives somebody whom the sound season's decision left out, with the
// vote of a second meeting.
func forgotten() plan.Nominee {
	return plan.Nominee{
		Votes: &plan.Votes{For: 11},
		Awardee: plan.Awardee{Kind: plan.Individual, Honorific: "Ông", Name: "Trần Văn Dũng", BirthYear: 1990, Unit: "thôn 7",
			Award: "GKXA", Achievement: "Tổ chức 12 buổi dọn vệ sinh đường thôn",
			Added: &plan.Addition{Mending: amendedBy("530", day(2026, 12, 22)),
				Session: &plan.Session{Date: day(2026, 12, 20), Present: 11}}},
	}
}

// TestAmended: the signed lists, counts and numbers stay as they were; the
// decisions that amend them come in the order of their dates, each with what holds
// behind it.
func TestAmended(t *testing.T) {
	s := sound()
	s.Decision.Counts = &plan.Counts{Collectives: 1, Individuals: 1, Households: 1, Total: 3_420_000}
	s.Nominees[0].Amended = &plan.Amendment{Mending: amendedBy("530", day(2026, 12, 22)), BirthYear: 1968}
	s.Nominees[1].Amended = &plan.Amendment{Mending: amendedBy("525", day(2026, 12, 18)), Name: "Chi hội Phụ nữ Bái Đền"}
	s.Nominees[2].Cancelled = &plan.Cancellation{Mending: amendedBy("528", day(2026, 12, 21)), Reason: "kê khai sai", Recover: 1_140_000}
	s.Nominees = append([]plan.Nominee{forgotten()}, s.Nominees...)
	out, found := check(s, nil, law(t))
	if found.HasErrors() {
		t.Fatal(found)
	}
	if out.CountText() != "01 tập thể, 01 cá nhân và 01 hộ gia đình" || out.Total != 3_420_000 || len(out.Signed().Results) != 3 {
		t.Errorf("as signed: %s, %s đồng, %d", out.CountText(), out.Total, len(out.Signed().Results))
	}
	if len(out.Amended) != 2 || out.Amended[0].Decision.Number != "525" || out.Amended[1].Decision.Number != "530" {
		t.Fatalf("amended by %+v", out.Amended)
	}
	first, last := out.Amended[0], out.Amended[1]
	if first.Added.CountText() != "" || first.After.CountText() != out.CountText() || len(first.Changed) != 1 ||
		first.Changed[0].Nominee.Name != "Chi hội Phụ nữ thôn Bái Đền" {
		t.Errorf("first: %q, %q, %d changed", first.Added.CountText(), first.After.CountText(), len(first.Changed))
	}
	if last.Added.CountText() != "01 cá nhân" || last.Added.Total != 760_000 || last.After.CountText() != "01 tập thể và 02 cá nhân" ||
		last.After.Total != 760_000*2+1_520_000 {
		t.Errorf("last: %q, %q, %s đồng", last.Added.CountText(), last.After.CountText(), last.After.Total)
	}
	r := &out.Results[0]
	if r.Register != 4 || r.Seq != 1 || r.Day != day(2026, 12, 22) || out.AmendingOf(r) != last || out.Given()[3] != r {
		t.Errorf("added: register %d, %d in its section, day %s", r.Register, r.Seq, r.Day)
	}
	if a := out.Results[1].Nominee.AsAmended(); a.BirthYear != 1968 || a.Name != "Nguyễn Thị Hoa" || s.Nominees[1].BirthYear != 1969 {
		t.Errorf("as amended: %+v", a)
	}
	rows, _ := Statistics(law(t), &plan.Period{From: day(2026, 12, 16), To: day(2026, 12, 31)}, out)
	if len(rows) != 1 || rows[0].Total() != 1 {
		t.Errorf("in the days behind the decision %+v", rows)
	}
}

// TestMeetingBeforeUnknownDay: a meeting that adds somebody is not held against the day of a decision that is not known yet.
func TestMeetingBeforeUnknownDay(t *testing.T) {
	s := sound()
	n := forgotten()
	n.Added.Decision = plan.PaperRef{}
	s.Nominees = append(s.Nominees, n)
	if _, found := check(s, nil, law(t)); found.HasErrors() {
		t.Error(found)
	}
}

// TestFundWithoutCancelled: what was taken back before it was paid costs the fund nothing, whether the decision gave it or a
// later one added it.
func TestFundWithoutCancelled(t *testing.T) {
	s := sound()
	n := forgotten()
	n.Cancelled = &plan.Cancellation{Mending: amendedBy("21", day(2026, 12, 28)), Reason: "kê khai sai"}
	s.Nominees = append(s.Nominees, n)
	s.Nominees[0].Cancelled = &plan.Cancellation{Mending: amendedBy("21", day(2026, 12, 28)), Reason: "kê khai sai"}
	s.Payment = &plan.Payment{Date: day(2026, 12, 28)}
	s.Fund = &plan.Fund{Opening: 2_660_000}
	if _, found := check(s, nil, law(t)); found.HasErrors() {
		t.Error(found)
	}
}

// TestAddedMoney: an addition is paid by the law of the day of the decision that
// adds it, the others by that of theirs.
func TestAddedMoney(t *testing.T) {
	s := sound()
	s.Year, s.Received, s.Plan.Date = 2025, day(2025, 11, 20), day(2025, 1, 26)
	s.Session.Date, s.Submission.Date, s.Decision.Date = day(2025, 12, 8), day(2025, 12, 9), day(2025, 12, 15)
	n := forgotten()
	n.Added.Decision.Date, n.Added.Session.Date = day(2026, 12, 1), day(2026, 11, 30)
	s.Nominees = append(s.Nominees, n)
	out, found := check(s, nil, law(t))
	if found.HasErrors() {
		t.Fatal(found)
	}
	if a, b := out.Results[0].Pay.Base, out.Results[3].Pay.Base; a != 2_340_000 || b != 2_530_000 {
		t.Errorf("base salaries %s and %s", a, b)
	}
}

// TestMendingRefused: each thing that an amendment or addition must not be, at its
// key, in a season and in a decision alone.
func TestMendingRefused(t *testing.T) {
	amend := func(f func(n *plan.Nominee)) func(s *plan.Season) {
		return func(s *plan.Season) {
			s.Nominees[0].Amended = &plan.Amendment{Mending: amendedBy("530", day(2026, 12, 22)), BirthYear: 1968}
			f(&s.Nominees[0])
		}
	}
	add := func(f func(n *plan.Nominee)) func(s *plan.Season) {
		return func(s *plan.Season) {
			n := forgotten()
			f(&n)
			s.Nominees = append(s.Nominees, n)
		}
	}
	tm := &plan.Signer{Capacity: []plan.Capacity{plan.TM}, OnBehalfOf: "Ủy ban nhân dân", Position: "Chủ tịch", Name: "Lê Văn Thắng"}
	said := saidBeside(check(sound(), nil, law(t)))
	for _, tt := range []struct {
		name, rule, path, message string
		wrong                     func(s *plan.Season)
	}{
		{"nothing new", ruleAmending, "nominees[0].amended", "không ghi giá trị mới",
			amend(func(n *plan.Nominee) { n.Amended.BirthYear = 0 })},
		{"the same value", ruleAmending, "nominees[0].amended.birth_year", "đúng giá trị cũ",
			amend(func(n *plan.Nominee) { n.Amended.BirthYear = 1969 })},
		{"before the decision", ruleAmending, "nominees[0].amended.decision.date", "trước quyết định khen thưởng",
			amend(func(n *plan.Nominee) { n.Amended.Decision.Date = day(2026, 12, 14) })},
		{"another decider", ruleAmending, "nominees[0].amended.by", "người đã quyết định khen thưởng",
			amend(func(n *plan.Nominee) { n.Amended.By = "province" })},
		{"for the collective", ruleSigner, "nominees[0].amended.signer.capacity", "TM.",
			amend(func(n *plan.Nominee) { n.Amended.Signer = tm })},
		{"behind its cancellation", ruleAmending, "nominees[0].amended.decision", "đã bị hủy bỏ ngày 20/12/2026",
			amend(func(n *plan.Nominee) {
				n.Cancelled = &plan.Cancellation{Mending: amendedBy("528", day(2026, 12, 20)), Reason: "x", Recover: 760_000}
			})},
		{"undated behind a cancellation", ruleAmending, "nominees[0].amended.decision", "đã bị hủy bỏ", amend(func(n *plan.Nominee) {
			n.Amended.Decision = plan.PaperRef{}
			n.Cancelled = &plan.Cancellation{Mending: amendedBy("528", day(2026, 12, 20)), Reason: "x", Recover: 760_000}
		})},
		{"of who has no award", ruleAmending, "nominees[0].amended", "không có gì để sửa đổi",
			amend(func(n *plan.Nominee) { n.Refused = "không đồng ý" })},
		{"two signers", ruleAmending, "nominees[0].amended.signer", "hai \"signer\"", func(s *plan.Season) {
			m := amendedBy("530", day(2026, 12, 22))
			m.Signer = &plan.Signer{Position: "Chủ tịch", Name: "Lê Văn Thắng"}
			s.Nominees[1].Amended = &plan.Amendment{Mending: m, Name: "A"}
			m.Signer = &plan.Signer{Capacity: []plan.Capacity{"KT"}, ActingFor: []string{"Chủ tịch"}, Position: "Phó Chủ tịch",
				Name: "Phạm Thị Hòa"}
			s.Nominees[0].Amended = &plan.Amendment{Mending: m, BirthYear: 1968}
		}},
		{"two proposals", ruleAmending, "nominees[0].amended.proposal", "hai \"proposal\"", func(s *plan.Season) {
			m := amendedBy("530", day(2026, 12, 22))
			m.Proposal = "Phòng Nội vụ"
			s.Nominees[0].Amended = &plan.Amendment{Mending: m, BirthYear: 1968}
			s.Nominees[2].Amended = &plan.Amendment{Mending: m, Name: "B"}
			m.Proposal = "Phòng Văn hóa"
			s.Nominees[1].Amended = &plan.Amendment{Mending: m, Name: "A"}
		}},
		{"made equal to another", ruleDuplicate, "nominees[3].name", "đã có ở mục 1", add(func(n *plan.Nominee) {
			n.Name, n.BirthYear, n.Unit, n.Achievement = "Nguyễn Thị Hoa", 1969, "thôn Đồng Chùa", ""
		})},
		{"added before the decision", ruleAmending, "nominees[3].added.decision.date", "trước quyết định khen thưởng",
			add(func(n *plan.Nominee) { n.Added.Decision.Date = day(2026, 12, 1) })},
		{"added and amended", ruleAmending, "nominees[3].amended", "bổ sung",
			add(func(n *plan.Nominee) { n.Amended = &plan.Amendment{Name: "A"} })},
		{"added without a vote", ruleVoteMissing, "nominees[3].votes", "chưa có kết quả biểu quyết",
			add(func(n *plan.Nominee) { n.Votes = nil })},
		{"added though outvoted", ruleAmending, "nominees[3].added", "không đủ số phiếu",
			add(func(n *plan.Nominee) { n.Votes = &plan.Votes{For: 2, Against: 9} })},
		{"more votes than its meeting had", ruleVotes, "nominees[3].votes", "nhiều hơn 11 người có mặt",
			add(func(n *plan.Nominee) { n.Votes = &plan.Votes{For: 12} })},
		{"its meeting without quorum", ruleQuorum, "nominees[3].added.session.present", "không đủ 2/3", add(func(n *plan.Nominee) {
			n.Added.Session.Present, n.Added.Session.Written = 8, 5
		})},
		{"its meeting too late", ruleDates, "nominees[3].added.session.date", "sau quyết định bổ sung",
			add(func(n *plan.Nominee) { n.Added.Session.Date = day(2026, 12, 23) })},
		{"beyond authority", ruleAuthority, "nominees[3].award", "không có thẩm quyền", add(func(n *plan.Nominee) { n.Award = "CSTDT" })},
		{"beyond the fund", ruleFundShort, "fund", "tổng tiền thưởng là 4.180.000", func(s *plan.Season) {
			s.Nominees = append(s.Nominees, forgotten())
			s.Fund = &plan.Fund{Opening: 3_420_000}
		}},
		{"beyond the fund, taken back after the payment", ruleFundShort, "fund", "tổng tiền thưởng là 3.420.000", func(s *plan.Season) {
			s.Nominees[0].Cancelled = &plan.Cancellation{Mending: amendedBy("21", day(2026, 12, 20)), Reason: "x", Recover: 760_000}
			s.Payment = &plan.Payment{Date: day(2026, 12, 19)}
			s.Fund = &plan.Fund{Opening: 2_660_000}
		}},
		{"beyond the fund, taken back before the payment", ruleFundShort, "fund", "tổng tiền thưởng là 2.660.000", func(s *plan.Season) {
			s.Nominees[0].Cancelled = &plan.Cancellation{Mending: amendedBy("21", day(2026, 12, 20)), Reason: "x"}
			s.Payment = &plan.Payment{Date: day(2026, 12, 20)}
			s.Fund = &plan.Fund{Opening: 2_659_999}
		}},
		{"added behind the cancellation of all", ruleAmending, "nominees[3].added.decision", "đã bị hủy bỏ", func(s *plan.Season) {
			s.Nominees = append(s.Nominees, forgotten())
			s.Decision.Cancellation = &plan.Cancellation{Mending: amendedBy("528", day(2026, 12, 20)), Reason: "x", Recover: 4_180_000}
		}},
	} {
		s := sound()
		tt.wrong(s)
		out, found := check(s, nil, law(t))
		said.add(tt.name, out, found)
		if !slices.ContainsFunc(found, func(d *diag.Diagnostic) bool {
			return d.Level == diag.Error && d.Rule == tt.rule && d.Pos.Path == tt.path && strings.Contains(d.Message, tt.message)
		}) {
			t.Errorf("%s: no %s at %s in %v", tt.name, tt.rule, tt.path, found)
		}
		for _, d := range plan.Validate(s) {
			t.Errorf("%s: the model refuses it already: %v", tt.name, d)
		}
	}
	alone := lone()
	alone.Awardees[0].Amended = &plan.Amendment{Mending: amendedBy("310", day(2026, 7, 1)), BirthYear: 1990}
	alone.Awardees[1].Added = &plan.Addition{Mending: amendedBy("310", day(2026, 7, 9)), Session: &plan.Session{Present: 3}}
	out, found := checkDecision(alone, law(t))
	said.add("alone", out, found)
	said.hold(t, "mending")
	for _, path := range []string{"awardees[0].amended.decision.date", "awardees[0].amended.birth_year", "awardees[1].added.session"} {
		if !slices.ContainsFunc(found, func(d *diag.Diagnostic) bool { return d.Rule == ruleAmending && d.Pos.Path == path }) {
			t.Errorf("alone: nothing at %s in %v", path, found)
		}
	}
}

// TestUnpaid: what is taken back before it is paid is neither paid nor recovered; what was paid
// before is recovered. Without the two days, a sum paid or to be recovered says that it was paid.
func TestUnpaid(t *testing.T) {
	const none, all = plan.Money(0), plan.Money(760_000)
	paid, back, later := day(2026, 12, 20), day(2026, 12, 21), day(2026, 12, 22)
	said := saidBeside(check(sound(), nil, law(t)))
	for _, tt := range []struct {
		name           string
		paid, back     plan.Date
		total, recover plan.Money
		unpaid         bool
		expected       string // of the finding at recover; empty for none
	}{
		{"paid before", paid, back, 0, all, false, ""},
		{"paid before, and not recovered", paid, back, 0, none, false, "760.000"},
		{"paid that day", back, back, 0, none, true, ""},
		{"paid later", later, back, 0, none, true, ""},
		{"paid later, and recovered", later, back, 0, all, true, "0"},
		{"no day of payment", plan.Date{}, back, 0, none, true, ""},
		{"no day of payment, recovered", plan.Date{}, back, 0, all, false, ""},
		{"no day of payment but a sum", plan.Date{}, back, 3_420_000, none, false, "760.000"},
		{"no day of the cancelling", paid, plan.Date{}, 0, none, false, "760.000"},
		{"the sum without it", back, back, 2_660_000, none, true, ""},
	} {
		for _, whole := range []bool{false, true} {
			s := sound()
			s.Payment = &plan.Payment{Date: tt.paid, Total: tt.total}
			k := &plan.Cancellation{Mending: amendedBy("528", tt.back), Reason: "khai man", Recover: tt.recover}
			path := "nominees[0].cancelled.recover"
			if whole {
				s.Nominees = s.Nominees[:1]
				s.Decision.Cancellation, path = k, "decision.cancellation.recover"
				if tt.total != 0 {
					continue
				}
			} else {
				s.Nominees[0].Cancelled = k
			}
			out, found := check(s, nil, law(t))
			said.add(fmt.Sprintf("%s, whole %v", tt.name, whole), out, found)
			expected := ""
			for _, d := range found {
				if d.Pos.Path == path {
					expected = d.Expected
				}
			}
			if got := out.Unpaid(&out.Results[0]); found.HasErrors() || got != tt.unpaid || expected != tt.expected {
				t.Errorf("%s, whole %v: unpaid %v, %q expected: %v", tt.name, whole, got, expected, found)
			}
		}
	}
	s := sound()
	s.Payment = &plan.Payment{Date: paid}
	if out, _ := check(s, nil, law(t)); out.Unpaid(&out.Results[0]) {
		t.Error("what nobody took back is unpaid")
	}
	said.hold(t, "unpaid")
}

// TestReadyMended: what rests on a decision rests on those that amend it; a
// decision alone has no stages before it.
func TestReadyMended(t *testing.T) {
	s := sound()
	s.Nominees[0].Amended = &plan.Amendment{Mending: amendedBy("", plan.Date{}), BirthYear: 1968}
	out, found := check(s, nil, law(t))
	if found.HasErrors() || !slices.Contains(rules(found, diag.Warning), ruleAmending) {
		t.Fatal(found)
	}
	for stage, want := range map[Stage]int{DecisionStage: 0, AmendingStage: 0, CertificateStage: 1, PaymentStage: 1} {
		if lacks := out.Ready(stage); len(lacks) != want || want > 0 && lacks[0].Pos.Path != "nominees[0].amended.decision" {
			t.Errorf("%s: %v", stage, lacks)
		}
	}
	d := lone()
	d.Number = ""
	out, _ = checkDecision(d, law(t))
	for stage, path := range map[Stage]string{SummaryStage: "kind", MinutesStage: "kind", SubmissionStage: "kind",
		CertificateStage: "number", AmendingStage: "number"} {
		if lacks := out.Ready(stage); len(lacks) != 1 || lacks[0].Pos.Path != path {
			t.Errorf("%s alone: %v", stage, lacks)
		}
	}
}
