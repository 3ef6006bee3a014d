package sheet

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/pattern"
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

// halfOfDay is where a format shows the half of the day.
var halfOfDay = pattern.New(`^(?i:am/pm|a/p)`)

// elapsed is what stands in brackets for hours, minutes or seconds in all.
var elapsed = pattern.New(`^(?:h+|m+|s+)$`)

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
		case halfOfDay.MatchString(code):
			s.tokens = append(s.tokens, token{what: 'A'})
			s.date = true
			code = code[len(halfOfDay.FindString(code)):]
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
		case (c == 'E' || c == 'e') && beginsWith(rest, "+-") && s.whole > 0:
			code = strings.TrimLeft(rest[1:], places)
			s.tokens = append(s.tokens, token{what: 'E', n: len(rest) - 1 - len(code), text: rest[:1]})
			s.exponent = true
			continue
		case strings.ContainsRune("0#?.,%@", c):
			s.sign(byte(c), rest)
			code = rest
			continue
		}
		if c == '/' && s.whole > 0 && beginsWith(rest, places+"123456789") {
			s.fraction = true
		}
		literal(code[:size])
		code = rest
	}
	s.finish()
	return code
}

// places are the signs that a digit stands for.
const places = "0#?"

// beginsWith reports whether a text begins with one of some signs.
func beginsWith(s, signs string) bool { return strings.TrimLeft(s, signs) != s }

// sign takes a sign of a number.
func (s *section) sign(c byte, rest string) {
	point := s.decimals > 0 || s.has('.')
	switch c {
	case '0', '#', '?':
		if s.date {
			switch last := &s.tokens[len(s.tokens)-1]; last.what {
			case '.': // ss.000
				*last = token{what: 'f', n: 1}
				return
			case 'f':
				last.n++
				return
			}
		}
		if point {
			s.decimals++
		} else {
			s.whole++
		}
	case ',':
		if s.whole > 0 && beginsWith(strings.TrimLeft(rest, ","), places) && !point {
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
	return slices.ContainsFunc(s.tokens, func(t token) bool { return t.what == what })
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
		n, _ := strconv.ParseUint(language, 16, 64)
		s.english = s.english || n&0x3ff == 9 || strings.HasPrefix(strings.ToLower(language), "en-")
		return sign
	}
	if low := strings.ToLower(inside); elapsed.MatchString(low) {
		s.tokens = append(s.tokens, token{what: map[byte]byte{'h': 'H', 'm': 'N', 's': 'S'}[low[0]], n: len(low)})
		s.date = true
		return ""
	}
	sign := strings.TrimRight(inside, "0123456789.-+eE ")
	if v, err := strconv.ParseFloat(strings.TrimSpace(inside[len(sign):]), 64); err == nil && sign != "" &&
		strings.Trim(sign, "<>=") == "" {
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
