package award

import (
	"slices"
	"testing"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestUpwardPaths: what is found in a submission to the level above is found at its own place, and
// one that follows no first is refused.
func TestUpwardPaths(t *testing.T) {
	old := plan.Submission{Addressees: []string{"Chủ tịch Ủy ban nhân dân huyện Quế Võ"}}
	for _, tt := range []struct {
		upward *plan.Submission
		more   []plan.Submission
		want   string
		alone  bool // is refused before all else
	}{
		{&old, nil, "upward.addressees[0]", false},
		{&plan.Submission{}, []plan.Submission{{}, old}, "upward_more[1].addressees[0]", false},
		{nil, []plan.Submission{old}, "upward_more[0].addressees[0]", true},
		{&plan.Submission{}, []plan.Submission{{Distribution: &plan.Distribution{To: []plan.Prose{"Huyện ủy Quế Võ"}}}},
			"upward_more[0].distribution.to[0]", false},
	} {
		s := sound()
		s.Upward, s.UpwardMore = tt.upward, tt.more
		_, found := check(s, nil, law(t))
		if !slices.ContainsFunc(found, func(d *diag.Diagnostic) bool { return d.Rule == ruleAbolished && d.Pos.Path == tt.want }) {
			t.Errorf("nothing at %s: %v", tt.want, found)
		}
		found = plan.Validate(s)
		if got := slices.ContainsFunc(found,
			func(d *diag.Diagnostic) bool { return d.Pos.Path == "upward_more" && d.Level == diag.Error }); got != tt.alone {
			t.Errorf("%s: refused %v: %v", tt.want, got, found)
		}
	}
}

// TestUpwardTwice: two submissions to the level above do not have one number in a year, under one symbol.
func TestUpwardTwice(t *testing.T) {
	first := plan.Submission{Number: "7", Date: day(2026, 11, 12)}
	for name, tt := range map[string]struct {
		first plan.Submission
		more  []plan.Submission
		want  string
	}{
		"equal":          {first, []plan.Submission{{Number: "7"}}, "upward_more[0].number"},
		"a zero more":    {first, []plan.Submission{{}, {Number: "07"}}, "upward_more[1].number"},
		"both further":   {first, []plan.Submission{{Number: "8"}, {Number: "8"}}, "upward_more[1].number"},
		"usual symbol":   {first, []plan.Submission{{Number: "7", Symbol: "TTr-UBND"}}, "upward_more[0].number"},
		"season's year":  {plan.Submission{Number: "7"}, []plan.Submission{{Number: "7", Date: day(2026, 12, 1)}}, "upward_more[0].number"},
		"other":          {first, []plan.Submission{{Number: "8"}}, ""},
		"none":           {plan.Submission{Date: first.Date}, []plan.Submission{{}, {}}, ""},
		"another symbol": {first, []plan.Submission{{Number: "7", Symbol: "TTr-HĐTĐ"}}, ""},
		"another year":   {first, []plan.Submission{{Number: "7", Date: day(2027, 1, 5)}}, ""},
	} {
		s := sound()
		s.Upward, s.UpwardMore = &tt.first, tt.more
		got := ""
		for _, d := range plan.Validate(s) {
			if d.Level == diag.Error {
				got += d.Pos.Path
			}
		}
		if got != tt.want {
			t.Errorf("%s: found at %q, want %q", name, got, tt.want)
		}
	}
}
