package plan_test

import (
	"errors"
	"regexp"
	"testing"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestDateOnPaper writes dates of which all is known, and less.
func TestDateOnPaper(t *testing.T) {
	for _, tt := range []struct {
		d           plan.Date
		text, short string
	}{
		{plan.Date{Year: 2026, Month: 1, Day: 5}, "ngày 05 tháng 01 năm 2026", "ngày 05/01/2026"},
		{plan.Date{Year: 2026, Month: 12, Day: 31}, "ngày 31 tháng 12 năm 2026", "ngày 31/12/2026"},
		{plan.Date{Year: 2026, Month: 2}, "tháng 02 năm 2026", "tháng 02/2026"},
		{plan.Date{Year: 2026, Month: 5}, "tháng 5 năm 2026", "tháng 5/2026"},
		{plan.Date{Year: 2026}, "năm 2026", "năm 2026"},
		{plan.Date{}, "", ""},
	} {
		if got := tt.d.Text(); got != tt.text {
			t.Errorf("%s is written %q, want %q", tt.d, got, tt.text)
		}
		if got := tt.d.Short(); got != tt.short {
			t.Errorf("%s is written short %q, want %q", tt.d, got, tt.short)
		}
	}
}

func TestDateIsReal(t *testing.T) {
	for _, tt := range []struct {
		d    plan.Date
		want bool
	}{
		{plan.Date{}, true}, {plan.Date{Year: 9999, Month: 12, Day: 31}, true}, {plan.Date{Month: 2, Day: 29},
			true}, {plan.Date{Day: 31}, true},
		{plan.Date{Year: 2024, Month: 2, Day: 29}, true}, {plan.Date{Year: 2026, Month: 2, Day: 29},
			false}, {plan.Date{Month: 2, Day: 30}, false},
		{plan.Date{Year: 2026, Month: 4, Day: 31}, false}, {plan.Date{Day: 32}, false}, {plan.Date{Month: 13},
			false}, {plan.Date{Year: 10000}, false},
		{plan.Date{Year: -1}, false}, {plan.Date{Month: -1}, false}, {plan.Date{Day: -1}, false},
	} {
		if got := tt.d.IsReal(); got != tt.want {
			t.Errorf("%#v is real: %v", tt.d, got)
		}
	}
}

func TestPaperRefMark(t *testing.T) {
	for _, tt := range []struct{ number, symbol, want string }{
		{"5", "QĐ-UBND", "05/QĐ-UBND"}, {"128", "QĐ-UBND", "128/QĐ-UBND"}, {"5", "", "05"}, {"", "QĐ-UBND", ""}, {"", "", ""},
	} {
		if got := (plan.PaperRef{Number: tt.number, Symbol: tt.symbol}).Mark(); got != tt.want {
			t.Errorf("%q and %q: %q, want %q", tt.number, tt.symbol, got, tt.want)
		}
	}
}

// TestPeriods: a period may end in what it begins with, or be open; it may not end before.
func TestPeriods(t *testing.T) {
	day := plan.Date{Year: 2026, Month: 3, Day: 15}
	month, year := plan.Date{Year: 2026, Month: 3}, plan.Date{Year: 2026}
	for _, tt := range []struct {
		from, to plan.Date
		refused  bool
	}{
		{day, day, false}, {day, month, false}, {day, year, false}, {month, day, false}, {year, day, false},
		{day, plan.Date{}, false}, {plan.Date{}, year, false}, {plan.Date{}, plan.Date{}, false},
		{day, plan.Date{Year: 2026, Month: 3, Day: 14}, true}, {day, plan.Date{Year: 2026, Month: 2}, true}, {year,
			plan.Date{Year: 2025}, true},
	} {
		var found diag.List
		(&plan.Movement{From: tt.from, To: tt.to}).Validate("movements[0]", &found)
		if found.HasErrors() != tt.refused ||
			tt.refused && found.Error() != `lỗi [plan.bad-value]: "to" (kết thúc) sớm hơn "from" (bắt đầu)` {
			t.Errorf("from %s to %s: %v", tt.from, tt.to, found)
		}
	}
}

// TestDateMeant says what a date that is written in another way is in YAML.
func TestDateMeant(t *testing.T) {
	for _, tt := range []struct{ text, fix string }{
		{"15/11/2026", "viết 2026-11-15"}, {"1.3.26", "viết 2026-03-01"}, {"15 / 11 / 2026", "viết 2026-11-15"}, {"ngày 15/11/2026",
			"viết 2026-11-15"},
		{"Ngày 15 tháng 11 năm 2026", "viết 2026-11-15"}, {"11/2026", "viết 2026-11"}, {"2026/11/15", "viết 2026-11-15"}, {"2026-1-5",
			"viết 2026-01-05"},
		{"2026.11", "viết 2026-11"}, {"20261115", "viết 2026-11-15"}, {"2026115", "viết 2026, 2026-03 hoặc 2026-03-15"}, {"202611151",
			"viết 2026, 2026-03 hoặc 2026-03-15"},
		{"hôm nay", "viết 2026, 2026-03 hoặc 2026-03-15"}, {"ngày15/11/2026", "viết 2026, 2026-03 hoặc 2026-03-15"},
	} {
		var d plan.Date
		var finding *diag.Diagnostic
		if err := d.UnmarshalText([]byte(tt.text)); !errors.As(err, &finding) || finding.Fix != tt.fix {
			t.Errorf("%s: %v", tt.text, err)
		}
	}
}

// TestPaperRefPrecedes: the day decides, then the number where both are numbers; what has no day
// is not there yet.
func TestPaperRefPrecedes(t *testing.T) {
	ref := func(number string, d plan.Date) plan.PaperRef { return plan.PaperRef{Number: number, Date: d} }
	early, late, none := plan.Date{Year: 2026, Month: 12, Day: 5}, plan.Date{Year: 2026, Month: 12, Day: 6}, plan.Date{Year: 2026}
	for _, tt := range []struct {
		a, b plan.PaperRef
		want bool
	}{
		{ref("9", early), ref("1", late), true},
		{ref("1", late), ref("9", early), false},
		{ref("655", early), ref("656", early), true},
		{ref("656", early), ref("655", early), false},
		{ref("1000", early), ref("656", early), false},
		{ref("656", early), ref("656", early), true},
		{ref("656", early), ref("", early), true},
		{ref("", early), ref("656", early), true},
		{ref("656", early), ref("1", none), true},
		{ref("1", none), ref("656", early), false},
		{ref("1", none), ref("2", none), false},
	} {
		if got := tt.a.Precedes(tt.b); got != tt.want {
			t.Errorf("%v precedes %v: %v", tt.a, tt.b, got)
		}
	}
}

// The schema's pattern and the reading take the same texts for dates.
func TestDatePattern(t *testing.T) {
	written, _ := plan.Date{}.Schema()
	pattern := regexp.MustCompile(written)
	for _, s := range []string{
		"2026", "2026-03", "2026-03-15", "0001-12-31", "9999", "", "202", "20260", "2026-", "2026-3", "2026-03-", "2026-03-5", "2026-03-155",
		"2026/03", "2026-03/15", "2026 03", "a026", "202a", "2026-a3", "2026-0a", "2026-03-a5", "2026-03-1a", "２０２６", "2026-0é", "-2026", "2026-03-1\n",
	} {
		var d plan.Date
		err := d.UnmarshalText([]byte(s))
		if (err == nil) != pattern.MatchString(s) {
			t.Errorf("%q: %v, and the pattern says %v", s, err, pattern.MatchString(s))
		}
		if err == nil && d.String() != s {
			t.Errorf("%q is written %q", s, d)
		}
	}
}
