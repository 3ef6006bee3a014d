package season_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// TestBodies (matter 3) makes every paper of a season of a school, a Sở, a company, a Party committee,
// a union and a ministry: each bears the words of that body, in every format, and none of a
// People's Committee.
func TestBodies(t *testing.T) {
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	const state, party = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", "ĐẢNG CỘNG SẢN VIỆT NAM"
	for _, tt := range []struct {
		name, heading string
		title         string // who decides
		papers        int
		has           map[string]string // by paper
	}{
		{"truong-hoc", state, "Hiệu trưởng Trường Trung học phổ thông Lam Sơn", 8 + 4, map[string]string{
			"quyet-dinh-khen-thuong":      "HIỆU TRƯỞNG TRƯỜNG TRUNG HỌC PHỔ THÔNG LAM SƠN|năm học 2025 - 2026|Số: 318/QĐ-THPTLS",
			"danh-sach-chi-tien-thuong":   "của Hiệu trưởng Trường Trung học phổ thông Lam Sơn|HIỆU TRƯỞNG",
			"giay-khen-004-h-linh-e-ban":  "Ông H'LINH Ê-BAN|Đã có thành tích: Tận tụy",
			"giay-khen-002-nguyen-van-an": "HIỆU TRƯỞNG TRƯỜNG TRUNG HỌC PHỔ THÔNG LAM SƠN|Đã có 02 sáng kiến|Số sổ vàng: 02",
			"bien-ban-hop-hoi-dong":       "Hội đồng Thi đua - Khen thưởng Trường xét, đề nghị khen thưởng năm học 2025 - 2026",
			"tom-tat-thanh-tich":          "được đề nghị khen thưởng năm học 2025 - 2026",
			"to-trinh":                    "Hiệu trưởng Trường Trung học phổ thông Lam Sơn",
			"so-khen-thuong":              "318/QĐ-THPTLS",
			"giay-khen-003-le-thi-binh":   "Bà LÊ THỊ BÌNH",
			"giay-khen-001-to-toan-tin":   "TỔ TOÁN - TIN",
			"bien-ban-kiem-phieu":         "Kiểm phiếu bầu khen thưởng năm học 2025 - 2026",
		}},
		{"so", state, "Giám đốc Sở Nội vụ", 8 + 4, map[string]string{
			"quyet-dinh-khen-thuong":      "GIÁM ĐỐC SỞ NỘI VỤ|Quỹ thi đua, khen thưởng của Sở năm 2026",
			"giay-khen-002-nguyen-van-an": "GIÁM ĐỐC SỞ NỘI VỤ",
			"bien-ban-hop-hoi-dong":       "Hội đồng Thi đua - Khen thưởng Sở",
		}},
		{"cong-ty", state, "Giám đốc Công ty Cổ phần Nông sản Lam Sơn", 8 + 4, map[string]string{
			"quyet-dinh-khen-thuong": "GIÁM ĐỐC CÔNG TY CỔ PHẦN NÔNG SẢN LAM SƠN|Quỹ thi đua, khen thưởng của Công ty năm 2026",
			"to-trinh":               "Giám đốc Công ty Cổ phần Nông sản Lam Sơn",
		}},
		{"dang-uy", party, "Ban Thường vụ Đảng ủy xã Cẩm Hòa", 8 + 5, map[string]string{
			"to-trinh":                    "Số 21-TTr/BXDĐ|số 03-BB/HĐTĐKT ngày 04",
			"quyet-dinh-khen-thuong":      "BAN THƯỜNG VỤ ĐẢNG ỦY XÃ CẨM HÒA|T/M BAN THƯỜNG VỤ|Số 318-QĐ/ĐU|số 21-TTr/BXDĐ ngày 07|Quỹ thi đua, khen thưởng của Đảng bộ năm 2026",
			"giay-khen-002-nguyen-van-an": "BAN THƯỜNG VỤ ĐẢNG ỦY XÃ CẨM HÒA|T/M BAN THƯỜNG VỤ|BÍ THƯ|số 318-QĐ/ĐU",
			"danh-sach-chi-tien-thuong":   "số 318-QĐ/ĐU",
			"so-khen-thuong":              "318-QĐ/ĐU",
			"bien-ban-hop-hoi-dong":       "Hội đồng Thi đua - Khen thưởng Đảng bộ",
		}},
		{"cong-doan", state, "Ban Thường vụ Liên đoàn Lao động tỉnh Lam Sơn", 8 + 5, map[string]string{
			"quyet-dinh-khen-thuong":      "BAN THƯỜNG VỤ LIÊN ĐOÀN LAO ĐỘNG TỈNH LAM SƠN|TM. BAN THƯỜNG VỤ",
			"giay-khen-002-nguyen-van-an": "BAN THƯỜNG VỤ LIÊN ĐOÀN LAO ĐỘNG TỈNH LAM SƠN",
		}},
		{"bo", state, "Bộ trưởng Bộ Nội vụ", 8 + 5, map[string]string{
			"quyet-dinh-khen-thuong":      "BỘ TRƯỞNG BỘ NỘI VỤ|Bằng khen của Bộ trưởng Bộ Nội vụ",
			"bang-khen-002-nguyen-van-an": "BỘ TRƯỞNG BỘ NỘI VỤ|BẰNG KHEN",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			name := tt.name + ".yaml"
			set, found := plan.Load(os.DirFS("testdata/bodies"), name)
			if err := found.Err(); err != nil {
				t.Fatal(err)
			}
			ctx := context.Background()
			papers, _, err := made(season.Papers(ctx, r, set, name, "", season.Options{}))
			if err != nil {
				t.Fatal(err)
			}
			if len(papers) != tt.papers {
				t.Errorf("%d papers, want %d", len(papers), tt.papers)
			}
			seen := 0
			for _, p := range papers {
				text := string(p.Data)
				if p.Doc != nil {
					var b bytes.Buffer
					if _, err := r.Text(ctx, &b, p.Doc); err != nil {
						t.Fatal(err)
					}
					if _, err := r.PDF(ctx, io.Discard, p.Doc); err != nil {
						t.Fatal(err)
					}
					text = strings.ReplaceAll(b.String(), string(doc.NoBreakSpace), " ")
					if !strings.Contains(text, tt.heading) {
						t.Errorf("%s has not the heading %s", p.Name, tt.heading)
					}
				}
				text = strings.Join(strings.Fields(strings.NewReplacer("**", "", "*", "").Replace(text)), " ")
				for _, other := range []string{"Ủy ban nhân dân xã", "ỦY BAN NHÂN DÂN XÃ", "QĐ-UBND", "chính quyền địa phương"} {
					if strings.Contains(text, other) {
						t.Errorf("%s says %q", p.Name, other)
					}
				}
				if want, ok := tt.has[p.Name]; ok {
					seen++
					for _, w := range strings.Split(want, "|") {
						if !strings.Contains(text, w) {
							t.Errorf("%s has no %q in %s", p.Name, w, text)
						}
					}
				}
			}
			if seen != len(tt.has) {
				t.Errorf("%d papers of %d were there", seen, len(tt.has))
			}
		})
	}
}

// TestPaymentList (matter 25): there is room to sign, accounts stand where somebody has one, and the sums
// are the last rows of the table, before the signatures.
func TestPaymentList(t *testing.T) {
	src, err := os.ReadFile("testdata/bodies/so.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, accounts := range []bool{false, true} {
		text := string(src)
		if accounts {
			text = strings.Replace(text, "    birth_year: 1975\n",
				"    birth_year: 1975\n    identity: \"038075001234\"\n    account: \"0101000123456, Ngân hàng A\"\n", 1)
		}
		papers := stageOf(t, text, award.PaymentStage)
		var table *doc.DataTable
		for _, p := range papers[0].Doc.Parts {
			if d, ok := p.(*doc.DataTable); ok {
				table = d
			}
		}
		if table.RowHeight < doc.MM(9) {
			t.Errorf("rows of %.0f mm", table.RowHeight.MM())
		}
		var titles []string
		for i, c := range table.Rows[0].Cells {
			title := doc.PlainText(c.Lines[0], "")
			titles = append(titles, title)
			if title == "Ký nhận" && table.Columns[i].Width < doc.MM(25) {
				t.Errorf("%.0f mm to sign", table.Columns[i].Width.MM())
			}
		}
		all := strings.Join(titles, "; ")
		want := "STT; Họ và tên, tên tập thể; Đơn vị; Hệ số; Mức lương cơ sở; Số tiền thưởng; Ký nhận; Ghi chú"
		if accounts {
			want = "STT; Họ và tên, tên tập thể; Đơn vị; Số định danh cá nhân; Hệ số; Mức lương cơ sở; Số tiền thưởng; Số tài khoản, ngân hàng; Ký nhận; Ghi chú"
		}
		if all != want {
			t.Errorf("columns %s", all)
		}
		last := table.Rows[len(table.Rows)-1]
		if words := doc.PlainText(last.Cells[0].Lines[0],
			""); words != "Tổng số tiền (Bằng chữ): Bốn triệu năm trăm sáu mươi nghìn đồng." || last.Role != doc.TotalRow {
			t.Errorf("the last row says %q", words)
		}
	}
}

// TestListHeadings (matter 24): a list of one kind names that kind alone, and has one sum.
func TestListHeadings(t *testing.T) {
	src, err := os.ReadFile("testdata/bodies/so.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(src)
	from, to := strings.Index(text, "  - kind: collective"), strings.Index(text, "  - kind: individual")
	text = text[:from] + text[to:]
	var b bytes.Buffer
	r, _ := docgen.New(nil)
	if _, err := r.Text(context.Background(), &b, stageOf(t, text, award.DecisionStage)[0].Doc); err != nil {
		t.Fatal(err)
	}
	flat := strings.Join(strings.Fields(b.String()), " ")
	if strings.Contains(flat, "tên tập thể") || strings.Contains(flat, "địa chỉ") || strings.Count(flat, "Cộng ") != 0 ||
		!strings.Contains(flat, "Tổng cộng") {
		t.Error(flat)
	}
}

// stageOf makes the papers of a stage of a season.
func stageOf(t *testing.T, text string, stage award.Stage) []season.Paper {
	t.Helper()
	set, found := plan.Load(mapFS(map[string]string{"a.yaml": text}), "a.yaml")
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	papers, _, err := made(season.Papers(context.Background(), r, set, "a.yaml", stage, season.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	return papers
}

func mapFS(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}
