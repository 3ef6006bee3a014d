package vi

import "strconv"

// Date gives a date as the line of place and date prints it:
// "ngày 05 tháng 01 năm 2026". A day below 10 and the months 1 and 2 take a
// zero in front, other months none. A zero day, or a zero day and month, leaves
// that part out: "tháng 3 năm 2026", "năm 2026". Whether the date exists is not
// asked.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4 (địa danh và thời gian ban hành).
func Date(year, month, day int) string {
	text := "năm " + strconv.Itoa(year)
	if month == 0 {
		return text
	}
	text = "tháng " + monthFigures(month) + " " + text
	if day == 0 {
		return text
	}
	return "ngày " + twoFigures(day) + " " + text
}

// ShortDate gives a date in figures, "05/01/2026", "15/6/2022", with zeros by
// the same rule as [Date]; missing parts are left out: "6/2022", "2022".
func ShortDate(year, month, day int) string {
	text := strconv.Itoa(year)
	if month == 0 {
		return text
	}
	text = monthFigures(month) + "/" + text
	if day == 0 {
		return text
	}
	return twoFigures(day) + "/" + text
}

// DateWords gives a date in words: "ngày mười lăm tháng tư năm hai nghìn không
// trăm hai mươi sáu". The fourth month is tháng tư. Missing parts are left out
// as in [Date].
func DateWords(year, month, day int) string {
	text := "năm " + Words(int64(year))
	if month == 0 {
		return text
	}
	name := Words(int64(month))
	if month == 4 {
		name = "tư"
	}
	text = "tháng " + name + " " + text
	if day == 0 {
		return text
	}
	return "ngày " + Words(int64(day)) + " " + text
}

func monthFigures(month int) string {
	if month < 3 {
		return twoFigures(month)
	}
	return strconv.Itoa(month)
}

func twoFigures(n int) string {
	if 0 <= n && n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
