package plan

import "testing"

func TestDeadline(t *testing.T) {
	for s, want := range map[string]Deadline{
		"2026": {Date: Date{Year: 2026}}, "2026-03-15": {Date: Date{2026, 3, 15}},
		"Quý III/2026": {Words: "Quý III/2026"}, " hằng năm ": {Words: "hằng năm"}, "Tháng 12/2026": {Words: "Tháng 12/2026"},
		"31/12": {Words: "31/12"}, "29/2": {Words: "29/2"}, "5-3": {Words: "5-3"}, "15/3 - 20/3": {Words: "15/3 - 20/3"}, "01-15/3/2026": {Words: "01-15/3/2026"},
		"....../2026": {Words: "....../2026"}, "…": {Words: "…"}, "2026 – 2030": {Words: "2026 – 2030"},
	} {
		var d Deadline
		if err := d.UnmarshalText([]byte(s)); err != nil || d != want {
			t.Errorf("%q gives %+v, %v", s, d, err)
		}
		var again Deadline
		text, _ := d.MarshalText()
		if err := again.UnmarshalText(text); err != nil || again != d {
			t.Errorf("%q is read back as %+v", text, again)
		}
	}
	for _, s := range []string{"2026-02-30", "31/12/2026", "2026-13", "12", "32/12", "12/26", "31/6", "30/02", "31-4", "15/3 - 31/6", "2026-2025", "2026 – 2026", "1.500", "2026 2027", "15/3 20/3"} {
		var d Deadline
		if err := d.UnmarshalText([]byte(s)); err == nil {
			t.Errorf("%q gives %+v", s, d)
		}
	}
	if !(Deadline{}).IsZero() || (Deadline{Words: "x"}).IsZero() {
		t.Error("zero")
	}
}
