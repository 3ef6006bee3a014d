package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
)

// renderFlags are the flags of vanban render.
type renderFlags struct {
	out        string
	to         []string
	style      styleFlags
	pdf        string
	placements string
	force      bool
	format     string
	draft      bool
	watch      bool
}

func newRender(c *console) *cobra.Command {
	var f renderFlags
	cmd := &cobra.Command{
		Use:   "render TỆP...",
		Short: "Soạn văn bản ra PDF, Word hoặc văn bản thuần",
		Long: `Soạn mỗi tệp YAML thành một văn bản. Tệp "-" là đầu vào chuẩn. Bản nháp .docx, .txt được
nhập rồi soạn luôn: tệp YAML nằm cạnh tệp ra, không ghi đè lên tệp đã có.

Định dạng lấy theo --to, nếu không có thì theo đuôi của tệp -o, nếu không có nữa
thì là pdf. Tệp ra nằm cạnh tệp vào khi không có -o. Tệp vào có lỗi thì không có
tệp ra; các tệp vào khác vẫn được soạn.

Kết quả kiểm tra in ra đầu ra lỗi, mỗi dòng một kết quả:
  TỆP:DÒNG:CỘT: lỗi [mã quy tắc]: nội dung (điều khoản)

Mã thoát: 0 xong và không có lỗi; 1 tệp vào có lỗi; 2 không thực hiện được.`,
		Example: `  vanban render ke-hoach.yaml
  vanban render ke-hoach.yaml -o ke-hoach.docx
  vanban render *.yaml --to pdf,docx -o ban-in/
  vanban render du-thao.docx -o ke-hoach.pdf
  vanban render - -o - < ke-hoach.yaml > ke-hoach.pdf`,
		Args: takes(1, -1, "tệp YAML"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.watch {
				return watch(cmd.Context(), c, f, args)
			}
			_, err := render(cmd.Context(), c, f, args)
			return err
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVarP(&f.out, "output", "o", "", "`NƠI-GHI` tệp ra, hoặc thư mục khi có nhiều tệp ra; - là đầu ra chuẩn")
	flags.StringSliceVar(&f.to, "to", nil, toUsage("các định dạng cần soạn", formatIDs()))
	f.style.add(flags)
	pdfFlag(flags, &f.pdf)
	flags.StringVar(&f.placements, "placements", "", "`TỆP.json` ghi vị trí số, ngày, chữ ký, con dấu, cho phần mềm ký số")
	forceFlag(flags, &f.force)
	flags.BoolVar(&f.draft, "draft", false, "soạn cả bản nháp còn thiếu phần, chừa trống chỗ thiếu")
	formatFlag(flags, &f.format)
	flags.BoolVar(&f.watch, "watch", false,
		"soạn lại mỗi khi một tệp đã đọc thay đổi, đến khi bấm Ctrl+C; còn lỗi thì tệp ra giữ bản trước")
	return cmd
}

// render renders every file. Findings of all files are printed at the end,
// sorted; a file that cannot be read or written does not stop the others. It gives the
// files that it read, or looked for.
func render(ctx context.Context, c *console, f renderFlags, files []string) (read []string, err error) {
	read = append(read, f.style.files()...)
	asJSON := f.format == formatJSON
	if files, err = expanded(files); err != nil {
		return read, err
	}
	targets, err := targetsOf(files, f.to, f.out)
	if err != nil {
		return read, err
	}
	if err := f.check(files, targets, asJSON); err != nil {
		return read, err
	}
	if t := targets[0][0]; c.screen && t.path == "-" && !strings.HasPrefix(t.format.MIME, "text/") {
		return read, fmt.Errorf("không in %s ra màn hình; ghi vào tệp bằng -o, thí dụ -o van-ban.%s, hoặc xem bản chữ bằng --to txt",
			t.format.Name, t.format.ID)
	}
	flavour, err := flavourOf(f.pdf)
	if err != nil {
		return read, err
	}
	options := docgen.Options{Flavour: flavour}
	r, found, err := f.style.renderer(c, &options)
	if err != nil {
		return read, err
	}
	failed := false
	for i := 0; r != nil && i < len(files); i++ {
		paper, list, err := f.produce(ctx, c, r, files[i], targets[i])
		read = append(read, paper.watched...)
		found = append(found, list...)
		if err == nil && !list.HasErrors() {
			err = f.deliver(c, paper, targets[i])
		}
		if err != nil && !errors.Is(err, errFound) {
			failed = true
			c.fail(err)
		}
		if ctx.Err() != nil {
			break
		}
	}
	if err := (report{asJSON, f.style.templates}).print(c, found); err != nil && !failed {
		return read, err
	}
	if failed {
		return read, errSaid
	}
	return read, nil
}

// check refuses flags that contradict each other.
func (f renderFlags) check(files []string, targets [][]target, asJSON bool) error {
	usesStdout := 0
	if asJSON {
		usesStdout++
	}
	if f.placements == "-" {
		usesStdout++
	}
	hasPDF, stdin := false, 0
	if f.style.profile == "-" {
		stdin++
	}
	for i, list := range targets {
		for _, t := range list {
			if t.path == "-" {
				usesStdout++
			} else if f.placements != "" && filepath.Clean(t.path) == filepath.Clean(f.placements) {
				return fmt.Errorf("--placements và văn bản cùng ra một tệp: %s", t.path)
			}
			hasPDF = hasPDF || t.format.ID == "pdf"
		}
		if files[i] == "-" {
			stdin++
		}
	}
	switch {
	case usesStdout > 1:
		return errors.New("chỉ một thứ ghi được ra đầu ra chuẩn: văn bản, --placements - hoặc --format json")
	case stdin > 1:
		return errors.New("đầu vào chuẩn chỉ đọc được một lần")
	case f.placements != "" && (len(files) > 1 || !hasPDF):
		return errors.New("--placements cần đúng một tệp vào và định dạng pdf")
	case f.pdf != "" && !hasPDF:
		return errors.New("--pdf cần định dạng pdf")
	}
	return nil
}

func pdfFlag(flags *pflag.FlagSet, name *string) {
	flags.StringVar(name, "pdf", "", "`LOẠI` a2a (mặc định: PDF/A-2a), a3a (PDF/A-3a, kèm tệp nguồn) hoặc plain")
}

// flavours are the values of --pdf.
var flavours = map[string]docgen.Flavour{"": docgen.A2A, "a2a": docgen.A2A, "a3a": docgen.A3A, "plain": docgen.Plain}

func flavourOf(name string) (docgen.Flavour, error) {
	if f, ok := flavours[strings.ToLower(name)]; ok {
		return f, nil
	}
	return 0, fmt.Errorf("tùy chọn --pdf nhận a2a, a3a hoặc plain, không nhận %q; "+
		"a2a để lưu trữ, dùng khi không ghi; a3a mang theo cả tệp nguồn", name)
}

// paper is one rendered document, in memory.
type paper struct {
	content    map[string][][]byte // files by format
	pages      int
	placements []docgen.Placement
	attached   []doc.Attached // what an a3a file carries
	read       []string       // files that it was made of
	watched    []string       // files that were opened for it, or looked for
}

// produce renders one file in the formats of its targets. Findings come with
// the name that the user gave the file. The YAML of a draft is written in any case. There
// is always a paper, which knows its files.
func (f renderFlags) produce(
	ctx context.Context, c *console, r *docgen.Renderer, file string, targets []target,
) (*paper, diag.List, error) {
	p := &paper{content: make(map[string][][]byte), watched: []string{file}}
	src, found, err := f.open(c, file, targets[0])
	if err != nil {
		return p, found, err
	}
	defer src.close()
	if found.HasErrors() {
		return p, found, nil
	}
	d, err := src.build(ctx, r)
	p.read = src.read
	p.watched = append(p.watched, src.opened()...)
	if err != nil {
		list, err := findingsOf(err)
		return p, append(found, list...), err
	}
	p.attached = d.Attached
	for _, t := range targets {
		result, err := p.render(ctx, r, d, t.format)
		list, err := findingsOf(err)
		if err != nil {
			return p, found, fmt.Errorf("không soạn được %s: %w", t.path, err)
		}
		if result != nil {
			list = result.Findings
		}
		found = append(found, src.named(list)...)
	}
	return p, found, nil
}

// open opens a file to be rendered. A draft is imported, and its YAML written: with findings of
// level error where it is not sure enough to be rendered.
func (f renderFlags) open(c *console, file string, t target) (*source, diag.List, error) {
	if !isDraft(file) {
		src, err := openSource(c, file)
		return src, nil, err
	}
	d, err := importFor(file, t, f.draft)
	if err != nil {
		found, err := findingsOf(err)
		if err == nil {
			err = errFound
		}
		return nil, found, err
	}
	if err := d.save(c); err != nil {
		return nil, nil, err
	}
	src, err := draftSource(file, d)
	if err != nil {
		return nil, nil, err
	}
	found := d.Findings
	if list, _ := findingsOf(d.Err()); !f.draft && list.HasErrors() {
		found = slices.DeleteFunc(found, func(d *diag.Diagnostic) bool {
			return slices.ContainsFunc(list, func(e *diag.Diagnostic) bool { return e.Rule == d.Rule && e.Message == d.Message })
		})
		found = append(found, list...)
	}
	return src, found, nil
}

// render makes the files of d in one format.
func (p *paper) render(ctx context.Context, r *docgen.Renderer, d *doc.Document, f docgen.Format) (*docgen.Result, error) {
	files, result, err := r.Files(ctx, d, f)
	if err != nil {
		return nil, err
	}
	p.content[f.ID] = files
	if f.ID == "pdf" {
		p.pages, p.placements = result.Pages, result.Placements
	}
	return result, nil
}

// deliver writes a paper that is whole to its places.
func (f renderFlags) deliver(c *console, p *paper, targets []target) error {
	out := []string{f.placements}
	for _, t := range targets {
		files := p.content[t.format.ID]
		for i := range files {
			out = append(out, pagePath(t.path, i, len(files)))
		}
		if err := spareEdited(t.path, t.format, f.force); err != nil {
			return err
		}
	}
	if err := guard(append(p.read, f.style.files()...), out); err != nil {
		return err
	}
	for _, t := range targets {
		if t.folder {
			if err := makeFolder(filepath.Dir(t.path)); err != nil {
				return err
			}
		}
		files := p.content[t.format.ID]
		if len(files) > 1 && t.path == "-" {
			return fmt.Errorf("đầu ra chuẩn chỉ nhận một trang ở định dạng %s, văn bản có %d trang", t.format.ID, len(files))
		}
		for i, data := range files {
			if err := c.write(pagePath(t.path, i, len(files)), data); err != nil {
				return err
			}
		}
		if t.format.ID == "pdf" {
			c.note("đã ghi %s, %d trang", t.path, p.pages)
			for _, a := range p.attached {
				fmt.Fprintf(c.err, "%s mang theo %s: %s, %d byte\n", t.path, a.Name, a.Description, len(a.Data))
			}
		} else {
			for i := range files {
				c.note("đã ghi %s", pagePath(t.path, i, len(files)))
			}
		}
	}
	if f.placements == "" {
		return nil
	}
	text, err := json.MarshalIndent(append([]docgen.Placement{}, p.placements...), "", "  ")
	if err != nil {
		return fmt.Errorf("write placements: %w", err)
	}
	return c.write(f.placements, append(text, '\n'))
}
