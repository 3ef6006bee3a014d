package vi

import (
	"math/bits"
	"strconv"
	"strings"
)

// FormatInt returns a whole number in figures with a stop between groups of
// three: 1500000 is "1.500.000". Years and document numbers are not written so.
func FormatInt(n int64) string {
	if n < 0 {
		return "-" + groupThrees(magnitude(n))
	}
	return groupThrees(uint64(n))
}

func groupThrees(n uint64) string {
	text := strconv.FormatUint(n, 10)
	var b strings.Builder
	b.Grow(len(text) + len(text)/3)
	for i, c := range []byte(text) {
		if i > 0 && (len(text)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteByte(c)
	}
	return b.String()
}

// FormatDecimal returns n units of 10^-places with a decimal comma: 9231 with 2
// places is "92,31". Zeros at the end of the fraction are dropped: 30 with 2
// places is "0,3". Places outside 0 to 18 are taken as the nearest of these.
func FormatDecimal(n int64, places int) string {
	places = min(max(places, 0), 18)
	unit := uint64(1)
	for range places {
		unit *= 10
	}
	whole, rest := magnitude(n)/unit, magnitude(n)%unit
	text := groupThrees(whole)
	if rest > 0 {
		fraction := strconv.FormatUint(rest, 10)
		fraction = strings.Repeat("0", places-len(fraction)) + fraction
		text += "," + strings.TrimRight(fraction, "0")
	}
	if n < 0 {
		return "-" + text
	}
	return text
}

// Percent returns part of whole as a percentage with at most two decimals,
// rounded half up and without a space before the sign: 12 of 13 is "92,31%".
// It gives "" when whole is not positive or part is negative: there is no such
// share.
func Percent(part, whole int64) string {
	if whole <= 0 || part < 0 {
		return ""
	}
	hi, lo := bits.Mul64(uint64(part), 10_000)
	lo, carry := bits.Add64(lo, uint64(whole)/2, 0)
	hi += carry
	if hi >= uint64(whole) {
		return "" // beyond 10^17 percent
	}
	hundredths, _ := bits.Div64(hi, lo, uint64(whole))
	if hundredths > 1<<63-1 {
		return ""
	}
	return FormatDecimal(int64(hundredths), 2) + "%"
}

// Count returns a number of things as official papers write it: below 10 with a
// zero in front, "08 tập thể", from 10 on "10 cá nhân" and "1.200 hộ".
func Count(n int) string {
	if 0 <= n && n < 10 {
		return twoFigures(n)
	}
	return FormatInt(int64(n))
}

// PaperNumber gives the number of a paper, or in a register: below 10 with a zero in
// front, "05", from 10 on as it is, without a stop: "1200". Anything but figures stays.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 (số, ký hiệu).
func PaperNumber(s string) string {
	if len(s) == 1 && s[0] >= '1' && s[0] <= '9' {
		return "0" + s
	}
	return s
}

// twoFigures is n with a zero in front below 10.
func twoFigures(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
