package docgen_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
)

// notice is a one-page paper.
const notice = `kind: quyet-dinh
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
number: "512"
date: 2026-12-15
subject: Về việc cử công chức tham gia lớp bồi dưỡng nghiệp vụ thi đua, khen thưởng năm 2026
decided_by: chairman
legal_bases:
  - Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
  - Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022
  - Theo đề nghị của Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 41/TTr-VHXH ngày 09 tháng 12 năm 2026
articles:
  - Cử bà Nguyễn Thị Hoa, công chức Phòng Văn hóa - Xã hội, tham gia lớp bồi dưỡng nghiệp vụ thi đua, khen thưởng năm 2026 do Sở Nội vụ tổ chức, thời gian từ ngày 20 tháng 12 năm 2026 đến hết ngày 24 tháng 12 năm 2026.
  - Bà Nguyễn Thị Hoa được hưởng nguyên lương, phụ cấp và các chế độ khác theo quy định trong thời gian tham gia lớp bồi dưỡng; có trách nhiệm chấp hành nội quy của lớp và báo cáo kết quả học tập khi kết thúc.
  - text: Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã, Trưởng phòng Văn hóa - Xã hội, Trưởng phòng Kinh tế và bà Nguyễn Thị Hoa chịu trách nhiệm thi hành Quyết định này.
    executes: true
signer: {position: Chủ tịch, name: Lê Văn Thắng}
distribution: {to: [Sở Nội vụ (b/c)], file_copy: [VT, VHXH]}
`

// source is a paper ready to be built.
type source struct {
	set  *plan.Set
	name string
}

func onePage(tb testing.TB) source {
	f, found := plan.Parse("quyet-dinh.yaml", []byte(notice))
	if len(found) > 0 {
		tb.Fatal(found)
	}
	return source{plan.NewSet(f), f.Name}
}

func thePlan(tb testing.TB) source {
	set, found := plan.Load(os.DirFS("../examples/ke-hoach-cam-ngoc"), "ke-hoach.yaml")
	if len(found) > 0 {
		tb.Fatal(found)
	}
	return source{set, "ke-hoach.yaml"}
}

// BenchmarkPDF measures from the decoded paper to the bytes of the file.
func BenchmarkPDF(b *testing.B) {
	for _, bb := range []struct {
		name   string
		paper  func(testing.TB) source
		shared bool
	}{
		{"OnePage/Shared", onePage, true},
		{"OnePage/Exact", onePage, false},
		{"Plan/Shared", thePlan, true},
		{"Plan/Exact", thePlan, false},
	} {
		b.Run(bb.name, func(b *testing.B) {
			r, err := docgen.New(&docgen.Options{SharedFonts: bb.shared})
			if err != nil {
				b.Fatal(err)
			}
			write(b, r, bb.paper(b), r.PDF)
		})
	}
}

// TestExactSize: a page with its exact letters stays a small file.
func TestExactSize(t *testing.T) {
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	s := onePage(t)
	d, found, err := docgen.Built(r.Build(t.Context(), s.set, s.name))
	if err != nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	var file bytes.Buffer
	const most = 35_000
	if _, err := r.PDF(t.Context(), &file, d); err != nil || file.Len() >= most {
		t.Errorf("%d bytes, want fewer than %d, and no error: %v", file.Len(), most, err)
	}
}

// BenchmarkDeflate measures the deflating of a one-page paper's own page stream, quickly and by
// the standard library: what a page costs at least. docs/performance.md says how many times that
// the whole paper may take.
func BenchmarkDeflate(b *testing.B) {
	r, err := docgen.New(&docgen.Options{SharedFonts: true})
	if err != nil {
		b.Fatal(err)
	}
	s := onePage(b)
	d, found, err := docgen.Built(r.Build(b.Context(), s.set, s.name))
	if err != nil || found.HasErrors() {
		b.Fatal(err, found)
	}
	var file bytes.Buffer
	if _, err := r.PDF(b.Context(), &file, d); err != nil {
		b.Fatal(err)
	}
	_, behind, _ := bytes.Cut(file.Bytes(), []byte("stream\n")) // pages come first
	packed, err := zlib.NewReader(bytes.NewReader(behind))
	if err != nil {
		b.Fatal(err)
	}
	page, err := io.ReadAll(packed)
	if err != nil || !bytes.Contains(page, []byte(" Tf\n")) {
		b.Fatalf("no page: %v", err)
	}
	w, err := zlib.NewWriterLevel(nil, zlib.BestSpeed)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		w.Reset(io.Discard)
		w.Write(page)
		w.Close()
	}
	b.ReportMetric(float64(len(page)), "B/page")
}

// pages is a report of about n pages.
func pages(n int) func(testing.TB) source {
	return func(tb testing.TB) source {
		var b strings.Builder
		b.WriteString(`kind: bao-cao
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
date: 2026-12-15
subject: Kết quả thực hiện nhiệm vụ năm 2026
signer: {position: Chủ tịch, name: Lê Văn Thắng}
distribution: {file_copy: [VT]}
body: |
`)
		for i := range n {
			fmt.Fprintf(&b, "  # Nhiệm vụ thứ %d\n\n", i+1)
			for range 7 {
				b.WriteString("  Tiếp tục đổi mới, nâng cao nhận thức, thực hiện có hiệu quả việc **tuyên truyền**, nhân rộng điển hình tiên tiến, tạo nhân tố thúc đẩy các phong trào thi đua yêu nước ngày càng phát triển, lôi cuốn đông đảo các tầng lớp Nhân dân tích cực tham gia.\n\n")
				b.WriteString("  - Gắn với các phong trào thi đua trong các lĩnh vực cụ thể, khơi dậy tinh thần tự giác, tự lực, tự cường;\n\n")
			}
		}
		f, found := plan.Parse("bao-cao.yaml", []byte(b.String()))
		if err := found.Err(); err != nil {
			tb.Fatal(err)
		}
		return source{plan.NewSet(f), f.Name}
	}
}

// BenchmarkPages measures from the decoded paper to the bytes of the PDF: the cost
// grows with the pages and no faster.
func BenchmarkPages(b *testing.B) {
	for _, n := range []int{1, 6, 50, 500} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			r, err := docgen.New(nil)
			if err != nil {
				b.Fatal(err)
			}
			write(b, r, pages(n)(b), r.PDF)
		})
	}
}

// BenchmarkDOCX measures from the decoded paper to the bytes of the file.
func BenchmarkDOCX(b *testing.B) {
	for _, bb := range []struct {
		name  string
		paper func(testing.TB) source
	}{{"OnePage", onePage}, {"Plan", thePlan}} {
		b.Run(bb.name, func(b *testing.B) {
			r, err := docgen.New(nil)
			if err != nil {
				b.Fatal(err)
			}
			write(b, r, bb.paper(b), r.DOCX)
		})
	}
}

// BenchmarkLoad measures from the bytes of the YAML to the typed paper.
func BenchmarkLoad(b *testing.B) {
	src, err := os.ReadFile("../examples/ke-hoach-cam-ngoc/ke-hoach.yaml")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, found := plan.Parse("ke-hoach.yaml", src); len(found) > 0 {
			b.Fatal(found)
		}
	}
}

// BenchmarkNew measures what is prepared once: wording and fonts.
func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := docgen.New(nil); err != nil {
			b.Fatal(err)
		}
	}
}

type writer = func(context.Context, io.Writer, *doc.Document) (*docgen.Result, error)

func write(b *testing.B, r *docgen.Renderer, s source, to writer) {
	ctx := context.Background()
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		d, found, err := docgen.Built(r.Build(ctx, s.set, s.name))
		if err != nil || found.HasErrors() {
			b.Fatal(err, found)
		}
		if _, err := to(ctx, &out, d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(out.Len()), "B/file")
}
