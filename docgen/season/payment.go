package season

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/csvtext"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
)

// decidedOn gives the day of the decision; zero without one.
func (y *maker) decidedOn() plan.Date {
	if y.s.Decision == nil {
		return plan.Date{}
	}
	return y.s.Decision.Date
}

// payment returns the payment list "danh sách chi tiền thưởng" of the decision and of
// each that adds to it, and the register "sổ khen thưởng".
func (y *maker) payment() []Paper {
	papers := []Paper{}
	if part := y.paid(y.out); part.out.Total > 0 {
		papers = append(papers, part.paymentList("danh-sach-chi-tien-thuong", y.s.Decision, y.paidApart(y.out)))
	}
	for _, a := range y.all.Amended {
		part := y.paid(a.Added)
		if part.out.Total == 0 {
			continue
		}
		name := "danh-sach-chi-tien-thuong-bo-sung"
		if n := len(papers); n > 1 {
			name += "-" + strconv.Itoa(n)
		}
		papers = append(papers, part.paymentList(name, y.amendingRuling(a), y.paidApart(a.Added)))
	}
	return append(papers, Paper{Stage: award.PaymentStage, Name: "so-khen-thuong", Data: y.register(), Ext: ".csv"})
}

// paid makes papers about those alone to whom money is paid: not who has a title without a
// bonus, nor whose award was taken back before the payment.
func (y *maker) paid(out *award.Outcome) *maker {
	return y.over(out.Part(slices.DeleteFunc(y.over(out).awarded(), func(r *award.Result) bool {
		return r.Pay.Amount == 0 || y.all.Unpaid(r)
	})))
}

// paidApart names the decisions for which the payment list of a decision differs from its own
// list: those that took an award back before it was paid, and those that amended a line.
func (y *maker) paidApart(of *award.Outcome) string {
	words := mendingWords{cancel: "hủy bỏ một phần theo", amend: "sửa đổi theo"}
	return y.mendedBy(y.over(of).awarded(), words, func(r *award.Result, by plan.PaperRef) bool {
		k := y.all.Cancellation(r)
		return r.Pay.Amount > 0 && y.all.Unpaid(r) == (k != nil && k.Decision == by)
	})
}

// paymentList returns the payment list of one decision, with those that mended it.
func (y *maker) paymentList(name string, by *plan.Ruling, mended string) Paper {
	decision := cited(by.Number, y.symbolOf(by), by.Date) + " của " + midLine(y.decider())
	if mended != "" {
		decision += ", được " + plan.Prose(mended)
	}
	p := &plan.Form{
		Header:    plan.Header{Issuer: y.s.Issuer, Date: by.Date},
		Title:     "Danh sách chi tiền thưởng",
		Reference: "(Kèm theo Quyết định " + decision + ")", NoDate: true, Landscape: true,
		Footer: plan.Footer{Signers: y.payers()},
	}
	from := map[string]string{"": "payment", "issuer": "issuer"}
	t := y.paymentTable()
	t.in(from, "sections[0].table")
	p.Sections = []plan.Section{{Table: &t.Table}}
	return y.paper(award.PaymentStage, name, p, from)
}

// payers returns who signs the payment list: as stated, or the usual three.
func (y *maker) payers() []plan.Signer {
	if p := y.s.Payment; p != nil && len(p.Signers) > 0 {
		return p.Signers
	}
	chair := plan.Signer{Position: y.all.Decider.Office, Note: "(Ký, họ tên, đóng dấu)"}
	if s := y.s.Decision.Signer; s != nil {
		chair.Name, chair.Capacity, chair.ActingFor, chair.OnBehalfOf = s.Name, s.Capacity, s.ActingFor, s.OnBehalfOf
		chair.Position = cmp.Or(s.Position, chair.Position)
	}
	return []plan.Signer{
		{Position: "Người lập", Note: "(Ký, họ tên)", NoSeal: true},
		{Position: "Kế toán trưởng", Note: "(Ký, họ tên)", NoSeal: true},
		chair,
	}
}

// rowToSign is the least height of a row in millimetres, signColumn the width of the
// column in which the awardee signs.
const (
	rowToSign  = "9"
	signColumn = 28
	// longAward is the longest name of an award, in letters, that stands in each row and not above those who get it.
	longAward = 32
	// identityColumnWidth holds twelve figures of 13 pt.
	identityColumnWidth = 32
)

// paymentTable has a row to sign for each awardee. The sums and the sum in words are its
// last rows, so that they stand with the last awardee and the signatures.
func (y *maker) paymentTable() *people {
	all := y.awarded()
	called := make(map[string]int) // how many have a name
	for _, r := range all {
		called[vi.FoldName(r.Nominee.AsAmended().BareName())]++
	}
	name := textColumn("", 34, "", func(r *award.Result) string {
		a := r.Nominee.AsAmended()
		if called[vi.FoldName(a.BareName())] > 1 { // or nobody knows who signs where
			return listName(a)
		}
		return whole(a.FullName())
	})
	name.heading, name.firm = nameHeading, true
	place := usedColumn("", 24, "", func(r *award.Result) string { return r.Nominee.AsAmended().Unit })
	place.heading = func(all []*award.Result) string {
		if slices.ContainsFunc(all, func(r *award.Result) bool { return postFirst(r.Nominee.AsAmended()) }) {
			return y.placeHeading(all)
		}
		return vi.UpperFirst(strings.TrimPrefix(y.placeHeading(all), "Chức vụ, "))
	}
	fixed := func(title string, width int, align plan.Align, always bool, text func(*award.Result) string) listColumn {
		return listColumn{Column: plan.Column{Title: title, Width: width, Align: align}, text: text, always: always}
	}
	long := y.s.IsByAward() && slices.ContainsFunc(all, func(r *award.Result) bool {
		return utf8.RuneCountInString(awardOf(r)) > longAward
	})
	grouped, awardWidth, noteWidth, timesWidth, baseWidth := long || y.grouped(), 31, 16, 0, 0
	has := func(of func(a *plan.Awardee) string) bool {
		return slices.ContainsFunc(all, func(r *award.Result) bool { return of(r.Nominee.AsAmended()) != "" })
	}
	if has(func(a *plan.Awardee) string { return a.Identity }) && has(func(a *plan.Awardee) string { return a.Account }) {
		awardWidth, noteWidth, timesWidth, baseWidth = 22, 11, 13, 23 // leave room for names
	}
	columns := []listColumn{name, place}
	if !grouped {
		columns = append(columns, fixed("Danh hiệu, hình thức khen thưởng", awardWidth, "", true, awardOf))
	}
	t := y.people(used(append(columns,
		fixed("Số định danh cá nhân", identityColumnWidth, plan.AlignCenter, false,
			func(r *award.Result) string { return r.Nominee.AsAmended().Identity }),
		fixed("Hệ số", timesWidth, plan.AlignCenter, false, multiplier),
		fixed("Mức lương cơ sở", baseWidth, plan.AlignRight, false, base),
		fixed("Số tiền thưởng", 0, plan.AlignRight, true, bonus),
		usedColumn("Số tài khoản, ngân hàng", 20, "", func(r *award.Result) string { return r.Nominee.AsAmended().Account }),
		fixed("Ký nhận", signColumn, "", true, func(*award.Result) string { return "" }),
		fixed("Ghi chú", noteWidth, "", true, func(*award.Result) string { return "" }),
	), all), "Danh sách chi tiền thưởng")
	t.Columns[0].Width, t.Unit, t.RowHeight = 11, "Đơn vị tính: đồng", rowToSign
	paid := 0 // the column of the sums
	for i := range t.Columns {
		if t.Columns[i].Title == "Số tiền thưởng" {
			paid = i
		}
	}
	sum := func(word string, n plan.Money) {
		row := textCells(word, n.String(), "")
		row.Role, row.Cells[0].Columns, row.Cells[2].Columns = plan.TotalRow, paid, len(t.Columns)-paid-1
		t.Rows = append(t.Rows, row)
	}
	kinds := len(y.kinds())
	for i := range y.out.Lists {
		l := &y.out.Lists[i]
		last := ""
		for n, r := range l.Results {
			if name := awardOf(r); grouped && name != last {
				last = name
				t.award(0, vi.UpperFirst(l.Recipient.Term())+": "+name)
			}
			t.add(n+1, r)
		}
		if kinds > 1 && len(l.Results) > 0 {
			sum("Cộng "+l.Recipient.Term(), l.Total)
		}
	}
	sum("Tổng cộng", y.out.Total)
	words := plan.Row{Role: plan.TotalRow, Cells: []plan.Cell{{Text: y.words("payment-words", y.list(), y.view()), Columns: len(t.Columns),
		Align: plan.AlignLeft}}}
	t.Rows = append(t.Rows, words)
	return t
}

// register returns the register "sổ khen thưởng" as CSV. A cancelled line stays, with its
// reason; an amended one says by which decision.
func (y *maker) register() []byte {
	var b bytes.Buffer
	w, _ := csvtext.NewWriter(&b) // writing to memory cannot fail
	rows := [][]string{{"Số vào sổ", "Họ tên/Tập thể/Hộ", "Năm sinh", "Đơn vị, địa chỉ", "Hình thức", "Thành tích", "Số, ngày quyết định",
		"Tiền thưởng", "Ngày nhận, ký nhận", "Ghi chú"}}
	dated := func(n, symbol string, d plan.Date) string {
		return strings.TrimSpace(plan.PaperRef{Number: n, Symbol: symbol}.Mark() + " " + d.Short())
	}
	entered := slices.DeleteFunc(y.all.Given(), func(r *award.Result) bool { return r.Register == 0 || r.Award == nil })
	slices.SortStableFunc(entered, func(a, b *award.Result) int { return cmp.Compare(a.Register, b.Register) })
	for _, r := range entered {
		a, by := r.Nominee.AsAmended(), y.ruling(r)
		born, note := "", ""
		if a.BirthYear > 0 {
			born = strconv.Itoa(a.BirthYear)
		}
		if m := r.Nominee.Amended; m != nil {
			note = "Đã sửa đổi theo Quyết định số " + dated(m.Decision.Number, y.symbol(m.Decision.Symbol, y.decisionSymbol()),
				m.Decision.Date)
		}
		if r.Status == award.Cancelled {
			if note != "" {
				note += "; "
			}
			c := y.all.Cancellation(r)
			note += "Đã hủy bỏ"
			if c.Decision.Number != "" {
				note += " theo Quyết định số " + dated(c.Decision.Number, y.symbol(c.Decision.Symbol, y.decisionSymbol()), c.Decision.Date)
			}
			note += ": " + c.Reason
		}
		rows = append(rows, []string{
			strconv.Itoa(r.Register), csvtext.Inert(strings.Join(strings.Fields(a.FullName()), " ")), born,
			csvtext.Inert(roleAndUnit(a)), awardOf(r),
			csvtext.Inert(a.Achievement), dated(by.Number, y.symbolOf(by), by.Date), r.Pay.Amount.String(), "", csvtext.Inert(note),
		})
	}
	_ = w.WriteAll(rows)
	return b.Bytes()
}
