package sheet

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// format is a number format "định dạng số" of a workbook, as ECMA-376 part 1, 18.8.30 and
// Excel have it, shown as on a computer set to Vietnamese: stops between thousands, a comma
// before decimals, Vietnamese names of months and days unless the format asks for English.
// Fractions (# ?/?) show as decimals.
type format struct {
	sections []section // for positive, negative, zero; or by their conditions
	text     *section  // for text; nil: as it is
}

// section is one part of a format, between semicolons.
type section struct {
	tokens  []token
	limit   *limit
	date    bool
	general bool
	traits  Traits
	english bool

	whole, decimals int // places for digits
	grouped         bool
	percents        int
	thousands       int // commas behind the digits: divided by 1,000 each
	exponent        bool
	fraction        bool
}

// limit is a condition like [<100].
type limit struct {
	sign  string
	value float64
}

func (l *limit) holds(v float64) bool {
	switch l.sign {
	case "<":
		return v < l.value
	case "<=":
		return v <= l.value
	case ">":
		return v > l.value
	case ">=":
		return v >= l.value
	case "<>":
		return v != l.value
	}
	return v == l.value
}

// token is one thing to print. What is 0 for a literal; else a sign of the format.
type token struct {
	what byte // '0' '#' '?' '.' '%' 'E' '@' 'G'; dates: 'y' 'm' 'd' 'h' 'M' (minutes) 's' 'A'; 'H' 'N' 'S' elapsed; 'f' parts of seconds
	n    int  // how often the sign stands
	text string
}

// builtin are the number formats that workbooks name by number alone. 14 and 22 show the
// short date of the computer.
var builtin = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
	22: "dd/mm/yyyy h:mm", 37: "#,##0 ;(#,##0)", 38: "#,##0 ;[Red](#,##0)", 39: "#,##0.00 ;(#,##0.00)", 40: "#,##0.00 ;[Red](#,##0.00)",
	41: `_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)`, 42: `_(₫* #,##0_);_(₫* \(#,##0\);_(₫* "-"_);_(@_)`,
	43: `_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)`, 44: `_(₫* #,##0.00_);_(₫* \(#,##0.00\);_(₫* "-"??_);_(@_)`,
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}

// general shows numbers that no format is given for.
var general = parseFormat("General")

// maxFormat bounds the length of a format; Excel allows 255 letters.
const maxFormat = 1000

// parseFormat reads the code of a format. Whatever it does not know prints as it stands.
func parseFormat(code string) *format {
	f := &format{}
	code = code[:min(len(code), maxFormat)]
	for i := 0; ; i++ {
		var s section
		code = s.read(code)
		isText := i == 3
		for _, t := range s.tokens {
			isText = isText || t.what == '@'
		}
		if isText {
			f.text = &s
		} else {
			f.sections = append(f.sections, s)
		}
		if code == "" {
			break
		}
		code = code[1:]
	}
	return f
}

// read reads a section and gives what is left, from its semicolon.
func (s *section) read(code string) (rest string) {
	literal := func(text string) {
		if n := len(s.tokens); n > 0 && s.tokens[n-1].what == 0 {
			s.tokens[n-1].text += text
		} else if text != "" {
			s.tokens = append(s.tokens, token{text: text})
		}
	}
	for code != "" && code[0] != ';' {
		c, size := utf8.DecodeRuneInString(code)
		rest := code[size:]
		switch {
		case c == '"':
			text, after, _ := strings.Cut(rest, `"`)
			literal(text)
			if strings.Contains(text, "%") {
				s.traits |= Percent
			}
			code = after
			continue
		case c == '\\' || c == '_' || c == '*':
			_, more := utf8.DecodeRuneInString(rest)
			switch c {
			case '\\':
				literal(rest[:more])
			case '_':
				literal(" ")
			}
			code = rest[more:]
			continue
		case c == '[':
			inside, after, ok := strings.Cut(rest, "]")
			if ok {
				literal(s.bracket(inside))
				code = after
				continue
			}
		case len(code) >= 7 && strings.EqualFold(code[:7], "general"):
			s.tokens = append(s.tokens, token{what: 'G'})
			s.general = true
			code = code[7:]
			continue
		case len(code) >= 5 && strings.EqualFold(code[:5], "am/pm"), len(code) >= 3 && strings.EqualFold(code[:3], "a/p"):
			s.tokens = append(s.tokens, token{what: 'A'})
			s.date = true
			code = code[strings.IndexAny(code, "Pp")+1:]
			if code != "" && (code[0] == 'M' || code[0] == 'm') && len(rest) > 3 {
				code = code[1:]
			}
			continue
		case strings.ContainsRune("yYmMdDhHsS", c):
			n := 1
			for n < len(code) && code[n]|0x20 == byte(c)|0x20 {
				n++
			}
			s.tokens = append(s.tokens, token{what: byte(c) | 0x20, n: n})
			s.date = true
			code = code[n:]
			continue
		case (c == 'E' || c == 'e') && rest != "" && (rest[0] == '+' || rest[0] == '-') && s.whole > 0:
			n := 2
			for n < len(code) && strings.IndexByte("0#?", code[n]) >= 0 {
				n++
			}
			s.tokens = append(s.tokens, token{what: 'E', n: n - 2, text: code[1:2]})
			s.exponent = true
			code = code[n:]
			continue
		case strings.ContainsRune("0#?.,%@", c):
			s.sign(byte(c), rest)
			code = rest
			continue
		}
		if c == '/' && s.whole > 0 && rest != "" && strings.IndexByte("0#?123456789", rest[0]) >= 0 {
			s.fraction = true
		}
		literal(code[:size])
		code = rest
	}
	s.finish()
	return code
}

// sign takes a sign of a number.
func (s *section) sign(c byte, rest string) {
	point := s.decimals > 0 || s.has('.')
	switch c {
	case '0', '#', '?':
		if n := len(s.tokens); s.date && n > 0 && s.tokens[n-1].what == '.' { // ss.000
			s.tokens[n-1] = token{what: 'f', n: 1}
			return
		} else if s.date && n > 0 && s.tokens[n-1].what == 'f' {
			s.tokens[n-1].n++
			return
		}
		if point {
			s.decimals++
		} else {
			s.whole++
		}
	case ',':
		next := strings.TrimLeft(rest, ",")
		if s.whole > 0 && next != "" && strings.IndexByte("0#?", next[0]) >= 0 && !point {
			s.grouped = true
		} else if s.whole > 0 {
			s.thousands++
			s.traits |= Scaled
		} else {
			s.tokens = append(s.tokens, token{text: ","})
		}
		return
	case '%':
		s.percents++
		s.traits |= Percent
	case '.':
		if point {
			s.tokens = append(s.tokens, token{text: "."})
			return
		}
	}
	s.tokens = append(s.tokens, token{what: c})
}

func (s *section) has(what byte) bool {
	for _, t := range s.tokens {
		if t.what == what {
			return true
		}
	}
	return false
}

// bracket reads what stands in brackets: a currency, a language, a condition, an elapsed
// time, a colour. It gives the text that it prints.
func (s *section) bracket(inside string) string {
	if currency, ok := strings.CutPrefix(inside, "$"); ok {
		sign, language, _ := strings.Cut(currency, "-")
		switch strings.ToUpper(language) {
		case "F800": // the long date of the computer, whatever stands behind
			s.tokens = append(s.tokens, token{what: 'L'})
		case "F400":
			s.tokens = append(s.tokens, token{what: 'T'})
		}
		if n, err := strconv.ParseUint(language, 16, 64); err == nil && n&0x3ff == 9 || strings.HasPrefix(strings.ToLower(language), "en-") {
			s.english = true
		}
		return sign
	}
	low := strings.ToLower(inside)
	if low != "" && strings.Trim(low, low[:1]) == "" && strings.Contains("hms", low[:1]) {
		s.tokens = append(s.tokens, token{what: map[byte]byte{'h': 'H', 'm': 'N', 's': 'S'}[low[0]], n: len(low)})
		s.date = true
		return ""
	}
	sign := strings.TrimRight(inside, "0123456789.-+eE ")
	if v, err := strconv.ParseFloat(strings.TrimSpace(inside[len(sign):]), 64); err == nil && sign != "" && strings.Trim(sign, "<>=") == "" {
		s.limit = &limit{sign, v}
	}
	return ""
}

// finish tells minutes from months, and what a date shows.
func (s *section) finish() {
	if s.has('L') {
		s.tokens, s.date = []token{{what: 'd', n: 2}, {text: "/"}, {what: 'm', n: 2}, {text: "/"}, {what: 'y', n: 4}}, true
	} else if s.has('T') {
		s.tokens, s.date = []token{{what: 'h', n: 1}, {text: ":"}, {what: 'm', n: 2}, {text: ":"}, {what: 's', n: 2}}, true
	}
	if !s.date {
		return
	}
	s.traits |= Dated
	last := -1
	var day, month, year bool
	for i, t := range s.tokens {
		switch t.what {
		case 'm':
			if last >= 0 && (s.tokens[last].what == 'h' || s.tokens[last].what == 'H') || s.secondsFollow(i) {
				s.tokens[i].what = 'M'
			} else {
				month = true
			}
		case 'd':
			day = day || t.n <= 2
		case 'y':
			year = true
		}
		if t.what != 0 {
			last = i
		}
	}
	if day && month && year {
		s.traits |= FullDay
	}
}

func (s *section) secondsFollow(i int) bool {
	for _, t := range s.tokens[i+1:] {
		if t.what != 0 {
			return t.what == 's' || t.what == 'S'
		}
	}
	return false
}

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
			if f.sections[i].limit == nil && (i > 0 || v >= 0 || n == 1) {
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
	a := max(v, -v)
	switch {
	case a == math.Trunc(a) && a < 1e15:
		return strconv.FormatFloat(v, 'f', 0, 64)
	case a >= 1e11 || a < 1e-9:
		mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(a, 'E', 5, 64), "E")
		mantissa = strings.TrimRight(strings.TrimRight(mantissa, "0"), ".")
		return sign(v) + strings.Replace(mantissa, ".", ",", 1) + "E" + exponent
	}
	_, point := decimalDigits(v, 15)
	whole, decimals := rounded(a, 10-max(point, 1))
	decimals = strings.TrimRight(decimals, "0")
	if whole == "" {
		whole = "0"
	}
	if decimals != "" {
		whole += "," + decimals
	}
	return sign(v) + whole
}

func sign(v float64) string {
	if v < 0 {
		return "-"
	}
	return ""
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
		for range max(exponent, -exponent) {
			if exponent > 0 {
				v /= 10
			} else {
				v *= 10
			}
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

var englishMonths = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
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
	two := func(n, value int) {
		if n > 1 && value < 10 {
			b.WriteByte('0')
		}
		b.WriteString(strconv.Itoa(value))
	}
	for _, t := range s.tokens {
		switch t.what {
		case 0:
			b.WriteString(t.text)
		case 'y':
			if t.n <= 2 {
				two(2, year%100)
			} else {
				b.WriteString(strconv.Itoa(year))
			}
		case 'm':
			b.WriteString(s.monthName(t.n, month))
		case 'd':
			switch {
			case t.n <= 2:
				two(t.n, date)
			case s.english && t.n == 3:
				b.WriteString(englishDays[weekday][:3])
			case s.english:
				b.WriteString(englishDays[weekday])
			default:
				b.WriteString(vietnameseDays[weekday])
			}
		case 'h':
			two(t.n, half)
		case 'M':
			two(t.n, minute)
		case 's':
			two(t.n, second)
		case 'H':
			two(t.n, int(seconds/3600))
		case 'N':
			two(t.n, int(seconds/60))
		case 'S':
			two(t.n, int(seconds))
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
