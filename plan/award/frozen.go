package award

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Freeze returns what a paper of a stage says now, to be kept with its number: day, counts, sums and
// who stands in the list of the minutes, a submission or the decision, with all that it says
// of them; nil for other stages. n is which of the submissions to the level above, from 0; the
// other stages have one paper.
func (o *Outcome) Freeze(stage Stage, n int) *plan.Frozen {
	if stage == UpwardStage {
		return o.frozenUpward(o.Signed().Upward(), n)
	}
	o = zero.Or(o)
	s := zero.Or(o.Season)
	switch stage {
	case MinutesStage:
		return o.Signed().Considered().frozen(stage, zero.Or(s.Session).Date)
	case SubmissionStage:
		return o.Signed().Agreed().frozen(stage, zero.Or(s.Submission).Date)
	case DecisionStage:
		return o.Signed().frozen(stage, zero.Or(s.Decision).Date)
	}
	return nil
}

// frozenUpward is what one of the submissions to the level above says, of which parts are the
// nominees; nil for one that nobody is in.
func (o *Outcome) frozenUpward(parts []*Outcome, n int) *plan.Frozen {
	if n < 0 || n >= len(parts) {
		return nil
	}
	return parts[n].frozen(UpwardStage, zero.Or(zero.Or(o).Season).UpwardOf(n).Date)
}

// frozen is what a paper of a stage and day says that shows this outcome; nil where it names nobody.
func (o *Outcome) frozen(stage Stage, day plan.Date) *plan.Frozen {
	f := &plan.Frozen{Date: day, Counts: o.Counts()}
	if stage != DecisionStage {
		f.Total = 0 // until the decision has its day, money is provisional
	}
	if stage != MinutesStage {
		f.Reason = zero.Or(o.Season).Reason
	}
	for _, l := range o.Lists {
		for _, r := range l.Results {
			f.Awardees = append(f.Awardees, frozenLine(stage, r))
		}
	}
	if len(f.Awardees) == 0 {
		return nil // nothing to keep yet
	}
	return f
}

// frozenLine is what the list of a stage says of one.
func frozenLine(stage Stage, r *Result) plan.FrozenAwardee {
	n := r.Nominee
	line := plan.FrozenAwardee{
		Name: n.FullName(), Award: n.Award, Role: n.Role, Unit: n.Unit, Posthumous: n.Posthumous,
	}
	if n.Kind == plan.Individual {
		line.BirthYear = n.BirthYear
	}
	switch stage {
	case MinutesStage:
		if r.Vote != nil {
			line.Votes = fmt.Sprintf("%d/%d", r.Vote.For, r.Vote.Base)
		}
	case SubmissionStage, UpwardStage:
		line.Achievement = n.Achievement
	default:
		line.Achievement, line.Cells, line.Amount = n.Achievement, n.Cells, r.Pay.Amount
	}
	return line
}

// frozen compares the papers that bear a number with what they said when they got it.
func (c *checker) frozen() {
	upward := c.out.Signed().Upward()
	for _, p := range c.numbered() {
		if p.kept == nil {
			continue
		}
		var now *plan.Frozen
		fix := `trả lại như khi cấp số; sửa, bổ sung bằng "amended" (sửa đổi), "added" (bổ sung) rồi soạn quyết định ở giai đoạn ` +
			`sua-doi; ` +
			`thôi khen thưởng thì "cancelled" (hủy bỏ), giai đoạn huy-bo`
		const misdated = `; khi cấp số ghi nhầm ngày thì sửa "date" (ngày), bỏ "frozen" (nội dung đã chốt) của văn bản này rồi chạy lại ` +
			`vanban award number`
		if p.stage == UpwardStage {
			now = c.out.frozenUpward(upward, p.n)
			fix = `trả lại như khi cấp số; đã trình thì đề nghị thêm ghi trong đợt khen thưởng khác; ` +
				`chưa trình thì xóa "number" (số), "frozen" (nội dung đã chốt khi cấp số) của tờ trình này rồi cấp số lại`
		} else {
			now = c.out.Freeze(p.stage, 0)
		}
		if changes := differences(p.kept, zero.Or(now)); len(changes) > 0 {
			number := p.what
			if p.number != "" {
				number += " số " + p.number
			}
			c.add(p.path, diag.Diagnostic{
				Rule: ruleid.Frozen, Found: changes[0], Source: diag.RuleOf(ruleid.Frozen).Source,
				Message: fmt.Sprintf("%s đã có số nên không đổi được: %s", number, strings.Join(changes, "; ")),
				Fix:     fix + misdated,
			})
		}
	}
}

// paperNumber is a paper of the season that can bear a number.
type paperNumber struct {
	stage      Stage
	n          int // of the submissions to the level above, from 0
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
		all = append(all, paperNumber{stage: SubmissionStage, what: "tờ trình", path: "submission.frozen", number: s.Number,
			kept: s.Frozen})
	}
	for i := 0; c.s.Upward != nil && i <= len(c.s.UpwardMore); i++ {
		s := c.s.UpwardOf(i)
		all = append(all, paperNumber{
			stage: UpwardStage, n: i, what: "tờ trình lên cấp trên", path: upwardPath(i) + ".frozen", number: s.Number, kept: s.Frozen,
		})
	}
	if d := c.s.Decision; d != nil {
		all = append(all, paperNumber{stage: DecisionStage, what: "quyết định", path: "decision.frozen", number: d.Number, kept: d.Frozen})
	}
	return all
}

// differences says what a paper has changed since it was frozen, a few of each.
func differences(kept, now *plan.Frozen) []string {
	gone, come, said := compared(kept.Awardees, now.Awardees, bare(kept))
	var changes []string
	if kept.Date.IsFull() && kept.Date != now.Date {
		changes = append(changes, was("ngày", kept.Date.String(), now.Date.String()))
	}
	for _, part := range []struct {
		what  string
		lines []plan.FrozenAwardee
	}{{"nay thêm", come}, {"nay thiếu", gone}} {
		var names []string
		for _, a := range part.lines {
			name := fmt.Sprintf("%s (%s)", a.Name, a.Award)
			if a.Amount != 0 {
				name = fmt.Sprintf("%s (%s, %s đồng)", a.Name, a.Award, a.Amount)
			}
			names = append(names, name)
		}
		if n := len(names); n > fewChanges {
			changes = append(changes, fmt.Sprintf("%s %d mục: %s và %d mục nữa", part.what, n, strings.Join(names[:fewChanges], ", "),
				n-fewChanges))
		} else if n > 0 {
			changes = append(changes, fmt.Sprintf("%s %s", part.what, strings.Join(names, ", ")))
		}
	}
	if n := len(said); n > fewChanges {
		said = append(said[:fewChanges:fewChanges], fmt.Sprintf("và %d thay đổi nữa", n-fewChanges))
	}
	changes = append(changes, said...)
	if kept.Reason != now.Reason && !bare(kept) {
		changes = append(changes, was("thành tích chung", kept.Reason, now.Reason))
	}
	if kept.Total != now.Total {
		changes = append(changes, fmt.Sprintf("tổng số tiền khi cấp số là %s đồng, nay là %s đồng", kept.Total, now.Total))
	}
	if len(changes) == 0 && kept.Counts != now.Counts {
		changes = append(changes, "số lượng đã chốt không khớp danh sách")
	}
	return changes
}

// fewChanges is how many changes of a sort are named.
const fewChanges = 3

// bare reports whether nothing was kept but names, awards and sums, as the first files did:
// they say nothing of the rest.
func bare(f *plan.Frozen) bool {
	return f.Reason == "" && !slices.ContainsFunc(f.Awardees, func(a plan.FrozenAwardee) bool {
		return slices.ContainsFunc(details(&a), func(d detail) bool { return d.value != "" })
	})
}

// detail is what a line says of one beside name, award and sum.
type detail struct{ term, value string }

func details(a *plan.FrozenAwardee) []detail {
	year, dead := "", ""
	if a.BirthYear != 0 {
		year = fmt.Sprint(a.BirthYear)
	}
	if a.Posthumous {
		dead = "có"
	}
	return []detail{
		{"năm sinh", year}, {"chức vụ", a.Role}, {"đơn vị, địa chỉ", a.Unit}, {"truy tặng", dead},
		{"thành tích", a.Achievement}, {"các cột riêng", strings.Join(a.Cells, "; ")}, {"số phiếu đồng ý", a.Votes},
	}
}

// was says what a value was when the number was given, and is now.
func was(term, then, now string) string {
	shown := func(s string) string {
		if s == "" {
			return "không ghi"
		}
		if r := []rune(s); len(r) > 60 {
			s = string(r[:60]) + "..."
		}
		return fmt.Sprintf("%q", s)
	}
	return fmt.Sprintf("%s khi cấp số là %s, nay là %s", term, shown(then), shown(now))
}

// compared gives the lines that are no longer there, those that have come, and what is said
// otherwise of one who stays; with bare names alone are looked at.
func compared(kept, now []plan.FrozenAwardee, bare bool) (gone, come []plan.FrozenAwardee, said []string) {
	type key struct {
		name, award string
		amount      plan.Money
	}
	keyOf := func(a *plan.FrozenAwardee) key { return key{vi.FoldName(a.Name), a.Award, a.Amount} }
	left := make(map[key][]*plan.FrozenAwardee) // of those that are there now, in their order
	for i := range now {
		left[keyOf(&now[i])] = append(left[keyOf(&now[i])], &now[i])
	}
	take := func(k key, fits func(a *plan.FrozenAwardee) bool) *plan.FrozenAwardee {
		i := slices.IndexFunc(left[k], fits)
		if i < 0 {
			return nil
		}
		found := left[k][i]
		left[k] = slices.Delete(left[k], i, i+1)
		return found
	}
	var others []*plan.FrozenAwardee
	for i := range kept {
		a := &kept[i]
		same := func(b *plan.FrozenAwardee) bool { return bare || slices.Equal(details(a), details(b)) }
		if take(keyOf(a), same) == nil {
			others = append(others, a)
		}
	}
	for _, a := range others {
		b := take(keyOf(a), func(*plan.FrozenAwardee) bool { return true })
		if b == nil {
			gone = append(gone, *a)
			continue
		}
		then := details(a)
		for i, d := range details(b) {
			if d.value != then[i].value {
				said = append(said, was(fmt.Sprintf("%s của %s", d.term, a.Name), then[i].value, d.value))
			}
		}
	}
	for i := range now {
		if slices.Contains(left[keyOf(&now[i])], &now[i]) {
			come = append(come, now[i])
		}
	}
	return gone, come, said
}
