package intake

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/batch"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Row is what one row of a list says of a nominee.
type Row struct {
	Nominee plan.Nominee // what the row leaves out is zero
	row     *batch.GridRow
	heads   map[column]batch.GridHead
}

// finding gives a finding at the row's cell of a column, or of the name.
func (r *Row) finding(c column, rule, message, fix string) *diag.Diagnostic {
	h, ok := r.heads[c]
	if !ok {
		h = r.heads[nameColumn]
	}
	return r.row.Finding(h, rule, message, fix)
}

// Read gives what the rows of a list say. Awards may be codes of law or their
// official names; a name that several levels share is that of the season's level.
func Read(g *batch.Grid, law *award.Law, s *plan.Season) ([]Row, diag.List) {
	g = zero.Or(g)
	heads, found := headings(g)
	if found.HasErrors() {
		return nil, found
	}
	var rows []Row
	for i := range g.Rows {
		d := reader{law: law, level: law.DeciderOf(s).Level, row: &g.Rows[i], to: Row{row: &g.Rows[i], heads: make(map[column]batch.GridHead)}}
		for _, h := range heads {
			d.cell(h)
		}
		if d.filled && d.to.heads[nameColumn].Text == "" {
			d.miss(heads)
		}
		found = append(found, d.found...)
		if d.filled && !d.found.HasErrors() {
			rows = append(rows, d.to)
		}
	}
	return rows, found
}

// reader reads one row.
type reader struct {
	law    *award.Law
	level  plan.Level
	row    *batch.GridRow
	to     Row
	filled bool
	found  diag.List
}

// miss says that a row has no name.
func (d *reader) miss(heads []head) {
	for _, h := range heads {
		if h.column == nameColumn {
			d.bad(h, batch.RuleMissing, "ô để trống", "ghi tên, hoặc xóa dòng này")
			return
		}
	}
}

func (d *reader) bad(h head, rule, message, fix string) {
	d.found.Add(d.row.Finding(h.GridHead, rule, message, fix))
}

// cell takes one cell.
func (d *reader) cell(h head) {
	_, text, wrong := d.row.Read(h.GridHead, batch.TextType)
	if wrong != nil {
		d.found.Add(wrong)
		d.filled = true
		return
	}
	if text == "" {
		return
	}
	d.filled = true
	n := &d.to.Nominee
	if h.column == nameColumn {
		if _, twice := d.to.heads[nameColumn]; twice {
			d.bad(h, batch.RuleValue, "dòng này đã có tên ở cột khác", "mỗi dòng chỉ ghi một cá nhân, một tập thể hoặc một hộ")
			return
		}
	}
	d.to.heads[h.column] = h.GridHead
	switch h.column {
	case kindColumn:
		kind, ok := kindOf(vi.FoldName(text))
		if !ok {
			d.bad(h, batch.RuleValue, "không phải đối tượng khen thưởng", "ghi: cá nhân, tập thể hoặc hộ gia đình")
		}
		n.Kind = kind
	case nameColumn:
		n.Name = text
		if n.Kind == "" {
			n.Kind = h.kind
		}
	case honorificColumn:
		n.Honorific = vi.UpperFirst(text)
	case birthColumn:
		n.BirthYear = d.birthYear(h, text)
	case roleColumn:
		n.Role = text
	case unitColumn:
		n.Unit = text
	case awardColumn:
		n.Award = d.award(h, text)
	case criterionColumn:
		n.Criterion = text
	case achievementColumn:
		n.Achievement = text
	case forColumn, againstColumn, otherColumn:
		d.votes(h)
	case ratingColumn:
		d.rating(h, text)
	case heldColumn:
		d.held(h, text)
	}
}

// kindOf reads a kind of awardee by its value, its term, or a short word for a household.
func kindOf(text string) (plan.Recipient, bool) {
	for _, value := range plan.Recipient("").Values() {
		if r := plan.Recipient(value); text == value || text == r.Term() {
			return r, true
		}
	}
	if text == "hộ" || text == "gia đình" {
		return plan.Household, true
	}
	return "", false
}

// birthYear reads a year, or a full date for its year.
func (d *reader) birthYear(h head, text string) int {
	year, err := strconv.Atoi(text)
	if err != nil {
		v, _, wrong := d.row.Read(h.GridHead, batch.DateType)
		date, ok := v.(batch.Date)
		switch {
		case wrong != nil || !ok:
			d.bad(h, batch.RuleCell, "không phải năm sinh", "gõ năm sinh bằng bốn chữ số, hoặc ngày/tháng/năm")
			return 0
		case date.Year <= 1906: // a year that was given the form of a date: day 1969 is 22/5/1905
			d.bad(h, batch.RuleCell, "số bị định dạng thành ngày", "định dạng ô là số hoặc văn bản, rồi gõ lại năm sinh")
			return 0
		}
		return date.Year
	}
	if year < 1850 || year > 2200 {
		d.bad(h, batch.RuleCell, "không phải một năm hợp lý", "gõ năm sinh bằng bốn chữ số")
	}
	return year
}

// award gives the code for a code or an official name.
func (d *reader) award(h head, text string) string {
	if _, ok := d.law.Find(text); ok {
		return text
	}
	key := vi.FoldName(strings.Trim(text, `"“”`))
	var fits []*award.Award
	for i := range d.law.Awards {
		a := &d.law.Awards[i]
		same := vi.Fold(a.Code) == key || vi.FoldName(a.Name) == key
		for _, f := range a.FormerNames {
			same = same || vi.FoldName(f.Name) == key
		}
		if same {
			fits = append(fits, a)
		}
	}
	if len(fits) > 1 {
		var own []*award.Award
		for _, a := range fits {
			for _, of := range a.Authorities {
				if of.Level == d.level {
					own = append(own, a)
					break
				}
			}
		}
		fits = own
	}
	if len(fits) != 1 {
		d.bad(h, award.RuleUnknownAward, "không rõ danh hiệu, hình thức nào", "ghi mã (như GKXA) hoặc đúng tên chính thức")
		return ""
	}
	return fits[0].Code
}

// votes reads a number of votes.
func (d *reader) votes(h head) {
	v, text, wrong := d.row.Read(h.GridHead, batch.NumberType)
	if wrong != nil {
		d.found.Add(wrong)
		return
	}
	n, ok := v.(batch.Number)
	if !ok || n.Places != 0 || n.Units < 0 || n.Units > 10_000 || strings.Contains(text, "/") {
		d.bad(h, batch.RuleCell, "không phải một số phiếu", "gõ số phiếu bằng chữ số")
		return
	}
	if d.to.Nominee.Votes == nil {
		d.to.Nominee.Votes = &plan.Votes{}
	}
	switch h.column {
	case forColumn:
		d.to.Nominee.Votes.For = int(n.Units)
	case againstColumn:
		d.to.Nominee.Votes.Against = int(n.Units)
	default:
		d.to.Nominee.Votes.Other = int(n.Units)
	}
}

func (d *reader) rating(h head, text string) {
	key := strings.TrimSuffix(vi.FoldName(text), " nhiệm vụ")
	for _, value := range plan.Rating("").Values() {
		if r := plan.Rating(value); value == key || strings.TrimSuffix(vi.Fold(r.Term()), " nhiệm vụ") == key {
			d.to.Nominee.Ratings = append(d.to.Nominee.Ratings, plan.YearRating{Year: h.year, Rating: r})
			return
		}
	}
	d.bad(h, batch.RuleValue, "không phải mức xếp loại", "ghi: hoàn thành xuất sắc, hoàn thành tốt, hoàn thành hoặc không hoàn thành nhiệm vụ")
}

// held reads awards of the past, parted by semicolons, each with its year unless
// the heading has it.
func (d *reader) held(h head, text string) {
	for _, one := range strings.Split(text, ";") {
		if one = strings.TrimSpace(one); one == "" {
			continue
		}
		year := h.year
		if y := yearPattern.FindString(one); year == 0 && y != "" {
			year, _ = strconv.Atoi(y)
			one = strings.TrimSpace(strings.Replace(one, y, "", 1))
			one = strings.TrimSpace(strings.TrimSuffix(strings.TrimRight(strings.ReplaceAll(one, "()", ""), " ,:-"), " năm"))
		}
		if year == 0 {
			d.bad(h, batch.RuleValue, fmt.Sprintf("%q không có năm", one), "ghi mỗi danh hiệu kèm năm, cách nhau bằng dấu chấm phẩy: CSTDCS 2024; GKXA 2025")
			return
		}
		if code := d.award(h, one); code != "" {
			d.to.Nominee.Held = append(d.to.Nominee.Held, plan.HeldAward{Award: code, Year: year})
		}
	}
}
