package form

import (
	"bytes"
	"encoding/base64"
	"flag"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/dump"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/internal/casefile"
	"github.com/vanban-go/vanban/plan/diag"
)

var update = flag.Bool("update", false, "rewrite the case files in testdata")

func at(line int) diag.Pos { return diag.Pos{File: "x.yaml", Line: line, Column: 1} }

func metrics(t testing.TB) font.Metrics {
	t.Helper()
	m, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func letterhead(number, symbol string) *doc.Letterhead {
	return &doc.Letterhead{
		Issuer: []string{"Ủy ban nhân dân xã Cẩm Hòa"},
		Number: &doc.Number{Value: number, Symbol: symbol},
		Place:  &doc.PlaceDate{Place: "Cẩm Hòa", Year: 2026, Month: 1, Day: 5},
	}
}

func prose(s string) *doc.Prose { return &doc.Prose{Inlines: doc.T(s)} }

func chairman() doc.Signer { return doc.Signer{Position: "Chủ tịch", Name: "Lê Văn Thắng"} }

func distribution(to ...string) *doc.Distribution {
	d := &doc.Distribution{FileCopy: doc.T("VT, VHXH")}
	for _, s := range to {
		d.To = append(d.To, doc.Entry{Inlines: doc.T(s)})
	}
	return d
}

func cell(s string) doc.DataCell { return doc.DataCell{Lines: [][]doc.Inline{doc.T(s)}} }

func cellsOf(words ...string) []doc.DataCell {
	out := make([]doc.DataCell, len(words))
	for i, w := range words {
		out[i] = cell(w)
	}
	return out
}

// A picture of one pixel.
func pixel(name string) *doc.Picture {
	const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
	data, err := base64.StdEncoding.DecodeString(png)
	if err != nil {
		panic(err)
	}
	return &doc.Picture{Name: name, Data: data}
}

func decision() *doc.Document {
	return &doc.Document{
		Kind: "quyet-dinh",
		Parts: []doc.Part{
			letterhead("", "QĐ-UBND"),
			&doc.Title{Kind: "Quyết định", Subject: doc.T("Về việc tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã Cẩm Hòa")},
			&doc.Authority{Name: "Chủ tịch Ủy ban nhân dân xã Cẩm Hòa"},
			&doc.Preamble{Bases: []doc.Entry{
				{Inlines: doc.T("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025")},
				{Inlines: doc.T("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;")},
				{Inlines: doc.T("Theo đề nghị của Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 41/TTr-VHXH ngày 09 tháng 12 năm 2026,")},
			}},
			&doc.Order{S: "Quyết định:"},
			&doc.Division{Level: 1, ID: "tang",
				Text: doc.T("Tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã cho 07 tập thể, 26 cá nhân và 04 hộ gia đình (có Danh sách kèm theo).")},
			&doc.Division{Level: 1, Text: doc.T("Tổng số tiền thưởng là 34.960.000 đồng, gồm:"), Parts: []doc.Part{
				&doc.Division{Level: 2, ID: "tap-the", Text: doc.T("Tập thể: 1.520.000 đồng/tập thể, trong đó:"), Parts: []doc.Part{
					&doc.Division{Level: 3, ID: "thon", Text: doc.T("Thôn;")},
					&doc.Division{Level: 3, Text: doc.T("Trường học.")},
				}},
				&doc.Division{Level: 2, Text: doc.T("Cá nhân: 760.000 đồng/người.")},
			}},
			&doc.Division{Level: 1, Text: []doc.Inline{
				&doc.Text{S: "Chánh Văn phòng và các tập thể, cá nhân có tên tại "}, &doc.Ref{ID: "tang"}, &doc.Text{S: " và "},
				&doc.Ref{ID: "thon"}, &doc.Text{S: " chịu trách nhiệm thi hành Quyết định này."},
			}},
			&doc.End{},
			&doc.Foot{
				Signers:      []doc.Signer{{Authority: []string{"KT. Chủ tịch"}, Position: "Phó Chủ tịch", Name: "Phạm Thị Hòa"}},
				Distribution: distribution("Như Điều 3", "Sở Nội vụ (b/c)"),
			},
			&doc.Annex{
				Title:     doc.T("Danh sách"),
				Note:      doc.T("Tập thể được tặng Giấy khen"),
				Reference: doc.T("(Kèm theo Quyết định số 512/QĐ-UBND ngày 15 tháng 12 năm 2026 của Chủ tịch Ủy ban nhân dân xã Cẩm Hòa)"),
				Parts: []doc.Part{
					&doc.Division{Level: 1, Title: doc.T("Tập thể"), Parts: []doc.Part{
						&doc.DataTable{
							Unit: doc.T("Đơn vị tính: đồng"), Header: 2,
							Columns: []doc.Column{{Align: doc.Center}, {}, {}, {Width: 35 * doc.Millimetre, Align: doc.Right}},
							Rows: []doc.DataRow{
								{Cells: cellsOf("STT", "Tên tập thể", "Địa chỉ", "Tiền thưởng")},
								{Role: doc.NumbersRow, Cells: cellsOf("1", "2", "3", "4")},
								{Role: doc.GroupRow, Cells: []doc.DataCell{{Columns: 4, Lines: [][]doc.Inline{doc.T("Khối thôn")}}}},
								{Cells: cellsOf("1", "Thôn Đồng Chùa", "Xã Cẩm Hòa, tỉnh Lam Sơn", "1.520.000")},
								{Role: doc.TotalRow, Cells: []doc.DataCell{{Columns: 3, Lines: [][]doc.Inline{doc.T("Tổng cộng")}},
									cell("1.520.000")}},
							},
						},
					}},
					prose("Danh sách này có 01 tập thể."),
					&doc.End{},
				},
			},
		},
	}
}

// cases are papers that show every part between them.
func cases() map[string]*doc.Document {
	return map[string]*doc.Document{
		"decision": decision(),
		"letter": {
			Kind: "cong-van",
			Parts: []doc.Part{
				&doc.Letterhead{
					Superior: []string{"UBND xã Cẩm Hòa"}, Issuer: []string{"Phòng Văn hóa - Xã hội"},
					Number: &doc.Number{Value: "05", Symbol: "VHXH"}, Place: &doc.PlaceDate{Place: "Cẩm Hòa", Year: 2026, Month: 3},
					Subject: doc.T("báo cáo kết quả phong trào thi đua yêu nước năm 2026"),
					Urgency: "Hỏa tốc", Secrecy: "Mật", Circulation: "Lưu hành nội bộ", Draft: "Dự thảo",
				},
				&doc.Addressees{Names: []string{"Sở Nội vụ tỉnh Lam Sơn", "Các phòng, ban, ngành, đoàn thể xã;"}},
				prose("Thực hiện Công văn số 12/SNV-TĐKT, Phòng báo cáo:"),
				&doc.Division{Level: 1, Title: doc.T("Kết quả"), Text: doc.T("Đã làm 05 việc giai đoạn 2021 - 2025.")},
				&doc.Division{Level: 2, Text: doc.T("Có 12,5 % số hộ.")},
				&doc.DataTable{Unit: doc.T("Đơn vị tính: đồng"), Columns: []doc.Column{{Share: 1}, {Share: 3}},
					Rows: []doc.DataRow{{Cells: cellsOf("a", "b")}}},
				&doc.End{},
				&doc.Foot{
					Signers: []doc.Signer{{
						Position: "Trưởng phòng", Name: "Nguyễn Đức Quỳnh", Signature: pixel("ky.png"), Seal: pixel("dau.png"),
					}},
					Distribution: &doc.Distribution{
						To: []doc.Entry{{Inlines: doc.T("Như trên")}}, FileCopy: doc.T("VT"), Drafter: "PL.(30)",
					},
				},
				&doc.Contact{Lines: []string{"Thôn Kim, xã Cẩm Hòa, tỉnh Lam Sơn", "ĐT: 0237 3123 456"}},
			},
		},
		"minutes": {
			Kind: "bien-ban",
			Parts: []doc.Part{
				&doc.Letterhead{
					Superior: []string{"Ủy ban nhân dân xã Cẩm Hòa"}, Issuer: []string{"Hội đồng Thi đua - Khen thưởng"},
					Number: &doc.Number{Value: "02", Symbol: "BB-HĐTĐKT"},
				},
				&doc.Title{Kind: "Biên bản", Subject: doc.T("Họp xét khen thưởng")},
				&doc.Prose{Centered: true, Inlines: doc.T("Đã họp như sau:")},
				&doc.Prose{Inlines: doc.T("Cuộc họp kết thúc vào 16 giờ 30")},
				&doc.End{},
				&doc.Foot{
					Signers: []doc.Signer{{Position: "Thư ký", Name: "Bùi Thị Thủy", NoSeal: true},
						{Position: "Chủ tọa", Title: "Chủ tịch"}},
					Distribution: &doc.Distribution{FileCopy: doc.T("VT, Hồ sơ")},
				},
			},
		},
		"regulation": {
			Kind: "quyet-dinh",
			Parts: []doc.Part{
				letterhead("12", "QĐ-UBND"),
				&doc.Title{Kind: "Quyết định", Subject: doc.T("Ban hành Quy chế làm việc")},
				&doc.Division{Level: 1, Text: doc.T("Ban hành kèm theo Quyết định này Quy chế./.")},
				&doc.End{},
				&doc.Attachment{Kind: "quy-che", Parts: []doc.Part{
					&doc.Letterhead{Issuer: []string{"Ủy ban nhân dân xã Cẩm Hòa"},
						Stamp: &doc.Stamp{Fields: []string{"Số: 12/QĐ-UBND", "05/01/2026", "09:30:05 +07:00"}}},
					&doc.Title{Kind: "Quy chế", Subject: doc.T("Làm việc"),
						Reference: doc.T("Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026")},
					&doc.Division{Level: 1, Title: doc.T("Quy định chung"), ID: "chung", Parts: []doc.Part{
						&doc.Division{Level: 2, Title: doc.T("Phạm vi"), Parts: []doc.Part{prose("Quy chế này quy định.")}},
						&doc.Division{Level: 2, Title: doc.T("Đối tượng"), ID: "dt", Parts: []doc.Part{
							&doc.Division{Level: 3, Text: doc.T("Cán bộ."), ID: "cb"},
						}},
					}},
					&doc.Division{Level: 1, Title: doc.T("Tổ chức thực hiện"), Parts: []doc.Part{
						&doc.Division{Level: 2, Title: doc.T("Thi hành"), Parts: []doc.Part{
							&doc.Prose{Inlines: []doc.Inline{
								&doc.Ref{ID: "chung"}, &doc.Text{S: ", "}, &doc.Ref{ID: "cb"},
								&doc.Note{Inlines: doc.T("Xem khoản 2 Điều 3.")}, &doc.Text{S: ", "},
								&doc.Link{URL: "https://example.vn", Inlines: doc.T("trang")},
							}},
						}},
					}},
					&doc.End{},
				}},
			},
		},
		"annexes": {
			Kind: "ke-hoach",
			Parts: []doc.Part{
				&doc.Prose{Inlines: []doc.Inline{&doc.Text{S: "Xem "}, &doc.Ref{ID: "b"}, &doc.Text{S: "."}}},
				&doc.PageStyle{Landscape: true}, prose("Bảng rộng."), &doc.PageBreak{}, &doc.PageStyle{},
				&doc.Illustration{Picture: pixel("anh.png"), Width: 40 * doc.Millimetre, Caption: doc.T("Hình 1")},
				&doc.Foot{
					Signers: []doc.Signer{
						{Position: "Người lập", Note: "(Ký, họ tên)"}, {Position: "Kế toán"}, chairman(),
					},
				},
				&doc.Annex{Numbered: true, Label: "Phụ lục", Title: doc.T("Chỉ tiêu"), Parts: []doc.Part{prose("Một.")}},
				&doc.Annex{
					Numbered: true, ID: "b", Label: "Phụ lục", Landscape: true, Parts: []doc.Part{prose("Hai.")},
					Stamp: &doc.Stamp{Fields: []string{"Số: 28/KH-UBND"}},
				},
				&doc.Chart{Caption: "Người được khen", Mark: 1000,
					Bars: []doc.Bar{{Name: "Trường Trung học cơ sở Cẩm Hòa và các điểm trường", Value: 1250}, {Name: "Thôn 7"}}},
			},
		},
		"copy": {
			Kind: "thong-bao",
			Parts: []doc.Part{
				prose("Hết bản gốc."),
				&doc.CopyBlock{
					Form: "Sao y", Issuer: []string{"Ủy ban nhân dân xã Cẩm Hòa"},
					Number: &doc.Number{Value: "03", Symbol: "SY-UBND"},
					Place:  &doc.PlaceDate{Place: "Cẩm Hòa", Year: 2026, Month: 12, Day: 15},
					Foot: &doc.Foot{Signers: []doc.Signer{{Authority: []string{"TL. Chủ tịch"}, Position: "Chánh Văn phòng"}},
						Distribution: &doc.Distribution{FileCopy: doc.T("VT")}},
				},
			},
		},
		"leave": {
			Kind: "giay-nghi-phep",
			Parts: []doc.Part{
				&doc.Title{Kind: "Giấy nghỉ phép"},
				&doc.Addressees{Names: []string{"Trường Trung học cơ sở Cẩm Hòa"}},
				prose("Cho nghỉ."),
				&doc.Foot{Signers: []doc.Signer{chairman()}, Confirmation: doc.T("Xác nhận của cơ quan nơi nghỉ phép"),
					Distribution: distribution("Như trên")},
			},
		},
		"party": {
			Standard: "hd05-2026", Kind: "nghi-quyet", Scheme: doc.Scheme{{Numeral: doc.Roman, Suffix: "-", Name: "mục"}},
			Parts: []doc.Part{
				&doc.Letterhead{
					Superior: []string{"Đảng bộ tỉnh Lam Sơn"}, Issuer: []string{"Đảng ủy xã Cẩm Hòa"},
					Number: &doc.Number{Value: "05", Symbol: "NQ-ĐU"},
					Place:  &doc.PlaceDate{Place: "Cẩm Hòa", Year: 2026, Month: 6, Day: 2},
				},
				&doc.Title{Kind: "Nghị quyết", Subject: doc.T("về phát triển kinh tế tập thể")},
				&doc.Addressees{Names: []string{"Ban Tổ chức Tỉnh ủy"}},
				&doc.Preamble{Bases: []doc.Entry{{Inlines: doc.T("Căn cứ Điều lệ Đảng")}}},
				&doc.Division{Level: 1, Title: doc.T("Mục tiêu")},
				&doc.Order{S: "Ban Thường vụ Đảng ủy Công an Trung ương và Đảng ủy Bộ Tư lệnh Bộ đội Biên phòng quyết định"},
				prose("Phấn đấu./."),
				&doc.End{},
				&doc.Foot{
					Signers:      []doc.Signer{{Authority: []string{"TM. Ban Chấp hành"}, Position: "Bí thư", Name: "Lê Văn Thắng"}},
					Distribution: &doc.Distribution{To: []doc.Entry{{Inlines: doc.T("Các chi bộ")}}, FileCopy: doc.T("Văn phòng Đảng ủy")},
				},
			},
		},
		"mistakes": {
			Kind: "ke-hoach",
			Parts: []doc.Part{
				&doc.Prose{At: at(3), Inlines: []doc.Inline{&doc.Ref{ID: "khong-co"}}},
				&doc.Prose{At: at(4), Inlines: []doc.Inline{&doc.Ref{ID: "gach"}}},
				&doc.Division{At: at(5), Level: 4, ID: "gach", Text: doc.T("Một."),
					Parts: []doc.Part{&doc.PageStyle{At: at(6), Landscape: true}}},
				&doc.Division{At: at(7), Level: 9, ID: "gach", Text: doc.T("Sâu.")},
				&doc.DataTable{At: at(8), Columns: make([]doc.Column, 2), Rows: []doc.DataRow{{At: at(9), Cells: cellsOf("1")}}},
				&doc.DataTable{At: at(10), Columns: make([]doc.Column, 2),
					Rows: []doc.DataRow{{At: at(11), Cells: []doc.DataCell{cell("1"), {At: at(12), Columns: 2}}}}},
				&doc.DataTable{At: at(13), Columns: make([]doc.Column, 1),
					Rows: []doc.DataRow{{At: at(14), Cells: []doc.DataCell{{Rows: 3}}}}},
				&doc.Illustration{At: at(15), Picture: &doc.Picture{Name: "x.png", Data: []byte("không")}},
			},
		},
		"unknown-standard": {Standard: "nd99", Kind: "ke-hoach", Parts: []doc.Part{prose("Một.")}},
	}
}

// TestCases holds the flow of each case against testdata/NAME.txtar, which has
// the document, the flow and the findings side by side.
func TestCases(t *testing.T) {
	m := metrics(t)
	for name, d := range cases() {
		t.Run(name, func(t *testing.T) {
			var before, after bytes.Buffer
			if err := dump.Document(&before, d); err != nil {
				t.Fatal(err)
			}
			f, found, err := Apply(t.Context(), d, decree.Default(), m)
			if err != nil {
				t.Fatal(err)
			}
			if err := dump.Flow(&after, f); err != nil {
				t.Fatal(err)
			}
			var again bytes.Buffer
			if dump.Document(&again, d); !bytes.Equal(before.Bytes(), again.Bytes()) {
				t.Error("Apply changed the document")
			}
			a := &txtar.Archive{Files: []txtar.File{{Name: "doc", Data: before.Bytes()}, {Name: "flow", Data: after.Bytes()}}}
			if len(found) > 0 {
				a.Files = append(a.Files, txtar.File{Name: "findings", Data: []byte(found.Error() + "\n")})
			}
			casefile.Hold(t, *update, filepath.Join("testdata", name+".txtar"), a)
		})
	}
}

func BenchmarkDecision(b *testing.B) {
	m, d, p := metrics(b), decision(), decree.Default()
	b.ReportAllocs()
	for b.Loop() {
		f, _, err := Apply(b.Context(), d, p, m)
		if err != nil {
			b.Fatal(err)
		}
		f.Release() // as whoever writes it does
	}
}
