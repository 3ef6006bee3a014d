package sheet

import (
	"errors"
	"testing"

	"github.com/vanban-go/vanban/plan"
)

// TestValueBounds: values at the ends of what a column takes, and one beyond.
func TestValueBounds(t *testing.T) {
	text := func(s string) Cell { return newText(s, "") }
	number := func(shown, raw string) Cell { return Cell{Kind: Number, Text: shown, Raw: raw} }
	day := func(raw string) Cell { return Cell{Kind: Number, Text: "x", Raw: raw, Traits: Dated | FullDay} }
	for _, tt := range []struct {
		typ  Type
		c    Cell
		want Value // or the *Wrong's sentence, with "!" before
	}{
		{TextType, Cell{Kind: Bool, Text: "TRUE"}, "TRUE"},
		{DateType, Cell{Kind: Bool, Text: "TRUE"}, "!ô ghi đúng/sai (TRUE)"},
		{TextType, number("1.000.000.000.000.000", "1e15"), "!số có hơn 15 chữ số, bảng tính đã làm tròn"},
		{TextType, number("1.000.000.000.000.000", "1000000000000000.5"), "!số có hơn 15 chữ số, bảng tính đã làm tròn"},
		{TextType, text("1E+1"), "!số dài chỉ hiện 1E+1"},
		{TextType, text("E+1"), "E+1"},
		{TextType, text("Ô 1E+1"), "Ô 1E+1"},
		{NumberType, number("1E+15", "1e15"), "!số quá lớn"},
		{NumberType, text("999.999.999.999.999"), Decimal{999999999999999, 0}},
		{NumberType, text("1.000.000.000.000.000"), "!số quá lớn"},
		{NumberType, text(",500"), Decimal{5, 1}},
		{NumberType, text("1500,000"), Decimal{1500, 0}},
		{NumberType, text("0,123456"), Decimal{123456, 6}},
		{NumberType, text("0,1234567"), "!có hơn 6 chữ số thập phân"},
		{MoneyType, number("1E+06", "1000000"), plan.Money(1000000)},
		{MoneyType, number("E+06", "1000000"), plan.Money(1000000)},
		{MoneyType, text("1,0.0"), "!không phải một số tiền"},
		{MoneyType, text("0,500"), "!số tiền có phần lẻ dưới một đồng"},
		{MoneyType, text("100,500"), plan.Money(100500)},
		{MoneyType, text("0"), plan.Money(0)},
		{MoneyType, text("-1"), "!số tiền âm"},
		{IDType, text("."), "!số định danh có ký tự không phải chữ số"},
		{IDType, text("12345678"), "!số định danh có 8 chữ số; có lẽ đã mất số 0 ở đầu"},
		{IDType, text("123456789"), "123456789"},
		{IDType, text("12345678901"), "!số định danh có 11 chữ số; có lẽ đã mất số 0 ở đầu"},
		{IDType, text("1234567890123"), "!số định danh có 13 chữ số"},
		{IDType, text("12345678E"), "!số định danh có ký tự không phải chữ số"},
		{DateType, text("01/03/02026"), "!không phải một ngày đầy đủ"},
		{DateType, text("01/03/+202"), "!không phải một ngày đầy đủ"},
		{DateType, text("01//2026"), "!không phải một ngày đầy đủ"},
		{DateType, text("13/12/2026"), Date{2026, 12, 13}},
		{DateType, text("12/13/2026"), "!không có tháng 13"},
		{DateType, text("13/13/2026"), "!không có ngày 13 tháng 13 năm 2026"},
		{DateType, text("31/12/2199"), Date{2199, 12, 31}},
		{DateType, text("01/01/2200"), "!năm 2200 ngoài khoảng 1900 đến 2199"},
		{DateType, text("01/01/1900"), Date{1900, 1, 1}},
		{DateType, text("31/12/1899"), "!năm 1899 ngoài khoảng 1900 đến 2199"},
		{DateType, day("0"), "!không phải một ngày đầy đủ"},
		{DateType, day("0.99"), "!không phải một ngày đầy đủ"},
		{DateType, day("1"), Date{1900, 1, 1}},
		{DateType, day("60.5"), "!không có ngày 29 tháng 02 năm 1900"},
		{DateType, day("2958465"), "!năm 9999 ngoài khoảng 1900 đến 2199"},
		{DateType, day("2958466"), "!không phải một ngày đầy đủ"},
		{DateType, day("mai"), "!không phải một ngày đầy đủ"},
	} {
		got, err := tt.typ.Read(tt.c, false)
		var bad *Wrong
		if errors.As(err, &bad) {
			got = "!" + bad.Text
		}
		if got != tt.want {
			t.Errorf("%s %+v = %v, want %v", tt.typ, tt.c, got, tt.want)
		}
	}
	for raw, want := range map[string]Value{"-1": "", "0": "", "1462": Date{1908, 1, 2}, "60": Date{1904, 3, 1}} {
		if raw == "0" {
			want = Date{1904, 1, 1}
		}
		if got, _ := DateType.Read(day(raw), true); got != want {
			t.Errorf("day %s from 1904: %v, want %v", raw, got, want)
		}
	}
	if _, err := Type("x").Read(text("a"), false); err == nil || errors.As(err, new(*Wrong)) {
		t.Errorf("a type that is none: %v", err)
	}
	for in, want := range map[string]string{",5.5": "", "1,5.5": "", "1.500,5.5": "", "1,500,000.25": "1500000.25", "1.500,000,000": "", "1500,000": "1500.000",
		"1500.000": "1500.000", "150.0000": "150.0000", "-150.000": "-150000", ".500": ".500"} {
		if got := plainNumber(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
