package main

import (
	"fmt"
	"slices"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// mendingsOf returns the cancellations of a file, or its amendments and additions, in
// their order in the file's list.
func mendingsOf(f *plan.File, stage award.Stage) []*plan.Mending {
	var all []*plan.Mending
	of := func(a *plan.Awardee) {
		if stage == award.CancellationStage {
			if a.Cancelled != nil {
				all = append(all, &a.Cancelled.Mending)
			}
			return
		}
		if a.Amended != nil {
			all = append(all, &a.Amended.Mending)
		}
		if a.Added != nil {
			all = append(all, &a.Added.Mending)
		}
	}
	whole := func(k *plan.Cancellation) {
		if k != nil && stage == award.CancellationStage {
			all = append(all, &k.Mending)
		}
	}
	switch v := f.Value.(type) {
	case *plan.Season:
		if v.Decision != nil {
			whole(v.Decision.Cancellation)
		}
		for i := range v.Nominees {
			of(&v.Nominees[i].Awardee)
		}
	case *plan.AwardDecision:
		whole(v.Cancellation)
		for i := range v.Awardees {
			of(&v.Awardees[i])
		}
	}
	return all
}

// numberMendings numbers and dates every cancellation, or amendment and
// addition, that has none yet. One with another number or date belongs to another
// decision, and stays.
func numberMendings(f *plan.File, stage award.Stage, n numbering) error {
	var open []*plan.Mending
	done := false
	for _, m := range mendingsOf(f, stage) {
		d := m.Decision
		same := (n.number == "" || d.Number == n.number) && (n.date == "" || d.Date == n.day)
		fits := (n.number == "" || d.Number == "" || d.Number == n.number) && (n.date == "" || !d.Date.IsFull() || d.Date == n.day)
		switch {
		case same:
			done = true
		case fits:
			open = append(open, m)
		}
	}
	switch {
	case len(open) == 0 && done:
		return nil
	case len(open) == 0:
		return fmt.Errorf("%s không có chỗ nào của giai đoạn %s còn thiếu số, ngày này", f.Name, stage)
	case n.date == "" && slices.ContainsFunc(open, func(m *plan.Mending) bool { return m.Decision.Date != open[0].Decision.Date }):
		return fmt.Errorf("%s có nhiều quyết định chưa có số, ngày khác nhau: ghi thêm --date", f.Name)
	}
	for _, m := range open {
		n.give(&m.Decision.Number, &m.Decision.Date)
	}
	return nil
}
