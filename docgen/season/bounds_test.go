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
