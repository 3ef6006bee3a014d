package season

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// headings returns the known columns of a list, those that a season has of its own among them. A column that
// nobody knows is a warning, one that is there twice an error. awards reports whether a text names an award.
func headings(l *sheet.List, s *plan.Season, awards func(string) bool) (heads []head, found diag.List) {
	type what struct {
		column column
		kind   plan.Recipient
		year   int
		of     string // whom the years of birth are of, what the awards are
	}
	seen := make(map[what]titled)
	known := accepted() + `; cột khác muốn in trong danh sách thì ghi tên vào "columns" (các cột riêng của danh sách) của đợt`
	votes := `là số phiếu thì đặt tên cột là "Số phiếu đồng ý", "Số phiếu không đồng ý", mỗi ô một số; bỏ phiếu nhiều vòng ` +
		"thì chỉ để lại kết quả vòng sau cùng của từng dòng"
	found = l.OneEach(knows, refines)
	nameless, named := true, false
	for i := range l.Heading.Columns {
		h, _ := headingOf(textOf(l, i))
		nameless = nameless && h.column != nameColumn
	}
	for i := range l.Heading.Columns {
		from := &l.Heading.Columns[i]
		text := textOf(l, i)
		h, ok := headingOf(text)
		if besideAwards(l, i, h, text, awards) || besideOwn(l, i, h, text) || h.loose && !holds(l, from, h, text) ||
			h.column == ratingColumn && ratesBefore(from, text, h.year, s.Year) {
			h, ok = head{}, false
		}
		switch kind := namesBelow(text); {
		case ok:
		case unitsBelow(l, i, heads):
			h, ok = byKey[headingKey("Đơn vị")], true
		case kind != "" && nameless:
			h, ok = head{usual: text, column: nameColumn, kind: kind}, true
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
			found.Add(d)
			switch key := headingKey(text); {
			case awards(text):
				d.Fix = "là một danh hiệu, hình thức: gộp các cột như vậy thành một cột, mỗi dòng ghi tên một danh hiệu, hình thức"
			case counted.MatchString(key) && !strings.Contains(key, "tỷ lệ"):
				d.Fix, votes = votes, "là số phiếu thì sửa như trên"
			default:
				d.Fix, known = known, "xem các cột nhận được ở trên"
			}
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
		w := what{h.column, h.kind, h.year, cmp.Or(sexOf(h, text), sideOf(h, text))}
		first := seen[w]
		if h.column == awardColumn && first.Head == nil { // one that says neither is beside none
			first = seen[what{column: awardColumn}]
			for i := 0; i < len(awardSides) && w.of == "" && first.Head == nil; i++ {
				first = seen[what{column: awardColumn, of: awardSides[i]}]
			}
		}
		twice := first.Head != nil
		seen[w] = titled{from, text}
		if twice {
			d := again(h, first, seen[w])
			d.Pos, d.Found = pos, text
			found.Add(d)
			continue
		}
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
	for i := at; i >= 0 && nextTo(l, i, at); i-- {
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
	if !h.loose || h.column != awardColumn {
		return false
	}
	for i := range l.Heading.Columns {
		other := textOf(l, i)
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

// besideOwn reports whether a column that is known by its words alone is beside the usual one of what it holds: Họ và tên giáo viên beside
// Họ và tên học sinh. Beside that of names of another kind it is, where a row has both: Tên tập thể | Họ và tên cán bộ. What a heading
// over several says too is known by more than its words.
func besideOwn(l *sheet.List, at int, h head, text string) bool {
	columns := l.Heading.Columns
	if !h.loose || h.column == awardColumn || !slices.Contains(columns[at].Texts, text) {
		return false
	}
	for i := range columns {
		other := textOf(l, i)
		o, _ := headingOf(other)
		if i == at || o.loose || o.column != h.column || o.year != h.year || sexOf(o, other) != sexOf(h, text) {
			continue
		}
		if o.kind == h.kind || slices.ContainsFunc(l.Sample, func(r *sheet.Row) bool {
			return r.Cell(columns[at].Column).Kind != sheet.Blank && r.Cell(columns[i].Column).Kind != sheet.Blank
		}) {
			return true
		}
	}
	return false
}

// holds reports whether a column that is known by its words alone may hold what its heading says: ratings, or numbers of votes. One that is
// empty may, and one of several that a heading over them says it of.
func holds(l *sheet.List, from *sheet.Head, h head, text string) bool {
	var is func(text string) bool
	switch h.column {
	case ratingColumn:
		is = func(text string) bool { return ratingOf(text) != "" }
	case forColumn, againstColumn, abstainColumn, otherColumn:
		is = func(text string) bool { return strings.ContainsAny(text, "0123456789") }
	}
	if is == nil || !slices.Contains(from.Texts, text) {
		return true
	}
	some := false
	for _, r := range l.Sample {
		text := r.Cell(from.Column).Text
		if is(text) {
			return true
		}
		some = some || text != ""
	}
	return !some
}

// ratesBefore reports whether a heading of ratings is that of years which it does not name: Xếp loại năm trước 2026, Xếp loại các năm qua
// over 2026. One that stands over its years may say how many they are.
func ratesBefore(from *sheet.Head, text string, year, of int) bool {
	own := text
	if !slices.Contains(from.Texts, text) {
		own = from.Texts[len(from.Texts)-1]
	}
	return ofYears.MatchString(headingKey(own)) || year >= of && before.MatchString(headingKey(text))
}

// ofPast gives the finding about a column of awards below a heading that says of others than those proposed in a year. nil: there is none.
func ofPast(l *sheet.List, at, year int, h head, text string) *diag.Diagnostic {
	over := overOf(l, at)
	upper, known := headingOf(over)
	key := headingKey(over)
	if h.column != awardColumn || known && upper.column != heldColumn || !namesPast(key, year) ||
		rates.MatchString(key) && !awardSide.MatchString(key) {
		return nil
	}
	return &diag.Diagnostic{Rule: sheet.RuleHeading,
		Message: fmt.Sprintf("cột %q nằm dưới tiêu đề %q: không rõ là đề nghị lần này hay đã được tặng", text, over),
		Fix: `đề nghị lần này thì sửa tiêu đề trên thành "Đề nghị khen thưởng"; ` +
			`đã được tặng thì bỏ tiêu đề trên, đặt tên cột là "Danh hiệu đã có", hoặc xóa cột`}
}

// again is the finding about a column that means what one before it does. What a heading over both parts must not be deleted.
func again(h head, first, from titled) *diag.Diagnostic {
	d := &diag.Diagnostic{Rule: sheet.RuleHeading,
		Message: fmt.Sprintf("cột %q trùng với cột %q", from.text, first.text),
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
// Kết quả biểu quyết over Đồng ý, Xếp loại over 2026. A file without merged cells has it in the first of them alone.
func textOf(l *sheet.List, at int) string {
	h := &l.Heading.Columns[at]
	last := h.Texts[len(h.Texts)-1]
	for i := at; i >= 0 && nextTo(l, i, at); i-- {
		if texts := l.Heading.Columns[i].Texts; len(texts) > 1 {
			if whole := texts[0] + " " + last; knows(whole) {
				return whole
			} else if votes := "Số phiếu " + last; knows(votes) && votesBelow(l, texts[0]) {
				return votes
			}
			break
		}
	}
	if at := slices.IndexFunc(h.Texts, knows); at >= 0 && !(knows(last) && refines(h.Texts[at], last)) {
		return h.Texts[at]
	}
	return last
}

// votesBelow reports whether votes are counted below a heading, whosever they are: Kết quả biểu quyết của Hội đồng. Those of one of several
// rounds are not.
func votesBelow(l *sheet.List, over string) bool {
	key := headingKey(over)
	return ofVotes.MatchString(key) && !shares.MatchString(key) && !(rounds.MatchString(key) &&
		slices.ContainsFunc(l.Heading.Columns, func(h sheet.Head) bool {
			last := len(h.Texts) - 1
			return h.Texts[0] != over && rounds.MatchString(headingKey(h.Texts[0])) && knows("Số phiếu "+h.Texts[last])
		}))
}

// nextTo reports whether the headings of two columns and of all between them stand in one row, without a gap.
func nextTo(l *sheet.List, first, last int) bool {
	columns := l.Heading.Columns
	return columns[first].Row == columns[last].Row && columns[last].Column-columns[first].Column == last-first
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
func sexOf(h head, text string) string {
	for _, sex := range []string{"nam", "nữ"} {
		if h.column == birthColumn && strings.HasSuffix(headingKey(text), " "+sex) {
			return sex
		}
	}
	return ""
}

// titled is a column with the text that tells what it is.
type titled struct {
	*sheet.Head
	text string
}

var (
	counted = pattern.New(`phiếu|biểu quyết|đồng ý|tán thành`) // words of columns that count votes
	shares  = pattern.New(`%|t[ỷỉ] lệ|phần trăm`)
	rounds  = pattern.New(`vòng|lần \d|đợt`)
	before  = pattern.New(`(?:^| )(?:trước|qua)(?: |$)`)
	ofYears = pattern.New(`(?:^| )(?:trước|qua|liền kề|gần nhất|các|những|\d{1,2} năm|hai|ba)(?: |$)`)
	unitSet = pattern.New(`^(?:(?:thôn|bản|làng|xóm|ấp|buôn|khóm|khu phố|khu dân cư|tổ dân phố|khoa|phòng|ban|bộ phận|phân xưởng|` +
		`xí nghiệp|đội|tổ|tổ chuyên môn|tổ sản xuất|trạm|trường|chi bộ|đảng bộ|chi đoàn|chi hội|tổ chức đảng)(?: , | và |$))+$`)
)

// namesBelow gives the kind of whoever stands below a heading that is one of names where no other column is: Cá nhân, Tập thể, Tên thôn.
// Empty: it is none.
func namesBelow(text string) plan.Recipient {
	key := headingKey(text)
	of, called := strings.CutPrefix(key, "tên ")
	if called && (unitSet.MatchString(of) || of == "cơ quan" || of == "cơ quan , đơn vị") {
		return plan.Collective
	}
	return namesOf[key]
}

// unitsBelow reports whether a column below the word of a unit is that of the units of persons: all its cells name one, so that what is
// read is what a paper prints, and no other column does.
func unitsBelow(l *sheet.List, at int, heads []head) bool {
	isUnit := func(h head) bool { return h.column == unitColumn || h.column == postColumns }
	if !unitSet.MatchString(headingKey(textOf(l, at))) || slices.ContainsFunc(heads, isUnit) {
		return false
	}
	for i := range l.Heading.Columns {
		if h, _ := headingOf(textOf(l, i)); isUnit(h) {
			return false
		}
	}
	units := 0
	for _, r := range l.Sample {
		switch c := r.Cell(l.Heading.Columns[at].Column); {
		case c.Kind == sheet.Blank:
		case !phrase.IsCollective(c.Text):
			return false
		default:
			units++
		}
	}
	return units > 0
}
