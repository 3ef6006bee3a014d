package award

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan"
)

// TestSeasonEdges: seasons that are sound but for one thing, most of them in pairs: just right and just wrong.
func TestSeasonEdges(t *testing.T) {
	said := saidBeside(check(sound(), nil, law(t)))
	month := func(y, m int) plan.Date { return plan.Date{Year: y, Month: m} }
	first := func(f func(n *plan.Nominee)) func(s *plan.Season) { return func(s *plan.Season) { f(&s.Nominees[0]) } }
	decision := func(number string, d plan.Date) plan.Mending {
		return plan.Mending{Decision: plan.PaperRef{Number: number, Date: d}}
	}
	// twice proposes the first nominee again, with another thing about her.
	twice := func(f func(n *plan.Nominee)) func(s *plan.Season) {
		return func(s *plan.Season) {
			n := s.Nominees[0]
			f(&n)
			s.Nominees = append(s.Nominees, n)
		}
	}
	ballots := func(b plan.Ballots) func(s *plan.Season) { return func(s *plan.Season) { s.Session.Ballots = &b } }
	title := func(n *plan.Nominee) {
		n.Award, n.Ratings = "CSTDCS", []plan.YearRating{{Year: 2026, Rating: "excellent"}}
		n.Confirmed = &plan.Confirmation{Met: true, By: "Hội đồng", Reason: "đã xét"}
	}
	year := func(y int) *plan.Period { return &plan.Period{From: day(y, 1, 1), To: day(y, 12, 31)} }
	sixty := strings.Repeat("giúp dân làm ", 4) + "đường mới" // 61 letters
	sixty = string([]rune(sixty)[:60])
	cancel := &plan.Cancellation{Mending: decision("600", day(2027, 1, 5)), Reason: "Khai sai thành tích", Recover: 760_000}
	for _, tt := range []struct {
		name   string
		change func(s *plan.Season)
	}{
		{"the law of the submission's day", func(s *plan.Season) { s.Decision.Date = plan.Date{} }},
		{"the law of the meeting's day", func(s *plan.Season) { s.Decision.Date, s.Submission.Date = plan.Date{}, month(2026, 12) }},
		{"the law of the year's last day", func(s *plan.Season) {
			s.Decision.Date, s.Submission.Date, s.Session.Date = plan.Date{}, month(2026, 12), month(2026, 12)
		}},
		{"a measure served on the day", first(func(n *plan.Nominee) {
			n.Disciplines = []plan.Discipline{{Measure: "reprimand", From: day(2026, 2, 1), Served: day(2026, 12, 15)}}
		})},
		{"a measure served a day later", first(func(n *plan.Nominee) {
			n.Disciplines = []plan.Discipline{{Measure: "reprimand", From: day(2026, 2, 1), Served: day(2026, 12, 16)}}
		})},
		{"a measure not served", first(func(n *plan.Nominee) {
			n.Disciplines = []plan.Discipline{{Measure: "reprimand", From: day(2026, 2, 1)}}
		})},

		{"a rule for another award", func(s *plan.Season) {
			s.Council.Rules = append(s.Council.Rules, plan.VoteRule{Awards: []string{"CSTDCS"}, Threshold: plan.Fraction{Part: 1, Of: 1}})
		}},
		{"a rule for this award", func(s *plan.Season) {
			s.Council.Rules = append(s.Council.Rules, plan.VoteRule{Awards: []string{"GKXA"}, Threshold: plan.Fraction{Part: 1, Of: 1}})
		}},
		{"a secret ballot without ballots", func(s *plan.Season) { s.Council.Rules[0].Secret = true }},
		{"a secret ballot with ballots", func(s *plan.Season) {
			s.Council.Rules[0].Secret, s.Session.Ballots = true, &plan.Ballots{Issued: 12, Returned: 12}
			s.Session.Tellers = []plan.CouncilMember{{Name: "Lê Thị Hà"}}
		}},
		{"a secret ballot of another meeting", func(s *plan.Season) {
			s.Council.Rules = append(s.Council.Rules, plan.VoteRule{Awards: []string{"CSTDCS"}, Threshold: plan.Fraction{Part: 1, Of: 2}, Secret: true})
			n := &s.Nominees[0]
			title(n)
			n.Added = &plan.Addition{Mending: decision("520", day(2026, 12, 20)), Session: &plan.Session{Date: day(2026, 12, 18), Present: 13}}
		}},
		{"added without a meeting", first(func(n *plan.Nominee) { n.Added = &plan.Addition{Mending: decision("520", day(2026, 12, 20))} })},
		{"added after its meeting", first(func(n *plan.Nominee) {
			n.Added = &plan.Addition{Mending: decision("520", day(2026, 12, 20)), Session: &plan.Session{Date: day(2026, 12, 20), Present: 13}}
		})},
		{"added before its meeting", first(func(n *plan.Nominee) {
			n.Added = &plan.Addition{Mending: decision("520", day(2026, 12, 20)), Session: &plan.Session{Date: day(2026, 12, 21), Present: 13}}
		})},
		{"ballots that were not sorted", ballots(plan.Ballots{Issued: 12, Returned: 12})},
		{"ballots that are all good", ballots(plan.Ballots{Issued: 12, Returned: 12, Valid: 12})},
		{"ballots of which one is not good", ballots(plan.Ballots{Issued: 12, Returned: 12, Valid: 11, Invalid: 1})},
		{"ballots of which none is good", ballots(plan.Ballots{Issued: 12, Returned: 12, Invalid: 12})},
		{"as many ballots as members", ballots(plan.Ballots{Issued: 13, Returned: 12, Valid: 12})},
		{"more ballots than members", ballots(plan.Ballots{Issued: 14, Returned: 12, Valid: 12})},
		{"ballots of an unknown council", func(s *plan.Season) {
			s.Council, s.Session.Ballots = nil, &plan.Ballots{Issued: 12, Returned: 12, Valid: 12}
		}},
		{"ballots and who counted them", func(s *plan.Season) {
			s.Session.Ballots, s.Session.Tellers = &plan.Ballots{Issued: 12, Returned: 12, Valid: 12}, []plan.CouncilMember{{Name: "Lê Thị Hà"}}
		}},
		{"no vote where none is needed", first(func(n *plan.Nominee) {
			n.Votes, n.Occasion, n.Award = nil, "sudden", "GKXA"
			n.Received = month(2026, 11)
		})},
		{"no vote where none is needed, that waits", func(s *plan.Season) {
			n := &s.Nominees[0]
			n.Votes, n.Occasion, n.Award = nil, "sudden", "BKTINH"
		}},
		{"no vote where one is needed", first(func(n *plan.Nominee) { n.Votes = nil })},
		{"who is absent", func(s *plan.Season) { s.Session.Absent = []plan.Absence{{Name: "Lê Văn Ba", Reason: "đi học"}} }},
		{"one absent too few", func(s *plan.Season) {
			s.Session.Present, s.Session.Written, s.Session.Absent = 11, 2, []plan.Absence{{Name: "Lê Văn Ba", Reason: "đi học"}}
		}},
		{"nobody counted who was there", func(s *plan.Season) { s.Session.Present, s.Session.Written = 0, 13 }},

		{"one award twice", twice(func(n *plan.Nominee) {})},
		{"one award twice, of which one is cancelled", twice(func(n *plan.Nominee) { n.Cancelled = cancel })},
		{"one award twice, of which the first is cancelled", func(s *plan.Season) {
			s.Nominees = append(s.Nominees, s.Nominees[0])
			s.Nominees[0].Cancelled = cancel
		}},
		{"one award twice, for another achievement", twice(func(n *plan.Nominee) { n.Achievement = "Cứu người bị nạn" })},
		{"one award twice, for an unknown achievement", twice(func(n *plan.Nominee) { n.Achievement = "" })},
		{"one award twice, first for an unknown achievement", func(s *plan.Season) {
			s.Nominees = append(s.Nominees, s.Nominees[0])
			s.Nominees[0].Achievement = ""
		}},
		{"one unknown award twice", func(s *plan.Season) {
			s.Nominees[0].Award = "KHONG"
			s.Nominees = append(s.Nominees, s.Nominees[0])
		}},
		{"a title and a form", twice(title)},
		{"a title and a form, on another occasion", twice(func(n *plan.Nominee) { title(n); n.Occasion = "sudden" })},
		{"a title and a form, of the year before", twice(func(n *plan.Nominee) { title(n); n.Period = year(2025) })},
		{"a title and a form, of the year after", func(s *plan.Season) {
			n := s.Nominees[0]
			title(&n)
			s.Nominees[0].Period = year(2025)
			s.Nominees = append(s.Nominees, n)
		}},
		{"a title twice, of two years", func(s *plan.Season) {
			title(&s.Nominees[0])
			n := s.Nominees[0]
			n.Period = year(2025)
			s.Nominees = append(s.Nominees, n)
		}},
		{"sixty letters twice", func(s *plan.Season) { s.Nominees[0].Achievement, s.Nominees[1].Achievement = sixty, sixty }},
		{"fewer letters twice", func(s *plan.Season) {
			s.Nominees[0].Achievement = string([]rune(sixty)[:59])
			s.Nominees[1].Achievement = s.Nominees[0].Achievement
		}},
		{"awarded earlier", func(s *plan.Season) { s.Earlier = earlier(s, func(e *plan.EarlierAward) {}) }},
		{"awarded earlier, and cancelled", func(s *plan.Season) { s.Earlier = earlier(s, func(e *plan.EarlierAward) { e.Cancelled = true }) }},
		{"awarded earlier, on another occasion", func(s *plan.Season) {
			s.Earlier = earlier(s, func(e *plan.EarlierAward) { e.Occasion = "sudden" })
		}},
		{"awarded earlier, for another thing", func(s *plan.Season) {
			s.Earlier = earlier(s, func(e *plan.EarlierAward) { e.Achievement = "Cứu người bị nạn" })
		}},
		{"somebody else awarded earlier", func(s *plan.Season) { s.Earlier = earlier(s, func(e *plan.EarlierAward) { e.BirthYear = 1970 }) }},

		{"cancelled by who decided", first(func(n *plan.Nominee) {
			c := *cancel
			c.By = plan.CommuneLevel
			n.Cancelled = &c
		})},
		{"cancelled by another", first(func(n *plan.Nominee) {
			c := *cancel
			c.By = plan.ProvinceLevel
			n.Cancelled = &c
		})},
		{"cancelled, and the decision has a month only", func(s *plan.Season) {
			s.Decision.Date, s.Nominees[0].Cancelled = month(2026, 12), &plan.Cancellation{Mending: decision("600", day(2026, 12, 8)), Reason: "a"}
		}},
		{"amended after it was cancelled", first(func(n *plan.Nominee) {
			n.Cancelled, n.Amended = cancel, &plan.Amendment{Mending: decision("601", day(2027, 1, 6)), Role: "Trưởng thôn"}
		})},
		{"amended on the day of the cancelling", first(func(n *plan.Nominee) {
			n.Cancelled, n.Amended = cancel, &plan.Amendment{Mending: decision("599", day(2027, 1, 5)), Role: "Trưởng thôn"}
		})},
		{"amended, and cancelled on no day", first(func(n *plan.Nominee) {
			n.Cancelled = &plan.Cancellation{Mending: decision("600", month(2027, 1)), Reason: "a"}
			n.Amended = &plan.Amendment{Mending: decision("601", day(2027, 1, 6)), Role: "Trưởng thôn"}
		})},
		{"amended twice by one signer", amended("Lê Văn Thắng", "Lê Văn Thắng")},
		{"amended twice by two signers", amended("Lê Văn Thắng", "Lê Văn Bốn")},

		{"a dossier without an initiative", handedIn(title, "good")},
		{"a dossier that is excused", handedIn(title, "excellent")},
		{"a dossier that was excused last year", func(s *plan.Season) {
			handedIn(title, "good")(s)
			s.Nominees[0].Ratings = append(s.Nominees[0].Ratings, plan.YearRating{Year: 2025, Rating: "excellent"})
		}},
		{"a dossier without minutes, excused", func(s *plan.Season) {
			handedIn(title, "excellent")(s)
			s.Nominees[0].Dossier = []plan.DossierPaper{"submission", "report"}
		}},
		{"a dossier for an award of no class", func(s *plan.Season) {
			s.Nominees[0].Dossier, s.Nominees[0].Award = []plan.DossierPaper{"report"}, "KHONG"
		}},
		{"a dossier of an award that excuses nobody", func(s *plan.Season) {
			handedIn(func(n *plan.Nominee) { n.Award, n.Forward = "CSTDT", true }, "excellent")(s)
			s.Nominees[0].Confirmed = &plan.Confirmation{Met: true, By: "Hội đồng", Reason: "đã xét"}
		}},
		{"of the year before", first(func(n *plan.Nominee) { n.Period = year(2025) })},
		{"of the year after, already decided", first(func(n *plan.Nominee) { n.Period = year(2027) })},
		{"of a later part of a season that ended", func(s *plan.Season) {
			s.Period = &plan.Period{From: day(2025, 9, 1), To: day(2026, 8, 31)}
			s.Nominees[0].Period = &plan.Period{From: day(2026, 9, 1), To: day(2026, 9, 30)}
		}},
		{"of the last day of a season", func(s *plan.Season) {
			s.Period = &plan.Period{From: day(2025, 9, 1), To: day(2026, 8, 31)}
			s.Nominees[0].Period = &plan.Period{From: day(2026, 8, 31), To: day(2026, 9, 30)}
		}},
		{"of another year, for a sudden thing", first(func(n *plan.Nominee) { n.Period, n.Occasion = year(2025), "sudden" })},

		{"certificates of the day", func(s *plan.Season) { s.Certificates = &plan.Certificates{Date: day(2026, 12, 15)} }},
		{"certificates of a later day", func(s *plan.Season) { s.Certificates = &plan.Certificates{Date: day(2026, 12, 16)} }},
		{"certificates of an earlier day", func(s *plan.Season) { s.Certificates = &plan.Certificates{Date: day(2026, 12, 14)} }},
		{"certificates of a month", func(s *plan.Season) { s.Certificates = &plan.Certificates{Date: month(2026, 12)} }},
		{"certificates of a decision of a month", func(s *plan.Season) {
			s.Decision.Date, s.Certificates = month(2026, 12), &plan.Certificates{Date: day(2026, 12, 16)}
		}},
		{"certificates without a decision", func(s *plan.Season) {
			s.Decision, s.Certificates = nil, &plan.Certificates{Date: day(2026, 12, 16), First: 7}
		}},
		{"certificates from a number on", func(s *plan.Season) { s.Certificates = &plan.Certificates{First: 7} }},
		{"a number that is taken", func(s *plan.Season) { s.Nominees[0].Register, s.Nominees[1].Register = 2, 2 }},
		{"a number that is far", func(s *plan.Season) { s.Nominees[0].Register = 5 }},
		{"a number of one who is refused", first(func(n *plan.Nominee) { n.Register, n.Refused = 2, "chưa đủ" })},
		{"received on the day of the meeting", first(func(n *plan.Nominee) { n.Received = day(2026, 12, 8) })},
		{"received after the meeting", first(func(n *plan.Nominee) { n.Received = day(2026, 12, 9) })},
		{"received after a meeting of a month", func(s *plan.Season) { s.Session.Date, s.Nominees[0].Received = month(2026, 12), day(2026, 12, 9) }},
		{"received, and no meeting", func(s *plan.Season) {
			s.Session, s.Nominees[0].Received = nil, day(2026, 12, 9)
			for i := range s.Nominees {
				s.Nominees[i].Votes = nil
			}
		}},
		{"a council made on the day", func(s *plan.Season) { s.Council.Decision = plan.PaperRef{Number: "9", Date: day(2026, 12, 8)} }},
		{"a council made later", func(s *plan.Season) { s.Council.Decision = plan.PaperRef{Number: "9", Date: day(2026, 12, 9)} }},
		{"a council made in a month", func(s *plan.Season) { s.Council.Decision = plan.PaperRef{Number: "9", Date: month(2027, 1)} }},

		{"families of culture by the day", culture(day(2026, 11, 24))},
		{"families of culture on the last day", culture(day(2026, 11, 25))},
		{"families of culture too late", culture(day(2026, 12, 8))},

		{"to a district", submitter("Phòng Nội vụ huyện Lam Sơn")},
		{"to a quarter", submitter("Phòng Nội vụ quận Lam Sơn")},
		{"to a town of old", submitter("Phòng Nội vụ thị xã Lam Sơn")},
		{"to a market of old", submitter("Ủy ban nhân dân thị trấn Lam Sơn")},
		{"to a market", submitter("Ban Quản lý chợ thị tứ Lam Sơn")},
		{"to what ends so", submitter("Ban Đô thị")},

		{"upward in the name of a collective", upward(func(u *plan.Submission) {
			u.Signer.Capacity, u.Signer.OnBehalfOf = []plan.Capacity{plan.TM}, "Ủy ban nhân dân"
		})},
		{"upward by the chairman alone", upward(func(u *plan.Submission) {})},
		{"upward by a unit", upward(func(u *plan.Submission) { u.Unit = "Phòng Văn hóa - Xã hội" })},
		{"upward without a signer", upward(func(u *plan.Submission) { u.Signer = nil })},
		{"a submission to oneself", func(s *plan.Season) { s.Submission.Signer.Name = "Lê Văn Thắng" }},
		{"a submission to oneself, without names", func(s *plan.Season) { s.Submission.Signer.Name, s.Decision.Signer.Name = "", "" }},
		{"a submission to the signer's own post", func(s *plan.Season) { s.Submission.Addressees = []string{"Trưởng phòng", "Chủ tịch"} }},
		{"a submission to another post", func(s *plan.Season) { s.Submission.Addressees = []string{"Chủ tịch", "Phó Chủ tịch"} }},

		{"no money, where there is some", first(func(n *plan.Nominee) { n.Bonus = &plan.StatedBonus{Money: "none"} })},
		{"the right money", first(func(n *plan.Nominee) { n.Bonus = &plan.StatedBonus{Amount: 760_000, Multiplier: 30} })},
		{"another amount", first(func(n *plan.Nominee) { n.Bonus = &plan.StatedBonus{Amount: 750_000} })},
		{"another multiplier", first(func(n *plan.Nominee) { n.Bonus = &plan.StatedBonus{Multiplier: 20} })},
		{"a bonus with its basis, where the law has one", first(func(n *plan.Nominee) { n.Bonus = &plan.StatedBonus{Multiplier: 20, Basis: "Quy chế"} })},
		{"a bonus without money", first(func(n *plan.Nominee) { n.Bonus = &plan.StatedBonus{Basis: "Quy chế"} })},
		{"two titles, of which one has its money stated", func(s *plan.Season) {
			title(&s.Nominees[0])
			n := s.Nominees[0]
			n.Award, n.Achievement, n.Bonus = "LDTT", "", &plan.StatedBonus{Amount: 760_000}
			s.Nominees = append(s.Nominees, n)
		}},
		{"two titles, of which one has a multiplier stated", func(s *plan.Season) {
			title(&s.Nominees[0])
			n := s.Nominees[0]
			n.Award, n.Achievement, n.Bonus = "LDTT", "", &plan.StatedBonus{Multiplier: 30}
			s.Nominees = append(s.Nominees, n)
		}},

		{"minutes that count the passed", func(s *plan.Season) { s.Session.Passed = &plan.Counts{Collectives: 1, Individuals: 1, Households: 1} }},
		{"minutes that count one too many", func(s *plan.Season) {
			s.Session.Passed = &plan.Counts{Collectives: 1, Individuals: 2, Households: 1}
		}},
		{"minutes, and one did not pass", func(s *plan.Season) {
			s.Session.Passed, s.Nominees[0].Votes = &plan.Counts{Collectives: 1, Households: 1}, &plan.Votes{For: 5, Against: 8}
		}},
		{"minutes, and one was added", func(s *plan.Season) {
			s.Session.Passed = &plan.Counts{Collectives: 1, Households: 1}
			s.Nominees[0].Added = &plan.Addition{Mending: decision("520", day(2026, 12, 20)), Session: &plan.Session{Date: day(2026, 12, 18), Present: 13}}
		}},
		{"minutes, and one was not voted on", func(s *plan.Season) {
			s.Session.Passed, s.Nominees[0].Votes = &plan.Counts{Collectives: 1, Households: 1}, nil
		}},
		{"a submission with its counts", func(s *plan.Season) {
			s.Submission.Counts = &plan.Counts{Collectives: 1, Individuals: 1, Households: 1}
		}},
		{"a submission with other counts", func(s *plan.Season) {
			s.Submission.Counts = &plan.Counts{Collectives: 2, Individuals: 1, Households: 1}
		}},
		{"a submission with another sum", func(s *plan.Season) {
			s.Submission.Counts = &plan.Counts{Collectives: 1, Individuals: 1, Households: 1, Total: 5}
		}},
		{"a submission with its sum", func(s *plan.Season) {
			s.Submission.Counts = &plan.Counts{Collectives: 1, Individuals: 1, Households: 1, Total: 3_420_000}
		}},
		{"a submission, and the decider refused one", func(s *plan.Season) {
			s.Submission.Counts, s.Nominees[0].Refused = &plan.Counts{Collectives: 1, Individuals: 1, Households: 1}, "đã khen"
		}},
		{"a submission, and the council refused one", func(s *plan.Season) {
			s.Submission.Counts, s.Nominees[0].Votes = &plan.Counts{Collectives: 1, Households: 1}, &plan.Votes{For: 5, Against: 8}
		}},
		{"a submission, and the decider refused one that is for the province", func(s *plan.Season) {
			upward(func(*plan.Submission) {})(s)
			s.Submission.Counts, s.Nominees[0].Refused = &plan.Counts{Collectives: 1, Households: 1}, "đã khen"
		}},
		{"a submission, and the decider refused one without a vote", func(s *plan.Season) {
			s.Submission.Counts, s.Nominees[0].Refused, s.Nominees[0].Votes = &plan.Counts{Collectives: 1, Households: 1}, "đã khen", nil
		}},
		{"a submission, and both refused one", func(s *plan.Season) {
			s.Submission.Counts, s.Nominees[0].Refused = &plan.Counts{Collectives: 1, Households: 1}, "đã khen"
			s.Nominees[0].Votes = &plan.Votes{For: 5, Against: 8}
		}},
		{"below the standard, and passed", rated("LDTT", 12)},
		{"below the standard, and not passed", rated("LDTT", 5)},
		{"a collective's decision, signed for it", party("Ban Thường vụ", plan.TM)},
		{"a collective's decision, signed for another", party("Ban Chấp hành", plan.TM)},
		{"a collective's decision, signed by one", party("")},
		{"a school that submits upward", func(s *plan.Season) {
			upward(func(*plan.Submission) {})(s)
			s.Issuer.Name = "Trường Tiểu học Cẩm Hòa"
		}},
		{"a fund of which nothing was granted", func(s *plan.Season) { s.Fund.Granted, s.Fund.Opening = 0, 5_000_000 }},
		{"a fund without spending to measure it by", func(s *plan.Season) { s.Fund.Recurrent = 0 }},
		{"a fund that is filled beyond its limit", func(s *plan.Season) { s.Fund.Recurrent = 100_000_000 }},
		{"a fund beyond what is counted", func(s *plan.Season) { s.Fund.Recurrent = 1 << 62 }},
		{"a payment of the sum", func(s *plan.Season) { s.Payment = &plan.Payment{Date: day(2026, 12, 20), Total: 3_420_000} }},
		{"a payment of another sum", func(s *plan.Season) { s.Payment = &plan.Payment{Date: day(2026, 12, 20), Total: 3_420_001} }},
		{"half of the votes", first(func(n *plan.Nominee) { n.Votes = &plan.Votes{For: 6, Against: 6} })},
		{"one more against", func(s *plan.Season) {
			s.Council.Rules, s.Nominees[0].Votes = nil, &plan.Votes{For: 5, Against: 6, Abstain: 1}
		}},
		{"as many against, and some abstain", func(s *plan.Season) {
			s.Council.Rules, s.Nominees[0].Votes = nil, &plan.Votes{For: 5, Against: 5, Abstain: 2}
		}},
		{"one more for, and some abstain", func(s *plan.Season) {
			s.Council.Rules, s.Nominees[0].Votes = nil, &plan.Votes{For: 5, Against: 4, Abstain: 3}
		}},
		{"more submissions upward than there are reasons", func(s *plan.Season) {
			upward(func(*plan.Submission) {})(s)
			s.UpwardMore = []plan.Submission{{Number: "7"}}
		}},
		{"more submissions upward, and one still waits", func(s *plan.Season) {
			upward(func(*plan.Submission) {})(s)
			s.Nominees[0].Votes, s.UpwardMore = nil, []plan.Submission{{Number: "7"}}
		}},
		{"more submissions upward, of two occasions", func(s *plan.Season) {
			upward(func(*plan.Submission) {})(s)
			s.UpwardMore = []plan.Submission{{Number: "7"}}
			n := &s.Nominees[1]
			n.Award, n.Forward, n.Occasion = "BKTINH", true, "sudden"
			n.Confirmed = &plan.Confirmation{Met: true, By: "Hội đồng"}
		}},
		{"more submissions upward, and nobody is in any", func(s *plan.Season) {
			upward(func(*plan.Submission) {})(s)
			s.Nominees[0].Refused, s.UpwardMore = "chưa đủ", []plan.Submission{{Number: "7"}}
		}},
		{"more submissions upward, and one of the commune's waits", func(s *plan.Season) {
			upward(func(*plan.Submission) {})(s)
			s.Nominees[1].Votes, s.UpwardMore = nil, []plan.Submission{{Number: "7"}}
		}},
		{"more submissions upward, of which the second was frozen", func(s *plan.Season) {
			upward(func(*plan.Submission) {})(s)
			s.UpwardMore = []plan.Submission{{Number: "7", Frozen: &plan.Frozen{Date: day(2026, 12, 18),
				Awardees: []plan.FrozenAwardee{{Name: "Bà Nguyễn Thị Hoa", Award: "BKTINH"}}}}}
		}},
	} {
		s := sound()
		tt.change(s)
		out, found := check(s, nil, law(t))
		said.add(tt.name, out, found)
	}
	said.hold(t, "edges")
}

// earlier is the first award of a season as one that another decision gave.
func earlier(s *plan.Season, f func(e *plan.EarlierAward)) []plan.EarlierAward {
	n := s.Nominees[0]
	e := plan.EarlierAward{Name: n.Name, Kind: n.Kind, BirthYear: n.BirthYear, Unit: n.Unit, Award: n.Award, Achievement: n.Achievement,
		Decision: plan.PaperRef{Number: "11", Date: day(2026, 3, 1)}}
	f(&e)
	return []plan.EarlierAward{e}
}

// amended has one decision amend two awardees, each with a signer.
func amended(one, two string) func(s *plan.Season) {
	return func(s *plan.Season) {
		for i, name := range []string{one, two} {
			s.Nominees[i].Amended = &plan.Amendment{Unit: "thôn Mới", Mending: plan.Mending{
				Decision: plan.PaperRef{Number: "601", Date: day(2027, 1, 6)}, Signer: &plan.Signer{Position: "Chủ tịch", Name: name}}}
		}
	}
}

// handedIn has the first nominee hand in a dossier for a title without an initiative.
func handedIn(title func(*plan.Nominee), rating plan.Rating) func(s *plan.Season) {
	return func(s *plan.Season) {
		n := &s.Nominees[0]
		title(n)
		n.Ratings, n.Dossier = []plan.YearRating{{Year: 2026, Rating: rating}}, []plan.DossierPaper{"submission", "report", "minutes"}
		s.Received = day(2026, 9, 1)
	}
}

// culture has a council judge a family of culture on a day.
func culture(d plan.Date) func(s *plan.Season) {
	return func(s *plan.Season) {
		s.Nominees[2].Award, s.Session.Date, s.Received = "GDVH", d, day(2026, 11, 1)
	}
}

// submitter has a unit submit the season.
func submitter(name string) func(s *plan.Season) {
	return func(s *plan.Season) { s.Submission.Unit = name }
}

// rated has the first nominee proposed below the standard, with some votes of thirteen.
func rated(award string, votes int) func(s *plan.Season) {
	return func(s *plan.Season) {
		n := &s.Nominees[0]
		n.Award, n.Ratings, n.Votes = award, []plan.YearRating{{Year: 2026, Rating: "completed"}}, &plan.Votes{For: votes, Against: 13 - votes}
	}
}

// party has a committee of the Party decide, by who signs for a collective.
func party(collective string, marks ...plan.Capacity) func(s *plan.Season) {
	return func(s *plan.Season) {
		s.Issuer.Name = "Đảng ủy xã Cẩm Hòa"
		s.Decision.Signer.Position, s.Decision.Signer.OnBehalfOf, s.Decision.Signer.Capacity = "Bí thư", collective, marks
	}
}

// upward has the first nominee forwarded to the province.
func upward(f func(u *plan.Submission)) func(s *plan.Season) {
	return func(s *plan.Season) {
		n := &s.Nominees[0]
		n.Award, n.Forward, n.Confirmed = "BKTINH", true, &plan.Confirmation{Met: true, By: "Hội đồng"}
		s.Upward = &plan.Submission{Number: "60", Date: day(2026, 12, 18), Addressees: []string{"Chủ tịch Ủy ban nhân dân tỉnh Lam Sơn"},
			Signer: &plan.Signer{Position: "Chủ tịch", Name: "Lê Văn Thắng"}}
		f(s.Upward)
	}
}

// TestReadyEdges: what a stage of a season still lacks, and papers that it cites without a number.
func TestReadyEdges(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(s *plan.Season)
		stage  Stage
		want   string
	}{
		{"minutes without anything", func(s *plan.Season) { s.Session = &plan.Session{} }, MinutesStage, "session.date session.chair session.secretary"},
		{"minutes of a month", func(s *plan.Season) { s.Session.Date = plan.Date{Year: 2026, Month: 12} }, MinutesStage, "session.date"},
		{"minutes without who wrote them", func(s *plan.Season) { s.Session.Secretary.Name = "" }, MinutesStage, "session.secretary"},
		{"minutes", func(s *plan.Season) {}, MinutesStage, ""},
		{"no submission", func(s *plan.Season) { s.Submission = nil }, SubmissionStage, "submission"},
		{"a submission without a signer", func(s *plan.Season) { s.Submission.Signer = nil }, SubmissionStage, "submission.signer"},
		{"no decision", func(s *plan.Season) { s.Decision = nil }, DecisionStage, "decision"},
		{"a decision without a signer", func(s *plan.Season) { s.Decision.Signer = nil }, DecisionStage, "decision.signer"},
		{"a decision without a signer, issued", func(s *plan.Season) { s.Decision.Signer = nil }, PaymentStage, "decision.signer"},
		{"a decision without the signer's name", func(s *plan.Season) { s.Decision.Signer.Name = "" }, DecisionStage, ""},
		{"a decision without the signer's name, issued", func(s *plan.Season) { s.Decision.Signer.Name = "" }, PaymentStage, "decision.signer.name"},
		{"a decision of a month, issued", func(s *plan.Season) { s.Decision.Date = plan.Date{Year: 2026, Month: 12} }, CertificateStage, "decision.date"},
		{"an amendment without a number", func(s *plan.Season) {
			s.Nominees[0].Amended = &plan.Amendment{Unit: "a", Mending: plan.Mending{Decision: plan.PaperRef{Date: day(2027, 1, 6)}}}
		}, PaymentStage, "nominees[0].amended.decision"},
		{"an amendment of a month", func(s *plan.Season) {
			s.Nominees[0].Amended = &plan.Amendment{Unit: "a",
				Mending: plan.Mending{Decision: plan.PaperRef{Number: "5", Date: plan.Date{Year: 2027, Month: 1}}}}
		}, PaymentStage, "nominees[0].amended.decision"},
		{"an amendment", func(s *plan.Season) {
			s.Nominees[0].Amended = &plan.Amendment{Unit: "a", Mending: plan.Mending{Decision: plan.PaperRef{Number: "5", Date: day(2027, 1, 6)}}}
		}, PaymentStage, ""},
		{"an unknown stage", func(s *plan.Season) {}, "in", ""},
	} {
		s := sound()
		tt.change(s)
		out, _ := check(s, nil, law(t))
		var got []string
		for _, d := range out.Ready(tt.stage) {
			got = append(got, d.Pos.Path)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, strings.Join(got, " "), tt.want)
		}
	}
	for _, stage := range Stages() {
		out, _ := checkDecision(&plan.AwardDecision{}, law(t))
		alone := slices.Contains([]Stage{DossierStage, SummaryStage, MinutesStage, SubmissionStage, UpwardStage}, stage)
		found := out.Ready(stage)
		if refused := len(found) == 1 && found[0].Pos.Path == "kind"; refused != alone {
			t.Errorf("a decision alone at %s: %v", stage, found)
		}
	}
	for _, tt := range []struct {
		number string
		date   plan.Date
		want   string
	}{
		{"41", day(2026, 12, 9), ""}, {"", day(2026, 12, 9), "submission chưa có số"}, {"41", plan.Date{Year: 2026, Month: 12}, "submission.date chưa có đủ ngày"},
		{"", plan.Date{}, "submission chưa có số và ngày"},
	} {
		s := sound()
		s.Submission.Number, s.Submission.Date, s.Decision.Number = tt.number, tt.date, ""
		out, _ := check(s, nil, law(t))
		got := ""
		for _, d := range out.Uncited(DecisionStage) {
			_, what, _ := strings.Cut(d.Message, "tờ trình ")
			got += d.Pos.Path + " " + what
		}
		if !strings.HasPrefix(got, tt.want) || (got == "") != (tt.want == "") {
			t.Errorf("a submission of %q, %s: %s", tt.number, tt.date, got)
		}
	}
	o := &Outcome{Results: []Result{{Status: Awarded}, {Status: refused, Nominee: &plan.Nominee{}}, {Status: forwarded, Nominee: &plan.Nominee{}, Vote: &Vote{Passed: true}}}}
	if len(o.Awards())+len(o.Agreed().Given())+len(o.Forwarded().Given())+len(o.Considered().Given()) != 0 {
		t.Errorf("results without awards: %v", fmt.Sprint(o.Awards(), o.Agreed().Given(), o.Forwarded().Given(), o.Considered().Given()))
	}
}
