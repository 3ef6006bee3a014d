package docgen

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
)

// The blocks of the samples of Phụ lục III, typed from its pages: numbers are the
// ô of Phụ lục I (1 Quốc hiệu và Tiêu ngữ, 2 tên cơ quan, 3 số và ký hiệu, 4 địa
// danh và thời gian, 5a tên loại và trích yếu, 5b trích yếu công văn, 6 nội dung,
// 7 người ký, 9a kính gửi, 9b nơi nhận).
const (
	sample11  = "1 2 3 4 5a thẩm-quyền căn-cứ QUYẾT-NGHỊ: 6 ./. 7 9b"
	sample12  = "1 2 3 4 5a thẩm-quyền căn-cứ QUYẾT-ĐỊNH: 6 ./. 7 9b"
	sample14  = "1 2 3 4 5a 6 ./. 7 9b"
	sampleTwo = "1 2 3 4 5a 6 ./. 7 7 9b"  // 1.4 signed by two parties
	sampleFor = "1 2 3 4 5a 9a 6 ./. 7 9b" // 1.4 addressed to who decides
	sample15  = "1 2 3 4 5b 9a 6 ./. 7 9b"
	sample16  = "1 2 3 4 5a điện: 6 ./. 7 9b"
	sample17  = "1 2 3 4 5a 6 ./. 7 9b"
	sample18  = "1 2 3 4 5a-không-trích-yếu 6 ./. 7 9b"
	sample19  = "1 2 3 5a 6 ./. 7 7 9b"
	sample110 = "1 2 3 4 5a-không-trích-yếu 6 ./. 7 9b xác-nhận"
)

type sample struct{ kind, name, blocks, symbol string }

// sampleOf says of each kind of Điều 7 how its name is printed, which blocks it
// has, and its symbol: a công văn has no name, and neither it nor a thư công an
// abbreviation.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục I and II. Four kinds have no
// sample: hợp đồng, bản ghi nhớ and bản thỏa thuận follow 1.4 with two signers, and a
// thư công has no number.
var sampleOf = []sample{
	{"nghi-quyet", "NGHỊ QUYẾT", sample11, "NQ-UBND"},
	{"quyet-dinh", "QUYẾT ĐỊNH", sample12, "QĐ-UBND"},
	{"chi-thi", "CHỈ THỊ", sample14, "CT-UBND"},
	{"quy-che", "QUY CHẾ", sample14, "QC-UBND"},
	{"quy-dinh", "QUY ĐỊNH", sample14, "QyĐ-UBND"},
	{"thong-cao", "THÔNG CÁO", sample14, "TC-UBND"},
	{"thong-bao", "THÔNG BÁO", sample14, "TB-UBND"},
	{"huong-dan", "HƯỚNG DẪN", sample14, "HD-UBND"},
	{"chuong-trinh", "CHƯƠNG TRÌNH", sample14, "CTr-UBND"},
	{"ke-hoach", "KẾ HOẠCH", sample14, "KH-UBND"},
	{"phuong-an", "PHƯƠNG ÁN", sample14, "PA-UBND"},
	{"de-an", "ĐỀ ÁN", sample14, "ĐA-UBND"},
	{"du-an", "DỰ ÁN", sample14, "DA-UBND"},
	{"bao-cao", "BÁO CÁO", sample14, "BC-UBND"},
	{"bien-ban", "BIÊN BẢN", sample19, "BB-UBND"},
	{"to-trinh", "TỜ TRÌNH", sampleFor, "TTr-UBND"},
	{"hop-dong", "HỢP ĐỒNG", sampleTwo, "HĐ-UBND"},
	{"cong-van", "", sample15, "UBND"},
	{"cong-dien", "CÔNG ĐIỆN", sample16, "CĐ-UBND"},
	{"ban-ghi-nho", "BẢN GHI NHỚ", sampleTwo, "BGN-UBND"},
	{"ban-thoa-thuan", "BẢN THỎA THUẬN", sampleTwo, "BTT-UBND"},
	{"giay-uy-quyen", "GIẤY ỦY QUYỀN", sample14, "GUQ-UBND"},
	{"giay-moi", "GIẤY MỜI", sample17, "GM-UBND"},
	{"giay-gioi-thieu", "GIẤY GIỚI THIỆU", sample18, "GGT-UBND"},
	{"giay-nghi-phep", "GIẤY NGHỈ PHÉP", sample110, "GNP-UBND"},
	{"phieu-gui", "PHIẾU GỬI", sample14, "PG-UBND"},
	{"phieu-chuyen", "PHIẾU CHUYỂN", sample14, "PC-UBND"},
	{"phieu-bao", "PHIẾU BÁO", sample14, "PB-UBND"},
	{"thu-cong", "THƯ CÔNG", "1 2 4 5a-không-trích-yếu 6 ./. 7 9b", ""},
}

// TestKinds: the starting file of every kind, as "vanban new" writes it, becomes
// a paper with the blocks of its sample, no more and no less, in all formats and
// without findings.
func TestKinds(t *testing.T) {
	if n := len(plan.Kinds()); n != len(sampleOf) || n != 29 {
		t.Fatalf("%d kinds, Điều 7 has 29 and the table %d", n, len(sampleOf))
	}
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, k := range plan.Kinds() {
		t.Run(k.ID, func(t *testing.T) {
			want := sampleOf[i]
			if k.ID != want.kind {
				t.Fatalf("kind %d of Điều 7 is %s", i+1, want.kind)
			}
			src, err := plan.Skeleton(k.ID)
			if err != nil {
				t.Fatal(err)
			}
			d := build(t, r, string(src))
			if got := blocks(d); got != want.blocks {
				t.Errorf("blocks\n%s, in the decree\n%s", got, want.blocks)
			}
			if got := symbolOf(d); got != want.symbol {
				t.Errorf("symbol %q, by the decree %q", got, want.symbol)
			}
			checkName(t, write(t, r, d), want.name)
		})
	}
}

// build gives the document of a file's text, which has no findings.
func build(t *testing.T, r *Renderer, src string) *doc.Document {
	t.Helper()
	const name = "van-ban.yaml"
	set, found := plan.Load(fstest.MapFS{name: {Data: []byte(src)}}, name)
	for _, f := range found {
		t.Errorf("%v", f)
	}
	d, found, err := Settled(r, set, name)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Errorf("%v", f)
	}
	return d
}

// checkName holds the lines of a paper that are the name of a kind against the
// one that it shall have.
func checkName(t *testing.T, text, want string) {
	t.Helper()
	var got []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "CÔNG VĂN" || slices.ContainsFunc(sampleOf, func(k sample) bool { return line != "" && line == k.name }) {
			got = append(got, line)
		}
	}
	if strings.Join(got, " / ") != want {
		t.Errorf("names of kinds %q, by the decree %q", got, want)
	}
}

// write writes a document in each format, of which none has findings and none is
// empty, and gives its text.
func write(t *testing.T, r *Renderer, d *doc.Document) string {
	t.Helper()
	var pdf, docx, text bytes.Buffer
	ctx := context.Background()
	res, err := r.PDF(ctx, &pdf, d)
	if err != nil {
		t.Fatalf("PDF: %v", err)
	}
	for _, f := range res.Findings {
		t.Errorf("PDF: %v", f)
	}
	if _, err := r.DOCX(ctx, &docx, d); err != nil {
		t.Fatalf("DOCX: %v", err)
	}
	if _, err := r.Text(ctx, &text, d); err != nil {
		t.Fatalf("text: %v", err)
	}
	if res.Pages == 0 || pdf.Len() == 0 || docx.Len() == 0 || text.Len() == 0 {
		t.Errorf("%d pages, %d bytes of PDF, %d of DOCX, %d of text", res.Pages, pdf.Len(), docx.Len(), text.Len())
	}
	return text.String()
}

// blocks names the blocks of a document in the words of the table above.
func blocks(d *doc.Document) string {
	var out []string
	add := func(is bool, name string) {
		if is {
			out = append(out, name)
		}
	}
	for _, p := range d.Parts {
		switch p := p.(type) {
		case *doc.Letterhead:
			add(!p.NoMotto, "1")
			add(len(p.Issuer) > 0, "2")
			add(p.Number != nil, "3")
			add(p.Place != nil, "4")
			add(len(p.Subject) > 0, "5b")
		case *doc.Title:
			add(len(p.Subject) > 0, "5a")
			add(len(p.Subject) == 0, "5a-không-trích-yếu")
		case *doc.Authority:
			out = append(out, "thẩm-quyền")
		case *doc.Preamble:
			out = append(out, "căn-cứ")
		case *doc.Order:
			out = append(out, strings.ReplaceAll(p.S, " ", "-"))
		case *doc.Addressees:
			add(p.Lead == "", "9a")
			add(p.Lead != "", p.Lead[strings.LastIndex(p.Lead, " ")+1:]+":")
		case *doc.Prose, *doc.Division, *doc.DataTable, *doc.Illustration:
			add(out[len(out)-1] != "6", "6")
		case *doc.End:
			out = append(out, "./.")
		case *doc.Foot:
			for range p.Signers {
				out = append(out, "7")
			}
			add(p.Distribution != nil, "9b")
			add(len(p.Confirmation) > 0, "xác-nhận")
		default:
			out = append(out, fmt.Sprintf("%T", p))
		}
	}
	return strings.Join(out, " ")
}

func symbolOf(d *doc.Document) string {
	i := slices.IndexFunc(d.Parts, func(p doc.Part) bool { _, ok := p.(*doc.Letterhead); return ok })
	if i < 0 || d.Parts[i].(*doc.Letterhead).Number == nil {
		return ""
	}
	return d.Parts[i].(*doc.Letterhead).Number.Symbol
}
