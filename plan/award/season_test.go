package award

import (
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// law gives the built-in law.
func law(t testing.TB) *Law {
	t.Helper()
	l, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func day(y, m, d int) plan.Date { return plan.Date{Year: y, Month: m, Day: d} }

// sound gives a small season in which nothing is wrong: three awarded, one of
// each kind, 2.530.000 đồng being the base salary of its day.
func sound() *plan.Season {
	vote := func() *plan.Votes { return &plan.Votes{For: 12, Against: 1} }
	return &plan.Season{
		Kind: "season", Version: 1, Title: "Khen thưởng tổng kết năm 2026", Year: 2026,
		Issuer:   plan.Issuer{Name: "Ủy ban nhân dân xã Cẩm Hòa", Abbreviation: "UBND", Place: "Cẩm Hòa"},
		Reason:   "có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2026",
		Received: day(2026, 11, 20),
		Plan:     &plan.PaperRef{Number: "28", Symbol: "KH-UBND", Date: day(2026, 1, 26)},
		Nominees: []plan.Nominee{
			{Votes: vote(), Awardee: plan.Awardee{Kind: plan.Individual, Honorific: "Bà", Name: "Nguyễn Thị Hoa", BirthYear: 1969,
				Unit: "thôn Đồng Chùa", Award: "GKXA",
				Achievement: "Vận động Nhân dân hiến 1.250 m² đất làm đường giao thông nông thôn"}},
			{Votes: vote(), Awardee: plan.Awardee{Kind: plan.Collective, Name: "Chi hội Phụ nữ thôn Bái Đền", Unit: "thôn Bái Đền",
				Award:       "GKXA",
				Achievement: "Dẫn đầu phong trào xây dựng nhà sạch, vườn đẹp"}},
			{Votes: vote(), Awardee: plan.Awardee{Kind: plan.Household, Honorific: "Ông", Name: "Lê Văn Sáu", Unit: "Làng Sông",
				Award:       "GKXA",
				Achievement: "Hiến đất, góp công xây dựng nhà văn hóa thôn"}},
		},
		Council: &plan.Council{Size: 13,
			Rules: []plan.VoteRule{{Quorum: plan.Fraction{Part: 2, Of: 3}, Threshold: plan.Fraction{Part: 4, Of: 5}}}},
		Session: &plan.Session{Number: "02", Date: day(2026, 12, 8), Present: 12, Written: 1,
			Chair: plan.CouncilMember{Name: "Lê Văn Thắng"}, Secretary: plan.CouncilMember{Name: "Bùi Thị Thủy"}},
		Submission: &plan.Submission{Number: "41", Symbol: "TTr-VHXH", Date: day(2026, 12, 9), Unit: "Phòng Văn hóa - Xã hội",
			Signer: &plan.Signer{Position: "Trưởng phòng", Name: "Nguyễn Đức Quỳnh"}},
		Decision: &plan.Ruling{Number: "512", Date: day(2026, 12, 15), Signer: &plan.Signer{Position: "Chủ tịch", Name: "Lê Văn Thắng"}},
		Fund:     &plan.Fund{Granted: 50_000_000, Recurrent: 6_000_000_000},
	}
}

func rules(found diag.List, level diag.Level) []string {
	var ids []string
	for _, d := range found {
		if d.Level == level && !slices.Contains(ids, d.Rule) {
			ids = append(ids, d.Rule)
		}
	}
	return ids
}

func TestSoundSeason(t *testing.T) {
	out, found := check(sound(), nil, law(t))
	if found.HasErrors() {
		t.Fatal(found)
	}
	if got, want := out.CountText(), "01 tập thể, 01 cá nhân và 01 hộ gia đình"; got != want {
		t.Errorf("counts are %q, want %q", got, want)
	}
	if out.Total != 760_000+1_520_000+1_140_000 {
		t.Errorf("total is %s", out.Total)
	}
	for i, want := range []int{2, 1, 3} { // the register follows the lists: the collective first
		if r := out.Results[i]; r.Status != Awarded || r.Register != want || r.Seq != 1 {
			t.Errorf("%s: %s, register %d, %d in its section", r.Nominee.Name, r.Status, r.Register, r.Seq)
		}
	}
	if got, want := out.Results[0].Vote.String(), "12/13 phiếu, tỷ lệ 92,31%"; got != want {
		t.Errorf("vote is %q, want %q", got, want)
	}
}

// TestHands: votes by a show of hands that fall short of who was there are told in one warning.
func TestHands(t *testing.T) {
	all := func(v plan.Votes) func(*plan.Season) {
		return func(s *plan.Season) {
			for i := range s.Nominees {
				s.Nominees[i].Votes = &v
			}
		}
	}
	for _, tt := range []struct {
		name   string
		change func(*plan.Season)
		want   string
	}{
		{"all of them", all(plan.Votes{For: 12, Abstain: 1}), ""},
		{"one short", all(plan.Votes{For: 12}), "Nguyễn Thị Hoa: có 12 phiếu, ít hơn 13 người có mặt và gửi ý kiến bằng văn bản; 02 đề nghị khác cũng vậy"},
		{"one of one", func(s *plan.Season) { s.Nominees[0].Votes = &plan.Votes{For: 11, Against: 1} }, "bằng văn bản; kiểm lại số phiếu"},
		{"counted by ballots", func(s *plan.Season) {
			all(plan.Votes{For: 12})(s)
			s.Session.Ballots = &plan.Ballots{Issued: 12, Returned: 12, Valid: 12}
		}, ""},
		{"nobody knows who was there", func(s *plan.Season) {
			all(plan.Votes{For: 9})(s)
			s.Session.Present, s.Session.Written = 0, 13
		}, ""},
		{"her own vote", func(s *plan.Season) {
			s.Nominees[0].Votes = &plan.Votes{For: 12}
			s.Council.Members = []plan.CouncilMember{{Name: "NGUYỄN THỊ HOA"}}
		}, ""},
		{"her own vote and another", func(s *plan.Season) {
			s.Nominees[0].Votes = &plan.Votes{For: 11}
			s.Council.Members = []plan.CouncilMember{{Name: "NGUYỄN THỊ HOA"}}
		}, "có 11 phiếu"},
		{"a body of a member's name", func(s *plan.Season) {
			s.Nominees[1].Votes = &plan.Votes{For: 12}
			s.Council.Members = []plan.CouncilMember{{Name: s.Nominees[1].Name}}
		}, "có 12 phiếu"},
		{"another meeting", func(s *plan.Season) {
			n := &s.Nominees[0]
			n.Votes, n.Added = &plan.Votes{For: 5}, &plan.Addition{Session: &plan.Session{Date: day(2026, 12, 20), Present: 6}}
		}, "có 5 phiếu, ít hơn 6 người"},
	} {
		s := sound()
		s.Session.Ballots, s.Council.Rules = nil, nil
		all(plan.Votes{For: 12, Against: 1})(s)
		tt.change(s)
		_, found := check(s, nil, law(t))
		var said []string
		for _, d := range found {
			if d.Rule == ruleVotes && d.Level == diag.Warning {
				said = append(said, d.Message+"; "+d.Fix)
			}
		}
		if got := strings.Join(said, "\n"); (tt.want == "") != (got == "") || !strings.Contains(got, tt.want) || len(said) > 1 {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// The 18 things that must agree, each once right and once wrong.
func TestInvariants(t *testing.T) {
	criteria := []plan.Criterion{{ID: "gioi", Text: "Hoàn thành xuất sắc",
		Conditions: []plan.Condition{{Rating: &plan.RatingCondition{AtLeast: "excellent"}}}}}
	excellent := []plan.YearRating{{Year: 2026, Rating: "excellent"}}
	held := func(code string, years ...int) []plan.HeldAward {
		var all []plan.HeldAward
		for _, y := range years {
			all = append(all, plan.HeldAward{Award: code, Year: y})
		}
		return all
	}
	initiative := []plan.Initiative{{Name: "Sổ tay số", Year: 2026, Scope: "province"}}
	first := func(f func(n *plan.Nominee)) func(s *plan.Season) {
		return func(s *plan.Season) { f(&s.Nominees[0]) }
	}
	collective := func(code string, m plan.Members, r plan.Rating) func(s *plan.Season) {
		return func(s *plan.Season) {
			n := &s.Nominees[1]
			n.Award, n.Members, n.Ratings = code, &m, []plan.YearRating{{Year: 2026, Rating: r}}
			n.Forward = code == "TTLDXS"
		}
	}
	said := saidBeside(check(sound(), criteria, law(t)))
	for _, tt := range []struct {
		name        string
		rule        string
		level       diag.Level
		right, fail func(s *plan.Season)
	}{
		{"1 bases in force", ruleLegalBasis, diag.Error,
			func(s *plan.Season) {
				s.Decision.LegalBases = []plan.LegalBasis{{Text: "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ"}}
			},
			func(s *plan.Season) {
				s.Decision.LegalBases = []plan.LegalBasis{{Text: "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ"}}
			}},
		{"1 amendment", ruleAmendment, diag.Error,
			func(s *plan.Season) {
				s.Decision.LegalBases = []plan.LegalBasis{{Text: "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022; Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 23 tháng 4 năm 2026"}}
			},
			func(s *plan.Season) {
				s.Decision.LegalBases = []plan.LegalBasis{{Text: "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"}}
			}},
		{"2 authority", ruleAuthority, diag.Error,
			first(func(n *plan.Nominee) { n.Award, n.Ratings, n.Initiatives = "CSTDCS", excellent, initiative }),
			first(func(n *plan.Nominee) {
				n.Award, n.Held, n.Initiatives = "CSTDT", held("CSTDCS", 2024, 2025, 2026), initiative
			})},
		{"3 bonus as computed", ruleBonusDiffers, diag.Error,
			first(func(n *plan.Nominee) { n.Bonus = &plan.StatedBonus{Multiplier: 30, Amount: 760_000} }),
			first(func(n *plan.Nominee) { n.Bonus = &plan.StatedBonus{Multiplier: 30, Amount: 759_000} })},
		{"3 multiplier", ruleBonusDiffers, diag.Error,
			first(func(n *plan.Nominee) { n.Bonus = &plan.StatedBonus{Multiplier: 30} }),
			first(func(n *plan.Nominee) { n.Bonus = &plan.StatedBonus{Multiplier: 15} })},
		{"4 counts agree", ruleCounts, diag.Error,
			func(s *plan.Season) {
				s.Decision.Counts = &plan.Counts{Collectives: 1, Individuals: 1, Households: 1, Total: 3_420_000}
			},
			func(s *plan.Season) { s.Decision.Counts = &plan.Counts{Collectives: 1, Individuals: 2, Households: 1} }},
		{"4 total agrees", ruleCounts, diag.Error,
			func(s *plan.Season) { s.Payment = &plan.Payment{Total: 3_420_000} },
			func(s *plan.Season) { s.Payment = &plan.Payment{Total: 3_430_000} }},
		{"4 minutes agree", ruleCounts, diag.Error,
			func(s *plan.Season) { s.Session.Passed = &plan.Counts{Collectives: 1, Individuals: 1, Households: 1} },
			func(s *plan.Season) { s.Session.Passed = &plan.Counts{Individuals: 1, Households: 1} }},
		{"5 register unique", ruleid.Register, diag.Error,
			func(s *plan.Season) { s.Nominees[0].Register, s.Nominees[1].Register = 1, 2 },
			func(s *plan.Season) { s.Nominees[0].Register, s.Nominees[1].Register = 2, 2 }},
		{"5 register without gaps", ruleid.Register, diag.Warning,
			first(func(n *plan.Nominee) { n.Register = 3 }),
			first(func(n *plan.Nominee) { n.Register = 9 })},
		{"6 kind of awardee", ruleKind, diag.Error,
			func(s *plan.Season) {
				s.Nominees[2].Award, s.Nominees[2].Bonus = "GDVH", &plan.StatedBonus{Money: "none"}
			},
			func(s *plan.Season) { s.Nominees[0].Award = "GDVH" }},
		{"7 criterion met", ruleStandard, diag.Error,
			first(func(n *plan.Nominee) { n.Criterion, n.Ratings = "gioi", excellent }),
			first(func(n *plan.Nominee) {
				n.Criterion, n.Ratings = "gioi", []plan.YearRating{{Year: 2026, Rating: "good"}}
			})},
		{"7 override with reason", ruleOverride, diag.Error,
			first(func(n *plan.Nominee) {
				n.Criterion, n.Ratings = "gioi", []plan.YearRating{{Year: 2026, Rating: "good"}}
				n.Confirmed = &plan.Confirmation{Met: true, By: "Hội đồng", Reason: "xếp loại đã được sửa"}
			}),
			first(func(n *plan.Nominee) {
				n.Criterion, n.Ratings = "gioi", []plan.YearRating{{Year: 2026, Rating: "good"}}
				n.Confirmed = &plan.Confirmation{Met: true, By: "Hội đồng"}
			})},
		{"7 criterion exists", ruleid.UnknownCriterion, diag.Error,
			first(func(n *plan.Nominee) { n.Criterion, n.Ratings = "gioi", excellent }),
			first(func(n *plan.Nominee) { n.Criterion = "khong-co" })},
		{"8 share of members", ruleStandard, diag.Error,
			collective("TTLDTT", plan.Members{Total: 10, Completed: 10, Awards: []plan.MemberAward{{Award: "LDTT", Count: 7}}}, "good"),
			collective("TTLDTT", plan.Members{Total: 10, Completed: 10, Awards: []plan.MemberAward{{Award: "LDTT", Count: 6}}}, "good")},
		{"8 no discipline", ruleStandard, diag.Error,
			collective("TTLDTT", plan.Members{Total: 10, Completed: 10, Awards: []plan.MemberAward{{Award: "LDTT", Count: 8}}}, "good"),
			collective("TTLDTT", plan.Members{Total: 10, Completed: 10, Disciplined: 1,
				Awards: []plan.MemberAward{{Award: "LDTT", Count: 8}}}, "good")},
		{"8 xuất sắc", ruleStandard, diag.Error,
			collective("TTLDXS", plan.Members{Total: 10, Completed: 10,
				Awards: []plan.MemberAward{{Award: "LDTT", Count: 8}, {Award: "CSTDCS", Count: 1}}}, "excellent"),
			collective("TTLDXS", plan.Members{Total: 10, Completed: 9,
				Awards: []plan.MemberAward{{Award: "LDTT", Count: 8}, {Award: "CSTDCS", Count: 1}}}, "excellent")},
		{"9 consecutive years", ruleStandard, diag.Error,
			first(func(n *plan.Nominee) {
				n.Award, n.Forward, n.Held, n.Initiatives = "CSTDT", true, held("CSTDCS", 2024, 2025, 2026), initiative
			}),
			first(func(n *plan.Nominee) {
				n.Award, n.Forward, n.Held, n.Initiatives = "CSTDT", true, held("CSTDCS", 2023, 2024, 2026), initiative
			})},
		{"9 discipline restarts the count", ruleStandard, diag.Error,
			first(func(n *plan.Nominee) {
				n.Award, n.Forward, n.Held, n.Initiatives = "CSTDT", true, held("CSTDCS", 2024, 2025, 2026), initiative
				n.Disciplines = []plan.Discipline{{Measure: "reprimand", From: day(2023, 2, 1), Served: day(2023, 5, 1)}}
			}),
			first(func(n *plan.Nominee) {
				n.Award, n.Forward, n.Held, n.Initiatives = "CSTDT", true, held("CSTDCS", 2024, 2025, 2026), initiative
				n.Disciplines = []plan.Discipline{{Measure: "reprimand", From: day(2025, 2, 1), Served: day(2025, 5, 1)}}
			})},
		{"10 one achievement, one award", ruleOneAward, diag.Error,
			func(s *plan.Season) {
				n := s.Nominees[0]
				n.Award, n.Ratings, n.Achievement = "LDTT", excellent, "Lao động giỏi"
				s.Nominees = append(s.Nominees, n)
			},
			func(s *plan.Season) {
				n := s.Nominees[0]
				n.Award, n.Ratings = "LDTT", excellent
				s.Nominees = append(s.Nominees, n)
			}},
		{"10 one title, one period", ruleDuplicate, diag.Error,
			func(s *plan.Season) {
				n := s.Nominees[0]
				n.Award, n.Ratings = "LDTT", excellent
				half, months := n, n
				half.Period = &plan.Period{From: day(2026, 1, 1), To: day(2026, 6, 30)}
				months.Period = &plan.Period{From: day(2026, 4, 1), To: day(2026, 6, 30)}
				s.Nominees = append(s.Nominees[1:], n, half, months)
			},
			func(s *plan.Season) {
				n := s.Nominees[0]
				n.Award, n.Ratings = "LDTT", excellent
				s.Nominees = append(s.Nominees[1:], n, n)
			}},
		{"10 earlier decision", ruleOneAward, diag.Error,
			func(s *plan.Season) {
				s.Earlier = []plan.EarlierAward{{Name: "Nguyễn Thị Hoa", Kind: plan.Individual, BirthYear: 1969, Unit: "Thôn Đồng Chùa",
					Award: "GKXA", Achievement: s.Nominees[0].Achievement, Cancelled: true}}
			},
			func(s *plan.Season) {
				s.Earlier = []plan.EarlierAward{{Name: "NGUYỄN THỊ HOA", Kind: plan.Individual, BirthYear: 1969, Unit: "Thôn Đồng Chùa",
					Award: "GKXA", Achievement: s.Nominees[0].Achievement}}
			}},
		{"10 sudden never feeds merit", ruleStandard, diag.Error,
			first(func(n *plan.Nominee) {
				n.Award, n.Forward, n.Held, n.Initiatives = "CSTDT", true, held("CSTDCS", 2024, 2025, 2026), initiative
			}),
			first(func(n *plan.Nominee) {
				n.Award, n.Forward, n.Held, n.Initiatives = "CSTDT", true, held("CSTDCS", 2024, 2025, 2026), initiative
				n.Held[1].Occasion = "sudden"
			})},
		{"11 open matter", ruleBlocked, diag.Error,
			first(func(n *plan.Nominee) { n.OpenMatters, n.Votes = []string{"đang xác minh đơn tố cáo"}, nil }),
			first(func(n *plan.Nominee) { n.OpenMatters = []string{"đang xác minh đơn tố cáo"} })},
		{"11 measure not served", ruleBlocked, diag.Error,
			first(func(n *plan.Nominee) {
				n.Disciplines = []plan.Discipline{{Measure: "warning", From: day(2024, 2, 1), Served: day(2025, 2, 1)}}
			}),
			first(func(n *plan.Nominee) {
				n.Disciplines = []plan.Discipline{{Measure: "warning", From: day(2026, 2, 1)}}
			})},
		{"12 quorum", ruleQuorum, diag.Error,
			func(s *plan.Season) { s.Session.Present, s.Session.Written = 9, 4 },
			func(s *plan.Season) { s.Session.Present, s.Session.Written = 8, 5 }},
		{"12 absent members named", ruleAbsent, diag.Warning,
			func(s *plan.Season) {
				s.Session.Absent = []plan.Absence{{Name: "Vũ Văn Tám", Reason: "đi công tác"}}
			},
			func(*plan.Season) {}},
		{"12 absent members with reasons", ruleAbsent, diag.Warning,
			func(s *plan.Season) { s.Session.Present, s.Session.Written = 13, 0 },
			func(s *plan.Season) { s.Session.Absent = []plan.Absence{{Name: "Vũ Văn Tám"}} }},
		{"12 votes within members", ruleVotes, diag.Error,
			first(func(n *plan.Nominee) { n.Votes = &plan.Votes{For: 13} }),
			first(func(n *plan.Nominee) { n.Votes = &plan.Votes{For: 12, Against: 2} })},
		{"12 votes within ballots", ruleVotes, diag.Error,
			func(s *plan.Season) {
				s.Session.Ballots = &plan.Ballots{Issued: 12, Returned: 12, Valid: 12}
			},
			func(s *plan.Season) {
				s.Session.Ballots = &plan.Ballots{Issued: 12, Returned: 11, Valid: 11}
			}},
		{"12 votes within valid ballots", ruleVotes, diag.Error,
			func(s *plan.Season) {
				s.Session.Ballots = &plan.Ballots{Issued: 13, Returned: 13, Valid: 12, Invalid: 1}
				for i := range s.Nominees {
					s.Nominees[i].Votes = &plan.Votes{For: 11, Against: 1, Other: 1}
				}
			},
			func(s *plan.Season) {
				s.Session.Ballots = &plan.Ballots{Issued: 13, Returned: 13, Valid: 12, Invalid: 1}
			}},
		{"12 votes within valid ballots and written opinions", ruleVotes, diag.Error,
			func(s *plan.Season) { s.Session.Ballots = &plan.Ballots{Issued: 12, Returned: 12, Valid: 12} },
			func(s *plan.Season) {
				s.Session.Ballots = &plan.Ballots{Issued: 12, Returned: 12, Valid: 11, Invalid: 1}
			}},
		{"12 member nominated", ruleInterest, diag.Warning,
			func(s *plan.Season) { s.Council.Members = []plan.CouncilMember{{Name: "Nguyễn Thị Hòa"}} },
			func(s *plan.Season) { s.Council.Members = []plan.CouncilMember{{Name: "NGUYỄN THỊ HOA"}} }},
		{"12 vote on everybody", ruleVoteMissing, diag.Error,
			func(s *plan.Season) {
				for i := range s.Nominees {
					s.Nominees[i].Votes = nil
				}
				s.Session = nil
			},
			first(func(n *plan.Nominee) { n.Votes = nil })},
		{"13 dates in order", ruleDates, diag.Error,
			func(s *plan.Season) { s.Payment = &plan.Payment{Date: day(2026, 12, 15)} },
			func(s *plan.Season) { s.Submission.Date = day(2026, 12, 7) }},
		{"13 dossier before the meeting", ruleDates, diag.Error,
			first(func(n *plan.Nominee) { n.Received = day(2026, 12, 8) }),
			first(func(n *plan.Nominee) { n.Received = day(2026, 12, 10) })},
		{"14 dossier complete", ruleDossier, diag.Error,
			first(func(n *plan.Nominee) { n.Dossier = []plan.DossierPaper{"submission", "report", "minutes"} }),
			first(func(n *plan.Nominee) { n.Dossier = []plan.DossierPaper{"submission", "report"} })},
		{"15 fund pays", ruleFundShort, diag.Error,
			func(s *plan.Season) { s.Fund = &plan.Fund{Opening: 3_420_000} },
			func(s *plan.Season) { s.Fund = &plan.Fund{Opening: 3_419_999} }},
		{"15 fund limit", ruleFundLimit, diag.Error,
			func(s *plan.Season) {
				s.Region, s.Fund = "upland", &plan.Fund{Granted: 90_000_000, Recurrent: 6_000_000_000}
			},
			func(s *plan.Season) { s.Fund = &plan.Fund{Granted: 60_000_001, Recurrent: 6_000_000_000} }},
		{"16 abolished bodies", ruleAbolished, diag.Error,
			func(s *plan.Season) { s.Decision.Executors = []string{"Trưởng phòng Kinh tế"} },
			func(s *plan.Season) { s.Decision.Executors = []string{"Phòng Nội vụ huyện Cẩm Thủy"} }},
		{"18 cancelled by the same decider", ruleCancellation, diag.Error,
			first(func(n *plan.Nominee) {
				n.Cancelled = &plan.Cancellation{Mending: plan.Mending{Decision: plan.PaperRef{Number: "7", Date: day(2027, 1, 9)}},
					Reason: "khai gian dối", Recover: 760_000}
			}),
			first(func(n *plan.Nominee) {
				n.Cancelled = &plan.Cancellation{Mending: plan.Mending{Decision: plan.PaperRef{Number: "7", Date: day(2027, 1, 9)},
					By: "province"}, Reason: "khai gian dối", Recover: 760_000}
			})},
		{"18 money to be recovered", ruleCancellation, diag.Warning,
			first(func(n *plan.Nominee) {
				n.Cancelled = &plan.Cancellation{Mending: plan.Mending{Decision: plan.PaperRef{Number: "7", Date: day(2027, 1, 9)}},
					Reason: "khai gian dối", Recover: 760_000}
			}),
			func(s *plan.Season) {
				s.Nominees[0].Cancelled = &plan.Cancellation{Mending: plan.Mending{Decision: plan.PaperRef{Number: "7",
					Date: day(2027, 1, 9)}}, Reason: "khai gian dối"}
				s.Payment = &plan.Payment{Date: day(2027, 1, 8)}
			}},
		{"18 cancelled by the head alone", ruleSigner, diag.Error,
			first(func(n *plan.Nominee) {
				n.Cancelled = &plan.Cancellation{Mending: plan.Mending{Decision: plan.PaperRef{Number: "7", Date: day(2027, 1, 9)},
					Signer: &plan.Signer{Capacity: []plan.Capacity{"KT"}, ActingFor: []string{"Chủ tịch"}, Position: "Phó Chủ tịch",
						Name: "Phạm Thị Hòa"}}, Reason: "khai gian dối", Recover: 760_000}
			}),
			first(func(n *plan.Nominee) {
				n.Cancelled = &plan.Cancellation{Mending: plan.Mending{Decision: plan.PaperRef{Number: "7", Date: day(2027, 1, 9)},
					Signer: &plan.Signer{Capacity: []plan.Capacity{plan.TM}, OnBehalfOf: "Ủy ban nhân dân", Position: "Chủ tịch",
						Name: "Lê Văn Thắng"}}, Reason: "khai gian dối", Recover: 760_000}
			})},
		{"18 number of the cancelling decision", ruleCancellation, diag.Warning,
			first(func(n *plan.Nominee) {
				n.Cancelled = &plan.Cancellation{Mending: plan.Mending{Decision: plan.PaperRef{Number: "7", Date: day(2027, 1, 9)}},
					Reason: "khai gian dối", Recover: 760_000}
			}),
			first(func(n *plan.Nominee) {
				n.Cancelled = &plan.Cancellation{Mending: plan.Mending{Decision: plan.PaperRef{Date: day(2027, 1, 9)}},
					Reason: "khai gian dối", Recover: 760_000}
			})},
		{"quota", ruleQuota, diag.Error,
			func(s *plan.Season) { s.Quotas = []plan.Quota{{Award: "GKXA", Most: 3}} },
			func(s *plan.Season) {
				s.Quotas = []plan.Quota{{Award: "GKXA", Recipient: plan.Individual, Percent: 15, Of: "LDTT"}}
			}},
		{"signer is not the addressee", ruleSigner, diag.Error,
			func(s *plan.Season) { s.Submission.Signer.Name = "Nguyễn Đức Quỳnh" },
			func(s *plan.Season) { s.Submission.Signer.Name = "LÊ VĂN THẮNG" }},
		{"decision not signed TM.", ruleSigner, diag.Error,
			func(s *plan.Season) {
				s.Decision.Signer = &plan.Signer{Capacity: []plan.Capacity{"KT"}, ActingFor: []string{"Chủ tịch"},
					Position: "Phó Chủ tịch", Name: "Phạm Thị Hòa"}
			},
			func(s *plan.Season) {
				s.Decision.Signer.Capacity, s.Decision.Signer.OnBehalfOf = []plan.Capacity{plan.TM}, "Ủy ban nhân dân"
			}},
		{"period", rulePeriod, diag.Error,
			first(func(n *plan.Nominee) { n.Period = &plan.Period{From: plan.Date{Year: 2026}} }),
			first(func(n *plan.Nominee) { n.Period = &plan.Period{From: plan.Date{Year: 2024}} })},
		{"occasion of the day", ruleOccasion, diag.Error,
			func(s *plan.Season) { s.Occasion = "theme" },
			func(s *plan.Season) {
				s.Occasion = "theme"
				s.Decision.Date, s.Submission.Date, s.Session.Date, s.Received = day(2026, 9, 30), day(2026, 9, 20), day(2026, 9,
					10), day(2026, 9, 1)
			}},
		{"unknown award", ruleid.UnknownAward, diag.Error,
			func(*plan.Season) {}, first(func(n *plan.Nominee) { n.Award = "GKX" })},
		{"namesake", ruleid.Namesake, diag.Warning,
			func(s *plan.Season) {
				s.Nominees = append(s.Nominees, another(s.Nominees[0], "Nguyễn Thị Hòa", 1985))
			},
			func(s *plan.Season) {
				s.Nominees = append(s.Nominees, another(s.Nominees[0], "Nguyễn Thị Hoa", 1985))
			}},
		{"copied report", ruleCopied, diag.Warning,
			func(*plan.Season) {},
			func(s *plan.Season) { s.Nominees[1].Achievement = s.Nominees[0].Achievement }},
		{"copied text of a report", ruleCopied, diag.Warning,
			func(s *plan.Season) { s.Nominees[0].Report = plan.Prose(s.Nominees[0].Achievement) + " và năm 2025" },
			func(s *plan.Season) {
				s.Nominees[0].Report = plan.Prose(s.Nominees[0].Achievement) + " và năm 2025"
				s.Nominees[1].Report = s.Nominees[0].Report
			}},
		{"typed end", ruleText, diag.Error,
			func(*plan.Season) {}, func(s *plan.Season) { s.Reason += "./." }},
		{"straight quotes", ruleText, diag.Warning,
			func(s *plan.Season) { s.Nominees[0].Achievement = "Điển hình “Dân vận khéo” năm 2026" },
			func(s *plan.Season) { s.Nominees[0].Achievement = "Điển hình \"Dân vận khéo\" năm 2026" }},
		{"title without quotes", ruleText, diag.Warning,
			func(s *plan.Season) { s.Reason = "đạt danh hiệu “Lao động tiên tiến” năm 2026" },
			func(s *plan.Season) { s.Reason = "đạt danh hiệu Lao động tiên tiến năm 2026" }},
		{"straight quotes in a basis", ruleText, diag.Warning,
			func(s *plan.Season) {
				s.Decision.LegalBases = []plan.LegalBasis{{Text: "Căn cứ Kế hoạch phong trào “Dân vận khéo”"}}
			},
			func(s *plan.Season) {
				s.Decision.LegalBases = []plan.LegalBasis{{Text: "Căn cứ Kế hoạch phong trào \"Dân vận khéo\""}}
			}},
		{"law by its number", ruleText, diag.Warning,
			func(s *plan.Season) {
				s.Decision.LegalBases = []plan.LegalBasis{{Text: "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"}}
			},
			func(s *plan.Season) {
				s.Decision.LegalBases = []plan.LegalBasis{{Text: "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025"}}
			}},
		{"deadline", ruleDeadline, diag.Warning,
			func(s *plan.Season) {
				s.Nominees[2].Award, s.Session.Date, s.Received = "GDVH", day(2026, 11, 24), day(2026, 11, 20)
				s.Nominees[2].Bonus = &plan.StatedBonus{Multiplier: 10, Basis: "Nghị quyết của Hội đồng nhân dân tỉnh"}
			},
			func(s *plan.Season) { s.Nominees[2].Award = "GDVH" }},
		{"council known", ruleCouncil, diag.Error,
			func(*plan.Season) {}, func(s *plan.Season) { s.Council = nil }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			right, wrong := sound(), sound()
			tt.right(right)
			tt.fail(wrong)
			out, found := check(right, criteria, law(t))
			said.add(tt.name+", right", out, found)
			if found.HasErrors() || slices.Contains(rules(found, tt.level), tt.rule) {
				t.Errorf("right: %v", found)
			}
			out, found = check(wrong, criteria, law(t))
			said.add(tt.name+", wrong", out, found)
			if !slices.Contains(rules(found, tt.level), tt.rule) {
				t.Errorf("wrong: no %s in %v", tt.rule, found)
			}
			for _, d := range plan.Validate(wrong) {
				t.Errorf("the model refuses it already: %v", d)
			}
		})
	}
	said.hold(t, "invariants")
}

// another gives a copy of a nominee under another name and year of birth.
func another(n plan.Nominee, name string, birth int) plan.Nominee {
	n.Name, n.BirthYear, n.Achievement = name, birth, "Giúp đỡ hội viên thoát nghèo"
	return n
}

// TestGranted: the decision of the higher level stands only with a nominee that was
// forwarded, and with its full date.
func TestGranted(t *testing.T) {
	said := saidBeside(check(sound(), nil, law(t)))
	for _, tt := range []struct {
		name    string
		granted plan.PaperRef
		forward bool
		rule    string
	}{
		{"forwarded", plan.PaperRef{Number: "310", Date: day(2026, 12, 20)}, true, ""},
		{"without a day", plan.PaperRef{Number: "310", Date: plan.Date{Year: 2026}}, true, ruleid.Blank},
		{"not forwarded", plan.PaperRef{Number: "310", Date: day(2026, 12, 20)}, false, ruleid.Report},
	} {
		s := sound()
		s.Nominees[0].Award, s.Nominees[0].Forward, s.Nominees[0].Granted = "BKTINH", tt.forward, &tt.granted
		if !tt.forward {
			s.Nominees[0].Award = "GKXA"
		}
		s.Nominees[0].Confirmed = &plan.Confirmation{Met: true, By: "Phòng Văn hóa - Xã hội"}
		out, found := check(s, nil, law(t))
		said.add(tt.name, out, found)
		got := rules(found, diag.Error)
		if tt.rule == "" && len(got) > 0 || tt.rule != "" && !slices.Contains(got, tt.rule) {
			t.Errorf("%s: %v, want %q", tt.name, got, tt.rule)
		}
	}
	said.hold(t, "granted")
}

// TestSubmitter: whoever decides signs no submission to himself, by name or by post; who signs
// for a unit does, even where his post begins alike.
func TestSubmitter(t *testing.T) {
	for _, tt := range []struct {
		position, name string
		addressees     []string
		want           bool
	}{
		{"Trưởng phòng", "Nguyễn Đức Quỳnh", nil, false},
		{"Trưởng phòng", "lê văn thắng", nil, true}, // who signs the decision
		{"Chủ tịch", "Nguyễn Đức Quỳnh", nil, true}, // to himself, when nobody is named
		{"Chủ tịch", "Nguyễn Đức Quỳnh", []string{"Hội đồng Thi đua - Khen thưởng xã"}, false},
		{"Chủ tịch", "Nguyễn Đức Quỳnh", []string{"CHỦ TỊCH"}, true},
		{"Chủ tịch", "Nguyễn Đức Quỳnh", []string{"Sở Nội vụ", "Chủ tịch Ủy ban nhân dân xã Cẩm Hòa"}, true},
		{"Phó Chủ tịch", "Nguyễn Đức Quỳnh", []string{"Chủ tịch Ủy ban nhân dân xã Cẩm Hòa"}, false},
		{"Trưởng phòng", "Nguyễn Đức Quỳnh", []string{"Trưởng phòng Nội vụ"}, false},
		{"", "Nguyễn Đức Quỳnh", []string{""}, false},
	} {
		s := sound()
		s.Submission.Signer = &plan.Signer{Position: tt.position, Name: tt.name}
		s.Submission.Addressees = tt.addressees
		_, found := check(s, nil, law(t))
		got := slices.ContainsFunc(found,
			func(d *diag.Diagnostic) bool { return d.Pos.Path == "submission.signer" && d.Rule == ruleSigner })
		if got != tt.want {
			t.Errorf("%s %s to %q: %t", tt.position, tt.name, tt.addressees, got)
		}
	}
}
