package season

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// empty refuses the last title of a unit if nobody stands below it: it may be a nominee.
func (t *taker) empty() {
	if n := len(t.units); n > t.peopled {
		t.odd(t.units[n-1].row)
		t.units = t.units[:n-1]
	}
}

// ofPersons reports whether none but persons can stand below the headings and the titles so far.
func (t *taker) ofPersons() bool {
	var kind plan.Recipient
	for _, g := range t.groups {
		kind = cmp.Or(g.kind, g.only, kind)
	}
	return kind == plan.Individual || kind == "" && !slices.ContainsFunc(t.heads, func(h head) bool {
		return h.column == kindColumn || h.column == nameColumn && h.kind != plan.Individual
	})
}

// hamlets are the words for where people live, which stand in small letters before its name.
var hamlets = []string{"Thôn", "Bản", "Làng", "Xóm", "Ấp", "Buôn", "Khóm", "Khu phố", "Khu dân cư", "Tổ dân phố", "Tổ"}

var (
	// unitName finds the name of a hamlet, which may be a number, or end in one, and the commune behind it.
	unitName = pattern.New(`^((?:số )?\d{1,2}\pL?|\p{Lu}[\pL'’]*(?: \p{Lu}[\pL'’]*){0,2}(?: [1-9]\d?\pL?)?)` +
		`(?:, (xã|phường|đặc khu) (\p{Lu}\pL*(?: \p{Lu}\pL*){0,3}))?$`)
	// noName finds words that no name of a hamlet has, but what stands behind one, or an award.
	noName = pattern.New(`(?:^| )(?:và|các|những|trưởng|phó|bí thư|ông|bà|gồm|có|văn hóa|tiêu biểu|xuất sắc|tiên tiến|kiểu mẫu|đạt|` +
		`an toàn)(?: |$)`)
	className = pattern.New(`^(?:(Mầm|Chồi|Lá|MẦM|CHỒI|LÁ) )?(\d{1,2}(?:\pL?\d{0,2}|[/.]\d{1,2})|\p{Lu}\d?)$`)
	cellName  = pattern.New(`^((?i:số) )?(\d{1,2}\p{Lu}?)$`)
)

// unitIn gives the unit that a title names: a hamlet, a class, or the party cell of one; thôn Kim of THÔN KIM. Other words may be those
// of a nominee, or of a part of the list, and none of it goes into a paper.
func unitIn(title string) string {
	title = strings.Join(strings.Fields(strings.Trim(title, " .:;")), " ")
	if !phrase.IsCollective(title) {
		return ""
	}
	if of, ok := phrase.CutWords(title, "Chi bộ"); ok {
		if m := cellName.FindStringSubmatch(of); m != nil {
			of = vi.Lower(m[1]) + m[2]
		} else {
			of = unitIn(of)
		}
		if of != "" {
			of = "Chi bộ " + of
		}
		return of
	}
	if class, ok := phrase.CutWords(title, "Lớp"); ok {
		if m := className.FindStringSubmatch(class); m != nil {
			return strings.Join(strings.Fields("Lớp "+vi.Name(m[1])+" "+m[2]), " ")
		}
	}
	for _, word := range hamlets {
		name, ok := phrase.CutWords(title, word)
		if !ok {
			continue
		}
		if title == vi.Upper(title) {
			name = smallWords.Replace(vi.Name(name))
		}
		switch {
		case word == "Tổ" && name[0] > '9':
			return bodyIn(title)
		case !unitName.MatchString(name) || noName.MatchString(vi.FoldName(name)):
			return ""
		}
		return vi.Lower(word) + " " + name
	}
	return bodyIn(title)
}

var (
	bodyName = pattern.New(`^\pL[\pL\d '’&/.–-]{1,79}$`)
	// noBody finds words that no name of a body has, or that begin one of a part of the list.
	noBody = pattern.New(`^(?:tập thể|khối|nhóm|cán bộ|nhân dân|lực lượng|quỹ|lớp|xã|phường|dòng họ|tộc họ) |` +
		`(?:^| )(?:các|những|trưởng|phó|bí thư|ông|bà|gồm|có|đạt|tiêu biểu|xuất sắc|tiên tiến|kiểu mẫu|giấy khen|đề nghị)(?: |$)`)
	// onlyLike finds what only begins as the name of a body does, or names none by itself.
	onlyLike = pattern.New(`^(?:khoa học|đội (?:viên|ngũ)|tổ chức|phòng (?:chống|cháy))(?: |$)|` +
		`^ban (?:chỉ đạo|chỉ huy|tổ chức|vận động|chấp hành|điều hành|công tác|quản lý)$`)
	// named parts the kind of a body and the name behind it, which begins as names do.
	named = pattern.New(`^(?i:khoa|(?:văn )?phòng|tổ|đội|bộ phận|bộ môn|phân xưởng|xí nghiệp|nhà máy|trạm|trường|trung tâm|bệnh viện|` +
		`công (?:ty|an|đoàn)|hợp tác xã|htx|ban|chi (?:hội|đoàn|nhánh|cục)|hội|đoàn|liên đội|` +
		`mặt trận|(?:ub)?mttq|đảng (?:bộ|ủy)|ủy ban|ubnd|hđnd|ngân hàng|kho bạc|bưu điện|câu lạc bộ|clb|sở|viện|cục|vụ|` +
		`thanh tra|(?:tiểu|trung|đại) đội|(?:tiểu|trung|lữ|sư) đoàn|đồn) ` +
		`(\p{Lu}|\d|(?:xã|phường|đặc khu|tỉnh|thôn|bản|ấp|tổ|khu|số|lớp|y tế|mầm non|mẫu giáo|tiểu học|trung học)(?: |$))?`)
	// plainName finds names in capitals of which the small letters are known.
	plainName = pattern.New(`^KHOA (?:NỘI|NGOẠI|NHI|SẢN|DƯỢC|MẮT|KHÁM|LAO|LÃO|TIM|THẬN|PHỔI|TOÁN|VĂN|SỬ|ĐỊA|LUẬT)(?: \d{1,2})?$|` +
		`^(?:KHOA|ĐỘI|PHÂN XƯỞNG|XÍ NGHIỆP|NHÀ MÁY|BỘ PHẬN|TRẠM|TỔ) (?:SỐ )?\d{1,2}$`)
)

// isBody reports whether a title is that of a body which has a name of its own.
func isBody(title string) bool {
	key := vi.FoldName(title)
	return bodyName.MatchString(title) && named.MatchString(title) && phrase.IsCollective(title) && !noBody.MatchString(key) &&
		!onlyLike.MatchString(key)
}

// bodyIn gives the part of a body that a title names as papers print it: Khoa Nội, Phòng Kế hoạch - Tài chính.
func bodyIn(title string) string {
	if m := named.FindStringSubmatch(title); m == nil || m[1] == "" || !isBody(title) {
		return ""
	}
	for _, part := range strings.Split(strings.ReplaceAll(title, " và ", " - "), " - ")[1:] { // another body, who leads it
		if phrase.IsCollective(part) || title != vi.Upper(title) && strings.Contains(part, " ") && !phrase.HasSmallWord(part) {
			return ""
		}
	}
	if title != vi.Upper(title) {
		return title
	}
	if !plainName.MatchString(title) {
		return ""
	}
	kind, name, _ := strings.Cut(title, " ")
	if kind == "KHOA" {
		return vi.Name(kind) + " " + smallWords.Replace(vi.Name(name))
	}
	return vi.UpperFirst(vi.Lower(title))
}

// figureOf finds a number that may be part of a name behind its dash: 19-8, Z-131.
var figureOf = pattern.New(`^(?:[–-]\s*|\s*[–-])\d+$`)

// withoutCount is the title of a unit without how many it says that it has: Khoa Nội - 05, but not Bệnh viện 19-8.
func withoutCount(title string) string {
	if count := groupCount.FindString(title); !figureOf.MatchString(count) {
		return strings.TrimSuffix(title, count)
	}
	return title
}

// partName finds what the names of parts of a body begin with, as few nominees do.
var partName = pattern.New(`^(?:khoa|phòng|tổ|đội|bộ phận|bộ môn|phân xưởng|văn phòng|lớp|thôn|bản|làng|xóm|ấp|buôn|khóm|khu) `)

// isPart reports whether a title that stands among the names is the unit of those below.
func isPart(title string) bool {
	return partName.MatchString(vi.FoldName(title)) && unitIn(title) != ""
}

// inCapitals reports whether a title names a body but for its capitals, of which nobody knows which stay.
func inCapitals(title string) bool {
	return title == vi.Upper(title) && isBody(vi.UpperFirst(vi.Lower(title)))
}

// smallWords are those of a name in capitals that no name of a place has.
var smallWords = strings.NewReplacer("Số ", "số ", ", Xã ", ", xã ", ", Phường ", ", phường ", ", Đặc Khu ", ", đặc khu ")

// within puts the unit of the title above into a row that names none: what stands alone in the column of post and unit is the post.
// Of others is told that they keep their own.
func (d *reader) within(unit string) {
	n := &d.to.Nominee
	_, post := d.to.heads[postColumns]
	switch {
	case n.Unit == "" && (!namesBody(n.Role) || holdsWords(n.Role, unit)):
		n.Unit = unit
	case post && n.Role == "" && !namesBody(n.Unit) && !strings.ContainsAny(n.Unit, "0123456789,-–;(/") && !holdsWords(n.Unit, unit):
		n.Role, n.Unit = n.Unit, unit
	case !holdsWords(n.Unit, unit):
		d.apart = append(d.apart, mentioned{d.row, cmp.Or(n.Unit, n.Role)})
	}
}

// namesBody reports whether a text may name a unit, alone or behind a post: Thôn 7, Giáo viên Trường THCS, but not Trưởng thôn and Bí
// thư Chi bộ, which are posts of the unit above.
func namesBody(text string) bool {
	words := strings.Fields(text)
	for i, word := range words {
		bare := strings.Join(words[i:], " ")
		body := phrase.IsCollective(bare) && !postWords.MatchString(vi.FoldName(bare))
		if body || utf8.RuneCountInString(word) > 1 && phrase.IsUpper(word) {
			return true
		}
	}
	return false
}

// postWords finds words for bodies that are part of a post: Tổ trưởng, Công an viên, Bí thư Chi bộ.
var postWords = pattern.New(`^(?:\pL+(?: \pL+)? (?:trưởng|phó|viên)(?: |$)|chi (?:bộ|hội|đoàn)$)`)

// holdsWords reports whether a text has all words of another, one behind the other.
func holdsWords(text, words string) bool {
	return strings.Contains(" "+vi.FoldName(text)+" ", " "+vi.FoldName(words)+" ")
}

// byUnit says which titles are the units of the rows below them, in one warning.
func (t *taker) byUnit() {
	t.empty()
	if len(t.units) == 0 {
		return
	}
	d := t.list.AtRow(t.units[0].row, &diag.Diagnostic{Level: diag.Warning, Rule: sheet.RuleRow})
	d.Message = fmt.Sprintf("%02d dòng là tiêu đề nhóm, tên nhóm ghi vào đơn vị của các dòng ở dưới chưa có đơn vị: dòng %s",
		len(t.units), which(t.units))
	if len(t.apart) > 0 {
		d.Message += "; các dòng đã có đơn vị giữ nguyên, không thêm tên nhóm: dòng " + which(t.apart)
	}
	d.Fix = `xem lại; tiêu đề nào là một đề nghị thì thêm cột "Đối tượng", ghi số thứ tự và đủ các ô`
	t.found.Add(d)
}
