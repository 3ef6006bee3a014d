package award

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// checkDecision judges a decision on awards that has no season behind it:
// authority, bonuses, legal bases, doubles, totals and register numbers. Whether
// standards are met and the council voted is taken as settled: the decision says
// so by naming the awardees. Findings have paths and no places; see [Locate].
func checkDecision(d *plan.AwardDecision, law *Law) (*Outcome, diag.List) {
	d, law = zero.Or(d), zero.Or(law)
	s := seasonOf(d)
	c := newChecker(s, nil, law)
	c.settled, c.day = true, d.LawDate
	c.run()
	c.yearOf(d)
	for _, f := range c.found {
		f.Pos.Path = alonePath(f.Pos.Path)
	}
	return c.out, c.found
}

// yearOf warns where nobody says which year a decision of the first months is about: its
// awards for merit are mostly of the year before.
func (c *checker) yearOf(d *plan.AwardDecision) {
	merit := slices.ContainsFunc(c.out.Results, func(r Result) bool {
		return c.occasionOf(r.Nominee) == plan.Merit && r.Nominee.Period == nil
	})
	if d.Year != 0 || d.Period != nil || !d.Date.IsFull() || d.Date.Month > 3 || !merit {
		return
	}
	c.add("year", diag.Diagnostic{
		Level: diag.Warning, Rule: ruleYear, Found: d.Date.String(), Expected: fmt.Sprint(d.Date.Year - 1),
		Message: fmt.Sprintf(`quyết định %s không ghi "year" (năm) nên coi là khen thưởng của năm %d`, d.Date.Short(), d.Date.Year),
		Fix:     fmt.Sprintf(`khen thưởng của năm trước thì ghi year: %d; đúng là năm này thì ghi year: %d`, d.Date.Year-1, d.Date.Year),
	})
}

// alonePath gives a path of a season as a decision alone has it.
func alonePath(path string) string {
	if rest, ok := strings.CutPrefix(path, "nominees"); ok {
		return "awardees" + rest
	}
	if path == "decision" {
		return "date"
	}
	return strings.TrimPrefix(path, "decision.")
}

// seasonOf gives the season of which a lone decision is the last stage.
func seasonOf(d *plan.AwardDecision) *plan.Season {
	s := &plan.Season{
		Kind: "season", Version: d.Version, Title: d.Subject, Year: d.AwardYear(), Issuer: d.Issuer,
		Level: d.Level, Decider: d.Decider, Period: d.Period,
		Columns: d.Columns, Occasion: d.Occasion, Reason: d.Reason, Rounding: d.Rounding, Listing: d.Listing,
		Decision: &plan.Ruling{
			Number: d.Number, Symbol: d.Symbol, Date: d.Date, LegalBases: d.LegalBases, LocalBasis: d.LocalBasis,
			RulingText: d.RulingText, Executors: d.Executors, Distribution: d.Distribution,
			Counts: d.Counts, Frozen: d.Frozen, Cancellation: d.Cancellation,
		},
		Certificates: d.Certificates, Payment: d.Payment,
	}
	if signers := d.AllSigners(); len(signers) > 0 {
		s.Decision.Signer = &signers[0]
	}
	for _, a := range d.Awardees {
		s.Nominees = append(s.Nominees, plan.Nominee{Awardee: a})
	}
	return s
}
