package award

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestNamedEverywhere: an award that a season, its criteria or its province's rules name in words is read like its code, wherever
// it stands; what names none is found there, and the file stays as it is.
func TestNamedEverywhere(t *testing.T) {
	own := func(text string) *Law {
		return law(t).Overlay(&Law{VoteRules: []voteRule{{VoteRule: plan.VoteRule{Awards: []string{text}}, Level: "commune"}},
			Dossiers: []dossier{{Awards: []string{text}}}, Deadlines: []deadline{{Awards: []string{text}}},
			Awards: []Award{{Code: "RIENG", Name: "Riêng", Standards: []standard{{Conditions: held(text)}}}}})
	}
	for _, tt := range []struct {
		path  string
		level diag.Level
		put   func(s *plan.Season, text string) (in []plan.Criterion, l *Law)
		is    func(c *checker) string
	}{
		{"nominees[0].award", diag.Error, func(s *plan.Season, text string) ([]plan.Criterion, *Law) {
			s.Nominees[0].Award = text
			return nil, nil
		},
			func(c *checker) string { return c.s.Nominees[0].Award }},
		{"nominees[0].held[0].award", diag.Warning, func(s *plan.Season, text string) ([]plan.Criterion, *Law) {
			s.Nominees[0].Held = []plan.HeldAward{{Award: text, Year: 2025}}
			return nil, nil
		}, func(c *checker) string { return c.s.Nominees[0].Held[0].Award }},
		{"nominees[1].members.awards[0].award", diag.Error, func(s *plan.Season, text string) ([]plan.Criterion, *Law) {
			s.Nominees[1].Members = &plan.Members{Total: 10, Awards: []plan.MemberAward{{Award: text, Count: 8}}}
			return nil, nil
		}, func(c *checker) string { return c.s.Nominees[1].Members.Awards[0].Award }},
		{"quotas[0].award", diag.Error, func(s *plan.Season, text string) ([]plan.Criterion, *Law) {
			s.Quotas = []plan.Quota{{Award: text, Most: 9}}
			return nil, nil
		}, func(c *checker) string { return c.s.Quotas[0].Award }},
		{"quotas[0].of", diag.Error, func(s *plan.Season, text string) ([]plan.Criterion, *Law) {
			s.Quotas = []plan.Quota{{Award: "CSTDCS", Percent: 50, Of: text}}
			return nil, nil
		}, func(c *checker) string { return c.s.Quotas[0].Of }},
		{"council.rules[1].awards[0]", diag.Error, func(s *plan.Season, text string) ([]plan.Criterion, *Law) {
			s.Council.Rules = append(s.Council.Rules, plan.VoteRule{Awards: []string{text}, Threshold: plan.Fraction{Part: 19, Of: 20}})
			return nil, nil
		}, func(c *checker) string { return c.s.Council.Rules[1].Awards[0] }},
		{"earlier[0].award", diag.Warning, func(s *plan.Season, text string) ([]plan.Criterion, *Law) {
			s.Earlier = []plan.EarlierAward{{Award: text}}
			return nil, nil
		}, func(c *checker) string { return c.s.Earlier[0].Award }},
		{"criteria", diag.Error, func(s *plan.Season, text string) ([]plan.Criterion, *Law) {
			return []plan.Criterion{{ID: "a", Conditions: held(text)}}, nil
		}, func(c *checker) string { return c.criteria[0].Conditions[0].Held.Award }},
		{"criteria", diag.Error, func(s *plan.Season, text string) ([]plan.Criterion, *Law) {
			return []plan.Criterion{{ID: "a", Conditions: []plan.Condition{{All: []plan.Condition{{Rating: &plan.RatingCondition{OrAward: text}}}}}}}, nil
		}, func(c *checker) string { return c.criteria[0].Conditions[0].All[0].Rating.OrAward }},
		{"criteria", diag.Error, func(s *plan.Season, text string) ([]plan.Criterion, *Law) {
			return []plan.Criterion{{ID: "a", Conditions: []plan.Condition{{Any: []plan.Condition{{Members: &plan.MembersCondition{With: text}}}}}}}, nil
		}, func(c *checker) string { return c.criteria[0].Conditions[0].Any[0].Members.With }},
		{"law", diag.Error, func(_ *plan.Season, text string) ([]plan.Criterion, *Law) { return nil, own(text) },
			func(c *checker) string { return c.law.VoteRules[len(c.law.VoteRules)-1].Awards[0] }},
		{"law", diag.Error, func(_ *plan.Season, text string) ([]plan.Criterion, *Law) { return nil, own(text) },
			func(c *checker) string { return c.law.Dossiers[len(c.law.Dossiers)-1].Awards[0] }},
		{"law", diag.Error, func(_ *plan.Season, text string) ([]plan.Criterion, *Law) { return nil, own(text) },
			func(c *checker) string { return c.law.Deadlines[len(c.law.Deadlines)-1].Awards[0] }},
		{"law", diag.Error, func(_ *plan.Season, text string) ([]plan.Criterion, *Law) { return nil, own(text) },
			func(c *checker) string { return codedAward(c.law).Standards[0].Conditions[0].Held.Award }},
	} {
		for text, code := range map[string]string{"LDTT": "LDTT", "LĐTT": "LDTT", "Lao động tiên tiến": "LDTT", "XYZ": "XYZ"} {
			s := sound()
			in, l := tt.put(s, text)
			if l == nil {
				l = law(t)
			}
			before := written(t, s, l.VoteRules, in)
			c := newChecker(s, in, l)
			at := slices.IndexFunc(c.found, func(d *diag.Diagnostic) bool {
				return d.Pos.Path == tt.path && d.Level == tt.level && strings.Contains(d.Message, `là "XYZ", không rõ`)
			})
			if got := tt.is(c); got != code || (at >= 0) != (text == "XYZ") {
				t.Errorf("%q at %s: %s, %v", text, tt.path, got, c.found)
			}
			if after := written(t, s, l.VoteRules, in); after != before {
				t.Errorf("%q at %s: the file has changed", text, tt.path)
			}
		}
	}
}

func held(award string) []plan.Condition {
	return []plan.Condition{{Held: &plan.HeldCondition{Award: award}}}
}

func codedAward(l *Law) *Award { return &l.Awards[len(l.Awards)-1] }

// written is all that values hold.
func written(t *testing.T, values ...any) string {
	t.Helper()
	text, err := json.Marshal(values)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestNothingToPut: a season whose awards all have codes is judged as it is, by the law as it is.
func TestNothingToPut(t *testing.T) {
	s, l := sound(), law(t)
	s.Quotas = []plan.Quota{{Award: "GKXA", Most: 9}}
	if c := newChecker(s, nil, l); c.s != s || c.law != l || len(c.found) > 0 {
		t.Errorf("copied, or found %v", c.found)
	}
}

// TestNoName: an award that is not named is found, what may be left out is not.
func TestNoName(t *testing.T) {
	s := sound()
	s.Nominees[0].Award = ""
	s.Quotas = []plan.Quota{{Award: "GKXA", Most: 9}}
	in := []plan.Criterion{{Conditions: []plan.Condition{{Rating: &plan.RatingCondition{}}, {Members: &plan.MembersCondition{}}}}}
	if c := newChecker(s, in, law(t)); len(c.found) != 1 || c.found[0].Pos.Path != "nominees[0].award" {
		t.Error(c.found)
	}
}

// TestCouncilsRuleInWords: the rule and the bound that a council sets for an award hold, however they name it.
func TestCouncilsRuleInWords(t *testing.T) {
	for _, text := range []string{"LDTT", "LĐTT", "Lao động tiên tiến"} {
		s := sound()
		s.Nominees = s.Nominees[:1]
		s.Nominees[0].Award, s.Nominees[0].Ratings = "LĐTT", []plan.YearRating{{Year: 2026, Rating: "excellent"}}
		s.Council.Rules = append(s.Council.Rules, plan.VoteRule{Awards: []string{text}, Threshold: plan.Fraction{Part: 19, Of: 20}})
		if out, _ := check(s, nil, law(t)); out.Total != 0 || out.Results[0].Vote.Passed {
			t.Errorf("%s: 12 of 13 votes are enough for 95%%, and pay %s", text, out.Total)
		}
		s.Council.Rules = s.Council.Rules[:1]
		s.Nominees = append(s.Nominees, another(s.Nominees[0], "Lê Thị An", 1980))
		s.Quotas = []plan.Quota{{Award: text, Most: 1}}
		if _, found := check(s, nil, law(t)); !slices.Contains(rules(found, diag.Error), ruleQuota) {
			t.Errorf("%s: two where one may be: %v", text, found)
		}
		s.Quotas = []plan.Quota{{Award: "CSTDCS", Percent: 50, Of: text}}
		s.Nominees = append(s.Nominees, another(s.Nominees[0], "Lê Thị Ba", 1981))
		s.Nominees[0].Award = "CSTĐCS"
		if _, found := check(s, nil, law(t)); slices.Contains(rules(found, diag.Error), ruleQuota) {
			t.Errorf("%s: one of two is half: %v", text, found)
		}
	}
}

// TestEveryAwardFieldIsRead: every field of a season that names an award is one of those of TestNamedEverywhere; a new one
// is added there, and to coding.
func TestEveryAwardFieldIsRead(t *testing.T) {
	var got []string
	seen := make(map[reflect.Type]bool)
	var walk func(path string, of reflect.Type)
	walk = func(path string, of reflect.Type) {
		for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
			of = of.Elem()
		}
		if of.Kind() != reflect.Struct || seen[of] && of != reflect.TypeFor[plan.Awardee]() {
			return
		}
		seen[of] = true
		for f := range of.NumField() {
			f := of.Field(f)
			key, at := f.Tag.Get("yaml"), path
			if !f.Anonymous {
				at = strings.TrimPrefix(path+"."+key, ".")
			}
			about := f.Tag.Get("vi") + f.Tag.Get("help") + f.Tag.Get("eg")
			text := f.Type.Kind() == reflect.String || f.Type == reflect.TypeFor[[]string]()
			if text && (strings.Contains(about, "mã danh hiệu") || strings.Contains(about, "danh hiệu của năm") || key == "of" && f.Tag.Get("eg") == "LDTT") {
				got = append(got, at)
			}
			walk(at, f.Type)
		}
	}
	walk("", reflect.TypeFor[plan.Season]())
	walk("criteria", reflect.TypeFor[plan.Criterion]())
	want := []string{"quotas.award", "quotas.of", "council.rules.awards", "nominees.added.session.frozen.awardees.award", "earlier.award", "nominees.award",
		"nominees.held.award", "nominees.members.awards.award", "criteria.conditions.rating.or_award", "criteria.conditions.held.award",
		"criteria.conditions.members.with"}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// TestReportInWords: the figures of a report, and the awards of higher levels that it tells of, may name awards in words.
func TestReportInWords(t *testing.T) {
	r := &plan.Report{Period: &plan.Period{From: plan.Date{Year: 2026}}}
	r.Issuer.Name = "Trường Trung học phổ thông Lam Sơn"
	said := []plan.AwardCount{{Award: "Giấy khen", Individuals: 1}, {Award: "LĐTT năm 2026", Individuals: 2}, {Award: "XYZ"}}
	rows, found := CheckCounts(r, said, "counts", law(t))
	if rows[0].Award != "GKDV" || rows[1].Award != "LDTT" || said[1].Award != "LĐTT năm 2026" || len(found) != 1 ||
		found[0].Pos.Path != "counts[2].award" {
		t.Errorf("%v, %v", rows, found)
	}
	if _, found := CheckCounts(r, []plan.AwardCount{{Award: "LĐTT"}, {Award: "LDTT"}}, "counts", law(t)); len(found) != 1 {
		t.Errorf("two rows of one award: %v", found)
	}
	for _, text := range []string{"HCLD3", "HCLĐ hạng Ba"} {
		a := plan.ReceivedAward{Awardee: plan.Awardee{Kind: plan.Individual, Name: "Lê Thị An", Award: text}}
		a.Decision.Date = day(2026, 5, 1)
		r.Statistics = &plan.YearFigures{Received: []plan.ReceivedAward{a}}
		if all := yearAwards(r, law(t), nil); checkFigures(r, law(t)).HasErrors() || len(all) != 1 || all[0].award.Code != "HCLD3" {
			t.Errorf("%s: %v", text, all)
		}
	}
	r.Statistics.Received[0].Award = "XYZ"
	if found := checkFigures(r, law(t)); !slices.Contains(rules(found, diag.Error), ruleid.UnknownAward) || yearAwards(r, law(t), nil) != nil {
		t.Errorf("no award: %v", found)
	}
}
