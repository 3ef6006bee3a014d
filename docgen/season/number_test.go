package season_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// cancelledBy is the decision alone with one awardee for each paper reference, cancelled by it: "21 3/2" is
// number 21 of 3 February, "/" is neither.
func cancelledBy(refs string) string {
	var b strings.Builder
	b.WriteString(aloneText[:strings.Index(aloneText, "  - {kind")])
	for i, ref := range strings.Fields(refs) {
		number, day, _ := strings.Cut(ref, "/")
		at := "number: \"" + number + "\""
		if day != "" {
			at += ", date: 2027-02-0" + day
		}
		fmt.Fprintf(&b, "  - {kind: individual, name: Lê Văn %c, birth_year: 1990, unit: thôn 7, award: GKXA, "+
			"cancelled: {decision: {%s}, reason: Khai sai}}\n", 'A'+i, at)
	}
	return b.String()
}

// refsOf reads back what cancelledBy wrote.
func refsOf(t *testing.T, text []byte) string {
	f, found := plan.Parse(aloneName, text)
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	var refs []string
	for _, a := range f.Value.(*plan.AwardDecision).Awardees {
		ref := a.Cancelled.Decision
		refs = append(refs, strings.TrimSuffix(fmt.Sprintf("%s/%d", ref.Number, ref.Date.Day), "0"))
	}
	return strings.Join(refs, " ")
}

// TestNumberMendings: the number of a decision that cancels goes to every place that has none, or only a part of it;
// the place of another decision stays. Places are "number/day of February".
func TestNumberMendings(t *testing.T) {
	for _, tt := range []struct {
		before, number string
		day            int
		after, said    string
	}{
		{"/ /", "21", 3, "21/3 21/3", "đã ghi số 21 ngày 03/02/2027 vào 02 chỗ"},
		{"/ 20/1", "21", 3, "21/3 20/1", "vào 01 chỗ"},
		{"21/ /3", "21", 3, "21/3 21/3", "vào 02 chỗ"},
		{"21/4 /", "21", 3, "21/4 21/3", "vào 01 chỗ"},  // the same number of another day is another decision
		{"20/3 /", "21", 3, "20/3 21/3", "vào 01 chỗ"},  // and another number of the same day
		{"21/3 21/3", "21", 3, "21/3 21/3", "từ trước"}, // twice is once
		{"21/3 21/3", "21", 0, "21/3 21/3", "từ trước"},
		{"21/3 21/3", "", 3, "21/3 21/3", "từ trước"},
		{"21/3", "22", 4, "", "không có chỗ nào"}, // all have another
		{"21/3", "22", 0, "", "không có chỗ nào"},
		{"21/3", "", 4, "", "không có chỗ nào"},
		{"21/3 /3 /3", "22", 0, "21/3 22/3 22/3", "02 chỗ"}, // a number alone: places of one day
		{"/3 /4", "21", 0, "", "ghi thêm --date"},           // of two days: whose number is it?
		{"/3 /4", "21", 3, "21/3 /4", "vào 01 chỗ"},
		{"21/ 21/", "", 3, "21/3 21/3", "vào 02 chỗ"}, // a day alone
	} {
		var day plan.Date
		if tt.day > 0 {
			day = plan.Date{Year: 2027, Month: 2, Day: tt.day}
		}
		set := alone(t, "", aloneText+second, cancelledBy(tt.before))
		out, said, err := season.Number(set, aloneName, award.CancellationStage, tt.number, day)
		after := ""
		if err == nil {
			after = refsOf(t, out)
		} else {
			said = err.Error()
		}
		if after != tt.after || !strings.Contains(said, tt.said) {
			t.Errorf("%s, given %s/%d: %s %q, want %s %q", tt.before, tt.number, tt.day, after, said, tt.after, tt.said)
		}
	}
}

// TestNumberRegister: a number in the register that somebody wrote down stays, and the others are written beside it.
func TestNumberRegister(t *testing.T) {
	for _, tt := range []struct{ first, second, want, said string }{
		{"", "", "1 2", "đã ghi 02 số vào sổ"},
		{", register: 7", "", "7 1", "đã ghi 01 số vào sổ"},
		{", register: 7", ", register: 4", "7 4", "đã ghi 00 số vào sổ"},
	} {
		set := alone(t, "", "1993, role", "1993"+tt.first+", role", "1999, unit", "1999"+tt.second+", unit")
		out, said, err := season.Number(set, aloneName, award.CertificateStage, "", plan.Date{})
		if err != nil {
			t.Fatal(err)
		}
		f, _ := plan.Parse(aloneName, out)
		all := f.Value.(*plan.AwardDecision).Awardees
		if got := fmt.Sprint(all[0].Register, all[1].Register); got != tt.want || !strings.Contains(said, tt.said) {
			t.Errorf("%q, %q: %s, %s; want %s, %s", tt.first, tt.second, got, said, tt.want, tt.said)
		}
	}
}
