package vi

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

func TestFormatInt(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0", 7: "7", 999: "999", 1000: "1.000", 1_500_000: "1.500.000", -12_345: "-12.345",
		math.MinInt64: "-9.223.372.036.854.775.808",
	} {
		if got := FormatInt(n); got != want {
			t.Errorf("FormatInt(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestFormatDecimal(t *testing.T) {
	for _, tt := range []struct {
		n      int64
		places int
		want   string
	}{
		{30, 2, "0,3"}, {45, 2, "0,45"}, {100, 2, "1"}, {9231, 2, "92,31"}, {5, 2, "0,05"},
		{1_234_567, 2, "12.345,67"}, {-30, 2, "-0,3"}, {7, 0, "7"}, {7, -1, "7"}, {0, 2, "0"},
		{1, 18, "0,000000000000000001"}, {math.MinInt64, 0, "-9.223.372.036.854.775.808"},
	} {
		if got := FormatDecimal(tt.n, tt.places); got != tt.want {
			t.Errorf("FormatDecimal(%d, %d) = %q, want %q", tt.n, tt.places, got, tt.want)
		}
	}
}

func TestPercent(t *testing.T) {
	for _, tt := range []struct {
		part, whole int64
		want        string
	}{
		{12, 13, "92,31%"}, {13, 13, "100%"}, {1, 2, "50%"}, {0, 5, "0%"}, {9, 13, "69,23%"},
		{1, 8, "12,5%"}, {275, 200, "137,5%"}, {1, 0, ""}, {-1, 5, ""}, {1, 200_000, "0%"}, {1, 20_000, "0,01%"},
		{math.MaxInt64, math.MaxInt64, "100%"}, {math.MaxInt64, 1, ""},
	} {
		if got := Percent(tt.part, tt.whole); got != tt.want {
			t.Errorf("Percent(%d, %d) = %q, want %q", tt.part, tt.whole, got, tt.want)
		}
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "00", 8: "08", 10: "10", 1200: "1.200", -3: "-3"} {
		if got := Count(n); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	for _, tt := range []struct {
		y, m, d            int
		long, short, words string
	}{
		{2026, 1, 5, "ngày 05 tháng 01 năm 2026", "05/01/2026", "ngày năm tháng một năm hai nghìn không trăm hai mươi sáu"},
		{2022, 6, 15, "ngày 15 tháng 6 năm 2022", "15/6/2022", "ngày mười lăm tháng sáu năm hai nghìn không trăm hai mươi hai"},
		{2026, 4, 23, "ngày 23 tháng 4 năm 2026", "23/4/2026", "ngày hai mươi ba tháng tư năm hai nghìn không trăm hai mươi sáu"},
		{2026, 2, 10, "ngày 10 tháng 02 năm 2026", "10/02/2026", "ngày mười tháng hai năm hai nghìn không trăm hai mươi sáu"},
		{2026, 3, 0, "tháng 3 năm 2026", "3/2026", "tháng ba năm hai nghìn không trăm hai mươi sáu"},
		{2026, 5, 0, "tháng 5 năm 2026", "5/2026", "tháng năm năm hai nghìn không trăm hai mươi sáu"},
		{2026, 2, 0, "tháng 02 năm 2026", "02/2026", "tháng hai năm hai nghìn không trăm hai mươi sáu"},
		{2026, 0, 0, "năm 2026", "2026", "năm hai nghìn không trăm hai mươi sáu"},
		{2026, 0, 5, "năm 2026", "2026", "năm hai nghìn không trăm hai mươi sáu"},
		{0, 0, 0, "", "", ""},
		{0, 5, 1, "", "", ""},
	} {
		if got := Date(tt.y, tt.m, tt.d); got != tt.long {
			t.Errorf("Date: %q, want %q", got, tt.long)
		}
		if got := ShortDate(tt.y, tt.m, tt.d); got != tt.short {
			t.Errorf("ShortDate: %q, want %q", got, tt.short)
		}
		if got := DateWords(tt.y, tt.m, tt.d); got != tt.words {
			t.Errorf("DateWords: %q, want %q", got, tt.words)
		}
	}
}

// TestDateFigures writes every month, and the days around each change of form.
func TestDateFigures(t *testing.T) {
	months := []string{"", "01", "02", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}
	days := map[int]string{0: "", 1: "01", 2: "02", 3: "03", 8: "08", 9: "09", 10: "10", 11: "11", 12: "12", 28: "28", 29: "29", 30: "30",
		31: "31"}
	years := map[int]string{0: "", 1: "1", 1945: "1945", 2026: "2026"}
	for month, m := range months {
		for day, d := range days {
			for year, y := range years {
				if gotY, gotM, gotD := DateFigures(year, month, day); gotY != y || gotM != m || gotD != d {
					t.Errorf("%d-%d-%d: %q, %q, %q", year, month, day, gotY, gotM, gotD)
				}
			}
		}
	}
}

func TestPaperNumber(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "0": "0", "1": "01", "9": "09", "10": "10", "05": "05", "1200": "1200", "a": "a", "5a": "5a", "/": "/", ":": ":",
	} {
		if got := PaperNumber(in); got != want {
			t.Errorf("%q is written %q, want %q", in, got, want)
		}
	}
}

func TestLetters(t *testing.T) {
	var all []string
	for n := 1; n <= 25; n++ {
		all = append(all, Letter(n))
	}
	want := "a b c d đ e g h i k l m n o p q r s t u v x y aa ab"
	if got := strings.Join(all, " "); got != want {
		t.Errorf("letters are %s", got)
	}
	numbers := make(map[string]int)
	for n := 1; n <= 3000; n++ {
		if numbers[Letter(n)] != 0 {
			t.Fatalf("%d and %d are both %q", n, numbers[Letter(n)], Letter(n))
		}
		numbers[Letter(n)] = n
	}
	if Letter(0) != "" || Letter(-1) != "" {
		t.Error("edges of Letter")
	}
}

func TestRoman(t *testing.T) {
	for n, want := range map[int]string{1: "I", 4: "IV", 9: "IX", 14: "XIV", 49: "XLIX", 1994: "MCMXCIV", 0: "", 4000: ""} {
		if got := Roman(n); got != want {
			t.Errorf("Roman(%d) = %q, want %q", n, got, want)
		}
	}
	for n := 1; n < 4000; n++ {
		if got := RomanNumber(Roman(n)); got != n {
			t.Fatalf("%s read back as %d", Roman(n), got)
		}
	}
	for _, s := range []string{"", "IIII", "iv", "VX", "MMMM", "I1"} {
		if got := RomanNumber(s); got != 0 {
			t.Errorf("RomanNumber(%q) = %d", s, got)
		}
	}
}

func FuzzFormatInt(f *testing.F) {
	f.Add(int64(1_500_000))
	f.Fuzz(func(t *testing.T, n int64) {
		back, err := strconv.ParseInt(strings.ReplaceAll(FormatInt(n), ".", ""), 10, 64)
		if err != nil || back != n {
			t.Fatalf("%d is %q", n, FormatInt(n))
		}
	})
}
