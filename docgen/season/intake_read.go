package season

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
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
	r.asTyped(r.joined, "ô ghi nhiều dòng, văn bản in liền một dòng",
		"xem lại chỗ nối; cần thì đặt dấu phẩy, dấu chấm phẩy ở cuối dòng trong ô")
	r.asTyped(r.capitals, "chức vụ, đơn vị viết toàn chữ hoa, văn bản in đúng như vậy", "gõ lại bằng chữ thường")
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
	joined     []mentioned       // cells of several lines
	capitals   []mentioned       // posts and units in capitals
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
