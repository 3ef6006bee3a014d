package vi

import "strconv"

// DateFigures returns the parts of a date as papers write them: "2026", "01", "05". A day
// below 10 and the months 1 and 2 take a zero in front, other months none. A part that is
// not known is zero and gives "". Every date on paper is made of these.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4, điểm b (thời gian ban hành).
func DateFigures(year, month, day int) (y, m, d string) {
	if year > 0 {
		y = strconv.Itoa(year)
	}
	switch {
	case month >= 3:
		m = strconv.Itoa(month)
	case month > 0:
		m = twoFigures(month)
	}
	if day > 0 {
		d = twoFigures(day)
	}
	return y, m, d
}

// Date gives a date as the line of place and date prints it:
// "ngày 05 tháng 01 năm 2026", with the figures of [DateFigures]. A zero day, or
// a zero day and month, leaves that part out: "tháng 3 năm 2026", "năm 2026"; a
// zero year leaves nothing. Whether the date exists is not asked.
func Date(year, month, day int) string {
	y, m, d := DateFigures(year, month, day)
	switch {
	case y == "":
		return ""
	case m == "":
		return "năm " + y
	case d == "":
		return "tháng " + m + " năm " + y
	}
	return "ngày " + d + " tháng " + m + " năm " + y
}

// ShortDate returns a date in figures, "05/01/2026", "15/6/2022", with zeros by
// the same rule as [Date]; missing parts are left out as there: "6/2022", "2022".
func ShortDate(year, month, day int) string {
	y, m, d := DateFigures(year, month, day)
	switch {
	case y == "":
		return ""
	case m == "":
		return y
	case d == "":
		return m + "/" + y
	}
	return d + "/" + m + "/" + y
}

// DateWords returns a date in words: "ngày mười lăm tháng tư năm hai nghìn không
// trăm hai mươi sáu". The fourth month is tháng tư. Missing parts are left out
// as in [Date].
func DateWords(year, month, day int) string {
	if year == 0 {
		return ""
	}
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
