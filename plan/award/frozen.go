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

// Freeze returns what a paper of a stage says now, to be kept with its number: counts, names
// and sums of the minutes, the submission or the decision; nil for other stages.
func (o *Outcome) Freeze(stage Stage) *plan.Frozen {
	o = zero.Or(o)
	var shown *Outcome
	switch stage {
	case MinutesStage:
		shown = o.Signed().Considered()
	case SubmissionStage:
		shown = o.Signed().Agreed()
	case DecisionStage:
		shown = o.Signed()
	default:
		return nil
	}
	f := &plan.Frozen{Counts: shown.Counts()}
	if stage != DecisionStage {
		f.Total = 0 // until the decision has its day, money is provisional
	}
	for _, l := range shown.Lists {
		for _, r := range l.Results {
			line := plan.FrozenAwardee{Name: r.Nominee.FullName(), Award: r.Nominee.Award}
			if stage == DecisionStage {
				line.Amount = r.Pay.Amount
			}
			f.Awardees = append(f.Awardees, line)
		}
	}
	if len(f.Awardees) == 0 {
		return nil // nothing to keep yet
	}
	return f
}

// frozen compares the papers that bear a number with what they said when they got it.
func (c *checker) frozen() {
	for _, p := range c.numbered() {
		if p.kept == nil {
			continue
		}
		if changes := differences(p.kept, zero.Or(c.out.Freeze(p.stage))); len(changes) > 0 {
			number := p.what
			if p.number != "" {
				number += " số " + p.number
			}
			c.add(p.path, diag.Diagnostic{
				Rule: ruleid.Frozen, Found: changes[0], Source: diag.RuleOf(ruleid.Frozen).Source,
				Message: fmt.Sprintf("%s đã có số nên không đổi được: %s", number, strings.Join(changes, "; ")),
				Fix: `trả lại như khi cấp số; sửa, bổ sung bằng "amended" (sửa đổi), "added" (bổ sung) rồi soạn quyết định ở giai đoạn sua-doi; ` +
					`thôi khen thưởng thì "cancelled" (hủy bỏ), giai đoạn huy-bo`,
			})
		}
	}
}

// paperNumber is a paper of the season that can bear a number.
type paperNumber struct {
	stage      Stage
	what, path string
	number     string
	kept       *plan.Frozen
}

func (c *checker) numbered() []paperNumber {
	var all []paperNumber
	if s := c.s.Session; s != nil {
		all = append(all, paperNumber{stage: MinutesStage, what: "biên bản", path: "session.frozen", number: s.Number, kept: s.Frozen})
	}
	if s := c.s.Submission; s != nil {
		all = append(all, paperNumber{stage: SubmissionStage, what: "tờ trình", path: "submission.frozen", number: s.Number, kept: s.Frozen})
	}
	if d := c.s.Decision; d != nil {
		all = append(all, paperNumber{stage: DecisionStage, what: "quyết định", path: "decision.frozen", number: d.Number, kept: d.Frozen})
	}
	return all
}

// differences says what a list has changed since it was frozen, a few of each.
func differences(kept, now *plan.Frozen) []string {
	count := func(list []plan.FrozenAwardee) map[plan.FrozenAwardee]int {
		all := make(map[plan.FrozenAwardee]int)
		for _, a := range list {
			a.Name = vi.FoldName(a.Name)
			all[a]++
		}
		return all
	}
	beyond := func(list []plan.FrozenAwardee, other map[plan.FrozenAwardee]int) []string {
		var names []string
		for _, a := range list {
			key := a
			key.Name = vi.FoldName(a.Name)
			if other[key]--; other[key] < 0 {
				name := fmt.Sprintf("%s (%s)", a.Name, a.Award)
				if a.Amount != 0 {
					name = fmt.Sprintf("%s (%s, %s đồng)", a.Name, a.Award, a.Amount)
				}
				names = append(names, name)
			}
		}
		return names
	}
	var changes []string
	for _, part := range []struct {
		what  string
		names []string
	}{
		{"nay thêm", beyond(now.Awardees, count(kept.Awardees))},
		{"nay thiếu", beyond(kept.Awardees, count(now.Awardees))},
	} {
		const few = 3
		if n := len(part.names); n > few {
			changes = append(changes, fmt.Sprintf("%s %d mục: %s và %d mục nữa", part.what, n, strings.Join(part.names[:few], ", "), n-few))
		} else if n > 0 {
			changes = append(changes, fmt.Sprintf("%s %s", part.what, strings.Join(part.names, ", ")))
		}
	}
	if kept.Total != now.Total {
		changes = append(changes, fmt.Sprintf("tổng số tiền khi cấp số là %s đồng, nay là %s đồng", kept.Total, now.Total))
	}
	if len(changes) == 0 && kept.Counts != now.Counts {
		changes = append(changes, "số lượng đã chốt không khớp danh sách")
	}
	return changes
}
