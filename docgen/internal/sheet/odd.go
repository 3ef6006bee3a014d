package sheet

import (
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan/vi"
)

// Odd says why a row is no record, and what to do, both in Vietnamese.
type Odd struct {
	Text, Fix string
	Torn      bool // its cells do not stand below their headings, so that none can be asked what it is
	// Aside rows hold no record for certain: the headings again, numbers of the columns, a sum of nothing but figures, a note,
	// the signatures.
	Aside bool
	Title string // the words of what may be the title of a group, of a note or a signature
}

const ownList = "tách bảng này thành một danh sách riêng"

const deleteRow = "xóa dòng này khỏi danh sách"

// groupTitle is a row that begins a group of rows.
func groupTitle(r *Row) *Odd {
	title := r.Cells[0].Text
	if titleSign.MatchString(title) && len(r.Cells) > 1 && r.Cells[1].Kind == Text {
		title += ". " + r.Cells[1].Text
	}
	return &Odd{Text: "là tiêu đề của một nhóm, không phải một bản ghi", Fix: deleteRow + "; nếu cần tên nhóm thì ghi thành một cột",
		Title: title}
}

// unnumbered is a row without the running number that the others have.
func unnumbered(r *Row) *Odd {
	return &Odd{Text: "không có số thứ tự mà chỉ có một ô hoặc toàn số (tiêu đề nhóm, phần tiếp của dòng trên, dòng cộng), " +
		"không phải một bản ghi",
		Fix: deleteRow + "; nếu là một bản ghi thì ghi số thứ tự", Title: r.Cells[0].Text}
}

// isHeading reports whether most cells repeat the headings above them.
func (s *records) isHeading(r *Row) bool {
	same := 0
	for i := range r.Cells {
		h := s.l.Heading.at(r.Cells[i].Column)
		if h == nil {
			continue
		}
		text := r.Cells[i].Text
		for _, t := range h.Texts {
			if len(t) == len(text) && (t == text || Key(t) == Key(text)) {
				same++
				break
			}
		}
	}
	return same > 0 && 2*same > len(r.Cells) && (same > 1 || len(s.l.Heading.Columns) == 1)
}

// headWords are headings that lists have, whatever a job asks for.
var headWords = map[string]bool{
	"stt": true, "tt": true, "số tt": true, "họ và tên": true, "họ tên": true, "tên đơn vị": true, "tên tập thể": true, "chủ hộ": true,
	"ngày sinh": true, "năm sinh": true, "đơn vị": true, "đơn vị công tác": true, "địa chỉ": true, "chức vụ": true, "đối tượng": true,
	"danh hiệu": true, "hình thức": true, "thành tích": true, "số tiền": true, "tiền thưởng": true, "ghi chú": true, "ký nhận": true,
	"điện thoại": true, "số điện thoại": true, "số cccd": true, "lớp": true, "số lượng": true, "đơn vị tính": true, "người nhận": true,
}

// isOtherHeading reports whether most of three or more cells are headings, which stand in other columns than those of the list: below
// them begins another table.
func (s *records) isOtherHeading(r *Row) bool {
	if len(r.Cells) < 3 {
		return false
	}
	for i := range r.Cells {
		if c := &r.Cells[i]; c.Kind != Text || len(c.Text) > 60 || strings.ContainsAny(c.Text, "0123456789") {
			return false
		}
	}
	heads := 0
	for i := range r.Cells {
		switch key := Key(r.Cells[i].Text); {
		case headWords[key] || s.heads[key]:
			heads++
		case i == 0: // a table begins with a heading that is known
			return false
		}
	}
	return 2*heads > len(r.Cells)
}

var (
	columnNumber = pattern.New(`^\(\d{1,2}\)(?:\s*[=+x×*:/-]\s*\(?\d{1,2}\)?)*$`)
	columnSum    = pattern.New(`^\s*=\s*\d{1,2}(?:\s*[+x×*:/-]\s*\d{1,2})*$`) // behind the number of a column: 8=6x7
)

// isNumbering reports whether a row numbers the columns: (1) (2) (3) anywhere, 1 2 3 or A B 1 2
// right below the headings.
func (s *records) isNumbering(r *Row) bool {
	signs, plain, next := 0, 0, 1
	for i := range r.Cells {
		text := r.Cells[i].Text
		switch {
		case strings.HasPrefix(text, "(") && columnNumber.MatchString(text):
			signs++
		case text == strconv.Itoa(next), strings.Contains(text, "=") && isColumnSum(text, next):
			plain++
			next++
		case len(text) == 1 && next == 1 && text[0] == 'A'+byte(plain):
			plain++
		}
	}
	n := len(r.Cells)
	return n > 1 && signs == n || n > 2 && plain == n && n == len(s.l.Heading.Columns) && !s.began
}

// isColumnSum reports whether a text is the number of a column and what it is reckoned from.
func isColumnSum(text string, number int) bool {
	rest, ok := strings.CutPrefix(text, strconv.Itoa(number))
	return ok && columnSum.MatchString(rest)
}

var (
	sumWord = pattern.New(`^(?:tổng(?: cộng| số| cộng chung)?|cộng(?: chung| dồn| mang sang)?|lũy kế|` +
		`tổng hợp)\s*(?:\(.*\))?\s*[:.]*$`)
	sumOf    = pattern.New(`^(?:tổng|cộng)\s+\(?(?:[ivxlc]+|[a-d]|\d{1,2})(?:\s*\+\s*(?:[ivxlc]+|[a-d]|\d{1,2}))*\)?\s*[:.]*$`)
	sumStart = pattern.New(`^(?:(?:tổng cộng|tổng số|cộng(?: chung| dồn| mang sang)?)(?:[\s:.]|$)|tổng\s*[:(])`)
	sumCount = pattern.New(`^(?:tổng cộng|tổng số|cộng)(?: danh sách)?\s*(?::.*\s|:|(?:\s(?:có|gồm|là))?\s)` +
		`\d{1,5} (?:đề nghị|người|cá nhân|tập thể|hộ|trường hợp)(?:[\s,;.(:]|$)`)
	lineOfDay = pattern.New(`^(?:.{1,40},)?\s*ngày[\s\d.…_/]*tháng[\s\d.…_/]*năm[\s\d.…_/]*$`)
	signWord  = pattern.New(`^(?:người (?:lập|lập biểu|lập bảng|lập danh sách|tổng hợp|ghi|kiểm tra)|\(ký.*|ký(?:,| và) .*|` +
		`nơi nhận)\s*[:.]*$`)
)

// begins reports whether a text begins with one of some words, whatever its case.
func begins(text string, words ...string) bool {
	for _, w := range words {
		if len(text) >= len(w) && strings.EqualFold(text[:len(w)], w) {
			return true
		}
	}
	return false
}

// isSum reports whether a row adds others up.
func isSum(r *Row) bool {
	filled := 0 // cells so far: in a row of a person, notes such as "Cộng 2" stand behind others
	for i := range r.Cells {
		c := &r.Cells[i]
		if c.Kind != Blank {
			filled++
		}
		if c.Kind != Text || len(c.Text) > 240 || !begins(c.Text, "tổng", "cộng", "lũy", "luỹ") ||
			begins(c.Text, "cộng đồng ", "cộng tác ") { // a body, a post
			continue
		}
		key := vi.Fold(c.Text)
		if i == 0 && sumCount.MatchString(key) {
			return true
		}
		if len(c.Text) > 120 {
			continue
		}
		if sumWord.MatchString(key) || filled < 3 && sumOf.MatchString(key) || i == 0 && len(key) <= 60 && sumStart.MatchString(key) {
			return true
		}
	}
	return false
}

// summed is a figure of a sum with what it counts: 2.280.000 đồng, 02 người.
var summed = pattern.New(`(?i)^[\d.,]+\s*(?:đồng|đ|vnđ|vnd|người|cá nhân|tập thể|hộ|hộ gia đình|đơn vị|trường hợp|đề nghị|lượt|` +
	`học sinh|em|đ/c|đồng chí|đảng viên|hội viên|phiếu|giấy khen|bằng khen)\.?$`)

// isBareSum reports whether a row that adds others up says so first, and has figures alone behind it, with what they count: "Tổng hợp" may
// be somebody's post or unit.
func isBareSum(r *Row) bool {
	for i := range r.Cells {
		c := &r.Cells[i]
		if i == 0 && (c.Kind != Text || !begins(c.Text, "tổng", "cộng", "lũy", "luỹ")) ||
			i > 0 && c.Kind != Number && !isFigures(c.Text) && !summed.MatchString(c.Text) {
			return false
		}
	}
	return true
}

// isUnnumbered reports whether a row has no running number where the rows of the list have one, and holds a single cell or nothing
// but numbers.
func (l *List) isUnnumbered(r *Row) bool {
	if l.running == 0 {
		return false
	}
	if c := r.Cell(l.running - 1); c.Kind != Blank {
		return len(r.Cells) == 1 && len(r.merged) == 0 && c.Kind == Text && !isFigures(c.Text)
	}
	if len(r.Cells)+len(r.merged) == 1 {
		return true
	}
	for i := range r.Cells {
		if c := &r.Cells[i]; c.Kind != Number && !isFigures(c.Text) {
			return false
		}
	}
	return len(r.merged) == 0
}

// isFigures reports whether a text is a number.
func isFigures(text string) bool {
	return strings.Trim(text, "0123456789.,-% ") == "" && strings.ContainsAny(text, "0123456789")
}

// findRunning looks for the column of running numbers: most rows of a few cells have one there.
func (l *List) findRunning(first []*Row) {
	for i := range l.Heading.Columns {
		h := &l.Heading.Columns[i]
		if !IsRunning(h.Texts[0]) || len(l.Heading.Columns) < 3 {
			continue
		}
		with, without := 0, 0
		for _, r := range first {
			if r.Number <= l.Heading.Last || len(r.Cells)+len(r.merged) < 3 {
				continue
			}
			if c := r.Cell(h.Column); isFigures(c.Text) {
				with++
			} else {
				without++
			}
		}
		if with > 2*without {
			l.running = h.Column + 1
		}
		return
	}
}

// isSignature reports whether a row stands below a list: who made it, where and when.
func isSignature(r *Row) bool {
	if len(r.Cells) > 4 {
		return false
	}
	found := false
	for i := range r.Cells {
		c := &r.Cells[i]
		if c.Kind == Number || len(c.Text) > 160 || strings.TrimLeft(c.Text, "0123456789") != c.Text {
			return false
		}
		if !begins(c.Text, "người", "(ký", "ký", "nơi") && len(r.Cells) > 1 {
			continue
		}
		key := vi.Fold(c.Text)
		found = found || signWord.MatchString(key) || len(r.Cells) == 1 && lineOfDay.MatchString(key)
	}
	return found
}

// postLine finds a line of a signature: who confirms, or the post of who signs.
var postLine = pattern.New(`^(?:xác nhận(?: của .*)?|(?:tm|kt|tl|tuq|q)\.? .*|thủ trưởng(?: .*)?|kế toán(?: trưởng| viên)?|` +
	`thủ quỹ|(?:phó )?(?:hiệu trưởng|giám đốc|chủ tịch|tổng giám đốc|bí thư)(?: .*)?|trưởng (?:phòng|thôn|ban|khoa|bộ phận)(?: .*)?|` +
	`chủ tài khoản|đại diện .*|cán bộ .*|công chức .*|lãnh đạo .*|(?:phê |xét )?duyệt(?: .*)?|thủ kho|` +
	`người (?:duyệt|nhận|chi|giao|phụ trách)(?: .*)?)\s*[:.]*$`)

// postHeads are what a text begins with that postLine finds: most texts are none.
var postHeads = []string{"xác", "tm", "kt", "tl", "tuq", "q", "thủ", "kế", "phó", "hiệu", "giám", "chủ", "tổng giám", "bí", "trưởng", "đại",
	"cán", "công", "lãnh", "duyệt", "phê", "xét", "người"}

// isPosts reports whether a row holds nothing but lines of a signature: two to five beside each other, or a single one where
// every record so far has at least three cells. Below a record that reads so too they are records: a list of posts and superiors.
func (s *records) isPosts(r *Row) bool {
	n := len(r.Cells)
	return s.began && n <= 5 && (n > 1 || s.least >= 3) && arePosts(r) && (n == 1 || !arePosts(s.last))
}

// arePosts reports whether all cells of a row read as lines of a signature.
func arePosts(r *Row) bool {
	for i := range r.Cells {
		c := &r.Cells[i]
		if c.Kind != Text || len(c.Text) > 120 || !begins(c.Text, postHeads...) || !postLine.MatchString(vi.Fold(c.Text)) {
			return false
		}
	}
	return true
}

var noteStart = pattern.New(`^(?:ghi chú|chú thích|lưu ý|nguồn|bằng chữ|viết bằng chữ|số tiền(?: viết)? bằng chữ|` +
	`(?:tổng )?số tiền)\s*[:(]|` +
	`^(?:ấn định|danh sách (?:này )?(?:có|gồm|trên)|danh sách này|bằng chữ|ghi chú)(?:\s|$)`)

// isNote reports whether a row is a sentence about the list: "Ghi chú: ...", "(Danh sách gồm 12
// người)", "* Không tính hộ mới", "Ấn định danh sách có 12 người./.". It stands alone.
func (s *records) isNote(r *Row) bool {
	if len(r.Cells) != 1 || r.Cells[0].Kind != Text || len(s.l.Heading.Columns) < 2 {
		return false
	}
	text := r.Cells[0].Text
	return strings.HasPrefix(text, "(") && strings.HasSuffix(strings.TrimRight(text, ".;"), ")") ||
		strings.HasPrefix(text, "* ") || strings.HasPrefix(text, "(*)") || strings.HasSuffix(text, "./.") ||
		noteStart.MatchString(vi.Fold(text))
}

// isSentence reports whether a note is one for certain. A name may end a list or stand in brackets: "Lê Thị Hoa./.", "(Lê Thị Hoa)".
func isSentence(note string) bool {
	return phrase.HasSmallWord(note) || noteStart.MatchString(strings.TrimLeft(vi.Fold(note), "(* "))
}

var (
	titleStart = pattern.New(`^(?:[IVXLC]+|[A-ZĐ]|\d{1,2})\s*[.)/:-]\s*\p{Lu}`)
	titleSign  = pattern.New(`^(?:[IVXLC]+|[A-ZĐ])\s*[.)]?$`)
)

// isTitle reports whether a row begins a group of rows: "I. KHỐI THÔN" with at most sums beside it.
func (s *records) isTitle(r *Row) bool {
	columns := len(s.l.Heading.Columns)
	if columns < 2 {
		return false
	}
	words := 0 // cells that are no number
	for i := range r.Cells {
		if r.Cells[i].Kind == Text && strings.Trim(r.Cells[i].Text, "0123456789.,% ") != "" {
			words++
		}
	}
	first := &r.Cells[0]
	if first.Kind != Text {
		return false
	}
	across := r.Cell(first.Column).Kind == Merged
	switch {
	case words == 1:
		return across || titleStart.MatchString(first.Text)
	case words == 2 && titleSign.MatchString(first.Text):
		h := s.l.Heading.at(first.Column)
		return h != nil && IsRunning(h.Texts[0]) || len(r.Cells) == 2 && columns > 2
	}
	return false
}

// IsRunning reports whether a heading is that of running numbers.
func IsRunning(heading string) bool {
	switch Key(heading) {
	case "stt", "tt", "số tt", "số thứ tự", "số":
		return true
	}
	return false
}
