package sheet

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestShow: what numbers show in formats that people make. Letters in quotation marks
// stay as they are.
func TestShow(t *testing.T) {
	for _, tt := range []struct {
		code   string
		v      float64
		want   string
		traits Traits
	}{
		{"General", 1500000, "1500000", 0},
		{"General", 0.1 + 0.2, "0,3", 0},
		{"General", 1.0 / 3, "0,333333333", 0},
		{"General", 12345.678901234, "12345,6789", 0},
		{"General", -2.5, "-2,5", 0},
		{"General", 123456789012, "123456789012", 0},
		{"General", 1e20, "1E+20", 0},
		{"General", 123456789012.5, "1,23457E+11", 0},
		{"General", 0, "0", 0},
		{"General", 1e14, "100000000000000", 0},
		{"General", 1e15, "1E+15", 0},
		{"General", 0.000123456, "0,000123456", 0},
		{"General", 1e-9, "0,000000001", 0},
		{"General", 9.9e-10, "9,9E-10", 0},
		{"General", -1.5e-12, "-1,5E-12", 0},
		{"General", 12345678901.5, "12345678902", 0},
		{"General", 99999999999.5, "100000000000", 0},
		{"General", 100000000000.5, "1E+11", 0},
		{`General" người"`, 12, "12 người", 0},
		{"0", 2.5, "3", 0},
		{"0.00", 0.125, "0,13", 0},
		{"0.00", 2.675, "2,68", 0},
		{"0", 999.5, "1000", 0},
		{"#,##0", 1500000, "1.500.000", 0},
		{"#,##0", 150, "150", 0},
		{"#,##0", -1234, "-1.234", 0},
		{"#,##0.##", 1234.5, "1.234,5", 0},
		{"#,##0.##", 1234, "1.234,", 0},
		{"0,000", 12, "0.012", 0},
		{"000000000000", 1234567890, "001234567890", 0},
		{`0000" "000" "000`, 912345678, "0912 345 678", 0},
		{"(0) #", 12, "(1) 2", 0},
		{`"SĐT: ."0`, 912345678, "SĐT: .912345678", 0},
		{`0 "tr.đ"`, 5, "5 tr.đ", 0},
		{`#,##0.00" (tr.đ)"`, 1234.5, "1.234,50 (tr.đ)", 0},
		{`#,##0\ "đ"`, 1500000, "1.500.000 đ", 0},
		{"#,##0\\ [$₫-42A]", 1500000, "1.500.000 ₫", 0},
		{"#,##0,", 1500000, "1.500", Scaled},
		{`0.0,,"tr"`, 1500000, "1,5tr", Scaled},
		{"0%", 0.15, "15%", Percent},
		{"0.0%", 0.155, "15,5%", Percent},
		{`0"%"`, 15, "15%", Percent},
		{"0.00E+00", 123456, "1,23E+05", 0},
		{"##0.0E+0", 123456, "123,5E+3", 0},
		{"0.00E+00", 1.5, "1,50E+00", 0},
		{"0.00E+00", 0.015, "1,50E-02", 0},
		{"0.00E-00", 1.5, "1,50E00", 0},
		{"0.00E-00", 0.015, "1,50E-02", 0},
		{"0.0E+0", 0, "0,0E+0", 0},
		{"0.0E+0", 1e12, "1,0E+12", 0},
		{"E+0", 5, "E+5", 0},
		{`0;(0);"không"`, -5, "(5)", 0},
		{`0;(0);"không"`, 0, "không", 0},
		{";;;", 5, "", 0},
		{"[>=60]\"Đạt\";[<60]\"Không đạt\"", 59, "Không đạt", 0},
		{"[>=60]\"Đạt\";[<60]\"Không đạt\"", 60, "Đạt", 0},
		{"[=1]\"Nam\";\"Nữ\"", 1, "Nam", 0},
		{"[Red][<0]-0;0", 7, "7", 0},
		{`_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)`, 1500, " 1.500 ", 0},
		{"0.0;[<-5]-0", 0, "0,0", 0},
		{"0.0;[<-5]-0", 2, "2,0", 0},
		{"[>5]0.0", 2, "2,0", 0},
		{"[>5]0.0;[<-5]0.00", 2, "2,00", 0},
		{"[>5]0.0;0.00", 5, "5,00", 0},
		{"[<=5]0.0;0.00", 5, "5,0", 0},
		{"[<>5]0.0;0.00", 5, "5,00", 0},
		{"[<-1]0.0;0.00", -2, "2,0", 0},
		{"0;(0)", 0, "0", 0},
		{"# ?/?", 1.5, "1,5", 0},

		{"dd/mm/yyyy", 33000, "07/05/1990", Dated | FullDay},
		{"d/m/yy", 33000, "7/5/90", Dated | FullDay},
		{"dd/mm/yyyy;@", 33000, "07/05/1990", Dated | FullDay},
		{"mmm-yy", 33000, "Thg 5-90", Dated},
		{"[$-409]mmm-yy", 33000, "May-90", Dated},
		{"[$-42A]mmmm yyyy", 33000, "Tháng 5 1990", Dated},
		{"mm/yyyy", 33000, "05/1990", Dated},
		{"dd/mm", 33000, "07/05", Dated},
		{"dddd", 33000, "Thứ Hai", Dated},
		{"ddd, dd/mm/yyyy", 33000, "Thứ Hai, 07/05/1990", Dated | FullDay},
		{"hh:mm", 33000, "00:00", Dated},
		{"h:mm AM/PM", 33000.75, "6:00 CH", Dated},
		{"h:mm AM/PM", 33000.5, "12:00 CH", Dated},
		{"h:mm AM/PM", 33000.25, "6:00 SA", Dated},
		{"hh:mm", 0, "00:00", Dated},
		{"yyyy", 2958465, "9999", Dated},
		{"yyyy", 2958466, "2958466", Dated},
		{"[$-409]h:mm AM/PM", 33000, "12:00 AM", Dated},
		{"[$-409]h:mm am/pm", 33000.5, "12:00 PM", Dated},
		{"[$-409]AM/PM d", 33000, "AM 7", Dated},
		{"[$-409]A/P d", 33000, "AM 7", Dated},
		{"[$-409]A/Pm", 33000.5, "PM5", Dated},
		{"yyyy-mm-dd hh:mm:ss", 33000.5, "1990-05-07 12:00:00", Dated | FullDay},
		{"mm:ss.000", 0.5 / 86400, "00:00,500", Dated},
		{"[h]:mm", 1.5, "36:00", Dated},
		{"[mm]", 1, "1440", Dated},
		{`"ngày" dd "tháng" mm "năm" yyyy`, 33000, "ngày 07 tháng 05 năm 1990", Dated | FullDay},
		{"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 33000, "07/05/1990", Dated | FullDay},
		{"[$-F400]h:mm:ss\\ AM/PM", 33000, "0:00:00", Dated},
		{"dd/mm/yyyy", 60, "29/02/1900", Dated | FullDay},
		{"dd/mm/yyyy", 59, "28/02/1900", Dated | FullDay},
		{"dd/mm/yyyy", -1, "-1", Dated | FullDay},
		{"dd/mm/yyyy", 3e6, "3000000", Dated | FullDay},
	} {
		got, traits := parseFormat(tt.code).show(tt.v, false)
		if got != tt.want || traits != tt.traits {
			t.Errorf("%v as %s is %q with traits %b, want %q, %b", tt.v, tt.code, got, traits, tt.want, tt.traits)
		}
	}
	if got, _ := parseFormat("dd/mm/yyyy dddd").show(44620, true); got != "01/03/2026 Chủ Nhật" {
		t.Errorf("from 1904: %s", got)
	}
	if got := parseFormat(`0;-0;0;"Ông "@`).showText("An"); got != "Ông An" {
		t.Errorf("text shows %q", got)
	}
}

// TestShowAsExcelize: formats of numbers and days show what the library excelize makes of
// them, in Vietnamese.
func TestShowAsExcelize(t *testing.T) {
	codes := []string{
		"0", "0.0", "0.00", "#,##0", "#,##0.00", "000000", "0%", "0.0%", "#,##0 ;(#,##0)", `#,##0\ "đ"`, `"Số "0`,
		"dd/mm/yyyy", "d/m/yyyy", "yyyy-mm-dd", "dd-mm-yy", "hh:mm", "h:mm:ss", "dd/mm/yyyy hh:mm", "[$-409]mmm-yy", "[$-409]dddd",
		"[h]:mm", "mm:ss",
	}
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 1))
	book := excelize.NewFile()
	defer book.Close()
	for _, code := range codes {
		f := parseFormat(code)
		style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &code})
		if err != nil {
			t.Fatal(err)
		}
		for range 40 {
			v := float64(random.IntN(80000) + 61)
			if !f.sections[0].date {
				v += float64(random.IntN(8)) / 8
			} else if strings.Contains(code, "h") {
				v += float64(random.IntN(96)) / 96
			}
			if err := book.SetCellValue("Sheet1", "A1", v); err != nil {
				t.Fatal(err)
			}
			if err := book.SetCellStyle("Sheet1", "A1", "A1", style); err != nil {
				t.Fatal(err)
			}
			want, err := book.GetCellValue("Sheet1", "A1")
			if err != nil {
				t.Fatal(err)
			}
			if !f.sections[0].date {
				want = strings.NewReplacer(",", ".", ".", ",").Replace(want)
			}
			stored, err := book.GetCellValue("Sheet1", "A1", excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			if v, err = strconv.ParseFloat(stored, 64); err != nil {
				t.Fatal(err)
			}
			if got, _ := f.show(v, false); strings.TrimSpace(got) != strings.TrimSpace(want) {
				t.Errorf("seed %d: %v as %s is %q, excelize shows %q", seed, v, code, got, want)
			}
		}
	}
}

// FuzzFormat: no format and no number panic.
func FuzzFormat(f *testing.F) {
	for _, s := range []string{"#,##0.00", "[$-F800]dddd", "mm:ss.0000", "0.0,,", "##0.0E+0", `"a`, "[", `\`, "_", "e+", "am/p", "??/??",
		"[<=5]0;[>5]0;0;@"} {
		f.Add(s, 1234.5, false)
		f.Add(s, -0.5, true)
	}
	f.Fuzz(func(t *testing.T, code string, v float64, old bool) {
		p := parseFormat(code)
		p.show(v, old)
		p.showText(code)
	})
}
