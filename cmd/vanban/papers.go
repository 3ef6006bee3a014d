package main

import (
	"cmp"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen/serve"
)

func newKinds(c *console) *cobra.Command {
	return newList(c, "kinds", "Liệt kê các loại tệp và công dụng",
		`Liệt kê các loại tệp: giá trị của khóa kind, tên loại, chữ viết tắt trong ký hiệu, số mẫu
trong Phụ lục III Nghị định 30/2020/NĐ-CP (hoặc bộ quy tắc, nếu chỉ bộ ấy có loại này), và
dùng để làm gì. Những tệp không phải văn bản đứng ở cuối.`, serve.Kinds, kindTable)
}

// newList makes a command that lists lines: as a table, or as JSON.
func newList[Line any](c *console, use, short, long string, lines func() []Line, table func(w io.Writer, lines []Line)) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use: use, Short: short, Long: long, Args: takes(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			if format == formatJSON {
				return printJSON(c, lines())
			}
			return printTable(c.out, func(w io.Writer) { table(w, lines()) })
		},
	}
	cmd.Flags().StringVar(&format, "format", "", "`DẠNG` text (mặc định) hoặc json")
	return cmd
}

// kindTable prints kinds under the headings of the columns.
func kindTable(w io.Writer, lines []serve.Kind) {
	fmt.Fprintf(w, "LOẠI\tTÊN GỌI\tVIẾT TẮT\tMẪU\tDÙNG ĐỂ\n")
	for _, l := range lines {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", l.Kind, l.Name, dash(l.Abbreviation), dash(cmp.Or(l.Sample, l.Standard)), l.Use)
	}
}

// dash stands for nothing in a column.
func dash(s string) string {
	return cmp.Or(s, "-")
}
