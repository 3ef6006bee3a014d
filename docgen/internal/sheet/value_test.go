package sheet

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan"
)

func TestReadValues(t *testing.T) {
	text := func(s string) Cell { return newText(s, "") }
	number := func(shown, raw string) Cell { return Cell{Kind: Number, Text: shown, Raw: raw} }
	day := func(shown, raw string) Cell {
		return Cell{Kind: Number, Text: shown, Raw: raw, Traits: Dated | FullDay}
	}
	tests := []struct {
		typ  Type
		c    Cell
		want Value // or the *Wrong's sentence, with "!" before
	}{
		{TextType, text("  Nguyễn  Văn\nAn "), "Nguyễn Văn\nAn"},
		{TextType, text("Nguye\u0302\u0303n\u00a0An\u200b"), "Nguyễn An"},
		{TextType, text("0912"), "0912"},
		{TextType, Cell{}, ""},
		{TextType, text("a\x01b"), "!có ký tự điều khiển U+0001"},
		{TextType, text("a\uf0b7b"), "!có ký tự riêng của phông chữ U+F0B7; gõ lại bằng Unicode"},
		{TextType, text("a\u202eb"), "!có ký tự đổi chiều chữ U+202E"},
		{TextType, text("a\ufffdb"), "!có chữ bị hỏng khi chuyển mã; kiểm tra bảng mã của tệp"},

		{TextType, text("Nguyeãn Vaên Tröôøng"), `!gõ bằng bảng mã VNI; đúng ra là "Nguyễn Văn Trường"`},
		{TextType, text("Nguy\u00c3\u00b4n V\u00e1\u00bb\u2026n"),
			`!chữ hỏng vì UTF-8 đọc nhầm thành mã phương Tây; đúng ra là "Nguyôn Vễn"`},
		{TextType, text("Nguy?n V?n An"), "!có chữ đã mất, thành dấu hỏi"},
		{TextType, text("Nguy\u0435n An"), "!chữ \"\u0435\" (U+0435) trong \"Nguy\u0435n\"" + ` là của bảng chữ cái khác, trông như chữ La-tinh`},
		{TextType, text("An \u039cai"), "!chữ \"\u039c\" (U+039C) trong \"\u039cai\"" + ` là của bảng chữ cái khác, trông như chữ La-tinh`},
		{TextType, text("Иван Dupont"), "Иван Dupont"},
		{TextType, text("5 μg, α-thalassemia"), "5 μg, α-thalassemia"},
		{TextType, text("Nguyên\u0303 An"), `!dấu thanh trong "Nguyêñ" đặt ở chữ "ñ"`},
		{TextType, text("NGUYÊN\u0303"), `!dấu thanh trong "NGUYÊÑ" đặt ở chữ "Ñ"`},
		{TextType, text("NGUY\u00ca\u00d1"), `!dấu thanh trong "NGUYÊÑ" đặt ở chữ "Ñ"`},
		{TextType, text("D\u0301ung"), "!dấu thanh trong \"D\u0301ung\"" + ` đặt ở chữ "D"`},
		{TextType, text("Peña, Gdańsk"), "Peña, Gdańsk"},
		{TextType, text("Ê\u0306 Đăm Gơ\u0306"), "Ê\u0306 Đăm Gơ\u0306"},
		{TextType, text("e\u0323\u0302 u\u031b\u0301"), "ệ ứ"},
		{TextType, text("ðinh văn Ðạt"), "đinh văn Đạt"},
		{TextType, text("-nt-"), `!dấu lặp lại "-nt-" không phải giá trị`},
		{MoneyType, text("\""), `!dấu lặp lại "\"" không phải giá trị`},
		{TextType, Cell{Kind: Text, Text: "An", Traits: Struck}, "!chữ trong ô bị gạch ngang"},
		{TextType, number("1E+20", "1e20"), "!số dài chỉ hiện 1E+20"},
		{TextType, text("1,23E+11"), "!số dài chỉ hiện 1,23E+11"},
		{TextType, text("9.12345678E8"), "!số dài chỉ hiện 9.12345678E8"},
		{TextType, text("38E+10"), "!số dài chỉ hiện 38E+10"},
		{TextType, text("5E10"), "5E10"},
		{TextType, text("12E"), "12E"},
		{TextType, text("Lô 1,2E+3"), "Lô 1,2E+3"},
		{TextType, number("123456789012346000", "123456789012345678"), "!số có hơn 15 chữ số, bảng tính đã làm tròn"},
		{TextType, number("-1000000000000000", "-1e15"), "!số có hơn 15 chữ số, bảng tính đã làm tròn"},
		{TextType, number("999999999999999", "999999999999999"), "999999999999999"},
		{TextType, text("'0912345678"), "!ô mở đầu bằng dấu nháy ' còn lại từ bảng tính"},
		{DateType, text("'05/01/1990"), "!ô mở đầu bằng dấu nháy ' còn lại từ bảng tính"},
		{TextType, text("'Lao động tiên tiến'"), "'Lao động tiên tiến'"},
		{TextType, text("H'Yŏn"), "H'Yŏn"},
		{TextType, text(`="0912345678"`), `!ô ghi công thức "=\"0912345678\"", không phải giá trị`},
		{MoneyType, text("=A1"), `!ô ghi công thức "=A1", không phải giá trị`},
		{TextType, text("="), "="},
		{TextType, text("=(1+2)*3"), `!ô ghi công thức "=(1+2)*3", không phải giá trị`},
		{TextType, text("=> đạt giải nhất"), "=> đạt giải nhất"},
		{TextType, text("= hoàn thành"), "= hoàn thành"},
		{TextType, text("..."), `!ô chỉ có dấu chấm "..."`},
		{TextType, text("…"), `!ô chỉ có dấu chấm "…"`},
		{DateType, text("____"), `!ô chỉ có dấu chấm "____"`},
		{TextType, text(".."), ".."},
		{TextType, text("...An"), "...An"},
		{TextType, text("…/…/2026"), "…/…/2026"},
		{TextType, text("Nguy&#7877;n"), `!có mã HTML &#7877; thay cho chữ; đúng ra là "Nguyễn"`},
		{TextType, text("Nguyễn&nbsp;An"), `!có mã HTML &nbsp; thay cho chữ; đúng ra là "Nguyễn An"`},
		{TextType, text("Lan &amp; Anh"), `!có mã HTML &amp; thay cho chữ; đúng ra là "Lan & Anh"`},
		{TextType, text("Hội &quot;Mẹ hiền&quot;"), `!có mã HTML &quot; thay cho chữ; đúng ra là "Hội \"Mẹ hiền\""`},
		{TextType, text("H&#39;Yŏn"), `!có mã HTML &#39; thay cho chữ; đúng ra là "H'Yŏn"`},
		{TextType, text("H&apos;Yŏn"), `!có mã HTML &apos; thay cho chữ; đúng ra là "H'Yŏn"`},
		{TextType, text("5 &lt; 6 &gt; 4"), `!có mã HTML &lt; thay cho chữ; đúng ra là "5 < 6 > 4"`},
		{TextType, text("Lan &Anh; R&amp D"), "Lan &Anh; R&amp D"},
		{TextType, text("Lan&Anh; &ocirc;ng"), `!có mã HTML &ocirc; thay cho chữ; đúng ra là "Lan&Anh; ông"`},
		{TextType, text("An & Ba; Tư"), "An & Ba; Tư"},
		{TextType, text("nêu trên"), `!dấu lặp lại "nêu trên" không phải giá trị`},
		{TextType, unseen(Number, "1500000"), `!ô có giá trị "1500000" mà định dạng không cho hiện`},
		{PhoneType, text("0912 345 678"), "0912 345 678"},
		{PhoneType, number("912345678", "912345678"), "!số điện thoại đã mất số 0 ở đầu"},
		{PhoneType, text("912.345.678"), "!số điện thoại đã mất số 0 ở đầu"},
		{PhoneType, text("0237 3852123 / 912345678"), "!số điện thoại đã mất số 0 ở đầu"},
		{PhoneType, number("2373852123", "2373852123"), "!số điện thoại đã mất số 0 ở đầu"},
		{PhoneType, text("84912345678"), "84912345678"},
		{PhoneType, text("0912345678 - 912345678"), "!số điện thoại đã mất số 0 ở đầu"},
		{PhoneType, text("0912.345.678-912.345.678"), "!số điện thoại đã mất số 0 ở đầu"},
		{PhoneType, text("3852123 – 912345678"), "!số điện thoại đã mất số 0 ở đầu"},
		{PhoneType, text("0912 345 678 và 912 345 678"), "!số điện thoại đã mất số 0 ở đầu"},
		{PhoneType, text("0912345678 hoặc 912345678"), "!số điện thoại đã mất số 0 ở đầu"},
		{PhoneType, text("0912345678 912345678"), "!số điện thoại đã mất số 0 ở đầu"},
		{PhoneType, text("DĐ: 912345678"), "!số điện thoại đã mất số 0 ở đầu"},
		{PhoneType, text("0912345678 - 0912345679"), "0912345678 - 0912345679"},
		{PhoneType, text("84-912345678"), "84-912345678"},
		{PhoneType, text("+84 912345678"), "+84 912345678"},
		{PhoneType, text("0912-345-678"), "0912-345-678"},
		{PhoneType, text("912-345-678"), "!số điện thoại đã mất số 0 ở đầu"},
		{PhoneType, text("3852123"), "3852123"},
		{PhoneType, text("19001234"), "19001234"},
		{PhoneType, text("1,23E+11"), "!số dài chỉ hiện 1,23E+11"},
		{TextType, number("5 EUR", "5"), "5 EUR"},
		{TextType, Cell{Kind: Number, Text: "15%", Raw: "0.15", Traits: Percent}, "15%"},
		{NumberType, Cell{Kind: Number, Text: "15%", Raw: "0.15", Traits: Percent}, "!ghi theo phần trăm"},
		{NumberType, number("5 tr.đ", "5"), `!ô hiện "5 tr.đ", giá trị là 5`},
		{NumberType, Cell{Kind: Number, Text: "1.500", Raw: "1500000", Traits: Scaled}, "!ô hiện 1.500, giá trị là 1500000"},
		{NumberType, number("Đạt", "60"), "!ô hiện \"Đạt\", giá trị là 60"},
		{NumberType, number("-", "0"), Decimal{0, 0}},
		{NumberType, number("12 người", "12"), Decimal{12, 0}},
		{NumberType, number("Trần 5", "5"), Decimal{5, 0}},
		{MoneyType, day("12/11/4009", "770583"), "!ô định dạng ngày tháng, giá trị là số 770583"},
		{MoneyType, number("5 USD", "5"), `!ô hiện "5 USD", không rõ có phải đồng`},
		{MoneyType, number("$ 5", "5"), `!ô hiện "$ 5", không rõ có phải đồng`},
		{MoneyType, number("₫ 5", "5"), plan.Money(5)},
		{MoneyType, number("5 VNĐ", "5"), plan.Money(5)},
		{MoneyType, number("2 tr", "2"), `!ô hiện "2 tr", giá trị là 2`},
		{MoneyType, text("50%"), "!ghi theo phần trăm"},
		{DateType, Cell{Kind: Number, Text: "05/1990", Raw: "33000", Traits: Dated}, `!ô chỉ hiện "05/1990", không đủ ngày, tháng, năm`},
		{DateType, text("05/1990"), "!không phải một ngày đầy đủ"},
		{DateType, text("01/05"), "!không phải một ngày đầy đủ"},
		{DateType, text("Thứ Ba"), "!không phải một ngày đầy đủ"},
		{DateType, text("00:00"), "!không phải một ngày đầy đủ"},

		{NumberType, text("1.500"), Decimal{1500, 0}},
		{NumberType, text("12,5"), Decimal{125, 1}},
		{NumberType, text("12.5"), Decimal{125, 1}},
		{NumberType, text("1.234,5"), Decimal{12345, 1}},
		{NumberType, text("1,234.5"), Decimal{12345, 1}},
		{NumberType, text("1,500,000"), Decimal{1500000, 0}},
		{NumberType, text("-3"), Decimal{-3, 0}},
		{NumberType, text("1 234 567,5"), Decimal{12345675, 1}},
		{NumberType, text("9 ,5"), Decimal{95, 1}},
		{NumberType, text("15 00"), "!không phải một số"},
		{NumberType, text("1500 000"), "!không phải một số"},
		{NumberType, text("1 50 000"), "!không phải một số"},
		{NumberType, text("1,500"), "!không rõ dấu phẩy ngăn hàng nghìn hay phần thập phân"},
		{NumberType, text("0,500"), Decimal{5, 1}},
		{NumberType, text("1O"), "!không phải một số"},
		{NumberType, text("0x1F"), "!không phải một số"},
		{NumberType, text("1e3"), "!không phải một số"},
		{NumberType, text("50%"), "!ghi theo phần trăm"},
		{NumberType, number("0,3", "0.30000000000000004"), Decimal{3, 1}},
		{NumberType, number("1E+20", "1e20"), "!số quá lớn"},
		{NumberType, number("0,1234567", "0.1234567"), "!có hơn 6 chữ số thập phân"},

		{MoneyType, text("1.500.000"), plan.Money(1500000)},
		{MoneyType, text("1.500.000 đồng"), plan.Money(1500000)},
		{MoneyType, text("1,500"), plan.Money(1500)},
		{MoneyType, text("1.500đ"), plan.Money(1500)},
		{MoneyType, text("1.500,000"), "!dấu chấm, dấu phẩy lẫn lộn, không rõ dấu nào ngăn hàng nghìn"},
		{MoneyType, text("1,500.000"), "!dấu chấm, dấu phẩy lẫn lộn, không rõ dấu nào ngăn hàng nghìn"},
		{MoneyType, text("1.500,00"), plan.Money(1500)},
		{MoneyType, text("1,500.00"), plan.Money(1500)},
		{MoneyType, text("1 500 000"), plan.Money(1500000)},
		{MoneyType, number("1.500.000", "1500000"), plan.Money(1500000)},
		{MoneyType, number("(5)", "-5"), "!số tiền âm"},
		{MoneyType, text("1 500 00"), "!không phải một số tiền"},
		{MoneyType, text("1,5 triệu"), "!không phải một số tiền"},
		{MoneyType, text("1,5"), "!số tiền có phần lẻ dưới một đồng"},
		{MoneyType, number("500.000 ₫", "500000.4"), "!số tiền có phần lẻ dưới một đồng (giá trị trong ô là 500000,4)"},
		{MoneyType, number("500.000,4", "500000.4"), "!số tiền có phần lẻ dưới một đồng"},
		{MoneyType, Cell{Kind: Number, Text: "50%", Raw: "0.5", Traits: Percent}, "!ghi theo phần trăm"},

		{DateType, text("01/3/2026"), Date{2026, 3, 1}},
		{DateType, text("1-3-2026"), Date{2026, 3, 1}},
		{DateType, text("01.03.2026"), Date{2026, 3, 1}},
		{DateType, text("2026-03-01"), Date{2026, 3, 1}},
		{DateType, text("2026-03-01 00:00:00"), Date{2026, 3, 1}},
		{DateType, text("1/3/2026 0:00"), Date{2026, 3, 1}},
		{DateType, text("ngày 01 tháng 3 năm 2026"), Date{2026, 3, 1}},
		{DateType, day("01/03/2026", "46082"), Date{2026, 3, 1}},
		{DateType, day("28/02/1900", "59"), Date{1900, 2, 28}},
		{DateType, day("01/03/1900", "61"), Date{1900, 3, 1}},
		{DateType, day("29/02/1900", "60"), "!không có ngày 29 tháng 02 năm 1900"},
		{DateType, Cell{Kind: Number, Text: "Thg 3-26", Raw: "46082", Traits: Dated}, `!ô chỉ hiện "Thg 3-26", không đủ ngày, tháng, năm`},
		{DateType, number("46.082", "46082"), "!ô là số 46.082, không phải ngày"},
		{DateType, text("31/02/2026"), "!không có ngày 31 tháng 2 năm 2026"},
		{DateType, text("29/02/2024"), Date{2024, 2, 29}},
		{DateType, text("00/3/2026"), "!không có ngày 0 tháng 3 năm 2026"},
		{DateType, text("01/0/2026"), "!không có ngày 1 tháng 0 năm 2026"},
		{DateType, text("03/13/2026"), "!không có tháng 13"},
		{DateType, text("1/3/26"), "!năm chỉ có hai chữ số"},
		{DateType, text("2026/03/01"), "!năm đứng trước ngày"},
		{DateType, text("tháng 3/2026"), "!không phải một ngày đầy đủ"},
		{DateType, text("01/03/0026"), "!năm 26 ngoài khoảng 1900 đến 2199"},

		{IDType, text("001 234 567 890"), "001234567890"},
		{IDType, number("1234567890", "1234567890"), "!số định danh có 10 chữ số; có lẽ đã mất số 0 ở đầu"},
		{IDType, text("1234567890"), "!số định danh có 10 chữ số"},
		{IDType, number("12345678901", "12345678901"), "!số định danh có 11 chữ số; có lẽ đã mất số 0 ở đầu"},
		{IDType, text("00123456789O"), "!số định danh có ký tự không phải chữ số"},
		{IDType, text("1234567"), "!số định danh có 7 chữ số"},
		{IDType, number("1,23457E+11", "123456789012"), "123456789012"},

		{DateType, Cell{Kind: Failed, Text: "#N/A"}, "!ô báo lỗi #N/A"},
		{TextType, Cell{Kind: Unsaved}, "!ô có công thức chưa được tính"},
		{TextType, Cell{Kind: Merged, Text: "x"}, "!ô gộp ngang qua nhiều cột"},
		{MoneyType, Cell{Kind: Bool, Text: "TRUE"}, "!ô ghi đúng/sai (TRUE)"},
	}
	for _, tt := range tests {
		v, err := tt.typ.Read(tt.c, false)
		got := v
		if err != nil {
			var bad *Wrong
			if !errors.As(err, &bad) {
				t.Errorf("%s %+v: error %v is no *Wrong", tt.typ, tt.c, err)
				continue
			}
			if bad.Fix == "" {
				t.Errorf("%s %+v: %q says not how to mend it", tt.typ, tt.c, bad.Text)
			}
			got = "!" + bad.Text
		}
		if got != tt.want {
			t.Errorf("%s %+v = %v, want %v", tt.typ, tt.c, got, tt.want)
		}
	}
}

func TestEpoch1904(t *testing.T) {
	v, err := DateType.Read(Cell{Kind: Number, Text: "01/03/2026", Raw: "44620", Traits: Dated | FullDay}, true)
	if err != nil || v != (Date{2026, 3, 1}) {
		t.Errorf("day 44620 from 1904 = %v, %v, want 2026-03-01", v, err)
	}
}

// FuzzReadValue: whatever a cell holds, reading gives a value or an *Wrong,
// and what it gives is not blank when the cell is not.
func FuzzReadValue(f *testing.F) {
	for _, s := range []string{"1.500.000 đồng", "01/3/2026", "001234567890", "1e309", "-0", "１２", "NaN", "+1/+2/2026"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, shown, raw string) {
		for _, typ := range []Type{TextType, NumberType, MoneyType, DateType, IDType} {
			for _, kind := range []Kind{Text, Number} {
				c := newText(shown, "")
				if c.Kind == Blank {
					continue
				}
				c.Kind = kind
				if kind == Number {
					c.Raw = raw
				}
				v, err := typ.Read(c, false)
				var bad *Wrong
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

// TestDittoSigns: what stands for the cell above, and what does not.
func TestDittoSigns(t *testing.T) {
	for _, s := range []string{
		`"`, "''", "'", "“", "”", "″", "〃", "“”", `""`, `"''`, ",,", "//", "-//-", "- // -", "nt", "NT", "nt.", "-nt-", "- nt -", "n.t", "N/T", "-n.t-",
		`-"-`, `- " -`, "-”-", "như trên", "Như trên", "-như trên-", "(như trên)", "như trên.", "– nt –",
	} {
		if !isDitto(s) {
			t.Errorf("%q is no ditto", s)
		}
	}
	for _, s := range []string{"", "-", "...", "()", "/", ",", ".", "An", "nta", "“An”", "như trên đã nêu", "0", "1/2",
		strings.Repeat(`"`, 31)} {
		if isDitto(s) {
			t.Errorf("%q is ditto", s)
		}
	}
}

// TestPlainNumber: numbers typed the Vietnamese way or the English way, and those that are neither.
func TestPlainNumber(t *testing.T) {
	for in, want := range map[string]string{
		"15": "15", "-15": "-15", "1.500": "1500", "1.500.000": "1500000", "1,5": "1.5", "1.500,25": "1500.25", "1,500,000": "1500000",
		"1,500.25": "1500.25",
		"12.5":     "12.5", "0.5": "0.5", "0.500": "0.500", "1 500 000": "1500000", "1 500,5": "1500.5", "-1.500": "-1500",
		"15 00": "", "1.50.000": "", "1500.000.000": "", "0.500.000": "", "1.5.5": "", "1,": "", "a": "", "1.500a": "", "1,500,00": "",
		"--1": "",
	} {
		if got := plainNumber(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestPlainly: a number of four figures and more that is no year, and a day that is not shown day
// first, do not look as papers write them.
func TestPlainly(t *testing.T) {
	for _, tt := range []struct {
		t    Type
		c    Cell
		want Type
	}{
		{TextType, Cell{Kind: Number, Text: "1012500"}, NumberType},
		{TextType, Cell{Kind: Number, Text: "-1500"}, NumberType},
		{TextType, Cell{Kind: Number, Text: "999"}, ""},
		{TextType, Cell{Kind: Number, Text: "1000"}, NumberType},
		{TextType, Cell{Kind: Number, Text: "001080001234"}, ""},
		{TextType, Cell{Kind: Number, Text: "2026"}, ""},
		{TextType, Cell{Kind: Number, Text: "2126"}, NumberType},
		{TextType, Cell{Kind: Number, Text: "1.012.500"}, ""},
		{TextType, Cell{Kind: Number, Text: "1012", Traits: Scaled}, ""},
		{TextType, Cell{Kind: Text, Text: "1012500"}, ""},
		{MoneyType, Cell{Kind: Number, Text: "1012500"}, ""},
		{TextType, Cell{Kind: Number, Text: "2026-12-15", Traits: Dated | FullDay}, DateType},
		{TextType, Cell{Kind: Number, Text: "15/12/2026", Traits: Dated | FullDay}, ""},
		{TextType, Cell{Kind: Number, Text: "15/12/26", Traits: Dated | FullDay}, DateType},
		{TextType, Cell{Kind: Number, Text: "Thứ Ba, 15/12/2026", Traits: Dated | FullDay}, ""},
		{TextType, Cell{Kind: Number, Text: "ngày 15 tháng 12 năm 2026", Traits: Dated | FullDay}, ""},
		{TextType, Cell{Kind: Number, Text: "12:30", Traits: Dated}, ""},
	} {
		if got := tt.t.Plainly(tt.c); got != tt.want {
			t.Errorf("%q of %s: %q, want %q", tt.c.Text, tt.t, got, tt.want)
		}
	}
}
