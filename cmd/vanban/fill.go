package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen/fill"
	"github.com/vanban-go/vanban/plan/diag"
)

// maxTemplate bounds what is read of a Word file.
const maxTemplate = 256 << 20

func newFill(c *console) *cobra.Command {
	var out, format string
	var fields bool
	cmd := &cobra.Command{
		Use:   "fill MẪU.docx DỮ-LIỆU.yaml",
		Short: "Điền dữ liệu vào mẫu Word của cơ quan",
		Long: `Điền dữ liệu (.yaml, .json) vào mẫu Word của chính cơ quan. Trường viết trong mẫu là
{{Họ và tên}}, trường trộn thư (MERGEFIELD) hoặc ô nội dung (content control) của Word.
Mọi chỗ khác của mẫu giữ nguyên. Mẫu hay dữ liệu có lỗi thì không ghi tệp nào; mọi lỗi
được nêu một lần, từng lỗi với chỗ của nó trong mẫu.

-o TÊN.pdf ra PDF khi mẫu điền xong là một văn bản theo Nghị định 30/2020/NĐ-CP mà lệnh
nhận ra được hết; mẫu khác thì mở tệp .docx bằng Word rồi lưu thành PDF.

Với --fields lệnh chỉ liệt kê các trường của mẫu, kèm ví dụ để chép thành tệp dữ liệu; -o ghi
luôn thành tệp ấy.`,
		Example: `  vanban fill --fields giay-moi.docx
  vanban fill giay-moi.docx giay-moi.yaml -o giay-moi-xa-a.docx`,
		Args: func(cmd *cobra.Command, args []string) error {
			if fields {
				return takes(1, 1, "tệp mẫu")(cmd, args)
			}
			return takes(2, 2, "tệp mẫu và tệp dữ liệu")(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			asJSON := format == formatJSON
			if fields {
				return listFields(c, args[0], out, asJSON)
			}
			return fillTemplate(cmd.Context(), c, args[0], args[1], out, asJSON)
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "",
		"`TỆP.docx` hoặc TỆP.pdf để ghi; mặc định là tên tệp dữ liệu với đuôi .docx; với --fields là tệp dữ liệu; \"-\" là đầu ra chuẩn")
	cmd.Flags().BoolVar(&fields, "fields", false, "chỉ liệt kê các trường của mẫu")
	formatFlag(cmd.Flags(), &format)
	return cmd
}

// openTemplate reads a template and gives what is to be said of it. Without a template the
// findings say why.
func openTemplate(c *console, name string) (*fill.Template, diag.List, error) {
	src, err := c.read(name, maxTemplate+1)
	if err != nil {
		return nil, nil, unread(name, err)
	}
	t, err := fill.Parse(name, bytes.NewReader(src), int64(len(src)))
	if t != nil {
		return t, t.Findings(), nil
	}
	found, err := findingsOf(err)
	for _, d := range found {
		if isData(name) {
			d.Fix = fillOrder
		}
	}
	return nil, found, err
}

// isData reports whether a name is that of data, which no template is.
func isData(name string) bool {
	return slices.Contains([]string{"yaml", "yml", "json"}, endingOf(name))
}

// fillOrder says which file stands where.
const fillOrder = "ghi mẫu Word trước, dữ liệu sau: vanban fill MẪU.docx DỮ-LIỆU.yaml"

func fillTemplate(ctx context.Context, c *console, template, data, out string, asJSON bool) error {
	if template == "-" && data == "-" {
		return errors.New("chỉ một trong hai tệp đọc được từ đầu vào chuẩn")
	}
	if isData(template) && !isData(data) {
		return fmt.Errorf("hai tệp viết ngược; %s", fillOrder)
	}
	switch {
	case out != "":
	case data == "-":
		return errors.New("dữ liệu từ đầu vào chuẩn cần -o để biết ghi vào đâu")
	default:
		out = strings.TrimSuffix(data, filepath.Ext(data)) + ".docx"
	}
	if out == "-" && asJSON {
		return errors.New("--format json và -o - đều dùng đầu ra chuẩn; chọn một")
	}
	asPDF := strings.EqualFold(filepath.Ext(out), ".pdf")
	if out != "-" && !asPDF && !strings.EqualFold(filepath.Ext(out), ".docx") {
		return fmt.Errorf("tùy chọn -o nhận tên tệp .docx hoặc .pdf, không nhận %q", out)
	}
	if err := guard([]string{template, data}, []string{out}); err != nil {
		return err
	}
	said := report{json: asJSON}
	t, found, err := openTemplate(c, template)
	if err != nil {
		return err
	}
	if t == nil {
		return said.print(c, found)
	}
	src, err := openSource(c, data)
	if err != nil {
		return err
	}
	defer src.close()
	d, err := fill.ReadData(src.fsys, src.base)
	if err != nil {
		list, err := findingsOf(err)
		if err != nil {
			return err
		}
		return said.print(c, append(found, src.named(list)...))
	}
	found = append(found, src.named(t.Unused(d))...)
	var b bytes.Buffer
	if err := t.Execute(&b, d); err != nil {
		return said.end(c, found, err)
	}
	content := b.Bytes()
	if asPDF {
		var list diag.List
		if content, list, err = pdfOf(ctx, c, template, b.Bytes()); err != nil {
			return err
		}
		if found = append(found, list...); content == nil {
			return said.print(c, found)
		}
	}
	if err := c.write(out, content); err != nil {
		return err
	}
	return said.print(c, found)
}

// listFields writes what a template asks for: as YAML to copy, or as JSON.
func listFields(c *console, template, out string, asJSON bool) error {
	t, found, err := openTemplate(c, template)
	if err != nil {
		return err
	}
	if t == nil {
		return report{}.print(c, found)
	}
	fields := append([]*fill.Field{}, t.Fields()...)
	var b strings.Builder
	if asJSON {
		if err := writeJSON(&b, fields); err != nil {
			return err
		}
	} else {
		for _, f := range fields {
			writeField(&b, f, "", "")
		}
	}
	if err := c.writeNew(out, []byte(b.String())); err != nil {
		return err
	}
	return report{}.print(c, found)
}

// kindNames are the kinds of fields as people read them.
var kindNames = map[fill.FieldKind]string{
	fill.NumberField: "số", fill.MoneyField: "số tiền", fill.DateField: "ngày", fill.CheckField: "đánh dấu: true hoặc false",
	fill.ConditionField: "điều kiện: true, false, hoặc một giá trị", fill.PictureField: "tệp ảnh", fill.ListField: "danh sách",
}

// writeField writes a field as a line of YAML, with its kind and place as a comment.
func writeField(b *strings.Builder, f *fill.Field, first, rest string) {
	var notes []string
	if k := kindNames[f.Kind]; k != "" {
		notes = append(notes, k)
	}
	if f.Choices != nil {
		notes = append(notes, "một trong: "+strings.Join(f.Choices, ", "))
	}
	if len(f.Places) > 0 {
		notes = append(notes, f.Places[0])
	}
	value := ""
	switch e := f.Example.(type) {
	case string:
		value = " " + fmt.Sprintf("%q", e)
	case bool:
		value = fmt.Sprintf(" %v", e)
	}
	note := ""
	if len(notes) > 0 {
		note = "  # " + strings.Join(notes, "; ")
	}
	fmt.Fprintf(b, "%s%s:%s%s\n", first, yamlName(f.Name), value, note)
	if f.Kind == fill.ListField && len(f.Fields) == 0 {
		fmt.Fprintf(b, "%s  - %q\n", rest, f.Name+" 1")
	}
	for i, inner := range f.Fields {
		first, below := "  ", "  "
		if f.Kind == fill.ListField {
			if first, below = "    ", "    "; i == 0 {
				first = "  - "
			}
		}
		writeField(b, inner, rest+first, rest+below)
	}
}

// yamlName puts a name into quotes where YAML wants it.
func yamlName(s string) string {
	if strings.ContainsAny(s, ":#{}[],&*!|>'\"%@`") || strings.HasPrefix(s, "-") || strings.HasPrefix(s, "?") {
		return fmt.Sprintf("%q", s)
	}
	return s
}
