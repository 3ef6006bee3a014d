package draft_test

import (
	"context"
	"fmt"
	"io"
	"testing"
	"testing/fstest"
)

// twentyPages is a plan of 20 pages as Word writes it.
func twentyPages() []byte {
	d := papers["ke-hoach"]
	d.body = nil
	for i := range 12 {
		d.body = append(d.body, fmt.Sprintf("I%s. NHIỆM VỤ THỨ %d", "", i+1))
		for k := range 8 {
			d.body = append(d.body, fmt.Sprintf("%d. Nhiệm vụ của các thôn trong năm", k+1),
				"- Ủy ban nhân dân các xã, phường phối hợp với các cơ quan liên quan tổ chức thực hiện Quyết định này và báo cáo kết quả trước ngày 15 tháng 12 năm 2026.",
				"- Các đơn vị chủ động bố trí kinh phí, nhân lực; tuyên truyền đến từng hộ gia đình; kịp thời biểu dương gương người tốt, việc tốt ở cơ sở.",
				"- Phòng Văn hóa - Xã hội theo dõi, đôn đốc và tổng hợp.")
		}
	}
	file, _ := write(&d, how{head: "table", foot: "table", grid: true, set: func(m *maker) { m.split = true }})
	return file
}

// BenchmarkDraft: a draft of 20 pages read and rendered within 40 ms.
func BenchmarkDraft(b *testing.B) {
	file := twentyPages()
	pages := 0
	b.Run("read", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			read(b, "thu.docx", file)
		}
	})
	b.Run("read and rendered", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d := read(b, "thu.docx", file)
			set, found := renderer.Reading().Load(fstest.MapFS{"thu.yaml": {Data: d.YAML}}, "thu.yaml")
			if found.HasErrors() {
				b.Fatal(found)
			}
			doc, err := renderer.Build(context.Background(), set, "thu.yaml")
			if err != nil {
				b.Fatal(err)
			}
			result, err := renderer.PDF(context.Background(), io.Discard, doc)
			if err != nil {
				b.Fatal(err)
			}
			pages = result.Pages
		}
		b.ReportMetric(float64(pages), "pages")
	})
}
