package docgen

import (
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
)

// listColumn is a column of a list of nominees or awardees "danh sách". Its text is
// that of one of them.
type listColumn struct {
	head string // its lines are parted by "\n"
	doc.Column
	text func(r *award.Result) string
	// always tells the columns of every list from those that stand only where
	// somebody has an entry.
	always bool
}

// nameColumn and placeColumn begin every list, behind STT.
func (y *seasonPapers) nameColumn(share int) listColumn {
	return listColumn{"Họ và tên, tên tập thể, chủ hộ", doc.Column{Share: share, Align: doc.Left}, func(r *award.Result) string { return listName(y.awardee(r)) }, true}
}

func (y *seasonPapers) placeColumn(share int) listColumn {
	return listColumn{"Chức vụ, đơn vị, địa chỉ", doc.Column{Share: share, Align: doc.Left}, func(r *award.Result) string { return roleAndUnit(y.awardee(r)) }, false}
}

func (y *seasonPapers) achievementColumn(share int) listColumn {
	return listColumn{"Thành tích", doc.Column{Share: share, Align: doc.Left}, func(r *award.Result) string { return y.awardee(r).Achievement }, false}
}

// awardColumn names the award, and who gets it after death.
func (y *seasonPapers) awardColumn(share int) listColumn {
	return listColumn{"Danh hiệu, hình thức", doc.Column{Share: share, Align: doc.Left}, func(r *award.Result) string {
		name := r.Award.NameOn(r.Day)
		if r.Nominee.Posthumous {
			return "Truy tặng " + name
		}
		return name
	}, true}
}

// varied reports whether a list must name the award of each: there are several, or
// some of them are given after death.
func (y *seasonPapers) varied() bool {
	dead := 0
	all := y.awarded()
	for _, r := range all {
		if r.Nominee.Posthumous {
			dead++
		}
	}
	return len(y.out.Awards()) > 1 || dead > 0 && dead < len(all)
}

// awardColumns are those of the list of a decision: with the multiplier and the
// sum of each, as inspectors ask for.
func (y *seasonPapers) awardColumns() []listColumn {
	columns := []listColumn{y.nameColumn(28), y.placeColumn(25)}
	if y.varied() {
		columns = append(columns, y.awardColumn(20))
	}
	columns = append(columns, y.achievementColumn(30))
	columns = append(columns, y.ownColumns()...)
	return append(columns,
		listColumn{"Hệ số", doc.Column{Align: doc.Center}, func(r *award.Result) string {
			if r.Pay.Multiplier == 0 {
				return ""
			}
			return r.Pay.Multiplier.String()
		}, false},
		listColumn{"Tiền thưởng\n(đồng)", doc.Column{Align: doc.Right}, func(r *award.Result) string {
			if r.Pay.Amount == 0 && r.PaidWith == nil {
				return ""
			}
			return r.Pay.Amount.String()
		}, false},
	)
}

// ownColumns are those that the office adds: lớp, phần thưởng.
func (y *seasonPapers) ownColumns() []listColumn {
	var columns []listColumn
	for i := range y.s.Columns {
		columns = append(columns, listColumn{y.s.Columns[i].Name, doc.Column{Share: 12, Align: doc.Left}, func(r *award.Result) string {
			if cells := y.awardee(r).Cells; i < len(cells) {
				return cells[i]
			}
			return ""
		}, false})
	}
	return columns
}

// awarded gives all who stand in the lists of the decision, in their order.
func (y *seasonPapers) awarded() []*award.Result {
	var all []*award.Result
	for i := range y.out.Lists {
		all = append(all, y.out.Lists[i].Results...)
	}
	return all
}

// used leaves out the columns in which nobody has an entry.
func used(columns []listColumn, results []*award.Result) []listColumn {
	var out []listColumn
	for _, col := range columns {
		filled := col.always
		for _, r := range results {
			filled = filled || col.text(r) != ""
		}
		if filled {
			out = append(out, col)
		}
	}
	return out
}

// peopleTable gives a table with the head of a list, STT first, and the number of
// its columns.
func (y *seasonPapers) peopleTable(c *Composer, columns []listColumn, alt string) (*doc.DataTable, int) {
	t := &doc.DataTable{
		At: c.At(y.list()), Header: 1, Whole: true, Alt: alt, Columns: []doc.Column{{Align: doc.Center}},
	}
	head := []string{"STT"}
	for _, col := range columns {
		t.Columns = append(t.Columns, col.Column)
		head = append(head, col.head)
	}
	t.Rows = append(t.Rows, textRow(doc.PlainRow, head...))
	return t, len(head)
}

// groupRow heads the section of a kind of awardee: "II | CÁ NHÂN".
func groupRow(n int, kind plan.Recipient, columns int) doc.DataRow {
	return doc.DataRow{Role: doc.GroupRow, Cells: []doc.DataCell{
		cell(vi.Roman(n)), {Columns: columns - 1, Lines: [][]doc.Inline{doc.T(vi.Upper(kind.Term()))}},
	}}
}

// personRow gives the row of one of a list, with its number.
func (y *seasonPapers) personRow(c *Composer, n int, r *award.Result, columns []listColumn) doc.DataRow {
	texts := make([]string, 0, len(columns)+1)
	texts = append(texts, itoa(n))
	for _, col := range columns {
		texts = append(texts, col.text(r))
	}
	row := textRow(doc.PlainRow, texts...)
	row.At = c.At(index(y.list(), r.Index))
	return row
}
