package main

import (
	"cmp"
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan"
)

// statisticsFlags are the flags of vanban award statistics.
type statisticsFlags struct {
	dir, format string
	to          []string
	force       bool
	style       styleFlags
}

func newAwardStatistics(c *console) *cobra.Command {
	var f statisticsFlags
	cmd := &cobra.Command{
		Use:   "statistics BÁO-CÁO.yaml",
		Short: "Lập biểu thống kê năm từ một báo cáo",
		Long: `Lập các biểu 0601.N đến 0605.N/BNV-TĐKT và bảng khen thưởng do cơ quan quyết định, từ một
báo cáo cùng các đợt khen thưởng, quyết định mà báo cáo dẫn. Ô để trống là số liệu mà các
tệp không có.`,
		Example: "  vanban award statistics bao-cao.yaml -d thong-ke/\n" +
			"  vanban award statistics bao-cao.yaml -d thong-ke/ --to csv,pdf,docx",
		Args: takes(1, 1, "tệp báo cáo"),
		RunE: func(cmd *cobra.Command, args []string) error { return awardStatistics(cmd.Context(), c, args[0], f) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVarP(&f.dir, "dir", "d", "", "`THƯ-MỤC` ghi các tệp; mặc định cạnh tệp vào")
	flags.StringSliceVar(&f.to, "to", []string{"csv"}, toUsage("các định dạng cần soạn", append([]string{"csv"}, formatIDs()...)))
	forceFlag(flags, &f.force)
	f.style.add(flags)
	formatFlag(flags, &f.format)
	return cmd
}

func awardStatistics(ctx context.Context, c *console, path string, f statisticsFlags) error {
	asJSON := f.format == formatJSON
	formats, own, err := formatsOf(f.to, "csv")
	if err != nil {
		return err
	}
	var options docgen.Options
	found, err := f.style.fill(c, &options)
	if err != nil {
		return err
	}
	in, list, err := readRecord(c, path, `"bao-cao" (báo cáo)`, func(f *plan.File) bool { return f.Kind.ID == "bao-cao" })
	if err != nil {
		return err
	}
	defer in.close()
	said := report{asJSON, f.style.templates}
	if found = append(found, list...); found.HasErrors() {
		return said.print(c, found)
	}
	r, err := docgen.New(&options)
	if err != nil {
		return said.end(c, found, err)
	}
	papers, list, err := season.Years(ctx, r, in.set, in.base, nil)
	refused, err := findingsOf(err)
	if err != nil {
		return err
	}
	if found = append(found, in.named(append(list, refused...))...); !found.HasErrors() {
		// Everything is made before anything is written.
		var files []outFile
		for _, p := range papers {
			if p.Data != nil {
				if len(own) > 0 {
					files = append(files, outFile{name: p.Name + p.Ext, data: p.Data})
				}
				continue
			}
			made, err := filesOf(ctx, r, p.Doc, p.Name, formats)
			if err != nil {
				return err
			}
			files = append(files, made...)
		}
		f.dir = cmp.Or(f.dir, filepath.Dir(path))
		if err := c.writeAll(f.dir, files, f.force); err != nil {
			return err
		}
	}
	return said.print(c, found)
}
