package sheet

import (
	"math"
	"strconv"
	"strings"
)

// Numbers, dates and times as a format shows them.

// showText gives a text as the format shows it.
func (f *format) showText(s string) string {
	if f.text == nil {
		return s
	}
	var b strings.Builder
	for _, t := range f.text.tokens {
		switch t.what {
		case '@':
			b.WriteString(s)
		case 0:
			b.WriteString(t.text)
		}
	}
	return b.String()
}

// show gives a number as the format shows it, and what its look says of it.
func (f *format) show(v float64, old bool) (string, Traits) {
	s, signed := f.choose(v)
	switch {
	case s == nil || s.general || s.fraction:
		text := generalText(v)
		if s != nil && s.general {
			text = s.around(text)
		}
		return text, 0
	case s.date:
		return s.showDate(v, old), s.traits
	}
	minus := ""
	if v < 0 {
		if v = -v; signed {
			minus = "-"
		}
	}
	return minus + s.showNumber(v), s.traits
}

// choose gives the section for a number, and whether a minus is still to be shown. Nil:
// there is none.
func (f *format) choose(v float64) (s *section, signed bool) {
	n := len(f.sections)
	if n == 0 {
		return nil, true
	}
	for i := range f.sections {
		if l := f.sections[i].limit; l != nil && l.holds(v) {
			return &f.sections[i], l.value >= 0 || n == 1
		}
	}
	if f.sections[0].limit != nil || n > 1 && f.sections[1].limit != nil {
		for i := range f.sections { // the first without condition takes the rest
			if f.sections[i].limit == nil && (i > 0 || v >= 0) {
				return &f.sections[i], true
			}
		}
		return &f.sections[n-1], true
	}
	switch {
	case v < 0 && n > 1:
		return &f.sections[1], false
	case v == 0 && n > 2:
		return &f.sections[2], false
	}
	return &f.sections[0], true
}

// around puts the words of a section around a text.
func (s *section) around(text string) string {
	var b strings.Builder
	for _, t := range s.tokens {
		switch t.what {
		case 0:
			b.WriteString(t.text)
		case 'G':
			b.WriteString(text)
		}
	}
	return b.String()
}

// generalText shows a number without format: whole up to fifteen digits, else as many
// decimals as fit into eleven letters.
func generalText(v float64) string {
	a, minus := max(v, -v), ""
	if v < 0 {
		minus = "-"
	}
	switch {
	case a == math.Trunc(a) && a < 1e15:
		return minus + strconv.FormatFloat(a, 'f', 0, 64)
	case a >= 1e11 || a < 1e-9:
		mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(a, 'E', 5, 64), "E")
		mantissa = strings.TrimRight(strings.TrimRight(mantissa, "0"), ".")
		return minus + strings.Replace(mantissa, ".", ",", 1) + "E" + exponent
	}
	_, point := decimalDigits(v, 15)
	whole, decimals := rounded(a, max(10-max(point, 1), 0))
	decimals = strings.TrimRight(decimals, "0")
	if whole == "" {
		whole = "0"
	}
	if decimals != "" {
		whole += "," + decimals
	}
	return minus + whole
}

// decimalDigits gives the digits of a number, without zeros at the end, and where its
// point stands among them.
func decimalDigits(v float64, figures int) (digits string, point int) {
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(max(v, -v), 'e', figures-1, 64), "e")
	e, _ := strconv.Atoi(exponent)
	digits = strings.TrimRight(strings.Replace(mantissa, ".", "", 1), "0")
	if digits == "" {
		return "", 0
	}
	return digits, e + 1
}

// rounded gives a number with so many decimals, half away from zero as spreadsheets round
// its fifteen figures; whole is empty below one.
func rounded(v float64, decimals int) (whole, fraction string) {
	digits, point := decimalDigits(v, 15)
	if keep := point + decimals; keep < 0 {
		digits, point = "", 0
	} else if keep < len(digits) {
		up := digits[keep] >= '5'
		b := []byte(digits[:keep])
		for i := keep - 1; up && i >= 0; i-- {
			if up = b[i] == '9'; up {
				b[i] = '0'
			} else {
				b[i]++
			}
		}
		if up {
			b = append([]byte{'1'}, b...)
			point++
		}
		digits = string(b)
	}
	if point < 0 {
		digits, point = strings.Repeat("0", -point)+digits, 0
	}
	if n := point + decimals - len(digits); n > 0 {
		digits += strings.Repeat("0", n)
	}
	return digits[:point], digits[point : point+decimals]
}

// showNumber lays the digits of a number that is not negative into the section's places.
func (s *section) showNumber(v float64) string {
	for range s.percents {
		v *= 100
	}
	for range s.thousands {
		v /= 1000
	}
	exponent := 0
	if s.exponent && v != 0 {
		_, point := decimalDigits(v, 15)
		exponent = point - 1
		if s.whole > 1 {
			exponent -= ((exponent % s.whole) + s.whole) % s.whole
		}
		for range max(exponent, 0) {
			v /= 10
		}
		for range max(-exponent, 0) {
			v *= 10
		}
	}
	whole, fraction := rounded(v, s.decimals)
	var b strings.Builder
	left, behind := s.whole, false // places for whole digits that are still to come
	for _, t := range s.tokens {
		switch t.what {
		case 0:
			b.WriteString(t.text)
		case '.':
			if behind = true; s.whole == 0 {
				b.WriteString(whole)
			}
			b.WriteByte(',')
		case '%':
			b.WriteByte('%')
		case 'E':
			b.WriteString("E")
			if exponent < 0 {
				b.WriteByte('-')
			} else if t.text == "+" {
				b.WriteByte('+')
			}
			e := strconv.Itoa(max(exponent, -exponent))
			b.WriteString(strings.Repeat("0", max(t.n-len(e), 0)) + e)
		case '0', '#', '?':
			if behind {
				digit := fraction[0]
				rest := strings.Trim(fraction, "0") == ""
				fraction = fraction[1:]
				switch {
				case !rest || t.what == '0':
					b.WriteByte(digit)
				case t.what == '?':
					b.WriteByte(' ')
				}
				continue
			}
			last := left - 1
			if left == s.whole {
				last = max(last, len(whole)-1) // the first place takes what has none
			}
			for r := last; r >= left-1; r-- {
				switch {
				case r < len(whole):
					b.WriteByte(whole[len(whole)-1-r])
				case t.what == '0':
					b.WriteByte('0')
				case t.what == '?':
					b.WriteByte(' ')
					continue
				default:
					continue
				}
				if s.grouped && r > 0 && r%3 == 0 {
					b.WriteByte('.')
				}
			}
			left--
		}
	}
	return b.String()
}

var englishMonths = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
	"November", "December"}
var englishDays = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
var vietnameseDays = [...]string{"Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"}

// showDate shows a number as a day and a time. Numbers that are no day show as they are.
func (s *section) showDate(v float64, old bool) string {
	if !(v >= 0 && v < 2958466) {
		return generalText(v)
	}
	parts := 0 // of seconds that show
	for _, t := range s.tokens {
		if t.what == 'f' {
			parts = min(t.n, 3)
		}
	}
	unit := int64(1)
	for range parts {
		unit *= 10
	}
	all := int64(v*86400*float64(unit) + 0.5)
	seconds := all / unit
	day := int(seconds / 86400)
	year, month, date := dayOf(day, old)
	hour, minute, second := int(seconds/3600%24), int(seconds/60%60), int(seconds%60)
	half := hour
	if s.has('A') {
		half = (hour+11)%12 + 1
	}
	weekday := (day + 6) % 7
	if old {
		weekday = (day + 5) % 7
	}
	var b strings.Builder
	two := func(n int, value int64) {
		if n > 1 && value < 10 {
			b.WriteByte('0')
		}
		b.WriteString(strconv.FormatInt(value, 10))
	}
	for _, t := range s.tokens {
		switch t.what {
		case 0:
			b.WriteString(t.text)
		case 'y':
			if t.n <= 2 {
				two(2, int64(year%100))
			} else {
				b.WriteString(strconv.Itoa(year))
			}
		case 'm':
			b.WriteString(s.monthName(t.n, month))
		case 'd':
			switch {
			case t.n <= 2:
				two(t.n, int64(date))
			case s.english && t.n == 3:
				b.WriteString(englishDays[weekday][:3])
			case s.english:
				b.WriteString(englishDays[weekday])
			default:
				b.WriteString(vietnameseDays[weekday])
			}
		case 'h':
			two(t.n, int64(half))
		case 'M':
			two(t.n, int64(minute))
		case 's':
			two(t.n, int64(second))
		case 'H':
			two(t.n, seconds/3600)
		case 'N':
			two(t.n, seconds/60)
		case 'S':
			two(t.n, seconds)
		case 'f':
			part := strconv.FormatInt(all%unit+unit, 10)[1:]
			b.WriteString("," + part + strings.Repeat("0", t.n-parts))
		case '.':
			b.WriteByte('.')
		case 'A':
			switch {
			case s.english && hour < 12:
				b.WriteString("AM")
			case s.english:
				b.WriteString("PM")
			case hour < 12:
				b.WriteString("SA")
			default:
				b.WriteString("CH")
			}
		}
	}
	return b.String()
}

func (s *section) monthName(n, month int) string {
	name := englishMonths[month-1]
	if !s.english {
		name = "Tháng " + strconv.Itoa(month)
	}
	switch {
	case n == 1:
		return strconv.Itoa(month)
	case n == 2:
		return strconv.Itoa(month/10) + strconv.Itoa(month%10)
	case n == 5:
		return name[:1]
	case n == 3 && s.english:
		return name[:3]
	case n == 3:
		return "Thg " + strconv.Itoa(month)
	}
	return name
}
