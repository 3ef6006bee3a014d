package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/docgen/serve"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

func newAward(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "award",
		Short: "Kiểm tra và soạn văn bản của một đợt khen thưởng",
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return fmt.Errorf("thiếu tên lệnh (xem: %s --help)", cmd.CommandPath())
			}
			return unknownCommand(cmd, args[0])
		},
	}
	cmd.AddCommand(newAwardCheck(c), newAwardIssue(c), newAwardImport(c), newAwardNumber(c), newAwardCalibrate(c), newAwardStatistics(c))
	return cmd
}

// readLaw gives the law with the province's own rules over it.
func readLaw(file string) (*award.Law, diag.List, error) {
	law, err := award.Default()
	if err != nil || file == "" {
		return law, nil, err
	}
	src, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, unread(file, err)
	}
	own, found := award.Parse(file, src)
	if found.HasErrors() {
		return nil, found, nil
	}
	return law.Overlay(own), found, nil
}

// record is a file that a command works on, with the files that it names: its folder
// stays open, since pictures are read from it later.
type record struct {
	*source
	set *plan.Set
}

func (r *record) file() *plan.File { return r.set.File(r.base) }

// readAwards reads a season, or a decision on awards alone, and the files that it
// names.
func readAwards(c *console, path string) (*record, diag.List, error) {
	return readRecord(c, path, `"season" (đợt khen thưởng) hoặc "quyet-dinh" có type: khen-thuong (quyết định khen thưởng)`, isAwards)
}

// isAwards reports whether a file is a season or a decision on awards alone.
func isAwards(f *plan.File) bool {
	switch f.Value.(type) {
	case *plan.Season, *plan.AwardDecision:
		return true
	}
	return false
}

// readRecord reads a file that fits and the files that it names; want says in a
// finding what kind it has to be. The caller closes the record.
func readRecord(c *console, path, want string, fits func(*plan.File) bool) (*record, diag.List, error) {
	src, err := openSource(c, path)
	if err != nil {
		return nil, nil, err
	}
	set, found := (&plan.Options{Kinds: serve.Files().Kinds}).Load(src.fsys, src.base)
	r := &record{src, set}
	if f := r.file(); f.Kind.ID != "" && !fits(f) {
		found = diag.List{{ // what else is wrong with it is another command's business
			Pos: f.Pos("kind"), Rule: plan.RuleKind, Found: f.Kind.ID, Message: fmt.Sprintf(`"kind" (loại tệp) là %q, phải là %s`,
				f.Kind.ID, want),
		}}
	}
	return r, r.named(leadElsewhere(found)), nil
}

// issueFlags are the flags of vanban award issue.
type issueFlags struct {
	dir, stage, format, law string
	pdf                     string
	to                      []string
	draft, force            bool
	only                    int
	style                   styleFlags
}

func newAwardIssue(c *console) *cobra.Command {
	var f issueFlags
	cmd := &cobra.Command{
		Use:   "issue TỆP.yaml",
		Short: "Soạn các văn bản của một đợt khen thưởng",
		Long: `Soạn các văn bản của một giai đoạn, hoặc của mọi giai đoạn đã đủ dữ liệu: báo cáo và tóm tắt thành
tích, biên bản họp Hội đồng, tờ trình, quyết định kèm danh sách, giấy khen, danh sách chi tiền
thưởng và sổ khen thưởng, quyết định sửa đổi, bổ sung, quyết định hủy bỏ. Số lượng, số tiền, ngày
tháng và kết quả biểu quyết phải khớp nhau trong tất cả; không khớp thì không văn bản nào được ghi.
Giấy khen có chữ không vừa chỗ thì báo lỗi riêng, các văn bản khác vẫn được ghi. Những điểm cần đối
chiếu trước khi ký (như số liệu pháp luật chưa kiểm chứng) ghi vào can-doi-chieu.txt. --to yaml ghi
mỗi văn bản thành một tệp, sửa lời văn được rồi soạn bằng vanban render.

Một quyết định khen thưởng không thuộc đợt nào (kind: quyet-dinh, type: khen-thuong) có các giai
đoạn từ quyet-dinh trở đi.`,
		Example: "  vanban award issue dot-khen-thuong.yaml -d ban-in/ --to pdf,docx\n" +
			"  vanban award issue dot-khen-thuong.yaml -d ban-in/ --stage quyet-dinh\n" +
			"  vanban award issue dot-khen-thuong.yaml -d ban-in/ --only 8",
		Args: takes(1, 1, "tệp đợt khen thưởng, quyết định khen thưởng"),
		RunE: func(cmd *cobra.Command, args []string) error { return awardIssue(cmd.Context(), c, args[0], f) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVarP(&f.dir, "dir", "d", "", "`THƯ-MỤC` ghi các văn bản; mặc định cạnh tệp vào")
	flags.StringSliceVar(&f.to, "to", []string{"pdf"},
		toUsage("các định dạng cần soạn; yaml: mỗi văn bản một tệp", append(formatIDs(), "yaml")))
	pdfFlag(flags, &f.pdf)
	flags.StringVar(&f.stage, "stage", "",
		"`GIAI-ĐOẠN` ho-so, tom-tat, bien-ban, to-trinh, trinh-cap-tren, quyet-dinh, giay-khen, chi-tien, sua-doi hoặc huy-bo")
	flags.IntVar(&f.only, "only", 0, "chỉ in lại giấy khen mang `SỐ` vào sổ này")
	flags.BoolVar(&f.draft, "draft", false, "soạn bản dự thảo, kể cả khi quyết định chưa có số")
	flags.StringVar(&f.law, "law", "", "`TỆP.yaml` quy định của tỉnh, đặt lên trên quy định chung")
	forceFlag(flags, &f.force)
	f.style.add(flags)
	formatFlag(flags, &f.format)
	return cmd
}

func awardIssue(ctx context.Context, c *console, path string, f issueFlags) error {
	asJSON := f.format == formatJSON
	formats, own, err := formatsOf(f.to, "yaml")
	if err != nil {
		return err
	}
	if f.stage != "" && !slices.Contains(award.Stages(), award.Stage(f.stage)) {
		return fmt.Errorf("không có giai đoạn %q; --stage nhận ho-so, tom-tat, bien-ban, to-trinh, trinh-cap-tren, quyet-dinh, "+
			"giay-khen, chi-tien, sua-doi, huy-bo", f.stage)
	}
	if f.only != 0 {
		if f.stage != "" && f.stage != string(award.CertificateStage) || f.only < 0 {
			return fmt.Errorf("--only nhận một số vào sổ, và chỉ dùng với --stage giay-khen")
		}
		f.stage = string(award.CertificateStage)
	}
	law, found, err := readLaw(f.law)
	if err != nil {
		return err
	}
	if f.pdf != "" && !slices.ContainsFunc(formats, func(f docgen.Format) bool { return f.ID == "pdf" }) {
		return errors.New("--pdf cần định dạng pdf")
	}
	var options docgen.Options
	if options.Flavour, err = flavourOf(f.pdf); err != nil {
		return err
	}
	list, err := f.style.fill(c, &options)
	if err != nil {
		return err
	}
	found = append(found, list...)
	in, list, err := readAwards(c, path)
	if err != nil {
		return err
	}
	defer in.close()
	found = append(found, list...)
	said := report{asJSON, f.style.templates}
	if found.HasErrors() {
		return said.print(c, found)
	}
	options.SharedFonts = true // a stage is many small files
	r, err := docgen.New(&options)
	if err != nil {
		return said.end(c, found, err)
	}
	var left []string
	papers, list, err := season.Papers(ctx, r, in.set, in.base, award.Stage(f.stage), season.Options{
		Law: law, Draft: f.draft, Only: f.only,
		LeftOut: func(st award.Stage, lacking diag.List) { left = append(left, leftOut(st, lacking)) },
	})
	refused, err := findingsOf(err)
	if err != nil {
		return err
	}
	found = append(found, in.named(append(list, refused...))...)
	if !found.HasErrors() {
		outcome, _ := award.CheckFile(in.set, in.file(), law)
		f.dir = cmp.Or(f.dir, filepath.Dir(path))
		mark := markOf(f.dir, in.base)
		// Everything is made before anything is written. A paper that cannot be made does not
		// stop the others.
		files, unmade, err := renderAll(ctx, r, papers, formats, len(own) > 0, mark)
		if err != nil {
			return err
		}
		found = append(found, in.named(unmade)...)
		if err := spared(f.dir, files); err != nil {
			return err
		}
		if err := c.writeAll(f.dir, files, f.force); err != nil {
			return err
		}
		if err := c.writeNotes(f.dir, mark, in.base,
			append(slices.Clone(found), in.named(award.Locate(in.file(), outcome.Unread))...)); err != nil {
			return err
		}
		if !asJSON {
			for _, line := range append(left, outdated(f.dir, files)...) {
				fmt.Fprintln(c.err, line)
			}
		}
	}
	return said.print(c, found)
}

// leftOut says in a line why a stage has no papers.
func leftOut(st award.Stage, lacking diag.List) string {
	var why []string
	for _, d := range lacking {
		why = append(why, strings.TrimLeft(strings.TrimPrefix(d.Message, "giai đoạn "+string(st)), ": "))
	}
	return fmt.Sprintf("chưa soạn %s: %s", st, strings.Join(why, "; "))
}

// renderAll makes the files of papers. What is wrong with a paper is in the list; the
// others are made.
func renderAll(
	ctx context.Context, r *docgen.Renderer, papers []season.Paper, to []docgen.Format, yaml bool, mark string,
) (all []outFile, unmade diag.List, err error) {
	for _, p := range papers {
		name := mark + p.Name
		if p.Doc == nil {
			all = append(all, outFile{name: name + p.Ext, data: p.Data})
			continue
		}
		files, err := filesOf(ctx, r, p.Doc, name, to)
		if list, err := findingsOf(err); err != nil {
			return nil, nil, err
		} else if len(list) > 0 {
			unmade = append(unmade, list...)
			continue
		}
		all = append(all, files...)
		if yaml {
			src, err := p.File.Marshal()
			if err != nil {
				return nil, nil, err
			}
			all = append(all, outFile{name: name + ".yaml", data: src})
		}
	}
	return all, unmade, nil
}

// spared refuses to write papers as YAML over files that are there: they may have been
// changed since, or be the source itself.
func spared(dir string, files []outFile) error {
	for _, out := range files {
		name := filepath.Join(dir, out.name)
		if _, err := os.Lstat(name); err == nil && filepath.Ext(name) == ".yaml" {
			return fmt.Errorf("%s đã có, không ghi đè; chọn thư mục khác bằng -d, hoặc xóa tệp đó", name)
		}
	}
	return nil
}

// writeAll writes files into a folder, which it makes where there is none: all of them,
// or none where one must not be replaced.
func (c *console) writeAll(dir string, files []outFile, force bool) error {
	for _, out := range files {
		if err := spareEdited(filepath.Join(dir, out.name), out.format, force); err != nil {
			return err
		}
	}
	if err := makeFolder(dir); err != nil {
		return err
	}
	for _, out := range files {
		if err := c.write(filepath.Join(dir, out.name), out.data); err != nil {
			return err
		}
	}
	return nil
}
