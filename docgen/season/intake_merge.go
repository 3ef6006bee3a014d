package season

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// merge takes the rows of a list into the file of a season, or of a decision alone whose
// season s is.
func merge(f *plan.File, s *plan.Season, rows []nomineeRow) (*Intake, diag.List) {
	coded := slices.Clone(s.Nominees)
	if own, ok := f.Value.(*plan.Season); ok {
		s = own // as it is written, with what was kept of its papers
	}
	m := merger{coded: coded, of: "đợt khen thưởng", nominees: slices.Clone(s.Nominees), had: len(s.Nominees),
		named: make(map[string][]int),
		from:  make(map[int]*nomineeRow), filled: make(map[int][]string)}
	alone, _ := f.Value.(*plan.AwardDecision)
	if alone != nil {
		m.of = "quyết định"
		for i := range alone.Awardees {
			m.nominees[i].Awardee = alone.Awardees[i] // as it is written
		}
	}
	for i := range m.nominees {
		m.know(i)
	}
	m.awarded = slices.ContainsFunc(rows, func(r nomineeRow) bool { return r.Nominee.Award != "" })
	for i := range rows {
		if alone != nil {
			m.unplaced(&rows[i])
		}
		m.take(&rows[i])
	}
	if m.found.HasErrors() {
		return nil, m.found
	}
	var value any
	if alone != nil {
		filled := *alone
		filled.Awardees = nil
		for i := range m.nominees {
			filled.Awardees = append(filled.Awardees, m.nominees[i].Awardee)
		}
		value = &filled
	} else {
		filled := *s
		filled.Nominees = m.nominees
		value = &filled
	}
	if found := plan.Validate(value); found.HasErrors() {
		for _, d := range found {
			d.Pos = f.Pos(d.Pos.Path)
		}
		return nil, found
	}
	written := *f
	written.Value = value
	out, err := written.Marshal()
	if err != nil {
		var list diag.List
		if !errors.As(err, &list) {
			list = diag.List{{Pos: f.Pos("nominees"), Rule: record.RuleCharacter, Err: err,
				Message: "danh sách có giá trị không ghi vào tệp được"}}
		}
		return nil, list
	}
	in := &Intake{Source: out}
	for i := range m.nominees {
		if i >= m.had || m.filled[i] != nil {
			in.Changes = append(in.Changes, Change{&m.nominees[i], i >= m.had, m.filled[i]})
		}
	}
	return in, m.found
}

// merger takes rows into a list of nominees.
type merger struct {
	nominees []plan.Nominee
	coded    []plan.Nominee      // the same, their awards as codes
	ids      []award.Identity    // of the nominees
	named    map[string][]int    // nominees by kind and name
	had      int                 // of them, those that the season has
	from     map[int]*nomineeRow // the row that filled or added a nominee
	filled   map[int][]string    // keys that a nominee of the season gets
	of       string              // what the list goes into
	awarded  bool                // the list names an award
	bare     bool                // it was said that it does not
	told     map[column]bool     // columns of which was said that they go nowhere
	found    diag.List
}

// unplaced says which columns a decision has no place for: it holds what was decided.
func (m *merger) unplaced(r *nomineeRow) {
	n := &r.Nominee
	for _, c := range [...]struct {
		column column
		given  bool
	}{{criterionColumn, n.Criterion != ""}, {forColumn, n.Votes != nil}, {ratingColumn, len(n.Ratings) > 0},
		{heldColumn, len(n.Held) > 0}} {
		if !c.given || m.told[c.column] {
			continue
		}
		if m.told == nil {
			m.told = make(map[column]bool)
		}
		m.told[c.column] = true
		d := r.finding(c.column, sheet.RuleHeading, "quyết định khen thưởng không có chỗ ghi cột này: bỏ qua",
			"cần giữ thì lập đợt khen thưởng (kind: season)")
		d.Level = diag.Warning
		m.found.Add(d)
	}
	n.Criterion, n.Votes, n.Ratings, n.Held = "", nil, nil, nil
}

// take finds the nominee of a row and fills it in, or adds it.
func (m *merger) take(r *nomineeRow) {
	n := &r.Nominee
	if n.Kind == "" {
		m.found.Add(r.finding(kindColumn, sheet.RuleMissing, "chưa rõ đối tượng",
			`thêm cột "Đối tượng": cá nhân, tập thể hoặc hộ gia đình`))
		return
	}
	id := award.IdentityOf(&n.Awardee)
	for _, i := range m.named[string(id.Kind)+id.Name] {
		if is := m.nominees[i].AsAmended(); vi.FoldName(roleAndUnit(is)) == vi.FoldName(roleAndUnit(&n.Awardee)) {
			n.Role, n.Unit = is.Role, is.Unit // one of them has both in one
			id = award.IdentityOf(&n.Awardee)
		}
	}
	var same []int
	known, namesake := false, -1
	_, joined := r.heads[postColumns]
	for _, i := range m.named[string(id.Kind)+id.Name] {
		is := m.ids[i]
		switch {
		case is == id:
			known = true
			if n.Award == "" || n.Award == m.coded[i].Award {
				same = append(same, i)
			}
		case i < m.had && mayBe(is.BirthYear, id.BirthYear) && (mayBe(is.Unit, id.Unit) || joined && m.mayEnd(i, id.Unit)):
			namesake = i
		}
	}
	if !known && namesake >= 0 {
		fix := "ghi đủ năm sinh, đơn vị như trong " + m.of + ", hoặc khác đi nếu là người khác"
		if joined {
			fix = "ghi chức vụ và đơn vị ở hai cột riêng; " + fix
		}
		m.found.Add(r.finding(nameColumn, ruleid.Namesake,
			fmt.Sprintf("cùng tên với mục %d của %s, không rõ có phải một người", namesake+1, m.of), fix))
		return
	}
	switch {
	case len(same) > 1:
		m.found.Add(r.finding(awardColumn, ruleid.Namesake, m.of+" có nhiều đề nghị cho đối tượng này", `ghi cột "Danh hiệu/Hình thức"`))
	case len(same) == 1:
		i := same[0]
		if first := m.from[i]; first != nil {
			fix := "bỏ một dòng; nếu là hai người thì ghi năm sinh, đơn vị để phân biệt"
			if !slices.Equal(first.Nominee.Cells, n.Cells) { // pupils of two classes
				fix += `, như lớp ở cột "Đơn vị"`
			}
			m.found.Add(r.finding(nameColumn, sheet.RuleDouble, fmt.Sprintf("trùng với dòng %d", first.line()), fix))
			return
		}
		m.from[i] = r
		m.fill(i, r)
	case n.Award == "":
		m.unawarded(r)
	default:
		m.from[len(m.nominees)] = r
		m.nominees, m.coded = append(m.nominees, *n), append(m.coded, *n)
		m.know(len(m.nominees) - 1)
	}
}

// unawarded refuses a new nominee without an award. Where the whole list has none it is said once.
func (m *merger) unawarded(r *nomineeRow) {
	d := r.finding(awardColumn, sheet.RuleMissing, "chưa có trong "+m.of+", mà không ghi danh hiệu, hình thức",
		`ghi cột "Danh hiệu/Hình thức"`)
	if !m.awarded {
		if m.bare {
			return
		}
		m.bare = true
		d.Message += "; cả danh sách như vậy, các dòng dưới không nêu lại"
	}
	m.found.Add(d)
}

// know keeps who a nominee is.
func (m *merger) know(i int) {
	id := award.IdentityOf(m.nominees[i].AsAmended())
	m.ids = append(m.ids, id)
	key := string(id.Kind) + id.Name
	m.named[key] = append(m.named[key], i)
}

// mayBe reports whether two values are one, or one of them is not said.
func mayBe[T comparable](a, b T) bool {
	var none T
	return a == b || a == none || b == none
}

// mayEnd reports whether a folded text of post and unit in one ends in the unit of a nominee, or is the post alone.
func (m *merger) mayEnd(i int, text string) bool {
	return strings.HasSuffix(text, " "+m.ids[i].Unit) || text == vi.FoldName(m.nominees[i].AsAmended().Role)
}

// fill puts what a row says into a nominee of the season.
func (m *merger) fill(i int, r *nomineeRow) {
	n, from := &m.nominees[i], &r.Nominee
	got := func(key string) { m.filled[i] = append(m.filled[i], key) }
	differs := func(c column, key, has string) {
		m.found.Add(r.finding(c, sheet.RuleValue, fmt.Sprintf("mục %d của %s ghi %s là %q", i+1, m.of, key, has),
			"sửa một trong hai cho khớp; lệnh này không ghi đè"))
	}
	for _, t := range []struct {
		column column
		key    string
		to     *string
		given  string
	}{
		{honorificColumn, `"honorific" (cách xưng)`, &n.Honorific, from.Honorific},
		{roleColumn, `"role" (chức vụ)`, &n.Role, from.Role},
		{criterionColumn, `"criterion" (mã tiêu chuẩn)`, &n.Criterion, from.Criterion},
		{achievementColumn, `"achievement" (thành tích)`, &n.Achievement, from.Achievement},
		{identityColumn, `"identity" (số định danh cá nhân)`, &n.Identity, from.Identity},
		{accountColumn, `"account" (số tài khoản)`, &n.Account, from.Account},
	} {
		switch {
		case t.given == "" || vi.FoldName(t.given) == vi.FoldName(*t.to):
		case *t.to == "":
			*t.to = t.given
			got(t.key)
		default:
			differs(t.column, t.key, *t.to)
		}
	}
	switch {
	case from.Votes == nil:
	case n.Votes == nil:
		n.Votes = from.Votes
		got(`"votes" (kết quả biểu quyết)`)
	case *n.Votes != *from.Votes:
		differs(forColumn, `"votes" (kết quả biểu quyết)`,
			votesText(n.Votes))
	}
	switch {
	case from.Bonus == nil:
	case n.Bonus == nil:
		n.Bonus = from.Bonus
		got(`"bonus" (tiền thưởng đã ghi)`)
	case n.Bonus.IsNone():
		differs(bonusColumn, `"money" (không có tiền thưởng)`, n.Bonus.Money)
	case n.Bonus.Amount == 0: // a multiplier, with which the sum is compared
		both := *n.Bonus
		both.Amount = from.Bonus.Amount
		n.Bonus = &both
		got(`"amount" (số tiền của tiền thưởng đã ghi)`)
	case n.Bonus.Amount != from.Bonus.Amount:
		differs(bonusColumn, `"amount" (số tiền)`, n.Bonus.Amount.String())
	}
	if from.Added != nil && n.Added == nil {
		m.found.Add(r.finding(addedColumn, sheet.RuleValue, fmt.Sprintf("mục %d của %s là đối tượng này, không bổ sung nữa", i+1, m.of),
			"để trống ô này"))
	}
	if from.Posthumous && !n.Posthumous {
		n.Posthumous = true
		got(`"posthumous" (truy tặng)`)
	}
	m.cells(n, from, got, differs)
	m.post(n, from, got, differs)
	m.ratings(i, r, got, differs)
	m.held(i, from, got)
}

// cells fills in the season's own columns.
func (m *merger) cells(n, from *plan.Nominee, got func(string), differs func(column, string, string)) {
	const key = `"cells" (các cột riêng)`
	filled := false
	cells := append(slices.Clone(n.Cells), make([]string, max(len(from.Cells)-len(n.Cells), 0))...)
	for i, text := range from.Cells {
		switch {
		case text == "" || vi.FoldName(text) == vi.FoldName(cells[i]):
		case cells[i] == "":
			cells[i], filled = text, true
		default:
			differs(ownColumn+column(i), key, cells[i])
		}
	}
	if filled {
		n.Cells = cells
		got(key)
	}
}

// post fills in whether a person leads, works directly, or neither. Who leads may be said to work
// directly too.
func (m *merger) post(n, from *plan.Nominee, got func(string), differs func(column, string, string)) {
	switch {
	case from.Leader && n.Rank == noRank:
		differs(postColumn, `"rank" (cấp lãnh đạo)`, n.Rank)
	case from.Rank != "" && (n.Leader || n.DirectWorker || n.Rank != "" && n.Rank != from.Rank):
		differs(postColumn, "chức vụ", "lãnh đạo hoặc trực tiếp")
	case from.Leader && !n.Leader:
		n.Leader = true
		got(`"leader" (giữ chức vụ lãnh đạo, quản lý)`)
	case from.DirectWorker && !n.DirectWorker:
		n.DirectWorker = true
		got(`"direct_worker" (trực tiếp lao động, sản xuất, công tác)`)
	case from.Rank != "" && n.Rank == "":
		n.Rank = from.Rank
		got(`"rank" (cấp lãnh đạo)`)
	}
}

// votesText says votes in words, without those that nobody gave.
func votesText(v *plan.Votes) string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{v.For, "đồng ý"}, {v.Against, "không đồng ý"}, {v.Abstain, "trắng"}, {v.Other, "khác"}} {
		if p.n > 0 || p.what == "đồng ý" {
			parts = append(parts, fmt.Sprintf("%d phiếu %s", p.n, p.what))
		}
	}
	return strings.Join(parts, ", ")
}

func (m *merger) ratings(i int, r *nomineeRow, got func(string), differs func(column, string, string)) {
	n := &m.nominees[i]
	var added []plan.YearRating
	for _, y := range r.Nominee.Ratings {
		at := slices.IndexFunc(n.Ratings, func(is plan.YearRating) bool { return is.Year == y.Year })
		switch {
		case at < 0:
			added = append(added, y)
			got(fmt.Sprintf(`"ratings" (mức độ hoàn thành nhiệm vụ) %d`, y.Year))
		case n.Ratings[at].Rating != y.Rating:
			differs(ratingColumn, fmt.Sprintf(`"ratings" (mức độ hoàn thành nhiệm vụ) %d`, y.Year), n.Ratings[at].Rating.Term())
		}
	}
	n.Ratings = joined(added, n.Ratings)
}

func (m *merger) held(i int, from *plan.Nominee, got func(string)) {
	n := &m.nominees[i]
	var added []plan.HeldAward
	for _, h := range from.Held {
		if !slices.ContainsFunc(m.coded[i].Held, func(is plan.HeldAward) bool { return is.Award == h.Award && is.Year == h.Year }) {
			added = append(added, h)
			got(fmt.Sprintf(`"held" (danh hiệu, hình thức đã được tặng) %s %d`, h.Award, h.Year))
		}
	}
	n.Held = joined(added, n.Held)
}

// joined gives new entries before those that are there, in a slice of its own.
func joined[T any](added, have []T) []T {
	if len(added) == 0 {
		return have
	}
	return slices.Concat(added, have)
}
