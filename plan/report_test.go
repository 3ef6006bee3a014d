package plan

import "testing"

func TestIndicator(t *testing.T) {
	for _, tt := range []struct {
		in             Indicator
		percent        int64
		known, reached bool
	}{
		{Indicator{Planned: "35.229", Done: "45"}, 12_774, true, true},
		{Indicator{Planned: "13", Done: "12"}, 9_231, true, false},
		{Indicator{Planned: "2,5", Done: "2,1", Better: lowerBetter}, 8_400, true, true},
		{Indicator{Planned: "2,5", Done: "2,6", Better: lowerBetter}, 10_400, true, false},
	} {
		percent, ok := tt.in.Percent()
		reached, known := tt.in.Reached()
		if !ok || percent != tt.percent || known != tt.known || reached != tt.reached {
			t.Errorf("%+v: %d %t, %t %t", tt.in, percent, ok, reached, known)
		}
	}
	for _, in := range []Indicator{{Done: "5"}, {Planned: "0", Done: "5"}} {
		if _, ok := in.Percent(); ok {
			t.Errorf("%+v has a share", in)
		}
	}
}

func TestFundReport(t *testing.T) {
	f := FundReport{Opening: 5, Income: []FundEntry{{"a", 100}, {"b", 20}}, Awards: []FundEntry{{"c", 70}}, Other: []FundEntry{{"d", 9}}}
	if in, awards, other, left := f.Sums(); in != 120 || awards != 70 || other != 9 || left != 46 {
		t.Error(in, awards, other, left)
	}
}
