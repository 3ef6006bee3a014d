package season

import (
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// column is what a column of the list holds.
type column int

const (
	ignored      column = iota // a running number
	remarkColumn               // not read, but for truy tặng
	kindColumn
	nameColumn
	honorificColumn
	birthColumn
	roleColumn
	unitColumn
	postColumns // post and unit in one
	awardColumn
	criterionColumn
	achievementColumn
	forColumn
	againstColumn
	abstainColumn
	otherColumn
	ratingColumn // of a year
	identityColumn
	accountColumn
	bonusColumn // the sum that the list states, to be compared
	postColumn  // leader, direct worker or neither
	heldColumn  // of a year, or with years in the cells
	addedColumn // left out of the decision, for a later one to add
	posthumousColumn
	ownColumn // the first of the season's own columns; the others count on
)

// names are the headings by which a column is known. The first is the one that
// messages and documents use; %d stands for a year.
var names = []struct {
	column column
	kind   plan.Recipient // of whoever stands in a column of names; empty: any
	titles []string
}{
	{ignored, "", []string{"STT", "TT", "Số TT"}},
	{kindColumn, "", []string{"Đối tượng", "Phân loại đối tượng"}},
	{nameColumn, plan.Individual, []string{"Họ và tên", "Họ tên", "Tên cá nhân", "Họ và tên học sinh", "Họ tên học sinh",
		"Họ và tên đảng viên"}},
	{nameColumn, plan.Collective, []string{"Tên tập thể", "Tên đơn vị"}},
	{nameColumn, plan.Household, []string{"Chủ hộ", "Họ và tên chủ hộ", "Hộ gia đình"}},
	{nameColumn, "", []string{"Tên tập thể, cá nhân, hộ gia đình", "Họ tên, tên tập thể, chủ hộ"}},
	{honorificColumn, "", []string{"Ông/Bà", "Ông (Bà)", "Cách xưng", "Cấp bậc"}},
	{birthColumn, "", []string{"Năm sinh", "Sinh năm", "Ngày sinh", "Ngày, tháng, năm sinh", "Ngày tháng năm sinh"}},
	{roleColumn, "", []string{"Chức vụ", "Chức danh", "Chức vụ, chức danh"}},
	{postColumns, "", []string{"Chức vụ, đơn vị", "Chức vụ, đơn vị công tác", "Chức vụ, nơi công tác", "Chức danh, đơn vị công tác",
		"Chức danh, đơn vị", "Chức vụ và đơn vị công tác", "Chức vụ, địa chỉ"}},
	{unitColumn, "", []string{"Đơn vị/Địa chỉ", "Đơn vị", "Địa chỉ", "Đơn vị công tác", "Nơi ở", "Cơ quan, đơn vị", "Nơi công tác",
		"Nơi làm việc",
		"Thường trú", "Nơi cư trú", "Địa chỉ thường trú", "Khoa, phòng", "Phòng, khoa", "Phòng, ban"}},
	{identityColumn, "", []string{"Số định danh cá nhân", "Số CCCD", "CCCD", "Số định danh", "Số căn cước", "Số căn cước công dân"}},
	{accountColumn, "", []string{"Số tài khoản", "Số tài khoản, ngân hàng", "Tài khoản"}},
	// "Mức thưởng" alone is as often the multiplier.
	{bonusColumn, "", []string{"Tiền thưởng", "Số tiền thưởng", "Số tiền", "Mức tiền thưởng", "Tiền thưởng (đồng)",
		"Số tiền thưởng (đồng)", "Số tiền (đồng)", "Mức thưởng (đồng)", "Mức tiền thưởng (đồng)"}},
	{awardColumn, "", []string{"Danh hiệu/Hình thức", "Danh hiệu", "Hình thức", "Hình thức khen thưởng", "Đề nghị",
		"Danh hiệu thi đua", "Danh hiệu đề nghị", "Hình thức đề nghị", "Danh hiệu, hình thức khen thưởng", "Danh hiệu, hình thức đề nghị",
		"Đề nghị khen thưởng", "Danh hiệu thi đua, hình thức khen thưởng", "Hình thức khen", "Hình thức đề nghị khen thưởng"}},
	{criterionColumn, "", []string{"Tiêu chuẩn", "Mã tiêu chuẩn"}},
	{achievementColumn, "", []string{"Thành tích", "Tóm tắt thành tích", "Thành tích đạt được", "Nội dung thành tích",
		"Tóm tắt thành tích đạt được"}},
	{forColumn, "", []string{"Số phiếu đồng ý", "Phiếu đồng ý"}},
	{againstColumn, "", []string{"Số phiếu không đồng ý", "Phiếu không đồng ý"}},
	{abstainColumn, "", []string{"Số phiếu trắng", "Phiếu trắng", "Không biểu quyết", "Số phiếu không biểu quyết"}},
	{otherColumn, "", []string{"Số phiếu khác", "Số phiếu không hợp lệ"}},
	{ratingColumn, "", []string{"Xếp loại %d", "Xếp loại năm %d", "Mức độ hoàn thành nhiệm vụ năm %d", "Mức độ hoàn thành nhiệm vụ %d",
		"Kết quả xếp loại %d", "Kết quả xếp loại năm %d", "Đánh giá, xếp loại %d", "Đánh giá, xếp loại năm %d",
		"Xếp loại chất lượng %d", "Xếp loại chất lượng năm %d"}},
	{postColumn, "", []string{"Lãnh đạo/Trực tiếp", "Lãnh đạo, quản lý/Trực tiếp"}},
	{heldColumn, "", []string{"Danh hiệu đã có", "Danh hiệu đã có %d", "Danh hiệu đã có năm %d", "Khen thưởng đã có",
		"Khen thưởng đã có %d"}},
	{addedColumn, "", []string{"Bổ sung", "Bổ sung sau", "Bổ sung vào quyết định"}},
	{posthumousColumn, "", []string{"Truy tặng"}},
	{remarkColumn, "", []string{"Ghi chú"}},
}

// Headings are the headings of lists of nominees that [TakeIn] knows, the usual one of each
// column; <năm> stands for a year.
func Headings() []string {
	var all []string
	for _, n := range names {
		all = append(all, strings.ReplaceAll(n.titles[0], "%d", anyYear))
	}
	return all
}

// anyYear stands for a year in the headings.
const anyYear = "<năm>"

// Heading is the usual one of the headings of [Headings] that mean what a text of a list
// does, with its year; empty: the text is none that is known.
func Heading(text string) string {
	h, ok := headingOf(text)
	if !ok {
		return ""
	}
	return strings.ReplaceAll(h.usual, "%d", strconv.Itoa(h.year))
}

// accepted names the headings that are known.
func accepted() string { return "các cột nhận được: " + strings.Join(Headings(), "; ") }

// knows reports whether a text is the heading of a known column. Case, spaces, the
// placement of tones and a star behind it make no difference; marks do.
func knows(text string) bool {
	_, ok := headingOf(text)
	return ok
}

// head is a heading that is known.
type head struct {
	text   string
	usual  string // what such a heading is called, %d for its year
	at     int    // its column in the list
	column column
	kind   plan.Recipient
	year   int
	loose  bool // known by its words alone
}

// finding gives a finding about the cell below the heading.
func (h head) finding(l *sheet.List, r *sheet.Row, rule, message, fix string) *diag.Diagnostic {
	return l.Finding(r, h.at, h.text, rule, message, fix)
}

var (
	yearPattern = pattern.New(`\b(19|20)[0-9]{2}\b`)
	schoolYear  = pattern.New(`\bnăm học ((?:19|20)\d{2}) ?[-–] ?((?:19|20)\d{2})\b`)
)

// withoutYear gives the key of a heading with %d for its first year, and that year: of a school year the one in which it ends.
func withoutYear(key string) (string, int) {
	if m := schoolYear.FindStringSubmatch(key); m != nil {
		first, _ := strconv.Atoi(m[1])
		if last, _ := strconv.Atoi(m[2]); last == first+1 {
			return strings.Replace(key, m[0], "năm %d", 1), last
		}
	}
	y := yearPattern.FindString(key)
	if y == "" {
		return key, 0
	}
	year, _ := strconv.Atoi(y)
	return strings.Replace(key, y, "%d", 1), year
}

func headingOf(text string) (head, bool) {
	if len(text) > longest {
		return head{}, false
	}
	key, year := withoutYear(headingKey(text))
	h, ok := byKey[key]
	switch {
	case severalKinds(key):
		return byKey[headingKey("Tên tập thể, cá nhân, hộ gia đình")], true
	case ok:
	case proposes(key) && awardSide.MatchString(key):
		h, ok = byKey[headingKey("Danh hiệu/Hình thức")], true
		h.loose = true
	default:
		h, ok = byKey[headingKey(byWords(key))]
		h.loose = ok
	}
	h.year = year
	return h, ok
}

var (
	// persons find headings of names that say whose they are.
	persons = pattern.New(`^họ (?:và )?tên(?: (?:người|cán bộ|công chức|viên chức|lao động|giáo viên|nhân viên|chiến sĩ|hội viên|` +
		`đoàn viên|đảng viên|học sinh|sinh viên|,|và))*(?: được(?: (?:đề nghị|xét|tặng|khen|thưởng|,|và))+)?$`)
	rates       = pattern.New(`(?:xếp|phân) loại|mức độ hoàn thành`)
	ratingWords = wordsIn("kết quả đánh giá xếp phân loại chất lượng mức độ hoàn thành nhiệm vụ cán bộ công viên chức người lao động , " +
		"và năm các những trong liền kề gần nhất trước qua 2 02 3 03 5 05 hai ba")
	ofVotes   = pattern.New(`phiếu|biểu quyết`)
	voteWords = wordsIn("kết quả số phiếu bỏ kiểm bầu biểu quyết kín của tại hội đồng thi đua khen thưởng , tđkt")
	// answers are what a vote may say, with the usual heading of each.
	answers = map[string]string{"đồng ý": "Số phiếu đồng ý", "tán thành": "Số phiếu đồng ý", "nhất trí": "Số phiếu đồng ý",
		"không đồng ý": "Số phiếu không đồng ý", "không tán thành": "Số phiếu không đồng ý", "không nhất trí": "Số phiếu không đồng ý",
		"trắng": "Số phiếu trắng", "không biểu quyết": "Số phiếu trắng", "khác": "Số phiếu khác", "không hợp lệ": "Số phiếu khác"}
)

// wordsIn gives the words of a text as a set.
func wordsIn(text string) map[string]bool {
	set := make(map[string]bool)
	for _, word := range strings.Fields(text) {
		set[word] = true
	}
	return set
}

// byWords gives the usual heading for the key of one that is known by its words: Họ và tên cán bộ, Xếp loại các năm %d, Kết quả bỏ phiếu
// tán thành. Empty: there is none.
func byWords(key string) string {
	if persons.MatchString(key) {
		return "Họ và tên"
	}
	of := func(words map[string]bool, text string) bool {
		return !slices.ContainsFunc(strings.Fields(text), func(word string) bool { return !words[word] })
	}
	for _, sex := range []string{" nam", " nữ"} {
		if born, ok := strings.CutSuffix(key, sex); ok && byKey[born].column == birthColumn {
			return "Năm sinh"
		}
	}
	if before, after, dated := strings.Cut(key, "%d"); dated && rates.MatchString(before) && of(ratingWords, before+after) {
		return "Xếp loại %d"
	}
	for answer, usual := range answers {
		if what, ok := strings.CutSuffix(key, " "+answer); ok && ofVotes.MatchString(what) && of(voteWords, what) {
			return usual
		}
	}
	return ""
}

var (
	// awardWords are those of headings of awards that are proposed.
	awardWords = strings.NewReplacer("danh hiệu", "", "hình thức", "", "thi đua", "", "khen thưởng", "", "khen", "", "đề nghị", "",
		"nội dung", "", "xét", "", "tặng", "", " và ", " ", ",", " ", "(", " ", ")", " ")
	awardSide  = pattern.New(`danh hiệu|hình thức|đề nghị`)
	awardsPast = pattern.New(`(?:^| )(?:đã (?:được )?(?:đề nghị|khen|thưởng|tặng|trao|nhận|đạt|có)|(?:khen|thưởng|hiệu|thức) cũ|` +
		`các năm|những năm|năm (?:trước|ngoái)|đợt trước|trước đây)(?: |$)`)
	ofYear = pattern.New(`đề nghị|ngày`) // words that have a year before beside them
)

// proposes reports whether the key of a heading has no words but those of awards: Hình thức đề nghị khen thưởng. Khen thưởng năm 2025 and
// Danh hiệu đã có are those of the past.
func proposes(key string) bool { return strings.TrimSpace(awardWords.Replace(key)) == "" }

// namesPast reports whether the key of a heading names what was before a year: Khen thưởng các năm trước, Khen thưởng năm 2025.
func namesPast(key string, year int) bool {
	last := 0
	for _, y := range yearPattern.FindAllString(key, -1) {
		n, _ := strconv.Atoi(y)
		last = max(last, n)
	}
	return last > 0 && last < year && !ofYear.MatchString(key) || awardsPast.MatchString(key)
}

// namesOf are the words of headings of names by the kind of whoever stands below.
var namesOf = map[string]plan.Recipient{"họ tên": plan.Individual, "đảng viên": plan.Individual, "họ tên đảng viên": plan.Individual,
	"tổ chức đảng": plan.Collective, "tên tổ chức đảng": plan.Collective, "cá nhân": plan.Individual, "họ tên cá nhân": plan.Individual,
	"tên cá nhân": plan.Individual, "tập thể": plan.Collective, "tên tập thể": plan.Collective, "tên đơn vị": plan.Collective,
	"hộ gia đình": plan.Household, "tên hộ gia đình": plan.Household, "hộ": plan.Household, "chủ hộ": plan.Household,
	"tên chủ hộ": plan.Household, "họ tên chủ hộ": plan.Household}

var betweenKinds = strings.NewReplacer("họ và tên", "họ tên", " và ", " , ", " hoặc ", " , ", " - ", " , ", "(", " , ", ")", " , ")

// severalKinds reports whether a heading is that of names of several kinds: Họ và tên/Tên tập thể.
func severalKinds(key string) bool {
	kinds := make(map[plan.Recipient]bool)
	for part := range strings.SplitSeq(betweenKinds.Replace(key), ",") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		kind, ok := namesOf[part]
		if !ok {
			return false
		}
		kinds[kind] = true
	}
	return len(kinds) > 1
}

// byKey are the columns by the keys of their headings.
var byKey = func() map[string]head {
	m := make(map[string]head)
	for _, n := range names {
		for _, t := range n.titles {
			m[headingKey(t)] = head{usual: n.titles[0], column: n.column, kind: n.kind}
		}
	}
	return m
}()

// longest bounds what can be a heading, in bytes.
const longest = 200

var commas = strings.NewReplacer("/", " , ", ",", " , ")

// footnote finds the sign of a note behind a heading.
var footnote = pattern.New(`\s*\((?:\*+|\d)\)$`)

// headingKey is what makes two headings the same.
func headingKey(s string) string {
	if s = strings.TrimSpace(s); strings.HasSuffix(s, ")") {
		s = footnote.ReplaceAllString(s, "")
	}
	return strings.Join(strings.Fields(strings.TrimRight(commas.Replace(vi.Fold(s)), " *:.")), " ")
}
