package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/plan/vi"
)

func newExtract(c *console) *cobra.Command {
	var folder string
	cmd := &cobra.Command{
		Use:   "extract TỆP.pdf",
		Short: "Lấy lại tệp nguồn kèm trong PDF",
		Long: `Lấy lại các tệp mà một PDF soạn bằng --pdf a3a mang theo, và in tên từng tệp.
Các tệp được ghi vào thư mục cùng tên với tệp PDF, hoặc thư mục của -d. Tệp đã có
mà khác nội dung thì không bị ghi đè. Tên tệp có ký tự lạ được thay bằng dấu _.`,
		Example: "  vanban extract quyet-dinh.pdf\n  vanban extract quyet-dinh.pdf -d nguon/",
		Args:    takes(1, 1, "tệp PDF"),
		RunE:    func(_ *cobra.Command, args []string) error { return extract(c, args[0], folder) },
	}
	cmd.Flags().StringVarP(&folder, "dir", "d", "", "`THƯ-MỤC` để ghi các tệp lấy ra")
	return cmd
}

func extract(c *console, file, folder string) error {
	src, err := readPDF(c, file)
	if err != nil {
		return err
	}
	list, err := docgen.Extract(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return carries(file, err)
	}
	if folder == "" && file == "-" {
		return errors.New("tệp PDF từ đầu vào chuẩn cần -d để biết ghi vào đâu")
	}
	folder = cmp.Or(folder, strings.TrimSuffix(file, filepath.Ext(file)))
	paths := make([]string, len(list))
	taken := make(map[string]bool)
	for i, a := range list {
		name := safeName(a.Name)
		for key := strings.ToLower(name); taken[key]; key = strings.ToLower(name) {
			name = path.Join(path.Dir(name), "_"+path.Base(name))
		}
		taken[strings.ToLower(name)] = true
		paths[i] = filepath.Join(folder, filepath.FromSlash(name))
		if old, err := os.ReadFile(paths[i]); err == nil && !bytes.Equal(old, a.Data) {
			return fmt.Errorf("đã có %s với nội dung khác", paths[i])
		}
	}
	for i, a := range list {
		if err := makeFolder(filepath.Dir(paths[i])); err != nil {
			return err
		}
		if err := c.write(paths[i], a.Data); err != nil {
			return err
		}
		fmt.Fprintln(c.out, paths[i])
	}
	return nil
}

// safeName makes of what some PDF file says a name that every system takes, that leads
// nowhere else, and that can be printed: below the folder at most as deep as it says.
func safeName(name string) string {
	var parts []string
	for part := range strings.SplitSeq(name, "/") {
		part = strings.Map(func(r rune) rune {
			if !unicode.IsPrint(r) || strings.ContainsRune(`<>:"|?*\`, r) {
				return '_'
			}
			return r
		}, strings.ToValidUTF8(part, "_"))
		part = strings.TrimRight(part, ". ")
		if stem, _, _ := strings.Cut(part, "."); vi.IsDeviceName(stem) {
			part = "_" + part
		}
		if part != "" {
			parts = append(parts, part)
		}
	}
	return cmp.Or(path.Join(parts...), "tep")
}
