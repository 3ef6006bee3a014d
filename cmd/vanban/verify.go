package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/archive"
	"github.com/vanban-go/vanban/plan/diag"
)

func newVerify(c *console) *cobra.Command {
	var fontPath string
	cmd := &cobra.Command{
		Use:   "verify TỆP.pdf",
		Short: "Đối chiếu PDF với tệp nguồn nó mang theo",
		Long: `Lấy tệp nguồn, ảnh, hồ sơ đơn vị và mẫu câu mà một PDF soạn bằng --pdf a3a mang theo,
soạn lại rồi so từng byte với chính tệp PDF. Khác thì cho biết khác ở đâu: chương trình,
bộ quy tắc, phông chữ, tệp nguồn hay nội dung trang.

Mã thoát: 0 giống hệt; 1 có khác; 2 không thực hiện được.`,
		Example: "  vanban verify quyet-dinh.pdf\n  vanban verify quyet-dinh.pdf --font-path phong-chu/",
		Args:    takes(1, 1, "tệp PDF"),
		RunE:    func(cmd *cobra.Command, args []string) error { return verify(cmd.Context(), c, args[0], fontPath) },
	}
	cmd.Flags().StringVar(&fontPath, "font-path", "", "`THƯ-MỤC` bốn tệp phông .ttf đã dùng khi soạn, nếu không dùng phông có sẵn")
	return cmd
}

func verify(ctx context.Context, c *console, file, fontPath string) error {
	src, err := readPDF(c, file)
	if err != nil {
		return err
	}
	fonts, err := openFonts(fontPath)
	if err != nil {
		return err
	}
	v, err := archive.Verify(ctx, bytes.NewReader(src), int64(len(src)), fonts)
	var found diag.List
	switch {
	case errors.As(err, &found):
		fmt.Fprintf(c.out, "%s: không soạn lại được, vì tệp nguồn mang theo có lỗi theo phiên bản này:\n", file)
		for _, d := range found {
			fmt.Fprintln(c.out, "  "+d.Error())
		}
		return errFound
	case errors.Is(err, archive.ErrNoPaper):
		return noPaper(file)
	case err != nil:
		return carries(file, err)
	}
	if v.Appended > 0 {
		fmt.Fprintf(c.out, "%s: sau tệp đã soạn có thêm %d byte: chữ ký số hoặc phần sửa về sau; "+
			"phần này không so, hãy kiểm tra bằng phần mềm ký số\n", file, v.Appended)
	}
	if v.Same {
		fmt.Fprintf(c.out, "%s: đúng nguyên bản: soạn lại từ tệp nguồn mang theo, giống hệt từng byte\n", file)
		return nil
	}
	fmt.Fprintf(c.out, "%s: khác bản soạn lại từ tệp nguồn mang theo\n", file)
	for _, d := range v.Differences {
		fmt.Fprintln(c.out, "  - "+differs(d))
	}
	if len(v.Differences) == 0 {
		fmt.Fprintln(c.out, "  - cùng chương trình, bộ quy tắc, phông chữ, tệp nguồn và cùng chữ trên mọi trang; "+
			"phần khác là hình vẽ, ảnh hoặc thông tin đi kèm: tệp đã bị sửa sau khi soạn")
	}
	return errFound
}

func noPaper(file string) error {
	return fmt.Errorf("%s không mang theo tệp nguồn của một văn bản (vanban extract cho biết nó mang theo gì)", file)
}

// differs says a difference in words.
func differs(d archive.Difference) string {
	switch {
	case d.Of == "Program" && d.Was == "":
		return "chương trình: tệp không ghi là do vanban soạn"
	case d.Of == "Program":
		return fmt.Sprintf("chương trình: tệp do %s soạn, đang dùng %s; dùng đúng phiên bản ấy để so từng byte", d.Was, d.Now)
	case d.Of == "Rules":
		return fmt.Sprintf("bộ quy tắc thể thức: trong tệp là %s, soạn lại là %s", d.Was, d.Now)
	case d.Of == "Font":
		return fmt.Sprintf("phông chữ: trong tệp là %s, soạn lại là %s; dùng --font-path để chỉ đúng phông", d.Was, d.Now)
	case d.Of == "Input":
		return "tệp nguồn: tệp mang theo không phải tệp đã soạn ra PDF này"
	case d.Of == "Page" && d.Now == "":
		return fmt.Sprintf("trang %d: trong tệp có %q, soạn lại không có", d.Page, d.Was)
	case d.Of == "Page" && d.Was == "":
		return fmt.Sprintf("trang %d: trong tệp không có %q như bản soạn lại", d.Page, d.Now)
	case d.Of == "Page":
		return fmt.Sprintf("trang %d: trong tệp là %q, soạn lại là %q", d.Page, d.Was, d.Now)
	}
	return fmt.Sprintf("%s: trong tệp là %q, soạn lại là %q", d.Of, d.Was, d.Now)
}

// readPDF reads a file, or standard input for "-".
func readPDF(c *console, file string) ([]byte, error) {
	src, err := c.read(file, math.MaxInt64)
	if err != nil {
		return nil, unread(file, err)
	}
	return src, nil
}

// carries says why the files that a PDF carries could not be taken out of it.
func carries(file string, err error) error {
	switch {
	case errors.Is(err, docgen.ErrNoAttachments):
		return fmt.Errorf("%s không mang theo tệp nào; chỉ PDF soạn bằng --pdf a3a mới có", file)
	case errors.Is(err, docgen.ErrTooLarge):
		return fmt.Errorf("không lấy được tệp kèm trong %s: tệp quá lớn hoặc mang theo quá nhiều tệp", file)
	case errors.Is(err, docgen.ErrChanged):
		return fmt.Errorf("không lấy được tệp kèm trong %s: tệp kèm không khớp mã kiểm tra, đã bị sửa hoặc hỏng", file)
	}
	return fmt.Errorf("không lấy được tệp kèm trong %s: không phải tệp PDF, hoặc tệp PDF bị hỏng", filepath.Clean(file))
}
