package form

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// "~" is where no line of a title ends.
func TestGlueSense(t *testing.T) {
	for _, want := range []string{
		"Tập~thể, cá~nhân, hộ~gia~đình được~tặng Giấy~khen của~Chủ~tịch Ủy~ban~nhân~dân xã~Cẩm~Hòa",
		"Họp Hội~đồng Thi~đua - Khen~thưởng~xã xét, đề~nghị khen~thưởng năm 2026",
		"Về~việc sửa~đổi, bổ~sung Quyết~định số 12 về~tổ~chức bộ~máy",
		"Họ~và~tên, tên tập~thể, chủ~hộ",
		"Phường~Hạc~Thành, tỉnh~Lam~Sơn và~thôn~7",
		"KẾ~HOẠCH TUYÊN~TRUYỀN CỦA~XÃ CẨM HÒA",
		"", " ", "của ", " của", "một",
	} {
		in := strings.ReplaceAll(want, "~", " ")
		if got := strings.ReplaceAll(loose().glueSense(in), noBreakSpace, "~"); got != want {
			t.Errorf("%q\n got %q\nwant %q", in, got, want)
		}
	}
}

// TestTitleKindLines: a name of a paper of several lines ends them at a pause too, as
// the names of the statistical forms do.
func TestTitleKindLines(t *testing.T) {
	d := &doc.Document{Kind: "bao-cao", Parts: []doc.Part{
		&doc.Title{Kind: "Số lượng công chức làm công tác thi đua, khen thưởng của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương"},
	}}
	f, found, err := Apply(t.Context(), d, decree.Default(), metrics(t))
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	title := f.Sections[0].Blocks[0].(*flow.Paragraph).Inlines[0].(*doc.Text).S
	for _, whole := range []string{"KHEN~THƯỞNG", "TRUNG~ƯƠNG", "THÀNH~PHỐ"} {
		if !strings.Contains(strings.ReplaceAll(title, noBreakSpace, "~"), whole) {
			t.Errorf("%q may be parted in %q", whole, title)
		}
	}
}

// TestBorderlessCellsBeginTogether: without lines around them, texts side by side
// stand at the top.
func TestBorderlessCellsBeginTogether(t *testing.T) {
	for borderless, want := range map[bool]flow.VAlign{true: flow.Top, false: flow.Middle} {
		d := &doc.Document{Kind: "bao-cao", Parts: []doc.Part{&doc.DataTable{
			Borderless: borderless, Columns: []doc.Column{{Share: 1}, {Share: 1}},
			Rows: []doc.DataRow{{Cells: []doc.DataCell{{Lines: [][]doc.Inline{doc.T("a"), doc.T("b")}},
				{Lines: [][]doc.Inline{doc.T("c")}}}}},
		}}}
		f, _, err := Apply(t.Context(), d, decree.Default(), metrics(t))
		if err != nil {
			t.Fatal(err)
		}
		if got := f.Sections[0].Blocks[0].(*flow.Table).Rows[0].Cells[1].VAlign; got != want {
			t.Errorf("borderless %v: the cell stands at %v, want %v", borderless, got, want)
		}
	}
}
