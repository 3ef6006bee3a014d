package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vanban-go/vanban/docgen/serve"
	"github.com/vanban-go/vanban/plan/vi"
)

func newNew(c *console) *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "new LOẠI",
		Short: "Tạo tệp YAML mẫu của một loại văn bản",
		Long: `Tạo tệp YAML mẫu của một loại tệp, có chú thích cho từng khóa. Không ghi loại thì in ra
các loại, như "vanban kinds". Tệp đã có không bị ghi đè.`,
		Example: "  vanban new ke-hoach -o ke-hoach.yaml",
		Args:    takes(0, -1, ""),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return chooseKind(c)
			}
			return skeleton(c, strings.Join(args, " "), out)
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "`TỆP.yaml` cần tạo; mặc định in ra đầu ra chuẩn")
	return cmd
}

// chooseKind lists the kinds to choose from.
func chooseKind(c *console) error {
	fmt.Fprintln(c.err, "vanban: thiếu loại tệp; chọn một loại ở cột đầu, thí dụ: vanban new cong-van -o cong-van.yaml")
	if err := printTable(c.err, func(w io.Writer) { kindTable(w, serve.Kinds()) }); err != nil {
		return err
	}
	return errSaid
}

func skeleton(c *console, kind, out string) error {
	if err := knownKind(kind); err != nil {
		return err
	}
	text, err := serve.Files().Skeleton(kind)
	if err != nil {
		return fmt.Errorf("không tạo được tệp mẫu loại %s: %w", kind, err)
	}
	return c.writeNew(out, text)
}

func newSchema(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "schema [LOẠI]",
		Short: "In JSON Schema cho trình soạn thảo YAML",
		Long: `In JSON Schema của một loại văn bản, hoặc của mọi loại: trình soạn thảo YAML dùng nó để gợi ý
khóa và kiểm tra ngay khi gõ.`,
		Example: "  vanban schema ke-hoach > ke-hoach.schema.json",
		Args:    takes(0, 1, ""),
		RunE: func(_ *cobra.Command, args []string) error {
			kind := ""
			if len(args) > 0 {
				kind = args[0]
				if err := knownKind(kind); err != nil {
					return err
				}
			}
			text, err := serve.Files().Schema(kind)
			if err != nil {
				return fmt.Errorf("không tạo được JSON Schema: %w", err)
			}
			return c.write("-", text)
		},
	}
}

// knownKind refuses a kind of file that does not exist.
func knownKind(id string) error {
	var ids []string
	for _, k := range serve.Files().Kinds {
		if k.ID == id {
			return nil
		}
		ids = append(ids, k.ID)
	}
	return fmt.Errorf("không có loại văn bản %q%s (xem: vanban kinds)", id, nearest(cmp.Or(vi.Slug(id), id), ids))
}
