package docgen

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan"
)

// pastedHeads are the headings of the plan of Cẩm Ngọc.
var pastedHeads = strings.Split(`I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích:
2. Yêu cầu
II. MỤC TIÊU
III. ĐỐI TƯỢNG, PHẠM VI VÀ THỜI GIAN THỰC HIỆN
IV. NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU
V. TIÊU CHUẨN ĐIỂN HÌNH TIÊN TIẾN
1. Tiêu chuẩn chung
VI. TỔ CHỨC THỰC HIỆN
1. Hội đồng Thi đua – Khen thưởng xã
2. Văn hoá – Thông tin
4. Các cơ quan, đơn vị và các tổ chức
5. Tài chính ngân sách
6. Đề nghị Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội
7. Đề nghị Ban Tuyên giáo Đảng ủy
VII. KINH PHÍ THỰC HIỆN`, "\n")

// TestPastedPlan pastes the text of a real plan into one body: every line is a
// paragraph as it stands, what the eye takes for a heading is one, and there are two
// findings, both right: a number left out, and a sentence broken in two. Typed field by
// field the same plan has the same words.
func TestPastedPlan(t *testing.T) {
	const folder = "../examples/ke-hoach-cam-ngoc/"
	src, err := os.ReadFile(folder + "nguon.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(src), "trên địa bàn xã Cẩm Ngọc\n")
	text, _, _ = strings.Cut(text, "Nơi nhận:")
	var body, want strings.Builder
	body.WriteString("body: |\n")
	for line := range strings.Lines(text) {
		body.WriteString("  " + line)
		if line = strings.TrimSpace(line); line != "" {
			want.WriteString(line + "\n")
		}
	}
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	var heads []string
	var got strings.Builder
	out := typed(r, "pasted ke-hoach", body.String())
	findings := regexp.MustCompile(`(?m)^\(\d+\) .*\n`)
	for line := range strings.Lines(findings.ReplaceAllString(out, "")) {
		line = strings.TrimSuffix(line, "\n")
		if head, ok := strings.CutPrefix(line, "# "); ok {
			line = strings.Trim(head, "*")
			heads = append(heads, line)
		}
		got.WriteString(line + "\n")
	}
	if got.String() != want.String() {
		t.Errorf("the lines differ:\n%s", out)
	}
	if strings.Join(heads, "\n") != strings.Join(pastedHeads, "\n") {
		t.Errorf("headings\n%s", strings.Join(heads, "\n"))
	}
	var rules []string
	for _, f := range findings.FindAllString(out, -1) {
		rules = append(rules, f[strings.IndexByte(f, '[')+1:strings.IndexByte(f, ']')])
	}
	if strings.Join(rules, " ") != "text.broken text.number" {
		t.Errorf("findings %q", rules)
	}

	set, found := plan.Load(os.DirFS(folder), "ke-hoach.yaml")
	if found.HasErrors() {
		t.Fatal(found)
	}
	paper, _ := typedPaper("ke-hoach", body.String())
	pasted, found := plan.Parse("p.yaml", []byte(paper))
	if found.HasErrors() {
		t.Fatal(found)
	}
	if typed, pasted := bodyWords(t, r, set, "ke-hoach.yaml"), bodyWords(t, r, plan.NewSet(pasted), pasted.Name); typed != pasted {
		t.Errorf("typed field by field\n%s\npasted\n%s", typed, pasted)
	}
}

// lineMarker is a number or dash at the head of a line.
var lineMarker = regexp.MustCompile(`(?m)^(\w+\.|-) `)

// bodyWords gives the words of the body of a plan, without the markers of its lines.
func bodyWords(t *testing.T, r *Renderer, set *plan.Set, name string) string {
	t.Helper()
	d, found, err := Built(r.Build(t.Context(), set, name))
	if err != nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	var b bytes.Buffer
	if _, err := r.Text(t.Context(), &b, d); err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(b.String(), "Thực hiện Kế hoạch")
	text, _, _ = strings.Cut(text, "Nơi nhận:")
	return strings.Join(strings.Fields(lineMarker.ReplaceAllString(text, "")), " ")
}
