package award

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Kinds returns the kinds of file that a season and its sources are made of: all
// of package plan, and law files. Hand them to [plan.Options] to load a season
// that names a file of its province's rules.
func Kinds() []plan.Kind {
	return append(append(plan.Kinds(), plan.Records()...), LawKind())
}

// SeasonLaw gives the law that a season or a decision of a set is judged by: the province's
// own rules that it names laid over base, or base alone. Where its province is a city, awards
// of that level bear the city's name.
func SeasonLaw(set *plan.Set, f *plan.File, base *Law) *Law {
	f = zero.Or(f)
	if target := zero.Or(set).Target(f, "law"); target != nil {
		if own, ok := target.Value.(*Law); ok { // otherwise the set's findings say why
			base = base.Overlay(own)
		}
	}
	switch v := f.Value.(type) {
	case *plan.Season:
		return base.inCity(v)
	case *plan.AwardDecision:
		v = zero.Or(v)
		return base.inCity(&plan.Season{Issuer: v.Issuer, Decider: v.Decider, Decision: &plan.Ruling{Date: v.Date}, Year: v.AwardYear()})
	}
	return base
}

// counted judges a file of a set whose awards a report counts: a season, or a
// decision on awards. base is the law without the season's own rules.
func counted(set *plan.Set, f *plan.File, base *Law) (*Outcome, diag.List) {
	f = zero.Or(f)
	var out *Outcome
	var found diag.List
	switch v := f.Value.(type) {
	case *plan.Season:
		out, found = check(v, seasonCriteria(set, f), SeasonLaw(set, f, base))
	case *plan.AwardDecision:
		out, found = checkDecision(v, SeasonLaw(set, f, base))
	default:
		return nil, diag.List{{Rule: ruleid.Report, Found: f.Name, Message: "không phải đợt khen thưởng hoặc quyết định khen thưởng"}}
	}
	if n := out.undecided(); n > 0 {
		found.Add(&diag.Diagnostic{
			Pos: diag.At(out.Path("decision")), Level: diag.Warning, Rule: ruleid.Report, Found: fmt.Sprint(n),
			Message: fmt.Sprintf("%s khen thưởng chưa được tính: quyết định chưa có đủ số và ngày", vi.Count(n)),
			Fix:     "ghi số, ngày bằng vanban award number",
		})
	}
	return out, found
}

// undecided counts the awards whose decision has no number or date yet.
func (o *Outcome) undecided() int {
	n := 0
	for i := range o.Results {
		if r := &o.Results[i]; r.Status == Awarded && !o.decided(r) {
			n++
		}
	}
	return n
}

// reported judges the seasons and decisions that a report of a set counts, each
// once, with what is wrong in them.
func reported(set *plan.Set, f *plan.File, r *plan.Report, base *Law) ([]*Outcome, diag.List) {
	var outcomes []*Outcome
	var found diag.List
	seen := make(map[*plan.File]bool)
	for i := range r.Sections {
		if r.Sections[i].Awards == nil {
			continue
		}
		for j := range r.Sections[i].Awards.From {
			of := set.Target(f, fmt.Sprintf("sections[%d].awards.from[%d]", i, j))
			if of == nil || seen[of] {
				continue // the set said why
			}
			seen[of] = true
			out, list := counted(set, of, base)
			found = append(found, Locate(of, list)...)
			if out != nil {
				outcomes = append(outcomes, out)
			}
		}
	}
	return outcomes, found
}

// seasonCriteria gives the criteria that the nominations of a season may name:
// those of the criteria file or plan that the season names; nil without one.
func seasonCriteria(set *plan.Set, f *plan.File) []plan.Criterion {
	target := set.Target(f, "criteria")
	if target == nil {
		return nil
	}
	switch from := target.Value.(type) {
	case *plan.CriteriaFile:
		return from.Criteria
	case *plan.Plan:
		return from.AllCriteria()
	}
	return nil
}

// Criterion finds the criterion of a code among those that the nominations of the season may
// name. The finding says that it has none, with no place.
func (o *Outcome) Criterion(code string) (*plan.Criterion, *diag.Diagnostic) {
	return criterionOf(zero.Or(o).criteria, code)
}

// criterionOf finds the criterion of a code; the finding says that there is none.
func criterionOf(criteria []plan.Criterion, code string) (*plan.Criterion, *diag.Diagnostic) {
	var codes []string
	for i := range criteria {
		if criteria[i].ID == code {
			return &criteria[i], nil
		}
		if criteria[i].ID != "" {
			codes = append(codes, criteria[i].ID)
		}
	}
	d := &diag.Diagnostic{Rule: ruleid.UnknownCriterion, Found: code, Err: plan.ErrBadReference, Message: "không có tiêu chuẩn này"}
	switch near := diag.Nearest(code, codes); {
	case len(codes) == 0:
		d.Message = "đợt khen thưởng chưa có tiêu chuẩn nào mang mã"
		d.Fix = `ghi tệp có tiêu chuẩn vào "criteria" (tệp tiêu chuẩn) của đợt, hoặc bỏ mã này`
	case near != "":
		d.Expected, d.Fix = near, fmt.Sprintf("có phải %q?", near)
	default:
		d.Fix = "ghi một trong các mã: " + strings.Join(codes, ", ")
	}
	return nil, d
}
