package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

func newAwardNumber(c *console) *cobra.Command {
	var n numbering
	cmd := &cobra.Command{
		Use:   "number TỆP.yaml",
		Short: "Ghi số, ngày do văn thư cấp vào tệp đợt khen thưởng",
		Long: `Ghi số và ngày của một văn bản vào tệp đợt khen thưởng, hoặc tệp quyết định khen thưởng
không thuộc đợt nào. Chú thích và thứ tự các dòng của tệp giữ nguyên. Các văn bản soạn
sau đó dẫn số và ngày này. Số lượng, tên và số tiền của văn bản đã có số được ghi kèm
(frozen): sau đó đổi danh sách là lỗi, việc sửa đổi, bổ sung làm ở giai đoạn sua-doi.

Với --stage sua-doi, huy-bo thì ghi vào mọi chỗ sửa đổi, bổ sung, hủy bỏ chưa có số.

Với --stage giay-khen thì ghi số vào sổ khen thưởng của từng người, từng tập thể, từng hộ
đã được tự đánh; thêm hay bớt người sau đó không làm đổi các số này.`,
		Example: "  vanban award number dot-khen-thuong.yaml --stage quyet-dinh --number 512 --date 2026-12-15\n  vanban award number dot-khen-thuong.yaml --stage giay-khen",
		Args:    takes(1, 1, "tệp đợt khen thưởng, quyết định khen thưởng"),
		RunE:    func(_ *cobra.Command, args []string) error { return awardNumber(c, args[0], n) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&n.stage, "stage", "", "`GIAI-ĐOẠN` của văn bản: bien-ban, to-trinh, quyet-dinh, giay-khen, sua-doi hoặc huy-bo")
	flags.StringVar(&n.number, "number", "", "`SỐ` được cấp")
	flags.StringVar(&n.date, "date", "", "`NGÀY` ban hành, dạng 2026-12-15")
	return cmd
}

// numbering is what the registry gave, and to which paper.
type numbering struct {
	stage, number, date string
	day                 plan.Date // the date as read; zero for none
}

// read refuses what is no number, no date or no paper.
func (n *numbering) read() error {
	numbered := []string{string(award.MinutesStage), string(award.SubmissionStage), string(award.DecisionStage), string(award.AmendingStage), string(award.CancellationStage)}
	switch {
	case n.stage == string(award.CertificateStage):
		if n.number != "" || n.date != "" {
			return fmt.Errorf("--stage giay-khen ghi số vào sổ tự đánh, không nhận --number, --date")
		}
	case !slices.Contains(numbered, n.stage):
		return fmt.Errorf("--stage phải là bien-ban, to-trinh, quyet-dinh, giay-khen, sua-doi hoặc huy-bo")
	case n.number == "" && n.date == "":
		return fmt.Errorf("thiếu --number hoặc --date")
	case strings.ContainsAny(n.number, "\n\r\"\\"):
		return fmt.Errorf("--number có ký tự không dùng được: %q", n.number)
	case n.date != "":
		if err := n.day.UnmarshalText([]byte(n.date)); err != nil || !n.day.IsFull() {
			return fmt.Errorf("--date phải là một ngày có thật, dạng 2026-12-15")
		}
	}
	return nil
}

func awardNumber(c *console, path string, n numbering) error {
	if err := n.read(); err != nil {
		return err
	}
	if n.stage == string(award.CertificateStage) {
		return awardRegister(c, path)
	}
	law, err := award.Default()
	if err != nil {
		return err
	}
	in, found, err := readAwards(c, path)
	if err != nil {
		return err
	}
	defer in.close()
	f := in.file()
	if f.Kind.ID != "" && !isAwards(f) {
		return fmt.Errorf("%s không phải là tệp đợt khen thưởng hay quyết định khen thưởng", path)
	}
	if found.HasErrors() {
		return (report{}).print(c, found)
	}
	switch stage := award.Stage(n.stage); stage {
	case award.AmendingStage, award.CancellationStage:
		err = numberMendings(f, stage, n)
	default:
		if err = numberPaper(f, stage, n); err == nil {
			found = freeze(in, stage, law)
		}
	}
	if err != nil {
		return err
	}
	if found.HasErrors() {
		return (report{}).print(c, found)
	}
	return writeBack(c, path, f)
}

// freeze keeps what a paper says with its number: from then on it does not change. A paper
// without a number stays open. The findings say what is wrong with the season, or what has
// changed since the number was given.
func freeze(in *record, stage award.Stage, law *award.Law) diag.List {
	f := in.file()
	number, kept := paperOf(f, stage)
	if number == nil || *number == "" {
		return nil
	}
	outcome, found := award.CheckFile(f, award.SeasonCriteria(in.set, f), award.SeasonLaw(in.set, f, law))
	if found.HasErrors() {
		return in.named(found)
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

// writeBack writes a file that was read at path, with what was changed in its value since.
func writeBack(c *console, path string, f *plan.File) error {
	out, err := f.Marshal()
	var found diag.List
	switch {
	case errors.As(err, &found):
		for _, d := range found {
			d.Pos.File = path
		}
		return (report{}).print(c, found)
	case err != nil:
		return err
	}
	return c.write(path, out)
}

// give puts what the registry gave in the place of number and date.
func (n *numbering) give(number *string, date *plan.Date) {
	if n.number != "" {
		*number = n.number
	}
	if n.date != "" {
		*date = n.day
	}
}

// numberPaper numbers and dates a paper of a season, or a decision alone.
func numberPaper(f *plan.File, stage award.Stage, n numbering) error {
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
