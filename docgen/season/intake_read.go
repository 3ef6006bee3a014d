package season

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// nomineeRow is what one row of a list says of a nominee.
type nomineeRow struct {
	Nominee plan.Nominee // what the row leaves out is zero
	list    *sheet.List
	row     *sheet.Row
	heads   map[column]head
}

// finding gives a finding at the row's cell of a column, or of the name.
func (r *nomineeRow) finding(c column, rule, message, fix string) *diag.Diagnostic {
	h, ok := r.heads[c]
	if !ok {
		h = r.heads[nameColumn]
	}
	return h.finding(zero.Or(r.list), zero.Or(r.row), rule, message, fix)
}

// line gives the number of the row.
func (r *nomineeRow) line() int { return zero.Or(r.row).Number }

// maxRows bounds a list that is read whole.
const maxRows = 20_000

// readRows returns what the rows of a list, a file of fsys, say to a taker that knows law,
// season and criteria. Awards may be codes of law or
// their official names; a name that several levels share is that of the season's level. What
// is wrong with the list is a finding, a failure to read it an error.
func readRows(ctx context.Context, fsys fs.FS, l *List, r taker) ([]nomineeRow, diag.List, error) {
	list, found, err := sheet.Open(fsys, l, knows)
	if err != nil || found.HasErrors() {
		return nil, found, err
	}
	heads, found := headings(list, zero.Or(r.season), func(text string) bool {
		a, _ := r.law.Named(text, r.season)
		return a != nil
	})
	if found.HasErrors() {
		return nil, found, nil
	}
	r.list, r.heads, r.told, r.codes = list, heads, make(map[string]bool), make(map[string]string)
	r.all, r.since = make(tally), make(tally)
	read := 0
	err = list.Records(ctx, func(row *sheet.Row) error {
		if read++; read > maxRows {
			return errTooLong
		}
		r.take(row)
		return nil
	})
	if errors.Is(err, errTooLong) {
		return nil, diag.List{{Pos: diag.Pos{File: list.File}, Rule: sheet.RuleList,
			Message: fmt.Sprintf("danh sách có hơn %s dòng", vi.FormatInt(maxRows)), Fix: "chia danh sách"}}, nil
	}
	if broken := list.Broken(err); broken != nil {
		return nil, broken, nil
	}
	r.ended(0)
	r.passOver()
	r.byUnit()
	r.smallNames()
	r.doubts()
	r.unburied()
	if found = append(found, r.found...); !found.HasErrors() {
		found = append(found, r.miscounted...)
	}
	if err == nil && len(r.rows) == 0 && !found.HasErrors() {
		found = append(found, list.Empty()...)
	}
	return r.rows, found, err
}

var errTooLong = errors.New("list is too long")

// taker takes the rows of a list.
type taker struct {
	list   *sheet.List
	law    *award.Law
	season *plan.Season
	// criterion gives what is wrong with the code of a criterion. Nil: nobody looks at them.
	criterion func(code string) *diag.Diagnostic

	heads      []head
	groups     []group           // of titles, the outer ones first
	aside      []mentioned       // rows that hold no nominee for certain
	units      []mentioned       // titles that are the unit of the rows below
	peopled    int               // how many of them have somebody below
	apart      []mentioned       // rows with another unit than their title's
	small      []mentioned       // names with a word in small letters
	dead       bool              // a title says so
	doubted    []mentioned       // remarks that may be against the nominee
	told       map[string]bool   // faults of whole columns
	codes      map[string]string // of awards, by what names them; empty: none for certain
	rows       []nomineeRow
	all        tally      // of the rows so far
	since      tally      // of those behind the last sum that says how many there are
	buriedOf   *sheet.Row // a sum or note that speaks of the dead
	miscounted diag.List  // told where nothing else is wrong
	found      diag.List
}

func (t *taker) take(row *sheet.Row) {
	if row.Odd != nil && (row.Odd.Aside && !t.awarded(row) || t.begin(row)) {
		what, _, _ := strings.Cut(strings.TrimPrefix(row.Odd.Text, "là "), ",")
		if n := len(t.units); n == 0 || t.units[n-1].row != row {
			t.aside = append(t.aside, mentioned{row, cmp.Or(row.Odd.Title, what)})
		}
		if row.Odd.Aside {
			t.summed(row)
			if strings.Contains(vi.FoldName(row.Odd.Title), "truy tặng") {
				t.buriedOf = row
			}
		}
		return
	}
	if row.Odd != nil {
		t.odd(row)
		return
	}
	if d := t.list.HiddenRow(row); d != nil {
		t.found.Add(d)
	}
	d := reader{taker: t, row: row, to: nomineeRow{list: t.list, row: row, heads: make(map[column]head)}}
	for _, h := range t.heads {
		d.cell(h)
	}
	d.grouped()
	if d.filled && d.to.heads[nameColumn].text == "" {
		d.miss()
	} else if d.to.Nominee.Kind == plan.Individual {
		d.person()
	}
	if v := d.to.Nominee.Votes; v != nil && *v == (plan.Votes{}) && !d.wrong {
		d.wrong = true
		d.found.Add(d.to.finding(forColumn, sheet.RuleCell, "không có phiếu nào",
			"chưa biểu quyết thì để trống; không ai đồng ý thì ghi số phiếu không đồng ý"))
	}
	if d.filled {
		d.count(d.to.Nominee.Kind)
	}
	switch {
	case d.wrong:
	case d.filled:
		t.rows = append(t.rows, d.to)
	default:
		t.beside(row)
	}
}

// odd refuses a row that is no record.
func (t *taker) odd(row *sheet.Row) {
	fix := row.Odd.Fix
	if row.Odd.Title != "" && (t.dead || maybeDead.MatchString(vi.FoldName(row.Odd.Title))) {
		fix = `ghi x ở cột "Truy tặng" của từng dòng được truy tặng, rồi xóa tiêu đề nhóm có chữ ấy; ` + fix
	}
	t.found.Add(t.list.AtRow(row, &diag.Diagnostic{Rule: sheet.RuleRow, Message: row.Odd.Text, Fix: fix}))
}

// awarded reports whether a row names an award where awards stand: who signs has none.
func (t *taker) awarded(row *sheet.Row) bool {
	return slices.ContainsFunc(t.heads, func(h head) bool {
		a, _ := t.law.Named(row.Cell(h.at).Text, t.season)
		return h.column == awardColumn && a != nil
	})
}

// beside takes a row that has words in no column that is read. Before the names they are those of a title.
func (t *taker) beside(row *sheet.Row) {
	if name, c := t.nameAt(), row.Cells[0]; name >= 0 && c.Column < t.heads[name].at && strings.ContainsFunc(c.Text, unicode.IsLetter) {
		row.Odd = &sheet.Odd{Text: "là tiêu đề của một nhóm, không phải một bản ghi", Title: c.Text,
			Fix: "xóa dòng này khỏi danh sách; nếu cần tên nhóm thì ghi thành một cột"}
		t.take(row)
		return
	}
	for i := range row.Cells {
		if c := &row.Cells[i]; strings.ContainsFunc(c.Text, unicode.IsLetter) {
			t.aside = append(t.aside, mentioned{row, sheet.Quote(c.Text)})
			return
		}
	}
}

// reader reads one row.
type reader struct {
	*taker
	row    *sheet.Row
	to     nomineeRow
	filled bool
	wrong  bool
	alive  bool // a cell says so
}

func (d *reader) bad(h head, rule, message, fix string) {
	d.wrong = true
	d.found.Add(h.finding(d.list, d.row, rule, message, fix))
}

// read gives the value of a cell as a type. What all cells of the column have wrong is told once.
func (d *reader) read(h head, t sheet.Type) (v sheet.Value, ok bool) {
	v, err := t.Read(d.row.Cell(h.at), d.list.Old)
	var bad *sheet.Wrong
	if err == nil {
		return v, true
	}
	if !errors.As(err, &bad) {
		bad = &sheet.Wrong{Text: err.Error()}
	}
	d.filled, d.wrong = true, true
	message, key := bad.Text, fmt.Sprint(h.at, bad.Class)
	if d.told[key] {
		return nil, false
	}
	if d.list.Spoilt(h.at, t) == bad.Class {
		d.told[key] = true
		message += "; cả cột như vậy, các ô dưới không nêu lại"
	}
	d.bad(h, sheet.RuleCell, message, bad.Fix)
	return nil, false
}

// cell takes one cell.
func (d *reader) cell(h head) {
	if h.column == remarkColumn {
		d.remark(h)
		return
	}
	if bad := d.list.Displaced(d.row, h.at); bad != nil {
		d.filled = true
		d.bad(h, sheet.RuleCell, bad.Text, bad.Fix)
		return
	}
	if c := d.row.Cell(h.at); c.Kind == sheet.Text && strings.Trim(c.Text, "-–—") == "" {
		return // a dash says that there is nothing
	}
	as := sheet.TextType
	switch h.column {
	case identityColumn:
		as = sheet.IDType
	case bonusColumn:
		as = sheet.MoneyType
	}
	v, _ := d.read(h, as)
	if sum, isMoney := v.(plan.Money); isMoney && sum > 0 { // none may be that of a title that a higher one pays
		d.to.heads[h.column] = h
		d.to.Nominee.Bonus = &plan.StatedBonus{Amount: sum}
	}
	text, _ := v.(string)
	if text == "" {
		return
	}
	text = strings.ReplaceAll(text, "\n", " ")
	d.filled = true
	n := &d.to.Nominee
	if _, twice := d.to.heads[h.column]; twice && h.column == nameColumn {
		d.bad(h, sheet.RuleValue, "dòng này đã có tên ở cột khác", "mỗi dòng chỉ ghi một cá nhân, một tập thể hoặc một hộ")
		return
	} else if twice && h.column == awardColumn {
		d.bad(h, sheet.RuleValue, "dòng này đã có danh hiệu, hình thức ở cột khác",
			"mỗi dòng ghi một danh hiệu hoặc một hình thức: chép dòng này thành hai dòng")
		return
	} else if twice && h.column == birthColumn {
		d.bad(h, sheet.RuleValue, "dòng này đã có năm sinh ở cột khác", "mỗi dòng chỉ ghi năm sinh ở một cột, nam hoặc nữ")
		return
	}
	d.to.heads[h.column] = h
	switch h.column {
	case kindColumn:
		kind, ok := kindOf(vi.FoldName(text))
		if !ok {
			d.bad(h, sheet.RuleValue, "không phải đối tượng khen thưởng", "ghi: cá nhân, tập thể hoặc hộ gia đình")
		}
		n.Kind = kind
	case nameColumn:
		n.Name = text
		if n.Kind == "" {
			n.Kind = h.kind
		}
	case honorificColumn:
		n.Honorific = d.honorific(h, text)
	case birthColumn:
		n.BirthYear = d.birthYear(h, text)
	case roleColumn:
		n.Role = text
	case unitColumn, postColumns:
		n.Unit = phrase.JoinComma(n.Unit, text)
	case identityColumn:
		n.Identity = text
	case accountColumn:
		n.Account = text
	case postColumn:
		d.post(h, text)
	case awardColumn:
		bare, dead := cutPosthumous(text)
		if n.Award = d.award(h, bare); dead {
			d.dead(h)
		}
	case criterionColumn:
		n.Criterion = text
		if d.criterion != nil {
			if unknown := d.criterion(text); unknown != nil {
				d.bad(h, unknown.Rule, unknown.Message, unknown.Fix)
			}
		}
	case achievementColumn:
		n.Achievement = text
	case forColumn, againstColumn, abstainColumn, otherColumn:
		d.votes(h)
	case ratingColumn:
		d.rating(h, text)
	case heldColumn:
		d.held(h, text)
	case addedColumn:
		if d.ticked(h, text, "bổ sung", "bổ sung vào quyết định đã ký") {
			n.Added = &plan.Addition{}
		}
	case posthumousColumn:
		if d.ticked(h, text, "truy tặng", "truy tặng") {
			d.dead(h)
		} else {
			d.alive = true
		}
	default:
		own := int(h.column - ownColumn)
		n.Cells = append(n.Cells, make([]string, max(own+1-len(n.Cells), 0))...)
		n.Cells[own] = text
	}
}

// kindOf reads a kind of awardee by its value, its term, or a short word for a household.
func kindOf(text string) (plan.Recipient, bool) {
	for _, value := range plan.Recipient("").Values() {
		if r := plan.Recipient(value); text == value || text == r.Term() {
			return r, true
		}
	}
	r, ok := kindWords[text]
	return r, ok
}

// kindWords are the kinds of awardees as lists shorten them.
var kindWords = map[string]plan.Recipient{
	"hộ": plan.Household, "gia đình": plan.Household, "hgđ": plan.Household, "cn": plan.Individual, "tt": plan.Collective,
}

// ratingWords are the ratings as lists shorten them, without nhiệm vụ or NV behind.
var ratingWords = map[string]plan.Rating{
	"htxs": "excellent", "htt": "good", "ht": "completed", "kht": "not_completed",
}

// ratingParts are the words of a rating as lists shorten them one by one.
var ratingParts = map[string]string{"ht": "hoàn thành", "xs": "xuất sắc", "nv": "nhiệm vụ", "htnv": "hoàn thành nhiệm vụ"}

// oldest and youngest are the ages at which somebody is awarded; others are slips of the year, or rare.
const oldest, youngest = 110, 6

// age warns of a year of birth that hardly anybody has who is awarded.
func (d *reader) age(h head, born int) {
	of := d.season.Year
	old, word := of-born, "đã"
	if old < youngest {
		word = "mới"
	}
	if of == 0 || youngest <= old && old <= oldest {
		return
	}
	x := h.finding(d.list, d.row, sheet.RuleCell, fmt.Sprintf("năm %d %s %d tuổi", of, word, old), "kiểm tra lại năm sinh")
	x.Level = diag.Warning
	d.found.Add(x)
}

// monthAndYear finds a birth of which the day, or the month too, is not known: 5/1984, 00/00/1984.
var monthAndYear = pattern.New(`^(?:00?\s*[-/.]\s*)?(?:00?|0?[1-9]|1[0-2])\s*[-/.]\s*((?:19|20)\d{2})$`)

// birthYear reads a year, or a date for its year.
func (d *reader) birthYear(h head, text string) int {
	year, err := strconv.Atoi(text)
	if err != nil {
		v, err := sheet.DateType.Read(d.row.Cell(h.at), d.list.Old)
		date, _ := v.(sheet.Date)
		if month := monthAndYear.FindStringSubmatch(text); month != nil {
			date.Year, _ = strconv.Atoi(month[1])
			err = nil
		}
		switch {
		case err != nil:
			d.bad(h, sheet.RuleCell, "không phải năm sinh", "gõ năm sinh bằng bốn chữ số, hoặc ngày/tháng/năm")
			return 0
		case date.Year <= 1906: // a year that was given the form of a date: day 1969 is 22/5/1905
			d.bad(h, sheet.RuleCell, "số bị định dạng thành ngày", "định dạng ô là số hoặc văn bản, rồi gõ lại năm sinh")
			return 0
		}
		year = date.Year
	}
	if last := d.season.Year; last > 0 && year > last {
		d.bad(h, sheet.RuleCell, fmt.Sprintf("sau năm của đợt khen thưởng (%d)", last), "kiểm tra lại năm sinh")
		return 0
	}
	if !record.IsYear(year) {
		d.bad(h, sheet.RuleCell, "không phải một năm hợp lý", "gõ năm sinh bằng bốn chữ số")
		return 0
	}
	d.age(h, year)
	return year
}

// award gives the code of the award that a text names. What is not clear is said once for all cells that say the same.
func (d *reader) award(h head, text string) string {
	if code, known := d.codes[text]; known {
		d.wrong = d.wrong || code == ""
		return code
	}
	a, other := d.law.Named(text, d.season)
	d.codes[text] = zero.Or(a).Code
	if other != nil && h.column == awardColumn && d.severalAwards(text) {
		other.Message = "ô ghi hơn một danh hiệu, hình thức"
		other.Fix = "mỗi dòng ghi một danh hiệu, hình thức: chép dòng này thành nhiều dòng"
	}
	if other != nil {
		d.bad(h, other.Rule, other.Message, other.Fix)
	}
	return d.codes[text]
}

// severalAwards reports whether a text is of several parts that each name an award.
func (d *reader) severalAwards(text string) bool {
	parts := strings.FieldsFunc(strings.ReplaceAll(text, " và ", ";"), func(r rune) bool { return strings.ContainsRune(",;/+\n", r) })
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool {
		a, _ := d.law.Named(strings.TrimSpace(part), d.season)
		return a == nil
	})
}

// votes reads a number of votes.
func (d *reader) votes(h head) {
	v, ok := d.read(h, sheet.NumberType)
	if !ok {
		return
	}
	n, _ := v.(sheet.Decimal)
	if text := d.row.Cell(h.at).Text; n.Places != 0 || n.Units < 0 || n.Units > 10_000 || strings.Contains(text, "/") {
		d.bad(h, sheet.RuleCell, "không phải một số phiếu", "gõ số phiếu bằng chữ số")
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
	case abstainColumn:
		d.to.Nominee.Votes.Abstain = int(n.Units)
	default:
		d.to.Nominee.Votes.Other = int(n.Units)
	}
}

func (d *reader) rating(h head, text string) {
	folded := strings.TrimRight(vi.FoldName(text), ".")
	words := strings.Fields(folded)
	for i, w := range words {
		words[i] = cmp.Or(ratingParts[w], w)
	}
	key := strings.TrimSuffix(strings.Join(words, " "), " nhiệm vụ")
	short := ratingWords[strings.TrimSuffix(strings.ReplaceAll(folded, " ", ""), "nv")]
	for _, value := range plan.Rating("").Values() {
		if r := plan.Rating(value); value == key || r == short || strings.TrimSuffix(vi.Fold(r.Term()), " nhiệm vụ") == key {
			d.to.Nominee.Ratings = append(d.to.Nominee.Ratings, plan.YearRating{Year: h.year, Rating: r})
			return
		}
	}
	d.bad(h, sheet.RuleValue, "không phải mức xếp loại",
		"ghi: hoàn thành xuất sắc, hoàn thành tốt, hoàn thành hoặc không hoàn thành nhiệm vụ")
}

// noRank is the rank of whom a file calls no leader.
const noRank = "none"

// post reads whether a person leads, works directly, or neither.
func (d *reader) post(h head, text string) {
	n := &d.to.Nominee
	switch key := vi.Fold(text); key {
	case "lãnh đạo", "quản lý", "lãnh đạo, quản lý":
		n.Leader = true
	case "trực tiếp", "trực tiếp lao động", "trực tiếp công tác", "trực tiếp lao động, công tác":
		n.DirectWorker = true
	case "không", "khác":
		n.Rank = noRank
	default:
		d.bad(h, sheet.RuleValue, "không rõ có giữ chức vụ, có trực tiếp lao động, công tác hay không",
			"ghi: lãnh đạo, trực tiếp hoặc không")
	}
}

// ticked reads whether a row has what its column says, in a word or by a mark.
func (d *reader) ticked(h head, text, word, what string) bool {
	switch vi.Fold(text) {
	case "x", "có", word, "true", "1": // of a box that is ticked, of a program
		return true
	case "không", "false", "0":
	default:
		d.bad(h, sheet.RuleValue, "không rõ có "+what+" hay không", "ghi x hoặc để trống")
	}
	return false
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
			d.bad(h, sheet.RuleValue, fmt.Sprintf("%q không có năm", one),
				"ghi mỗi danh hiệu kèm năm, cách nhau bằng dấu chấm phẩy: CSTDCS 2024; GKXA 2025")
			return
		}
		if code := d.award(h, one); code != "" {
			d.to.Nominee.Held = append(d.to.Nominee.Held, plan.HeldAward{Award: code, Year: year})
		}
	}
}
