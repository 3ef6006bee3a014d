package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen/draft"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

func newImport(c *console) *cobra.Command {
	var out, format string
	cmd := &cobra.Command{
		Use:   "import TỆP.docx|TỆP.txt|TỆP.md...",
		Short: "Nhập bản nháp Word hoặc văn bản thuần thành tệp YAML",
		Long: `Đọc bản nháp Word (.docx), văn bản thuần (.txt) hay Markdown (.md), nhận ra các phần của văn bản
và ghi thành tệp YAML: giữ đủ mọi chữ mà Word in, chỗ nào chưa chắc thì có ghi chú ngay phía
trên. Chữ không có chỗ riêng nằm trong nội dung.

Tệp ra nằm cạnh tệp vào khi không có -o, và không ghi đè lên tệp đã có. Tệp "-" là đầu vào
chuẩn.`,
		Example: `  vanban import du-thao.docx
  vanban import du-thao.txt -o ke-hoach.yaml`,
		Args: takes(1, -1, "tệp Word hoặc văn bản thuần"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return importDrafts(cmd.Context(), c, args, out, format)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVarP(&out, "output", "o", "", "`TỆP.yaml` cần ghi, khi có một tệp vào; - là đầu ra chuẩn")
	formatFlag(flags, &format)
	return cmd
}

// importDrafts reads drafts into YAML. One that cannot be read does not stop the others.
func importDrafts(ctx context.Context, c *console, files []string, out, format string) error {
	asJSON := format == formatJSON
	switch {
	case out != "" && len(files) > 1:
		return errors.New("tùy chọn -o chỉ dùng khi có một tệp vào")
	case len(files) == 1 && files[0] == "-":
		out = cmp.Or(out, "-")
	case slices.Contains(files, "-"):
		return errors.New("đầu vào chuẩn là một bản nháp; các tệp khác nhập riêng")
	}
	if out == "-" && asJSON {
		return errors.New("chỉ một thứ ghi được ra đầu ra chuẩn: tệp YAML hoặc --format json")
	}
	var found diag.List
	failed := false
	for _, file := range files {
		if ctx.Err() != nil {
			break
		}
		pictures := ""
		if out != "-" {
			pictures = pictureName(file)
		}
		d, err := c.readDraft(file, pictures)
		list, err := findingsOf(err)
		found = append(found, list...)
		if err == nil && d != nil {
			found = append(found, d.Findings...)
			to := cmp.Or(out, beside(file, "yaml"))
			if err = guard([]string{file}, []string{to}); err == nil && out == "" {
				err = isFree(to)
			}
			if err == nil {
				err = savePictures(c, filepath.Dir(to), d)
			}
			if err == nil {
				err = c.write(to, d.YAML)
			}
			if err == nil && to != "-" {
				c.note("đã ghi %s", to)
			}
		}
		if err != nil {
			failed = true
			c.fail(err)
		}
	}
	if err := (report{json: asJSON}).print(c, found); err != nil && !failed {
		return err
	}
	if failed {
		return errSaid
	}
	return nil
}

// isFree refuses a place where something stands.
func isFree(path string) error {
	if _, err := os.Lstat(path); err == nil && !isSpecial(path) {
		return fmt.Errorf("đã có %s", path)
	}
	return nil
}

// isDraft reports whether a file is one to import, by its name.
func isDraft(name string) bool {
	return slices.Contains([]string{"docx", "docm", "dotx", "txt", "md", "doc", "rtf", "odt", "pdf"}, endingOf(name))
}

// pictureName is how the names of the files of a draft's pictures begin.
func pictureName(name string) string {
	if s := vi.Slug(strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))); s != "" {
		return s
	}
	return "anh"
}

// savePictures writes the pictures of a draft beside its YAML. Their names say what is in them: one
// that stands there is the same, or another file by chance.
func savePictures(c *console, folder string, d *draft.Draft) error {
	for _, p := range d.Pictures {
		to := filepath.Join(folder, p.Name)
		if was, err := os.ReadFile(to); err == nil && bytes.Equal(was, p.Data) {
			continue
		}
		if err := isFree(to); err != nil {
			return err
		}
		if err := c.write(to, p.Data); err != nil {
			return err
		}
		c.note("đã ghi %s", to)
	}
	return nil
}

// readDraft is the function of that name, with standard input for "-": what is no Word file is text.
func (c *console) readDraft(name, pictures string) (*draft.Draft, error) {
	if name != "-" {
		return readDraft(name, pictures)
	}
	src, err := c.read(name, maxTemplate+1)
	if err != nil {
		return nil, unread("đầu vào chuẩn", err)
	}
	as := "ban-nhap.txt"
	if bytes.HasPrefix(src, []byte("PK")) {
		as = "ban-nhap.docx"
	}
	d, err := (&draft.Options{Pictures: pictures}).Read(as, bytes.NewReader(src), int64(len(src)))
	list, _ := findingsOf(err)
	if d != nil {
		list = d.Findings
	}
	for _, f := range list {
		f.Pos.File = name
	}
	return d, err
}

// readDraft reads a draft; the names of its pictures begin with pictures. The error is a list when
// the file is at fault.
func readDraft(name, pictures string) (*draft.Draft, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, unread(name, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = errors.New("đây là thư mục")
	}
	if err != nil {
		return nil, unread(name, err)
	}
	return (&draft.Options{Pictures: pictures}).Read(name, f, info.Size())
}

// imported is a draft that is rendered in one go, and where its YAML goes.
type imported struct {
	*draft.Draft
	path  string // of the YAML; empty where a file has the same already
	blank bool   // rendered with blanks for what is missing
}

// importFor reads a draft to be rendered to target: its YAML goes beside that, under a name that
// is free.
func importFor(name string, t target, blank bool) (*imported, error) {
	d, err := readDraft(name, pictureName(name))
	if err != nil {
		return nil, err
	}
	place := name
	if t.path != "-" {
		place = filepath.Join(filepath.Dir(t.path), filepath.Base(t.path))
	}
	path := beside(place, "yaml")
	for n := 2; ; n++ {
		if was, _ := os.ReadFile(path); bytes.Equal(was, d.YAML) {
			return &imported{d, "", blank}, nil
		}
		if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
			return &imported{d, path, blank}, nil
		}
		path = strings.TrimSuffix(beside(place, "yaml"), ".yaml") + fmt.Sprintf("-%d.yaml", n)
	}
}

// save writes the YAML of a draft.
func (i *imported) save(c *console) error {
	if i.path == "" {
		return nil
	}
	if err := makeFolder(filepath.Dir(i.path)); err != nil {
		return err
	}
	if err := savePictures(c, filepath.Dir(i.path), i.Draft); err != nil {
		return err
	}
	if err := c.write(i.path, i.YAML); err != nil {
		return err
	}
	c.note("đã ghi %s", i.path)
	return nil
}
