package form

import (
	"os"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/internal/fuzzing"
)

func TestGlue(t *testing.T) {
	// "~" is the no-break space, "=" the no-break hyphen, "+" a break inside a word.
	for _, want := range []string{
		"theo Kế hoạch số~65/KH=UBND ngày~10/3/2023 của",
		"Nghị định số~30/2020/NĐ=CP ngày~05~tháng~3 năm~2020",
		"điểm~a khoản~2 Điều~5 Chương~XII Phần~I",
		"tại Điều~3, khoản~2; điểm~đ) và Mục~4",
		"(Điều~3) “Điều~4”",
		"mức 1.500.000~đồng/+người, 12~triệu~đồng, 12,5~% và 08 tập thể",
		"giai đoạn 2021=2025, năm~2023~=~2025, từ năm~2023",
		"Chỉ thị số~34C=CT/TW, khóa~XVI, lần thứ~XXVIII, Quận~1, thôn~7",
		"theo Quyết định số~15=QĐ, tức là 15-QĐ",
		"kinh tế - xã hội, quốc phòng- an ninh",
		"Phụ lục~II, Phụ lục~1, quý~IV, 16~giờ 30",
		"thôn Quang Trung~2 có 3 tổ, thôn Kim~1, Trung 2, Việt Nam 2026, ông An 3",
		"số liệu, số lượng 5, ngày càng, năm nay, điểm yếu a",
		"Số~05/QĐ=UBND ngày~05~tháng~3, Ngày~05~Tháng~3, có 5 tháng",
		"Điểm~b, Khoản~2, Đợt~2, Tổ~5 có 5~đồng/+người và 5~triệu/+đồng, chương~II, thứ~II, điều II",
		"số KH=UBND, Số KH=UBND, kế hoạch KH-UBND",
		"Trang~125, Lần~2, Bước~3, Tập~1, Đợt~2, Hạng~III, Kỳ~II, Ấp~3, Tờ~5, Xóm~9, Thứ~2",
		"5.000.000~đồng/+người; (đồng/+hộ), “lượt/+năm”, ĐỒNG/+NGƯỜI/+THÁNG, 760.000đ/+người, 1,5~tấn/+ha/+vụ.",
		"đồng/+hộ gia đình/+năm, đồng/+đơn vị/+quý, đồng/+học sinh/+tháng, suất/+cá nhân",
		"và/hoặc, hộ/đình, gia/năm, người/, /người, đồng//người, đồng/", // "gia" ends no unit, "đình" begins none
		"/đồng/+người, ba lượt/+năm", "mục~5/5 và lượt/+hộ",
		"https://xã.vn/đồng/người, ubnd.vn/xã/thôn, số~12/QĐ=UBND, 12/xã, 10/3/2023, 6/8 tổ, có 2/người, UBND/xã, TT/BNV",
		"☐~Có ☑~Không, □~Có (☐)~Khác ☒", "Mã số: □ □ □ ☐~Có", "một", "", " ", "  hai  ", "Điều", "số ", "-", "- -",
	} {
		in := strings.NewReplacer("~", " ", "=", "-", "+", "").Replace(want)
		got := strings.NewReplacer(noBreakSpace, "~", noBreakHyphen, "=", string(lines.Break), "+").Replace(loose().glue(in))
		if got != want {
			t.Errorf("%q\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestMain(m *testing.M) { os.Exit(fuzzing.Run(m)) }

func FuzzGlue(f *testing.F) {
	f.Add("số 65/KH-UBND ngày 10 tháng 3 năm 2023 - 2025")
	f.Add("1,5 triệu đồng, 760.000 đồng/người")
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsFunc(s, lines.Marks) {
			return
		}
		if back := lines.Plain(loose().glue(s)); back != s {
			t.Errorf("%q comes back as %q", s, back)
		}
		if back := lines.Plain(loose().glueSense(s)); back != s {
			t.Errorf("%q as a title comes back as %q", s, back)
		}
	})
}

func BenchmarkGlue(b *testing.B) {
	s := strings.Repeat("Thực hiện Kế hoạch số 65/KH-UBND ngày 10/3/2023 của Ủy ban nhân dân huyện về giai đoạn 2023-2025. ", 25)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		loose().glue(s)
	}
}

// loose is a former for texts alone.
func loose() *former { return &former{mem: new(flow.Memory), scratch: new(scratch)} }
