package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen/batch"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan/diag"
)

// importFlags are the flags of vanban award import.
type importFlags struct {
	list        season.List
	format, law string
	dryRun      bool
}

func newAwardImport(c *console) *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use:   "import TỆP.yaml DANH-SÁCH.xlsx",
		Short: "Đưa danh sách (.xlsx, .csv) vào tệp đợt khen thưởng, quyết định khen thưởng",
		Long: `Thêm vào tệp đợt khen thưởng, hoặc quyết định khen thưởng (kind: quyet-dinh, type: khen-thuong),
những tập thể, cá nhân, hộ gia đình có trong danh sách mà đợt chưa có; với những ai đã có thì ghi
thêm phần còn thiếu, như số phiếu, xếp loại, danh hiệu đã có. Nhận ra một đối tượng theo tên, năm
sinh, đơn vị và danh hiệu, hình thức. Giá trị đã có trong đợt không bị ghi đè; danh sách ghi khác
thì báo lỗi và không ghi gì. Chú thích và thứ tự các dòng của tệp giữ nguyên; đưa vào hai lần không
làm thay đổi gì thêm. Tên các cột: docs/vi/khen-thuong.md.`,
		Example: "  vanban award import dot-khen-thuong.yaml danh-sach.xlsx --dry-run\n" +
			"  vanban award import dot-khen-thuong.yaml kiem-phieu.csv",
		Args: takes(2, 2, "tệp đợt khen thưởng, quyết định khen thưởng và tệp danh sách"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return awardImport(cmd.Context(), c, args[0], args[1], f)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.BoolVar(&f.dryRun, "dry-run", false, "chỉ in những gì sẽ thay đổi, không ghi")
	flags.StringVar(&f.list.Sheet, "sheet", "", "`TÊN` trang tính, khi tệp có nhiều trang")
	flags.StringVar(&f.list.Encoding, "encoding", "", "`BẢNG-MÃ` của danh sách: utf-16, windows-1258, vni, tcvn3, utf-8-twice ...")
	flags.StringVar(&f.list.Hidden, "hidden", "", "dòng, cột bị ẩn: `take` (lấy cả) hoặc skip (bỏ dòng ẩn)")
	flags.StringVar(&f.list.Ditto, "ditto", "", "dấu lặp lại của ô trên: `fill` (lấy giá trị của ô trên)")
	flags.StringVar(&f.law, "law", "", "`TỆP.yaml` quy định của tỉnh, đặt lên trên quy định chung")
	formatFlag(flags, &f.format)
	return cmd
}

func awardImport(ctx context.Context, c *console, path, list string, f importFlags) error {
	asJSON, err := isJSON(f.format)
	if err != nil {
		return err
	}
	law, found, err := readLaw(f.law)
	if err != nil {
		return err
	}
	in, read, err := readAwards(c, path)
	if err != nil {
		return err
	}
	defer in.close()
	for _, d := range read {
		if !season.NoNominees(d) {
			found.Add(d)
		}
	}
	if found.HasErrors() {
		return (report{json: asJSON}).print(c, found)
	}
	f.list.File = filepath.Base(list)
	result, taken, err := season.TakeIn(ctx, in.set, in.base, os.DirFS(filepath.Dir(list)), &f.list, law)
	if errors.Is(err, batch.ErrList) {
		return unread(list, err)
	}
	if err != nil {
		return err
	}
	found = append(found, in.taken(taken, list)...)
	if found.HasErrors() {
		return (report{json: asJSON}).print(c, found)
	}
	if !asJSON {
		for _, change := range result.Changes {
			fmt.Fprintln(c.out, change)
		}
		if len(result.Changes) == 0 {
			fmt.Fprintln(c.out, "không có gì thay đổi")
		}
	}
	if !f.dryRun && len(result.Changes) > 0 {
		if err := c.write(path, result.Source); err != nil {
			return err
		}
	}
	return (report{json: asJSON}).print(c, found)
}

// taken names the season and a list in findings as the user did, and flags in the place of
// keys of the list.
func (r *record) taken(found diag.List, list string) diag.List {
	for _, d := range found {
		if d.Pos.File != filepath.Base(list) {
			r.named(diag.List{d})
			continue
		}
		d.Pos.File = list
		d.Fix = listKey.ReplaceAllString(d.Fix, "dùng --$1 $2")
		d.Fix = strings.Replace(d.Fix, `ghi tên trang tính vào "sheet"`, "dùng --sheet với tên trang tính", 1)
	}
	return found
}

// listKey finds where a remedy names a key of a list.
var listKey = regexp.MustCompile(`ghi "(encoding|hidden|ditto): ([a-z0-9-]+)"(?: hay "[^"]*")? cho danh sách`)
