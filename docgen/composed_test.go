package docgen_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestComposed: a document whose letters stand apart from their marks gives the bytes of the same
// words in NFC, in every format: no mark stands beside its letter, and no line is measured otherwise.
func TestComposed(t *testing.T) {
	r := newRenderer(t)
	papers := map[string]func() *doc.Document{"all the rest": theRest}
	for _, paper := range []string{
		"mau-1.3-quyet-dinh-ban-hanh/quyet-dinh", "mau-1.6-cong-dien/cong-dien", "mau-1.10-giay-nghi-phep/giay-nghi-phep",
		"mau-2.1-phu-luc/bao-cao", "mau-2.2-phu-luc-dien-tu/ke-hoach", "mau-3.1-ban-sao-giay/ban-sao", "giay-khen/giay-khen",
		"ke-hoach-cam-ngoc/ke-hoach",
	} {
		papers[paper] = func() *doc.Document {
			set, _ := r.Reading().Load(os.DirFS(filepath.Join("../examples", filepath.Dir(paper))), filepath.Base(paper)+".yaml")
			d, err := r.Build(t.Context(), set, filepath.Base(paper)+".yaml")
			if err != nil {
				t.Fatal(err)
			}
			d.Findings = nil
			return d
		}
	}
	for name, build := range papers {
		whole, parted := build(), build()
		part(reflect.ValueOf(parted))
		if title := parted.Meta.Title; title == whole.Meta.Title {
			t.Errorf("%s: nothing was parted", name)
		}
		for _, f := range docgen.Formats() {
			want, _, err := r.Files(t.Context(), whole, f)
			if err != nil {
				t.Fatal(name, err)
			}
			got, _, err := r.Files(t.Context(), parted, f)
			if err != nil || !bytes.Equal(bytes.Join(got, nil), bytes.Join(want, nil)) {
				t.Errorf("%s: other %s: %v", name, f.ID, err)
			}
		}
		if title := parted.Meta.Title; title != norm.NFD.String(title) {
			t.Errorf("%s: the document was changed", name)
		}
	}
}

// theRest has what the examples have not.
func theRest() *doc.Document {
	return &doc.Document{
		Kind: "thong-bao", Meta: doc.Meta{Title: "Thông báo nghỉ lễ", Author: "Xã Cẩm Hòa"},
		Parts: []doc.Part{
			&doc.Letterhead{
				Superior: []string{"Huyện Lam Sơn"}, Issuer: []string{"Ủy ban nhân dân", "xã Cẩm Hòa"},
				Number: &doc.Number{Value: "05", Symbol: "QyĐ-UBNDẾ"}, Place: &doc.PlaceDate{Place: "Cẩm Hòa", Year: 2026},
				Subject: doc.T("nghỉ lễ"), Draft: "Dự thảo lần 2", Secrecy: "TUYỆT MẬT", Urgency: "HỎA TỐC", Circulation: "LƯU HÀNH NỘI BỘ",
				Stamp: &doc.Stamp{Fields: []string{"Số: 12/QĐ-UBND", "Lễ"}},
			},
			&doc.Addressees{Lead: "Kính mời", Names: []string{"Trưởng các thôn", "Phó thôn"}},
			&doc.Chart{Caption: "Số hộ", Bars: []doc.Bar{{Name: "Thôn Đồng Ổi", Value: 1250}}},
			&doc.DataTable{
				Alt: "Bảng số hộ", Caption: doc.T("Số hộ"), Unit: doc.T("hộ"), Columns: []doc.Column{{}},
				Rows: []doc.DataRow{{Cells: []doc.DataCell{{Lines: [][]doc.Inline{doc.T("bảy")}}}}},
			},
			&doc.Prose{Inlines: []doc.Inline{
				&doc.Text{S: "số "}, &doc.Blank{Name: "x", Value: "bảy"}, &doc.Note{Inlines: doc.T("Ghi chú")},
				&doc.Link{URL: "https://xa.vn", Inlines: doc.T("trang nhà")},
			}},
			&doc.Contact{Lines: []string{"Địa chỉ: thôn Kim"}},
			&doc.Foot{
				Signers: []doc.Signer{{
					Authority: []string{"TM. ỦY BAN NHÂN DÂN"}, Position: "Chủ tịch", Note: "(Ký)", Title: "Thiếu tá", Name: "Bùi Thị Hòa",
				}},
				Distribution: &doc.Distribution{
					To: []doc.Entry{{Inlines: doc.T("Như trên")}}, FileCopy: doc.T("VT, Tổ"), Drafter: "Tổ",
				},
				Confirmation: doc.T("Xác nhận"),
			},
		},
	}
}

// part sets the letters of a document apart from their marks, but those of places and of schemes.
func part(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			part(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			part(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[diag.Pos]() || v.Type() == reflect.TypeFor[doc.Level]() || v.Type() == reflect.TypeFor[doc.Picture]() {
			return
		}
		for i := range v.NumField() {
			if v.Field(i).CanSet() && !strings.HasSuffix(v.Type().Field(i).Name, "ID") {
				part(v.Field(i))
			}
		}
	case reflect.String:
		v.SetString(norm.NFD.String(v.String()))
	}
}
