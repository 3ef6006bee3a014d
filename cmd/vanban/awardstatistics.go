package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

func newAwardStatistics(c *console) *cobra.Command {
	var dir, format string
	cmd := &cobra.Command{
		Use:   "statistics BÁO-CÁO.yaml",
		Short: "Tính số liệu thống kê năm từ một báo cáo",
		Long: `Tính số phong trào thi đua theo các dòng của biểu 0601.N/BNV-TĐKT và số khen thưởng
theo các dòng của biểu 0603.N/BNV-TĐKT, từ một báo cáo cùng các đợt khen thưởng, quyết
định mà báo cáo dẫn. Ghi hai tệp CSV. Ô để trống là số liệu mà các tệp không có.`,
		Example: "  vanban award statistics bao-cao.yaml -d thong-ke/",
		Args:    takes(1, 1, "tệp báo cáo"),
		RunE:    func(_ *cobra.Command, args []string) error { return awardStatistics(c, args[0], dir, format) },
	}
	cmd.Flags().StringVarP(&dir, "dir", "d", "", "`THƯ-MỤC` ghi các tệp; mặc định cạnh tệp vào")
	cmd.Flags().StringVar(&format, "format", "", "in kết quả kiểm tra dạng `text|json`; mặc định text")
	return cmd
}

func awardStatistics(c *console, path, dir, format string) error {
	asJSON, err := isJSON(format)
	if err != nil {
		return err
	}
	law, err := award.Default()
	if err != nil {
		return err
	}
	set, name, found, err := readRecord(path, `"bao-cao" (báo cáo)`, func(f *plan.File) bool { return f.Kind.ID == "bao-cao" })
	if err != nil {
		return err
	}
	if found.HasErrors() {
		return (report{asJSON}).print(c, found)
	}
	f := set.File(name)
	r, ok := f.Value.(*plan.Report)
	if !ok {
		found.Add(&diag.Diagnostic{Pos: f.Pos("type"), Path: "type", Rule: award.RuleReport, Message: "báo cáo này không có các mục tính được: ghi \"type\" (kiểu báo cáo)"})
		inFolder(path, found)
		return (report{asJSON}).print(c, found)
	}
	outcomes, list := reported(set, f, r, law)
	list = append(list, award.Locate(f, award.CheckMovements(r))...)
	inFolder(path, list)
	if found = append(found, list...); !found.HasErrors() {
		if dir == "" {
			dir = filepath.Dir(path)
		}
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return fmt.Errorf("không tạo được thư mục %s: %w", dir, reason(err))
		}
		for _, out := range []outFile{
			{"bieu-0601-phong-trao.csv", award.MovementForm(r).CSV()},
			{"bieu-0603-khen-thuong.csv", award.AwardForm(r.Period, outcomes...).CSV()},
		} {
			if err := c.write(filepath.Join(dir, out.name), out.data); err != nil {
				return err
			}
		}
	}
	return (report{asJSON}).print(c, found)
}

// reported judges the seasons and decisions that a report counts, each once, with
// what is wrong in them.
func reported(set *plan.Set, f *plan.File, r *plan.Report, law *award.Law) ([]*award.Outcome, diag.List) {
	var outcomes []*award.Outcome
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
			out, list := award.Count(set, of, law)
			found = append(found, award.Locate(of, list)...)
			outcomes = append(outcomes, out)
		}
	}
	return outcomes, found
}
