package award

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan"
)

// TestContainsWord: a symbol in a citation, with nothing of a symbol around it.
func TestContainsWord(t *testing.T) {
	const symbol = "152/2025/nđ-cp"
	for text, want := range map[string]bool{
		symbol: true, "số " + symbol + " ngày": true, "(" + symbol + ")": true, symbol + ",": true, symbol + ".": true, symbol + ";": true,
		"1" + symbol: false, symbol + "x": false, "x" + symbol + ", " + symbol: true, symbol + "x " + symbol: true, symbol + "1": false, "": false,
		"152/2025": false,
	} {
		if containsWord(text, symbol) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
	if containsWord("a", "") || containsWord("", "") {
		t.Error("no symbol at all is found")
	}
	for want, v := range map[string]validity{
		"": {}, " (có hiệu lực từ ngày 01/7/2025)": {From: day(2025, 7, 1)}, " (hết hiệu lực sau ngày 30/6/2025)": {To: day(2025, 6, 30)},
		" (có hiệu lực từ ngày 01/01/2024 đến hết ngày 30/6/2025)": {From: day(2024, 1, 1), To: day(2025, 6, 30)},
	} {
		if got := span(&v); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	l, on := law(t), day(2026, 12, 15)
	one, _ := l.Citations(l.DeciderOf(sound()), []*Award{find(t, "GDVH"), find(t, "GKXA")}, on)
	other, _ := l.Citations(l.DeciderOf(sound()), []*Award{find(t, "GKXA"), find(t, "GDVH")}, on)
	plain, _ := l.Citations(l.DeciderOf(sound()), []*Award{find(t, "GKXA")}, on)
	if !slices.Equal(one, other) || len(one) <= len(plain) {
		t.Errorf("a family of culture first and last: %q, %q", one, other)
	}
}

// TestWordsOf: the words by which a criterion is known, cut between two of them.
func TestWordsOf(t *testing.T) {
	sixty := strings.Repeat("ă", 60)
	for _, tt := range []struct {
		c    plan.Criterion
		want string
	}{
		{plan.Criterion{Text: plan.Prose(sixty)}, sixty}, {plan.Criterion{Text: plan.Prose(sixty + "ă")}, sixty + "…"},
		{plan.Criterion{Text: plan.Prose(strings.Repeat("ă", 50) + " " + strings.Repeat("b", 20))}, strings.Repeat("ă", 50) + "…"},
		{plan.Criterion{Text: plan.Prose(strings.Repeat("ă", 50) + ", " + strings.Repeat("b", 20))}, strings.Repeat("ă", 50) + "…"},
		{plan.Criterion{Text: "Một dòng:\nHai"}, "Một dòng"}, {plan.Criterion{}, ""},
	} {
		if got := wordsOf(&tt.c); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

// TestHeadWho: the office of who signs as the head of an agency.
func TestHeadWho(t *testing.T) {
	signer := func(position, acting string, marks ...plan.Capacity) *plan.Signer {
		s := &plan.Signer{Position: position, Capacity: marks}
		if acting != "" {
			s.ActingFor = strings.Split(acting, ",")
		}
		return s
	}
	for _, tt := range []struct {
		s    *plan.Signer
		want string
	}{
		{nil, ""}, {signer("Tổng Giám đốc", ""), "Tổng Giám đốc"}, {signer("Phó Giám đốc", ""), ""}, {signer("Phó Giám đốc", "Giám đốc", "KT"), "Giám đốc"},
		{signer("Phó Giám đốc", "Giám đốc,Chủ tịch", "KT"), ""}, {signer("Phó Giám đốc", "Giám đốc", "TL"), ""}, {signer("Phó Giám đốc", "Giám đốc", "TM", "KT"), ""},
		{signer("Giám đốc", "Chủ tịch"), ""}, {signer("Giám đốc", "", "KT"), ""}, {signer("Quyền Giám đốc", ""), ""}, {signer("Phóng viên trưởng", ""), "Phóng viên trưởng"},
	} {
		if got := headWho(tt.s, &body{Group: "agency"}); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.s, got, tt.want)
		}
	}
	if got := headWho(signer("Hiệu trưởng", ""), &body{Group: "school"}); got != "" {
		t.Errorf("of a school: %q", got)
	}
	l := law(t)
	for _, tt := range []struct {
		s                  plan.Season
		kind, unit, office string
		collective         bool
	}{
		{plan.Season{}, "", "", "Chủ tịch", false},
		{plan.Season{Level: plan.CommuneLevel}, "", "", "Chủ tịch", false},
		{plan.Season{Level: plan.ProvinceLevel}, anyAgency, "", "Thủ trưởng", false},
		{plan.Season{Issuer: plan.Issuer{Name: "Đảng ủy xã A"}}, "party", "Đảng ủy xã A", "Ban Thường vụ", true},
		{plan.Season{Issuer: plan.Issuer{Name: "Đảng ủy xã A"}, Decider: &plan.Decider{Office: "Bí thư"}}, "party", "Đảng ủy xã A", "Bí thư", false},
		{plan.Season{Decider: &plan.Decider{}}, anyAgency, "", "Thủ trưởng", false},
		{plan.Season{Decider: &plan.Decider{Kind: anyAgency, Body: "UBND xã A"}}, anyAgency, "UBND xã A", "Thủ trưởng", false},
		{plan.Season{Issuer: plan.Issuer{Name: "UBND xã A"}}, "commune", "xã A", "Chủ tịch", false},
		{plan.Season{Issuer: plan.Issuer{Name: "Ủy ban nhân dân xã A"}}, "commune", "xã A", "Chủ tịch", false},
	} {
		if w := l.DeciderOf(&tt.s); w.Kind != tt.kind || w.Unit != tt.unit || w.Office != tt.office || w.Collective != tt.collective {
			t.Errorf("%+v: %q, %q, %q, %v", tt.s.Issuer.Name, w.Kind, w.Unit, w.Office, w.Collective)
		}
	}
}

// TestFrozenEdges: what is said of a paper that was frozen: a few changes of each sort, values that are not too long.
func TestFrozenEdges(t *testing.T) {
	frozen := func(names string) *plan.Frozen {
		f := &plan.Frozen{}
		for name := range strings.FieldsSeq(names) {
			f.Awardees = append(f.Awardees, plan.FrozenAwardee{Name: name, Award: "GKXA"})
		}
		return f
	}
	for _, tt := range []struct{ kept, now, want string }{
		{"A", "A", ""}, {"A", "A B C D", "nay thêm B (GKXA), C (GKXA), D (GKXA)"},
		{"A", "A B C D E", "nay thêm 4 mục: B (GKXA), C (GKXA), D (GKXA) và 1 mục nữa"}, {"A B", "A", "nay thiếu B (GKXA)"},
		{"A A", "A", "nay thiếu A (GKXA)"},
	} {
		if got := strings.Join(differences(frozen(tt.kept), frozen(tt.now)), "; "); got != tt.want {
			t.Errorf("%s, now %s: %s, want %s", tt.kept, tt.now, got, tt.want)
		}
	}
	kept, now := frozen("A B C D"), frozen("A B C D")
	for i := range kept.Awardees {
		kept.Awardees[i].Role, now.Awardees[i].Role = "một", "hai"
	}
	if got := differences(kept, now); len(got) != 4 || got[3] != "và 1 thay đổi nữa" {
		t.Errorf("four roles: %q", got)
	}
	kept.Awardees, now.Awardees = kept.Awardees[:3], now.Awardees[:3]
	if got := differences(kept, now); len(got) != 3 || got[0] != `chức vụ của A khi cấp số là "một", nay là "hai"` {
		t.Errorf("three roles: %q", got)
	}
	sixty := strings.Repeat("ă", 60)
	if got := was("a", sixty, sixty+"b"); got != fmt.Sprintf("a khi cấp số là %q, nay là %q", sixty, sixty+"...") {
		t.Error(got)
	}
	o := &Outcome{Season: &plan.Season{Upward: &plan.Submission{}}}
	for n, want := range map[int]bool{-1: false, 0: true, 1: false} {
		r := Result{Nominee: &plan.Nominee{Awardee: plan.Awardee{Kind: plan.Individual, Name: "A"}}, Award: find(t, "GKXA"), Status: Awarded}
		part := o.Part([]*Result{&r})
		if got := o.frozenUpward([]*Outcome{part}, n); (got != nil) != want {
			t.Errorf("submission %d of one: %v", n, got)
		}
	}
}

// TestEvidence: awards that count as another, and reasons that are joined.
func TestEvidence(t *testing.T) {
	conditions := []plan.Condition{{Rating: &plan.RatingCondition{AtLeast: "good", OrAward: "BKTINH"}}}
	for _, tt := range []struct {
		held plan.HeldAward
		want Verdict
	}{
		{plan.HeldAward{Award: "BKTINH", Year: 2026}, met}, {plan.HeldAward{Award: "BKTINH", Year: 2025}, needsPerson},
		{plan.HeldAward{Award: "CSTDCS", Year: 2026}, needsPerson}, {plan.HeldAward{Award: "BKTINH", Year: 2026, Occasion: "sudden"}, needsPerson},
	} {
		n := &plan.Nominee{Awardee: plan.Awardee{Kind: plan.Individual}, Held: []plan.HeldAward{tt.held}}
		if j := evaluate(n, conditions, 2026, plan.Merit, law(t)); j.Verdict != tt.want {
			t.Errorf("%+v: %s, %s", tt.held, j.Verdict, j.Reason)
		}
	}
	once := []plan.Condition{{Held: &plan.HeldCondition{Award: "BKTINH"}}}
	for award, want := range map[string]Verdict{"BKTINH": met, "CSTDCS": notMet} {
		n := &plan.Nominee{Held: []plan.HeldAward{{Award: award, Year: 2025}}}
		if j := evaluate(n, once, 2026, plan.Merit, law(t)); j.Verdict != want {
			t.Errorf("%s held: %s", award, j.Verdict)
		}
	}
	parts := []Judgement{{Verdict: met, Reason: "a"}, {Verdict: met}, {Verdict: notMet, Reason: "b"}, {Verdict: met, Reason: "c"}}
	if got := reasons(parts, met); got != "a; c" {
		t.Errorf("reasons: %s", got)
	}
}

// TestLawOfOnesOwn: awards, vote rules and names of an overlay.
func TestLawOfOnesOwn(t *testing.T) {
	own := &Law{
		Awards: []Award{{Code: "GKXA", Name: "Giấy khen riêng", Class: "form", OfDecider: true, Culture: true, Authorities: []authority{{Level: "unit"}, {Level: "unit"}}},
			{Code: "RIENG", Name: "Cờ truyền thống riêng", ShortNames: []string{"CTTR", "Cờ riêng", "BK nội bộ"},
				FormerNames: []formerName{{Name: "Cờ cũ"}, {Name: "Cờ xưa"}}}, {Code: "GDVH", Name: "Gia đình văn hóa", OfDecider: true}},
		VoteRules: []voteRule{{Level: "unit", VoteRule: plan.VoteRule{Awards: []string{"RIENG"}}}},
	}
	l := law(t).Overlay(own)
	a, _ := l.Find("GKXA")
	base := find(t, "GKXA")
	if !a.OfDecider || !a.Culture || a.Name != "Giấy khen riêng" || base.Culture || len(a.Authorities) != len(base.Authorities)+2 {
		t.Errorf("an overlay: %+v", a)
	}
	if g, _ := l.Find("GDVH"); !g.Culture || !g.OfDecider {
		t.Errorf("an overlay that makes it the decider's: %v, %v", g.Culture, g.OfDecider)
	}
	plain := law(t).Overlay(&Law{Awards: []Award{{Code: "GDVH", Name: "Gia đình văn hóa"}}})
	if g, _ := plain.Find("GDVH"); !g.Culture || g.OfDecider {
		t.Errorf("an overlay that says nothing: %v, %v", g.Culture, g.OfDecider)
	}
	if levels := a.DecidersOn(day(2026, 12, 15)); !slices.Contains(levels, plan.Level("unit")) || len(levels) != len(base.DecidersOn(day(2026, 12, 15)))+1 {
		t.Errorf("levels that decide, each once: %v", levels)
	}
	if l.VoteRuleOn("unit", "RIENG", day(2026, 12, 15)) == nil || l.VoteRuleOn("unit", "GKXA", day(2026, 12, 15)) != nil ||
		l.VoteRuleOn(plan.CommuneLevel, "GKXA", day(2026, 12, 15)) == nil {
		t.Error("rules for votes on some awards, and on all")
	}
	for text, want := range map[string]string{"CTTR": "RIENG", "cờ riêng": "RIENG", "Cờ truyền thống riêng": "RIENG", "ct tr": "RIENG", "Cờ": "", "cờ  riêng": "RIENG", "Bằng khen nội bộ": "RIENG", "cờ cũ": "RIENG", "Cờ xưa": "RIENG"} {
		a, _ := l.Named(text, &plan.Season{Year: 2026})
		if got := ""; a != nil {
			if got = a.Code; got != want {
				t.Errorf("%s names %s, want %s", text, got, want)
			}
		} else if want != "" {
			t.Errorf("%s names nothing", text)
		}
	}
	form := &Award{Name: "Giấy khen", OfDecider: true}
	if form.FullName(plan.Date{}, "Chủ tịch xã A") != "Giấy khen của Chủ tịch xã A" || form.FullName(plan.Date{}, "") != "Giấy khen" ||
		(&Award{Name: "Bằng khen"}).FullName(plan.Date{}, "A") != "Bằng khen" {
		t.Error("names of forms")
	}
}

// TestOfOneAward: the awardees of one award, and decisions that take awards back.
func TestOfOneAward(t *testing.T) {
	s := sound()
	s.Nominees[1].Award = "TTLDTT"
	s.Nominees[1].Confirmed = &plan.Confirmation{Met: true, By: "Hội đồng", Reason: "đã xét"}
	s.Nominees[1].Ratings = []plan.YearRating{{Year: 2026, Rating: "excellent"}}
	out, _ := check(s, nil, law(t))
	if all, some := out.CountText(), out.CountOf(find(t, "GKXA")); all != "01 tập thể, 01 cá nhân và 01 hộ gia đình" || some != "01 cá nhân và 01 hộ gia đình" {
		t.Errorf("%s, of one award %s", all, some)
	}
	by := plan.PaperRef{Number: "600", Date: day(2027, 1, 5)}
	s = sound()
	s.Nominees[0].Cancelled = &plan.Cancellation{Mending: plan.Mending{Decision: by}, Reason: "a"}
	out, _ = check(s, nil, law(t))
	if got := out.Cancellings(); len(got) != 1 || got[0].Whole || len(got[0].Results) != 1 {
		t.Errorf("one is cancelled: %+v", got)
	}
	s.Nominees[1].Cancelled = s.Nominees[0].Cancelled
	s.Decision.Cancellation = &plan.Cancellation{Mending: plan.Mending{Decision: by}, Reason: "b"}
	out, _ = check(s, nil, law(t))
	var got []string
	for _, c := range out.Cancellings() {
		got = append(got, fmt.Sprint(c.Whole, len(c.Results), " ", c.Path))
	}
	if strings.Join(got, "; ") != "false 2 nominees[1].cancelled; true 1 decision.cancellation" {
		t.Errorf("some and all by one decision: %q", got)
	}
	if got := out.Considered().Cancellings(); len(got) != 0 {
		t.Errorf("of those who are only considered: %v", got)
	}
	early := &plan.AwardDecision{}
	early.Date, early.Version = day(2027, 1, 15), 1
	early.Awardees = []plan.Awardee{{Kind: plan.Individual, Name: "A", Award: "GKXA"}}
	said := func() (year bool) {
		_, found := checkDecision(early, law(t))
		return slices.Contains(rules(found, 1), ruleYear)
	}
	if !said() {
		t.Error("a decision of January without its year")
	}
	early.Awardees[0].Period = &plan.Period{From: day(2026, 1, 1), To: day(2026, 12, 31)}
	if said() {
		t.Error("a decision of January whose awardees have their periods")
	}
}

// TestFormPieces: ranges of figures, lengths of movements and columns for awards of the ministry's forms.
func TestFormPieces(t *testing.T) {
	for _, tt := range []struct {
		in, is string
		want   bool
	}{
		{"31..40", "31", true}, {"31..40", "40", true}, {"31..40", "30", false}, {"31..40", "41", false}, {"..30", "30", true}, {"..30", "31", false},
		{"61..", "61", true}, {"61..", "60", false}, {"..", "5", true}, {"x..40", "35", false}, {"31..x", "35", false}, {"31", "31", false},
		{"31..40", "x", false}, {"x..40", "0", false}, {"31..x", "0", false},
	} {
		if inRange(tt.in, tt.is) != tt.want {
			t.Errorf("%s in %s: %v", tt.is, tt.in, !tt.want)
		}
	}
	for _, tt := range []struct {
		from, to plan.Date
		want     movementLength
	}{
		{plan.Date{}, day(2026, 1, 1), unknownLength}, {day(2026, 1, 1), plan.Date{}, unknownLength}, {day(2026, 1, 1), day(2026, 12, 30), underOne},
		{day(2026, 1, 1), day(2026, 12, 31), oneYear}, {day(2026, 1, 1), day(2027, 1, 1), underThree}, {day(2024, 2, 29), day(2025, 2, 28), oneYear},
		{day(2026, 1, 1), day(2028, 12, 30), underThree}, {day(2026, 1, 1), day(2028, 12, 31), underFive}, {day(2026, 1, 1), day(2030, 12, 30), underFive},
		{day(2026, 1, 1), day(2030, 12, 31), fiveAndMore},
	} {
		if got := lengthOf(&plan.Movement{From: tt.from, To: tt.to}); got != tt.want {
			t.Errorf("%s to %s: %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
	given := []yearAward{{award: find(t, "GKXA"), name: "Giấy khen", level: "commune"}, {award: find(t, "GKXA"), name: "Giấy khen", level: "commune"},
		{award: find(t, "BKTINH"), name: "Bằng khen", level: "province"}}
	for _, tt := range []struct{ columns, want string }{
		{"award sum", "Giấy khen1 sum"}, {"sum award", "sum Giấy khen2"}, {"sum", "sum"}, {"sum award sum", "sum Giấy khen2 sum"},
	} {
		var columns []formColumn
		for name := range strings.FieldsSeq(tt.columns) {
			c := formColumn{Name: name}
			if name == "award" {
				c.Each = "award"
			}
			columns = append(columns, c)
		}
		var got []string
		for _, c := range eachAward(columns, given, "commune") {
			got = append(got, c.Name+c.Number)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %q", tt.columns, got)
		}
	}
}

// TestPlacesOfParts: each part of what goes upward is put where most of it was frozen.
func TestPlacesOfParts(t *testing.T) {
	frozen := func(names string) *plan.Frozen {
		if names == "" {
			return nil
		}
		f := &plan.Frozen{}
		for name := range strings.FieldsSeq(names) {
			f.Awardees = append(f.Awardees, plan.FrozenAwardee{Name: name, Award: "BKTINH"})
		}
		return f
	}
	for _, tt := range []struct{ first, second, parts, want string }{
		{"", "", "A B", "A B"}, {"", "", "A B C", "A B C"}, {"A B", "A B", "A B", "A B"}, {"B", "A", "A B", "B A"}, {"A B", "", "A B", "A B"},
		{"", "A", "A", " A"}, {"", "A", "B A", "B A"}, {"C", "C", "A B", "A B"}, {"A", "", "A", "A"}, {"B A", "A", "A B", "A B"},
	} {
		o := &Outcome{Season: &plan.Season{Upward: &plan.Submission{Frozen: frozen(tt.first)}, UpwardMore: []plan.Submission{{Frozen: frozen(tt.second)}}}}
		var parts []*Outcome
		for name := range strings.FieldsSeq(tt.parts) {
			parts = append(parts, o.Part([]*Result{{Nominee: &plan.Nominee{Awardee: plan.Awardee{Kind: plan.Individual, Name: name, Award: "BKTINH"}},
				Award: find(t, "BKTINH"), Status: Awarded}}))
		}
		var got []string
		for _, p := range o.inPlaces(parts) {
			name := ""
			for _, r := range p.Results {
				name += r.Nominee.Name
			}
			got = append(got, name)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%q and %q frozen, %s: %q, want %q", tt.first, tt.second, tt.parts, got, tt.want)
		}
	}
	full, month := day(2026, 12, 20), plan.Date{Year: 2026, Month: 12}
	for _, tt := range []struct {
		ref  plan.PaperRef
		want bool
	}{{plan.PaperRef{Number: "5", Date: full}, true}, {plan.PaperRef{Date: full}, false}, {plan.PaperRef{Number: "5", Date: month}, false}} {
		added := &Result{Status: Awarded, Nominee: &plan.Nominee{Awardee: plan.Awardee{Added: &plan.Addition{Mending: plan.Mending{Decision: tt.ref}}}}}
		usual := &Result{Status: Awarded, Nominee: &plan.Nominee{}}
		o := &Outcome{Season: &plan.Season{Decision: &plan.Ruling{Number: tt.ref.Number, Date: tt.ref.Date}},
			Results: []Result{*added, *usual, {Status: refused, Nominee: &plan.Nominee{}}}}
		undecided := 2
		if tt.want {
			undecided = 0
		}
		if o.decided(added) != tt.want || o.decided(usual) != tt.want || o.undecided() != undecided {
			t.Errorf("%+v: decided %v, %v; %d not", tt.ref, o.decided(added), o.decided(usual), o.undecided())
		}
	}
}

// TestMoneyOfOnesOwn: bonuses of a law that gives the most there may be, or that nobody has read.
func TestMoneyOfOnesOwn(t *testing.T) {
	base := law(t)
	with := func(b bonus) *Law {
		b.Recipient = plan.Individual
		b.From = day(2026, 1, 1)
		return base.Overlay(&Law{Awards: []Award{{Code: "GKXA", Name: "Giấy khen", Class: "form", Certificate: "commendation",
			Recipients: []plan.Recipient{plan.Individual, plan.Collective, plan.Household}, Bonuses: []bonus{b}}}})
	}
	read := func(maximum bool) bonus { b := bonus{Multiplier: 30, Maximum: maximum}; b.Verified = true; return b }
	for _, tt := range []struct {
		name  string
		law   *Law
		bonus *plan.StatedBonus
		want  plan.Money
		rules string
	}{
		{"the most", with(read(true)), nil, 760_000, ""}, {"less than the most", with(read(true)), &plan.StatedBonus{Multiplier: 20}, 510_000, ""},
		{"just the most", with(read(true)), &plan.StatedBonus{Multiplier: 30}, 760_000, ""},
		{"more than the most", with(read(true)), &plan.StatedBonus{Multiplier: 40}, 760_000, ruleBonusDiffers},
		{"less than what it is", with(read(false)), &plan.StatedBonus{Multiplier: 20}, 760_000, ruleBonusDiffers},
		{"less than the most, with its sum", with(read(true)), &plan.StatedBonus{Multiplier: 20, Amount: 510_000}, 510_000, ""},
		{"less than the most, with another sum", with(read(true)), &plan.StatedBonus{Multiplier: 20, Amount: 760_000}, 510_000, ruleBonusDiffers},
		{"not read, with a basis", with(bonus{Multiplier: 30}), &plan.StatedBonus{Multiplier: 20, Basis: "Quy chế"}, 510_000, ""},
		{"not read, without a basis", with(bonus{Multiplier: 30}), &plan.StatedBonus{Multiplier: 20}, 0, ruleBonusMissing},
		{"read, with a basis", with(read(false)), &plan.StatedBonus{Multiplier: 20, Basis: "Quy chế"}, 760_000, ruleBonusDiffers},
	} {
		s := sound()
		s.Nominees[0].Bonus = tt.bonus
		out, found := check(s, nil, tt.law)
		var got []string
		for _, d := range found {
			if strings.HasPrefix(d.Pos.Path, "nominees[0]") {
				got = append(got, d.Rule)
			}
		}
		if out.Results[0].Pay.Amount != tt.want || strings.Join(got, " ") != tt.rules {
			t.Errorf("%s: %s, %v", tt.name, out.Results[0].Pay, got)
		}
	}
	s := sound()
	s.Nominees[0].Dossier = []plan.DossierPaper{"report"}
	bare := *base
	bare.Dossiers, bare.Deadlines = nil, []deadline{{Month: 1, Day: 1, Awards: []string{"GKXA"}, Text: "cũ"}, {Month: 1, Day: 1, Text: "của không khen thưởng nào"}}
	bare.Deadlines[0].To = day(2025, 12, 31)
	if _, found := check(s, nil, &bare); len(rules(found, 0)) != 0 || slices.Contains(rules(found, 1), ruleDeadline) {
		t.Errorf("a law without dossiers, and deadlines that are over: %v", found)
	}
}
