package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/vi"
)

// kinds are the kinds of paper that a draft may be.
var kinds = append(plan.Kinds(), plan.Records()[:2]...)

// kindOf gives the kind whose name a line in capitals is; none has no id.
func (r *reader) kindOf(s string) plan.Kind {
	const signs = 20 // bytes around a name: "*THÔNG BÁO*", as chat programs make bold; blanks, letters and marks apart
	upper, folded := phrase.IsUpper(s), ""
	for _, k := range kinds {
		if !upper && !r.symbolOf(k) || k.Standard != "" && !r.party || len(s) > 2*len(k.Name)+signs {
			continue
		}
		if folded == "" {
			folded = vi.FoldName(strings.Trim(s, " :.*_"))
		}
		if folded == vi.FoldName(k.Name) {
			return k
		}
	}
	return plan.Kind{}
}

// symbolOf reports whether the symbol of the draft is one of a kind: its name may then stand in small letters.
func (r *reader) symbolOf(k plan.Kind) bool {
	rest, ok := strings.CutPrefix(r.symbol, k.Abbreviation)
	return ok && (strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "/"))
}

// kindHead gives the kind that a line begins with, and the rest of the line.
func (r *reader) kindHead(s string) (plan.Kind, string) {
	fields := strings.Fields(s)
	for n := min(4, len(fields)-1); n > 0; n-- {
		if k := r.kindOf(strings.Join(fields[:n], " ")); k.ID != "" && k.ID != "cong-van" {
			return k, strings.Join(fields[n:], " ")
		}
	}
	return plan.Kind{}, ""
}

// opensTitle reports whether a line in capitals is the name of a kind, or begins with it.
func (r *reader) opensTitle(s string) bool {
	if !phrase.IsUpper(s) || opensAgency(s) {
		return r.kindOf(s).ID != ""
	}
	k, _ := r.kindHead(s)
	return k.ID != "" || r.kindOf(s).ID != ""
}

// readTitle reads the name of the kind and the subject from line i on, and gives the line
// behind them.
func (r *reader) readTitle(i int) int {
	if i == len(r.lines) {
		r.guessKind(nil)
		return i
	}
	l := &r.lines[i]
	if k := r.kindOf(l.text); k.ID != "" && l.table == nil {
		r.kind = k
		r.own = append(r.own, l.text)
		r.take("kind", "tên loại văn bản", Sure, l, "")
		if !l.bold && !l.center {
			r.bare = i + 1
		}
		return r.readSubject(i + 1)
	}
	apart := l.center || l.bold || phrase.IsUpper(l.text) || r.has("number")
	if k, rest := r.kindHead(l.text); k.ID != "" && l.table == nil && apart && !strings.HasSuffix(l.text, ".") {
		r.kind = k
		r.own = append(r.own, l.text[:len(l.text)-len(rest)])
		r.take("kind", "tên loại văn bản", Sure, l, "")
		return r.furtherTitle(i, rest)
	}
	if l.table != nil || !opensForm(l.text) {
		i = r.letterSubject(i)
		r.guessKind(nil)
		return i
	}
	r.guessKind(l)
	return r.formTitle(i)
}

// letterSubject reads what a letter is about where line i says so without V/v, above "Kính gửi": "về tuyên truyền đại hội".
func (r *reader) letterSubject(i int) int {
	if i+1 >= len(r.lines) || r.has("subject") || !r.has("number") || r.lines[i+1].table != nil {
		return i
	}
	l := &r.lines[i]
	rest, about := phrase.CutWords(l.text, "Về")
	if !about || rest == "" || !sentTo.MatchString(r.lines[i+1].text) {
		return i
	}
	form := "V/v"
	if r.party {
		form = "về việc"
	}
	r.prints(l, l.text[:len("về")], form)
	r.head.Subject = tidy(rest)
	r.take("subject", "trích yếu nội dung", Doubtful, l, "không có "+quote(form))
	return i + 1
}

// forms open the titles of papers that are no kind of paper: slips, requests, statements, lists.
var forms = []string{
	"PHIẾU", "TỜ KHAI", "BẢNG KÊ", "BẢNG TỔNG HỢP", "DANH SÁCH", "ĐỀ CƯƠNG", "SƠ YẾU LÝ LỊCH", "LÝ LỊCH", "LỜI KÊU GỌI",
	"KIẾN NGHỊ", "NỘI QUY", "ĐIỀU LỆ", "QUY TRÌNH", "QUY ƯỚC", "HƯƠNG ƯỚC",
	"ĐƠN XIN", "ĐƠN ĐỀ NGHỊ", "ĐƠN ĐĂNG KÝ", "ĐƠN KIẾN NGHỊ", "ĐƠN KHIẾU NẠI", "ĐƠN TỐ CÁO", "ĐƠN YÊU CẦU", "ĐƠN TRÌNH BÁO",
	"GIẤY ĐỀ NGHỊ", "GIẤY XÁC NHẬN", "GIẤY CHỨNG NHẬN", "GIẤY BIÊN NHẬN", "GIẤY CAM KẾT", "GIẤY BÁO", "GIẤY ĐI ĐƯỜNG", "GIẤY TRIỆU TẬP",
	"BẢN CAM KẾT", "BẢN KIỂM ĐIỂM", "BẢN TỰ", "BẢN TƯỜNG TRÌNH", "BẢN THUYẾT MINH", "BẢN KÊ KHAI", "BẢN ĐĂNG KÝ",
	"BẢN NHẬN XÉT", "BẢN TÓM TẮT",
	"LỊCH CÔNG TÁC", "LỊCH LÀM VIỆC", "LỊCH TRỰC", "LỊCH TIẾP CÔNG DÂN", "THƯ NGỎ", "THƯ MỜI", "THƯ CẢM ƠN",
}

// opensForm reports whether a line in capitals is the title of a paper that is no kind.
func opensForm(s string) bool {
	return phrase.IsUpper(s) && slices.ContainsFunc(forms, func(w string) bool {
		_, ok := phrase.CutWords(s, w)
		return ok
	})
}

// formTitle puts the title of a paper that is no kind, from line i on, into the body, where "Kính gửi" stands below it, and
// gives the line of these. Else the body begins with it.
func (r *reader) formTitle(i int) int {
	const most = 4 // lines of a title
	to := slices.IndexFunc(r.lines[i:min(i+most+1, len(r.lines))],
		func(l line) bool { return sentTo.MatchString(l.text) })
	if to < 0 {
		return i
	}
	for k := i; k < i+to; k++ {
		l := &r.lines[k]
		if m := subjectLine.FindStringSubmatch(l.text); m != nil && !r.has("subject") {
			r.prints(l, m[1], "V/v")
			r.head.Subject = tidy(m[2])
			r.take("subject", "trích yếu nội dung", Sure, l, "")
			continue
		}
		r.loose(l)
	}
	return i + to
}

// furtherTitle reads the words that a title has behind the name of the kind: "KẾ HOẠCH PHỐI HỢP". The
// subject begins with them, and goes on with the lines below as one sentence.
func (r *reader) furtherTitle(i int, words string) int {
	const most = 4 // words that a name of a kind goes on with
	l, typed := &r.lines[i], words
	confidence, why := Doubtful, "viết liền với tên loại"
	if who, ok := r.ofWhom(words); ok && phrase.IsUpper(words) {
		words = who
	} else if phrase.IsUpper(words) && len(strings.Fields(words)) <= most {
		words, confidence, why = r.decase(words), Sure, ""
	}
	r.head.Subject = words
	r.take("subject", "trích yếu nội dung", confidence, l, why)
	next := r.moreSubject(i+1, l)
	rest, more := strings.CutPrefix(r.head.Subject, words+" ")
	switch {
	case more && phrase.IsUpper(rest):
		r.head.Subject = typed + " " + rest // all of it in capitals
	case more && confidence == Sure:
		if head := r.smallHead(rest); head != "" && len(r.head.SubjectLines) == 0 {
			r.head.Subject = words + " " + lowerFirst(rest)
			r.take("subject", "trích yếu nội dung", Doubtful, l, "viết liền với tên loại, đã bỏ chữ hoa ở "+quote(head))
		}
	}
	return next
}

// ofWhom reads the words of a title that say whose it is: "QUYẾT ĐỊNH", "CỦA GIÁM ĐỐC CÔNG TY".
func (r *reader) ofWhom(s string) (string, bool) {
	rest, of := strings.CutPrefix(tidy(s), "CỦA ")
	if !of || !opensAgency(rest) && !opensPosition(rest) {
		return "", false
	}
	return "của " + r.decase(rest), true
}

// smallHead gives the first two words of a text whose capital letter is that of its beginning alone:
// inside a line the draft writes them in small letters. Empty: a name may begin with them.
func (r *reader) smallHead(s string) string {
	f := fold(s)
	for _, name := range []string{"đảng ", "nhân dân", "nhà nước", "quốc hội", "chính phủ", "trung ương", "tổ quốc"} {
		if strings.HasPrefix(f, name) {
			return ""
		}
	}
	fields := strings.Fields(s)
	if len(fields) < 2 {
		return ""
	}
	head := strings.TrimRight(fields[0]+" "+fields[1], ",;:.")
	if isSmall(head) {
		return ""
	}
	// No name begins with the first two.
	if lead := fold(fields[0]); lead == "việc" || lead == "về" || r.saidAs(head, false) == lowerFirst(head) {
		return head
	}
	return ""
}

// guessKind is for a draft without the name of a kind: a letter has none. title is one that is no kind, nil for none.
func (r *reader) guessKind(title *line) {
	letter := r.has("subject") || slices.ContainsFunc(r.lines, func(l line) bool { return sentTo.MatchString(l.text) })
	confidence, why := Sure, ""
	if !letter {
		confidence, why = Missing, "không thấy tên loại văn bản, cũng không thấy V/v hay Kính gửi của công văn"
	} else if !r.has("subject") {
		confidence, why = Doubtful, "không thấy tên loại; có Kính gửi nên xem là công văn"
	}
	if title != nil {
		confidence = min(confidence, Doubtful)
		why = quote(title.text) + " không phải tên loại văn bản; phiếu, đơn, danh sách thì ghi kind: bieu"
	}
	for _, k := range kinds {
		if k.ID == "cong-van" {
			r.kind = k
		}
	}
	for _, k := range kinds {
		if !r.has("subject") && (k.Standard == "" || r.party) && k.Abbreviation != "" && strings.HasPrefix(r.symbol, k.Abbreviation+"-") {
			r.kind = k
			confidence, why = Doubtful, "không thấy tên loại; lấy theo ký hiệu "+r.symbol
		}
	}
	r.take("kind", "tên loại văn bản", confidence, nil, why)
}

func (r *reader) readSubject(i int) int {
	for i < len(r.lines) && r.lines[i].table == nil && isRule(r.lines[i].text) {
		i++
	}
	if i == len(r.lines) || !r.isSubject(i) {
		return i
	}
	l := &r.lines[i]
	r.head.Subject = tidy(l.text)
	if bracketed.MatchString(r.head.Subject) {
		r.head.Subject = strings.Trim(r.head.Subject, "()")
	}
	confidence, why := Sure, ""
	who, of := r.ofWhom(r.head.Subject)
	switch {
	case r.partyTitle() && r.isDecider(l):
		r.head.Subject = r.decase(r.head.Subject)
	case of:
		r.head.Subject = who
	}
	if !l.plain && !l.bold && !l.center {
		confidence, why = Doubtful, "không in đậm, không ở giữa trang"
	}
	r.take("subject", "trích yếu nội dung", confidence, l, why)
	return r.moreSubject(i+1, l)
}

// isSubject reports whether a line behind the title can be the subject.
func (r *reader) isSubject(i int) bool {
	l := &r.lines[i]
	f := fold(l.text)
	switch {
	case l.table != nil, isRule(l.text), sentTo.MatchString(l.text), strings.HasPrefix(f, "căn cứ "),
		r.kind.ID == "giay-nghi-phep" && strings.HasPrefix(f, "xét "), !r.partyTitle() &&
			r.isDecider(l) && !(opensWith(l.text, topics) && (!r.decides() || !r.has("subject"))),
		isOrder(l.text), isMarked(l.text),
		!r.has("number") && isNumber(l.text) && !isSmall(l.text):
		return false
	case strings.HasSuffix(l.text, ":"), opensText(l.text):
		return false
	case strings.HasSuffix(l.text, "."):
		return l.center
	case l.plain:
		return true
	}
	// Below a title without any formatting the subject has none either.
	return l.center || l.bold || i == r.bare && len(l.text) < 200
}

// opensText reports whether a line in capitals is a heading that the text of a long paper begins with.
func opensText(s string) bool {
	return phrase.IsUpper(s) && slices.Contains([]string{"mục lục", "mở đầu", "phần mở đầu", "lời mở đầu", "lời nói đầu", "lời giới thiệu",
		"đặt vấn đề", "giới thiệu chung", "căn cứ pháp lý", "thông tin chung"}, strings.TrimRight(fold(s), " .:"))
}

// decides reports whether the paper is a decision or a resolution: a line below its subject says who decides.
func (r *reader) decides() bool { return r.kind.ID == "quyet-dinh" || r.kind.ID == "nghi-quyet" }

// partyTitle reports whether the name of a conference below the title is of the title, as in
// resolutions of the Party: no line says who decides.
func (r *reader) partyTitle() bool { return r.party && r.kind.ID == "nghi-quyet" }

// bracketed is "(V/v bình xét hộ nghèo)" below a subject.
var bracketed = pattern.New(`^\((?i:v\s*/\s*v|về việc|về)[\s:.].*\)$`)

// timeLine is a line of a subject that says for when, or about what: its capital stands at the head of a line only.
var timeLine = pattern.New(`^(?:Năm học|Năm \d|Giai đoạn|Nhiệm kỳ|Niên khóa|Niên vụ|Quý [IVX\d]|Tháng \d|Đợt \d|Lần thứ|` +
	`Khóa [IVX\d]|Về việc )`)

// addSubject puts one more line to a subject.
func (r *reader) addSubject(s string) {
	s = tidy(s)
	switch n := len(r.head.SubjectLines); {
	case timeLine.MatchString(s) && n == 0:
		r.head.SubjectLines = []string{r.head.Subject, s}
	case timeLine.MatchString(s):
		r.head.SubjectLines = append(r.head.SubjectLines, s)
	case n > 0:
		r.head.SubjectLines[n-1] += " " + s
	}
	r.head.Subject += " " + s
}

// moreSubject takes the next lines of a subject.
func (r *reader) moreSubject(i int, first *line) int {
	for ; i < len(r.lines) && r.isSubject(i); i++ {
		l, above := &r.lines[i], &r.lines[i-1]
		if bracketed.MatchString(l.text) {
			r.addSubject(l.text)
			return i + 1
		}
		if l.plain {
			centered := l.indent >= 4 && above.indent >= 4
			if l.gap || !centered && !isSmall(l.text) && !subjectLine.MatchString(l.text) && !r.endsBlock(i) {
				break
			}
		} else if !above.more && (l.center != first.center || l.bold != first.bold) {
			break
		}
		text := l.text
		if m := subjectLine.FindStringSubmatch(text); m != nil && strings.Contains(m[1], "/") {
			const form = "Về việc"
			r.prints(l, m[1], form)
			r.extra = append(r.extra, form)
			text = form + " " + m[2]
		}
		r.addSubject(text)
	}
	return i
}

// endsBlock reports whether line i and the few below it are set apart from the text by a blank
// line.
func (r *reader) endsBlock(i int) bool {
	const most = 3
	for k := i; k < min(i+most, len(r.lines)-1); k++ {
		if len(r.lines[k].text) > 200 || !r.isSubject(k) {
			return false
		}
		if r.lines[k+1].gap {
			return true
		}
	}
	return false
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}
