package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen"
)

func newExtract(c *console) *cobra.Command {
	var folder string
	cmd := &cobra.Command{
		Use:   "extract TỆP.pdf",
		Short: "Lấy lại tệp nguồn kèm trong PDF",
		Long: `Lấy lại các tệp mà một PDF soạn bằng --pdf a3a mang theo, và in tên từng tệp.
Các tệp được ghi vào thư mục cùng tên với tệp PDF, hoặc thư mục của -d. Tệp đã có
mà khác nội dung thì không bị ghi đè.`,
		Example: "  vanban extract quyet-dinh.pdf\n  vanban extract quyet-dinh.pdf -d nguon/",
		Args:    takes(1, 1, "tệp PDF"),
		RunE:    func(_ *cobra.Command, args []string) error { return extract(c, args[0], folder) },
	}
	cmd.Flags().StringVarP(&folder, "dir", "d", "", "`THƯ-MỤC` để ghi các tệp lấy ra")
	return cmd
}

func extract(c *console, file, folder string) error {
	var src []byte
	var err error
	if file == "-" {
		src, err = io.ReadAll(c.in)
	} else {
		src, err = os.ReadFile(file)
	}
	if err != nil {
		return fmt.Errorf("không đọc được %s: %w", file, reason(err))
	}
	list, err := docgen.Extract(bytes.NewReader(src), int64(len(src)))
	switch {
	case errors.Is(err, docgen.ErrNoAttachments):
		return fmt.Errorf("%s không mang theo tệp nào; chỉ PDF soạn bằng --pdf a3a mới có", file)
	case errors.Is(err, docgen.ErrTooLarge):
		return fmt.Errorf("không lấy được tệp kèm trong %s: tệp quá lớn hoặc mang theo quá nhiều tệp", file)
	case errors.Is(err, docgen.ErrChanged):
		return fmt.Errorf("không lấy được tệp kèm trong %s: tệp kèm không khớp mã kiểm tra, đã bị sửa hoặc hỏng", file)
	case err != nil:
		return fmt.Errorf("không lấy được tệp kèm trong %s: không phải tệp PDF, hoặc tệp PDF bị hỏng", file)
	}
	if folder == "" && file == "-" {
		return errors.New("tệp PDF từ đầu vào chuẩn cần -d để biết ghi vào đâu")
	}
	if folder == "" {
		folder = strings.TrimSuffix(file, filepath.Ext(file))
	}
	for _, a := range list {
		// A name is what some PDF file says: it must not lead anywhere.
		if !filepath.IsLocal(a.Name) || a.Name != filepath.Base(a.Name) {
			return fmt.Errorf("%s mang theo tệp có tên không dùng được: %q", file, a.Name)
		}
		if old, err := os.ReadFile(filepath.Join(folder, a.Name)); err == nil && !bytes.Equal(old, a.Data) {
			return fmt.Errorf("đã có %s với nội dung khác", filepath.Join(folder, a.Name))
		}
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("không tạo được thư mục %s: %w", folder, reason(err))
	}
	for _, a := range list {
		path := filepath.Join(folder, a.Name)
		if err := c.write(path, a.Data); err != nil {
			return err
		}
		fmt.Fprintln(c.out, path)
	}
	return nil
}
