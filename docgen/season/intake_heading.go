package season

import (
	"cmp"
	"fmt"
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
	{birthColumn, "", []string{"Năm sinh", "Ngày sinh", "Ngày, tháng, năm sinh", "Ngày tháng năm sinh"}},
	{roleColumn, "", []string{"Chức vụ", "Chức danh", "Chức vụ, chức danh"}},
	{postColumns, "", []string{"Chức vụ, đơn vị", "Chức vụ, đơn vị công tác", "Chức vụ, nơi công tác", "Chức danh, đơn vị công tác",
		"Chức danh, đơn vị", "Chức vụ và đơn vị công tác", "Chức vụ, địa chỉ"}},
	{unitColumn, "", []string{"Đơn vị/Địa chỉ", "Đơn vị", "Địa chỉ", "Đơn vị công tác", "Nơi ở", "Cơ quan, đơn vị", "Nơi công tác",
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
	loose  bool // known by its words alone, which say that it proposes an award
}

// finding gives a finding about the cell below the heading.
func (h head) finding(l *sheet.List, r *sheet.Row, rule, message, fix string) *diag.Diagnostic {
	return l.Finding(r, h.at, h.text, rule, message, fix)
}

var yearPattern = pattern.New(`\b(19|20)[0-9]{2}\b`)

func headingOf(text string) (head, bool) {
	if len(text) > longest {
		return head{}, false
	}
	key, year := headingKey(text), 0
	if y := yearPattern.FindString(key); y != "" {
		year, _ = strconv.Atoi(y)
		key = strings.Replace(key, y, "%d", 1)
	}
	h, ok := byKey[key]
	switch {
	case severalKinds(key):
		return byKey[headingKey("Tên tập thể, cá nhân, hộ gia đình")], true
	case !ok && proposes(key) && awardSide.MatchString(key):
		h, ok = byKey[headingKey("Danh hiệu/Hình thức")], true
		h.loose = true
	}
	h.year = year
	return h, ok
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

// refines reports whether a heading says more closely what one over it and others says: Danh hiệu below Đề nghị khen thưởng.
func refines(over, text string) bool {
	upper, _ := headingOf(over)
	lower, _ := headingOf(text)
	return upper.column == lower.column && upper.kind == "" ||
		upper.column == postColumns && (lower.column == roleColumn || lower.column == unitColumn)
}

// overOf gives the heading over several columns that the one of a column stands below, empty for none. A CSV file has it in the first of
// them alone, and it goes no further where it is known together with what stands below it there: Khen thưởng đã có over 2025.
func overOf(l *sheet.List, at int) string {
	columns := l.Heading.Columns
	for i := at; i >= 0 && columns[i].Row == columns[at].Row && columns[at].Column-columns[i].Column == at-i; i-- {
		if texts := columns[i].Texts; len(texts) > 1 {
			if knows(texts[0] + " " + texts[len(texts)-1]) {
				return ""
			}
			return texts[0]
		}
		if l.Sheet != "" {
			break
		}
	}
	return ""
}

// besideAwards reports whether a column whose heading only sounds as if awards stood below it is beside the one of awards: Danh hiệu | Đề
// nghị xét. No row has an award in both.
func besideAwards(l *sheet.List, at int, h head, text string, awards func(string) bool) bool {
	if !h.loose {
		return false
	}
	for i := range l.Heading.Columns {
		other := textOf(&l.Heading.Columns[i])
		o, _ := headingOf(other)
		side, of := sideOf(h, text), sideOf(o, other)
		if o.column != awardColumn || i >= at && o.loose || side != of && side != "" && of != "" {
			continue
		}
		return !slices.ContainsFunc(l.Sample, func(r *sheet.Row) bool {
			return awards(r.Cell(l.Heading.Columns[at].Column).Text) && awards(r.Cell(l.Heading.Columns[i].Column).Text)
		})
	}
	return false
}

// namesPast reports whether the key of a heading names what was before a year: Khen thưởng các năm trước, Khen thưởng năm 2025.
func namesPast(key string, year int) bool {
	last := 0
	for _, y := range yearPattern.FindAllString(key, -1) {
		n, _ := strconv.Atoi(y)
		last = max(last, n)
	}
	return last > 0 && last < year && !ofYear.MatchString(key) || awardsPast.MatchString(key)
}

// ofPast gives the finding about a column of awards below a heading that says of others than those proposed in a year. nil: there is none.
func ofPast(l *sheet.List, at, year int, h head, text string) *diag.Diagnostic {
	over := overOf(l, at)
	upper, known := headingOf(over)
	if h.column != awardColumn || known && upper.column != heldColumn || !namesPast(headingKey(over), year) {
		return nil
	}
	return &diag.Diagnostic{Rule: sheet.RuleHeading,
		Message: fmt.Sprintf("cột %q nằm dưới tiêu đề %q: không rõ là đề nghị lần này hay đã được tặng", text, over),
		Fix: `đề nghị lần này thì sửa tiêu đề trên thành "Đề nghị khen thưởng"; ` +
			`đã được tặng thì bỏ tiêu đề trên, đặt tên cột là "Danh hiệu đã có", hoặc xóa cột`}
}

// namesOf are the words of headings of names by the kind of whoever stands below.
var namesOf = map[string]plan.Recipient{"họ tên": plan.Individual, "cá nhân": plan.Individual, "họ tên cá nhân": plan.Individual,
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

// headings returns the known columns of a list, those that a season has of its own among them. A column that
// nobody knows is a warning, one that is there twice an error. awards reports whether a text names an award.
func headings(l *sheet.List, s *plan.Season, awards func(string) bool) (heads []head, found diag.List) {
	type what struct {
		column column
		kind   plan.Recipient
		year   int
		of     string // whom the years of birth are of, what the awards are
	}
	seen, known := make(map[what]*sheet.Head), accepted()
	found = l.OneEach(knows, refines)
	named := false
	for i := range l.Heading.Columns {
		from := &l.Heading.Columns[i]
		text := textOf(from)
		h, ok := headingOf(text)
		if besideAwards(l, i, h, text, awards) {
			h, ok = head{}, false
		}
		var hidden head // the known one that the season's own has the name of
		if i := slices.IndexFunc(s.Columns, func(c plan.OwnColumn) bool { return headingKey(c.Name) == headingKey(text) }); i >= 0 {
			hidden, h, ok = h, head{usual: text, column: ownColumn + column(i)}, true
		}
		pos := diag.Pos{File: l.File, Line: from.Row, Column: from.Column + 1, Cell: sheet.Place(l.Sheet, from.Column, from.Row)}
		if !ok {
			d := &diag.Diagnostic{
				Pos: pos, Level: diag.Warning, Rule: sheet.RuleHeading, Found: text,
				Message: fmt.Sprintf("không biết cột %q: bỏ qua cột này", text),
			}
			if found.Add(d); awards(text) {
				d.Fix = "là một danh hiệu, hình thức: gộp các cột như vậy thành một cột, mỗi dòng ghi tên một danh hiệu, hình thức"
				continue
			}
			d.Fix, known = known, "xem các cột nhận được ở trên"
			continue
		}
		if d := ofPast(l, i, s.Year, h, text); d != nil {
			d.Pos, d.Found = pos, text
			found.Add(d)
		}
		if hidden.column != ignored && hidden.column != remarkColumn {
			found.Add(&diag.Diagnostic{Pos: pos, Level: diag.Warning, Rule: sheet.RuleHeading, Found: text,
				Message: fmt.Sprintf(`cột %q ghi vào cột riêng cùng tên ("columns"), không đọc như cột %q thường dùng`, text,
					strings.ReplaceAll(hidden.usual, "%d", strconv.Itoa(hidden.year))),
				Fix: "không muốn vậy thì đổi tên cột riêng"})
		}
		switch h.column {
		case ignored:
			continue
		case remarkColumn:
			h.text, h.at = text, from.Column
			heads = append(heads, h)
			continue
		}
		w := what{h.column, h.kind, h.year, cmp.Or(sexOf(from), sideOf(h, text))}
		first := seen[w]
		if h.column == awardColumn && first == nil { // one that says neither is beside none
			first = seen[what{column: awardColumn}]
			for i := 0; i < len(awardSides) && w.of == "" && first == nil; i++ {
				first = seen[what{column: awardColumn, of: awardSides[i]}]
			}
		}
		if first != nil {
			d := again(h, first, from)
			d.Pos, d.Found = pos, text
			found.Add(d)
			seen[w] = from
			continue
		}
		seen[w] = from
		named = named || h.column == nameColumn
		h.text, h.at = text, from.Column
		if d := l.HiddenColumn(from); d != nil {
			found.Add(d)
		}
		if d := l.Headless(from); d != nil {
			found.Add(d)
		}
		if h.column == bonusColumn {
			if d := l.InThousands(from); d != nil {
				d.Fix = "ghi số tiền bằng đồng, hoặc bỏ cột này"
				found.Add(d)
			}
		}
		heads = append(heads, h)
	}
	unitsOfPersons(l, heads)
	if !named {
		found.Add(&diag.Diagnostic{
			Pos: diag.Pos{File: l.File}, Rule: sheet.RuleHeading, Fix: accepted(),
			Message: `danh sách không có cột tên: "Họ và tên", "Tên tập thể" hoặc "Chủ hộ"`,
		})
	}
	return heads, found
}

// again is the finding about a column that means what one before it does. What a heading over both parts must not be deleted.
func again(h head, first, from *sheet.Head) *diag.Diagnostic {
	d := &diag.Diagnostic{Rule: sheet.RuleHeading,
		Message: fmt.Sprintf("cột %q trùng với cột %q", textOf(from), textOf(first)),
		Fix:     "chỉ để lại một cột; là bảng thứ hai bên cạnh thì tách thành danh sách riêng"}
	under := first.Texts[0] == from.Texts[0] && first.Column+1 == from.Column
	switch {
	case under && h.column == awardColumn:
		d.Fix = "gộp thành một cột, mỗi dòng ghi tên một danh hiệu, hình thức thay cho dấu đánh ở từng cột"
	case under:
		d.Fix = "dồn nội dung các cột ấy vào một cột, mỗi dòng ghi đủ trong một ô"
	case h.column == awardColumn:
		d.Fix = `chỉ để lại cột đề nghị lần này (cột danh hiệu đã có thì đặt tên là "Danh hiệu đã có"); ` +
			"là bảng thứ hai bên cạnh thì tách thành danh sách riêng"
	}
	if under {
		d.Message = fmt.Sprintf("tiêu đề %q trùm các cột %s và %s", from.Texts[0], sheet.ColumnName(first.Column),
			sheet.ColumnName(from.Column))
	}
	return d
}

// awardSides are the words of headings that titles and forms stand below, each in a column of its own.
var awardSides = []string{"danh hiệu", "hình thức"}

// sideOf gives which of the two a column of awards has: Danh hiệu thi đua, Hình thức khen thưởng; empty: both, or it does not say.
func sideOf(h head, text string) string {
	key := vi.Fold(text)
	title, form := strings.Contains(key, awardSides[0]), strings.Contains(key, awardSides[1])
	switch {
	case h.column != awardColumn || title == form:
		return ""
	case title:
		return awardSides[0]
	}
	return awardSides[1]
}

// textOf gives the text that tells what a column is. Of a heading over several columns it is put together with that of the column:
// Kết quả biểu quyết over Đồng ý, Xếp loại over 2026.
func textOf(h *sheet.Head) string {
	last := h.Texts[len(h.Texts)-1]
	if over := vi.Fold(h.Texts[0]); len(h.Texts) > 1 {
		whole := []string{h.Texts[0] + " " + last}
		if strings.Contains(over, "phiếu") || strings.Contains(over, "biểu quyết") {
			whole = append(whole, "Số phiếu "+last)
		}
		if at := slices.IndexFunc(whole, knows); at >= 0 {
			return whole[at]
		}
	}
	if at := slices.IndexFunc(h.Texts, knows); at >= 0 && !(knows(last) && refines(h.Texts[at], last)) {
		return h.Texts[at]
	}
	return last
}

// unitsOfPersons makes a column Tên đơn vị that of units where most rows have a person's name too.
func unitsOfPersons(l *sheet.List, heads []head) {
	find := func(kind plan.Recipient) int {
		return slices.IndexFunc(heads, func(h head) bool { return h.column == nameColumn && h.kind == kind })
	}
	person, body := find(plan.Individual), find(plan.Collective)
	if person < 0 || body < 0 || headingKey(heads[body].text) != "tên đơn vị" ||
		slices.ContainsFunc(heads, func(h head) bool { return h.column == unitColumn || h.column == postColumns }) {
		return
	}
	both := 0
	for _, r := range l.Sample {
		if r.Cell(heads[person].at).Kind != sheet.Blank && r.Cell(heads[body].at).Kind != sheet.Blank {
			both++
		}
	}
	if 2*both > len(l.Sample) {
		heads[body].column, heads[body].kind = unitColumn, ""
	}
}

// sexOf gives whom a column of years of birth is of, where men and women have one each: nam, nữ.
func sexOf(h *sheet.Head) string {
	for _, t := range h.Texts {
		if key := vi.Fold(t); key == "nam" || key == "nữ" {
			return key
		}
	}
	return ""
}
