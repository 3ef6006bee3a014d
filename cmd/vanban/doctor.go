package main

import (
	"fmt"
	"io"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen"
)

// tools are programs that can look at what was made. None is needed to make it.
var tools = []struct{ name, use string }{
	{"pdftotext", "đọc lại chữ trong PDF"},
	{"qpdf", "kiểm tra cấu trúc PDF"},
	{"soffice", "mở tệp Word bằng LibreOffice"},
	{"java", "chạy veraPDF kiểm tra PDF/A"},
}

func newDoctor(c *console) *cobra.Command {
	var fontPath string
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Kiểm tra phông chữ, công cụ và phiên bản",
		Long: `Cho biết phông chữ nào được dùng, phiên bản của chương trình và của các thư viện,
và những công cụ bên ngoài có thể dùng để kiểm tra tệp đã soạn (không bắt buộc).
Mã thoát 2 khi phông chữ không dùng được.`,
		Args: takes(0, 0, ""),
		RunE: func(*cobra.Command, []string) error { return doctor(c, fontPath) },
	}
	cmd.Flags().StringVar(&fontPath, "font-path", "", "`THƯ-MỤC` chứa bốn tệp phông .ttf, thí dụ Times New Roman")
	return cmd
}

func doctor(c *console, fontPath string) error {
	fonts, err := openFonts(fontPath)
	if e := printTable(c.out, func(w io.Writer) { diagnose(w, fonts) }); err == nil {
		err = e
	}
	return err
}

// diagnose prints what there is. fonts is nil when there are none to be used.
func diagnose(w io.Writer, fonts *docgen.Fonts) {
	fmt.Fprintf(w, "vanban\t%s\n", docgen.Version)
	fmt.Fprintf(w, "Go\t%s %s/%s\n", strings.TrimPrefix(runtime.Version(), "go"), runtime.GOOS, runtime.GOARCH)
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if strings.HasSuffix(m.Path, "/fpdf") || strings.HasSuffix(m.Path, "/yaml.v3") || strings.HasSuffix(m.Path, "/docx") {
				fmt.Fprintf(w, "%s\t%s\n", m.Path, m.Version)
			}
		}
	}
	if fonts != nil {
		fmt.Fprintf(w, "phông chữ\t%s: đủ bốn kiểu, đủ chữ tiếng Việt\n", fonts.Family())
	}
	for _, t := range tools {
		where, missing := exec.LookPath(t.name)
		if missing != nil {
			where = "không có (không bắt buộc)"
		}
		fmt.Fprintf(w, "%s\t%s, để %s\n", t.name, where, t.use)
	}
}
