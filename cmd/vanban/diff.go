package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/archive"
	"github.com/vanban-go/vanban/docgen/doc"
)

func newDiff(c *console) *cobra.Command {
	var style styleFlags
	var format string
	cmd := &cobra.Command{
		Use:   "diff BẢN-CŨ BẢN-MỚI",
		Short: "So hai bản của một văn bản",
		Long: `Cho biết bản mới khác bản cũ ở đâu, theo điều, khoản, điểm: thay, thêm, bỏ chữ nào.
Mỗi bản là một tệp YAML, hoặc một PDF mang theo tệp nguồn (soạn bằng --pdf a3a). Chỉ so
chữ in ra, không so cách trình bày.

Mã thoát: 0 đã so xong; 1 một bản có lỗi; 2 không thực hiện được.`,
		Example: "  vanban diff du-thao-1.yaml du-thao-2.yaml\n  vanban diff quyet-dinh.pdf quyet-dinh.yaml",
		Args:    takes(2, 2, "hai bản để so"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return compare(cmd.Context(), c, style, format, args[0], args[1])
		},
	}
	style.add(cmd.Flags())
	cmd.Flags().StringVar(&format, "format", "", "`DẠNG` text (mặc định) hoặc json")
	return cmd
}

func compare(ctx context.Context, c *console, style styleFlags, format, before, after string) error {
	asJSON := format == formatJSON
	if before == "-" && after == "-" {
		return errors.New("đầu vào chuẩn chỉ đọc được một lần")
	}
	var o docgen.Options
	r, found, err := style.renderer(c, &o)
	if err != nil {
		return err
	}
	said := report{templates: style.templates}
	if r == nil {
		return said.print(c, found)
	}
	var both [2]*doc.Document
	for i, file := range []string{before, after} {
		d, err := documentOf(ctx, c, r, file)
		list, failure := findingsOf(err)
		if failure != nil {
			return failure
		}
		found = append(found, list...)
		both[i] = d
	}
	if found.HasErrors() {
		return said.print(c, found)
	}
	changes, err := r.Compare(ctx, both[0], both[1])
	if err != nil {
		return said.end(c, nil, err)
	}
	if asJSON {
		return printJSON(c, append([]docgen.Change{}, changes...))
	}
	if len(changes) == 0 {
		fmt.Fprintln(c.out, "Hai bản giống nhau từng chữ.")
		return nil
	}
	fmt.Fprintf(c.out, "Bản mới khác bản cũ ở %d chỗ:\n", len(changes))
	for i, change := range changes {
		fmt.Fprintf(c.out, "%d. %s.\n", i+1, change.Text)
	}
	return nil
}

// documentOf reads a paper from YAML, or from a PDF that carries its source.
func documentOf(ctx context.Context, c *console, r *docgen.Renderer, file string) (*doc.Document, error) {
	src, err := openSource(c, file)
	if err != nil {
		return nil, err
	}
	defer src.close()
	if !bytes.HasPrefix(src.content, []byte("%PDF-")) {
		return src.build(ctx, r)
	}
	data, err := readPDF(c, file)
	if file == "-" {
		data, err = src.content, nil
	}
	if err != nil {
		return nil, err
	}
	list, err := docgen.Extract(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, carries(file, err)
	}
	a, err := archive.Open(list)
	if err == nil {
		own, e := docgen.New(&a.Options)
		if e != nil {
			return nil, e
		}
		var d *doc.Document
		if d, err = a.Build(ctx, own); err == nil {
			return d, nil
		}
	}
	if errors.Is(err, archive.ErrNoPaper) {
		return nil, noPaper(file)
	}
	return nil, err
}
