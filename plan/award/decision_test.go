package award

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/internal/fuzzing"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// lone gives a sound decision without a season: one award for a rescue, and a
// title of the year.
func lone() *plan.AwardDecision {
	d := &plan.AwardDecision{
		Header: plan.Header{Kind: "quyet-dinh", Version: 1, Type: "khen-thuong", Number: "301", Date: day(2026, 7, 2),
			Issuer: plan.Issuer{Name: "Ủy ban nhân dân xã Cẩm Hòa", Abbreviation: "UBND", Place: "Cẩm Hòa"}},
		Awardees: []plan.Awardee{
			{Kind: plan.Individual, Honorific: "Ông", Name: "Trần Văn Dũng", BirthYear: 1990, Unit: "thôn 7", Award: "GKXA",
				Occasion:    "sudden",
				Achievement: "Dũng cảm cứu 02 cháu nhỏ bị đuối nước ngày 14 tháng 6 năm 2026"},
			{Kind: plan.Individual, Honorific: "Bà", Name: "Bùi Thị Thủy", BirthYear: 1988, Unit: "Phòng Văn hóa - Xã hội",
				Award: "CSTDCS"},
		},
	}
	d.Signer = &plan.Signer{Position: "Chủ tịch", Name: "Lê Văn Thắng"}
	return d
}

func TestCheckDecision(t *testing.T) {
	out, found := checkDecision(lone(), law(t))
	if found.HasErrors() || out.Total != 760_000+2_530_000 || out.CountText() != "02 cá nhân" || len(out.Awards()) != 2 {
		t.Errorf("%s, %q, %v", out.Total, out.CountText(), found)
	}
	said := saidBeside(out, found)
	for _, tt := range []struct {
		name, rule, path string
		wrong            func(d *plan.AwardDecision)
	}{
		{"authority", ruleAuthority, "awardees[1].award", func(d *plan.AwardDecision) { d.Awardees[1].Award = "CSTDT" }},
		{"TM.", ruleSigner, "signer.capacity", func(d *plan.AwardDecision) { d.Signer.Capacity = []plan.Capacity{plan.TM} }},
		{"counts", ruleCounts, "counts.individuals", func(d *plan.AwardDecision) { d.Counts = &plan.Counts{Individuals: 3} }},
		{"legal basis", ruleLegalBasis, "legal_bases[0]", func(d *plan.AwardDecision) {
			d.LegalBases = []plan.LegalBasis{{Text: "Căn cứ Nghị định số 98/2023/NĐ-CP"}}
		}},
		{"double", ruleDuplicate, "awardees[2].name", func(d *plan.AwardDecision) { d.Awardees = append(d.Awardees, d.Awardees[0]) }},
		{"bonus", ruleBonusDiffers, "awardees[0].bonus.amount",
			func(d *plan.AwardDecision) { d.Awardees[0].Bonus = &plan.StatedBonus{Amount: 1} }},
		{"register", ruleid.Register, "awardees[1].register",
			func(d *plan.AwardDecision) { d.Awardees[0].Register, d.Awardees[1].Register = 4, 4 }},
	} {
		d := lone()
		tt.wrong(d)
		out, found := checkDecision(d, law(t))
		said.add(tt.name, out, found)
		if !slices.ContainsFunc(found, func(f *diag.Diagnostic) bool {
			return f.Level == diag.Error && f.Rule == tt.rule && f.Pos.Path == tt.path
		}) {
			t.Errorf("%s: no %s at %s in %v", tt.name, tt.rule, tt.path, found)
		}
	}
	d := lone()
	d.Date = plan.Date{Year: 2026}
	out, found = checkDecision(d, law(t))
	said.add("without a full date", out, found)
	said.hold(t, "decision")
	if !slices.ContainsFunc(found, func(f *diag.Diagnostic) bool { return f.Rule == ruleProvisional && f.Pos.Path == "date" }) {
		t.Errorf("without a full date: %v", found)
	}
}

// A season with the criteria and the province's rules that it names, all read
// from files: the findings have their places.
func TestSources(t *testing.T) {
	files := fstest.MapFS{
		"nam/dot.yaml": {Data: []byte(`kind: season
version: 1
title: Khen thưởng năm 2026
year: 2026
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, place: Cẩm Hòa}
criteria: tieu-chuan.yaml
law: tinh.yaml
nominees:
  - kind: individual
    name: Trần Văn Dũng
    award: DHTT
    criterion: guong-mau
    ratings:
      - {year: 2026, rating: good}
  - kind: individual
    name: Bùi Thị Thủy
    award: DHTT
    criterion: khong-co
`)},
		"nam/tieu-chuan.yaml": {Data: []byte(`kind: criteria
version: 1
criteria:
  - id: guong-mau
    text: Hoàn thành xuất sắc nhiệm vụ
    conditions:
      - rating: {at_least: excellent}
`)},
		"nam/tinh.yaml": {Data: []byte(`kind: award-law
version: 1
awards:
  - {code: DHTT, name: Điển hình tiên tiến, class: title, recipients: [individual], certificate: certificate, basis: Quy định của tỉnh,
     authorities: [{level: commune, verified: true}], bonuses: [{recipient: individual, multiplier: 0.5, verified: true}]}
`)},
	}
	set, found := (&plan.Options{Kinds: Kinds()}).Load(files, "nam/dot.yaml")
	if found.HasErrors() {
		t.Fatal(found)
	}
	f := set.File("nam/dot.yaml")
	if criteria := seasonCriteria(set, f); len(criteria) != 1 {
		t.Fatal(criteria)
	}
	out, found := CheckFile(set, f, law(t))
	if out.Results[0].Judgement.Verdict != notMet || out.Results[0].Status != refused {
		t.Errorf("%+v", out.Results[0])
	}
	want := map[string]int{ruleStandard: 11, ruleid.UnknownCriterion: 18}
	for _, d := range found {
		if line, ok := want[d.Rule]; ok {
			if d.Pos.Line != line || d.Pos.File != "nam/dot.yaml" {
				t.Errorf("%v is at line %d", d, d.Pos.Line)
			}
			delete(want, d.Rule)
		}
	}
	if len(want) > 0 {
		t.Errorf("no %v in %v", want, found)
	}
	if out, found := CheckFile(set, set.File("nam/tinh.yaml"), law(t)); out != nil || !found.HasErrors() {
		t.Error("a law file passes for a season")
	}
}

func TestMain(m *testing.M) { os.Exit(fuzzing.Run(m)) }

// Whatever a season file holds, judging it ends without a panic, and each
// finding lies in the file.
func FuzzCheck(f *testing.F) {
	f.Add([]byte("kind: season\nversion: 1\ntitle: A\nyear: 2026\nissuer: {name: B}\nnominees:\n  - {kind: individual, name: C, award: GKXA, votes: {for: 3}}\ncouncil: {size: 3}\nsession: {present: 3}\n"))
	f.Add([]byte("kind: season\nversion: 1\nyear: 2026\nnominees:\n  - {kind: collective, name: C, award: TTLDTT, members: {total: 0}, cancelled: {reason: x}}\n  - {kind: household, name: C, award: GDVH, period: {from: 2030}}\nquotas:\n  - {award: X, percent: 3, of: Y}\n"))
	law, err := Default()
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte("kind: season\nversion: 1\nyear: 2026\ndecision: {date: 2026-12-15}\nnominees:\n  - {kind: collective, name: C, award: GKXA, amended: {name: D}, cancelled: {reason: x}}\n  - {kind: household, name: C, award: GKXA, added: {session: {present: 2}}}\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		file, _ := plan.Parse("a.yaml", src)
		if _, ok := file.Value.(*plan.Season); !ok {
			return
		}
		out, found := CheckFile(plan.NewSet(file), file, law)
		if len(out.Results) != len(out.Season.Nominees) {
			t.Fatal("a nominee is lost")
		}
		for _, d := range found {
			if d.Pos.File != "a.yaml" {
				t.Fatalf("%v has no place", d)
			}
		}
	})
}

// A list of 2,000.
func BenchmarkCheck(b *testing.B) {
	s := sound()
	n := s.Nominees[0]
	s.Nominees = nil
	for i := range 2000 {
		n.BirthYear, n.Unit = 1950+i%50, fmt.Sprint("thôn ", i/50)
		s.Nominees = append(s.Nominees, n)
	}
	s.Fund = nil
	l := law(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, found := check(s, nil, l); found.HasErrors() {
			b.Fatal(found)
		}
	}
}

// TestNoMoneyRefused: who writes that there is no money where the law has some learns what to do.
func TestNoMoneyRefused(t *testing.T) {
	d := lone()
	d.Awardees[0].Bonus = &plan.StatedBonus{Money: "none"}
	_, found := checkDecision(d, law(t))
	if !slices.ContainsFunc(found, func(d *diag.Diagnostic) bool {
		return d.Rule == ruleBonusDiffers && strings.Contains(d.Fix, "award-law")
	}) {
		t.Error(found)
	}
}
