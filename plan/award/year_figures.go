package award

import (
	"fmt"

	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// checkForms warns that nobody has read whether the forms still hold, and of a report that is
// about another period than theirs.
func checkForms(p *plan.Period, law *Law) diag.List {
	var found diag.List
	if p == nil {
		return found
	}
	end := p.Last()
	set := formsOn(builtinForms(), end)
	if set.Holds(end) {
		add(&found, law.unread(&set.validity, end, func() string { return yearFormsTerm }))
	}
	if from, to := set.First.in(end.Year-1), set.Last.in(end.Year); p.First() != from || end != to {
		found.Add(&diag.Diagnostic{
			Pos: diag.At("period"), Level: diag.Warning, Rule: ruleid.Report, Found: p.First().Short() + " - " + end.Short(),
			Expected: from.Short() + " - " + to.Short(),
			Message: fmt.Sprintf("kỳ của các biểu thống kê năm %d là từ %s đến hết %s; số liệu tính theo kỳ mà báo cáo ghi", end.Year,
				from.Short(), to.Short()),
			Source: set.Basis,
		})
	}
	return found
}

// checkFigures judges what a report says for the yearly forms: its received awards
// must exist, go to such awardees, and have the full date of a decision; and warns
// of movements without a length.
func checkFigures(r *plan.Report, law *Law) diag.List {
	r, law = zero.Or(r), zero.Or(law)
	found := checkMovements(r)
	found = append(found, checkForms(r.Period, law)...)
	if r.Statistics == nil {
		return found
	}
	coding := law.coding(reporting(r))
	for i := range r.Statistics.Received {
		got := &r.Statistics.Received[i]
		path := fmt.Sprintf("statistics.received[%d]", i)
		code := got.Award
		coding.award(path, &code)
		a, known := law.Find(code)
		switch {
		case !known:
			continue
		case !a.Goes(got.Kind):
			found.Add(&diag.Diagnostic{
				Pos: diag.At(path + ".kind"), Rule: ruleKind, Found: string(got.Kind), Source: a.Basis,
				Message: fmt.Sprintf("%s (%s) không tặng cho %s", a.Name, a.Code, got.Kind.Term()),
			})
		}
		switch day := got.Decision.Date; {
		case !day.IsFull():
			found.Add(&diag.Diagnostic{
				Pos: diag.At(path + ".decision"), Rule: ruleid.Report, Found: day.String(), Err: plan.ErrMissing,
				Message: `"decision" (quyết định) thiếu "date" (ngày) đủ ngày, tháng, năm: không biết thuộc kỳ nào`,
			})
		case !within(r.Period, day):
			found.Add(&diag.Diagnostic{
				Pos: diag.At(path + ".decision"), Level: diag.Warning, Rule: ruleid.Report, Found: day.String(),
				Message: fmt.Sprintf("quyết định %s không thuộc kỳ báo cáo, không được tính", day.Short()),
			})
		}
	}
	return append(found, coding.found...)
}
