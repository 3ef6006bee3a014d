package draft

import (
	"slices"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan/vi"
)

// decase writes a name in capitals as people write it inside a sentence. The draft's own text
// says how where it has the name; else names of places keep their capitals, and short forms.
func (r *reader) decase(s string) string {
	if !phrase.IsUpper(s) {
		return s
	}
	s = strings.Join(strings.Fields(s), " ")
	fields := strings.Fields(s)
	const most = 60 // words of a name
	if len(fields) > most {
		return s
	}
	if said := r.saidAs(s, true); said != "" {
		return vi.UpperFirst(said)
	}
	sector := sectorEnd(fields)
	trade := r.tradeFrom(fields)
	// Parts of it that the text has, the longest first, from the head on.
	out := make([]string, 0, len(fields))
	name := false
	for i := 0; i < len(fields); i++ {
		w := fields[i]
		low := vi.Lower(w)
		if n, said := r.longestSaid(fields, i, i > trade.from && trade.from > 0); n > 0 {
			out = append(out, said)
			i += n - 1
			name = isUnit(fields, i)
			continue
		}
		capital, guess := trade.hasCapital(fields, i)
		switch {
		case i+2 < len(fields) && low == "hồ" && vi.Lower(fields[i+1]) == "chí" && vi.Lower(fields[i+2]) == "minh":
			out = append(out, "Hồ Chí Minh")
			i += 2
			continue
		case isShort(w), i > 0 && isOrdinal(fields[i-1], w),
			i > 0 && slices.Contains(strings.FieldsFunc(r.symbol, func(c rune) bool { return c == '-' || c == '/' }), w):
			out = append(out, w)
			name = w == "THCS" || w == "THPT"
			continue
		case i+1 < len(fields) && capitals[low+" "+vi.Lower(fields[i+1])] != "" && !opensPlace(fields, i):
			out = append(out, strings.Fields(capitals[low+" "+vi.Lower(fields[i+1])])...)
			i++
			name = low == "thành" || low == "thị" || low == "mầm" || low == "tiểu" || // schools have names
				units[low] && vi.Lower(fields[i]) == "ủy"
			continue
		case i > 0 && len(w) == 1 && strings.Contains("ABCDE", w): // "BÊN A"
			out = append(out, w)
			continue
		case sector > 0 && i >= sector: // "SỞ Y TẾ LAM SƠN"
			low = vi.UpperFirst(low)
		case i > 0 && strings.ContainsRune(fields[i-1], '&') && len(fields)-i <= 3 && !units[low]: // "PHÒNG GD&ĐT CẨM NGỌC"
			low, name = vi.UpperFirst(low), true
		case endsPlace(fields, i):
			name = false
		case name && (!units[low] || low == "bản" && vi.Lower(fields[i-1]) == "xã"): // "xã Bản Lang"
			low = vi.UpperFirst(low)
		case i > 0 && bodies[vi.Lower(fields[i-1])] && (opensBody(fields, i-1) || isBranch(fields, i-1)) && !units[low] && !isTitle(low):
			low = vi.UpperFirst(low)
		case opensUnion(fields, i):
			out = append(out, vi.UpperFirst(low), "đoàn")
			i++
			name = true
			continue
		case capital:
			low, r.guessed = vi.UpperFirst(low), r.guessed || guess
		case i > 1 && (fields[i-1] == "-" || fields[i-1] == "–") && opensAgency(strings.Join(fields[i:], " ")):
			low = vi.UpperFirst(low) // "Sở Nội vụ - Liên đoàn Lao động tỉnh"
		case i > 1 && vi.Lower(fields[i-1]) == "và" && slices.ContainsFunc(fields[:i-1], isBody):
			low = vi.UpperFirst(low) // "Sở Giáo dục và Đào tạo"
		case i > 1 && strings.HasSuffix(fields[i-1], ",") && !units[low] && inBody(fields, i-1):
			low = vi.UpperFirst(low) // "Phòng Kinh tế, Hạ tầng và Đô thị"
		case i > 0 && bodies[low] && opensBody(fields, i) && !isHeadOf(fields, i):
			low = vi.UpperFirst(low)
		default:
			name = isUnit(fields, i)
		}
		out = append(out, low)
	}
	said := vi.UpperFirst(strings.Join(out, " "))
	if place := r.head.Issuer.Place; place != "" {
		if unit, name, ok := strings.Cut(place, " "); ok && units[vi.Lower(unit)] {
			place = name
		}
		if i := strings.Index(vi.Lower(said), vi.Lower(place)); i >= 0 && len(vi.Lower(said)) == len(said) && boundary(said,
			i, i+len(place)) {
			said = said[:i] + place + said[i+len(place):]
		}
	}
	return said
}

// bodies open the name of a body, whose next word has a capital: "Sở Nội vụ".
var bodies = map[string]bool{"bộ": true, "sở": true, "phòng": true, "vụ": true, "cục": true, "viện": true, "khoa": true}

func isBody(word string) bool { return bodies[vi.Lower(word)] }

// isTitle reports whether a word makes a title of the one before: "Bộ trưởng".
func isTitle(word string) bool { return word == "trưởng" || word == "phó" || word == "viên" }

// opensBody reports whether the name of a body begins at a word: at the head, or behind the title
// of whoever leads it. "Trưởng phòng" alone is a title.
func opensBody(fields []string, i int) bool {
	if i == 0 {
		return true
	}
	switch vi.Lower(fields[i-1]) {
	case "đốc", "chánh", "tịch", "trưởng":
		return true
	}
	return false
}

// isBranch reports whether a word is of "Chi cục" or "Tổng cục" at the head of a name: "Chi cục Kiểm lâm".
func isBranch(fields []string, i int) bool {
	return i == 1 && vi.Lower(fields[1]) == "cục" && slices.Contains([]string{"chi", "tổng"}, vi.Lower(fields[0]))
}

// opensUnion reports whether the name of a body of the Youth Union begins at a word: "Xã đoàn Quảng Phú", at the head or behind
// its committee; "xã Đoàn Kết" is a place.
func opensUnion(fields []string, i int) bool {
	return i+2 < len(fields) && units[vi.Lower(fields[i])] && vi.Lower(fields[i+1]) == "đoàn" && vi.Lower(fields[i+2]) != "kết" &&
		(i == 0 || slices.Contains([]string{"hành", "vụ", "bch", "btv"}, vi.Lower(fields[i-1])))
}

// inBody reports whether the name of a body began above a word.
func inBody(fields []string, i int) bool {
	for k := range fields[:i] {
		if isBody(fields[k]) && opensBody(fields, k) && !isTitle(vi.Lower(fields[k+1])) {
			return true
		}
	}
	return false
}

// isHeadOf reports whether a word is of the title itself: "Trưởng phòng", "Phó trưởng phòng".
func isHeadOf(fields []string, i int) bool {
	return vi.Lower(fields[i-1]) == "trưởng" &&
		(i == 1 || i == 2 && slices.Contains([]string{"phó", "quyền", "nguyên"}, vi.Lower(fields[0])))
}

// longestSaid gives the longest part of a name, of at least three words from one on, that the draft's
// text has, as it writes it, and the number of its words. pair: two words with a capital are enough.
func (r *reader) longestSaid(fields []string, i int, pair bool) (n int, said string) {
	const least, most = 3, 20
	for n := min(len(fields)-i, most); n >= least-1; n-- {
		if n < least && !pair {
			break
		}
		if said := r.saidAs(strings.Join(fields[i:i+n], " "), i == 0); said != "" && (n >= least || !isSmall(said)) {
			return n, said
		}
	}
	return 0, ""
}

// saidAs gives a name as the draft's own text writes it, not in capitals throughout; empty for none.
// At the head of a line every word has a capital: only the head of a name is looked for there.
func (r *reader) saidAs(s string, head bool) string {
	lower := vi.Lower(s)
	if r.low == nil {
		r.low = make([]string, len(r.said))
		for i, said := range r.said {
			r.low[i] = vi.Lower(said)
		}
	}
	for i, said := range r.said {
		low := r.low[i]
		if len(low) != len(said) {
			continue
		}
		for from := 0; ; {
			at := strings.Index(low[from:], lower)
			if at < 0 {
				break
			}
			at += from
			end := at + len(lower)
			if (at > 0 || head) && boundary(low, at, end) && !phrase.IsUpper(said[at:end]) {
				return said[at:end]
			}
			from = end
		}
	}
	return ""
}

func boundary(s string, i, end int) bool {
	before, after := rune(' '), rune(' ')
	for _, r := range s[:i] {
		before = r
	}
	for _, r := range s[end:] {
		after = r
		break
	}
	return !unicode.IsLetter(before) && !unicode.IsLetter(after)
}

// units stand before the name of a place.
var units = map[string]bool{"xã": true, "phường": true, "tỉnh": true, "huyện": true, "quận": true, "thôn": true, "bản": true, "ấp": true}

// sectors are what bodies of the State look after, as their names have it.
var sectors = []string{
	"nội vụ", "tư pháp", "tài chính", "công thương", "nông nghiệp và môi trường", "nông nghiệp", "xây dựng",
	"khoa học và công nghệ", "y tế", "giáo dục và đào tạo", "văn hóa, thể thao và du lịch", "văn hóa và thể thao", "văn hóa - xã hội",
	"du lịch", "ngoại vụ", "dân tộc và tôn giáo",
	"kinh tế", "thanh tra", "thống kê", "thuế", "hải quan", "kiểm lâm",
}

// sectorEnd gives where the name of the sector of a body ends, when a place of two or three words
// stands behind it: "SỞ Y TẾ | LAM SƠN". Zero: there is none.
func sectorEnd(fields []string) int {
	name := strings.ToLower(strings.Join(fields[1:], " "))
	for _, s := range sectors {
		rest, ok := strings.CutPrefix(name, s+" ")
		n := len(strings.Fields(rest))
		if !ok || n != 2 && n != 3 || strings.ContainsAny(rest, ",-&") {
			continue
		}
		at := len(fields) - n
		for at < len(fields) && !units[vi.Lower(fields[at])] && !endsPlace(fields, at) {
			at++
		}
		if at == len(fields) {
			return at - n
		}
	}
	return 0
}

// isUnit reports whether a word, or the last of several, stands before the name of a place: "đặc khu".
func isUnit(fields []string, i int) bool {
	before := ""
	if i > 0 {
		before = vi.Lower(fields[i-1])
	}
	switch low := vi.Lower(fields[i]); low {
	case "khu":
		return before == "đặc"
	case "phố":
		return before == "dân" || before == "khu"
	case "xã":
		return before != "tác" // "hợp tác xã" is no place
	case "bản":
		return before != "văn" && before != "biên" && before != "cơ"
	default:
		return units[low]
	}
}

// opensPlace reports whether "xã hội" at a word is the unit and the head of its name: "UBND xã Hội Thịnh".
func opensPlace(fields []string, i int) bool {
	if i == 0 || i+2 >= len(fields) || vi.Lower(fields[i]) != "xã" {
		return false
	}
	switch vi.Lower(fields[i-1]) {
	case "dân", "ubnd", "hđnd", "ủy", "uỷ":
		return true
	}
	return false
}

// endsPlace reports whether the name of a place ends before a word: "xã Cẩm Hòa lần thứ 5". Some words
// do so only beside another: "xã Kỳ Anh", "xã Liên Sơn" and "xã Năm Căn" are names.
func endsPlace(fields []string, i int) bool {
	next := ""
	if i+1 < len(fields) {
		next = vi.Lower(fields[i+1])
	}
	switch vi.Lower(fields[i]) {
	case "lần", "thứ", "khóa", "khoá", "nhiệm", "về", "của", "và", "số":
		return true
	case "kỳ":
		return next == "họp"
	case "liên":
		return next == "tịch"
	case "năm":
		return next == "" || next == "học" || unicode.IsDigit(rune(next[0]))
	}
	return false
}

// capitals are pairs of words that keep capitals inside a name.
var capitals = map[string]string{
	"việt nam": "Việt Nam", "ủy ban": "Ủy ban", "uỷ ban": "Uỷ ban", "hội đồng": "Hội đồng", "mặt trận": "Mặt trận",
	"tổ quốc": "Tổ quốc", "quân khu": "Quân khu", "đảng ủy": "Đảng ủy", "tỉnh ủy": "Tỉnh ủy", "thành ủy": "Thành ủy",
	"huyện ủy": "Huyện ủy", "quận ủy": "Quận ủy", "thị ủy": "Thị ủy",
	"trung ương": "Trung ương", "nhà nước": "Nhà nước", "chủ tịch": "Chủ tịch", "văn phòng": "Văn phòng",
	"thi đua": "Thi đua", "khen thưởng": "Khen thưởng",
	"công an": "Công an", "quân sự": "Quân sự", "bí thư": "Bí thư", "giám đốc": "Giám đốc", "ban thường": "Ban Thường",
	"ban chấp": "Ban Chấp",
	"đảng bộ":  "Đảng bộ", "đoàn xã": "Đoàn xã", "đoàn thanh": "Đoàn Thanh", "công đoàn": "Công đoàn", "hội nông": "Hội Nông",
	"hội liên": "Hội Liên", "hội cựu": "Hội Cựu", "hợp tác": "Hợp tác",
	"trung học": "Trung học", "tiểu học": "Tiểu học", "mầm non": "Mầm non",
	"xã hội": "Xã hội", "văn hóa": "Văn hóa", "kinh tế": "Kinh tế", "nhân dân": "nhân dân", "thành phố": "thành phố",
	"thị trấn": "thị trấn", "thị xã": "thị xã",
}

// isOrdinal reports whether a word is a Roman numeral of one letter: "lần thứ V", "khóa I", "Quân khu V", "khu vực V".
func isOrdinal(before, w string) bool {
	low := vi.Lower(before)
	return (w == "I" || w == "V" || w == "X") && slices.Contains([]string{"thứ", "khóa", "khoá", "khu", "vực"}, low)
}

// isShort reports whether a word is a short form, which keeps its capitals: no vowel can be read
// in it, or it is known.
func isShort(w string) bool {
	switch w {
	case "UBND", "HĐND", "MTTQ", "UBMTTQ", "TNCS", "BCH", "BTV", "CNTT", "TDTT", "VHXH", "KTXH", "THCS", "THPT", "TH", "PCTT", "ĐU", "TP",
		"TAND", "THADS", "UBKT", "ANTT", "ATTP", "ATGT":
		return true
	}
	if strings.ContainsAny(w, "0123456789") {
		return true // "LỚP 9A"
	}
	if len(w) > 1 && strings.Trim(w, "IVXLC.,") == "" {
		return true // a Roman numeral
	}
	if strings.ContainsAny(vi.Slug(w), "aeiouy") {
		return false
	}
	letters := 0
	for _, r := range w {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1
}
