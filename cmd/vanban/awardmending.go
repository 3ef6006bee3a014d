package main

import (
	"fmt"
	"slices"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// mendingKey is where a file says that a decision mends another.
type mendingKey struct {
	path, key string
	by        *plan.Mending
}

// mendingsOf gives the cancellations of a file, or its amendments and additions, in
// their order in the file's list.
func mendingsOf(f *plan.File, stage award.Stage) []mendingKey {
	var all []mendingKey
	of := func(path string, a *plan.Awardee) {
		if stage == award.CancellationStage {
			if a.Cancelled != nil {
				all = append(all, mendingKey{path + ".cancelled", "cancelled", &a.Cancelled.Mending})
			}
			return
		}
		if a.Amended != nil {
			all = append(all, mendingKey{path + ".amended", "amended", &a.Amended.Mending})
		}
		if a.Added != nil {
			all = append(all, mendingKey{path + ".added", "added", &a.Added.Mending})
		}
	}
	whole := func(path string, k *plan.Cancellation) {
		if k != nil && stage == award.CancellationStage {
			all = append(all, mendingKey{path, "cancellation", &k.Mending})
		}
	}
	switch v := f.Value.(type) {
	case *plan.Season:
		if v.Decision != nil {
			whole("decision.cancellation", v.Decision.Cancellation)
		}
		for i := range v.Nominees {
			of(fmt.Sprintf("nominees[%d]", i), &v.Nominees[i].Awardee)
		}
	case *plan.AwardDecision:
		whole("cancellation", v.Cancellation)
		for i := range v.Awardees {
			of(fmt.Sprintf("awardees[%d]", i), &v.Awardees[i])
		}
	}
	return all
}

// numberMendings writes number and date into every cancellation, or amendment and
// addition, that has none yet. One with another number or date belongs to another
// decision, and stays.
func numberMendings(text *sourceText, f *plan.File, stage award.Stage, n numbering) error {
	all := mendingsOf(f, stage)
	var open []mendingKey
	done := false
	for _, m := range all {
		d := m.by.Decision
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
		return fmt.Errorf("%s không có chỗ nào của giai đoạn %s còn thiếu số, ngày này", text.path, stage)
	case n.date == "" && slices.ContainsFunc(open, func(m mendingKey) bool { return m.by.Decision.Date != open[0].by.Decision.Date }):
		return fmt.Errorf("%s có nhiều quyết định chưa có số, ngày khác nhau: ghi thêm --date", text.path)
	}
	// From the last line to the first, so that the places of the others stay.
	line := func(m mendingKey) int { return f.Pos(m.path).Line - 1 }
	slices.SortFunc(open, func(a, b mendingKey) int { return line(b) - line(a) })
	for _, m := range open {
		if err := n.write(func(key, value string) error { return text.setBelow(line(m), m.key, "decision", key, value) }); err != nil {
			return err
		}
	}
	after, found := plan.Parse(text.path, text.bytes())
	if found.HasErrors() {
		return nil // the caller says what is wrong
	}
	for i, m := range mendingsOf(after, stage) {
		was := all[i]
		if !slices.Contains(open, was) {
			continue
		}
		if n.number != "" && m.by.Decision.Number != n.number || n.date != "" && m.by.Decision.Date != n.day {
			return text.notLines(line(was), m.key)
		}
	}
	return nil
}
