package season_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

const proposedText = `kind: season
version: 1
title: Khen thưởng năm 2026
year: 2026
issuer: {name: Ủy ban nhân dân phường Kinh Bắc, abbreviation: UBND, place: Kinh Bắc}
reason: có thành tích xuất sắc năm 2026
council: {size: 9, rules: [{threshold: 1/2, strict: true}]}
session: {date: 2026-11-02, number: "5", place: Phòng họp 2, start: 8 giờ 00, chair: {honorific: Ông, name: Ngô Đức Long, position: Chủ tịch}, secretary: {honorific: Bà, name: Lý Thị Na, position: Chuyên viên}, present: 9, ballots: {issued: 9, returned: 9, valid: 9, invalid: 0}}
upward: {number: "12", date: 2026-11-12, addressees: ["Chủ tịch Ủy ban nhân dân thành phố Bắc Ninh"], signer: {position: Chủ tịch, name: Ngô Đức Long}, distribution: {file_copy: [VT]}}
submission: {number: "9", symbol: TTr-VHXH, date: 2026-11-02, unit: Phòng Văn hóa - Xã hội, signer: {position: Trưởng phòng, name: Hồ Văn Đại}, distribution: {file_copy: [VHXH]}}
decision: {number: "60", date: 2026-11-10, executors: [Chánh Văn phòng], signer: {position: Chủ tịch, name: Ngô Đức Long}, distribution: {file_copy: [VT]}}
nominees:
`

// TestLongProposals: ten that are proposed stand in the submission itself, eleven in a list behind it; so with those who are
// proposed to the level above.
func TestLongProposals(t *testing.T) {
	for _, tt := range []struct {
		stage award.Stage
		award string
		n     int
		list  bool
	}{
		{award.SubmissionStage, "GKXA", 10, false}, {award.SubmissionStage, "GKXA", 11, true},
		{award.UpwardStage, "BKTINH, forward: true", 10, false}, {award.UpwardStage, "BKTINH, forward: true", 11, true},
	} {
		var b strings.Builder
		b.WriteString(proposedText)
		for i := range tt.n {
			fmt.Fprintf(&b, "  - {kind: collective, name: Tổ dân phố %d, award: %s, achievement: Dẫn đầu, confirmed: {met: true, by: P}, votes: {for: 9, against: 0}}\n",
				i+1, tt.award)
		}
		set, found := (&plan.Options{Kinds: award.Kinds()}).Load(fstest.MapFS{"dot.yaml": {Data: []byte(b.String())}}, "dot.yaml")
		if found.HasErrors() {
			t.Fatal(found)
		}
		papers, _, err := made(season.Papers(context.Background(), newRenderer(t), set, "dot.yaml", tt.stage, season.Options{}))
		if err != nil || len(papers) == 0 {
			t.Fatalf("%s of %d: %v, %v", tt.stage, tt.n, papers, err)
		}
		if annexes := papers[0].File.Paper().Foot().Annexes; (len(annexes) > 0) != tt.list {
			t.Errorf("%s of %d: %d lists", tt.stage, tt.n, len(annexes))
		}
		text := plain(textOf(t, newRenderer(t), papers[0]))
		if strings.Count(text, "TẬP THỂ") != map[bool]int{true: 1, false: 0}[tt.list] || !strings.Contains(text, fmt.Sprintf("Tổ dân phố %d", tt.n)) {
			t.Errorf("%s of %d:\n%s", tt.stage, tt.n, text)
		}
	}
}

// TestNumberedLater: the day of a decision that has a number already is kept with it; a stage that a decision alone does not
// have takes no number.
func TestNumberedLater(t *testing.T) {
	day := plan.Date{Year: 2026, Month: 11, Day: 20}
	out, said, err := season.Number(alone(t, "", "date: 2026-06-20", "date: 2026-11"), aloneName, award.DecisionStage, "230", plan.Date{})
	if err != nil {
		t.Fatal(said, err)
	}
	f, found := plan.Parse(aloneName, out)
	if found.HasErrors() {
		t.Fatal(found)
	}
	if d := f.Value.(*plan.AwardDecision); d.Frozen == nil || d.Frozen.Date.IsFull() {
		t.Errorf("%+v", d.Frozen)
	}
	out, said, err = season.Number(plan.NewSet(f), aloneName, award.DecisionStage, "", day)
	if err != nil {
		t.Fatal(said, err)
	}
	f, _ = plan.Parse(aloneName, out)
	if d := f.Value.(*plan.AwardDecision); d.Date != day || d.Frozen == nil || d.Frozen.Date != day {
		t.Errorf("%v, %+v", d.Date, d.Frozen)
	}
	for stage, want := range map[award.Stage]string{award.MinutesStage: "chỉ có trong đợt khen thưởng", award.SubmissionStage: "chỉ có trong đợt khen thưởng",
		award.UpwardStage: "chỉ có trong đợt khen thưởng"} {
		if _, _, err := season.Number(alone(t, ""), aloneName, stage, "5", day); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", stage, err)
		}
	}
}

// TestCertificatesOfADay: certificates bear the day that the season states for them, those of whom was added later the day of
// their own decision.
func TestCertificatesOfADay(t *testing.T) {
	nominee := "  - {kind: collective, name: Tổ dân phố 1, award: GKXA, achievement: Dẫn đầu, confirmed: {met: true, by: P}, votes: {for: 9, against: 0}}\n" +
		"  - {kind: collective, name: Tổ dân phố 2, award: GKXA, achievement: Dẫn đầu, confirmed: {met: true, by: P}, votes: {for: 9, against: 0}, " +
		"added: {decision: {number: \"70\", date: 2026-11-20}, reason: Sót}}\n"
	for day, want := range map[string][2]string{"": {"2026-11-10", "2026-11-20"}, "certificates: {date: 2026-12-01}\n": {"2026-12-01", "2026-11-20"}} {
		text := strings.Replace(proposedText, "nominees:\n", day+"nominees:\n", 1) + nominee
		set, found := (&plan.Options{Kinds: award.Kinds()}).Load(fstest.MapFS{"dot.yaml": {Data: []byte(text)}}, "dot.yaml")
		if found.HasErrors() {
			t.Fatal(found)
		}
		papers, _, err := made(season.Papers(context.Background(), newRenderer(t), set, "dot.yaml", award.CertificateStage, season.Options{}))
		if err != nil || len(papers) != 2 {
			t.Fatal(papers, err)
		}
		for i, p := range papers {
			if got := p.File.Paper().Head().Date.String(); got != want[i] {
				t.Errorf("%q, certificate %d: %s, want %s", day, i+1, got, want[i])
			}
		}
	}
}

const collective = "  - {kind: collective, name: Tổ dân phố 1, award: GKXA, achievement: Dẫn đầu, confirmed: {met: true, by: P}, votes: {for: 9, against: 0}}\n"

// TestFundOfSeason: the money comes from the fund that a season names, or from the usual one.
func TestFundOfSeason(t *testing.T) {
	for fund, want := range map[string]string{"": "Quỹ thi đua, khen thưởng của phường", "fund: {granted: 100000000}\n": "Quỹ thi đua, khen thưởng của phường",
		"fund: {granted: 100000000, basis: Quỹ phúc lợi của phường}\n": "Quỹ phúc lợi của phường"} {
		set, found := (&plan.Options{Kinds: award.Kinds()}).Load(fstest.MapFS{"dot.yaml": {Data: []byte(strings.Replace(proposedText, "nominees:\n", fund+"nominees:\n", 1) + collective)}}, "dot.yaml")
		if found.HasErrors() {
			t.Fatal(found)
		}
		papers, _, err := made(season.Papers(context.Background(), newRenderer(t), set, "dot.yaml", award.DecisionStage, season.Options{}))
		if err != nil || len(papers) != 1 {
			t.Fatal(papers, err)
		}
		if text := plain(textOf(t, newRenderer(t), papers[0])); !strings.Contains(text, want) {
			t.Errorf("%q: no %q in\n%s", fund, want, text)
		}
	}
}

// TestExcerptOfLine: an excerpt has the line of one, with its number and a stop, and says what was corrected in it.
func TestExcerptOfLine(t *testing.T) {
	r := newRenderer(t)
	const by = "decision: {number: \"241\", date: 2026-06-27}"
	for _, tt := range []struct {
		name, register string
		set            *plan.Set
		want, not      string
	}{
		{"the first of two", "1", alone(t, ""), "1. Ông Hà Quang Dũng (1993), Thôn đội trưởng, thôn 7.", "Lò Thị Mai"},
		{"the last of two", "2", alone(t, ""), "2. Bà Lò Thị Mai (1999), thôn 7.", "Hà Quang Dũng"},
		{"one that was corrected", "1", alone(t, "", "trưởng, unit: thôn 7, award: GKXA}", "trưởng, unit: thôn 7, award: GKXA, amended: {"+by+", name: Hà Quang Dụng}}"),
			"241/QĐ-UBND", "Hà Quang Dũng (1993)"},
		{"one beside it", "2", alone(t, "", "trưởng, unit: thôn 7, award: GKXA}", "trưởng, unit: thôn 7, award: GKXA, amended: {"+by+", name: Hà Quang Dụng}}"),
			"2. Bà Lò Thị Mai (1999), thôn 7.", "241/QĐ-UBND"},
	} {
		f, found := plan.Parse("ban-sao.yaml", []byte(excerptHead+"original: "+aloneName+"\nregister: "+tt.register+"\n"))
		if found.HasErrors() {
			t.Fatal(found)
		}
		d, found, err := build(r, plan.NewSet(f, tt.set.File(aloneName)), "ban-sao.yaml")
		if err != nil || found.HasErrors() {
			t.Fatal(tt.name, err, found)
		}
		if text := plain(textOf(t, r, season.Paper{Doc: d})); !strings.Contains(text, tt.want) || strings.Contains(text, tt.not) {
			t.Errorf("%s: want %q and no %q in\n%s", tt.name, tt.want, tt.not, text)
		}
	}
}

// TestAddedLater: who was added by a decision without a number has no certificate yet, the others have; each decision that
// adds has a payment list of its own.
func TestAddedLater(t *testing.T) {
	r := newRenderer(t)
	open := strings.Replace(second, "award: GKXA}", "award: GKXA, added: {decision: {}, reason: Bị sót}}", 1)
	for only, want := range map[int]bool{1: true, 2: false} {
		papers, _, err := made(season.Papers(context.Background(), r, alone(t, open), aloneName, award.CertificateStage, season.Options{Only: only}))
		if (err == nil && len(papers) == 1) != want {
			t.Errorf("number %d: %d papers, %v", only, len(papers), err)
		}
	}
	two := strings.Replace(second, "award: GKXA}", "award: GKXA, added: {decision: {number: \"241\", date: 2026-06-27}, reason: Bị sót}}", 1) +
		strings.NewReplacer("Lò Thị Mai", "Lò Thị Ban", "award: GKXA}", "award: GKXA, added: {decision: {number: \"243\", date: 2026-06-29}, reason: Bị sót}}").Replace(second)
	papers, _, err := made(season.Papers(context.Background(), r, alone(t, two), aloneName, award.PaymentStage, season.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, p := range papers {
		names = append(names, p.Name)
	}
	const want = "danh-sach-chi-tien-thuong danh-sach-chi-tien-thuong-bo-sung danh-sach-chi-tien-thuong-bo-sung-2 so-khen-thuong"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("got %s", got)
	}
}
