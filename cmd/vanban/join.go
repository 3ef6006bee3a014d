package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen/draft"
	"github.com/vanban-go/vanban/docgen/serve"
)

func newJoin(c *console) *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "join TỆP",
		Short: "Nối các dòng bị ngắt khi chép từ PDF",
		Long: `Nối lại các dòng bị ngắt giữa câu của chữ chép từ PDF. Tệp YAML thì chỉ nối trong những mục mà
kết quả kiểm tra báo text.wrapped, mọi dòng khác giữ nguyên; tệp chữ (.txt) thì nối cả tệp. Tệp gốc
không bị sửa: kết quả in ra màn hình hoặc ghi vào tệp của -o. Chỗ không chắc thì để nguyên,
vì vậy cần đọc lại.`,
		Example: "  vanban join cong-van.yaml -o cong-van-noi.yaml\n  vanban join chep-tu-pdf.txt",
		Args:    takes(1, 1, "tệp YAML hoặc tệp chữ"),
		RunE:    func(_ *cobra.Command, args []string) error { return join(c, args[0], out) },
	}
	cmd.Flags().StringVarP(&out, "output", "o", "-", "`TỆP` ghi kết quả; - là đầu ra chuẩn (mặc định)")
	return cmd
}

// isYAML knows a file of ours without its name.
var isYAML = regexp.MustCompile(`^\x{FEFF}?(#.*\n|\s*\n)*kind:`)

func join(c *console, file, out string) error {
	src, err := openSource(c, file)
	if err != nil {
		return err
	}
	defer src.close()
	if err := guard([]string{file}, []string{out}); err != nil {
		return err
	}
	text, breaks := src.content, 0
	switch ending := strings.ToLower(filepath.Ext(file)); {
	case ending == ".yaml" || ending == ".yml" || file == "-" && isYAML.Match(src.content):
		f, found := serve.Files().Parse(file, src.content)
		if f.Value == nil {
			return report{}.print(c, found)
		}
		if breaks = draft.JoinFile(f); breaks > 0 {
			if text, err = f.Marshal(); err != nil {
				list, failure := findingsOf(err)
				if failure != nil {
					return fmt.Errorf("không ghi lại được %s; hãy nối tay các dòng", file)
				}
				return report{}.print(c, list)
			}
		}
	case !utf8.Valid(src.content):
		return errors.New(file + " không phải tệp YAML hoặc tệp chữ UTF-8")
	default:
		var joined string
		joined, breaks = draft.JoinLines(string(src.content))
		text = []byte(joined)
	}
	if err := c.write(out, text); err != nil {
		return err
	}
	hint := ""
	if breaks == 0 {
		hint = "; chỗ báo text.broken thì nối tay"
	}
	fmt.Fprintf(c.err, "đã nối %d chỗ ngắt dòng%s\n", breaks, hint)
	return nil
}
