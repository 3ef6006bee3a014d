package season

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

// Number puts the number and the date that the registry gave to the paper of a stage into
// the file of a season, or of a decision alone, and returns its text: all other lines stay
// byte for byte. An empty number and a zero date leave what is there. With its number a
// paper is frozen: its list, with all that it says of each, is kept beside it and must not change.
//
// The amending and cancelling stages have one number for all parts of the file that have
// none yet. The stage of certificates takes neither number nor date: the numbers of the
// register "số vào sổ" that the lists give are written down.
//
// The error is a [diag.List] when the season is at fault.
func Number(set *plan.Set, name string, stage award.Stage, number string, date plan.Date) ([]byte, error) {
	f := set.File(name)
	if f == nil {
		return nil, fmt.Errorf("season %s: no such file in the set", name)
	}
	if !isAwards(f) {
		return nil, fmt.Errorf("%s không phải là tệp đợt khen thưởng hay quyết định khen thưởng", name)
	}
	law, err := award.Default()
	if err != nil {
		return nil, err
	}
	f = f.Clone()
	n := given{number, date}
	if err := n.fits(stage); err != nil {
		return nil, err
	}
	switch stage {
	case award.CertificateStage:
		err = numberRegister(set, f, law)
	case award.AmendingStage, award.CancellationStage:
		err = numberMendings(f, stage, n)
	default:
		if has, kept := paperOf(f, stage); has != nil && *kept != nil && number != "" && *has != "" && *has != number {
			return nil, fmt.Errorf(`%s: giai đoạn %s đã có số %s, nội dung đã chốt; ghi nhầm số thì sửa "number" (số) trong tệp`,
				f.Name, stage, *has)
		}
		if err = numberPaper(f, stage, n); err == nil {
			err = freeze(set, f, stage, law).Err()
		}
	}
	if err != nil {
		return nil, err
	}
	return f.Marshal()
}

// isAwards reports whether a file is a season or a decision on awards alone.
func isAwards(f *plan.File) bool {
	switch v := f.Value.(type) {
	case *plan.Season:
		return v != nil
	case *plan.AwardDecision:
		return v != nil
	}
	return false
}

// given is what the registry gave.
type given struct {
	number string
	date   plan.Date
}

// fits refuses what is no number, no date, or no paper that takes them.
func (n *given) fits(stage award.Stage) error {
	switch stage {
	case award.CertificateStage:
		if n.number != "" || !n.date.IsZero() {
			return errors.New("giai đoạn giay-khen ghi số vào sổ tự đánh, không nhận số và ngày")
		}
		return nil
	case award.MinutesStage, award.SubmissionStage, award.DecisionStage, award.AmendingStage, award.CancellationStage:
	default:
		return errors.New("giai đoạn có số là bien-ban, to-trinh, quyet-dinh, giay-khen, sua-doi hoặc huy-bo")
	}
	switch {
	case n.number == "" && n.date.IsZero():
		return errors.New("thiếu số hoặc ngày")
	case strings.ContainsAny(n.number, "\n\r\"\\"):
		return fmt.Errorf("số có ký tự không dùng được: %q", n.number)
	case !n.date.IsZero() && !n.date.IsFull():
		return errors.New("ngày phải đủ ngày, tháng, năm, dạng 2026-12-15")
	}
	return nil
}

// freeze keeps what a paper says with its number: from then on it does not change. A paper
// without a number stays open. The findings say what is wrong with the season, or what has
// changed since the number was given.
func freeze(set *plan.Set, f *plan.File, stage award.Stage, law *award.Law) diag.List {
	number, kept := paperOf(f, stage)
	if number == nil || *number == "" {
		return nil
	}
	outcome, found := award.CheckFile(set, f, law)
	if found.HasErrors() {
		return found
	}
	if *kept == nil {
		*kept = outcome.Freeze(stage)
	}
	return nil
}

// paperOf gives the number of a paper of a season, or of a decision alone, and what was kept
// with it; nil for a paper that the file does not have.
func paperOf(f *plan.File, stage award.Stage) (*string, **plan.Frozen) {
	switch v := f.Value.(type) {
	case *plan.AwardDecision:
		if stage == award.DecisionStage {
			return &v.Number, &v.Frozen
		}
	case *plan.Season:
		switch {
		case stage == award.MinutesStage && v.Session != nil:
			return &v.Session.Number, &v.Session.Frozen
		case stage == award.SubmissionStage && v.Submission != nil:
			return &v.Submission.Number, &v.Submission.Frozen
		case stage == award.DecisionStage && v.Decision != nil:
			return &v.Decision.Number, &v.Decision.Frozen
		}
	}
	return nil, nil
}

// give puts what the registry gave in the place of number and date.
func (n *given) give(number *string, date *plan.Date) {
	if n.number != "" {
		*number = n.number
	}
	if !n.date.IsZero() {
		*date = n.date
	}
}

// numberPaper numbers and dates a paper of a season, or a decision alone.
func numberPaper(f *plan.File, stage award.Stage, n given) error {
	if d, alone := f.Value.(*plan.AwardDecision); alone {
		if stage != award.DecisionStage {
			return fmt.Errorf("giai đoạn %s chỉ có trong đợt khen thưởng; %s là quyết định không thuộc đợt nào", stage, f.Name)
		}
		n.give(&d.Number, &d.Date)
		return nil
	}
	missing := func(key string) error { return fmt.Errorf("%s chưa có %q; ghi khóa này trước", f.Name, key) }
	switch s := f.Value.(*plan.Season); stage {
	case award.MinutesStage:
		if s.Session == nil {
			return missing("session")
		}
		n.give(&s.Session.Number, &s.Session.Date)
	case award.SubmissionStage:
		if s.Submission == nil {
			return missing("submission")
		}
		n.give(&s.Submission.Number, &s.Submission.Date)
	default:
		if s.Decision == nil {
			return missing("decision")
		}
		n.give(&s.Decision.Number, &s.Decision.Date)
	}
	return nil
}

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
func numberMendings(f *plan.File, stage award.Stage, n given) error {
	var open []*plan.Mending
	done := false
	for _, m := range mendingsOf(f, stage) {
		d := m.Decision
		same := (n.number == "" || d.Number == n.number) && (n.date.IsZero() || d.Date == n.date)
		fits := (n.number == "" || d.Number == "" || d.Number == n.number) && (n.date.IsZero() || !d.Date.IsFull() || d.Date == n.date)
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
	case n.date.IsZero() && slices.ContainsFunc(open, func(m *plan.Mending) bool { return m.Decision.Date != open[0].Decision.Date }):
		return fmt.Errorf("%s có nhiều quyết định chưa có số, ngày khác nhau: ghi thêm --date", f.Name)
	}
	for _, m := range open {
		n.give(&m.Decision.Number, &m.Decision.Date)
	}
	return nil
}

// numberRegister writes down the numbers in the register "số vào sổ" that the lists give,
// so that later changes of the lists leave them alone.
func numberRegister(set *plan.Set, f *plan.File, law *award.Law) error {
	outcome, found := award.CheckFile(set, f, law)
	found = append(found, award.Locate(f, outcome.Ready(award.CertificateStage))...)
	if err := found.Err(); err != nil {
		return err
	}
	awardees := awardeesOf(f)
	for i := range outcome.Results {
		if r := &outcome.Results[i]; r.Nominee.Register == 0 {
			awardees[i].Register = r.Register
		}
	}
	return nil
}

// awardeesOf returns those whom a season proposes, or a decision alone awards.
func awardeesOf(f *plan.File) []*plan.Awardee {
	var all []*plan.Awardee
	switch v := f.Value.(type) {
	case *plan.Season:
		for i := range v.Nominees {
			all = append(all, &v.Nominees[i].Awardee)
		}
	case *plan.AwardDecision:
		for i := range v.Awardees {
			all = append(all, &v.Awardees[i])
		}
	}
	return all
}
