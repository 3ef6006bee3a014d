package docgen

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
)

// cancellation is one decision that takes awards back: the whole decision of the
// season, or some awards of it.
type cancellation struct {
	by      *plan.Cancellation
	path    string // of the cancellation that it was made from
	whole   bool
	results []*award.Result
}

// cancelled gives the decisions that take awards of the season back, in the order
// of the lists. Awards with one number and date of the cancelling decision stand
// in one decision.
func (y *seasonPapers) cancelled() []*cancellation {
	var all []*cancellation
	at := make(map[plan.PaperRef]*cancellation)
	for i := range y.out.Lists {
		for _, r := range y.out.Lists[i].Results {
			if r.Status != award.Cancelled {
				continue
			}
			k := r.Nominee.Cancelled
			path, whole := index(y.list(), r.Index)+".cancelled", false
			if k == nil {
				k, path, whole = y.s.Decision.Cancellation, "decision.cancellation", true
			}
			of := at[k.Decision]
			if of == nil || of.whole != whole {
				of = &cancellation{by: k, path: path, whole: whole}
				at[k.Decision] = of
				all = append(all, of)
			}
			of.results = append(of.results, r)
		}
	}
	return all
}

// cancelView is what the templates of a cancelling decision see: the fields of a
// season's, with counts and sums of what is taken back.
type cancelView struct {
	seasonView
	Whole        bool   // the whole decision is cancelled
	Original     string // what the decision was about: về việc tặng Giấy khen của ...
	Why          string // the reason, where all have the same
	Recover      string // the sum to be paid back; empty for none
	RecoverWords string
}

// cancellations gives the decisions that take awards back "quyết định hủy bỏ", each
// with a list where several awards are taken back one by one.
// Source: Luật Thi đua, khen thưởng, Điều 93.
func (y *seasonPapers) cancellations() []SeasonPaper {
	var papers []SeasonPaper
	for i, k := range y.cancelled() {
		p := y.cancelling(k)
		if i > 0 {
			p.Name += "-" + itoa(i+1)
		}
		papers = append(papers, p)
	}
	return papers
}

func (y *seasonPapers) cancelling(k *cancellation) SeasonPaper {
	c := y.composer("quyet-dinh")
	day := k.by.Decision.Date
	if !day.IsFull() {
		day = y.out.Day
	}
	part := *y
	part.out = y.taken(k)
	v := cancelView{seasonView: part.view(), Whole: k.whole}
	v.Recipients = vi.Lower(v.List)
	v.Original = plainText(c.Wording("khen-thuong/subject", k.path, y.view()))
	if rest, ok := strings.CutPrefix(v.Original, "Về "); ok {
		v.Original = "về " + rest
	}
	v.Why = strings.TrimRight(k.why(), ". ")
	if sum := k.recover(); sum > 0 {
		v.Recover, v.RecoverWords = sum.String(), vi.UpperFirst(sum.Words())
	}

	d := y.s.Decision
	h := plan.Header{
		Issuer: y.s.Issuer, Number: k.by.Decision.Number, Symbol: orElse(k.by.Decision.Symbol, y.decisionSymbol()), Date: k.by.Decision.Date,
		DecidedBy: &plan.DecidedBy{Title: y.decider()},
		Subject:   plainText(c.Wording("khen-thuong/cancel-subject", k.path, v)),
	}
	level := award.Level(y.s.Level)
	if level == "" {
		level = award.Commune
	}
	// The warnings about the acts of the day were given when the season was judged.
	lines, _ := y.law.Citations(level, part.out.Awards(), day)
	for _, s := range append(lines, d.LocalBasis) {
		if s != "" {
			h.LegalBases = append(h.LegalBases, plan.LegalBasis{Text: plan.Prose(escaped("Căn cứ " + strings.TrimRight(s, ";. ")))})
		}
	}
	for _, block := range []string{"cancel-basis", "cancel-proposal"} {
		text, problem := y.r.wording.run("khen-thuong/"+block, v)
		if problem != nil {
			c.Add(k.path, problem)
		}
		h.LegalBases = append(h.LegalBases, plan.LegalBasis{Text: plan.Prose(text)})
	}
	f := plan.Footer{Signer: d.Signer, Distribution: d.Distribution}
	if k.by.Signer != nil {
		f.Signer = k.by.Signer
	}
	var body []doc.Part
	for _, block := range []string{"cancel-1", "cancel-2", "cancel-3"} {
		body = append(body, &doc.Division{At: c.At(k.path), Level: c.level("điều"), Text: c.Wording("khen-thuong/"+block, k.path, v)})
	}
	body[len(body)-1].(*doc.Division).ID = executes
	var list []doc.Part
	if !k.whole && v.One == "" {
		list = append(list, y.cancelList(c, k, v, &h, &f))
	}
	return y.paper(c, award.CancellationStage, "quyet-dinh huy bo", h, f, body, list...)
}

// taken gives what is taken back as an outcome of its own, for counts and names.
func (y *seasonPapers) taken(k *cancellation) *award.Outcome {
	o := &award.Outcome{Season: y.s, Day: y.out.Day}
	for _, kind := range y.s.Recipients() {
		l := award.List{Recipient: kind}
		for _, r := range k.results {
			if r.Nominee.Kind == kind {
				l.Results = append(l.Results, r)
				l.Total += r.Pay.Amount
			}
		}
		o.Total += l.Total
		o.Lists = append(o.Lists, l)
	}
	for _, r := range k.results {
		o.Results = append(o.Results, *r)
	}
	return o
}

// why gives the reason that all awards have, or nothing.
func (k *cancellation) why() string {
	for _, r := range k.results {
		if own := r.Nominee.Cancelled; own != nil && own.Reason != k.by.Reason {
			return ""
		}
	}
	return k.by.Reason
}

// recover gives the sum to be paid back.
func (k *cancellation) recover() plan.Money {
	if k.whole {
		return k.by.Recover
	}
	var sum plan.Money
	for _, r := range k.results {
		sum += r.Nominee.Cancelled.Recover
	}
	return sum
}

// cancelList gives the list of the awards that are taken back, with the reason
// and the money of each.
func (y *seasonPapers) cancelList(c *Composer, k *cancellation, v cancelView, h *plan.Header, f *plan.Footer) *doc.Annex {
	head := []string{"STT", "Họ và tên, tên tập thể, chủ hộ", "Chức vụ, đơn vị, địa chỉ", "Lý do hủy bỏ", "Tiền thưởng thu hồi (đồng)"}
	t := &doc.DataTable{
		At: c.At(y.list()), Header: 1, Whole: true, Alt: "Danh sách bị hủy bỏ khen thưởng",
		Columns: []doc.Column{
			{Width: doc.MM(12), Align: doc.Center}, {Share: 30, Align: doc.Left}, {Share: 30, Align: doc.Left},
			{Share: 30, Align: doc.Left}, {Width: doc.MM(30), Align: doc.Right},
		},
		Rows: []doc.DataRow{textRow(doc.PlainRow, head...)},
	}
	for i, r := range k.results {
		a := &r.Nominee.Awardee
		row := textRow(doc.PlainRow, itoa(i+1), listName(a), roleAndUnit(a), a.Cancelled.Reason, a.Cancelled.Recover.String())
		row.At = c.At(index(y.list(), r.Index))
		t.Rows = append(t.Rows, row)
	}
	t.Rows = append(t.Rows, sumRow("Tổng cộng", len(head), k.recover()))
	return &doc.Annex{
		At: c.At(k.path), Title: doc.T("Danh sách"), Note: c.Wording("khen-thuong/cancel-list", k.path, v), Reference: c.reference(h, f),
		Parts: []doc.Part{t, &doc.Prose{At: c.At(k.path), Inlines: c.Wording("khen-thuong/list-end", k.path, v)}, &doc.End{}},
	}
}
