package docgen

import (
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// submission gives the submission "tờ trình" of the office that drafts, to
// whoever decides.
func (y *seasonPapers) submission() []SeasonPaper {
	s := y.s.Submission
	c := y.composer("to-trinh")
	v := y.view()
	h := plan.Header{
		Issuer: plan.Issuer{Superior: y.superior(), Name: s.Unit, Place: y.s.Issuer.Place},
		Number: s.Number, Symbol: orElse(s.Symbol, "TTr"), Date: s.Date, Addressees: s.Addressees,
		Subject: plainText(c.Wording("khen-thuong/submission-subject", "submission", v)),
	}
	if len(h.Addressees) == 0 {
		h.Addressees = []string{y.decider()}
	}
	f := plan.Footer{Signer: s.Signer, Distribution: s.Distribution}
	body := []doc.Part{
		c.line("khen-thuong/submission-opening", "submission", v),
		y.proposed(c),
		c.line("khen-thuong/submission-enclosed", "submission", v),
		c.line("khen-thuong/submission-closing", "submission", v),
	}
	return []SeasonPaper{y.paper(c, award.SubmissionStage, "to-trinh", h, f, body)}
}

// proposed gives the table of who is proposed. Money and votes stand elsewhere.
func (y *seasonPapers) proposed(c *Composer) doc.Part {
	t := &doc.DataTable{
		At: c.At(y.list()), Header: 1, Whole: true, Alt: "Danh sách đề nghị khen thưởng",
		Columns: []doc.Column{
			{Width: doc.MM(12), Align: doc.Center}, {Share: 32, Align: doc.Left}, {Share: 30, Align: doc.Left}, {Share: 38, Align: doc.Left},
		},
		Rows: []doc.DataRow{textRow(doc.PlainRow, "STT", "Họ và tên, tên tập thể, chủ hộ", "Chức vụ, đơn vị, địa chỉ", "Thành tích")},
	}
	n := 0
	for i := range y.out.Lists {
		for _, r := range y.out.Lists[i].Results {
			n++
			a := &r.Nominee.Awardee
			row := textRow(doc.PlainRow, itoa(n), listName(a), roleAndUnit(a), a.Achievement)
			row.At = c.At(index(y.list(), r.Index))
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}
