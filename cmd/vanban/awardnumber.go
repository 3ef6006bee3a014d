package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen/season"
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
sau đó dẫn số và ngày này. Số lượng và danh sách của văn bản đã có số (tên, chức vụ, đơn
vị, thành tích, số tiền) được ghi kèm (frozen): sau đó đổi danh sách là lỗi, việc sửa đổi, bổ sung làm ở giai đoạn sua-doi.

Với --stage trinh-cap-tren mà phải trình bằng nhiều tờ trình thì mỗi lần ghi một số, lần lượt
vào upward rồi các mục của upward_more.

Với --stage sua-doi, huy-bo thì ghi vào mọi chỗ sửa đổi, bổ sung, hủy bỏ chưa có số.

Với --stage giay-khen thì ghi số vào sổ khen thưởng của từng người, từng tập thể, từng hộ
đã được tự đánh; thêm hay bớt người sau đó không làm đổi các số này.`,
		Example: "  vanban award number dot-khen-thuong.yaml --stage quyet-dinh --number 512 --date 2026-12-15\n" +
			"  vanban award number dot-khen-thuong.yaml --stage giay-khen",
		Args: takes(1, 1, "tệp đợt khen thưởng, quyết định khen thưởng"),
		RunE: func(_ *cobra.Command, args []string) error { return awardNumber(c, args[0], n) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&n.stage, "stage", "",
		"`GIAI-ĐOẠN` của văn bản: bien-ban, to-trinh, trinh-cap-tren, quyet-dinh, giay-khen, sua-doi hoặc huy-bo")
	flags.StringVar(&n.number, "number", "", "`SỐ` được cấp")
	flags.StringVar(&n.date, "date", "", "`NGÀY` ban hành, dạng 2026-12-15")
	return cmd
}

// numbering is what the registry gave, and to which paper.
type numbering struct {
	stage, number, date string
	day                 plan.Date // the date as read; zero for none
}

// read reads the date.
func (n *numbering) read() error {
	if n.date == "" {
		return nil
	}
	if err := n.day.UnmarshalText([]byte(n.date)); err != nil {
		return fmt.Errorf("--date phải là một ngày có thật, dạng 2026-12-15")
	}
	return nil
}

func awardNumber(c *console, path string, n numbering) error {
	if err := n.read(); err != nil {
		return err
	}
	in, found, err := readAwards(c, path)
	if err != nil {
		return err
	}
	defer in.close()
	if f := in.file(); f.Kind.ID != "" && !isAwards(f) {
		return fmt.Errorf("%s không phải là tệp đợt khen thưởng hay quyết định khen thưởng", path)
	}
	if found.HasErrors() {
		return (report{}).print(c, found)
	}
	if n.stage == "" {
		return errors.New("thiếu --stage: văn bản được cấp số thuộc giai đoạn nào, như --stage quyet-dinh --number 512 --date 2026-12-15")
	}
	out, said, err := season.Number(in.set, in.base, award.Stage(n.stage), n.number, n.day)
	refused, err := findingsOf(err)
	if err != nil {
		return err
	}
	if len(refused) > 0 {
		return (report{}).print(c, in.named(refused))
	}
	if err := c.write(path, out); err != nil {
		return err
	}
	if _, err = fmt.Fprintf(c.out, "%s: %s\n", path, said); err != nil || award.Stage(n.stage) != award.SubmissionStage {
		return err
	}
	return (report{}).print(c, slices.DeleteFunc(found, func(d *diag.Diagnostic) bool { return d.Pos.Path != "submission.symbol" }))
}
