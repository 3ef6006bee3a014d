package award

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/internal/casefile"
	"github.com/vanban-go/vanban/plan"
)

// TestLawSays holds what the built-in law says of each award on the days between which it changes:
// its name, who decides and gives it, the bonus by kind of awardee, and what nobody has read.
func TestLawSays(t *testing.T) {
	l := law(t)
	days := []plan.Date{day(2023, 12, 31), day(2024, 1, 1), day(2024, 7, 1), day(2025, 6, 30), day(2025, 7, 1), day(2026, 7, 1),
		day(2026, 10, 1)}
	var b strings.Builder
	for i := range l.Awards {
		a := &l.Awards[i]
		before := ""
		for _, d := range days {
			said := fmt.Sprintf("%s; %s; %v", a.FullName(d, "Chủ tịch Ủy ban nhân dân xã A"), a.CertificateOn(d), a.DecidersOn(d))
			for _, kind := range []plan.Recipient{plan.Collective, plan.Individual, plan.Household} {
				if !a.Goes(kind) {
					continue
				}
				pay, found := l.PayOn(a, kind, d, "")
				said += fmt.Sprintf("; %s %s × %s = %s", kind, pay.Multiplier, pay.Base, pay.Amount)
				for _, f := range found {
					said += " (" + f.Rule + ")"
				}
			}
			if said != before {
				fmt.Fprintf(&b, "%s from %s: %s\n", a.Code, d, said)
				before = said
			}
		}
	}
	var who strings.Builder
	for _, d := range days {
		if w := l.transition(d, day(2026, 12, 1)); w != nil {
			fmt.Fprintf(&who, "received %s, decided 2026-12-01: a transition\n", d)
		}
		for _, level := range []plan.Level{"commune", "district", "province"} {
			bases, found := l.Citations(Who{Level: level}, nil, d)
			for i, base := range bases { // as far as the number
				bases[i] = strings.Join(strings.Fields(base)[:min(4, len(strings.Fields(base)))], " ")
			}
			fmt.Fprintf(&who, "%s, %s: %s", level, d, strings.Join(bases, "; "))
			for _, f := range found {
				who.WriteString(" (" + f.Rule + ")")
			}
			for _, region := range []plan.Region{"", "plain", "upland"} {
				if f := l.FundLimitOn(level, region, d); f != nil {
					fmt.Fprintf(&who, ", fund %s%s%%", region, f.Percent)
				}
			}
			if v := l.VoteRuleOn(level, "CSTDCS", d); v != nil {
				fmt.Fprintf(&who, ", votes %s", v.Threshold)
			}
			who.WriteByte('\n')
		}
	}
	casefile.Hold(t, *update, "testdata/law.txtar", &txtar.Archive{Comment: []byte("What the built-in law says.\n\n"), Files: []txtar.File{
		{Name: "awards", Data: []byte(b.String())}, {Name: "deciders", Data: []byte(who.String())},
		{Name: "unread", Data: []byte(strings.Join(findingLines(l.Unread()), "\n") + "\n")},
	}})
}
