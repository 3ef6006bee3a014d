package season

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Number puts the number and the date that the registry gave to the paper of a stage into
// the file of a season, or of a decision alone, and returns its text, where all other lines stay
// byte for byte, and a line that says in Vietnamese what got the number. An empty number and a
// zero date leave what is there. With its number a paper is frozen: its day and its list, with
// all that it says of each, are kept beside it and must not change.
//
// The amending and cancelling stages have one number for all parts of the file that have
// none yet. The stage of certificates takes neither number nor date: the numbers of the
// register "số vào sổ" that the lists give are written down.
//
// The error is a [diag.List] when the season is at fault.
func Number(set *plan.Set, name string, stage award.Stage, number string, date plan.Date) (text []byte, said string, err error) {
	f := set.File(name)
	if f == nil {
		return nil, "", fmt.Errorf("season %s: no such file in the set", name)
	}
	if !isAwards(f) {
		return nil, "", fmt.Errorf("%s không phải là tệp đợt khen thưởng hay quyết định khen thưởng", name)
	}
	law, err := award.Default()
	if err != nil {
		return nil, "", err
	}
	f = f.Clone()
	n := given{number, date}
	if err := n.fits(stage); err != nil {
		return nil, "", err
	}
	switch stage {
	case award.CertificateStage:
		said, err = numberRegister(set, f, law)
	case award.AmendingStage, award.CancellationStage:
		said, err = numberMendings(f, stage, n)
	default:
		if said, err = numberPaper(set, f, stage, n, law); err == nil {
			err = freeze(set, f, stage, law).Err()
		}
	}
	if err != nil {
		return nil, "", err
	}
	text, err = f.Marshal()
	return text, said, err
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
	case award.MinutesStage, award.SubmissionStage, award.UpwardStage, award.DecisionStage, award.AmendingStage, award.CancellationStage:
	default:
		return errors.New("giai đoạn có số là bien-ban, to-trinh, trinh-cap-tren, quyet-dinh, giay-khen, sua-doi hoặc huy-bo")
	}
	switch {
	case n.number == "" && n.date.IsZero():
		return errors.New("thiếu số hoặc ngày")
	case !n.date.IsZero() && !n.date.IsFull():
		return errors.New("ngày phải đủ ngày, tháng, năm, dạng 2026-12-15")
	}
	for _, d := range plan.Validate(&plan.Submission{Number: n.number}) {
		if d.Pos.Path == "number" {
			return errors.New(d.Message + "; " + d.Fix)
		}
	}
	return nil
}

// freeze keeps what the papers of a stage say with their numbers: from then on they do not
// change. A paper without a number stays open. The findings say what is wrong with the season,
// or what has changed since the number was given.
func freeze(set *plan.Set, f *plan.File, stage award.Stage, law *award.Law) diag.List {
	papers := papersOf(f, stage)
	if !slices.ContainsFunc(papers, func(p numbered) bool { return *p.number != "" }) {
		return nil
	}
	outcome, found := award.CheckFile(set, f, law)
	if found.HasErrors() {
		return found
	}
	for i, p := range papers {
		if *p.number != "" && *p.kept == nil {
			*p.kept = outcome.Freeze(stage, i)
		} else if k := *p.kept; k != nil && !k.Date.IsFull() {
			k.Date = *p.date // the day came after the number
		}
	}
	return nil
}

// numbered is a paper of a season, or a decision alone: its number and date, and what was kept
// with them.
type numbered struct {
	what   string // with its key where a stage has several
	number *string
	date   *plan.Date
	kept   **plan.Frozen
}

// papersOf gives the papers of a stage that the file has keys for: one, or several submissions
// to the level above.
func papersOf(f *plan.File, stage award.Stage) []numbered {
	submitted := func(what string, s *plan.Submission) numbered { return numbered{what, &s.Number, &s.Date, &s.Frozen} }
	switch v := f.Value.(type) {
	case *plan.AwardDecision:
		if stage == award.DecisionStage {
			return []numbered{{"quyết định", &v.Number, &v.Date, &v.Frozen}}
		}
	case *plan.Season:
		switch {
		case stage == award.MinutesStage && v.Session != nil:
			return []numbered{{"biên bản", &v.Session.Number, &v.Session.Date, &v.Session.Frozen}}
		case stage == award.SubmissionStage && v.Submission != nil:
			return []numbered{submitted("tờ trình", v.Submission)}
		case stage == award.UpwardStage && v.Upward != nil:
			all := []numbered{submitted(`tờ trình lên cấp trên ("upward")`, v.Upward)}
			for i := range v.UpwardMore {
				all = append(all, submitted(fmt.Sprintf(`tờ trình lên cấp trên ("upward_more", mục %d)`, i+1), &v.UpwardMore[i]))
			}
			return all
		case stage == award.DecisionStage && v.Decision != nil:
			return []numbered{{"quyết định", &v.Decision.Number, &v.Decision.Date, &v.Decision.Frozen}}
		}
	}
	return nil
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

// to gives a paper what the registry gave, and says so. A paper that was issued keeps its number
// and date.
func (n *given) to(f *plan.File, p numbered) (string, error) {
	is := given{*p.number, *p.date}
	renumbered := n.number != "" && n.number != is.number
	redated := is.date.IsFull() && !n.date.IsZero() && n.date != is.date
	if is.number != "" && *p.kept != nil && (renumbered || redated) {
		return "", fmt.Errorf(`%s: %s đã có %s, nội dung đã chốt, không ghi đè; nếu lần trước ghi nhầm thì sửa "number" (số), "date" `+
			`(ngày) trong tệp, `+
			`bỏ "frozen" (nội dung đã chốt) của văn bản này rồi chạy lại lệnh`, f.Name, p.what, is)
	}
	n.give(p.number, p.date)
	now := given{*p.number, *p.date}
	if now == is {
		return fmt.Sprintf("%s: đã có %s từ trước", p.what, is), nil
	}
	return fmt.Sprintf("%s: đã ghi %s", p.what, now), nil
}

// String returns number and date as they are said of a paper.
func (n given) String() string {
	var parts []string
	if n.number != "" {
		parts = append(parts, "số "+n.number)
	}
	if !n.date.IsZero() {
		parts = append(parts, n.date.Short())
	}
	return strings.Join(parts, " ")
}

// stageKeys are the keys of a season that hold the papers with a number.
var stageKeys = map[award.Stage]string{
	award.MinutesStage: "session", award.SubmissionStage: "submission", award.UpwardStage: "upward", award.DecisionStage: "decision",
}

// numberPaper numbers and dates a paper of a season, or a decision alone: of several submissions
// to the level above the one that has this number, or the first without one.
func numberPaper(set *plan.Set, f *plan.File, stage award.Stage, n given, law *award.Law) (string, error) {
	if _, alone := f.Value.(*plan.AwardDecision); alone && stage != award.DecisionStage {
		return "", fmt.Errorf("giai đoạn %s chỉ có trong đợt khen thưởng; %s là quyết định không thuộc đợt nào", stage, f.Name)
	}
	papers := papersOf(f, stage)
	if len(papers) == 0 {
		return "", fmt.Errorf("%s chưa có %q; ghi khóa này trước", f.Name, stageKeys[stage])
	}
	i := slices.IndexFunc(papers, func(p numbered) bool { return *p.number == n.number })
	if i < 0 {
		i = slices.IndexFunc(papers, func(p numbered) bool { return *p.number == "" })
	}
	if i < 0 && stage == award.UpwardStage && n.number != "" {
		if outcome, _ := award.CheckFile(set, f, law); len(papers) < len(outcome.Upward()) {
			s := f.Value.(*plan.Season)
			s.UpwardMore = append(s.UpwardMore, plan.Submission{})
			papers = papersOf(f, stage)
			i = len(papers) - 1
		}
	}
	if i < 0 {
		i = len(papers) - 1
	}
	return n.to(f, papers[i])
}

// mendingsOf returns the cancellations of a file, or its amendments and additions, in
// their order in the file's list.
func mendingsOf(f *plan.File, stage award.Stage) []*plan.Mending {
	var all []*plan.Mending
	cancels := stage == award.CancellationStage
	var whole *plan.Cancellation
	switch v := f.Value.(type) {
	case *plan.Season:
		whole = zero.Or(v.Decision).Cancellation
	case *plan.AwardDecision:
		whole = v.Cancellation
	}
	if whole != nil && cancels {
		all = append(all, &whole.Mending)
	}
	for _, a := range awardeesOf(f) {
		if a.Cancelled != nil && cancels {
			all = append(all, &a.Cancelled.Mending)
		}
		if a.Amended != nil && !cancels {
			all = append(all, &a.Amended.Mending)
		}
		if a.Added != nil && !cancels {
			all = append(all, &a.Added.Mending)
		}
	}
	return all
}

// numberMendings numbers and dates every cancellation, or amendment and
// addition, that has none yet. One with another number or date belongs to another
// decision, and stays.
func numberMendings(f *plan.File, stage award.Stage, n given) (string, error) {
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
		return fmt.Sprintf("giai đoạn %s: đã có %s từ trước", stage, n), nil
	case len(open) == 0:
		return "", fmt.Errorf("%s không có chỗ nào của giai đoạn %s còn thiếu số, ngày này", f.Name, stage)
	case n.date.IsZero() && slices.ContainsFunc(open, func(m *plan.Mending) bool { return m.Decision.Date != open[0].Decision.Date }):
		return "", fmt.Errorf("%s có nhiều quyết định chưa có số, ngày khác nhau: ghi thêm --date", f.Name)
	}
	for _, m := range open {
		n.give(&m.Decision.Number, &m.Decision.Date)
	}
	what := "quyết định sửa đổi, bổ sung"
	if stage == award.CancellationStage {
		what = "quyết định hủy bỏ"
	}
	return fmt.Sprintf("%s: đã ghi %s vào %s chỗ", what, n, vi.Count(len(open))), nil
}

// numberRegister writes down the numbers in the register "số vào sổ" that the lists give,
// so that later changes of the lists leave them alone.
func numberRegister(set *plan.Set, f *plan.File, law *award.Law) (string, error) {
	outcome, found := award.CheckFile(set, f, law)
	found = append(found, award.Locate(f, outcome.Ready(award.CertificateStage))...)
	if err := found.Err(); err != nil {
		return "", err
	}
	awardees, written := awardeesOf(f), 0
	for i := range outcome.Results {
		if r := &outcome.Results[i]; r.Nominee.Register == 0 {
			awardees[i].Register = r.Register
			written += min(r.Register, 1)
		}
	}
	return fmt.Sprintf("giấy khen: đã ghi %s số vào sổ", vi.Count(written)), nil
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
