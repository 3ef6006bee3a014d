package docgen

import (
	"bytes"
	"time"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/csvtext"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// created gives the date in the files of the season: the decision's full date.
func (y *seasonPapers) created() time.Time {
	if d := y.s.Decision; d != nil {
		return y.createdOn(d.Date)
	}
	return y.r.o.Created
}

// createdOn gives the date in the file of a paper of a day.
func (y *seasonPapers) createdOn(day plan.Date) time.Time {
	if t := y.r.o.Created; !t.IsZero() || !day.IsFull() {
		return t
	}
	return date(day)
}

// payment gives the payment list "danh sách chi tiền thưởng" of the decision and of
// each that adds to it, and the register "sổ khen thưởng".
func (y *seasonPapers) payment() []SeasonPaper {
	papers := []SeasonPaper{y.paymentList("danh-sach-chi-tien-thuong", y.s.Decision)}
	for _, a := range y.all.Amended {
		if len(a.Added.Results) == 0 {
			continue
		}
		part := *y
		part.out, part.found = a.Added, nil
		name := "danh-sach-chi-tien-thuong-bo-sung"
		if n := len(papers); n > 1 {
			name += "-" + itoa(n)
		}
		papers = append(papers, part.paymentList(name, y.amendingRuling(a)))
		y.found = append(y.found, part.found...)
	}
	return append(papers, SeasonPaper{Stage: award.PaymentStage, Name: "so-khen-thuong", Data: y.register(), Ext: ".csv"})
}

// paymentList gives the payment list of one decision.
func (y *seasonPapers) paymentList(name string, by *plan.Ruling) SeasonPaper {
	c := y.composer("quyet-dinh")
	v := y.view()
	h := plan.Header{Issuer: y.s.Issuer, Number: by.Number, Symbol: y.symbolOf(by), Date: by.Date, DecidedBy: &plan.DecidedBy{Title: y.decider()}}
	f := plan.Footer{Signer: by.Signer}
	foot := &doc.Foot{At: c.At("payment")}
	for _, s := range y.payers() {
		foot.Signers = append(foot.Signers, c.signer("payment", &s))
	}
	d := &doc.Document{Kind: "quyet-dinh", Meta: doc.Meta{Title: "Danh sách chi tiền thưởng", Author: y.s.Issuer.Name, Kind: "Danh sách", Created: y.createdOn(by.Date)}}
	d.Parts = []doc.Part{
		&doc.PageStyle{At: c.At("payment"), Landscape: true},
		&doc.Letterhead{At: c.At("issuer"), Issuer: c.issuerLines(&y.s.Issuer)},
		&doc.Title{At: c.At("payment"), Kind: "Danh sách chi tiền thưởng", Reference: c.reference(&h, &f)},
		y.paymentTable(c),
		c.line("khen-thuong/payment-words", y.list(), v),
		foot,
	}
	y.found = append(y.found, c.found...)
	return SeasonPaper{Stage: award.PaymentStage, Name: name, Doc: d}
}

// payers gives who signs the payment list: as stated, or the usual three.
func (y *seasonPapers) payers() []plan.Signer {
	if p := y.s.Payment; p != nil && len(p.Signers) > 0 {
		return p.Signers
	}
	chair := plan.Signer{Position: "Chủ tịch", Note: "(Ký, họ tên, đóng dấu)"}
	if s := y.s.Decision.Signer; s != nil {
		chair.Name, chair.Capacity, chair.ActingFor = s.Name, s.Capacity, s.ActingFor
		chair.Position = orElse(s.Position, chair.Position)
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
			a := r.Nominee.AsAmended()
			row := textRow(doc.PlainRow, itoa(n+1), a.FullName(), a.Unit, r.Award.NameOn(r.Day),
				r.Pay.Multiplier.String(), r.Pay.Base.String(), r.Pay.Amount.String(), "", "", "")
			row.At = c.At(index(y.list(), r.Index))
			t.Rows = append(t.Rows, row)
		}
		sum("Cộng "+l.Recipient.Term(), l.Total)
	}
	sum("Tổng cộng", y.out.Total)
	return t
}

// register gives the register "sổ khen thưởng" as CSV. A cancelled line stays, with its
// reason; an amended one says by which decision.
func (y *seasonPapers) register() []byte {
	var b bytes.Buffer
	w, _ := csvtext.NewWriter(&b) // writing to memory cannot fail
	rows := [][]string{{"Số vào sổ", "Họ tên/Tập thể/Hộ", "Năm sinh", "Đơn vị, địa chỉ", "Hình thức", "Thành tích", "Số, ngày quyết định", "Tiền thưởng", "Ngày nhận, ký nhận", "Ghi chú"}}
	dated := func(n, symbol string, d plan.Date) string {
		return plan.PaperRef{Number: n, Symbol: symbol}.Mark() + " " + d.Short()
	}
	for i := range y.all.Results {
		r := &y.all.Results[i]
		if r.Register == 0 || r.Award == nil {
			continue
		}
		a, by := r.Nominee.AsAmended(), y.ruling(r)
		born, note := "", ""
		if a.BirthYear > 0 {
			born = itoa(a.BirthYear)
		}
		if m := r.Nominee.Amended; m != nil {
			note = "Đã sửa đổi theo Quyết định số " + dated(m.Decision.Number, orElse(m.Decision.Symbol, y.decisionSymbol()), m.Decision.Date)
		}
		if r.Status == award.Cancelled {
			if note != "" {
				note += "; "
			}
			note += "Đã hủy bỏ: " + y.all.Cancellation(r).Reason
		}
		rows = append(rows, []string{
			itoa(r.Register), csvtext.Inert(a.FullName()), born, csvtext.Inert(roleAndUnit(a)), r.Award.NameOn(r.Day),
			csvtext.Inert(a.Achievement), dated(by.Number, y.symbolOf(by), by.Date), r.Pay.Amount.String(), "", csvtext.Inert(note),
		})
	}
	_ = w.WriteAll(rows)
	return b.Bytes()
}
