package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/batch"
	"github.com/vanban-go/vanban/plan/diag"
)

// batchFlags are the flags of vanban batch.
type batchFlags struct {
	dir    string
	rows   string
	shard  string
	format string
	pdf    string
	style  styleFlags
	o      batch.Options
}

func newBatch(c *console) *cobra.Command {
	var f batchFlags
	cmd := &cobra.Command{
		Use:   "batch TÁC-VỤ.yaml",
		Short: "Tạo hàng loạt văn bản từ một danh sách",
		Long: `Tạo mỗi dòng của danh sách (.xlsx, .csv, .yaml) thành một văn bản, theo tác vụ.

Mọi dòng được đọc và kiểm tra trước khi ghi tệp đầu tiên. Lỗi in ra đầu ra lỗi và
ghi vào errors.csv; dòng tốt vẫn được ghi, trừ khi có --fail-fast. Tệp manifest.json
kê từng dòng với tệp, số trang và mã băm. Ctrl-C dừng sau các tệp đang làm dở; chạy
lại với --resume để làm tiếp.

Mã thoát: 0 xong và không có lỗi; 1 có dòng lỗi; 2 không thực hiện được.`,
		Example: `  vanban batch giay-khen.yaml -d ket-qua
  vanban batch giay-khen.yaml -d ket-qua --dry-run
  vanban batch giay-khen.yaml -d ket-qua --resume --verify --merge tat-ca.pdf
  vanban batch giay-khen.yaml -d phan-1 --shard 1/4
  vanban batch join phan-1 phan-2 phan-3 phan-4 -d ket-qua`,
		Args: takes(1, 1, "tệp tác vụ"),
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, name := range []string{"limit", "jobs"} {
				if flag := cmd.Flags().Lookup(name); flag.Changed && flag.Value.String() == "0" {
					return errAmount // none of them is no amount
				}
			}
			return runBatch(cmd.Context(), c, f, args[0])
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVarP(&f.dir, "dir", "d", "", "`THƯ-MỤC` ghi kết quả; mặc định là thư mục mang tên tác vụ, cạnh tác vụ")
	flags.StringSliceVar(&f.o.Formats, "to", nil, toUsage("các định dạng, thay cho \"formats\" của tác vụ", oneFile()))
	pdfFlag(flags, &f.pdf)
	flags.BoolVar(&f.o.DryRun, "dry-run", false, "chỉ kiểm tra, không ghi văn bản")
	flags.BoolVar(&f.o.FailFast, "fail-fast", false, "có dòng lỗi thì không ghi văn bản nào")
	forceFlag(flags, &f.o.Force)
	flags.BoolVar(&f.o.Resume, "resume", false, "làm tiếp một lần chạy bị dừng")
	flags.StringVar(&f.rows, "rows", "", "`3-20` chỉ làm các dòng này của danh sách")
	flags.IntVar(&f.o.Limit, "limit", 0, "`SỐ` nhiều nhất chừng này văn bản")
	flags.StringVar(&f.shard, "shard", "",
		"`i/n` chỉ làm phần thứ i trong n phần, cho nhiều máy cùng làm; auto/n, auto: lấy i (và n) từ Kubernetes, Slurm")
	flags.BoolVar(&f.o.Verify, "verify", false, "đọc lại từng tệp PDF (mẫu Word: tệp Word), tìm số và nội dung của dòng")
	flags.StringVar(&f.o.Merge, "merge", "", "`TÊN.pdf` ghép mọi văn bản thành một tệp để in hai mặt, ghi vào thư mục kết quả")
	flags.BoolVar(&f.o.Zip, "zip", false, "đóng gói mọi tệp thành một tệp .zip")
	flags.IntVar(&f.o.Workers, "jobs", 0, "`SỐ` văn bản làm cùng lúc; mặc định là số bộ xử lý")
	f.style.add(flags)
	formatFlag(flags, &f.format)
	cmd.AddCommand(newBatchJoin(c))
	return cmd
}

func newBatchJoin(c *console) *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "join THƯ-MỤC...",
		Short: "Ghép các phần đã làm bằng --shard",
		Long: `Kiểm tra các phần đã làm bằng --shard là của một tác vụ, đủ và không trùng nhau,
từng tệp còn nguyên, rồi ghi manifest.json của cả tác vụ.`,
		Example: "  vanban batch join phan-1 phan-2 -d ket-qua",
		Args:    takes(1, -1, "thư mục của các phần"),
		RunE: func(_ *cobra.Command, args []string) error {
			out := dir
			switch {
			case out == "" && len(args) > 1:
				return errors.New("ghép nhiều thư mục cần -d để biết ghi vào đâu")
			case out == "":
				out = args[0]
			}
			res, err := batch.Join(args, out)
			if err != nil {
				return batchFailure(err)
			}
			fmt.Fprintf(c.err, "đã ghép %d văn bản, %d tệp, %d trang vào %s\n", res.Written, res.Files, res.Pages, out)
			if res.Bad > 0 {
				fmt.Fprintf(c.err, "%d văn bản có lỗi, xem %s\n", res.Bad, filepath.Join(out, "errors.csv"))
				return errFound
			}
			return nil
		},
	}
	cmd.Flags().StringVarP(&dir, "dir", "d", "", "`THƯ-MỤC` ghi kết quả; mặc định là thư mục của các phần khi chỉ có một")
	return cmd
}

// runBatch does one job.
func runBatch(ctx context.Context, c *console, f batchFlags, file string) error {
	if f.rows != "" {
		if f.o.Rows.Set(f.rows) != nil {
			return fmt.Errorf("tùy chọn --rows nhận 3-20, 3-, -20 hoặc 7, không nhận %q", f.rows)
		}
	}
	var err error
	if f.shard != "" {
		if f.o.Shard, err = shardOf(f.shard, os.Getenv); err != nil {
			return err
		}
	}
	if err := f.check(); err != nil {
		return err
	}
	switch {
	case f.dir != "":
	case file == "-":
		return errors.New("tác vụ từ đầu vào chuẩn cần -d để biết ghi vào đâu")
	default:
		f.dir = strings.TrimSuffix(file, filepath.Ext(file))
	}
	if info, err := os.Stat(f.dir); err == nil && !info.IsDir() {
		return fmt.Errorf("%s là một tệp, không phải thư mục; ghi tên thư mục khác sau -d", f.dir)
	}
	src, err := openSource(c, file)
	if err != nil {
		return err
	}
	defer src.close()
	said := &batchReport{c: c, dir: filepath.Dir(file), json: f.format == formatJSON}
	job, found := batch.Load(src.fsys, src.base)
	said.list(leadElsewhere(found))
	if job == nil {
		return said.end()
	}
	if err := f.fits(job); err != nil {
		return err
	}
	found, err = f.prepare(c)
	said.list(found)
	if err != nil {
		return err
	}
	if found.HasErrors() {
		return said.end()
	}
	bar := newProgressBar(c)
	f.o.Found = func(found batch.Finding) { said.add(found.Diagnostic) }
	f.o.Progress = bar.show
	res, err := batch.Run(ctx, job, f.dir, &f.o)
	bar.end()
	if err != nil {
		_ = said.end() // what stopped the run says more
		if ctx.Err() != nil {
			return fmt.Errorf("đã dừng; những gì đã ghi ở %s còn nguyên, làm tiếp bằng --resume", f.dir)
		}
		return batchFailure(err)
	}
	if f.rows != "" && res.Documents > 0 && res.Selected == 0 && f.o.Shard.Of <= 1 {
		_ = said.end()
		return fmt.Errorf("--rows %s không chọn dòng nào của danh sách", f.rows)
	}
	said.summary(res, f)
	return said.end()
}

var errAmount = errors.New("tùy chọn --limit và --jobs nhận số từ 1 trở lên; muốn làm tất cả thì bỏ tùy chọn ấy")

// check refuses flags that are wrong or do not go together.
func (f *batchFlags) check() error {
	o := &f.o
	formats, _, err := formatsOf(o.Formats)
	if err != nil {
		return err
	}
	o.Formats = nil
	for _, f := range formats {
		if f.Paged {
			return fmt.Errorf("tùy chọn --to: %s là mỗi trang một tệp, không làm hàng loạt được", f.ID)
		}
		o.Formats = append(o.Formats, f.ID)
	}
	if _, err := flavourOf(f.pdf); err != nil {
		return err
	}
	whole := o.Shard.Of <= 1
	switch {
	case o.Limit < 0 || o.Workers < 0:
		return errAmount
	case o.Merge != "" && (filepath.Ext(o.Merge) != ".pdf" || filepath.Base(o.Merge) != o.Merge):
		return fmt.Errorf("tùy chọn --merge nhận tên một tệp .pdf, ghi trong thư mục kết quả, không nhận %q", o.Merge)
	case !whole && (o.Merge != "" || o.Zip):
		return errors.New("một phần (--shard) không gộp, không nén được: ghép các phần bằng vanban batch join trước")
	case f.pdf == "a3a" && o.Merge != "":
		return errors.New("tệp gộp (--merge) không mang được tệp nguồn của từng văn bản; bỏ --merge hoặc --pdf a3a")
	case o.DryRun && (o.Resume || o.Verify || o.Zip || o.Merge != ""):
		return errors.New("--dry-run không ghi văn bản nên không đi cùng --resume, --verify, --zip, --merge")
	}
	return nil
}

// fits refuses flags that do not go together with the job.
func (f *batchFlags) fits(job *batch.Job) error {
	formats, needs := f.o.Formats, ""
	if len(formats) == 0 {
		formats = job.Formats
	}
	switch {
	case slices.Contains(formats, "pdf"):
	case f.o.Merge != "":
		needs = "--merge"
	case f.o.Verify && job.Template == "": // a filled template is read again as a Word file
		needs = "--verify"
	case f.pdf != "":
		needs = "--pdf"
	}
	switch {
	case needs != "":
		return fmt.Errorf("%s cần định dạng pdf; thêm pdf vào --to, hoặc vào \"formats\" (định dạng) của tác vụ", needs)
	case f.o.Shard.Of > 1 && (len(job.Sort) > 0 || job.Summary != nil):
		return errors.New("tác vụ có \"sort\" (thứ tự các dòng) hoặc \"summary\" (văn bản tổng hợp) cần mọi dòng cùng lúc, " +
			"không chia phần được; bỏ --shard")
	}
	return nil
}

// prepare makes the renderer and names what it was made from.
func (f *batchFlags) prepare(c *console) (diag.List, error) {
	options := docgen.Options{SharedFonts: true}
	var err error
	if options.Flavour, err = flavourOf(f.pdf); err != nil {
		return nil, err
	}
	r, found, err := f.style.renderer(c, &options)
	if r == nil {
		return found, err
	}
	f.o.Renderer = r
	if f.o.Inputs, err = f.style.inputs(); err != nil {
		return found, err
	}
	if created := options.Created; !created.IsZero() {
		f.o.Inputs = append(f.o.Inputs, batch.Input{Name: "SOURCE_DATE_EPOCH", Data: []byte(created.String())})
	}
	f.o.Program = programHash()
	return found, nil
}

// inputs reads the files that an office brings, and what it chooses.
func (f styleFlags) inputs() ([]batch.Input, error) {
	var list []batch.Input
	add := func(name string) error {
		src, err := os.ReadFile(name)
		if err != nil {
			return unread(name, err)
		}
		list = append(list, batch.Input{Name: filepath.ToSlash(name), Data: src})
		return nil
	}
	if f.profile != "" && f.profile != "-" {
		if err := add(f.profile); err != nil {
			return nil, err
		}
	}
	if f.numbering != "" {
		list = append(list, batch.Input{Name: "--numbering", Data: []byte(f.numbering)})
	}
	for _, p := range []struct{ dir, pattern string }{{f.templates, "*.tmpl"}, {f.fontPath, "*.ttf"}} {
		if p.dir == "" {
			continue
		}
		names, err := fs.Glob(os.DirFS(p.dir), p.pattern)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			if err := add(filepath.Join(p.dir, name)); err != nil {
				return nil, err
			}
		}
	}
	return list, nil
}

// programHash tells this build of the program from others; empty when the
// system does not say where it is.
func programHash() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil))
}

// batchFailure says in Vietnamese why a run could not begin or go on.
func batchFailure(err error) error {
	var changed *batch.ChangedError
	var misfit *batch.JoinError
	var damaged *batch.DamagedError
	var at *fs.PathError
	isAt := errors.As(err, &at)
	switch {
	case errors.As(err, &damaged):
		return fmt.Errorf("bản kê %s không còn như khi được ghi, từ dòng %d; chép lại tệp ấy từ bản lưu, hoặc chạy lại từ đầu trong một "+
			"thư mục khác", damaged.Name, damaged.Line)
	case errors.Is(err, batch.ErrLocked):
		return errors.New("một lần chạy khác đang làm trong thư mục này; chờ lần ấy xong, hoặc ghi vào thư mục khác")
	case errors.Is(err, batch.ErrForeign) && isAt:
		return fmt.Errorf("thư mục kết quả đã có %s, không do vanban batch ghi; chuyển tệp ấy đi chỗ khác, hoặc ghi vào thư mục khác",
			at.Path)
	case errors.As(err, &changed):
		return fmt.Errorf("không làm tiếp được, đầu vào đã đổi:\n  %s\nchạy lại từ đầu trong một thư mục khác",
			strings.Join(changed.Changes, "\n  "))
	case errors.As(err, &misfit):
		return fmt.Errorf("không ghép được:\n  %s", strings.Join(misfit.Problems, "\n  "))
	case errors.Is(err, batch.ErrMergeName):
		return errors.New("tệp gộp (--merge) trùng tên với một văn bản của danh sách; chọn tên khác")
	case errors.Is(err, batch.ErrUnfinished):
		return errors.New("thư mục có một lần chạy dở; làm tiếp bằng --resume, hoặc ghi vào thư mục khác")
	}
	if isAt && errors.Is(err, batch.ErrList) {
		where := ""
		if errors.Is(err, fs.ErrNotExist) {
			where = "; để danh sách trong thư mục của tệp tác vụ, ghi tên nó vào list"
		}
		return fmt.Errorf("không đọc được danh sách %s: %w%s", filepath.Clean(at.Path), reason(err), where)
	} else if isAt {
		return fmt.Errorf("không làm được với %s: %w; những gì đã ghi còn nguyên, làm tiếp bằng --resume", at.Path, reason(err))
	}
	return fmt.Errorf("không làm được: %w", reason(err))
}
