package docgen

import (
	"bytes"
	"encoding/csv"
	"time"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
)

// created gives the date in the files of the season: the decision's full date.
func (y *seasonPapers) created() time.Time {
	if t := y.r.o.Created; !t.IsZero() {
		return t
	}
	if d := y.s.Decision; d != nil && d.Date.IsFull() {
		return date(d.Date)
	}
	return time.Time{}
}

// payment gives the payment list "danh sách chi tiền thưởng" and the register
// "sổ khen thưởng".
func (y *seasonPapers) payment() []SeasonPaper {
	c := y.composer("quyet-dinh")
	v := y.view()
	h := plan.Header{Issuer: y.s.Issuer, Number: y.s.Decision.Number, Symbol: y.decisionSymbol(), Date: y.s.Decision.Date, DecidedBy: &plan.DecidedBy{Title: y.decider()}}
	f := plan.Footer{Signer: y.s.Decision.Signer}
	foot := &doc.Foot{At: c.At("payment")}
	for _, s := range y.payers() {
		foot.Signers = append(foot.Signers, c.signer("payment", &s))
	}
	d := &doc.Document{Kind: "quyet-dinh", Meta: doc.Meta{Title: "Danh sách chi tiền thưởng", Author: y.s.Issuer.Name, Kind: "Danh sách", Created: y.created()}}
	d.Parts = []doc.Part{
		&doc.PageStyle{At: c.At("payment"), Landscape: true},
		&doc.Letterhead{At: c.At("issuer"), Issuer: c.issuerLines(&y.s.Issuer)},
		&doc.Title{At: c.At("payment"), Kind: "Danh sách chi tiền thưởng", Reference: c.reference(&h, &f)},
		y.paymentTable(c),
		c.line("khen-thuong/payment-words", y.list(), v),
		foot,
	}
	y.found = append(y.found, c.found...)
	return []SeasonPaper{
		{Stage: award.PaymentStage, Name: "danh-sach-chi-tien-thuong", Doc: d},
		{Stage: award.PaymentStage, Name: "so-khen-thuong", Data: y.register(), Ext: ".csv"},
	}
}

// payers gives who signs the payment list: as stated, or the usual three.
func (y *seasonPapers) payers() []plan.Signer {
	if p := y.s.Payment; p != nil && len(p.Signers) > 0 {
		return p.Signers
	}
	chair := plan.Signer{Position: "Chủ tịch", Note: "(Ký, họ tên, đóng dấu)"}
	if s := y.s.Decision.Signer; s != nil {
		chair.Name = s.Name
		if s.Position != "" {
			chair.Position = s.Position
		}
	}
	return []plan.Signer{
		{Position: "Người lập", Note: "(Ký, họ tên)", NoSeal: true},
		{Position: "Kế toán trưởng", Note: "(Ký, họ tên)", NoSeal: true},
		chair,
	}
}

func (y *seasonPapers) paymentTable(c *Composer) doc.Part {
	head := []string{"STT", "Họ và tên/Tên tập thể/Chủ hộ", "Đơn vị/Địa chỉ", "Danh hiệu/Hình thức khen thưởng", "Hệ số", "Mức lương cơ sở", "Số tiền thưởng", "Người nhận thay/Số tài khoản", "Ký nhận", "Ghi chú"}
	t := &doc.DataTable{
		At: c.At(y.list()), Header: 1, Whole: true, Unit: doc.T("Đơn vị tính: đồng"), Alt: "Danh sách chi tiền thưởng",
		Columns: []doc.Column{
			{Width: doc.MM(11), Align: doc.Center}, {Share: 34, Align: doc.Left}, {Share: 24, Align: doc.Left}, {Share: 24, Align: doc.Left},
			{Align: doc.Right}, {Align: doc.Right}, {Align: doc.Right},
			{Share: 18, Align: doc.Left}, {Share: 14, Align: doc.Left}, {Share: 12, Align: doc.Left},
		},
		Rows: []doc.DataRow{textRow(doc.PlainRow, head...)},
	}
	sum := func(word string, n plan.Money) {
		t.Rows = append(t.Rows, doc.DataRow{Role: doc.TotalRow, Cells: []doc.DataCell{
			{Columns: 6, Lines: [][]doc.Inline{doc.T(word)}}, cell(n.String()), {Columns: 3},
		}})
	}
	for i := range y.out.Lists {
		l := &y.out.Lists[i]
		if len(l.Results) == 0 {
			continue
		}
		for n, r := range l.Results {
			a := &r.Nominee.Awardee
			row := textRow(doc.PlainRow, itoa(n+1), a.FullName(), a.Unit, r.Award.NameOn(y.out.Day),
				r.Pay.Multiplier.String(), r.Pay.Base.String(), r.Pay.Amount.String(), "", "", "")
			row.At = c.At(index(y.list(), r.Index))
			t.Rows = append(t.Rows, row)
		}
		sum("Cộng "+l.Recipient.Term(), l.Total)
	}
	sum("Tổng cộng", y.out.Total)
	return t
}

// register gives the register "sổ khen thưởng" as CSV in UTF-8 with a byte order
// mark, so that Excel reads its letters. A cancelled line stays, with its reason.
func (y *seasonPapers) register() []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	rows := [][]string{{"Số vào sổ", "Họ tên/Tập thể/Hộ", "Năm sinh", "Đơn vị, địa chỉ", "Hình thức", "Thành tích", "Số, ngày quyết định", "Tiền thưởng", "Ngày nhận, ký nhận", "Ghi chú"}}
	d := y.s.Decision
	decided := number(d.Number) + "/" + y.decisionSymbol() + " ngày " + vi.ShortDate(d.Date.Year, d.Date.Month, d.Date.Day)
	for i := range y.out.Results {
		r := &y.out.Results[i]
		if r.Register == 0 || r.Award == nil {
			continue
		}
		a := &r.Nominee.Awardee
		born, note := "", ""
		if a.BirthYear > 0 {
			born = itoa(a.BirthYear)
		}
		if r.Status == award.Cancelled {
			note = "Đã hủy bỏ: " + y.out.Cancellation(r).Reason
		}
		rows = append(rows, []string{
			itoa(r.Register), formula(a.FullName()), born, formula(roleAndUnit(a)), r.Award.NameOn(y.out.Day),
			formula(a.Achievement), decided, r.Pay.Amount.String(), "", formula(note),
		})
	}
	// Writing to memory cannot fail.
	_ = w.WriteAll(rows)
	return b.Bytes()
}

// formula keeps a spreadsheet from running a text as a formula.
func formula(s string) string {
	if s != "" && (s[0] == '=' || s[0] == '+' || s[0] == '-' || s[0] == '@') {
		return "'" + s
	}
	return s
}
