package main

import (
	"bytes"
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/plan"
)

func newAwardCalibrate(c *console) *cobra.Command {
	var out, from string
	cmd := &cobra.Command{
		Use:   "calibrate",
		Short: "Soạn trang căn chỉnh máy in để in lên phôi giấy khen",
		Long: `Soạn một trang có thước ở mép giấy và khung của từng dòng giấy khen. In lên giấy
trắng cùng khổ, đặt lên phôi rồi soi: lệch bao nhiêu thì ghi vào "right" và "down"
của "layout" (cách in) trong tệp giấy khen hoặc tệp đợt khen thưởng.`,
		Example: "  vanban award calibrate -o can-chinh.pdf\n  vanban award calibrate --layout dot-khen-thuong.yaml -o can-chinh.pdf",
		Args:    takes(0, 0, ""),
		RunE:    func(cmd *cobra.Command, _ []string) error { return calibrate(cmd.Context(), c, from, out) },
	}
	cmd.Flags().StringVarP(&out, "output", "o", "can-chinh.pdf", "`TỆP.pdf` để ghi")
	cmd.Flags().StringVar(&from, "layout", "", "`TỆP.yaml` giấy khen, đợt khen thưởng, quyết định khen thưởng có \"layout\" (cách in)")
	return cmd
}

func calibrate(ctx context.Context, c *console, from, out string) error {
	var layout *plan.CertificateLayout
	if from != "" {
		src, err := os.ReadFile(from)
		if err != nil {
			return unread(from, err)
		}
		f, found := plan.Parse(from, src)
		if found.HasErrors() {
			return (report{}).print(c, found)
		}
		switch v := f.Value.(type) {
		case *plan.Certificate:
			layout = v.Layout
		case *plan.Season:
			if v.Certificates != nil {
				layout = v.Certificates.Layout
			}
		case *plan.AwardDecision:
			if v.Certificates != nil {
				layout = v.Certificates.Layout
			}
		default:
			return fmt.Errorf("%s không phải tệp giấy khen, đợt khen thưởng hay quyết định khen thưởng", from)
		}
	}
	r, err := docgen.New(nil)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if _, err := r.PDF(ctx, &b, r.CalibrationSheet(layout)); err != nil {
		return err
	}
	return c.write(out, b.Bytes())
}
