package draft

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

var (
	motto      = letters("Cộng hòa xã hội chủ nghĩa Việt Nam")
	motto2     = letters("Độc lập - Tự do - Hạnh phúc")
	partyMotto = letters("Đảng Cộng sản Việt Nam")
	unionMotto = letters("Đoàn TNCS Hồ Chí Minh")

	numberLine = pattern.New(`^(?i:(số)\s*[:.]?)\s*([.…_\s]*|[0-9]+[a-zđ]?)\s*(?:([/-])\s*(.*))?$`)
	dateLine   = pattern.New(`^(.{0,60}?)[,.]?\s*(?i:ngày)\s*([0-9]{1,2}|[.…_\s]*)\s*(?i:tháng)\s*([0-9]{1,2}|[.…_\s]*)` +
		`\s*(?i:năm)\s*([0-9]{4}|20[0-9]?[.…_\s]*|[.…_\s]*)[.\s]*$`)
	shortDate = pattern.New(`^([^:]{0,60}?)[,.]?\s*(?i:ngày)\s*([0-9]{1,2}|[.…_\s]*)` +
		`\s*[/.-]\s*([0-9]{1,2}|[.…_]*)\s*[/.-]\s*([0-9]{4}|20[0-9]?[.…_]+)[.\s]*$`)
	subjectLine = pattern.New(`^(?i:(v\s*/\s*v|về việc))[\s:.]+(.*)$`)
	draftLine   = pattern.New(`^\(?(?i:dự thảo(?:\s+(?:lần)?(?:\s*thứ)?\s*[0-9]+)?` +
		`(?:[\s,;(–-]+(?:ngày\s+)?[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4})?)\)*$`)
	inSymbol   = pattern.New(`\s*([/-])\s*`)
	symbolForm = pattern.New(`^[\p{Lu}0-9y][\p{L}0-9&./-]*$`)
)

// agencies open the name of a body.
var agencies = []string{
	"ỦY BAN", "UBND", "HỘI ĐỒNG", "HĐND", "SỞ", "BỘ", "PHÒNG", "BAN", "TỔNG", "CỤC", "CHI CỤC", "TRƯỜNG", "TRUNG TÂM",
	"VĂN PHÒNG", "CÔNG AN",
	"ĐẢNG", "HUYỆN ỦY", "TỈNH ỦY", "THÀNH ỦY", "ĐOÀN", "CHI BỘ", "THANH TRA", "TÒA ÁN", "VIỆN", "BẢO HIỂM", "CÔNG TY",
	"LIÊN ĐOÀN", "HỢP TÁC XÃ", "TRẠM",
	"MẶT TRẬN", "MTTQ", "UBMTTQ", "HỘI", "CÔNG ĐOÀN", "BỆNH VIỆN", "TỔ", "HỌC VIỆN", "ĐẠI HỌC", "KHO BẠC", "NGÂN HÀNG", "TẬP ĐOÀN",
	"QUÂN", "BCH", "CỤM", "KHỐI", "VỤ", "HUYỆN ĐOÀN", "TỈNH ĐOÀN", "THÀNH ĐOÀN", "XÃ ĐOÀN", "HIỆP HỘI", "LIÊN HIỆP", "ĐÀI", "BÁO",
	"TẠP CHÍ",
	"NHÀ", "THƯ VIỆN", "BẢO TÀNG", "KHOA", "HẠT", "ĐỒN", "ĐỘI", "QUỸ", "KIỂM TOÁN", "XÍ NGHIỆP", "CHI NHÁNH", "TIỂU BAN", "BCĐ", "LỮ ĐOÀN",
	"NHÓM TRẺ", "CƠ SỞ", "BƯU ĐIỆN", "ĐIỆN LỰC", "LIÊN MINH", "CÂU LẠC BỘ", "DOANH NGHIỆP", "HỘ KINH DOANH", "NÔNG TRƯỜNG", "LÂM TRƯỜNG",
	"THƯỜNG TRỰC HĐND", "THƯỜNG TRỰC HỘI ĐỒNG",
	"LIÊN TỊCH", "TRUNG ĐOÀN", "SƯ ĐOÀN", "TIỂU ĐOÀN", "VƯỜN QUỐC GIA", "CẢNG",
}

// topics open the name of a body too, but below the name of a kind what the paper is about: "LỚP BỒI DƯỠNG", "THUẾ SỬ DỤNG ĐẤT".
var topics = []string{
	"THUẾ", "HẢI QUAN", "THI HÀNH ÁN", "BHXH", "KBNN", "NHNN", "TAND", "VKSND", "THADS", "LĐLĐ", "BQL", "HTX", "CTY",
	"CHI HỘI", "CHI ĐOÀN", "LIÊN ĐỘI", "PHÂN HIỆU", "PHÂN VIỆN", "THÔN", "XÓM", "KHU PHỐ", "BUÔN", "LỚP",
	"TỔ CHỨC", "BAN HÀNH", "HỘI THI", "HỘI THẢO",
}

func opensAgency(s string) bool {
	s = vi.Upper(s)
	s = strings.NewReplacer("UỶ", "ỦY", "TOÀ", "TÒA").Replace(s)
	return !strings.HasPrefix(s, "BÁO CÁO") && (opensWith(s, agencies) || opensWith(s, topics))
}

func opensWith(s string, heads []string) bool {
	return slices.ContainsFunc(heads, func(a string) bool { return s == a || strings.HasPrefix(s, a+" ") })
}

// readHead reads the letterhead, and gives the line behind it.
func (r *reader) readHead() int {
	i := 0
	for ; i < len(r.lines); i++ {
		l := &r.lines[i]
		items := r.itemsOf(l)
		if l.table != nil {
			if !slices.ContainsFunc(items, func(it item) bool { return opensHead(it.text) }) {
				break
			}
			for k := range items {
				if !r.headItem(&items[k]) {
					r.loose(&items[k].line)
				}
			}
			continue
		}
		known := 0
		for k := range items {
			if r.headItem(&items[k]) {
				known++
			} else if known > 0 || k+1 < len(items) && opensHead(items[k+1].text) {
				r.loose(&items[k].line)
				known++
			}
		}
		if known > 0 {
			continue
		}
		if !r.headGoesOn(i) {
			break
		}
		r.loose(l)
	}
	r.settleAgency()
	return i
}

// headGoesOn reports whether line i, which is none of a letterhead, stands in one: the title, or
// what only a letterhead has, is not far below, and no text before that.
func (r *reader) headGoesOn(i int) bool {
	const most, long = 6, 200
	if s := r.lines[i].text; r.opensTitle(s) || len(r.agency) > 0 && opensForm(s) ||
		sentTo.MatchString(s) && !strings.HasPrefix(fold(s), "kính trình") {
		return false
	}
	for k := i; k < min(i+most, len(r.lines)); k++ {
		l := &r.lines[k]
		if l.table != nil || len(l.text) > long {
			return false
		}
		if k > i && (r.kindOf(l.text).ID != "" || opensHead(l.text) || subjectLine.MatchString(l.text)) {
			return true
		}
	}
	return false
}

// loose keeps a line that has no place in the head: it goes into the body.
func (r *reader) loose(l *line) { r.body = append(r.body, *l) }

// opensHead reports whether a text is one that only a letterhead has.
func opensHead(s string) bool {
	f := letters(s)
	return f == motto || f == motto2 || f == partyMotto || isNumber(s) || isDate(s)
}

// isDate reports whether a text is place and date, or the date alone.
func isDate(s string) bool {
	m := dateOf(s)
	return m != nil && isPlace(m[1], strings.Contains(s[:len(m[1])+1], ","))
}

// isPlace reports whether words before a date can be the place of a paper: none, a blank to be filled, or
// a name. Where no comma parts the two, the words of the name have capitals, but those of its unit and
// one that was mistyped.
func isPlace(s string, comma bool) bool {
	const most = 7 // words
	fields := strings.Fields(strings.Trim(s, " .…_\t"))
	if gaps.MatchString(s) || len(fields) > most || isMarked(s) || isBase(s) || strings.Contains(s, "/") ||
		strings.HasPrefix(fold(s), "số") || strings.HasPrefix(fold(s), "dự thảo") {
		return false
	}
	small := 0
	for _, w := range fields {
		if isSmall(w) && !slices.Contains(unitWords, w) {
			small++
		}
	}
	if slices.ContainsFunc(dayLeads, func(w string) bool {
		rest, ok := phrase.CutWords(s, w)
		return ok && (w == dayLeads[0] || !opensUpper(rest) || strings.HasPrefix(rest, "Thứ ") || strings.HasPrefix(rest, "Chủ nhật"))
	}) {
		return false
	}
	return comma || small == 0 || small == 1 && !slices.Contains(dateLeads, fields[len(fields)-1])
}

// dateLeads are words of a sentence that stand before a date.
var dateLeads = []string{"trước", "từ", "đến", "vào", "sau", "hết", "nay", "là", "qua", "trong", "cả", "tới", "cuối", "đầu", "của", "chiều",
	"sáng"}

// dayLeads open a line of a programme: "Thứ Hai, ngày 05/01/2026", "Sáng ngày", but not the place "Sáng Nhè".
var dayLeads = []string{"thứ", "chủ nhật", "sáng", "chiều", "tối", "hôm nay"}

func opensUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// unitWords are the words of units that stand in names of places in small letters.
var unitWords = []string{
	"thành", "phố", "tỉnh", "xã", "phường", "thị", "trấn",
	"huyện", "quận", "đặc", "khu", "đảo", "thôn", "tp", "tp.", "tx.",
}

// dateOf finds the place, day, month and year of a line that is no more than these; nil for
// another one. "ngày 05/3/2026" is a date too.
func dateOf(s string) []string {
	if m := dateLine.FindStringSubmatch(s); m != nil {
		return m
	}
	return shortDate.FindStringSubmatch(s)
}

func isNumber(s string) bool {
	m := numberLine.FindStringSubmatch(s)
	if m == nil {
		return false
	}
	symbol := inSymbol.ReplaceAllString(m[4], "$1")
	return symbol == "" && m[4] == m[3] && strings.ContainsAny(s, ":.…") || m[3] != "" && symbolForm.MatchString(symbol)
}

// headItem reads one line of the letterhead. False: it is none.
func (r *reader) headItem(it *item) bool {
	s, l := it.text, &it.line
	f := letters(s)
	const long = 600
	if len(s) > long {
		return false
	}
	numbered := r.has("number") || r.has("date")
	switch {
	case isRule(s):
	case f == motto || f == motto2 || f == motto+motto2:
		r.own = append(r.own, s)
		r.take("motto", "Quốc hiệu, Tiêu ngữ", Sure, l, "")
		r.named = r.named || len(r.agency) > 0 && it.cell == 0 && it.side < 0
	case f == partyMotto:
		r.party = true
		r.own = append(r.own, s)
		r.take("motto", "tiêu đề Đảng", Sure, l, "")
	case f == unionMotto && phrase.IsUpper(s) && len(r.agency) > 0:
		r.say(l, diag.Diagnostic{
			Level: diag.Warning, Rule: ruleForm, Found: s,
			Message: "văn bản của Đoàn có thể thức riêng; văn bản in Quốc hiệu và số, ký hiệu theo Nghị định 30/2020/NĐ-CP",
			Fix:     "xem lại phần đầu văn bản",
		})
		r.loose(l)
	case isNumber(s) && !r.has("number"):
		m := numberLine.FindStringSubmatch(s)
		r.own = append(r.own, m[1])
		r.head.Number, r.symbol = strings.Trim(m[2], " .…_\t"), inSymbol.ReplaceAllString(m[4], "$1")
		r.numbered, r.sign = l, m[3]
		r.take("number", "số, ký hiệu", Sure, l, "")
	case isDate(s) && !r.has("date"):
		return r.date(l)
	case r.mark(it):
	case subjectLine.MatchString(s) && !r.has("subject") && it.side != 1 && (numbered || it.cell > 0 || len(r.agency) > 0):
		m := subjectLine.FindStringSubmatch(s)
		form := "V/v"
		if r.party {
			form = "về việc"
		}
		r.prints(l, m[1], form)
		r.head.Subject, r.goesOn = tidy(m[2]), l.more
		r.take("subject", "trích yếu nội dung", Sure, l, "")
	case r.has("subject") && (it.side == 0 || r.goesOn || it.side == -1 && !l.gap && (l.plain || isSmall(s)) && len(s) < 100 &&
		!isMarked(s)) && !phrase.IsUpper(s) &&
		!sentTo.MatchString(s):
		r.head.Subject += " " + tidy(s) // its next line
		r.goesOn = l.more
	case r.kindOf(s).ID != "", (r.named || it.side < 0 && r.parted()) && r.opensTitle(s), opensForm(s):
		return false
	case it.side != 1 && !numbered && r.isAgency(it):
		r.agency = append(r.agency, *it)
	default:
		return false
	}
	return true
}

// parted reports whether the last line of the body's name stands beside the motto: a title behind it takes the whole line.
func (r *reader) parted() bool { return len(r.agency) > 0 && r.agency[len(r.agency)-1].side == 0 }

func (r *reader) has(key string) bool {
	return slices.ContainsFunc(r.parts, func(p Part) bool { return p.Key == key })
}

// textOf gives the words of a part as the draft has them; empty for none.
func (r *reader) textOf(key string) string {
	if i := slices.IndexFunc(r.parts, func(p Part) bool { return p.Key == key }); i >= 0 {
		return r.parts[i].Text
	}
	return ""
}

func (r *reader) isAgency(it *item) bool {
	s := it.text
	switch {
	case utf8.RuneCountInString(s) > 90 || strings.ContainsAny(s, ":;"):
		return false
	case opensAgency(s):
		return phrase.IsUpper(s) || it.cell > 0 || it.side == 0
	case len(r.agency) > 0: // its next line; one behind the table of a letterhead is the title
		return phrase.IsUpper(s) && (r.agency[len(r.agency)-1].cell > 0) == (it.cell > 0)
	}
	return phrase.IsUpper(s) && it.side == 0
}

// date reads the line of place and date.
func (r *reader) date(l *line) bool {
	m := dateOf(l.text)
	figure := func(s string) int {
		n, err := strconv.Atoi(s)
		if err != nil {
			return 0
		}
		return n
	}
	d := plan.Date{Year: figure(m[4]), Month: figure(m[3]), Day: figure(m[2])}
	if d.Year == 0 && (d.Month > 0 || d.Day > 0) || d.Month == 0 && d.Day > 0 || !d.IsReal() {
		return false
	}
	r.own = append(r.own, l.text[len(m[1]):])
	r.head.Date, r.head.Issuer.Place = d, strings.Trim(m[1], " ,.…_\t")
	confidence, why := Sure, ""
	if r.head.Issuer.Place == "" {
		confidence, why = Missing, "dòng ngày tháng không có địa danh"
	} else if strings.ContainsAny(r.head.Issuer.Place, "0123456789") {
		confidence, why = Doubtful, "trước chữ ngày không chỉ có địa danh"
	}
	r.take("date", "thời gian ban hành", Sure, l, "")
	r.take("issuer.place", "địa danh", confidence, l, why)
	return true
}

// mark reads the marks of secrecy, urgency and circulation, and the word draft.
func (r *reader) mark(it *item) bool {
	s := tidy(it.text)
	f := vi.FoldName(s)
	for _, m := range []struct {
		words []string
		key   string
		term  string
		to    *string
	}{
		{[]string{"TUYỆT MẬT", "TỐI MẬT", "MẬT"}, "secrecy", "độ mật", &r.head.Secrecy},
		{[]string{"HỎA TỐC", "THƯỢNG KHẨN", "KHẨN"}, "urgency", "độ khẩn", &r.head.Urgency},
		{[]string{"XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ"}, "circulation", "phạm vi lưu hành", &r.head.Circulation},
	} {
		for _, w := range m.words {
			if f == vi.FoldName(w) && phrase.IsUpper(s) && *m.to == "" {
				*m.to = w
				r.take(m.key, m.term, Sure, &it.line, "")
				return true
			}
		}
	}
	if draftLine.MatchString(s) && r.head.Draft == "" {
		r.head.Draft = s
		r.take("draft", "dự thảo", Sure, &it.line, "")
		return true
	}
	return false
}

// settleAgency parts the lines of the left side into superior and issuer.
func (r *reader) settleAgency() {
	var groups [][]item
	for i := range r.agency {
		it := r.agency[i]
		n := len(groups)
		apart := n == 0 || opensAgency(it.text) && !goesOnBelow(groups[n-1][len(groups[n-1])-1].text)
		if n > 0 && !it.plain && it.bold != groups[n-1][0].bold && opensAgency(it.text) {
			apart = true
		}
		if apart {
			groups = append(groups, nil)
			n++
		}
		groups[n-1] = append(groups[n-1], it)
	}
	if len(groups) == 0 {
		return
	}
	join := func(groups [][]item) string {
		var all []string
		for _, g := range groups {
			for _, it := range g {
				all = append(all, strings.Fields(it.text)...)
			}
		}
		return strings.Join(all, " ")
	}
	// Lines in bold below others are the issuer's; else it is the last name.
	from := len(groups) - 1
	for i, g := range groups {
		if g[0].bold && !groups[0][0].bold {
			from = i
			break
		}
	}
	first := &groups[from][0].line
	r.head.Issuer.Name, r.head.Issuer.Superior = join(groups[from:]), join(groups[:from])
	confidence, why := Sure, ""
	if !r.has("number") && !r.has("date") && !r.has("motto") {
		confidence, why = Doubtful, "không thấy Quốc hiệu, số hay ngày cạnh tên cơ quan"
	}
	r.take("issuer.name", "tên cơ quan ban hành", confidence, first, why)
	if from > 0 {
		r.take("issuer.superior", "cơ quan chủ quản", Sure, &groups[0][0].line, "")
	}
}

// goesOnBelow reports whether a line of the name of a body ends with what joins it to another: "SỞ NỘI VỤ VÀ", "SỞ NỘI VỤ -".
func goesOnBelow(s string) bool {
	s = fold(s)
	return strings.HasSuffix(s, " và") || strings.HasSuffix(s, " -") || strings.HasSuffix(s, " –")
}

// settleSymbol takes the symbol apart, where the program would make the same of its parts.
func (r *reader) settleSymbol() {
	kind, rest := r.kind.Abbreviation, ""
	sep, sign := "-", "/"
	if r.party {
		sep, sign = sign, sep
		if r.kind.ID == "cong-van" {
			kind = "CV"
		}
	}
	if r.symbol != "" && r.sign != sign {
		r.say(r.numbered, diag.Diagnostic{
			Level: diag.Info, Rule: ruleForm, Found: r.sign, Expected: sign,
			Message: "giữa số và ký hiệu bản nháp ghi " + quote(r.sign) + ", văn bản in " + quote(sign),
		})
	}
	switch {
	case r.symbol == "":
	case kind == "":
		rest, r.head.DraftingUnit, _ = strings.Cut(r.symbol, "-")
		if strings.ContainsAny(rest+r.head.DraftingUnit, "/") {
			r.head.Symbol, r.head.DraftingUnit = r.symbol, ""
			return
		}
		r.head.Issuer.Abbreviation = rest
	case strings.HasPrefix(r.symbol, kind+sep) && !strings.ContainsAny(r.symbol[len(kind+sep):], "/"):
		r.own = append(r.own, kind)
		r.head.Issuer.Abbreviation = r.symbol[len(kind+sep):]
	default:
		r.head.Symbol = r.symbol
	}
	if r.head.DraftingUnit != "" {
		r.take("drafting_unit", "đơn vị soạn thảo", Sure, nil, "")
	}
}
