package season

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
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
