package batch

import (
	"errors"
	"fmt"
	"testing"

	"github.com/vanban-go/vanban/plan"
)

func TestReadValues(t *testing.T) {
	text := func(s string) cell { return newText(s) }
	number := func(shown, raw string) cell { return cell{kind: numberCell, text: shown, raw: raw} }
	tests := []struct {
		typ  Type
		c    cell
		want value // or the *errCell's sentence, with "!" before
	}{
		{TextType, text("  Nguyễn  Văn\nAn "), "Nguyễn Văn An"},
		{TextType, text("Nguye\u0302\u0303n\u00a0An\u200b"), "Nguyễn An"},
		{TextType, text("0912"), "0912"},
		{TextType, cell{}, ""},
		{TextType, text("a\x01b"), "!có ký tự điều khiển U+0001"},
		{TextType, text("a\uf0b7b"), "!có ký tự riêng của phông chữ U+F0B7; gõ lại bằng Unicode"},
		{TextType, text("a\u202eb"), "!có ký tự đổi chiều chữ U+202E"},
		{TextType, text("a\ufffdb"), "!có chữ bị hỏng khi chuyển mã; kiểm tra bảng mã của tệp"},

		{NumberType, text("1.500"), Number{1500, 0}},
		{NumberType, text("12,5"), Number{125, 1}},
		{NumberType, text("12.5"), Number{125, 1}},
		{NumberType, text("1.234,5"), Number{12345, 1}},
		{NumberType, text("1,234.5"), Number{12345, 1}},
		{NumberType, text("1,500,000"), Number{1500000, 0}},
		{NumberType, text("-3"), Number{-3, 0}},
		{NumberType, text("1,500"), "!không rõ dấu phẩy ngăn hàng nghìn hay phần thập phân"},
		{NumberType, text("0,500"), Number{5, 1}},
		{NumberType, text("1O"), "!không phải một số"},
		{NumberType, text("0x1F"), "!không phải một số"},
		{NumberType, text("1e3"), "!không phải một số"},
		{NumberType, text("50%"), "!ghi theo phần trăm"},
		{NumberType, number("0,3", "0.30000000000000004"), Number{3, 1}},
		{NumberType, number("1E+20", "1e20"), "!số quá lớn"},
		{NumberType, number("0,1234567", "0.1234567"), "!có hơn 6 chữ số thập phân"},

		{MoneyType, text("1.500.000"), plan.Money(1500000)},
		{MoneyType, text("1.500.000 đồng"), plan.Money(1500000)},
		{MoneyType, text("1,500"), plan.Money(1500)},
		{MoneyType, text("1.500đ"), plan.Money(1500)},
		{MoneyType, text("1 500 000"), plan.Money(1500000)},
		{MoneyType, number("1.500.000", "1500000"), plan.Money(1500000)},
		{MoneyType, number("(5)", "-5"), "!số tiền âm"},
		{MoneyType, text("1,5 triệu"), "!không phải một số tiền"},
		{MoneyType, text("1,5"), "!số tiền có phần lẻ dưới một đồng"},
		{MoneyType, number("50%", "0.5"), "!ghi theo phần trăm"},

		{DateType, text("01/3/2026"), Date{2026, 3, 1}},
		{DateType, text("1-3-2026"), Date{2026, 3, 1}},
		{DateType, text("01.03.2026"), Date{2026, 3, 1}},
		{DateType, text("2026-03-01"), Date{2026, 3, 1}},
		{DateType, text("2026-03-01 00:00:00"), Date{2026, 3, 1}},
		{DateType, text("ngày 01 tháng 3 năm 2026"), Date{2026, 3, 1}},
		{DateType, number("01/03/2026", "46082"), Date{2026, 3, 1}},
		{DateType, number("28/02/1900", "59"), Date{1900, 2, 28}},
		{DateType, number("01/03/1900", "61"), Date{1900, 3, 1}},
		{DateType, number("29/02/1900", "60"), "!không có ngày 29 tháng 02 năm 1900"},
		{DateType, number("Mar-26", "46082"), Date{2026, 3, 1}},
		{DateType, number("46.082", "46082"), "!ô là số 46.082, không phải ngày"},
		{DateType, text("31/02/2026"), "!không có ngày 31 tháng 2 năm 2026"},
		{DateType, text("29/02/2024"), Date{2024, 2, 29}},
		{DateType, text("00/3/2026"), "!không có ngày 0 tháng 3 năm 2026"},
		{DateType, text("01/0/2026"), "!không có ngày 1 tháng 0 năm 2026"},
		{DateType, text("03/13/2026"), "!không có tháng 13"},
		{DateType, text("1/3/26"), "!năm chỉ có hai chữ số"},
		{DateType, text("tháng 3/2026"), "!không phải một ngày đầy đủ"},
		{DateType, text("01/03/0026"), "!năm 26 ngoài khoảng 1900 đến 2199"},

		{IDType, text("001 234 567 890"), "001234567890"},
		{IDType, number("1234567890", "1234567890"), "!số định danh có 10 chữ số; có lẽ đã mất số 0 ở đầu"},
		{IDType, text("1234567890"), "!số định danh có 10 chữ số"},
		{IDType, number("12345678901", "12345678901"), "!số định danh có 11 chữ số; có lẽ đã mất số 0 ở đầu"},
		{IDType, text("00123456789O"), "!số định danh có ký tự không phải chữ số"},
		{IDType, text("1234567"), "!số định danh có 7 chữ số"},
		{IDType, number("1,23457E+11", "123456789012"), "123456789012"},

		{DateType, cell{kind: errorCell, text: "#N/A"}, "!ô báo lỗi #N/A"},
		{TextType, cell{kind: unsavedCell}, "!ô có công thức chưa được tính"},
		{TextType, cell{kind: mergedCell, text: "x"}, "!ô gộp ngang qua nhiều cột"},
		{MoneyType, cell{kind: boolCell, text: "TRUE"}, "!ô ghi đúng/sai (TRUE)"},
	}
	for _, tt := range tests {
		v, err := tt.typ.read(tt.c, false)
		got := v
		if err != nil {
			var bad *errCell
			if !errors.As(err, &bad) {
				t.Errorf("%s %+v: error %v is no *errCell", tt.typ, tt.c, err)
				continue
			}
			if bad.fix == "" {
				t.Errorf("%s %+v: %q says not how to mend it", tt.typ, tt.c, bad.wrong)
			}
			got = "!" + bad.wrong
		}
		if got != tt.want {
			t.Errorf("%s %+v = %v, want %v", tt.typ, tt.c, got, tt.want)
		}
	}
}

func TestEpoch1904(t *testing.T) {
	v, err := DateType.read(cell{kind: numberCell, text: "01/03/2026", raw: "44620"}, true)
	if err != nil || v != (Date{2026, 3, 1}) {
		t.Errorf("day 44620 from 1904 = %v, %v, want 2026-03-01", v, err)
	}
}

// FuzzReadValue: whatever a cell holds, reading gives a value or an *errCell,
// and what it gives is not blank when the cell is not.
func FuzzReadValue(f *testing.F) {
	for _, s := range []string{"1.500.000 đồng", "01/3/2026", "001234567890", "1e309", "-0", "１２", "NaN", "+1/+2/2026"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, shown, raw string) {
		for _, typ := range []Type{TextType, NumberType, MoneyType, DateType, IDType} {
			for _, kind := range []cellKind{textCell, numberCell} {
				c := newText(shown)
				if c.kind == blankCell {
					continue
				}
				c.kind = kind
				if kind == numberCell {
					c.raw = raw
				}
				v, err := typ.read(c, false)
				var bad *errCell
				if err != nil && !errors.As(err, &bad) {
					t.Fatalf("%s %q: %v", typ, shown, err)
				}
				if err == nil && fmt.Sprint(v) == "" {
					t.Fatalf("%s %q became nothing", typ, shown)
				}
			}
		}
	})
}
