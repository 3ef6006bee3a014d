package docgen_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/plan"
)

// TestFreeBody: a plan and a report have typed sections by default, and take a free
// body, articles and nested sections all the same, as any paper does.
func TestFreeBody(t *testing.T) {
	r := newRenderer(t)
	text := func(kind, typ, content string) string {
		t.Helper()
		src := "kind: " + kind + "\nversion: 1\n" + typ + `issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
date: 2026-03-15
subject: Công tác quý I
` + content + "signer: {position: Chủ tịch, name: Lê Văn Thắng}\ndistribution: {file_copy: [VT]}\n"
		f, found := plan.Parse("van-ban.yaml", []byte(src))
		if err := found.Err(); err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		d, found, err := docgen.Built(r.Build(context.Background(), plan.NewSet(f), f.Name))
		if err != nil || found.HasErrors() {
			t.Fatalf("%s: %v %v", kind, err, found)
		}
		var b bytes.Buffer
		if _, err := r.Text(context.Background(), &b, d); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	for _, content := range []string{
		"body: |\n  # Đánh giá\n\n  Nội dung.\n",
		"articles:\n  - {title: Phạm vi, text: Trong xã.}\n  - text: Có hiệu lực ngay.\n",
		"sections:\n  - title: KẾT QUẢ\n    sections:\n      - {title: Kinh tế, body: Tăng.}\n      - {title: Xã hội, body: Ổn định.}\n  - {title: KIẾN NGHỊ, body: Không.}\n",
	} {
		for _, kind := range []string{"ke-hoach", "bao-cao"} {
			if got, want := text(kind, "", content), text(kind, "type: general\n", content); got != want {
				t.Errorf("%s by default:\n%s\nas general:\n%s", kind, got, want)
			}
		}
	}
}
